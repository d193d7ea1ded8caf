//! The Thursday sheet as it stands on the screen: its rows by supplier, what they come to, what became of the budget.

use super::{chance, hand, steps, units};
use crate::analytics::stock::answer::{SheetView, StockView, Totals};
use crate::analytics::stock::sheet::Row;
use crate::i18n::{Lang, Text, format, t};
use crate::model::calendar::EventKey;

/// The rows of one supplier.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The supplier; nothing for items of nobody known.
    pub supplier: String,
    /// What it is called.
    pub name: String,
    /// What is ordered there.
    pub sum: String,
    /// Whether there is anything to order.
    pub has_order: bool,
    /// The rows, what runs out first first.
    pub lines: Vec<Line>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its place in the sheet.
    pub at: usize,
    /// The item's code.
    pub item: String,
    /// Its title.
    pub title: String,
    /// On hand, and a remark about it.
    pub on_hand: String,
    /// What is remarkable about it.
    pub on_hand_remark: Option<String>,
    /// On order.
    pub on_order: String,
    /// Expected until the order of the next Thursday arrives.
    pub wanted: String,
    /// Safety stock.
    pub safety: String,
    /// What is proposed.
    pub proposed: String,
    /// Minimum and box, where there are any.
    pub terms: String,
    /// The units to order, as the input shows them.
    pub units: String,
    /// Whether they were put in by hand.
    pub is_edited: bool,
    /// Left out for want of money.
    pub is_left_out: bool,
    /// What they cost.
    pub cost: String,
    /// How likely it is to run out before the next Thursday, without and with the order.
    pub week: String,
    /// The same before the order of the next Thursday arrives.
    pub cycle: String,
    /// Whether it is more likely than not to run out.
    pub is_urgent: bool,
    /// Why, in one line.
    pub reason: String,
}

/// The rows by supplier: in the order of their names, items of nobody known last.
pub fn groups(sheet: &SheetView, lang: Lang) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut order: Vec<usize> = (0..sheet.sheet.rows.len()).collect();
    let rows = &sheet.sheet.rows;
    order.sort_by(|a, b| {
        let (a, b) = (&rows[*a], &rows[*b]);
        let is_nobody = |row: &Row| row.supplier.is_none();
        let by_supplier = is_nobody(a).cmp(&is_nobody(b));
        by_supplier
            .then_with(|| a.supplier.cmp(&b.supplier))
            .then_with(|| b.risk.week_without.total_cmp(&a.risk.week_without))
            .then_with(|| a.item.cmp(&b.item))
    });
    for at in order {
        let supplier = rows[at].supplier.clone().unwrap_or_default();
        let line = line(sheet, at, lang);
        match groups.last_mut().filter(|group| group.supplier == supplier) {
            Some(group) => group.lines.push(line),
            None => groups.push(group(sheet, supplier, line, lang)),
        }
    }
    groups
}

fn group(sheet: &SheetView, supplier: String, first: Line, lang: Lang) -> Group {
    let of = sheet
        .suppliers
        .iter()
        .find(|of| of.supplier.as_deref().unwrap_or_default() == supplier);
    let mut sum = of.map_or_else(
        || Text::SheetNothingHere.get(lang).to_owned(),
        |of| {
            let args = [
                of.items.to_string(),
                format::grouped(of.units),
                format::money(of.cost_fen),
            ];
            t(lang, Text::SheetSum, &[&args[0], &args[1], &args[2]])
        },
    );
    if let Some(unknown) = of.map(|of| of.items_without_cost).filter(|n| *n > 0) {
        sum.push_str(&t(lang, Text::SheetNoCost, &[&unknown.to_string()]));
    }
    Group {
        name: match supplier.is_empty() {
            true => Text::SheetNobody.get(lang).to_owned(),
            false => supplier.clone(),
        },
        supplier,
        sum,
        has_order: of.is_some(),
        lines: vec![first],
    }
}

fn line(sheet: &SheetView, at: usize, lang: Lang) -> Line {
    let row = &sheet.sheet.rows[at];
    let card = sheet.behind.get(at).map(|behind| &behind.card);
    let why = &row.why;
    let terms = [
        why.min_units
            .filter(|n| *n > 1)
            .map(|n| t(lang, Text::SheetMin, &[&n.to_string()])),
        why.box_units
            .filter(|n| *n > 1)
            .map(|n| t(lang, Text::SheetBox, &[&n.to_string()])),
    ];
    let terms: Vec<String> = terms.into_iter().flatten().collect();
    Line {
        at,
        item: row.item.clone(),
        title: card.map_or_else(|| row.item.clone(), |card| card.title.clone()),
        on_hand: format::grouped(why.on_hand),
        on_hand_remark: card.and_then(|card| hand::remark(card.hand.as_ref()?, lang)),
        on_order: match why.on_order {
            0 => format::NONE.to_owned(),
            units => format::grouped(units),
        },
        wanted: units(why.demand.mean),
        safety: units(why.safety),
        proposed: format::grouped(why.proposed),
        terms: terms.join(" · "),
        units: row.units().to_string(),
        is_edited: row.edit.is_some(),
        is_left_out: row.is_left_out,
        cost: row
            .cost_fen()
            .map_or_else(|| format::NONE.to_owned(), format::money),
        week: both(row.risk.week_without, row.risk.week_with),
        cycle: t(
            lang,
            Text::SheetCycle,
            &[&both(row.risk.cycle_without, row.risk.cycle_with)],
        ),
        is_urgent: row.risk.week_without >= 0.5,
        reason: steps::reason(row, lang),
    }
}

/// Two probabilities, once where they are the same.
fn both(without: f64, with: f64) -> String {
    match (chance(without), chance(with)) {
        (a, b) if a == b => a,
        (a, b) => format!("{a} → {b}"),
    }
}

/// The head of the sheet: of which Thursday, and what it comes to.
pub fn headline(sheet: &SheetView, lang: Lang) -> String {
    let when = sheet.sheet.when;
    let wait = when.review.0 - when.today.0;
    let day = format::day(lang, when.review, None);
    match wait {
        0 => t(lang, Text::SheetToday, &[&day]),
        wait => t(lang, Text::SheetInDays, &[&day, &wait.to_string()]),
    }
}

/// Items, units and money.
pub fn totals(totals: Totals, lang: Lang) -> String {
    let args = [
        totals.items.to_string(),
        format::grouped(totals.units),
        format::money(totals.cost_fen),
    ];
    t(lang, Text::SheetSum, &[&args[0], &args[1], &args[2]])
}

/// What the sheet comes to as it is shown.
pub fn totals_now(sheet: &SheetView) -> Totals {
    let rows = sheet.sheet.rows.iter().filter(|row| row.units() > 0);
    Totals {
        items: rows.count() as u32,
        units: sheet.sheet.units,
        cost_fen: sheet.sheet.cost_fen,
    }
}

/// What else is to be said of it, the most important first.
pub fn remarks(view: &StockView, sheet: &SheetView, lang: Lang) -> Vec<String> {
    let rows = &sheet.sheet.rows;
    let mut said = Vec::new();
    let late = rows.iter().filter(|row| row.risk.week_with >= 0.5).count();
    if late > 0 {
        said.push(t(lang, Text::SheetLate, &[&late.to_string()]));
    }
    if let Some(budget) = &sheet.sheet.budget {
        let money = |fen: i64| format::money(fen);
        let left_out = budget.left_out.to_string();
        said.push(match budget.left_out {
            0 if budget.spent_fen > budget.limit_fen => t(
                lang,
                Text::BudgetOver,
                &[&money(budget.limit_fen), &money(budget.spent_fen)],
            ),
            0 => t(
                lang,
                Text::BudgetEnough,
                &[&money(budget.limit_fen), &money(budget.spent_fen)],
            ),
            _ => t(
                lang,
                Text::BudgetShort,
                &[
                    &money(budget.limit_fen),
                    &money(budget.wanted_fen),
                    &left_out,
                    &units(budget.lost_units),
                    &money(budget.lost_fen),
                ],
            ),
        });
        if budget.left_out_without_price > 0 {
            let count = budget.left_out_without_price.to_string();
            said.push(t(lang, Text::BudgetNoPrice, &[&count]));
        }
    }
    if sheet.sheet.rows_without_cost > 0 {
        let count = sheet.sheet.rows_without_cost.to_string();
        said.push(t(lang, Text::SheetCostUnknown, &[&count]));
    }
    said.extend(steps::usual(view, rows, lang));
    for ahead in &sheet.ahead {
        said.push(t(
            lang,
            Text::SheetEventAhead,
            &[event_name(ahead.key, lang), &format::span(ahead.span)],
        ));
    }
    said
}

/// What an event is called.
pub fn event_name(key: EventKey, lang: Lang) -> &'static str {
    lang.pick(key.title())
}
