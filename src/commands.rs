//! Everything that can be done, as values: one registry that feeds the menus, the keyboard, the palette and the help.
//!
//! A command says what it is called, where it stands, which keys mean it and when it is offered. What it does stands in
//! `app::tasks`; a command that needs more input is called by a text that ends in “…”.

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

/// What the commands that are offered depend on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// The language of the screen.
    pub lang: Lang,
    /// The page that is shown.
    pub page: Page,
    /// Whether an import runs.
    pub reading: bool,
    /// Whether a new version waits.
    pub update_waits: bool,
    /// Whether the browser can be asked to keep the data and has not agreed yet.
    pub can_keep: bool,
    /// The theme in use.
    pub theme: Theme,
    /// Whether shortcuts of a single letter are listened to.
    pub single_keys: bool,
    /// The store that is open.
    pub current: Option<WorkspaceId>,
    /// The newest import of the open store.
    pub last_import: Option<SegmentId>,
    /// All stores: identity, name, whether it is the demo.
    pub stores: Vec<(WorkspaceId, String, bool)>,
}

impl Situation {
    /// Whether the demo store is open.
    pub fn in_demo(&self) -> bool {
        self.stores
            .iter()
            .any(|(id, _, demo)| *demo && self.current == Some(*id))
    }
}

/// A key pressed together with others, as the browser reports it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPress {
    /// The character or name that the key gives.
    pub key: String,
    /// The key's place on the keyboard: digits keep it whatever Alt makes of them.
    pub code: String,
    /// Ctrl, or ⌘ on a Mac.
    pub ctrl: bool,
    /// Alt, or ⌥ on a Mac.
    pub alt: bool,
    /// Whether the key goes into a field that is being written in.
    pub typing: bool,
}

/// The keys that mean a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shortcut {
    /// With Ctrl, or ⌘ on a Mac.
    pub ctrl: bool,
    /// With Alt, or ⌥ on a Mac.
    pub alt: bool,
    /// The character, in lower case.
    pub key: char,
}

impl Shortcut {
    const fn ctrl(key: char) -> Option<Shortcut> {
        Some(Shortcut {
            ctrl: true,
            alt: false,
            key,
        })
    }

    const fn alt(key: char) -> Option<Shortcut> {
        Some(Shortcut {
            ctrl: false,
            alt: true,
            key,
        })
    }

    const fn plain(key: char) -> Option<Shortcut> {
        Some(Shortcut {
            ctrl: false,
            alt: false,
            key,
        })
    }

    /// Whether it is one letter alone: such a shortcut can be switched off (WCAG 2.1.4).
    pub fn is_single(self) -> bool {
        !self.ctrl && !self.alt
    }

    /// Its keys as they are printed on the keyboard.
    ///
    /// ```
    /// use dianzhang::commands::Command;
    /// let keys = Command::Palette.shortcut().map(|s| s.keys(false));
    /// assert_eq!(keys, Some(vec!["Ctrl".to_string(), "K".to_string()]));
    /// ```
    pub fn keys(self, mac: bool) -> Vec<String> {
        let mut keys = Vec::new();
        if self.ctrl {
            keys.push(if mac { "⌘" } else { "Ctrl" }.to_owned());
        }
        if self.alt {
            keys.push(if mac { "⌥" } else { "Alt" }.to_owned());
        }
        keys.push(self.key.to_uppercase().to_string());
        keys
    }

    fn is_meant_by(self, press: &KeyPress) -> bool {
        let digit = press
            .code
            .strip_prefix("Digit")
            .is_some_and(|d| d.starts_with(self.key));
        let mut chars = press.key.chars();
        let same = chars
            .next()
            .is_some_and(|c| c.to_ascii_lowercase() == self.key)
            && chars.next().is_none();
        self.ctrl == press.ctrl && self.alt == press.alt && (same || (self.alt && digit))
    }
}

impl Command {
    /// The commands that are there whatever the stores hold, in the order in which they are offered.
    pub const FIXED: &[Command] = &[
        Command::Palette,
        Command::Help,
        Command::Go(Page::Today),
        Command::Go(Page::Data),
        Command::Go(Page::Settings),
        Command::Print,
        Command::ApplyUpdate,
        Command::ImportFiles,
        Command::ImportFolder,
        Command::CancelImport,
        Command::KeepData,
        Command::Show(Period::LastDay),
        Command::Show(Period::Last7),
        Command::Show(Period::Last30),
        Command::Show(Period::ThisMonth),
        Command::Show(Period::LastMonth),
        Command::Show(Period::All),
        Command::Compare(Comparison::Previous),
        Command::Compare(Comparison::SameWeekday),
        Command::Compare(Comparison::YearAgo),
        Command::LoadDemo,
        Command::NewStore,
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
            Command::Go(Page::Today) => Text::CmdGoToday,
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
            Command::LoadDemo => Text::CmdLoadDemo,
            Command::NewStore => Text::CmdNewStore,
            Command::OpenStore(_) => Text::CmdOpenStore,
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
            | Command::KeepData => Group::Data,
            Command::Show(_) | Command::Compare(_) => Group::Board,
            Command::LoadDemo
            | Command::NewStore
            | Command::OpenStore(_)
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
            Command::Go(Page::Data) => Shortcut::alt('2'),
            Command::Go(Page::Settings) => Shortcut::alt('3'),
            Command::Show(Period::LastDay) => Shortcut::plain('1'),
            Command::Show(Period::Last7) => Shortcut::plain('2'),
            Command::Show(Period::Last30) => Shortcut::plain('3'),
            Command::Show(Period::ThisMonth) => Shortcut::plain('4'),
            Command::Show(Period::LastMonth) => Shortcut::plain('5'),
            Command::Show(Period::All) => Shortcut::plain('6'),
            _ => None,
        }
    }

    /// Whether it can be done now.
    pub fn is_offered(self, now: &Situation) -> bool {
        match self {
            Command::ImportFiles | Command::ImportFolder => !now.reading,
            Command::CancelImport => now.reading,
            Command::Undo(_) | Command::Restore(_) => !now.reading,
            Command::LoadDemo => !now.reading && !now.in_demo(),
            Command::OpenStore(id) => !now.reading && now.current != Some(id),
            Command::NewStore => !now.reading,
            Command::DeleteStore(_) => !now.reading,
            Command::Show(_) | Command::Compare(_) => now.last_import.is_some(),
            Command::UseTheme(theme) => now.theme != theme,
            Command::UseLang(lang) => now.lang != lang,
            Command::UseSingleKeys(on) => now.single_keys != on,
            Command::KeepData => now.can_keep,
            Command::ApplyUpdate => now.update_waits,
            _ => true,
        }
    }

    /// What it is called in a language, with the store's name put in.
    pub fn label(self, lang: Lang, now: &Situation) -> String {
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

/// Everything that can be done now, group by group.
pub fn offered(now: &Situation) -> Vec<Command> {
    let stores = now.stores.iter().map(|(id, ..)| Command::OpenStore(*id));
    let current = now
        .current
        .into_iter()
        .flat_map(|id| [Command::RenameStore(id), Command::DeleteStore(id)]);
    let undo = now.last_import.map(Command::Undo);
    let mut all: Vec<Command> = Command::FIXED
        .iter()
        .copied()
        .chain(undo)
        .chain(stores)
        .chain(current)
        .filter(|c| c.is_offered(now))
        .collect();
    all.sort_by_key(|c| c.group());
    all
}

/// The command that a key press means, if it can be done now.
pub fn meant_by(press: &KeyPress, now: &Situation) -> Option<Command> {
    Command::FIXED.iter().copied().find(|command| {
        command.shortcut().is_some_and(|shortcut| {
            let heard = !shortcut.is_single() || (now.single_keys && !press.typing);
            heard && shortcut.is_meant_by(press)
        }) && command.is_offered(now)
    })
}

/// The commands that a search finds, best first: every word must occur in the Chinese or the English title, or stand for
/// its initials.
///
/// ```
/// use dianzhang::commands::{found, Situation};
/// let hits = found("go set", &Situation::default());
/// assert_eq!(hits.len(), 1);
/// ```
pub fn found(search: &str, now: &Situation) -> Vec<Command> {
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let mut hits: Vec<(usize, Command)> = offered(now)
        .into_iter()
        .filter(|c| *c != Command::Palette)
        .filter_map(|command| {
            let zh = command.label(Lang::Zh, now).to_lowercase();
            let en = command.label(Lang::En, now).to_lowercase();
            let initials: String = en
                .split_whitespace()
                .filter_map(|w| w.chars().next())
                .collect();
            let mut rank = 0;
            for word in &words {
                rank += if zh.starts_with(word) || en.starts_with(word) {
                    0
                } else if zh.contains(word) || en.contains(word) {
                    1
                } else if initials.starts_with(word) {
                    2
                } else {
                    return None;
                };
            }
            Some((rank, command))
        })
        .collect();
    if !words.is_empty() {
        hits.sort_by_key(|(rank, _)| *rank);
    }
    hits.into_iter().map(|(_, command)| command).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn situation() -> Situation {
        Situation {
            single_keys: true,
            current: Some(7),
            last_import: Some(3),
            stores: vec![
                (7, "青禾旗舰店".into(), false),
                (9, "赤松家居".into(), false),
            ],
            ..Situation::default()
        }
    }

    fn press(key: &str, ctrl: bool, alt: bool, typing: bool) -> KeyPress {
        KeyPress {
            key: key.into(),
            code: String::new(),
            ctrl,
            alt,
            typing,
        }
    }

    #[test]
    fn no_two_commands_share_their_keys() {
        let mut seen = BTreeSet::new();
        for shortcut in Command::FIXED.iter().filter_map(|c| c.shortcut()) {
            assert!(
                seen.insert(shortcut.keys(false)),
                "{shortcut:?} is taken twice"
            );
        }
    }

    #[test]
    fn no_two_commands_share_their_name() {
        for lang in [Lang::Zh, Lang::En] {
            let names: BTreeSet<_> = Command::FIXED.iter().map(|c| c.title().get(lang)).collect();
            assert_eq!(names.len(), Command::FIXED.len());
        }
    }

    #[test]
    fn a_key_in_a_field_is_a_letter() {
        let now = situation();
        assert_eq!(meant_by(&press("?", false, false, true), &now), None);
        assert_eq!(
            meant_by(&press("?", false, false, false), &now),
            Some(Command::Help)
        );
        assert_eq!(
            meant_by(&press("K", true, false, true), &now),
            Some(Command::Palette)
        );
    }

    #[test]
    fn single_keys_can_be_switched_off() {
        let now = Situation {
            single_keys: false,
            ..situation()
        };
        assert_eq!(meant_by(&press("?", false, false, false), &now), None);
        assert_eq!(
            meant_by(&press("2", false, true, false), &now),
            Some(Command::Go(Page::Data))
        );
    }

    #[test]
    fn a_digit_is_known_by_its_place_when_alt_changes_the_character() {
        let mac = KeyPress {
            key: "¡".into(),
            code: "Digit1".into(),
            alt: true,
            ..KeyPress::default()
        };
        assert_eq!(meant_by(&mac, &situation()), Some(Command::Go(Page::Today)));
    }

    #[test]
    fn an_import_that_runs_can_only_be_cancelled() {
        let now = Situation {
            reading: true,
            ..situation()
        };
        let offered = offered(&now);
        assert!(offered.contains(&Command::CancelImport));
        assert!(!offered.contains(&Command::ImportFiles));
        assert!(!offered.contains(&Command::DeleteStore(7)));
        assert!(!offered.contains(&Command::Undo(3)));
    }

    #[test]
    fn the_palette_finds_by_either_language_and_by_store() {
        let now = situation();
        assert_eq!(found("赤松", &now).first(), Some(&Command::OpenStore(9)));
        assert!(found("导入", &now).contains(&Command::ImportFiles));
        assert!(found("import", &now).contains(&Command::ImportFiles));
        assert!(found("qqq", &now).is_empty());
    }
}
