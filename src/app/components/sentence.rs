//! A sentence that takes a change apart, and its drawing.

use crate::app::components::delta::direction_class;
use crate::app::context::use_app;
use crate::i18n::{Lang, Text, format, t};
use crate::screens::sales::sentence::{Piece, Sentence};
use crate::screens::sales::waterfall::{Bar, HEIGHT, WIDTH, bars};
use leptos::prelude::*;

/// What happened and why.
#[component]
pub fn SentencePanel(
    /// The sentence, in the language of the screen.
    sentence: Sentence,
) -> impl IntoView {
    let lang = use_app().lang.get_untracked();
    let drawing = drawing(&sentence, lang);
    let pieces = sentence.pieces.into_iter().map(piece).collect_view();
    view! { <section class="why panel"><p>{pieces}</p>{drawing}</section> }
}

fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Words(words) => words.into_any(),
        Piece::Strong(number) => view! { <strong>{number}</strong> }.into_any(),
        Piece::Part(amount, direction) => {
            view! { <span class=format!("delta {}", direction_class(direction))>{amount}</span> }
                .into_any()
        }
    }
}

fn drawing(sentence: &Sentence, lang: Lang) -> Option<impl IntoView + use<>> {
    let (from, change) = sentence.change.as_ref()?;
    let ends = [*from, from + change.net_fen()].map(format::money);
    let label = t(lang, Text::WhyChart, &ends.each_ref().map(String::as_str));
    let bar = |bar: Bar| {
        view! {
            <rect
                class=bar.direction.map_or("end", direction_class) rx="2"
                x=bar.x.to_string() y=bar.y.to_string() width=bar.width.to_string() height=bar.height.to_string()
            />
        }
    };
    Some(view! {
        <svg
            class="waterfall" role="img" aria-label=label
            width=WIDTH.to_string() height=HEIGHT.to_string() viewBox=format!("0 0 {WIDTH} {HEIGHT}")
        >
            {bars(*from, change).into_iter().map(bar).collect_view()}
        </svg>
    })
}
