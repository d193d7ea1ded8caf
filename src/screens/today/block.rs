//! The fixed block that is looked at every day: the same rows in the same order, whatever the numbers are.

use crate::analytics::compare::Change;
use crate::analytics::metrics::Metric;
use crate::analytics::morning::Morning;
use crate::i18n::{Lang, Text};
use crate::screens::sales::number::{Number, change_between};

/// The metrics, in the order in which they are read.
const METRICS: [Metric; 14] = [
    Metric::PageViews,
    Metric::Visitors,
    Metric::OrderedAmount,
    Metric::PaidGross,
    Metric::PaidNet,
    Metric::PaymentRate,
    Metric::PayConversion,
    Metric::SpendPerBuyer,
    Metric::VisitorValue,
    Metric::RefundAmount,
    Metric::RefundsDone,
    Metric::RefundRateDone,
    Metric::AdSpend,
    Metric::AdCostShare,
];

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// How many orders or buyers stand behind it, where that is told.
    pub beside: Option<(Number, Text)>,
    /// On the last day.
    pub day: Number,
    /// Against the same weekday of the week before.
    pub change: Result<Change, String>,
    /// In the last 7 days.
    pub week: Number,
    /// In the month so far.
    pub month: Number,
}

/// The block of a morning.
pub fn block(morning: &Morning, lang: Lang) -> Vec<Row> {
    let row = |metric: Metric| Row {
        name: metric.entry(lang).name,
        beside: beside(metric)
            .map(|(metric, unit)| (Number::over(&morning.day, metric, lang), unit)),
        day: Number::over(&morning.day, metric, lang),
        change: change_between(&morning.day, &morning.day_before, metric, lang),
        week: Number::over(&morning.week, metric, lang),
        month: Number::over(&morning.month, metric, lang),
    };
    METRICS.into_iter().map(row).collect()
}

fn beside(metric: Metric) -> Option<(Metric, Text)> {
    match metric {
        Metric::OrderedAmount => Some((Metric::Orders, Text::UnitOrders)),
        Metric::PaidGross => Some((Metric::PaidOrders, Text::UnitOrders)),
        Metric::PaidNet => Some((Metric::Buyers, Text::UnitBuyers)),
        _ => None,
    }
}
