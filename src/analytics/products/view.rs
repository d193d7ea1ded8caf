//! What the page 商品 shows of a period.

use super::abc::{Abc, Basis, LEAST_WEEKS, Lines, Made, Ranked, Xyz, abc, basis};
use super::bought::{Finder, details, of_book, titles};
use super::conversion::{Conversions, conversions};
use super::decide::{Decisions, decide};
use super::fees::Fees;
use super::known::known;
use super::newcomers::{Newcomers, newcomers};
use super::pace::{Pace, Paced, paces};
use super::shelf::{OnShelf, on_shelf};
use super::together::{Together, together};
use crate::analytics::items::{self, Items, items, named};
use crate::analytics::reconcile::Shelf;
use crate::import::kinds::{Kind, by_name};
use crate::model::time::Span;
use serde::{Deserialize, Serialize};

/// How many items are told one by one. The sums are over all of them.
pub const MOST: usize = 5_000;

/// Where an item stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// How much it makes.
    pub ranked: Ranked,
    /// How evenly it sells.
    pub pace: Pace,
    /// The class of that.
    pub xyz: Option<Xyz>,
}

impl Standing {
    /// Its class by what it makes.
    pub fn abc(&self) -> Abc {
        self.ranked.class
    }
}

/// The items of a period and what is to be said of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Products {
    /// The items, as the page 经营 has them.
    pub items: Items,
    /// What the classes go by.
    pub basis: Basis,
    /// Where each item stands, in the order of the items.
    pub standing: Vec<Standing>,
    /// Where the paces come from; `None` where no file knows enough weeks.
    pub paced: Option<Paced>,
    /// How much of the shelf sold.
    pub on_shelf: OnShelf,
    /// What turns visitors into buyers worse or better than the others.
    pub conversions: Conversions,
    /// New items.
    pub newcomers: Newcomers,
    /// What is bought together.
    pub together: Together,
    /// What to push, what to fix, what to drop.
    pub decisions: Decisions,
    /// What selling costs, as it was typed.
    pub fees: Fees,
    /// Items that are not told one by one.
    pub left_out: u32,
}

/// The kinds whose rows are looked at.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    let more = ["jushuitan_items", "reviews"];
    items::kinds().chain(more.into_iter().filter_map(by_name))
}

/// The items of a period against another.
pub fn products(shelf: &Shelf, fees: Fees, span: Span, base: Option<Span>) -> Products {
    let mut items = items(shelf, span, base, usize::MAX);
    let made: Vec<Made> = items
        .items
        .iter()
        .map(|item| Made {
            sales_fen: item.now.paid_fen,
            profit_fen: fees
                .profit(&item.now, item.cost_fen)
                .map(|profit| profit.left_fen()),
        })
        .collect();
    let basis = basis(&made);
    let amounts: Vec<i64> = made.iter().map(|made| made.by(basis)).collect();
    let lines = Lines::default();
    let ranked = abc(&amounts, &lines);
    let (details, titles) = (details(shelf), titles(shelf));
    let sources = || details.iter().chain(&titles);
    let newest = Span::new(span.last.plus(1 - 7 * LEAST_WEEKS as i32), span.last);
    let by_day = named(shelf, newest).and_then(|book| of_book(&book));
    let paced = paces(by_day.iter().chain(sources()), &items, span.last);
    let (paced, paces) = match paced {
        Some((paced, paces)) => (Some(paced), paces),
        None => (None, vec![Pace::default(); items.items.len()]),
    };
    let standing = |(ranked, pace): (Ranked, Pace)| Standing {
        ranked,
        pace,
        xyz: pace.variation.map(|variation| Xyz::of(variation, &lines)),
    };
    let finder = Finder::of(&items);
    // Those that reach back furthest tell most about what is new.
    let longest = sources().max_by_key(|bought| {
        let range = bought.coverage.range();
        range.map_or(0, |range| {
            range.len_days() - bought.coverage.missing_days(range)
        })
    });
    let newcomers =
        longest.map(|bought| newcomers(bought, span.last, |item| finder.find(&bought.items[item])));
    let together = sources()
        .next()
        .map(|bought| together(bought, span.last, |item| finder.find(&bought.items[item])));
    let all = items.items.len();
    let mut products = Products {
        basis,
        standing: ranked.into_iter().zip(paces).map(standing).collect(),
        paced,
        on_shelf: on_shelf(&items),
        conversions: conversions(&items, &known(shelf, &items)),
        newcomers: newcomers.unwrap_or_default(),
        together: together.unwrap_or_default(),
        decisions: Decisions::default(),
        fees,
        left_out: all.saturating_sub(MOST) as u32,
        items: Items::default(),
    };
    products.decisions = decide(
        &items,
        &products.standing,
        &products.conversions,
        &products.newcomers.items,
        &fees,
    );
    items.items.truncate(MOST);
    products.standing.truncate(MOST);
    products.items = items;
    products
}
