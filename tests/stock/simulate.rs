//! A shop that orders what the sheet proposes, on demand and lead times from a counter: what the policy promises, and what comes
//! of it.

use dianzhang::analytics::forecast::intermittent::{ALPHA, sba};
use dianzhang::analytics::stats::normal;
use dianzhang::analytics::stock::demand::{DemandClass, ItemDay, Shelf};
use dianzhang::analytics::stock::desk::Rules;
use dianzhang::analytics::stock::expected::{Expected, Windows, expected};
use dianzhang::analytics::stock::incoming::Incoming;
use dianzhang::analytics::stock::lead_time::{Basis, LeadTime};
use dianzhang::analytics::stock::policy::{Lead, PerDay};
use dianzhang::analytics::stock::sheet::what_if::WhatIf;
use dianzhang::analytics::stock::sheet::{Asked, When, sheet};
use dianzhang::model::time::Day;

/// A kind of demand: on how many of a thousand days something is wanted, and how many units then.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// What it is called.
    pub name: &'static str,
    /// Its class.
    pub class: DemandClass,
    permille: u32,
    size: Size,
}

/// How many units are wanted on a day on which some are.
#[derive(Clone, Copy, Debug)]
enum Size {
    /// Normal, rounded, with this mean and deviation.
    Normal(f64, f64),
    /// One or two, as often.
    OneOrTwo,
    /// One and so many more that the mean is this: geometric.
    Geometric(f64),
}

/// The four corners of Syntetos and Boylan.
pub const FOUR: [Wanted; 4] = [
    Wanted {
        name: "smooth",
        class: DemandClass::Smooth,
        permille: 1_000,
        size: Size::Normal(20.0, 6.0),
    },
    Wanted {
        name: "erratic",
        class: DemandClass::Erratic,
        permille: 900,
        size: Size::Geometric(10.0),
    },
    Wanted {
        name: "intermittent",
        class: DemandClass::Intermittent,
        permille: 200,
        size: Size::OneOrTwo,
    },
    Wanted {
        name: "lumpy",
        class: DemandClass::Lumpy,
        permille: 150,
        size: Size::Geometric(8.0),
    },
];

/// Lead times: 6, 7, … 12 days, each as often.
const LEAD: Lead = Lead {
    days: 9.0,
    sigma: 2.0,
};

/// How the shop is run.
#[derive(Clone, Copy, Debug)]
pub struct Shop {
    /// Items, each with a demand of its own draw.
    pub items: u32,
    /// Weeks that count, after eight that do not.
    pub weeks: u32,
    /// What is asked for.
    pub service_permille: u32,
    /// Whether demand is estimated from the last year, week by week; otherwise the shop knows what it is drawn from.
    pub estimates: bool,
    /// Whether each demand is taken as normal, as the textbook formula has it, whatever its class.
    pub all_normal: bool,
    /// Whether what is missing is lost; otherwise the buyers wait.
    pub loses: bool,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// Cycles, from what one order brought to what the next did.
    pub cycles: u32,
    /// The share of cycles in which it did not run out.
    pub served: f64,
    /// Half of the 95 % interval of that share, by the scatter from item to item: cycles of one item follow each other.
    pub half: f64,
    /// The share of units that were there when they were wanted.
    pub filled: f64,
    /// For how many days the mean stock lasts.
    pub stock_days: f64,
}

/// Numbers from a counter: the 64 bits of SplitMix.
struct Draws(u64);

impl Draws {
    /// Between 0 and 1, neither included.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64 + 1e-17
    }

    fn wanted(&mut self, wanted: &Wanted) -> u32 {
        if self.next() * 1_000.0 > f64::from(wanted.permille) {
            return 0;
        }
        match wanted.size {
            Size::Normal(mean, sigma) => (mean + sigma * normal::quantile(self.next()))
                .round()
                .max(0.0) as u32,
            Size::OneOrTwo => 1 + u32::from(self.next() > 0.5),
            Size::Geometric(mean) => 1 + (self.next().ln() / (1.0 - 1.0 / mean).ln()) as u32,
        }
    }

    fn lead_days(&mut self) -> i32 {
        6 + (self.next() * 7.0) as i32
    }
}

impl Wanted {
    /// What the draws come from.
    pub fn per_day(&self) -> PerDay {
        let share = f64::from(self.permille) / 1_000.0;
        let (mean, variance) = match self.size {
            Size::Normal(mean, sigma) => (mean, sigma * sigma),
            Size::OneOrTwo => (1.5, 0.25),
            Size::Geometric(mean) => (mean, mean * (mean - 1.0)),
        };
        let squares = share * (variance + mean * mean);
        PerDay {
            mean: share * mean,
            sigma: (squares - (share * mean).powi(2)).sqrt(),
        }
    }
}

/// Runs a shop.
pub fn run(wanted: &Wanted, shop: Shop) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut shares, mut units, mut missing, mut stock, mut days) =
        (Vec::new(), 0.0, 0.0, 0.0, 0.0);
    for item in 0..shop.items {
        let one = Item::new(wanted, shop, item).run();
        outcome.cycles += one.cycles;
        shares.push(f64::from(one.served) / f64::from(one.cycles));
        units += one.wanted as f64;
        missing += one.missing as f64;
        stock += one.stock as f64;
        days += f64::from(shop.weeks * 7);
    }
    let n = shares.len() as f64;
    outcome.served = shares.iter().sum::<f64>() / n;
    let squares: f64 = shares
        .iter()
        .map(|share| (share - outcome.served).powi(2))
        .sum();
    outcome.half = 1.96 * (squares / (n - 1.0) / n).sqrt();
    outcome.filled = 1.0 - missing / units;
    outcome.stock_days = stock / days / wanted.per_day().mean;
    outcome
}

/// One item, day by day.
struct Item<'a> {
    wanted: &'a Wanted,
    shop: Shop,
    draws: Draws,
    past: Vec<ItemDay>,
    on_hand: i64,
    /// Whether it ran out since the last delivery.
    ran_out: bool,
    /// What is on order; nothing, too, for it ends a cycle as well.
    incoming: Vec<Incoming>,
}

/// What came of one item.
#[derive(Default)]
struct Counted {
    cycles: u32,
    served: u32,
    wanted: i64,
    missing: i64,
    stock: i64,
}

/// A Thursday.
const START: Day = Day(9_826);
const WARM_UP_WEEKS: u32 = 8;

impl<'a> Item<'a> {
    fn new(wanted: &'a Wanted, shop: Shop, number: u32) -> Item<'a> {
        let mut draws = Draws(u64::from(number) << 32 | u64::from(wanted.permille));
        let past = (0..365)
            .map(|_| sold(draws.wanted(wanted), false))
            .collect();
        Item {
            wanted,
            shop,
            draws,
            past,
            on_hand: 0,
            ran_out: false,
            incoming: Vec::new(),
        }
    }

    fn run(mut self) -> Counted {
        let mut counted = Counted::default();
        // The shelf is full before it opens.
        self.on_hand = self.order(START);
        self.incoming.clear();
        for at in 0..(WARM_UP_WEEKS + self.shop.weeks) * 7 {
            let today = START.plus(at as i32);
            let counts = at >= WARM_UP_WEEKS * 7;
            for delivery in std::mem::take(&mut self.incoming) {
                if delivery.expected != Some(today) {
                    self.incoming.push(delivery);
                    continue;
                }
                if counts {
                    counted.cycles += 1;
                    counted.served += u32::from(self.has_lasted());
                }
                self.on_hand += delivery.units;
                self.ran_out = false;
            }
            if at % 7 == 0 {
                self.order(today);
            }
            let wanted = self.draws.wanted(self.wanted);
            let there = self.on_hand.clamp(0, i64::from(wanted));
            let is_out = there < i64::from(wanted);
            self.ran_out |= is_out;
            self.on_hand -= if self.shop.loses {
                there
            } else {
                i64::from(wanted)
            };
            let seen = if self.shop.loses {
                there as u32
            } else {
                wanted
            };
            self.past.push(sold(seen, is_out && self.shop.loses));
            if counts {
                counted.wanted += i64::from(wanted);
                counted.missing += i64::from(wanted) - there;
                counted.stock += self.on_hand.max(0);
            }
        }
        counted
    }

    /// Whether there was enough until now, seen right before a delivery. What buyers wait for is still owed to them.
    fn has_lasted(&self) -> bool {
        if self.shop.loses {
            !self.ran_out
        } else {
            self.on_hand >= 0
        }
    }

    /// Orders what the sheet proposes.
    fn order(&mut self, today: Day) -> i64 {
        let mut expected = if self.shop.estimates {
            let from = self.past.len().saturating_sub(365);
            expected(&self.past[from..], Windows::default(), &|sold| {
                sba(sold, ALPHA)
            })
        } else {
            Some(Expected {
                day: self.wanted.per_day(),
                class: self.wanted.class,
                days: 0,
            })
        };
        if let (true, Some(expected)) = (self.shop.all_normal, &mut expected) {
            expected.class = DemandClass::Smooth;
        }
        let asked = Asked {
            item: "",
            on_hand: self.on_hand,
            incoming: &self.incoming,
            expected,
            rhythm: &[],
            supplier: None,
            lead: LeadTime {
                lead: LEAD,
                basis: Basis::Usual,
            },
            terms: None,
            cost_fen: None,
            price_fen: None,
            edit: None,
        };
        let rules = Rules {
            service_permille: self.shop.service_permille,
            ..Rules::default()
        };
        let units = sheet(&[asked], When::on(today), &rules, &WhatIf::default()).units;
        self.incoming.push(Incoming {
            order: None,
            expected: Some(today.plus(self.draws.lead_days())),
            units,
        });
        units
    }
}

fn sold(units: u32, is_out: bool) -> ItemDay {
    ItemDay {
        sold: Some(units),
        shelf: if is_out { Shelf::Out } else { Shelf::There },
    }
}
