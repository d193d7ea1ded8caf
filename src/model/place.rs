//! The provinces of China as the exports write them, and their places on a tile grid.
//!
//! The grid is a schematic of one square per province: it draws no borders and claims no shapes.

use serde::{Deserialize, Serialize};

macro_rules! provinces {
    ($($variant:ident $zh:literal $en:literal $col:literal $row:literal;)*) => {
        /// A province-level division, or one of the two answers when there is none.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[repr(u8)]
        pub enum Province {
            /// The address is missing or names no province.
            Unknown,
            /// An address outside China.
            Overseas,
            $(#[doc = $en] $variant,)*
        }

        impl Province {
            /// Every value, `Unknown` and `Overseas` first: a value's code is its index here.
            pub const ALL: &[Province] = &[Province::Unknown, Province::Overseas, $(Province::$variant,)*];

            /// The short Chinese name, as the head of an address starts with it.
            pub fn zh(self) -> &'static str {
                match self {
                    Province::Unknown => "未知",
                    Province::Overseas => "海外",
                    $(Province::$variant => $zh,)*
                }
            }

            /// The English name.
            pub fn en(self) -> &'static str {
                match self {
                    Province::Unknown => "Unknown",
                    Province::Overseas => "Overseas",
                    $(Province::$variant => $en,)*
                }
            }

            /// Column and row of the province's square on the tile grid, from the top left; `None` for the two non-places.
            pub fn tile(self) -> Option<(u8, u8)> {
                match self {
                    Province::Unknown | Province::Overseas => None,
                    $(Province::$variant => Some(($col, $row)),)*
                }
            }
        }
    };
}

provinces! {
    Heilongjiang "黑龙江" "Heilongjiang" 8 0;
    Xinjiang "新疆" "Xinjiang" 0 1;
    InnerMongolia "内蒙古" "Inner Mongolia" 5 1;
    Jilin "吉林" "Jilin" 8 1;
    Gansu "甘肃" "Gansu" 2 2;
    Ningxia "宁夏" "Ningxia" 3 2;
    Shanxi "山西" "Shanxi" 4 2;
    Hebei "河北" "Hebei" 5 2;
    Beijing "北京" "Beijing" 6 2;
    Tianjin "天津" "Tianjin" 7 2;
    Liaoning "辽宁" "Liaoning" 8 2;
    Qinghai "青海" "Qinghai" 2 3;
    Shaanxi "陕西" "Shaanxi" 4 3;
    Henan "河南" "Henan" 5 3;
    Shandong "山东" "Shandong" 6 3;
    Tibet "西藏" "Tibet" 1 4;
    Sichuan "四川" "Sichuan" 2 4;
    Chongqing "重庆" "Chongqing" 3 4;
    Hubei "湖北" "Hubei" 4 4;
    Anhui "安徽" "Anhui" 5 4;
    Jiangsu "江苏" "Jiangsu" 6 4;
    Shanghai "上海" "Shanghai" 7 4;
    Yunnan "云南" "Yunnan" 2 5;
    Guizhou "贵州" "Guizhou" 3 5;
    Hunan "湖南" "Hunan" 4 5;
    Jiangxi "江西" "Jiangxi" 5 5;
    Zhejiang "浙江" "Zhejiang" 6 5;
    Guangxi "广西" "Guangxi" 3 6;
    Guangdong "广东" "Guangdong" 4 6;
    Fujian "福建" "Fujian" 5 6;
    Taiwan "台湾" "Taiwan" 7 6;
    Hainan "海南" "Hainan" 3 7;
    Macau "澳门" "Macau" 4 7;
    HongKong "香港" "Hong Kong" 5 7;
}

impl Province {
    /// The value with this code, `Unknown` for a code that no province has.
    pub fn from_code(code: u8) -> Province {
        Province::ALL
            .get(usize::from(code))
            .copied()
            .unwrap_or(Province::Unknown)
    }

    /// The code under which the value is stored.
    pub fn code(self) -> u8 {
        self as u8
    }

    /// Reads the head of an address. `None` when the text starts with no province.
    ///
    /// Addresses start with the full or the short name (`内蒙古自治区`, `广东省`, `上海`), with or without blanks after
    /// it; `中国` in front of it is passed over.
    ///
    /// ```
    /// use dianzhang::model::place::Province;
    /// assert_eq!(Province::of_address("内蒙古自治区 呼和浩特市"), Some(Province::InnerMongolia));
    /// assert_eq!(Province::of_address("火星"), None);
    /// ```
    pub fn of_address(address: &str) -> Option<Province> {
        let head = address.trim_start();
        let head = head.strip_prefix("中国").map_or(head, str::trim_start);
        if head.starts_with("海外") || head.starts_with("国外") {
            return Some(Province::Overseas);
        }
        // The one name that a reader writes in another script.
        if head.starts_with("臺灣") {
            return Some(Province::Taiwan);
        }
        Province::ALL[2..]
            .iter()
            .copied()
            .find(|p| head.starts_with(p.zh()))
    }
}

/// The city of an address whose head names a province: the second blank-separated part, or for the municipalities the
/// province itself. Nothing finer than the city ever leaves this function.
///
/// ```
/// use dianzhang::model::place::city_of_address;
/// assert_eq!(city_of_address("广东省 深圳市 南山区 某某路1号"), Some("深圳市"));
/// assert_eq!(city_of_address("上海 上海市 浦东新区 某某路1号"), Some("上海市"));
/// assert_eq!(city_of_address("广东省深圳市南山区某某路1号"), None);
/// assert_eq!(city_of_address("深圳市"), Some("深圳市"));
/// ```
pub fn city_of_address(address: &str) -> Option<&str> {
    let mut words = address.split_whitespace();
    let (first, second) = (words.next()?, words.next());
    let province = Province::of_address(first);
    let is_exact = |p: Province| PROVINCE_ENDS.contains(&&first[p.zh().len()..]);
    let city = match (province, second) {
        // The district behind one of the four municipalities says that the municipality is meant, and so does 市.
        (Some(p), _)
            if is_city(p) && is_exact(p) && (second.is_some() || first.ends_with('市')) =>
        {
            return municipality(p);
        }
        (Some(p), Some(city)) if is_exact(p) => city,
        // A column of its own for the city.
        (None, None) => first,
        _ => return None,
    };
    let length = city.chars().count();
    let is_named = ["市", "州", "盟", "地区"]
        .iter()
        .any(|end| city.ends_with(end));
    let is_place = NO_CITIES.iter().any(|end| city.ends_with(end));
    (is_named && !is_place && length <= 11 && !city.chars().any(|c| c.is_ascii_digit()))
        .then_some(city)
}

/// What may follow the short name of a province in the first word of an address.
const PROVINCE_ENDS: &[&str] = &[
    "",
    "省",
    "市",
    "自治区",
    "壮族自治区",
    "回族自治区",
    "维吾尔自治区",
    "特别行政区",
];
/// Ends of words that are no cities though they end like one.
const NO_CITIES: &[&str] = &["超市", "城市", "夜市", "菜市", "门市", "商市"];

fn municipality(province: Province) -> Option<&'static str> {
    match province {
        Province::Beijing => Some("北京市"),
        Province::Shanghai => Some("上海市"),
        Province::Tianjin => Some("天津市"),
        Province::Chongqing => Some("重庆市"),
        _ => None,
    }
}

/// The provinces that are one city.
fn is_city(province: Province) -> bool {
    matches!(
        province,
        Province::Beijing | Province::Shanghai | Province::Tianjin | Province::Chongqing
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_34_provinces_each_on_its_own_tile() {
        let tiles: BTreeSet<_> = Province::ALL.iter().filter_map(|p| p.tile()).collect();
        assert_eq!(tiles.len(), 34);
    }

    #[test]
    fn codes_are_stable_and_come_back() {
        for (i, p) in Province::ALL.iter().enumerate() {
            assert_eq!(usize::from(p.code()), i);
            assert_eq!(Province::from_code(p.code()), *p);
        }
        assert_eq!(Province::from_code(250), Province::Unknown);
    }

    #[test]
    fn nothing_finer_than_a_city_passes_for_one() {
        for address in [
            "广东省深圳市南山区 科技园阳光小区",
            "浙江省 文三路翠苑小区",
            "浙江省 万家超市",
            "阳光小区",
            "上海路 某某市",
        ] {
            assert_eq!(city_of_address(address), None, "{address}");
        }
        assert_eq!(city_of_address("上海 徐汇区 天平路"), Some("上海市"));
        assert_eq!(city_of_address("上海市"), Some("上海市"));
        assert_eq!(city_of_address("上海"), None);
        assert_eq!(
            city_of_address("内蒙古自治区 呼伦贝尔市"),
            Some("呼伦贝尔市")
        );
    }

    #[test]
    fn a_street_never_passes_for_a_city() {
        assert_eq!(city_of_address("广东省 人民路12号3室"), None);
        assert_eq!(city_of_address("广东省"), None);
        assert_eq!(
            city_of_address("吉林省 延边朝鲜族自治州 延吉市"),
            Some("延边朝鲜族自治州")
        );
    }
}
