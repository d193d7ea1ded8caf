//! What of a table is shown: the filter, the order, the page.

use super::Table;
use crate::i18n::Lang;
use std::cmp::Ordering;
use std::ops::Range;

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// What a table is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Index of the column.
    pub column: usize,
    /// Which end comes first.
    pub direction: Direction,
}

/// How many rows a page holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageSize {
    /// 50
    #[default]
    Fifty,
    /// 100
    Hundred,
    /// All rows on one page, of which only those in sight are drawn.
    All,
}

impl PageSize {
    /// All of them, in the order in which they are offered.
    pub const ALL: [PageSize; 3] = [PageSize::Fifty, PageSize::Hundred, PageSize::All];

    /// Rows on a page, `None` for all.
    pub fn rows(self) -> Option<usize> {
        match self {
            PageSize::Fifty => Some(50),
            PageSize::Hundred => Some(100),
            PageSize::All => None,
        }
    }

    /// How it stands in a form.
    pub fn to_param(self) -> &'static str {
        match self {
            PageSize::Fifty => "50",
            PageSize::Hundred => "100",
            PageSize::All => "all",
        }
    }

    /// Reads what [`PageSize::to_param`] wrote.
    pub fn from_param(text: &str) -> Option<PageSize> {
        PageSize::ALL.into_iter().find(|s| s.to_param() == text)
    }
}

/// The state of a table on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Words that a row must hold, each somewhere in one of its cells, whatever their case.
    pub filter: String,
    /// The order; the table's own when `None`.
    pub sort: Option<Sort>,
    /// How many rows a page holds.
    pub page_size: PageSize,
    /// The page, from 0; one past the end shows the last.
    pub page: usize,
}

impl View {
    /// The view after a click on a header: numbers begin with the largest, words and days with the first; a second click
    /// turns the order round, a third gives the table its own order back.
    pub fn toggled(&self, table: &Table, column: usize) -> View {
        use Direction::{Ascending, Descending};
        let first = match table.columns.get(column) {
            Some(c) if c.kind.is_numeric() => Descending,
            _ => Ascending,
        };
        let direction = match self.sort {
            Some(sort) if sort.column == column && sort.direction == first => Some(match first {
                Ascending => Descending,
                Descending => Ascending,
            }),
            Some(sort) if sort.column == column => None,
            _ => Some(first),
        };
        View {
            sort: direction.map(|direction| Sort { column, direction }),
            page: 0,
            ..self.clone()
        }
    }

    /// The rows that pass the filter, in order, as indices into the table. Equal cells keep the table's order; cells
    /// without a value come last either way.
    pub fn arrange(&self, table: &Table, lang: Lang) -> Vec<u32> {
        let words: Vec<String> = self
            .filter
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let mut rows: Vec<u32> = (0..table.rows.len() as u32).collect();
        if !words.is_empty() {
            rows.retain(|&row| {
                let cells: Vec<String> = table.rows[row as usize]
                    .iter()
                    .map(|cell| cell.text(lang).to_lowercase())
                    .collect();
                words
                    .iter()
                    .all(|word| cells.iter().any(|cell| cell.contains(word)))
            });
        }
        if let Some(sort) = self.sort {
            rows.sort_by(|&a, &b| compare(table, sort, a, b));
        }
        rows
    }

    /// How many pages `rows` rows make, at least 1.
    pub fn pages(&self, rows: usize) -> usize {
        match self.page_size.rows() {
            Some(size) => rows.div_ceil(size).max(1),
            None => 1,
        }
    }

    /// The part of `rows` arranged rows that the page shows.
    pub fn page_range(&self, rows: usize) -> Range<usize> {
        match self.page_size.rows() {
            Some(size) => {
                let start = self.page.min(self.pages(rows) - 1) * size;
                start..(start + size).min(rows)
            }
            None => 0..rows,
        }
    }
}

fn compare(table: &Table, sort: Sort, a: u32, b: u32) -> Ordering {
    let cell = |row: u32| table.rows[row as usize].get(sort.column);
    let (Some(a), Some(b)) = (cell(a), cell(b)) else {
        return Ordering::Equal;
    };
    match (a.order(b), sort.direction) {
        (Some(order), Direction::Ascending) => order,
        (Some(order), Direction::Descending) => order.reverse(),
        (None, _) => b.is_present().cmp(&a.is_present()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::metrics::{Absent, Value};
    use crate::grid::{Cell, Column, Kind};

    fn table(numbers: &[Option<i64>]) -> Table {
        Table {
            columns: vec![
                Column::new("name", "Name", Kind::Text),
                Column::new("n", "N", Kind::Count),
            ],
            rows: numbers
                .iter()
                .enumerate()
                .map(|(i, n)| {
                    vec![
                        Cell::Text(format!("Row {i}")),
                        Cell::Value(n.map_or(Value::Absent(Absent::NoDenominator), Value::Count)),
                    ]
                })
                .collect(),
            totals: None,
        }
    }

    fn sorted(table: &Table, direction: Direction) -> Vec<u32> {
        let sort = Some(Sort {
            column: 1,
            direction,
        });
        View {
            sort,
            ..View::default()
        }
        .arrange(table, Lang::Zh)
    }

    #[test]
    fn sorting_is_stable_and_leaves_the_absent_for_the_end() {
        let table = table(&[Some(2), None, Some(1), Some(2), None]);
        assert_eq!(sorted(&table, Direction::Ascending), [2, 0, 3, 1, 4]);
        assert_eq!(sorted(&table, Direction::Descending), [0, 3, 2, 1, 4]);
    }

    #[test]
    fn a_header_goes_round_in_three_clicks() {
        let table = table(&[]);
        let first = View::default().toggled(&table, 1);
        assert_eq!(first.sort.map(|s| s.direction), Some(Direction::Descending));
        let second = first.toggled(&table, 1);
        assert_eq!(second.sort.map(|s| s.direction), Some(Direction::Ascending));
        assert_eq!(second.toggled(&table, 1).sort, None);
        assert_eq!(
            second.toggled(&table, 0).sort.map(|s| s.direction),
            Some(Direction::Ascending)
        );
    }

    #[test]
    fn every_word_of_a_filter_must_be_found() {
        let table = table(&[Some(10), Some(20), Some(21)]);
        let view = View {
            filter: " row  2 ".into(),
            ..View::default()
        };
        assert_eq!(view.arrange(&table, Lang::Zh), [1, 2]);
    }

    #[test]
    fn a_page_past_the_end_is_the_last_one() {
        let view = View {
            page: 9,
            ..View::default()
        };
        assert_eq!(view.pages(120), 3);
        assert_eq!(view.page_range(120), 100..120);
        assert_eq!(view.page_range(0), 0..0);
    }

    #[test]
    fn thirty_thousand_rows_arrange_without_loss() {
        let table = table(
            &(0..30_000)
                .map(|i| Some(i * 7_919 % 30_000))
                .collect::<Vec<_>>(),
        );
        let rows = sorted(&table, Direction::Ascending);
        assert_eq!(rows.len(), 30_000);
        assert!(rows.windows(2).all(|w| {
            table.rows[w[0] as usize][1].number() <= table.rows[w[1] as usize][1].number()
        }));
    }
}
