//! What the preview of an import says of every file before anything is written: what it is, which days, how many rows, what
//! would change, what could not be read, and whether it can be stored at all.

use crate::i18n::format::{self, decimals, grouped, money};
use crate::i18n::{Lang, Text, t};
use crate::import::issues::{IssueKind, Severity};
use crate::import::kinds::{self, Cell, DAY, Days, Kind, System};
use crate::model::time::Day;
use crate::protocol::Preview;
use crate::screens::data::report::repeats;
use crate::workspace::records::TotalEffect;

/// What can be done with a file that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It can be stored.
    Ready,
    /// The same file is there already, or stands twice among the files.
    AlreadyThere,
    /// The operator has to say what it is.
    NeedsKind,
    /// The operator has to say which days it is about.
    NeedsPeriod,
    /// Nothing of it can be used as it was read.
    Unusable,
}

/// A file in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// What can be done with it.
    pub verdict: Verdict,
    /// Why it is not stored, where it is not.
    pub reason: Option<String>,
    /// The shop that it names.
    pub shop: Option<String>,
    /// Its days.
    pub period: String,
    /// Whether it has no column of days, so that the operator can say of which day it is.
    pub has_open_day: bool,
    /// Its rows.
    pub rows: String,
    /// How many of them are the same as another row of the file, where any is.
    pub repeated: Option<String>,
    /// Rows that are not there yet.
    pub added: String,
    /// Rows that are there and would change.
    pub changed: String,
    /// Rows that are there as the file has them.
    pub unchanged: String,
    /// What it would do to the sum that says most.
    pub total: Option<TotalLine>,
    /// How many things there are to know, by what they cost, the costliest first.
    pub issues: Vec<(Severity, String)>,
}

/// A sum before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalLine {
    /// What is summed.
    pub label: String,
    /// Before the import.
    pub before: String,
    /// With it.
    pub after: String,
}

/// The day that the state of things in a table is taken to be of, where it has no column of days: what its title or its name
/// says, or today.
pub fn open_day(preview: &Preview) -> Option<Day> {
    let report = &preview.report;
    let kind = report.kind.as_deref().and_then(kinds::by_name)?;
    let is_lacking = kind.field(DAY).is_none() || report.lacking.iter().any(|l| l == DAY);
    let is_open = preview.pending.is_some() && kind.days == Days::Snapshot && is_lacking;
    report.span.filter(|_| is_open).map(|span| span.last)
}

/// What can be done with a file.
pub fn verdict(preview: &Preview) -> Verdict {
    let has = |kind| preview.report.issues.iter().any(|i| i.kind == kind);
    if preview.pending.is_some() {
        Verdict::Ready
    } else if preview.report.already_there() {
        Verdict::AlreadyThere
    } else if has(IssueKind::UnknownKind) && preview.sketch.is_some() {
        Verdict::NeedsKind
    } else if has(IssueKind::NoPeriod) {
        Verdict::NeedsPeriod
    } else {
        Verdict::Unusable
    }
}

/// Whether there is anything to decide about a file: to store it, or to say what it is.
pub fn wants_a_look(preview: &Preview) -> bool {
    let is_table = preview.sketch.is_some() && !preview.report.already_there();
    verdict(preview) == Verdict::Ready || is_table
}

/// A file in words.
pub fn row(lang: Lang, preview: &Preview) -> PreviewRow {
    let (report, effect) = (&preview.report, &preview.effect);
    let verdict = verdict(preview);
    let n = |n: u64| match verdict {
        Verdict::Ready => grouped(n as i64),
        _ => format::NONE.to_owned(),
    };
    PreviewRow {
        verdict,
        reason: reason(lang, preview),
        shop: report.shop.clone(),
        period: report
            .span
            .map_or_else(|| format::NONE.to_owned(), format::span),
        has_open_day: open_day(preview).is_some(),
        rows: match report.rows {
            0 => format::NONE.to_owned(),
            rows => grouped(rows as i64),
        },
        repeated: (report.repeated > 0).then(|| {
            let repeated = grouped(report.repeated as i64);
            t(lang, Text::PreviewRepeated, &[&repeated])
        }),
        added: n(effect.added),
        changed: n(effect.changed),
        unchanged: n(effect.unchanged),
        total: total(preview).filter(|_| verdict == Verdict::Ready),
        issues: counted(preview),
    }
}

fn reason(lang: Lang, preview: &Preview) -> Option<String> {
    if preview.pending.is_some() {
        return None;
    }
    if let Some(same) = &preview.report.repeats {
        return Some(repeats(lang, same));
    }
    let issues = preview.report.issues.iter();
    let fatal = issues
        .filter(|i| i.kind.severity() == Severity::Fatal)
        .map(|i| match i.sample.as_str() {
            "" => lang.pick(i.kind.text()).to_owned(),
            sample => format!("{} ({sample})", lang.pick(i.kind.text())),
        });
    fatal.into_iter().next()
}

/// How many different things there are to know of each severity; missing columns are told apart.
fn counted(preview: &Preview) -> Vec<(Severity, String)> {
    let severities = [
        Severity::Fatal,
        Severity::Row,
        Severity::Warning,
        Severity::Cell,
        Severity::Note,
    ];
    // What is said elsewhere, and a text beside the tables, of which nothing could be read.
    let untold = [IssueKind::MissingColumn, IssueKind::NotATable];
    let count = |severity: Severity| {
        let issues = preview.report.issues.iter();
        issues
            .filter(|i| i.kind.severity() == severity && !untold.contains(&i.kind))
            .count()
    };
    severities
        .into_iter()
        .map(|severity| (severity, count(severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| (severity, grouped(count as i64)))
        .collect()
}

/// The sum that says most, of those whose column the file has. States of things on different days have no sum.
fn total(preview: &Preview) -> Option<TotalLine> {
    let report = &preview.report;
    let kind = report.kind.as_deref().and_then(kinds::by_name)?;
    let has = |total: &&TotalEffect| !report.lacking.contains(&total.column);
    let total = preview.effect.totals.iter().find(has)?;
    (kind.days != Days::Snapshot).then(|| total_line(kind, total))
}

fn total_line(kind: &Kind, total: &TotalEffect) -> TotalLine {
    let field = kind.field(&total.column);
    let say = |value: i64| match field.map(|f| f.cell) {
        Some(Cell::Money | Cell::MoneyOrNone) => money(value),
        Some(Cell::Number) if value % 1_000 == 0 => grouped(value / 1_000),
        Some(Cell::Number) => decimals(value as f64 / 1_000.0, 1),
        _ => grouped(value),
    };
    TotalLine {
        label: kind.label(&total.column).unwrap_or_default().to_owned(),
        before: say(total.before),
        after: say(total.after),
    }
}

/// What a file was read as.
pub fn kind(lang: Lang, kind: Option<&'static Kind>) -> &'static str {
    kind.map_or(Text::ReportKindUnknown.get(lang), |k| lang.pick(k.title))
}

/// What is in the files that are to be stored, in one sentence.
pub fn summary<'a>(lang: Lang, chosen: impl Iterator<Item = &'a Preview>) -> String {
    let (mut files, mut added, mut changed, mut unchanged) = (0, 0, 0, 0);
    for preview in chosen {
        files += 1;
        added += preview.effect.added;
        changed += preview.effect.changed;
        unchanged += preview.effect.unchanged;
    }
    let n = |n: u64| grouped(n as i64);
    t(
        lang,
        Text::PreviewSummary,
        &[&n(files), &n(added), &n(changed), &n(unchanged)],
    )
}

/// All kinds by the system that makes them, in the order of their declaration.
pub fn kinds_by_system(lang: Lang) -> Vec<(&'static str, Vec<&'static Kind>)> {
    let mut groups: Vec<(System, Vec<&'static Kind>)> = Vec::new();
    for kind in kinds::ALL {
        match groups.iter_mut().find(|(system, _)| *system == kind.system) {
            Some((_, kinds)) => kinds.push(kind),
            None => groups.push((kind.system, vec![kind])),
        }
    }
    groups.sort_by_key(|(system, _)| *system);
    groups
        .into_iter()
        .map(|(system, kinds)| (lang.pick(system.title()), kinds))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::{FileReport, Repeats};
    use crate::import::sketch::Sketch;
    use crate::model::time::Span;
    use crate::workspace::records::Effect;

    fn orders() -> Preview {
        Preview {
            pending: Some(1),
            report: FileReport {
                kind: Some("orders".into()),
                rows: 1_200,
                ..FileReport::default()
            },
            sketch: Some(Sketch::default()),
            effect: Effect {
                added: 1_000,
                changed: 150,
                unchanged: 50,
                totals: vec![TotalEffect {
                    column: "ordered_fen".into(),
                    before: 100,
                    after: 123_456,
                }],
            },
        }
    }

    #[test]
    fn a_file_says_what_it_would_do() {
        let row = row(Lang::Zh, &orders());
        assert_eq!((row.verdict, row.reason.clone()), (Verdict::Ready, None));
        assert_eq!(
            [row.added, row.changed, row.unchanged],
            ["1,000", "150", "50"]
        );
        let total = row.total.expect("a total");
        assert_eq!(
            [total.label, total.before, total.after],
            ["总金额", "¥1.00", "¥1,234.56"]
        );
    }

    #[test]
    fn only_columns_that_the_file_has_are_summed_and_no_states_of_things() {
        let mut preview = orders();
        preview.report.lacking = vec!["ordered_fen".into()];
        preview.effect.totals.push(TotalEffect {
            column: "paid_fen".into(),
            before: 0,
            after: 700,
        });
        let total = row(Lang::Zh, &preview).total.expect("a total");
        assert_eq!(total.after, "¥7.00");
        preview.report.kind = Some("stock".into());
        assert_eq!(row(Lang::Zh, &preview).total, None);
    }

    #[test]
    fn the_day_of_a_state_without_a_column_of_days_can_be_said() {
        let mut stock = orders();
        stock.report.span = Some(Span::new(Day(9_822), Day(9_822)));
        assert_eq!(open_day(&stock), None, "orders have days");
        stock.report.kind = Some("stock".into());
        assert_eq!(open_day(&stock), None, "it has a column of days");
        stock.report.lacking = vec![DAY.to_owned()];
        assert_eq!(open_day(&stock), Some(Day(9_822)));
        stock.pending = None;
        assert!(!row(Lang::Zh, &stock).has_open_day);
    }

    #[test]
    fn rows_that_a_file_repeats_are_told() {
        let mut preview = orders();
        assert_eq!(row(Lang::Zh, &preview).repeated, None);
        preview.report.repeated = 7;
        let said = row(Lang::Zh, &preview).repeated;
        assert_eq!(said.as_deref(), Some("含重复 7"));
    }

    #[test]
    fn what_is_not_stored_says_why() {
        let mut unknown = Preview {
            report: FileReport::unreadable("a.csv", 1, IssueKind::UnknownKind),
            ..Preview::default()
        };
        assert_eq!(verdict(&unknown), Verdict::Unusable);
        assert!(!wants_a_look(&unknown));
        unknown.sketch = Some(Sketch::default());
        assert_eq!(verdict(&unknown), Verdict::NeedsKind);
        assert!(wants_a_look(&unknown));
        let said = row(Lang::Zh, &unknown);
        assert!(said.reason.is_some_and(|r| r.contains("认不出")));
        assert_eq!(said.issues, [(Severity::Fatal, "1".to_owned())]);
        let mut again = orders();
        let same = Repeats::Chosen("a.csv".to_owned());
        (again.pending, again.report.repeats) = (None, Some(same));
        assert_eq!(verdict(&again), Verdict::AlreadyThere);
        let said = row(Lang::Zh, &again);
        assert_eq!(said.total, None);
        assert_eq!(
            said.reason.as_deref(),
            Some("与这次选的「a.csv」内容相同，只导入一份")
        );
    }

    #[test]
    fn the_summary_adds_up() {
        let said = summary(Lang::Zh, [orders(), orders()].iter());
        assert!(
            said.contains('2') && said.contains("2,000") && said.contains("300"),
            "{said}"
        );
    }

    #[test]
    fn every_kind_stands_in_one_group() {
        let groups = kinds_by_system(Lang::En);
        let count: usize = groups.iter().map(|(_, kinds)| kinds.len()).sum();
        assert_eq!(count, kinds::ALL.len());
    }
}
