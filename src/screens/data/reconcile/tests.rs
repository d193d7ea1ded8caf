use super::*;
use crate::analytics::coverage::Coverage;
use crate::analytics::period::Period;
use crate::analytics::reconcile::{Book, Entry, Facts, Series, Source, reconcile};
use crate::model::time::{Day, Span};

fn entry(order: u64, fen: i64) -> Entry {
    Entry {
        order,
        at: 7_361 * 86_400 + 50_000,
        fen,
    }
}

fn list() -> Series {
    let day = Span::new(Day(7_361), Day(7_361));
    Series::by_order(Source::Orders, vec![entry(1, 10_000)], Coverage::of([day]))
}

fn of_day(source: Source, fen: i64) -> Series {
    Series::by_day(source, [(Span::new(Day(7_361), Day(7_361)), fen)])
}

fn all(series: Vec<Series>, missing: Vec<Source>) -> Reconciliation {
    let book = Book {
        quantity: Quantity::Paid,
        series,
        missing,
        silent: vec![Source::OrderDetails],
    };
    reconcile(&[book], &Facts::default(), Period::All)
}

#[test]
fn one_file_alone_says_which_other_one_makes_a_check() {
    let panel = panel(Lang::Zh, &all(vec![list()], vec![Source::Orders]));
    assert!(
        panel.lead.contains("再导入「订单报表」（千牛"),
        "{}",
        panel.lead
    );
    assert!(panel.blocks[0].rows[0].details.is_none());
    let silent = panel.blocks[0].silent.as_deref();
    assert_eq!(
        silent,
        Some("已导入、但没有支付金额（退款前）列或没有日期，不能核对：宝贝报表")
    );
    let nothing = super::panel(Lang::En, &Reconciliation::default());
    assert_eq!(nothing.lead, Text::ReconcileEmpty.get(Lang::En));
}

#[test]
fn the_sentence_says_what_to_report_and_which_file_is_wrong() {
    let same = || of_day(Source::SycmShop, 10_000);
    let off = || of_day(Source::SycmTrade, 9_000);
    let lead = |series| panel(Lang::En, &all(series, Vec::new())).lead;
    let text = lead(vec![list(), same()]);
    assert!(
        text.starts_with("Report ¥100.00 as the amount paid, before refunds, from “Order list”.")
    );
    assert!(
        text.ends_with(Text::ReconcileAgrees.get(Lang::En)),
        "{text}"
    );
    let text = lead(vec![list(), same(), off()]);
    assert!(text.contains("disagrees, by ¥10.00 that nothing explains, most of it on 2020-02-26"));
    let text = lead(vec![list(), of_day(Source::SycmShop, 1), off()]);
    assert!(
        text.contains("“Order list” agrees with none of the others"),
        "{text}"
    );
    let text = lead(vec![list(), off()]);
    assert!(text.contains("Check both files on that day"), "{text}");
}

#[test]
fn the_steps_lead_from_one_number_to_the_other() {
    let off = Series::by_order(
        Source::OrderDetails,
        vec![entry(1, 9_500), entry(2, 700)],
        list().coverage,
    );
    let all = all(vec![list(), off], Vec::new());
    let panel = panel(Lang::Zh, &all);
    let row = &panel.blocks[0].rows[1];
    assert_eq!(
        (row.difference.as_str(), row.standing),
        ("+¥2.00", Some(Standing::Open))
    );
    let details = row.details.as_ref().expect("details");
    let values: Vec<i64> = details.steps.iter().map(|s| s.value).collect();
    assert_eq!(values, [10_000, 700, -500, 10_200]);
    assert!(details.steps[2].why.contains("5.00%"));
    assert_eq!(details.days.rows[0][5].text(Lang::Zh), "−¥5.00");
    let table = export(Lang::Zh, &all);
    assert_eq!(table.rows.len(), 4);
    for row in &table.rows {
        assert_eq!(row.len(), table.columns.len());
    }
}
