//! Who answers for which part.

use super::Shown;
use super::amounts::class_of;
use super::input::Input;
use crate::analytics::targets::{PlanView, Share};
use crate::app::context::use_app;
use crate::app::tasks::keep_targets;
use crate::i18n::{Lang, Text, t};
use crate::screens::plan::people::{PersonLine, lines};
use crate::screens::plan::typed;
use leptos::prelude::*;

/// People and departments.
#[component]
pub(super) fn People(plan: Shown, month: Memo<usize>) -> impl IntoView {
    let app = use_app();
    let add = move |_| {
        if let Some(plan) = plan.get_untracked() {
            let name = free_name(&plan, app.text(Text::PeopleNew));
            keep_targets::shares(app, &plan, |shares| {
                shares.push(Share {
                    name,
                    ..Share::default()
                });
            });
        }
    };
    let body = move || {
        let (plan_now, lang, month) = (plan.get()?, app.lang.get(), month.get());
        let all = lines(&plan_now, month, lang);
        if all.is_empty() {
            return Some(
                view! { <p class="panel-empty">{Text::PeopleNone.get(lang)}</p> }.into_any(),
            );
        }
        let head = |text: Text, class: &'static str| view! { <th scope="col" class=class>{text.get(lang)}</th> };
        let of_month = t(lang, Text::PeopleMonth, &[&(month + 1).to_string()]);
        let row = |line| view! { <Row line plan lang/> };
        let table = view! {
            <div class="scroll-x" tabindex="0" role="group" aria-labelledby="plan-people">
                <table class="block plan">
                    <thead>
                        <tr>
                            {head(Text::PeopleName, "")}
                            {head(Text::PeopleDepartment, "narrow-off")}
                            {head(Text::PeoplePart, "")}
                            <th scope="col">{of_month}</th>
                            {head(Text::PeopleYear, "narrow-off")}
                            {head(Text::PlanActual, "")}
                            {head(Text::PlanAttainment, "")}
                            <th scope="col" class="screen-only"><span class="visually-hidden">{Text::PeopleRemove.get(lang)}</span></th>
                        </tr>
                    </thead>
                    <tbody>{all.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        };
        Some(table.into_any())
    };
    view! {
        <section class="panel" aria-labelledby="plan-people">
            <div class="panel-head">
                <h2 id="plan-people">{move || app.text(Text::PlanPeople)}</h2>
                <button type="button" class="button small screen-only" on:click=add>{move || app.text(Text::PeopleAdd)}</button>
            </div>
            <p class="hint panel-note">{move || app.text(Text::PlanPeopleHow)}</p>
            {body}
        </section>
    }
}

fn names(plan: &PlanView) -> Vec<&str> {
    let typed = plan.targets.years.get(&plan.plan.year);
    let shares = typed
        .map(|typed| typed.shares.as_slice())
        .unwrap_or_default();
    shares.iter().map(|share| share.name.as_str()).collect()
}

/// A name that nobody has.
fn free_name(plan: &PlanView, name: &str) -> String {
    let taken = names(plan);
    let numbered = (1..).map(|n| format!("{name} {n}"));
    let mut free = numbered.filter(|name| !taken.contains(&name.as_str()));
    free.next().unwrap_or_else(|| name.to_owned())
}

#[component]
fn Row(line: PersonLine, plan: Shown, lang: Lang) -> impl IntoView {
    let name = line.name.clone();
    let (who, department, part) = match line.at {
        Some(at) => (
            view! { <Cell at what=What::Name of=name.clone() value=line.name plan lang/> }.into_any(),
            view! { <Cell at what=What::Department of=name.clone() value=line.department plan lang/> }.into_any(),
            view! { <Cell at what=What::Part of=name.clone() value=line.part plan lang/> }.into_any(),
        ),
        None => (line.name.into_any(), line.department.into_any(), line.part.into_any()),
    };
    let app = use_app();
    let remove = line.at.map(|at| {
        let label = format!("{} {name}", Text::PeopleRemove.get(lang));
        let remove = move |_| {
            if let Some(plan) = plan.get_untracked() {
                keep_targets::remove_share(app, &plan, at);
            }
        };
        view! {
            <button type="button" class="button quiet small" aria-label=label on:click=remove>
                {Text::PeopleRemove.get(lang)}
            </button>
        }
    });
    view! {
        <tr class:sum=line.at.is_none()>
            <th scope="row">{who}</th>
            <td class="narrow-off">{department}</td>
            <td>{part}</td>
            <td>{line.month}</td>
            <td class="narrow-off">{line.year}</td>
            <td>{line.actual}</td>
            <td class=class_of(line.standing)>{line.attainment}<small>{line.line}</small></td>
            <td class="screen-only">{remove}</td>
        </tr>
    }
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Name,
    Department,
    Part,
}

/// An input of a share.
#[component]
fn Cell(
    at: usize,
    what: What,
    of: String,
    value: String,
    plan: Shown,
    lang: Lang,
) -> impl IntoView {
    let app = use_app();
    let keep = Callback::new(move |text: String| {
        let Some(plan) = plan.get_untracked() else {
            return true;
        };
        let text = text.trim().to_owned();
        let part = typed::part_ppm(&text);
        let is_fit = match what {
            What::Name => {
                let mut others = names(&plan)
                    .into_iter()
                    .enumerate()
                    .filter(|(i, _)| *i != at);
                !text.is_empty() && others.all(|(_, name)| name != text)
            }
            What::Department => true,
            What::Part => part.is_ok(),
        };
        if is_fit {
            keep_targets::shares(app, &plan, |shares| {
                if let Some(share) = shares.get_mut(at) {
                    match what {
                        What::Name => share.name = text,
                        What::Department => share.department = (!text.is_empty()).then_some(text),
                        What::Part => share.ppm = part.ok().flatten().unwrap_or_default(),
                    }
                }
            });
        }
        is_fit
    });
    let (title, wrong, look) = match what {
        What::Name => (Text::PeopleName, Text::PlanNotName, "name"),
        What::Department => (Text::PeopleDepartment, Text::PlanNotName, "name"),
        What::Part => (Text::PeoplePart, Text::PlanNotPart, "short"),
    };
    let label = format!("{of} {}", title.get(lang));
    view! { <Input label value wrong=wrong.get(lang) keep look/> }
}
