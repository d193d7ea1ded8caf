//! Golden checks: what the methods come to here and now, beside what a trusted program or publication says. The tests run
//! them natively, the page 算法自检 in the user's own browser.

mod calendar;

use crate::analytics::{decompose, forecast, odd_days, products, stats, stock, targets, uplift};
use crate::i18n::Words;
use serde::{Deserialize, Serialize};

/// One number that a method must reproduce.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Check {
    /// What is worked out.
    pub subject: Words,
    /// Who says what it must come to: a program with its version, or a publication.
    pub reference: &'static str,
    /// What it must come to.
    pub expected: f64,
    /// What it comes to.
    pub found: f64,
    /// How far the two may be apart.
    pub tolerance: f64,
}

impl Check {
    /// Whether it comes to what it must.
    pub fn passes(&self) -> bool {
        (self.found - self.expected).abs() <= self.tolerance
    }
}

/// A check with its result, as the page is told of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// What is worked out, in Chinese and English.
    pub subject: (String, String),
    /// Who says what it must come to.
    pub reference: String,
    /// What it must come to.
    pub expected: f64,
    /// What it comes to.
    pub found: f64,
    /// Whether the two are close enough.
    pub passes: bool,
}

/// Works out everything that has a golden value.
pub fn all() -> Vec<Check> {
    [
        calendar::checks(),
        decompose::checks(),
        stats::checks(),
        odd_days::checks(),
        forecast::checks(),
        uplift::checks(),
        targets::checks(),
        stock::checks(),
        products::checks(),
    ]
    .concat()
}

/// Works out everything, for the page.
pub fn seen() -> Vec<Seen> {
    let seen = |check: Check| Seen {
        subject: (check.subject.0.to_owned(), check.subject.1.to_owned()),
        reference: check.reference.to_owned(),
        expected: check.expected,
        found: check.found,
        passes: check.passes(),
    };
    all().into_iter().map(seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_comes_to_what_it_must() {
        let checks = all();
        assert!(checks.len() > 10);
        for check in checks {
            assert!(check.passes(), "{check:?}");
        }
    }
}
