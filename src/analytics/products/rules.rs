//! Who buys this also buys that: rules from the sets of items that are bought together.

use super::baskets::{Baskets, ItemSet, example, frequent};
use crate::analytics::selfcheck::Check;
use crate::analytics::stats::fisher::Table;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Baskets with some items also hold some others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The items given, in order.
    pub given: Vec<u32>,
    /// The items that follow, in order.
    pub follows: Vec<u32>,
    /// Baskets with all of them.
    pub both: u32,
    /// Baskets with the items given.
    pub with_given: u32,
    /// Baskets with the items that follow.
    pub with_follows: u32,
    /// All baskets.
    pub baskets: u32,
    /// How likely at least so many baskets with all of them are when one has nothing to do with the other (Fisher's exact test,
    /// one-sided). Of many rules some have a small p by chance: see [`Rules::chance`].
    pub p: f64,
}

impl Rule {
    /// 支持度: the share of baskets with all of them.
    pub fn support(&self) -> f64 {
        f64::from(self.both) / f64::from(self.baskets)
    }

    /// 置信度: of the baskets with the items given, the share of those with the others.
    pub fn confidence(&self) -> f64 {
        f64::from(self.both) / f64::from(self.with_given)
    }

    /// 提升度: by what factor the items given make the others more likely; 1 is no connection.
    pub fn lift(&self) -> f64 {
        let [over, under] = self.lift_parts();
        over as f64 / under as f64
    }

    fn lift_parts(&self) -> [u128; 2] {
        let [both, given, follows, all] =
            [self.both, self.with_given, self.with_follows, self.baskets].map(u128::from);
        [both * all, given * follows]
    }

    /// The rule that says more comes first: the higher lift, then more baskets, then the items.
    fn before(&self, other: &Rule) -> Ordering {
        let ([a, b], [c, d]) = (self.lift_parts(), other.lift_parts());
        let by_lift = (c * b).cmp(&(a * d));
        by_lift
            .then(other.both.cmp(&self.both))
            .then_with(|| self.given.cmp(&other.given))
            .then_with(|| self.follows.cmp(&other.follows))
    }
}

/// Rules, the one that says most first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// The rules.
    pub rules: Vec<Rule>,
    /// How many were looked at, those below the least confidence included.
    pub tested: u32,
}

impl Rules {
    /// The p of a rule with all that were looked at taken into account (Bonferroni): the probability that chance alone makes any
    /// rule look as good.
    pub fn chance(&self, rule: &Rule) -> f64 {
        (rule.p * f64::from(self.tested)).min(1.0)
    }
}

/// The rules of at least this confidence that follow from the frequent sets of some baskets, in the order of [`Rules::rules`].
pub fn rules(sets: &[ItemSet], baskets: u32, least_confidence: f64) -> Rules {
    let count_of = |items: &[u32]| {
        let at = sets.binary_search_by(|set| set.items.as_slice().cmp(items));
        at.ok().map(|at| sets[at].baskets)
    };
    let mut found = Rules::default();
    // A set of n items makes 2ⁿ − 2 rules.
    for set in sets
        .iter()
        .filter(|set| (2..=16).contains(&set.items.len()))
    {
        for part in 1u32..(1 << set.items.len()) - 1 {
            let side = |bit| {
                let on_side = |(at, _): &(usize, &u32)| part >> at & 1 == bit;
                let items = set.items.iter().enumerate().filter(on_side);
                items.map(|(_, item)| *item).collect::<Vec<u32>>()
            };
            let (given, follows) = (side(1), side(0));
            let (Some(with_given), Some(with_follows)) = (count_of(&given), count_of(&follows))
            else {
                continue;
            };
            found.tested += 1;
            let both = set.baskets;
            // A hair below is rounding.
            if f64::from(both) < least_confidence * f64::from(with_given) - 1e-9 {
                continue;
            }
            let table = Table {
                both: u64::from(both),
                first: u64::from(with_given.saturating_sub(both)),
                second: u64::from(with_follows.saturating_sub(both)),
                neither: (u64::from(baskets) + u64::from(both))
                    .saturating_sub(u64::from(with_given) + u64::from(with_follows)),
            };
            found.rules.push(Rule {
                given,
                follows,
                both,
                with_given,
                with_follows,
                baskets,
                p: table.p_greater(),
            });
        }
    }
    found.rules.sort_by(Rule::before);
    found
}

/// The rules of some baskets: of sets of at most `most_items` items in at least `least_baskets` baskets.
pub fn bought_together(
    baskets: &Baskets,
    least_baskets: u32,
    most_items: usize,
    least_confidence: f64,
) -> Rules {
    let sets = frequent(baskets, least_baskets, most_items);
    rules(&sets, baskets.len() as u32, least_confidence)
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    let found = bought_together(&example(), 3, 9, 0.7);
    let rule = |given: &[u32], follows: &[u32], part: fn(&Rule) -> f64| {
        let is_it = |rule: &&Rule| rule.given == given && rule.follows == follows;
        found.rules.iter().find(is_it).map_or(f64::NAN, part)
    };
    let check = |subject, expected, found| Check {
        subject,
        reference: "mlxtend 0.25.0",
        expected,
        found,
        tolerance: 1e-12,
    };
    vec![
        check(("关联规则个数", "Rules"), 12.0, found.rules.len() as f64),
        check(
            ("鸡蛋 → 芸豆：支持度", "Eggs → kidney beans: support"),
            0.8,
            rule(&[3], &[5], Rule::support),
        ),
        check(
            ("鸡蛋 → 芸豆：置信度", "Eggs → kidney beans: confidence"),
            1.0,
            rule(&[3], &[5], Rule::confidence),
        ),
        check(
            ("鸡蛋 → 芸豆：提升度", "Eggs → kidney beans: lift"),
            1.0,
            rule(&[3], &[5], Rule::lift),
        ),
        check(
            ("洋葱 → 鸡蛋：提升度", "Onion → eggs: lift"),
            1.25,
            rule(&[8], &[3], Rule::lift),
        ),
        check(
            (
                "鸡蛋 → 洋葱、芸豆：置信度",
                "Eggs → onion, kidney beans: confidence",
            ),
            0.75,
            rule(&[3], &[5, 8], Rule::confidence),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golden_values_are_reproduced() {
        for check in checks() {
            assert!(check.passes(), "{check:?}");
        }
    }

    /// 400 baskets of a counter: mlxtend 0.25.0 finds 65 sets at support 0.02 and 29 rules at confidence 0.3, the best with lift
    /// 3.715170; scipy 1.17.1 gives it p = 1.5454831377436085e-08.
    #[test]
    fn a_larger_set_of_baskets_gives_what_mlxtend_finds() {
        let mut state = 12_345u32;
        let mut next = || {
            state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345) % (1 << 31);
            state >> 8
        };
        let mut baskets = Baskets::default();
        for _ in 0..400 {
            let size = 1 + next() % 4;
            let mut items: Vec<u32> = (0..size).map(|_| (next() % 12).min(next() % 12)).collect();
            if items.contains(&3) && next() % 2 == 0 {
                items.push(9);
            }
            baskets.push(items);
        }
        let sets = frequent(&baskets, 8, 9);
        assert_eq!(sets.len(), 65);
        assert_eq!(sets.iter().map(|set| set.baskets).sum::<u32>(), 1_920);
        let found = rules(&sets, 400, 0.3);
        assert_eq!(found.rules.len(), 29);
        let best = &found.rules[0];
        assert_eq!(
            (best.given.as_slice(), best.follows.as_slice()),
            (&[4, 9][..], &[3][..])
        );
        assert_eq!(
            (best.both, best.with_given, best.with_follows),
            (15, 17, 95)
        );
        assert!((best.lift() - 3.715_170).abs() < 1e-6);
        assert!((best.p / 1.545_483_137_743_608_5e-8 - 1.0).abs() < 1e-10);
        assert!(found.chance(best) > best.p && found.chance(best) < 1e-5);
    }

    #[test]
    fn of_rules_with_the_same_lift_the_one_with_more_baskets_comes_first() {
        let found = bought_together(&example(), 3, 9, 0.7);
        let lifts: Vec<f64> = found.rules.iter().map(Rule::lift).collect();
        assert!(lifts.is_sorted_by(|a, b| a >= b));
        let least = found.rules.iter().filter(|rule| rule.lift() == 1.0);
        let both: Vec<u32> = least.map(|rule| rule.both).collect();
        assert!(both.is_sorted_by(|a, b| a >= b));
        assert_eq!(found.tested, 16);
    }
}
