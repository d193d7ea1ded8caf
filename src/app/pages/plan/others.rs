//! What a month aims at beside money.

use super::Shown;
use super::input::Input;
use crate::app::context::use_app;
use crate::app::tasks::keep_targets;
use crate::i18n::{Lang, Text, t};
use crate::screens::plan::others::{Other, OtherLine, lines};
use crate::screens::plan::typed;
use leptos::prelude::*;

/// Visitors, conversion, spend per buyer, satisfaction and what advertising brings.
#[component]
pub(super) fn OtherTargets(plan: Shown, month: Memo<usize>) -> impl IntoView {
    let app = use_app();
    let title = move || app.say(Text::PlanOthers, &[&(month.get() + 1).to_string()]);
    let rows = move || {
        let (plan_now, lang, month) = (plan.get()?, app.lang.get(), month.get());
        let row = |line| view! { <Row line plan month lang/> };
        Some(
            lines(&plan_now, month, lang)
                .into_iter()
                .map(row)
                .collect_view(),
        )
    };
    let head = move |text: Text| view! { <th scope="col">{move || app.text(text)}</th> };
    view! {
        <section class="panel" aria-labelledby="plan-others">
            <div class="panel-head"><h2 id="plan-others">{title}</h2></div>
            <p class="hint panel-note">{move || app.text(Text::PlanOthersHow)}</p>
            <div class="scroll-x" tabindex="0" role="group" aria-labelledby="plan-others">
                <table class="block plan others">
                    <thead>
                        <tr>
                            <th scope="col"><span class="visually-hidden">{move || app.text(Text::OtherTarget)}</span></th>
                            {head(Text::OtherTarget)}
                            {head(Text::PlanActual)}
                            {head(Text::PlanAttainment)}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(line: OtherLine, plan: Shown, month: usize, lang: Lang) -> impl IntoView {
    let app = use_app();
    let other = line.other;
    let keep = Callback::new(move |text: String| {
        let typed = match other {
            Other::Visitors => typed::whole(&text),
            Other::Conversion | Other::Satisfied => typed::part_ppm(&text),
            Other::SpendPerBuyer => typed::small_fen(&text),
            Other::Roi => typed::ratio_milli(&text),
        };
        if let (Ok(value), Some(plan)) = (typed, plan.get_untracked()) {
            keep_targets::other(app, &plan, month, |others| match other {
                Other::Visitors => others.visitors = value,
                Other::Conversion => others.conversion_ppm = value,
                Other::SpendPerBuyer => others.spend_per_buyer_fen = value,
                Other::Satisfied => others.satisfied_ppm = value,
                Other::Roi => others.roi_milli = value,
            });
        }
        typed.is_ok()
    });
    let label = format!("{} {}", line.name, Text::OtherTarget.get(lang));
    let wrong = t(lang, Text::PlanNotOther, &[other.example()]);
    let (class, said) = match line.is_met {
        Some(true) => ("on-track", Text::PlanLineMet.get(lang)),
        Some(false) => ("behind", Text::PlanLineMissed.get(lang)),
        None => ("", ""),
    };
    view! {
        <tr>
            <th scope="row">{line.name}</th>
            <td><Input label value=line.typed placeholder=other.example() wrong keep/></td>
            <td>{line.actual}<small>{line.remark}</small></td>
            <td class=class>{line.attainment}<small>{said}</small></td>
        </tr>
    }
}
