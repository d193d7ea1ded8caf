//! Which days the files speak of.

use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// The days that at least one file covers, as ordered ranges with holes between them.
///
/// A missing day is not a zero day: a day inside a range without an order is a day on which nothing was ordered; a day
/// outside of all ranges is a day that nobody has exported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    spans: Vec<Span>,
}

impl Coverage {
    /// Puts ranges together; those that touch or overlap become one.
    pub fn of(spans: impl IntoIterator<Item = Span>) -> Coverage {
        let mut sorted: Vec<Span> = spans.into_iter().collect();
        sorted.sort_by_key(|s| (s.first, s.last));
        let mut merged: Vec<Span> = Vec::new();
        for span in sorted {
            match merged.last_mut() {
                Some(last) if span.first <= last.last.plus(1) => {
                    last.last = last.last.max(span.last)
                }
                _ => merged.push(span),
            }
        }
        Coverage { spans: merged }
    }

    /// The covered ranges, in order, none touching the next.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// From the first covered day to the last, holes included; `None` when nothing is covered.
    pub fn range(&self) -> Option<Span> {
        Some(Span {
            first: self.spans.first()?.first,
            last: self.spans.last()?.last,
        })
    }

    /// Whether a file covers the day.
    pub fn has(&self, day: Day) -> bool {
        self.spans.iter().any(|s| s.contains(day))
    }

    /// How many days of a range no file covers.
    pub fn missing_days(&self, span: Span) -> i32 {
        let covered: i32 = self
            .spans
            .iter()
            .map(|s| (s.last.0.min(span.last.0) - s.first.0.max(span.first.0) + 1).max(0))
            .sum();
        span.len_days() - covered
    }

    /// The ranges between the covered ones.
    pub fn holes(&self) -> Vec<Span> {
        self.spans
            .windows(2)
            .map(|w| Span {
                first: w[0].last.plus(1),
                last: w[1].first.plus(-1),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(a: i32, b: i32) -> Span {
        Span {
            first: Day(a),
            last: Day(b),
        }
    }

    #[test]
    fn touching_ranges_become_one_and_holes_stay() {
        let coverage = Coverage::of([span(10, 12), span(1, 3), span(4, 5), span(11, 20)]);
        assert_eq!(coverage.spans(), [span(1, 5), span(10, 20)]);
        assert_eq!(coverage.holes(), [span(6, 9)]);
        assert_eq!(coverage.range(), Some(span(1, 20)));
        assert_eq!(coverage.missing_days(span(0, 10)), 5);
        assert!(!coverage.has(Day(7)));
    }
}
