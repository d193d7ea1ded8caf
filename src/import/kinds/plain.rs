//! What is finished in the same way for most kinds once a file is read: the days that its rows are about, and what makes
//! them the same thing as rows of other files.

use super::{DAY, Days, Draft, KEY, Kind, LAST_DAY};
use crate::import::columns::DAMAGED;
use crate::import::issues::{IssueKind, IssueLog};
use crate::model::time::{DAY_SECS, Day, Span};
use crate::table::{Column, NULL_U32};
use rustc_hash::FxHashMap;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Finishes the columns of a file.
pub fn settle(kind: &Kind, draft: &mut Draft, issues: &mut IssueLog) {
    if !settle_days(kind, draft, issues) {
        return;
    }
    drop_rows_without_a_key(kind, draft, issues);
    if kind.key_column() == KEY {
        add_keys(kind, draft);
    }
}

/// Gives every row its days. Without any, no row can be used: `false`.
fn settle_days(kind: &Kind, draft: &mut Draft, issues: &mut IssueLog) -> bool {
    let moments = match kind.days {
        Days::Moments(columns) => columns,
        Days::Periods | Days::Snapshot => &[DAY],
    };
    if moments.contains(&DAY) && !moments.iter().any(|column| draft.has(column)) {
        let today = Span::new(draft.today, draft.today);
        let is_of_its_export = kind.days != Days::Periods;
        if matches!(kind.days, Days::Moments(_)) {
            issues.add(IssueKind::NoDays, 0, "", "");
        }
        let Some(span) = draft.period.or(is_of_its_export.then_some(today)) else {
            issues.add(IssueKind::NoPeriod, 0, "", "");
            draft.retain(|_| false);
            return false;
        };
        // A state of things is of the end of the days that its file speaks of.
        let first = match is_of_its_export {
            true => span.last,
            false => span.first,
        };
        let column = |day: Day| Column::U32(vec![civil(day); draft.lines.len()]);
        let (first, last) = (column(first), column(span.last));
        draft.columns.retain(|(name, _)| *name != LAST_DAY);
        draft.columns.push((DAY, first));
        draft.columns.push((LAST_DAY, last));
    }
    if kind.days == Days::Snapshot {
        fill_days(draft);
    }
    let has_day: Vec<bool> = (0..draft.lines.len())
        .map(|row| {
            moments.iter().any(|column| {
                draft
                    .numbers(column)
                    .get(row)
                    .is_some_and(|t| *t != NULL_U32)
            })
        })
        .collect();
    for (line, _) in draft.lines.iter().zip(&has_day).filter(|(_, has)| !**has) {
        issues.add(IssueKind::NoTime, u64::from(*line), "", "");
    }
    draft.retain(|row| has_day[row]);
    true
}

/// A state of things without a day of its own (旺店通 writes 任意时间) is of the day that its file speaks of, else of today.
fn fill_days(draft: &mut Draft) {
    let day = civil(draft.period.map_or(draft.today, |span| span.last));
    if let Some(Column::U32(days)) = draft.column_mut(DAY) {
        for at in days.iter_mut().filter(|at| **at == NULL_U32) {
            *at = day;
        }
    }
}

/// A day as a column of times keeps it.
fn civil(day: Day) -> u32 {
    u32::try_from(day.0).map_or(NULL_U32, |days| days * DAY_SECS)
}

/// A row that names nothing is a remark below the table.
fn drop_rows_without_a_key(kind: &Kind, draft: &mut Draft, issues: &mut IssueLog) {
    let named: Vec<&Column> = kind
        .key
        .iter()
        .chain(&kind.own_key)
        .filter(|c| **c != DAY && **c != LAST_DAY)
        .filter_map(|c| draft.column(c))
        .collect();
    if named.is_empty() {
        return;
    }
    let has_key: Vec<bool> = (0..draft.lines.len())
        .map(|row| named.iter().any(|column| !column.is_null(row)))
        .collect();
    for (line, _) in draft.lines.iter().zip(&has_key).filter(|(_, has)| !**has) {
        issues.add(IssueKind::NoKey, u64::from(*line), "", "");
    }
    draft.retain(|row| has_key[row]);
}

fn add_keys(kind: &Kind, draft: &mut Draft) {
    let columns: Vec<Option<&Column>> = kind.key.iter().map(|c| draft.column(c)).collect();
    let own = kind.own_key.and_then(|c| draft.column(c));
    let mut seen: FxHashMap<u64, u64> = FxHashMap::default();
    let keys = (0..draft.lines.len())
        .map(|row| {
            let mut hasher = SipHasher13::new();
            if own.is_some_and(|column| !column.is_null(row)) {
                hash_cell(&mut hasher, own, row, draft.fingerprint);
                return hasher.finish() | 1;
            }
            for column in &columns {
                hash_cell(&mut hasher, *column, row, draft.fingerprint);
            }
            if kind.repeats {
                let count = seen.entry(hasher.finish()).or_default();
                *count += 1;
                hasher.write_u64(*count);
            }
            hasher.finish() | 1
        })
        .collect();
    draft.columns.push((KEY, Column::U64(keys)));
}

/// Adds what a cell says to the hash of its row. An identity that Excel has destroyed is like no other, not even in the
/// same file.
fn hash_cell(hasher: &mut SipHasher13, column: Option<&Column>, row: usize, fingerprint: u64) {
    match column {
        None => hasher.write_u8(0),
        Some(Column::U8(values)) => hasher.write_u8(values[row]),
        Some(Column::U32(values)) => hasher.write_u32(values[row]),
        Some(Column::I64(values)) => hasher.write_i64(values[row]),
        Some(Column::U64(values)) => {
            hasher.write_u64(values[row]);
            if values[row] == DAMAGED {
                hasher.write_u64(fingerprint);
                hasher.write_usize(row);
            }
        }
        Some(Column::Names { codes, names }) => {
            hasher.write(names.get(codes[row]).unwrap_or_default().as_bytes());
            hasher.write_u8(0xFF);
        }
    }
}
