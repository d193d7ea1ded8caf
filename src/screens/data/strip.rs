//! The strip of coverage: a row for each kind of file, a cell for each day.

use crate::analytics::inventory::{Freshness, KindCoverage};
use crate::i18n::{Lang, Text, format, t};
use crate::import::kinds::{Kind, System};
use crate::model::time::{Day, Span};
use crate::protocol::ImportEntry;
use crate::screens::data::missing::{ranges, short};
use chrono::{Datelike, Weekday};

/// Days that are shown where there is room.
pub const WIDE_DAYS: i32 = 60;
/// Days that are shown on a narrow screen.
pub const NARROW_DAYS: i32 = 14;
/// So many files of a day are named.
const NAMED_FILES: usize = 3;

/// Which days are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Window {
    /// Up to today; where nothing is newer than what fits, up to the newest covered day. States of things and what comes
    /// now and then count only where there is nothing else.
    #[default]
    Newest,
    /// As many as fit, up to a day.
    Until(Day),
    /// The calendar month of a day.
    Month(Day),
}

impl Window {
    /// The days that it shows, of which `fit` fit.
    pub fn span(self, kinds: &[KindCoverage], today: Day, fit: i32) -> Span {
        let last = match self {
            Window::Month(day) => return Span::new(day.month_start(), day.month_end()),
            Window::Until(day) => day,
            Window::Newest => {
                let end = |k: &KindCoverage| Some((k.expects_days(), k.coverage.range()?.last));
                let newest = kinds.iter().filter_map(end).max();
                newest
                    .map(|(_, day)| day)
                    .filter(|day| *day <= today.plus(-fit))
                    .unwrap_or(today)
            }
        };
        Span::new(last.plus(1 - fit), last)
    }

    /// The window before (−1) or after (1) the one that shows these days, never beyond today.
    pub fn moved(self, shown: Span, step: i32, today: Day) -> Window {
        match self {
            Window::Month(_) if step < 0 => Window::Month(shown.first.plus(-1)),
            Window::Month(_) => Window::Month(shown.last.plus(1).min(today)),
            _ => Window::Until(shown.last.plus(step * shown.len_days()).min(today)),
        }
    }
}

/// How it stands with a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A file covers it.
    Covered,
    /// No file covers it, but files cover days before and after it.
    Missing,
    /// It could be exported by now.
    Due,
    /// It lies before the first or after the last covered day, or its kind comes now and then.
    Beyond,
}

/// The strip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// The days, in order.
    pub days: Vec<Head>,
    /// The rows, by who makes the files.
    pub groups: Vec<Group>,
}

/// The head of a day's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The day.
    pub day: Day,
    /// What stands above it; most days say nothing.
    pub label: Option<String>,
    /// Whether it is today.
    pub is_today: bool,
}

/// The kinds of one system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub system: &'static str,
    /// Its kinds.
    pub rows: Vec<Row>,
}

/// A kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name in storage.
    pub kind: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Where it is found.
    pub found: &'static str,
    /// The whole row in words.
    pub summary: String,
    /// How fresh it is.
    pub freshness: Freshness,
    /// The same in words.
    pub state: String,
    /// A cell for each day.
    pub cells: Vec<Cell>,
}

/// A kind on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How it stands.
    pub mark: Mark,
    /// The day and its files, or what is missing, in words.
    pub says: String,
}

/// The strip of a range of days.
pub fn strip(
    lang: Lang,
    kinds: &[KindCoverage],
    imports: &[ImportEntry],
    shown: Span,
    today: Day,
) -> Strip {
    let mut there: Vec<(&'static Kind, &KindCoverage)> = kinds
        .iter()
        .filter_map(|coverage| Some((coverage.declared()?, coverage)))
        .collect();
    there.sort_by_key(|(kind, _)| kind.system);
    let groups = there.chunk_by(|(a, _), (b, _)| a.system == b.system);
    Strip {
        days: shown.days().map(|day| head(lang, day, today)).collect(),
        groups: groups
            .map(|group| Group {
                system: system_name(group[0].0.system).get(lang),
                rows: group
                    .iter()
                    .map(|(kind, coverage)| row(lang, kind, coverage, imports, shown, today))
                    .collect(),
            })
            .collect(),
    }
}

/// Who makes an export.
pub fn system_name(system: System) -> Text {
    match system {
        System::Qianniu => Text::SystemQianniu,
        System::Sycm => Text::SystemSycm,
        System::Alimama => Text::SystemAlimama,
        System::Taoke => Text::SystemTaoke,
        System::Alipay => Text::SystemAlipay,
        System::Jushuitan => Text::SystemJushuitan,
        System::Wangdiantong => Text::SystemWangdiantong,
        System::Own => Text::SystemOwn,
    }
}

/// Mondays are named; today always is.
fn head(lang: Lang, day: Day, today: Day) -> Head {
    let is_today = day == today;
    let label = if is_today {
        Some(Text::StripToday.get(lang).to_owned())
    } else {
        let has_room = !(1..4).contains(&(today.0 - day.0));
        (day.weekday() == Weekday::Mon && has_room).then(|| short(day, today))
    };
    Head {
        day,
        label,
        is_today,
    }
}

fn row(
    lang: Lang,
    kind: &'static Kind,
    coverage: &KindCoverage,
    imports: &[ImportEntry],
    shown: Span,
    today: Day,
) -> Row {
    let yesterday = today.plus(-1);
    let (holes, waiting) = (coverage.holes(), coverage.waiting(yesterday));
    let is_of_kind = |entry: &&ImportEntry| entry.report.kind.as_deref() == Some(kind.name);
    let files: Vec<(Span, &str)> = imports
        .iter()
        .filter(is_of_kind)
        .filter_map(|entry| Some((entry.report.span?, entry.report.file.as_str())))
        .filter(|(span, _)| span.overlaps(shown))
        .collect();
    let cell = |day: Day| {
        let mark = if coverage.coverage.has(day) {
            Mark::Covered
        } else if holes.iter().any(|hole| hole.contains(day)) {
            Mark::Missing
        } else if waiting.is_some_and(|span| span.contains(day)) {
            Mark::Due
        } else {
            Mark::Beyond
        };
        let what = match mark {
            Mark::Covered => names(lang, &files, day),
            Mark::Missing => Text::StripMissing.get(lang).to_owned(),
            Mark::Due => Text::StripDue.get(lang).to_owned(),
            Mark::Beyond => Text::StripBeyond.get(lang).to_owned(),
        };
        let date = format::day(lang, day, Some(today.date().year()));
        Cell {
            mark,
            says: t(lang, Text::StripCell, &[&date, &what]),
        }
    };
    let cells: Vec<Cell> = shown.days().map(cell).collect();
    let title = lang.pick(kind.title);
    let freshness = coverage.freshness(yesterday);
    Row {
        kind: kind.name,
        title,
        found: lang.pick(kind.found),
        summary: summary(lang, title, coverage, shown, today),
        freshness,
        state: state(lang, freshness, coverage, today),
        cells,
    }
}

/// The files that cover a day.
fn names(lang: Lang, files: &[(Span, &str)], day: Day) -> String {
    let of_day: Vec<&str> = files
        .iter()
        .filter(|(span, _)| span.contains(day))
        .map(|(_, file)| *file)
        .collect();
    let named = of_day.iter().take(NAMED_FILES).copied();
    let list = named
        .collect::<Vec<_>>()
        .join(Text::ListSeparator.get(lang));
    if of_day.len() > NAMED_FILES {
        let count = of_day.len().to_string();
        t(lang, Text::StripMoreFiles, &[&list, &count])
    } else {
        list
    }
}

/// A row in words: `商品排行：58 天有数据，缺 2 天：05-04…05-05`.
fn summary(lang: Lang, title: &str, coverage: &KindCoverage, shown: Span, today: Day) -> String {
    let covered = shown.len_days() - coverage.coverage.missing_days(shown);
    let missing: Vec<Span> = coverage
        .missing(today.plus(-1))
        .into_iter()
        .filter(|span| span.overlaps(shown))
        .map(|span| Span {
            first: span.first.max(shown.first),
            last: span.last.min(shown.last),
        })
        .collect();
    let days: i32 = missing.iter().map(|span| span.len_days()).sum();
    let covered = covered.to_string();
    if missing.is_empty() {
        return t(lang, Text::StripRowWhole, &[title, &covered]);
    }
    let list = ranges(lang, &missing, today);
    t(
        lang,
        Text::StripRow,
        &[title, &covered, &days.to_string(), &list],
    )
}

/// How far a kind reaches, and whether that is far enough.
fn state(lang: Lang, freshness: Freshness, coverage: &KindCoverage, today: Day) -> String {
    let Some(range) = coverage.coverage.range() else {
        return Text::StripUndated.get(lang).to_owned();
    };
    let text = match freshness {
        Freshness::Fresh => Text::StripFresh,
        Freshness::Due => Text::StripIsDue,
        Freshness::Stale => Text::StripStale,
        Freshness::Unexpected => Text::StripUnexpected,
    };
    t(lang, text, &[&short(range.last, today)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::inventory::inventory;
    use crate::import::report::FileReport;
    use crate::model::time::Civil;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    fn entry(segment: u32, file: &str, first: &str, last: &str) -> ImportEntry {
        ImportEntry {
            segment,
            imported_at: Civil(848_534_400),
            report: FileReport {
                file: file.to_owned(),
                kind: Some("orders".to_owned()),
                span: Some(Span::new(day(first), day(last))),
                ..FileReport::default()
            },
        }
    }

    fn imports() -> Vec<ImportEntry> {
        vec![
            entry(1, "a.csv", "2026-05-01", "2026-05-03"),
            entry(2, "b.csv", "2026-05-06", "2026-05-08"),
            entry(3, "c.csv", "2026-05-06", "2026-05-06"),
        ]
    }

    fn there(imports: &[ImportEntry]) -> Vec<KindCoverage> {
        inventory(imports.iter().map(|e| (&e.report, e.imported_at)))
    }

    #[test]
    fn a_row_marks_its_days_and_says_them() {
        let imports = imports();
        let today = day("2026-05-11");
        let shown = Span::new(day("2026-04-30"), today);
        let strip = |lang| strip(lang, &there(&imports), &imports, shown, today);
        let zh = strip(Lang::Zh);
        let row = &zh.groups[0].rows[0];
        assert_eq!((zh.groups[0].system, row.title), ("千牛", "订单报表"));
        let marks: String = row
            .cells
            .iter()
            .map(|cell| match cell.mark {
                Mark::Covered => '#',
                Mark::Missing => '!',
                Mark::Due => '?',
                Mark::Beyond => '.',
            })
            .collect();
        assert_eq!(marks, ".###!!###??.");
        assert_eq!(
            row.summary,
            "订单报表：6 天有数据，缺 4 天：05-04…05-05、05-09…05-10"
        );
        assert_eq!(row.cells[6].says, "5月6日 周三：b.csv、c.csv");
        assert_eq!(row.cells[5].says, "5月5日 周二：缺");
        assert_eq!(row.state, "只到 05-08");
        let labels: Vec<&str> = zh.days.iter().filter_map(|d| d.label.as_deref()).collect();
        assert_eq!(labels, ["05-04", "今天"]);
        let en = strip(Lang::En);
        assert_eq!(
            en.groups[0].rows[0].summary,
            "Order list: 6 days covered, 4 missing: 05-04…05-05, 05-09…05-10"
        );
    }

    #[test]
    fn a_state_of_today_does_not_hide_where_the_data_end() {
        let mut all = imports();
        let mut costs = entry(4, "costs.csv", "2026-11-24", "2026-11-24");
        costs.report.kind = Some("costs".to_owned());
        all.push(costs);
        let today = day("2026-11-24");
        let last = |all: &[ImportEntry]| Window::Newest.span(&there(all), today, 60).last;
        assert_eq!(last(&all), day("2026-05-08"));
        assert_eq!(last(&all[3..]), today);
    }

    #[test]
    fn the_window_ends_today_or_where_the_data_end_and_moves_by_its_length() {
        let kinds = there(&imports());
        let (near, far) = (day("2026-05-20"), day("2026-11-24"));
        let shown = |window: Window, today| {
            let span = window.span(&kinds, today, 14);
            format!("{} {}", span.first, span.last)
        };
        assert_eq!(shown(Window::Newest, near), "2026-05-07 2026-05-20");
        assert_eq!(shown(Window::Newest, far), "2026-04-25 2026-05-08");
        let earlier = Window::Newest.moved(Window::Newest.span(&kinds, near, 14), -1, near);
        assert_eq!(shown(earlier, near), "2026-04-23 2026-05-06");
        let back = earlier.moved(earlier.span(&kinds, near, 14), 1, near);
        assert_eq!(shown(back, near), "2026-05-07 2026-05-20");
        let month = Window::Month(near);
        assert_eq!(shown(month, near), "2026-05-01 2026-05-31");
        let before = month.moved(month.span(&kinds, near, 14), -1, near);
        assert_eq!(shown(before, near), "2026-04-01 2026-04-30");
        assert_eq!(
            before.moved(before.span(&kinds, near, 14), 1, near),
            Window::Month(day("2026-05-01"))
        );
    }
}
