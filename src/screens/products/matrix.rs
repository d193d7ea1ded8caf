//! The nine cells of ABC and XYZ, with what to do in each.

use super::percent;
use super::ranking::{abc_letter, advice_in_short};
use crate::analytics::products::Products;
use crate::analytics::products::abc::{Abc, Basis, LEAST_WEEKS, Xyz, advice};
use crate::i18n::{Lang, Text, format, t};
use crate::screens::sales::reason::kind_title;

/// The matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// What the classes go by.
    pub remark: String,
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// A, B and C, each with its cells.
    pub rows: Vec<(&'static str, Vec<MatrixCell>)>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixCell {
    /// How many items; empty where there is none.
    pub count: String,
    /// Their share of what was paid.
    pub share: String,
    /// What to do with them.
    pub advice: String,
}

/// The matrix of the items that are told.
pub fn matrix(products: &Products, lang: Lang) -> Matrix {
    let columns = [Some(Xyz::X), Some(Xyz::Y), Some(Xyz::Z), None];
    let is_used =
        |xyz: &Option<Xyz>| xyz.is_some() || products.standing.iter().any(|s| s.xyz.is_none());
    let columns: Vec<Option<Xyz>> = columns
        .into_iter()
        .filter(is_used)
        .filter(|xyz| products.paced.is_some() || xyz.is_none())
        .collect();
    let cell = |abc: Abc, xyz: Option<Xyz>| {
        let of_cell = products.standing.iter().zip(&products.items.items);
        let (mut items, mut paid) = (0, 0);
        for (_, item) in of_cell.filter(|(s, _)| s.abc() == abc && s.xyz == xyz) {
            items += 1;
            paid += item.now.paid_fen;
        }
        if items == 0 {
            return MatrixCell {
                count: String::new(),
                share: String::new(),
                advice: String::new(),
            };
        }
        let advice = advice(abc, xyz);
        let service = format::decimals(f64::from(advice.service_permille) / 10.0, 0);
        MatrixCell {
            count: t(lang, Text::ProdCellCount, &[&format::grouped(items)]),
            share: t(
                lang,
                Text::ProdCellShare,
                &[&percent(lang, (paid, products.items.total_fen))],
            ),
            advice: format!(
                "{} · {}",
                advice_in_short(advice, lang),
                t(lang, Text::ProdService, &[&service])
            ),
        }
    };
    let rows = [Abc::A, Abc::B, Abc::C].map(|abc| {
        let cells = columns.iter().map(|xyz| cell(abc, *xyz));
        (abc_letter(abc), cells.collect())
    });
    let name = |xyz: &Option<Xyz>| {
        let text = match xyz {
            Some(Xyz::X) => Text::ProdX,
            Some(Xyz::Y) => Text::ProdY,
            Some(Xyz::Z) => Text::ProdZ,
            None => Text::ProdUnpaced,
        };
        text.get(lang).to_owned()
    };
    Matrix {
        remark: remark(products, lang),
        columns: columns.iter().map(name).collect(),
        rows: rows.to_vec(),
    }
}

fn remark(products: &Products, lang: Lang) -> String {
    let Some(paced) = &products.paced else {
        return Text::ProdMatrixNoPace.get(lang).to_owned();
    };
    let basis = match products.basis {
        Basis::Profit => Text::ProdBasisProfit,
        Basis::Sales => Text::ProdBasisSales,
    };
    let counted = match paced.counts_units {
        true => Text::ProdUnitsOf,
        false => Text::ProdOrdersOf,
    };
    let args = [
        basis.get(lang),
        kind_title(lang, &paced.kind),
        counted.get(lang),
    ];
    let weeks = LEAST_WEEKS.to_string();
    t(
        lang,
        Text::ProdMatrixBy,
        &[args[0], args[1], args[2], &weeks],
    )
}

#[cfg(test)]
mod tests {
    use super::super::sample::products;
    use super::*;

    #[test]
    fn every_item_stands_in_one_cell() {
        let matrix = matrix(&products(), Lang::Zh);
        assert_eq!(matrix.columns.len(), 4);
        let counts: Vec<&str> = matrix
            .rows
            .iter()
            .flat_map(|(_, cells)| cells.iter().map(|cell| cell.count.as_str()))
            .collect();
        let expected = ["1 款", "1 款", "", "", "", "", "", "", "", "", "", "1 款"];
        assert_eq!(counts, expected);
        let (_, of_a) = &matrix.rows[0];
        assert_eq!(of_a[0].share, "占 75.00%");
        assert_eq!(of_a[0].advice, "天天看 · 按建议补 · 服务水平 98%");
    }

    #[test]
    fn without_weeks_there_is_one_column() {
        let mut products = products();
        products.paced = None;
        for standing in &mut products.standing {
            standing.xyz = None;
        }
        let matrix = matrix(&products, Lang::En);
        assert_eq!(matrix.columns, ["too few weeks"]);
        assert_eq!(matrix.remark, Text::ProdMatrixNoPace.get(Lang::En));
    }
}
