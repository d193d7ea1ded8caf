use super::steps::{reason, steps};
use super::{chance, days, units};
use crate::analytics::stock::demand::DemandClass;
use crate::analytics::stock::desk::{ItemTerms, Rules};
use crate::analytics::stock::expected::Expected;
use crate::analytics::stock::lead_time::{Basis, LeadTime};
use crate::analytics::stock::policy::{Lead, PerDay};
use crate::analytics::stock::sheet::what_if::WhatIf;
use crate::analytics::stock::sheet::{Asked, Row, When, sheet};
use crate::i18n::Lang;
use crate::model::time::Day;

/// Twenty a day over 9 + 7 days: 320, and 76.7 on top at 95 %.
fn row(terms: &ItemTerms, edit: Option<i64>) -> Row {
    let item = Asked {
        item: "A",
        on_hand: 300,
        incoming: &[],
        expected: Some(Expected {
            day: PerDay {
                mean: 20.0,
                sigma: 6.0,
            },
            class: DemandClass::Smooth,
            days: 0,
        }),
        rhythm: &[],
        supplier: None,
        lead: LeadTime {
            lead: Lead {
                days: 9.0,
                sigma: 2.0,
            },
            basis: Basis::Usual,
        },
        terms: Some(terms),
        cost_fen: Some(1_000),
        price_fen: Some(1_600),
        edit,
    };
    let when = When::on(Day(9_826));
    let made = sheet(&[item], when, &Rules::default(), &WhatIf::default());
    made.rows.into_iter().next().expect("a row")
}

#[test]
fn the_steps_lead_to_the_quantity() {
    let terms = ItemTerms {
        box_units: Some(12),
        ..ItemTerms::default()
    };
    let lines = steps(&row(&terms, Some(120)), Lang::Zh);
    assert_eq!(lines.len(), 5, "{lines:?}");
    assert!(
        lines[0].contains("9 天 + 一周 7 天 = 16 天，要卖 320 件"),
        "{}",
        lines[0]
    );
    assert!(lines[1].contains("95%") && lines[1].contains("多备 77 件，应有 397 件"));
    assert!(lines[2].contains("在库 300 件和在途 0 件，还差 97 件"));
    assert_eq!(lines[3], "12 件一箱，凑整 9 箱 = 108 件");
    assert_eq!(lines[4], "手工改成 120 件");
}

#[test]
fn one_line_says_what_the_steps_do() {
    let plain = ItemTerms::default();
    assert_eq!(
        reason(&row(&plain, None), Lang::Zh),
        "备 16 天：320 + 安全 77 − 在库 300 − 在途 0"
    );
    let least = ItemTerms {
        min_units: Some(200),
        ..ItemTerms::default()
    };
    assert!(reason(&row(&least, None), Lang::Zh).ends_with("，凑起订 200"));
}

#[test]
fn numbers_have_the_digits_that_say_something() {
    let shown = [0.034, 0.5, 1.04, 8.44, 9.96, 320.4].map(units);
    assert_eq!(shown, ["0.03", "0.5", "1", "8.4", "10", "320"]);
    assert_eq!([0.0, 0.42, 0.999].map(chance), ["<1%", "42%", ">99%"]);
    assert_eq!([9.0, 9.3].map(days), ["9", "9.3"]);
}
