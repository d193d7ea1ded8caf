//! The kinds of files of which nothing is there yet: what they bring, and where they are found.

use crate::app::context::use_app;
use crate::i18n::Text;
use crate::screens::data::missing::{AbsentGroup, AbsentKind, absent};
use leptos::prelude::*;

/// The kinds of which nothing is there yet, folded.
#[component]
pub fn AbsentPanel() -> impl IntoView {
    let app = use_app();
    let groups = Memo::new(move |_| app.overview.with(|o| absent(app.lang.get(), o.kinds())));
    let count = move || groups.with(|groups| groups.iter().map(|g| g.kinds.len()).sum::<usize>());
    view! {
        <Show when=move || { count() > 0 }>
            <details class="panel folded screen-only">
                <summary>
                    <h2>{move || app.say(Text::AbsentTitle, &[&count().to_string()])}</h2>
                </summary>
                <div class="panel-body absent">
                    {move || groups.get().into_iter().map(|group| view! { <OneGroup group/> }).collect_view()}
                </div>
            </details>
        </Show>
    }
}

#[component]
fn OneGroup(group: AbsentGroup) -> impl IntoView {
    let app = use_app();
    let kind = move |kind: AbsentKind| {
        let brings = (!kind.brings.is_empty()).then(
            || view! { <span class="hint">{app.say(Text::AbsentBrings, &[&kind.brings])}</span> },
        );
        view! {
            <dt>{kind.title} {brings}</dt>
            <dd>{kind.found}</dd>
        }
    };
    view! {
        <section>
            <h3>{group.system}</h3>
            <dl>{group.kinds.into_iter().map(kind).collect_view()}</dl>
        </section>
    }
}
