//! What was sold: days, titles, buyers and provinces, each asked for by itself and answered over the same choice of orders.
//!
//! Amounts are those of orders that were paid; what is ordered and never paid counts in [`days`] alone.

pub mod buyers;
mod choice;
pub mod days;
pub mod provinces;
pub mod titles;

pub use choice::{Choice, Moment};

use crate::analytics::coverage::Coverage;
use crate::model::time::Span;
use crate::workspace::orders::{Order, Orders};
use choice::Chosen;
use serde::{Deserialize, Serialize};

/// A question about what was sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// Day by day, what was ordered and how much of that was paid since. Goes by the time of creation.
    Days(Choice),
    /// For each title, what was paid; the `top` highest.
    Titles {
        /// Of which orders.
        choice: Choice,
        /// How many titles are wanted.
        top: usize,
    },
    /// When each buyer last paid, how often and how much; the `top` who paid most.
    Buyers {
        /// Of which orders.
        choice: Choice,
        /// How many buyers are wanted.
        top: usize,
    },
    /// For each province, what was paid.
    Provinces(Choice),
}

/// The answer to a [`Question`], with what limits it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The days meant.
    pub span: Span,
    /// How many of them no file covers.
    pub missing_days: i32,
    /// Stored columns that some file of these orders does not have.
    pub lacking: Vec<String>,
    /// The answer.
    pub answer: Answer,
}

/// What the answer to a [`Question`] consists of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// See [`Question::Days`].
    Days(Vec<days::DayOfOrders>),
    /// See [`Question::Titles`].
    Titles(titles::Titles),
    /// See [`Question::Buyers`].
    Buyers(buyers::Buyers),
    /// See [`Question::Provinces`].
    Provinces(Vec<provinces::ProvinceSales>),
}

/// What was paid for some orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sales {
    /// Orders paid.
    pub orders: i64,
    /// What was paid for them before refunds, in 分.
    pub gross_fen: i64,
    /// What of that was refunded, in 分.
    pub refund_fen: i64,
}

impl Sales {
    /// What was paid after refunds, in 分.
    pub fn net_fen(&self) -> i64 {
        self.gross_fen - self.refund_fen
    }

    /// Adds an order that was paid.
    fn add(&mut self, order: &Order) {
        self.orders += 1;
        self.gross_fen += order.paid_gross_fen;
        self.refund_fen += order.refund_fen;
    }
}

/// Answers a question. `None` when no file covers any day.
pub fn ask(orders: &Orders, coverage: &Coverage, question: Question) -> Option<Answered> {
    let (Question::Days(choice)
    | Question::Titles { choice, .. }
    | Question::Buyers { choice, .. }
    | Question::Provinces(choice)) = question;
    let choice = match question {
        Question::Days(choice) => Choice {
            by: Moment::Created,
            ..choice
        },
        _ => choice,
    };
    let chosen = Chosen::new(orders, coverage, choice)?;
    let answer = match question {
        Question::Days(_) => Answer::Days(days::days(&chosen)),
        Question::Titles { top, .. } => Answer::Titles(titles::titles(&chosen, top)),
        Question::Buyers { top, .. } => Answer::Buyers(buyers::buyers(&chosen, top)),
        Question::Provinces(_) => Answer::Provinces(provinces::provinces(&chosen)),
    };
    Some(Answered {
        span: chosen.span,
        missing_days: chosen.missing_days,
        lacking: chosen.lacking(),
        answer,
    })
}
