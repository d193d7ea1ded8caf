//! The strip itself: one cell for each kind and day, walked with the arrow keys, read out below.

use crate::analytics::inventory::Freshness;
use crate::app::context::use_app;
use crate::i18n::{Text, t};
use crate::platform::dom;
use crate::screens::data::log::LogFilter;
use crate::screens::data::strip::{Cell, Group, Head, Mark, Row, Strip};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The id of the field of the log that a chosen day is shown in.
pub const LOG_DAY: &str = "log-day";

/// The row and the column of a cell.
type Place = (usize, usize);

/// The strip as a table.
#[component]
pub fn StripTable(
    /// What it shows.
    strip: Memo<Strip>,
    /// What the log shows: set to the kind and the day of a cell that is chosen.
    filter: RwSignal<LogFilter>,
    /// Shows the days before (−1) or after (1).
    go: Callback<i32>,
) -> impl IntoView {
    let app = use_app();
    let entered: RwSignal<Option<Place>> = RwSignal::new(None);
    let pointed: RwSignal<Option<Place>> = RwSignal::new(None);
    // One cell is reached by Tab; the arrows lead on from it.
    let stop = Memo::new(move |_| {
        strip.with(|strip| {
            let (rows, days) = (rows(strip).count(), strip.days.len());
            let (row, day) = entered.get().unwrap_or((0, usize::MAX));
            (
                row.min(rows.saturating_sub(1)),
                day.min(days.saturating_sub(1)),
            )
        })
    });
    let stops = Selector::new(move || stop.get());
    let choose = move |(row, column): Place| {
        let chosen = strip.with_untracked(|strip| {
            let kind = rows(strip).nth(row)?.kind;
            Some((kind, strip.days.get(column)?.day))
        });
        if let Some((kind, day)) = chosen {
            filter.set(LogFilter {
                kind: Some(kind.to_owned()),
                day: Some(day),
            });
            dom::reveal(LOG_DAY);
        }
    };
    let on_key = move |ev: KeyboardEvent| {
        if ev.ctrl_key() || ev.alt_key() || ev.meta_key() {
            return;
        }
        let (row, column) = stop.get_untracked();
        let (rows, days) = strip.with_untracked(|s| (rows(s).count(), s.days.len()));
        // Beyond the edge the window moves, and the next day is found in the new one.
        let beyond = match ev.key().as_str() {
            "ArrowLeft" if column == 0 => Some(-1),
            "ArrowRight" if column + 1 == days => Some(1),
            _ => None,
        };
        if let Some(step) = beyond {
            ev.prevent_default();
            let day = |at: usize| strip.with_untracked(|s| s.days.get(at).map(|head| head.day));
            let wanted = day(column).map(|day| day.plus(step));
            go.run(step);
            let found = strip.with_untracked(|s| s.days.iter().position(|h| Some(h.day) == wanted));
            if let Some(column) = found {
                entered.set(Some((row, column)));
                dom::focus_soon(&cell_id((row, column)));
            }
            return;
        }
        let next = match ev.key().as_str() {
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "ArrowRight" => (row, (column + 1).min(days.saturating_sub(1))),
            "ArrowUp" => (row.saturating_sub(1), column),
            "ArrowDown" => ((row + 1).min(rows.saturating_sub(1)), column),
            "Home" => (row, 0),
            "End" => (row, days.saturating_sub(1)),
            "Enter" | " " => {
                ev.prevent_default();
                choose((row, column));
                return dom::focus(LOG_DAY);
            }
            _ => return,
        };
        ev.prevent_default();
        dom::focus(&cell_id(next));
    };
    let readout = move || {
        let place = pointed.get().or(entered.get());
        let said = place.and_then(|(row, column)| {
            strip.with(|strip| {
                let row = rows(strip).nth(row)?;
                let cell = row.cells.get(column)?;
                Some(t(
                    app.lang.get(),
                    Text::StripReadout,
                    &[row.title, &cell.says],
                ))
            })
        });
        said.unwrap_or_else(|| app.text(Text::StripHint).to_owned())
    };
    let body = move || {
        strip.with(|strip| {
            let mut first = 0;
            let groups = strip.groups.iter().map(|group| {
                let at = first;
                first += group.rows.len();
                group_view(group, at, strip, &stops)
            });
            groups.collect_view()
        })
    };
    let head = move || strip.with(|strip| strip.days.iter().map(head_view).collect_view());
    view! {
        <div class="strip-scroll">
            <table
                class="coverage" role="grid" aria-labelledby="coverage-title"
                on:keydown=on_key
                on:focusin=move |ev| entered.set(dom::cell_at(&ev))
                on:mouseover=move |ev| pointed.set(dom::cell_at(&ev))
                on:mouseleave=move |_| pointed.set(None)
                on:click=move |ev| if let Some(place) = dom::cell_at(&ev) { choose(place) }
            >
                <thead aria-hidden="true"><tr><td></td>{head}<td class="wide-only"></td></tr></thead>
                {body}
            </table>
        </div>
        <p class="strip-readout hint screen-only" aria-hidden="true">{readout}</p>
    }
}

fn rows(strip: &Strip) -> impl Iterator<Item = &Row> {
    strip.groups.iter().flat_map(|group| &group.rows)
}

fn cell_id((row, column): Place) -> String {
    format!("covered-{row}-{column}")
}

fn head_view(head: &Head) -> impl IntoView + use<> {
    let class = if head.is_today { "today" } else { "" };
    view! { <td class=class><span>{head.label.clone()}</span></td> }
}

fn group_view(
    group: &Group,
    first: usize,
    strip: &Strip,
    stops: &Selector<Place>,
) -> impl IntoView + use<> {
    let width = (strip.days.len() + 2).to_string();
    let today = strip.days.iter().position(|head| head.is_today);
    let rows = group
        .rows
        .iter()
        .enumerate()
        .map(|(i, row)| row_view(row, first + i, today, stops))
        .collect_view();
    view! {
        <tbody>
            <tr class="coverage-system"><th scope="rowgroup" colspan=width>{group.system}</th></tr>
            {rows}
        </tbody>
    }
}

fn row_view(
    row: &Row,
    at: usize,
    today: Option<usize>,
    stops: &Selector<Place>,
) -> impl IntoView + use<> {
    let class = match row.freshness {
        Freshness::Fresh | Freshness::Unexpected => "coverage-state",
        Freshness::Due | Freshness::Stale => "coverage-state warn-text",
    };
    let found = format!("{} · {}", row.title, row.found);
    let cells = row.cells.iter().enumerate();
    let cells = cells
        .map(|(column, cell)| cell_view(cell, (at, column), today == Some(column), stops.clone()))
        .collect_view();
    view! {
        <tr>
            <th scope="row" title=found>
                <span aria-hidden="true">{row.title}</span>
                <small class=format!("{class} narrow-only") aria-hidden="true">{row.state.clone()}</small>
                <span class="visually-hidden">{row.summary.clone()}</span>
            </th>
            {cells}
            <td class=format!("{class} wide-only") role="gridcell">{row.state.clone()}</td>
        </tr>
    }
}

fn cell_view(
    cell: &Cell,
    place: Place,
    is_today: bool,
    stops: Selector<Place>,
) -> impl IntoView + use<> {
    let mark = match cell.mark {
        Mark::Covered => "day covered",
        Mark::Missing => "day missing",
        Mark::Due => "day due",
        Mark::Beyond => "day beyond",
    };
    let tab = move || if stops.selected(&place) { "0" } else { "-1" };
    view! {
        <td
            role="gridcell" id=cell_id(place) class:today=is_today tabindex=tab aria-label=cell.says.clone()
            data-row=place.0.to_string() data-column=place.1.to_string()
        >
            <span class=mark></span>
        </td>
    }
}
