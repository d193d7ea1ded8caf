//! The stores side by side. Their figures are asked for one store after the other while the part is unfolded.

use crate::app::components::delta::direction_class;
use crate::app::components::grid::Headers;
use crate::app::context::{App, use_app};
use crate::app::tasks::STORES;
use crate::commands::Command;
use crate::grid::{Cell, View};
use crate::i18n::Text;
use crate::platform::{clock, dom};
use crate::protocol::{Answer, Request, WorkspaceCard, WorkspaceId};
use crate::screens::data::stores::{Headlines, NAME, Stores, WEEK_PAID, stores};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What the figures of the stores depend on: when it changes they are asked for anew.
type Content = Vec<(WorkspaceId, u64, Option<crate::model::time::Span>)>;

/// The stores side by side; with one store there is nothing to compare.
#[component]
pub fn StoresPanel() -> impl IntoView {
    let app = use_app();
    let cards = Memo::new(move |_| app.overview.with(|o| o.workspaces.clone()));
    let is_unfolded = RwSignal::new(false);
    let figures = RwSignal::new(Headlines::new());
    let asking: RwSignal<Option<WorkspaceId>> = RwSignal::new(None);
    let content = Memo::new(move |_| cards.with(|cards| content(cards)));
    let round = StoredValue::new(0u32);
    Effect::new(move |_| {
        let content = content.get();
        round.update_value(|round| *round += 1);
        figures.set(Headlines::new());
        if is_unfolded.get() {
            let mine = round.get_value();
            let is_mine = move || round.try_get_value() == Some(mine);
            spawn_local(ask_all(app, content, figures, asking, is_mine));
        }
    });
    let drawn = Memo::new(move |_| {
        let (lang, today) = (app.lang.get(), clock::now().day());
        cards.with(|cards| figures.with(|figures| Arc::new(stores(lang, cards, figures, today))))
    });
    let status = move || {
        let name = cards.with(|cards| {
            let asked = asking.get()?;
            cards.iter().find(|c| c.id == asked).map(|c| c.name.clone())
        });
        match name {
            Some(name) => app.say(Text::StoresAsking, &[&name]),
            None => app.text(Text::StoresHint).to_owned(),
        }
    };
    view! {
        <Show when=move || { cards.with(Vec::len) > 1 }>
            <details
                class="panel folded" id=STORES
                on:toggle=move |ev| is_unfolded.set(dom::is_unfolded(&ev))
            >
                <summary><h2>{move || app.text(Text::StoresTitle)}</h2></summary>
                <p class="hint stores-hint" role="status">{status}</p>
                <StoresTable drawn/>
            </details>
        </Show>
    }
}

/// Asks for the figures of the stores, one after the other, as long as it is still this round that is wanted.
async fn ask_all(
    app: App,
    content: Content,
    figures: RwSignal<Headlines>,
    asking: RwSignal<Option<WorkspaceId>>,
    is_mine: impl Fn() -> bool,
) {
    for (workspace, ..) in content {
        asking.try_set(Some(workspace));
        let answer = app.ask(Request::Headline { workspace }).await;
        if !is_mine() {
            return;
        }
        if let Ok(Answer::Headline(headline)) = answer {
            let headline = headline.map(|headline| *headline);
            figures.try_update(|figures| figures.insert(workspace, headline));
        }
    }
    asking.try_set(None);
}

fn content(cards: &[WorkspaceCard]) -> Content {
    cards
        .iter()
        .map(|card| (card.id, card.stored_bytes, card.span))
        .collect()
}

#[component]
fn StoresTable(drawn: Memo<Arc<Stores>>) -> impl IntoView {
    let app = use_app();
    let view = RwSignal::new(View::default());
    let table = Signal::derive(move || Arc::new(drawn.with(|stores| stores.table.clone())));
    let rows = move || {
        drawn.with(|stores| {
            let order = view.with(|view| view.arrange(&stores.table, app.lang.get()));
            order
                .into_iter()
                .map(|at| row_view(app, stores, at as usize))
                .collect_view()
        })
    };
    let label = move || app.text(Text::StoresTitle);
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="table stores-table">
                <thead><tr><Headers table view/></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row_view(app: App, stores: &Stores, at: usize) -> impl IntoView + use<> {
    let row = stores.rows[at].clone();
    let id = row.id;
    let is_open = move || app.overview.with(|o| o.current == Some(id));
    let cells = stores.table.columns.iter().enumerate().skip(NAME + 1);
    let cells = cells
        .map(|(i, column)| {
            let class = match &stores.table.rows[at][i] {
                Cell::Change(Some(change)) => {
                    format!("figure {}", direction_class(change.direction()))
                }
                _ if column.kind.is_numeric() => "figure".to_owned(),
                _ => String::new(),
            };
            let missing = row.missing.clone().filter(|_| i == WEEK_PAID);
            let missing = missing.map(|text| view! { <small class="warn-text">{text}</small> });
            view! { <td class=class>{row.shown[i].clone()}{missing}</td> }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                <button
                    type="button" class="link-button" disabled=is_open
                    on:click=move |_| app.run(Command::OpenStore(id))
                >
                    {row.name}
                </button>
                {row.demo.then(|| view! { <small class="badge">{move || app.text(Text::StoreDemoBadge)}</small> })}
                <Show when=is_open>
                    <small class="badge on">{move || app.text(Text::SettingsStoreCurrent)}</small>
                </Show>
            </th>
            {cells}
        </tr>
    }
}
