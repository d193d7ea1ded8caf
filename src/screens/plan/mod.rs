//! The targets of a year in words and numbers.

pub mod amounts;
pub mod days;
pub mod findings;

use crate::analytics::metrics::{Metric, Value};
use crate::analytics::targets::{Basis, PlanView, Progress, Ratio};
use crate::i18n::{Lang, Text, format, t};

/// What the amounts are amounts of, and how far the data go.
pub fn truth(plan: &PlanView, lang: Lang) -> String {
    let metric = match plan.targets.basis {
        Basis::Net => Metric::PaidNet,
        Basis::Gross => Metric::PaidGross,
    };
    let name = metric.entry(lang).name;
    match plan.data {
        Some(data) => t(
            lang,
            Text::PlanTruth,
            &[name, &format::day(lang, data.last, None)],
        ),
        None => t(lang, Text::PlanTruthNoData, &[name]),
    }
}

/// What was typed is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAmount;

/// An amount typed in 元, in 分: digits with at most two decimals, thousands parted or not, 万 behind it or not. Nothing
/// where nothing was typed; an error where it is no amount.
pub fn typed_fen(text: &str) -> Result<Option<i64>, NotAnAmount> {
    let text: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, ',' | '，' | '¥' | ' '))
        .collect();
    if text.is_empty() {
        return Ok(None);
    }
    let (digits, times) = match text.strip_suffix('万') {
        Some(digits) => (digits, 10_000.0),
        None => (text.strip_suffix('元').unwrap_or(&text), 1.0),
    };
    let yuan: f64 = digits.parse().map_err(|_| NotAnAmount)?;
    let fen = (yuan * times * 100.0).round();
    (fen.is_finite() && (0.0..1e15).contains(&fen))
        .then_some(Some(fen as i64))
        .ok_or(NotAnAmount)
}

/// 分 as an input shows them: 元, without decimals where there are none.
pub fn input_text(fen: i64) -> String {
    match fen % 100 {
        0 => (fen / 100).to_string(),
        _ => format!("{}.{:02}", fen / 100, fen % 100),
    }
}

/// A quotient in percent; — where there is none.
pub fn percent(ratio: Option<Ratio>, lang: Lang) -> String {
    ratio.map_or_else(
        || format::NONE.to_owned(),
        |Ratio { num, den }| format::full(lang, &Value::Rate { num, den }),
    )
}

/// How a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is known yet.
    Ahead,
    /// It has brought at least what was due, or nine tenths of the whole once it is over.
    OnTrack,
    /// Less.
    Behind,
}

/// How a target stands: by what was due so far.
pub fn standing(progress: &Progress) -> Standing {
    match progress.pace() {
        None => Standing::Ahead,
        Some(pace) if pace.reaches_line() => Standing::OnTrack,
        Some(_) => Standing::Behind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_they_are_typed() {
        assert_eq!(typed_fen(" 448,400 "), Ok(Some(44_840_000)));
        assert_eq!(typed_fen("44.84万"), Ok(Some(44_840_000)));
        assert_eq!(typed_fen("¥12.5"), Ok(Some(1_250)));
        assert_eq!(typed_fen(""), Ok(None));
        for wrong in ["abc", "-5", "1e30", "12..5"] {
            assert_eq!(typed_fen(wrong), Err(NotAnAmount), "{wrong}");
        }
        assert_eq!(input_text(44_840_050), "448400.50");
        assert_eq!(typed_fen(&input_text(123_456)), Ok(Some(123_456)));
    }
}
