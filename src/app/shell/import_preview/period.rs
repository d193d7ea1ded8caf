//! The days of a table that does not say them itself, and the day of a state of things.

use crate::app::context::{ImportState, use_app};
use crate::app::tasks::import::read_over;
use crate::i18n::Text;
use crate::model::time::{Day, Span};
use crate::platform::clock;
use leptos::prelude::*;

/// Two days to be typed.
#[component]
pub fn PeriodForm(id: u32) -> impl IntoView {
    let app = use_app();
    let today = clock::now().day();
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_wrong = RwSignal::new(false);
    let is_busy = move || app.import.with(ImportState::is_busy);
    let use_it = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let day = |text: RwSignal<String>| Day::parse_iso(&text.get_untracked());
        let days = day(from).zip(day(to));
        match days.filter(|(from, to)| *from <= today && *to <= today) {
            Some((from, to)) => read_over(app, id, Span::new(from, to)),
            None => is_wrong.set(true),
        }
    };
    let input = move |name: &'static str, text: Text, value: RwSignal<String>| {
        let field_id = format!("preview-{name}-{id}");
        view! {
            <label for=field_id.clone()>{app.text(text)}</label>
            <input
                id=field_id class="input" type="date" max=today.to_string() prop:value=value
                on:input=move |ev| {
                    is_wrong.set(false);
                    value.set(event_target_value(&ev));
                }
            />
        }
    };
    view! {
        <form class="preview-days" on:submit=use_it>
            <p>{app.text(Text::PreviewPeriodWhat)}</p>
            <div class="row">
                {input("from", Text::PreviewFrom, from)}
                {input("to", Text::PreviewTo, to)}
                <button type="submit" class="button small" disabled=is_busy>{app.text(Text::PreviewPeriodUse)}</button>
            </div>
            <p class="bad-text" aria-live="polite">{move || is_wrong.get().then(|| app.text(Text::PreviewPeriodWrong))}</p>
        </form>
    }
}

/// The day of a state of things, to be corrected.
#[component]
pub fn DayForm(
    id: u32,
    /// The day that it is taken to be of.
    day: Day,
) -> impl IntoView {
    let app = use_app();
    let today = clock::now().day();
    let typed = RwSignal::new(day.to_string());
    let is_wrong = RwSignal::new(false);
    let is_busy = move || app.import.with(ImportState::is_busy);
    let use_it = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        match Day::parse_iso(&typed.get_untracked()).filter(|day| *day <= today) {
            Some(day) => read_over(app, id, Span::new(day, day)),
            None => is_wrong.set(true),
        }
    };
    let field_id = format!("preview-day-{id}");
    view! {
        <form class="preview-days" on:submit=use_it>
            <p>{app.say(Text::PreviewDayWhat, &[&day.to_string()])}</p>
            <div class="row">
                <label for=field_id.clone()>{app.text(Text::PreviewDay)}</label>
                <input
                    id=field_id class="input" type="date" max=today.to_string() prop:value=typed
                    on:input=move |ev| {
                        is_wrong.set(false);
                        typed.set(event_target_value(&ev));
                    }
                />
                <button type="submit" class="button small" disabled=is_busy>{app.text(Text::PreviewPeriodUse)}</button>
            </div>
            <p class="bad-text" aria-live="polite">{move || is_wrong.get().then(|| app.text(Text::PreviewDayWrong))}</p>
        </form>
    }
}
