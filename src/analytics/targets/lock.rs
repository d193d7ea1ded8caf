//! Changing what was typed, so that what has passed stays as it was.

use super::findings::Scope;
use super::plan::{Plan, month_of};
use super::typed::{Typed, YearAmount};
use crate::model::time::{Day, Span};

impl Typed {
    /// Locks the target of a day, or with `None` lets it follow from its month again. What the other days of the month that have
    /// passed were aimed at is kept, so that only the days to come share the difference; `through` is the last day that has
    /// passed.
    pub fn lock(&mut self, plan: &Plan, day: Day, fen: Option<i64>, through: Option<Day>) {
        let month = Span::new(day.month_start(), day.month_end());
        for target in plan.days_of(month) {
            let has_passed = through.is_some_and(|through| target.day <= through);
            let stays = has_passed && target.day != day && !target.is_locked;
            if let Some(fen) = target.fen.filter(|_| stays) {
                self.kept.insert(target.day, fen);
            }
        }
        self.kept.remove(&day);
        match fen {
            Some(fen) => _ = self.locked.insert(day, fen),
            None => _ = self.locked.remove(&day),
        }
    }

    /// Sets the amount of the year, a quarter or a month, or lets it follow from the rest again. All of its days are then shared
    /// out anew, those that have passed too; a day is not a part that has an amount: see [`Typed::lock`].
    pub fn set(&mut self, scope: Scope, amount: Option<YearAmount>) {
        let fen = match amount {
            Some(YearAmount::Fen(fen)) => Some(fen),
            _ => None,
        };
        match scope {
            Scope::Year => self.year = amount,
            Scope::Quarter(at) => {
                if let Some(quarter) = self.quarters.get_mut(at) {
                    *quarter = fen;
                }
            }
            Scope::Month(at) => {
                if let Some(month) = self.months.get_mut(at) {
                    *month = fen;
                }
            }
            Scope::Day(_) => {}
        }
        self.kept.retain(|day, _| match scope {
            Scope::Year => false,
            Scope::Quarter(at) => month_of(*day) / 3 != at,
            Scope::Month(at) => month_of(*day) != at,
            Scope::Day(_) => true,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DayTarget, Facts};
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    fn plan(typed: &Typed) -> Plan {
        let facts = Facts::gather(Plan::needs(2024).expect("a year"), &|_| None, &|_| {
            super::super::DayClass::Usual
        });
        Plan::of(2024, typed, &facts).expect("a year")
    }

    fn june(plan: &Plan) -> Vec<i64> {
        let days = plan.days_of(Span::new(day("2024-06-01"), day("2024-06-30")));
        let fen = |target: &DayTarget| target.fen.expect("a target");
        days.iter().map(fen).collect()
    }

    #[test]
    fn a_lock_ahead_leaves_what_has_passed_and_the_rest_takes_the_difference() {
        let mut typed = Typed::default();
        typed.set(Scope::Month(5), Some(YearAmount::Fen(300_000)));
        let through = Some(day("2024-06-10"));
        typed.lock(&plan(&typed), day("2024-06-20"), Some(29_000), through);
        let now = june(&plan(&typed));
        assert!(now[..10].iter().all(|fen| *fen == 10_000), "{now:?}");
        assert_eq!((now[10], now[19]), (9_000, 29_000));
        assert_eq!(now.iter().sum::<i64>(), 300_000);
        // Five days on another one is locked: what they were aimed at since stays too.
        typed.lock(
            &plan(&typed),
            day("2024-06-30"),
            Some(0),
            Some(day("2024-06-15")),
        );
        let later = june(&plan(&typed));
        assert_eq!(later[..15], now[..15]);
        assert_eq!(later.iter().sum::<i64>(), 300_000);
        // And unlocked again.
        typed.lock(
            &plan(&typed),
            day("2024-06-20"),
            None,
            Some(day("2024-06-25")),
        );
        let unlocked = june(&plan(&typed));
        let others = |days: &[i64]| [&days[..19], &days[20..25]].concat();
        assert_eq!(others(&unlocked), others(&later));
        assert_eq!(unlocked.iter().sum::<i64>(), 300_000);
    }

    #[test]
    fn of_a_month_that_is_over_the_other_days_share_the_difference() {
        let mut typed = Typed::default();
        typed.set(Scope::Month(5), Some(YearAmount::Fen(300_000)));
        typed.lock(
            &plan(&typed),
            day("2024-06-20"),
            Some(39_000),
            Some(day("2024-08-01")),
        );
        let now = plan(&typed);
        assert_eq!(now.findings, []);
        assert_eq!((june(&now)[19], june(&now)[0]), (39_000, 9_000));
    }

    #[test]
    fn a_new_amount_is_shared_out_anew() {
        let mut typed = Typed::default();
        typed.set(Scope::Month(5), Some(YearAmount::Fen(300_000)));
        typed.lock(
            &plan(&typed),
            day("2024-06-20"),
            Some(29_000),
            Some(day("2024-06-10")),
        );
        typed.set(Scope::Quarter(0), Some(YearAmount::Fen(1)));
        assert_eq!(typed.kept.len(), 10, "another quarter's");
        typed.set(Scope::Month(5), Some(YearAmount::Fen(319_000)));
        assert!(typed.kept.is_empty());
        assert_eq!(june(&plan(&typed))[0], 10_000);
    }
}
