//! Files of another shop than the store's: where they shall go.

use crate::app::context::{ImportState, use_app};
use crate::app::tasks::import::{Destination, move_to};
use crate::i18n::Text;
use crate::screens::data::preview::other_shop;
use leptos::prelude::*;

/// Says that files are of another shop, and takes them to its store.
#[component]
pub fn OtherShop() -> impl IntoView {
    let app = use_app();
    // The operator wants them here.
    let stays = RwSignal::new(false);
    let shop = Memo::new(move |_| {
        app.looking.with(|looking| {
            let ready = looking.files.iter().filter(|file| file.is_ready());
            let mut others = ready.filter_map(|file| other_shop(&file.preview));
            others.next().map(str::to_owned)
        })
    });
    let stay = move |_| {
        stays.set(true);
        app.looking.update(|looking| {
            let others = looking.files.iter_mut().filter(|file| file.is_ready());
            for file in others.filter(|file| other_shop(&file.preview).is_some()) {
                file.is_chosen = true;
            }
        });
    };
    let shops = Memo::new(move |_| app.looking.with(|looking| looking.shops()));
    let is_busy = move || app.import.with(ImportState::is_busy);
    let warning = move |shop: String| {
        let store = app.store().map_or_else(String::new, |store| store.name);
        let there = app.overview.with(|overview| {
            let mut stores = overview.workspaces.iter().filter(|w| !w.demo);
            stores.find(|w| w.name == shop).map(|w| w.id)
        });
        let (destination, text) = match there {
            Some(id) => (Destination::Store(id), Text::PreviewMoveTo),
            None => (Destination::New(shop.clone()), Text::PreviewMoveNew),
        };
        view! {
            <div class="preview-warning" role="alert">
                <p class="warn-text">{app.say(Text::PreviewOtherShop, &[&shop])}</p>
                <div class="row">
                    <button
                        type="button" class="button small" disabled=is_busy
                        on:click=move |_| move_to(app, destination.clone())
                    >
                        {app.say(text, &[&shop])}
                    </button>
                    <button type="button" class="button quiet small" on:click=stay>
                        {app.say(Text::PreviewStay, &[&store])}
                    </button>
                </div>
            </div>
        }
    };
    move || match (shop.get().filter(|_| !stays.get()), shops.get()) {
        (Some(shop), _) => warning(shop).into_any(),
        (None, shops) if shops.len() > 1 => {
            let names = shops.join(app.text(Text::ListSeparator));
            view! { <p class="warn-text">{app.say(Text::PreviewShops, &[&names])}</p> }.into_any()
        }
        _ => ().into_any(),
    }
}
