//! A slice that was read, as bytes: what goes from the thread that has read it to the one that puts the file together.
//! Both are of the same build on the same machine; the form is stored nowhere.
//!
//! ```text
//! u32 length of the head  head (JSON)  lines  sums  columns, one after the other
//! ```

use super::rows::{Counts, Rows, Tails};
use super::slice::{ReadSlice, Slice};
use crate::import::columns::Notes;
use crate::table::{Column, Names};
use bytemuck::{Pod, Zeroable, cast_slice, cast_slice_mut};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Head {
    slice: Slice,
    start: Option<u64>,
    end: u64,
    records: u64,
    counts: Counts,
    tails: Tails,
    rows: usize,
    sums: usize,
    columns: Vec<Form>,
    notes: Vec<Notes>,
}

/// Which values a column has.
#[derive(Serialize, Deserialize)]
enum Form {
    U8,
    U32,
    I64,
    U64,
    Names(Vec<String>),
}

impl ReadSlice {
    /// Writes it as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let form = |column: &Column| match column {
            Column::U8(_) => Form::U8,
            Column::U32(_) => Form::U32,
            Column::I64(_) => Form::I64,
            Column::U64(_) => Form::U64,
            Column::Names { names, .. } => Form::Names(names.list().to_vec()),
        };
        let rows = &self.rows;
        let head = Head {
            slice: self.slice.clone(),
            start: self.start,
            end: self.end,
            records: rows.records,
            counts: rows.counts,
            tails: rows.tails,
            rows: rows.lines.len(),
            sums: self.sums.len(),
            columns: rows.columns.iter().map(form).collect(),
            notes: rows.notes.clone(),
        };
        // Plain data without maps or floats: it always serialises.
        let head = serde_json::to_vec(&head).unwrap_or_default();
        let values = rows.columns.iter().map(|column| match column {
            Column::U8(v) => v.as_slice(),
            Column::U32(v) => cast_slice(v),
            Column::I64(v) => cast_slice(v),
            Column::U64(v) => cast_slice(v),
            Column::Names { codes, .. } => cast_slice(codes),
        });
        let values = [cast_slice(&rows.lines), cast_slice(&self.sums)]
            .into_iter()
            .chain(values);
        let len = values.clone().map(<[u8]>::len).sum::<usize>();
        let mut bytes = Vec::with_capacity(4 + head.len() + len);
        bytes.extend_from_slice(&(head.len() as u32).to_le_bytes());
        bytes.extend_from_slice(&head);
        values.for_each(|values| bytes.extend_from_slice(values));
        bytes
    }

    /// Reads what [`ReadSlice::to_bytes`] wrote; `None` when it is something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<ReadSlice> {
        let (len, rest) = bytes.split_first_chunk::<4>()?;
        let (head, mut data) = rest.split_at_checked(u32::from_le_bytes(*len) as usize)?;
        let head: Head = serde_json::from_slice(head).ok()?;
        let lines = take(&mut data, head.rows)?;
        let sums = take(&mut data, head.sums)?;
        let columns = head.columns.into_iter().map(|form| {
            Some(match form {
                Form::U8 => Column::U8(take(&mut data, head.rows)?),
                Form::U32 => Column::U32(take(&mut data, head.rows)?),
                Form::I64 => Column::I64(take(&mut data, head.rows)?),
                Form::U64 => Column::U64(take(&mut data, head.rows)?),
                Form::Names(names) => Column::Names {
                    codes: take(&mut data, head.rows)?,
                    names: names.into_iter().collect::<Names>(),
                },
            })
        });
        let columns = columns.collect::<Option<Vec<Column>>>()?;
        Some(ReadSlice {
            slice: head.slice,
            start: head.start,
            end: head.end,
            rows: Rows {
                records: head.records,
                counts: head.counts,
                tails: head.tails,
                lines,
                columns,
                notes: head.notes,
            },
            sums,
        })
    }
}

/// Takes so many values off the front.
fn take<T: Pod + Zeroable>(data: &mut &[u8], count: usize) -> Option<Vec<T>> {
    let (front, rest) = data.split_at_checked(count.checked_mul(size_of::<T>())?)?;
    *data = rest;
    let mut values = vec![T::zeroed(); count];
    cast_slice_mut(&mut values).copy_from_slice(front);
    Some(values)
}
