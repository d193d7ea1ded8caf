//! Which days the order files cover.

use crate::app::context::use_app;
use crate::i18n::Text;
use crate::screens::data::calendar::{Mark, Month, months};
use leptos::prelude::*;

/// So many months, the newest, are shown at first.
const SHOWN_MONTHS: usize = 12;

/// The calendar of covered days.
#[component]
pub fn CoveragePanel() -> impl IntoView {
    let app = use_app();
    let months = Memo::new(move |_| app.overview.with(|o| months(app.lang.get(), &o.coverage)));
    let shows_all = RwSignal::new(false);
    let shown = move || {
        let mut months = months.get();
        if !shows_all.get() {
            months.drain(..months.len().saturating_sub(SHOWN_MONTHS));
        }
        months
    };
    let hides_some = move || !shows_all.get() && months.with(Vec::len) > SHOWN_MONTHS;
    let has_holes = move || app.overview.with(|o| !o.coverage.holes().is_empty());
    let note = move || {
        app.text(if has_holes() {
            Text::DataCoverageNote
        } else {
            Text::DataCoverageFull
        })
    };
    view! {
        <section class="panel" aria-labelledby="coverage-title">
            <h2 id="coverage-title" class="panel-title">{move || app.text(Text::DataCoverage)}</h2>
            <div class="panel-body">
                <ol class="calendar">
                    {move || shown().into_iter().map(|month| view! { <OneMonth month/> }).collect_view()}
                </ol>
                <Show when=hides_some>
                    <div class="row">
                        <button type="button" class="button quiet small screen-only" on:click=move |_| shows_all.set(true)>
                            {move || app.say(Text::DataCoverageEarlier, &[&months.with(Vec::len).to_string()])}
                        </button>
                    </div>
                </Show>
                <p class="legend" aria-hidden="true">
                    <span class="day covered"></span>{move || app.text(Text::DataCoverageLegend)}
                    <span class="day missing"></span>{move || app.text(Text::DataCoverageHole)}
                    <span class="day beyond"></span>{move || app.text(Text::DataCoverageOutside)}
                </p>
                <p class="hint">{note}</p>
            </div>
        </section>
    }
}

#[component]
fn OneMonth(month: Month) -> impl IntoView {
    let lead = (0..month.lead)
        .map(|_| view! { <span></span> })
        .collect_view();
    let days = month.days.into_iter().map(|(day, mark)| {
        let class = match mark {
            Mark::Covered => "day covered",
            Mark::Missing => "day missing",
            Mark::Beyond => "day beyond",
        };
        view! { <span class=class title=day.to_string()></span> }
    });
    view! {
        <li class="month">
            <span class="visually-hidden">{month.summary}</span>
            <div aria-hidden="true">
                <span class="month-name">{month.title}</span>
                <div class="month-days">{lead}{days.collect_view()}</div>
            </div>
        </li>
    }
}
