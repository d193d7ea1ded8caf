//! A passphrase: how it travels, and how hard it is to guess.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// A passphrase on its way to the worker. It is never stored, and never printed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Passphrase(pub String);

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// How hard a passphrase is to guess, roughly: a hint, not a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Nothing was typed.
    Empty,
    /// Guessed by anyone who tries.
    Weak,
    /// Good against somebody without time.
    Fair,
    /// Good.
    Good,
}

/// How hard a passphrase is to guess, from the signs that occur in it.
///
/// ```
/// use dianzhang::backup::passphrase::{strength, Strength};
/// assert_eq!(strength("20261111"), Strength::Weak);
/// assert_eq!(strength("correct horse battery"), Strength::Good);
/// assert_eq!(strength("青禾开店第七年夏天"), Strength::Good);
/// ```
pub fn strength(passphrase: &str) -> Strength {
    if passphrase.is_empty() {
        return Strength::Empty;
    }
    let signs: Vec<char> = passphrase.chars().collect();
    let has = |is: fn(&char) -> bool| signs.iter().any(is);
    // The size of the alphabet that a guesser has to try. Of Chinese characters a phrase uses the common ones.
    let alphabet = [
        (has(char::is_ascii_digit), 10.0),
        (has(char::is_ascii_lowercase), 26.0),
        (has(char::is_ascii_uppercase), 26.0),
        (has(|c| c.is_ascii() && !c.is_ascii_alphanumeric()), 20.0),
        (has(|c| !c.is_ascii()), 500.0),
    ];
    let alphabet: f64 = alphabet
        .iter()
        .filter(|(is_used, _)| *is_used)
        .map(|(_, size)| size)
        .sum();
    // A sign that was there before, or that follows the one before it as 4 follows 3, adds little.
    let distinct: BTreeSet<char> = signs.iter().copied().collect();
    let steps = signs
        .windows(2)
        .filter(|pair| (pair[0] as u32).abs_diff(pair[1] as u32) <= 1)
        .count();
    let counted = distinct.len() as f64 + 0.5 * (signs.len() - distinct.len()) as f64;
    let bits = (counted - 0.7 * steps as f64).max(1.0) * alphabet.log2();
    match bits {
        ..40.0 => Strength::Weak,
        40.0..64.0 => Strength::Fair,
        _ => Strength::Good,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guessed_soon_is_called_weak() {
        for weak in [
            "a",
            "12345678",
            "abcdefghijk",
            "aaaaaaaaaaaa",
            "20261124",
            "qinghe",
            "青禾旗舰",
        ] {
            assert_eq!(strength(weak), Strength::Weak, "{weak}");
        }
        assert_eq!(strength("Qinghe-26"), Strength::Fair);
        assert!(strength("Qinghe-26 opens at 9") > Strength::Fair);
    }

    #[test]
    fn a_passphrase_is_never_printed() {
        let printed = format!("{:?}", Passphrase("open sesame".to_owned()));
        assert!(!printed.contains("sesame"));
    }
}
