//! Everything that can be done, as values: one registry that feeds the menus, the keyboard, the palette and the help.
//!
//! A command says what it is called, where it stands, which keys mean it and when it is offered. What it does stands in
//! `app::tasks`; a command that needs more input is called by a text that ends in “…”.

mod keys;
mod offer;

pub use keys::{KeyPress, Shortcut, meant_by};
pub use offer::{Backups, Situation, found, offered};

use crate::analytics::period::{Comparison, Period};
use crate::i18n::{Lang, Text, t};
use crate::prefs::{Rise, Theme};
use crate::protocol::{SegmentId, WorkspaceId};
use crate::route::Page;

/// Something that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Find and run a command.
    Palette,
    /// Show shortcuts and where things are.
    Help,
    /// Choose files and import them.
    ImportFiles,
    /// Choose a folder and import the tables in it.
    ImportFolder,
    /// Stop the import that runs.
    CancelImport,
    /// Take an import back out.
    Undo(SegmentId),
    /// Bring an import back that was taken out.
    Restore(SegmentId),
    /// Choose a file of templates and take it in.
    ImportTemplates,
    /// Save all templates as a file.
    ExportTemplates,
    /// Take back the template that was forgotten last.
    RestoreTemplate,
    /// Go to a page.
    Go(Page),
    /// Show a period on the board.
    Show(Period),
    /// Compare the board's period with another.
    Compare(Comparison),
    /// Open the demo store, made anew if need be.
    LoadDemo,
    /// Make a store.
    NewStore,
    /// Open a store.
    OpenStore(WorkspaceId),
    /// Show all stores with their figures.
    CompareStores,
    /// Give a store another name.
    RenameStore(WorkspaceId),
    /// Remove a store and everything in it.
    DeleteStore(WorkspaceId),
    /// Light, dark, or as the system has it.
    UseTheme(Theme),
    /// The language of the screen.
    UseLang(Lang),
    /// The colour of a rise.
    UseRise(Rise),
    /// Listen to shortcuts of a single letter, or not.
    UseSingleKeys(bool),
    /// Ask the browser to keep the data.
    KeepData,
    /// Make a backup of the open store.
    BackUp,
    /// Restore a store from a backup.
    RestoreBackup,
    /// Choose the folder for automatic backups.
    ChooseBackupFolder,
    /// Let the app write to that folder again.
    AllowBackupFolder,
    /// Write a backup to that folder now.
    WriteBackup,
    /// No automatic backups any more.
    ForgetBackupFolder,
    /// Keep so many automatic backups of a store.
    KeepBackups(usize),
    /// Put the reminder of a backup off.
    RemindLater,
    /// Print the page.
    Print,
    /// Reload into the new version that waits.
    ApplyUpdate,
}

/// Where a command stands in the palette and in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Pages, palette, help.
    Go,
    /// Import and what is stored.
    Data,
    /// Period and comparison.
    Board,
    /// Stores.
    Store,
    /// Looks and language.
    View,
}

impl Group {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Group; 5] = [
        Group::Go,
        Group::Data,
        Group::Board,
        Group::Store,
        Group::View,
    ];

    /// Its heading.
    pub fn title(self) -> Text {
        match self {
            Group::Go => Text::GroupGo,
            Group::Data => Text::GroupData,
            Group::Board => Text::GroupBoard,
            Group::Store => Text::GroupStore,
            Group::View => Text::GroupView,
        }
    }
}

impl Command {
    /// The commands that are there whatever the stores hold, in the order in which they are offered.
    pub const FIXED: &[Command] = &[
        Command::Palette,
        Command::Help,
        Command::Go(Page::Today),
        Command::Go(Page::Sales),
        Command::Go(Page::Plan),
        Command::Go(Page::Data),
        Command::Go(Page::Settings),
        Command::Print,
        Command::ApplyUpdate,
        Command::ImportFiles,
        Command::ImportFolder,
        Command::CancelImport,
        Command::ImportTemplates,
        Command::ExportTemplates,
        Command::KeepData,
        Command::BackUp,
        Command::RestoreBackup,
        Command::ChooseBackupFolder,
        Command::AllowBackupFolder,
        Command::WriteBackup,
        Command::ForgetBackupFolder,
        Command::RemindLater,
        Command::Show(Period::LastDay),
        Command::Show(Period::Last7),
        Command::Show(Period::Last30),
        Command::Show(Period::ThisMonth),
        Command::Show(Period::LastMonth),
        Command::Show(Period::All),
        Command::Compare(Comparison::Previous),
        Command::Compare(Comparison::SameWeekday),
        Command::Compare(Comparison::YearAgo),
        Command::Compare(Comparison::CalendarYear),
        Command::Compare(Comparison::Lunar),
        Command::Compare(Comparison::Event),
        Command::LoadDemo,
        Command::NewStore,
        Command::CompareStores,
        Command::UseTheme(Theme::Auto),
        Command::UseTheme(Theme::Light),
        Command::UseTheme(Theme::Dark),
        Command::UseLang(Lang::Zh),
        Command::UseLang(Lang::En),
        Command::UseRise(Rise::Red),
        Command::UseRise(Rise::Green),
        Command::UseSingleKeys(true),
        Command::UseSingleKeys(false),
    ];

    /// What it is called. `{0}` stands for the store's name where it has one.
    pub fn title(self) -> Text {
        match self {
            Command::Palette => Text::CmdPalette,
            Command::Help => Text::CmdHelp,
            Command::ImportFiles => Text::CmdImportFiles,
            Command::ImportFolder => Text::CmdImportFolder,
            Command::CancelImport => Text::CmdCancelImport,
            Command::Undo(_) => Text::CmdUndoImport,
            Command::Restore(_) => Text::CmdRestoreImport,
            Command::ImportTemplates => Text::TemplatesImport,
            Command::ExportTemplates => Text::TemplatesExport,
            Command::RestoreTemplate => Text::CmdRestoreTemplate,
            Command::Go(Page::Today) => Text::CmdGoToday,
            Command::Go(Page::Sales) => Text::CmdGoSales,
            Command::Go(Page::Plan) => Text::CmdGoPlan,
            Command::Go(Page::Data) => Text::CmdGoData,
            Command::Go(Page::Settings) => Text::CmdGoSettings,
            Command::Show(Period::LastDay) => Text::CmdShowLastDay,
            Command::Show(Period::Last7) => Text::CmdShowLast7,
            Command::Show(Period::Last30) => Text::CmdShowLast30,
            Command::Show(Period::ThisMonth) => Text::CmdShowThisMonth,
            Command::Show(Period::LastMonth) => Text::CmdShowLastMonth,
            Command::Show(Period::All | Period::Custom(_)) => Text::CmdShowAll,
            Command::Compare(Comparison::Previous) => Text::CmdComparePrevious,
            Command::Compare(Comparison::SameWeekday) => Text::CmdCompareWeekday,
            Command::Compare(Comparison::YearAgo) => Text::CmdCompareYear,
            Command::Compare(Comparison::CalendarYear) => Text::CmdCompareCalendar,
            Command::Compare(Comparison::Lunar) => Text::CmdCompareLunar,
            Command::Compare(Comparison::Event) => Text::CmdCompareEvent,
            Command::LoadDemo => Text::CmdLoadDemo,
            Command::NewStore => Text::CmdNewStore,
            Command::OpenStore(_) => Text::CmdOpenStore,
            Command::CompareStores => Text::StoresShow,
            Command::RenameStore(_) => Text::CmdRenameStore,
            Command::DeleteStore(_) => Text::CmdDeleteStore,
            Command::UseTheme(Theme::Auto) => Text::CmdThemeAuto,
            Command::UseTheme(Theme::Light) => Text::CmdThemeLight,
            Command::UseTheme(Theme::Dark) => Text::CmdThemeDark,
            Command::UseLang(Lang::Zh) => Text::CmdLangZh,
            Command::UseLang(Lang::En) => Text::CmdLangEn,
            Command::UseRise(Rise::Red) => Text::CmdRiseRed,
            Command::UseRise(Rise::Green) => Text::CmdRiseGreen,
            Command::UseSingleKeys(true) => Text::CmdSingleKeysOn,
            Command::UseSingleKeys(false) => Text::CmdSingleKeysOff,
            Command::KeepData => Text::CmdKeepData,
            Command::BackUp => Text::BackupNow,
            Command::RestoreBackup => Text::BackupRestore,
            Command::ChooseBackupFolder => Text::BackupFolderChoose,
            Command::AllowBackupFolder => Text::CmdBackupAllow,
            Command::WriteBackup => Text::CmdBackupWrite,
            Command::ForgetBackupFolder => Text::BackupFolderForget,
            Command::KeepBackups(_) => Text::CmdBackupKeep,
            Command::RemindLater => Text::CmdBackupLater,
            Command::Print => Text::CmdPrint,
            Command::ApplyUpdate => Text::CmdApplyUpdate,
        }
    }

    /// Where it stands.
    pub fn group(self) -> Group {
        match self {
            Command::Palette
            | Command::Help
            | Command::Go(_)
            | Command::Print
            | Command::ApplyUpdate => Group::Go,
            Command::ImportFiles
            | Command::ImportFolder
            | Command::CancelImport
            | Command::Undo(_)
            | Command::Restore(_)
            | Command::ImportTemplates
            | Command::ExportTemplates
            | Command::RestoreTemplate
            | Command::KeepData
            | Command::BackUp
            | Command::RestoreBackup
            | Command::ChooseBackupFolder
            | Command::AllowBackupFolder
            | Command::WriteBackup
            | Command::ForgetBackupFolder
            | Command::KeepBackups(_)
            | Command::RemindLater => Group::Data,
            Command::Show(_) | Command::Compare(_) => Group::Board,
            Command::LoadDemo
            | Command::NewStore
            | Command::OpenStore(_)
            | Command::CompareStores
            | Command::RenameStore(_)
            | Command::DeleteStore(_) => Group::Store,
            Command::UseTheme(_)
            | Command::UseLang(_)
            | Command::UseRise(_)
            | Command::UseSingleKeys(_) => Group::View,
        }
    }

    /// The keys that mean it.
    pub fn shortcut(self) -> Option<Shortcut> {
        match self {
            Command::Palette => Shortcut::ctrl('k'),
            Command::ImportFiles => Shortcut::ctrl('o'),
            Command::Help => Shortcut::plain('?'),
            Command::Go(Page::Today) => Shortcut::alt('1'),
            Command::Go(Page::Sales) => Shortcut::alt('2'),
            Command::Go(Page::Plan) => Shortcut::alt('3'),
            Command::Go(Page::Data) => Shortcut::alt('4'),
            Command::Go(Page::Settings) => Shortcut::alt('5'),
            Command::Show(Period::LastDay) => Shortcut::plain('1'),
            Command::Show(Period::Last7) => Shortcut::plain('2'),
            Command::Show(Period::Last30) => Shortcut::plain('3'),
            Command::Show(Period::ThisMonth) => Shortcut::plain('4'),
            Command::Show(Period::LastMonth) => Shortcut::plain('5'),
            Command::Show(Period::All) => Shortcut::plain('6'),
            _ => None,
        }
    }

    /// Whether it stores anything.
    fn changes_data(self) -> bool {
        matches!(
            self,
            Command::ImportFiles
                | Command::ImportFolder
                | Command::ImportTemplates
                | Command::Undo(_)
                | Command::Restore(_)
                | Command::RestoreTemplate
                | Command::RestoreBackup
                | Command::LoadDemo
                | Command::NewStore
                | Command::OpenStore(_)
                | Command::RenameStore(_)
                | Command::DeleteStore(_)
        )
    }

    /// Whether it can be done now.
    pub fn is_offered(self, now: &Situation) -> bool {
        match self {
            command if now.is_read_only && command.changes_data() => false,
            Command::ImportFiles | Command::ImportFolder => !now.reading,
            Command::CancelImport => now.reading,
            Command::Undo(_) | Command::Restore(_) => !now.reading,
            Command::ExportTemplates => now.has_templates,
            Command::LoadDemo => !now.reading && !now.in_demo(),
            Command::OpenStore(id) => !now.reading && now.current != Some(id),
            Command::NewStore => !now.reading,
            Command::CompareStores => now.stores.len() > 1,
            Command::DeleteStore(_) => !now.reading,
            Command::Show(_) | Command::Compare(_) => now.last_import.is_some(),
            Command::UseTheme(theme) => now.theme != theme,
            Command::UseLang(lang) => now.lang != lang,
            Command::UseSingleKeys(on) => now.single_keys != on,
            Command::KeepData => now.can_keep,
            Command::BackUp => now.current.is_some() && !now.reading,
            Command::RestoreBackup => !now.reading,
            Command::ChooseBackupFolder => now.backups.can_choose,
            Command::AllowBackupFolder => now.backups.is_shut,
            Command::WriteBackup => {
                now.backups.is_open && now.current.is_some() && !now.in_demo() && !now.reading
            }
            Command::ForgetBackupFolder => now.backups.is_open || now.backups.is_shut,
            Command::KeepBackups(count) => {
                now.backups.kept != count && (now.backups.is_open || now.backups.is_shut)
            }
            Command::RemindLater => now.backups.is_due,
            Command::ApplyUpdate => now.update_waits,
            _ => true,
        }
    }

    /// What it is called in a language, with the store's name or the number put in.
    pub fn label(self, lang: Lang, now: &Situation) -> String {
        if let Command::KeepBackups(count) = self {
            return t(lang, self.title(), &[&count.to_string()]);
        }
        let name = match self {
            Command::OpenStore(id) | Command::RenameStore(id) | Command::DeleteStore(id) => now
                .stores
                .iter()
                .find(|(store, ..)| *store == id)
                .map_or("", |(_, name, _)| name.as_str()),
            _ => "",
        };
        t(lang, self.title(), &[name])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_commands_share_their_name() {
        for lang in [Lang::Zh, Lang::En] {
            let names: BTreeSet<_> = Command::FIXED.iter().map(|c| c.title().get(lang)).collect();
            assert_eq!(names.len(), Command::FIXED.len());
        }
    }
}
