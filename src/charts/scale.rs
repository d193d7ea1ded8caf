//! The unit that an axis of money is drawn in. Labels cannot be formatted by a function, so the data are scaled and the
//! unit stands in the name of the axis.

use crate::i18n::{Lang, Text};

/// A unit of money on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What one is worth, in 分.
    pub fen: i64,
    /// What it is called.
    pub name: Text,
}

impl Unit {
    /// The unit in which the largest of some amounts has few digits: 元, from ¥100,000 on 万元.
    ///
    /// ```
    /// use dianzhang::charts::scale::Unit;
    /// assert_eq!(Unit::for_amounts([5_000_000]).fen, 100);
    /// assert_eq!(Unit::for_amounts([5_000_000, 12_345_678]).fen, 1_000_000);
    /// ```
    pub fn for_amounts(amounts_fen: impl IntoIterator<Item = i64>) -> Unit {
        let largest = amounts_fen.into_iter().map(i64::unsigned_abs).max();
        if largest.unwrap_or(0) >= 10_000_000 {
            Unit {
                fen: 1_000_000,
                name: Text::UnitWanYuan,
            }
        } else {
            Unit {
                fen: 100,
                name: Text::UnitYuan,
            }
        }
    }

    /// An amount in this unit.
    pub fn of(self, fen: i64) -> f64 {
        fen as f64 / self.fen as f64
    }

    /// Its name in a language.
    pub fn label(self, lang: Lang) -> &'static str {
        self.name.get(lang)
    }
}
