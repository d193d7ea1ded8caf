//! The diary of a store: what is written down of its days, and writing something down.

use crate::analytics::diary::{DayNote, DiaryView, Entry, LONGEST_TEXT};
use crate::app::components::choice::Choice;
use crate::app::components::dialog::Dialog;
use crate::app::context::{App, use_app};
use crate::app::query::ask;
use crate::app::tasks::keep_diary;
use crate::i18n::Text;
use crate::model::calendar::StoreEvent;
use crate::model::time::{Day, Span};
use crate::protocol::{Answer, Request};
use leptos::prelude::*;
use std::sync::Arc;

/// The diary, followed.
pub type Diary = Memo<Arc<DiaryView>>;

/// What is written down; nothing until it is known.
pub fn diary(app: App) -> Diary {
    let request = Memo::new(|_| Request::Diary);
    let answer = ask(app, request, |answer| match answer {
        Answer::Diary(diary) => diary.map(|diary| *diary),
        _ => None,
    });
    Memo::new(move |_| answer.shown.get().unwrap_or_default())
}

/// What is written down.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Event,
    Note,
}

/// Days and a text, to be written down.
#[component]
pub fn DiaryForm(
    /// The day that stands there at first.
    #[prop(into)]
    day: Signal<Option<Day>>,
    /// Called when something was written down.
    #[prop(into)]
    done: Callback<()>,
    /// Names the choice of the kind in the document; unique.
    name: &'static str,
) -> impl IntoView {
    let app = use_app();
    let kind = RwSignal::new(Kind::Note);
    let typed_first = RwSignal::new(None::<Day>);
    let typed_last = RwSignal::new(None::<Day>);
    let first = Memo::new(move |_| typed_first.get().or_else(|| day.get()));
    let last = Memo::new(move |_| typed_last.get().or_else(|| first.get()));
    let text = RwSignal::new(String::new());
    let is_event = move || kind.get() == Kind::Event;
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(first), Some(last)) = (first.get_untracked(), last.get_untracked()) else {
            return;
        };
        let text_now = text.get_untracked();
        let entry = match kind.get_untracked() {
            Kind::Event => Entry::Event(StoreEvent {
                name: text_now,
                span: Span::new(first, last),
            }),
            Kind::Note => Entry::Note(DayNote {
                day: first,
                text: text_now,
            }),
        };
        keep_diary::add(app, entry);
        text.set(String::new());
        typed_last.set(None);
        done.run(());
    };
    let kinds = vec![
        (Kind::Note, Text::DiaryNote),
        (Kind::Event, Text::DiaryEvent),
    ];
    let date = move |label: Text, shown: Memo<Option<Day>>, typed: RwSignal<Option<Day>>| {
        view! {
            <input
                type="date" class="input" required aria-label=move || app.text(label)
                prop:value=move || shown.get().map(|day| day.to_string()).unwrap_or_default()
                on:change=move |ev| typed.set(Day::parse_iso(&event_target_value(&ev)))
            />
        }
    };
    let example = move || {
        app.text(match kind.get() {
            Kind::Event => Text::DiaryEventExample,
            Kind::Note => Text::DiaryNoteExample,
        })
    };
    view! {
        <form class="row diary-form screen-only" on:submit=add>
            <Choice name legend=Text::DiaryKind options=kinds value=kind choose=Callback::new(move |chosen| kind.set(chosen))/>
            {date(Text::DiaryFirst, first, typed_first)}
            <Show when=is_event>
                <span aria-hidden="true">"–"</span>
                {date(Text::DiaryLast, last, typed_last)}
            </Show>
            <input
                class="input diary-text" required maxlength=LONGEST_TEXT aria-label=move || app.text(Text::DiaryText)
                placeholder=example autocomplete="off" prop:value=text on:input=move |ev| text.set(event_target_value(&ev))
            />
            <button type="submit" class="button small primary">{move || app.text(Text::DiaryAdd)}</button>
        </form>
    }
}

/// A button that opens the form as a dialog.
#[component]
pub fn WriteDown(
    /// The day that stands there at first.
    #[prop(into)]
    day: Signal<Option<Day>>,
) -> impl IntoView {
    let app = use_app();
    let is_open = RwSignal::new(false);
    let title = Signal::derive(move || app.text(Text::DiaryWrite).to_owned());
    let shut = Callback::new(move |()| is_open.set(false));
    view! {
        <button type="button" class="button quiet small screen-only" on:click=move |_| is_open.set(true)>
            {move || app.text(Text::DiaryWrite)}
        </button>
        <Show when=move || is_open.get()>
            <Dialog id="write-down" title close=shut>
                <p class="hint">{move || app.text(Text::DiaryHow)}</p>
                <DiaryForm day done=shut name="write-down-kind"/>
            </Dialog>
        </Show>
    }
}
