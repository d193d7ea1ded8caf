//! How numbers and dates are written: 万 and 亿 from five digits on in tiles, full digits in tables, rates in percent and
//! their changes in percentage points, — where there is no number.

use crate::analytics::compare::Change;
use crate::analytics::metrics::Value;
use crate::i18n::Lang;
use crate::model::time::{Day, Span};
use chrono::Datelike;

/// What stands where there is no number.
pub const NONE: &str = "—";

/// A number as a tile shows it: the figure large, the unit small behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Digits with sign and currency.
    pub digits: String,
    /// 万, 亿, 分钟, … or empty.
    pub unit: &'static str,
}

/// A value for a tile: short, with its unit apart.
pub fn tile(lang: Lang, value: &Value) -> Figure {
    let plain = |digits: String| Figure { digits, unit: "" };
    match value {
        Value::Fen(fen) => {
            let (digits, unit) = short(lang, *fen as f64 / 100.0, 2);
            Figure {
                digits: with_yuan(&digits),
                unit,
            }
        }
        Value::Count(n) => {
            let (digits, unit) = short(lang, *n as f64, 0);
            Figure { digits, unit }
        }
        Value::SecsPer { secs, per } => Figure {
            digits: decimals(*secs as f64 / *per as f64 / 60.0, 2),
            unit: lang.pick(("分钟", "min")),
        },
        other => plain(full(lang, other)),
    }
}

/// A value with all its digits, for tables and tooltips.
pub fn full(lang: Lang, value: &Value) -> String {
    match value {
        Value::Fen(fen) => money(*fen),
        Value::Count(n) => grouped(*n),
        Value::Rate { num, den } => format!("{}%", decimals(*num as f64 / *den as f64 * 100.0, 2)),
        Value::FenPer { fen, per } => with_yuan(&decimals(*fen as f64 / *per as f64 / 100.0, 2)),
        Value::SecsPer { secs, per } => {
            format!(
                "{} {}",
                decimals(*secs as f64 / *per as f64 / 60.0, 2),
                lang.pick(("分钟", "min"))
            )
        }
        Value::Absent(_) => NONE.to_owned(),
    }
}

/// An amount to the 分: `¥1,902,487.15`.
pub fn money(fen: i64) -> String {
    let sign = if fen < 0 { "−" } else { "" };
    let fen = fen.unsigned_abs();
    format!("{sign}¥{}.{:02}", grouped_digits(fen / 100), fen % 100)
}

/// A whole number with thousands separated.
pub fn grouped(n: i64) -> String {
    format!(
        "{}{}",
        if n < 0 { "−" } else { "" },
        grouped_digits(n.unsigned_abs())
    )
}

/// The size of a change without its sign: `9.4%`, `0.40pp`. The sign is the triangle's.
pub fn change(change: Change) -> String {
    match change {
        Change::Relative(x) => format!("{}%", decimals(x.abs() * 100.0, 1)),
        Change::Points(x) => format!("{}pp", decimals(x.abs(), 2)),
    }
}

/// A day with its weekday: `11月25日 周三`, `Wed 25 Nov`. The year is added when it is not `this_year`.
pub fn day(lang: Lang, day: Day, this_year: Option<i32>) -> String {
    let date = day.date();
    let weekday = weekday(lang, day);
    let year = (this_year != Some(date.year())).then(|| date.year());
    match (lang, year) {
        (Lang::Zh, None) => format!("{}月{}日 {weekday}", date.month(), date.day()),
        (Lang::Zh, Some(y)) => format!("{y}年{}月{}日 {weekday}", date.month(), date.day()),
        (Lang::En, None) => format!(
            "{weekday} {} {}",
            date.day(),
            MONTHS[date.month0() as usize]
        ),
        (Lang::En, Some(y)) => format!(
            "{weekday} {} {} {y}",
            date.day(),
            MONTHS[date.month0() as usize]
        ),
    }
}

/// A range of days as short as it stays clear: `2020-02-01 – 02-29`, or one date.
pub fn span(span: Span) -> String {
    let (first, last) = (span.first.to_string(), span.last.to_string());
    match (first == last, first[..4] == last[..4]) {
        (true, _) => first,
        (false, true) => format!("{first} – {}", &last[5..]),
        (false, false) => format!("{first} – {last}"),
    }
}

/// The weekday's short name.
pub fn weekday(lang: Lang, day: Day) -> &'static str {
    const ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
    const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let i = day.weekday().num_days_from_monday() as usize;
    lang.pick((ZH[i], EN[i]))
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A size in bytes: `365 MB`.
pub fn bytes(n: u64) -> String {
    match n {
        0..1_000 => format!("{n} B"),
        1_000..1_000_000 => format!("{} kB", decimals(n as f64 / 1e3, 0)),
        1_000_000..1_000_000_000 => format!("{} MB", decimals(n as f64 / 1e6, 1)),
        _ => format!("{} GB", decimals(n as f64 / 1e9, 2)),
    }
}

/// Cuts a number to what a tile can hold: units from five digits before the point on.
fn short(lang: Lang, n: f64, places: usize) -> (String, &'static str) {
    let size = n.abs();
    match lang {
        Lang::Zh if size >= 1e8 => (decimals(n / 1e8, 2), "亿"),
        Lang::Zh if size >= 1e4 => (decimals(n / 1e4, 2), "万"),
        Lang::En if size >= 1e9 => (decimals(n / 1e9, 2), "B"),
        Lang::En if size >= 1e6 => (decimals(n / 1e6, 2), "M"),
        Lang::En if size >= 1e4 => (decimals(n / 1e3, 1), "k"),
        _ => (decimals(n, places), ""),
    }
}

fn with_yuan(digits: &str) -> String {
    match digits.strip_prefix('−') {
        Some(rest) => format!("−¥{rest}"),
        None => format!("¥{digits}"),
    }
}

/// A number with about as many digits as say something: what the checks of the methods come to.
pub fn significant(n: f64) -> String {
    let places = match n.abs() {
        size if size >= 1_000.0 => 2,
        size if size >= 1.0 => 4,
        _ => 6,
    };
    let text = decimals(n, places);
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// A number with a fixed number of decimals, thousands separated, a real minus sign, and never `−0`.
pub fn decimals(n: f64, places: usize) -> String {
    let text = format!("{:.places$}", n.abs());
    let (whole, rest) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(w, r)| (w, Some(r)));
    let whole = whole
        .parse::<u64>()
        .map_or_else(|_| whole.to_owned(), grouped_digits);
    let is_zero = text.bytes().all(|b| b == b'0' || b == b'.');
    let sign = if n < 0.0 && !is_zero { "−" } else { "" };
    match rest {
        Some(rest) => format!("{sign}{whole}.{rest}"),
        None => format!("{sign}{whole}"),
    }
}

fn grouped_digits(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_to_the_fen() {
        assert_eq!(money(190_248_715), "¥1,902,487.15");
        assert_eq!(money(-5), "−¥0.05");
    }

    #[test]
    fn tiles_use_wan_from_five_digits() {
        assert_eq!(
            tile(Lang::Zh, &Value::Fen(190_248_715)),
            Figure {
                digits: "¥190.25".into(),
                unit: "万"
            }
        );
        assert_eq!(
            tile(Lang::En, &Value::Fen(190_248_715)),
            Figure {
                digits: "¥1.90".into(),
                unit: "M"
            }
        );
        assert_eq!(
            tile(Lang::Zh, &Value::Count(9_999)),
            Figure {
                digits: "9,999".into(),
                unit: ""
            }
        );
        assert_eq!(
            tile(Lang::Zh, &Value::Fen(-1_234_567_800_000)).digits,
            "−¥123.46"
        );
    }

    #[test]
    fn a_small_negative_never_rounds_to_minus_zero() {
        assert_eq!(decimals(-0.004, 2), "0.00");
        assert_eq!(decimals(-1234.5, 1), "−1,234.5");
    }

    #[test]
    fn days_carry_their_weekday() {
        let day25 = Day::parse_iso("2020-02-25").expect("a date");
        assert_eq!(day(Lang::Zh, day25, Some(2020)), "2月25日 周二");
        assert_eq!(day(Lang::En, day25, None), "Tue 25 Feb 2020");
    }

    #[test]
    fn spans_leave_out_the_repeated_year() {
        let a = Day::parse_iso("2020-02-01").expect("a date");
        assert_eq!(span(Span::new(a, a.plus(28))), "2020-02-01 – 02-29");
        assert_eq!(span(Span::new(a, a)), "2020-02-01");
    }
}
