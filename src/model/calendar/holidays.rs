//! Statutory holidays and the weekends worked for them (调休), as the General Office of the State Council announces them each
//! year, usually in October or November of the year before.

use crate::i18n::Words;
use crate::model::time::{Day, Span};
use chrono::{Datelike, Weekday};

/// What kind of day it is for most people in China.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayKind {
    /// An ordinary workday.
    Workday,
    /// A Saturday or Sunday off.
    Weekend,
    /// A day off of a holiday, the weekend that belongs to it included.
    Holiday(Holiday),
    /// A Saturday or Sunday worked for a holiday (调休).
    MakeUp(Holiday),
    /// No notice that we know says.
    Unknown,
}

/// A statutory holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// 元旦
    NewYear,
    /// 春节
    SpringFestival,
    /// 清明节
    TombSweeping,
    /// 劳动节
    Labour,
    /// 端午节
    DragonBoat,
    /// 中秋节
    MidAutumn,
    /// 国庆节
    National,
    /// 国庆节 and 中秋节 in one, as in 2020, 2023 and 2025.
    NationalAndMidAutumn,
}

impl Holiday {
    /// Its short name.
    pub fn name(self) -> Words {
        match self {
            Holiday::NewYear => ("元旦", "New Year"),
            Holiday::SpringFestival => ("春节", "Spring Festival"),
            Holiday::TombSweeping => ("清明", "Qingming"),
            Holiday::Labour => ("五一", "Labour Day"),
            Holiday::DragonBoat => ("端午", "Dragon Boat"),
            Holiday::MidAutumn => ("中秋", "Mid-Autumn"),
            Holiday::National => ("国庆", "National Day"),
            Holiday::NationalAndMidAutumn => ("国庆·中秋", "National Day & Mid-Autumn"),
        }
    }
}

/// The notices that the table is made from, by the year they are about. A year more is a line here, its lines in `OFF` and
/// `WORKED`, and nothing else.
///
/// Two were amended: 2019 by 国办发明电〔2019〕3号 (劳动节 of four days), 2020 by 国办发明电〔2020〕1号 (春节 to 2 February).
/// What provinces added on their own, as in February 2020, is not in them.
pub const NOTICES: &[(i32, &str)] = &[
    (2019, "国办发明电〔2018〕15号"),
    (2020, "国办发明电〔2019〕16号"),
    (2021, "国办发明电〔2020〕27号"),
    (2022, "国办发明电〔2021〕11号"),
    (2023, "国办发明电〔2022〕16号"),
    (2024, "国办发明电〔2023〕7号"),
    (2025, "国办发明电〔2024〕12号"),
    (2026, "国办发明电〔2025〕7号"),
];

use Holiday::{
    DragonBoat, Labour, MidAutumn, National, NationalAndMidAutumn, NewYear, SpringFestival,
    TombSweeping,
};

/// Days off, first to last, as year × 10000 + month × 100 + day. Where a notice says 与周末连休, the weekend is in.
const OFF: &[(u32, u32, Holiday)] = &[
    (20190101, 20190101, NewYear),
    (20190204, 20190210, SpringFestival),
    (20190405, 20190407, TombSweeping),
    (20190501, 20190504, Labour),
    (20190607, 20190609, DragonBoat),
    (20190913, 20190915, MidAutumn),
    (20191001, 20191007, National),
    (20200101, 20200101, NewYear),
    (20200124, 20200202, SpringFestival),
    (20200404, 20200406, TombSweeping),
    (20200501, 20200505, Labour),
    (20200625, 20200627, DragonBoat),
    (20201001, 20201008, NationalAndMidAutumn),
    (20210101, 20210103, NewYear),
    (20210211, 20210217, SpringFestival),
    (20210403, 20210405, TombSweeping),
    (20210501, 20210505, Labour),
    (20210612, 20210614, DragonBoat),
    (20210919, 20210921, MidAutumn),
    (20211001, 20211007, National),
    (20220101, 20220103, NewYear),
    (20220131, 20220206, SpringFestival),
    (20220403, 20220405, TombSweeping),
    (20220430, 20220504, Labour),
    (20220603, 20220605, DragonBoat),
    (20220910, 20220912, MidAutumn),
    (20221001, 20221007, National),
    (20221231, 20230102, NewYear),
    (20230121, 20230127, SpringFestival),
    (20230405, 20230405, TombSweeping),
    (20230429, 20230503, Labour),
    (20230622, 20230624, DragonBoat),
    (20230929, 20231006, NationalAndMidAutumn),
    (20231230, 20240101, NewYear),
    (20240210, 20240217, SpringFestival),
    (20240404, 20240406, TombSweeping),
    (20240501, 20240505, Labour),
    (20240608, 20240610, DragonBoat),
    (20240915, 20240917, MidAutumn),
    (20241001, 20241007, National),
    (20250101, 20250101, NewYear),
    (20250128, 20250204, SpringFestival),
    (20250404, 20250406, TombSweeping),
    (20250501, 20250505, Labour),
    (20250531, 20250602, DragonBoat),
    (20251001, 20251008, NationalAndMidAutumn),
    (20260101, 20260103, NewYear),
    (20260215, 20260223, SpringFestival),
    (20260404, 20260406, TombSweeping),
    (20260501, 20260505, Labour),
    (20260619, 20260621, DragonBoat),
    (20260925, 20260927, MidAutumn),
    (20261001, 20261007, National),
];

/// Saturdays and Sundays worked, in the same form, and the holiday that they are worked for.
const WORKED: &[(u32, Holiday)] = &[
    (20190202, SpringFestival),
    (20190203, SpringFestival),
    (20190428, Labour),
    (20190505, Labour),
    (20190929, National),
    (20191012, National),
    (20200119, SpringFestival),
    (20200426, Labour),
    (20200509, Labour),
    (20200628, DragonBoat),
    (20200927, NationalAndMidAutumn),
    (20201010, NationalAndMidAutumn),
    (20210207, SpringFestival),
    (20210220, SpringFestival),
    (20210425, Labour),
    (20210508, Labour),
    (20210918, MidAutumn),
    (20210926, National),
    (20211009, National),
    (20220129, SpringFestival),
    (20220130, SpringFestival),
    (20220402, TombSweeping),
    (20220424, Labour),
    (20220507, Labour),
    (20221008, National),
    (20221009, National),
    (20230128, SpringFestival),
    (20230129, SpringFestival),
    (20230423, Labour),
    (20230506, Labour),
    (20230625, DragonBoat),
    (20231007, NationalAndMidAutumn),
    (20231008, NationalAndMidAutumn),
    (20240204, SpringFestival),
    (20240218, SpringFestival),
    (20240407, TombSweeping),
    (20240428, Labour),
    (20240511, Labour),
    (20240914, MidAutumn),
    (20240929, National),
    (20241012, National),
    (20250126, SpringFestival),
    (20250208, SpringFestival),
    (20250427, Labour),
    (20250928, NationalAndMidAutumn),
    (20251011, NationalAndMidAutumn),
    (20260104, NewYear),
    (20260214, SpringFestival),
    (20260228, SpringFestival),
    (20260509, Labour),
    (20260920, National),
    (20261010, National),
];

/// The days of which the notices say whether they are worked. The last three of the last year are not among them: the next
/// year's notice may still change them, as those for 2019 and 2023 did.
pub fn known_days() -> Span {
    let first = NOTICES.first().and_then(|n| Day::from_ymd(n.0, 1, 1));
    let last = NOTICES.last().and_then(|n| Day::from_ymd(n.0, 12, 28));
    Span::new(first.unwrap_or(Day(0)), last.unwrap_or(Day(0)))
}

/// What kind of day it is.
///
/// ```
/// use dianzhang::model::{calendar::{DayKind, Holiday, kind_of_day}, time::Day};
/// let kind = |text| Day::parse_iso(text).map(kind_of_day);
/// assert_eq!(kind("2026-02-28"), Some(DayKind::MakeUp(Holiday::SpringFestival)));
/// assert_eq!(kind("2026-02-23"), Some(DayKind::Holiday(Holiday::SpringFestival)));
/// assert_eq!(kind("2027-02-06"), Some(DayKind::Unknown));
/// ```
pub fn kind_of_day(day: Day) -> DayKind {
    if !known_days().contains(day) {
        return DayKind::Unknown;
    }
    let date = day.date();
    let at = date.year().unsigned_abs() * 10_000 + date.month() * 100 + date.day();
    let off = OFF
        .iter()
        .find(|(first, last, _)| (*first..=*last).contains(&at));
    let worked = WORKED.iter().find(|(worked, _)| *worked == at);
    match (off, worked) {
        (Some((.., holiday)), _) => DayKind::Holiday(*holiday),
        (None, Some((_, holiday))) => DayKind::MakeUp(*holiday),
        (None, None) if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) => DayKind::Weekend,
        (None, None) => DayKind::Workday,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(at: u32) -> Day {
        Day::from_ymd((at / 10_000) as i32, at / 100 % 100, at % 100).expect("a date")
    }

    #[test]
    fn the_tables_are_in_order_and_make_up_workdays_are_weekends() {
        let ends: Vec<u32> = OFF.iter().flat_map(|o| [o.0, o.1]).collect();
        assert!(ends.is_sorted());
        for (worked, _) in WORKED {
            assert!(matches!(on(*worked).weekday(), Weekday::Sat | Weekday::Sun));
            assert!(matches!(kind_of_day(on(*worked)), DayKind::MakeUp(_)));
        }
    }

    #[test]
    fn every_year_has_a_notice_and_each_of_its_holidays() {
        let years: Vec<i32> = NOTICES.iter().map(|n| n.0).collect();
        assert!(years.windows(2).all(|pair| pair[1] == pair[0] + 1));
        for year in years {
            let of_year = |o: &&(u32, u32, Holiday)| (o.1 / 10_000) as i32 == year;
            let found: Vec<Holiday> = OFF.iter().filter(of_year).map(|o| o.2).collect();
            let joint = found.contains(&NationalAndMidAutumn);
            assert_eq!(found.len(), if joint { 6 } else { 7 }, "{year}: {found:?}");
        }
    }

    #[test]
    fn nothing_is_said_of_days_that_no_notice_is_about() {
        let known = known_days();
        assert_eq!(kind_of_day(known.first.plus(-1)), DayKind::Unknown);
        assert_eq!(kind_of_day(known.last.plus(1)), DayKind::Unknown);
        assert_ne!(kind_of_day(known.last), DayKind::Unknown);
    }
}
