//! What is noticed of a file that was read, looking at what is there: the same days from a file that Excel has damaged, a
//! file of another shop.

use crate::import::issues::{Issue, IssueKind};
use crate::import::kinds::{Days, Kind};
use crate::import::report::FileReport;
use crate::model::time::Civil;
use crate::table::{NULL_U32, Table};
use crate::workspace::state::WorkspaceState;
use rustc_hash::FxHashSet;

/// Why a file must not be stored beside what is there. `meets` says whether rows that are there are of the days of its rows.
pub(super) fn refusal(
    open: &WorkspaceState,
    report: &FileReport,
    meets: impl Fn() -> bool,
) -> Option<Issue> {
    would_count_twice(open, report, meets).or_else(|| damaged_before(open, report))
}

/// Whether rows of two tables of a kind are of the same day. Rows without a moment of their own may be of any.
pub(super) fn meet(kind: &Kind, a: &Table, b: &Table) -> bool {
    let Days::Moments(columns) = kind.days else {
        return true;
    };
    let days = |table: &Table| -> FxHashSet<i32> {
        let columns: Vec<&[u32]> = columns.iter().map(|c| table.numbers(c)).collect();
        let moment = |row: usize| {
            let at = columns.iter().filter_map(|times| times.get(row));
            at.copied().find(|at| *at != NULL_U32)
        };
        let moments = (0..table.rows()).filter_map(moment);
        moments.map(|at| Civil(at).day().0).collect()
    };
    let (a, b) = (days(a), days(b));
    a.is_empty() || b.is_empty() || !a.is_disjoint(&b)
}

/// What the operator must know before a file is stored beside what is there.
pub(super) fn warnings(open: &WorkspaceState, report: &FileReport) -> Vec<Issue> {
    other_shop(open, report).into_iter().collect()
}

/// Whether one of two files has destroyed ids and both speak of the same days: only one of them can be there.
pub(super) fn excludes(a: &FileReport, b: &FileReport) -> bool {
    (a.has_destroyed_ids() || b.has_destroyed_ids()) && speak_of_the_same(a, b)
}

fn speak_of_the_same(a: &FileReport, b: &FileReport) -> bool {
    a.kind == b.kind && matches!((a.span, b.span), (Some(a), Some(b)) if a.overlaps(b))
}

/// The imports of a workspace that speak of the same days.
fn overlapping<'a>(
    open: &'a WorkspaceState,
    report: &'a FileReport,
) -> impl Iterator<Item = &'a FileReport> {
    let reports = open.segments.iter().map(|s| &s.report);
    reports.filter(|there| speak_of_the_same(there, report))
}

/// Orders whose numbers Excel has destroyed cannot be recognised: over days that are there already they would count a
/// second time.
fn would_count_twice(
    open: &WorkspaceState,
    report: &FileReport,
    meets: impl Fn() -> bool,
) -> Option<Issue> {
    (report.has_destroyed_ids() && overlapping(open, report).next().is_some() && meets())
        .then(|| whole_file(IssueKind::WouldCountTwice, ""))
}

/// The same the other way round: the damaged file was first, and has to be undone.
fn damaged_before(open: &WorkspaceState, report: &FileReport) -> Option<Issue> {
    let damaged = overlapping(open, report).find(|r| r.has_destroyed_ids())?;
    Some(whole_file(IssueKind::DamagedBefore, &damaged.file))
}

/// A file that names another shop than those before.
fn other_shop(open: &WorkspaceState, report: &FileReport) -> Option<Issue> {
    let shop = report.shop.clone()?;
    let is_other = open.shops().next().is_some() && open.shops().all(|s| s != shop);
    is_other.then(|| whole_file(IssueKind::OtherStore, &shop))
}

fn whole_file(kind: IssueKind, sample: &str) -> Issue {
    Issue {
        kind,
        row: 0,
        column: String::new(),
        sample: sample.to_owned(),
        count: 1,
        rows: Vec::new(),
    }
}
