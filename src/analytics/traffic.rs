//! Where the visitors of a period came from, and what each source has in the change of what was paid.
//!
//! The export is a tree of up to three levels, with rows that sum up (汇总) beside the rows that they sum. What is shown is the
//! second level, which is what operators steer by (手淘搜索, 手淘推荐, …); of a source that has none, the first. A sum and its
//! parts are never both counted. Who came through two sources is counted in each: sources do not add up to the shop.

use crate::analytics::cells::{moment, money, name, number};
use crate::analytics::coverage::Coverage;
use crate::analytics::decompose::{Traffic, three_factors};
use crate::import::kinds::{DAY, LAST_DAY};
use crate::model::time::{Civil, Day, Span};
use crate::table::Table;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The kind of file that names sources.
pub const KIND: &str = "sycm_sources";

/// What came through a source, added up by day. What the file does not say is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visits {
    /// People who came.
    pub visitors: i64,
    /// Of those, people who paid.
    pub buyers: Option<i64>,
    /// What they paid, in 分.
    pub paid_fen: Option<i64>,
}

/// One source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRow {
    /// To what it belongs: 平台流量, 广告流量, …; empty where it stands for itself.
    pub group: String,
    /// Its name.
    pub name: String,
    /// In the period.
    pub now: Visits,
    /// In the period before.
    pub base: Visits,
}

/// The sources of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sources {
    /// Days of the period that no file of sources covers.
    pub missing_days: i32,
    /// Days of the period before that none covers.
    pub base_missing_days: i32,
    /// The sources, most visitors first.
    pub rows: Vec<SourceRow>,
}

impl Sources {
    /// Whether both periods are known whole.
    pub fn is_comparable(&self) -> bool {
        self.missing_days == 0 && self.base_missing_days == 0
    }
}

impl SourceRow {
    /// What visitors, conversion and spend have in the change of what was paid through it, in 分.
    pub fn parts(&self) -> Option<[i64; 3]> {
        let side = |visits: &Visits| {
            Some(Traffic {
                visitors: visits.visitors,
                buyers: visits.buyers?,
                fen: visits.paid_fen?,
            })
        };
        Some(three_factors(side(&self.now)?, side(&self.base)?))
    }
}

/// The sources of a period against another; `None` where no file names any.
pub fn sources(table: &Table, span: Span, base: Option<Span>) -> Option<Sources> {
    let rows = rows(table);
    if rows.is_empty() {
        return None;
    }
    let coverage = Coverage::of(rows.iter().map(|row| Span::new(row.day, row.day)));
    let mut sums: BTreeMap<(String, String), [Option<Visits>; 2]> = BTreeMap::new();
    for row in &rows {
        let sides = [Some(span), base];
        for (side, _) in sides
            .iter()
            .enumerate()
            .filter(|(_, span)| span.is_some_and(|s| s.contains(row.day)))
        {
            let sum = sums
                .entry((row.group.clone(), row.name.clone()))
                .or_default();
            let sum = &mut sum[side];
            *sum = Some(sum.map_or(row.visits, |sum| sum.plus(row.visits)));
        }
    }
    // A source that a period does not have brought nobody in it.
    let nothing = Visits {
        visitors: 0,
        buyers: table.column("paying_buyers").map(|_| 0),
        paid_fen: table.column("paid_fen").map(|_| 0),
    };
    let row = |((group, name), [now, base]): ((String, String), [Option<Visits>; 2])| SourceRow {
        group,
        name,
        now: now.unwrap_or(nothing),
        base: base.unwrap_or(nothing),
    };
    let mut all: Vec<SourceRow> = sums.into_iter().map(row).collect();
    all.sort_by(|a, b| {
        let by_visitors = b.now.visitors.cmp(&a.now.visitors);
        by_visitors.then_with(|| (&a.group, &a.name).cmp(&(&b.group, &b.name)))
    });
    Some(Sources {
        missing_days: coverage.missing_days(span),
        base_missing_days: base.map_or(0, |base| coverage.missing_days(base)),
        rows: all,
    })
}

struct Row {
    day: Day,
    group: String,
    name: String,
    visits: Visits,
}

/// A cell that names nothing, or the sum of what is below.
fn level<'a>(table: &'a Table, column: &str, row: usize) -> Option<&'a str> {
    let sums_up = ["汇总", "全部", "合计", "-", "—", ""];
    name(table, column, row)
        .map(str::trim)
        .filter(|name| !sums_up.contains(name))
}

/// The rows of the second level, or of the first where there is none, each day once.
fn rows(table: &Table) -> Vec<Row> {
    // Files say either all levels or one; on each day the sum of a branch counts where it is given, else its parts.
    struct Branch {
        whole: Option<Visits>,
        parts: Option<Visits>,
    }
    let mut branches: BTreeMap<(Day, String, Option<String>), Branch> = BTreeMap::new();
    for row in 0..table.rows() {
        let Some(at) = moment(table, &[DAY], row) else {
            continue;
        };
        // A row about several days says nothing of one of them.
        if moment(table, &[LAST_DAY], row).is_some_and(|last| last != at) {
            continue;
        }
        let (Some(first), Some(visitors)) =
            (level(table, "source", row), number(table, "visitors", row))
        else {
            continue;
        };
        let visits = Visits {
            visitors,
            buyers: table
                .column("paying_buyers")
                .map(|_| number(table, "paying_buyers", row).unwrap_or(0)),
            paid_fen: table
                .column("paid_fen")
                .map(|_| money(table, "paid_fen", row).unwrap_or(0)),
        };
        let second = level(table, "source_detail", row).map(str::to_owned);
        let key = (Civil(at).day(), first.to_owned(), second);
        let branch = branches.entry(key).or_insert(Branch {
            whole: None,
            parts: None,
        });
        let sum = match level(table, "source_third", row) {
            Some(_) => &mut branch.parts,
            None => &mut branch.whole,
        };
        *sum = Some(sum.map_or(visits, |sum| sum.plus(visits)));
    }
    let has_second: BTreeSet<(Day, String)> = branches
        .keys()
        .filter(|(_, _, second)| second.is_some())
        .map(|(day, first, _)| (*day, first.clone()))
        .collect();
    let row = |((day, first, second), branch): ((Day, String, Option<String>), Branch)| {
        let visits = branch.whole.or(branch.parts)?;
        match second {
            Some(name) => Some(Row {
                day,
                group: first,
                name,
                visits,
            }),
            None if has_second.contains(&(day, first.clone())) => None,
            None => Some(Row {
                day,
                group: String::new(),
                name: first,
                visits,
            }),
        }
    };
    branches.into_iter().filter_map(row).collect()
}

impl Visits {
    fn plus(self, other: Visits) -> Visits {
        let add = |a: Option<i64>, b: Option<i64>| a.zip(b).map(|(a, b)| a + b);
        Visits {
            visitors: self.visitors + other.visitors,
            buyers: add(self.buyers, other.buyers),
            paid_fen: add(self.paid_fen, other.paid_fen),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::columns::ReadContext;
    use crate::import::kinds::by_name;
    use crate::import::reader::FileReader;

    fn read(csv: &str) -> Table {
        let day = Day::parse_iso("2026-05-06").expect("a date");
        let context = ReadContext {
            salt: [1; 16],
            now: Civil::new(day, 12, 0, 0).expect("noon"),
        };
        let mut reader = FileReader::new("流量来源.csv", csv.len() as u64, context);
        reader.feed(csv.as_bytes());
        let imported = reader.finish();
        assert_eq!(
            imported.report.kind.as_deref(),
            by_name(KIND).map(|k| k.name)
        );
        imported.table.expect("rows")
    }

    #[test]
    fn sums_and_their_parts_are_never_both_counted() {
        let table = read(
            "日期,一级流量来源,二级流量来源,三级流量来源,访客数,支付金额,支付买家数\n\
             2026-05-04,平台流量,汇总,汇总,300,900,9\n\
             2026-05-04,平台流量,手淘搜索,汇总,200,600,6\n\
             2026-05-04,平台流量,手淘搜索,首页,120,400,4\n\
             2026-05-04,平台流量,手淘推荐,猜你喜欢,80,200,2\n\
             2026-05-04,平台流量,手淘推荐,信息流,20,100,1\n\
             2026-05-04,自主访问,汇总,汇总,50,500,5\n",
        );
        let day = Day::parse_iso("2026-05-04").expect("a date");
        let sources = sources(
            &table,
            Span::new(day, day),
            Some(Span::new(day.plus(-1), day.plus(-1))),
        )
        .expect("sources");
        let seen: Vec<(&str, i64, Option<i64>)> = sources
            .rows
            .iter()
            .map(|row| (row.name.as_str(), row.now.visitors, row.now.paid_fen))
            .collect();
        assert_eq!(
            seen,
            [
                ("手淘搜索", 200, Some(60_000)),
                ("手淘推荐", 100, Some(30_000)),
                ("自主访问", 50, Some(50_000)),
            ]
        );
        assert_eq!((sources.missing_days, sources.base_missing_days), (0, 1));
        assert_eq!(
            sources.rows[0].parts().map(|p| p.iter().sum::<i64>()),
            Some(60_000)
        );
    }
}
