//! The small drawing beside the sentence: from what was, over the parts, to what is. Geometry only.

use crate::analytics::compare::Direction;
use crate::analytics::decompose::PaidChange;

/// Width of the drawing in its own units.
pub const WIDTH: f64 = 260.0;
/// Height of the drawing in its own units.
pub const HEIGHT: f64 = 44.0;

const BAR_WIDTH: f64 = 38.0;
const THINNEST: f64 = 1.5;

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Where the part leads; `None` for the two ends.
    pub direction: Option<Direction>,
}

/// The bars: from, each part, to. The scale starts below the lowest level and not at zero, as the parts
/// would vanish beside the whole; the two ends therefore stand on the lower edge and claim no proportion.
pub fn bars(from_fen: i64, change: &PaidChange) -> Vec<Bar> {
    let parts: Vec<i64> = change.parts.iter().map(|(_, fen)| *fen).collect();
    let mut levels = vec![from_fen as f64];
    for part in &parts {
        levels.push(levels[levels.len() - 1] + *part as f64);
    }
    let highest = levels.iter().copied().fold(f64::MIN, f64::max);
    let lowest = levels.iter().copied().fold(f64::MAX, f64::min);
    let room = (highest - lowest).max(1.0);
    let y = |level: f64| (highest - level) / room * (HEIGHT * 0.7) + 2.0;
    let last = parts.len() + 1;
    let x = |i: usize| i as f64 * (WIDTH - BAR_WIDTH) / last as f64;
    let end = |i: usize, level: f64| Bar {
        x: x(i),
        y: y(level),
        width: BAR_WIDTH,
        height: HEIGHT - y(level),
        direction: None,
    };
    let step = |i: usize| {
        let (a, b) = (y(levels[i]), y(levels[i + 1]));
        Bar {
            x: x(i + 1),
            y: a.min(b),
            width: BAR_WIDTH,
            height: (a - b).abs().max(THINNEST),
            direction: Some(Direction::of(parts[i] as f64)),
        }
    };
    let ends = [end(0, levels[0]), end(last, levels[parts.len()])];
    let [first, end] = ends;
    let steps = (0..parts.len()).map(step);
    std::iter::once(first).chain(steps).chain([end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::decompose::Cause;

    #[test]
    fn every_bar_lies_inside_the_drawing() {
        let change = PaidChange {
            parts: vec![
                (Cause::Orders, 500),
                (Cause::SpendPerOrder, -900),
                (Cause::Refunds, 0),
            ],
        };
        for bar in bars(10_000, &change) {
            assert!(bar.x >= 0.0 && bar.x + bar.width <= WIDTH, "{bar:?}");
            assert!(
                bar.y >= 0.0 && bar.y + bar.height <= HEIGHT + 0.001,
                "{bar:?}"
            );
            assert!(bar.height >= THINNEST);
        }
    }
}
