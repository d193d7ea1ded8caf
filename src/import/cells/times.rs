//! Dates and clocks.

use super::{Reading, is_nothing, trimmed};
use crate::import::encoding::CellEncoding;
use crate::import::width::half_width;
use crate::model::time::{Civil, Day};

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
    Clock::default().read(cell)
}

/// Reads times in the form of nearly every cell, `YYYY-MM-DD HH:MM:SS`. Rows stand in the order of their days: the day of
/// the cell before is not worked out again.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// The date that was read last, and its day.
    last: ([u8; 10], Option<Day>),
}

impl Clock {
    /// The time of a cell in this form; `None` when it has another one.
    pub fn read(&mut self, cell: &[u8]) -> Option<Civil> {
        let cell: &[u8; 19] = cell.try_into().ok()?;
        let (date, clock) = cell.split_first_chunk::<10>()?;
        let &[b' ', h0, h1, b':', n0, n1, b':', s0, s1] = clock else {
            return None;
        };
        if self.last.0 != *date {
            self.last = (*date, plain_date(date));
        }
        Civil::new(self.last.1?, pair(h0, h1)?, pair(n0, n1)?, pair(s0, s1)?)
    }
}

fn plain_date(date: &[u8; 10]) -> Option<Day> {
    let &[y0, y1, y2, y3, b'-' | b'/', m0, m1, b'-' | b'/', d0, d1] = date else {
        return None;
    };
    let year = pair(y0, y1)? * 100 + pair(y2, y3)?;
    Day::from_ymd(year as i32, pair(m0, m1)?, pair(d0, d1)?)
}

fn pair(a: u8, b: u8) -> Option<u32> {
    (a.is_ascii_digit() && b.is_ascii_digit())
        .then(|| u32::from(a - b'0') * 10 + u32::from(b - b'0'))
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
    use proptest::prelude::*;

    const U: CellEncoding = CellEncoding::Utf8;

    fn at(text: &str) -> Option<String> {
        match time(text.as_bytes(), U) {
            Reading::Value(at) => Some(at.to_string()),
            _ => None,
        }
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

    proptest! {
        #[test]
        fn written_times_come_back(secs in 0u32..3_000_000_000) {
            let written = Civil(secs).to_string();
            prop_assert_eq!(time(written.as_bytes(), U), Reading::Value(Civil(secs)));
        }
    }
}
