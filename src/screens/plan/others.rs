//! What a month aims at beside money, what it came to, and how far that is.

use super::percent;
use super::typed::{fen_text, part_text, ratio_text};
use crate::analytics::metrics::{Metric, Value};
use crate::analytics::targets::{OtherAttainments, Others, PlanView, Ratio, Reached};
use crate::i18n::{Lang, Text, format, t};
use crate::screens::sales::reason;

/// What can be aimed at beside money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// 访客数
    Visitors,
    /// 支付转化率
    Conversion,
    /// 客单价
    SpendPerBuyer,
    /// 客户满意率
    Satisfied,
    /// 投产比
    Roi,
}

impl Other {
    /// All of them, in the order in which they stand.
    pub const ALL: [Other; 5] = [
        Other::Visitors,
        Other::Conversion,
        Other::SpendPerBuyer,
        Other::Satisfied,
        Other::Roi,
    ];

    /// What it is called.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Other::Visitors => Metric::Visitors.entry(lang).name,
            Other::Conversion => Metric::PayConversion.entry(lang).name,
            Other::SpendPerBuyer => Metric::SpendPerBuyer.entry(lang).name,
            Other::Satisfied => Text::OtherSatisfied.get(lang),
            Other::Roi => Text::OtherRoi.get(lang),
        }
    }

    /// How it is typed.
    pub fn example(self) -> &'static str {
        match self {
            Other::Visitors => "30000",
            Other::Conversion => "3.2%",
            Other::SpendPerBuyer => "168",
            Other::Satisfied => "95%",
            Other::Roi => "1:3.5",
        }
    }

    fn typed(self, targets: &Others) -> Option<String> {
        match self {
            Other::Visitors => targets.visitors.map(|n| n.to_string()),
            Other::Conversion => targets.conversion_ppm.map(part_text),
            Other::SpendPerBuyer => targets.spend_per_buyer_fen.map(|fen| fen_text(fen.into())),
            Other::Satisfied => targets.satisfied_ppm.map(part_text),
            Other::Roi => targets.roi_milli.map(ratio_text),
        }
    }

    fn reached(self, reached: &Reached) -> &Value {
        match self {
            Other::Visitors => &reached.visitors,
            Other::Conversion => &reached.conversion,
            Other::SpendPerBuyer => &reached.spend_per_buyer,
            Other::Satisfied => &reached.satisfied,
            Other::Roi => &reached.roi,
        }
    }

    fn attained(self, attained: &OtherAttainments) -> Option<Ratio> {
        match self {
            Other::Visitors => attained.visitors,
            Other::Conversion => attained.conversion,
            Other::SpendPerBuyer => attained.spend_per_buyer,
            Other::Satisfied => attained.satisfied,
            Other::Roi => attained.roi,
        }
    }
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherLine {
    /// What is aimed at.
    pub other: Other,
    /// What it is called.
    pub name: &'static str,
    /// What was typed.
    pub typed: String,
    /// What it came to.
    pub actual: String,
    /// Through which day, or why it is not known.
    pub remark: String,
    /// 达成率.
    pub attainment: String,
    /// Whether it reaches the 90 %; nothing where it cannot be told.
    pub is_met: Option<bool>,
}

/// What a month aims at beside money.
pub fn lines(plan: &PlanView, month: usize, lang: Lang) -> Vec<OtherLine> {
    let typed = plan.targets.years.get(&plan.plan.year);
    let targets = typed
        .and_then(|year| year.others.get(month).copied())
        .unwrap_or_default();
    let known = plan.others.iter().find(|other| other.month == month);
    let line = |other: Other| {
        let value = known.map(|known| other.reached(&known.reached));
        let attained = known.and_then(|known| other.attained(&known.attained));
        let through = known.map(|known| match other {
            Other::Visitors | Other::Conversion => known.reached.visitors_through,
            _ => known.reached.through,
        });
        OtherLine {
            other,
            name: other.name(lang),
            typed: other.typed(&targets).unwrap_or_default(),
            actual: value.map_or_else(
                || format::NONE.to_owned(),
                |value| actual(other, value, lang),
            ),
            remark: match (value, through) {
                (Some(Value::Absent(why)), _) => reason::absent(lang, why),
                (Some(_), Some(day)) => t(
                    lang,
                    Text::OtherThrough,
                    &[&format::day(lang, day, Some(plan.plan.year))],
                ),
                _ => String::new(),
            },
            attainment: percent(attained, lang),
            is_met: attained.map(Ratio::reaches_line),
        }
    };
    Other::ALL.map(line).into()
}

fn actual(other: Other, value: &Value, lang: Lang) -> String {
    match (other, value) {
        (Other::Roi, Value::Rate { num, den }) => {
            format!("1:{}", format::decimals(*num as f64 / *den as f64, 2))
        }
        (_, Value::Absent(_)) => format::NONE.to_owned(),
        _ => format::full(lang, value),
    }
}
