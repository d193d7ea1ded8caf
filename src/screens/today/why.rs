//! Why the last day brought more or less than the same weekday of the week before.

use crate::analytics::compare::Direction;
use crate::analytics::decompose::PaidChange;
use crate::analytics::metrics::{Metric, Value};
use crate::analytics::morning::Morning;
use crate::i18n::{Lang, Text, format};
use crate::screens::sales::reason;
use crate::screens::sales::sentence::{Piece, Sentence, fill, parts};
use chrono::Datelike;

/// The sentence of a morning.
pub fn why(morning: &Morning, lang: Lang) -> Sentence {
    let year = morning.today.date().year();
    let day = Piece::Words(format::day(lang, morning.data.last, Some(year)));
    let paid = match morning.day.value(Metric::PaidNet) {
        Value::Absent(why) => {
            let why = Piece::Words(reason::absent(lang, &why));
            return alone(fill(Text::TodayWhyNothing.get(lang), &[day, why]));
        }
        paid => Piece::Strong(format::full(lang, &paid)),
    };
    let Some(change) = &morning.change else {
        let needed = [Metric::PaidNet, Metric::RefundAmount];
        let sides = [&morning.day, &morning.day_before];
        let mut values = sides
            .into_iter()
            .flat_map(|s| needed.map(|metric| s.value(metric)));
        let why = values.find_map(|value| match value {
            Value::Absent(why) => Some(reason::absent(lang, &why)),
            _ => None,
        });
        let why = Piece::Words(why.unwrap_or_default());
        return alone(fill(Text::TodayWhyAlone.get(lang), &[day, paid, why]));
    };
    Sentence {
        pieces: explained(change, day, paid, lang),
        change: Some((morning.day_before.tally.paid_net_fen(), change.clone())),
    }
}

fn explained(change: &PaidChange, day: Piece, paid: Piece, lang: Lang) -> Vec<Piece> {
    let net = change.net_fen();
    let template = match net {
        0 => Text::TodayWhySame,
        1.. => Text::TodayWhyMore,
        _ => Text::TodayWhyLess,
    };
    let size = Piece::Part(
        format::money(net.saturating_abs()),
        Direction::of(net as f64),
    );
    let mut pieces = fill(template.get(lang), &[day, paid, size]);
    pieces.extend(parts(change, lang));
    // Orders of a week ago have had a week longer to be sent back.
    pieces.push(Piece::Words(Text::TodayRefundsYoung.get(lang).to_owned()));
    pieces
}

fn alone(pieces: Vec<Piece>) -> Sentence {
    Sentence {
        pieces,
        change: None,
    }
}
