//! Which days the files of each kind cover, and what to bring next.

use super::strip::StripTable;
use crate::app::context::use_app;
use crate::i18n::Text;
use crate::platform::{clock, dom};
use crate::screens::data::log::LogFilter;
use crate::screens::data::missing::{Todo, todos};
use crate::screens::data::strip::{NARROW_DAYS, Strip, WIDE_DAYS, Window, strip};
use leptos::prelude::*;

/// So many things to bring are shown at first.
const FIRST_TODOS: usize = 6;

/// The strip of covered days, and what is missing.
#[component]
pub fn CoveragePanel(
    /// What the log shows: a day that is chosen here is shown there.
    filter: RwSignal<LogFilter>,
) -> impl IntoView {
    let app = use_app();
    let window = RwSignal::new(Window::Newest);
    let is_narrow = RwSignal::new(dom::is_narrow());
    let resized = dom::on_resize(move || {
        if is_narrow.get_untracked() != dom::is_narrow() {
            is_narrow.set(dom::is_narrow());
        }
    });
    on_cleanup(move || resized.remove());
    let current = Memo::new(move |_| app.overview.with(|o| o.current));
    Effect::new(move |_| {
        current.track();
        window.set(Window::Newest);
    });
    let fit = move || {
        if is_narrow.get() {
            NARROW_DAYS
        } else {
            WIDE_DAYS
        }
    };
    let shown = Memo::new(move |_| {
        let today = clock::now().day();
        app.overview
            .with(|o| window.get().span(o.kinds(), today, fit()))
    });
    let drawn = Memo::new(move |_| {
        let (lang, today) = (app.lang.get(), clock::now().day());
        app.overview
            .with(|o| strip(lang, o.kinds(), &o.imports, shown.get(), today))
    });
    let go = Callback::new(move |step: i32| {
        let shown = shown.get_untracked();
        window.update(|window| *window = window.moved(shown, step, clock::now().day()));
    });
    let todos = Memo::new(move |_| {
        let (lang, today) = (app.lang.get(), clock::now().day());
        app.overview.with(|o| todos(lang, o.kinds(), today))
    });
    let note = move || {
        app.text(if todos.with(Vec::is_empty) {
            Text::DataCoverageFull
        } else {
            Text::DataCoverageNote
        })
    };
    view! {
        <section class="panel" aria-labelledby="coverage-title">
            <div class="panel-head">
                <h2 id="coverage-title">{move || app.text(Text::DataCoverage)}</h2>
                <Windows window drawn go fit=Signal::derive(fit)/>
            </div>
            <div class="panel-body">
                <StripTable strip=drawn filter go/>
                <p class="legend" aria-hidden="true">
                    <span class="day covered"></span>{move || app.text(Text::StripMarkCovered)}
                    <span class="day missing"></span>{move || app.text(Text::StripMarkMissing)}
                    <span class="day due"></span>{move || app.text(Text::StripMarkDue)}
                    <span class="day beyond"></span>{move || app.text(Text::StripMarkBeyond)}
                </p>
                <Todos todos window/>
                <p class="hint">{note}</p>
            </div>
        </section>
    }
}

/// Which days are shown.
#[component]
fn Windows(
    window: RwSignal<Window>,
    drawn: Memo<Strip>,
    /// Shows the days before (−1) or after (1).
    go: Callback<i32>,
    fit: Signal<i32>,
) -> impl IntoView {
    let app = use_app();
    let last = move || drawn.with(|strip| strip.days.last().map(|head| head.day));
    let is_last = move || last().is_none_or(|day| day >= clock::now().day());
    let is_month = move || matches!(window.get(), Window::Month(_));
    let toggle = move |_| {
        let next = match (window.get_untracked(), untrack(last)) {
            (Window::Month(_), _) | (_, None) => Window::Newest,
            (_, Some(day)) => Window::Month(day),
        };
        window.set(next);
    };
    let by = move || {
        if is_month() {
            app.say(Text::StripDays, &[&fit.get().to_string()])
        } else {
            app.text(Text::StripMonth).to_owned()
        }
    };
    view! {
        <div class="row tight screen-only">
            <Show when=move || window.get() != Window::Newest>
                <button type="button" class="button quiet small" on:click=move |_| window.set(Window::Newest)>
                    {move || app.text(Text::StripNewest)}
                </button>
            </Show>
            <button type="button" class="button quiet small" on:click=toggle>{by}</button>
            <button type="button" class="button small" on:click=move |_| go.run(-1)>
                {move || app.text(Text::StripEarlier)}
            </button>
            <button type="button" class="button small" disabled=is_last on:click=move |_| go.run(1)>
                {move || app.text(Text::StripLater)}
            </button>
        </div>
    }
}

/// What to bring next.
#[component]
fn Todos(todos: Memo<Vec<Todo>>, window: RwSignal<Window>) -> impl IntoView {
    let app = use_app();
    let shows_all = RwSignal::new(false);
    let shown = move || {
        let mut shown = todos.get();
        if !shows_all.get() {
            shown.truncate(FIRST_TODOS);
        }
        shown
    };
    let hidden = move || {
        todos.with(Vec::len).saturating_sub(if shows_all.get() {
            usize::MAX
        } else {
            FIRST_TODOS
        })
    };
    let line = move |todo: Todo| {
        let Todo {
            title,
            last_day,
            text,
            ..
        } = todo;
        let show = last_day.map(|day| {
            let label = move || app.say(Text::StripShowOf, &[title]);
            view! {
                <button
                    type="button" class="button quiet small screen-only" aria-label=label
                    on:click=move |_| window.set(Window::Until(day))
                >
                    {move || app.text(Text::StripShow)}
                </button>
            }
        });
        view! { <li><span>{text}</span>{show}</li> }
    };
    view! {
        <Show when=move || !todos.with(Vec::is_empty)>
            <div class="todos">
                <h3>{move || app.text(Text::TodoTitle)}</h3>
                <ul>{move || shown().into_iter().map(line).collect_view()}</ul>
                <Show when=move || { hidden() > 0 }>
                    <button type="button" class="button quiet small screen-only" on:click=move |_| shows_all.set(true)>
                        {move || app.say(Text::TodoMore, &[&hidden().to_string()])}
                    </button>
                </Show>
            </div>
        </Show>
    }
}
