//! The card behind a number, as a dialog: meaning, formula, inputs, the actual parts, and each comparison.

use super::delta::Delta;
use super::dialog::Dialog;
use crate::app::context::use_app;
use crate::i18n::{Lang, Text};
use crate::route::Route;
use crate::screens::sales::definition::{Compared, Definition};
use crate::screens::sales::views::View;
use leptos::prelude::*;

/// The card in the signal; closed while it holds none.
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
    let is_open = Memo::new(move |_| card.with(Option::is_some));
    let title = Signal::derive(move || {
        card.with(|card| card.as_ref().map_or("", |card| card.entry.name).to_owned())
    });
    let body = move || {
        card.get()
            .map(|card| view! { <Card card lang=app.lang.get() close/> })
    };
    view! {
        <Show when=move || is_open.get()>
            <Dialog id="definition" title close class="definition">{body}</Dialog>
        </Show>
    }
}

#[component]
fn Card(card: Definition, lang: Lang, close: Callback<()>) -> impl IntoView {
    let app = use_app();
    let label = move |text: Text| text.get(lang);
    view! {
        <p>{card.entry.definition}</p>
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
        {(!card.views.is_empty()).then(|| view! { <Views views=card.views lang/> })}
        {card.rows.map(|query| view! {
            <button type="button" class="button" on:click=move |_| {
                close.run(());
                app.navigate(Route::Rows(query));
            }>
                {label(Text::RowsOpen)}
            </button>
        })}
    }
}

/// The same amount as others count it.
#[component]
fn Views(views: Vec<View>, lang: Lang) -> impl IntoView {
    let row = |view: View| {
        view! {
            <tr>
                <th scope="row">{view.name}<small>{view.note}</small></th>
                <td>{view.value}</td>
            </tr>
        }
    };
    view! {
        <h3>{Text::ViewsTitle.get(lang)}</h3>
        <table class="definition-numbers">
            <tbody>{views.into_iter().map(row).collect_view()}</tbody>
        </table>
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
