//! Events in a forecast: what they made of past days is taken out before anything is learned, and put back into the days to come.

use super::EventDay;
use crate::analytics::day_effects::{Days, Effects};
use crate::model::time::Day;
use std::collections::BTreeMap;

/// Days from one bend of the level to the next while events are learned.
const BEND_DAYS: usize = 28;

/// What the events of a series come to.
pub(super) struct Learned {
    places: BTreeMap<EventDay, usize>,
    effects: Effects,
}

/// What an event does to a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Factor {
    /// By what a plain day is multiplied.
    pub times: f64,
    /// The standard error of its logarithm.
    pub error: f64,
}

impl Learned {
    /// Learns what each day of an event makes of a plain day, pooled over all times it came.
    pub fn from(first: Day, values: &[Option<f64>], events: &[Option<EventDay>]) -> Learned {
        let mut places = BTreeMap::new();
        for event in events.iter().zip(values).filter_map(|(event, value)| {
            value.filter(|value| *value > 0.0)?;
            *event
        }) {
            let next = places.len();
            places.entry(event).or_insert(next);
        }
        let special: Vec<Option<usize>> = events
            .iter()
            .map(|event| places.get(event.as_ref()?).copied())
            .collect();
        let effects = Days {
            first,
            values,
            special: &special,
            effects: places.len(),
            bend_days: Some(BEND_DAYS),
        }
        .effects();
        Learned { places, effects }
    }

    /// What is known of this day of an event; `None` when it never came, or nothing could be told from it.
    pub fn factor(&self, event: EventDay) -> Option<Factor> {
        let (ln, error) = self.effects.of(*self.places.get(&event)?)?;
        Some(Factor {
            times: ln.exp(),
            error,
        })
    }
}
