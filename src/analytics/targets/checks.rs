//! The golden checks of the targets.

use super::facts::{DayClass, Facts};
use super::learn::{learn, weekday_of};
use super::spread::by_weight;
use crate::analytics::selfcheck::Check;
use crate::i18n::Words;
use crate::model::time::{Day, Span};

/// ¥448 400 over 31 days whose indices come to 506.
const MONTH_FEN: i64 = 44_840_000;
const IDENTITY: &str = "448400 × 10 ÷ 506";
const HAMILTON: &str = "apportionment 1.0, largest_remainder";
const PANDAS: &str = "pandas 2.3.3";

/// What targets come to, against what others say that they must.
pub fn checks() -> Vec<Check> {
    let indices: Vec<u64> = (0..31).map(|day| 3 + day * day * 7 % 29).collect();
    let days = by_weight(MONTH_FEN, &indices);
    let ten = indices.iter().position(|index| *index == 10);
    let of_ten = ten.and_then(|at| days.get(at)).copied().unwrap_or_default();
    let numbered: i64 = days.iter().zip(1..).map(|(fen, number)| fen * number).sum();
    let exact = |subject, reference, expected: i64, found: i64| Check {
        subject,
        reference,
        expected: expected as f64,
        found: found as f64,
        tolerance: 0.0,
    };
    let mut checks = vec![
        exact(
            (
                "日目标：指数 10 的一天（分）",
                "Day target: a day of index 10 (分)",
            ),
            IDENTITY,
            886_166,
            of_ten,
        ),
        exact(
            (
                "日目标之和等于月目标（分）",
                "Day targets add up to the month (分)",
            ),
            IDENTITY,
            MONTH_FEN,
            days.iter().sum(),
        ),
        exact(
            (
                "最大余数法：31 天目标 × 日序之和",
                "Largest remainders: Σ target × day number over 31 days",
            ),
            HAMILTON,
            708_755_573,
            numbered,
        ),
    ];
    checks.extend(learned());
    checks
}

const WEEKDAYS: [Words; 7] = [
    ("周一指数", "Monday index"),
    ("周二指数", "Tuesday index"),
    ("周三指数", "Wednesday index"),
    ("周四指数", "Thursday index"),
    ("周五指数", "Friday index"),
    ("周六指数", "Saturday index"),
    ("周日指数", "Sunday index"),
];

/// By pandas: `r = u / u.rolling(7, center=True).mean()`, the median of `r` by weekday, brought to the mean 1; `u` is without
/// the sale, which then is held against the median level of the 28 days around it.
const PANDAS_SAYS: [f64; 7] = [
    0.694_681, 0.803_035, 0.907_316, 0.995_926, 1.101_876, 1.194_998, 1.302_168,
];
const PANDAS_SALE: f64 = 6.091_184;

/// 12 weeks from a Monday that grow, with a sale on the day 40 and nothing sold on the day 60.
fn learned() -> Vec<Check> {
    let first = Day(8_766); // 2024-01-01
    let paid = |day: Day| {
        let at = i64::from(day.0 - first.0);
        let level = (100_000 + 350 * at) * (7 + at % 7) / 10 + at * at * 37 % 4_001 - 2_000;
        match at {
            40 => Some(level * 6),
            60 => Some(0),
            0..84 => Some(level),
            _ => None,
        }
    };
    let class = |day: Day| match day.0 - first.0 {
        40 => DayClass::Special("sale".to_owned()),
        _ => DayClass::Usual,
    };
    let facts = Facts::gather(Span::new(first, first.plus(83)), &paid, &class);
    let learned = learn(&facts, first.plus(84), None);
    let near = |subject, expected, found: Option<u32>| Check {
        subject,
        reference: PANDAS,
        expected,
        found: found.map_or(f64::NAN, |milli| f64::from(milli) / 1_000.0),
        tolerance: 0.000_51,
    };
    let of = |at: usize| learned.weekdays.map(|weekdays| weekdays[at]);
    let weekdays = (0..7).map(|at| {
        let at = weekday_of(first.plus(at));
        near(WEEKDAYS[at], PANDAS_SAYS[at], of(at))
    });
    let sale = learned.specials.get("sale").map(|s| s.index_milli);
    weekdays
        .chain([near(("活动日指数", "Index of a sale"), PANDAS_SALE, sale)])
        .collect()
}
