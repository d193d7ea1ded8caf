//! A row of the sheet: its numbers, the quantity that can be changed by hand, and why it is what it is.

use super::terms::TermsForm;
use super::{Rows, sheet_of};
use crate::analytics::stock::change::StockChange;
use crate::analytics::stock::desk::Edit;
use crate::app::context::use_app;
use crate::app::pages::stock::numbers::{NumberInput, units};
use crate::app::tasks::change_stock;
use crate::i18n::Text;
use crate::screens::stock::sheet::Line;
use crate::screens::stock::steps::{grounds, steps};
use leptos::prelude::*;

/// A row, and below it, when it is open, what it rests on.
#[component]
pub(super) fn SheetRow(rows: Rows, item: String) -> impl IntoView {
    let app = use_app();
    let is_open = RwSignal::new(false);
    let code = StoredValue::new(item.clone());
    let line = Memo::new(move |_| rows.lines.with(|lines| lines.get(&item).cloned()));
    let part = move |of: fn(Line) -> String| move || line.get().map(of);
    let is = move |of: fn(&Line) -> bool| move || line.with(|line| line.as_ref().is_some_and(of));
    let review = move || {
        rows.stock
            .with_untracked(|view| Some(sheet_of(view.as_ref()?)?.sheet.when.review))
    };
    let proposed = move || {
        rows.stock.with_untracked(|view| {
            let sheet = sheet_of(view.as_ref()?)?;
            let at = line.with_untracked(|line| line.as_ref().map(|line| line.at))?;
            sheet.sheet.rows.get(at).map(|row| row.why.proposed)
        })
    };
    let forget = move || {
        if let Some(review) = review() {
            let item = code.get_value();
            change_stock::one(app, StockChange::ForgetEdit { review, item });
        }
    };
    let keep = Callback::new(move |units: Option<i64>| match (units, review()) {
        (Some(units), Some(review)) if proposed() != Some(units) => {
            let edit = Edit {
                review,
                item: code.get_value(),
                units,
                note: String::new(),
            };
            change_stock::one(app, StockChange::Edit(edit));
        }
        _ => forget(),
    });
    let label = Signal::derive(move || {
        let title = line.get().map(|line| line.title).unwrap_or_default();
        format!("{title} {}", app.text(Text::ColUnits))
    });
    let value = Signal::derive(move || line.get().map(|line| line.units).unwrap_or_default());
    let open_label = move || {
        let units = line.get().map(|line| line.proposed).unwrap_or_default();
        app.say(Text::SheetOpen, &[&units])
    };
    let back = move || {
        let units = line.get().map(|line| line.proposed).unwrap_or_default();
        app.say(Text::SheetBack, &[&units])
    };
    view! {
        <tr class:dimmed=is(|line| line.is_left_out)>
            <th scope="row">
                <button
                    type="button" class="stock-open" aria-expanded=move || is_open.get().to_string() title=open_label
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    <span class="stock-title">{part(|line| line.title)}</span>
                    <small>{part(|line| line.item)}</small>
                </button>
            </th>
            <td class="num">
                {part(|line| line.on_hand)}
                {move || line.get().and_then(|line| line.on_hand_remark).map(|remark| view! { <small>{remark}</small> })}
            </td>
            <td class="num narrow-off">{part(|line| line.on_order)}</td>
            <td class="num narrow-off">{part(|line| line.wanted)}</td>
            <td class="num narrow-off">{part(|line| line.safety)}</td>
            <td class="num narrow-off">{part(|line| line.proposed)}<small>{part(|line| line.terms)}</small></td>
            <td class="num">
                <span class:locked=is(|line| line.is_edited) class="screen-only stock-quantity">
                    <NumberInput label value read=units keep wrong_text=Text::SheetNotUnits/>
                </span>
                <strong class="print-only">{move || value.get()}</strong>
                <Show when=is(|line| line.is_edited)>
                    <button type="button" class="button quiet small screen-only" on:click=move |_| forget()>{back}</button>
                </Show>
                <Show when=is(|line| line.is_left_out)>
                    <small>{move || app.text(Text::SheetLeftOutTag)}</small>
                </Show>
            </td>
            <td class="num narrow-off">{part(|line| line.cost)}</td>
            <td class="num narrow-off" class:behind=is(|line| line.is_urgent)>
                {part(|line| line.week)} <small>{part(|line| line.cycle)}</small>
            </td>
            <td class="stock-reason wide-only">{part(|line| line.reason)}</td>
        </tr>
        <Show when=move || is_open.get()>
            <tr class="stock-why">
                <td colspan="10">
                    <Why rows line/>
                    <TermsForm stock=rows.stock item=code.get_value()/>
                </td>
            </tr>
        </Show>
    }
}

/// The steps to the quantity, and what they rest on.
#[component]
fn Why(rows: Rows, line: Memo<Option<Line>>) -> impl IntoView {
    let app = use_app();
    let lists = move || {
        let lang = app.lang.get();
        let at = line.get()?.at;
        rows.stock.with(|view| {
            let sheet = sheet_of(view.as_ref()?)?;
            let (row, behind) = (sheet.sheet.rows.get(at)?, sheet.behind.get(at)?);
            let item = |said: String| view! { <li>{said}</li> };
            let list = |lines: Vec<String>| lines.into_iter().map(item).collect_view();
            Some(view! {
                <div>
                    <h3>{Text::SheetSteps.get(lang)}</h3>
                    <ol>{list(steps(row, lang))}</ol>
                </div>
                <div>
                    <h3>{Text::SheetGrounds.get(lang)}</h3>
                    <ul>{list(grounds(row, behind, lang))}</ul>
                </div>
            })
        })
    };
    view! { <div class="stock-columns">{lists}</div> }
}
