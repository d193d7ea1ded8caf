//! What is offered where: the commands that can be done now, and those that a search finds.

use super::Command;
use crate::i18n::Lang;
use crate::prefs::{self, Theme};
use crate::protocol::{SegmentId, WorkspaceId};
use crate::route::Page;

/// How it stands with backups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backups {
    /// Whether the browser has folders to write to.
    pub can_choose: bool,
    /// Whether one is chosen and may be written to.
    pub is_open: bool,
    /// Whether one is chosen and the browser wants to be asked again.
    pub is_shut: bool,
    /// How many automatic backups of a store are kept.
    pub kept: usize,
    /// Whether the reminder is shown.
    pub is_due: bool,
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
    /// Whether a newer version of the app has changed the data: nothing more can be stored.
    pub is_read_only: bool,
    /// Whether the browser can be asked to keep the data and has not agreed yet.
    pub can_keep: bool,
    /// How it stands with backups.
    pub backups: Backups,
    /// The theme in use.
    pub theme: Theme,
    /// Whether shortcuts of a single letter are listened to.
    pub single_keys: bool,
    /// The store that is open.
    pub current: Option<WorkspaceId>,
    /// Whether there are templates.
    pub has_templates: bool,
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

/// Everything that can be done now, group by group.
pub fn offered(now: &Situation) -> Vec<Command> {
    let stores = now.stores.iter().map(|(id, ..)| Command::OpenStore(*id));
    let current = now
        .current
        .into_iter()
        .flat_map(|id| [Command::RenameStore(id), Command::DeleteStore(id)]);
    let undo = now.last_import.map(Command::Undo);
    let kept = prefs::BACKUPS.map(Command::KeepBackups);
    let mut all: Vec<Command> = Command::FIXED
        .iter()
        .copied()
        .chain(undo)
        .chain(kept)
        .chain(stores)
        .chain(current)
        .filter(|c| c.is_offered(now))
        .collect();
    all.sort_by_key(|c| c.group());
    all
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
            // Blanks in a Chinese title are typography; nobody types them.
            let zh: String = command
                .label(Lang::Zh, now)
                .to_lowercase()
                .split_whitespace()
                .collect();
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
    fn backups_are_offered_as_far_as_the_browser_and_the_folder_go() {
        let with = |backups: Backups| {
            offered(&Situation {
                backups,
                ..situation()
            })
        };
        let none = with(Backups::default());
        assert!(none.contains(&Command::BackUp) && none.contains(&Command::RestoreBackup));
        assert!(!none.contains(&Command::ChooseBackupFolder));
        assert!(!none.contains(&Command::KeepBackups(5)));
        let shut = with(Backups {
            can_choose: true,
            is_shut: true,
            kept: 10,
            ..Backups::default()
        });
        assert!(
            shut.contains(&Command::AllowBackupFolder) && shut.contains(&Command::KeepBackups(5))
        );
        assert!(!shut.contains(&Command::WriteBackup) && !shut.contains(&Command::KeepBackups(10)));
    }

    #[test]
    fn the_palette_finds_by_either_language_and_by_store() {
        let now = situation();
        assert_eq!(found("赤松", &now).first(), Some(&Command::OpenStore(9)));
        assert!(found("导入", &now).contains(&Command::ImportFiles));
        assert!(found("import", &now).contains(&Command::ImportFiles));
        assert!(found("qqq", &now).is_empty());
    }

    #[test]
    fn what_a_newer_version_has_overtaken_can_be_looked_at_and_saved_but_not_changed() {
        let now = Situation {
            is_read_only: true,
            current: Some(1),
            last_import: Some(3),
            ..Situation::default()
        };
        let is_offered = |command: Command| command.is_offered(&now);
        assert!(is_offered(Command::Go(Page::Data)) && is_offered(Command::BackUp));
        for command in [
            Command::ImportFiles,
            Command::Undo(3),
            Command::NewStore,
            Command::DeleteStore(1),
        ] {
            assert!(!is_offered(command), "{command:?}");
        }
    }
}
