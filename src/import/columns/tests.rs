use super::*;
use crate::import::issues::Issue;
use crate::import::kinds::orders::{KIND, column};

const CONTEXT: ReadContext = ReadContext {
    salt: [7; 16],
    now: Civil(848_534_400),
};

fn build(column: &str, cells: &[&str]) -> (Column, Vec<Issue>) {
    let field = KIND
        .fields
        .iter()
        .find(|f| f.column == column)
        .expect("a field");
    let mut builder = ColumnBuilder::new(field, field.headers[0], CellEncoding::Utf8, CONTEXT);
    for (i, cell) in cells.iter().enumerate() {
        builder.push(Some(cell.as_bytes()), i as u64 + 2);
    }
    let (column, part) = builder.finish();
    let mut notes = AllNotes::default();
    notes.append(part, 0);
    (column, AllNotes::into_issues(vec![(String::new(), notes)]))
}

#[test]
fn shares_under_a_header_of_percents_are_percents() {
    static RATE: Field = Field {
        column: "click_rate_ppm",
        cell: Cell::Rate,
        headers: &["点击率(%)"],
        wanted: false,
    };
    for (header, expected) in [
        ("点击率( %)", [21_500, 21_500]),
        ("点击率", [2_150_000, 21_500]),
    ] {
        let mut builder = ColumnBuilder::new(&RATE, header, CellEncoding::Utf8, CONTEXT);
        for cell in ["2.15", "2.15%"] {
            builder.push(Some(cell.as_bytes()), 2);
        }
        assert_eq!(builder.finish().0, Column::I64(expected.to_vec()));
    }
}

#[test]
fn addresses_end_at_the_city() {
    assert_eq!(down_to_city(b"GD SZ street 1"), b"GD SZ");
    assert_eq!(down_to_city(b"  GD  SZ  street"), b"  GD  SZ");
    assert_eq!(down_to_city(b"GD"), b"GD");
    let (cities, _) = build(
        column::CITY,
        &[
            "广东省 深圳市 南山区 科技路1号",
            "广东省 深圳市 福田区 幸福里2号",
        ],
    );
    let Column::Names { codes, names } = cities else {
        panic!("names")
    };
    assert_eq!(
        (codes, names.list()),
        (vec![0, 0], &["深圳市".to_owned()][..])
    );
}

#[test]
fn buyers_are_hashed_and_masked_ones_are_nobody() {
    let (buyers, issues) = build(column::BUYER, &["小明的店", "小明的店 ", "t**1", ""]);
    let Column::U64(hashes) = buyers else {
        panic!("hashes")
    };
    assert_eq!(hashes[0], hashes[1]);
    assert_ne!(hashes[0], 0);
    assert_eq!(&hashes[2..], [0, 0]);
    assert_eq!(issues[0].kind, IssueKind::MaskedBuyer);
}

#[test]
fn statuses_with_full_and_half_width_commas_are_the_same() {
    let (status, issues) = build(
        column::STATUS,
        &[
            "卖家已发货，等待买家确认",
            "卖家已发货,等待买家确认",
            "交易成功",
            "新状态",
        ],
    );
    assert_eq!(status, Column::U8(vec![3, 3, 4, 0]));
    assert_eq!(issues[0].row, 5);
}

#[test]
fn an_order_of_tomorrow_or_of_the_last_century_is_a_mistake() {
    let (times, issues) = build(
        column::CREATED_AT,
        &["2026-11-20 10:00:00", "2099-01-01", "2001-01-01"],
    );
    let Column::U32(times) = times else {
        panic!("times")
    };
    assert_eq!(&times[1..], [NULL_U32, NULL_U32]);
    assert_eq!(issues[0].count, 2);
}

#[test]
fn a_row_that_slipped_into_a_title_is_not_kept() {
    let (titles, issues) = build(column::TITLE, &["围巾", "围巾,1\n1002,张三,13800000000"]);
    let Column::Names { names, .. } = titles else {
        panic!("names")
    };
    assert_eq!(names.list(), ["围巾"]);
    assert_eq!(issues[0].kind, IssueKind::BadName);
}

#[test]
fn an_unknown_place_leaves_no_sample() {
    let (_, issues) = build(column::PROVINCE, &["人民路1号张三收"]);
    let issue = &issues[0];
    assert_eq!(
        (issue.kind, issue.sample.as_str()),
        (IssueKind::UnknownPlace, "")
    );
}

#[test]
fn a_phone_in_a_free_text_is_hidden() {
    assert_eq!(
        without_numbers("10分满意，加我13812345678，第2次买".chars()),
        "10分满意，加我***，第2次买"
    );
    assert_eq!(without_numbers("1234567".chars()), "***");
}
