//! All that is known of one item.

use super::aside::{Ads, Refunds, Reviews, Wanted, ads, refunds, reviews};
use super::conversion::Converting;
use super::desk::{ItemDesk, ItemNote};
use super::fees::Profit;
use super::newcomers::Newcomer;
use super::pace::Paced;
use super::price::{PriceLevel, levels};
use super::ranking::{By, Place, ranking};
use super::reference::ItemRef;
use super::title_check::{TitleFault, faults};
use super::together::Pair;
use super::view::{Products, Standing, products};
use crate::analytics::items::{Item, ItemKey, ItemSales, best};
use crate::analytics::reconcile::Shelf;
use crate::import::kinds::{Kind, by_name};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// How many days are told one by one.
const DAYS: i32 = 90;
/// How many days are summed up, and held against as many before.
const MONTH_DAYS: i32 = 30;

/// An item that was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemLook {
    /// What is known of it; `None` where no file names it.
    pub view: Option<Box<ItemView>>,
}

/// All that is known of one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemView {
    /// What it is known by.
    pub key: ItemKey,
    /// Its title.
    pub title: String,
    /// The shop's own codes of it.
    pub codes: Vec<String>,
    /// The stored name of the kind of file that its days come from.
    pub source: String,
    /// Its days, oldest first, from the first on which any file says something.
    pub days: Vec<DayOfItem>,
    /// The last days summed up, with stock and cost; `None` where it neither sold in them nor before.
    pub month: Option<Month>,
    /// What it sold at each price.
    pub prices: Vec<PriceLevel>,
    /// What is to be said of its title.
    pub faults: Vec<TitleFault>,
    /// Refunds completed in the days told; `None` where no file covers them.
    pub refunds: Option<Refunds>,
    /// Reviews of all time.
    pub reviews: Option<Reviews>,
    /// Advertising in the days summed up.
    pub ads: Option<Ads>,
    /// What it is bought together with, of how many orders.
    pub pairs: Vec<Pair>,
    /// Orders in which pairs were looked for.
    pub orders: u32,
    /// How it does as a new item.
    pub newcomer: Option<Newcomer>,
    /// Whether new items were counted by units, else by orders.
    pub counts_units: bool,
    /// Notes by hand, oldest first.
    pub notes: Vec<ItemNote>,
}

/// One day of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOfItem {
    /// The day.
    pub day: Day,
    /// What it sold; `None` on a day that no file covers.
    pub sales: Option<ItemSales>,
}

/// The last days of an item, and where it stands among the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Month {
    /// The days.
    pub span: Span,
    /// Those that they are held against, where there are any.
    pub base: Option<Span>,
    /// How many of the days no file covers.
    pub missing_days: i32,
    /// Its sales, stock and cost.
    pub item: Item,
    /// What all items sold.
    pub total_fen: i64,
    /// Items in all.
    pub items: u32,
    /// Its place by what was paid.
    pub place: Place,
    /// How much it makes and how evenly it sells.
    pub standing: Standing,
    /// Where the paces come from.
    pub paced: Option<Paced>,
    /// How it converts, where that is worse or better than the others.
    pub converting: Option<Converting>,
    /// What it made; `None` where its cost or its units are not known.
    pub profit: Option<Profit>,
    /// For how many days its stock lasts.
    pub cover_days: Option<i64>,
    /// The day of the stock.
    pub stock_day: Option<Day>,
}

/// The kinds whose rows are looked at.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    let more = ["refunds", "wanxiang_items", "zhitongche"];
    super::kinds().chain(more.into_iter().filter_map(by_name))
}

/// What is known of an item, up to the last day of the store.
pub fn one(shelf: &Shelf, desk: &ItemDesk, item: ItemRef, last: Day) -> ItemLook {
    let span = Span::new(last.plus(1 - DAYS), last);
    let month = Span::new(last.plus(1 - MONTH_DAYS), last);
    let all = products(shelf, desk.fees, month, Some(month.shifted(-MONTH_DAYS)));
    let Some(book) = best(shelf, month).or_else(|| best(shelf, span)) else {
        return ItemLook { view: None };
    };
    let at = all.items.items.iter();
    let at = at.into_iter().position(|i| ItemRef::of(&i.key) == item);
    let named = book.names.iter().find(|(key, _)| ItemRef::of(key) == item);
    let (key, title, codes) = match (at.map(|at| &all.items.items[at]), named) {
        (Some(item), _) => (item.key.clone(), item.title.clone(), item.codes.clone()),
        (None, Some((key, names))) => (key.clone(), names.title.clone(), names.codes.clone()),
        (None, None) => return ItemLook { view: None },
    };
    let of_day = |day: Day| {
        let sales = || {
            let mut sum = book.nothing;
            let rows = book.days.get(&day).into_iter().flatten();
            for (_, sold) in rows.filter(|(of, _)| *of == key) {
                sum.add(sold);
            }
            sum
        };
        DayOfItem {
            day,
            sales: book.coverage.has(day).then(sales),
        }
    };
    let mut days: Vec<DayOfItem> = span.days().map(of_day).collect();
    let first = days.iter().position(|day| day.sales.is_some());
    days.drain(..first.unwrap_or(days.len()));
    let wanted = Wanted {
        key: &key,
        title: &title,
        codes: &codes,
    };
    let is_of = |pair: &&Pair| at.is_some_and(|at| pair.items.contains(&Some(at as u32)));
    let sales = days.iter().filter_map(|day| day.sales.as_ref());
    let view = ItemView {
        source: book.kind.to_owned(),
        month: at.map(|at| month_of(&all, at, month)),
        prices: levels(sales),
        faults: faults(&title),
        refunds: refunds(shelf, &wanted, span),
        reviews: reviews(shelf, &wanted),
        ads: ads(shelf, &wanted, month),
        pairs: all.together.pairs.iter().filter(is_of).cloned().collect(),
        orders: all.together.orders,
        newcomer: all
            .newcomers
            .items
            .iter()
            .find(|new| at.is_some() && new.item == at.map(|at| at as u32))
            .cloned(),
        counts_units: all.newcomers.counts_units,
        notes: desk.notes_of(item).to_vec(),
        days,
        key,
        title,
        codes,
    };
    ItemLook {
        view: Some(Box::new(view)),
    }
}

fn month_of(all: &Products, at: usize, span: Span) -> Month {
    let items = &all.items;
    let item = items.items[at].clone();
    let of_item = |how: &&Converting| how.item as usize == at;
    let (worse, better) = (&all.conversions.worse, &all.conversions.better);
    Month {
        span,
        base: items.base_span.filter(|_| items.is_comparable()),
        missing_days: items.missing_days,
        total_fen: items.total_fen,
        items: items.items.len() as u32 + all.left_out,
        place: ranking(items, By::Paid, &all.fees).places[at],
        standing: all.standing[at],
        paced: all.paced.clone(),
        converting: worse.iter().chain(better).find(of_item).cloned(),
        profit: all.fees.profit(&item.now, item.cost_fen),
        cover_days: items.cover_days(&item).map(|days| days.round() as i64),
        stock_day: items.stock_day,
        item,
    }
}
