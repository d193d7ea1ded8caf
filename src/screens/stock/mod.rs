//! The stock in words and numbers.

pub mod doubts;

pub mod hand;

pub mod sheet;
pub mod sheet_table;
pub mod steps;
#[cfg(test)]
mod tests;

use crate::analytics::stock::answer::StockView;
use crate::analytics::stock::classes::Pace;
use crate::i18n::{Lang, Text, format, t};
use crate::screens::sales::reason::kind_title;

/// What the page rests on: which day, which tables.
pub fn truth(view: &StockView, lang: Lang) -> String {
    let day = |day| format::day(lang, day, None);
    let mut parts = Vec::new();
    if view.is_stale {
        parts.push(t(lang, Text::StockStale, &[&day(view.today)]));
    }
    match view.origins.stock_day {
        Some(of) => parts.push(t(
            lang,
            Text::StockFrom,
            &[
                kind_title(lang, &view.origins.stock_kind),
                &day(of),
                &view.counted_items.to_string(),
            ],
        )),
        None => parts.push(Text::StockByHandOnly.get(lang).to_owned()),
    }
    match view.origins.sales.range() {
        Some(range) => parts.push(t(
            lang,
            Text::StockSalesFrom,
            &[kind_title(lang, &view.origins.sales_kind), &day(range.last)],
        )),
        None => parts.push(Text::StockNoSales.get(lang).to_owned()),
    }
    parts.join(" · ")
}

/// What a pace is called.
pub fn pace(pace: Pace) -> Text {
    match pace {
        Pace::Hot => Text::PaceHot,
        Pace::Steady => Text::PaceSteady,
        Pace::New => Text::PaceNew,
        Pace::Slow => Text::PaceSlow,
        Pace::Dead => Text::PaceDead,
        Pace::Gone => Text::PaceGone,
    }
}

/// Units with as many decimals as say something: whole from ten on.
pub fn units(n: f64) -> String {
    let places = match n.abs() {
        size if size >= 9.95 => 0,
        size if size >= 0.995 => 1,
        _ => 2,
    };
    let text = format::decimals(n, places);
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// A probability in whole percent; what is certain to less than half a percent is said so.
pub fn chance(probability: f64) -> String {
    match probability * 100.0 {
        p if p < 0.5 => "<1%".to_owned(),
        p if p > 99.5 => ">99%".to_owned(),
        p => format!("{}%", format::decimals(p, 0)),
    }
}

/// Days, with a decimal where there is one.
pub fn days(n: f64) -> String {
    let text = format::decimals(n, 1);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// A name for people: the title, and the code where that says more.
pub fn named(title: &str, code: &str) -> String {
    match title == code {
        true => code.to_owned(),
        false => format!("{title}（{code}）"),
    }
}
