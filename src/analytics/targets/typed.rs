//! What the operator has typed of the targets: the only part of them that is stored. All else is derived from it and from
//! the history, so that nothing is kept twice.

use crate::model::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The highest amount that is taken for a target: 10 万亿元. Sums of a year of them stay within 分 of 64 bits.
pub const MAX_FEN: i64 = 1_000_000_000_000_000;

/// One whole in the parts that shares, rates and growth are typed in.
pub const WHOLE_PPM: i64 = 1_000_000;

/// The targets of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Targets {
    /// What the amounts are amounts of.
    pub basis: Basis,
    /// What was typed of each year.
    pub years: BTreeMap<i32, Typed>,
}

/// Which paid amount the targets are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 付款金额: refunds taken off.
    #[default]
    Net,
    /// 支付金额: before refunds, as 生意参谋 counts it.
    Gross,
}

/// What was typed of a year. What is `None` or empty follows from the rest.
///
/// What stands above and below must agree. Parts that are all typed must come to the whole; parts of which some are typed
/// must leave something, or nothing, for the others, never less. Where they do not, everything typed is kept as it is, the
/// parts that cannot be derived have no amount, and a [`super::Finding`] says what is against what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The whole year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<YearAmount>,
    /// Its quarters, in 分.
    pub quarters: [Option<i64>; 4],
    /// Its months, in 分.
    pub months: [Option<i64>; 12],
    /// 周权重指数, Monday first, in thousandths. Only what they are to each other matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekdays: Option<[u32; 7]>,
    /// Indices of holidays and events by the name of their class, in thousandths: at 1500 such a day sells half as much again
    /// as the same weekday does otherwise.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub specials: BTreeMap<String, u32>,
    /// Days whose target was typed, in 分. They stay as they are; the others share the rest of their month.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub locked: BTreeMap<Day, i64>,
    /// Who answers for which part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// What is aimed at beside money, month by month.
    pub others: [Others; 12],
}

/// How the whole year was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearAmount {
    /// In 分.
    Fen(i64),
    /// As growth, in millionths: 200 000 is a fifth more. Each month without an amount, own or of its quarter, then aims at
    /// this much more than the same month of the year before.
    GrowthPpm(i64),
}

/// The part of a person or a department.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Share {
    /// The person's or department's name.
    pub name: String,
    /// The department of a person, where one was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// The part, in millionths of every target. All of them together are at most 1 000 000; what is left is nobody's.
    pub ppm: u32,
}

/// Targets of a month beside money. None of them follows from another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Others {
    /// 访客数: the sum over the days. Visitors of several days are not told apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visitors: Option<u32>,
    /// 支付转化率 in millionths.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversion_ppm: Option<u32>,
    /// 客单价 in 分.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spend_per_buyer_fen: Option<u32>,
    /// 客户满意率 in millionths.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub satisfied_ppm: Option<u32>,
    /// 投产比 in thousandths: 3500 is 1 : 3.5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roi_milli: Option<u32>,
}

impl Typed {
    /// The amount of a day that was locked.
    pub fn locked_fen(&self, day: Day) -> Option<i64> {
        self.locked.get(&day).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_and_what_was_not_takes_no_room() {
        let mut targets = Targets::default();
        let typed = Typed {
            year: Some(YearAmount::GrowthPpm(200_000)),
            months: std::array::from_fn(|m| (m == 1).then_some(44_840_000)),
            locked: BTreeMap::from([(Day(9_000), 1)]),
            specials: BTreeMap::from([("double_11".to_owned(), 8_000)]),
            ..Typed::default()
        };
        targets.years.insert(2_024, typed);
        let value = serde_json::to_value(&targets).expect("plain data");
        assert_eq!(
            serde_json::from_value::<Targets>(value).ok().as_ref(),
            Some(&targets)
        );
        let nothing = serde_json::to_string(&Others::default()).expect("plain data");
        assert_eq!(nothing, "{}");
    }

    #[test]
    fn a_record_with_less_in_it_is_read() {
        let targets: Targets =
            serde_json::from_str(r#"{"years":{"2024":{"year":{"fen":12}}}}"#).expect("a record");
        assert_eq!(targets.years[&2_024].year, Some(YearAmount::Fen(12)));
        assert_eq!(targets.basis, Basis::Net);
    }
}
