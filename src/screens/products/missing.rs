//! What the files do not say of the items, and which export says it.

use crate::analytics::products::Products;
use crate::i18n::{Lang, Text, t};
use crate::import::kinds::{by_name, orders};

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What cannot be said.
    pub what: &'static str,
    /// Which exports say it, and where each is found.
    pub brings: Vec<String>,
}

/// What is missing, the worst first.
pub fn missing(products: &Products, lang: Lang) -> Vec<Missing> {
    let items = &products.items;
    let brings = |kinds: &[&str]| {
        let bring = |kind: &&str| {
            let kind = by_name(kind)?;
            let (title, found) = (lang.pick(kind.title), lang.pick(kind.found));
            Some(t(lang, Text::ProdMissingBrings, &[title, found]))
        };
        kinds.iter().filter_map(bring).collect()
    };
    let one = |what: Text, kinds: &[&str]| Missing {
        what: what.get(lang),
        brings: brings(kinds),
    };
    let names_items = ["sycm_items", "order_details"];
    if items.items.is_empty() {
        return vec![one(Text::ProdMissingItems, &names_items)];
    }
    let mut missing = Vec::new();
    if items.source == orders::KIND.name {
        missing.push(one(Text::ProdMissingLumped, &names_items));
    } else if items.items.iter().all(|item| item.now.visitors.is_none()) {
        missing.push(one(Text::ProdMissingVisitors, &["sycm_items"]));
    }
    if items.stock_day.is_none() {
        missing.push(one(Text::ProdMissingStock, &["stock"]));
    }
    if items
        .items
        .iter()
        .any(|item| item.now.paid_fen > 0 && item.cost_fen.is_none())
    {
        missing.push(one(Text::ProdMissingCost, &["costs"]));
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::super::sample::products;
    use super::*;

    #[test]
    fn each_gap_names_the_export_that_fills_it() {
        let mut products = products();
        assert_eq!(missing(&products, Lang::Zh), []);
        products.items.stock_day = None;
        products.items.items[0].cost_fen = None;
        let whats: Vec<&str> = missing(&products, Lang::Zh)
            .iter()
            .map(|m| m.what)
            .collect();
        let stock = Text::ProdMissingStock.get(Lang::Zh);
        assert_eq!(whats, [stock, Text::ProdMissingCost.get(Lang::Zh)]);
        products.items.items.clear();
        let none = missing(&products, Lang::Zh);
        assert_eq!(none.len(), 1);
        assert_eq!(
            none[0].brings[0],
            "导入「商品排行」：生意参谋 → 品类 → 商品排行 → 下载"
        );
    }

    #[test]
    fn titles_of_orders_lump_items_together() {
        let mut products = products();
        products.items.source = "orders".to_owned();
        let first = &missing(&products, Lang::En)[0];
        assert_eq!(first.what, Text::ProdMissingLumped.get(Lang::En));
    }
}
