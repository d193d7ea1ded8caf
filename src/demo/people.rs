//! Buyers who do not exist, with everything that real files say about real ones: names, phones, accounts, streets,
//! remarks. The privacy tests look for these texts in what is stored; phones begin with 1990000, streets and accounts
//! are plainly invented.

use super::random::Dice;

/// A buyer.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) nick: String,
    pub(super) phone: String,
    pub(super) alipay: String,
    pub(super) region: &'static Region,
    pub(super) city: &'static str,
    pub(super) district: &'static str,
    pub(super) town: &'static str,
    pub(super) street: String,
}

/// A province as addresses write it.
#[derive(Debug)]
pub(super) struct Region {
    pub(super) province: &'static str,
    weight: u32,
    cities: &'static [(&'static str, &'static [&'static str])],
}

macro_rules! regions {
    ($($province:literal $weight:literal { $($city:literal [$($district:literal),*]),* })*) => {
        const REGIONS: &[Region] = &[$(Region {
            province: $province,
            weight: $weight,
            cities: &[$(($city, &[$($district),*])),*],
        },)*];
    };
}

// Weights: roughly the shares of parcels received by province.
regions! {
    "广东省" 1180 { "深圳市" ["南山区", "福田区", "龙岗区"], "广州市" ["天河区", "番禺区"], "东莞市" ["南城区"], "佛山市" ["顺德区"] }
    "江苏省" 960 { "苏州市" ["姑苏区", "昆山市"], "南京市" ["鼓楼区", "江宁区"], "无锡市" ["滨湖区"] }
    "浙江省" 940 { "杭州市" ["西湖区", "余杭区"], "宁波市" ["鄞州区"], "温州市" ["鹿城区"] }
    "山东省" 690 { "济南市" ["历下区"], "青岛市" ["市南区", "黄岛区"], "临沂市" ["兰山区"] }
    "上海" 720 { "上海市" ["浦东新区", "徐汇区", "闵行区", "宝山区"] }
    "四川省" 600 { "成都市" ["武侯区", "锦江区", "双流区"], "绵阳市" ["涪城区"] }
    "北京" 610 { "北京市" ["朝阳区", "海淀区", "昌平区"] }
    "河南省" 510 { "郑州市" ["金水区", "二七区"], "洛阳市" ["涧西区"] }
    "湖北省" 430 { "武汉市" ["洪山区", "江汉区"], "宜昌市" ["西陵区"] }
    "福建省" 420 { "福州市" ["鼓楼区"], "厦门市" ["思明区"], "泉州市" ["丰泽区"] }
    "湖南省" 400 { "长沙市" ["岳麓区", "雨花区"], "株洲市" ["天元区"] }
    "安徽省" 390 { "合肥市" ["蜀山区", "包河区"], "芜湖市" ["镜湖区"] }
    "河北省" 380 { "石家庄市" ["裕华区"], "保定市" ["莲池区"] }
    "辽宁省" 310 { "沈阳市" ["和平区"], "大连市" ["甘井子区"] }
    "陕西省" 290 { "西安市" ["雁塔区", "未央区"], "咸阳市" ["秦都区"] }
    "重庆" 270 { "重庆市" ["渝北区", "沙坪坝区", "万州区"] }
    "江西省" 260 { "南昌市" ["红谷滩区"], "赣州市" ["章贡区"] }
    "广西壮族自治区" 230 { "南宁市" ["青秀区"], "桂林市" ["七星区"] }
    "天津" 200 { "天津市" ["南开区", "滨海新区"] }
    "云南省" 190 { "昆明市" ["五华区"], "大理白族自治州" ["大理市"] }
    "山西省" 180 { "太原市" ["小店区"], "大同市" ["平城区"] }
    "黑龙江省" 170 { "哈尔滨市" ["南岗区"], "大庆市" ["萨尔图区"] }
    "吉林省" 150 { "长春市" ["朝阳区"], "延边朝鲜族自治州" ["延吉市"] }
    "贵州省" 150 { "贵阳市" ["观山湖区"], "遵义市" ["汇川区"] }
    "内蒙古自治区" 120 { "呼和浩特市" ["赛罕区"], "锡林郭勒盟" ["锡林浩特市"] }
    "甘肃省" 90 { "兰州市" ["城关区"] }
    "新疆维吾尔自治区" 80 { "乌鲁木齐市" ["天山区"], "喀什地区" ["喀什市"] }
    "海南省" 70 { "海口市" ["龙华区"], "三亚市" ["吉阳区"] }
    "宁夏回族自治区" 40 { "银川市" ["兴庆区"] }
    "青海省" 30 { "西宁市" ["城西区"] }
    "香港特别行政区" 16 { "香港特别行政区" ["九龙"] }
    "西藏自治区" 12 { "拉萨市" ["城关区"] }
    "台湾" 8 { "台北市" ["大安区"] }
    "澳门特别行政区" 6 { "澳门特别行政区" ["澳门半岛"] }
    "海外" 5 { "新加坡" ["新加坡"] }
}

const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "欧阳",
    "上官",
];
const GIVEN: &[&str] = &[
    "子", "梓", "雨", "欣", "浩", "宇", "思", "佳", "嘉", "文", "晓", "志", "海", "建", "丽", "秀",
    "俊", "诗", "若", "亦",
];
const GIVEN_LAST: &[&str] = &[
    "涵", "轩", "妍", "怡", "然", "彤", "琪", "杰", "鹏", "霞", "敏", "娟", "峰", "磊", "洁", "萱",
    "喆", "旸", "龑", "琳",
];
const TOWNS: &[&str] = &["示例街道", "演示街道", "样例镇", "测试街道"];
const STREETS: &[&str] = &[
    "虚构大道",
    "无名路",
    "样板街",
    "假想巷",
    "演示一路",
    "不存在路",
];
const NICKS: &[&str] = &[
    "tb",
    "小米粒",
    "爱家的猫",
    "t_15",
    "Sunny",
    "阿布",
    "风吹麦浪",
];

impl Person {
    /// The person with this number.
    pub(super) fn of(seed: u64, number: u64) -> Person {
        let mut dice = Dice::of(seed, 0x0050_4552, number, 0);
        let region = &REGIONS[dice.weighted(REGIONS.iter().map(|r| r.weight))];
        let (city, districts) = region.cities[dice.below(region.cities.len() as u32) as usize];
        let phone = format!("1990000{:04}", dice.below(10_000));
        let tag = dice.below(100_000_000);
        Person {
            name: format!(
                "{}{}{}",
                dice.one(SURNAMES),
                dice.one(GIVEN),
                dice.one(GIVEN_LAST)
            ),
            nick: format!("{}{tag:08}", dice.one(NICKS)),
            alipay: if dice.chance(600) {
                phone.clone()
            } else {
                format!("demo{tag:08}@example.com")
            },
            phone,
            region,
            city,
            district: dice.one(districts),
            town: dice.one(TOWNS),
            street: format!(
                "{}{}号{}幢{}室",
                dice.one(STREETS),
                dice.between(1, 988),
                dice.between(1, 30),
                dice.between(101, 3304)
            ),
        }
    }

    /// The address on one line, down to the door.
    pub(super) fn address(&self) -> String {
        format!(
            "{} {} {} {} {}(000000)",
            self.region.province, self.city, self.district, self.town, self.street
        )
    }

    /// What the buyer wrote to the seller; most write nothing. Commas, quotes and line breaks are there to be read.
    pub(super) fn message(&self, dice: &mut Dice) -> String {
        match dice.below(40) {
            0 => "请发顺丰,不要\"韵达\",谢谢".to_owned(),
            1 => format!("送到前打电话\n{}，找{}", self.phone, self.name),
            2 => "家里有狗，放门口就行\r\n谢谢".to_owned(),
            3 => format!("{}收；尽快发货", self.name),
            4 => "送人的🌸包装好一点".to_owned(),
            5 => "'要浅色的".to_owned(),
            _ => String::new(),
        }
    }

    /// What the seller noted.
    pub(super) fn note(&self, dice: &mut Dice) -> String {
        match dice.below(50) {
            0 => format!("'{} 已电话确认，改地址：{}", self.phone, self.street),
            1 => "老客户,送赠品\"毛巾\"一条".to_owned(),
            2 => format!("缺货，已联系{}\n下周一发", self.name),
            _ => String::new(),
        }
    }

    /// The texts of this person that no store may keep, each with a column without which a file
    /// does not have it.
    pub(super) fn secrets(self) -> [(&'static str, String); 5] {
        [
            ("收货人姓名", self.name),
            ("买家会员名", self.nick),
            ("联系手机", self.phone),
            ("买家支付宝账号", self.alipay),
            ("收货人姓名", self.street),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::place::{Province, city_of_address};

    #[test]
    fn every_region_is_one_that_the_importer_knows() {
        for region in REGIONS {
            assert!(
                Province::of_address(region.province).is_some(),
                "{}",
                region.province
            );
        }
        assert_eq!(REGIONS.len(), 35);
    }

    #[test]
    fn a_persons_address_reads_back_to_the_city() {
        let person = Person::of(1, 42);
        if person.region.province.ends_with('省') {
            assert_eq!(city_of_address(&person.address()), Some(person.city));
        }
    }
}
