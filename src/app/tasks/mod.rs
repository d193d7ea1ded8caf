//! What the operator's actions do, one per file. [`run`] leads from a command to its task; an action that needs more than
//! a command carries is called by the dialog that asked for it.

pub mod create_store;
pub mod delete_store;
pub mod import;
pub mod keep_data;
pub mod load_demo;
pub mod looks;
pub mod open_store;
pub mod rename_store;
pub mod start;
pub mod undo_import;
pub mod unpack;

use crate::app::context::{App, Modal};
use crate::commands::Command;
use crate::platform::{dom, update};
use crate::protocol::BoardQuery;
use crate::route::Route;
use leptos::prelude::*;

/// The id of the input through which files are chosen.
pub const FILE_INPUT: &str = "file-input";
/// The id of the input through which a folder is chosen.
pub const FOLDER_INPUT: &str = "folder-input";

/// Runs a command.
pub fn run(app: App, command: Command) {
    let open = |modal| app.dialog.set(Some(modal));
    match command {
        Command::Palette => open(Modal::Palette),
        Command::Help => open(Modal::Help),
        Command::ImportFiles => dom::click(FILE_INPUT),
        Command::ImportFolder => dom::click(FOLDER_INPUT),
        Command::CancelImport => import::cancel(app),
        Command::Undo(segment) => undo_import::undo(app, vec![segment]),
        Command::Restore(segment) => undo_import::restore(app, segment),
        Command::Go(page) => app.navigate(untrack(|| app.route_of(page))),
        Command::Show(period) => show(app, |query| BoardQuery { period, ..query }),
        Command::Compare(comparison) => show(app, |query| BoardQuery {
            comparison,
            ..query
        }),
        Command::LoadDemo => load_demo::load_demo(app),
        Command::NewStore => open(Modal::NewStore),
        Command::OpenStore(store) => open_store::open_store(app, store),
        Command::RenameStore(store) => open(Modal::RenameStore(store)),
        Command::DeleteStore(store) => open(Modal::DeleteStore(store)),
        Command::UseTheme(theme) => looks::use_theme(app, theme),
        Command::UseLang(lang) => looks::use_lang(app, lang),
        Command::UseRise(rise) => looks::use_rise(app, rise),
        Command::UseSingleKeys(on) => looks::use_single_keys(app, on),
        Command::KeepData => keep_data::ask(app),
        Command::Print => dom::print(),
        Command::ApplyUpdate => update::apply(),
    }
}

/// Shows the board with a changed query.
fn show(app: App, change: impl Fn(BoardQuery) -> BoardQuery) {
    app.navigate(Route::Today(change(app.last_board.get_untracked())));
}
