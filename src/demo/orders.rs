//! The demo store's orders: how many a day, who buys what, and what becomes of each order in time.
//!
//! A day's orders are a function of seed, day and last day alone; nothing is carried over. What a file says of an order
//! is the order's whole life cut off at the moment of export ([`Order::state`]), so that a later file of the same days
//! knows later states.

use super::calendar;
use super::catalogue::ITEMS;
use super::random::Dice;
use crate::model::order::OrderStatus;
use crate::model::time::{Civil, DAY_SECS, Day};

const VOLUME: u64 = 1;
const ORDER: u64 = 2;
const BUYER: u64 = 3;

/// Orders of an ordinary day in thousandths: on the first day of the data, and on the last.
const FIRST_DAY_MILLI: u32 = 30_000;
const LAST_DAY_MILLI: u32 = 52_000;

/// Permille of orders by someone who has bought before.
const RETURNING: u32 = 360;
/// Permille of orders that are paid.
const PAID: u32 = 862;
/// Permille of paid orders that are refunded in the end, wholly or in part.
const REFUNDED: u32 = 205;

const HOUR: u32 = 3600;

/// The store between two days.
#[derive(Clone, Debug)]
pub(super) struct Store {
    pub(super) seed: u64,
    pub(super) first: Day,
    pub(super) last: Day,
}

/// An order and all that will become of it.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) id: u64,
    /// The buyer's number, see [`super::people::Person::of`].
    pub(super) buyer: u64,
    pub(super) created: Civil,
    /// When it is paid; `None` for an order that never is.
    paid: Option<Civil>,
    /// When an order that is not paid is closed.
    lapses: Civil,
    shipped: Civil,
    received: Civil,
    refund: Option<Refund>,
    /// Items (index into the shelf), variants (index) and units.
    pub(super) lines: Vec<(usize, usize, u32)>,
    pub(super) goods_fen: u32,
    pub(super) postage_fen: u32,
    pub(super) is_presale: bool,
    pub(super) is_mobile: bool,
    /// For the details that do not matter: remarks, carriers, parcel numbers.
    pub(super) whim: u64,
}

#[derive(Clone, Copy, Debug)]
struct Refund {
    at: Civil,
    fen: u32,
    is_whole: bool,
}

/// An order as an export of some moment shows it.
#[derive(Debug)]
pub(super) struct State {
    pub(super) status: OrderStatus,
    pub(super) close_reason: &'static str,
    pub(super) paid: Option<Civil>,
    pub(super) shipped: Option<Civil>,
    pub(super) received: Option<Civil>,
    /// Paid before refunds, in 分; 0 before payment.
    pub(super) paid_fen: u32,
    /// Refunded so far, in 分.
    pub(super) refund_fen: u32,
}

impl Store {
    /// Two years up to `last`, from the first of a month.
    pub(super) fn new(seed: u64, last: Day) -> Store {
        Store {
            seed,
            first: last.plus(-730).month_start(),
            last,
        }
    }

    /// Orders of the day: those for a 双11 deposit, and all.
    fn volume(&self, day: Day) -> (u32, u32) {
        let mut dice = Dice::of(self.seed, VOLUME, day.0 as u64, 0);
        let age = (day.0 - self.first.0) as u64;
        let growth = u64::from(LAST_DAY_MILLI - FIRST_DAY_MILLI) * age
            / (self.last.0 - self.first.0).max(1) as u64;
        let mut milli = (u64::from(FIRST_DAY_MILLI) + growth)
            * u64::from(calendar::busyness(day))
            * u64::from(dice.between(880, 1120))
            / 1_000_000;
        // Two odd days for those who look for them: the shop was down, and a video about it went round.
        match self.last.0 - day.0 {
            47 => milli = milli * 3 / 10,
            16 => milli = milli * 19 / 10,
            _ => {}
        }
        let usual = ((milli + u64::from(dice.below(1000))) / 1000) as u32;
        let presale = if calendar::is_presale(day) {
            usual * 45 / 100
        } else {
            0
        };
        (presale, usual + presale)
    }

    /// The buyer of the day's order with this index: the buyer of an earlier order, or a new one.
    fn buyer(&self, mut day: Day, mut index: u32) -> u64 {
        loop {
            let mut dice = Dice::of(self.seed, BUYER, day.0 as u64, u64::from(index));
            if dice.chance(RETURNING) {
                let ago = dice.below(420).min(dice.below(420)) + 2;
                let earlier = day.plus(-(ago as i32));
                if earlier >= self.first {
                    let orders = self.volume(earlier).1;
                    if orders > 0 {
                        (day, index) = (earlier, dice.below(orders));
                        continue;
                    }
                }
            }
            return day.0 as u64 * 10_000 + u64::from(index);
        }
    }

    /// The orders created on a day, the first one first.
    pub(super) fn orders(&self, day: Day) -> Vec<Order> {
        let (presale, all) = self.volume(day);
        let mut orders: Vec<Order> = (0..all)
            .map(|index| self.order(day, index, index < presale))
            .collect();
        orders.sort_by_key(|o| (o.created, o.id));
        orders
    }

    fn order(&self, day: Day, index: u32, is_presale: bool) -> Order {
        let dice = &mut Dice::of(self.seed, ORDER, day.0 as u64, u64::from(index));
        let created = moment(day, dice);
        let lines = self.basket(day, dice);
        let discount = if is_presale || calendar::is_sale(day) {
            850
        } else {
            1000
        };
        let goods_fen = lines
            .iter()
            .map(|&(item, _, units)| ITEMS[item].price_fen * units * discount / 1000)
            .sum();
        let postage_fen = if goods_fen < 3900 { 600 } else { 0 };
        let total = goods_fen + postage_fen;

        let paid = dice.chance(PAID).then(|| {
            if is_presale {
                moment(calendar::balance_day(day), dice)
            } else {
                later(created, pay_wait(dice))
            }
        });
        let lapses = if is_presale {
            later(moment(calendar::balance_day(day), dice), 2 * DAY_SECS)
        } else {
            later(created, dice.between(HOUR / 2, DAY_SECS))
        };
        let shipped = later(paid.unwrap_or(created), dice.between(3 * HOUR, 44 * HOUR));
        let received = later(shipped, dice.between(2 * DAY_SECS, 11 * DAY_SECS));
        let refund = (paid.is_some() && dice.chance(REFUNDED)).then(|| {
            let before_shipping = dice.chance(420);
            let is_whole = before_shipping || dice.chance(860);
            Refund {
                at: if before_shipping {
                    let window = shipped.0 - paid.unwrap_or(created).0;
                    Civil(shipped.0 - dice.between(60, window - 60))
                } else {
                    let wait = dice.below(9).min(dice.below(9)) * DAY_SECS + dice.below(DAY_SECS);
                    later(shipped, 2 * DAY_SECS + wait)
                },
                fen: if is_whole {
                    total
                } else {
                    (total * dice.between(5, 60) / 100).max(10)
                },
                is_whole,
            }
        });
        Order {
            // 19 digits as on the platform; the last ten tell nothing.
            id: 1_000_000_000_000_000_000
                + (day.0 as u64 * 10_000 + u64::from(index)) * 10_000_000_000
                + dice.next() % 10_000_000_000,
            buyer: self.buyer(day, index),
            created,
            paid,
            lapses,
            shipped,
            received,
            refund,
            lines,
            goods_fen,
            postage_fen,
            is_presale,
            is_mobile: dice.chance(930),
            whim: dice.next(),
        }
    }

    /// What is bought: mostly one thing, of what is on the shelf that day.
    fn basket(&self, day: Day, dice: &mut Dice) -> Vec<(usize, usize, u32)> {
        let before_last = (self.last.0 - day.0) as u32;
        let weights = ITEMS.iter().map(|item| {
            if item.age_days >= before_last {
                item.weight
            } else {
                0
            }
        });
        let kinds = [1, 1, 1, 1, 1, 1, 1, 1, 2, 3][dice.below(10) as usize];
        let mut lines: Vec<(usize, usize, u32)> = Vec::with_capacity(kinds);
        for _ in 0..kinds {
            let item = dice.weighted(weights.clone());
            if lines.iter().all(|l| l.0 != item) {
                let variant = dice.below(ITEMS[item].variants.len() as u32) as usize;
                let units = [1, 1, 1, 1, 1, 1, 1, 2, 2, 3][dice.below(10) as usize];
                lines.push((item, variant, units));
            }
        }
        lines
    }
}

impl Order {
    /// What is asked for it, goods and postage, in 分.
    pub(super) fn total_fen(&self) -> u32 {
        self.goods_fen + self.postage_fen
    }

    /// When it was refunded and how much, in 分, as far as that has happened.
    pub(super) fn refunded(&self, now: Civil) -> Option<(Civil, u32)> {
        let refund = self.refund.filter(|r| r.at <= now)?;
        Some((refund.at, refund.fen))
    }

    /// The order as an export made at a moment shows it.
    pub(super) fn state(&self, now: Civil) -> State {
        let done = |at: Civil| (at <= now).then_some(at);
        let paid = self.paid.and_then(done);
        let refund = self.refund.filter(|r| r.at <= now);
        let is_whole = refund.is_some_and(|r| r.is_whole);
        // A parcel that was refunded before it left never leaves; one that came back is never confirmed.
        let stopped = |at: Civil| refund.is_some_and(|r| r.is_whole && r.at < at);
        let shipped = paid
            .and_then(|_| done(self.shipped))
            .filter(|&at| !stopped(at));
        let received = shipped
            .and_then(|_| done(self.received))
            .filter(|&at| !stopped(at));
        let (status, close_reason) = match paid {
            None if self.paid.is_none() && self.lapses <= now => {
                (OrderStatus::Closed, "买家未付款")
            }
            None => (OrderStatus::AwaitingPayment, "订单未关闭"),
            Some(_) if is_whole => (OrderStatus::Closed, "退款"),
            Some(_) if received.is_some() => (OrderStatus::Completed, "订单未关闭"),
            Some(_) if shipped.is_some() => (OrderStatus::Shipped, "订单未关闭"),
            Some(_) => (OrderStatus::Paid, "订单未关闭"),
        };
        State {
            status,
            close_reason,
            paid,
            shipped,
            received,
            paid_fen: paid.map_or(0, |_| self.total_fen()),
            refund_fen: refund.map_or(0, |r| r.fen),
        }
    }
}

/// A moment of a day, by how busy the hours are.
fn moment(day: Day, dice: &mut Dice) -> Civil {
    let hour = dice.weighted(calendar::hours(day).iter().copied()) as u32;
    Civil(day.0 as u32 * DAY_SECS + hour * HOUR + dice.below(HOUR))
}

fn later(at: Civil, secs: u32) -> Civil {
    Civil(at.0 + secs)
}

/// Seconds from placing an order to paying it: seconds mostly, minutes often, hours rarely.
fn pay_wait(dice: &mut Dice) -> u32 {
    match dice.below(1000) {
        0..=719 => dice.between(4, 90),
        720..=919 => dice.between(90, 900),
        920..=984 => dice.between(900, HOUR),
        _ => dice.between(HOUR, 20 * HOUR),
    }
}
