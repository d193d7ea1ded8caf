//! New and returning buyers side by side.

use crate::analytics::breakdown::Breakdown;
use crate::analytics::compare::change;
use crate::analytics::loyalty::{Buyers, LOOK_BACK_DAYS, Side};
use crate::analytics::metrics::{Absent, Value};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, t};

/// The two rows; `None` where they cannot be told apart.
pub fn table(breakdown: &Breakdown, lang: Lang) -> Option<Table> {
    let loyalty = breakdown.loyalty?;
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("buyers_kind", text(Text::LoyaltyKind), Kind::Text).deciding(),
        Column::new("buyers", text(Text::LoyaltyBuyers), Kind::Count).deciding(),
        Column::new(
            "buyers_change",
            text(Text::LoyaltyBuyersChange),
            Kind::Change,
        ),
        Column::new("buyers_share", text(Text::LoyaltyShare), Kind::Rate),
        Column::new("orders", text(Text::ValuesOrders), Kind::Count),
        Column::new("paid", text(Text::HotPaid), Kind::Money).deciding(),
        Column::new("paid_change", text(Text::ItemChange), Kind::Change),
        Column::new("paid_share", text(Text::HotShare), Kind::Rate),
        Column::new("spend", text(Text::LoyaltySpend), Kind::Money),
    ];
    let side = |name: Text, of: fn(&Buyers) -> Side| {
        let (now, base) = (of(&loyalty.now), loyalty.base.as_ref().map(of));
        row(name.get(lang), now, base, whole(&loyalty.now))
    };
    let rows = vec![
        side(Text::LoyaltyNew, |buyers| buyers.new),
        side(Text::LoyaltyReturning, |buyers| buyers.returning),
    ];
    Some(Table {
        columns,
        rows,
        totals: Some(row(
            Text::Total.get(lang),
            whole(&loyalty.now),
            loyalty.base.as_ref().map(whole),
            whole(&loyalty.now),
        )),
    })
}

fn whole(buyers: &Buyers) -> Side {
    let (a, b) = (buyers.new, buyers.returning);
    Side {
        buyers: a.buyers + b.buyers,
        orders: a.orders + b.orders,
        paid_fen: a.paid_fen + b.paid_fen,
    }
}

fn row(name: &str, now: Side, base: Option<Side>, whole: Side) -> Vec<Cell> {
    let rate = |num: i64, den: i64| match den {
        0 => Value::Absent(Absent::NoDenominator),
        den => Value::Rate { num, den },
    };
    let changed = |of: fn(i64) -> Value, now: i64, base: Option<i64>| {
        Cell::Change(base.and_then(|base| change(&of(now), &of(base))))
    };
    let spend = match now.buyers {
        0 => Value::Absent(Absent::NoDenominator),
        per => Value::FenPer {
            fen: now.paid_fen,
            per,
        },
    };
    vec![
        Cell::Text(name.to_owned()),
        Cell::Value(Value::Count(now.buyers)),
        changed(Value::Count, now.buyers, base.map(|base| base.buyers)),
        Cell::Value(rate(now.buyers, whole.buyers)),
        Cell::Value(Value::Count(now.orders)),
        Cell::Value(Value::Fen(now.paid_fen)),
        changed(Value::Fen, now.paid_fen, base.map(|base| base.paid_fen)),
        Cell::Value(rate(now.paid_fen, whole.paid_fen)),
        Cell::Value(spend),
    ]
}

/// What new means, and how far back that is known.
pub fn remark(breakdown: &Breakdown, lang: Lang) -> String {
    let Some(loyalty) = breakdown.loyalty else {
        return String::new();
    };
    match loyalty.known_days {
        LOOK_BACK_DAYS => Text::LoyaltyWhat.get(lang).to_owned(),
        days => t(lang, Text::LoyaltyShort, &[&days.to_string()]),
    }
}
