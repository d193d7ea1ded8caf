//! What the page 库存 is asked for and what it shows, put together from the tables and the operator's books.

mod all;
mod buying;
mod history;
#[cfg(test)]
mod tests;
mod thursday;

pub use all::{AllView, OfPace};
pub use buying::{BuyingView, OrderView, SupplierView};
pub use history::HistoryView;
pub use thursday::{Behind, SheetView, Totals};

use super::card::{Card, Frame};
use super::desk::{ItemTerms, StockDesk};
use super::gather::{Gathered, Goods, Origins};
use super::ledger::{Movement, written};
use super::sheet::what_if::WhatIf;
use crate::model::calendar::{Event, EventKey, Phase, events_in};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockQuery {
    /// The day on the page's clock.
    pub today: Day,
    /// Which part.
    pub part: StockPart,
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StockPart {
    /// 补货单, as it would be.
    Sheet(WhatIf),
    /// 在库: every item.
    All,
    /// 采购与到货.
    Buying,
    /// 进销存 of the item with this [`mark`](super::gather::mark), or of the first.
    History(Option<u64>),
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StockView {
    /// The day in the morning of which things stand as they do: today, or the newest day of tables that are older than that by
    /// more than [`STALE_DAYS`].
    pub today: Day,
    /// Whether the tables are too old to say anything of today.
    pub is_stale: bool,
    /// Where it comes from.
    pub origins: Origins,
    /// Items with a stock.
    pub counted_items: u32,
    /// What the operator has written down.
    pub desk: StockDesk,
    /// How the items on the screen are bought by what tables say, by code.
    pub table_terms: BTreeMap<String, ItemTerms>,
    /// The suppliers that the books or a table name.
    pub suppliers: Vec<String>,
    /// The part asked for.
    pub part: PartView,
}

/// A part of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PartView {
    /// 补货单.
    Sheet(Box<SheetView>),
    /// 在库.
    All(Box<AllView>),
    /// 采购与到货.
    Buying(Box<BuyingView>),
    /// 进销存; `None` when there is no item.
    History(Option<Box<HistoryView>>),
}

/// Older tables than that say nothing of today.
pub const STALE_DAYS: i32 = 14;
/// Events are looked for so many days back.
const LOOK_BACK: i32 = 400;

/// An event within the days that a sheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ahead {
    /// Which one.
    pub key: EventKey,
    /// The days on which it sells.
    pub span: Span,
}

/// Answers. `import_of` says which import a table of stock of a kind and day came with.
pub fn answer(
    gathered: &Gathered,
    desk: &StockDesk,
    query: StockQuery,
    import_of: &dyn Fn(&str, Day) -> u32,
) -> StockView {
    let (today, is_stale) = today(&gathered.origins, desk, query.today);
    let events = event_days(Span::new(today.plus(-LOOK_BACK), today));
    let import_of = |day| import_of(&gathered.origins.stock_kind, day);
    let frame = Frame {
        today,
        origins: &gathered.origins,
        event_days: &events,
        limits: desk.limits,
        import_of: &import_of,
    };
    let shelf = Stocked {
        gathered,
        desk: with_table_terms(gathered, desk),
        written: written(desk),
        frame,
    };
    let part = match query.part {
        StockPart::Sheet(what_if) => PartView::Sheet(Box::new(thursday::view(&shelf, what_if))),
        StockPart::All => PartView::All(Box::new(all::view(&shelf))),
        StockPart::Buying => PartView::Buying(Box::new(buying::view(&shelf))),
        StockPart::History(mark) => PartView::History(history::view(&shelf, mark).map(Box::new)),
    };
    let counted = gathered
        .goods
        .values()
        .filter(|goods| !goods.counted.is_empty());
    StockView {
        today,
        is_stale,
        origins: gathered.origins.clone(),
        counted_items: counted.count() as u32,
        desk: desk.clone(),
        table_terms: table_terms(gathered, &part),
        suppliers: suppliers(&shelf.desk),
        part,
    }
}

/// What tables say of how the items of a part are bought.
fn table_terms(gathered: &Gathered, part: &PartView) -> BTreeMap<String, ItemTerms> {
    let items: Vec<&str> = match part {
        PartView::Sheet(sheet) => sheet
            .sheet
            .rows
            .iter()
            .map(|row| row.item.as_str())
            .collect(),
        PartView::History(Some(history)) => vec![&history.card.item],
        _ => Vec::new(),
    };
    let terms = items.into_iter().filter_map(|item| {
        let terms = &gathered.goods.get(item)?.terms;
        (*terms != ItemTerms::default()).then(|| (item.to_owned(), terms.clone()))
    });
    terms.collect()
}

/// The suppliers that the books or a table name, in order.
fn suppliers(desk: &StockDesk) -> Vec<String> {
    let mut names: BTreeSet<&str> = desk.suppliers.keys().map(String::as_str).collect();
    names.extend(desk.orders.iter().map(|order| order.supplier.as_str()));
    names.extend(
        desk.terms
            .values()
            .filter_map(|terms| terms.supplier.as_deref()),
    );
    let names = names.into_iter().filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

/// What the parts are made of.
struct Stocked<'a> {
    gathered: &'a Gathered,
    /// The books, with the terms that tables say where the operator has said none.
    desk: StockDesk,
    written: BTreeMap<&'a str, Vec<Movement>>,
    frame: Frame<'a>,
}

impl Stocked<'_> {
    /// All items that a table or the books name, in order.
    fn items(&self) -> Vec<&str> {
        let mut items: Vec<&str> = self.gathered.goods.keys().map(String::as_str).collect();
        items.extend(self.written.keys());
        let ordered = self.desk.orders.iter().flat_map(|order| &order.lines);
        items.extend(ordered.map(|line| line.item.as_str()));
        items.sort_unstable();
        items.dedup();
        items
    }

    fn goods(&self, item: &str) -> Option<&Goods> {
        self.gathered.goods.get(item)
    }

    fn written(&self, item: &str) -> &[Movement] {
        self.written.get(item).map_or(&[], Vec::as_slice)
    }

    fn card(&self, item: &str) -> Card {
        Card::of(item, self.goods(item), self.written(item), &self.frame)
    }
}

/// The day on which things are looked at. What the operator has written down today makes it today.
fn today(origins: &Origins, desk: &StockDesk, clock: Day) -> (Day, bool) {
    let sales = origins.sales.range().map(|range| range.last.plus(1));
    let counts = desk.counts.iter().map(|count| count.day);
    let known = origins.stock_day.into_iter().chain(sales).chain(counts);
    match known.max() {
        Some(newest) if clock.0 - newest.0 > STALE_DAYS => (newest, true),
        _ => (clock, false),
    }
}

/// The books with what tables say of how items are bought, where the operator has said nothing.
fn with_table_terms(gathered: &Gathered, desk: &StockDesk) -> StockDesk {
    let mut desk = desk.clone();
    for (item, goods) in &gathered.goods {
        let said = &goods.terms;
        if *said == ItemTerms::default() {
            continue;
        }
        let terms = desk.terms.entry(item.clone()).or_default();
        if terms.supplier.is_none() {
            terms.supplier.clone_from(&said.supplier);
        }
        terms.min_units = terms.min_units.or(said.min_units);
        terms.box_units = terms.box_units.or(said.box_units);
        terms.lead_days = terms.lead_days.or(said.lead_days);
    }
    desk
}

/// The days of a span on which an event sells.
fn event_days(span: Span) -> BTreeSet<Day> {
    events_in(span).iter().flat_map(selling_days).collect()
}

/// The events that sell within some days.
fn ahead(span: Span) -> Vec<Ahead> {
    let of = |event: Event| {
        let days = selling_days(&event);
        let all = Span::new(*days.first()?, *days.last()?);
        all.overlaps(span).then_some(Ahead {
            key: event.key,
            span: all,
        })
    };
    events_in(span).into_iter().filter_map(of).collect()
}

/// The days on which an event sells, in order: presale and warm-up are not among them.
fn selling_days(event: &Event) -> Vec<Day> {
    let phases = event.phases.iter();
    let selling = phases.filter(|(phase, _)| !matches!(phase, Phase::Presale | Phase::WarmUp));
    selling.flat_map(|(_, span)| span.days()).collect()
}
