//! Whatever a table looks like, it is read to what it says, and nothing makes the reader stop, hang or stray.
//!
//! The tables that the fixtures mean are stated by `scripts/make-raw-fixtures.py`.

use dianzhang::import::columns::ReadContext;
use dianzhang::import::encoding::Encoding;
use dianzhang::import::raw::raw_table;
use dianzhang::import::reader::FileReader;
use dianzhang::import::sniff::dialect;
use dianzhang::model::time::Civil;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn expected() -> BTreeMap<String, Vec<Vec<String>>> {
    let text = std::fs::read_to_string(folder("raw").join("expected.json")).expect("expected.json");
    serde_json::from_str(&text).expect("JSON")
}

/// The bytes of every fixture that a reader of separated values may meet.
fn fixtures() -> Vec<Vec<u8>> {
    let files = ["raw", "orders"].into_iter().flat_map(|name| {
        let entries = std::fs::read_dir(folder(name)).expect("a folder");
        let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
        paths.sort();
        paths
    });
    files
        .map(|path| std::fs::read(path).expect("a fixture"))
        .collect()
}

#[test]
fn every_raw_fixture_is_read_to_its_table() {
    let expected = expected();
    let on_disk = std::fs::read_dir(folder("raw"))
        .expect("the folder")
        .count()
        - 1;
    assert_eq!(expected.len(), on_disk, "every fixture has an expectation");
    let wrong: Vec<String> = expected
        .iter()
        .filter_map(|(name, table)| {
            let bytes = std::fs::read(folder("raw").join(name)).expect("a fixture");
            let found = raw_table(&bytes);
            (found != *table).then(|| format!("{name}:\n  {found:?}\n  {table:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Reads bytes in every way that the import has; panics are what is looked for.
fn read(bytes: &[u8]) -> Result<(), TestCaseError> {
    let encoding = Encoding::detect(bytes);
    let found = dialect(bytes, encoding.of_cells(), "any.csv");
    prop_assert!(found.preamble.len() <= found.header + 1);
    let table = raw_table(bytes);
    // A cell has a byte of its own in the file, or stands in for one that a row lacks.
    let widest = table.iter().map(Vec::len).max().unwrap_or(0);
    prop_assert!(table.len() <= bytes.len() + 1 && widest <= bytes.len() + 1);
    let context = ReadContext {
        salt: [1; 16],
        now: Civil(900_000_000),
    };
    let mut reader = FileReader::new("any.csv", bytes.len() as u64, context);
    reader.feed(bytes);
    let imported = reader.finish();
    prop_assert_eq!(imported.report.bytes, bytes.len() as u64);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes)?;
    }

    #[test]
    fn anything_like_a_table_is_read(
        text in "([ab1,;\t|:'\"\\\\= \r\n]|订单|总计|\u{feff}){0,120}",
    ) {
        read(text.as_bytes())?;
    }

    #[test]
    fn every_fixture_is_read_however_it_is_damaged(
        which in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4, any::<u8>()), 1..6),
    ) {
        let mut bytes = which.get(&fixtures()).clone();
        for (place, edit, byte) in edits {
            if bytes.is_empty() {
                break;
            }
            let at = place.index(bytes.len());
            match edit {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, b"\",';\n\r\t\\"[usize::from(byte) % 8]),
                2 => drop(bytes.remove(at)),
                _ => bytes.truncate(at),
            }
        }
        read(&bytes)?;
    }

    #[test]
    fn what_is_written_with_a_delimiter_is_read_as_it_was(
        rows in prop::collection::vec(prop::collection::vec("[a-z]{1,6}|[0-9]{1,4}|[a-z]{2,4}, [a-z]{2,5}", 4), 6..12),
        delimiter in prop::sample::select(b",\t;|".to_vec()),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        writer.write_record(["name", "kind", "note", "more"]).expect("memory takes everything");
        for row in &rows {
            writer.write_record(row).expect("memory takes everything");
        }
        let bytes = writer.into_inner().expect("memory takes everything");
        let found = raw_table(&bytes);
        prop_assert_eq!(&found[1..], &rows[..]);
    }
}

#[test]
fn hostile_tables_take_no_more_than_their_length() {
    // Each of these would take hours if a quote were searched for to the end of the file from every record.
    let lines = 60_000;
    let hostile = [
        "\"a\n".repeat(lines),
        "a,\"b\"c,\"\n".repeat(lines),
        "\"\"\"\"x\n".repeat(lines),
        format!("\"{}", "a,\n".repeat(lines)),
        format!("a,b\n\"{}", "\"\"".repeat(lines)),
        "\"".repeat(lines * 4),
        ",".repeat(lines * 4),
        format!("a,b,c\n{}", "1 2 3 4 5 6 7 8\n".repeat(lines)),
        format!("a,b,c\n1,2,3\n{}", "x ".repeat(lines * 4)),
    ];
    for text in hostile {
        let cells: usize = raw_table(text.as_bytes()).iter().map(Vec::len).sum();
        assert!(cells <= 4 * text.len(), "{}", &text[..20]);
    }
}
