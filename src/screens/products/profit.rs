//! What each item makes after all that selling it costs, and what was typed of that.

use super::{money, rate};
use crate::analytics::products::Products;
use crate::analytics::products::fees::{Fees, Profit};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};
use crate::screens::plan::typed::{Typed, fen, fen_text, part_ppm, part_text};

use super::item_cell;
use crate::screens::sales::items::without_empty_columns;

/// One of the fees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fee {
    /// Of the platform.
    Platform,
    /// Advertising.
    Ads,
    /// 运费险.
    Insurance,
    /// Postage.
    Shipping,
    /// Packing.
    Packing,
}

impl Fee {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [Fee; 5] = [
        Fee::Platform,
        Fee::Ads,
        Fee::Insurance,
        Fee::Shipping,
        Fee::Packing,
    ];

    /// What it is called, and of what it is.
    pub fn name(self) -> Text {
        match self {
            Fee::Platform => Text::FeePlatform,
            Fee::Ads => Text::FeeAds,
            Fee::Insurance => Text::FeeInsurance,
            Fee::Shipping => Text::FeeShipping,
            Fee::Packing => Text::FeePacking,
        }
    }

    /// As it was typed; empty where it was not.
    pub fn typed(self, fees: &Fees) -> String {
        let share = |ppm: Option<u32>| ppm.map(part_text).unwrap_or_default();
        let amount = |fen: Option<i64>| fen.map(fen_text).unwrap_or_default();
        match self {
            Fee::Platform => share(fees.platform_ppm),
            Fee::Ads => share(fees.ads_ppm),
            Fee::Insurance => amount(fees.insurance_fen),
            Fee::Shipping => amount(fees.shipping_fen),
            Fee::Packing => amount(fees.packing_fen),
        }
    }

    /// The fees with this one as it is typed now; nothing typed takes it off.
    ///
    /// # Errors
    /// What was typed is neither a percentage nor an amount.
    pub fn put(self, fees: Fees, text: &str) -> Result<Fees, Text> {
        let share = |typed: Typed<u32>| typed.map_err(|_| Text::FeeNotShare);
        let amount = |typed: Typed<i64>| typed.map_err(|_| Text::PlanNotAmount);
        let mut fees = fees;
        match self {
            Fee::Platform => fees.platform_ppm = share(part_ppm(text))?,
            Fee::Ads => fees.ads_ppm = share(part_ppm(text))?,
            Fee::Insurance => fees.insurance_fen = amount(fen(text))?,
            Fee::Shipping => fees.shipping_fen = amount(fen(text))?,
            Fee::Packing => fees.packing_fen = amount(fen(text))?,
        }
        Ok(fees)
    }
}

/// What each item made, the one that lost most first.
pub fn table(products: &Products, lang: Lang) -> Table {
    let items = &products.items;
    let column = |key, text: Text, kind| Column::new(key, text.get(lang), kind);
    let columns = vec![
        column("item", Text::HotItem, Kind::Text).deciding(),
        column("left", Text::ProfitLeft, Kind::Money).deciding(),
        column("margin", Text::ProfitMargin, Kind::Rate).deciding(),
        column("paid", Text::HotPaid, Kind::Money),
        column("refunds", Text::ProdByRefunds, Kind::Money),
        column("cost", Text::ProfitCost, Kind::Money),
        column("platform", Text::ProfitPlatform, Kind::Money),
        column("ads", Text::ProfitAds, Kind::Money),
        column("sending", Text::ProfitSending, Kind::Money),
        column("verdict", Text::ProdVerdict, Kind::Text),
    ];
    let of_item = |at: usize| {
        let item = &items.items[at];
        let profit = products.fees.profit(&item.now, item.cost_fen)?;
        (item.now.paid_fen > 0 || profit.refund_fen > 0).then_some((at, profit))
    };
    let mut profits: Vec<(usize, Profit)> = (0..items.items.len()).filter_map(of_item).collect();
    profits.sort_by_key(|(at, profit)| (profit.left_fen(), *at));
    let row = |(at, profit): &(usize, Profit)| {
        let mut row = vec![item_cell(items, Some(*at as u32), "")];
        row.extend(numbers(profit));
        row.push(match profit.left_fen() < 0 {
            true => Cell::Text(Text::ProfitLoses.get(lang).to_owned()),
            false => Cell::Empty,
        });
        row
    };
    let whole = sum(profits.iter().map(|(_, profit)| profit));
    let mut totals = vec![Cell::Text(Text::ProfitAll.get(lang).to_owned())];
    totals.extend(numbers(&whole));
    totals.push(Cell::Empty);
    let table = Table {
        columns,
        rows: profits.iter().map(row).collect(),
        totals: (!profits.is_empty()).then_some(totals),
    };
    without_nothing(table)
}

fn numbers(profit: &Profit) -> Vec<Cell> {
    vec![
        money(Some(profit.left_fen())),
        rate(Some(profit.left_fen()), Some(profit.net_fen())),
        money(Some(profit.paid_fen)),
        money(Some(profit.refund_fen)),
        money(Some(profit.cost_fen)),
        money(Some(profit.platform_fen)),
        money(Some(profit.ads_fen)),
        money(Some(profit.sending_fen)),
    ]
}

fn sum<'a>(profits: impl Iterator<Item = &'a Profit>) -> Profit {
    profits.fold(Profit::default(), |a, b| Profit {
        paid_fen: a.paid_fen + b.paid_fen,
        refund_fen: a.refund_fen + b.refund_fen,
        cost_fen: a.cost_fen + b.cost_fen,
        platform_fen: a.platform_fen + b.platform_fen,
        ads_fen: a.ads_fen + b.ads_fen,
        sending_fen: a.sending_fen + b.sending_fen,
    })
}

/// Fees that nobody typed have no column.
fn without_nothing(table: Table) -> Table {
    let is_fee = |key: &str| matches!(key, "platform" | "ads" | "sending" | "verdict");
    let keys: Vec<&str> = table.columns.iter().map(|column| column.key).collect();
    let is_nothing = |at: usize| {
        is_fee(keys[at])
            && table.rows.iter().all(|row| {
                matches!(row[at].number(), None | Some(0.0)) && !matches!(row[at], Cell::Text(_))
            })
    };
    let kept: Vec<usize> = (0..keys.len()).filter(|at| !is_nothing(*at)).collect();
    let row = |row: &Vec<Cell>| kept.iter().map(|at| row[*at].clone()).collect();
    without_empty_columns(Table {
        columns: kept.iter().map(|at| table.columns[*at].clone()).collect(),
        rows: table.rows.iter().map(row).collect(),
        totals: table.totals.as_ref().map(row),
    })
}

/// Which items are not in it, and how fees are taken.
pub fn remark(products: &Products, lang: Lang) -> String {
    let items = &products.items;
    let is_missing = |item: &&crate::analytics::items::Item| {
        item.now.paid_fen > 0 && products.fees.profit(&item.now, item.cost_fen).is_none()
    };
    let missing = items.items.iter().filter(is_missing).count();
    let how = match products.fees.are_typed() {
        true => Text::ProfitHowTyped,
        false => Text::ProfitHowPlain,
    };
    let mut said = how.get(lang).to_owned();
    if missing > 0 {
        let missing = format::grouped(missing as i64);
        said.push_str(" · ");
        said.push_str(&t(lang, Text::ProfitMissing, &[&missing]));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::super::sample::products;
    use super::*;

    fn written(cells: &[Cell]) -> Vec<String> {
        cells.iter().map(|cell| cell.text(Lang::Zh)).collect()
    }

    #[test]
    fn losers_come_first_and_say_so_and_fees_have_columns_once_they_are_typed() {
        let mut products = products();
        products.items.items[1].cost_fen = Some(9_500);
        let plain = table(&products, Lang::Zh);
        let keys: Vec<&str> = plain.columns.iter().map(|c| c.key).collect();
        assert_eq!(
            keys,
            [
                "item", "left", "margin", "paid", "refunds", "cost", "verdict"
            ]
        );
        let first = written(&plain.rows[0]);
        assert_eq!(first[..3], ["床笠", "−¥150.00", "−5.56%"]);
        assert_eq!(first[6], Text::ProfitLoses.get(Lang::Zh));
        products.fees = Fee::Platform.put(products.fees, "5%").expect("a share");
        let table = table(&products, Lang::Zh);
        let at = table
            .columns
            .iter()
            .position(|c| c.key == "platform")
            .expect("a column");
        assert_eq!(written(&table.rows[0])[at], "¥135.00");
        let totals = table.totals.expect("totals");
        // 12,000 paid, 4,500 + 2,850 + 150 for goods, 600 for the platform.
        assert_eq!(written(&totals)[1], "¥3,900.00");
    }

    #[test]
    fn fees_come_back_as_they_were_typed() {
        let mut fees = Fees::default();
        let typed = ["5%", "12.5%", "0.80", "3.5", "1"];
        for (fee, text) in Fee::ALL.into_iter().zip(typed) {
            fees = fee.put(fees, text).expect("read");
        }
        let shown = Fee::ALL.map(|fee| fee.typed(&fees));
        assert_eq!(shown, ["5%", "12.5%", "0.80", "3.50", "1"]);
        assert_eq!(Fee::Ads.put(fees, "很多"), Err(Text::FeeNotShare));
        assert_eq!(Fee::Packing.put(fees, "-1"), Err(Text::PlanNotAmount));
        let without = Fee::Ads.put(fees, " ").expect("nothing");
        assert_eq!(without.ads_ppm, None);
    }
}
