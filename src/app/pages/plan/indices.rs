//! The indices by which a month goes to its days.

use super::Shown;
use super::input::Input;
use crate::analytics::targets::Scope;
use crate::app::context::use_app;
use crate::app::tasks::keep_targets;
use crate::i18n::{Lang, Text};
use crate::screens::plan::indices::{Index, remark, specials, unknown, weekdays};
use crate::screens::plan::typed;
use leptos::prelude::*;

/// Weekdays, holidays and sales of a month.
#[component]
pub(super) fn Indices(plan: Shown, month: Memo<usize>) -> impl IntoView {
    let app = use_app();
    let title = move || app.say(Text::PlanIndices, &[&(month.get() + 1).to_string()]);
    let body = move || {
        let (plan_now, lang, month) = (plan.get()?, app.lang.get(), month.get());
        let seven = weekdays(&plan_now, month, lang);
        let are_typed = seven.iter().any(|index| index.is_typed);
        let shown: Vec<u32> = seven.iter().map(|index| index.milli).collect();
        let day = |(at, index): (usize, Index)| {
            let shown = shown.clone();
            view! { <Weekday index at shown plan lang/> }
        };
        let days = seven.into_iter().enumerate().map(day).collect_view();
        let back = move |_| {
            if let Some(plan) = plan.get_untracked() {
                keep_targets::weekdays(app, &plan, None);
            }
        };
        let special = specials(&plan_now, month, lang);
        let specials = match special.is_empty() {
            true => {
                view! { <p class="panel-note">{Text::PlanSpecialsNone.get(lang)}</p> }.into_any()
            }
            false => {
                let row = |index| view! { <Special index plan lang/> };
                let rows = special.into_iter().map(row).collect_view();
                view! { <table class="block plan"><tbody>{rows}</tbody></table> }.into_any()
            }
        };
        let span = plan_now.span(Scope::Month(month))?;
        let unknown = unknown(span, lang)
            .into_iter()
            .map(|said| view! { <p class="panel-note warn">{said}</p> });
        Some(view! {
            <h3 class="panel-note">{Text::PlanWeekdays.get(lang)}" "<small>{remark(&plan_now, month, lang)}</small></h3>
            <div class="weekdays">{days}</div>
            {are_typed.then(|| view! {
                <p class="panel-note screen-only">
                    <button type="button" class="button small" on:click=back>{Text::PlanWeekdaysBack.get(lang)}</button>
                </p>
            })}
            <h3 class="panel-note">{Text::PlanSpecials.get(lang)}</h3>
            {specials}
            {unknown.collect_view()}
        })
    };
    view! {
        <section class="panel" aria-labelledby="plan-indices">
            <div class="panel-head"><h2 id="plan-indices">{title}</h2></div>
            <p class="hint panel-note">{move || app.text(Text::PlanIndicesHow)}</p>
            {body}
        </section>
    }
}

/// One of the seven: typing one of them keeps all of them as they are shown.
#[component]
fn Weekday(index: Index, at: usize, shown: Vec<u32>, plan: Shown, lang: Lang) -> impl IntoView {
    let app = use_app();
    let keep = Callback::new(move |text: String| {
        let typed = typed::index_milli(&text);
        let mut seven: Option<[u32; 7]> = shown.clone().try_into().ok();
        if let (Some(seven), Ok(Some(milli))) = (&mut seven, typed)
            && let Some(index) = seven.get_mut(at)
        {
            *index = milli;
        }
        if let (Ok(_), Some(plan)) = (typed, plan.get_untracked()) {
            // Without one of them all are learned again.
            let seven = seven.filter(|_| typed != Ok(None));
            keep_targets::weekdays(app, &plan, seven);
        }
        typed.is_ok()
    });
    let label = format!("{} {}", index.name, Text::IndexTyped.get(lang));
    view! {
        <div>
            <span>{index.name}</span>
            <Input label value=index.shown wrong=Text::PlanNotIndex.get(lang) keep is_typed=index.is_typed look="short"/>
            <small>{index.from}</small>
        </div>
    }
}

#[component]
fn Special(index: Index, plan: Shown, lang: Lang) -> impl IntoView {
    let app = use_app();
    let key = index.key;
    let keep = Callback::new(move |text: String| {
        let typed = typed::index_milli(&text);
        if let (Ok(milli), Some(plan)) = (typed, plan.get_untracked()) {
            keep_targets::special(app, &plan, &key, milli);
        }
        typed.is_ok()
    });
    let label = format!("{} {}", index.name, Text::IndexTyped.get(lang));
    let typed = match index.is_typed {
        true => index.shown.clone(),
        false => String::new(),
    };
    view! {
        <tr>
            <th scope="row">{index.name}</th>
            <td><small>{index.from}</small></td>
            <td>
                <Input
                    label value=typed placeholder=index.shown wrong=Text::PlanNotIndex.get(lang) keep
                    is_typed=index.is_typed look="short"
                />
            </td>
        </tr>
    }
}
