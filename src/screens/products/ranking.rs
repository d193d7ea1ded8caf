//! The ranking of the items as a table.

use super::{by_name, count, money, rate};
use crate::analytics::items::Item;
use crate::analytics::metrics::{Absent, Value};
use crate::analytics::products::abc::{Abc, Advice, Look, Ordering, Xyz, advice};
use crate::analytics::products::fees::Fees;
use crate::analytics::products::ranking::{By, Place, Ranking, ranking};
use crate::analytics::products::reference::ItemRef;
use crate::analytics::products::shelf::{price_fen, sold_through};
use crate::analytics::products::{Products, Standing};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};
use crate::route::{Route, Top};
use crate::screens::sales::items::without_empty_columns;

/// The table, with at most `top` items.
pub fn table(products: &Products, by: By, top: Top, lang: Lang) -> Table {
    let items = &products.items;
    let ranking = ranking(items, by, &products.fees);
    let text = |text: Text| text.get(lang);
    let kind = match by {
        By::Paid | By::Refunds | By::Profit => Kind::Money,
        By::Units | By::Visitors => Kind::Count,
        By::Conversion | By::RefundRate => Kind::Rate,
    };
    let mut columns = vec![
        Column::new("item", text(Text::HotItem), Kind::Text).deciding(),
        Column::new("rank", text(Text::ProdRank), Kind::Count),
        Column::new("by", text(by_name(by)), kind).deciding(),
        Column::new("share", text(Text::ProdShare), Kind::Rate),
        Column::new("upto", text(Text::ProdUpto), Kind::Rate),
        Column::new("rose", text(Text::ProdRose), Kind::Count),
        Column::new("cell", text(Text::ProdCell), Kind::Text).deciding(),
        Column::new("advice", text(Text::ProdAdvice), Kind::Text),
    ];
    let others: Vec<By> = By::ALL.into_iter().filter(|other| *other != by).collect();
    for other in &others {
        let kind = match other {
            By::Paid | By::Refunds | By::Profit => Kind::Money,
            By::Units | By::Visitors => Kind::Count,
            By::Conversion | By::RefundRate => Kind::Rate,
        };
        columns.push(Column::new(other.key(), text(by_name(*other)), kind));
    }
    columns.extend([
        Column::new("price", text(Text::ProdPrice), Kind::Money),
        Column::new("stock", text(Text::HotStock), Kind::Count),
        Column::new("cover", text(Text::HotCover), Kind::Count),
        Column::new("through", text(Text::ProdSoldThrough), Kind::Rate),
        Column::new("quiet", text(Text::ProdQuiet), Kind::Count),
    ]);
    let shown = top.count().unwrap_or(usize::MAX);
    let row = |at: &u32| {
        let at = *at as usize;
        let (item, standing) = (items.items.get(at)?, products.standing.get(at)?);
        let mut row = head(item, ranking.places[at], &ranking, by, &products.fees, lang);
        row.extend(cell(standing, lang));
        row.extend(
            others
                .iter()
                .map(|other| number(*other, item, &products.fees)),
        );
        let through = sold_through(items, item);
        row.extend([
            money(price_fen(item)),
            count(item.stock.map(|stock| stock.units_milli / 1_000)),
            count(items.cover_days(item).map(|days| days.round() as i64)),
            rate(through.map(|t| t.0), through.map(|t| t.1)),
            count(standing.pace.quiet_days.map(i64::from)),
        ]);
        Some(row)
    };
    without_empty_columns(Table {
        columns,
        rows: ranking.order.iter().take(shown).filter_map(row).collect(),
        totals: None,
    })
}

fn head(
    item: &Item,
    place: Place,
    ranking: &Ranking,
    by: By,
    fees: &Fees,
    lang: Lang,
) -> Vec<Cell> {
    let own = by
        .of(&item.now, item.cost_fen, fees)
        .map(|(num, _)| num.max(0));
    let whole = (by.adds_up() && ranking.whole > 0).then_some(ranking.whole);
    let rose = match place.is_new {
        true => Cell::Text(Text::ProdNew.get(lang).to_owned()),
        false => count(place.rose.map(i64::from)),
    };
    vec![
        Cell::Link(item.title.clone(), Route::Item(ItemRef::of(&item.key))),
        count(place.rank.map(i64::from)),
        number(by, item, fees),
        rate(own, whole),
        rate(place.rank.map(|_| place.upto), whole),
        rose,
    ]
}

/// The number of an item by a metric.
fn number(by: By, item: &Item, fees: &Fees) -> Cell {
    let sales = &item.now;
    match by {
        By::Paid => money(Some(sales.paid_fen)),
        By::Units => count(sales.units),
        By::Visitors => count(sales.visitors),
        By::Conversion => rate(sales.buyers, sales.visitors),
        By::Refunds => money(sales.refund_fen),
        By::RefundRate => rate(sales.refund_fen, Some(sales.paid_fen)),
        By::Profit => money(
            fees.profit(sales, item.cost_fen)
                .map(|profit| profit.left_fen()),
        ),
    }
}

/// The class of an item and what to do with it.
fn cell(standing: &Standing, lang: Lang) -> [Cell; 2] {
    let (abc, xyz) = (standing.abc(), standing.xyz);
    [
        Cell::Text(format!("{}·{}", abc_letter(abc), xyz_letter(xyz))),
        Cell::Text(advice_in_short(advice(abc, xyz), lang)),
    ]
}

/// A, B or C.
pub fn abc_letter(abc: Abc) -> &'static str {
    match abc {
        Abc::A => "A",
        Abc::B => "B",
        Abc::C => "C",
    }
}

/// X, Y or Z; — where it is not known.
pub fn xyz_letter(xyz: Option<Xyz>) -> &'static str {
    match xyz {
        Some(Xyz::X) => "X",
        Some(Xyz::Y) => "Y",
        Some(Xyz::Z) => "Z",
        None => format::NONE,
    }
}

/// How to order, and how often to look.
pub fn advice_in_short(advice: Advice, lang: Lang) -> String {
    let order = match advice.order {
        Ordering::AsProposed => Text::ProdOrderAsProposed,
        Ordering::AfterALook => Text::ProdOrderAfterALook,
        Ordering::ByHand => Text::ProdOrderByHand,
        Ordering::OnDemand => Text::ProdOrderOnDemand,
        Ordering::LetGo => Text::ProdOrderLetGo,
    };
    let look = match advice.look {
        Look::Daily => Text::ProdLookDaily,
        Look::Weekly => Text::ProdLookWeekly,
        Look::Monthly => Text::ProdLookMonthly,
    };
    format!("{} · {}", look.get(lang), order.get(lang))
}

/// How many items, what they are compared with, what is not ranked.
pub fn remark(products: &Products, by: By, lang: Lang) -> String {
    let items = &products.items;
    let all = items.items.len() + products.left_out as usize;
    let mut parts = vec![t(lang, Text::ProdRankedOf, &[&format::grouped(all as i64)])];
    if products.left_out > 0 {
        let left = format::grouped(i64::from(products.left_out));
        parts.push(t(lang, Text::ProdLeftOut, &[&left]));
    }
    if let Some(base) = items.base_span.filter(|_| items.is_comparable()) {
        parts.push(t(lang, Text::ProdCompared, &[&format::span(base)]));
    }
    if by == By::Conversion {
        parts.push(Text::ProdFewVisitors.get(lang).to_owned());
    }
    parts.join(" · ")
}

/// Whether a metric is known of any item: those that are not are not offered.
pub fn is_known(products: &Products, by: By) -> bool {
    let fees = &products.fees;
    let is_there = |item: &Item| {
        !matches!(
            number(by, item, fees),
            Cell::Value(Value::Absent(Absent::NoDenominator))
        )
    };
    products.items.items.iter().any(is_there)
}

#[cfg(test)]
mod tests {
    use super::super::sample::products;
    use super::*;

    #[test]
    fn an_item_has_its_rank_its_share_and_what_to_do() {
        let table = table(&products(), By::Paid, Top::Ten, Lang::Zh);
        let column = |key: &str| table.columns.iter().position(|c| c.key == key);
        let text = |row: usize, key: &str| {
            column(key)
                .map(|at| table.rows[row][at].text(Lang::Zh))
                .unwrap_or_default()
        };
        assert_eq!(text(0, "item"), "乳胶枕");
        assert_eq!(
            (text(0, "rank"), text(0, "by")),
            ("1".to_owned(), "¥9,000.00".to_owned())
        );
        assert_eq!(
            (text(0, "share"), text(0, "upto")),
            ("75.00%".to_owned(), "75.00%".to_owned())
        );
        assert_eq!(text(0, "cell"), "A·X");
        assert_eq!(text(0, "advice"), "天天看 · 按建议补");
        assert_eq!(
            (text(2, "upto"), text(2, "cell")),
            ("100.00%".to_owned(), "C·—".to_owned())
        );
        assert_eq!(
            (text(0, "rose"), text(2, "rose")),
            ("1".to_owned(), "新上榜".to_owned())
        );
    }

    #[test]
    fn shares_have_no_sum() {
        let table = table(&products(), By::Conversion, Top::All, Lang::En);
        assert!(
            table
                .columns
                .iter()
                .all(|c| c.key != "share" && c.key != "upto")
        );
        assert_eq!(table.rows[0][0].text(Lang::En), "床笠");
        assert!(is_known(&products(), By::Conversion) && !is_known(&products(), By::Refunds));
    }

    #[test]
    fn no_more_than_asked_for_are_shown() {
        let mut many = products();
        let (item, standing) = (many.items.items[0].clone(), many.standing[0]);
        many.items.items.extend(vec![item; 30]);
        many.standing.extend(vec![standing; 30]);
        for (top, rows) in [
            (Top::Ten, 10),
            (Top::Twenty, 20),
            (Top::Fifty, 33),
            (Top::All, 33),
        ] {
            assert_eq!(table(&many, By::Paid, top, Lang::Zh).rows.len(), rows);
        }
    }
}
