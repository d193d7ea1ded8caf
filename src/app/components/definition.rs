//! The card behind a number, as a dialog: meaning, formula, inputs, the actual parts, and each comparison.

use super::delta::Delta;
use crate::app::context::use_app;
use crate::i18n::{Lang, Text};
use crate::screens::today::definition::{Compared, Definition};
use leptos::html::Dialog;
use leptos::prelude::*;

/// The card of the metric in the signal; closed while it holds none.
#[component]
pub fn DefinitionDialog(
    /// What is shown.
    #[prop(into)]
    card: Signal<Option<Definition>>,
    /// Called when the operator closes it.
    #[prop(into)]
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        let is_wanted = card.with(Option::is_some);
        if is_wanted && !dialog.open() {
            // Refused only for a dialog that is not in the document, and then there is nothing to see either.
            _ = dialog.show_modal();
        } else if !is_wanted && dialog.open() {
            dialog.close();
        }
    });
    // A click beside the card closes it: the card fills the dialog, so such a click meets the dialog itself.
    let on_backdrop = move |event: leptos::ev::MouseEvent| {
        let is_backdrop = node
            .get_untracked()
            .is_some_and(|d| event.target() == Some(std::ops::Deref::deref(&d).clone().into()));
        if is_backdrop {
            close.run(());
        }
    };
    view! {
        <dialog
            class="definition" node_ref=node aria-labelledby="definition-title"
            on:close=move |_| close.run(()) on:click=on_backdrop
        >
            {move || card.get().map(|card| view! { <Card card lang=app.lang.get() close/> })}
        </dialog>
    }
}

#[component]
fn Card(card: Definition, lang: Lang, close: Callback<()>) -> impl IntoView {
    let label = move |text: Text| text.get(lang);
    view! {
        <div class="definition-card">
            <header>
                <h2 id="definition-title">{card.entry.name}</h2>
                <button type="button" class="button quiet small" on:click=move |_| close.run(())>
                    {label(Text::Close)}
                </button>
            </header>
            <p class="definition-text">{card.entry.definition}</p>
            <dl>
                <dt>{label(Text::DefinitionFormula)}</dt>
                <dd>{card.entry.formula}</dd>
                <dt>{label(Text::DefinitionInputs)}</dt>
                <dd>{card.entry.inputs}</dd>
            </dl>
            <table class="definition-numbers">
                <tbody>
                    <tr class="now">
                        <th scope="row">{label(Text::DefinitionNow)}<small>{card.days}</small></th>
                        <td class:few=card.has_few_cases>{card.value}<Parts parts=card.parts/></td>
                        <td>
                            {card.reason.map(|reason| view! { <small>{reason}</small> })}
                            {card.has_few_cases.then(|| view! { <small>{label(Text::SmallBase)}</small> })}
                        </td>
                    </tr>
                    {card.compared.into_iter().map(|base| view! { <ComparedRow base lang/> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn ComparedRow(base: Compared, lang: Lang) -> impl IntoView {
    let reason = base.change.clone().err();
    view! {
        <tr>
            <th scope="row">{base.name}<small>{base.days}</small></th>
            <td>{base.value}<Parts parts=base.parts/></td>
            <td>
                {match reason {
                    Some(reason) => view! { <small>{reason}</small> }.into_any(),
                    None => view! { <Delta lang change=base.change/> }.into_any(),
                }}
            </td>
        </tr>
    }
}

#[component]
fn Parts(parts: Option<(String, String)>) -> impl IntoView {
    parts.map(|(num, den)| view! { <small>{num}" ÷ "{den}</small> })
}
