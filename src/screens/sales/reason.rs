//! Why a number is missing, in words for the place where it would stand.

use crate::analytics::metrics::Absent;
use crate::analytics::period::Comparison;
use crate::i18n::{Lang, Text, t};
use crate::import::kinds::{self, orders};

/// The reason in a few words.
pub fn absent(lang: Lang, why: &Absent) -> String {
    match why {
        Absent::NoDenominator => Text::AbsentNoDenominator.get(lang).to_owned(),
        Absent::NoColumn(column) => t(lang, Text::AbsentNoColumn, &[column_label(column)]),
        Absent::NotCovered(days) => t(lang, Text::AbsentNotCovered, &[&days.to_string()]),
        Absent::NoFile(kind) => t(lang, Text::AbsentNoFile, &[kind_title(lang, kind)]),
        Absent::NoBaseline(comparison) => no_days(*comparison).get(lang).to_owned(),
    }
}

/// Why a comparison has no days for a period. Those that are worked out on every board always have some.
fn no_days(comparison: Comparison) -> Text {
    match comparison {
        Comparison::Event => Text::AbsentEvent,
        Comparison::Lunar => Text::AbsentLunar,
        Comparison::Previous
        | Comparison::SameWeekday
        | Comparison::YearAgo
        | Comparison::CalendarYear => Text::AbsentBase,
    }
}

/// What a kind of file is called.
pub fn kind_title(lang: Lang, kind: &str) -> &str {
    kinds::by_name(kind).map_or(kind, |kind| lang.pick(kind.title))
}

/// The header by which operators know a stored column.
pub fn column_label(column: &str) -> &str {
    orders::KIND.label(column).unwrap_or(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_column_goes_by_its_header_in_the_back_office() {
        let why = Absent::NoColumn(orders::column::PAID_FEN.to_owned());
        assert_eq!(absent(Lang::Zh, &why), "文件没有「买家实际支付金额」列");
    }
}
