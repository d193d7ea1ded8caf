//! What is to be done today, and what has been dealt with.

use super::Shown;
use crate::analytics::morning::{Due, How};
use crate::app::context::use_app;
use crate::app::tasks::deal;
use crate::commands::Command;
use crate::i18n::{Lang, Text};
use crate::platform::dom;
use crate::route::Page;
use crate::screens::today::actions::{Line, answer, lines, tag};
use leptos::prelude::*;

/// The list.
#[component]
pub(super) fn Actions(morning: Shown) -> impl IntoView {
    let app = use_app();
    let all = Memo::new(move |_| {
        let lang = app.lang.get();
        morning.with(|m| m.as_ref().map(|m| lines(m, lang)).unwrap_or_default())
    });
    let open = Memo::new(move |_| {
        let is_open = |line: &&Line| line.dealt.is_none();
        all.with(|all| all.iter().filter(is_open).cloned().collect::<Vec<_>>())
    });
    let dealt = Memo::new(move |_| {
        let is_dealt = |line: &&Line| line.dealt.is_some();
        all.with(|all| all.iter().filter(is_dealt).cloned().collect::<Vec<_>>())
    });
    let count = move || app.say(Text::ActionsCount, &[&open.with(Vec::len).to_string()]);
    let list = move || {
        let lang = app.lang.get();
        let lines = open.get();
        if lines.is_empty() {
            return view! { <p class="panel-empty">{Text::ActionsNone.get(lang)}</p> }.into_any();
        }
        let line = |line| view! { <OpenLine line morning lang/> };
        view! { <ol class="actions">{lines.into_iter().map(line).collect_view()}</ol> }.into_any()
    };
    let done = move || {
        let lang = app.lang.get();
        let lines = dealt.get();
        let title = app.say(Text::DealtCount, &[&lines.len().to_string()]);
        let line = |line| view! { <DealtLine line morning lang/> };
        (!lines.is_empty()).then(|| {
            view! {
                <details class="dealt">
                    <summary>{title}</summary>
                    <ol class="actions">{lines.into_iter().map(line).collect_view()}</ol>
                </details>
            }
        })
    };
    view! {
        <section class="panel" aria-labelledby="actions-title">
            <div class="panel-head"><h2 id="actions-title">{move || app.text(Text::ActionsTitle)}</h2><p class="panel-remark">{count}</p></div>
            {list}
            {done}
        </section>
    }
}

#[component]
fn OpenLine(line: Line, morning: Shown, lang: Lang) -> impl IntoView {
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
                type="button" class="button quiet small" aria-label=what
                on:click=move |_| app.run(Command::Go(page))
            >
                {Text::ActionGo.get(lang)}
            </button>
        }
    });
    let label = format!("{} {}", Text::DealWith.get(lang), line.what);
    let key = line.key;
    let deal = move |event| {
        let chosen: String = event_target_value(&event);
        dom::reset_choice(&event);
        let how = chosen
            .parse()
            .ok()
            .and_then(|at: usize| How::ALL.get(at).copied());
        if let (Some(how), Some(morning)) = (how, morning.get_untracked()) {
            deal::with(app, &morning, &key, how);
        }
    };
    let options = How::ALL.into_iter().enumerate().map(|(at, how)| {
        view! { <option value=at.to_string()>{answer(how).get(lang)}</option> }
    });
    view! {
        <li>
            <span class=class>{tag(line.due).get(lang)}</span>
            <p>{line.what}<small>{line.why}</small></p>
            <span class="row screen-only">
                {go}
                <select class="input deal" aria-label=label on:change=deal>
                    <option value="">{Text::DealWith.get(lang)}</option>
                    {options.collect_view()}
                </select>
            </span>
        </li>
    }
}

#[component]
fn DealtLine(line: Line, morning: Shown, lang: Lang) -> impl IntoView {
    let app = use_app();
    let label = format!("{} {}", Text::DealtBack.get(lang), line.what);
    let said = line.dealt.map(|how| answer(how).get(lang));
    let key = line.key;
    let back = move |_| {
        if let Some(morning) = morning.get_untracked() {
            deal::without(app, &morning, &key);
        }
    };
    view! {
        <li>
            <span class="due">{said}</span>
            <p>{line.what}<small>{line.why}</small></p>
            <button type="button" class="button quiet small screen-only" aria-label=label on:click=back>
                {Text::DealtBack.get(lang)}
            </button>
        </li>
    }
}
