//! Slices put together are the file read in one go, however they were cut and whatever is in it.

use super::*;
use crate::model::time::Civil;
use encoding_rs::GB18030;
use proptest::prelude::*;

const CONTEXT: ReadContext = ReadContext {
    salt: [3; 16],
    now: Civil(848_534_400),
};

const HEADER: &str =
    "订单编号,买家会员名,总金额,订单状态,收货地址,宝贝标题,订单创建时间,店铺名称,宝贝总数量";

fn in_one_go(name: &str, bytes: &[u8], piece: usize) -> Imported {
    let mut reader = FileReader::new(name, bytes.len() as u64, CONTEXT);
    bytes.chunks(piece).for_each(|piece| reader.feed(piece));
    reader.finish()
}

fn read_slice(sliced: &SlicedReader, slice: Slice, bytes: &[u8]) -> ReadSlice {
    let mut reader = SliceReader::new(sliced.plan(), slice, sliced.file_bytes());
    while let Some((from, len)) = reader.wants() {
        reader.feed(&bytes[from as usize..(from + len) as usize]);
    }
    let read = reader.finish();
    let same = ReadSlice::from_bytes(&read.to_bytes()).expect("what was written");
    assert_eq!(read, same);
    same
}

/// Reads the head in one go and the rest in slices; also tells how many of them had to be read again.
fn in_slices(name: &str, bytes: &[u8], slice_bytes: u64) -> (Imported, usize) {
    let mut reader = FileReader::new(name, bytes.len() as u64, CONTEXT);
    reader.feed(&bytes[..bytes.len().min(1 << 20)]);
    let mut sliced = match reader.slice(1, slice_bytes..=slice_bytes) {
        Rest::Sliced(sliced) => sliced,
        Rest::InOneGo(mut reader) => {
            reader.feed(&bytes[bytes.len().min(1 << 20)..]);
            return (reader.finish(), 0);
        }
    };
    let slices = sliced.slices().to_vec();
    let read = slices.into_iter().map(|s| read_slice(&sliced, s, bytes));
    let mut again = 0;
    for read in read.collect::<Vec<_>>() {
        if let Some(slice) = sliced.append(read) {
            again += 1;
            let read = read_slice(&sliced, slice, bytes);
            assert_eq!(sliced.append(read), None, "read from the right place");
        }
    }
    (sliced.finish(), again)
}

fn assert_same(a: &Imported, b: &Imported) {
    assert_eq!(a.report, b.report);
    assert_eq!(a.fingerprint, b.fingerprint);
    assert_eq!(a.sketch, b.sketch);
    assert!(a.table == b.table, "the tables differ");
}

/// Rows of an order list, clean and not; each with its line end.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let row = prop_oneof![
        20 => Just("{id},小明{n},1{n}.50,交易成功,广东省 深圳市 南山区,围巾{n},2025-03-0{d} 10:00:00,某店,1"),
        3 => Just("{id},t**{n},x,新状态{d},火星 {n},\"大衣,加厚\",2025/3/{d},某店,"),
        2 => Just("{id},\"换\r\n行\n,1,2,3,4,5,6,7,8\n,1,2,3,4,5,6,7,8\",2.00,交易关闭,上海 上海市,帽子,2025-03-0{d} 11:00:00,某店,2"),
        2 => Just("{id},小红,3.00,交易成功,北京 北京市,手套,2025-03-0{d} 12:00:00,某店,3,,,"),
        1 => Just("{id},小红,3.00,交易成功,北京 北京市,手套,2025-03-0{d} 12:00:00,某店,3,多"),
        1 => Just("{id},\"没有配对,3.00,交易成功,北京 北京市,手套,2025-03-0{d} 12:00:00,某店,3"),
        1 => Just("{id},小红,3.00"),
        1 => Just("1.2E+17,小红,4.00,交易成功,北京 北京市,袜子{n},2025-03-0{d} 12:00:00,某店,3"),
        1 => Just("合计,,12"),
        1 => Just(""),
    ];
    let end = prop_oneof![6 => Just("\r\n"), 2 => Just("\n"), 1 => Just("\r")];
    let row = (row, 0..400_u32, 1..10_u32, end).prop_map(|(row, n, day, end)| {
        let row = row.replace("{id}", &format!("24{n:016}"));
        row.replace("{n}", &n.to_string())
            .replace("{d}", &day.to_string())
            + end
    });
    prop::collection::vec(row, 1..60)
}

/// A file of some three megabytes: the rows over and over, each time from another one on.
fn file(rows: &[String], bytes: usize, has_tails: bool) -> String {
    let mut text = format!("{HEADER}\r\n");
    let rows: Vec<String> = match has_tails {
        true => rows
            .iter()
            .map(|row| row.replacen(",某店,", ",某店,7,,", 1))
            .collect(),
        false => rows.to_vec(),
    };
    let mut turn = 0;
    while text.len() < bytes {
        turn = (turn + 7) % rows.len();
        rows[turn..].iter().for_each(|row| text.push_str(row));
        rows[..turn].iter().for_each(|row| text.push_str(row));
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn slices_are_the_file(
        rows in rows(),
        bytes in 1_100_000_usize..3_400_000,
        (is_gb18030, has_mark, has_tails, is_cut) in any::<(bool, bool, bool, bool)>(),
    ) {
        let text = file(&rows, bytes, has_tails);
        let mut bytes = match (is_gb18030, has_mark) {
            (true, _) => GB18030.encode(&text).0.into_owned(),
            (false, true) => format!("\u{feff}{text}").into_bytes(),
            (false, false) => text.into_bytes(),
        };
        bytes.truncate(bytes.len() - if is_cut { 5 } else { 0 });
        let whole = in_one_go("ExportOrderList.csv", &bytes, 70_001);
        let (sliced, _) = in_slices("ExportOrderList.csv", &bytes, 1 << 20);
        assert_same(&whole, &sliced);
    }
}

/// Borders between slices at many places in rows with quotes over several lines.
#[test]
fn a_border_may_stand_anywhere() {
    let row = "2400000000000001,\"a\r\nb,\"\"c\"\"\",1.00,交易成功,上海 上海市,\"围,巾\",2025-03-01 10:00:00,店,1\r\n";
    let mut again = 0;
    for shift in (0..row.len()).step_by(11) {
        let mut text = format!("{HEADER}\r\n2400000000000000,{}\r\n", "x".repeat(shift));
        while text.len() < (2 << 20) + 1000 {
            text.push_str(row);
        }
        let whole = in_one_go("ExportOrderList.csv", text.as_bytes(), 1 << 20);
        let (sliced, read_again) = in_slices("ExportOrderList.csv", text.as_bytes(), 1 << 20);
        assert_same(&whole, &sliced);
        again += read_again;
    }
    assert_eq!(again, 0, "no guess was wrong");
}

#[test]
fn a_record_longer_than_slices_and_no_line_end_at_all() {
    let good = "2400000000000001,a,1.00,交易成功,上海 上海市,围巾,2025-03-01 10:00:00,店,1\r\n";
    let head = format!("{HEADER}\r\n{}", good.repeat(13_000));
    let middle = "x".repeat(9 << 20);
    for text in [
        format!("{head}\"{}\"\r\n{good}", "y,".repeat(110_000)),
        format!("{head}{middle}\r\n{}", good.repeat(30_000)),
        format!("{head}{middle}"),
        format!("{head}\"{middle}"),
    ] {
        let whole = in_one_go("ExportOrderList.csv", text.as_bytes(), 999_983);
        let (sliced, _) = in_slices("ExportOrderList.csv", text.as_bytes(), 1 << 20);
        assert_same(&whole, &sliced);
    }
}

#[test]
fn a_wrong_guess_is_read_again() {
    // Between the quotes stands what looks like rows.
    let row = "2400000000000001,a,1.00,交易成功,上海 上海市,围巾,2025-03-01 10:00:00,店,1\r\n";
    let quoted = format!(
        "2400000000000002,\"{}\",1.00,交易成功,上海 上海市,帽子,2025-03-01 10:00:00,店,1\r\n",
        row.repeat(1_000)
    );
    let text = format!("{HEADER}\r\n{}", quoted.repeat(40));
    let whole = in_one_go("ExportOrderList.csv", text.as_bytes(), 1 << 20);
    let (sliced, again) = in_slices("ExportOrderList.csv", text.as_bytes(), 1 << 20);
    assert_same(&whole, &sliced);
    assert!(again > 0);
}

#[test]
fn utf_16_is_read_in_one_go() {
    let text = file(
        &[
            "2400000000000001,a,1.00,交易成功,上海 上海市,围巾,2025-03-01 10:00:00,店,1\r\n"
                .to_owned(),
        ],
        2 << 20,
        false,
    );
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut reader = FileReader::new("a.csv", bytes.len() as u64, CONTEXT);
    reader.feed(&bytes[..1 << 20]);
    assert!(matches!(
        reader.slice(1, 1 << 20..=1 << 20),
        Rest::InOneGo(_)
    ));
}
