//! The days of a month.

use super::Shown;
use crate::analytics::targets::Scope;
use crate::app::context::use_app;
use crate::app::tasks::keep_targets;
use crate::i18n::{Lang, Text};
use crate::screens::plan::days::{DayLine, indices, lines};
use crate::screens::plan::typed_fen;
use leptos::prelude::*;

/// The target of each day, and what it brought.
#[component]
pub(super) fn Days(plan: Shown, month: Memo<usize>) -> impl IntoView {
    let app = use_app();
    let title = move || app.say(Text::PlanDays, &[&(month.get() + 1).to_string()]);
    let learned = move || {
        let lang = app.lang.get();
        plan.with(|p| p.as_ref().map(|p| indices(p, month.get(), lang)))
    };
    let body = move || {
        let (plan_now, lang) = (plan.get()?, app.lang.get());
        let all = lines(&plan_now, month.get(), lang);
        if all.iter().all(|line| line.target.is_empty()) {
            return Some(
                view! { <p class="panel-empty">{Text::PlanNoTarget.get(lang)}</p> }.into_any(),
            );
        }
        let row = |line| view! { <Row line plan lang/> };
        let head = |text: Text, class: &'static str| view! { <th scope="col" class=class>{text.get(lang)}</th> };
        let table = view! {
            <div class="scroll-x" tabindex="0" role="group" aria-labelledby="plan-days">
                <table class="block plan">
                    <thead>
                        <tr>
                            {head(Text::PlanDay, "")}
                            {head(Text::PlanClass, "narrow-off")}
                            {head(Text::PlanIndex, "narrow-off")}
                            {head(Text::PlanDayTarget, "")}
                            {head(Text::PlanActual, "")}
                            {head(Text::PlanAttainment, "")}
                        </tr>
                    </thead>
                    <tbody>{all.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        };
        Some(table.into_any())
    };
    view! {
        <section class="panel" aria-labelledby="plan-days">
            <div class="panel-head"><h2 id="plan-days">{title}</h2></div>
            <p class="hint panel-note">{move || app.text(Text::PlanDayHow)}" "{learned}</p>
            {body}
        </section>
    }
}

#[component]
fn Row(line: DayLine, plan: Shown, lang: Lang) -> impl IntoView {
    let app = use_app();
    let scope = Scope::Day(line.day);
    let wrong = RwSignal::new(false);
    let keep = move |event| {
        let typed = typed_fen(&event_target_value(&event));
        wrong.set(typed.is_err());
        if let (Ok(fen), Some(plan)) = (typed, plan.get_untracked()) {
            keep_targets::amount(app, &plan, scope, fen);
        }
    };
    let unlock = move |_| {
        if let Some(plan) = plan.get_untracked() {
            keep_targets::amount(app, &plan, scope, None);
        }
    };
    let label = format!("{} {}", line.name, Text::PlanDayTarget.get(lang));
    let unlock_label = format!("{} {}", Text::PlanUnlock.get(lang), line.name);
    view! {
        <tr>
            <th scope="row">{line.name}</th>
            <td class="narrow-off">{line.class}</td>
            <td class="narrow-off">{line.index}</td>
            <td>
                <input
                    class="input amount" class:locked=line.is_locked inputmode="decimal" aria-label=label autocomplete="off"
                    prop:value=line.target aria-invalid=move || wrong.get().to_string() on:change=keep
                />
                {line.is_locked.then(|| view! {
                    <button type="button" class="button quiet small screen-only" aria-label=unlock_label on:click=unlock>
                        {Text::PlanUnlock.get(lang)}
                    </button>
                })}
                <Show when=move || wrong.get()>
                    <small class="field-error" role="alert">{Text::PlanNotAmount.get(lang)}</small>
                </Show>
            </td>
            <td>{line.actual}</td>
            <td>{line.attainment}</td>
        </tr>
    }
}
