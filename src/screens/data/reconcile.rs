//! How the files agree, in words: which number to report and which file to look into, every source beside the first one,
//! and the way from one number to the other.

use crate::analytics::metrics::Value;
use crate::analytics::reconcile::{
    Check, Line, Part, Quantity, Reason, Reconciliation, Side, Source, Standing,
};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::format::{self, NONE};
use crate::i18n::{Lang, Text, t};
use crate::model::time::Span;

/// All that the panel shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What is to be reported and what is to be looked into, in one sentence.
    pub lead: String,
    /// The days looked at.
    pub span: Option<String>,
    /// One per quantity that a file speaks of.
    pub blocks: Vec<Block>,
}

/// A quantity and its sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What is compared.
    pub title: &'static str,
    /// The header over the differences.
    pub difference: String,
    /// What has to be known of it.
    pub note: Option<&'static str>,
    /// Its sources, the one that the others are held against first.
    pub rows: Vec<SourceRow>,
    /// What else could be imported, and where it is found.
    pub missing: Option<String>,
}

/// A source and how it stands to the first.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRow {
    /// What it is called.
    pub name: String,
    /// Its value over the days of the period that it speaks of.
    pub value: String,
    /// How many days that are.
    pub days: String,
    /// By how much it differs over the days that both speak of.
    pub difference: String,
    /// From what to what that is, where one of the two speaks of other days as well.
    pub base: Option<String>,
    /// The outcome; `None` for the first source.
    pub standing: Option<Standing>,
    /// The way from the first source to this one.
    pub details: Option<Details>,
}

/// The way from one number to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    /// Names it among others.
    pub label: String,
    /// Which days are compared and which are not.
    pub remarks: Vec<String>,
    /// The first number, what comes on top, the second number; empty where days do not add up.
    pub steps: Vec<Step>,
    /// The days.
    pub days: Table,
}

/// One step on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is.
    pub name: String,
    /// Why, in one sentence.
    pub why: String,
    /// How much.
    pub value: i64,
    /// The same as it is written.
    pub amount: String,
    /// Some of the orders.
    pub orders: Option<String>,
    /// Whether it is one of the two numbers.
    pub is_total: bool,
}

/// The panel.
pub fn panel(lang: Lang, all: &Reconciliation) -> Panel {
    let lines = all.lines.iter().filter(|line| !line.sides.is_empty());
    Panel {
        lead: lead(lang, all),
        span: all.span.map(format::span),
        blocks: lines.map(|line| block(lang, line)).collect(),
    }
}

/// What a source is called.
pub fn source_name(lang: Lang, source: Source) -> &'static str {
    let kind = source.kind().map(|kind| lang.pick(kind.title));
    kind.unwrap_or(source.kind_name())
}

/// The word for an outcome.
pub fn standing_name(standing: Standing) -> Text {
    match standing {
        Standing::NoCommonDay => Text::ReconcileStateNone,
        Standing::Agrees => Text::ReconcileStateAgrees,
        Standing::Explained => Text::ReconcileStateExplained,
        Standing::Open => Text::ReconcileStateOpen,
    }
}

fn quantity_name(quantity: Quantity) -> Text {
    match quantity {
        Quantity::Paid => Text::QuantityPaid,
        Quantity::Ordered => Text::QuantityOrdered,
        Quantity::Buyers => Text::QuantityBuyers,
        Quantity::Refunds => Text::QuantityRefunds,
        Quantity::AdSpend => Text::QuantityAdSpend,
        Quantity::KeywordSpend => Text::QuantityKeywordSpend,
        Quantity::AudienceSpend => Text::QuantityAudienceSpend,
        Quantity::Commission => Text::QuantityCommission,
    }
}

/// Which number to report, and which file is wrong or missing.
fn lead(lang: Lang, all: &Reconciliation) -> String {
    let known = || all.lines.iter().filter(|line| !line.sides.is_empty());
    let Some(first) = known().next() else {
        return Text::ReconcileEmpty.get(lang).to_owned();
    };
    if known().all(|line| line.checks.is_empty()) {
        let source = first.sides[0].source;
        let Some((second, line)) =
            known().find_map(|line| Some((line.missing.first().copied()?, line)))
        else {
            return Text::ReconcileEmpty.get(lang).to_owned();
        };
        let quantity = quantity_name(line.quantity).get(lang);
        let args = [
            source_name(lang, source),
            source_name(lang, second),
            found(lang, second),
            quantity,
        ];
        return t(lang, Text::ReconcileAlone, &args);
    }
    let compared = |check: &&Check| check.standing() != Standing::NoCommonDay;
    if !known().flat_map(|line| &line.checks).any(|c| compared(&c)) {
        return Text::ReconcileNoDay.get(lang).to_owned();
    }
    let report = match first.sides[0].total {
        Some(total) => {
            let args = [
                quantity_name(first.quantity).get(lang),
                source_name(lang, first.sides[0].source),
                &written(first.quantity, total),
            ];
            t(lang, Text::ReconcileReport, &args)
        }
        None => String::new(),
    };
    let standings = known().flat_map(|line| &line.checks).map(Check::standing);
    let verdict = match worst(all) {
        Some((line, check)) => suspicion(lang, line, check),
        None if standings.max_by_key(|s| *s == Standing::Explained)
            == Some(Standing::Explained) =>
        {
            Text::ReconcileExplained.get(lang).to_owned()
        }
        None => Text::ReconcileAgrees.get(lang).to_owned(),
    };
    match lang {
        Lang::Zh => format!("{report}{verdict}"),
        Lang::En => format!("{report} {verdict}").trim().to_owned(),
    }
}

/// The check of which most is unexplained, in the first quantity that has one.
fn worst(all: &Reconciliation) -> Option<(&Line, &Check)> {
    let of_line = |line: &'_ Line| -> Option<usize> {
        let open = line.checks.iter().enumerate();
        let open = open.filter(|(_, c)| c.standing() == Standing::Open);
        open.max_by_key(|(i, c)| (gap(c), usize::MAX - i))
            .map(|(i, _)| i)
    };
    let line = all
        .lines
        .iter()
        .find_map(|line| Some((line, of_line(line)?)));
    line.map(|(line, i)| (line, &line.checks[i]))
}

/// How much is unexplained on single days: what cancels out over them is still wrong.
fn gap(check: &Check) -> i64 {
    check.rows.iter().map(|row| row.open().abs()).sum()
}

/// Which of the files is likely to be at fault.
fn suspicion(lang: Lang, line: &Line, check: &Check) -> String {
    let quantity = quantity_name(line.quantity).get(lang);
    let (a, b) = (source_name(lang, check.a), source_name(lang, check.b));
    let missed = written(line.quantity, gap(check));
    let day = check.rows.iter().max_by_key(|row| row.open().abs());
    let day = day.map(|row| format::span(row.span)).unwrap_or_default();
    let compared = || line.checks.iter().filter(|c| !c.rows.is_empty());
    let open = compared()
        .filter(|c| c.standing() == Standing::Open)
        .count();
    match (open, compared().count()) {
        (1, 2..) => t(
            lang,
            Text::ReconcileOpenOther,
            &[quantity, b, &missed, &day],
        ),
        (2.., all) if open == all => t(lang, Text::ReconcileOpenFirst, &[quantity, a, &day]),
        _ => t(
            lang,
            Text::ReconcileOpenPair,
            &[quantity, a, b, &missed, &day],
        ),
    }
}

fn block(lang: Lang, line: &Line) -> Block {
    let first = source_name(lang, line.sides[0].source);
    let missing: Vec<String> = line
        .missing
        .iter()
        .map(|s| {
            t(
                lang,
                Text::ReconcileFound,
                &[source_name(lang, *s), found(lang, *s)],
            )
        })
        .collect();
    let list = missing.join(Text::ListSeparator.get(lang));
    let is_of_people = line.quantity == Quantity::Buyers;
    Block {
        title: quantity_name(line.quantity).get(lang),
        difference: t(lang, Text::ReconcileDifference, &[first]),
        note: is_of_people.then(|| Text::ReconcileNeverAdds.get(lang)),
        rows: line
            .sides
            .iter()
            .map(|side| row(lang, line, side))
            .collect(),
        missing: (!missing.is_empty()).then(|| t(lang, Text::ReconcileMissing, &[&list])),
    }
}

fn row(lang: Lang, line: &Line, side: &Side) -> SourceRow {
    let check = line.checks.iter().find(|check| check.b == side.source);
    let number = |value: i64| written(line.quantity, value);
    let difference = check.filter(|c| !c.rows.is_empty() && line.quantity != Quantity::Buyers);
    SourceRow {
        name: source_name(lang, side.source).to_owned(),
        value: side.total.map_or_else(|| NONE.to_owned(), number),
        days: side.days.to_string(),
        difference: match difference {
            Some(check) => signed(line.quantity, check.b_total() - check.a_total()),
            None => NONE.to_owned(),
        },
        base: difference.and_then(|check| {
            let days: i32 = check.days().spans().iter().map(|s| s.len_days()).sum();
            let is_all = [side, &line.sides[0]].iter().all(|s| s.days == days);
            let args = [
                days.to_string(),
                number(check.a_total()),
                number(check.b_total()),
            ];
            (!is_all).then(|| {
                let args: Vec<&str> = args.iter().map(String::as_str).collect();
                t(lang, Text::ReconcileBase, &args)
            })
        }),
        standing: check.map(Check::standing),
        details: check.map(|check| details(lang, line.quantity, check)),
    }
}

fn details(lang: Lang, quantity: Quantity, check: &Check) -> Details {
    let (a, b) = (source_name(lang, check.a), source_name(lang, check.b));
    let days = check.days();
    let count: i32 = days.spans().iter().map(|s| s.len_days()).sum();
    let mut remarks = Vec::new();
    if count > 0 {
        let args = [&count.to_string(), &spans(lang, days.spans())];
        remarks.push(t(lang, Text::ReconcileCompared, &args.map(String::as_str)));
    }
    for (name, only) in [(a, &check.only_a), (b, &check.only_b)] {
        let count: i32 = only.iter().map(|s| s.len_days()).sum();
        if count > 0 {
            let args = [name, &count.to_string(), &spans(lang, only)];
            remarks.push(t(lang, Text::ReconcileOnly, &args));
        }
    }
    Details {
        label: t(
            lang,
            Text::ReconcileDetailsOf,
            &[quantity_name(quantity).get(lang), b],
        ),
        remarks,
        steps: match quantity {
            Quantity::Buyers => Vec::new(),
            _ => steps(lang, quantity, check),
        },
        days: day_table(lang, quantity, check),
    }
}

fn steps(lang: Lang, quantity: Quantity, check: &Check) -> Vec<Step> {
    if check.rows.is_empty() {
        return Vec::new();
    }
    let total = |source: Source, value: i64| Step {
        name: source_name(lang, source).to_owned(),
        why: String::new(),
        value,
        amount: written(quantity, value),
        orders: None,
        is_total: true,
    };
    let mut steps = vec![total(check.a, check.a_total())];
    let (explained, located): (Vec<&Part>, Vec<&Part>) =
        check.parts.iter().partition(|part| part.reason.explains());
    steps.extend(
        explained
            .into_iter()
            .map(|p| part(lang, quantity, check, p)),
    );
    if check.standing() == Standing::Open {
        let a = check.a_total().abs();
        let share = match a {
            0 => NONE.to_owned(),
            _ => {
                let share = check.open().abs() as f64 / a as f64 * 100.0;
                format!("{}%", format::decimals(share, 2))
            }
        };
        let mut why = vec![t(
            lang,
            Text::ReconcileUnexplainedWhy,
            &[source_name(lang, check.a), &share],
        )];
        why.extend(located.iter().map(|part| {
            let amount = signed(quantity, part.fen);
            let reason = reason_why(lang, part);
            t(lang, Text::ReconcileLocated, &[&amount, &reason])
        }));
        steps.push(Step {
            name: Text::ReconcileUnexplained.get(lang).to_owned(),
            why: why.join(" "),
            value: check.open(),
            amount: signed(quantity, check.open()),
            orders: located.first().and_then(|part| orders(lang, part)),
            is_total: false,
        });
    }
    steps.push(total(check.b, check.b_total()));
    steps
}

fn part(lang: Lang, quantity: Quantity, check: &Check, part: &Part) -> Step {
    let name = match part.reason {
        Reason::OnlyInFirst => t(lang, Text::ReasonOnlyIn, &[source_name(lang, check.a)]),
        Reason::OnlyInSecond => t(lang, Text::ReasonOnlyIn, &[source_name(lang, check.b)]),
        reason => reason_texts(reason).0.get(lang).to_owned(),
    };
    Step {
        name,
        why: reason_why(lang, part),
        value: part.fen,
        amount: signed(quantity, part.fen),
        orders: orders(lang, part),
        is_total: false,
    }
}

fn reason_why(lang: Lang, part: &Part) -> String {
    let count = format::grouped(part.count as i64);
    t(lang, reason_texts(part.reason).1, &[&count])
}

fn reason_texts(reason: Reason) -> (Text, Text) {
    match reason {
        Reason::OtherDay => (Text::ReasonOtherDay, Text::ReasonOtherDayWhy),
        Reason::OutsideDays => (Text::ReasonOutsideDays, Text::ReasonOutsideDaysWhy),
        Reason::Midnight => (Text::ReasonMidnight, Text::ReasonMidnightWhy),
        Reason::NettedRefunds => (Text::ReasonNettedRefunds, Text::ReasonNettedRefundsWhy),
        Reason::Postage => (Text::ReasonPostage, Text::ReasonPostageWhy),
        Reason::Rounding => (Text::ReasonRounding, Text::ReasonRoundingWhy),
        Reason::PresaleBalance => (Text::ReasonPresaleBalance, Text::ReasonPresaleBalanceWhy),
        Reason::Unpaid => (Text::ReasonUnpaid, Text::ReasonUnpaidWhy),
        Reason::Closed => (Text::ReasonClosed, Text::ReasonClosedWhy),
        Reason::NotSettled => (Text::ReasonNotSettled, Text::ReasonNotSettledWhy),
        Reason::NotShipped => (Text::ReasonNotShipped, Text::ReasonNotShippedWhy),
        Reason::OnlyInFirst | Reason::OnlyInSecond => (Text::ReasonOnlyIn, Text::ReasonOnlyInWhy),
        Reason::MissingInList => (Text::ReasonMissingInList, Text::ReasonMissingInListWhy),
        Reason::OtherAmount => (Text::ReasonOtherAmount, Text::ReasonOtherAmountWhy),
    }
}

fn orders(lang: Lang, part: &Part) -> Option<String> {
    let list = part.orders.join(Text::ListSeparator.get(lang));
    let (named, count) = (part.orders.len() as u64, part.count.to_string());
    match named {
        0 => None,
        _ if named < part.count => Some(t(lang, Text::ReconcileOrdersMore, &[&list, &count])),
        _ => Some(t(lang, Text::ReconcileOrders, &[&list])),
    }
}

/// The days that are compared.
fn day_table(lang: Lang, quantity: Quantity, check: &Check) -> Table {
    let kind = match quantity {
        Quantity::Buyers => Kind::Count,
        _ => Kind::Money,
    };
    let column = |key, title: &str| Column::new(key, title, kind);
    let cell = |value: i64| {
        Cell::Value(match quantity {
            Quantity::Buyers => Value::Count(value),
            _ => Value::Fen(value),
        })
    };
    let rows = check.rows.iter().map(|row| {
        let day = match row.span.len_days() {
            1 => Cell::Day(row.span.first),
            _ => Cell::Text(format::span(row.span)),
        };
        let numbers = [row.a, row.b, row.b - row.a, row.explained, row.open()];
        std::iter::once(day).chain(numbers.map(cell)).collect()
    });
    Table {
        columns: vec![
            Column::new("day", Text::ColumnDay.get(lang), Kind::Day).deciding(),
            column("a", source_name(lang, check.a)),
            column("b", source_name(lang, check.b)),
            column("difference", Text::ReconcileColumnDifference.get(lang)).deciding(),
            column("explained", Text::ReconcileColumnExplained.get(lang)),
            column("open", Text::ReconcileUnexplained.get(lang)).deciding(),
        ],
        rows: rows.collect(),
        totals: None,
    }
}

/// Everything as one table to be saved: each step of each check on a line.
pub fn export(lang: Lang, all: &Reconciliation) -> Table {
    let text = |key, title: Text| Column::new(key, title.get(lang), Kind::Text);
    let mut rows = Vec::new();
    for line in &all.lines {
        for check in &line.checks {
            let days = spans(lang, check.days().spans());
            for step in steps(lang, line.quantity, check) {
                let words = |text: &str| Cell::Text(text.to_owned());
                rows.push(vec![
                    words(quantity_name(line.quantity).get(lang)),
                    words(source_name(lang, check.b)),
                    words(&days),
                    words(&step.name),
                    Cell::Value(Value::Fen(step.value)),
                    words(&step.why),
                    words(&step.orders.unwrap_or_default()),
                ]);
            }
        }
    }
    Table {
        columns: vec![
            text("quantity", Text::ReconcileQuantity),
            text("source", Text::ReconcileSource),
            text("days", Text::ReconcileDays),
            text("step", Text::ReconcileStep),
            Column::new("amount", Text::ReconcileAmount.get(lang), Kind::Money),
            text("why", Text::ReconcileColumnWhy),
            text("orders", Text::ReconcileColumnOrders),
        ],
        rows,
        totals: None,
    }
}

fn found(lang: Lang, source: Source) -> &'static str {
    source.kind().map_or("", |kind| lang.pick(kind.found))
}

fn spans(lang: Lang, spans: &[Span]) -> String {
    const SHOWN: usize = 6;
    let shown: Vec<String> = spans.iter().take(SHOWN).map(|s| format::span(*s)).collect();
    let more = if spans.len() > SHOWN { " …" } else { "" };
    format!("{}{more}", shown.join(Text::ListSeparator.get(lang)))
}

fn written(quantity: Quantity, value: i64) -> String {
    match quantity {
        Quantity::Buyers => format::grouped(value),
        _ => format::money(value),
    }
}

/// A difference with its sign in front.
fn signed(quantity: Quantity, value: i64) -> String {
    let text = written(quantity, value);
    if value > 0 { format!("+{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::coverage::Coverage;
    use crate::analytics::period::Period;
    use crate::analytics::reconcile::{Book, Entry, Facts, Series, reconcile};
    use crate::model::time::Day;

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
            text.starts_with(
                "Report ¥100.00 as the amount paid, before refunds, from “Order list”."
            )
        );
        assert!(
            text.ends_with(Text::ReconcileAgrees.get(Lang::En)),
            "{text}"
        );
        let text = lead(vec![list(), same(), off()]);
        assert!(
            text.contains("disagrees, by ¥10.00 that nothing explains, most of it on 2020-02-26")
        );
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
}
