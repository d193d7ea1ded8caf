//! 进销存 of one item: every movement with its source, what they come to, and how the item is bought.

use super::Stocked;
use super::thursday::of_table;
use crate::analytics::stock::ageing::{Layer, layers};
use crate::analytics::stock::balance::{Flow, flow};
use crate::analytics::stock::card::{Card, RATE_DAYS, movements};
use crate::analytics::stock::desk::ItemTerms;
use crate::analytics::stock::gather::mark;
use crate::analytics::stock::incoming::{Incoming, incoming};
use crate::analytics::stock::ledger::{Line, ledger};
use crate::model::time::Span;
use serde::{Deserialize, Serialize};

/// The ledger of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryView {
    /// What is known of it.
    pub card: Card,
    /// Its movements, oldest first, at most [`SHOWN`] of the newest.
    pub lines: Vec<Line>,
    /// How many there are in all.
    pub all_lines: u32,
    /// The last days, up to today.
    pub span: Span,
    /// What moved in them.
    pub flow: Flow,
    /// What is there, by the day on which it came.
    pub layers: Vec<Layer>,
    /// What is on order.
    pub incoming: Vec<Incoming>,
    /// How it is bought, with what tables say.
    pub terms: ItemTerms,
}

/// So many movements are shown.
pub const SHOWN: usize = 500;

pub(super) fn view(shelf: &Stocked<'_>, wanted: Option<u64>) -> Option<HistoryView> {
    let items = shelf.items();
    let found = wanted.and_then(|wanted| items.iter().find(|item| mark(item) == wanted));
    let item = *found.or_else(|| items.first())?;
    let (goods, written) = (shelf.goods(item), shelf.written(item));
    let today = shelf.frame.today;
    let lines = ledger(movements(goods, written, shelf.frame.import_of));
    let upto = lines.partition_point(|line| line.movement.day <= today);
    let span = Span::new(today.plus(1 - RATE_DAYS), today);
    let all_incoming = incoming(&shelf.desk);
    let is_ordered = shelf
        .desk
        .orders
        .iter()
        .any(|order| order.lines.iter().any(|line| line.item == item));
    Some(HistoryView {
        card: shelf.card(item),
        flow: flow(&lines, span),
        layers: layers(&lines[..upto]),
        all_lines: lines.len() as u32,
        lines: lines[lines.len().saturating_sub(SHOWN)..].to_vec(),
        span,
        incoming: match all_incoming.get(item) {
            Some(incoming) => incoming.clone(),
            None if is_ordered => Vec::new(),
            None => of_table(goods, written, today),
        },
        terms: shelf.desk.terms.get(item).cloned().unwrap_or_default(),
    })
}
