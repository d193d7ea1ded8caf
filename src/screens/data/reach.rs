//! How far a store's data reach, in a few words, said the same wherever a store is named.

use crate::i18n::{Lang, Text, t};
use crate::import::kinds::orders;
use crate::protocol::WorkspaceCard;

/// How far the orders of a store reach; of one without, how far its other files do, or that there are some.
pub fn reach(lang: Lang, card: &WorkspaceCard) -> String {
    let of_orders = card.kinds.iter().find(|k| k.kind == orders::KIND.name);
    let ordered = of_orders.and_then(|orders| orders.coverage.range());
    let count = card.kinds.len();
    match (ordered, card.span) {
        (Some(range), _) => t(lang, Text::StoreOrdersTo, &[&range.last.to_string()]),
        (None, Some(span)) => t(lang, Text::StoreOthersTo, &[&span.last.to_string()]),
        (None, None) if count > 0 => t(lang, Text::StoreUndated, &[&count.to_string()]),
        (None, None) => Text::StoreEmpty.get(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::coverage::Coverage;
    use crate::analytics::inventory::KindCoverage;
    use crate::model::time::{Civil, Day, Span};
    use crate::protocol::BackupState;

    fn card(kinds: &[(&str, i32)], last: Option<i32>) -> WorkspaceCard {
        let kind = |(kind, last): &(&str, i32)| KindCoverage {
            kind: (*kind).to_owned(),
            coverage: Coverage::of([Span::new(Day(9_000), Day(*last))]),
            files: 1,
            rows: 1,
            last_imported_at: Civil(1),
        };
        WorkspaceCard {
            id: 1,
            name: "青禾".to_owned(),
            demo: false,
            span: last.map(|last| Span::new(Day(9_000), Day(last))),
            kinds: kinds.iter().map(kind).collect(),
            stored_bytes: 1,
            backup: BackupState::default(),
        }
    }

    #[test]
    fn orders_are_told_from_other_files_and_these_from_nothing() {
        let zh = |kinds: &[(&str, i32)], last| reach(Lang::Zh, &card(kinds, last));
        let both = [("orders", 9_820), ("sycm_shop", 9_822)];
        assert_eq!(zh(&both, Some(9_822)), "订单到 2026-11-20");
        assert_eq!(zh(&both[1..], Some(9_822)), "没有订单，其他表到 2026-11-22");
        assert_eq!(zh(&[("costs", 9_822)], None), "没有订单，有 1 种表");
        assert_eq!(zh(&[], None), "还没有数据");
    }
}
