//! Year, quarters and months.

use super::Shown;
use crate::analytics::targets::Scope;
use crate::app::context::use_app;
use crate::app::tasks::keep_targets;
use crate::i18n::{Lang, Text};
use crate::route::{PlanPlace, Route};
use crate::screens::plan::amounts::{Line, lines};
use crate::screens::plan::{Standing, typed_fen};
use leptos::prelude::*;

/// What is aimed at in each part of the year.
#[component]
pub(super) fn Amounts(plan: Shown, month: Memo<usize>) -> impl IntoView {
    let app = use_app();
    let rows = move || {
        let (plan_now, lang) = (plan.get()?, app.lang.get());
        let row = |line| view! { <Row line plan month lang/> };
        Some(lines(&plan_now, lang).into_iter().map(row).collect_view())
    };
    let head = move |text: Text, class: &'static str| {
        view! { <th scope="col" class=class>{move || app.text(text)}</th> }
    };
    view! {
        <section class="panel" aria-labelledby="plan-amounts">
            <div class="panel-head"><h2 id="plan-amounts">{move || app.text(Text::PlanAmounts)}</h2></div>
            <p class="hint panel-note">{move || app.text(Text::PlanHow)}</p>
            <div class="scroll-x" tabindex="0" role="group" aria-labelledby="plan-amounts">
                <table class="block plan">
                    <thead>
                        <tr>
                            {head(Text::PlanPart, "")}
                            {head(Text::PlanTyped, "")}
                            {head(Text::PlanTarget, "")}
                            {head(Text::PlanActual, "narrow-off")}
                            {head(Text::PlanAttainment, "")}
                            {head(Text::PlanDue, "narrow-off")}
                            {head(Text::PlanRequired, "narrow-off")}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(line: Line, plan: Shown, month: Memo<usize>, lang: Lang) -> impl IntoView {
    let app = use_app();
    let scope = line.scope;
    let wrong = RwSignal::new(false);
    let keep = move |event| {
        let typed = typed_fen(&event_target_value(&event));
        wrong.set(typed.is_err());
        if let (Ok(fen), Some(plan)) = (typed, plan.get_untracked()) {
            keep_targets::amount(app, &plan, scope, fen);
        }
    };
    let label = format!("{} {}", line.name, Text::PlanTyped.get(lang));
    let name = match scope {
        Scope::Month(at) => {
            let go = move |_| {
                let year = plan.with_untracked(|p| p.as_ref().map(|p| p.plan.year));
                app.navigate(Route::Plan(PlanPlace {
                    year,
                    month: Some(at),
                }));
            };
            view! {
                <button type="button" class="button quiet small" aria-pressed=move || (month.get() == at).to_string() on:click=go>
                    {line.name}
                </button>
            }
            .into_any()
        }
        _ => view! { <strong>{line.name}</strong> }.into_any(),
    };
    let standing = match line.standing {
        Standing::Ahead => "",
        Standing::OnTrack => "on-track",
        Standing::Behind => "behind",
    };
    view! {
        <tr class:sum=!matches!(scope, Scope::Month(_))>
            <th scope="row">{name}</th>
            <td>
                <input
                    class="input amount" inputmode="decimal" aria-label=label autocomplete="off"
                    prop:value=line.typed aria-invalid=move || wrong.get().to_string() on:change=keep
                />
                <Show when=move || wrong.get()>
                    <small class="field-error" role="alert">{Text::PlanNotAmount.get(lang)}</small>
                </Show>
            </td>
            <td>{line.target}{line.origin.map(|origin| view! { <small>{origin}</small> })}</td>
            <td class="narrow-off">{line.actual}</td>
            <td class=standing>{line.attainment}</td>
            <td class="narrow-off">{line.due}</td>
            <td class="narrow-off">{line.required}</td>
        </tr>
    }
}
