//! What sells best, with what is on hand of it.

use crate::analytics::compare::{Change, change};
use crate::analytics::items::{Item, Items};
use crate::analytics::metrics::Value;
use crate::analytics::morning::Morning;
use crate::i18n::{Lang, Text, format, t};
use crate::screens::sales::reason::kind_title;

/// Days of cover that fill the bar.
const FULL_BAR_DAYS: f64 = 30.0;

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct HotItem {
    /// Its title.
    pub title: String,
    /// What was paid for it.
    pub paid: String,
    /// Its share of all items.
    pub share: String,
    /// Against the 7 days before.
    pub change: Result<Change, String>,
    /// Units sold per day; — where its file does not count them.
    pub per_day: String,
    /// Pay conversion; — where its file does not know visitors.
    pub conversion: String,
    /// Units on hand; — where no table of stock names it.
    pub stock: String,
    /// For how long they last.
    pub cover: Option<Cover>,
}

/// For how long the stock lasts.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// In days, in words.
    pub days: String,
    /// How full the bar is, in percent.
    pub percent: u32,
    /// How it stands.
    pub level: Level,
}

/// How the stock of an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It will be out within a week.
    Short,
    /// Within two.
    Low,
    /// There is enough.
    Enough,
}

/// The table of what sells best.
#[derive(Clone, Debug, PartialEq)]
pub struct Hot {
    /// From which file, through which day, stock of which day.
    pub remark: String,
    /// The items; none where no file names items.
    pub items: Vec<HotItem>,
}

/// What sells best in the last 7 days.
pub fn hot(morning: &Morning, lang: Lang) -> Hot {
    let items = &morning.items;
    let mut remark = Vec::new();
    if let Some(span) = items.span {
        remark.push(format::span(span));
        remark.push(t(lang, Text::HotFrom, &[kind_title(lang, &items.source)]));
    }
    if items.missing_days > 0 {
        remark.push(t(
            lang,
            Text::AbsentNotCovered,
            &[&items.missing_days.to_string()],
        ));
    }
    remark.push(match items.stock_day {
        Some(day) => t(lang, Text::HotStockOf, &[&format::day(lang, day, None)]),
        None => Text::HotNoStock.get(lang).to_owned(),
    });
    Hot {
        remark: remark.join(" · "),
        items: items
            .items
            .iter()
            .map(|item| of(items, item, lang))
            .collect(),
    }
}

fn of(items: &Items, item: &Item, lang: Lang) -> HotItem {
    let none = || format::NONE.to_owned();
    let rate = |num: Option<i64>, den: Option<i64>| match (num, den) {
        (Some(num), Some(den)) if den > 0 => format::full(lang, &Value::Rate { num, den }),
        _ => none(),
    };
    let change = match items.is_comparable() {
        true => change(
            &Value::Fen(item.now.paid_fen),
            &Value::Fen(item.base.paid_fen),
        ),
        false => None,
    };
    HotItem {
        title: item.title.clone(),
        paid: format::money(item.now.paid_fen),
        share: rate(Some(item.now.paid_fen), Some(items.total_fen)),
        change: change.ok_or_else(|| Text::AbsentBase.get(lang).to_owned()),
        per_day: items
            .units_per_day(item)
            .map_or_else(none, |units| format::decimals(units, 1)),
        conversion: rate(item.now.buyers, item.now.visitors),
        stock: item
            .stock
            .map_or_else(none, |stock| format::grouped(stock.units_milli / 1000)),
        cover: items.cover_days(item).map(|days| Cover {
            days: t(lang, Text::DaysCount, &[&format::decimals(days, 0)]),
            percent: (days / FULL_BAR_DAYS * 100.0).clamp(0.0, 100.0) as u32,
            level: match days {
                days if days < 7.0 => Level::Short,
                days if days < 14.0 => Level::Low,
                _ => Level::Enough,
            },
        }),
    }
}
