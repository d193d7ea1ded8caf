//! What the sheet would say if something were different.

use super::Asked;
use serde::{Deserialize, Serialize};

/// What is different. The default is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WhatIf {
    /// Goods take so many days more (fewer when below 0); no lead time becomes shorter than a day.
    pub more_lead_days: i32,
    /// The service level of all items, in thousandths.
    pub service_permille: Option<u32>,
    /// Demand, in thousandths of what is expected.
    pub demand_permille: u32,
    /// Prices, in thousandths of what they are.
    pub price_permille: u32,
    /// By how many percent demand changes when prices rise by one, in thousandths: −1,500 for 1.5 % less. Measured elsewhere or
    /// assumed; 0 leaves demand as it is.
    pub elasticity_milli: i32,
}

impl Default for WhatIf {
    fn default() -> WhatIf {
        WhatIf {
            more_lead_days: 0,
            service_permille: None,
            demand_permille: 1_000,
            price_permille: 1_000,
            elasticity_milli: 0,
        }
    }
}

impl WhatIf {
    /// By what factor demand changes. A price of nothing is not looked at: no elasticity reaches as far.
    pub fn demand_factor(&self) -> f64 {
        let price = f64::from(self.price_permille.max(1)) / 1_000.0;
        let by_price = price.powf(f64::from(self.elasticity_milli) / 1_000.0);
        f64::from(self.demand_permille) / 1_000.0 * by_price
    }

    /// The item as it would be. The deviation of a day changes with its mean.
    pub fn apply<'a>(&self, mut item: Asked<'a>) -> Asked<'a> {
        let factor = self.demand_factor();
        if factor != 1.0
            && let Some(expected) = &mut item.expected
        {
            expected.day.mean *= factor;
            expected.day.sigma *= factor;
        }
        if self.more_lead_days != 0 {
            let days = item.lead.lead.days + f64::from(self.more_lead_days);
            item.lead.lead.days = days.max(1.0);
        }
        let price =
            |fen: i64| (fen as f64 * f64::from(self.price_permille) / 1_000.0).round() as i64;
        item.price_fen = item.price_fen.map(price);
        item
    }
}
