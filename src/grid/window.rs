//! Which rows of a long page are in sight. Rows have one fixed height, so that the answer is arithmetic.

use std::ops::Range;

/// Height of a row in CSS pixels; the style sheet's `--grid-row` says the same.
pub const ROW_PX: f64 = 34.0;

/// Rows drawn above and below what is in sight, so that a fast scroll meets no blank.
pub const OVERSCAN_ROWS: usize = 12;

/// Pages up to this many rows are drawn whole.
pub const WINDOWED_FROM_ROWS: usize = 200;

/// The rows to draw of `rows`, given how far their container is scrolled and how high it is, in CSS pixels.
///
/// ```
/// use dianzhang::grid::window::{in_sight, OVERSCAN_ROWS, ROW_PX};
/// let sight = in_sight(1_000.0 * ROW_PX, 20.0 * ROW_PX, 30_000);
/// assert_eq!(sight, 1_000 - OVERSCAN_ROWS..1_020 + OVERSCAN_ROWS);
/// ```
pub fn in_sight(scroll_top_px: f64, height_px: f64, rows: usize) -> Range<usize> {
    let first = (scroll_top_px.max(0.0) / ROW_PX).floor() as usize;
    let last = ((scroll_top_px.max(0.0) + height_px.max(0.0)) / ROW_PX).ceil() as usize;
    let end = (last + OVERSCAN_ROWS).min(rows);
    first.saturating_sub(OVERSCAN_ROWS).min(end)..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paging_through_thirty_thousand_rows_shows_each_and_never_many() {
        let (rows, height) = (30_000, 600.0);
        let mut seen_to = 0;
        let mut top = 0.0;
        while top <= rows as f64 * ROW_PX - height {
            let sight = in_sight(top, height, rows);
            assert!(sight.len() <= (height / ROW_PX) as usize + 2 + 2 * OVERSCAN_ROWS);
            assert!(sight.start <= seen_to, "a gap before row {}", sight.start);
            seen_to = sight.end;
            top += height;
        }
        assert_eq!(in_sight(top, height, rows).end, rows);
    }

    #[test]
    fn a_scroll_beyond_the_end_draws_nothing_that_is_not_there() {
        assert_eq!(in_sight(1e9, 600.0, 10), 10..10);
        assert_eq!(in_sight(-50.0, 0.0, 10).start, 0);
        assert_eq!(in_sight(0.0, 600.0, 0), 0..0);
    }
}
