//! The page: views, and what the operator's actions do. Everything that is counted comes from the worker; everything of
//! the browser goes through `platform`.
//!
//! `shell/` is the frame around every page, `pages/` has a folder per page, `components/` what more than one of them
//! uses, `query` how they ask the worker, `tasks/` one action of the operator per file. No rule of the product belongs here.

pub mod components;
pub mod context;
pub mod pages;
pub mod query;
pub mod shell;
pub mod tasks;

use crate::platform::dom;
use leptos::prelude::*;

/// Puts the app on the page and takes the loading screen away.
pub fn mount() {
    console_error_panic_hook::set_once();
    let Some(place) = dom::mount_point() else {
        return;
    };
    mount_to(place, || {
        let app = tasks::start::start();
        provide_context(app);
        view! { <shell::Shell/> }
    })
    .forget();
    dom::remove_boot_screen();
}
