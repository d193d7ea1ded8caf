//! Above the sheet: of which Thursday it is, what it comes to, what else has to be known, and where it goes.

use super::sheet_of;
use crate::analytics::stock::answer::{SheetView, StockView};
use crate::app::components::button::CommandButton;
use crate::app::context::use_app;
use crate::app::pages::stock::Shown;
use crate::app::tasks::send_sheet;
use crate::commands::Command;
use crate::i18n::{Lang, Text};
use crate::screens::stock::sheet::{headline, remarks, totals, totals_now};
use leptos::prelude::*;

/// The head of the sheet.
#[component]
pub(super) fn Head(stock: Shown) -> impl IntoView {
    let app = use_app();
    let of = move |say: fn(&StockView, &SheetView, Lang) -> String| {
        move || {
            let lang = app.lang.get();
            stock.with(|view| {
                let view = view.as_ref()?;
                Some(say(view, sheet_of(view)?, lang))
            })
        }
    };
    let said = move || {
        let lang = app.lang.get();
        let all = stock.with(|view| {
            let view = view.as_ref()?;
            Some(remarks(view, sheet_of(view)?, lang))
        });
        let all = all.unwrap_or_default();
        let item = |said| view! { <li>{said}</li> };
        (!all.is_empty()).then(
            || view! { <ul class="stock-remarks">{all.into_iter().map(item).collect_view()}</ul> },
        )
    };
    let send = move |what: fn(crate::app::context::App, &SheetView)| {
        move |_| {
            stock.with_untracked(|view| {
                if let Some(sheet) = view.as_ref().and_then(|view| sheet_of(view)) {
                    what(app, sheet);
                }
            });
        }
    };
    view! {
        <header class="panel stock-head">
            <div>
                <h2 id="stock-sheet">{of(|_, sheet, lang| headline(sheet, lang))}</h2>
                <p class="stock-sum" role="status">
                    {of(|_, sheet, lang| crate::i18n::t(lang, Text::SheetSumNow, &[&totals(totals_now(sheet), lang)]))}
                </p>
            </div>
            <div class="row screen-only">
                <button type="button" class="button" on:click=send(send_sheet::copy)>{move || app.text(Text::SheetCopy)}</button>
                <button type="button" class="button" on:click=send(send_sheet::excel)>{move || app.text(Text::SheetExcel)}</button>
                <CommandButton command=Command::Print text=Text::SheetPrint/>
            </div>
            {said}
        </header>
    }
}
