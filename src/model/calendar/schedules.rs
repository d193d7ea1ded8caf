//! When the platform's sales took place, by what was published of them; dates are of Tmall. What an announcement leaves open is
//! left open here too.

use super::events::{EventKey, Phase};
use Phase::{FirstWave, OnSale, Presale, SecondWave, ThirdWave, UnderWay, WarmUp};

/// The schedule of an event in one year.
pub(super) struct Schedule {
    /// The year of its main day.
    pub year: i32,
    /// Who published it; `None` for what is usual, of which no schedule was found that could be named.
    pub source: Option<&'static str>,
    /// Phases with first and last day as month × 100 + day.
    pub phases: &'static [(Phase, u32, u32)],
}

const fn published(
    year: i32,
    source: &'static str,
    phases: &'static [(Phase, u32, u32)],
) -> Schedule {
    Schedule {
        year,
        source: Some(source),
        phases,
    }
}

const fn usual(year: i32, phases: &'static [(Phase, u32, u32)]) -> Schedule {
    Schedule {
        year,
        source: None,
        phases,
    }
}

/// The known schedules of an event, the earliest first; at least one.
pub(super) fn schedules(key: EventKey) -> &'static [Schedule] {
    match key {
        EventKey::NewYearGoods => NEW_YEAR_GOODS,
        EventKey::WomensDay => WOMENS_DAY,
        EventKey::MidYear => MID_YEAR,
        EventKey::Nines => NINES,
        EventKey::Double11 => DOUBLE_11,
        EventKey::Double12 => DOUBLE_12,
        EventKey::YearEnd => YEAR_END,
    }
}

const NEW_YEAR_GOODS: &[Schedule] = &[
    published(
        2025,
        "Asia Assist, 2025",
        &[(Presale, 104, 105), (OnSale, 106, 116)],
    ),
    // Presale first, then on sale; when the one became the other was not found.
    published(2026, "AIbase, 2026-01", &[(UnderWay, 104, 211)]),
];

const WOMENS_DAY: &[Schedule] = &[published(
    2022,
    "2022年天猫3.8节招商规则",
    &[(Presale, 227, 303), (OnSale, 304, 308)],
)];

const MID_YEAR: &[Schedule] = &[
    published(
        2020,
        "2020年天猫618招商规则",
        &[
            (Presale, 525, 531),
            (FirstWave, 601, 603),
            (SecondWave, 604, 612),
            (WarmUp, 613, 615),
            (ThirdWave, 616, 620),
        ],
    ),
    published(
        2021,
        "2021年天猫618招商规则",
        &[
            (Presale, 524, 531),
            (FirstWave, 601, 603),
            (SecondWave, 604, 613),
            (WarmUp, 614, 615),
            (ThirdWave, 616, 620),
        ],
    ),
    // Nothing was found of the days after the first wave.
    published(
        2022,
        "2022年天猫618预售规则",
        &[
            (Presale, 526, 530),
            (FirstWave, 531, 603),
            (UnderWay, 604, 618),
        ],
    ),
    published(
        2024,
        "深圳特区报 2024-05-06",
        &[
            (WarmUp, 519, 519),
            (FirstWave, 520, 528),
            (WarmUp, 529, 530),
            (SecondWave, 531, 620),
        ],
    ),
    // The end of the second wave was not found: up to the day itself.
    published(
        2025,
        "Reportify 2025-05, Dao Insights 2025-05",
        &[
            (Presale, 513, 515),
            (FirstWave, 516, 526),
            (SecondWave, 528, 618),
        ],
    ),
];

const NINES: &[Schedule] = &[usual(2024, &[(WarmUp, 906, 908), (OnSale, 909, 909)])];

const DOUBLE_11: &[Schedule] = &[
    published(
        2019,
        "China Internet Watch 2019-09-18",
        &[(Presale, 1021, 1110), (OnSale, 1111, 1111)],
    ),
    published(
        2020,
        "2020年天猫双11招商规则",
        &[
            (Presale, 1021, 1031),
            (FirstWave, 1101, 1103),
            (Presale, 1104, 1110),
            (SecondWave, 1111, 1111),
        ],
    ),
    // The rules had the presale begin on the 21st at midnight; it began the evening before.
    published(
        2021,
        "2021年天猫双11招商规则, Protocol 2021-11",
        &[
            (Presale, 1020, 1031),
            (FirstWave, 1101, 1103),
            (Presale, 1104, 1110),
            (SecondWave, 1111, 1111),
        ],
    ),
    published(
        2022,
        "China Internet Watch 2022-10-13",
        &[
            (Presale, 1024, 1030),
            (FirstWave, 1031, 1103),
            (SecondWave, 1110, 1111),
        ],
    ),
    // Only its first and last day were found.
    published(2023, "Ecommerce to China, 2023", &[(UnderWay, 1024, 1111)]),
    published(
        2024,
        "South China Morning Post 2024-10-22",
        &[(Presale, 1014, 1020), (OnSale, 1021, 1111)],
    ),
    published(
        2025,
        "PYMNTS 2025-10-17, 站长之家 2025-09-25",
        &[(Presale, 1015, 1019), (OnSale, 1020, 1114)],
    ),
];

const DOUBLE_12: &[Schedule] = &[usual(2024, &[(WarmUp, 1209, 1211), (OnSale, 1212, 1212)])];

const YEAR_END: &[Schedule] = &[usual(2024, &[(OnSale, 1220, 1231)])];
