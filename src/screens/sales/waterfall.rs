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

/// Five bars: from, orders, spend, refunds, to. The scale starts below the lowest level and not at zero, as the parts
/// would vanish beside the whole; the two ends therefore stand on the lower edge and claim no proportion.
pub fn bars(from_fen: i64, change: PaidChange) -> [Bar; 5] {
    let parts = [change.orders_fen, change.spend_fen, change.refunds_fen];
    let mut levels = vec![from_fen as f64];
    for part in parts {
        levels.push(levels[levels.len() - 1] + part as f64);
    }
    let highest = levels.iter().copied().fold(f64::MIN, f64::max);
    let lowest = levels.iter().copied().fold(f64::MAX, f64::min);
    let room = (highest - lowest).max(1.0);
    let y = |level: f64| (highest - level) / room * (HEIGHT * 0.7) + 2.0;
    let x = |i: usize| i as f64 * (WIDTH - BAR_WIDTH) / 4.0;
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
    [
        end(0, levels[0]),
        step(0),
        step(1),
        step(2),
        end(4, levels[3]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bar_lies_inside_the_drawing() {
        let change = PaidChange {
            orders_fen: 500,
            spend_fen: -900,
            refunds_fen: 0,
        };
        for bar in bars(10_000, change) {
            assert!(bar.x >= 0.0 && bar.x + bar.width <= WIDTH, "{bar:?}");
            assert!(
                bar.y >= 0.0 && bar.y + bar.height <= HEIGHT + 0.001,
                "{bar:?}"
            );
            assert!(bar.height >= THINNEST);
        }
    }
}
