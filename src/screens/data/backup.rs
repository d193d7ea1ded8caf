//! How a store stands with its backup, in words: what was saved when and where, what is not, what is wrong with a file, and
//! when it is time for a reminder.

use crate::backup::passphrase::{Strength, strength};
use crate::backup::{Part, Place, Summary, Trouble};
use crate::i18n::format::{self, bytes};
use crate::i18n::{Lang, Text, t};
use crate::model::time::{Civil, Day};
use crate::protocol::{BackupState, WorkspaceCard};
use crate::store::schema;
use crate::workspace::desk;

/// Work that is in no backup may be so old before the operator is reminded.
const PATIENCE_DAYS: i32 = 7;

/// When and where the last backup was made.
pub fn last(lang: Lang, state: &BackupState) -> String {
    let Some(last) = &state.last else {
        return Text::BackupNever.get(lang).to_owned();
    };
    let when = clock(last.made_at);
    match &last.place {
        Place::Download => t(lang, Text::BackupLastDownload, &[&when, &last.file]),
        Place::Folder(folder) => t(lang, Text::BackupLastFolder, &[&when, folder, &last.file]),
        Place::Restored => t(lang, Text::BackupLastRestored, &[&when, &last.file]),
    }
}

/// What is not in the last backup; nothing to say of a store that is empty.
pub fn missing(lang: Lang, state: &BackupState) -> Option<String> {
    match state {
        BackupState { unsaved: 1.., .. } => {
            Some(t(lang, Text::BackupUnsaved, &[&state.unsaved.to_string()]))
        }
        BackupState { undone: true, .. } => Some(Text::BackupChanged.get(lang).to_owned()),
        BackupState {
            papers_since: Some(_),
            ..
        } => Some(Text::BackupPapers.get(lang).to_owned()),
        BackupState { last: None, .. } => None,
        BackupState { last: Some(_), .. } => Some(Text::BackupCurrent.get(lang).to_owned()),
    }
}

/// The reminder, when it is due: imports that are in no backup, or what was said beside them, are a week old, and it was not put off to a later day. The
/// demo store can be made again at any time.
pub fn reminder(
    lang: Lang,
    store: &WorkspaceCard,
    today: Day,
    put_off_until: Option<Day>,
) -> Option<String> {
    if store.demo || put_off_until.is_some_and(|day| today < day) {
        return None;
    }
    let age = |since: Option<Civil>| {
        let age = today.0 - since?.day().0;
        (age >= PATIENCE_DAYS).then(|| age.to_string())
    };
    let backup = &store.backup;
    Some(match (age(backup.unsaved_since), &backup.last) {
        (Some(age), Some(_)) => t(lang, Text::BackupDue, &[&backup.unsaved.to_string(), &age]),
        (Some(age), None) => t(lang, Text::BackupDueNever, &[&store.name, &age]),
        (None, _) => t(lang, Text::BackupDuePapers, &[&age(backup.papers_since)?]),
    })
}

/// The day until which a reminder of today is put off.
pub fn put_off(today: Day) -> Day {
    today.plus(PATIENCE_DAYS)
}

/// What a backup holds.
pub fn contents(lang: Lang, summary: &Summary) -> String {
    let imports = summary.imports.len().to_string();
    let span = match summary.span {
        Some(span) => format::span(span),
        None => Text::StoreEmpty.get(lang).to_owned(),
    };
    let when = clock(summary.made_at);
    t(
        lang,
        Text::RestoreWhat,
        &[&summary.store, &when, &imports, &span],
    )
}

/// How hard a passphrase is to guess; nothing before it is typed.
pub fn strength_hint(passphrase: &str) -> Option<Text> {
    match strength(passphrase) {
        Strength::Empty => None,
        Strength::Weak => Some(Text::BackupStrengthWeak),
        Strength::Fair => Some(Text::BackupStrengthFair),
        Strength::Good => Some(Text::BackupStrengthGood),
    }
}

/// Why a backup cannot be made or read, and what to do.
pub fn trouble_text(lang: Lang, trouble: &Trouble) -> String {
    let text = match trouble {
        Trouble::Foreign => Text::TroubleForeign,
        Trouble::Unreadable => Text::TroubleUnreadable,
        Trouble::Locked => Text::TroubleLocked,
        Trouble::WrongPassphrase => Text::TroublePassphrase,
        Trouble::Newer => Text::TroubleNewer,
        Trouble::NotSealed => Text::TroubleNotSealed,
        Trouble::CutOff {
            bytes: there,
            expected: None,
        } => return t(lang, Text::TroubleCut, &[&bytes(*there)]),
        Trouble::CutOff {
            bytes: there,
            expected: Some(expected),
        } => {
            return t(
                lang,
                Text::TroubleCutOf,
                &[&bytes(*there), &bytes(*expected)],
            );
        }
        Trouble::Damaged(part) => {
            return t(lang, Text::TroubleDamaged, &[&part_text(lang, part)]);
        }
    };
    text.get(lang).to_owned()
}

fn part_text(lang: Lang, part: &Part) -> String {
    let numbered = |text: Text, number: &str| t(lang, text, &[number.trim_start_matches('0')]);
    match part {
        Part::Head => Text::TroublePartHead.get(lang).to_owned(),
        Part::Piece(piece) => t(lang, Text::TroublePartPiece, &[&(piece + 1).to_string()]),
        Part::Record(key) => match key.split_once('/') {
            Some(("meta", number)) => numbered(Text::TroublePartReport, number),
            Some(("rows", number)) => numbered(Text::TroublePartRows, number),
            Some((schema::DESK, part)) => match desk::title(part) {
                Some(title) => t(lang, Text::TroublePartPapers, &[lang.pick(title)]),
                None => t(lang, Text::TroublePartOther, &[key]),
            },
            None if key == "workspace" => Text::TroublePartStore.get(lang).to_owned(),
            _ => t(lang, Text::TroublePartOther, &[key]),
        },
    }
}

/// A time to the minute.
fn clock(at: Civil) -> String {
    let text = at.to_string();
    text.get(..16).unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::LastBackup;

    const NOON: Civil = Civil(848_534_400 + 12 * 3600);

    fn store() -> WorkspaceCard {
        WorkspaceCard {
            id: 1,
            name: "青禾".to_owned(),
            demo: false,
            span: None,
            kinds: Vec::new(),
            stored_bytes: 1,
            backup: BackupState {
                unsaved: 3,
                unsaved_since: Some(NOON),
                undone: false,
                papers_since: None,
                last: None,
            },
        }
    }

    fn saved(place: Place) -> BackupState {
        BackupState {
            last: Some(LastBackup {
                made_at: NOON,
                place,
                file: "a.dianzhang".to_owned(),
            }),
            ..BackupState::default()
        }
    }

    #[test]
    fn a_reminder_comes_when_unsaved_work_is_a_week_old() {
        let (store, day) = (store(), NOON.day());
        let due = |store: &WorkspaceCard, days: i32, until: Option<Day>| {
            reminder(Lang::Zh, store, day.plus(days), until)
        };
        assert_eq!(due(&store, 6, None), None);
        let text = due(&store, 7, None).expect("due");
        assert!(
            text.contains("「青禾」还没有备份") && text.contains("7 天"),
            "{text}"
        );
        let later = put_off(day.plus(7));
        assert_eq!(due(&store, 13, Some(later)), None);
        assert!(due(&store, 14, Some(later)).is_some());
        let demo = WorkspaceCard {
            demo: true,
            ..store.clone()
        };
        assert_eq!(due(&demo, 99, None), None);
        let safe = WorkspaceCard {
            backup: saved(Place::Download),
            ..store
        };
        assert_eq!(due(&safe, 99, None), None);
        let typed = WorkspaceCard {
            backup: BackupState {
                papers_since: Some(NOON),
                ..saved(Place::Download)
            },
            ..safe
        };
        assert_eq!(due(&typed, 6, None), None);
        let text = due(&typed, 7, None).expect("due");
        assert!(text.contains("自己填的") && text.contains("7 天"), "{text}");
    }

    #[test]
    fn what_was_saved_and_what_was_not_is_said() {
        let zh = |state: &BackupState| (last(Lang::Zh, state), missing(Lang::Zh, state));
        let (when, what) = zh(&saved(Place::Folder("备份".to_owned())));
        assert!(
            when.contains("2026-11-21 12:00") && when.contains("「备份」"),
            "{when}"
        );
        assert_eq!(what.as_deref(), Some("备份之后没有新的导入"));
        let (when, what) = zh(&store().backup);
        assert_eq!(when, "还没有备份");
        assert_eq!(what.as_deref(), Some("有 3 次导入不在备份里"));
        assert_eq!(zh(&BackupState::default()).1, None);
        let undone = BackupState {
            undone: true,
            ..saved(Place::Restored)
        };
        assert_eq!(zh(&undone).1.as_deref(), Some("备份之后撤销过导入"));
        let typed = BackupState {
            papers_since: Some(NOON),
            ..BackupState::default()
        };
        let what = zh(&typed).1.expect("something is in no backup");
        assert!(what.contains("自己填的"), "{what}");
    }

    #[test]
    fn the_damaged_part_is_named() {
        let said = |part: Part| trouble_text(Lang::Zh, &Trouble::Damaged(part));
        let rows = Part::Record("rows/00000012".to_owned());
        assert!(said(rows).contains("第 12 号导入的数据"));
        assert!(said(Part::Record("workspace".to_owned())).contains("店铺信息"));
        assert!(said(Part::Record("template/ab".to_owned())).contains("template/ab"));
        assert!(said(Part::Record("desk/targets".to_owned())).contains("自己填的内容：目标"));
        assert!(said(Part::Piece(0)).contains("第 1 段"));
        let cut = Trouble::CutOff {
            bytes: 1_000,
            expected: Some(4_067),
        };
        assert!(trouble_text(Lang::En, &cut).contains(" of "));
    }
}
