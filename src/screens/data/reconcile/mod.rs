//! How the files agree, in words: which number to report and which file to look into (`lead`), every source beside the first
//! one, and the way from one number to the other (`way`).

mod export;
mod lead;
#[cfg(test)]
mod tests;
mod way;
mod words;

pub use export::export;
pub use way::{Details, Step};
pub use words::{source_name, standing_name};

use crate::analytics::reconcile::{Check, Line, Quantity, Reconciliation, Side, Standing};
use crate::i18n::format::{self, NONE};
use crate::i18n::{Lang, Text, t};
use lead::lead;
use way::details;
use words::{found, quantity_name, signed, written};

/// All that the panel shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What is to be reported and what is to be looked into, in one sentence.
    pub lead: String,
    /// The days looked at.
    pub span: Option<String>,
    /// One per quantity that a file speaks of.
    pub blocks: Vec<Block>,
}

/// A quantity and its sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What is compared.
    pub title: &'static str,
    /// The header over the differences.
    pub difference: String,
    /// What has to be known of it.
    pub note: Option<&'static str>,
    /// Its sources, the one that the others are held against first.
    pub rows: Vec<SourceRow>,
    /// What else could be imported, and where it is found.
    pub missing: Option<String>,
    /// What has been imported and does not say this.
    pub silent: Option<String>,
}

/// A source and how it stands to the first.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRow {
    /// What it is called.
    pub name: String,
    /// Its value over the days of the period that it speaks of.
    pub value: String,
    /// How many days that are.
    pub days: String,
    /// By how much it differs over the days that both speak of.
    pub difference: String,
    /// From what to what that is, where one of the two speaks of other days as well.
    pub base: Option<String>,
    /// The outcome; `None` for the first source.
    pub standing: Option<Standing>,
    /// The way from the first source to this one.
    pub details: Option<Details>,
}

/// The panel.
pub fn panel(lang: Lang, all: &Reconciliation) -> Panel {
    let lines = all.lines.iter().filter(|line| !line.sides.is_empty());
    Panel {
        lead: lead(lang, all),
        span: all.span.map(format::span),
        blocks: lines.map(|line| block(lang, line)).collect(),
    }
}

fn block(lang: Lang, line: &Line) -> Block {
    let first = source_name(lang, line.sides[0].source);
    let missing: Vec<String> = line
        .missing
        .iter()
        .map(|s| {
            t(
                lang,
                Text::ReconcileFound,
                &[source_name(lang, *s), found(lang, *s)],
            )
        })
        .collect();
    let list = missing.join(Text::ListSeparator.get(lang));
    let is_of_people = line.quantity == Quantity::Buyers;
    Block {
        title: quantity_name(line.quantity).get(lang),
        difference: t(lang, Text::ReconcileDifference, &[first]),
        note: is_of_people.then(|| Text::ReconcileNeverAdds.get(lang)),
        rows: line
            .sides
            .iter()
            .map(|side| row(lang, line, side))
            .collect(),
        silent: silent(lang, line),
        missing: (!missing.is_empty()).then(|| t(lang, Text::ReconcileMissing, &[&list])),
    }
}

/// The files that are there and cannot be held against the others.
fn silent(lang: Lang, line: &Line) -> Option<String> {
    let names: Vec<&str> = line.silent.iter().map(|s| source_name(lang, *s)).collect();
    let (quantity, list) = (
        quantity_name(line.quantity).get(lang),
        names.join(Text::ListSeparator.get(lang)),
    );
    (!names.is_empty()).then(|| t(lang, Text::ReconcileSilent, &[quantity, &list]))
}

fn row(lang: Lang, line: &Line, side: &Side) -> SourceRow {
    let check = line.checks.iter().find(|check| check.b == side.source);
    let number = |value: i64| written(line.quantity, value);
    let difference = check.filter(|c| !c.rows.is_empty() && line.quantity != Quantity::Buyers);
    SourceRow {
        name: source_name(lang, side.source).to_owned(),
        value: side.total.map_or_else(|| NONE.to_owned(), number),
        days: side.days.to_string(),
        difference: match difference {
            Some(check) => signed(line.quantity, check.b_total() - check.a_total()),
            None => NONE.to_owned(),
        },
        base: difference.and_then(|check| {
            let days: i32 = check.days().spans().iter().map(|s| s.len_days()).sum();
            let is_all = [side, &line.sides[0]].iter().all(|s| s.days == days);
            let args = [
                days.to_string(),
                number(check.a_total()),
                number(check.b_total()),
            ];
            (!is_all).then(|| {
                let args: Vec<&str> = args.iter().map(String::as_str).collect();
                t(lang, Text::ReconcileBase, &args)
            })
        }),
        standing: check.map(Check::standing),
        details: check.map(|check| details(lang, line.quantity, check)),
    }
}
