//! What the policy of the Thursday sheet promises and what comes of it: the rows of the table in BENCHMARKS.md.
//!
//!     cargo run --release --example stock_policy

#[path = "../tests/stock/simulate.rs"]
mod simulate;

use simulate::{FOUR, Outcome, Shop, Wanted, run};

fn main() {
    let shop = Shop {
        items: 2_000,
        weeks: 104,
        service_permille: 950,
        estimates: false,
        all_normal: false,
        loses: false,
    };
    for wanted in &FOUR {
        for service_permille in [900, 950, 980] {
            row(
                wanted,
                Shop {
                    service_permille,
                    ..shop
                },
            );
        }
    }
}

fn row(wanted: &Wanted, shop: Shop) {
    let share = |outcome: Outcome| {
        format!(
            "{:.1} ± {:.1}",
            outcome.served * 100.0,
            outcome.half * 100.0
        )
    };
    let known = run(wanted, shop);
    let normal = run(
        wanted,
        Shop {
            all_normal: true,
            ..shop
        },
    );
    let estimated = run(
        wanted,
        Shop {
            estimates: true,
            ..shop
        },
    );
    let lost = run(
        wanted,
        Shop {
            estimates: true,
            loses: true,
            ..shop
        },
    );
    println!(
        "| {} | {:.1} ± {:.1} | {} | {} | {} | {} | {} | {:.1} | {:.0} |",
        wanted.name,
        wanted.per_day().mean,
        wanted.per_day().sigma,
        f64::from(shop.service_permille) / 10.0,
        share(known),
        share(normal),
        share(estimated),
        share(lost),
        lost.filled * 100.0,
        lost.stock_days,
    );
}
