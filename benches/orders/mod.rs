//! An order export of any size, for measuring and for the tests of what was sold: the same rows give the same bytes, and
//! the answers are counted while the rows are made, without reading anything.
//!
//! The shape is that of a real export: 41 columns, newest order first, a year with its sales days, titles and buyers that
//! come back, remarks with quotes, commas and line breaks, refunds taken off the paid amount as the platform does it. Nobody
//! in it exists.

mod expected;
mod words;

pub use expected::Expected;

use encoding_rs::GB18030;
use expected::Tallied;
use std::collections::HashMap;
use std::io::{self, Write};
use words::*;

/// How the file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Gb18030,
    Utf8,
}

/// Days of the year 2025, in which all orders are created.
const DAYS: u64 = 365;
const SEED: u64 = 0x5EED_0DE2;

/// A file in memory, and what is in it.
pub fn file(rows: u32, encoding: Encoding) -> (Vec<u8>, Expected) {
    let mut bytes = Vec::with_capacity(rows as usize * 400);
    let expected = write(rows, encoding, &mut bytes).expect("memory takes everything");
    (bytes, expected)
}

/// Writes an export of `rows` orders.
pub fn write(rows: u32, encoding: Encoding, out: &mut impl Write) -> io::Result<Expected> {
    let mut dice = Dice(SEED);
    let shelf = Shelf::new(&mut dice);
    let mut speller = Speller::default();
    let mut tallied = Tallied::default();
    let mut days: Vec<u64> = (0..rows).map(|_| dice.day()).collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    let mut line = format!("{HEADER}\r\n");
    speller.spell(&line, encoding, out)?;
    for (nth, day) in days.into_iter().enumerate() {
        let order = Order::new(&mut dice, &shelf, rows, nth as u64, day);
        order.write(&mut line, &mut dice);
        speller.spell(&line, encoding, out)?;
        tallied.add(&order);
    }
    out.flush()?;
    Ok(tallied.finish())
}

/// A buyer, who is the same whenever the number comes up.
struct Buyer {
    nick: String,
    name: String,
    phone: u64,
    province: &'static str,
    city: &'static str,
    door: u64,
}

impl Buyer {
    fn of(number: u64) -> Buyer {
        let dice = &mut Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ SEED);
        let surname = dice.one(SURNAMES);
        let (province, _, cities) = *dice.weighted(REGIONS, |region| region.1);
        Buyer {
            nick: match dice.below(4) {
                0 => format!("tb{}_{number}", dice.below(90_000)),
                1 => format!("{}的{}{number:x}", dice.one(GIVEN), dice.one(GIVEN)),
                2 if dice.below(10) == 0 => format!("𠮷{number}"),
                _ => format!("{surname}{}{number}", dice.one(GIVEN)),
            },
            name: format!("{surname}{}{}", dice.one(GIVEN), dice.one(GIVEN)),
            phone: 19_900_000_000 + dice.below(10_000),
            province,
            city: dice.one(cities),
            door: dice.below(3_000) + 101,
        }
    }
}

/// What is sold, with its prices in 分.
struct Shelf(Vec<(String, i64)>);

impl Shelf {
    fn new(dice: &mut Dice) -> Shelf {
        let item = |number: u64| {
            let title = format!(
                "{} {} {} 货号{number:05}",
                dice.one(MAKERS),
                dice.one(GOODS),
                dice.one(PRAISE)
            );
            (title, 900 + (dice.below(200) * dice.below(200)) as i64)
        };
        Shelf((0..2_400).map(item).collect())
    }

    /// An item: the first sell more than the last.
    fn one(&self, dice: &mut Dice) -> &(String, i64) {
        let most = self.0.len() as u64;
        &self.0[dice.low(most) as usize]
    }
}

pub(crate) struct Order {
    id: u64,
    pub(crate) nick: String,
    buyer: Buyer,
    pub(crate) title: String,
    kinds: u32,
    goods_fen: i64,
    pub(crate) total_fen: i64,
    /// After refunds.
    pub(crate) paid_fen: i64,
    refund_fen: i64,
    status: &'static str,
    pub(crate) created: Moment,
    pub(crate) paid: Option<Moment>,
}

/// A day of 2025 (from 0; it may be the next year's first) and a second of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(pub(crate) u64, pub(crate) u64);

impl Moment {
    fn later(self, secs: u64) -> Moment {
        let secs = self.1 + secs;
        Moment(self.0 + secs / 86_400, secs % 86_400)
    }

    pub(crate) fn date(self) -> String {
        let (mut month, mut day) = (0, self.0);
        while month < 12 && day >= MONTH_DAYS[month] {
            day -= MONTH_DAYS[month];
            month += 1;
        }
        match month {
            12 => format!("2026-01-{:02}", day + 1),
            _ => format!("2025-{:02}-{:02}", month + 1, day + 1),
        }
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let secs = self.1;
        let (hour, minute) = (secs / 3600, secs / 60 % 60);
        write!(f, "{} {hour:02}:{minute:02}:{:02}", self.date(), secs % 60)
    }
}

impl Order {
    fn new(dice: &mut Dice, shelf: &Shelf, rows: u32, nth: u64, day: u64) -> Order {
        let buyers = u64::from(rows) * 11 / 20 + 1;
        let number = if dice.below(10) < 4 {
            dice.low(buyers)
        } else {
            dice.below(buyers)
        };
        let buyer = Buyer::of(number);
        let (mut title, mut goods_fen) = shelf.one(dice).clone();
        let kinds = 1 + u32::from(dice.below(12) == 0);
        if kinds == 2 {
            let (other, fen) = shelf.one(dice);
            title = format!("{title}，{other}");
            goods_fen += fen;
        }
        let total_fen = goods_fen + [0, 0, 0, 800][dice.below(4) as usize];
        let created = Moment(day, (dice.below(50_000) + dice.below(36_400)).min(86_399));
        let fate = dice.below(100);
        let status = match fate {
            0..=77 => "交易成功",
            78..=89 => "交易关闭",
            90..=94 => "卖家已发货，等待买家确认",
            95..=97 => "买家已付款，等待卖家发货",
            _ => "等待买家付款",
        };
        let is_paid = fate < 83 || (90..98).contains(&fate);
        let wait = 3 + dice.below(60) * dice.below(60);
        let due_fen = total_fen - [0, 0, 0, 300][dice.below(4) as usize];
        let refund_fen = match fate {
            _ if !is_paid => 0,
            0..=3 => due_fen / 3,
            78..=82 => due_fen,
            _ => 0,
        };
        Order {
            id: 2_500_000_000_000_000_000 + (u64::from(rows) - nth) * 8_191,
            nick: buyer.nick.clone(),
            buyer,
            title,
            kinds,
            goods_fen,
            total_fen,
            paid_fen: if is_paid { due_fen - refund_fen } else { 0 },
            refund_fen,
            status,
            created,
            paid: is_paid.then(|| created.later(wait)),
        }
    }

    pub(crate) fn province(&self) -> &'static str {
        self.buyer.province
    }

    fn write(&self, line: &mut String, dice: &mut Dice) {
        let (b, yuan) = (&self.buyer, |fen: i64| {
            format!("{}.{:02}", fen / 100, fen % 100)
        });
        let note = match dice.below(40) {
            0 => "\"要\"\"大红色\"\",不要粉色\"",
            1 => "\"已联系\n下周一发\"",
            2 => "老客户，送赠品",
            _ => "",
        };
        let paid = self.paid.map(|at| at.to_string()).unwrap_or_default();
        let refund = match self.refund_fen {
            0 => "无退款申请".to_owned(),
            fen => yuan(fen) + "元",
        };
        let closed = if self.status == "交易关闭" {
            "退款"
        } else {
            ""
        };
        let cells: [String; 41] = [
            format!("=\"{}\"", self.id),
            b.nick.clone(),
            format!("{}@example.com", b.phone),
            yuan(self.goods_fen),
            yuan(self.total_fen - self.goods_fen),
            "0".into(),
            yuan(self.total_fen),
            "0".into(),
            yuan(self.paid_fen),
            "0".into(),
            self.status.into(),
            String::new(),
            b.name.clone(),
            format!(
                "\"{} {} 示例区 演示街道, 虚构路{}号(000000)\"",
                b.province, b.city, b.door
            ),
            "快递".into(),
            "'".into(),
            format!("'{}", b.phone),
            self.created.to_string(),
            paid,
            self.title.clone(),
            self.kinds.to_string(),
            format!("No:{}", self.id / 7),
            dice.one(CARRIERS).into(),
            note.into(),
            self.kinds.to_string(),
            "0".into(),
            "青禾旗舰店".into(),
            closed.into(),
            "0.00".into(),
            "0.00".into(),
            String::new(),
            ["手机订单", ""][usize::from(dice.below(8) == 0)].into(),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            "0".into(),
            String::new(),
            refund,
        ];
        line.clear();
        line.push_str(&cells.join(","));
        line.push_str("\r\n");
    }
}

/// Chance that is the same every time: SplitMix64.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// The same, low numbers more often.
    fn low(&mut self, end: u64) -> u64 {
        let end = self.below(end) + 1;
        self.below(end)
    }

    fn one(&mut self, of: &[&'static str]) -> &'static str {
        of[self.below(of.len() as u64) as usize]
    }

    fn weighted<'a, T>(&mut self, of: &'a [T], weight: fn(&T) -> u64) -> &'a T {
        let mut left = self.below(of.iter().map(weight).sum());
        let is_it = |item: &&T| match left.checked_sub(weight(item)) {
            Some(rest) => {
                left = rest;
                false
            }
            None => true,
        };
        of.iter().find(is_it).unwrap_or(&of[0])
    }

    /// A day of the year: a twentieth of the orders come on 11-11, as many together on 06-18 and 12-12.
    fn day(&mut self) -> u64 {
        match self.below(20) {
            0 => 314,
            1 => [168, 345][self.below(2) as usize],
            _ => self.below(DAYS),
        }
    }
}

/// Text to bytes: looking a character up in the tables of GB18030 is slow, so each is looked up once.
#[derive(Default)]
struct Speller(HashMap<char, Vec<u8>>);

impl Speller {
    fn spell(&mut self, text: &str, encoding: Encoding, out: &mut impl Write) -> io::Result<()> {
        if encoding == Encoding::Utf8 {
            return out.write_all(text.as_bytes());
        }
        let mut bytes = Vec::with_capacity(text.len());
        for c in text.chars() {
            if c.is_ascii() {
                bytes.push(c as u8);
                continue;
            }
            let known = self.0.entry(c);
            let spelt = known.or_insert_with(|| GB18030.encode(&c.to_string()).0.into_owned());
            bytes.extend_from_slice(spelt);
        }
        out.write_all(&bytes)
    }
}
