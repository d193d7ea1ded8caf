//! What is known of one item on a day: what is there, what it sells, how it moves, how old it is. The sheet and the list of all
//! items are made of these.

use super::ageing::{Aged, USUAL_AGES, ages, layers};
use super::balance::by_day;
use super::classes::{Limits, Moving, Pace, days_of_cover};
use super::demand::{Demand, ItemDay, quiet_days};
use super::desk::DayPart;
use super::expected::{Expected, Windows, expected};
use super::gather::{Goods, Origins};
use super::hand::Hand;
use super::item_days::item_days;
use super::ledger::{Line, Movement, Source, ledger};
use super::lost::{Lost, lost};
use super::rates::Turnover;
use crate::analytics::coverage::Coverage;
use crate::analytics::forecast::intermittent::{ALPHA, sba};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Rates, velocities and turnover are of so many days.
pub const RATE_DAYS: i32 = 30;
/// Nothing before that is looked at.
const LOOK_BACK: i32 = 365;
/// Days of an event are left out of an estimate where so many others are known.
const ENOUGH_DAYS: usize = 7;

/// What is the same for all items.
#[derive(Clone)]
pub struct Frame<'a> {
    /// The day in the morning of which things stand as they do.
    pub today: Day,
    /// Where the tables come from.
    pub origins: &'a Origins,
    /// Days on which an event makes sales other than usual.
    pub event_days: &'a BTreeSet<Day>,
    /// Where one pace ends and the next begins.
    pub limits: Limits,
    /// Which import a table of stock of a day came with.
    pub import_of: &'a dyn Fn(Day) -> u32,
}

/// What is known of one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Its code.
    pub item: String,
    /// Its title.
    pub title: String,
    /// How many SKUs were put together in it; 0 or 1 for none.
    pub skus: u32,
    /// What is on hand; `None` when nothing was ever counted.
    pub hand: Option<Hand>,
    /// Units on order by the newest table of stock.
    pub inbound: i64,
    /// Its days of the last [`RATE_DAYS`].
    pub recent: Demand,
    /// What is expected from here on; `None` when there is nothing to go by.
    pub expected: Option<Expected>,
    /// Days of events that the estimate leaves out.
    pub event_days: u32,
    /// How it moves.
    pub pace: Option<Pace>,
    /// For how many days what is on hand lasts.
    pub cover_days: Option<f64>,
    /// For how many days it has not sold although it was there.
    pub quiet_days: u32,
    /// What was not sold for want of it in the last [`RATE_DAYS`].
    pub lost: Lost,
    /// How old what is there is, by [`USUAL_AGES`].
    pub ages: Vec<Aged>,
    /// Units sold, and the units of the days on which they are known.
    pub turnover: Turnover,
    /// What a unit costs, in 分.
    pub cost_fen: Option<i64>,
    /// What a unit sold for in the last [`RATE_DAYS`] known, in 分.
    pub price_fen: Option<i64>,
    /// Of whom it is bought, by the books or a table.
    pub supplier: Option<String>,
}

/// All movements of an item, from the first count or arrival on. What it sold before that says nothing of what is there.
pub fn movements(
    goods: Option<&Goods>,
    written: &[Movement],
    import_of: &dyn Fn(Day) -> u32,
) -> Vec<Movement> {
    let mut all = written.to_vec();
    let counted = goods.map_or(&[][..], |goods| goods.counted.as_slice());
    all.extend(counted.iter().map(|(day, units)| Movement {
        day: *day,
        source: Source::StockTable {
            import: import_of(*day),
            at: DayPart::Morning,
        },
        units: *units,
    }));
    let Some(first) = all.iter().map(|movement| movement.day).min() else {
        return all;
    };
    let sold = goods.map_or(&[][..], |goods| goods.sold.as_slice());
    let sold = &sold[sold.partition_point(|sold| sold.day < first)..];
    all.extend(sold.iter().map(|sold| Movement {
        day: sold.day,
        source: Source::Sold,
        units: -i64::from(sold.units),
    }));
    all
}

impl Card {
    /// What is known of an item; `written` is what the operator has written down of it.
    pub fn of(item: &str, goods: Option<&Goods>, written: &[Movement], frame: &Frame<'_>) -> Card {
        let Frame { today, origins, .. } = frame;
        let lines = ledger(movements(goods, written, frame.import_of));
        let span = span(goods, &lines, *today);
        let sold: Vec<(Day, u32)> = goods.map_or_else(Vec::new, |goods| {
            let sold = goods.sold.iter();
            sold.map(|sold| (sold.day, sold.units)).collect()
        });
        let (days, balances) = match span {
            Some(span) => {
                let balances = believed(&lines, span);
                (item_days(span, &sold, &origins.sales, &balances), balances)
            }
            None => (Vec::new(), Vec::new()),
        };
        let usual = usual_days(&days, span, frame.event_days);
        let expected = expected(&usual.0, Windows::default(), &|series| sba(series, ALPHA));
        let hand = Hand::of(&lines, *today, &origins.sales, expected);
        let recent_days = &days[days.len().saturating_sub(RATE_DAYS as usize)..];
        let recent = Demand::of(recent_days);
        let quiet = quiet_days(&days);
        let units = hand.map(|hand| hand.units);
        let first_seen = first_seen(goods, &lines);
        let moving = Moving {
            per_day: recent.per_day().map(|day| day.mean),
            expected: expected.map(|expected| expected.day.mean),
            quiet_days: quiet,
            has_sold: !sold.is_empty(),
            age_days: is_seen_from_the_start(first_seen, &origins.sales)
                .then(|| first_seen.map(|day| (today.0 - day.0).max(0) as u32))
                .flatten(),
            available: units,
        };
        let cost_fen = goods.and_then(|goods| goods.cost_fen);
        let upto = lines.partition_point(|line| line.movement.day <= *today);
        Card {
            item: item.to_owned(),
            title: goods.map_or_else(|| item.to_owned(), |goods| goods.title.clone()),
            skus: goods.map_or(0, |goods| goods.skus),
            hand,
            inbound: goods.map_or(0, |goods| goods.inbound),
            recent,
            expected,
            event_days: usual.1,
            pace: Pace::of(&moving, &frame.limits),
            cover_days: units.and_then(|units| days_of_cover(units, moving.expected)),
            quiet_days: quiet,
            lost: lost(recent_days),
            ages: ages(&layers(&lines[..upto]), *today, &USUAL_AGES, cost_fen),
            turnover: turnover(recent_days, &balances),
            cost_fen,
            price_fen: price(goods),
            supplier: None,
        }
    }

    /// Units on hand; `None` when nothing was ever counted.
    pub fn units(&self) -> Option<i64> {
        self.hand.map(|hand| hand.units)
    }

    /// What is on hand at cost, in 分.
    pub fn value_fen(&self) -> Option<i64> {
        Some(self.units()?.max(0) * self.cost_fen?)
    }

    /// Whether there is nothing left of it.
    pub fn is_out(&self) -> bool {
        self.units().is_some_and(|units| units <= 0)
    }
}

/// From the day on which the item is first heard of to yesterday, at most a year.
fn span(goods: Option<&Goods>, lines: &[Line], today: Day) -> Option<Span> {
    let first = first_seen(goods, lines)?.max(today.plus(-LOOK_BACK));
    let last = today.plus(-1);
    (first <= last).then_some(Span { first, last })
}

fn first_seen(goods: Option<&Goods>, lines: &[Line]) -> Option<Day> {
    let sold = goods.and_then(|goods| goods.sold.first()).map(|s| s.day);
    let moved = lines.first().map(|line| line.movement.day);
    sold.into_iter().chain(moved).min()
}

/// Whether the files reach back far enough before an item is first heard of to say that it was not there before.
fn is_seen_from_the_start(first: Option<Day>, sales: &Coverage) -> bool {
    let begins = sales.range().map(|range| range.first);
    first
        .zip(begins)
        .is_some_and(|(first, begins)| first.0 - begins.0 >= RATE_DAYS)
}

/// What was there at the end of each day, as far as it can be believed: below nothing is no stock but something missing in the
/// books, and until the next count nobody knows.
fn believed(lines: &[Line], span: Span) -> Vec<Option<i64>> {
    let mut counts = lines
        .iter()
        .filter(|line| line.movement.source.is_count())
        .map(|line| line.movement.day)
        .peekable();
    let mut is_lost = false;
    let balances = by_day(lines, span);
    let day = |(day, balance): (Day, Option<i64>)| {
        while counts.next_if(|counted| *counted <= day).is_some() {
            is_lost = false;
        }
        is_lost |= balance.is_some_and(|units| units < 0);
        balance.filter(|_| !is_lost)
    };
    span.days().zip(balances).map(day).collect()
}

/// The days with those of events taken out, and how many of the days known that were; all of them where too few others are
/// known.
fn usual_days(days: &[ItemDay], span: Option<Span>, events: &BTreeSet<Day>) -> (Vec<ItemDay>, u32) {
    let Some(span) = span else {
        return (Vec::new(), 0);
    };
    let mut left_out = 0;
    let usual: Vec<ItemDay> = span
        .days()
        .zip(days)
        .map(|(day, of)| {
            let is_event = of.sold.is_some() && events.contains(&day);
            left_out += u32::from(is_event);
            ItemDay {
                sold: of.sold.filter(|_| !is_event),
                shelf: of.shelf,
            }
        })
        .collect();
    let sells = |days: &[ItemDay]| days.iter().any(|day| day.sold.is_some_and(|sold| sold > 0));
    let known = usual.iter().filter(|day| day.sold.is_some()).count();
    // What sold in an event alone would seem never to sell.
    if known < ENOUGH_DAYS || (sells(days) && !sells(&usual)) {
        return (days.to_vec(), 0);
    }
    (usual, left_out)
}

/// Units sold on the last days whose sales and stock are both known.
fn turnover(recent: &[ItemDay], balances: &[Option<i64>]) -> Turnover {
    let balances = &balances[balances.len().saturating_sub(recent.len())..];
    let mut turnover = Turnover::default();
    for (day, balance) in recent.iter().zip(balances) {
        if let (Some(sold), Some(units)) = (day.sold, balance) {
            turnover.sold += i64::from(sold);
            turnover.stock += (*units).max(0);
            turnover.stock_days += 1;
            turnover.days += 1;
        }
    }
    turnover
}

/// What a unit sold for on its last days, in 分.
fn price(goods: Option<&Goods>) -> Option<i64> {
    let sold = &goods?.sold;
    let from = sold.last()?.day.plus(-RATE_DAYS);
    let recent = sold.iter().filter(|sold| sold.day > from && sold.fen > 0);
    let (fen, units) = recent.fold((0, 0), |(fen, units), sold| {
        (fen + sold.fen, units + i64::from(sold.units))
    });
    (units > 0).then(|| (fen + units / 2) / units)
}
