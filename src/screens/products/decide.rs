//! What to push, what to fix, what to drop, in words.

use super::{item_of, per_cent, percent};
use crate::analytics::items::Items;
use crate::analytics::products::Products;
use crate::analytics::products::conversion::{Converting, Part};
use crate::analytics::products::decide::{Because, DropWhy};
use crate::i18n::{Lang, Text, format, t};
use crate::route::Route;

/// One of the three lists.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Names it in the document.
    pub id: &'static str,
    /// Its title.
    pub title: Text,
    /// What stands in it.
    pub hint: Text,
    /// The items; else why there is none.
    pub items: Result<Vec<Line>, Text>,
}

/// An item and why it is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its title.
    pub title: String,
    /// Where all of it is told.
    pub to: Route,
    /// Why.
    pub why: String,
    /// What is at stake.
    pub stake: Option<String>,
}

/// The three lists.
pub fn lists(products: &Products, lang: Lang) -> [List; 3] {
    let items = &products.items;
    let decisions = &products.decisions;
    let line = |at: u32, why: String, stake: Option<String>| {
        let (title, to) = item_of(items, at)?;
        Some(Line {
            title,
            to,
            why,
            stake,
        })
    };
    let push = decisions.push.iter().filter_map(|push| {
        let mut why = vec![because(items, &push.why, lang)];
        why.extend(visitor_share(items, push.item, lang));
        let cover = push.cover_days.map(|days| days.to_string());
        let cover = cover.map(|days| t(lang, Text::ProdCoverDays, &[&days]));
        line(push.item, why.join(Text::ListSeparator.get(lang)), cover)
    });
    let fix = decisions.fix.iter().filter_map(|fix| {
        let mut why = vec![because(items, &fix.why, lang)];
        why.extend(fix.why.part().map(|of| part(of).get(lang).to_owned()));
        let stake = match &fix.why {
            Because::Converts(how) => {
                let missed = format::money(how.missed_fen);
                Some(t(lang, Text::ProdMissed, &[&missed]))
            }
            Because::New(_) => None,
        };
        line(fix.item, why.join(" · "), stake)
    });
    let drop = decisions.drop.iter().filter_map(|drop| {
        let why = match drop.why {
            DropWhy::Loses(fen) => t(lang, Text::ProdLoses, &[&format::money(fen)]),
            DropWhy::Lies(days) => t(lang, Text::ProdLies, &[&days.to_string()]),
            DropWhy::Erratic => Text::ProdErratic.get(lang).to_owned(),
        };
        let tied = drop.tied_fen.filter(|fen| *fen > 0).map(format::money);
        let stake = tied.map(|tied| t(lang, Text::ProdTied, &[&tied]));
        line(drop.item, why, stake)
    });
    let knows_visitors = products.conversions.looked_at > 0;
    let some = |lines: Vec<Line>, none: Text, needs_visitors: bool| match lines.is_empty() {
        false => Ok(lines),
        true if needs_visitors && !knows_visitors => Err(Text::ProdNoVisitors),
        true => Err(none),
    };
    [
        List {
            id: "push",
            title: Text::ProdPushTitle,
            hint: Text::ProdPushHint,
            items: some(push.collect(), Text::ProdPushNone, true),
        },
        List {
            id: "fix",
            title: Text::ProdFixTitle,
            hint: Text::ProdFixHint,
            items: some(fix.collect(), Text::ProdFixNone, true),
        },
        List {
            id: "drop",
            title: Text::ProdDropTitle,
            hint: Text::ProdDropHint,
            items: some(drop.collect(), Text::ProdDropNone, false),
        },
    ]
}

/// What sets an item apart.
fn because(items: &Items, why: &Because, lang: Lang) -> String {
    match why {
        Because::Converts(how) => converts(items, how, lang),
        Because::New(new) => {
            let [low, _, high] = new.usual.unwrap_or_default().map(format::grouped);
            let (age, sold) = (new.age_days.to_string(), format::grouped(new.sold));
            t(lang, Text::ProdNewcomer, &[&age, &sold, &low, &high])
        }
    }
}

/// How an item converts, against the others.
fn converts(items: &Items, how: &Converting, lang: Lang) -> String {
    let now = items.items.get(how.item as usize).map(|item| &item.now);
    let own = now.and_then(|now| now.buyers.zip(now.visitors));
    let own = percent(lang, own.unwrap_or_default());
    let others = percent(lang, how.others);
    match &how.category {
        Some(category) => t(lang, Text::ProdConvertsIn, &[&own, &others, category]),
        None => t(lang, Text::ProdConverts, &[&own, &others]),
    }
}

/// Its share of all visitors.
fn visitor_share(items: &Items, at: u32, lang: Lang) -> Option<String> {
    let own = items.items.get(at as usize)?.now.visitors?;
    let all: i64 = items
        .items
        .iter()
        .filter_map(|item| item.now.visitors)
        .sum();
    let share = per_cent(own as f64 / all.max(1) as f64);
    Some(t(lang, Text::ProdVisitorShare, &[&share]))
}

/// The part that is to blame, and what to do about it.
pub fn part(part: Part) -> Text {
    match part {
        Part::Stock => Text::ProdPartStock,
        Part::Traffic => Text::ProdPartTraffic,
        Part::Page => Text::ProdPartPage,
        Part::Price => Text::ProdPartPrice,
        Part::Reviews => Text::ProdPartReviews,
        Part::Unknown => Text::ProdPartUnknown,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::products;
    use super::*;

    #[test]
    fn each_item_says_why_it_is_there_and_what_is_at_stake() {
        let [push, fix, drop] = lists(&products(), Lang::Zh);
        let first = |list: List| list.items.map(|mut items| items.remove(0));
        let push = first(push).expect("an item");
        assert_eq!(push.title, "床笠");
        assert_eq!(push.why, "转化 10.00%，其他商品 5.00%、只占访客 8.9%");
        assert_eq!(push.stake.as_deref(), Some("货够卖 20 天"));
        let fix = first(fix).expect("an item");
        assert_eq!(
            fix.why,
            "转化 3.00%，其他商品 5.00% · 页面：看了不加购，改主图、详情和卖点"
        );
        assert_eq!(fix.stake.as_deref(), Some("约少卖 ¥600.00"));
        let drop = first(drop).expect("an item");
        assert_eq!(drop.why, "40 天没卖出，还有库存");
        assert_eq!(drop.stake.as_deref(), Some("压着成本 ¥2,000.00"));
        assert_eq!(drop.to.format(), "#/item?k=3");
    }

    #[test]
    fn without_visitors_nobody_can_say_what_converts() {
        let mut products = products();
        products.conversions.looked_at = 0;
        products.decisions = Default::default();
        let whys = lists(&products, Lang::Zh).map(|list| list.items.expect_err("no item"));
        assert_eq!(
            whys,
            [
                Text::ProdNoVisitors,
                Text::ProdNoVisitors,
                Text::ProdDropNone
            ]
        );
    }
}
