use super::*;
use crate::model::time::{Day, Span};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a date")
}

fn usual(_: Day) -> DayClass {
    DayClass::Usual
}

/// The plan of 2024 for what was typed, with the amounts paid before.
fn plan(typed: &Typed, paid: &dyn Fn(Day) -> Option<i64>) -> Plan {
    let span = Plan::needs(2024).expect("a year");
    let facts = Facts::gather(span, paid, &usual);
    Plan::of(2024, typed, &facts).expect("a year")
}

fn months_fen(plan: &Plan) -> Vec<Option<i64>> {
    let months = plan.amounts.months.iter();
    months.map(|month| month.map(|amount| amount.fen)).collect()
}

/// Every month that sold 100 元 a day in 2023, and 200 in December.
fn paid_in_2023(of: Day) -> Option<i64> {
    let in_december = of >= day("2023-12-01");
    (day("2023-01-01")..=day("2023-12-31"))
        .contains(&of)
        .then_some(if in_december { 20_000 } else { 10_000 })
}

#[test]
fn the_golden_checks_pass() {
    for check in checks() {
        assert!(check.passes(), "{check:?}");
    }
    assert_eq!(checks().len(), 11);
}

#[test]
fn a_typed_month_goes_to_its_days_by_typed_weekdays() {
    // July 2024 begins on a Monday: 4 × 117 + 10 + 12 + 16 = 506.
    let mut typed = Typed {
        weekdays: Some([10, 12, 16, 18, 20, 21, 20]),
        ..Typed::default()
    };
    typed.months[6] = Some(44_840_000);
    let plan = plan(&typed, &|_| None);
    let july = plan.days_of(Span::new(day("2024-07-01"), day("2024-07-31")));
    assert_eq!(july.iter().map(|d| d.index_ppm).sum::<u64>(), 506_000);
    assert_eq!(july[0].fen, Some(886_166));
    let sum = july.iter().map(|d| d.fen).sum::<Option<i64>>();
    assert_eq!(sum, Some(44_840_000));
    assert_eq!(plan.indices[6].weekdays_from, Source::Typed);
    assert_eq!(plan.day(day("2024-08-01")).and_then(|d| d.fen), None);
    assert_eq!(plan.days.len(), 366);
    assert_eq!(plan.findings, []);
}

#[test]
fn the_year_goes_to_its_months_as_the_year_before_did() {
    let typed = Typed {
        year: Some(YearAmount::Fen(1_000_000)),
        ..Typed::default()
    };
    let plan = plan(&typed, &paid_in_2023);
    // 31 of 396 days' worth, and 62 of them in December.
    let months = months_fen(&plan);
    assert_eq!(months[0], Some(78_283));
    assert_eq!(months[11], Some(156_566));
    let origin = plan.amounts.months[0].map(|amount| amount.origin);
    assert_eq!(origin, Some(Origin::LikeYearBefore));
}

#[test]
fn without_a_whole_year_before_the_days_decide() {
    let typed = Typed {
        year: Some(YearAmount::Fen(36_600)),
        ..Typed::default()
    };
    let gap = |of: Day| paid_in_2023(of).filter(|_| of != day("2023-05-05"));
    let plan = plan(&typed, &gap);
    assert_eq!(months_fen(&plan)[1], Some(2_900));
    let origin = plan.amounts.months[1].map(|amount| amount.origin);
    assert_eq!(origin, Some(Origin::ByIndices));
}

#[test]
fn growth_asks_each_month_for_more_than_its_own() {
    let mut typed = Typed {
        year: Some(YearAmount::GrowthPpm(200_000)),
        ..Typed::default()
    };
    typed.months[0] = Some(5);
    let gap = |of: Day| paid_in_2023(of).filter(|_| of != day("2023-05-05"));
    let plan = plan(&typed, &gap);
    let months = months_fen(&plan);
    assert_eq!(months[..3], [Some(5), Some(336_000), Some(372_000)]);
    assert_eq!(months[4], None);
    assert_eq!(
        plan.findings,
        [Finding::NoYearBefore {
            month: 4,
            missing_days: 1
        }]
    );
    assert_eq!(plan.amounts.year, None);
    assert_eq!(plan.amounts.quarters[0].map(|q| q.fen), Some(708_005));
}

#[test]
fn parts_above_their_whole_are_told_and_leave_the_others_without() {
    let mut typed = Typed {
        quarters: [Some(100), None, None, None],
        ..Typed::default()
    };
    typed.months[0] = Some(101);
    let plan = plan(&typed, &|_| None);
    assert_eq!(
        plan.findings,
        [Finding::PartsAbove {
            scope: Scope::Quarter(0),
            whole_fen: 100,
            parts_fen: 101
        }]
    );
    assert_eq!(months_fen(&plan)[..3], [Some(101), None, None]);
}

#[test]
fn parts_that_are_all_typed_must_be_the_whole() {
    let typed = Typed {
        year: Some(YearAmount::Fen(1_000)),
        quarters: [Some(200), Some(200), Some(300), Some(301)],
        ..Typed::default()
    };
    let plan = plan(&typed, &|_| None);
    assert_eq!(
        plan.findings,
        [Finding::PartsDiffer {
            scope: Scope::Year,
            whole_fen: 1_000,
            parts_fen: 1_001
        }]
    );
}

#[test]
fn a_month_of_locked_days_is_their_sum() {
    let february = Span::new(day("2024-02-01"), day("2024-02-29"));
    let typed = Typed {
        quarters: [Some(3_200), None, None, None],
        locked: february.days().map(|day| (day, 10)).collect(),
        ..Typed::default()
    };
    let plan = plan(&typed, &|_| None);
    assert_eq!(
        months_fen(&plan)[..3],
        [Some(1_455), Some(290), Some(1_455)]
    );
    assert_eq!(plan.findings, []);
}

#[test]
fn locked_days_that_do_not_fit_stand_alone() {
    let mut typed = Typed {
        locked: BTreeMap::from([(day("2024-03-08"), 600), (day("2025-01-01"), 1)]),
        ..Typed::default()
    };
    typed.months[2] = Some(500);
    let plan = plan(&typed, &|_| None);
    let why = Unspreadable::LockedAbove {
        target_fen: 500,
        locked_fen: 600,
    };
    assert_eq!(
        plan.findings,
        [
            Finding::OutsideYear {
                day: day("2025-01-01")
            },
            Finding::Locked { month: 2, why }
        ]
    );
    let of = |text| plan.day(day(text)).and_then(|target| target.fen);
    assert_eq!((of("2024-03-08"), of("2024-03-09")), (Some(600), None));
}

#[test]
fn what_cannot_be_an_amount_is_as_if_it_was_not_typed() {
    let mut typed = Typed {
        year: Some(YearAmount::Fen(-1)),
        weekdays: Some([0; 7]),
        shares: vec![
            Share {
                ppm: 600_000,
                ..Share::default()
            };
            2
        ],
        ..Typed::default()
    };
    typed.months[3] = Some(MAX_FEN + 1);
    let plan = plan(&typed, &|_| None);
    assert_eq!(
        plan.findings,
        [
            Finding::OutOfRange {
                scope: Scope::Year,
                fen: -1
            },
            Finding::OutOfRange {
                scope: Scope::Month(3),
                fen: MAX_FEN + 1
            },
            Finding::NoWeekdays,
            Finding::SharesAbove { ppm: 1_200_000 },
        ]
    );
    assert!(plan.findings.iter().all(Finding::is_error));
    assert_eq!(plan.shares, []);
    assert_eq!(plan.amounts, Amounts::default());
}

#[test]
fn a_special_day_gets_its_index_on_top_of_its_weekday() {
    let mut typed = Typed {
        specials: BTreeMap::from([("double_11".to_owned(), 10_000)]),
        ..Typed::default()
    };
    typed.months[10] = Some(39_000);
    let class = |of: Day| match of == day("2024-11-11") {
        true => DayClass::Special("double_11".to_owned()),
        false => DayClass::Usual,
    };
    let span = Plan::needs(2024).expect("a year");
    let facts = Facts::gather(span, &|_| None, &class);
    let plan = Plan::of(2024, &typed, &facts).expect("a year");
    let of = |text| plan.day(day(text)).and_then(|target| target.fen);
    assert_eq!(
        (of("2024-11-11"), of("2024-11-12")),
        (Some(10_000), Some(1_000))
    );
    let source = plan.indices[10].specials.get("double_11");
    assert_eq!(source, Some(&(10_000, Source::Typed)));
}

#[test]
fn a_day_target_does_not_move_while_its_month_goes_by() {
    let mut typed = Typed::default();
    typed.months[5] = Some(1_000_000);
    let until = |last: &'static str| {
        move |of: Day| {
            let weekend = weekday_of(of) > 4;
            (of <= day(last)).then_some(if weekend { 30_000 } else { 10_000 })
        }
    };
    let june = |plan: &Plan| {
        plan.days_of(Span::new(day("2024-06-01"), day("2024-06-30")))
            .to_vec()
    };
    let begun = plan(&typed, &until("2024-05-31"));
    let gone_by = plan(&typed, &until("2024-06-20"));
    assert_eq!(begun.indices[5].weekdays_from, Source::Learned);
    assert_eq!(june(&begun), june(&gone_by));
}

#[test]
fn no_year_no_plan() {
    let facts = Facts::gather(Span::new(Day(0), Day(0)), &|_| None, &usual);
    assert_eq!(Plan::of(0, &Typed::default(), &facts), None);
    assert_eq!(Plan::needs(10_000), None);
}

/// What was typed in the order in which it stands: the year, quarters, months, locked days.
fn typed() -> impl Strategy<Value = Typed> {
    let fen = || prop::option::weighted(0.4, 0i64..10_000_000_000);
    let locked = prop::collection::btree_map(8_766i32..8_766 + 366, 0i64..1_000_000, 0..20);
    (
        fen(),
        prop::array::uniform4(fen()),
        prop::array::uniform12(fen()),
        prop::option::of(prop::array::uniform7(0u32..5_000)),
        locked,
    )
        .prop_map(|(year, quarters, months, weekdays, locked)| Typed {
            year: year.map(YearAmount::Fen),
            quarters,
            months,
            weekdays,
            locked: locked
                .into_iter()
                .map(|(day, fen)| (Day(day), fen))
                .collect(),
            ..Typed::default()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn parts_are_their_whole_or_it_is_said_why_not(typed in typed(), is_known in any::<bool>()) {
        let paid = |of: Day| paid_in_2023(of).filter(|_| is_known);
        let plan = plan(&typed, &paid);
        let fen = |amount: &Option<Amount>| amount.map(|a| a.fen);
        let sum = |parts: &[Option<Amount>]| parts.iter().map(fen).sum::<Option<i64>>();
        let is_told = |wanted: Scope| plan.findings.iter().any(|finding| match finding {
            Finding::PartsAbove { scope, .. } | Finding::PartsDiffer { scope, .. } => *scope == wanted,
            _ => false,
        });
        let amounts = &plan.amounts;
        let year = (fen(&amounts.year), sum(&amounts.quarters));
        prop_assert!(is_told(Scope::Year) || year.1.is_none() || year.0 == year.1);
        prop_assert!(is_told(Scope::Year) || typed.year.is_none() || amounts.quarters.iter().all(Option::is_some));
        for (at, quarter) in amounts.quarters.iter().enumerate() {
            let months = sum(&amounts.months[at * 3..at * 3 + 3]);
            prop_assert!(is_told(Scope::Quarter(at)) || fen(quarter) == months);
        }
        for (at, month) in amounts.months.iter().enumerate() {
            let days: Vec<&DayTarget> = plan.days.iter().filter(|d| month_of(d.day) == at).collect();
            let sum = days.iter().map(|d| d.fen).sum::<Option<i64>>();
            let is_told = plan.findings.iter().any(|f| matches!(f, Finding::Locked { month, .. } if *month == at));
            prop_assert!(is_told || fen(month) == sum);
            prop_assert!(days.iter().all(|d| d.fen.is_none_or(|fen| fen >= 0)));
            prop_assert!(month.is_none_or(|month| month.fen >= 0));
        }
        prop_assert!(typed.locked.iter().all(|(day, fen)| plan.day(*day).and_then(|d| d.fen) == Some(*fen)));
    }
}
