//! The words for what is compared, for where it comes from, and for what came of it.

use crate::analytics::reconcile::{Quantity, Source, Standing};
use crate::i18n::format;
use crate::i18n::{Lang, Text};
use crate::model::time::Span;

/// What a source is called.
pub fn source_name(lang: Lang, source: Source) -> &'static str {
    let kind = source.kind().map(|kind| lang.pick(kind.title));
    kind.unwrap_or(source.kind_name())
}

/// The word for an outcome.
pub fn standing_name(standing: Standing) -> Text {
    match standing {
        Standing::NoCommonDay => Text::ReconcileStateNone,
        Standing::Agrees => Text::ReconcileStateAgrees,
        Standing::Explained => Text::ReconcileStateExplained,
        Standing::Open => Text::ReconcileStateOpen,
    }
}

/// What is compared.
pub(super) fn quantity_name(quantity: Quantity) -> Text {
    match quantity {
        Quantity::Paid => Text::QuantityPaid,
        Quantity::Ordered => Text::QuantityOrdered,
        Quantity::Buyers => Text::QuantityBuyers,
        Quantity::Refunds => Text::QuantityRefunds,
        Quantity::AdSpend => Text::QuantityAdSpend,
        Quantity::KeywordSpend => Text::QuantityKeywordSpend,
        Quantity::AudienceSpend => Text::QuantityAudienceSpend,
        Quantity::Commission => Text::QuantityCommission,
    }
}

/// Where it is found.
pub(super) fn found(lang: Lang, source: Source) -> &'static str {
    source.kind().map_or("", |kind| lang.pick(kind.found))
}

/// The first few ranges of days.
pub(super) fn spans(lang: Lang, spans: &[Span]) -> String {
    const SHOWN: usize = 6;
    let shown: Vec<String> = spans.iter().take(SHOWN).map(|s| format::span(*s)).collect();
    let more = if spans.len() > SHOWN { " …" } else { "" };
    format!("{}{more}", shown.join(Text::ListSeparator.get(lang)))
}

/// A value as it is written.
pub(super) fn written(quantity: Quantity, value: i64) -> String {
    match quantity {
        Quantity::Buyers => format::grouped(value),
        _ => format::money(value),
    }
}

/// A difference with its sign in front.
pub(super) fn signed(quantity: Quantity, value: i64) -> String {
    let text = written(quantity, value);
    if value > 0 { format!("+{text}") } else { text }
}
