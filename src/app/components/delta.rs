//! How a number changed: a triangle for the direction, the size, a colour for what it means.

use crate::analytics::compare::Change;
use crate::analytics::direction::Verdict;
use crate::i18n::{Lang, Text, format};
use leptos::prelude::*;

/// The class that colours a verdict.
pub fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        Verdict::Same => "same",
    }
}

/// A change with its verdict, or — with the reason as its tooltip.
#[component]
pub fn Delta(
    /// The language.
    lang: Lang,
    /// The change, or why there is none.
    change: Result<(Change, Verdict), String>,
) -> impl IntoView {
    match change {
        Ok((change, verdict)) => {
            let (mark, said) = match change.amount() {
                x if x > 0.0 => ("▲", Text::Rose),
                x if x < 0.0 => ("▼", Text::Fell),
                _ => ("", Text::Unchanged),
            };
            view! {
                <span class=format!("delta {}", verdict_class(verdict))>
                    <span class="triangle" aria-hidden="true">{mark}</span>
                    <span class="visually-hidden">{said.get(lang)}" "</span>
                    {format::change(change)}
                </span>
            }
            .into_any()
        }
        Err(reason) => view! {
            <span class="delta none" title=reason.clone()>
                {format::NONE}
                <span class="visually-hidden">{reason.clone()}</span>
            </span>
        }
        .into_any(),
    }
}
