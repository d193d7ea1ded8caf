//! What the demo store sells.

/// One item of the shelf.
#[derive(Debug)]
pub(super) struct Item {
    /// Title as the shop shows it: with commas, quotes and brackets, as real ones have.
    pub(super) title: &'static str,
    /// 商家编码.
    pub(super) code: &'static str,
    /// Variants (商品属性).
    pub(super) variants: &'static [&'static str],
    /// Price in 分.
    pub(super) price_fen: u32,
    /// How often it is bought, beside the others.
    pub(super) weight: u32,
    /// Days before the last day of the data on which it came onto the shelf; `u32::MAX` for always there.
    pub(super) age_days: u32,
}

const ALWAYS: u32 = u32::MAX;

macro_rules! items {
    ($($code:literal $fen:literal $weight:literal $age:expr, $title:literal [$($variant:literal),*];)*) => {
        /// The shelf.
        pub(super) const ITEMS: &[Item] = &[$(Item {
            title: $title,
            code: $code,
            variants: &[$($variant),*],
            price_fen: $fen,
            weight: $weight,
            age_days: $age,
        },)*];
    };
}

items! {
    "QH-CJ-001" 19900 92 ALWAYS, "青禾纯棉四件套全棉床单被套1.8m床上用品" ["1.5m床", "1.8m床", "2.0m床"];
    "QH-CJ-002" 25900 40 ALWAYS, "60支长绒棉四件套 简约轻奢,裸睡亲肤" ["雾蓝", "燕麦色"];
    "QH-CJ-003" 8990 64 ALWAYS, "水洗棉床笠单件 防滑固定(席梦思保护套)" ["1.5m", "1.8m"];
    "QH-BZ-001" 32900 38 ALWAYS, "大豆纤维被子冬被 加厚保暖8斤" ["6斤", "8斤"];
    "QH-BZ-002" 12900 46 ALWAYS, "夏凉被空调被 可水洗薄被" ["150x200", "200x230"];
    "QH-BZ-003" 129900 7 ALWAYS, "95%白鹅绒羽绒被 五星级酒店款" ["200x230", "220x240"];
    "QH-ZT-001" 6900 70 ALWAYS, "乳胶枕头天然护颈椎枕 一对装" ["高枕", "低枕"];
    "QH-ZT-002" 4590 52 ALWAYS, "荞麦枕 儿童/成人两用" ["儿童", "成人"];
    "QH-MJ-001" 2990 120 ALWAYS, "青禾毛巾纯棉洗脸家用 吸水不掉毛5条装" ["5条装", "10条装"];
    "QH-MJ-002" 5990 58 ALWAYS, "浴巾女 家用 \"加大加厚\" 速干不掉毛" ["米白", "灰色", "粉色"];
    "QH-MJ-003" 1990 66 ALWAYS, "珊瑚绒擦手巾 挂式厨房抹布" ["3条", "6条"];
    "QH-SN-001" 3990 78 ALWAYS, "收纳箱大号 衣服整理箱,可折叠" ["50L", "80L"];
    "QH-SN-002" 2490 60 ALWAYS, "抽屉式内衣收纳盒 三件套" ["三件套"];
    "QH-SN-003" 15900 22 ALWAYS, "实木置物架 落地多层书架" ["三层", "四层", "五层"];
    "QH-SN-004" 990 84 ALWAYS, "真空压缩袋 抽气收纳袋 棉被专用" ["大号", "特大号"];
    "QH-CW-001" 4990 55 ALWAYS, "硅藻泥浴室地垫 吸水速干脚垫" ["40x60", "50x80"];
    "QH-CW-002" 8900 34 ALWAYS, "客厅地毯茶几毯 北欧ins风" ["120x160", "160x230"];
    "QH-CW-003" 19900 15 ALWAYS, "羊毛混纺手工地毯 卧室床边毯" ["80x120", "140x200"];
    "QH-CL-001" 16900 30 ALWAYS, "全遮光窗帘 成品 卧室飘窗（挂钩款）" ["宽1.5高2.0", "宽2.0高2.7"];
    "QH-CL-002" 5900 26 ALWAYS, "白色纱帘 透光不透人" ["宽1.5", "宽2.0"];
    "QH-DJ-001" 12800 36 ALWAYS, "LED护眼台灯 学生宿舍充电式" ["白色", "黑色"];
    "QH-DJ-002" 3590 48 ALWAYS, "小夜灯 人体感应 插电/充电" ["暖光", "白光"];
    "QH-DJ-003" 29900 12 ALWAYS, "落地灯 客厅氛围灯 原木" ["原木", "胡桃"];
    "QH-CF-001" 4590 62 ALWAYS, "陶瓷餐具碗碟套装 日式,可微波炉" ["4人食", "6人食"];
    "QH-CF-002" 1890 70 ALWAYS, "密封罐玻璃 五谷杂粮储物罐" ["700ml", "1000ml"];
    "QH-CF-003" 7900 44 ALWAYS, "麦饭石不粘锅 平底锅 28cm" ["24cm", "28cm"];
    "QH-CF-004" 2690 50 ALWAYS, "竹木砧板 防霉双面菜板" ["小号", "大号"];
    "QH-CF-005" 990 72 ALWAYS, "304不锈钢保温吸管杯 \"小青禾\"" ["白", "绿"];
    "QH-YJ-001" 1290 68 ALWAYS, "无痕衣架 防滑 20个装" ["10个", "20个"];
    "QH-YJ-002" 13900 18 ALWAYS, "落地晾衣架 折叠 阳台室内" ["标准", "加长"];
    "QH-XX-001" 8990 14 ALWAYS, "无火香薰精油 卧室持久 礼盒" ["白茶", "桂花"];
    "QH-ZD-001" 3990 3 ALWAYS, "复古铁艺壁挂花架" ["黑"];
    "QH-ZD-002" 6990 2 ALWAYS, "手绘陶瓷花瓶 摆件" ["圆瓶", "长瓶"];
    "QH-XP-001" 9900 58 410, "凉感丝盖毯 A类母婴级" ["100x150", "150x200"];
    "QH-XP-002" 5990 64 300, "免打孔浴室置物架 太空铝" ["单层", "双层"];
    "QH-XP-003" 21900 36 205, "乳胶凉席三件套 可机洗" ["1.5m", "1.8m"];
    "QH-XP-004" 4990 70 120, "懒人拖把 免手洗,一拖净" ["标准", "加4块布"];
    "QH-XP-005" 15900 48 61, "人体工学坐垫 办公室久坐" ["灰", "黑"];
    "QH-XP-006" 2990 80 33, "冰丝枕套一对 防螨" ["浅蓝", "浅粉"];
    "QH-XP-007" 39900 30 12, "抗菌蚕丝被 春秋款" ["4斤", "6斤"];
}
