//! Files of several shops at once: those of the store are ticked, and each other shop's go where the operator says: into
//! its own store, or into this one.

use crate::app::context::{App, LookedAt};
use crate::model::time::Civil;
use crate::platform::clock;
use crate::protocol::{Failure, PendingId, Request, WorkspaceId};
use crate::screens::data::shops::{home, stranger};
use leptos::prelude::*;

/// Finds out whose files go into the store, and leaves out those of other shops, from a place in the list on.
pub(super) fn leave_others_out(app: App, from: usize) {
    let store = untrack(|| app.store()).filter(|store| !store.demo);
    // A store that knows its shops tells others from them; of one that does not, the files themselves say it.
    let is_known = store.is_some()
        && app
            .overview
            .with_untracked(|o| o.imports.iter().any(|i| i.report.shop.is_some()));
    app.looking.update(|looking| {
        if looking.home.is_none() && !is_known {
            let previews = looking.files.iter().map(|file| &file.preview);
            looking.home = home(previews, store.as_ref().map(|store| store.name.as_str()));
        }
        let at_home = looking.home.clone();
        for file in looking.files.iter_mut().skip(from) {
            if stranger(&file.preview, at_home.as_deref()).is_some() {
                file.is_chosen = false;
            }
        }
    });
}

/// The files of another shop go into its own store.
pub fn take_home(app: App, shop: &str) {
    choose(app, shop, true);
}

/// The files of another shop go into this store all the same.
pub fn take_in(app: App, shop: &str) {
    choose(app, shop, false);
}

fn choose(app: App, shop: &str, goes_home: bool) {
    app.looking.update(|looking| {
        let home = looking.home.clone();
        for file in looking.files.iter_mut().filter(|file| file.is_ready()) {
            if stranger(&file.preview, home.as_deref()) == Some(shop) {
                file.is_chosen = true;
                file.goes_home = goes_home;
            }
        }
    });
}

/// Splits off the files that go into the stores of their shops, by shop, in the order in which they came.
pub(super) fn by_shop(files: Vec<LookedAt>) -> (Vec<LookedAt>, Vec<(String, Vec<LookedAt>)>) {
    let mut here = Vec::new();
    let mut shops: Vec<(String, Vec<LookedAt>)> = Vec::new();
    for file in files {
        let goes = file.goes_home && file.is_chosen && file.is_ready();
        let shop = file.preview.report.shop.clone().filter(|_| goes);
        match (shop, &mut shops) {
            (None, _) => here.push(file),
            (Some(shop), shops) => match shops.iter_mut().find(|(name, _)| *name == shop) {
                Some((_, files)) => files.push(file),
                None => shops.push((shop, vec![file])),
            },
        }
    }
    (here, shops)
}

/// Opens the store of a shop, or makes it; whether it was made. What was read for another store is forgotten: it is read
/// again for this one.
pub(super) async fn enter(
    app: App,
    shop: &str,
    files: &[LookedAt],
) -> Result<Option<WorkspaceId>, Failure> {
    let ids: Vec<u32> = files.iter().map(|file| file.id).collect();
    let mut pending: Vec<PendingId> = Vec::new();
    app.looking.update(|looking| {
        let of_it = looking.files.iter_mut();
        for file in of_it.filter(|file| ids.contains(&file.id)) {
            pending.extend(file.waiting.take());
        }
    });
    app.ask(Request::Discard { pending }).await?;
    let there = store_of(app, shop);
    app.ask(match there {
        Some(workspace) => Request::OpenWorkspace { workspace },
        None => made(shop, clock::now()),
    })
    .await?;
    let current = app.overview.with_untracked(|o| o.current);
    app.looking.update(|looking| looking.workspace = current);
    Ok(current.filter(|_| there.is_none()))
}

fn made(shop: &str, now: Civil) -> Request {
    let name = shop.to_owned();
    Request::CreateWorkspace { name, now }
}

/// The operator's own store of this name; reactive.
pub fn store_named(app: App, shop: &str) -> Option<WorkspaceId> {
    app.overview.with(|overview| {
        let mut stores = overview.workspaces.iter().filter(|w| !w.demo);
        stores.find(|w| w.name == shop).map(|w| w.id)
    })
}

fn store_of(app: App, shop: &str) -> Option<WorkspaceId> {
    untrack(|| store_named(app, shop))
}
