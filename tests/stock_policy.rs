//! Whether the policy of the Thursday sheet keeps what it promises, on simulated demand. `examples/stock_policy.rs` prints the
//! same with more items, as the table in BENCHMARKS.md.

#[path = "stock/simulate.rs"]
mod simulate;

use dianzhang::analytics::stock::demand::DemandClass;
use simulate::{FOUR, Outcome, Shop, Wanted, run};

const SHOP: Shop = Shop {
    items: 200,
    weeks: 52,
    service_permille: 950,
    estimates: false,
    all_normal: false,
    loses: false,
};

fn of(class: DemandClass) -> &'static Wanted {
    let is_it = |wanted: &&Wanted| wanted.class == class;
    FOUR.iter().find(is_it).expect("one of each class")
}

#[test]
fn what_is_asked_for_is_reached_where_the_demand_is_known() {
    for wanted in &FOUR {
        let Outcome { served, half, .. } = run(wanted, SHOP);
        assert!(served + half >= 0.95, "{}: {served} ± {half}", wanted.name);
    }
}

#[test]
fn smooth_and_lumpy_demand_get_no_more_than_is_asked_for() {
    // Whole units make it a little more.
    for class in [DemandClass::Smooth, DemandClass::Lumpy] {
        let Outcome { served, half, .. } = run(of(class), SHOP);
        assert!(served - half <= 0.955, "{class:?}: {served} ± {half}");
    }
}

#[test]
fn the_textbook_formula_does_not_reach_it_on_lumpy_demand() {
    let shop = Shop {
        all_normal: true,
        ..SHOP
    };
    let Outcome { served, half, .. } = run(of(DemandClass::Lumpy), shop);
    assert!(served + half < 0.95, "{served} ± {half}");
}

#[test]
fn a_shop_that_estimates_and_loses_what_is_missing_comes_within_a_point() {
    for class in [DemandClass::Smooth, DemandClass::Lumpy] {
        let shop = Shop {
            estimates: true,
            loses: true,
            ..SHOP
        };
        let Outcome { served, half, .. } = run(of(class), shop);
        assert!(served + half >= 0.94, "{class:?}: {served} ± {half}");
    }
}
