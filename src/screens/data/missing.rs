//! What to bring next: for every kind with missing days or of an old state, the days and where the export is found; and
//! the kinds of which nothing is there yet.

use crate::analytics::inventory::{Freshness, KindCoverage};
use crate::i18n::{Lang, Text, t};
use crate::import::kinds::{self, Kind, Rhythm, orders};
use crate::model::time::{Day, Span};
use crate::screens::data::strip::system_name;
use chrono::Datelike;
use std::cmp::Reverse;

/// Ranges of days named one by one; the rest are counted.
const NAMED_RANGES: usize = 4;

/// One thing to bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// What it is called.
    pub title: &'static str,
    /// The last of its missing days, where days are missing.
    pub last_day: Option<Day>,
    /// What is missing, in a few words.
    pub what: String,
    /// What to do, in one line.
    pub text: String,
}

/// What to bring next, the most important first: orders, then what is expected daily, and of that what reaches furthest:
/// an export that was given up long ago is wanted least.
pub fn todos(lang: Lang, kinds: &[KindCoverage], today: Day) -> Vec<Todo> {
    let mut found: Vec<_> = kinds
        .iter()
        .filter_map(|coverage| {
            let kind = coverage.declared()?;
            let last = coverage.coverage.range().map(|range| range.last);
            let order = (
                kind.name != orders::KIND.name,
                kind.rhythm != Rhythm::Daily,
                Reverse(last),
            );
            Some((order, todo(lang, kind, coverage, today)?))
        })
        .collect();
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, todo)| todo).collect()
}

fn todo(lang: Lang, kind: &Kind, coverage: &KindCoverage, today: Day) -> Option<Todo> {
    let yesterday = today.plus(-1);
    let (title, place) = (lang.pick(kind.title), lang.pick(kind.found));
    let missing = coverage.missing(yesterday);
    if let Some(last) = missing.last() {
        let days = ranges(lang, &missing, today);
        return Some(Todo {
            title,
            last_day: Some(last.last),
            what: t(lang, Text::MissingDays, &[title, &days]),
            text: t(lang, Text::TodoDays, &[title, &days, place]),
        });
    }
    let is_old = matches!(
        coverage.freshness(yesterday),
        Freshness::Due | Freshness::Stale
    );
    if !is_old {
        return None;
    }
    Some(match coverage.coverage.range() {
        Some(range) => {
            let day = short(range.last, today);
            Todo {
                title,
                last_day: None,
                what: t(lang, Text::MissingNew, &[title, &day]),
                text: t(lang, Text::TodoNew, &[title, &day, place]),
            }
        }
        None => Todo {
            title,
            last_day: None,
            what: t(lang, Text::MissingDated, &[title]),
            text: t(lang, Text::TodoDated, &[title, place]),
        },
    })
}

/// The most important thing that is missing, and how many others are; `None` when nothing is.
pub fn worst(lang: Lang, kinds: &[KindCoverage], today: Day) -> Option<String> {
    let todos = todos(lang, kinds, today);
    match todos.as_slice() {
        [] => None,
        [one] => Some(one.what.clone()),
        [first, rest @ ..] => {
            let more = rest.len().to_string();
            Some(t(lang, Text::MissingMore, &[&first.what, &more]))
        }
    }
}

/// Kinds of one system of which nothing is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsentGroup {
    /// The system's name.
    pub system: &'static str,
    /// Its kinds.
    pub kinds: Vec<AbsentKind>,
}

/// A kind of which nothing is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsentKind {
    /// What it is called.
    pub title: &'static str,
    /// What it would bring, by the names of its columns; empty where the declaration names none.
    pub brings: String,
    /// Where it is found.
    pub found: &'static str,
}

/// The kinds of which nothing is there, by who makes them.
pub fn absent(lang: Lang, there: &[KindCoverage]) -> Vec<AbsentGroup> {
    let is_there = |kind: &Kind| there.iter().any(|t| t.kind == kind.name);
    let mut absent: Vec<&Kind> = kinds::ALL
        .iter()
        .copied()
        .filter(|kind| !is_there(kind))
        .collect();
    absent.sort_by_key(|kind| kind.system);
    let groups = absent.chunk_by(|a, b| a.system == b.system);
    groups
        .map(|group| AbsentGroup {
            system: system_name(group[0].system).get(lang),
            kinds: group.iter().map(|kind| absent_kind(lang, kind)).collect(),
        })
        .collect()
}

fn absent_kind(lang: Lang, kind: &Kind) -> AbsentKind {
    let labels: Vec<&str> = kind.totals.iter().filter_map(|c| kind.label(c)).collect();
    AbsentKind {
        title: lang.pick(kind.title),
        brings: labels.join(Text::ListSeparator.get(lang)),
        found: lang.pick(kind.found),
    }
}

/// Ranges of days as a list: `05-04…05-05、05-09`, the years that are not today's with them.
pub fn ranges(lang: Lang, spans: &[Span], today: Day) -> String {
    let name = |span: &Span| match span.len_days() {
        1 => short(span.first, today),
        _ => format!("{}…{}", short(span.first, today), short(span.last, today)),
    };
    let named: Vec<String> = spans.iter().take(NAMED_RANGES).map(name).collect();
    let list = named.join(Text::ListSeparator.get(lang));
    if spans.len() <= NAMED_RANGES {
        return list;
    }
    let days: i32 = spans.iter().map(|span| span.len_days()).sum();
    t(lang, Text::DaysAndMore, &[&list, &days.to_string()])
}

/// A day without its year, when that is today's.
pub fn short(day: Day, today: Day) -> String {
    let text = day.to_string();
    if day.date().year() == today.date().year() {
        text[5..].to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::coverage::Coverage;
    use crate::model::time::Civil;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    fn orders_of(spans: &[(&str, &str)]) -> KindCoverage {
        KindCoverage {
            kind: orders::KIND.name.to_owned(),
            coverage: Coverage::of(spans.iter().map(|(a, b)| Span::new(day(a), day(b)))),
            files: 1,
            rows: 1,
            last_imported_at: Civil(1),
        }
    }

    #[test]
    fn a_hole_and_the_days_since_say_what_to_export_and_where() {
        let kinds = [orders_of(&[
            ("2025-12-30", "2026-11-19"),
            ("2026-11-21", "2026-11-21"),
        ])];
        let today = day("2026-11-24");
        let [todo] = &todos(Lang::Zh, &kinds, today)[..] else {
            panic!("one thing to bring");
        };
        assert_eq!(
            todo.text,
            "导入 订单报表 11-20、11-22…11-23：千牛 → 交易 → 已卖出的宝贝 → 批量导出 → 下载订单报表"
        );
        assert_eq!(todo.last_day, Some(day("2026-11-23")));
        assert_eq!(
            worst(Lang::Zh, &kinds, today).as_deref(),
            Some("缺 订单报表 11-20、11-22…11-23")
        );
        assert_eq!(
            worst(Lang::En, &kinds, today).as_deref(),
            Some("missing: Order list 11-20, 11-22…11-23")
        );
        assert_eq!(
            worst(Lang::Zh, &kinds, day("2026-11-22")).as_deref(),
            Some("缺 订单报表 11-20")
        );
    }

    #[test]
    fn what_is_whole_and_new_asks_for_nothing() {
        let kinds = [orders_of(&[("2026-11-01", "2026-11-23")])];
        assert!(todos(Lang::Zh, &kinds, day("2026-11-24")).is_empty());
        assert_eq!(worst(Lang::Zh, &kinds, day("2026-11-24")), None);
    }

    #[test]
    fn orders_come_first_and_what_was_given_up_long_ago_last() {
        let of = |kind: &str, last: &str| KindCoverage {
            kind: kind.to_owned(),
            ..orders_of(&[("2025-01-01", last)])
        };
        let kinds = [
            of("orders", "2026-09-30"),
            of("wanxiang_plans", "2026-05-05"),
            of("wanxiang_items", "2026-11-20"),
        ];
        let todos = todos(Lang::Zh, &kinds, day("2026-11-24"));
        let titles: Vec<&str> = todos.iter().map(|todo| todo.title).collect();
        assert_eq!(titles, ["订单报表", "万相台商品报表", "万相台计划报表"]);
        assert_eq!(
            worst(Lang::Zh, &kinds, day("2026-11-24")).as_deref(),
            Some("缺 订单报表 10-01…11-23；另有 2 种表要补")
        );
    }

    #[test]
    fn what_says_no_day_is_asked_for_anew() {
        let kinds = [orders_of(&[])];
        let todos = todos(Lang::En, &kinds, day("2026-11-24"));
        assert!(
            todos[0].text.starts_with("Import Order list anew"),
            "{}",
            todos[0].text
        );
    }

    #[test]
    fn many_holes_are_counted_and_another_year_is_said() {
        let spans: Vec<Span> = (0..6)
            .map(|i| Span::new(Day(i * 10), Day(i * 10 + 1)))
            .collect();
        assert_eq!(
            ranges(Lang::Zh, &spans, day("2026-01-01")),
            "2000-01-01…2000-01-02、2000-01-11…2000-01-12、2000-01-21…2000-01-22、2000-01-31…2000-02-01 等 12 天"
        );
        assert_eq!(
            ranges(Lang::En, &spans[..1], day("2000-12-31")),
            "01-01…01-02"
        );
    }

    #[test]
    fn every_kind_is_either_there_or_absent() {
        let all: usize = absent(Lang::Zh, &[]).iter().map(|g| g.kinds.len()).sum();
        assert_eq!(all, kinds::ALL.len());
        let rest = absent(Lang::Zh, &[orders_of(&[])]);
        let rest: Vec<_> = rest.iter().flat_map(|g| &g.kinds).collect();
        assert_eq!(rest.len(), kinds::ALL.len() - 1);
        assert!(rest.iter().all(|k| k.title != "订单报表"));
        let whole = absent(Lang::Zh, &[]);
        assert_eq!(whole[0].kinds[0].title, "订单报表");
        assert!(whole[0].kinds[0].found.starts_with("千牛 → "));
    }
}
