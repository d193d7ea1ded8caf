//! What one kind of file says of one quantity, day by day or order by order, and on which days two of them can be compared.

use super::Source;
use crate::analytics::coverage::Coverage;
use crate::model::time::{Civil, Day, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// An amount of one order at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The order's identity (or the buyer's, where people are counted).
    pub order: u64,
    /// The moment, in civil seconds.
    pub at: u32,
    /// The amount, in 分.
    pub fen: i64,
}

impl Entry {
    pub(super) fn day(&self) -> Day {
        Civil(self.at).day()
    }
}

/// An amount of a day or a range of days that names no order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// The amount, in 分 or as a count.
    pub value: i64,
    /// The rows that it sums.
    pub rows: i64,
}

/// One source of a quantity.
#[derive(Clone, Debug)]
pub struct Series {
    /// Where it comes from.
    pub source: Source,
    /// Amounts order by order, in the order of time; `None` where the file names no orders.
    pub entries: Option<Vec<Entry>>,
    /// The days that the files with orders cover: a day among them without an order is a day of nothing.
    pub coverage: Coverage,
    /// Amounts by first and last day, where the file names no orders. A day that is not here is not known.
    pub amounts: BTreeMap<(Day, Day), Amount>,
    /// Whether days add up. Different people do not.
    pub adds: bool,
}

impl Series {
    /// A series of orders.
    pub fn by_order(source: Source, mut entries: Vec<Entry>, coverage: Coverage) -> Series {
        entries.sort_by_key(|e| (e.at, e.order));
        Series {
            source,
            entries: Some(entries),
            coverage,
            amounts: BTreeMap::new(),
            adds: true,
        }
    }

    /// A series of days and ranges.
    pub fn by_day(source: Source, rows: impl IntoIterator<Item = (Span, i64)>) -> Series {
        let mut amounts: BTreeMap<(Day, Day), Amount> = BTreeMap::new();
        for (span, value) in rows {
            let amount = amounts.entry((span.first, span.last)).or_default();
            amount.value += value;
            amount.rows += 1;
        }
        Series {
            source,
            entries: None,
            coverage: Coverage::default(),
            amounts,
            adds: true,
        }
    }

    /// The same series, of people instead of amounts.
    pub fn of_people(self) -> Series {
        Series {
            adds: false,
            ..self
        }
    }

    pub(super) fn is_by_order(&self) -> bool {
        self.entries.is_some()
    }

    /// From its first day to its last.
    pub(super) fn extent(&self) -> Option<Span> {
        if self.is_by_order() {
            return self.coverage.range();
        }
        let last = self.amounts.keys().map(|(_, last)| *last).max()?;
        Some(Span::new(self.amounts.keys().next()?.0, last))
    }

    /// Its entries of a range of days.
    pub(super) fn entries_of(&self, span: Span) -> &[Entry] {
        let entries = self.entries.as_deref().unwrap_or_default();
        let from = entries.partition_point(|e| e.day() < span.first);
        let to = entries.partition_point(|e| e.day() <= span.last);
        &entries[from..to]
    }

    /// Its value over a range of days, if it speaks of all of them.
    pub(super) fn value(&self, span: Span) -> Option<i64> {
        if self.is_by_order() {
            return (self.coverage.missing_days(span) == 0).then(|| {
                let entries = self.entries_of(span);
                if self.adds {
                    entries.iter().map(|e| e.fen).sum()
                } else {
                    let people: FxHashSet<u64> = entries.iter().map(|e| e.order).collect();
                    people.len() as i64
                }
            });
        }
        self.amount(span).map(|a| a.value)
    }

    /// Different people over a range: only what is counted anew or what a file says of just this range.
    pub(super) fn people(&self, span: Span) -> Option<i64> {
        match &self.entries {
            Some(_) => self.value(span),
            None => self.amounts.get(&(span.first, span.last)).map(|a| a.value),
        }
    }

    pub(super) fn amount(&self, span: Span) -> Option<Amount> {
        if let Some(amount) = self.amounts.get(&(span.first, span.last)) {
            return Some(*amount);
        }
        if !self.adds || span.len_days() == 1 || self.amounts.is_empty() {
            return None;
        }
        span.days()
            .map(|day| self.amounts.get(&(day, day)))
            .try_fold(Amount::default(), |sum, amount| {
                amount.map(|a| Amount {
                    value: sum.value + a.value,
                    rows: sum.rows + a.rows,
                })
            })
    }
}

/// The days and ranges of a period on which both can be compared: single days first, then ranges that a file only sums up.
/// None overlaps another.
pub(super) fn units(a: &Series, b: &Series, period: Span) -> Vec<Span> {
    let Some(extent) = (match (a.extent(), b.extent()) {
        (Some(a), Some(b)) => meet(a, b).and_then(|both| meet(both, period)),
        _ => None,
    }) else {
        return Vec::new();
    };
    let both = |span: Span| a.value(span).is_some() && b.value(span).is_some();
    let mut units: Vec<Span> = extent
        .days()
        .map(|day| Span::new(day, day))
        .filter(|day| both(*day))
        .collect();
    let ranges = a.amounts.keys().chain(b.amounts.keys());
    let mut ranges: Vec<Span> = ranges
        .map(|(first, last)| Span::new(*first, *last))
        .filter(|s| s.len_days() > 1 && meet(*s, extent) == Some(*s))
        .collect();
    ranges.sort_by_key(|s| (s.len_days(), s.first));
    for range in ranges {
        if both(range) && !units.iter().any(|u| u.overlaps(range)) {
            units.push(range);
        }
    }
    units.sort_by_key(|s| s.first);
    units
}

/// Days of a period that the first speaks of and the second does not.
pub(super) fn only(a: &Series, b: &Series, period: Span) -> Vec<Span> {
    let has = Coverage::of(units(a, a, period));
    let other = Coverage::of(units(b, b, period));
    let days = has.spans().iter().flat_map(|s| s.days());
    let alone = days.filter(|day| !other.has(*day));
    Coverage::of(alone.map(|day| Span::new(day, day)))
        .spans()
        .to_vec()
}

fn meet(a: Span, b: Span) -> Option<Span> {
    a.overlaps(b).then(|| Span {
        first: a.first.max(b.first),
        last: a.last.min(b.last),
    })
}

/// What the order list knows of an order: what explains a difference is read off it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// Payment, in civil seconds.
    pub paid: Option<u32>,
    /// Refunds, in 分.
    pub refund_fen: i64,
    /// The list itself does not say what was refunded: its paid amount may have it taken off.
    pub is_refund_hidden: bool,
    /// Postage, in 分.
    pub postage_fen: i64,
    /// Closed, or refunded in full.
    pub is_over: bool,
    /// Received by the buyer: its money has come in.
    pub is_completed: bool,
    /// Paid, but not shipped.
    pub is_unshipped: bool,
    /// A presale of which only the deposit is paid.
    pub is_deposit: bool,
}

/// What the order list knows of its orders.
pub type Facts = FxHashMap<u64, Fact>;

#[cfg(test)]
mod tests {
    use super::*;

    fn span(a: i32, b: i32) -> Span {
        Span::new(Day(a), Day(b))
    }

    #[test]
    fn only_days_that_both_speak_of_are_compared() {
        let a = Series::by_order(Source::Orders, Vec::new(), Coverage::of([span(1, 5)]));
        let days = [(span(2, 2), 1), (span(4, 4), 1), (span(7, 7), 1)];
        let b = Series::by_day(Source::SycmShop, days);
        assert_eq!(units(&a, &b, span(0, 9)), [span(2, 2), span(4, 4)]);
        assert_eq!(
            only(&a, &b, span(0, 9)),
            [span(1, 1), span(3, 3), span(5, 5)]
        );
        assert_eq!(only(&b, &a, span(0, 9)), [span(7, 7)]);
    }

    #[test]
    fn a_range_is_compared_whole_where_no_day_of_it_is_compared_alone() {
        let a = Series::by_order(Source::Orders, Vec::new(), Coverage::of([span(1, 9)]));
        let sums = [
            (span(1, 3), 5),
            (span(4, 6), 7),
            (span(5, 5), 2),
            (span(8, 12), 9),
        ];
        let b = Series::by_day(Source::SycmItems, sums);
        assert_eq!(units(&a, &b, span(0, 20)), [span(1, 3), span(5, 5)]);
    }

    #[test]
    fn people_do_not_add_up() {
        let buys = |at: u32| Entry {
            order: 7,
            at: at * 86_400,
            fen: 0,
        };
        let list = Series::by_order(
            Source::Orders,
            vec![buys(1), buys(2)],
            Coverage::of([span(1, 2)]),
        )
        .of_people();
        assert_eq!(list.people(span(1, 2)), Some(1));
        let days = [(span(1, 1), 1), (span(2, 2), 1)];
        let shop = Series::by_day(Source::SycmShop, days).of_people();
        assert_eq!(shop.people(span(1, 2)), None);
        assert_eq!(units(&list, &shop, span(0, 9)), [span(1, 1), span(2, 2)]);
    }
}
