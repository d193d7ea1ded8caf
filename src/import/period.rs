//! Finds the days that a text speaks of: a cell (`2026-05-04 ~ 2026-05-10`, `2026年5月`), a title row
//! (`统计时间：2026-05-04至2026-05-10`), a file's name (`商品_全部_2026-05-04_2026-05-10.xls`).

use crate::import::width::half_width;
use crate::model::time::{Day, Span};
use chrono::Datelike;

/// The days that a text is about: one date, or the first two of a range; a month without a day is all of it.
///
/// ```
/// use dianzhang::import::period::span_in;
/// let written = |text| span_in(text).map(|s| format!("{}…{}", s.first, s.last));
/// assert_eq!(written("2026-05-04 ~ 2026-05-10").as_deref(), Some("2026-05-04…2026-05-10"));
/// assert_eq!(written("商品_全部_2026-05-04_2026-05-10.xls").as_deref(), Some("2026-05-04…2026-05-10"));
/// assert_eq!(written("2026年5月").as_deref(), Some("2026-05-01…2026-05-31"));
/// assert_eq!(written("ExportItemlList202604171030.csv").as_deref(), Some("2026-04-17…2026-04-17"));
/// assert_eq!(written("订单 819284758291837465"), None);
/// ```
pub fn span_in(text: &str) -> Option<Span> {
    let text = half_width(text);
    let mut dates = dates(&text).into_iter();
    let first = dates.next()?;
    let span = match dates.next() {
        Some(last) if last.last >= first.first => Span::new(first.first, last.last),
        _ => first,
    };
    Some(span)
}

/// `1月21日` without a year before it: the last such day up to today.
pub fn day_without_year(text: &str, today: Day) -> Option<Span> {
    let chars: Vec<char> = half_width(text).chars().collect();
    let at = chars.iter().position(|c| *c == '月')?;
    let before = chars[..at].iter().rev();
    let month_len = before.take_while(|c| c.is_ascii_digit()).count();
    let day_len = digits(&chars, at + 1);
    let is_short = |len: usize| (1..=2).contains(&len);
    if !is_short(month_len) || !is_short(day_len) {
        return None;
    }
    let month = value(&chars, at - month_len, month_len)?;
    let day = value(&chars, at + 1, day_len)?;
    let year = today.date().year();
    // The 29th of February has been in one of the last eight years.
    let days = (0..8).filter_map(|back| Day::from_ymd(year - back, month, day));
    let day = days.into_iter().find(|day| *day <= today)?;
    Some(Span::new(day, day))
}

/// Every date in a text, in order, each as the days that it means.
fn dates(text: &str) -> Vec<Span> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let run = digits(&chars, at);
        let read = match run {
            4 => written(&chars, at),
            6 | 8 | 12 | 14 => compact(&chars, at, run),
            _ => None,
        };
        match read {
            Some((span, end)) => {
                found.push(span);
                at = end.max(at + run);
            }
            None => at += run,
        }
    }
    found
}

fn digits(chars: &[char], at: usize) -> usize {
    chars[at..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .count()
}

fn value(chars: &[char], at: usize, len: usize) -> Option<u32> {
    let part = chars.get(at..at + len)?;
    part.iter()
        .try_fold(0, |sum, c| Some(sum * 10 + c.to_digit(10)?))
}

/// A year of these times: other numbers of four digits are no years.
fn year(chars: &[char], at: usize) -> Option<i32> {
    let year = value(chars, at, 4)? as i32;
    (2003..2100).contains(&year).then_some(year)
}

/// `20260417`, also with a clock behind it, and `202604`.
fn compact(chars: &[char], at: usize, run: usize) -> Option<(Span, usize)> {
    let (year, month) = (year(chars, at)?, value(chars, at + 4, 2)?);
    if run == 6 {
        return Some((month_of(year, month)?, at + run));
    }
    let day = Day::from_ymd(year, month, value(chars, at + 6, 2)?)?;
    Some((Span::new(day, day), at + run))
}

/// `2026-04-17`, `2026/4/17`, `2026年4月17日`, `2026年4月`, `2026-04`.
fn written(chars: &[char], at: usize) -> Option<(Span, usize)> {
    let is_sign = |at: usize| matches!(chars.get(at), Some('-' | '/' | '.' | '年' | '月'));
    let year = year(chars, at)?;
    let month_at = is_sign(at + 4).then_some(at + 5)?;
    let month_len = digits(chars.get(..).filter(|c| month_at < c.len())?, month_at);
    if !(1..=2).contains(&month_len) {
        return None;
    }
    let month = value(chars, month_at, month_len)?;
    let sign_at = month_at + month_len;
    let day_at = sign_at + 1;
    let day_len = if is_sign(sign_at) && day_at < chars.len() {
        digits(chars, day_at)
    } else {
        0
    };
    if !(1..=2).contains(&day_len) {
        return Some((month_of(year, month)?, sign_at));
    }
    let day = Day::from_ymd(year, month, value(chars, day_at, day_len)?)?;
    Some((Span::new(day, day), day_at + day_len))
}

fn month_of(year: i32, month: u32) -> Option<Span> {
    let first = Day::from_ymd(year, month, 1)?;
    Some(Span::new(first, first.month_end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> Option<String> {
        span_in(text).map(|s| format!("{} {}", s.first, s.last))
    }

    #[test]
    fn dates_in_every_form() {
        let cases = [
            ("2026-05-04", "2026-05-04 2026-05-04"),
            ("2026/5/4", "2026-05-04 2026-05-04"),
            ("20260417", "2026-04-17 2026-04-17"),
            ("2026年4月17日", "2026-04-17 2026-04-17"),
            ("2026年4月1日至2026年4月30日", "2026-04-01 2026-04-30"),
            ("20260401-20260430", "2026-04-01 2026-04-30"),
            ("统计时间：2026-05-04至2026-05-10", "2026-05-04 2026-05-10"),
            (
                "2026-05-04 00:00:00~2026-05-10 23:59:59",
                "2026-05-04 2026-05-10",
            ),
            ("202604", "2026-04-01 2026-04-30"),
            ("2026-02", "2026-02-01 2026-02-28"),
            ("商品报表_20260417_103012.csv", "2026-04-17 2026-04-17"),
        ];
        for (text, expected) in cases {
            assert_eq!(written(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "1234",
            "9999-01-01",
            "2026-13-01",
            "13800000000",
            "2026",
        ] {
            assert_eq!(written(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in "[0-9\\-/.年月日~ _]{0,30}") {
            let _ = span_in(&text);
            let _ = day_without_year(&text, Day(9_000));
        }
    }
}
