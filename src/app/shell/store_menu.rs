//! The store that is open, and the way to the others.

use crate::app::components::icon::{Icon, Picture};
use crate::app::components::menu::{Menu, MenuItem};
use crate::app::context::{App, Start, use_app};
use crate::commands::Command;
use crate::i18n::Text;
use crate::screens::data::reach::reach;
use leptos::prelude::*;

/// The store that is open; its menu has the others, and what can be done with them.
#[component]
pub fn StoreMenu() -> impl IntoView {
    let app = use_app();
    let items = Memo::new(move |_| items(app));
    let name = move || match (app.store(), app.start.get()) {
        (Some(store), _) => store.name,
        (None, Start::Opening | Start::Waiting) => app.text(Text::Opening).to_owned(),
        (None, _) => app.text(Text::StoreNone).to_owned(),
    };
    let remark = move || match app.store() {
        Some(store) if store.demo => app.text(Text::StoreDemoHint).to_owned(),
        Some(store) => reach(app.lang.get(), &store),
        None => String::new(),
    };
    view! {
        <Menu id="stores" label=Signal::derive(move || app.text(Text::StoreSwitch).to_owned()) items>
            <span class="visually-hidden">{move || app.text(Text::StoreSwitch)}": "</span>
            <span class="store-name">{name}</span>
            <small class="store-remark">{remark}</small>
            <Picture icon=Icon::Down/>
        </Menu>
    }
}

fn items(app: App) -> Vec<MenuItem> {
    let now = app.situation();
    let lang = app.lang.get();
    let plain = |command: Command, begins_group| MenuItem {
        command,
        label: command.label(lang, &now),
        checked: None,
        begins_group,
        badge: None,
    };
    let stores = now.stores.iter().map(|(id, name, demo)| MenuItem {
        command: Command::OpenStore(*id),
        label: name.clone(),
        checked: Some(now.current == Some(*id)),
        begins_group: false,
        badge: demo.then(|| Text::StoreDemoBadge.get(lang).to_owned()),
    });
    let mut items: Vec<MenuItem> = stores.collect();
    items.push(plain(Command::NewStore, !items.is_empty()));
    if !now.stores.iter().any(|(.., demo)| *demo) {
        items.push(plain(Command::LoadDemo, false));
    }
    if let Some(current) = now.current {
        items.push(plain(Command::RenameStore(current), true));
        items.push(plain(Command::DeleteStore(current), false));
    }
    items
}
