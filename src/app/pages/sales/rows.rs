//! The orders behind a number.

use crate::analytics::rows::RowsQuery;
use crate::app::components::answered::Answered;
use crate::app::components::grid::DataGrid;
use crate::app::components::page_head::PageHead;
use crate::app::context::use_app;
use crate::app::query::ask;
use crate::i18n::Text;
use crate::platform::location;
use crate::protocol::{Answer, Request};
use crate::route::Page;
use crate::screens::sales::rows::{line, table};
use leptos::prelude::*;
use std::sync::Arc;

/// The orders of a query.
#[component]
pub fn RowsPage(
    /// Which.
    query: Memo<RowsQuery>,
) -> impl IntoView {
    let app = use_app();
    let request = Memo::new(move |_| Request::Rows(query.get()));
    let answer = ask(app, request, |answer| match answer {
        Answer::Rows(rows) => Some(*rows),
        _ => None,
    });
    let rows = Memo::new(move |_| {
        let lang = app.lang.get();
        let table = answer
            .shown
            .with(|rows| rows.as_ref().map(|rows| table(rows, lang)));
        Arc::new(table.unwrap_or_default())
    });
    let says = move || {
        let lang = app.lang.get();
        answer
            .shown
            .with(|rows| rows.as_ref().map(|rows| line(query.get(), rows, lang)))
    };
    let label = Signal::derive(move || app.text(Text::RowsTitleOf).to_owned());
    let file_name = Signal::derive(move || {
        let RowsQuery { metric, span } = query.get();
        format!(
            "{} {}_{}",
            metric.entry(app.lang.get()).name,
            span.first,
            span.last
        )
    });
    view! {
        <article class="board" aria-busy=move || answer.is_busy.get().to_string()>
            <PageHead page=Page::Sales truth=move || view! {
                <span>{says}</span>
                <button type="button" class="button quiet small screen-only" on:click=move |_| location::back()>
                    {move || app.text(Text::RowsBack)}
                </button>
            }/>
            <Answered query=answer>
                <section class="panel" aria-labelledby="rows-title">
                    <div class="panel-head"><h2 id="rows-title">{move || label.get()}</h2></div>
                    <DataGrid table=rows label file_name/>
                </section>
            </Answered>
        </article>
    }
}
