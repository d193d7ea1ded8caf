//! Events and notes: what is written down of the store's days.

use super::Shown;
use crate::app::components::diary::{DiaryForm, diary};
use crate::app::context::use_app;
use crate::app::tasks::keep_diary;
use crate::i18n::{Lang, Text};
use crate::screens::diary::{EntryLine, lines};
use leptos::prelude::*;

/// The diary.
#[component]
pub(super) fn DiaryPanel(plan: Shown) -> impl IntoView {
    let app = use_app();
    let written = diary(app);
    let day = Signal::derive(move || plan.with(|p| p.as_ref()?.data.map(|data| data.last)));
    let body = move || {
        let lang = app.lang.get();
        let all = written.with(|view| lines(&view.diary, lang));
        if all.is_empty() {
            return view! { <p class="panel-empty">{Text::DiaryNone.get(lang)}</p> }.into_any();
        }
        let row = |line| view! { <Row line lang/> };
        view! { <div class="scroll-x" tabindex="0" role="group" aria-labelledby="plan-diary">
                <table class="block plan"><tbody>{all.into_iter().map(row).collect_view()}</tbody></table>
            </div> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="plan-diary">
            <div class="panel-head"><h2 id="plan-diary">{move || app.text(Text::DiaryTitle)}</h2></div>
            <p class="hint panel-note">{move || app.text(Text::DiaryHow)}</p>
            <div class="panel-note"><DiaryForm day done=Callback::new(|()| ()) name="plan-diary-kind"/></div>
            {body}
        </section>
    }
}

#[component]
fn Row(line: EntryLine, lang: Lang) -> impl IntoView {
    let app = use_app();
    let label = format!(
        "{} {} {}",
        Text::PeopleRemove.get(lang),
        line.days,
        line.text
    );
    let entry = line.entry;
    let remove = move |_| keep_diary::remove(app, entry.clone());
    view! {
        <tr>
            <th scope="row">{line.days}</th>
            <td class="words">{line.kind}</td>
            <td class="words">{line.text}</td>
            <td class="screen-only">
                <button type="button" class="button quiet small" aria-label=label on:click=remove>
                    {Text::PeopleRemove.get(lang)}
                </button>
            </td>
        </tr>
    }
}
