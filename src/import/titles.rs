//! What the rows above a table say: which days it is about, which shop it is of.

use crate::import::headers::normalised;
use crate::import::period::{day_without_year, span_in};
use crate::model::time::{Day, Span};

/// Words that name the shop above a table.
const SHOP_TITLES: [&str; 3] = ["店铺名称", "店铺", "店铺名"];

/// Words of when a file was made.
const MADE: [&str; 4] = ["导出", "下载", "生成", "更新"];

/// The day of a state of things that the rows above a table speak of: there, when it was brought up to date is what it is
/// about. A day without its year is the last one up to today.
pub fn day_of_state(titles: &[Vec<String>], today: Day) -> Option<Span> {
    let rows = || titles.iter().map(|row| row.join(" "));
    span(titles)
        .or_else(|| rows().find_map(|row| span_in(&row)))
        .or_else(|| rows().find_map(|row| day_without_year(&row, today)))
        .map(|span| Span::new(span.last, span.last))
}

/// The period that the rows above a table speak of. When it was made is not what it is about.
pub fn span(titles: &[Vec<String>]) -> Option<Span> {
    const ABOUT: [&str; 6] = ["统计", "日期", "周期", "时间", "期间", "账期"];
    let rows: Vec<String> = titles.iter().map(|row| row.join(" ")).collect();
    let is_about = |row: &&String| !MADE.iter().any(|word| row.contains(word));
    let named = rows
        .iter()
        .filter(is_about)
        .filter(|row| ABOUT.iter().any(|word| row.contains(word)))
        .find_map(|row| span_in(row));
    named.or_else(|| rows.iter().filter(is_about).find_map(|row| span_in(row)))
}

/// The shop that the rows above a table name: `店铺名称：某某旗舰店`, in one cell or two.
pub fn shop(titles: &[Vec<String>]) -> Option<String> {
    titles.iter().find_map(|row| {
        row.iter().enumerate().find_map(|(at, cell)| {
            let (title, rest) = cell.split_once(['：', ':']).unwrap_or((cell, ""));
            let next = || row.get(at + 1).map_or("", String::as_str);
            let name = if rest.trim().is_empty() { next() } else { rest };
            let is_title = SHOP_TITLES.contains(&normalised(title).as_str());
            (is_title && !name.trim().is_empty()).then(|| name.trim().to_owned())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_a_file_was_made_is_not_what_it_is_about() {
        let titles = [
            vec!["导出时间".to_owned(), "2026-05-11 09:00:00".to_owned()],
            vec!["统计周期：2026-05-04 ~ 2026-05-10".to_owned()],
        ];
        let found = span(&titles).expect("a period");
        assert_eq!(
            (found.first.to_string().as_str(), found.len_days()),
            ("2026-05-04", 7)
        );
        assert_eq!(span(&titles[..1]), None);
    }

    #[test]
    fn a_state_of_things_is_of_the_day_on_which_it_was_brought_up_to_date() {
        let today = Day::from_ymd(2026, 2, 3).expect("a day");
        let day = |title: &str| {
            let found = day_of_state(&[vec![title.to_owned(), String::new()]], today);
            found.map(|span| span.last.to_string())
        };
        for (title, expected) in [
            ("更新：2026.1.21", "2026-01-21"),
            ("截至2026年1月21日", "2026-01-21"),
            ("库存盘点 2026/1/21 更新", "2026-01-21"),
            ("统计时间：2026-01-01 ~ 2026-01-21", "2026-01-21"),
            ("1月21日更新", "2026-01-21"),
            ("截至12月31号", "2025-12-31"),
        ] {
            assert_eq!(day(title).as_deref(), Some(expected), "{title}");
        }
        assert_eq!(day("成本表（2026 款）"), None);
        assert_eq!(day("13月2日"), None);
    }

    #[test]
    fn a_shop_stands_behind_its_title_or_beside_it() {
        let row = |cells: &[&str]| vec![cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>()];
        assert_eq!(
            shop(&row(&["店铺名称：青禾旗舰店"])).as_deref(),
            Some("青禾旗舰店")
        );
        assert_eq!(
            shop(&row(&["", "店铺", "青禾旗舰店"])).as_deref(),
            Some("青禾旗舰店")
        );
        assert_eq!(shop(&row(&["店铺概况"])), None);
    }
}
