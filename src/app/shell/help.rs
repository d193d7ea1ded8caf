//! The help: every shortcut of the registry, and what is good to know.

use crate::app::components::button::Keys;
use crate::app::components::dialog::Dialog;
use crate::app::context::use_app;
use crate::commands::{Command, Group};
use crate::i18n::Text;
use leptos::prelude::*;

const GOOD_TO_KNOW: [Text; 4] = [
    Text::HelpNumbers,
    Text::HelpDrop,
    Text::HelpOffline,
    Text::HelpSingleKeys,
];

/// The help.
#[component]
pub fn Help(
    /// Called when it is closed.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let row = move |command: Command| {
        command.shortcut().map(|shortcut| {
            view! {
                <div class="help-row">
                    <dt>{move || app.text(command.title())}</dt>
                    <dd><Keys shortcut/></dd>
                </div>
            }
        })
    };
    let group = move |group: Group| {
        let rows: Vec<_> = Command::FIXED
            .iter()
            .copied()
            .filter(|c| c.group() == group)
            .filter_map(row)
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section>
                    <h3>{move || app.text(group.title())}</h3>
                    <dl>{rows}</dl>
                </section>
            }
        })
    };
    let title = Signal::derive(move || app.text(Text::HelpTitle).to_owned());
    view! {
        <Dialog id="help" title close>
            <div class="help-groups">{Group::ALL.map(group).collect_view()}</div>
            <ul class="help-notes">
                {GOOD_TO_KNOW.map(|text| view! { <li>{move || app.text(text)}</li> }).collect_view()}
            </ul>
        </Dialog>
    }
}
