//! One small case made by hand for each explanation, and what holds for all of them.

use super::*;
use crate::model::time::DAY_SECS;
use proptest::prelude::*;

const HOUR: u32 = 3600;

fn at(day: u32, secs: u32) -> u32 {
    day * DAY_SECS + secs
}

fn entry(order: u64, day: u32, fen: i64) -> Entry {
    Entry {
        order,
        at: at(day, 12 * HOUR),
        fen,
    }
}

fn days(first: i32, last: i32) -> Span {
    Span::new(Day(first), Day(last))
}

fn orders(source: Source, entries: &[Entry]) -> Series {
    Series::by_order(source, entries.to_vec(), Coverage::of([days(10, 12)]))
}

fn daily(source: Source, amounts: &[(i32, i64)]) -> Series {
    let rows = amounts.iter().map(|(day, fen)| (days(*day, *day), *fen));
    Series::by_day(source, rows)
}

fn book(quantity: Quantity, series: Vec<Series>) -> Book {
    Book {
        quantity,
        series,
        missing: Vec::new(),
        silent: Vec::new(),
    }
}

/// The check of the first source against the last one.
fn check_of(quantity: Quantity, series: Vec<Series>, facts: &[(u64, Fact)]) -> Check {
    let facts = facts.iter().copied().collect();
    let mut all = reconcile(&[book(quantity, series)], &facts, Period::All);
    all.lines.remove(0).checks.pop().expect("two sources")
}

fn said(check: &Check) -> Vec<(Reason, i64, u64)> {
    check
        .parts
        .iter()
        .map(|p| (p.reason, p.fen, p.count))
        .collect()
}

fn paid(refund_fen: i64, postage_fen: i64) -> Fact {
    Fact {
        paid: Some(1),
        refund_fen,
        postage_fen,
        ..Fact::default()
    }
}

#[test]
fn what_is_the_same_agrees() {
    let list = orders(Source::Orders, &[entry(1, 10, 500), entry(2, 11, 300)]);
    let shop = daily(Source::SycmShop, &[(10, 500), (11, 300), (12, 0)]);
    let check = check_of(Quantity::Paid, vec![list, shop], &[]);
    assert_eq!((check.standing(), check.a_total()), (Standing::Agrees, 800));
    assert!(check.parts.is_empty());
}

#[test]
fn parents_and_sub_orders_meet_by_their_number() {
    let list = orders(
        Source::Orders,
        &[entry(1, 10, 500), entry(2, 10, 300), entry(3, 11, 70)],
    );
    let details = orders(
        Source::OrderDetails,
        &[
            entry(1, 10, 200),
            entry(1, 10, 300),
            entry(2, 10, 300),
            entry(4, 11, 40),
        ],
    );
    let check = check_of(Quantity::Paid, vec![list, details], &[]);
    assert_eq!(
        said(&check),
        [(Reason::OnlyInFirst, -70, 1), (Reason::OnlyInSecond, 40, 1)]
    );
    assert_eq!(check.standing(), Standing::Explained);
    assert_eq!(check.rows[1].explained, -30);
    assert_eq!(check.parts[1].orders, ["4"]);
}

#[test]
fn postage_refunds_and_rounding_are_read_off_the_order() {
    let list = [
        entry(1, 10, 1_000),
        entry(2, 10, 1_000),
        entry(3, 10, 1_000),
        entry(4, 10, 1_000),
        entry(5, 10, 1_000),
    ];
    let erp = [
        entry(1, 10, 990),
        entry(2, 10, 750),
        entry(3, 10, 740),
        entry(4, 10, 999),
        entry(5, 10, 400),
    ];
    let facts = [1, 2, 3, 4, 5].map(|order| (order, paid(250, 10)));
    let series = vec![
        orders(Source::Orders, &list),
        orders(Source::Jushuitan, &erp),
    ];
    let check = check_of(Quantity::Paid, series, &facts);
    assert_eq!(
        said(&check),
        [
            (Reason::NettedRefunds, -500, 2),
            (Reason::Postage, -20, 2),
            (Reason::Rounding, -1, 1),
            (Reason::OtherAmount, -600, 1),
        ]
    );
    assert_eq!((check.open(), check.standing()), (-600, Standing::Open));
}

#[test]
fn refunds_are_dated_by_payment_or_by_success() {
    let list = [entry(1, 10, 100), entry(2, 10, 50), entry(3, 11, 30)];
    let done = [entry(1, 12, 100), entry(2, 40, 50), entry(9, 11, 8)];
    let series = vec![
        orders(Source::Orders, &list),
        Series::by_order(Source::Refunds, done.to_vec(), Coverage::of([days(10, 60)])),
        daily(Source::SycmShop, &[(10, 0), (11, 8), (12, 105)]),
    ];
    let found = [
        (Reason::OutsideDays, -50, 1),
        (Reason::OnlyInFirst, -30, 1),
        (Reason::OnlyInSecond, 8, 1),
        (Reason::OtherDay, 0, 1),
    ];
    let refunds = check_of(Quantity::Refunds, series[..2].to_vec(), &[]);
    assert_eq!(said(&refunds), found);
    assert_eq!(refunds.standing(), Standing::Explained);
    assert_eq!(refunds.rows[2].explained, 100);
    // The refund export stands between the list and the platform's own figure: five 分 more than that are left.
    let shop = check_of(Quantity::Refunds, series, &[]);
    assert_eq!(said(&shop), found);
    assert_eq!(
        shop.rows.iter().map(Row::open).collect::<Vec<_>>(),
        [0, 0, 5]
    );
}

#[test]
fn a_deposit_counts_when_the_balance_is_paid() {
    let list = orders(Source::Orders, &[entry(1, 10, 500), entry(2, 10, 60)]);
    let shop = daily(Source::SycmShop, &[(10, 500), (12, 0)]);
    let deposit = Fact {
        is_deposit: true,
        ..paid(0, 0)
    };
    let check = check_of(Quantity::Paid, vec![list, shop], &[(2, deposit)]);
    assert_eq!(said(&check), [(Reason::PresaleBalance, -60, 1)]);
    assert_eq!(check.standing(), Standing::Explained);
    assert_eq!(
        check.only_a,
        [days(11, 11)],
        "days of one file are listed, not compared"
    );
}

#[test]
fn orders_that_the_list_lacks_are_known_from_the_details() {
    let list = orders(Source::Orders, &[entry(1, 10, 500)]);
    let details = orders(Source::OrderDetails, &[entry(1, 10, 500), entry(2, 10, 80)]);
    let shop = daily(Source::SycmShop, &[(10, 583), (11, 0), (12, 0)]);
    let check = check_of(Quantity::Paid, vec![list, details, shop], &[]);
    assert_eq!(said(&check), [(Reason::MissingInList, 80, 1)]);
    assert_eq!(check.open(), 3);
}

#[test]
fn postage_explains_a_day_of_items_only_to_the_fen() {
    let facts = [(1, paid(0, 12)), (2, paid(0, 12))];
    let series = |second_day| {
        vec![
            orders(Source::Orders, &[entry(1, 10, 512), entry(2, 11, 312)]),
            daily(Source::SycmItems, &[(10, 500), (11, second_day)]),
        ]
    };
    let check = check_of(Quantity::Paid, series(300), &facts);
    assert_eq!(said(&check), [(Reason::Postage, -24, 2)]);
    let check = check_of(Quantity::Paid, series(297), &facts);
    assert_eq!(said(&check), [(Reason::Postage, -12, 1)]);
    assert_eq!(check.open(), -15);
}

#[test]
fn an_order_at_midnight_moves_a_day_only_if_it_is_the_only_one_that_fits() {
    let late = |order| Entry {
        order,
        at: at(10, DAY_SECS - 5),
        fen: 70,
    };
    let shop = || daily(Source::SycmShop, &[(10, 500), (11, 70)]);
    let list = orders(Source::Orders, &[entry(1, 10, 500), late(2)]);
    let check = check_of(Quantity::Paid, vec![list, shop()], &[]);
    assert_eq!(said(&check), [(Reason::Midnight, 0, 1)]);
    assert_eq!(check.standing(), Standing::Explained);
    let list = orders(Source::Orders, &[entry(1, 10, 430), late(2), late(3)]);
    let check = check_of(Quantity::Paid, vec![list, shop()], &[]);
    assert!(check.parts.is_empty());
    assert_eq!(check.standing(), Standing::Open);
}

#[test]
fn two_clocks_at_midnight_are_told_from_a_later_day() {
    let list = Entry {
        order: 1,
        at: at(10, DAY_SECS - 2),
        fen: 90,
    };
    let erp = Entry {
        at: at(11, 3),
        ..list
    };
    let series = vec![
        orders(Source::Orders, &[list]),
        orders(Source::Jushuitan, &[erp]),
    ];
    let check = check_of(Quantity::Paid, series, &[]);
    assert_eq!(said(&check), [(Reason::Midnight, 0, 1)]);
    assert_eq!(
        (check.rows[0].explained, check.rows[1].explained),
        (-90, 90)
    );
}

#[test]
fn money_that_has_not_come_in_is_told_from_orders_that_are_over() {
    let list = [
        entry(1, 10, 100),
        entry(2, 10, 200),
        entry(3, 10, 400),
        entry(4, 10, 800),
    ];
    let bills = [entry(1, 12, 100), entry(7, 11, 5), entry(8, 11, 6)];
    let facts = [
        (2, paid(0, 0)),
        (
            3,
            Fact {
                is_over: true,
                ..paid(0, 0)
            },
        ),
        (
            4,
            Fact {
                is_completed: true,
                ..paid(0, 0)
            },
        ),
        (7, Fact::default()),
    ];
    let series = vec![orders(Source::Orders, &list), orders(Source::Bills, &bills)];
    let check = check_of(Quantity::Paid, series, &facts);
    assert_eq!(
        said(&check),
        [
            (Reason::OnlyInFirst, -800, 1),
            (Reason::Closed, -400, 1),
            (Reason::NotSettled, -200, 1),
            (Reason::OnlyInSecond, 6, 1),
            (Reason::Unpaid, 5, 1),
            (Reason::OtherDay, 0, 1),
        ]
    );
    assert_eq!(check.open(), 0);
}

#[test]
fn hidden_refunds_explain_a_day_that_they_make_whole() {
    let hidden = Fact {
        is_refund_hidden: true,
        ..paid(40, 0)
    };
    let list = orders(Source::Orders, &[entry(1, 10, 460)]);
    let shop = daily(Source::SycmShop, &[(10, 500)]);
    let check = check_of(Quantity::Paid, vec![list, shop], &[(1, hidden)]);
    assert_eq!(said(&check), [(Reason::NettedRefunds, 40, 1)]);
}

#[test]
fn people_are_compared_day_by_day_and_never_summed() {
    let buys = |buyer, day| entry(buyer, day, 0);
    let list = orders(Source::Orders, &[buys(1, 10), buys(1, 11), buys(2, 11)]).of_people();
    let shop = daily(Source::SycmShop, &[(10, 1), (11, 3), (12, 0)]).of_people();
    let all = reconcile(
        &[book(Quantity::Buyers, vec![list, shop])],
        &Facts::default(),
        Period::All,
    );
    let line = &all.lines[0];
    assert_eq!(line.sides[0].total, Some(2), "one of the two came twice");
    assert_eq!(line.sides[1].total, None);
    let rows = &line.checks[0].rows;
    assert_eq!(rows.iter().map(Row::open).collect::<Vec<_>>(), [0, 1, 0]);
}

#[test]
fn a_named_period_ends_with_the_last_day_that_two_files_share() {
    let list = orders(Source::Orders, &[entry(1, 10, 500)]);
    let shop = daily(Source::SycmShop, &[(9, 1), (10, 500), (11, 0)]);
    let books = [book(Quantity::Paid, vec![list, shop])];
    let all = reconcile(&books, &Facts::default(), Period::LastDay);
    assert_eq!(
        (all.span, all.common),
        (Some(days(11, 11)), Some(days(10, 11)))
    );
    let alone = [book(Quantity::Paid, vec![books[0].series[0].clone()])];
    let all = reconcile(&alone, &Facts::default(), Period::All);
    assert_eq!((all.span, all.common), (Some(days(10, 12)), None));
    assert_eq!(
        reconcile(&[], &Facts::default(), Period::All),
        Reconciliation::default()
    );
}

fn some_entries() -> impl Strategy<Value = Vec<Entry>> {
    let moment = (
        8u32..15,
        prop_oneof![0..700u32, 85_600..DAY_SECS, 0..DAY_SECS],
    );
    let one = (1u64..12, moment, -3i64..60).prop_map(|(order, (day, secs), fen)| Entry {
        order,
        at: at(day, secs),
        fen,
    });
    prop::collection::vec(one, 0..30)
}

fn some_days() -> impl Strategy<Value = Vec<(Span, i64)>> {
    let one = (8i32..15, 0i32..3, -5i64..120);
    let one = one.prop_map(|(first, more, fen)| (days(first, first + more), fen));
    prop::collection::vec(one, 0..12)
}

fn some_facts() -> impl Strategy<Value = Vec<Fact>> {
    let flags = prop::array::uniform5(any::<bool>());
    let one = (prop::option::of(1u32..9), 0i64..30, 0i64..12, flags);
    let one = one.prop_map(|(paid, refund_fen, postage_fen, flags)| Fact {
        paid,
        refund_fen,
        postage_fen,
        is_refund_hidden: flags[0],
        is_over: flags[1],
        is_completed: flags[2],
        is_unshipped: flags[3],
        is_deposit: flags[4],
    });
    prop::collection::vec(one, 12)
}

proptest! {
    /// Parts and remainder are the difference, in all and on every day; and between files that name orders nothing is
    /// unexplained that is not found in an order.
    #[test]
    fn parts_and_remainder_are_the_difference(
        list in some_entries(),
        details in some_entries(),
        bills in some_entries(),
        shop in some_days(),
        items in some_days(),
        facts in some_facts(),
        of_refunds in any::<bool>(),
    ) {
        let (second, quantity) = match of_refunds {
            true => (Source::Refunds, Quantity::Refunds),
            false => (Source::OrderDetails, Quantity::Paid),
        };
        let series = vec![
            orders(Source::Orders, &list),
            orders(second, &details),
            Series::by_order(Source::Bills, bills, Coverage::of([days(9, 10), days(12, 14)])),
            Series::by_day(Source::SycmShop, shop),
            Series::by_day(Source::SycmItems, items),
        ];
        let facts: Facts = facts.into_iter().enumerate().map(|(i, f)| (i as u64, f)).collect();
        let all = reconcile(&[book(quantity, series.clone())], &facts, Period::All);
        for check in &all.lines[0].checks {
            let explained: i64 = check.parts.iter().filter(|p| p.reason.explains()).map(|p| p.fen).sum();
            prop_assert_eq!(check.b_total() - check.a_total(), explained + check.open());
            let located: i64 = check.parts.iter().filter(|p| !p.reason.explains()).map(|p| p.fen).sum();
            if matches!(check.b, Source::OrderDetails | Source::Refunds | Source::Bills) {
                prop_assert_eq!(check.open(), located);
            }
            for pair in check.rows.windows(2) {
                prop_assert!(pair[0].span.last < pair[1].span.first);
            }
            for row in &check.rows {
                let by_hand = |s: &Series| s.entries.iter().flatten()
                    .filter(|e| row.span.contains(e.day())).map(|e| e.fen).sum::<i64>();
                prop_assert_eq!(row.a, by_hand(&series[0]));
            }
        }
        let (list, bills) = (series[0].clone(), series[2].clone());
        let there = check_of(quantity, vec![list.clone(), bills.clone()], &[]);
        let back = check_of(quantity, vec![bills, list], &[]);
        prop_assert_eq!(there.open(), -back.open());
    }
}
