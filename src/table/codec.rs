//! The binary form of a table: what a segment looks like in storage.
//!
//! ```text
//! "DZT1"  u32 length of the head  head (JSON: rows, columns)  column data, one after the other  u64 checksum of all before
//! ```
//!
//! Whole numbers are stored as distance from the column's smallest value, in as few bytes as the largest distance needs;
//! nothing is stored as the distance 0, the smallest value as 1. Little-endian throughout.

use super::{Column, NULL_CODE, NULL_I64, NULL_U32, Names, Table, runs};
use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;
use std::fmt;
use std::hash::Hasher;

const MAGIC: &[u8; 4] = b"DZT1";

/// A stored table cannot be read back: cut off, changed, or of a form that we do not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the stored table is damaged")
    }
}

impl std::error::Error for Damaged {}

#[derive(Serialize, Deserialize)]
struct Head {
    rows: usize,
    columns: Vec<ColumnHead>,
}

#[derive(Serialize, Deserialize)]
struct ColumnHead {
    name: String,
    kind: Kind,
    /// Smallest value, as a signed number.
    base: i64,
    /// Bytes a value.
    width: u8,
    /// Texts of a column of names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    names: Vec<String>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    U8,
    U32,
    I64,
    U64,
    Names,
}

/// Writes a table in its binary form.
pub fn encode(table: &Table) -> Vec<u8> {
    let columns = table.columns().iter().map(|(name, column)| {
        let (kind, names) = match column {
            Column::U8(_) => (Kind::U8, vec![]),
            Column::U32(_) => (Kind::U32, vec![]),
            Column::I64(_) => (Kind::I64, vec![]),
            Column::U64(_) => (Kind::U64, vec![]),
            Column::Names { names, .. } => (Kind::Names, names.list().to_vec()),
        };
        let (base, width) = scale(column);
        ColumnHead {
            name: name.clone(),
            kind,
            base,
            width,
            names,
        }
    });
    let head = Head {
        rows: table.rows(),
        columns: columns.collect(),
    };
    let widths = head.columns.iter().map(|c| usize::from(c.width));
    let size = widths.sum::<usize>() * table.rows();
    // Plain data without maps or floats: it always serialises.
    let json = serde_json::to_vec(&head).unwrap_or_default();
    // Made once and never moved: it is the largest thing in memory beside the table.
    let mut out = Vec::with_capacity(MAGIC.len() + 4 + json.len() + size + 8);
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&(json.len() as u32).to_le_bytes());
    out.extend_from_slice(&json);
    for ((_, column), head) in table.columns().iter().zip(&head.columns) {
        write(column, head.base, usize::from(head.width), &mut out);
    }
    let sum = checksum(&out);
    out.extend_from_slice(&sum.to_le_bytes());
    out
}

/// Reads what [`encode`] wrote.
///
/// # Errors
/// [`Damaged`] when a single byte is missing or changed.
pub fn decode(bytes: &[u8]) -> Result<Table, Damaged> {
    let (body, sum) = bytes.split_last_chunk::<8>().ok_or(Damaged)?;
    if checksum(body) != u64::from_le_bytes(*sum) {
        return Err(Damaged);
    }
    let rest = body.strip_prefix(MAGIC).ok_or(Damaged)?;
    let (len, rest) = rest.split_first_chunk::<4>().ok_or(Damaged)?;
    let (head, mut data) = rest
        .split_at_checked(u32::from_le_bytes(*len) as usize)
        .ok_or(Damaged)?;
    let head: Head = serde_json::from_slice(head).map_err(|_| Damaged)?;
    let mut columns = Vec::new();
    for column in head.columns {
        let width = usize::from(column.width);
        let size = head
            .rows
            .checked_mul(width)
            .filter(|_| width <= 8)
            .ok_or(Damaged)?;
        let (packed, rest) = data.split_at_checked(size).ok_or(Damaged)?;
        data = rest;
        let base = column.base;
        let number = |code: u64| base.wrapping_add((code - 1) as i64);
        let rows = head.rows;
        let values = match column.kind {
            Kind::U8 => Column::U8(unpack(packed, width, rows, |c| {
                if c == 0 { 0 } else { number(c) as u8 }
            })),
            Kind::U32 => Column::U32(unpack(packed, width, rows, |c| {
                if c == 0 { NULL_U32 } else { number(c) as u32 }
            })),
            Kind::I64 => Column::I64(unpack(packed, width, rows, |c| {
                if c == 0 { NULL_I64 } else { number(c) }
            })),
            Kind::U64 => Column::U64(unpack(packed, width, rows, |c| {
                if c == 0 { 0 } else { unordered(number(c)) }
            })),
            Kind::Names => Column::Names {
                codes: unpack(packed, width, rows, |c| {
                    if c == 0 { NULL_CODE } else { number(c) as u32 }
                }),
                names: column.names.into_iter().collect::<Names>(),
            },
        };
        columns.push((column.name, values));
    }
    Table::new(columns)
        .filter(|t| t.columns().is_empty() || t.rows() == head.rows)
        .ok_or(Damaged)
}

fn some(value: i64, known: bool) -> Option<i64> {
    known.then_some(value)
}

/// Does the same with the values of a column of any type, each as a number or nothing.
macro_rules! for_numbers {
    ($column:expr, $then:path $(, $more:expr)*) => {
        match $column {
            Column::U8(v) => $then(v, |x| some(i64::from(x), x != 0) $(, $more)*),
            Column::U32(v) => $then(v, |x| some(i64::from(x), x != NULL_U32) $(, $more)*),
            Column::I64(v) => $then(v, |x| some(x, x != NULL_I64) $(, $more)*),
            Column::U64(v) => $then(v, |x| some(ordered(x), x != 0) $(, $more)*),
            Column::Names { codes, .. } => {
                $then(codes, |x| some(i64::from(x), x != NULL_CODE) $(, $more)*)
            }
        }
    };
}

/// Base and width of a column. One of nothings only takes no bytes.
fn scale(column: &Column) -> (i64, u8) {
    let Some((base, top)) = for_numbers!(column, extent) else {
        return (0, 0);
    };
    // The widest distance is below 2^64 - 1, as every type gives up one value to "nothing": the sum cannot wrap.
    let widest = distance(top, base).saturating_add(1);
    (base, (64 - widest.leading_zeros()).div_ceil(8) as u8)
}

/// The smallest and the largest value.
fn extent<T: Copy>(values: &[T], number: impl Fn(T) -> Option<i64> + Copy) -> Option<(i64, i64)> {
    let extents = runs(values.len()).map(|run| extent_of_run(&values[run], number));
    extents.flatten().reduce(joined)
}

fn joined(a: (i64, i64), b: (i64, i64)) -> (i64, i64) {
    (a.0.min(b.0), a.1.max(b.1))
}

#[inline(never)]
fn extent_of_run<T: Copy>(values: &[T], number: impl Fn(T) -> Option<i64>) -> Option<(i64, i64)> {
    let known = values.iter().filter_map(|value| number(*value));
    known.map(|value| (value, value)).reduce(joined)
}

/// Appends the values of a column.
fn write(column: &Column, base: i64, width: usize, out: &mut Vec<u8>) {
    match width {
        0 => {}
        1 => for_numbers!(column, pack::<1, _>, base, out),
        2 => for_numbers!(column, pack::<2, _>, base, out),
        3 => for_numbers!(column, pack::<3, _>, base, out),
        4 => for_numbers!(column, pack::<4, _>, base, out),
        5 => for_numbers!(column, pack::<5, _>, base, out),
        6 => for_numbers!(column, pack::<6, _>, base, out),
        7 => for_numbers!(column, pack::<7, _>, base, out),
        _ => for_numbers!(column, pack::<8, _>, base, out),
    }
}

fn pack<const WIDTH: usize, T: Copy>(
    values: &[T],
    number: impl Fn(T) -> Option<i64> + Copy,
    base: i64,
    out: &mut Vec<u8>,
) {
    runs(values.len()).for_each(|run| pack_run::<WIDTH, T>(&values[run], number, base, out));
}

#[inline(never)]
fn pack_run<const WIDTH: usize, T: Copy>(
    values: &[T],
    number: impl Fn(T) -> Option<i64>,
    base: i64,
    out: &mut Vec<u8>,
) {
    let start = out.len();
    out.resize(start + values.len() * WIDTH, 0);
    let (codes, _) = out[start..].as_chunks_mut::<WIDTH>();
    for (code, value) in codes.iter_mut().zip(values) {
        let value = number(*value).map_or(0, |v| distance(v, base).wrapping_add(1));
        code.copy_from_slice(&value.to_le_bytes()[..WIDTH]);
    }
}

/// The values of a column, each made of the code under which it is stored.
fn unpack<T: Clone>(packed: &[u8], width: usize, rows: usize, value: impl Fn(u64) -> T) -> Vec<T> {
    match width {
        0 => vec![value(0); rows],
        1 => unpack_wide::<1, T>(packed, value),
        2 => unpack_wide::<2, T>(packed, value),
        3 => unpack_wide::<3, T>(packed, value),
        4 => unpack_wide::<4, T>(packed, value),
        5 => unpack_wide::<5, T>(packed, value),
        6 => unpack_wide::<6, T>(packed, value),
        7 => unpack_wide::<7, T>(packed, value),
        _ => unpack_wide::<8, T>(packed, value),
    }
}

fn unpack_wide<const WIDTH: usize, T>(packed: &[u8], value: impl Fn(u64) -> T) -> Vec<T> {
    let (codes, _) = packed.as_chunks::<WIDTH>();
    let mut values = Vec::with_capacity(codes.len());
    runs(codes.len()).for_each(|run| unpack_run(&codes[run], &value, &mut values));
    values
}

#[inline(never)]
fn unpack_run<const WIDTH: usize, T>(
    codes: &[[u8; WIDTH]],
    value: impl Fn(u64) -> T,
    values: &mut Vec<T>,
) {
    values.extend(codes.iter().map(|code| {
        let mut bytes = [0; 8];
        bytes[..WIDTH].copy_from_slice(code);
        value(u64::from_le_bytes(bytes))
    }));
}

/// Unsigned numbers as signed ones in the same order, and back.
fn ordered(value: u64) -> i64 {
    (value ^ (1 << 63)) as i64
}

fn unordered(value: i64) -> u64 {
    value as u64 ^ (1 << 63)
}

fn distance(value: i64, base: i64) -> u64 {
    (value as u64).wrapping_sub(base as u64)
}

fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = SipHasher13::new();
    runs(bytes.len()).for_each(|run| hasher.write(&bytes[run]));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_table() -> impl Strategy<Value = Table> {
        (0usize..40).prop_flat_map(|rows| {
            let ids = prop_oneof![any::<u64>(), Just(0), Just(1), Just(u64::MAX)];
            let money = prop_oneof![-1_000_000i64..1_000_000, Just(NULL_I64)];
            let times = prop_oneof![any::<u32>(), Just(NULL_U32)];
            let names = prop::collection::vec(
                prop_oneof![Just(None), "[a-z一-龥\"\n]{0,6}".prop_map(Some)],
                rows,
            );
            (
                prop::collection::vec(ids, rows),
                prop::collection::vec(money, rows),
                prop::collection::vec(times, rows),
                prop::collection::vec(any::<u8>(), rows),
                names,
            )
                .prop_map(|(ids, money, times, states, texts)| {
                    let mut names = Names::default();
                    let codes = texts
                        .iter()
                        .map(|t| t.as_ref().map_or(NULL_CODE, |t| names.code(t)))
                        .collect();
                    Table::new(vec![
                        ("ids".into(), Column::U64(ids)),
                        ("money".into(), Column::I64(money)),
                        ("times".into(), Column::U32(times)),
                        ("states".into(), Column::U8(states)),
                        ("names".into(), Column::Names { codes, names }),
                    ])
                    .expect("equal lengths")
                })
        })
    }

    proptest! {
        #[test]
        fn every_table_comes_back(table in any_table()) {
            prop_assert_eq!(decode(&encode(&table)), Ok(table));
        }

        #[test]
        fn a_changed_byte_is_noticed(table in any_table(), at in any::<prop::sample::Index>(), by in 1u8..) {
            let mut bytes = encode(&table);
            let at = at.index(bytes.len());
            bytes[at] = bytes[at].wrapping_add(by);
            prop_assert_eq!(decode(&bytes), Err(Damaged));
        }
    }

    #[test]
    fn a_cut_off_table_is_damaged() {
        let table = Table::new(vec![("n".into(), Column::U32(vec![1, 2, 3]))]).expect("one column");
        let bytes = encode(&table);
        for end in 0..bytes.len() {
            assert_eq!(decode(&bytes[..end]), Err(Damaged));
        }
    }
}
