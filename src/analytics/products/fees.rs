//! What selling an item costs beside the goods: platform, advertising, insurance of returns, postage, packing. The operator
//! types it; nothing of it is known from files.

use crate::analytics::items::ItemSales;
use serde::{Deserialize, Serialize};

/// What selling costs. What is not typed counts as nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fees {
    /// What the platform keeps of what stays paid, in millionths: 50,000 is 5 %.
    pub platform_ppm: Option<u32>,
    /// What advertising takes of what is paid, in millionths.
    pub ads_ppm: Option<u32>,
    /// 运费险 of an order, in 分.
    pub insurance_fen: Option<i64>,
    /// Postage of an order, in 分.
    pub shipping_fen: Option<i64>,
    /// Packing of a unit, in 分.
    pub packing_fen: Option<i64>,
}

/// What an item made, part by part, in 分. The parts below the first are taken off it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profit {
    /// Paid.
    pub paid_fen: i64,
    /// Refunded.
    pub refund_fen: i64,
    /// What the units cost that sold.
    pub cost_fen: i64,
    /// Kept by the platform.
    pub platform_fen: i64,
    /// Advertising.
    pub ads_fen: i64,
    /// Insurance, postage and packing.
    pub sending_fen: i64,
}

impl Profit {
    /// What is left.
    pub fn left_fen(&self) -> i64 {
        self.paid_fen
            - self.refund_fen
            - self.cost_fen
            - self.platform_fen
            - self.ads_fen
            - self.sending_fen
    }

    /// What was paid and stayed paid.
    pub fn net_fen(&self) -> i64 {
        self.paid_fen - self.refund_fen
    }
}

impl Fees {
    /// Whether anything was typed.
    pub fn are_typed(&self) -> bool {
        *self != Fees::default()
    }

    /// What an item made that costs so much a unit, in 分; `None` where its cost or its units are not known. Goods that come back
    /// are not taken for saleable: their cost counts. Orders are the buyers of each day, where they are known, else the units.
    pub fn profit(&self, sales: &ItemSales, cost_fen: Option<i64>) -> Option<Profit> {
        let units = sales.units?;
        let refund_fen = sales.refund_fen.unwrap_or(0);
        let orders = sales.buyers.unwrap_or(units);
        let part = |ppm: Option<u32>, of: i64| {
            let whole = i128::from(of.max(0)) * i128::from(ppm.unwrap_or(0));
            // Rounded to the 分.
            ((whole + 500_000) / 1_000_000) as i64
        };
        let each = |fen: Option<i64>, times: i64| fen.unwrap_or(0) * times;
        Some(Profit {
            paid_fen: sales.paid_fen,
            refund_fen,
            cost_fen: cost_fen? * units,
            platform_fen: part(self.platform_ppm, sales.paid_fen - refund_fen),
            ads_fen: part(self.ads_ppm, sales.paid_fen),
            sending_fen: each(self.insurance_fen, orders)
                + each(self.shipping_fen, orders)
                + each(self.packing_fen, units),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_taken_off_once() {
        let sales = ItemSales {
            paid_fen: 100_000,
            units: Some(12),
            buyers: Some(10),
            refund_fen: Some(20_000),
            ..ItemSales::default()
        };
        let fees = Fees {
            platform_ppm: Some(55_000),
            ads_ppm: Some(100_000),
            insurance_fen: Some(80),
            shipping_fen: Some(350),
            packing_fen: Some(120),
        };
        let profit = fees.profit(&sales, Some(3_000)).expect("known");
        assert_eq!((profit.platform_fen, profit.ads_fen), (4_400, 10_000));
        assert_eq!(profit.sending_fen, 10 * 430 + 12 * 120);
        assert_eq!(
            profit.left_fen(),
            100_000 - 20_000 - 36_000 - 4_400 - 10_000 - 5_740
        );
        let plain = Fees::default().profit(&sales, Some(3_000));
        assert_eq!(plain.map(|p| p.left_fen()), Some(44_000));
        assert_eq!(fees.profit(&sales, None), None);
    }

    #[test]
    fn without_buyers_each_unit_is_an_order_and_more_back_than_paid_costs_no_fee() {
        let sales = ItemSales {
            paid_fen: 100,
            units: Some(2),
            refund_fen: Some(300),
            ..ItemSales::default()
        };
        let fees = Fees {
            platform_ppm: Some(50_000),
            shipping_fen: Some(10),
            ..Fees::default()
        };
        let profit = fees.profit(&sales, Some(0)).expect("known");
        assert_eq!((profit.platform_fen, profit.sending_fen), (0, 20));
        assert!(fees.are_typed() && !Fees::default().are_typed());
    }
}
