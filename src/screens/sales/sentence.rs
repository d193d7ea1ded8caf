//! The one sentence at the top: how much was paid, against what, and which parts made the difference. Its parts add up to
//! the 分. Without a fair comparison it says so and compares nothing.

use super::reason;
use crate::analytics::board::{Baseline, Board, DayRow};
use crate::analytics::compare::Direction;
use crate::analytics::decompose::{Cause, PaidChange};
use crate::analytics::metrics::{Absent, Metric, Value};
use crate::analytics::period::Comparison;
use crate::i18n::{Lang, Text, format, t};
use chrono::Datelike;

/// A piece of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A number that matters.
    Strong(String),
    /// A part of the change: its amount with a sign, and where it led.
    Part(String, Direction),
}

/// The sentence, and the change that it takes apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its pieces in order.
    pub pieces: Vec<Piece>,
    /// From what (in 分), and the parts that lead to what it is now.
    pub change: Option<(i64, PaidChange)>,
}

impl Sentence {
    /// The sentence as plain text.
    pub fn text(&self) -> String {
        let piece = |p: &Piece| match p {
            Piece::Words(text) | Piece::Strong(text) | Piece::Part(text, _) => text.clone(),
        };
        self.pieces.iter().map(piece).collect()
    }
}

/// The sentence of a board.
pub fn sentence(board: &Board, lang: Lang) -> Sentence {
    if let Value::Absent(why) = board.value(Metric::PaidNet) {
        let text = t(lang, Text::WhyNothing, &[&reason::absent(lang, &why)]);
        return Sentence {
            pieces: vec![Piece::Words(text)],
            change: None,
        };
    }
    let compared = fair_baseline(board);
    let mut pieces = match compared {
        Some(base) => explained(board, base, lang),
        None => alone(board, lang),
    };
    if let Some(day) = peak_day(board) {
        let year = board.span.last.date().year();
        pieces.extend(whole(
            Text::WhyPeak,
            &[
                Piece::Words(format::day(lang, day.day, Some(year))),
                Piece::Strong(format::money(day.tally.paid_net_fen())),
            ],
            lang,
        ));
    }
    Sentence {
        pieces,
        change: compared.map(|base| {
            let change = PaidChange::between(board.figures(), base.stretch.figures());
            (base.stretch.tally.paid_net_fen(), change)
        }),
    }
}

/// The chosen comparison, if every day of both sides is covered and the refunds of both are known.
fn fair_baseline(board: &Board) -> Option<&Baseline> {
    let is_fair = |b: &&Baseline| {
        board.missing_days == 0
            && !matches!(board.value(Metric::RefundAmount), Value::Absent(_))
            && !matches!(b.stretch.value(Metric::RefundAmount), Value::Absent(_))
            && !matches!(b.stretch.value(Metric::PaidGross), Value::Absent(_))
            && b.stretch.tally.paid_orders > 0
    };
    board.baseline(board.comparison).filter(is_fair)
}

fn explained(board: &Board, base: &Baseline, lang: Lang) -> Vec<Piece> {
    let change = PaidChange::between(board.figures(), base.stretch.figures());
    let template = match change.net_fen() {
        0 => Text::WhySame,
        1.. => Text::WhyMore,
        _ => Text::WhyLess,
    };
    let name = match base.comparison {
        Comparison::Previous => Text::WhyPrevious,
        Comparison::SameWeekday => Text::WhySameWeekday,
        Comparison::YearAgo => Text::WhyYearAgo,
        Comparison::CalendarYear => Text::WhyCalendarYear,
        Comparison::Lunar => Text::WhyLunar,
        Comparison::Event => Text::WhyEvent,
    };
    let difference = match change.net_fen() {
        0 => Piece::Words(String::new()),
        fen => Piece::Part(
            format::money(i64::try_from(fen.unsigned_abs()).unwrap_or(i64::MAX)),
            Direction::of(fen as f64),
        ),
    };
    let mut pieces = fill(
        template.get(lang),
        &[
            Piece::Strong(format::money(board.total.paid_net_fen())),
            Piece::Words(name.get(lang).to_owned()),
            Piece::Words(format::span(base.stretch.span)),
            difference,
        ],
    );
    pieces.extend(parts(&change, lang));
    pieces
}

/// The parts of a change, one after the other: `访客 +¥10,285.33，转化 −¥7,550.67。`
pub fn parts(change: &PaidChange, lang: Lang) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, (cause, fen)) in change.parts.iter().enumerate() {
        let before = if at == 0 {
            ""
        } else {
            lang.pick(("，", ", "))
        };
        pieces.push(Piece::Words(format!(
            "{before}{} ",
            cause_name(*cause).get(lang)
        )));
        pieces.push(part(*fen));
    }
    pieces.push(Piece::Words(spaced(
        lang.pick(("。", ".")).to_owned(),
        lang,
    )));
    pieces
}

/// What a cause is called.
pub fn cause_name(cause: Cause) -> Text {
    match cause {
        Cause::Visitors => Text::CauseVisitors,
        Cause::Conversion => Text::CauseConversion,
        Cause::SpendPerBuyer => Text::CauseSpendPerBuyer,
        Cause::Orders => Text::CauseOrders,
        Cause::SpendPerOrder => Text::CauseSpendPerOrder,
        Cause::Refunds => Text::CauseRefunds,
    }
}

fn alone(board: &Board, lang: Lang) -> Vec<Piece> {
    let paid = Piece::Strong(format::money(board.total.paid_net_fen()));
    let mut pieces = match board.value(Metric::RefundAmount) {
        Value::Absent(why) => {
            let why = Piece::Words(reason::absent(lang, &why));
            whole(Text::WhyPartRefunds, &[paid, why], lang)
        }
        refunds => {
            let rate = board.value(Metric::RefundRateAmount);
            let [refunds, rate] = [refunds, rate].map(|v| Piece::Words(format::full(lang, &v)));
            whole(Text::WhyAlone, &[paid, refunds, rate], lang)
        }
    };
    let why_not = if board.missing_days > 0 {
        t(lang, Text::WhyGaps, &[&board.missing_days.to_string()])
    } else if matches!(board.value(Metric::RefundAmount), Value::Absent(_)) {
        String::new() // said above
    } else {
        match board.baseline(board.comparison) {
            Some(base) => {
                let why = match base.stretch.value(Metric::RefundAmount) {
                    Value::Absent(why) => reason::absent(lang, &why),
                    _ => Text::AbsentBase.get(lang).to_owned(),
                };
                t(
                    lang,
                    Text::WhyNoPrevious,
                    &[&format::span(base.stretch.span), &why],
                )
            }
            None => {
                let why = reason::absent(lang, &Absent::NoBaseline(board.comparison));
                t(lang, Text::WhyNoDays, &[&why])
            }
        }
    };
    pieces.push(Piece::Words(spaced(why_not, lang)));
    pieces
}

/// The day with the highest amount paid, when there is more than one to choose from.
fn peak_day(board: &Board) -> Option<&DayRow> {
    let days = board.days.iter().filter(|d| d.covered);
    // The first of equals: `max_by_key` would take the last.
    let peak = days.rev().max_by_key(|d| d.tally.paid_net_fen())?;
    (board.days.len() > 1 && peak.tally.paid_net_fen() > 0).then_some(peak)
}

fn part(fen: i64) -> Piece {
    let sign = if fen > 0 { "+" } else { "" };
    Piece::Part(
        format!("{sign}{}", format::money(fen)),
        Direction::of(fen as f64),
    )
}

/// A template with its `{0}`, `{1}`, … replaced by pieces.
pub fn fill(template: &str, args: &[Piece]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((words, after)) = rest.split_once('{') {
        let Some((index, after)) = after.split_once('}') else {
            break;
        };
        pieces.push(Piece::Words(words.to_owned()));
        pieces.extend(index.parse().ok().and_then(|i: usize| args.get(i).cloned()));
        rest = after;
    }
    pieces.push(Piece::Words(rest.to_owned()));
    pieces.retain(|p| *p != Piece::Words(String::new()));
    pieces
}

/// A whole sentence of a template, followed by what parts sentences in the language.
fn whole(template: Text, args: &[Piece], lang: Lang) -> Vec<Piece> {
    let mut pieces = fill(template.get(lang), args);
    pieces.push(Piece::Words(spaced(String::new(), lang)));
    pieces.retain(|p| *p != Piece::Words(String::new()));
    pieces
}

/// English sentences are parted by a blank, Chinese ones are not.
fn spaced(text: String, lang: Lang) -> String {
    match lang {
        Lang::Zh => text,
        Lang::En => text + " ",
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_parts_add_up_to_the_difference() {
        let board = sample::board();
        let sentence = sentence(&board, Lang::Zh);
        assert_eq!(
            sentence.text(),
            "付款金额 ¥50,400.00，比前期（2020-02-17 – 02-23）多 ¥25,200.00：单数 +¥28,000.00，笔单价 ¥0.00，\
             退款 −¥2,800.00。付款最高是 3月1日 周日：¥9,400.00。"
        );
        let (base, change) = sentence.change.expect("a comparison");
        assert_eq!(base + change.net_fen(), board.total.paid_net_fen());
    }

    #[test]
    fn refunds_that_a_file_does_not_tell_are_called_incomplete() {
        let mut board = sample::board();
        board.lacking = vec!["refund_fen".into()];
        let sentence = sentence(&board, Lang::Zh);
        assert_eq!(sentence.change, None);
        assert!(
            sentence
                .text()
                .contains("；退款不全：文件没有「退款金额」列。")
        );
    }

    #[test]
    fn days_missing_from_the_period_forbid_the_comparison() {
        let mut board = sample::board();
        board.missing_days = 1;
        let sentence = sentence(&board, Lang::Zh);
        assert_eq!(sentence.change, None);
        assert!(sentence.text().contains("本期缺 1 天，不作比较。"));
    }

    #[test]
    fn a_chosen_baseline_that_is_not_there_is_not_replaced_by_another() {
        let mut board = sample::board();
        board.comparison = Comparison::YearAgo;
        let sentence = sentence(&board, Lang::Zh);
        assert_eq!(sentence.change, None);
        assert!(sentence.text().contains("不能比较"), "{}", sentence.text());
    }

    #[test]
    fn a_comparison_that_has_no_days_says_why() {
        let mut board = sample::board();
        board.comparison = Comparison::Event;
        let text = sentence(&board, Lang::Zh).text();
        assert!(text.contains("不在平台大促内，不作比较。"), "{text}");
    }

    #[test]
    fn without_the_column_the_sentence_says_which() {
        let mut board = sample::board();
        board.lacking = vec!["paid_fen".into()];
        assert!(
            sentence(&board, Lang::Zh)
                .text()
                .starts_with("没有付款金额：文件没有")
        );
    }
}
