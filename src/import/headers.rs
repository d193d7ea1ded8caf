//! Matches the header of a file with the columns of a kind: by name, never by position.

use crate::import::kinds::personal::is_personal;
use crate::import::kinds::{Field, Kind};
use crate::import::width::half_width;
use rustc_hash::FxHashMap;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// A header cell without what varies between exports: blanks and tabs anywhere, quotes, full-width brackets and letters'
/// case.
///
/// ```
/// use dianzhang::import::headers::normalised;
/// assert_eq!(normalised("收货地址 "), "收货地址");
/// assert_eq!(normalised("'商品 ID\t"), "商品id");
/// assert_eq!(normalised("收入金额（元)"), "收入金额(元)");
/// assert_eq!(normalised("前7天<br/>销量"), "前7天销量");
/// ```
pub fn normalised(header: &str) -> String {
    let half = half_width(header);
    let without_markup = half.replace("<br/>", "").replace("<br>", "");
    without_markup
        .chars()
        .filter(|c| {
            !c.is_whitespace() && !matches!(c, '\'' | '"' | '=' | '\u{feff}' | '\u{200b}' | '`')
        })
        .map(|c| {
            if c == '帐' {
                '账'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect()
}

/// A header cell without the blanks around it.
pub fn trimmed_header(name: &str) -> &str {
    name.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// A header in the form in which it is compared.
#[derive(Clone, Debug)]
pub struct Header<'a> {
    cells: &'a [String],
    names: Vec<String>,
    /// Where each name stands first.
    places: FxHashMap<String, usize>,
}

/// Where the columns of a kind stand in a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// For each field of the kind, its position in the header.
    pub places: Vec<Option<usize>>,
    /// Headers of personal columns, as the file has them.
    pub personal: Vec<String>,
    /// How many header cells the kind knows, personal ones included.
    pub known: usize,
}

impl<'a> Header<'a> {
    /// For these cells.
    pub fn new(cells: &'a [String]) -> Header<'a> {
        let names: Vec<String> = cells.iter().map(|h| normalised(h)).collect();
        let mut places = FxHashMap::default();
        for (place, name) in names.iter().enumerate().filter(|(_, n)| !n.is_empty()) {
            places.entry(name.clone()).or_insert(place);
        }
        Header {
            cells,
            names,
            places,
        }
    }

    /// Its names, normalised.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// What tells tables with this header from others, whatever the order of their columns.
    pub fn fingerprint(&self) -> String {
        let mut names: Vec<&str> = self
            .names
            .iter()
            .map(String::as_str)
            .filter(|n| !n.is_empty())
            .collect();
        names.sort_unstable();
        let mut hasher = SipHasher13::new();
        for name in names {
            hasher.write(name.as_bytes());
            hasher.write_u8(0xFF);
        }
        format!("{:016x}", hasher.finish())
    }

    /// Where a header stands. Where it stands twice, the first one counts.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// Where the columns of a kind stand, if the header is one of this kind.
    pub fn find(&self, kind: &Kind) -> Option<Match> {
        let place_of = |field: &Field| field.headers.iter().find_map(|h| self.place(h));
        let places: Vec<Option<usize>> = kind.fields.iter().map(place_of).collect();
        let has = |column: &str| {
            let at = kind.fields.iter().position(|f| f.column == column);
            at.is_some_and(|at| places[at].is_some())
        };
        let is_one = kind.must.iter().all(|c| has(c))
            && kind.marks.iter().filter(|c| has(c)).count() >= kind.min_marks
            && !kind.foreign.iter().any(|f| self.place(f).is_some());
        is_one.then(|| self.matched(places))
    }

    /// A match of these places.
    pub fn matched(&self, places: Vec<Option<usize>>) -> Match {
        let is_kept = |place: usize| places.contains(&Some(place));
        let personal: Vec<String> = (0..self.names.len())
            .filter(|place| !is_kept(*place) && is_personal(&self.names[*place]))
            .map(|place| self.cells[place].trim().to_owned())
            .collect();
        let kept = (0..self.names.len()).filter(|p| is_kept(*p)).count();
        Match {
            known: kept + personal.len(),
            places,
            personal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kinds::orders;

    fn header(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    fn found(text: &str) -> Option<Match> {
        Header::new(&header(text)).find(&orders::KIND)
    }

    #[test]
    fn every_spelling_since_2013_is_found_by_name() {
        let files = [
            "订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额",
            "订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单创建时间,订单付款时间,商品标题,退款金额,是否主动赔付,C2B小额收款,确认收货打款金额,总金额(旧版)",
            "订单付款时间\t,订单状态,'订单编号,买家实付金额,店铺名称,发货时间,确认收货打款金额",
        ];
        for file in files {
            assert!(found(file).is_some(), "{file}");
        }
        assert!(found("日期,访客数,浏览量,支付金额").is_none());
    }

    #[test]
    fn the_newer_total_wins_over_the_old_one() {
        let found =
            found("总金额(旧版),订单编号,总金额,订单创建时间,订单付款时间").expect("orders");
        let total = orders::KIND
            .fields
            .iter()
            .position(|f| f.column == orders::column::ORDERED_FEN);
        assert_eq!(total.and_then(|i| found.places[i]), Some(2));
    }

    #[test]
    fn details_and_refunds_are_no_orders() {
        let files = [
            "子订单编号,主订单编号,商品标题,商品价格,购买数量,订单状态,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间",
            "订单编号,退款编号,支付宝交易号,订单付款时间,商家编码,退款完结时间,买家会员名称,买家实际支付金额,宝贝标题,买家退款金额",
        ];
        for file in files {
            assert!(found(file).is_none(), "{file}");
        }
        assert!(found("订单编号,总金额,买家实际支付金额,订单创建时间,主订单编号").is_some());
    }

    #[test]
    fn personal_columns_are_named() {
        let found =
            found("订单编号,收货人姓名,联系手机 ,总金额,订单创建时间,订单状态").expect("orders");
        assert_eq!(found.personal, ["收货人姓名", "联系手机"]);
    }

    #[test]
    fn a_fingerprint_does_not_depend_on_the_order_of_columns() {
        let of = |text: &str| Header::new(&header(text)).fingerprint();
        assert_eq!(of("货号,名称 ,数量"), of("数量,货号,名称"));
        assert_ne!(of("货号,名称"), of("货号名,称"));
    }
}
