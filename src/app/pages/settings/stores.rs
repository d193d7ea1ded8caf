//! The stores: open, rename, delete.

use crate::app::components::button::CommandButton;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::{Text, format};
use crate::protocol::WorkspaceCard;
use crate::screens::data::reach::reach;
use leptos::prelude::*;

/// All stores.
#[component]
pub fn Stores() -> impl IntoView {
    let app = use_app();
    let stores = Memo::new(move |_| app.overview.with(|o| o.workspaces.clone()));
    let current = Memo::new(move |_| app.overview.with(|o| o.current));
    let has_demo = move || stores.with(|s| s.iter().any(|w| w.demo));
    view! {
        <section class="panel" aria-labelledby="stores-title">
            <h2 id="stores-title" class="panel-title">{move || app.text(Text::SettingsStores)}</h2>
            <div class="panel-body">
                <ul class="store-list">
                    {move || stores
                        .get()
                        .into_iter()
                        .map(|store| {
                            let is_current = current.get() == Some(store.id);
                            view! { <Store store is_current/> }
                        })
                        .collect_view()}
                </ul>
                <div class="row">
                    <CommandButton command=Command::NewStore class="small"/>
                    <Show when=move || !has_demo()>
                        <CommandButton command=Command::LoadDemo class="small"/>
                    </Show>
                </div>
                <p class="hint">{move || app.text(Text::SettingsStoresNote)}</p>
            </div>
        </section>
    }
}

#[component]
fn Store(store: WorkspaceCard, is_current: bool) -> impl IntoView {
    let app = use_app();
    let (id, demo, span, bytes) = (store.id, store.demo, store.span, store.stored_bytes);
    let name = StoredValue::new(store.name.clone());
    let card = StoredValue::new(store.clone());
    let label = move |text: Text| Signal::derive(move || name.with_value(|n| app.say(text, &[n])));
    let remark = move || match span {
        Some(span) => format!("{} · {}", format::span(span), format::bytes(bytes)),
        None => reach(app.lang.get(), &card.get_value()),
    };
    view! {
        <li>
            <div class="store-what">
                <strong>{store.name}</strong>
                {demo.then(|| view! { <small class="badge">{move || app.text(Text::StoreDemoBadge)}</small> })}
                {is_current.then(|| view! { <small class="badge on">{move || app.text(Text::SettingsStoreCurrent)}</small> })}
                <small class="hint">{remark}</small>
            </div>
            <div class="row tight">
                {(!is_current).then(|| view! {
                    <CommandButton
                        command=Command::OpenStore(id) text=Text::SettingsStoreOpen class="small"
                        label=label(Text::SettingsStoreOpenOf)
                    />
                })}
                <CommandButton
                    command=Command::RenameStore(id) text=Text::SettingsStoreRename class="small quiet"
                    label=label(Text::SettingsStoreRenameOf)
                />
                <CommandButton
                    command=Command::DeleteStore(id) text=Text::SettingsStoreDelete class="small quiet"
                    label=label(Text::SettingsStoreDeleteOf)
                />
            </div>
        </li>
    }
}
