//! What a table that is not recognised could be: for every kind, how well its columns fit what is seen of the table. A
//! proposal is shown to the operator, who decides; nothing is imported on its word.

use crate::import::cells;
use crate::import::columns::{ColumnBuilder, ReadContext};
use crate::import::encoding::CellEncoding;
use crate::import::headers::normalised;
use crate::import::kinds::personal::is_personal;
use crate::import::kinds::{self, Cell, Field, Kind, System};
use crate::import::sketch::{Guess, Proposal, Sketch};
use crate::model::time::Civil;
use rustc_hash::FxHashSet;

/// A column is not proposed below this.
const LEAST: u32 = 40;
/// What the names of two columns must have in common before their values count, in percent.
const LEAST_NAME: u32 = 20;
/// What a second reading cannot do without must be as sure as this.
const LEAST_SECOND: u32 = 60;
/// A kind of which a column is not found that it cannot do without is at most this sure: too little to be proposed.
const MOST_INCOMPLETE: u32 = 45;
/// Words in a header that names an order or another document.
const DOCUMENTS: [&str; 2] = ["单号", "订单"];
/// Digits from which on a number is more likely an identity than an amount.
const ID_DIGITS: usize = 12;

/// What a table could be, the likeliest first; `now` is the page's clock, which says what can be a date.
pub fn proposals(sketch: &Sketch, now: Civil) -> Vec<Proposal> {
    let mut all: Vec<Proposal> = kinds::ALL
        .iter()
        .map(|kind| proposal(kind, sketch, now))
        .collect();
    // Stable: where two fit equally well, the one declared first.
    all.sort_by_key(|proposal| std::cmp::Reverse(proposal.confidence));
    all
}

/// What a table that an operator keeps is as well: a list of articles may say what they cost and how many there are. `None`
/// unless a column that no other kind of such tables can do without is left over by what the table was taken for.
pub fn second_reading(sketch: &Sketch, now: Civil) -> Option<Proposal> {
    let taken = sketch.mapping.as_ref()?;
    let is_own = |kind: &&'static Kind| kind.system == System::Own;
    kinds::by_name(&taken.kind).filter(|kind| is_own(kind))?;
    let others = kinds::ALL.iter().copied().filter(is_own);
    let others = others.filter(|kind| kind.name != taken.kind);
    let mut readings = others.map(|kind| (kind, proposal(kind, sketch, now)));
    let is_left = |guess: &Guess| taken.columns.iter().all(|(_, place)| *place != guess.place);
    let is_one = |kind: &Kind, reading: &Proposal| {
        let must = |column: &&str| {
            let guess = reading.columns.iter().find(|g| g.column == **column);
            guess.is_some_and(|g| is_left(g) && g.confidence >= LEAST_SECOND)
        };
        let names: Vec<String> = sketch.headers.iter().map(|h| normalised(h)).collect();
        kind.must.iter().all(must) && !names.iter().any(|n| kind.foreign.contains(&n.as_str()))
    };
    readings
        .find(|(kind, reading)| is_one(kind, reading))
        .map(|(_, reading)| reading)
}

/// How a table would be read as a kind.
pub fn proposal(kind: &'static Kind, sketch: &Sketch, now: Civil) -> Proposal {
    let names: Vec<String> = sketch.headers.iter().map(|h| normalised(h)).collect();
    let mut likely = Vec::new();
    for (at, field) in kind.fields.iter().enumerate() {
        for (place, name) in names.iter().enumerate() {
            // What is personal is not guessed at.
            if is_personal(name) && !field.headers.contains(&name.as_str()) {
                continue;
            }
            let cells = cells_of(sketch, place);
            let confidence = confidence(field, name, &sketch.headers[place], &cells, now);
            if confidence >= LEAST {
                likely.push((confidence, at, place));
            }
        }
    }
    likely.sort_by_key(|&(confidence, at, place)| (std::cmp::Reverse(confidence), at, place));
    let mut places: Vec<Option<(usize, u32)>> = vec![None; kind.fields.len()];
    for (confidence, at, place) in likely {
        // One column of a file is one column of a kind, but for those that are read twice: the two days of a period.
        let is_twin = |other: usize| kind.fields[other].label() == kind.fields[at].label();
        let is_taken = (0..places.len())
            .any(|other| places[other].is_some_and(|(p, _)| p == place) && !is_twin(other));
        if places[at].is_none() && !is_taken {
            places[at] = Some((place, confidence));
        }
    }
    let columns: Vec<Guess> = kind
        .fields
        .iter()
        .zip(&places)
        .filter_map(|(field, found)| {
            found.map(|(place, confidence)| Guess {
                column: field.column.to_owned(),
                place,
                confidence,
            })
        })
        .collect();
    let is_foreign = names.iter().any(|n| kind.foreign.contains(&n.as_str()));
    let is_foreign = is_foreign || is_of_documents(&names) && !has_documents(kind);
    let has = |column: &&str| columns.iter().any(|guess| guess.column == **column);
    let is_whole = kind.must.iter().all(has);
    let sure = confidence_of_kind(kind, &columns, &names);
    let sure = if is_foreign { sure / 2 } else { sure };
    Proposal {
        kind: kind.name.to_owned(),
        confidence: if is_whole {
            sure
        } else {
            sure.min(MOST_INCOMPLETE)
        },
        columns,
    }
}

/// Whether a table has a row for an order, a parcel or a case.
fn is_of_documents(names: &[String]) -> bool {
    names.iter().any(|name| names_document(name))
}

/// Whether a kind knows of orders, parcels or cases.
fn has_documents(kind: &Kind) -> bool {
    let mut headers = kind.fields.iter().flat_map(|field| field.headers);
    headers.any(|header| names_document(header))
}

fn names_document(header: &str) -> bool {
    DOCUMENTS.iter().any(|word| header.contains(word))
}

fn cells_of(sketch: &Sketch, place: usize) -> Vec<&str> {
    let cells = sketch.rows.iter().filter_map(|row| row.get(place));
    let cells = cells.map(|cell| cell.trim());
    cells.filter(|cell| !cell.is_empty()).collect()
}

/// How sure we are of a kind: what it cannot do without weighs most, what names its rows and what is summed less, and what
/// else is in the table a little.
fn confidence_of_kind(kind: &Kind, columns: &[Guess], names: &[String]) -> u32 {
    let of = |column: &str| {
        let guess = columns.iter().find(|g| g.column == column);
        guess.map_or(0, |g| g.confidence)
    };
    // Most tables have a day: it does not tell one from another.
    let is_moment = |column: &str| {
        let cell = kind.field(column).map(|field| field.cell);
        matches!(cell, Some(Cell::Time | Cell::Day | Cell::LastDay))
    };
    // One of the columns that name a row is enough to begin with.
    let keys = kind.key.iter().filter(|column| !is_moment(column));
    let named = keys.map(|column| of(column)).max();
    let weight = |column: &str| if is_moment(column) { 1 } else { 4 };
    let must = kind.must.iter().map(|column| (weight(column), of(column)));
    let keys = named.map(|confidence| (2, confidence));
    let totals = kind.totals.iter().map(|column| (1, of(column)));
    let mut weighed: Vec<(u32, u32)> = must.chain(keys).chain(totals).collect();
    let mut marks: Vec<u32> = kind.marks.iter().map(|column| of(column)).collect();
    marks.sort_by_key(|confidence| std::cmp::Reverse(*confidence));
    weighed.extend(marks.iter().take(kind.min_marks).map(|c| (2, *c)));
    let named = names.iter().filter(|n| !n.is_empty()).count().max(1);
    let used: FxHashSet<usize> = columns.iter().map(|g| g.place).collect();
    let share = (100 * used.len() / named).min(100) as u32;
    let weights: u32 = weighed.iter().map(|(weight, _)| weight).sum();
    weighed.push(((weights / 8).max(1), share));
    let sum: u32 = weighed.iter().map(|(weight, sure)| weight * sure).sum();
    sum / (weights + (weights / 8).max(1))
}

/// How sure we are that a column of a file is one of a kind: by its name, and by whether its cells can be read.
fn confidence(field: &'static Field, name: &str, header: &str, cells: &[&str], now: Civil) -> u32 {
    let name = field
        .headers
        .iter()
        .map(|known| similarity(name, known))
        .max()
        .unwrap_or(0);
    if name < LEAST_NAME {
        return 0;
    }
    let context = ReadContext { salt: [0; 16], now };
    let builder = ColumnBuilder::new(field, header, CellEncoding::Utf8, context);
    let fitting = cells.iter().filter(|c| builder.fits(c.as_bytes())).count();
    if fitting * 2 < cells.len() {
        return 0;
    }
    let name = name * (fitting.max(1) as u32) / (cells.len().max(1) as u32);
    // A long number is an identity, but of what only its name says.
    let is_named = field.cell != Cell::Id || name >= LEAST;
    if name < 100
        && is_named
        && !cells.is_empty()
        && cells.iter().all(|cell| is_telling(field.cell, cell))
    {
        name + (100 - name) * 2 / 5
    } else {
        name
    }
}

/// Whether a cell that fits says by itself that it belongs to such a column: most texts are no dates.
fn is_telling(wanted: Cell, cell: &str) -> bool {
    match wanted {
        Cell::Time | Cell::Day | Cell::LastDay | Cell::Status(_) | Cell::Province => true,
        Cell::Id => {
            matches!(cells::id(cell.as_bytes()), cells::Id::Number(n) if n.to_string().len() >= ID_DIGITS)
        }
        _ => false,
    }
}

/// How much alike two headers are, in percent.
fn similarity(name: &str, known: &str) -> u32 {
    let bare = |text: &str| -> Vec<char> {
        let unit = text.find('(').filter(|at| *at > 0);
        text[..unit.unwrap_or(text.len())].chars().collect()
    };
    if name == known {
        return 100;
    }
    let (name, known) = (bare(name), bare(known));
    if name == known {
        return 95;
    }
    let (short, long) = match name.len() <= known.len() {
        true => (&name, &known),
        false => (&known, &name),
    };
    if short.is_empty() {
        return 0;
    }
    // What stands last in a compound says the least of it: 内容 is not yet 评论内容.
    if short.len() >= 2 && name.len() < known.len() && known.ends_with(&name) {
        return 45 + (35 * short.len() / long.len()) as u32;
    }
    let is_inside = short.len() >= 2 && long.windows(short.len()).any(|part| part == &short[..]);
    if is_inside {
        return 55 + (35 * short.len() / long.len()) as u32;
    }
    let pairs = |text: &[char]| text.windows(2).map(|p| (p[0], p[1])).collect();
    let letters = |text: &[char]| text.iter().map(|c| (*c, *c)).collect();
    let alike = dice(pairs(&name), pairs(&known)) + dice(letters(&name), letters(&known));
    alike * 45 / 100
}

/// The coefficient of Dice of two sets, in percent.
fn dice(ours: FxHashSet<(char, char)>, theirs: FxHashSet<(char, char)>) -> u32 {
    let common = ours.intersection(&theirs).count();
    (200 * common / (ours.len() + theirs.len()).max(1)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kinds::{DAY, LAST_DAY};

    const NOW: Civil = Civil(848_534_400);

    fn sketch(text: &str) -> Sketch {
        let line = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
        let mut lines = text.lines().map(line);
        Sketch {
            headers: lines.next().unwrap_or_default(),
            rows: lines.collect(),
            ..Sketch::default()
        }
    }

    fn place_of(proposal: &Proposal, column: &str) -> Option<usize> {
        let guess = proposal.columns.iter().find(|g| g.column == column);
        guess.map(|g| g.place)
    }

    #[test]
    fn orders_under_other_headers_are_proposed() {
        let sketch = sketch(
            "订单编码,客户姓名,下单的时间,付款日期时间,订单总额,实付款金额,单据状态\n\
             819000000000000001,某某,2026-11-16 10:00:00,2026-11-16 10:04:00,1200.00,1000.00,交易成功\n\
             819000000000000002,某某,2026-11-16 21:30:00,,80.00,0.00,等待买家付款",
        );
        let best = proposals(&sketch, NOW).remove(0);
        assert_eq!(best.kind, "orders");
        assert!(best.confidence >= 60, "{best:?}");
        let found = [
            "order_id",
            "created_at",
            "paid_at",
            "ordered_fen",
            "paid_fen",
            "status",
        ]
        .map(|column| place_of(&best, column));
        assert_eq!(found, [0, 2, 3, 4, 5, 6].map(Some), "{best:?}");
    }

    #[test]
    fn a_table_made_by_hand_is_proposed_as_costs_or_stock() {
        let costs = sketch("货品的号,叫什么,进价含税(元)\nA-1,围巾,35.50\nA-2,蜡烛,8");
        let best = proposals(&costs, NOW).remove(0);
        assert_eq!(
            (best.kind.as_str(), place_of(&best, "cost_fen")),
            ("costs", Some(2))
        );
        let stock = sketch("款号码,品名,仓内现有库存\nA-1,围巾,35\nA-2,蜡烛,8");
        let best = proposals(&stock, NOW).remove(0);
        assert_eq!(best.kind, "stock");
        let found = ["sku_code", "title", "stock_units_milli"].map(|c| place_of(&best, c));
        assert_eq!(found, [0, 1, 2].map(Some));
    }

    #[test]
    fn a_table_of_another_system_is_taken_for_orders_and_for_nothing_that_it_does_not_say() {
        let orders = sketch(
            "内部单号,平台单号,下单日期,店铺,商品编号,商品名,数量,实付,订单状态,快递单号\n\
             1203456,819000000000000001,2026-11-16 10:00:00,青禾旗舰店,WJ-01,围巾,2,199.00,已发货,SF1",
        );
        let sure = |sketch: &Sketch, kind: &str| {
            let all = proposals(sketch, NOW);
            let found = all.iter().find(|p| p.kind == kind);
            found.map(|p| p.confidence)
        };
        assert_eq!(proposals(&orders, NOW)[0].kind, "jushuitan_orders");
        for other in ["jushuitan_after_sales", "reviews", "costs"] {
            assert!(sure(&orders, other) < Some(50), "{other}");
        }
        // What a purchase cost is no list of costs, and a day makes no review.
        let purchase = sketch(
            "采购单号,供应商,采购日期,商品编码,商品名称,数量,单价,金额,状态\n\
             CG001,义乌厂,2026-11-16,WJ-01,围巾,100,35,3500,已入库",
        );
        let best = proposals(&purchase, NOW).remove(0);
        assert!(best.confidence < 50, "{best:?}");
    }

    #[test]
    fn a_list_of_articles_with_costs_and_stock_is_read_as_both() {
        let second = |text: &str, taken: &'static Kind| {
            let mut sketch = sketch(text);
            sketch.mapping = Some(proposal(taken, &sketch, NOW).mapping());
            second_reading(&sketch, NOW).map(|reading| (reading.kind.clone(), reading.is_certain()))
        };
        let kind = |name| kinds::by_name(name).expect("a kind");
        let costs = kind("costs");
        let stock = kind("stock");
        let both = "款号,品名,剩余数量,进货价\nA-1,围巾,12,35.50";
        assert_eq!(second(both, costs), Some(("stock".into(), false)));
        let exact = "商家编码,成本价,库存\nA-1,35.50,12";
        assert_eq!(second(exact, costs), Some(("stock".into(), true)));
        assert_eq!(second(exact, stock), Some(("costs".into(), true)));
        // Costs alone; a purchase, of which 数量 is no stock; an export of a system.
        assert_eq!(second("商家编码,名称,成本价\nA-1,围巾,35.50", costs), None);
        assert_eq!(second("商家编码,成本价,数量,单价\nA-1,3,2,9", costs), None);
        assert_eq!(second(both, kind("jushuitan_items")), None);
    }

    #[test]
    fn a_header_that_is_known_is_certain_and_a_strange_table_is_not() {
        let known = sketch("订单编号,总金额\n819000000000000001,3.00");
        let orders = proposal(&kinds::orders::KIND, &known, NOW);
        assert!(orders.columns.iter().all(|g| g.confidence == 100));
        let strange = sketch("甲,乙\n1,2");
        let orders = proposal(&kinds::orders::KIND, &strange, NOW);
        assert_eq!((orders.confidence, orders.columns.len()), (0, 0));
    }

    #[test]
    fn a_column_whose_cells_cannot_be_read_is_not_proposed() {
        let sketch = sketch("付款时间点,实付金额合计\n广东省,无\n上海,无");
        let orders = proposal(&kinds::orders::KIND, &sketch, NOW);
        assert_eq!(place_of(&orders, "paid_at"), None);
        assert_eq!(place_of(&orders, "paid_fen"), None);
    }

    #[test]
    fn people_are_never_proposed() {
        let sketch = sketch("收货人姓名,联系手机,订单备注,商家备注\n某某,13900000001,标题,无");
        for proposal in proposals(&sketch, NOW) {
            assert_eq!(proposal.columns, [], "{}", proposal.kind);
        }
    }

    #[test]
    fn a_header_read_twice_is_proposed_twice() {
        let twins: Vec<(&Kind, &str)> = kinds::ALL
            .iter()
            .filter(|kind| kind.field(DAY).is_some() && kind.field(LAST_DAY).is_some())
            .map(|kind| (*kind, kind.label(DAY).unwrap_or_default()))
            .collect();
        for (kind, header) in twins {
            let kind = kinds::by_name(kind.name).expect("a kind");
            let sketch = sketch(&format!("{header},别的\n2026-11-16 ~ 2026-11-17,x"));
            let found = proposal(kind, &sketch, NOW);
            assert_eq!(place_of(&found, DAY), Some(0), "{}", kind.name);
            assert_eq!(place_of(&found, LAST_DAY), Some(0), "{}", kind.name);
        }
    }

    #[test]
    fn names_are_alike_by_what_they_have_in_common() {
        assert_eq!(similarity("进价(元)", "进价"), 95);
        assert!(similarity("现有库存", "库存") >= 70);
        assert!(similarity("实付款金额", "实付金额") > similarity("实付款金额", "退款金额"));
        assert_eq!(similarity("甲", "乙"), 0);
    }
}
