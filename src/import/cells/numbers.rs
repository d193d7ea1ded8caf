//! Numbers: money, shares, counts, durations.

use super::{Reading, is_nothing, trimmed, whole};
use crate::import::encoding::CellEncoding;
use crate::import::width::half_width;

/// Money in yuan, as 分. Takes commas between thousands, `¥`, `￥` and `元`, and rounds a third decimal half away from zero.
///
/// ```
/// use dianzhang::import::{cells::{money, Reading}, encoding::CellEncoding};
/// assert_eq!(money(b"1,234.5", CellEncoding::Utf8), Reading::Value(123_450));
/// assert_eq!(money("0元".as_bytes(), CellEncoding::Utf8), Reading::Value(0));
/// assert_eq!(money("无退款申请".as_bytes(), CellEncoding::Utf8), Reading::Bad);
/// ```
pub fn money(cell: &[u8], encoding: CellEncoding) -> Reading<i64> {
    if let Some(fen) = plain_fen(cell) {
        return Reading::Value(fen);
    }
    scaled(cell, encoding, |text| {
        let bare = text
            .trim_start_matches(['¥', '￥'])
            .trim_end_matches(['元', '圆'])
            .trim();
        decimal(bare.as_bytes(), 2).filter(|fen| fen.abs() <= LARGEST_FEN)
    })
}

/// The form of nearly every amount, `178.80` or `178.8` or `178`, read without a detour.
fn plain_fen(cell: &[u8]) -> Option<i64> {
    let (yuan, fen) = match cell {
        [yuan @ .., b'.', tens, ones] => (yuan, [*tens, *ones]),
        [yuan @ .., b'.', tens] => (yuan, [*tens, b'0']),
        yuan => (yuan, *b"00"),
    };
    if yuan.len() > 9 || !fen.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let fen = i64::from(fen[0] - b'0') * 10 + i64::from(fen[1] - b'0');
    whole(yuan).map(|yuan| yuan as i64 * 100 + fen)
}

/// A number with or without decimals, in thousandths; a duration (`0:03:20`, `3分20秒`) in thousandths of a second.
///
/// ```
/// use dianzhang::import::{cells::{number, Reading}, encoding::CellEncoding};
/// assert_eq!(number(b"-1,234.5", CellEncoding::Utf8), Reading::Value(-1_234_500));
/// assert_eq!(number(b"00:03:20", CellEncoding::Utf8), Reading::Value(200_000));
/// ```
pub fn number(cell: &[u8], encoding: CellEncoding) -> Reading<i64> {
    scaled(cell, encoding, |text| {
        decimal(text.as_bytes(), 3).or_else(|| duration_millis(text))
    })
}

/// A share, in millionths: `3.21%`, `0.0321`, or a share of a thousand (`‰`).
///
/// ```
/// use dianzhang::import::{cells::{rate, Reading}, encoding::CellEncoding};
/// assert_eq!(rate(b"3.21%", CellEncoding::Utf8), Reading::Value(32_100));
/// assert_eq!(rate(b"0.0321", CellEncoding::Utf8), Reading::Value(32_100));
/// ```
pub fn rate(cell: &[u8], encoding: CellEncoding) -> Reading<i64> {
    scaled(cell, encoding, |text| {
        let (bare, decimals) = match text.strip_suffix('%') {
            Some(percent) => (percent, 4),
            None => (
                text.strip_suffix('‰').unwrap_or(text),
                if text.ends_with('‰') { 3 } else { 6 },
            ),
        };
        decimal(bare.trim().as_bytes(), decimals)
    })
}

/// Reads a number in the form in which `read` takes it; full-width digits are made half-width first.
fn scaled(cell: &[u8], encoding: CellEncoding, read: impl Fn(&str) -> Option<i64>) -> Reading<i64> {
    if cell.is_empty() {
        return Reading::Empty;
    }
    let cell = trimmed(cell);
    if is_nothing(cell) {
        return Reading::Empty;
    }
    let value = match std::str::from_utf8(cell) {
        Ok(text) if text.is_ascii() => read(text),
        _ => read(&half_width(&encoding.decode(cell).0).replace('−', "-")),
    };
    value.map_or(Reading::Bad, Reading::Value)
}

/// No order costs ten billion yuan; sums of what is below never overflow.
const LARGEST_FEN: i64 = 1_000_000_000_000;

/// A decimal number with so many decimals, as a whole number; further decimals round half away from zero.
fn decimal(text: &[u8], scale: usize) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let point = digits
        .iter()
        .position(|&b| b == b'.')
        .unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(point);
    let decimals = rest.get(1..).unwrap_or_default();
    if whole.len() + decimals.len() == 0
        || !decimals.iter().all(u8::is_ascii_digit)
        || !commas_fit(whole)
    {
        return None;
    }
    let mut value: i64 = 0;
    let places = (0..scale).map(|i| decimals.get(i).copied().unwrap_or(b'0'));
    for b in whole.iter().copied().filter(|&b| b != b',').chain(places) {
        value = value.checked_mul(10)?.checked_add(i64::from(b - b'0'))?;
    }
    let rounds_up = decimals.get(scale).is_some_and(|&b| b >= b'5');
    value = value.checked_add(i64::from(rounds_up))?;
    Some(if negative { -value } else { value })
}

/// `0:03:20`, `03:20`, `1小时3分20秒`, `3分20秒`, `20秒`.
fn duration_millis(text: &str) -> Option<i64> {
    let plain = text
        .replace("小时", ":")
        .replace(['时', '分'], ":")
        .replace("秒", "");
    let has_sign = plain != text || plain.contains(':');
    let parts: Vec<i64> = plain
        .split(':')
        .filter(|p| !p.trim().is_empty())
        .map(|p| decimal(p.trim().as_bytes(), 3).filter(|v| *v >= 0))
        .collect::<Option<_>>()?;
    // A minute sign at the end leaves the seconds out.
    let missing = usize::from(plain.ends_with(':'));
    if !has_sign || parts.is_empty() || parts.len() + missing > 3 {
        return None;
    }
    let sum = parts
        .iter()
        .try_fold(0_i64, |sum, part| sum.checked_mul(60)?.checked_add(*part))?;
    (0..missing).try_fold(sum, |sum, _| sum.checked_mul(60))
}

/// Digits, with commas only where groups of three follow: `1,5` is not fifteen.
fn commas_fit(whole: &[u8]) -> bool {
    let mut groups = whole.split(|&b| b == b',');
    let first = groups.next().unwrap_or_default();
    let digits = |group: &[u8]| group.iter().all(u8::is_ascii_digit);
    digits(first)
        && (!whole.contains(&b',') || !first.is_empty())
        && groups.all(|g| g.len() == 3 && digits(g))
}

/// A whole number, `3` or `3.0`.
pub fn count(cell: &[u8], encoding: CellEncoding) -> Reading<u32> {
    if let Some(count) = whole(cell).filter(|count| *count < 1_000_000_000) {
        return Reading::Value(count as u32);
    }
    match money(cell, encoding) {
        Reading::Value(hundredths) if hundredths >= 0 && hundredths % 100 == 0 => {
            u32::try_from(hundredths / 100)
                .ok()
                .filter(|&n| n < u32::MAX)
                .map_or(Reading::Bad, Reading::Value)
        }
        Reading::Empty => Reading::Empty,
        _ => Reading::Bad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GB18030;
    use proptest::prelude::*;

    const U: CellEncoding = CellEncoding::Utf8;

    #[test]
    fn money_in_every_form() {
        let cases: &[(&str, Reading<i64>)] = &[
            ("178.8", Reading::Value(17_880)),
            ("0.0", Reading::Value(0)),
            ("1,234,567.89", Reading::Value(123_456_789)),
            ("¥3.00", Reading::Value(300)),
            ("￥12元", Reading::Value(1_200)),
            ("０．９９", Reading::Value(99)),
            ("-5.5", Reading::Value(-550)),
            ("1.005", Reading::Value(101)),
            (" '12.30\t", Reading::Value(1_230)),
            ("=\"99\"", Reading::Value(9_900)),
            (".5", Reading::Value(50)),
            ("-", Reading::Empty),
            ("--", Reading::Empty),
            ("", Reading::Empty),
            ("无退款申请", Reading::Bad),
            ("1,23.0", Reading::Bad),
            ("1.2.3", Reading::Bad),
            ("1e5", Reading::Bad),
            (".", Reading::Bad),
            ("99999999999999999999", Reading::Bad),
        ];
        for (text, expected) in cases {
            assert_eq!(money(text.as_bytes(), U), *expected, "{text}");
        }
        assert_eq!(
            money(&GB18030.encode("12.5元").0, CellEncoding::Gb18030),
            Reading::Value(1_250)
        );
    }

    #[test]
    fn numbers_rates_and_durations() {
        let number_of = |text: &str| number(text.as_bytes(), U);
        assert_eq!(number_of("-3"), Reading::Value(-3_000));
        assert_eq!(number_of("4.8765"), Reading::Value(4_877));
        assert_eq!(number_of("1小时3分20秒"), Reading::Value(3_800_000));
        assert_eq!(number_of("3分"), Reading::Value(180_000));
        assert_eq!(number_of("20秒"), Reading::Value(20_000));
        assert_eq!(number_of("任意时间"), Reading::Bad);
        assert_eq!(number_of("1:2:3:4"), Reading::Bad);
        let rate_of = |text: &str| rate(text.as_bytes(), U);
        assert_eq!(rate_of("100%"), Reading::Value(1_000_000));
        assert_eq!(rate_of("６．６８％"), Reading::Value(66_800));
        assert_eq!(rate_of("5‰"), Reading::Value(5_000));
        assert_eq!(rate_of("-"), Reading::Empty);
        assert_eq!(rate_of("高"), Reading::Bad);
    }

    #[test]
    fn counts_are_whole() {
        assert_eq!(count(b"3", U), Reading::Value(3));
        assert_eq!(count(b"3.0", U), Reading::Value(3));
        assert_eq!(count(b"2.5", U), Reading::Bad);
        assert_eq!(count(b"-1", U), Reading::Bad);
    }

    proptest! {
        #[test]
        fn written_money_comes_back(fen in -1_000_000_000_000i64..=1_000_000_000_000) {
            let text = format!("{}{}.{:02}", if fen < 0 { "-" } else { "" }, fen.abs() / 100, fen.abs() % 100);
            prop_assert_eq!(money(text.as_bytes(), U), Reading::Value(fen));
        }
    }
}
