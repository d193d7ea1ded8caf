//! One typed column. Each type has a value that means "nothing here", so that a column is one plain vector.

use super::Place;
use rustc_hash::FxHashMap;

/// Nothing, in a column of times or counts.
pub const NULL_U32: u32 = u32::MAX;
/// Nothing, in a column of money.
pub const NULL_I64: i64 = i64::MIN;
/// Nothing, as the code of a name.
pub const NULL_CODE: u32 = u32::MAX;

/// A column and its values.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// States and small codes; 0 is nothing.
    U8(Vec<u8>),
    /// Times and counts; [`NULL_U32`] is nothing.
    U32(Vec<u32>),
    /// Money in 分; [`NULL_I64`] is nothing.
    I64(Vec<i64>),
    /// Identities and hashes; 0 is nothing.
    U64(Vec<u64>),
    /// Texts with few different values; [`NULL_CODE`] is nothing.
    Names {
        /// One code a row.
        codes: Vec<u32>,
        /// What the codes mean.
        names: Names,
    },
}

/// Texts by code, each once.
#[derive(Clone, Debug, Default)]
pub struct Names {
    list: Vec<String>,
    codes: FxHashMap<String, u32>,
}

impl PartialEq for Names {
    fn eq(&self, other: &Names) -> bool {
        self.list == other.list
    }
}

impl Names {
    /// The code of a text, a new one if it is new.
    pub fn code(&mut self, name: &str) -> u32 {
        if let Some(&code) = self.codes.get(name) {
            return code;
        }
        let code = self.list.len() as u32;
        self.list.push(name.to_owned());
        self.codes.insert(name.to_owned(), code);
        code
    }

    /// The text of a code; `None` for [`NULL_CODE`].
    pub fn get(&self, code: u32) -> Option<&str> {
        self.list.get(code as usize).map(String::as_str)
    }

    /// All texts, the one with code 0 first.
    pub fn list(&self) -> &[String] {
        &self.list
    }
}

impl FromIterator<String> for Names {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Names {
        let list: Vec<String> = names.into_iter().collect();
        let codes = list
            .iter()
            .enumerate()
            .map(|(i, n)| (n.clone(), i as u32))
            .collect();
        Names { list, codes }
    }
}

impl Column {
    /// Number of values, nothings included.
    pub fn len(&self) -> usize {
        match self {
            Column::U8(v) => v.len(),
            Column::U32(v) => v.len(),
            Column::I64(v) => v.len(),
            Column::U64(v) => v.len(),
            Column::Names { codes, .. } => codes.len(),
        }
    }

    /// Whether it has no value at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its values if it is one of identities; else none.
    pub fn ids(&self) -> &[u64] {
        match self {
            Column::U64(values) => values,
            _ => &[],
        }
    }

    /// Its values if it is one of money; else none.
    pub fn money(&self) -> &[i64] {
        match self {
            Column::I64(values) => values,
            _ => &[],
        }
    }

    /// Its values if it is one of times or counts; else none.
    pub fn numbers(&self) -> &[u32] {
        match self {
            Column::U32(values) => values,
            _ => &[],
        }
    }

    /// Its values if it is one of states; else none.
    pub fn states(&self) -> &[u8] {
        match self {
            Column::U8(values) => values,
            _ => &[],
        }
    }

    /// Whether there is nothing in a row.
    pub fn is_null(&self, row: usize) -> bool {
        match self {
            Column::U8(v) => v[row] == 0,
            Column::U32(v) => v[row] == NULL_U32,
            Column::I64(v) => v[row] == NULL_I64,
            Column::U64(v) => v[row] == 0,
            Column::Names { codes, .. } => codes[row] == NULL_CODE,
        }
    }

    /// Adds the values of another column of the same type; of another type it counts as nothing.
    pub fn append(&mut self, other: &Column) {
        match (self, other) {
            (Column::U8(ours), Column::U8(theirs)) => ours.extend_from_slice(theirs),
            (Column::U32(ours), Column::U32(theirs)) => ours.extend_from_slice(theirs),
            (Column::I64(ours), Column::I64(theirs)) => ours.extend_from_slice(theirs),
            (Column::U64(ours), Column::U64(theirs)) => ours.extend_from_slice(theirs),
            (
                Column::Names { codes, names },
                Column::Names {
                    codes: their_codes,
                    names: their_names,
                },
            ) => {
                let known: Vec<u32> = their_names.list.iter().map(|n| names.code(n)).collect();
                let code = |code: &u32| known.get(*code as usize).copied().unwrap_or(NULL_CODE);
                codes.extend(their_codes.iter().map(code));
            }
            (ours, theirs) => ours.push_nulls(theirs.len()),
        }
    }

    /// Makes room for this many more values and no more.
    pub fn reserve(&mut self, more: usize) {
        match self {
            Column::U8(v) => v.reserve_exact(more),
            Column::U32(v) => v.reserve_exact(more),
            Column::I64(v) => v.reserve_exact(more),
            Column::U64(v) => v.reserve_exact(more),
            Column::Names { codes, .. } => codes.reserve_exact(more),
        }
    }

    /// A column of the same type with `rows` nothings.
    pub(super) fn nulls(&self, rows: usize) -> Column {
        match self {
            Column::U8(_) => Column::U8(vec![0; rows]),
            Column::U32(_) => Column::U32(vec![NULL_U32; rows]),
            Column::I64(_) => Column::I64(vec![NULL_I64; rows]),
            Column::U64(_) => Column::U64(vec![0; rows]),
            Column::Names { .. } => Column::Names {
                codes: vec![NULL_CODE; rows],
                names: Names::default(),
            },
        }
    }

    pub(super) fn push_nulls(&mut self, rows: usize) {
        let len = self.len() + rows;
        match self {
            Column::U8(v) => v.resize(len, 0),
            Column::U32(v) => v.resize(len, NULL_U32),
            Column::I64(v) => v.resize(len, NULL_I64),
            Column::U64(v) => v.resize(len, 0),
            Column::Names { codes, .. } => codes.resize(len, NULL_CODE),
        }
    }

    /// Lays another column of the same type over this one; of another type it counts as nothing.
    /// Sets `changed` for each row of theirs that changed one of ours.
    pub(super) fn overlay(&mut self, theirs: &Column, places: &[Place], changed: &mut [bool]) {
        match (self, theirs) {
            (Column::U8(ours), Column::U8(theirs)) => lay(ours, theirs, 0, places, changed),
            (Column::U32(ours), Column::U32(theirs)) => {
                lay(ours, theirs, NULL_U32, places, changed)
            }
            (Column::I64(ours), Column::I64(theirs)) => {
                lay(ours, theirs, NULL_I64, places, changed)
            }
            (Column::U64(ours), Column::U64(theirs)) => lay(ours, theirs, 0, places, changed),
            (
                Column::Names { codes, names },
                Column::Names {
                    codes: their_codes,
                    names: their_names,
                },
            ) => {
                let map: Vec<u32> = their_names
                    .list
                    .iter()
                    .map(|name| names.code(name))
                    .collect();
                let theirs: Vec<u32> = their_codes
                    .iter()
                    .map(|&c| map.get(c as usize).copied().unwrap_or(NULL_CODE))
                    .collect();
                lay(codes, &theirs, NULL_CODE, places, changed);
            }
            (ours, _) => {
                ours.push_nulls(places.iter().filter(|p| matches!(p, Place::Append)).count())
            }
        }
    }

    /// The values at these indices, in that order.
    pub fn take(&self, rows: &[usize]) -> Column {
        match self {
            Column::U8(v) => Column::U8(rows.iter().map(|&r| v[r]).collect()),
            Column::U32(v) => Column::U32(rows.iter().map(|&r| v[r]).collect()),
            Column::I64(v) => Column::I64(rows.iter().map(|&r| v[r]).collect()),
            Column::U64(v) => Column::U64(rows.iter().map(|&r| v[r]).collect()),
            Column::Names { codes, names } => Column::Names {
                codes: rows.iter().map(|&r| codes[r]).collect(),
                names: names.clone(),
            },
        }
    }
}

fn lay<T: Copy + PartialEq>(
    ours: &mut Vec<T>,
    theirs: &[T],
    null: T,
    places: &[Place],
    changed: &mut [bool],
) {
    if places.iter().all(|place| matches!(place, Place::Append)) {
        return ours.extend_from_slice(theirs);
    }
    for (i, (&value, place)) in theirs.iter().zip(places).enumerate() {
        match *place {
            Place::Append => ours.push(value),
            Place::Over(row) if value != null && ours[row] != value => {
                ours[row] = value;
                changed[i] = true;
            }
            Place::Under(row) if ours[row] == null && value != null => {
                ours[row] = value;
                changed[i] = true;
            }
            Place::Over(_) | Place::Under(_) => {}
        }
    }
}
