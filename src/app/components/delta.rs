//! How a number changed: a triangle and a colour for the direction, and the size.

use crate::analytics::compare::{Change, Direction};
use crate::i18n::{Lang, Text, format};
use leptos::prelude::*;

/// The class that colours a direction.
pub fn direction_class(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
        Direction::Level => "level",
    }
}

/// A change, or — with the reason as its tooltip.
#[component]
pub fn Delta(
    /// The language.
    lang: Lang,
    /// The change, or why there is none.
    change: Result<Change, String>,
) -> impl IntoView {
    match change {
        Ok(change) => {
            let (mark, said) = match change.direction() {
                Direction::Up => ("▲", Text::Rose),
                Direction::Down => ("▼", Text::Fell),
                Direction::Level => ("", Text::Unchanged),
            };
            view! {
                <span class=format!("delta {}", direction_class(change.direction()))>
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
