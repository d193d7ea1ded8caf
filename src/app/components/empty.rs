//! What stands where a store has no orders yet: what is missing, which export brings it, where that is found, and one
//! button.

use crate::app::components::button::CommandButton;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::Text;
use crate::route::Page;
use leptos::prelude::*;

/// The steps to the order report in the back office.
pub const EXPORT_STEPS: [Text; 4] = [
    Text::EmptyStep1,
    Text::EmptyStep2,
    Text::EmptyStep3,
    Text::EmptyStep4,
];

/// A store without orders. Where other files are there, it says which, and where they are put to use.
#[component]
pub fn EmptyStore() -> impl IntoView {
    let app = use_app();
    let there = Memo::new(move |_| {
        let lang = app.lang.get();
        let titles: Vec<&str> = app.overview.with(|o| {
            let declared = o.kinds().iter().filter_map(|kind| kind.declared());
            declared.map(|kind| lang.pick(kind.title)).collect()
        });
        (!titles.is_empty()).then(|| titles.join(Text::ListSeparator.get(lang)))
    });
    let title = move || match there.with(Option::is_some) {
        true => app.text(Text::EmptyOrdersTitle),
        false => app.text(Text::EmptyTitle),
    };
    let what = move || match there.get() {
        Some(titles) => app.say(Text::EmptyOrdersWhat, &[&titles]),
        None => app.text(Text::EmptyWhat).to_owned(),
    };
    let others = move || match there.with(Option::is_some) {
        true => view! { <CommandButton command=Command::Go(Page::Data)/> }.into_any(),
        false => view! {
            <CommandButton command=Command::ImportFolder text=Text::DataChooseFolder/>
            <CommandButton command=Command::LoadDemo/>
            <CommandButton command=Command::RestoreBackup class="quiet"/>
        }
        .into_any(),
    };
    view! {
        <section class="panel empty-store" aria-labelledby="empty-title">
            <div class="empty-lead">
                <h2 id="empty-title">{title}</h2>
                <p class="empty-what">{what}</p>
                <div class="row">
                    <CommandButton command=Command::ImportFiles class="primary"/>
                    {others}
                </div>
                <p class="hint">{move || app.text(Text::EmptyPrivacy)}</p>
            </div>
            <ExportSteps/>
        </section>
    }
}

/// Where the order report is found in the back office.
#[component]
pub fn ExportSteps() -> impl IntoView {
    let app = use_app();
    let step = move |text| view! { <li>{move || app.text(text)}</li> };
    view! {
        <div class="steps">
            <h3>{move || app.text(Text::EmptyStepsTitle)}</h3>
            <ol>{EXPORT_STEPS.map(step).collect_view()}</ol>
        </div>
    }
}
