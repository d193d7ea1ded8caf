//! What the operator keeps in a store beside its imports: one record for each part, all of them read with the workspace.
//!
//! A part is kept as a whole. To make a new one, say here what it is: it is then stored, deleted, backed up and restored with
//! the workspace. What a part means is the business of whoever asks for it.

use crate::analytics::morning::Dealt;
use crate::analytics::targets::Targets;
use crate::i18n::Words;
use crate::model::time::Civil;
use crate::store::schema::{self, Unreadable};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! parts {
    ($($variant:ident $field:ident $name:literal $title:tt $type:ty;)*) => {
        /// A part with its content.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum DeskPart { $(#[doc = concat!("`", $name, "`")] $variant($type),)* }

        /// All that lies on the desk of a store.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Papers {
            $(#[doc = concat!("`", $name, "`")] pub $field: $type,)*
            /// Of each part that was ever kept, when that was, by its name.
            pub kept: BTreeMap<&'static str, Kept>,
            /// Names of the parts that could not be read back. They count as never kept; their records stay where they are.
            pub damaged: Vec<&'static str>,
        }

        impl DeskPart {
            /// The part's name at the end of its key.
            pub fn name(&self) -> &'static str {
                match self { $(DeskPart::$variant(_) => $name,)* }
            }

            /// The record of the part.
            pub fn record(&self, kept: Kept) -> Vec<u8> {
                match self { $(DeskPart::$variant(content) => schema::write(&Paper { kept, content }),)* }
            }
        }

        impl Papers {
            /// Takes in a part that has just been kept.
            pub fn put(&mut self, part: DeskPart, kept: Kept) {
                let name = part.name();
                match part { $(DeskPart::$variant(content) => self.$field = content,)* }
                self.kept.insert(name, kept);
                self.damaged.retain(|damaged| *damaged != name);
            }

            /// Takes in a record; `None` for one that the disk has lost. What has a name that this version does not know is left
            /// alone.
            ///
            /// # Errors
            /// A newer version has written the record.
            pub fn read(&mut self, name: &str, bytes: Option<&[u8]>) -> Result<(), Unreadable> {
                match name {
                    $($name => match bytes.map_or(Err(Unreadable::Damaged), schema::read::<Paper<$type>>) {
                        Ok(paper) => self.put(DeskPart::$variant(paper.content), paper.kept),
                        Err(Unreadable::Newer) => return Err(Unreadable::Newer),
                        Err(Unreadable::Damaged) => self.damaged.push($name),
                    },)*
                    _ => {}
                }
                Ok(())
            }
        }

        /// What a part is called.
        pub fn title(name: &str) -> Option<Words> {
            match name { $($name => Some($title),)* _ => None }
        }
    };
}

parts! {
    Targets targets "targets" ("目标", "targets") Targets;
    Dealt dealt "dealt" ("待办的处理", "what was done about to-dos") Dealt;
}

/// How a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Counts up over all parts of the workspace with every one that is kept.
    pub revision: u64,
    /// When it was first changed after the last backup, as far as that was known then.
    pub since: Civil,
}

#[derive(Serialize, Deserialize)]
struct Paper<T> {
    #[serde(flatten)]
    kept: Kept,
    content: T,
}

impl Papers {
    /// The revision of a part; 0 when it was never kept.
    pub fn revision_of(&self, name: &str) -> u64 {
        self.kept.get(name).map_or(0, |kept| kept.revision)
    }

    /// The highest revision; 0 when nothing was ever kept.
    pub fn revision(&self) -> u64 {
        self.kept.values().map(|k| k.revision).max().unwrap_or(0)
    }

    /// How a part stands that is kept now; `saved` is the revision that is in the last backup.
    pub fn next(&self, name: &str, saved: u64, now: Civil) -> Kept {
        let unsaved = self.kept.get(name).filter(|kept| kept.revision > saved);
        Kept {
            revision: self.revision().max(saved) + 1,
            since: unsaved.map_or(now, |kept| kept.since),
        }
    }

    /// When the oldest change was made that is not in the last backup; `saved` is the revision that is.
    pub fn unsaved_since(&self, saved: u64) -> Option<Civil> {
        let unsaved = self.kept.values().filter(|kept| kept.revision > saved);
        unsaved.map(|kept| kept.since).min()
    }
}

/// The revision that a record of a desk was kept under; `None` for one that cannot be read.
pub fn revision_in(record: &[u8]) -> Option<u64> {
    let kept: Kept = schema::read(record).ok()?;
    Some(kept.revision)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_comes_back_as_it_was_kept() {
        let mut papers = Papers::default();
        let mut targets = Targets::default();
        targets.years.entry(2_026).or_default().months[1] = Some(44_840_000);
        let part = DeskPart::Targets(targets);
        let kept = papers.next(part.name(), 0, Civil(7));
        let record = part.record(kept);
        assert_eq!(papers.read("targets", Some(&record)), Ok(()));
        let mut same = Papers::default();
        same.put(part, kept);
        assert_eq!(papers, same);
        assert_eq!(revision_in(&record), Some(1));
    }

    #[test]
    fn what_cannot_be_read_is_named_and_what_is_not_known_left_alone() {
        let mut papers = Papers::default();
        assert_eq!(papers.read("targets", Some(b"rubbish")), Ok(()));
        assert_eq!(papers.read("of another version", Some(b"rubbish")), Ok(()));
        assert_eq!(papers.damaged, ["targets"]);
        let newer = br#"{"schema":999,"record":{}}"#;
        assert_eq!(papers.read("targets", Some(newer)), Err(Unreadable::Newer));
    }

    #[test]
    fn a_change_is_as_old_as_the_first_that_is_in_no_backup() {
        let mut papers = Papers::default();
        let keep = |papers: &mut Papers, saved, now| {
            let kept = papers.next("targets", saved, Civil(now));
            papers.put(DeskPart::Targets(Targets::default()), kept);
        };
        assert_eq!(papers.unsaved_since(0), None);
        keep(&mut papers, 0, 10);
        keep(&mut papers, 0, 20);
        assert_eq!(
            (papers.revision(), papers.unsaved_since(0)),
            (2, Some(Civil(10)))
        );
        assert_eq!(papers.unsaved_since(2), None);
        keep(&mut papers, 2, 30);
        assert_eq!(papers.unsaved_since(2), Some(Civil(30)));
    }
}
