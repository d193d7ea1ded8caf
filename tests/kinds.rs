//! Every kind of export reads its fixtures to what `scripts/make-kinds.py` knows to be in them, and knows them by their
//! header alone.

use dianzhang::import::columns::ReadContext;
use dianzhang::import::headers::Header;
use dianzhang::import::kinds;
use dianzhang::import::reader::{FileReader, Imported};
use dianzhang::import::unpack::{Step, unpack};
use dianzhang::model::time::{Civil, Day};
use dianzhang::table::{Column, Index, NULL_I64, NULL_U32, Table, merge};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What `scripts/make_kinds/clothes.py` writes into personal columns.
const SECRET: &str = "虚构不留";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kinds")
}

/// Kind, path and truth of every fixture.
fn fixtures() -> Vec<(String, PathBuf, Value)> {
    let mut all = Vec::new();
    for kind in std::fs::read_dir(folder()).expect("the folder") {
        let kind = kind.expect("a kind").path();
        let text = std::fs::read_to_string(kind.join("expected.json")).expect("expected.json");
        let truths: BTreeMap<String, Value> = serde_json::from_str(&text).expect("JSON");
        let on_disk = std::fs::read_dir(&kind).expect("files").count();
        assert_eq!(truths.len() + 1, on_disk, "{}", kind.display());
        let name = kind.file_name().expect("a name").to_string_lossy();
        all.extend(
            truths
                .into_iter()
                .map(|(file, truth)| (name.to_string(), kind.join(file), truth)),
        );
    }
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all
}

/// The one table that is in a fixture.
fn table(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).expect("a fixture");
    let mut tables = Vec::new();
    unpack(&path.to_string_lossy(), &bytes, &mut |step| {
        if let Step::Part(part) = step {
            tables.push(part.content.expect("a table"));
        }
    });
    assert_eq!(tables.len(), 1, "{}", path.display());
    tables.remove(0)
}

/// Reads a fixture on 2026-11-20 under this name, in pieces of this size.
fn read(path: &Path, name: &str, piece: usize) -> Imported {
    let bytes = table(path);
    let today = Day::from_ymd(2026, 11, 20).expect("a day");
    let context = ReadContext {
        salt: [1; 16],
        now: Civil::new(today, 12, 0, 0).expect("noon"),
    };
    let mut reader = FileReader::new(name, bytes.len() as u64, context);
    bytes.chunks(piece).for_each(|piece| reader.feed(piece));
    reader.finish()
}

fn sum(table: &Table, column: &str) -> Option<i64> {
    match table.column(column)? {
        Column::I64(values) => Some(values.iter().filter(|v| **v != NULL_I64).sum()),
        Column::U32(values) => {
            let known = values.iter().filter(|v| **v != NULL_U32);
            Some(known.map(|v| i64::from(*v)).sum())
        }
        _ => None,
    }
}

#[test]
fn every_export_is_read_to_its_truth() {
    for (kind, path, truth) in fixtures() {
        let at = path.display();
        let imported = read(&path, truth["name"].as_str().expect("a name"), usize::MAX);
        let report = &imported.report;
        assert_eq!(report.kind.as_deref(), Some(kind.as_str()), "{at}");
        let issues: BTreeSet<&str> = report.issues.iter().map(|i| i.kind.key()).collect();
        // Which columns are wanted is a matter of the app, not of the file.
        let issues: Vec<&str> = issues
            .into_iter()
            .filter(|i| *i != "missing_column")
            .collect();
        assert_eq!(json!(issues), truth["issues"], "{at}: {:?}", report.issues);
        assert_eq!(json!(report.accepted), truth["accepted"], "{at}: accepted");
        let table = imported.table.expect("rows");
        assert_eq!(json!(table.rows()), truth["accepted"], "{at}: stored");
        let first = report.span.map(|span| span.first.to_string());
        let last = report.span.map(|span| span.last.to_string());
        assert_eq!(json!(first), truth["first"], "{at}: first");
        assert_eq!(json!(last), truth["last"], "{at}: last");
        for named in ["header_row", "shop"] {
            if let Some(expected) = truth.get(named) {
                assert_eq!(json!(report)[named], *expected, "{at}: {named}");
            }
        }
        for (column, expected) in truth["sums"].as_object().expect("sums") {
            assert_eq!(json!(sum(&table, column)), *expected, "{at}: {column}");
        }
    }
}

#[test]
fn nothing_personal_is_kept() {
    for (_, path, truth) in fixtures() {
        let name = truth["name"].as_str().expect("a name");
        let table = read(&path, name, usize::MAX).table.expect("rows");
        for (column, values) in table.columns() {
            if let Column::Names { names, .. } = values {
                let kept = names.list().iter().any(|n| n.contains(SECRET));
                assert!(!kept, "{}: {column}", path.display());
            }
        }
    }
}

#[test]
fn an_export_is_known_by_its_header_alone() {
    for (kind, path, _) in fixtures() {
        let imported = read(&path, "下载.csv", usize::MAX);
        assert_eq!(
            imported.report.kind,
            Some(kind.clone()),
            "{}",
            path.display()
        );
    }
}

/// Neither the name of a file nor the place of a kind in the list decides.
#[test]
fn no_two_kinds_know_a_header_equally_well() {
    for (kind, path, _) in fixtures() {
        let headers = read(&path, "", usize::MAX).sketch.expect("a table").headers;
        let header = Header::new(&headers);
        let mut ranks: Vec<_> = kinds::ALL
            .iter()
            .filter_map(|k| Some((k.rank(&header.find(k)?, ""), k.name)))
            .collect();
        ranks.sort_unstable();
        ranks.reverse();
        let at = path.display();
        assert_eq!(ranks[0].1, kind, "{at}");
        let second = ranks.get(1);
        assert!(second.is_none_or(|s| s.0 < ranks[0].0), "{at}: {ranks:?}");
    }
}

#[test]
fn an_export_read_again_adds_nothing() {
    for (kind, path, truth) in fixtures() {
        let kind = kinds::by_name(&kind).expect("a kind");
        let read = || read(&path, truth["name"].as_str().expect("a name"), usize::MAX);
        let (mut table, mut index) = (Table::default(), Index::default());
        for added in [truth["accepted"].as_u64(), Some(0)] {
            let new = read().table.expect("rows");
            let merged = merge(&mut table, &mut index, &new, kind.rule());
            assert_eq!(Some(merged.added), added, "{}", path.display());
        }
    }
}

#[test]
fn pieces_of_any_size_give_the_same_rows() {
    for (_, path, truth) in fixtures() {
        let name = truth["name"].as_str().expect("a name");
        let whole = read(&path, name, usize::MAX);
        for piece in [1, 61] {
            let pieces = read(&path, name, piece);
            assert_eq!(pieces.table, whole.table, "{} by {piece}", path.display());
            assert_eq!(pieces.report, whole.report, "{} by {piece}", path.display());
        }
    }
}

#[test]
fn every_kind_has_fixtures_and_adds_up_its_totals() {
    let mut summed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (kind, _, truth) in fixtures() {
        let columns = truth["sums"].as_object().expect("sums").keys().cloned();
        summed.entry(kind).or_default().extend(columns);
    }
    for kind in kinds::ALL.iter().filter(|k| k.name != "orders") {
        let summed = summed
            .get(kind.name)
            .unwrap_or_else(|| panic!("{}: no fixture", kind.name));
        for column in kind.totals {
            assert!(summed.contains(*column), "{}: {column} unsummed", kind.name);
        }
    }
}
