//! Rows that stand below a table and are none of it: totals, averages, remarks.

use crate::import::cells::trimmed;
use crate::import::encoding::CellEncoding;
use crate::import::headers::normalised;
use std::borrow::Cow;

/// Words that begin a row of totals.
const LABELS: [&str; 12] = [
    "合计",
    "总计",
    "汇总",
    "汇总值",
    "平均值",
    "小计",
    "共计",
    "总和",
    "全店汇总值",
    "全店平均值",
    "同行同层优秀",
    "同行同层均值",
];
/// The labels that mean totals wherever something is named, as UTF-8 and GB18030 write them.
const TOTALS: [&[u8]; 4] = [
    "合计".as_bytes(),
    "总计".as_bytes(),
    b"\xBA\xCF\xBC\xC6",
    b"\xD7\xDC\xBC\xC6",
];

/// Whether a cell begins a row of totals.
pub fn is_label(cell: &str) -> bool {
    let bare = normalised(cell);
    LABELS.iter().any(|label| {
        let rest = bare.strip_prefix(label);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '(', '共']))
    })
}

/// Whether the first cell of a row that is filled begins a row of totals.
pub fn opens_totals<'a>(
    mut cells: impl Iterator<Item = Cow<'a, [u8]>>,
    encoding: CellEncoding,
) -> bool {
    let first = cells.find(|cell| is_filled(cell));
    // No label is written in ASCII, and nearly every row begins with a number.
    let first = first.filter(|cell| !cell.is_ascii());
    first.is_some_and(|cell| is_label(&encoding.decode(&cell).0))
}

/// Whether a cell that should name something says that its row holds totals: 万相台 writes it under 计划名字, with the whole
/// period before it.
pub fn is_total(cell: &[u8]) -> bool {
    // Nearly every cell is longer, and is not looked at any closer.
    let may_be = |first: &u8| matches!(first, 0..=b' ' | b'\'' | b'=' | 0x80..);
    cell.first().is_some_and(may_be) && TOTALS.contains(&trimmed(cell))
}

/// Whether a row is a remark, as 支付宝 ends its tables: `#导出时间：…`.
pub fn is_remark<'a>(mut cells: impl Iterator<Item = Cow<'a, [u8]>>) -> bool {
    let first = cells.next();
    first.is_some_and(|cell| cell.trim_ascii().starts_with(b"#"))
        && !cells.any(|cell| is_filled(&cell))
}

fn is_filled(cell: &[u8]) -> bool {
    !matches!(cell.trim_ascii(), b"" | b"-" | b"--")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells<'a>(row: &[&'a str]) -> impl Iterator<Item = Cow<'a, [u8]>> {
        row.iter().map(|c| Cow::Borrowed(c.as_bytes()))
    }

    #[test]
    fn totals_are_known_wherever_their_label_stands() {
        let opens = |row: &[&str]| opens_totals(cells(row), CellEncoding::Utf8);
        assert!(opens(&["合计：", "12"]));
        assert!(opens(&["", "-", "总计(3)", "12"]));
        assert!(opens(&["汇总值", ""]));
        assert!(!opens(&["总计费用表", "12"]));
        assert!(!opens(&["浴巾", "合计"]));
        assert!(is_total(b"\xD7\xDC\xBC\xC6\t") && is_total(" 合计".as_bytes()));
        assert!(!is_total("合计套餐".as_bytes()));
    }

    #[test]
    fn a_remark_stands_alone() {
        assert!(is_remark(cells(&["#导出时间：[2026年08月02日]", "", "-"])));
        assert!(is_remark(cells(&["#-----账务明细列表结束-----"])));
        assert!(!is_remark(cells(&["#浴巾#", "12"])));
        assert!(!is_remark(cells(&["浴巾", ""])));
    }
}
