//! Lunar dates from 1990-01-27 to 2051-02-10, which are the lunar years 1990 to 2050. Outside there are none.

use crate::model::time::Day;

/// First lunar year of the table.
const FIRST_YEAR: i32 = 1990;

/// First day of that year, 1990-01-27.
const FIRST_DAY: Day = Day(-3626);

/// The years in order. Bit `n` is set when the year's month `n` (from 0, a leap month counted in its place) has 30 days
/// instead of 29; the bits from 16 on are the number of the month that comes twice, 0 when none does.
///
/// Source: the calendar of GB/T 33661-2017 as LunarCalendar 0.0.9 (PyPI) has it; lunardate 0.3.0, zhdate 0.1, sxtwl 2.0.7 and
/// borax 4.1.3 say the same of every single one of the 22,295 days.
const YEARS: [u32; 61] = [
    0x51e92, 0x00e92, 0x00d26, 0x30a56, 0x00a57, 0x814d6, 0x0035a, 0x006d5, 0x516c9,
    0x00749, // 1990
    0x00693, 0x4152b, 0x0052b, 0x00a5b, 0x2155a, 0x0056a, 0x71b55, 0x00ba4, 0x00b49,
    0x51a93, // 2000
    0x00a95, 0x0052d, 0x40aad, 0x00ab5, 0x915aa, 0x005d2, 0x00da5, 0x61d4a, 0x00d4a,
    0x00c95, // 2010
    0x4152e, 0x00556, 0x00ab5, 0x215b2, 0x006d2, 0x60ea5, 0x00725, 0x0064b, 0x50c97,
    0x00cab, // 2020
    0x0055a, 0x30ad6, 0x00b69, 0xb1752, 0x00b52, 0x00b25, 0x61a4b, 0x00a4b, 0x004ab,
    0x5055b, // 2030
    0x005ad, 0x00b6a, 0x21b52, 0x00d92, 0x71d25, 0x00d25, 0x00a55, 0x514ad, 0x004b6,
    0x005b5, // 2040
    0x30daa, // 2050
];

/// A date of the lunar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LunarDate {
    /// The civil year in which the lunar year begins.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// Whether it is the second month of that number (闰).
    pub is_leap: bool,
    /// 1 to 30.
    pub day: u32,
}

impl LunarDate {
    /// The lunar date of a day; `None` outside the table.
    ///
    /// ```
    /// use dianzhang::model::{calendar::LunarDate, time::Day};
    /// let date = Day::parse_iso("2025-07-25").and_then(LunarDate::of);
    /// assert_eq!(date, Some(LunarDate { year: 2025, month: 6, is_leap: true, day: 1 }));
    /// assert_eq!(date.map(LunarDate::zh).as_deref(), Some("闰六月初一"));
    /// ```
    pub fn of(day: Day) -> Option<LunarDate> {
        let mut first = FIRST_DAY;
        for at in 0..YEARS.len() {
            for (month, is_leap, length) in months(at) {
                let next = first.plus(length);
                if (first..next).contains(&day) {
                    return Some(LunarDate {
                        year: FIRST_YEAR + at as i32,
                        month,
                        is_leap,
                        day: day.0.abs_diff(first.0) + 1,
                    });
                }
                first = next;
            }
        }
        None
    }

    /// The day of a lunar date; `None` for one that the calendar or the table does not have.
    pub fn to_day(self) -> Option<Day> {
        let at = index(self.year)?;
        let mut first = new_year(self.year)?;
        for (month, is_leap, length) in months(at) {
            if (month, is_leap) == (self.month, self.is_leap) {
                let is_real = (1..=length.unsigned_abs()).contains(&self.day);
                return is_real.then(|| first.plus(self.day as i32 - 1));
            }
            first = first.plus(length);
        }
        None
    }

    /// The same date one lunar year before. A leap month has none: its days go by the month whose number it repeats. The
    /// 30th of a month that had 29 days is its 29th. `None` outside the table.
    pub fn year_before(self) -> Option<LunarDate> {
        let before = LunarDate {
            year: self.year.saturating_sub(1),
            is_leap: false,
            ..self
        };
        let earlier = LunarDate {
            day: before.day.saturating_sub(1),
            ..before
        };
        [before, earlier]
            .into_iter()
            .find(|date| date.to_day().is_some())
    }

    /// The date as one says it: `正月初一`, `闰六月十五`, without its year.
    pub fn zh(self) -> String {
        const MONTHS: [&str; 12] = [
            "正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊",
        ];
        const DIGITS: [&str; 11] = [
            "", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
        ];
        let month = MONTHS.get(self.month.wrapping_sub(1) as usize).copied();
        let (ten, rest) = match self.day {
            10 => ("初", "十"),
            20 => ("二", "十"),
            30 => ("三", "十"),
            day => {
                let tens = ["初", "十", "廿"].get(day as usize / 10);
                let ones = DIGITS.get(day as usize % 10);
                (
                    tens.copied().unwrap_or_default(),
                    ones.copied().unwrap_or_default(),
                )
            }
        };
        let leap = if self.is_leap { "闰" } else { "" };
        format!("{leap}{}月{ten}{rest}", month.unwrap_or_default())
    }

    /// The date in English, without its year: `lunar 1/1`, `lunar leap 6/15`.
    pub fn en(self) -> String {
        let leap = if self.is_leap { "leap " } else { "" };
        format!("lunar {leap}{}/{}", self.month, self.day)
    }
}

/// New Year's Day (春节) of a lunar year; `None` outside 1990 to 2050.
pub fn new_year(year: i32) -> Option<Day> {
    let at = index(year)?;
    let days = |at| months(at).map(|(_, _, length)| length).sum::<i32>();
    Some(FIRST_DAY.plus((0..at).map(days).sum()))
}

fn index(year: i32) -> Option<usize> {
    let at = usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?;
    (at < YEARS.len()).then_some(at)
}

/// The months of a year in order: number, whether it is the leap one, days.
fn months(at: usize) -> impl Iterator<Item = (u32, bool, i32)> {
    let bits = YEARS[at];
    let leap = bits >> 16;
    let count = if leap == 0 { 12 } else { 13 };
    (0..count).map(move |place| {
        let is_leap = leap != 0 && place == leap;
        let is_behind = leap != 0 && place >= leap;
        let month = place + 1 - u32::from(is_behind);
        (month, is_leap, 29 + (bits >> place & 1) as i32)
    })
}
