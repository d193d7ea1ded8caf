//! 算法自检: the golden values, worked out in this browser.

use crate::analytics::selfcheck::Seen;
use crate::app::context::{failure_text, use_app};
use crate::i18n::{Lang, Text, format};
use crate::protocol::{Answer, Failure, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The section 算法自检.
#[component]
pub(super) fn SelfCheck() -> impl IntoView {
    let app = use_app();
    let result = RwSignal::new(None::<Result<Vec<Seen>, Failure>>);
    let is_busy = RwSignal::new(false);
    let run = move |_| {
        is_busy.set(true);
        spawn_local(async move {
            let outcome = app.ask(Request::SelfCheck).await;
            let seen = outcome.map(|answer| match answer {
                Answer::SelfCheck(seen) => seen,
                _ => Vec::new(),
            });
            // Nothing is there any more once the page is left.
            let _ = result.try_set(Some(seen));
            let _ = is_busy.try_set(false);
        });
    };
    let shown = move || {
        let lang = app.lang.get();
        Some(match result.get()? {
            Ok(seen) => view! { <Outcome seen lang/> }.into_any(),
            Err(failure) => {
                view! { <p class="field-error" role="alert">{failure_text(lang, &failure)}</p> }
                    .into_any()
            }
        })
    };
    view! {
        <section class="panel" aria-labelledby="selfcheck-title">
            <h2 id="selfcheck-title" class="panel-title">{move || app.text(Text::SelfCheckTitle)}</h2>
            <div class="panel-body">
                <p>{move || app.text(Text::SelfCheckWhat)}</p>
                <button type="button" class="button" disabled=move || is_busy.get() on:click=run>
                    {move || app.text(Text::SelfCheckRun)}
                </button>
                {shown}
            </div>
        </section>
    }
}

#[component]
fn Outcome(seen: Vec<Seen>, lang: Lang) -> impl IntoView {
    let passed = seen.iter().filter(|check| check.passes).count();
    let counts = [passed, seen.len()].map(|n| n.to_string());
    let said = crate::i18n::t(
        lang,
        Text::SelfCheckPassed,
        &counts.each_ref().map(String::as_str),
    );
    let row = |check: Seen| {
        let mark = match check.passes {
            true => Text::SelfCheckYes,
            false => Text::SelfCheckNo,
        };
        view! {
            <tr>
                <th scope="row">{lang.pick((&check.subject.0, &check.subject.1)).to_owned()}<small>{check.reference}</small></th>
                <td>{format::significant(check.expected)}</td>
                <td>{format::significant(check.found)}</td>
                <td class:field-error=!check.passes>{mark.get(lang)}</td>
            </tr>
        }
    };
    view! {
        <p role="status">{said}</p>
        <table class="block selfcheck">
            <thead>
                <tr>
                    <th scope="col">{Text::SelfCheckSubject.get(lang)}</th>
                    <th scope="col">{Text::SelfCheckExpected.get(lang)}</th>
                    <th scope="col">{Text::SelfCheckFound.get(lang)}</th>
                    <th scope="col">{Text::SelfCheckVerdict.get(lang)}</th>
                </tr>
            </thead>
            <tbody>{seen.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
