//! Why a quantity is what it is, step by step.

use super::{chance, days, hand, units};
use crate::analytics::stock::answer::{Behind, StockView};
use crate::analytics::stock::card::Card;
use crate::analytics::stock::lead_time::{Basis, LeadTime};
use crate::analytics::stock::sheet::Row;
use crate::analytics::stock::sheet::why::Step;
use crate::i18n::{Lang, Text, format, t};

/// The steps from what sells a day to what is ordered.
pub fn steps(row: &Row, lang: Lang) -> Vec<String> {
    let say = |text: Text, args: &[&str]| t(lang, text, args);
    let whole = |n: i64| format::grouped(n);
    let mut lines: Vec<String> = row
        .why
        .steps()
        .into_iter()
        .map(|step| match step {
            Step::Wanted {
                per_day,
                wait_days,
                lead_days,
                review_days,
                units: wanted,
            } => say(
                Text::StepWanted,
                &[
                    &units(per_day),
                    &wait_days.to_string(),
                    &days(lead_days),
                    &review_days.to_string(),
                    &days(f64::from(wait_days + review_days) + lead_days),
                    &units(wanted),
                ],
            ),
            Step::Safety {
                service_permille,
                sigma,
                units: safety,
                target,
            } => say(
                Text::StepSafety,
                &[
                    &permille(service_permille),
                    &units(sigma),
                    &units(safety),
                    &units(target),
                ],
            ),
            Step::There {
                on_hand,
                on_order,
                missing,
            } => say(
                Text::StepThere,
                &[&whole(on_hand), &whole(on_order), &whole(missing)],
            ),
            Step::Economic { units } => say(Text::StepEconomic, &[&whole(units)]),
            Step::Minimum { units } => say(Text::StepMinimum, &[&whole(units)]),
            Step::Boxes {
                box_units,
                boxes,
                units,
            } => say(
                Text::StepBoxes,
                &[&box_units.to_string(), &whole(boxes), &whole(units)],
            ),
        })
        .collect();
    if let Some(edit) = row.edit {
        lines.push(say(Text::StepEdited, &[&whole(edit)]));
    } else if row.is_left_out {
        let lost = row.lost_fen().map(|fen| format::money(fen.round() as i64));
        lines.push(match lost {
            Some(lost) => say(Text::StepLeftOut, &[&units(row.lost_units), &lost]),
            None => say(Text::StepLeftOutNoPrice, &[&units(row.lost_units)]),
        });
    }
    lines
}

/// What goes into the steps: how what is on hand, what sells and how long it takes are known.
pub fn grounds(row: &Row, behind: &Behind, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(of) = &behind.card.hand {
        lines.push(hand::derivation(of, lang));
    }
    lines.push(sells(&behind.card, lang));
    lines.push(takes(&row.why.lead, lang));
    for coming in &behind.incoming {
        let units = format::grouped(coming.units);
        let text = match (coming.order, coming.expected) {
            (Some(order), Some(day)) => t(
                lang,
                Text::ComingOrder,
                &[&order.to_string(), &units, &format::day(lang, day, None)],
            ),
            (Some(order), None) => t(lang, Text::ComingOrderNoDay, &[&order.to_string(), &units]),
            (None, _) => t(lang, Text::ComingTable, &[&units]),
        };
        lines.push(text);
    }
    if behind.card.skus > 1 {
        lines.push(t(
            lang,
            Text::SkusTogether,
            &[&behind.card.skus.to_string()],
        ));
    }
    let risk = &row.risk;
    lines.push(t(
        lang,
        Text::RiskCycle,
        &[&chance(risk.cycle_without), &chance(risk.cycle_with)],
    ));
    lines
}

/// What it sells, and how that is known.
pub fn sells(card: &Card, lang: Lang) -> String {
    let Some(expected) = card.expected else {
        return Text::SellsNothing.get(lang).to_owned();
    };
    let mean = units(expected.day.mean);
    let known = expected.days.to_string();
    let text = match expected.class.is_slow() {
        true => Text::SellsSlow,
        false => Text::SellsOften,
    };
    let mut line = t(lang, text, &[&mean, &known, &units(expected.day.sigma)]);
    if card.event_days > 0 {
        line.push_str(&t(
            lang,
            Text::SellsWithoutEvents,
            &[&card.event_days.to_string()],
        ));
    }
    if card.recent.out_days > 0 {
        line.push_str(&t(
            lang,
            Text::SellsWithoutOut,
            &[&card.recent.out_days.to_string()],
        ));
    }
    line
}

/// How long it takes, and how that is known.
pub fn takes(lead: &LeadTime, lang: Lang) -> String {
    let (mean, sigma) = (days(lead.lead.days), days(lead.lead.sigma));
    match lead.basis {
        Basis::Item => t(lang, Text::LeadItem, &[&mean, &sigma]),
        Basis::Agreed => t(lang, Text::LeadAgreed, &[&mean, &sigma]),
        Basis::Learned(orders) => t(
            lang,
            Text::LeadLearned,
            &[&mean, &sigma, &orders.to_string()],
        ),
        Basis::Usual => t(lang, Text::LeadUsual, &[&mean, &sigma]),
    }
}

/// Thousandths as percent.
pub fn permille(permille: u32) -> String {
    format!("{}%", days(f64::from(permille) / 10.0))
}

/// One line for the sheet itself: the arithmetic, and what else has to be known.
pub fn reason(row: &Row, lang: Lang) -> String {
    let why = &row.why;
    let all_days = f64::from(why.wait_days + 7) + why.lead.lead.days;
    let mut line = t(
        lang,
        Text::ReasonShort,
        &[
            &days(all_days),
            &units(why.demand.mean),
            &units(why.safety),
            &format::grouped(why.on_hand),
            &format::grouped(why.on_order),
        ],
    );
    let rounded = why.steps().into_iter().find_map(|step| match step {
        Step::Boxes { box_units, .. } => {
            Some(t(lang, Text::ReasonBoxes, &[&box_units.to_string()]))
        }
        _ => None,
    });
    let least = why
        .min_units
        .filter(|min| why.proposed <= i64::from(*min) && *min > 1);
    if let Some(min) = least {
        line.push_str(&t(lang, Text::ReasonMinimum, &[&min.to_string()]));
    } else if let Some(rounded) = rounded {
        line.push_str(&rounded);
    }
    if row.risk.week_with >= 0.2 {
        line.push_str(Text::ReasonTooLate.get(lang));
    }
    line
}

/// What the sheet rests on where nobody has said how goods are bought.
pub fn usual(view: &StockView, rows: &[Row], lang: Lang) -> Option<String> {
    let usual = rows
        .iter()
        .filter(|row| row.why.lead.basis == Basis::Usual)
        .count();
    let rules = &view.desk.rules;
    (usual > 0).then(|| {
        t(
            lang,
            Text::UsualLead,
            &[
                &usual.to_string(),
                &rules.lead_days.to_string(),
                &rules.lead_sigma_days.to_string(),
            ],
        )
    })
}
