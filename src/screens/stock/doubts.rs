//! What could not be told from the tables, and what that means.

use crate::analytics::stock::answer::StockView;
use crate::analytics::stock::gather::Doubt;
use crate::i18n::{Lang, Text, format, t};

/// Everything that is to be said.
pub fn doubts(view: &StockView, lang: Lang) -> Vec<String> {
    let of = &view.origins.doubts;
    let say = |text: Text, doubt: &Doubt| {
        (doubt.count > 0).then(|| {
            let some = doubt.some.join(Text::ListSeparator.get(lang));
            let more = match doubt.count as usize > doubt.some.len() {
                true => "…",
                false => "",
            };
            let args = [
                &doubt.count.to_string(),
                &format::grouped(doubt.units),
                &format!("{some}{more}"),
            ];
            t(lang, text, &args.map(String::as_str))
        })
    };
    let mut said: Vec<String> = [
        say(Text::DoubtShared, &of.shared),
        say(Text::DoubtUnnamed, &of.unnamed),
        say(Text::DoubtNotCounted, &of.not_counted),
        say(Text::DoubtIdle, &of.idle),
    ]
    .into_iter()
    .flatten()
    .collect();
    if view.origins.sales.range().is_none() {
        said.push(Text::DoubtNoSales.get(lang).to_owned());
    }
    if !view.origins.has_costs {
        said.push(Text::DoubtNoCosts.get(lang).to_owned());
    }
    said
}
