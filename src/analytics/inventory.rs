//! What is there of each kind of file: which days, how fresh, what is missing.

use crate::analytics::coverage::Coverage;
use crate::import::kinds::{self, Days, Kind, Rhythm};
use crate::import::report::FileReport;
use crate::model::time::{Civil, Day, Span};
use serde::{Deserialize, Serialize};

/// What the imports of one kind cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindCoverage {
    /// The kind's name in storage.
    pub kind: String,
    /// The days that its files are about.
    pub coverage: Coverage,
    /// Its files.
    pub files: u64,
    /// Rows that were taken in of them, those that several files have counted in each.
    pub rows: u64,
    /// When the newest of them was imported.
    pub last_imported_at: Civil,
}

/// Whether a kind is as new as it could be. The last day that can be exported whole is yesterday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Freshness {
    /// Nothing newer is expected.
    Fresh,
    /// The next one can be exported.
    Due,
    /// More than one has been left out.
    Stale,
    /// It comes when something has changed: it is never out of date.
    Unexpected,
}

impl Freshness {
    /// The freshness of what comes in a rhythm and reaches so many days less far than yesterday.
    pub fn of(rhythm: Rhythm, days_behind: i32) -> Freshness {
        match rhythm.days() {
            None => Freshness::Unexpected,
            Some(days) if days_behind < days => Freshness::Fresh,
            Some(days) if days_behind < 2 * days => Freshness::Due,
            Some(_) => Freshness::Stale,
        }
    }
}

/// What there is of each kind that has imports, in the order of [`kinds::ALL`].
pub fn inventory<'a>(
    imports: impl IntoIterator<Item = (&'a FileReport, Civil)>,
) -> Vec<KindCoverage> {
    struct Sum {
        spans: Vec<Span>,
        files: u64,
        rows: u64,
        last_imported_at: Civil,
    }
    let mut sums: Vec<Option<Sum>> = kinds::ALL.iter().map(|_| None).collect();
    for (report, imported_at) in imports {
        let is_it = |kind: &&Kind| report.kind.as_deref() == Some(kind.name);
        let Some(at) = kinds::ALL.iter().position(is_it) else {
            continue;
        };
        let sum = sums[at].get_or_insert(Sum {
            spans: Vec::new(),
            files: 0,
            rows: 0,
            last_imported_at: imported_at,
        });
        sum.spans.extend(report.covered());
        sum.files += 1;
        sum.rows += report.accepted.saturating_sub(report.repeated);
        sum.last_imported_at = sum.last_imported_at.max(imported_at);
    }
    let there = kinds::ALL.iter().zip(sums);
    there
        .filter_map(|(kind, sum)| {
            let sum = sum?;
            Some(KindCoverage {
                kind: kind.name.to_owned(),
                coverage: Coverage::of(sum.spans),
                files: sum.files,
                rows: sum.rows,
                last_imported_at: sum.last_imported_at,
            })
        })
        .collect()
}

impl KindCoverage {
    /// Its declaration.
    pub fn declared(&self) -> Option<&'static Kind> {
        kinds::by_name(&self.kind)
    }

    /// Whether each day of it is expected and can be exported later.
    pub fn expects_days(&self) -> bool {
        self.declared().is_some_and(has_days)
    }

    /// How fresh it is; what covers no day at all is stale where it is expected.
    pub fn freshness(&self, yesterday: Day) -> Freshness {
        let rhythm = self.declared().map_or(Rhythm::Seldom, |kind| kind.rhythm);
        let behind = match self.coverage.range() {
            Some(range) => yesterday.0 - range.last.0,
            None => i32::MAX / 2,
        };
        Freshness::of(rhythm, behind)
    }

    /// The days between the first and the last covered one that no file is about, where a later export can still bring
    /// them: of what is a state of things, or comes now and then, days in between are not missing.
    pub fn holes(&self) -> Vec<Span> {
        match self.declared() {
            Some(kind) if has_days(kind) => self.coverage.holes(),
            _ => Vec::new(),
        }
    }

    /// The days after the last covered one up to yesterday, when it is out of date and later exports can bring them.
    pub fn waiting(&self, yesterday: Day) -> Option<Span> {
        let is_late = matches!(self.freshness(yesterday), Freshness::Due | Freshness::Stale);
        let range = self.coverage.range().filter(|_| is_late)?;
        self.declared().filter(|kind| has_days(kind))?;
        Some(Span::new(range.last.plus(1), yesterday))
    }

    /// What of a range of days is missing: holes, and the days that wait.
    pub fn missing(&self, yesterday: Day) -> Vec<Span> {
        self.holes()
            .into_iter()
            .chain(self.waiting(yesterday))
            .collect()
    }
}

/// Whether each day of it is expected and can be exported later.
fn has_days(kind: &Kind) -> bool {
    kind.days != Days::Snapshot && kind.rhythm != Rhythm::Seldom
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kinds::orders;

    fn report(kind: &str, span: Option<(i32, i32)>, rows: u64) -> FileReport {
        FileReport {
            kind: Some(kind.to_owned()),
            span: span.map(|(a, b)| Span::new(Day(a), Day(b))),
            accepted: rows,
            ..FileReport::default()
        }
    }

    #[test]
    fn the_imports_of_a_kind_add_up_and_what_is_no_kind_is_left_out() {
        let name = orders::KIND.name;
        let reports = [
            report(name, Some((10, 12)), 5),
            report("of another version", Some((1, 2)), 3),
            report(name, Some((20, 21)), 7),
            report(name, Some((13, 13)), 1),
        ];
        let at = [Civil(5), Civil(9), Civil(8), Civil(2)];
        let there = inventory(reports.iter().zip(at));
        assert_eq!(there.len(), 1);
        let orders = &there[0];
        assert_eq!((orders.files, orders.rows), (3, 13));
        assert_eq!(orders.last_imported_at, Civil(8));
        assert_eq!(orders.holes(), [Span::new(Day(14), Day(19))]);
        assert_eq!(orders.waiting(Day(21)), None);
        assert_eq!(
            orders.missing(Day(23)),
            [Span::new(Day(14), Day(19)), Span::new(Day(22), Day(23))]
        );
    }

    #[test]
    fn freshness_follows_the_rhythm() {
        use Freshness::{Due, Fresh, Stale, Unexpected};
        let daily = [(-1, Fresh), (0, Fresh), (1, Due), (2, Stale)];
        for (behind, expected) in daily {
            assert_eq!(Freshness::of(Rhythm::Daily, behind), expected, "{behind}");
        }
        let weekly = [(6, Fresh), (7, Due), (13, Due), (14, Stale)];
        for (behind, expected) in weekly {
            assert_eq!(Freshness::of(Rhythm::Weekly, behind), expected, "{behind}");
        }
        assert_eq!(Freshness::of(Rhythm::Seldom, 900), Unexpected);
    }

    #[test]
    fn what_covers_no_day_is_stale_and_has_no_holes() {
        let there = inventory([(&report(orders::KIND.name, None, 1), Civil(1))]);
        assert_eq!(there[0].freshness(Day(5)), Freshness::Stale);
        assert!(there[0].missing(Day(5)).is_empty());
    }
}
