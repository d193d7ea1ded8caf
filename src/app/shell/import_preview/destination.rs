//! Files of another shop than the store's: where they shall go.

use crate::app::context::{App, ImportState, use_app};
use crate::app::tasks::import::{Destination, move_to, store_named, take_home, take_in};
use crate::i18n::Text;
use crate::screens::data::shops::{stranger, strangers};
use leptos::prelude::*;

/// Says of which other shops files are, and takes them to the stores that the operator wants.
#[component]
pub fn OtherShops() -> impl IntoView {
    let app = use_app();
    let others = Memo::new(move |_| {
        app.looking.with(|looking| {
            let previews = looking.files.iter().map(|file| &file.preview);
            strangers(previews, looking.home.as_deref())
        })
    });
    // Files of one shop only: the whole import can go to its store.
    let is_all = Memo::new(move |_| {
        app.looking.with(|looking| {
            let mut ready = looking.files.iter().filter(|file| file.is_ready());
            let home = looking.home.as_deref();
            ready.all(|file| stranger(&file.preview, home).is_some())
        })
    });
    move || {
        let is_only = is_all.get() && others.with(Vec::len) == 1;
        let say = move |(shop, files): (String, usize)| match is_only {
            true => view! { <OneShop shop/> }.into_any(),
            false => view! { <OneOfSeveral shop files/> }.into_any(),
        };
        others.get().into_iter().map(say).collect_view()
    }
}

/// Whether the files of a shop go into its own store; `None` as long as none of them is ticked.
fn goes_home(app: App, shop: &str) -> Option<bool> {
    app.looking.with(|looking| {
        let home = looking.home.as_deref();
        let ready = looking.files.iter().filter(|file| file.is_ready());
        let mut of_it = ready.filter(|file| stranger(&file.preview, home) == Some(shop));
        of_it.find(|file| file.is_chosen).map(|file| file.goes_home)
    })
}

/// All files are of one other shop.
#[component]
fn OneShop(shop: String) -> impl IntoView {
    let app = use_app();
    let is_busy = move || app.import.with(ImportState::is_busy);
    let shop = StoredValue::new(shop);
    let is_open = Memo::new(move |_| shop.with_value(|shop| goes_home(app, shop)).is_none());
    let warning = move || {
        let shop = shop.get_value();
        let (destination, text) = match store_named(app, &shop) {
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
                    <button type="button" class="button quiet small" on:click=move |_| take_in(app, &shop)>
                        {app.say(Text::PreviewStay, &[&store_name(app)])}
                    </button>
                </div>
            </div>
        }
    };
    move || is_open.get().then(warning)
}

/// Some of the files are of another shop.
#[component]
fn OneOfSeveral(shop: String, files: usize) -> impl IntoView {
    let app = use_app();
    let here = store_name(app);
    let says = app.say(Text::PreviewStrangers, &[&shop, &files.to_string(), &here]);
    let take = match store_named(app, &shop) {
        Some(_) => app.say(Text::PreviewTakeTo, &[&shop]),
        None => app.say(Text::PreviewTakeNew, &[&shop]),
    };
    let shop = StoredValue::new(shop);
    let goes = Memo::new(move |_| shop.with_value(|shop| goes_home(app, shop)));
    let is = move |choice: bool| move || (goes.get() == Some(choice)).to_string();
    view! {
        <div class="preview-warning" role="alert">
            <p class="warn-text">{says}</p>
            <div class="row">
                <button
                    type="button" class="button small" aria-pressed=is(true)
                    on:click=move |_| shop.with_value(|shop| take_home(app, shop))
                >
                    {take}
                </button>
                <button
                    type="button" class="button quiet small" aria-pressed=is(false)
                    on:click=move |_| shop.with_value(|shop| take_in(app, shop))
                >
                    {app.say(Text::PreviewStay, &[&here])}
                </button>
            </div>
        </div>
    }
}

/// The store that files go into unless they go elsewhere.
fn store_name(app: App) -> String {
    let own = app
        .store()
        .filter(|store| !store.demo)
        .map(|store| store.name);
    let home = || app.looking.with(|looking| looking.home.clone());
    own.or_else(home)
        .unwrap_or_else(|| app.text(Text::PreviewUnnamed).to_owned())
}
