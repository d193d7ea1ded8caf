//! Encryption of a backup with a passphrase: the age file format, version 1, with its scrypt recipient
//! (<https://c2sp.org/age>), so that whoever has the passphrase can also open a backup with the `age` program.
//!
//! The format is put together here from the ciphers of RustCrypto: the `age` crate brings more than a hundred other
//! crates, takes 150 kB of a first visit and draws its randomness itself. Files that the crate has made stand under
//! `tests/golden/age`; given the randomness of one, [`seal`] must come to its very bytes.

use super::{Part, Trouble};
use base64ct::{Base64Unpadded, Encoding};
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const VERSION: &[u8] = b"age-encryption.org/v1\n";
const SALT_LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
/// Bytes of plain text in a piece.
const PIECE: usize = 64 * 1024;
/// Bytes by which a sealed piece is longer.
const TAG: usize = 16;
/// Columns of a line of base64.
const LINE: usize = 64;

/// How much work a guess at a passphrase costs, as a power of two: 128 MiB of memory and about a second in a browser, what
/// OWASP asks of scrypt.
pub const WORK: u8 = 17;
/// More work than this is not done for a file: 1 GiB, what a page can still have.
const MAX_WORK: u8 = 20;

/// Fresh randomness for one sealing: file key, salt and nonce, 16 bytes each.
pub type Entropy = [u8; 48];

/// Whether bytes are sealed.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(VERSION)
}

/// Encrypts under a passphrase.
///
/// # Errors
/// [`Trouble::NotSealed`] when a cipher refuses its input, which none does for any input that we know of. Nothing is
/// written then, least of all in the clear.
pub fn seal(
    plain: &[u8],
    passphrase: &str,
    entropy: &Entropy,
    work: u8,
) -> Result<Vec<u8>, Trouble> {
    let (file_key, rest) = entropy.split_at(16);
    let (salt, nonce) = rest.split_at(16);
    let wrapped = wrapping_cipher(passphrase, salt, work)
        .and_then(|cipher| cipher.encrypt(&Nonce::default(), file_key).ok())
        .ok_or(Trouble::NotSealed)?;
    let mut out = head(salt, work, &wrapped);
    let mac = head_mac(file_key, &out)
        .ok_or(Trouble::NotSealed)?
        .finalize()
        .into_bytes();
    out.extend_from_slice(format!(" {}\n", Base64Unpadded::encode_string(&mac)).as_bytes());
    out.extend_from_slice(nonce);
    out.reserve(plain.len() + (plain.len() / PIECE + 1) * TAG);
    let cipher = payload_cipher(file_key, nonce).ok_or(Trouble::NotSealed)?;
    let last = plain.len().div_ceil(PIECE).max(1) - 1;
    for index in 0..=last {
        let piece = &plain[index * PIECE..plain.len().min((index + 1) * PIECE)];
        let sealed = cipher
            .encrypt(&piece_nonce(index as u64, index == last), piece)
            .map_err(|_| Trouble::NotSealed)?;
        out.extend_from_slice(&sealed);
    }
    Ok(out)
}

/// Decrypts what [`seal`] or `age` has encrypted under a passphrase.
///
/// # Errors
/// [`Trouble::WrongPassphrase`] also when the few bytes that hold the key were changed: the construction does not tell the
/// two apart. All other damage is named as such.
pub fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, Trouble> {
    let damaged = || Trouble::Damaged(Part::Head);
    let head = Head::parse(sealed)?;
    if head.work > MAX_WORK {
        return Err(damaged());
    }
    let file_key = wrapping_cipher(passphrase, &head.salt, head.work)
        .ok_or_else(damaged)?
        .decrypt(&Nonce::default(), head.wrapped.as_slice())
        .map_err(|_| Trouble::WrongPassphrase)?;
    head_mac(&file_key, head.authenticated)
        .ok_or_else(damaged)?
        .verify_slice(&head.mac)
        .map_err(|_| damaged())?;
    let cut = Trouble::CutOff {
        bytes: sealed.len() as u64,
        expected: None,
    };
    let Some((nonce, body)) = head.body.split_first_chunk::<16>() else {
        return Err(cut);
    };
    let cipher = payload_cipher(&file_key, nonce).ok_or_else(damaged)?;
    let mut plain = Vec::with_capacity(body.len());
    let last = body.len().div_ceil(PIECE + TAG).max(1) - 1;
    for (index, piece) in body.chunks(PIECE + TAG).enumerate() {
        let number = index as u64;
        match cipher.decrypt(&piece_nonce(number, index == last), piece) {
            Ok(open) => plain.extend_from_slice(&open),
            // A piece that is whole but not the last was followed by another one.
            Err(_)
                if index == last && cipher.decrypt(&piece_nonce(number, false), piece).is_ok() =>
            {
                return Err(cut);
            }
            Err(_) => return Err(Trouble::Damaged(Part::Piece(number))),
        }
    }
    if body.is_empty() { Err(cut) } else { Ok(plain) }
}

/// The head up to its MAC.
fn head(salt: &[u8], work: u8, wrapped: &[u8]) -> Vec<u8> {
    let mut out = VERSION.to_vec();
    let salt = Base64Unpadded::encode_string(salt);
    let wrapped = Base64Unpadded::encode_string(wrapped);
    out.extend_from_slice(format!("-> scrypt {salt} {work}\n{wrapped}\n---").as_bytes());
    out
}

struct Head<'a> {
    salt: [u8; 16],
    work: u8,
    wrapped: [u8; 32],
    mac: [u8; 32],
    /// What the MAC is over.
    authenticated: &'a [u8],
    body: &'a [u8],
}

impl Head<'_> {
    fn parse(sealed: &[u8]) -> Result<Head<'_>, Trouble> {
        let damaged = || Trouble::Damaged(Part::Head);
        let rest = sealed.strip_prefix(VERSION).ok_or(Trouble::Foreign)?;
        let mut lines = Lines {
            rest,
            bytes: sealed.len() as u64,
        };
        let stanza = lines.next()?;
        let (salt, work) = stanza
            .strip_prefix("-> scrypt ")
            .and_then(|s| s.split_once(' '))
            .ok_or_else(damaged)?;
        let wrapped = lines.next()?;
        let mac = lines.next()?.strip_prefix("--- ").ok_or_else(damaged)?;
        let body = lines.rest;
        // Without the blank, the MAC and the line feed.
        let authenticated = &sealed[..sealed.len() - body.len() - mac.len() - 2];
        Ok(Head {
            salt: decoded(salt)?,
            work: work.parse().map_err(|_| damaged())?,
            wrapped: decoded(wrapped)?,
            mac: decoded(mac)?,
            authenticated,
            body,
        })
    }
}

struct Lines<'a> {
    rest: &'a [u8],
    bytes: u64,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Result<&'a str, Trouble> {
        let window = &self.rest[..self.rest.len().min(2 * LINE)];
        let Some(at) = memchr::memchr(b'\n', window) else {
            return Err(if window.len() < 2 * LINE {
                Trouble::CutOff {
                    bytes: self.bytes,
                    expected: None,
                }
            } else {
                Trouble::Damaged(Part::Head)
            });
        };
        let (line, rest) = (&self.rest[..at], &self.rest[at + 1..]);
        self.rest = rest;
        std::str::from_utf8(line).map_err(|_| Trouble::Damaged(Part::Head))
    }
}

fn decoded<const N: usize>(text: &str) -> Result<[u8; N], Trouble> {
    let mut out = [0; N];
    match Base64Unpadded::decode(text, &mut out) {
        Ok(found) if found.len() == N => Ok(out),
        _ => Err(Trouble::Damaged(Part::Head)),
    }
}

fn wrapping_cipher(passphrase: &str, salt: &[u8], work: u8) -> Option<ChaCha20Poly1305> {
    let salt = [SALT_LABEL, salt].concat();
    let params = scrypt::Params::new(work, 8, 1).ok()?;
    let mut key = Key::default();
    scrypt::scrypt(passphrase.as_bytes(), &salt, &params, &mut key).ok()?;
    Some(ChaCha20Poly1305::new(&key))
}

fn derived(file_key: &[u8], salt: Option<&[u8]>, info: &[u8]) -> Option<Key> {
    let mut key = Key::default();
    Hkdf::<Sha256>::new(salt, file_key)
        .expand(info, &mut key)
        .ok()?;
    Some(key)
}

fn head_mac(file_key: &[u8], authenticated: &[u8]) -> Option<Hmac<Sha256>> {
    let key = derived(file_key, None, b"header")?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
    mac.update(authenticated);
    Some(mac)
}

fn payload_cipher(file_key: &[u8], nonce: &[u8]) -> Option<ChaCha20Poly1305> {
    derived(file_key, Some(nonce), b"payload").map(|key| ChaCha20Poly1305::new(&key))
}

/// Eleven bytes of the piece's number, and whether it is the last.
fn piece_nonce(index: u64, is_last: bool) -> Nonce {
    let mut nonce = Nonce::default();
    nonce[3..11].copy_from_slice(&index.to_be_bytes());
    nonce[11] = u8::from(is_last);
    nonce
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSPHRASE: &str = "青禾 2026 correct horse";
    const LITTLE_WORK: u8 = 4;

    fn golden(name: &str) -> Vec<u8> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/age");
        std::fs::read(format!("{folder}/{name}.age")).expect("a golden file")
    }

    /// What the golden files hold: see `tests/golden/README.md`.
    fn pattern(length: usize) -> Vec<u8> {
        (0..length).map(|i| (i % 251) as u8).collect()
    }

    fn sealed(plain: &[u8]) -> Vec<u8> {
        seal(plain, "secret", &[7; 48], LITTLE_WORK).expect("sealed")
    }

    #[test]
    fn what_age_has_encrypted_is_opened_and_written_to_the_same_bytes() {
        for (name, length) in [("short", 30), ("long", 65_546)] {
            let bytes = golden(name);
            let plain = open(&bytes, PASSPHRASE).expect("it opens");
            assert_eq!(plain, pattern(length));
            let head = Head::parse(&bytes).expect("a head");
            let file_key = wrapping_cipher(PASSPHRASE, &head.salt, head.work)
                .and_then(|c| c.decrypt(&Nonce::default(), &head.wrapped[..]).ok())
                .expect("a file key");
            let drawn = [&file_key[..], &head.salt, &head.body[..16]].concat();
            let again = seal(
                &plain,
                PASSPHRASE,
                &drawn.try_into().expect("48"),
                head.work,
            );
            assert_eq!(again, Ok(bytes), "{name}");
        }
    }

    #[test]
    fn pieces_come_back_whatever_their_length() {
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE] {
            let plain = pattern(length);
            assert_eq!(open(&sealed(&plain), "secret"), Ok(plain), "{length}");
        }
    }

    #[test]
    fn another_passphrase_is_told_from_damage() {
        let bytes = sealed(b"plain");
        assert_eq!(open(&bytes, "Secret"), Err(Trouble::WrongPassphrase));
        let mut damaged = bytes.clone();
        *damaged.last_mut().expect("bytes") ^= 1;
        assert_eq!(
            open(&damaged, "secret"),
            Err(Trouble::Damaged(Part::Piece(0)))
        );
    }

    #[test]
    fn no_byte_can_be_changed_or_left_out_unnoticed() {
        let bytes = sealed(b"plain");
        for at in 0..bytes.len() {
            assert!(open(&bytes[..at], "secret").is_err(), "cut at {at}");
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(open(&changed, "secret").is_err(), "changed at {at}");
        }
    }

    #[test]
    fn pieces_cannot_be_cut_off_swapped_or_added() {
        let bytes = sealed(&pattern(3 * PIECE));
        let body = bytes.len() - 3 * (PIECE + TAG);
        let at = |piece: usize| body + piece * (PIECE + TAG);
        let cut = open(&bytes[..at(2)], "secret");
        assert!(matches!(cut, Err(Trouble::CutOff { .. })), "{cut:?}");
        let swapped = [
            &bytes[..at(0)],
            &bytes[at(1)..at(2)],
            &bytes[at(0)..at(1)],
            &bytes[at(2)..],
        ];
        let damaged = Err(Trouble::Damaged(Part::Piece(0)));
        assert_eq!(open(&swapped.concat(), "secret"), damaged);
        let longer = [&bytes[..], &bytes[at(2)..]].concat();
        assert!(open(&longer, "secret").is_err());
    }

    #[test]
    fn a_file_that_asks_for_too_much_work_is_refused_before_it_is_done() {
        let bytes = sealed(b"plain");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let greedy = text.replacen(" 4\n", " 63\n", 1);
        assert_ne!(greedy, text);
        assert_eq!(
            open(greedy.as_bytes(), "secret"),
            Err(Trouble::Damaged(Part::Head))
        );
    }
}
