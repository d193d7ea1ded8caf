//! The end of a file: its rows become a table with every thing once.

use super::join::Joined;
use super::plan::Plan;
use crate::import::columns::AllNotes;
use crate::import::issues::{IssueKind, IssueLog};
use crate::import::kinds::{DAY, Days, Draft, Kind, LAST_DAY};
use crate::import::report::FileReport;
use crate::model::time::{Civil, Day, Span};
use crate::table::{Index, NULL_U32, Table, merge, runs};

/// What the rows of a file are about.
pub(super) struct Subject {
    pub kind: &'static Kind,
    /// The days that the file as a whole speaks of.
    pub period: Option<Span>,
    /// The day on which it is read.
    pub today: Day,
}

/// Makes a table of the rows; `None` when none of them can be used.
pub(super) fn finish(
    subject: &Subject,
    plan: Plan,
    joined: Joined,
    fingerprint: u64,
    report: &mut FileReport,
    issues: &mut IssueLog,
) -> Option<Table> {
    let kind = subject.kind;
    let headers = plan.columns.iter().map(|planned| planned.header.clone());
    let notes = [String::new()].into_iter().chain(headers.clone());
    let notes = AllNotes::into_issues(notes.zip(joined.notes).collect());
    notes.into_iter().for_each(|issue| issues.take_in(issue));
    for header in headers {
        if !report.columns.contains(&header) {
            report.columns.push(header);
        }
    }
    let names = plan.columns.iter().map(|p| kind.fields[p.field].column);
    let mut draft = Draft {
        columns: names.zip(joined.columns).collect(),
        lines: joined.lines,
        fingerprint,
        period: subject.period,
        today: subject.today,
    };
    report.rows = joined.counts.rows;
    if report.rows == 0 {
        issues.add(IssueKind::NoRows, 0, "", "");
        return None;
    }
    (kind.settle)(kind, &mut draft, issues);
    for field in kind.fields.iter().filter(|f| !draft.has(f.column)) {
        if !report.lacking.iter().any(|l| l == field.column) {
            report.lacking.push(field.column.to_owned());
        }
    }
    report.accepted = draft.lines.len() as u64;
    if draft.lines.is_empty() {
        if !issues.is_fatal() {
            issues.add(IssueKind::NoUsableRows, 0, "", "");
        }
        return None;
    }
    let lines = draft.lines;
    let columns = draft.columns.into_iter();
    let all = Table::new(
        columns
            .map(|(name, column)| (name.to_owned(), column))
            .collect(),
    )?;
    if issues.has_break() {
        report.cut_day = last_moment(kind, &all).map(Civil::day);
    }
    let table = each_once(all, kind, |row| {
        issues.add(IssueKind::DuplicateRow, u64::from(lines[row]), "", "");
        report.repeated += 1;
    });
    report.span = span(kind, &table);
    let named = kind.shop_column.and_then(|c| table.commonest_name(c));
    if let Some(shop) = named {
        report.shop = Some(shop.to_owned());
    }
    (table.rows() > 0).then_some(table)
}

/// The rows of a file with every thing once; `note` is told of each row that repeats another.
fn each_once(all: Table, kind: &Kind, note: impl FnMut(usize)) -> Table {
    let keys = all.ids(kind.key_column());
    if keys.len() == all.rows() && !has_repeats(keys) {
        return all;
    }
    let mut table = Table::default();
    let merged = merge(&mut table, &mut Index::default(), &all, kind.rule());
    merged.repeated.into_iter().for_each(note);
    table
}

/// Whether a key is there more than once.
fn has_repeats(keys: &[u64]) -> bool {
    let mut known = Keys::for_many(keys.len());
    !runs(keys.len()).all(|run| known.take_new(&keys[run]))
}

/// Keys that were met.
struct Keys {
    /// Half of the places stay empty; 0 marks them.
    places: Vec<u64>,
    has_zero: bool,
}

impl Keys {
    fn for_many(keys: usize) -> Keys {
        Keys {
            places: vec![0; (keys * 2).next_power_of_two().max(2)],
            has_zero: false,
        }
    }

    /// Takes keys in as long as they are new; whether all of them were.
    #[inline(never)]
    fn take_new(&mut self, keys: &[u64]) -> bool {
        let mask = self.places.len() - 1;
        for &key in keys {
            if key == 0 && std::mem::replace(&mut self.has_zero, true) {
                return false;
            }
            let spread = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
            let mut place = spread as usize & mask;
            while self.places[place] != 0 {
                if self.places[place] == key {
                    return false;
                }
                place = (place + 1) & mask;
            }
            self.places[place] = key;
        }
        true
    }
}

/// The moments of the rows that have one, in their order.
fn moments(columns: &[&str], table: &Table) -> impl DoubleEndedIterator<Item = u32> {
    let columns: Vec<&[u32]> = columns.iter().map(|column| table.numbers(column)).collect();
    (0..table.rows()).filter_map(move |row| {
        let at = columns.iter().filter_map(|times| times.get(row));
        at.copied().find(|at| *at != NULL_U32)
    })
}

/// The moment of the last row of a file whose rows have one.
fn last_moment(kind: &Kind, rows: &Table) -> Option<Civil> {
    match kind.days {
        Days::Moments(columns) => moments(columns, rows).next_back().map(Civil),
        Days::Periods | Days::Snapshot => None,
    }
}

/// The days that the rows are about.
fn span(kind: &Kind, table: &Table) -> Option<Span> {
    let known = |column: &str| {
        let times = table.numbers(column).iter().copied();
        let times: Vec<u32> = times.filter(|t| *t != NULL_U32).collect();
        let day = |at: Option<&u32>| at.map(|at| Civil(*at).day());
        Some((day(times.iter().min())?, day(times.iter().max())?))
    };
    match kind.days {
        Days::Moments(columns) => {
            // The day on which a file without days was made is not what its rows are about.
            let own: Vec<&str> = columns.iter().copied().filter(|c| *c != DAY).collect();
            let moments: Vec<u32> = moments(&own, table).collect();
            let day = |at: Option<&u32>| at.map(|at| Civil(*at).day());
            let (first, last) = (day(moments.iter().min())?, day(moments.iter().max())?);
            Some(Span { first, last })
        }
        Days::Periods | Days::Snapshot => {
            let (first, last) = known(DAY)?;
            let last = known(LAST_DAY).map_or(last, |(_, end)| end.max(last));
            Some(Span { first, last })
        }
    }
}
