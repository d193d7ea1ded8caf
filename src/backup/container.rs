//! The form of a backup before encryption.
//!
//! ```text
//! "DZBACKUP"  u32 length of the head  head (JSON)  SHA-256 of all before  records, one after the other
//! ```
//!
//! The head lists each record's key, length and SHA-256. Its own digest therefore stands for the whole file, a changed byte
//! is pinned on the record that it is in, and the length of the file is known before its end is read. Little-endian.

use super::{Part, Trouble};
use crate::model::time::Civil;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

const MAGIC: &[u8; 8] = b"DZBACKUP";
const FORMAT: u32 = 1;

/// Records under their keys, in the order in which they are written.
pub type Records = Vec<(String, Vec<u8>)>;

/// What a container holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Container<'a> {
    /// When it was made.
    pub made_at: Civil,
    /// Its records.
    pub records: Vec<(String, &'a [u8])>,
    /// The digest that stands for all of it, in hexadecimal.
    pub digest: String,
}

#[derive(Serialize, Deserialize)]
struct Head {
    format: u32,
    made_at: Civil,
    records: Vec<Listed>,
}

#[derive(Serialize, Deserialize)]
struct Listed {
    key: String,
    length: u64,
    sha256: String,
}

#[derive(Deserialize)]
struct Format {
    format: u32,
}

/// Writes records into a container.
pub fn pack(made_at: Civil, records: &Records) -> Vec<u8> {
    let listed = records.iter().map(|(key, bytes)| Listed {
        key: key.clone(),
        length: bytes.len() as u64,
        sha256: hex(&Sha256::digest(bytes)),
    });
    let head = Head {
        format: FORMAT,
        made_at,
        records: listed.collect(),
    };
    // Plain data without maps or floats: it always serialises.
    let head = serde_json::to_vec(&head).unwrap_or_default();
    let body: usize = records.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut out = Vec::with_capacity(MAGIC.len() + 4 + head.len() + 32 + body);
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&(head.len() as u32).to_le_bytes());
    out.extend_from_slice(&head);
    let digest = Sha256::digest(&out);
    out.extend_from_slice(&digest);
    for (_, bytes) in records {
        out.extend_from_slice(bytes);
    }
    out
}

/// Reads a container, and checks every byte of it.
///
/// # Errors
/// Any [`Trouble`] but those of encryption.
pub fn unpack(bytes: &[u8]) -> Result<Container<'_>, Trouble> {
    let cut = |expected| Trouble::CutOff {
        bytes: bytes.len() as u64,
        expected,
    };
    let head_damaged = || Trouble::Damaged(Part::Head);
    let Some(rest) = bytes.strip_prefix(MAGIC) else {
        let is_start = !bytes.is_empty() && MAGIC.starts_with(bytes);
        return Err(if is_start {
            cut(None)
        } else {
            Trouble::Foreign
        });
    };
    let (length, rest) = rest.split_first_chunk::<4>().ok_or_else(|| cut(None))?;
    let length = u32::from_le_bytes(*length) as usize;
    let (head, rest) = rest.split_at_checked(length).ok_or_else(|| cut(None))?;
    let (digest, mut rest) = rest.split_first_chunk::<32>().ok_or_else(|| cut(None))?;
    let digested = &bytes[..MAGIC.len() + 4 + length];
    if Sha256::digest(digested)[..] != digest[..] {
        return Err(head_damaged());
    }
    let Format { format } = serde_json::from_slice(head).map_err(|_| head_damaged())?;
    if format > FORMAT {
        return Err(Trouble::Newer);
    }
    let head: Head = serde_json::from_slice(head).map_err(|_| head_damaged())?;
    let keys: BTreeSet<&str> = head.records.iter().map(|r| r.key.as_str()).collect();
    if keys.len() != head.records.len() {
        return Err(head_damaged());
    }
    let body = head
        .records
        .iter()
        .try_fold(0_u64, |sum, record| sum.checked_add(record.length))
        .ok_or_else(head_damaged)?;
    let expected = (digested.len() as u64 + 32).saturating_add(body);
    let mut records = Vec::with_capacity(head.records.len());
    for listed in head.records {
        let (record, after) = usize::try_from(listed.length)
            .ok()
            .and_then(|length| rest.split_at_checked(length))
            .ok_or_else(|| cut(Some(expected)))?;
        if hex(&Sha256::digest(record)) != listed.sha256 {
            return Err(Trouble::Damaged(Part::Record(listed.key)));
        }
        records.push((listed.key, record));
        rest = after;
    }
    if !rest.is_empty() {
        // Something was put behind its end.
        return Err(head_damaged());
    }
    Ok(Container {
        made_at: head.made_at,
        records,
        digest: hex(digest),
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn records() -> Records {
        vec![
            ("workspace".to_owned(), b"{}".to_vec()),
            ("meta/00000001".to_owned(), b"report".to_vec()),
            ("rows/00000001".to_owned(), (0..100).collect()),
            ("rows/00000002".to_owned(), Vec::new()),
        ]
    }

    #[test]
    fn what_was_packed_comes_back() {
        let records = records();
        let bytes = pack(Civil(7), &records);
        let container = unpack(&bytes).expect("a container");
        let back: Records = container
            .records
            .iter()
            .map(|(key, bytes)| (key.clone(), bytes.to_vec()))
            .collect();
        assert_eq!((container.made_at, back), (Civil(7), records));
    }

    #[test]
    fn every_changed_byte_is_noticed_and_pinned_on_its_record() {
        let bytes = pack(Civil(7), &records());
        for at in 0..bytes.len() {
            for by in [1, 0x80] {
                let mut changed = bytes.clone();
                changed[at] ^= by;
                let trouble = unpack(&changed).expect_err("noticed");
                let from_end = bytes.len() - at;
                let expected = match from_end {
                    1..=100 => Trouble::Damaged(Part::Record("rows/00000001".to_owned())),
                    101..=106 => Trouble::Damaged(Part::Record("meta/00000001".to_owned())),
                    107..=108 => Trouble::Damaged(Part::Record("workspace".to_owned())),
                    _ if at < 8 => Trouble::Foreign,
                    // A head that seems longer than the file.
                    _ if at < 12 && matches!(trouble, Trouble::CutOff { .. }) => continue,
                    _ => Trouble::Damaged(Part::Head),
                };
                assert_eq!(trouble, expected, "byte {at} of {}", bytes.len());
            }
        }
    }

    #[test]
    fn a_file_that_ends_too_early_or_too_late_is_noticed() {
        let bytes = pack(Civil(7), &records());
        assert_eq!(unpack(&[]), Err(Trouble::Foreign));
        for end in 1..bytes.len() {
            let trouble = unpack(&bytes[..end]).expect_err("noticed");
            let Trouble::CutOff {
                bytes: there,
                expected,
            } = trouble
            else {
                panic!("cut at {end}: {trouble:?}");
            };
            assert_eq!(there, end as u64);
            assert!(expected.is_none_or(|e| e == bytes.len() as u64));
            assert_eq!(expected.is_some(), bytes.len() - end <= 108);
        }
        let longer = [&bytes[..], b"x"].concat();
        assert_eq!(unpack(&longer), Err(Trouble::Damaged(Part::Head)));
    }

    #[test]
    fn a_newer_form_is_told_from_a_damaged_one() {
        let head = br#"{"format":2,"unheard":"of"}"#;
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&(head.len() as u32).to_le_bytes());
        bytes.extend_from_slice(head);
        let digest = Sha256::digest(&bytes);
        bytes.extend_from_slice(&digest);
        assert_eq!(unpack(&bytes), Err(Trouble::Newer));
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            prop_assert!(unpack(&bytes).is_err());
            prop_assert!(unpack(&[&MAGIC[..], &bytes].concat()).is_err());
            prop_assert!(crate::backup::seal::open(&bytes, "x").is_err());
        }

        #[test]
        fn an_arbitrary_head_under_a_true_digest_is_refused(lengths in prop::collection::vec(any::<u64>(), 0..4), tail in 0_usize..4) {
            let listed = lengths.iter().enumerate().map(|(i, length)| Listed {
                key: format!("rows/{i}"),
                length: *length,
                sha256: String::new(),
            });
            let head = Head { format: FORMAT, made_at: Civil(1), records: listed.collect() };
            let head = serde_json::to_vec(&head).expect("JSON");
            let mut bytes = MAGIC.to_vec();
            bytes.extend_from_slice(&(head.len() as u32).to_le_bytes());
            bytes.extend_from_slice(&head);
            let digest = Sha256::digest(&bytes);
            bytes.extend_from_slice(&digest);
            bytes.extend(std::iter::repeat_n(0, tail));
            prop_assert_eq!(unpack(&bytes).is_ok(), lengths.is_empty() && tail == 0);
        }
    }
}
