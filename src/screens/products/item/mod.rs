//! One item in words, numbers and tables.

pub mod days;
pub mod says;
pub mod tables;

use super::percent;
use crate::analytics::items::ItemKey;
use crate::analytics::products::one::{ItemView, Month};
use crate::i18n::{Lang, Text, format, t};
use crate::screens::products::tiles::ShelfTile;
use crate::screens::sales::reason::kind_title;

/// By what it is known, and from which file its days come.
pub fn truth(view: &ItemView, lang: Lang) -> Vec<String> {
    let mut parts = Vec::new();
    if let ItemKey::Id(id) = &view.key {
        parts.push(t(lang, Text::ItemPageId, &[&id.to_string()]));
    }
    if !view.codes.is_empty() {
        let codes = view.codes.join(Text::ListSeparator.get(lang));
        parts.push(t(lang, Text::ItemPageCodes, &[&codes]));
    }
    if let (Some(first), Some(last)) = (view.days.first(), view.days.last()) {
        let span = format::span(crate::model::time::Span::new(first.day, last.day));
        parts.push(t(
            lang,
            Text::ItemPageTrueLine,
            &[kind_title(lang, &view.source), &span],
        ));
    }
    parts
}

/// The numbers of the last days.
pub fn tiles(view: &ItemView, lang: Lang) -> Vec<ShelfTile> {
    let Some(month) = &view.month else {
        return vec![ShelfTile {
            title: Text::ItemPageMonth.get(lang),
            number: format::NONE.to_owned(),
            how: Text::ItemPageNotThere.get(lang).to_owned(),
        }];
    };
    let tile = |title: Text, number: String, how: Vec<String>| ShelfTile {
        title: title.get(lang),
        number,
        how: how.join(" · "),
    };
    let (now, base) = (&month.item.now, &month.item.base);
    let before = |value: String| {
        let has_base = month.base.is_some();
        has_base.then(|| t(lang, Text::ItemPageBefore, &[&value]))
    };
    let mut paid_how: Vec<String> = before(format::money(base.paid_fen)).into_iter().collect();
    if let Some(rank) = month.place.rank {
        let (rank, all) = (rank.to_string(), month.items.to_string());
        paid_how.push(t(lang, Text::ItemPageRankOf, &[&rank, &all]));
    }
    let share = percent(lang, (now.paid_fen, month.total_fen));
    paid_how.push(t(lang, Text::ItemPageShareOf, &[&share]));
    let mut tiles = vec![tile(Text::HotPaid, format::money(now.paid_fen), paid_how)];
    if let Some(units) = now.units {
        let how = base.units.and_then(|units| before(format::grouped(units)));
        let number = format::grouped(units);
        tiles.push(tile(Text::ItemUnits, number, how.into_iter().collect()));
    }
    if let Some((buyers, visitors)) = now.buyers.zip(now.visitors) {
        let was = base.buyers.zip(base.visitors);
        let mut how: Vec<String> = was
            .filter(|(_, visitors)| *visitors > 0)
            .and_then(|was| before(percent(lang, was)))
            .into_iter()
            .collect();
        how.push(format!(
            "{} {}",
            Text::ItemVisitors.get(lang),
            format::grouped(visitors)
        ));
        let number = percent(lang, (buyers, visitors));
        tiles.push(tile(Text::ProdConversion, number, how));
    }
    tiles.push(stock_tile(month, lang));
    tiles.push(profit_tile(month, lang));
    tiles
}

fn stock_tile(month: &Month, lang: Lang) -> ShelfTile {
    let none = || format::NONE.to_owned();
    let title = Text::ItemPageStock.get(lang);
    let (Some(stock), Some(day)) = (month.item.stock, month.stock_day) else {
        return ShelfTile {
            title,
            number: none(),
            how: Text::ItemPageNoStock.get(lang).to_owned(),
        };
    };
    let units = format::grouped(stock.units_milli / 1_000);
    let day = t(lang, Text::HotStockOf, &[&format::day(lang, day, None)]);
    let mut how = vec![match month.cover_days {
        Some(days) => t(
            lang,
            Text::ItemPageStockHow,
            &[&units, &days.to_string(), &day],
        ),
        None => t(lang, Text::ItemPageStockIdle, &[&units, &day]),
    }];
    if stock.inbound_milli > 0 {
        let inbound = format::grouped(stock.inbound_milli / 1_000);
        how.push(t(lang, Text::ItemPageInbound, &[&inbound]));
    }
    ShelfTile {
        title,
        number: units,
        how: how.join(" · "),
    }
}

fn profit_tile(month: &Month, lang: Lang) -> ShelfTile {
    let item = &month.item;
    let (number, how) = match (month.profit, item.cost_fen, item.now.units) {
        (Some(profit), Some(cost), Some(units)) => {
            let mut how = t(
                lang,
                Text::ItemPageProfitHow,
                &[&format::money(cost), &format::grouped(units)],
            );
            let parts = [
                (Text::ProfitPlatform, profit.platform_fen),
                (Text::ProfitAds, profit.ads_fen),
                (Text::ProfitSending, profit.sending_fen),
            ];
            for (name, fen) in parts.into_iter().filter(|(_, fen)| *fen > 0) {
                how.push_str(&format!(" − {} {}", name.get(lang), format::money(fen)));
            }
            (format::money(profit.left_fen()), how)
        }
        _ => (
            format::NONE.to_owned(),
            Text::ItemPageNoCost.get(lang).to_owned(),
        ),
    };
    ShelfTile {
        title: Text::ItemPageProfit.get(lang),
        number,
        how,
    }
}

#[cfg(test)]
pub(crate) mod sample;

#[cfg(test)]
mod tests {
    use super::sample::view;
    use super::*;

    #[test]
    fn the_last_days_stand_beside_those_before() {
        let tiles = tiles(&view(), Lang::Zh);
        let of = |title: &str| {
            tiles
                .iter()
                .find(|tile| tile.title == title)
                .expect("a tile")
        };
        assert_eq!(of("支付金额").number, "¥9,000.00");
        assert_eq!(
            of("支付金额").how,
            "之前 30 天 ¥3,000.00 · 第 1 名，共 3 款 · 占全部商品 75.00%"
        );
        assert_eq!(of("转化率").how, "之前 30 天 3.33% · 访客 3,000");
        assert_eq!(of("毛利").number, "¥4,500.00");
        assert!(of("库存").how.starts_with("可售 40 件，够卖 3 天"));
    }

    #[test]
    fn what_has_not_sold_for_long_says_so() {
        let mut view = view();
        view.month = None;
        assert_eq!(tiles(&view, Lang::En)[0].number, "—");
        assert_eq!(truth(&view, Lang::Zh)[..2], ["商品ID 1", "编码 C-1"]);
    }
}
