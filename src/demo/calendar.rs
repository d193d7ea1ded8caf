//! How busy a day is: weekdays, the platform's sales and the Spring Festival, as parts per thousand of an ordinary day.

use crate::model::calendar::lunar::new_year;
use crate::model::time::Day;
use chrono::Datelike;

/// Fixed sales, the same every year: first day, last day (month × 100 + day) and how busy. The platform moves the run-up
/// by a few days each year; the demo store does not.
const SALES: &[(u32, u32, u32)] = &[
    (306, 307, 1300),
    (308, 308, 1700),
    (601, 603, 1600), // 618: 开门红, the lull, the day, the slump
    (604, 615, 1120),
    (616, 617, 1800),
    (618, 618, 4200),
    (619, 620, 1250),
    (621, 626, 820),
    (1001, 1003, 860),
    (1101, 1103, 2100), // 双11
    (1104, 1109, 1200),
    (1110, 1110, 2200),
    (1111, 1111, 6500),
    (1112, 1112, 1400),
    (1113, 1119, 780),
    (1210, 1211, 1300), // 双12
    (1212, 1212, 2700),
    (1213, 1215, 880),
];

/// Around the Spring Festival: days from the first to the last day relative to New Year's Day, and how busy. 年货节 first,
/// then the parcels stop.
const SPRING: &[(i32, i32, u32)] = &[
    (-28, -24, 1300),
    (-23, -16, 1550),
    (-15, -9, 1100),
    (-8, -4, 560),
    (-3, 3, 230),
    (4, 7, 420),
    (8, 14, 760),
];

/// Monday first.
const WEEKDAYS: [u32; 7] = [1050, 1020, 1000, 980, 930, 970, 1050];

/// Hours of an ordinary day; the evening peak is at 21 h.
const HOURS: [u32; 24] = [
    26, 13, 7, 5, 4, 6, 12, 22, 36, 50, 60, 56, 54, 55, 52, 52, 51, 47, 45, 56, 72, 88, 76, 48,
];

/// Hours of the big days, on which people wait for midnight.
const SALE_HOURS: [u32; 24] = [
    118, 46, 18, 9, 7, 9, 14, 26, 40, 52, 58, 50, 47, 47, 45, 44, 44, 42, 44, 54, 76, 90, 84, 62,
];

fn month_day(day: Day) -> u32 {
    let date = day.date();
    date.month() * 100 + date.day()
}

/// How busy the day is, in parts per thousand of an ordinary one.
pub(super) fn busyness(day: Day) -> u32 {
    let weekday = WEEKDAYS[day.weekday().num_days_from_monday() as usize];
    let at = month_day(day);
    let sale = SALES
        .iter()
        .find(|(first, last, _)| (*first..=*last).contains(&at))
        .map_or(1000, |s| s.2);
    weekday * sale / 1000 * spring(day) / 1000
}

fn spring(day: Day) -> u32 {
    new_year(day.date().year())
        .and_then(|new_year| {
            let offset = day.0 - new_year.0;
            SPRING
                .iter()
                .find(|(first, last, _)| (*first..=*last).contains(&offset))
        })
        .map_or(1000, |s| s.2)
}

/// Whether 双11 can be ordered for a deposit on this day; the balance is due on [`balance_day`].
pub(super) fn is_presale(day: Day) -> bool {
    (1024..=1110).contains(&month_day(day))
}

/// The day on which the balance of a presale order can be paid: 11-11 of the day's year.
pub(super) fn balance_day(day: Day) -> Day {
    Day::from_ymd(day.date().year(), 11, 11).unwrap_or(day)
}

/// Whether prices are down on this day.
pub(super) fn is_sale(day: Day) -> bool {
    let at = month_day(day);
    (601..=620).contains(&at) || (1101..=1112).contains(&at) || (1210..=1212).contains(&at)
}

/// The weights of the hours of the day.
pub(super) fn hours(day: Day) -> &'static [u32; 24] {
    if matches!(month_day(day), 601 | 618 | 1101 | 1111 | 1212) {
        &SALE_HOURS
    } else {
        &HOURS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(year: i32, month: u32, day: u32) -> u32 {
        Day::from_ymd(year, month, day).map_or(0, busyness)
    }

    #[test]
    fn the_peaks_and_the_dip_stand_out() {
        assert!(at(2025, 11, 11) > 6000);
        assert!(at(2025, 6, 18) > 4000);
        assert!(at(2026, 1, 27) > 1400, "年货节");
        assert!(at(2026, 2, 17) < 300, "春节");
    }

    #[test]
    fn the_evening_peak_is_at_21() {
        let peak = (0..24).max_by_key(|&h| HOURS[h]);
        assert_eq!(peak, Some(21));
    }
}
