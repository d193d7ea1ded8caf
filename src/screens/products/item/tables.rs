//! Refunds, what is bought together, and the title of an item.

use crate::analytics::products::one::ItemView;
use crate::analytics::products::title_check::{TitleFault, units};
use crate::analytics::products::together::Pair;
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};
use crate::screens::products::tables::{pair_verdict, probability};
use crate::screens::products::{count, money, percent, rate};

/// Why it was sent back.
pub fn refunds(view: &ItemView, lang: Lang) -> Table {
    let column = |key, text: Text, kind| Column::new(key, text.get(lang), kind).deciding();
    let all = view.refunds.as_ref();
    let whole = all.map_or(0, |refunds| refunds.count);
    let row = |(reason, number, fen): &(String, i64, i64)| {
        let reason = match reason.is_empty() {
            true => Text::ItemPageReasonNone.get(lang).to_owned(),
            false => reason.clone(),
        };
        vec![
            Cell::Text(reason),
            count(Some(*number)),
            rate(Some(*number), Some(whole)),
            money(Some(*fen)),
        ]
    };
    Table {
        columns: vec![
            column("reason", Text::ItemPageReason, Kind::Text),
            column("count", Text::ItemPageCount, Kind::Count),
            Column::new("share", Text::ProdShare.get(lang), Kind::Rate),
            column("fen", Text::ProdByRefunds, Kind::Money),
        ],
        rows: all.map_or_else(Vec::new, |all| all.reasons.iter().map(row).collect()),
        totals: None,
    }
}

/// How much was sent back.
pub fn refunds_remark(view: &ItemView, lang: Lang) -> String {
    let all = view.refunds.as_ref().filter(|all| all.count > 0);
    all.map_or_else(String::new, |all| {
        let count = format::grouped(all.count);
        t(
            lang,
            Text::ItemPageRefundsRemark,
            &[&count, &format::money(all.fen)],
        )
    })
}

/// What it is bought together with.
pub fn pairs(view: &ItemView, lang: Lang) -> Table {
    let column = |key, text: Text, kind| Column::new(key, text.get(lang), kind);
    let row = |pair: &Pair| {
        // The pair names the rarer one first.
        let other = usize::from(pair.titles[0] == view.title);
        let own = i64::from(pair.orders[1 - other]);
        let both = i64::from(pair.both);
        let lift = pair.lift(view.orders);
        vec![
            Cell::Text(pair.titles[other].clone()),
            count(Some(both)),
            rate(Some(both), Some(own)),
            Cell::Text(format::decimals(lift, 2)),
            Cell::Text(probability(pair.chance)),
            Cell::Text(pair_verdict(pair).get(lang).to_owned()),
        ]
    };
    Table {
        columns: vec![
            column("other", Text::ProdPairB, Kind::Text).deciding(),
            column("both", Text::ProdPairBoth, Kind::Count).deciding(),
            column("confidence", Text::ItemPagePairShare, Kind::Rate),
            column("lift", Text::ProdPairLift, Kind::Text),
            column("chance", Text::ProdPairChance, Kind::Text),
            column("verdict", Text::ProdPairVerdict, Kind::Text).deciding(),
        ],
        rows: view.pairs.iter().map(row).collect(),
        totals: None,
    }
}

/// How good and how bad the reviews are.
pub fn reviews_remark(view: &ItemView, lang: Lang) -> String {
    view.reviews.as_ref().map_or_else(String::new, |reviews| {
        let (all, bad) = (format::grouped(reviews.all), format::grouped(reviews.bad));
        let share = percent(lang, (reviews.bad, reviews.all));
        t(lang, Text::ItemPageReviewsRemark, &[&all, &bad, &share])
    })
}

/// The length of the title.
pub fn title_remark(view: &ItemView, lang: Lang) -> String {
    let length = units(view.title.trim()).to_string();
    t(lang, Text::ItemPageTitleLength, &[&length])
}

/// What is to be mended in the title.
pub fn title_faults(view: &ItemView, lang: Lang) -> Vec<String> {
    let say = |text: Text, what: &str| t(lang, text, &[what]);
    let one = |fault: &TitleFault| match fault {
        TitleFault::TooLong(length) => say(Text::ItemPageTooLong, &length.to_string()),
        TitleFault::Short(room) => say(Text::ItemPageShort, &room.to_string()),
        TitleFault::Repeated(words) => {
            let words = words.join(Text::ListSeparator.get(lang));
            say(Text::ItemPageRepeated, &words)
        }
        TitleFault::Blanks(blanks) => say(Text::ItemPageBlanks, &blanks.to_string()),
        TitleFault::Signs(signs) => say(Text::ItemPageSigns, signs),
    };
    view.faults.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::view;
    use super::*;

    fn written(table: &Table, row: usize) -> Vec<String> {
        table.rows[row].iter().map(|c| c.text(Lang::Zh)).collect()
    }

    #[test]
    fn reasons_have_their_share_of_the_refunds() {
        let view = view();
        assert_eq!(
            written(&refunds(&view, Lang::Zh), 0),
            ["质量问题", "3", "75.00%", "¥200.00"]
        );
        assert_eq!(written(&refunds(&view, Lang::Zh), 1)[0], "没写");
        assert_eq!(
            refunds_remark(&view, Lang::Zh),
            "4 笔，¥250.00，近 90 天退完的"
        );
    }

    #[test]
    fn a_pair_is_told_from_this_item() {
        let row = written(&pairs(&view(), Lang::Zh), 0);
        assert_eq!(row[..4], ["床笠", "20", "33.33%", "1.28"]);
    }

    #[test]
    fn faults_say_what_to_do() {
        let faults = title_faults(&view(), Lang::Zh);
        assert_eq!(faults, ["还能再写 54 个字符：把搜的人多的词用上"]);
        assert_eq!(title_remark(&view(), Lang::Zh), "6 / 60 字符（汉字算 2）");
    }
}
