//! Reads one cell: bytes to money, time, count, identity. Pure ASCII cells, nearly all of them, are never decoded.
//!
//! Every reader answers with a [`Reading`]: a value, nothing, or "this is not such a value".

mod numbers;
mod times;

pub use numbers::{count, money, number, rate};
pub use times::{Clock, time};

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading<T> {
    /// A value.
    Value(T),
    /// Nothing: an empty cell, or a dash.
    Empty,
    /// Something else than what the column holds.
    Bad,
}

/// The identity of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// A decimal number of up to 19 digits.
    Number(u64),
    /// Something else; to be hashed.
    Text,
    /// Scientific notation: Excel has destroyed it.
    Damaged,
    /// Nothing.
    Empty,
}

/// Takes away what surrounds a value: blanks, tabs, a leading `'`, a guard `="…"`.
///
/// ```
/// use dianzhang::import::cells::trimmed;
/// assert_eq!(trimmed(b"'13800000000\t"), b"13800000000");
/// assert_eq!(trimmed(b"=\"12 3\" "), b"12 3");
/// ```
pub fn trimmed(cell: &[u8]) -> &[u8] {
    let cell = cell.trim_ascii();
    let cell = cell.strip_prefix(b"'").unwrap_or(cell);
    let guarded = cell
        .strip_prefix(b"=\"")
        .and_then(|c| c.strip_suffix(b"\""));
    guarded.unwrap_or(cell).trim_ascii()
}

/// Whether a trimmed cell stands for nothing.
fn is_nothing(cell: &[u8]) -> bool {
    matches!(cell, b"" | b"-" | b"--" | b"null" | b"NULL" | b"None")
        || cell == "—".as_bytes()
        || cell == b"\xA1\xAA"
}

/// An identity.
pub fn id(cell: &[u8]) -> Id {
    if let Some(id) = whole(cell).filter(|id| *id > 0) {
        return Id::Number(id);
    }
    let cell = trimmed(cell);
    if is_nothing(cell) {
        return Id::Empty;
    }
    // 商品咨询 writes `ID：123`.
    let cell = ["ID:", "ID：", "id:"]
        .iter()
        .find_map(|prefix| cell.strip_prefix(prefix.as_bytes()))
        .unwrap_or(cell);
    let cell = without_merchant_prefix(cell);
    let bare = cell
        .strip_suffix(b".0")
        .or_else(|| cell.strip_suffix(b".00"))
        .unwrap_or(cell);
    if bare.iter().all(u8::is_ascii_digit) {
        // All digits are ASCII, so this is text; more than 20 digits do not fit.
        return std::str::from_utf8(bare)
            .ok()
            .and_then(|t| t.parse().ok())
            .filter(|&n| n > 0)
            .map_or(Id::Text, Id::Number);
    }
    let is_scientific = cell.iter().any(|b| b.eq_ignore_ascii_case(&b'e'))
        && cell
            .iter()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'+' | b'-' | b'e' | b'E'));
    if is_scientific { Id::Damaged } else { Id::Text }
}

/// The form of nearly every identity and count: digits and nothing else, few enough that any of them fits.
fn whole(cell: &[u8]) -> Option<u64> {
    if cell.is_empty() || cell.len() > 18 {
        return None;
    }
    cell.iter().try_fold(0, |value, b| {
        b.is_ascii_digit().then(|| value * 10 + u64::from(b - b'0'))
    })
}

/// 支付宝 writes the number of an order as `T200P` and the number.
fn without_merchant_prefix(cell: &[u8]) -> &[u8] {
    const SHORTEST_ORDER: usize = 12;
    let order = cell.strip_prefix(b"T").and_then(|rest| {
        let kind = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        let order = rest.get(kind..)?.strip_prefix(b"P")?;
        let is_order = order.len() >= SHORTEST_ORDER && order.iter().all(u8::is_ascii_digit);
        (kind > 0 && is_order).then_some(order)
    });
    order.unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::encoding::CellEncoding;
    use proptest::prelude::*;

    #[test]
    fn identities_and_what_excel_does_to_them() {
        assert_eq!(
            id(b"=\"1234567890123456789\""),
            Id::Number(1_234_567_890_123_456_789)
        );
        assert_eq!(
            id(b"819284758291837465\t"),
            Id::Number(819_284_758_291_837_465)
        );
        assert_eq!(id(b"8.19285E+17"), Id::Damaged);
        assert_eq!(id(b"T200P123"), Id::Text);
        assert_eq!(
            id(b"T200P819284758291837465"),
            Id::Number(819_284_758_291_837_465)
        );
        assert_eq!(id(b""), Id::Empty);
    }

    proptest! {
        #[test]
        fn no_cell_makes_a_reader_panic(cell in prop::collection::vec(any::<u8>(), 0..40)) {
            for encoding in [CellEncoding::Utf8, CellEncoding::Gb18030] {
                let _ = (money(&cell, encoding), count(&cell, encoding), number(&cell, encoding));
                let _ = (rate(&cell, encoding), time(&cell, encoding), id(&cell));
            }
        }
    }
}
