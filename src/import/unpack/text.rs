//! One cell of a workbook as text.

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};
use std::fmt::Write;

/// Whole numbers from here on have lost digits: Excel keeps fifteen.
const FIRST_LOSSY: f64 = 1e15;
/// The day after 9999-12-31, as Excel counts days.
const END_OF_DAYS: f64 = 2_958_466.0;

/// Appends what the cell holds. An error of a formula is handed back instead.
pub(super) fn push_value(value: &DataRef<'_>, text: &mut String) -> Result<(), CellErrorType> {
    match value {
        DataRef::Empty => {}
        DataRef::String(s) => text.push_str(s),
        DataRef::SharedString(s) => text.push_str(s),
        DataRef::Int(n) => push_number(*n as f64, text),
        DataRef::Float(n) => push_number(*n, text),
        DataRef::Bool(b) => text.push_str(if *b { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(at) if at.is_duration() => push_duration(at.as_f64() * 86_400.0, text),
        DataRef::DateTime(at) => push_date(at, text),
        DataRef::DateTimeIso(iso) => push_iso_date(iso, text),
        DataRef::DurationIso(iso) => push_iso_duration(iso, text),
        DataRef::Error(error) => return Err(error.clone()),
    }
    Ok(())
}

/// The same cell as the streaming readers have it.
pub(super) fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Empty => DataRef::Empty,
        Data::String(s) => DataRef::SharedString(s),
        Data::Int(n) => DataRef::Int(*n),
        Data::Float(n) => DataRef::Float(*n),
        Data::Bool(b) => DataRef::Bool(*b),
        Data::DateTime(at) => DataRef::DateTime(*at),
        Data::DateTimeIso(iso) => DataRef::DateTimeIso(iso.clone()),
        Data::DurationIso(iso) => DataRef::DurationIso(iso.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
    }
}

/// A number as Excel has it: fifteen significant digits, so that 0.1 + 0.2 is 0.3. A longer whole number, an order id that
/// was taken for an amount, is written in scientific notation, by which the reader knows that digits are lost.
pub(super) fn push_number(n: f64, text: &mut String) {
    if !n.is_finite() {
        return;
    }
    // Writing into a String cannot fail.
    if n.abs() >= FIRST_LOSSY {
        let written = format!("{n:.14E}");
        if let Some((digits, exponent)) = written.split_once('E') {
            let digits = digits.trim_end_matches('0').trim_end_matches('.');
            let _ = write!(text, "{digits}E+{exponent}");
        }
    } else if n.fract() == 0.0 {
        let _ = write!(text, "{}", n as i64);
    } else {
        let rounded: f64 = format!("{n:.14e}").parse().unwrap_or(n);
        let _ = write!(text, "{rounded}");
    }
}

/// A date, with the clock unless it is midnight; a clock alone where there is no date. What is outside of Excel's days is
/// a number.
fn push_date(at: &ExcelDateTime, text: &mut String) {
    let days = at.as_f64();
    if !(0.0..END_OF_DAYS).contains(&days) {
        return push_number(days, text);
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let is_clock = days > 0.0 && days < 1.0;
    if !is_clock {
        let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    }
    if hour + minute + second > 0 {
        let space = if is_clock { "" } else { " " };
        let _ = write!(text, "{space}{hour:02}:{minute:02}:{second:02}");
    }
}

fn push_duration(secs: f64, text: &mut String) {
    let sign = if secs < -0.5 { "-" } else { "" };
    let secs = secs.abs().round() as u64;
    let (minutes, hours) = (secs / 60 % 60, secs / 3600);
    let _ = write!(text, "{sign}{hours:02}:{minutes:02}:{:02}", secs % 60);
}

/// `2025-11-11T10:00:00.000` as the other dates are written.
pub(super) fn push_iso_date(iso: &str, text: &mut String) {
    let (day, clock) = iso.split_once('T').unwrap_or((iso, ""));
    text.push_str(day);
    let clock = clock.split_once('.').map_or(clock, |(clock, _)| clock);
    if !clock.is_empty() && clock != "00:00:00" {
        text.push(' ');
        text.push_str(clock);
    }
}

/// `PT26H03M04.5S` as the other durations are written; anything else as it is.
fn push_iso_duration(iso: &str, text: &mut String) {
    match iso_secs(iso) {
        Some(secs) => push_duration(secs, text),
        None => text.push_str(iso),
    }
}

fn iso_secs(iso: &str) -> Option<f64> {
    let mut secs = 0.0;
    let mut number = String::new();
    for c in iso.strip_prefix("PT")?.chars() {
        let unit = match c {
            'H' => 3600.0,
            'M' => 60.0,
            'S' => 1.0,
            c => {
                number.push(c);
                continue;
            }
        };
        secs += unit * number.parse::<f64>().ok()?;
        number.clear();
    }
    number.is_empty().then_some(secs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::cells::{self, Id};
    use calamine::ExcelDateTimeType;

    fn shown(value: DataRef<'_>) -> String {
        let mut text = String::new();
        push_value(&value, &mut text).expect("no error");
        text
    }

    #[test]
    fn numbers_are_written_as_excel_keeps_them() {
        let number = |n| shown(DataRef::Float(n));
        assert_eq!(number(1200.0), "1200");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(0.0321), "0.0321");
        assert_eq!(number(-12.5), "-12.5");
        assert_eq!(number(999_999_999_999_999.0), "999999999999999");
        assert_eq!(number(1e-7), "0.0000001");
        assert_eq!(number(f64::NAN), "");
        let id = number(123_456_789_012_345_678.0);
        assert_eq!(id, "1.23456789012346E+17");
        assert_eq!(cells::id(id.as_bytes()), Id::Damaged);
        assert_eq!(number(819_000_000_000_000_000.0), "8.19E+17");
    }

    #[test]
    fn dates_clocks_and_durations() {
        let at = |days, kind| shown(DataRef::DateTime(ExcelDateTime::new(days, kind, false)));
        let date = |days| at(days, ExcelDateTimeType::DateTime);
        assert_eq!(date(45_972.0), "2025-11-11");
        // 13:00:00 is no binary fraction.
        assert_eq!(date(45_972.0 + 13.0 / 24.0), "2025-11-11 13:00:00");
        assert_eq!(date(45_972.0 + 86_399.0 / 86_400.0), "2025-11-11 23:59:59");
        assert_eq!(date(45_972.999_999_999_9), "2025-11-12");
        assert_eq!(date(0.5), "12:00:00");
        assert_eq!(date(-3.0), "-3");
        assert_eq!(date(1e9), "1000000000");
        assert_eq!(at(1.5, ExcelDateTimeType::TimeDelta), "36:00:00");
        let iso = |s: &str| shown(DataRef::DateTimeIso(s.into()));
        assert_eq!(iso("2025-11-11T10:00:00.000"), "2025-11-11 10:00:00");
        assert_eq!(iso("2025-11-11T00:00:00"), "2025-11-11");
        assert_eq!(iso("2025-11-11"), "2025-11-11");
        let duration = |s: &str| shown(DataRef::DurationIso(s.into()));
        assert_eq!(duration("PT26H03M04S"), "26:03:04");
        assert_eq!(duration("P1Y"), "P1Y");
    }
}
