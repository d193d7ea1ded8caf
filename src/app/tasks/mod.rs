//! What the operator's actions do, one per file. [`run`] leads from a command to its task; an action that needs more than
//! a command carries is called by the dialog that asked for it.

pub mod auto_backup;
pub mod back_up;
pub mod copy_summary;
pub mod create_store;
pub mod deal;
pub mod delete_store;
pub mod import;
pub mod keep_data;
pub mod keep_targets;
pub mod load_demo;
pub mod looks;
pub mod open_store;
pub mod rename_store;
pub mod restore_backup;
pub mod start;
pub mod templates;
pub mod undo_import;
pub mod unpack;

use crate::app::context::{App, Modal};
use crate::backup::files::is_backup;
use crate::commands::Command;
use crate::platform::files::LocalFile;
use crate::platform::{dom, update};
use crate::protocol::BoardQuery;
use crate::route::{Route, SalesView};
use leptos::prelude::*;

/// The id of the input through which files are chosen.
pub const FILE_INPUT: &str = "file-input";
/// The id of the input through which a folder is chosen.
pub const FOLDER_INPUT: &str = "folder-input";

/// The id of the input through which a file of templates is chosen.
pub const TEMPLATE_INPUT: &str = "template-input";

/// The id of the input through which a backup is chosen.
pub const BACKUP_INPUT: &str = "backup-input";

/// The id of the part of the page 数据 that shows the stores side by side.
pub const STORES: &str = "stores-side-by-side";

/// Takes in files that were chosen or dropped: a backup is restored, everything else is imported.
pub fn take_in(app: App, files: Vec<LocalFile>) {
    let (backups, tables): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| is_backup(&file.name()));
    if !tables.is_empty() || backups.is_empty() {
        import::import(app, tables);
    }
    if let Some(backup) = backups.into_iter().next() {
        restore_backup::begin(app, backup);
    }
}

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
        Command::CompareStores => {
            app.navigate(Route::Data);
            request_animation_frame(|| dom::unfold(STORES));
        }
        Command::RenameStore(store) => open(Modal::RenameStore(store)),
        Command::DeleteStore(store) => open(Modal::DeleteStore(store)),
        Command::UseTheme(theme) => looks::use_theme(app, theme),
        Command::UseLang(lang) => looks::use_lang(app, lang),
        Command::UseRise(rise) => looks::use_rise(app, rise),
        Command::UseSingleKeys(on) => looks::use_single_keys(app, on),
        Command::KeepData => keep_data::ask(app),
        Command::BackUp => {
            if let Some(store) = app.overview.with_untracked(|o| o.current) {
                open(Modal::BackUp(store));
            }
        }
        Command::RestoreBackup => dom::click(BACKUP_INPUT),
        Command::ImportTemplates => dom::click(TEMPLATE_INPUT),
        Command::ExportTemplates => templates::export(app),
        Command::RestoreTemplate => templates::restore(app),
        Command::ChooseBackupFolder => auto_backup::choose(app),
        Command::AllowBackupFolder => auto_backup::allow(app),
        Command::WriteBackup => auto_backup::write_now(app),
        Command::ForgetBackupFolder => auto_backup::forget(app),
        Command::KeepBackups(count) => auto_backup::keep(app, count),
        Command::RemindLater => auto_backup::remind_later(app),
        Command::Print => dom::print(),
        Command::ApplyUpdate => update::apply(),
    }
}

/// Shows the board with a changed query.
fn show(app: App, change: impl Fn(BoardQuery) -> BoardQuery) {
    let view = app.last_board.get_untracked();
    app.navigate(Route::Sales(SalesView {
        query: change(view.query),
        ..view
    }));
}
