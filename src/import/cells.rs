//! Reads one cell: bytes to money, time, count, identity. Pure ASCII cells, nearly all of them, are never decoded.
//!
//! Every reader answers with a [`Reading`]: a value, nothing, or "this is not such a value".

use crate::import::encoding::CellEncoding;
use crate::import::width::half_width;
use crate::model::time::{Civil, Day};

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading<T> {
    /// A value.
    Value(T),
    /// Nothing: an empty cell, or a dash.
    Empty,
    /// Something else than what the column holds.
    Bad,
}

/// The identity of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// A decimal number of up to 19 digits.
    Number(u64),
    /// Something else; to be hashed.
    Text,
    /// Scientific notation: Excel has destroyed it.
    Damaged,
    /// Nothing.
    Empty,
}

/// Takes away what surrounds a value: blanks, tabs, a leading `'`, a guard `="…"`.
///
/// ```
/// use dianzhang::import::cells::trimmed;
/// assert_eq!(trimmed(b"'13800000000\t"), b"13800000000");
/// assert_eq!(trimmed(b"=\"12 3\" "), b"12 3");
/// ```
pub fn trimmed(cell: &[u8]) -> &[u8] {
    let cell = cell.trim_ascii();
    let cell = cell.strip_prefix(b"'").unwrap_or(cell);
    let guarded = cell
        .strip_prefix(b"=\"")
        .and_then(|c| c.strip_suffix(b"\""));
    guarded.unwrap_or(cell).trim_ascii()
}

/// Whether a trimmed cell stands for nothing.
fn is_nothing(cell: &[u8]) -> bool {
    matches!(cell, b"" | b"-" | b"--" | b"null" | b"NULL" | b"None")
        || cell == "—".as_bytes()
        || cell == b"\xA1\xAA"
}

/// Money in yuan, as 分. Takes commas between thousands, `¥`, `￥` and `元`, and rounds a third decimal half away from zero.
///
/// ```
/// use dianzhang::import::{cells::{money, Reading}, encoding::CellEncoding};
/// assert_eq!(money(b"1,234.5", CellEncoding::Utf8), Reading::Value(123_450));
/// assert_eq!(money("0元".as_bytes(), CellEncoding::Utf8), Reading::Value(0));
/// assert_eq!(money("无退款申请".as_bytes(), CellEncoding::Utf8), Reading::Bad);
/// ```
pub fn money(cell: &[u8], encoding: CellEncoding) -> Reading<i64> {
    let cell = trimmed(cell);
    if is_nothing(cell) {
        return Reading::Empty;
    }
    let value = if cell.is_ascii() {
        decimal_fen(cell)
    } else {
        let text = half_width(&encoding.decode(cell).0).replace('−', "-");
        let bare = text
            .trim_start_matches(['¥', '￥'])
            .trim_end_matches(['元', '圆'])
            .trim();
        decimal_fen(bare.as_bytes())
    };
    value.map_or(Reading::Bad, Reading::Value)
}

/// No order costs ten billion yuan; sums of what is below never overflow.
const LARGEST_FEN: i64 = 1_000_000_000_000;

fn decimal_fen(text: &[u8]) -> Option<i64> {
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
    let mut fen: i64 = 0;
    for &b in whole.iter().filter(|&&b| b != b',') {
        fen = fen.checked_mul(10)?.checked_add(i64::from(b - b'0'))?;
    }
    let digit = |i: usize| decimals.get(i).map_or(0, |b| i64::from(b - b'0'));
    let cents = digit(0) * 10 + digit(1) + i64::from(digit(2) >= 5);
    fen = fen.checked_mul(100)?.checked_add(cents)?;
    if fen > LARGEST_FEN {
        return None;
    }
    Some(if negative { -fen } else { fen })
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

/// An order's identity.
pub fn id(cell: &[u8]) -> Id {
    let cell = trimmed(cell);
    if is_nothing(cell) {
        return Id::Empty;
    }
    let bare = cell
        .strip_suffix(b".0")
        .or_else(|| cell.strip_suffix(b".00"))
        .unwrap_or(cell);
    if bare.iter().all(u8::is_ascii_digit) {
        // All digits are ASCII, so this is text; more than 20 digits do not fit.
        return std::str::from_utf8(bare)
            .ok()
            .and_then(|t| t.parse().ok())
            .filter(|&n| n > 0)
            .map_or(Id::Text, Id::Number);
    }
    let is_scientific = cell.iter().any(|b| b.eq_ignore_ascii_case(&b'e'))
        && cell
            .iter()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'+' | b'-' | b'e' | b'E'));
    if is_scientific { Id::Damaged } else { Id::Text }
}

/// A civil date with or without a wall clock, in every form seen: `2020-02-21 00:00:00`, `2020/2/21 0:00`, `20260417`,
/// `2026年4月17日 12时3分`, `2020-02-21T00:00:00+08:00`, an Excel serial (`43882.5`). Nothing is converted: what the wall
/// clock of the file says is what is kept.
///
/// ```
/// use dianzhang::import::{cells::{time, Reading}, encoding::CellEncoding};
/// let Reading::Value(at) = time(b"2020/2/21 0:00", CellEncoding::Utf8) else { panic!() };
/// assert_eq!(at.to_string(), "2020-02-21 00:00:00");
/// ```
pub fn time(cell: &[u8], encoding: CellEncoding) -> Reading<Civil> {
    if let Some(at) = plain_time(cell) {
        return Reading::Value(at);
    }
    let cell = trimmed(cell);
    if is_nothing(cell) {
        return Reading::Empty;
    }
    let text = half_width(&encoding.decode(cell).0);
    let value = if cell.iter().all(|b| b.is_ascii_digit() || *b == b'.') {
        compact_time(&text)
            .or_else(|| excel_serial(&text))
            .or_else(|| written_time(&text))
    } else {
        compact_time(&text).or_else(|| written_time(&text))
    };
    value.map_or(Reading::Bad, Reading::Value)
}

/// The form of nearly every cell, `YYYY-MM-DD HH:MM:SS`, read without a detour.
fn plain_time(cell: &[u8]) -> Option<Civil> {
    let &[
        y0,
        y1,
        y2,
        y3,
        b'-' | b'/',
        m0,
        m1,
        b'-' | b'/',
        d0,
        d1,
        b' ',
        h0,
        h1,
        b':',
        n0,
        n1,
        b':',
        s0,
        s1,
    ] = cell
    else {
        return None;
    };
    let pair = |a: u8, b: u8| {
        (a.is_ascii_digit() && b.is_ascii_digit())
            .then(|| u32::from(a - b'0') * 10 + u32::from(b - b'0'))
    };
    let year = pair(y0, y1)? * 100 + pair(y2, y3)?;
    let day = Day::from_ymd(year as i32, pair(m0, m1)?, pair(d0, d1)?)?;
    Civil::new(day, pair(h0, h1)?, pair(n0, n1)?, pair(s0, s1)?)
}

/// `20260417`, `20260417123456`, `20260417 123456`, `20260417 12:34:56`.
fn compact_time(text: &str) -> Option<Civil> {
    let digits = leading_digits(text);
    let part = |text: &str, from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    if digits != 8 && digits != 14 {
        return None;
    }
    let day = Day::from_ymd(
        part(text, 0, 4)? as i32,
        part(text, 4, 6)?,
        part(text, 6, 8)?,
    )?;
    let clock = text[8..].trim_start();
    let (hour, minute, second) = match (clock.len(), leading_digits(clock)) {
        (0, _) => (0, 0, 0),
        (6, 6) => (part(clock, 0, 2)?, part(clock, 2, 4)?, part(clock, 4, 6)?),
        _ => written_clock(clock)?,
    };
    Civil::new(day, hour, minute, second)
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Days since 1899-12-30, as a spreadsheet counts them; only for dates from 2000 to 2100.
fn excel_serial(text: &str) -> Option<Civil> {
    const DAY_0: i32 = -36_526; // 1899-12-30
    let serial: f64 = text.parse().ok()?;
    if !(36_526.0..73_051.0).contains(&serial) {
        return None;
    }
    let secs = (serial.fract() * 86_400.0).round() as u32;
    let day = Day(DAY_0 + serial.trunc() as i32 + (secs / 86_400) as i32);
    let secs = secs % 86_400;
    Civil::new(day, secs / 3600, secs / 60 % 60, secs % 60)
}

/// Year, month and day behind one another with anything customary between them, then perhaps a clock.
fn written_time(text: &str) -> Option<Civil> {
    let (year, rest) = number(text)?;
    let rest = rest.strip_prefix(['-', '/', '.', '年'])?;
    let (month, rest) = number(rest.trim_start())?;
    let rest = rest.strip_prefix(['-', '/', '.', '月'])?;
    let (day, rest) = number(rest.trim_start())?;
    let rest = rest.strip_prefix(['日', '号']).unwrap_or(rest);
    let day = Day::from_ymd(i32::try_from(year).ok().filter(|y| *y >= 1000)?, month, day)?;
    let clock = rest.strip_prefix(['T', ' ']).unwrap_or(rest).trim_start();
    let (h, m, s) = if clock.is_empty() {
        (0, 0, 0)
    } else {
        written_clock(clock)?
    };
    Civil::new(day, h, m, s)
}

/// `0:00`, `00:00:00.000`, `12时3分4秒`, `下午 3:05`, with or without China's own offset behind it.
fn written_clock(text: &str) -> Option<(u32, u32, u32)> {
    // 上午 and 下午 count to twelve, as a Chinese spreadsheet writes its clock.
    let (half, text) = match (text.strip_prefix("上午"), text.strip_prefix("下午")) {
        (Some(rest), _) => (Some(0), rest),
        (_, Some(rest)) => (Some(12), rest),
        _ => (None, text),
    };
    let text = text
        .trim_end_matches("+08:00")
        .trim_end_matches("+0800")
        .trim();
    let (hour, rest) = number(text)?;
    let rest = rest.strip_prefix([':', '时', '点'])?;
    let (minute, rest) = if rest.is_empty() {
        (0, "")
    } else {
        number(rest)?
    };
    let rest = rest.strip_prefix([':', '分']).unwrap_or(rest);
    let (second, rest) = if rest.is_empty() {
        (0, "")
    } else {
        number(rest)?
    };
    let rest = rest.strip_prefix('秒').unwrap_or(rest);
    let is_fraction = rest
        .strip_prefix('.')
        .is_some_and(|f| f.bytes().all(|b| b.is_ascii_digit()));
    let hour = match half {
        Some(half) if hour <= 12 => hour % 12 + half,
        _ => hour,
    };
    (rest.is_empty() || is_fraction).then_some((hour, minute, second))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let digits = leading_digits(text);
    Some((text.get(..digits)?.parse().ok()?, &text[digits..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GB18030;
    use proptest::prelude::*;

    const U: CellEncoding = CellEncoding::Utf8;

    fn at(text: &str) -> Option<String> {
        match time(text.as_bytes(), U) {
            Reading::Value(at) => Some(at.to_string()),
            _ => None,
        }
    }

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
    fn times_in_every_form() {
        let cases = [
            ("2020-02-21 00:00:00", "2020-02-21 00:00:00"),
            ("2020/2/21 0:00", "2020-02-21 00:00:00"),
            ("2020/2/21 9:05:07", "2020-02-21 09:05:07"),
            ("2020-02-21", "2020-02-21 00:00:00"),
            ("2020.2.21", "2020-02-21 00:00:00"),
            ("20260417", "2026-04-17 00:00:00"),
            ("20260417123456", "2026-04-17 12:34:56"),
            ("20260417 12:34:56", "2026-04-17 12:34:56"),
            ("20260417 123456", "2026-04-17 12:34:56"),
            ("2026年4月17日", "2026-04-17 00:00:00"),
            ("2026年4月17日 12:03:04", "2026-04-17 12:03:04"),
            ("2026年4月17日12时3分4秒", "2026-04-17 12:03:04"),
            ("2020-02-21T08:00:00+08:00", "2020-02-21 08:00:00"),
            ("2020-02-21 08:00:00.123", "2020-02-21 08:00:00"),
            ("2020/2/21 下午 3:05:00", "2020-02-21 15:05:00"),
            ("2020/2/21 上午 12:05", "2020-02-21 00:05:00"),
            ("2020/2/21 下午 12:05", "2020-02-21 12:05:00"),
            ("43882", "2020-02-21 00:00:00"),
            ("43882.5", "2020-02-21 12:00:00"),
            ("43881.999999", "2020-02-21 00:00:00"),
            ("'2020-02-21 00:00:00\t", "2020-02-21 00:00:00"),
        ];
        for (text, expected) in cases {
            assert_eq!(at(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "任意时间",
            "2021-02-29 00:00:00",
            "2020-13-01",
            "1970-01-01 00:00:00",
            "2020-02-21 25:00:00",
            "12345",
            "2020-02-21 00:00:00Z",
        ] {
            assert_eq!(time(text.as_bytes(), U), Reading::Bad, "{text}");
        }
        assert_eq!(time(b" ", U), Reading::Empty);
    }

    #[test]
    fn identities_and_what_excel_does_to_them() {
        assert_eq!(
            id(b"=\"1234567890123456789\""),
            Id::Number(1_234_567_890_123_456_789)
        );
        assert_eq!(
            id(b"819284758291837465\t"),
            Id::Number(819_284_758_291_837_465)
        );
        assert_eq!(id(b"8.19285E+17"), Id::Damaged);
        assert_eq!(id(b"T200P123"), Id::Text);
        assert_eq!(id(b""), Id::Empty);
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
        fn no_cell_makes_a_reader_panic(cell in prop::collection::vec(any::<u8>(), 0..40)) {
            for encoding in [CellEncoding::Utf8, CellEncoding::Gb18030] {
                let _ = (money(&cell, encoding), count(&cell, encoding), time(&cell, encoding), id(&cell));
            }
        }

        #[test]
        fn written_times_come_back(secs in 0u32..3_000_000_000) {
            let written = Civil(secs).to_string();
            prop_assert_eq!(time(written.as_bytes(), U), Reading::Value(Civil(secs)));
        }

        #[test]
        fn written_money_comes_back(fen in -1_000_000_000_000i64..=1_000_000_000_000) {
            let text = format!("{}{}.{:02}", if fen < 0 { "-" } else { "" }, fen.abs() / 100, fen.abs() % 100);
            prop_assert_eq!(money(text.as_bytes(), U), Reading::Value(fen));
        }
    }
}
