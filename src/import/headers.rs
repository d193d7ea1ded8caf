//! Matches the header of a file with the columns of a kind: by name, never by position.

use crate::import::kinds::Kind;
use crate::import::width::half_width;

/// A header cell without what varies between exports: blanks and tabs anywhere, quotes, full-width brackets and letters'
/// case.
///
/// ```
/// use dianzhang::import::headers::normalised;
/// assert_eq!(normalised("收货地址 "), "收货地址");
/// assert_eq!(normalised("'商品 ID\t"), "商品id");
/// assert_eq!(normalised("收入金额（元)"), "收入金额(元)");
/// ```
pub fn normalised(header: &str) -> String {
    half_width(header)
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

/// Where the columns of a kind stand in a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// For each field of the kind, its position in the header.
    pub places: Vec<Option<usize>>,
    /// Headers of personal columns, as the file has them.
    pub personal: Vec<String>,
    /// How many of the kind's marks were found.
    pub marks: usize,
    /// How many header cells the kind knows, personal ones included.
    pub known: usize,
    /// Whether a header of another export stands among them.
    pub is_foreign: bool,
}

impl Match {
    /// Matches header cells with a kind. Where a header stands twice, the first one counts.
    pub fn new(kind: &Kind, header: &[String]) -> Match {
        let names: Vec<String> = header.iter().map(|h| normalised(h)).collect();
        let find = |wanted: &str| names.iter().position(|n| n == wanted);
        let places: Vec<Option<usize>> = kind
            .fields
            .iter()
            .map(|field| field.headers.iter().find_map(|h| find(&normalised(h))))
            .collect();
        let marks = kind
            .fields
            .iter()
            .zip(&places)
            .filter(|(field, place)| place.is_some() && kind.marks.contains(&field.column))
            .count();
        let is_personal = |name: &String| kind.personal.iter().any(|p| normalised(p) == *name);
        let personal: Vec<String> = header
            .iter()
            .zip(&names)
            .filter(|(_, n)| is_personal(n))
            .map(|(h, _)| h.trim().to_owned())
            .collect();
        let kept = (0..names.len())
            .filter(|i| places.contains(&Some(*i)))
            .count();
        let is_foreign = kind.foreign.iter().any(|f| find(&normalised(f)).is_some());
        Match {
            is_foreign,
            known: kept + personal.len(),
            places,
            personal,
            marks,
        }
    }

    /// Whether the header looks like one of this kind. It is one unless `is_foreign`.
    pub fn resembles(&self, kind: &Kind) -> bool {
        self.marks >= kind.min_marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kinds::orders;

    fn header(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn every_spelling_since_2013_is_found_by_name() {
        let files = [
            "订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额",
            "订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单创建时间,订单付款时间,商品标题,退款金额,是否主动赔付,C2B小额收款,确认收货打款金额,总金额(旧版)",
            "订单付款时间\t,订单状态,'订单编号,买家实付金额,店铺名称,发货时间,确认收货打款金额",
        ];
        for file in files {
            assert!(
                Match::new(&orders::KIND, &header(file)).resembles(&orders::KIND),
                "{file}"
            );
        }
        assert!(
            !Match::new(&orders::KIND, &header("日期,访客数,浏览量,支付金额"))
                .resembles(&orders::KIND)
        );
    }

    #[test]
    fn the_newer_total_wins_over_the_old_one() {
        let found = Match::new(&orders::KIND, &header("总金额(旧版),订单编号,总金额"));
        let total = orders::KIND
            .fields
            .iter()
            .position(|f| f.column == orders::column::ORDERED_FEN);
        assert_eq!(total.and_then(|i| found.places[i]), Some(2));
    }

    #[test]
    fn details_and_refunds_look_like_orders_and_are_not() {
        let files = [
            "子订单编号,主订单编号,商品标题,商品价格,购买数量,订单状态,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间",
            "订单编号,退款编号,支付宝交易号,订单付款时间,商家编码,退款完结时间,买家会员名称,买家实际支付金额,宝贝标题,买家退款金额",
        ];
        for file in files {
            let found = Match::new(&orders::KIND, &header(file));
            assert!(found.resembles(&orders::KIND) && found.is_foreign, "{file}");
        }
        let orders_2022 = Match::new(
            &orders::KIND,
            &header("订单编号,总金额,买家实际支付金额,订单创建时间,主订单编号"),
        );
        assert!(!orders_2022.is_foreign);
    }

    #[test]
    fn personal_columns_are_named() {
        let found = Match::new(
            &orders::KIND,
            &header("订单编号,收货人姓名,联系手机 ,总金额"),
        );
        assert_eq!(found.personal, ["收货人姓名", "联系手机"]);
    }
}
