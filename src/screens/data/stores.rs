//! The stores side by side: how far each reaches, how fresh it is, what is in no backup, and its headline figures.

use crate::analytics::compare::change;
use crate::analytics::inventory::{Freshness, KindCoverage};
use crate::analytics::metrics::{Absent, Metric, Value};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};
use crate::import::kinds::{Rhythm, orders};
use crate::model::time::Day;
use crate::protocol::{Headline, WorkspaceCard, WorkspaceId};
use std::collections::BTreeMap;

/// What was found of each store's figures so far: nothing for those that have not been asked yet, `None` for a store
/// without orders.
pub type Headlines = BTreeMap<WorkspaceId, Option<Headline>>;

/// The stores as a table for sorting, and what its cells do not say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stores {
    /// One row for each store.
    pub table: Table,
    /// The same stores in the same order.
    pub rows: Vec<StoreRow>,
}

/// A store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreRow {
    /// Its identity.
    pub id: WorkspaceId,
    /// Its name.
    pub name: String,
    /// Whether it is the demo store.
    pub demo: bool,
    /// How its cells are written, one for each column.
    pub shown: Vec<String>,
    /// Days that are missing from its last 7, or that there are fewer.
    pub missing: Option<String>,
}

/// The column of the name.
pub const NAME: usize = 0;
/// The column of the days that are missing from its figures.
pub const WEEK_PAID: usize = 7;

/// The stores side by side.
pub fn stores(lang: Lang, cards: &[WorkspaceCard], figures: &Headlines, today: Day) -> Stores {
    let column = |key, text: Text, kind| Column::new(key, text.get(lang), kind);
    let of = |key, text: Text, metric: Metric, kind| {
        Column::new(key, t(lang, text, &[metric.entry(lang).name]), kind)
    };
    let columns = vec![
        column("store", Text::StoresName, Kind::Text).deciding(),
        column("through", Text::StoresThrough, Kind::Day),
        column("fresh", Text::StoresFresh, Kind::Rate),
        column("unsaved", Text::StoresUnsaved, Kind::Count),
        column("size", Text::StoresSize, Kind::Count),
        of("day_paid", Text::StoresDay, Metric::PaidNet, Kind::Money).deciding(),
        of(
            "day_orders",
            Text::StoresDay,
            Metric::PaidOrders,
            Kind::Count,
        ),
        of("week_paid", Text::StoresWeek, Metric::PaidNet, Kind::Money).deciding(),
        of(
            "week_orders",
            Text::StoresWeek,
            Metric::PaidOrders,
            Kind::Count,
        ),
        column("change", Text::StoresChange, Kind::Change).deciding(),
    ];
    let found: Vec<(Vec<Cell>, StoreRow)> = cards
        .iter()
        .map(|card| store(lang, card, figures.get(&card.id), today))
        .collect();
    let (cells, rows) = found.into_iter().unzip();
    Stores {
        table: Table {
            columns,
            rows: cells,
            totals: None,
        },
        rows,
    }
}

fn store(
    lang: Lang,
    card: &WorkspaceCard,
    figures: Option<&Option<Headline>>,
    today: Day,
) -> (Vec<Cell>, StoreRow) {
    let of_orders = |k: &&KindCoverage| k.kind == orders::KIND.name;
    let orders = card.kinds.iter().find(of_orders);
    let through = orders.and_then(|k| k.coverage.range()).map(|r| r.last);
    let (fresh, daily) = fresh_of(&card.kinds, today);
    let count = |n: u64| Cell::Value(Value::Count(n as i64));
    let mut cells = vec![
        Cell::Text(card.name.clone()),
        through.map_or(Cell::Empty, Cell::Day),
        match daily {
            0 => Cell::Value(Value::Absent(Absent::NoDenominator)),
            daily => Cell::Value(Value::Rate {
                num: fresh,
                den: daily,
            }),
        },
        count(card.backup.unsaved),
        count(card.stored_bytes),
    ];
    cells.extend(figure_cells(figures));
    let mut shown: Vec<String> = cells.iter().map(|cell| cell.text(lang)).collect();
    shown[1] = through.map_or(format::NONE.to_owned(), |day| day.to_string());
    if daily > 0 {
        shown[2] = t(
            lang,
            Text::StoresFreshOf,
            &[&fresh.to_string(), &daily.to_string()],
        );
    }
    shown[4] = format::bytes(card.stored_bytes);
    let missing = figures.and_then(Option::as_ref).and_then(|headline| {
        let few = (headline.week_days < 7).then_some((Text::StoresFewDays, headline.week_days));
        let gaps = Some((Text::AbsentNotCovered, headline.missing_days)).filter(|gaps| gaps.1 > 0);
        let said = [few, gaps].into_iter().flatten();
        let said: Vec<String> = said
            .map(|(text, days)| t(lang, text, &[&days.to_string()]))
            .collect();
        (!said.is_empty()).then(|| said.join(Text::ListSeparator.get(lang)))
    });
    let row = StoreRow {
        id: card.id,
        name: card.name.clone(),
        demo: card.demo,
        shown,
        missing,
    };
    (cells, row)
}

/// The headline figures: nothing where they have not been asked yet.
fn figure_cells(figures: Option<&Option<Headline>>) -> [Cell; 5] {
    let Some(figures) = figures else {
        return [(); 5].map(|()| Cell::Empty);
    };
    let Some(headline) = figures else {
        let none = || Cell::Value(Value::Absent(Absent::NoDenominator));
        return [none(), none(), none(), none(), Cell::Change(None)];
    };
    // Days that are missing on one side make no change.
    let change = match headline.missing_days {
        0 => change(&headline.week.paid, &headline.before.paid),
        _ => None,
    };
    [
        Cell::Value(headline.day.paid.clone()),
        Cell::Value(headline.day.orders.clone()),
        Cell::Value(headline.week.paid.clone()),
        Cell::Value(headline.week.orders.clone()),
        Cell::Change(change),
    ]
}

/// Of the kinds that are there and expected every day, how many are fresh, and how many there are.
fn fresh_of(kinds: &[KindCoverage], today: Day) -> (i64, i64) {
    let is_daily = |k: &&KindCoverage| {
        k.declared()
            .is_some_and(|kind| kind.rhythm == Rhythm::Daily)
    };
    let is_fresh = |k: &&KindCoverage| k.freshness(today.plus(-1)) == Freshness::Fresh;
    let daily: Vec<&KindCoverage> = kinds.iter().filter(is_daily).collect();
    let fresh = daily.iter().copied().filter(is_fresh).count();
    (fresh as i64, daily.len() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::coverage::Coverage;
    use crate::model::time::{Civil, Span};
    use crate::protocol::{BackupState, KeyFigures};

    fn card(id: WorkspaceId, name: &str, last: Option<i32>) -> WorkspaceCard {
        let coverage = |last| KindCoverage {
            kind: orders::KIND.name.to_owned(),
            coverage: Coverage::of([Span::new(Day(9_000), Day(last))]),
            files: 1,
            rows: 1,
            last_imported_at: Civil(1),
        };
        WorkspaceCard {
            id,
            name: name.to_owned(),
            demo: id == 3,
            span: None,
            kinds: last.map(coverage).into_iter().collect(),
            stored_bytes: 1_234_567,
            backup: BackupState {
                unsaved: u64::from(id),
                ..BackupState::default()
            },
        }
    }

    fn figures(paid: i64, orders: i64) -> KeyFigures {
        KeyFigures {
            paid: Value::Fen(paid),
            orders: Value::Count(orders),
        }
    }

    fn headline(missing_days: i32) -> Headline {
        Headline {
            last_day: Day(9_822),
            day: figures(123_456, 3),
            week: figures(1_100_000, 20),
            week_days: 7,
            missing_days,
            before: figures(1_000_000, 18),
        }
    }

    #[test]
    fn stores_stand_side_by_side_as_far_as_they_are_known() {
        let cards = [
            card(1, "青禾", Some(9_822)),
            card(2, "白露", Some(9_820)),
            card(3, "演示", None),
        ];
        let known = Headlines::from([(1, Some(headline(0))), (2, Some(headline(2))), (3, None)]);
        let today = Day(9_823);
        let all = stores(Lang::Zh, &cards, &known, today);
        assert_eq!(
            all.rows[0].shown,
            [
                "青禾",
                "2026-11-22",
                "1 种里 1 种已到昨天",
                "1",
                "1.2 MB",
                "¥1,234.56",
                "3",
                "¥11,000.00",
                "20",
                "+10.0%"
            ]
        );
        assert_eq!(all.rows[1].shown[2], "1 种里 0 种已到昨天");
        assert_eq!(all.rows[1].missing.as_deref(), Some("缺 2 天数据"));
        assert_eq!(all.rows[1].shown[9], "—", "days are missing: no change");
        let young = Headline {
            week_days: 3,
            ..headline(0)
        };
        let few = stores(
            Lang::Zh,
            &cards,
            &Headlines::from([(1, Some(young))]),
            today,
        );
        assert_eq!(few.rows[0].missing.as_deref(), Some("只有 3 天"));
        assert_eq!(all.rows[2].shown[1..3], ["—", "—"]);
        assert_eq!(all.rows[2].shown[5], "—");
        let asked = stores(Lang::Zh, &cards, &Headlines::new(), today);
        assert_eq!(asked.rows[0].shown[5], "", "not asked yet");
        assert!(
            asked
                .rows
                .iter()
                .all(|row| row.shown.len() == asked.table.columns.len())
        );
    }
}
