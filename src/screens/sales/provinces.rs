//! The provinces as a ranking and as a grid of squares, one per province, in five steps of colour.

use super::reason::column_label;
use crate::analytics::board::{Board, ProvinceRow};
use crate::analytics::metrics::{Absent, Metric, Value};
use crate::analytics::tally::Tally;
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};
use crate::import::kinds::orders::column;
use crate::model::place::Province;

/// Steps of colour.
pub const STEPS: u8 = 5;

/// A square of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Square {
    /// Which province.
    pub province: Province,
    /// Column on the grid, from 0.
    pub column: u8,
    /// Row on the grid, from 0.
    pub row: u8,
    /// Its name.
    pub name: &'static str,
    /// Its name as far as a square can hold it: in English the two letters of GB/T 2260.
    pub short_name: &'static str,
    /// Its share, short; empty without a payment.
    pub share: String,
    /// 1 to [`STEPS`], 0 without a payment.
    pub step: u8,
    /// Its numbers in full.
    pub readout: String,
}

/// A step of the legend: its number and the lowest share in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// 1 to [`STEPS`].
    pub step: u8,
    /// From which share on, written out.
    pub from: String,
}

/// The map of a board.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// All provinces that have a square.
    pub squares: Vec<Square>,
    /// The legend, palest first; steps that no province reached are left out.
    pub legend: Vec<Step>,
}

/// Why there is nothing to show by province, if so.
pub fn absence(board: &Board, lang: Lang) -> Option<String> {
    board
        .lacking
        .iter()
        .any(|c| c == column::PROVINCE)
        .then(|| {
            t(
                lang,
                Text::ProvinceNoColumn,
                &[column_label(column::PROVINCE)],
            )
        })
}

/// The ranking of a board's provinces.
pub fn table(board: &Board, lang: Lang) -> Table {
    let columns = vec![
        Column::new("province", Text::ColumnProvince.get(lang), Kind::Text).deciding(),
        Column::of_metric(lang, Metric::PaidOrders, Kind::Count),
        Column::of_metric(lang, Metric::PaidNet, Kind::Money).deciding(),
        Column::new("share", Text::ColumnShare.get(lang), Kind::Rate).deciding(),
        Column::of_metric(lang, Metric::SpendPerOrder, Kind::Money),
        Column::of_metric(lang, Metric::RefundRateAmount, Kind::Rate),
    ];
    let cells = |name: String, tally: &Tally| {
        let of = |metric: Metric| Cell::Value(metric.of(tally, &board.lacking));
        vec![
            Cell::Text(name),
            of(Metric::PaidOrders),
            of(Metric::PaidNet),
            Cell::Value(share(board, tally)),
            of(Metric::SpendPerOrder),
            of(Metric::RefundRateAmount),
        ]
    };
    Table {
        columns,
        rows: board
            .provinces
            .iter()
            .map(|p| cells(name(lang, p.province).to_owned(), &p.tally))
            .collect(),
        totals: Some(cells(Text::Total.get(lang).to_owned(), &board.total)),
    }
}

/// The map of a board. A step holds a fifth of the provinces with a payment: in even steps of the share itself, two or
/// three large provinces would leave all others in the palest.
pub fn map(board: &Board, lang: Lang) -> Map {
    let mut ranked: Vec<&ProvinceRow> = board
        .provinces
        .iter()
        .filter(|p| p.province.tile().is_some() && p.tally.paid_net_fen() > 0)
        .collect();
    ranked.sort_by_key(|p| std::cmp::Reverse(p.tally.paid_net_fen()));
    let step_of_rank = |rank: usize| STEPS - (rank * usize::from(STEPS) / ranked.len()) as u8;
    let squares = Province::ALL.iter().filter_map(|&province| {
        let (column, row) = province.tile()?;
        let rank = ranked.iter().position(|p| p.province == province);
        let tally = board.provinces.iter().find(|p| p.province == province);
        Some(Square {
            province,
            column,
            row,
            name: name(lang, province),
            short_name: lang.pick((province.zh(), letters(province))),
            share: rank.map_or_else(String::new, |r| short(&share(board, &ranked[r].tally))),
            step: rank.map_or(0, step_of_rank),
            readout: tally.map_or_else(
                || Text::ProvinceNone.get(lang).to_owned(),
                |p| readout(board, &p.tally, lang),
            ),
        })
    });
    let legend = (1..=STEPS).filter_map(|step| {
        let lowest = ranked
            .iter()
            .enumerate()
            .rev()
            .find(|(r, _)| step_of_rank(*r) == step)?;
        Some(Step {
            step,
            from: short(&share(board, &lowest.1.tally)),
        })
    });
    Map {
        squares: squares.collect(),
        legend: legend.collect(),
    }
}

pub(super) fn name(lang: Lang, province: Province) -> &'static str {
    lang.pick((province.zh(), province.en()))
}

/// The two letters by which GB/T 2260 names a province.
fn letters(province: Province) -> &'static str {
    use Province::*;
    match province {
        Unknown => "?",
        Overseas => "–",
        Heilongjiang => "HL",
        Xinjiang => "XJ",
        InnerMongolia => "NM",
        Jilin => "JL",
        Gansu => "GS",
        Ningxia => "NX",
        Shanxi => "SX",
        Hebei => "HE",
        Beijing => "BJ",
        Tianjin => "TJ",
        Liaoning => "LN",
        Qinghai => "QH",
        Shaanxi => "SN",
        Henan => "HA",
        Shandong => "SD",
        Tibet => "XZ",
        Sichuan => "SC",
        Chongqing => "CQ",
        Hubei => "HB",
        Anhui => "AH",
        Jiangsu => "JS",
        Shanghai => "SH",
        Yunnan => "YN",
        Guizhou => "GZ",
        Hunan => "HN",
        Jiangxi => "JX",
        Zhejiang => "ZJ",
        Guangxi => "GX",
        Guangdong => "GD",
        Fujian => "FJ",
        Taiwan => "TW",
        Hainan => "HI",
        Macau => "MO",
        HongKong => "HK",
    }
}

fn readout(board: &Board, tally: &Tally, lang: Lang) -> String {
    let paid = Metric::PaidNet.of(tally, &board.lacking);
    format!(
        "{} · {}",
        format::full(lang, &paid),
        t(
            lang,
            Text::ProvinceReadout,
            &[
                &format::grouped(tally.paid_orders),
                &format::full(lang, &share(board, tally)),
            ],
        )
    )
}

fn share(board: &Board, tally: &Tally) -> Value {
    match (
        Metric::PaidNet.of(tally, &board.lacking),
        board.value(Metric::PaidNet),
    ) {
        (Value::Fen(num), Value::Fen(den)) if den > 0 => Value::Rate { num, den },
        (Value::Absent(why), _) => Value::Absent(why),
        _ => Value::Absent(Absent::NoDenominator),
    }
}

/// A share with one decimal, as much as a square can hold.
fn short(share: &Value) -> String {
    match share {
        Value::Rate { num, den } => {
            format!(
                "{}%",
                format::decimals(*num as f64 / *den as f64 * 100.0, 1)
            )
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn every_province_has_a_square_and_only_paying_ones_a_colour() {
        let map = map(&sample::board(), Lang::Zh);
        assert_eq!(map.squares.len(), 34);
        let step = |p: Province| map.squares.iter().find(|s| s.province == p).map(|s| s.step);
        assert_eq!(step(Province::Guangdong), Some(5));
        assert_eq!(step(Province::Tibet), Some(3));
        assert_eq!(step(Province::Hainan), Some(0));
        assert_eq!(map.legend.len(), 2);
    }

    #[test]
    fn squares_say_their_share_and_numbers() {
        let map = map(&sample::board(), Lang::Zh);
        let square = map
            .squares
            .iter()
            .find(|s| s.province == Province::Guangdong)
            .expect("a square");
        assert_eq!(square.share, "71.4%");
        assert_eq!(square.readout, "¥36,000.00 · 400 单 · 71.43%");
    }

    #[test]
    fn no_two_squares_go_by_the_same_letters() {
        let all = Province::ALL.iter().map(|p| letters(*p));
        assert_eq!(
            all.collect::<std::collections::BTreeSet<_>>().len(),
            Province::ALL.len()
        );
    }

    #[test]
    fn the_unknown_stands_in_the_ranking_too() {
        let table = table(&sample::board(), Lang::Zh);
        assert_eq!(table.rows[2][0].text(Lang::Zh), "未知");
        assert!(table.rows.iter().all(|r| r.len() == table.columns.len()));
    }

    #[test]
    fn a_file_without_addresses_says_so() {
        let mut board = sample::board();
        assert_eq!(absence(&board, Lang::Zh), None);
        board.lacking = vec![column::PROVINCE.to_owned()];
        assert!(absence(&board, Lang::Zh).is_some());
    }
}
