//! Golden checks: what the methods come to here and now, beside what a trusted program or publication says. The tests run
//! them natively, the page 算法自检 in the user's own browser.

use crate::i18n::Words;
use serde::Serialize;

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
