//! How an item is named in an address: short, and a plain number that can be copied.

use crate::analytics::items::ItemKey;
use serde::{Deserialize, Serialize};

/// Names an item in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ItemRef {
    /// 商品ID.
    Id(u64),
    /// The hash of a code or a title: what is named has to be looked for among the items that there are.
    Named(u64),
}

impl ItemRef {
    /// The name of an item. Two items with one name would have to share 64 bits of a hash.
    pub fn of(key: &ItemKey) -> ItemRef {
        match key {
            ItemKey::Id(id) => ItemRef::Id(*id),
            ItemKey::Code(code) => ItemRef::Named(hash(b'c', code)),
            ItemKey::Title(title) => ItemRef::Named(hash(b't', title)),
        }
    }

    /// How it stands in an address: `672000000000`, or `n` and 16 hexadecimal digits.
    pub fn to_param(self) -> String {
        match self {
            ItemRef::Id(id) => id.to_string(),
            ItemRef::Named(hash) => format!("n{hash:016x}"),
        }
    }

    /// Reads what [`ItemRef::to_param`] wrote; `None` for anything else.
    pub fn from_param(text: &str) -> Option<ItemRef> {
        match text.strip_prefix('n') {
            Some(hash) => u64::from_str_radix(hash, 16).ok().map(ItemRef::Named),
            None => text.parse().ok().map(ItemRef::Id),
        }
    }
}

/// FNV-1a with 64 bits. It stands in addresses that are kept, and must stay as it is.
fn hash(kind: u8, text: &str) -> u64 {
    let bytes = std::iter::once(&kind).chain(text.as_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_from_an_address() {
        let keys = [
            ItemKey::Id(672_000_000_000),
            ItemKey::Code("QH-CJ-001".to_owned()),
            ItemKey::Title("QH-CJ-001".to_owned()),
        ];
        let names = keys.map(|key| ItemRef::of(&key));
        assert_ne!(names[1], names[2]);
        for name in names {
            assert_eq!(ItemRef::from_param(&name.to_param()), Some(name));
        }
        for nonsense in ["", "n", "x7", "nz", "-3"] {
            assert_eq!(ItemRef::from_param(nonsense), None, "{nonsense}");
        }
    }

    /// The value that its authors publish for "a".
    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(hash(b'a', ""), 0xaf63_dc4c_8601_ec8c);
    }
}
