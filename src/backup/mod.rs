//! A workspace as one file, and back: every record as it is stored, with a check over each, encrypted if wanted.
//!
//! [`container`] is the file, [`seal`] its encryption, [`records`] what belongs to a workspace and where it goes on the
//! other machine, [`files`] what backups are called and which a folder need not keep. Where a file comes from and goes to is the platform's business.

pub mod container;
pub mod files;
pub mod passphrase;
pub mod records;
pub mod seal;

pub use passphrase::Passphrase;

use crate::model::time::{Civil, Span};
use crate::protocol::SegmentId;
use serde::{Deserialize, Serialize};

/// What a backup's name ends in.
pub const ENDING: &str = ".dianzhang";

/// Why a backup cannot be made or read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// The file is no backup of ours.
    Foreign,
    /// The browser could not read the file.
    Unreadable,
    /// It is encrypted, and no passphrase was given.
    Locked,
    /// The passphrase is another one.
    WrongPassphrase,
    /// It ends too early.
    CutOff {
        /// Bytes that there are.
        bytes: u64,
        /// Bytes that there should be, where the file says so.
        expected: Option<u64>,
    },
    /// Bytes of it were changed.
    Damaged(Part),
    /// A newer version of the app has made it.
    Newer,
    /// It could not be encrypted; nothing was written.
    NotSealed,
}

/// A part of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// The list of what is in it, or what stands before that.
    Head,
    /// The record under this key.
    Record(String),
    /// A piece of the encrypted file, from 0.
    Piece(u64),
}

/// What a backup holds, for whoever has to decide about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The store's name.
    pub store: String,
    /// Whether it is the demo store.
    pub demo: bool,
    /// When the backup was made, by the clock of the page that made it.
    pub made_at: Civil,
    /// The imports in it.
    pub imports: Vec<SegmentId>,
    /// The revision of what the operator keeps beside them, see [`crate::workspace::desk::Kept`].
    pub desk: u64,
    /// From the first day of its files to the last.
    pub span: Option<Span>,
    /// Its size without encryption.
    pub bytes: u64,
    /// Whether it is encrypted.
    pub sealed: bool,
    /// Names its content: two backups with the same digest are the same to the byte.
    pub digest: String,
}

/// The last backup of a workspace, as the workspace remembers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When it was made, by the page's clock.
    pub made_at: Civil,
    /// The imports that are in it.
    pub imports: Vec<SegmentId>,
    /// The revision of what the operator keeps beside them; backups of older versions hold none.
    #[serde(default)]
    pub desk: u64,
    /// Where it went.
    pub place: Place,
    /// The file's name.
    pub file: String,
}

/// Where a backup went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// To the browser's downloads: whether it arrived is not known.
    Download,
    /// Into the chosen folder of this name, from where it was read back and compared.
    Folder(String),
    /// The workspace itself came out of this file.
    Restored,
}
