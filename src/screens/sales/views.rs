//! The amount paid as 生意参谋, the analyst and finance count it, side by side, and what sets them apart.

use super::reason;
use crate::analytics::metrics::{Absent, Figures, Metric, Value};
use crate::analytics::shop_days::Measure;
use crate::i18n::{Lang, Text, format};

/// One way of counting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Whose it is.
    pub name: &'static str,
    /// What it comes to with all its digits, or why it is not known.
    pub value: String,
    /// What it counts.
    pub note: &'static str,
}

/// The ways in which an amount paid is counted; none for other metrics.
pub fn views(metric: Metric, figures: Figures<'_>, lang: Lang) -> Vec<View> {
    if !matches!(metric, Metric::PaidNet | Metric::PaidGross) {
        return Vec::new();
    }
    let fen = |value: Value| match value {
        Value::Fen(fen) => Ok(fen),
        Value::Absent(why) => Err(why),
        _ => Err(Absent::NoDenominator),
    };
    let gross = fen(Metric::PaidGross.over(figures));
    let net = fen(Metric::PaidNet.over(figures));
    let done = fen(Metric::RefundsDone.over(figures));
    let sycm = figures.shop.get(Measure::PaidFen);
    let finance = gross.clone().and_then(|gross| Ok(gross - done?));
    let view = |name: Text, value: Result<i64, Absent>, note: Text| View {
        name: name.get(lang),
        value: match value {
            Ok(fen) => format::money(fen),
            Err(why) => format!("{} {}", format::NONE, reason::absent(lang, &why)),
        },
        note: note.get(lang),
    };
    vec![
        view(Text::ViewSycm, sycm, Text::ViewSycmNote),
        view(Text::ViewGross, gross, Text::ViewGrossNote),
        view(Text::ViewAnalyst, net, Text::ViewAnalystNote),
        view(Text::ViewFinance, finance, Text::ViewFinanceNote),
    ]
}
