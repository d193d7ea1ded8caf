//! The calendar against other programs, day by day and month by month: see `tests/golden/README.md`.

use dianzhang::model::calendar::{
    DayKind, Holiday, LunarDate, kind_of_day, known_days, lunar::new_year,
};
use dianzhang::model::time::Day;
use proptest::prelude::*;
use std::collections::BTreeMap;

const LUNAR_MONTHS: &str = include_str!("golden/calendar/lunar_months.csv");
const DAYS: &str = include_str!("golden/calendar/days.csv");

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a date")
}

/// The lines behind the header, cut at the commas.
fn rows(csv: &str) -> Vec<Vec<&str>> {
    let lines = csv.lines().skip(1);
    lines.map(|line| line.split(',').collect()).collect()
}

#[test]
fn every_day_of_every_lunar_month_is_where_lunardate_has_it() {
    let months = rows(LUNAR_MONTHS);
    assert_eq!(months.len(), 755);
    let end = day("2051-02-11");
    let nexts = months[1..].iter().map(|row| day(row[0])).chain([end]);
    for (row, next) in months.iter().zip(nexts) {
        let first = day(row[0]);
        for at in first.0..next.0 {
            let expected = LunarDate {
                year: row[1].parse().expect("a year"),
                month: row[2].parse().expect("a month"),
                is_leap: row[3] == "1",
                day: (at - first.0) as u32 + 1,
            };
            assert_eq!(LunarDate::of(Day(at)), Some(expected));
            assert_eq!(expected.to_day(), Some(Day(at)));
        }
    }
    assert_eq!(LunarDate::of(end), None);
    assert_eq!(LunarDate::of(day("1990-01-26")), None);
    assert_eq!(new_year(2050), Some(day("2050-01-23")));
    assert_eq!((new_year(1989), new_year(2051)), (None, None));
}

#[test]
fn dates_that_the_lunar_calendar_does_not_have_are_no_days() {
    let date = |year, month, is_leap, day| {
        LunarDate {
            year,
            month,
            is_leap,
            day,
        }
        .to_day()
    };
    assert_eq!(date(2025, 6, true, 1), Some(day("2025-07-25")));
    assert_eq!(date(2025, 6, true, 30), None, "it has 29 days");
    assert_eq!(date(2025, 5, true, 1), None, "no leap month of that number");
    assert_eq!(date(2033, 11, true, 1), Some(day("2033-12-22")));
    for (month, day) in [(0, 1), (13, 1), (1, 0), (1, 31)] {
        assert_eq!(date(2025, month, false, day), None);
    }
}

#[test]
fn a_lunar_year_before_has_the_same_date_or_the_nearest_there_is() {
    let before = |text| {
        let date = LunarDate::of(day(text)).and_then(LunarDate::year_before);
        date.and_then(LunarDate::to_day).map(|day| day.to_string())
    };
    // 正月初一 of 2026 and of 2025; 闰六月初一 of 2025 goes by 六月初一 of 2024.
    assert_eq!(before("2026-02-17").as_deref(), Some("2025-01-29"));
    assert_eq!(before("2025-07-25").as_deref(), Some("2024-07-06"));
    // 腊月三十 of 2023 (2024-02-09), where 2022 has it too (2023-01-21), and of 2024, which ends on the 29th.
    assert_eq!(before("2024-02-09").as_deref(), Some("2023-01-21"));
    assert_eq!(before("1990-02-01"), None);
}

#[test]
fn lunar_dates_are_said_in_both_languages() {
    let said = |text| {
        let date = LunarDate::of(day(text)).expect("in the table");
        (date.zh(), date.en())
    };
    for (text, zh, en) in [
        ("2026-02-17", "正月初一", "lunar 1/1"),
        ("2026-02-16", "腊月廿九", "lunar 12/29"),
        ("2025-08-03", "闰六月初十", "lunar leap 6/10"),
        ("2025-08-13", "闰六月二十", "lunar leap 6/20"),
        ("2024-02-09", "腊月三十", "lunar 12/30"),
        ("2025-12-30", "冬月十一", "lunar 11/11"),
    ] {
        assert_eq!(said(text), (zh.to_owned(), en.to_owned()), "{text}");
    }
}

/// What chinesecalendar calls a holiday; a joint one goes by the day in it.
fn name(holiday: Holiday) -> &'static [&'static str] {
    match holiday {
        Holiday::NewYear => &["New Year's Day"],
        Holiday::SpringFestival => &["Spring Festival"],
        Holiday::TombSweeping => &["Tomb-sweeping Day"],
        Holiday::Labour => &["Labour Day"],
        Holiday::DragonBoat => &["Dragon Boat Festival"],
        Holiday::MidAutumn => &["Mid-autumn Festival"],
        Holiday::National => &["National Day"],
        Holiday::NationalAndMidAutumn => &["National Day", "Mid-autumn Festival"],
    }
}

#[test]
fn days_off_and_make_up_workdays_are_those_of_chinesecalendar() {
    let golden: BTreeMap<Day, (&str, &str)> = rows(DAYS)
        .into_iter()
        .map(|row| (day(row[0]), (row[1], row[2])))
        .collect();
    // 与周末连休, as in every other year: the notice of 2024 says so, that program counts the Monday alone.
    let joined = [day("2024-06-08"), day("2024-06-09")];
    for at in known_days().days().filter(|day| !joined.contains(day)) {
        let found = kind_of_day(at);
        match (found, golden.get(&at)) {
            (DayKind::Holiday(holiday), Some(("off", called))) => {
                assert!(name(holiday).contains(called), "{at}: {found:?}");
            }
            (DayKind::MakeUp(holiday), Some(("workday", called))) => {
                assert!(name(holiday).contains(called), "{at}: {found:?}");
            }
            (DayKind::Workday | DayKind::Weekend, None) => {}
            (_, golden) => panic!("{at}: {found:?}, {golden:?}"),
        }
    }
    for day in joined {
        assert_eq!(kind_of_day(day), DayKind::Holiday(Holiday::DragonBoat));
    }
}

proptest! {
    #[test]
    fn lunar_dates_come_back(at in -10_000..30_000i32) {
        match LunarDate::of(Day(at)) {
            Some(date) => {
                prop_assert_eq!(date.to_day(), Some(Day(at)));
                let next = LunarDate::of(Day(at + 1));
                let follows = next.is_none_or(|next| next.day == date.day + 1 || (next.day == 1 && date.day >= 29));
                prop_assert!(follows, "{:?} {:?}", date, next);
            }
            None => prop_assert!(Day(at) < day("1990-01-27") || Day(at) > day("2051-02-10")),
        }
    }
}
