//! What is to be done today.

use super::Shown;
use crate::analytics::morning::Due;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::{Lang, Text};
use crate::route::Page;
use crate::screens::today::actions::{Line, lines, tag};
use leptos::prelude::*;

/// The list.
#[component]
pub(super) fn Actions(morning: Shown) -> impl IntoView {
    let app = use_app();
    let all = Memo::new(move |_| {
        let lang = app.lang.get();
        morning.with(|m| m.as_ref().map(|m| lines(m, lang)).unwrap_or_default())
    });
    let count = move || app.say(Text::ActionsCount, &[&all.with(Vec::len).to_string()]);
    let list = move || {
        let lang = app.lang.get();
        let lines = all.get();
        if lines.is_empty() {
            return view! { <p class="panel-empty">{Text::ActionsNone.get(lang)}</p> }.into_any();
        }
        let line = |line| view! { <LineView line lang/> };
        view! { <ol class="actions">{lines.into_iter().map(line).collect_view()}</ol> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="actions-title">
            <div class="panel-head"><h2 id="actions-title">{move || app.text(Text::ActionsTitle)}</h2><p class="panel-remark">{count}</p></div>
            {list}
        </section>
    }
}

#[component]
fn LineView(line: Line, lang: Lang) -> impl IntoView {
    let app = use_app();
    let class = match line.due {
        Due::Now => "due now",
        Due::Today => "due today",
        Due::Routine => "due",
    };
    let page = line.page;
    let go = (page != Page::Today).then(|| {
        let what = format!("{} {}", Text::ActionGo.get(lang), line.what);
        view! {
            <button
                type="button" class="button quiet small screen-only" aria-label=what
                on:click=move |_| app.run(Command::Go(page))
            >
                {Text::ActionGo.get(lang)}
            </button>
        }
    });
    view! {
        <li>
            <span class=class>{tag(line.due).get(lang)}</span>
            <p>{line.what}<small>{line.why}</small></p>
            {go}
        </li>
    }
}
