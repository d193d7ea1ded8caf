//! The columns of a file, each with what it means.

use crate::app::context::{ImportState, use_app};
use crate::app::tasks::import::read_as;
use crate::i18n::{Text, t};
use crate::import::kinds::Kind;
use crate::import::sketch::Sketch;
use crate::screens::data::mapping::{Draft, Line, Meaning, lines, meanings_under};
use leptos::prelude::*;
use std::sync::Arc;

/// The columns of a file beside those of a kind.
#[component]
pub fn MappingEditor(
    id: u32,
    kind: &'static Kind,
    sketch: Arc<Sketch>,
    /// Whether the columns are other ones than the file was read with.
    columns_changed: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang.get_untracked();
    let draft = RwSignal::new(Draft::new(kind, &sketch));
    let remembers = RwSignal::new(true);
    let as_before = draft.with_untracked(Draft::mapping);
    Effect::new(move |_| columns_changed.set(draft.with(|d| d.mapping() != as_before)));
    on_cleanup(move || {
        let _ = columns_changed.try_set(false);
    });
    let is_busy = move || app.import.with(ImportState::is_busy);
    let title = lang.pick(kind.title);
    let is_recognised = sketch.mapping.is_some();
    let intro = draft.with_untracked(|draft| match draft.sure {
        None => t(lang, Text::PreviewMappingRead, &[title]),
        Some(sure) => {
            let text = match is_recognised {
                true => Text::PreviewMappingOther,
                false => Text::PreviewMappingGuess,
            };
            t(lang, text, &[title, &sure.to_string()])
        }
    });
    let missing = Memo::new(move |_| draft.with(Draft::missing));
    let doubled = Memo::new(move |_| draft.with(Draft::doubled));
    let separator = Text::ListSeparator.get(lang);
    let trouble = Memo::new(move |_| {
        let (missing, doubled) = (missing.get().join(separator), doubled.get().join(separator));
        if !doubled.is_empty() {
            Some(t(lang, Text::PreviewDoubled, &[&doubled]))
        } else {
            (!missing.is_empty()).then(|| t(lang, Text::PreviewMissing, &[&missing]))
        }
    });
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        if trouble.with_untracked(Option::is_none) {
            let mapping = draft.with_untracked(Draft::mapping);
            read_as(app, id, mapping, remembers.get_untracked());
        }
    };
    let label = |text: Text| text.get(lang);
    let line = |(place, line): (usize, Line)| {
        let meanings = meanings_under(kind, &sketch.headers[place]);
        view! { <LineRow place line meanings draft/> }
    };
    view! {
        <form class="mapping" on:submit=submit>
            <p>{intro}</p>
            <div class="table-scroll">
                <table class="table mapping-table">
                    <thead>
                        <tr>
                            <th scope="col">{label(Text::PreviewColumn)}</th>
                            <th scope="col">{label(Text::PreviewSamples)}</th>
                            <th scope="col">{label(Text::PreviewMeaning)}</th>
                            <th scope="col" class="figure">{label(Text::PreviewSure)}</th>
                        </tr>
                    </thead>
                    <tbody>{lines(&sketch).into_iter().enumerate().map(line).collect_view()}</tbody>
                </table>
            </div>
            <p class="bad-text" aria-live="polite">{trouble}</p>
            <div class="row">
                <button
                    type="submit" class="button" disabled=move || is_busy() || trouble.with(Option::is_some)
                >
                    {label(Text::PreviewReadSo)}
                </button>
                <label class="check-label">
                    <input
                        type="checkbox" class="check" prop:checked=remembers
                        on:change=move |ev| remembers.set(event_target_checked(&ev))
                    />
                    <span>{label(Text::PreviewRemember)}</span>
                </label>
            </div>
        </form>
    }
}

#[component]
fn LineRow(
    place: usize,
    line: Line,
    meanings: Vec<Meaning>,
    draft: RwSignal<Draft>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang.get_untracked();
    let chosen = Memo::new(move |_| draft.with(|d| d.chosen.get(place).copied().flatten()));
    let sure = Memo::new(move |_| draft.with(|d| d.confidence.get(place).copied().flatten()));
    let option = move |meaning: Meaning| {
        let name = match meaning.is_must {
            true => t(lang, Text::PreviewMust, &[meaning.label]),
            false => meaning.label.to_owned(),
        };
        let is_chosen = move || chosen.get() == Some(meaning.label);
        view! { <option value=meaning.label prop:selected=is_chosen>{name}</option> }
    };
    let choose = move |ev| {
        let label = event_target_value(&ev);
        let label = Some(label.as_str()).filter(|label| !label.is_empty());
        draft.update(|draft| draft.choose(place, label));
    };
    let samples = match line.is_personal {
        true => Text::PreviewPersonal.get(lang).to_owned(),
        false => line.samples.join(" · "),
    };
    let meaning = (!meanings.is_empty()).then(|| {
        view! {
            <select
                class="input" aria-label=t(lang, Text::PreviewMeaningOf, &[&line.header]) on:change=choose
            >
                <option value="" prop:selected=move || chosen.get().is_none()>{Text::PreviewIgnore.get(lang)}</option>
                {meanings.into_iter().map(option).collect_view()}
            </select>
        }
    });
    view! {
        <tr>
            <th scope="row">{line.header}</th>
            <td class="mapping-samples">{samples}</td>
            <td>{meaning}</td>
            <td class="figure">
                {move || sure.get().map(|sure| t(lang, Text::PreviewSurePercent, &[&sure.to_string()]))}
            </td>
        </tr>
    }
}
