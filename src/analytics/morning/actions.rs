//! What is to be done today, and why: each rule looks at one thing and says the numbers that it goes by.

use super::Morning;
use super::outlook::odd_last_day;
use crate::analytics::inventory::KindCoverage;
use crate::analytics::items::{Item, ItemKey, Items};
use crate::analytics::metrics::{Metric, Value};
use crate::analytics::stats::wilson;
use crate::analytics::stretch::{Ground, Stretch};
use crate::import::kinds::{Rhythm, orders};
use crate::model::time::{Day, Span};
use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

/// As many as can be done in a day.
const MOST: usize = 7;
/// An item that sells this much of the shop matters.
const MATTERS: f64 = 0.02;
/// Days of cover below which an item will be out before what is ordered now arrives.
const SHORT_COVER_DAYS: f64 = 7.0;
/// Days that say what is usual.
const USUAL_DAYS: i32 = 28;

/// Something to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// By which it is known from day to day: the same matter has the same key.
    pub key: String,
    /// What it is about, with the numbers.
    pub matter: Matter,
    /// When.
    pub due: Due,
}

/// How pressing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Due {
    /// It costs money by the hour.
    Now,
    /// It should be looked at today.
    Today,
    /// It keeps the numbers complete.
    Routine,
}

/// What an action is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Matter {
    /// Files of a kind (its stored name) are missing for these days.
    MissingFiles {
        /// The kind.
        kind: String,
        /// From the first to the last missing day.
        days: Span,
    },
    /// Items that sell well will soon be out.
    RunningOut {
        /// How many.
        items: usize,
        /// The one that runs out first: its title.
        title: String,
        /// Its units, in thousandths.
        units_milli: i64,
        /// Its days of cover.
        cover_days: f64,
    },
    /// The last day does not fit what its time and its weekday lead one to expect.
    OddDay {
        /// The day.
        day: Day,
        /// What was paid on it, before refunds, in 分.
        observed_fen: i64,
        /// What a plain day would have brought, in 分.
        expected_fen: i64,
    },
    /// The month has brought less than nine tenths of what was due.
    BehindTarget {
        /// What it has brought, in 分.
        actual_fen: i64,
        /// What was due, in 分.
        due_fen: i64,
        /// What each of the days left has to bring, in 分; nothing where none is left.
        required_fen: Option<i64>,
        /// How many are left.
        rest_days: i32,
    },
    /// An item fell.
    FallingItem {
        /// Its title.
        title: String,
        /// What it sold in the 7 days before, in 分.
        from_fen: i64,
        /// What it sold in the last 7 days, in 分.
        to_fen: i64,
        /// How many days of each are compared.
        days: i32,
        /// What all items sold on these days, and on those before, in 分.
        shop_fen: (i64, i64),
        /// What visitors, conversion and spend have in it, in 分, where known.
        parts: Option<[i64; 3]>,
    },
    /// Fewer of the orders placed were paid than usual, by more than chance explains.
    LowPayment {
        /// Orders paid, of those placed on the last day.
        paid: i64,
        /// Orders placed.
        orders: i64,
        /// Orders paid, of those placed in the days before.
        usual_paid: i64,
        /// Orders placed in the days before.
        usual_orders: i64,
    },
    /// Fewer of the visitors paid than usual, by more than chance explains.
    LowConversion {
        /// Buyers of the last day.
        buyers: i64,
        /// Visitors of the last day.
        visitors: i64,
        /// Buyers of the days before.
        usual_buyers: i64,
        /// Visitors of the days before.
        usual_visitors: i64,
    },
    /// More was refunded in the last 7 days than in the 7 before.
    RefundsRising {
        /// Before, in 分.
        from_fen: i64,
        /// Now, in 分.
        to_fen: i64,
        /// Its share of what was paid, before.
        from_paid_fen: i64,
        /// Its share of what was paid, now.
        to_paid_fen: i64,
    },
    /// Advertising took a larger share of sales in the last 7 days than in the 7 before.
    AdsDearer {
        /// Spent before, in 分.
        from_fen: i64,
        /// Spent now, in 分.
        to_fen: i64,
        /// Paid before, in 分.
        from_paid_fen: i64,
        /// Paid now, in 分.
        to_paid_fen: i64,
    },
    /// It is Thursday: the reorder sheet goes to purchasing.
    ReorderSheet {
        /// Items whose stock lasts less than two weeks.
        items: usize,
    },
}

/// What is to be done, the most pressing first.
pub(super) fn actions(
    morning: &Morning,
    sold: &Items,
    ground: &Ground<'_>,
    kinds: &[KindCoverage],
) -> Vec<Action> {
    let mut actions = Vec::new();
    actions.extend(running_out(sold));
    actions.extend(odd_day(morning, ground));
    actions.extend(low_payment(morning, ground));
    actions.extend(low_conversion(morning, ground));
    actions.extend(behind_target(morning));
    actions.extend(falling(sold));
    actions.extend(refunds_rising(morning));
    actions.extend(ads_dearer(morning));
    actions.extend(reorder_sheet(morning, sold));
    actions.extend(missing_files(morning, kinds));
    // Rules of the same urgency stay in the order in which they were asked.
    actions.sort_by_key(|action| action.due);
    actions.truncate(MOST);
    actions
}

fn action(key: impl Into<String>, due: Due, matter: Matter) -> Action {
    Action {
        key: key.into(),
        matter,
        due,
    }
}

/// The newest days of a daily file that the shop has used to import, up to yesterday by the clock.
fn missing_files(morning: &Morning, kinds: &[KindCoverage]) -> Vec<Action> {
    let yesterday = morning.today.plus(-1);
    let missing = |kind: &KindCoverage| {
        let declared = kind.declared()?;
        if declared.rhythm != Rhythm::Daily {
            return None;
        }
        let last = kind.coverage.range()?.last;
        // What has not come for two months is no longer kept.
        let is_kept = last.plus(62) >= yesterday || declared.name == orders::KIND.name;
        (last < yesterday && is_kept).then(|| {
            let days = Span::new(last.plus(1), yesterday);
            let matter = Matter::MissingFiles {
                kind: declared.name.to_owned(),
                days,
            };
            action(format!("missing:{}", declared.name), Due::Routine, matter)
        })
    };
    let mut missing: Vec<Action> = kinds.iter().filter_map(missing).collect();
    // Without the orders nothing of the page is of today.
    let is_orders = |a: &Action| a.key == format!("missing:{}", orders::KIND.name);
    missing.sort_by_key(|a| !is_orders(a));
    missing
}

fn matters(sold: &Items, fen: i64) -> bool {
    sold.total_fen > 0 && fen as f64 >= sold.total_fen as f64 * MATTERS
}

fn running_out(sold: &Items) -> Option<Action> {
    let cover = |item: &Item| {
        sold.cover_days(item)
            .filter(|days| *days < SHORT_COVER_DAYS)
    };
    let important = sold
        .items
        .iter()
        .filter(|item| matters(sold, item.now.paid_fen));
    let short: Vec<(&Item, f64)> = important
        .filter_map(|item| Some((item, cover(item)?)))
        .collect();
    let (first, cover_days) = short.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let matter = Matter::RunningOut {
        items: short.len(),
        title: first.title.clone(),
        units_milli: first.stock.map_or(0, |stock| stock.units_milli),
        cover_days,
    };
    Some(action("running-out", Due::Now, matter))
}

fn behind_target(morning: &Morning) -> Option<Action> {
    let month = morning.targets.as_ref()?.month?;
    let pace = month.pace()?;
    (!pace.reaches_line()).then(|| {
        let required = month.required_per_day().filter(|_| month.rest_days > 0);
        let matter = Matter::BehindTarget {
            actual_fen: month.actual_fen,
            due_fen: month.known_fen,
            required_fen: required.map(|r| (r.num as f64 / r.den as f64).ceil() as i64),
            rest_days: month.rest_days,
        };
        action("behind-target", Due::Today, matter)
    })
}

fn odd_day(morning: &Morning, ground: &Ground<'_>) -> Option<Action> {
    let odd = odd_last_day(ground, morning.data)?;
    let matter = Matter::OddDay {
        day: odd.day,
        observed_fen: odd.observed? as i64,
        expected_fen: odd.expected as i64,
    };
    Some(action(format!("odd:{}", odd.day), Due::Today, matter))
}

/// The two items that lost most beside the shop as a whole: each at least a fifth of what it would have sold, had it gone as
/// all of them did together. After a campaign everything falls.
fn falling(sold: &Items) -> Vec<Action> {
    if !sold.is_comparable() || sold.compared_fen.1 <= 0 {
        return Vec::new();
    }
    let whole = (sold.compared_fen.0 as f64 / sold.compared_fen.1 as f64).min(1.0);
    let expected = |item: &Item| (item.base.paid_fen as f64 * whole) as i64;
    let loss = |item: &Item| expected(item) - item.paired.paid_fen;
    let fell = |item: &&Item| {
        matters(sold, expected(item)) && loss(item) * 5 >= expected(item) && loss(item) > 0
    };
    let mut fallen: Vec<&Item> = sold.items.iter().filter(fell).collect();
    fallen.sort_by(|a, b| loss(b).cmp(&loss(a)).then_with(|| a.key.cmp(&b.key)));
    let of = |item: &&Item| {
        let matter = Matter::FallingItem {
            title: item.title.clone(),
            from_fen: item.base.paid_fen,
            to_fen: item.paired.paid_fen,
            days: sold.paired_days,
            shop_fen: sold.compared_fen,
            parts: item.parts(),
        };
        action(
            format!("falling:{}", key_text(&item.key)),
            Due::Today,
            matter,
        )
    };
    fallen.iter().take(2).map(of).collect()
}

fn key_text(key: &ItemKey) -> String {
    match key {
        ItemKey::Id(id) => id.to_string(),
        ItemKey::Code(text) | ItemKey::Title(text) => text.clone(),
    }
}

/// The days before the last one that say what is usual.
fn usual(morning: &Morning, ground: &Ground<'_>) -> Stretch {
    let last = morning.data.last;
    ground.stretch(Span::new(last.plus(-USUAL_DAYS), last.plus(-1)))
}

/// Whether a share lies below the usual one by more than chance explains: the usual share is above the upper end of its
/// 95 % interval.
fn is_below((part, whole): (i64, i64), (usual_part, usual_whole): (i64, i64)) -> bool {
    let (Some(interval), true) = (wilson(part, whole, 0.95), usual_whole > 0) else {
        return false;
    };
    interval.1 < usual_part as f64 / usual_whole as f64
}

/// A share of the last day and of the days before, where it lies below by more than chance explains.
fn below_usual(morning: &Morning, ground: &Ground<'_>, metric: Metric) -> Option<[(i64, i64); 2]> {
    let share = |side: &Stretch| match side.value(metric) {
        Value::Rate { num, den } => Some((num, den)),
        _ => None,
    };
    let (now, before) = (share(&morning.day)?, share(&usual(morning, ground))?);
    is_below(now, before).then_some([now, before])
}

fn low_payment(morning: &Morning, ground: &Ground<'_>) -> Option<Action> {
    let [now, before] = below_usual(morning, ground, Metric::CohortPaymentRate)?;
    let matter = Matter::LowPayment {
        paid: now.0,
        orders: now.1,
        usual_paid: before.0,
        usual_orders: before.1,
    };
    Some(action("low-payment", Due::Now, matter))
}

fn low_conversion(morning: &Morning, ground: &Ground<'_>) -> Option<Action> {
    let [now, before] = below_usual(morning, ground, Metric::PayConversion)?;
    let matter = Matter::LowConversion {
        buyers: now.0,
        visitors: now.1,
        usual_buyers: before.0,
        usual_visitors: before.1,
    };
    Some(action("low-conversion", Due::Today, matter))
}

fn fen(value: Value) -> Option<i64> {
    match value {
        Value::Fen(fen) => Some(fen),
        _ => None,
    }
}

/// A fourth more than before, in money and in its share of what was paid.
fn has_risen(from: (i64, i64), to: (i64, i64)) -> bool {
    let grew = to.0 * 4 >= from.0 * 5 && to.0 > from.0;
    let share = |(part, whole): (i64, i64)| part as f64 / whole.max(1) as f64;
    grew && share(to) >= share(from) * 1.25
}

/// An amount and what was paid beside it, in the 7 days before and in the last 7, where it has risen.
fn risen(morning: &Morning, metric: Metric) -> Option<((i64, i64), (i64, i64))> {
    let side = |side: &Stretch| {
        Some((
            fen(side.value(metric))?,
            fen(side.value(Metric::PaidGross))?,
        ))
    };
    let (from, to) = (side(&morning.week_before)?, side(&morning.week)?);
    has_risen(from, to).then_some((from, to))
}

fn refunds_rising(morning: &Morning) -> Option<Action> {
    let (from, to) = risen(morning, Metric::RefundsDone)?;
    let matter = Matter::RefundsRising {
        from_fen: from.0,
        to_fen: to.0,
        from_paid_fen: from.1,
        to_paid_fen: to.1,
    };
    Some(action("refunds-rising", Due::Today, matter))
}

fn ads_dearer(morning: &Morning) -> Option<Action> {
    let (from, to) = risen(morning, Metric::AdSpend)?;
    let matter = Matter::AdsDearer {
        from_fen: from.0,
        to_fen: to.0,
        from_paid_fen: from.1,
        to_paid_fen: to.1,
    };
    Some(action("ads-dearer", Due::Today, matter))
}

fn reorder_sheet(morning: &Morning, sold: &Items) -> Option<Action> {
    let is_thursday = morning.today.date().weekday() == Weekday::Thu;
    let is_low = |item: &&Item| sold.cover_days(item).is_some_and(|days| days < 14.0);
    let items = sold.items.iter().filter(is_low).count();
    (is_thursday && items > 0).then(|| {
        let key = format!("reorder:{}", week_of(morning.today));
        action(key, Due::Today, Matter::ReorderSheet { items })
    })
}

/// A week has one sheet.
fn week_of(day: Day) -> i32 {
    day.0.div_euclid(7)
}
