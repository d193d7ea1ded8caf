//! An item to try the screens on: the first of the small shop.

use crate::analytics::items::ItemSales;
use crate::analytics::products::aside::{Refunds, Reviews};
use crate::analytics::products::desk::ItemNote;
use crate::analytics::products::one::{DayOfItem, ItemView, Month};
use crate::analytics::products::price::levels;
use crate::analytics::products::ranking::{By, ranking};
use crate::analytics::products::title_check::faults;
use crate::screens::products::sample::products;

/// Three days: one with sales, one that no file covers, one without a sale.
pub(crate) fn view() -> ItemView {
    let all = products();
    let span = all.items.span.expect("a week");
    let item = all.items.items[0].clone();
    let sales = |paid_fen, units| ItemSales {
        paid_fen,
        units: Some(units),
        visitors: Some(60),
        buyers: Some(units),
        ..ItemSales::default()
    };
    let known = [Some(sales(29_700, 3)), None, Some(sales(0, 0))];
    let day = |(at, sales): (usize, &Option<ItemSales>)| DayOfItem {
        day: span.last.plus(at as i32 - 2),
        sales: *sales,
    };
    ItemView {
        key: item.key.clone(),
        title: item.title.clone(),
        codes: item.codes.clone(),
        source: all.items.source.clone(),
        days: known.iter().enumerate().map(day).collect(),
        prices: levels(known.iter().flatten()),
        faults: faults(&item.title),
        refunds: Some(Refunds {
            count: 4,
            fen: 25_000,
            reasons: vec![
                ("质量问题".to_owned(), 3, 20_000),
                (String::new(), 1, 5_000),
            ],
        }),
        reviews: Some(Reviews {
            bad: 1,
            all: 20,
            newest: vec![(span.last, "味道大".to_owned())],
        }),
        ads: None,
        pairs: all.together.pairs.clone(),
        orders: all.together.orders,
        newcomer: None,
        counts_units: true,
        notes: vec![ItemNote {
            day: span.last,
            text: "换了主图".to_owned(),
        }],
        month: Some(Month {
            span,
            base: all.items.base_span,
            missing_days: 0,
            total_fen: all.items.total_fen,
            items: 3,
            place: ranking(&all.items, By::Paid, &all.fees).places[0],
            standing: all.standing[0],
            paced: all.paced.clone(),
            converting: all.conversions.worse.first().cloned(),
            profit: all.fees.profit(&item.now, item.cost_fen),
            cover_days: Some(3),
            stock_day: all.items.stock_day,
            item,
        }),
    }
}
