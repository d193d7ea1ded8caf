//! Why a number is missing, in words for the place where it would stand.

use crate::analytics::metrics::Absent;
use crate::analytics::period::Comparison;
use crate::i18n::{Lang, Text, t};
use crate::import::kinds::{self, orders};
use crate::model::calendar::{EventKey, selling_days};
use crate::model::time::Span;

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

/// Which of the platform's sales have more selling days in one of two periods than in the other: a comparison that is no like
/// for like. `None` where none has.
pub fn sales_apart(now: Span, base: Span, lang: Lang) -> Option<String> {
    let (now, base) = (selling_days(now), selling_days(base));
    let of = |all: &[(EventKey, i32)], key| {
        let found = all.iter().find(|(k, _)| *k == key);
        found.map_or(0, |(_, days)| *days)
    };
    let mut keys: Vec<EventKey> = base.iter().chain(&now).map(|(key, _)| *key).collect();
    keys.sort();
    keys.dedup();
    let apart = keys.into_iter().filter_map(|key| {
        let (days, before) = (of(&now, key), of(&base, key));
        (days != before).then(|| {
            let [days, before] = [days, before].map(|days| days.to_string());
            t(
                lang,
                Text::SalesApart,
                &[lang.pick(key.title()), &days, &before],
            )
        })
    });
    let apart: Vec<String> = apart.collect();
    (!apart.is_empty()).then(|| apart.join(Text::ListSeparator.get(lang)))
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
    fn a_sale_in_one_of_two_periods_is_named() {
        let day = |text| crate::model::time::Day::parse_iso(text).expect("a date");
        let span = |a, b| Span::new(day(a), day(b));
        let said = sales_apart(
            span("2025-11-16", "2025-11-22"),
            span("2025-11-09", "2025-11-15"),
            Lang::Zh,
        );
        assert_eq!(said.as_deref(), Some("双11：本期 0 天，对比期 6 天"));
        let quiet = span("2025-09-21", "2025-09-22");
        assert_eq!(sales_apart(quiet, quiet, Lang::Zh), None);
    }

    #[test]
    fn a_missing_column_goes_by_its_header_in_the_back_office() {
        let why = Absent::NoColumn(orders::column::PAID_FEN.to_owned());
        assert_eq!(absent(Lang::Zh, &why), "文件没有「买家实际支付金额」列");
    }
}
