//! Records and fields, whole and in pieces.

use super::*;
use proptest::prelude::*;

fn split_all(data: &[u8], mut splitter: Splitter, piece: usize) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut from, mut to) = (0, 0);
    while from < data.len() {
        to = to.clamp(from, data.len());
        let last = to == data.len();
        match splitter.split(&data[from..to], last) {
            Split::Record(len) => {
                let text =
                    |f: &Field| String::from_utf8_lossy(&f.bytes(&data[from..to])).into_owned();
                rows.push(splitter.fields().iter().map(text).collect());
                from += len;
            }
            Split::NeedMore => to += piece,
        }
    }
    rows
}

fn comma() -> Splitter {
    Splitter::new(Grammar::separated_by(b','))
}

#[test]
fn quotes_guards_and_line_ends() {
    let data = b"a,\"b,\"\"x\"\"\r\ny\",=\"123\"\r\n\r\n\"q\"t,,\n\"open,1\nlast,2";
    let rows = split_all(data, comma(), 1 << 20);
    assert_eq!(
        rows,
        [
            vec!["a", "b,\"x\"\r\ny", "123"],
            vec![""],
            vec!["qt", "", ""],
            vec!["\"open", "1"],
            vec!["last", "2"],
        ]
    );
}

#[test]
fn an_unclosed_quote_costs_nothing_but_itself() {
    let mut splitter = comma();
    let data = b"1,\"never closed\n2,x\n";
    assert_eq!(splitter.split(data, true), Split::Record(16));
    assert!(splitter.has_unclosed_quote());
    assert_eq!(splitter.split(&data[16..], true), Split::Record(4));
    assert!(!splitter.has_unclosed_quote());
}

#[test]
fn two_rows_with_a_lone_quote_each_stay_two_rows() {
    let data = b"1,\"down jacket,5\n2,\"other jacket,6\n\"3\",\"x\",\"open\n\"4\",\"y\",\"7\"\n";
    let rows = split_all(data, comma(), 1 << 20);
    assert_eq!(rows.len(), 4, "{rows:?}");
    assert_eq!(rows[0], ["1", "\"down jacket", "5"]);
    assert_eq!(rows[3], ["4", "y", "7"]);
}

fn four(text: &str) -> Vec<Vec<String>> {
    let splitter = Splitter::expecting(Grammar::separated_by(b','), 4);
    split_all(text.as_bytes(), splitter, 1 << 20)
}

#[test]
fn a_stray_quote_is_text_where_that_gives_every_column_its_field() {
    let readings = [
        (
            "1,\"down jacket,\"warm, light\",5\n",
            ["1", "\"down jacket", "warm, light", "5"],
        ),
        (
            "1,x,\"\"warm, light, long\",5\n",
            ["1", "x", "\"warm, light, long", "5"],
        ),
        (
            "1,\"24\" tyre, wide\",\"a, b\",5\n",
            ["1", "24\" tyre, wide", "a, b", "5"],
        ),
        (
            "1,\"wide, 24\"\",\"a, b\",5\n",
            ["1", "wide, 24\"", "a, b", "5"],
        ),
        ("1,x,\"a, b\",\"\n", ["1", "x", "a, b", "\""]),
        ("1,\"x\"y,\"a, b\",5\n", ["1", "xy", "a, b", "5"]),
    ];
    for (line, fields) in readings {
        let text = format!("{line}6,7,8,9\n");
        assert_eq!(four(&text), [fields, ["6", "7", "8", "9"]], "{line}");
    }
}

#[test]
fn other_quotes_escapes_and_padded_delimiters() {
    let grammar = Grammar {
        delimiter: b';',
        quote: Some(b'\''),
        escape: Escape::Backslash,
        is_padded: true,
    };
    let rows = split_all(
        b"a; 'b; c'; 'd\\'e\\\\'; \"f\"\n; ;  x\n",
        Splitter::new(grammar),
        1 << 20,
    );
    assert_eq!(
        rows,
        [vec!["a", "b; c", "d'e\\", "\"f\""], vec!["", "", " x"]]
    );
}

proptest! {
    #[test]
    fn pieces_of_any_size_give_the_same_records(
        data in "[a,\"='\\\\ \r\n]{0,60}",
        piece in 1usize..9,
        width in 1usize..5,
        (quote, escape, is_padded) in (0usize..3, any::<bool>(), any::<bool>()),
    ) {
        let grammar = Grammar {
            delimiter: b',',
            quote: [None, Some(b'"'), Some(b'\'')][quote],
            escape: if escape { Escape::Backslash } else { Escape::Doubled },
            is_padded,
        };
        let splitter = || Splitter::expecting(grammar, width);
        let whole = split_all(data.as_bytes(), splitter(), 1 << 20);
        prop_assert_eq!(split_all(data.as_bytes(), splitter(), piece), whole);
        let whole = split_all(data.as_bytes(), comma(), 1 << 20);
        prop_assert_eq!(split_all(data.as_bytes(), comma(), piece), whole);
    }

    #[test]
    fn what_the_csv_crate_writes_is_read_as_it_was(
        rows in prop::collection::vec(prop::collection::vec("[a-c,\"\r\n 一=]{0,5}", 3), 1..8)
    ) {
        let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).expect("memory takes everything");
        }
        let bytes = writer.into_inner().expect("memory takes everything");
        prop_assert_eq!(split_all(&bytes, comma(), 1 << 20), rows);
    }
}
