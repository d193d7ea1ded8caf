//! Which item a row of some table is about: by its code, its style or the platform's number.

use super::sales;
use crate::analytics::cells::{id, name};
use crate::analytics::reconcile::Shelf;
use crate::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// What the files of sales say of names.
#[derive(Debug, Default)]
pub(super) struct Resolve<'a> {
    /// The codes of each item, by the platform's number.
    codes: BTreeMap<u64, BTreeSet<&'a str>>,
    /// The codes under which sales are known; filled while these are read.
    pub(super) sold: BTreeSet<String>,
}

impl<'a> Resolve<'a> {
    /// Looks through the files of sales and of stock. `None` where there is none of either.
    pub(super) fn of(shelf: &'a Shelf) -> Option<Resolve<'a>> {
        let mut resolve = Resolve::default();
        let mut is_any = false;
        for kind in super::kinds() {
            let Some((table, _)) = shelf.others.get(kind.name) else {
                continue;
            };
            is_any = true;
            if !sales::KINDS.contains(&kind.name) {
                continue;
            }
            for row in 0..table.rows() {
                if let (Some(id), Some(code)) = (
                    id(table, "item_id", row),
                    sales::code_of(kind.name, table, row),
                ) {
                    resolve.codes.entry(id).or_default().insert(code);
                }
            }
        }
        is_any.then_some(resolve)
    }

    /// The one code of an item: its number where it has none, `None` where it has several.
    pub(super) fn code_of(&self, id: u64) -> Option<String> {
        match self.codes.get(&id) {
            None => Some(id.to_string()),
            Some(codes) if codes.len() == 1 => codes.first().map(|code| (*code).to_owned()),
            Some(_) => None,
        }
    }

    /// Whether an item has a code.
    pub(super) fn is_named(&self, id: u64) -> bool {
        self.codes.contains_key(&id)
    }

    /// The item that a row of stock or cost is about: that of its code where this sells; that of its style where only the style
    /// does; else its code, or the item of its number.
    pub(super) fn item(
        &self,
        code: Option<&str>,
        style: Option<&str>,
        id: Option<u64>,
    ) -> Option<String> {
        let sells = |code: &&str| self.sold.contains(*code);
        let known = code.filter(sells).or_else(|| style.filter(sells));
        let named = known.or(code).map(str::to_owned);
        named.or_else(|| self.code_of(id?))
    }
}

/// The style that a row belongs to, in the systems that have one.
pub(super) fn style(table: &Table, row: usize) -> Option<&str> {
    name(table, "style_code", row).or_else(|| name(table, "goods_no", row))
}
