//! The tables below the ranking: low conversion, new items, price bands, bought together.

use super::decide::part;
use super::{count, item_cell, money, per_cent, rate};
use crate::analytics::metrics::Value;
use crate::analytics::products::Products;
use crate::analytics::products::newcomers::Newcomer;
use crate::analytics::products::shelf::bands;
use crate::analytics::products::together::Pair;
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};
use crate::screens::sales::items::without_empty_columns;
use crate::screens::sales::reason::kind_title;

fn words(text: Text, lang: Lang) -> Cell {
    Cell::Text(text.get(lang).to_owned())
}

/// The items that convert worse than the others.
pub fn low(products: &Products, lang: Lang) -> Table {
    let items = &products.items;
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("item", text(Text::HotItem), Kind::Text).deciding(),
        Column::new("conversion", text(Text::ProdConversion), Kind::Rate).deciding(),
        Column::new("interval", text(Text::ProdInterval), Kind::Text),
        Column::new("others", text(Text::ProdOthers), Kind::Rate),
        Column::new("against", text(Text::ProdAgainst), Kind::Text),
        Column::new("visitors", text(Text::ItemVisitors), Kind::Count),
        Column::new("missed", text(Text::ProdMissedFen), Kind::Money),
        Column::new("blame", text(Text::ProdBlame), Kind::Text).deciding(),
    ];
    let row = |how: &crate::analytics::products::conversion::Converting| {
        let now = &items.items.get(how.item as usize)?.now;
        let blame: Vec<&str> = how.blame.iter().map(|p| part(*p).get(lang)).collect();
        Some(vec![
            item_cell(items, Some(how.item), ""),
            rate(now.buyers, now.visitors),
            Cell::Text(format!(
                "{}–{}",
                per_cent(how.interval.0),
                per_cent(how.interval.1)
            )),
            rate(Some(how.others.0), Some(how.others.1)),
            Cell::Text(
                how.category
                    .clone()
                    .unwrap_or_else(|| text(Text::ProdShop).to_owned()),
            ),
            count(now.visitors),
            money(Some(how.missed_fen)),
            Cell::Text(blame.join("；")),
        ])
    };
    Table {
        columns,
        rows: products.conversions.worse.iter().filter_map(row).collect(),
        totals: None,
    }
}

/// How the low conversions were found.
pub fn low_remark(products: &Products, lang: Lang) -> String {
    match products.conversions.looked_at {
        0 => Text::ProdNoVisitors.get(lang).to_owned(),
        n => t(lang, Text::ProdLowRemark, &[&n.to_string()]),
    }
}

/// The new items.
pub fn newcomers(products: &Products, lang: Lang) -> Table {
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("item", text(Text::HotItem), Kind::Text).deciding(),
        Column::new("came", text(Text::ProdCame), Kind::Day),
        Column::new("age", text(Text::ProdAge), Kind::Count),
        Column::new("sold", text(Text::ProdSoldSince), Kind::Count).deciding(),
        Column::new("usual", text(Text::ProdUsual), Kind::Count),
        Column::new("range", text(Text::ProdUsualRange), Kind::Text),
        Column::new("verdict", text(Text::ProdVerdict), Kind::Text).deciding(),
    ];
    let row = |new: &Newcomer| {
        let range = new
            .usual
            .map(|[low, _, high]| format!("{}–{}", format::grouped(low), format::grouped(high)));
        let verdict = match new.usual {
            None => Text::ProdVerdictFew,
            Some(_) if new.is_fast() => Text::ProdVerdictAbove,
            Some(_) if new.is_slow() => Text::ProdVerdictBelow,
            Some(_) => Text::ProdVerdictWithin,
        };
        vec![
            item_cell(&products.items, new.item, &new.title),
            Cell::Day(new.came),
            count(Some(i64::from(new.age_days))),
            count(Some(new.sold)),
            count(new.usual.map(|[_, middle, _]| middle)),
            range.map_or(Cell::Empty, Cell::Text),
            words(verdict, lang),
        ]
    };
    Table {
        columns,
        rows: products.newcomers.items.iter().map(row).collect(),
        totals: None,
    }
}

/// What new items are held against.
pub fn newcomers_remark(products: &Products, lang: Lang) -> String {
    let counted = match products.newcomers.counts_units {
        true => Text::ProdNewUnits,
        false => Text::ProdNewOrders,
    };
    t(lang, Text::ProdNewRemark, &[counted.get(lang)])
}

/// What sells at which price.
pub fn price_bands(products: &Products, lang: Lang) -> Table {
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("band", text(Text::ProdBand), Kind::Text).deciding(),
        Column::new("items", text(Text::ProdBandItems), Kind::Count),
        Column::new("paid", text(Text::HotPaid), Kind::Money).deciding(),
        Column::new("share", text(Text::ProdShare), Kind::Rate).deciding(),
        Column::new("units", text(Text::ItemUnits), Kind::Count),
        Column::new("visitors", text(Text::ItemVisitors), Kind::Count),
        Column::new("conversion", text(Text::ProdConversion), Kind::Rate),
    ];
    let total = products.items.total_fen;
    let row = |band: crate::analytics::products::shelf::Band| {
        let (from, to) = (format::money(band.from_fen), format::money(band.to_fen));
        vec![
            Cell::Text(t(lang, Text::ProdBandOf, &[&from, &to])),
            count(Some(i64::from(band.items))),
            money(Some(band.paid_fen)),
            rate(Some(band.paid_fen), Some(total)),
            count(Some(band.units)),
            count(band.visitors),
            rate(band.buyers, band.visitors),
        ]
    };
    without_empty_columns(Table {
        columns,
        rows: bands(&products.items).into_iter().map(row).collect(),
        totals: None,
    })
}

/// What is bought together.
pub fn pairs(products: &Products, lang: Lang) -> Table {
    let together = &products.together;
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("a", text(Text::ProdPairA), Kind::Text).deciding(),
        Column::new("b", text(Text::ProdPairB), Kind::Text).deciding(),
        Column::new("both", text(Text::ProdPairBoth), Kind::Count),
        Column::new("support", text(Text::ProdPairSupport), Kind::Rate),
        Column::new("confidence", text(Text::ProdPairConfidence), Kind::Rate),
        Column::new("back", text(Text::ProdPairBack), Kind::Rate),
        Column::new("lift", text(Text::ProdPairLift), Kind::Text),
        Column::new("chance", text(Text::ProdPairChance), Kind::Text),
        Column::new("verdict", text(Text::ProdPairVerdict), Kind::Text).deciding(),
    ];
    let row = |pair: &Pair| {
        let [a, b] = pair.orders.map(i64::from);
        let both = i64::from(pair.both);
        let lift = pair.lift(together.orders);
        vec![
            item_cell(&products.items, pair.items[0], &pair.titles[0]),
            item_cell(&products.items, pair.items[1], &pair.titles[1]),
            Cell::Value(Value::Count(both)),
            rate(Some(both), Some(i64::from(together.orders))),
            rate(Some(both), Some(a)),
            rate(Some(both), Some(b)),
            Cell::Text(format::decimals(lift, 2)),
            Cell::Text(probability(pair.chance)),
            words(pair_verdict(pair), lang),
        ]
    };
    Table {
        columns,
        rows: together.pairs.iter().map(row).collect(),
        totals: None,
    }
}

/// From which orders, and of how many pairs.
pub fn pairs_remark(products: &Products, lang: Lang) -> String {
    let together = &products.together;
    let Some(span) = together.span.filter(|_| together.orders > 0) else {
        return String::new();
    };
    let number = |n: u32| format::grouped(i64::from(n));
    let from = format!(
        "{} {}",
        kind_title(lang, &together.kind),
        format::span(span)
    );
    let args = [
        from,
        number(together.orders),
        number(together.several),
        number(together.least),
        number(together.tested),
    ];
    let mut said = t(
        lang,
        Text::ProdPairsRemark,
        &args.each_ref().map(String::as_str),
    );
    if !together.pairs.is_empty() && !together.pairs.iter().any(Pair::is_sure) {
        said.push_str(" · ");
        said.push_str(Text::ProdPairsNotSure.get(lang));
    }
    if together.unread > 0 {
        said.push_str(" · ");
        said.push_str(&t(lang, Text::ProdPairsUnread, &[&number(together.unread)]));
    }
    said
}

/// Whether a pair is more than chance.
pub(super) fn pair_verdict(pair: &Pair) -> Text {
    match pair.is_sure() {
        true => Text::ProdPairSure,
        false => Text::ProdPairMaybe,
    }
}

/// A probability, as short as it can be said.
pub(super) fn probability(p: f64) -> String {
    match p {
        p if p < 0.0001 => "< 0.01%".to_owned(),
        p => format!("{}%", format::decimals(p * 100.0, 2)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::products;
    use super::*;

    fn written(table: &Table, row: usize) -> Vec<String> {
        table.rows[row]
            .iter()
            .map(|cell| cell.text(Lang::Zh))
            .collect()
    }

    #[test]
    fn low_conversion_names_the_parts_to_look_at() {
        let row = written(&low(&products(), Lang::Zh), 0);
        assert_eq!(row[..4], ["乳胶枕", "3.00%", "2.0%–4.0%", "5.00%"]);
        assert_eq!(row[4], "全店");
        assert!(row[7].starts_with("页面") && row[7].contains("；价格"));
    }

    #[test]
    fn a_pair_says_how_sure_it_is() {
        let row = written(&pairs(&products(), Lang::Zh), 0);
        assert_eq!(row[..3], ["床笠", "乳胶枕", "20"]);
        assert_eq!(row[3..8], ["20.00%", "76.92%", "33.33%", "1.28", "3.00%"]);
        assert_eq!(row[8], "不是偶然：可做搭配");
        assert_eq!(probability(1e-9), "< 0.01%");
    }

    #[test]
    fn prices_stand_in_bands() {
        let table = price_bands(&products(), Lang::Zh);
        let bands: Vec<String> = table.rows.iter().map(|row| row[0].text(Lang::Zh)).collect();
        assert_eq!(bands, ["¥50.00 到 ¥100.00", "¥100.00 到 ¥200.00"]);
    }

    #[test]
    fn a_new_item_is_judged_against_earlier_ones() {
        let mut products = products();
        let new = |sold, usual| Newcomer {
            title: "新".to_owned(),
            item: None,
            came: crate::model::time::Day(9_800),
            age_days: 10,
            sold,
            usual,
            earlier: 4,
        };
        let usual = Some([18, 25, 33]);
        products.newcomers.items =
            vec![new(34, usual), new(33, usual), new(17, usual), new(1, None)];
        let table = newcomers(&products, Lang::Zh);
        let verdicts: Vec<String> = (0..4).map(|row| written(&table, row).remove(6)).collect();
        let expected = [
            Text::ProdVerdictAbove,
            Text::ProdVerdictWithin,
            Text::ProdVerdictBelow,
            Text::ProdVerdictFew,
        ];
        assert_eq!(verdicts, expected.map(|text| text.get(Lang::Zh)));
    }
}
