//! What is typed of targets, read, and written as it would be typed.

use crate::analytics::targets::{ONE_MILLI, WHOLE_PPM, YearAmount};

/// What was typed is not what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Something that was typed; nothing where nothing was.
pub type Typed<T> = Result<Option<T>, Unreadable>;

/// Without spaces and what parts thousands, full-width signs as usual ones.
fn plain(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，' | '¥'));
    let usual = kept.map(|c| match c {
        '％' => '%',
        '：' => ':',
        '＋' => '+',
        '－' | '−' => '-',
        c => c,
    });
    usual.collect()
}

/// A number of at most `most`, times `times`, rounded.
fn number(text: &str, times: f64, most: f64) -> Result<i64, Unreadable> {
    let number: f64 = text.parse().map_err(|_| Unreadable)?;
    let number = (number * times).round();
    let is_fit = number.is_finite() && number.abs() <= most;
    is_fit.then_some(number as i64).ok_or(Unreadable)
}

/// A number that is not below 0.
fn count(text: &str, times: f64) -> Typed<u32> {
    match text {
        "" => Ok(None),
        _ => {
            let number = number(text, times, f64::from(u32::MAX))?;
            u32::try_from(number).map(Some).map_err(|_| Unreadable)
        }
    }
}

/// An amount typed in 元, in 分: digits with at most two decimals, thousands parted or not, 万 or 亿 behind it or not.
pub fn fen(text: &str) -> Typed<i64> {
    let text = plain(text);
    if text.is_empty() {
        return Ok(None);
    }
    let (digits, times) = match (text.strip_suffix('万'), text.strip_suffix('亿')) {
        (Some(digits), _) => (digits, 1e6),
        (_, Some(digits)) => (digits, 1e10),
        _ => (text.strip_suffix('元').unwrap_or(&text), 100.0),
    };
    let fen = number(digits, times, 1e15)?;
    (fen >= 0).then_some(Some(fen)).ok_or(Unreadable)
}

/// The whole year: an amount, or with a sign and a % how much more than the year before.
pub fn year(text: &str) -> Typed<YearAmount> {
    match plain(text).strip_suffix('%') {
        Some(percent) => number(percent, 1e4, 1e10).map(|ppm| Some(YearAmount::GrowthPpm(ppm))),
        None => Ok(fen(text)?.map(YearAmount::Fen)),
    }
}

/// How the year was typed.
pub fn year_text(amount: YearAmount) -> String {
    match amount {
        YearAmount::Fen(fen) => fen_text(fen),
        YearAmount::GrowthPpm(ppm) => {
            let sign = if ppm < 0 { "-" } else { "+" };
            format!("{sign}{}%", short(ppm.unsigned_abs() as f64 / 1e4))
        }
    }
}

/// A part in percent, with or without the sign, in millionths: at most all of it.
pub fn part_ppm(text: &str) -> Typed<u32> {
    let text = plain(text);
    let ppm = count(text.strip_suffix('%').unwrap_or(&text), 1e4)?;
    let is_part = ppm.is_none_or(|ppm| i64::from(ppm) <= WHOLE_PPM);
    is_part.then_some(ppm).ok_or(Unreadable)
}

/// Millionths in percent.
pub fn part_text(ppm: u32) -> String {
    format!("{}%", short(f64::from(ppm) / 1e4))
}

/// A whole number, 万 behind it or not.
pub fn whole(text: &str) -> Typed<u32> {
    let text = plain(text);
    match text.strip_suffix('万') {
        Some(digits) => count(digits, 1e4),
        None => count(&text, 1.0),
    }
}

/// An amount of 元 that fits into 32 bits of 分.
pub fn small_fen(text: &str) -> Typed<u32> {
    match fen(text)? {
        Some(fen) => u32::try_from(fen).map(Some).map_err(|_| Unreadable),
        None => Ok(None),
    }
}

/// How many times the cost came back, 3.5 or 1:3.5, in thousandths.
pub fn ratio_milli(text: &str) -> Typed<u32> {
    let text = plain(text);
    count(text.strip_prefix("1:").unwrap_or(&text), 1e3)
}

/// Thousandths as 1:3.5.
pub fn ratio_text(milli: u32) -> String {
    format!("1:{}", short(f64::from(milli) / 1e3))
}

/// An index with 100 as the usual day, in thousandths: at most a hundred times as much.
pub fn index_milli(text: &str) -> Typed<u32> {
    let index = count(&plain(text), f64::from(ONE_MILLI) / 100.0)?;
    let is_fit = index.is_none_or(|index| index <= 100 * ONE_MILLI);
    is_fit.then_some(index).ok_or(Unreadable)
}

/// Thousandths as an index with 100 as the usual day.
pub fn index_text(milli: u32) -> String {
    short(f64::from(milli) / 10.0)
}

/// 分 as an input shows them: 元, without decimals where there are none.
pub fn fen_text(fen: i64) -> String {
    match fen % 100 {
        0 => (fen / 100).to_string(),
        _ => format!("{}.{:02}", fen / 100, fen % 100),
    }
}

/// A number with the decimals that it has, four at most.
fn short(number: f64) -> String {
    let text = format!("{number:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_they_are_typed() {
        assert_eq!(fen(" 448,400 "), Ok(Some(44_840_000)));
        assert_eq!(fen("44.84万"), Ok(Some(44_840_000)));
        assert_eq!(fen("1.2亿"), Ok(Some(12_000_000_000)));
        assert_eq!(fen("¥12.5"), Ok(Some(1_250)));
        assert_eq!(fen(""), Ok(None));
        for wrong in ["abc", "-5", "1e30", "12..5", "15%"] {
            assert_eq!(fen(wrong), Err(Unreadable), "{wrong}");
        }
        assert_eq!(fen_text(44_840_050), "448400.50");
        assert_eq!(fen(&fen_text(123_456)), Ok(Some(123_456)));
    }

    #[test]
    fn a_year_is_an_amount_or_a_growth() {
        assert_eq!(year("+15%"), Ok(Some(YearAmount::GrowthPpm(150_000))));
        assert_eq!(year("－3.5％"), Ok(Some(YearAmount::GrowthPpm(-35_000))));
        assert_eq!(year("500万"), Ok(Some(YearAmount::Fen(500_000_000))));
        assert_eq!(year(" "), Ok(None));
        assert_eq!(year("%"), Err(Unreadable));
        for amount in [
            YearAmount::GrowthPpm(-35_000),
            YearAmount::GrowthPpm(120_000),
            YearAmount::Fen(7),
        ] {
            assert_eq!(year(&year_text(amount)), Ok(Some(amount)));
        }
        assert_eq!(year_text(YearAmount::GrowthPpm(150_000)), "+15%");
    }

    #[test]
    fn parts_ratios_and_indices_come_back_as_they_were_typed() {
        assert_eq!(part_ppm("33.3333%"), Ok(Some(333_333)));
        assert_eq!(part_ppm("101"), Err(Unreadable));
        assert_eq!(part_text(333_333), "33.3333%");
        assert_eq!(
            (ratio_milli("1：3.5"), ratio_milli("3.5")),
            (Ok(Some(3_500)), Ok(Some(3_500)))
        );
        assert_eq!(ratio_text(3_500), "1:3.5");
        assert_eq!(index_milli("150"), Ok(Some(1_500)));
        assert_eq!(index_milli("-1"), Err(Unreadable));
        assert_eq!(index_milli("10001"), Err(Unreadable));
        assert_eq!(
            (index_text(1_500), index_text(1_002)),
            ("150".to_owned(), "100.2".to_owned())
        );
        assert_eq!((whole("1.2万"), whole("")), (Ok(Some(12_000)), Ok(None)));
        assert_eq!(small_fen("99999999"), Err(Unreadable));
    }
}
