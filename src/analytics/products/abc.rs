//! ABC: which items make the money. XYZ: which sell evenly. And what to do in each of the nine cells.

use crate::analytics::selfcheck::Check;
use crate::analytics::stock::demand::{ItemDay, telling};
use serde::{Deserialize, Serialize};

/// What items are ranked by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// Profit: the cost of every item that sold is known.
    Profit,
    /// Sales: some costs are missing, and half a ranking by profit would put those items last.
    Sales,
}

/// What an item made in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Sales, in 分.
    pub sales_fen: i64,
    /// Profit, in 分; `None` where the cost is not known.
    pub profit_fen: Option<i64>,
}

/// By what these items can be ranked.
pub fn basis(items: &[Made]) -> Basis {
    let is_known = |item: &Made| item.sales_fen == 0 || item.profit_fen.is_some();
    if items.iter().all(is_known) {
        Basis::Profit
    } else {
        Basis::Sales
    }
}

impl Made {
    /// The amount that a basis ranks by, in 分.
    pub fn by(&self, basis: Basis) -> i64 {
        match basis {
            Basis::Profit => self.profit_fen.unwrap_or(0),
            Basis::Sales => self.sales_fen,
        }
    }
}

/// How much an item makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Abc {
    /// With the others of its class most of it.
    A,
    /// Some.
    B,
    /// Hardly any, nothing, or a loss.
    C,
}

/// How evenly an item sells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Xyz {
    /// About as many each week.
    X,
    /// With ups and downs.
    Y,
    /// Nobody can say.
    Z,
}

/// Where one class ends and the next begins. The operator sets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Lines {
    /// A up to this share of the whole, in thousandths.
    pub a_permille: u32,
    /// B up to this share.
    pub b_permille: u32,
    /// X up to this variation of the weeks, in thousandths.
    pub x_permille: u32,
    /// Y up to this variation.
    pub y_permille: u32,
}

impl Default for Lines {
    fn default() -> Lines {
        Lines {
            a_permille: 800,
            b_permille: 950,
            x_permille: 500,
            y_permille: 1_000,
        }
    }
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranked {
    /// Its class.
    pub class: Abc,
    /// Its rank, from 1.
    pub rank: u32,
    /// What the items up to it make together, in the unit of the amounts; losses count as nothing.
    pub upto: i64,
}

/// Ranks items by an amount, the highest first, of equal ones the earlier. An item belongs to A as long as those before it make
/// less than the line, so that the item that crosses a line is still above it and the first is always A. What makes nothing or
/// a loss is C, and the whole is the sum without the losses. The answers stand in the order of the amounts.
pub fn abc(amounts: &[i64], lines: &Lines) -> Vec<Ranked> {
    let whole: i128 = amounts
        .iter()
        .map(|amount| i128::from((*amount).max(0)))
        .sum();
    let mut order: Vec<usize> = (0..amounts.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(amounts[*at]), *at));
    let mut ranked = vec![
        Ranked {
            class: Abc::C,
            rank: 0,
            upto: 0
        };
        amounts.len()
    ];
    let mut before = 0i64;
    for (rank, at) in (1..).zip(order) {
        let is_before = |permille: u32| i128::from(before) * 1_000 < whole * i128::from(permille);
        let class = match amounts[at] {
            ..=0 => Abc::C,
            _ if is_before(lines.a_permille) => Abc::A,
            _ if is_before(lines.b_permille) => Abc::B,
            _ => Abc::C,
        };
        before += amounts[at].max(0);
        ranked[at] = Ranked {
            class,
            rank,
            upto: before,
        };
    }
    ranked
}

/// Fewer weeks say nothing about how evenly an item sells.
pub const LEAST_WEEKS: usize = 8;

/// The units of each whole week, counted back from the last day. A week with a day that no file covers, or that ended
/// too early because the item ran out, does not say what would have sold, and is left out.
pub fn weeks(days: &[ItemDay]) -> Vec<u32> {
    let told = telling(days);
    let mut weeks: Vec<u32> = days
        .rchunks_exact(7)
        .filter_map(|week| week.iter().map(&told).sum())
        .collect();
    weeks.reverse();
    weeks
}

/// The coefficient of variation of the weeks: deviation (n − 1) over mean. `None` for fewer than [`LEAST_WEEKS`] or when nothing
/// sold.
pub fn variation(weeks: &[u32]) -> Option<f64> {
    let sum: u64 = weeks.iter().map(|units| u64::from(*units)).sum();
    if weeks.len() < LEAST_WEEKS || sum == 0 {
        return None;
    }
    let n = weeks.len() as f64;
    let mean = sum as f64 / n;
    let squares: f64 = weeks
        .iter()
        .map(|units| (f64::from(*units) - mean).powi(2))
        .sum();
    Some((squares / (n - 1.0)).sqrt() / mean)
}

impl Xyz {
    /// The class of a variation.
    pub fn of(variation: f64, lines: &Lines) -> Xyz {
        let is_upto = |permille: u32| variation * 1_000.0 <= f64::from(permille);
        match variation {
            _ if is_upto(lines.x_permille) => Xyz::X,
            _ if is_upto(lines.y_permille) => Xyz::Y,
            _ => Xyz::Z,
        }
    }
}

/// What to do with the items of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// The service level to aim at, in thousandths: the more an item makes the dearer its absence, the less evenly it sells the
    /// dearer each further thousandth.
    pub service_permille: u32,
    /// How to order.
    pub order: Ordering,
    /// How often to look.
    pub look: Look,
}

/// How to order items of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ordering {
    /// As the sheet proposes.
    AsProposed,
    /// As the sheet proposes, after a look at what is coming: events, seasons.
    AfterALook,
    /// By hand, item by item: the proposal is one of several numbers.
    ByHand,
    /// Little and seldom; what is asked for is bought when it is asked for.
    OnDemand,
    /// Sell what is left and order no more, unless something else speaks for the item.
    LetGo,
}

/// How often to look at items of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Look {
    /// Every day: it is on the list of the morning.
    Daily,
    /// Every Thursday.
    Weekly,
    /// Once a month.
    Monthly,
}

/// What to do in a cell; `None` of [`Xyz`] is an item of which too few weeks are known.
pub fn advice(abc: Abc, xyz: Option<Xyz>) -> Advice {
    let service_permille = match (abc, xyz) {
        (Abc::A, Some(Xyz::X)) => 980,
        (Abc::A, Some(Xyz::Y)) => 970,
        (Abc::A, _) | (Abc::B, Some(Xyz::X | Xyz::Y)) => 950,
        (Abc::B, _) | (Abc::C, Some(Xyz::X)) => 900,
        (Abc::C, _) => 850,
    };
    let order = match (abc, xyz) {
        (_, Some(Xyz::X)) => Ordering::AsProposed,
        (Abc::A | Abc::B, Some(Xyz::Y)) => Ordering::AfterALook,
        (Abc::A, _) | (Abc::B, None) => Ordering::ByHand,
        (Abc::B, Some(Xyz::Z)) | (Abc::C, Some(Xyz::Y) | None) => Ordering::OnDemand,
        (Abc::C, Some(Xyz::Z)) => Ordering::LetGo,
    };
    let look = match abc {
        Abc::A => Look::Daily,
        Abc::B => Look::Weekly,
        Abc::C => Look::Monthly,
    };
    Advice {
        service_permille,
        order,
        look,
    }
}

/// Golden checks: ten amounts of a Pareto-like shop, nine weeks.
pub fn checks() -> Vec<Check> {
    let amounts = [500, 4_200, 150, 80, 2_600, 0, 1_300, 700, 60, 410];
    let ranked = abc(&amounts, &Lines::default());
    let count = |class| ranked.iter().filter(|item| item.class == class).count() as f64;
    let check = |subject, reference, expected, found| Check {
        subject,
        reference,
        expected,
        found,
        tolerance: 1e-12,
    };
    let weeks = [12, 15, 9, 14, 10, 13, 11, 12, 30];
    vec![
        check(
            ("ABC：A 类个数", "ABC: items of A"),
            "pandas 2.3.3",
            3.0,
            count(Abc::A),
        ),
        check(
            ("ABC：B 类个数", "ABC: items of B"),
            "pandas 2.3.3",
            3.0,
            count(Abc::B),
        ),
        check(
            ("ABC：C 类个数", "ABC: items of C"),
            "pandas 2.3.3",
            4.0,
            count(Abc::C),
        ),
        check(
            ("XYZ：周销量变异系数", "XYZ: variation of the weeks"),
            "numpy 2.4.6",
            0.448_921_610_356_304_85,
            variation(&weeks).unwrap_or(f64::NAN),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::stock::demand::Shelf;
    use proptest::prelude::*;

    #[test]
    fn golden_values_are_reproduced() {
        for check in checks() {
            assert!(check.passes(), "{check:?}");
        }
    }

    #[test]
    fn the_first_is_always_a_and_what_loses_is_always_c() {
        let classes = |amounts: &[i64]| -> Vec<Abc> {
            let ranked = abc(amounts, &Lines::default());
            ranked.into_iter().map(|item| item.class).collect()
        };
        assert_eq!(classes(&[1_000]), [Abc::A]);
        assert_eq!(
            classes(&[900, 80, 20, -500, 0]),
            [Abc::A, Abc::B, Abc::C, Abc::C, Abc::C]
        );
        assert_eq!(classes(&[0, -3]), [Abc::C, Abc::C]);
        assert_eq!(classes(&[]), []);
    }

    #[test]
    fn profit_is_asked_for_where_every_cost_is_known() {
        let made = |sales_fen, profit_fen| Made {
            sales_fen,
            profit_fen,
        };
        assert_eq!(basis(&[made(100, Some(-5)), made(0, None)]), Basis::Profit);
        assert_eq!(basis(&[made(100, Some(30)), made(1, None)]), Basis::Sales);
        assert_eq!(made(100, Some(-5)).by(Basis::Profit), -5);
    }

    #[test]
    fn weeks_that_do_not_say_what_would_have_sold_are_left_out() {
        let day = |sold, shelf| ItemDay { sold, shelf };
        let mut days = vec![day(Some(9), Shelf::There); 3];
        days.extend([day(Some(1), Shelf::There); 7]);
        days.extend([day(Some(2), Shelf::There); 6]);
        days.push(day(Some(0), Shelf::Out));
        days.extend([day(Some(3), Shelf::There); 6]);
        days.push(day(None, Shelf::There));
        days.extend([day(Some(4), Shelf::There); 7]);
        assert_eq!(weeks(&days), [7, 28]);
    }

    #[test]
    fn how_evenly_an_item_sells() {
        let lines = Lines::default();
        assert_eq!(Xyz::of(0.5, &lines), Xyz::X);
        assert_eq!(Xyz::of(1.0, &lines), Xyz::Y);
        assert_eq!(Xyz::of(1.01, &lines), Xyz::Z);
        assert_eq!(variation(&[5; 7]), None);
        assert_eq!(variation(&[0; 20]), None);
        assert_eq!(variation(&[5; 8]), Some(0.0));
    }

    #[test]
    fn what_makes_more_and_sells_more_evenly_is_kept_more_surely() {
        let cells = |abc| {
            [Some(Xyz::X), Some(Xyz::Y), Some(Xyz::Z)].map(|xyz| advice(abc, xyz).service_permille)
        };
        for abc in [Abc::A, Abc::B, Abc::C] {
            assert!(cells(abc).is_sorted_by(|more, less| more >= less));
        }
        for (more, less) in [(Abc::A, Abc::B), (Abc::B, Abc::C)] {
            assert!(
                cells(more)
                    .iter()
                    .zip(cells(less))
                    .all(|(more, less)| *more > less || *more == less && less == 950)
            );
        }
        assert_eq!(advice(Abc::C, Some(Xyz::Z)).order, Ordering::LetGo);
        assert_eq!(advice(Abc::A, None).order, Ordering::ByHand);
    }

    proptest! {
        #[test]
        fn the_classes_follow_the_ranks_and_reach_their_lines(amounts in proptest::collection::vec(-50i64..1_000, 1..60)) {
            let ranked = abc(&amounts, &Lines::default());
            let mut order = ranked.clone();
            order.sort_by_key(|item| item.rank);
            prop_assert!(order.is_sorted_by_key(|item| item.class));
            let whole: i64 = amounts.iter().map(|amount| (*amount).max(0)).sum();
            prop_assert_eq!(order.last().map(|item| item.upto), Some(whole));
            let of_a: i64 = amounts.iter().zip(&ranked).filter(|(_, item)| item.class == Abc::A).map(|(amount, _)| amount).sum();
            prop_assert!(whole == 0 || of_a * 1_000 >= whole * 800);
        }
    }
}
