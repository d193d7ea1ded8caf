//! How evenly each item of a period sells: the weeks of the last half year, from the file that knows enough of them.

use super::abc::{LEAST_WEEKS, variation, weeks};
use super::bought::{Bought, Finder, Line};
use crate::analytics::items::Items;
use crate::analytics::stock::item_days::item_days;
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// How far back is looked: half a year.
const WINDOW_DAYS: i32 = 182;

/// Where the paces come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paced {
    /// The stored name of the kind of file.
    pub kind: String,
    /// The days looked at.
    pub span: Span,
    /// Whether units were counted; else the orders in which an item stands.
    pub counts_units: bool,
}

/// How evenly an item sells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pace {
    /// Whole weeks that are known.
    pub weeks: u32,
    /// Their coefficient of variation; `None` for too few weeks, or when nothing sold.
    pub variation: Option<f64>,
    /// Days since it last sold, to the end of the days looked at; `None` where it never did.
    pub quiet_days: Option<i32>,
}

/// The first of some files that knows enough weeks up to a day, and with it the pace of each item of a period.
pub(super) fn paces<'a>(
    sources: impl IntoIterator<Item = &'a Bought>,
    items: &Items,
    upto: Day,
) -> Option<(Paced, Vec<Pace>)> {
    let enough = |bought: &&'a Bought| {
        let span = bought.window(WINDOW_DAYS, upto);
        span.is_some_and(|span| {
            let known = span.len_days() - bought.coverage.missing_days(span);
            known >= 7 * LEAST_WEEKS as i32
        })
    };
    let bought = sources.into_iter().find(enough)?;
    let span = bought.window(WINDOW_DAYS, upto)?;
    let finder = Finder::of(items);
    let mut of_item: Vec<Vec<(Day, u32)>> = vec![Vec::new(); items.items.len()];
    let places: Vec<Option<usize>> = bought.items.iter().map(|item| finder.find(item)).collect();
    for Line {
        day, item, units, ..
    } in &bought.lines
    {
        if let Some(at) = places[*item as usize]
            && *day <= span.last
        {
            of_item[at].push((*day, *units));
        }
    }
    let pace = |mut sales: Vec<(Day, u32)>| {
        sales.sort_unstable();
        // Before it came it was not there.
        let Some((first, _)) = sales.first() else {
            return Pace::default();
        };
        let span = Span::new(span.first.max(*first), span.last);
        let weeks = weeks(&item_days(span, &sales, &bought.coverage, &[]));
        let last_sale = sales.last().map(|(day, _)| *day);
        Pace {
            weeks: weeks.len() as u32,
            variation: variation(&weeks),
            quiet_days: last_sale.map(|day| span.last.0 - day.0),
        }
    };
    let paced = Paced {
        kind: bought.kind.to_owned(),
        span,
        counts_units: bought.counts_units,
    };
    Some((paced, of_item.into_iter().map(pace).collect()))
}
