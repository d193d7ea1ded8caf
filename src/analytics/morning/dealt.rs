//! What the operator has said of the things to do: an answer holds for a while, and what is still so after it comes back.

use crate::model::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was said, by the key of the action.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dealt {
    /// The last answer to each.
    #[serde(default)]
    pub with: BTreeMap<String, DealtWith>,
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealtWith {
    /// The day on which it was given, by the page's clock.
    pub day: Day,
    /// What it was.
    pub how: How,
}

/// What can be said of something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// It is done. Where it is still so after a week, it was not enough.
    Done,
    /// Not today.
    Later,
    /// It does not apply: not for four weeks.
    NotNeeded,
}

impl How {
    /// All of them, in the order in which they are offered.
    pub const ALL: [How; 3] = [How::Done, How::Later, How::NotNeeded];

    /// For how many days the answer holds.
    fn days(self) -> i32 {
        match self {
            How::Done => 7,
            How::Later => 1,
            How::NotNeeded => 28,
        }
    }
}

impl Dealt {
    /// The answer that holds for an action on a day, if one does.
    pub fn of(&self, key: &str, today: Day) -> Option<DealtWith> {
        let said = self.with.get(key).copied();
        said.filter(|said| today < said.day.plus(said.how.days()))
    }

    /// The same with one more answer; answers that no longer hold are forgotten.
    pub fn and(&self, key: &str, how: How, today: Day) -> Dealt {
        let mut with = self.with.clone();
        with.insert(key.to_owned(), DealtWith { day: today, how });
        with.retain(|_, said| today < said.day.plus(said.how.days()));
        Dealt { with }
    }

    /// The same without the answer to one.
    pub fn without(&self, key: &str) -> Dealt {
        let mut with = self.with.clone();
        with.remove(key);
        Dealt { with }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_holds_for_its_time_and_no_longer() {
        let dealt = Dealt::default()
            .and("a", How::Done, Day(10))
            .and("b", How::Later, Day(10));
        assert!(dealt.of("a", Day(16)).is_some() && dealt.of("a", Day(17)).is_none());
        assert!(dealt.of("b", Day(10)).is_some() && dealt.of("b", Day(11)).is_none());
        assert_eq!(dealt.without("a").of("a", Day(10)), None);
        let later = dealt.and("c", How::NotNeeded, Day(12));
        assert_eq!(later.with.keys().collect::<Vec<_>>(), ["a", "c"]);
    }
}
