//! How what is on hand came to be, in words.

use crate::analytics::stock::hand::Hand;
use crate::analytics::stock::ledger::Source;
use crate::i18n::{Lang, Text, format, t};

/// One line: the count and everything since.
pub fn derivation(hand: &Hand, lang: Lang) -> String {
    let number = |n: i64| format::grouped(n);
    let counted = match hand.counted {
        Source::Counted { .. } => Text::HandCounted,
        _ => Text::HandTable,
    };
    let mut line = t(
        lang,
        counted,
        &[
            &format::day(lang, hand.day, None),
            &number(hand.since.opening.unwrap_or(0)),
        ],
    );
    let mut add = |units: i64, text: Text| {
        if units != 0 {
            line.push_str(&t(lang, text, &[&number(units.abs())]));
        }
    };
    add(hand.since.arrived, Text::HandArrived);
    add(hand.since.returned, Text::HandReturned);
    add(hand.since.sold, Text::HandSold);
    let adjusted = match hand.since.adjusted > 0 {
        true => Text::HandMore,
        false => Text::HandLess,
    };
    add(hand.since.adjusted, adjusted);
    if hand.missed > 0 {
        line.push_str(&t(
            lang,
            Text::HandMissed,
            &[&number(hand.missed), &hand.unknown_days.to_string()],
        ));
    }
    line.push_str(&t(lang, Text::HandIs, &[&number(hand.units)]));
    if hand.missed == 0 && hand.unknown_days > 0 {
        line.push_str(&t(
            lang,
            Text::HandUnknown,
            &[&hand.unknown_days.to_string()],
        ));
    }
    line
}

/// A mark beside the number where it is not what a table says of today.
pub fn remark(hand: &Hand, lang: Lang) -> Option<String> {
    match (
        hand.since.closing.is_some_and(|units| units < 0),
        hand.missed,
    ) {
        (true, _) => Some(Text::HandBelow.get(lang).to_owned()),
        (false, missed) if missed > 0 => {
            Some(t(lang, Text::HandEstimated, &[&format::grouped(missed)]))
        }
        _ => None,
    }
}
