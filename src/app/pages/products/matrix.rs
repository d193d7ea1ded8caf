//! The cells of ABC and XYZ.

use super::Shown;
use crate::app::context::use_app;
use crate::i18n::Text;
use crate::screens::products::matrix::{MatrixCell, matrix};
use leptos::prelude::*;

/// The section ABC × XYZ.
#[component]
pub(super) fn MatrixPanel(products: Shown) -> impl IntoView {
    let app = use_app();
    let shown = Memo::new(move |_| {
        let lang = app.lang.get();
        products.with(|p| p.as_ref().map(|p| matrix(p, lang)))
    });
    let remark = move || shown.with(|m| m.as_ref().map(|m| m.remark.clone()));
    let head = move || {
        let columns = shown.with(|m| m.as_ref().map(|m| m.columns.clone()).unwrap_or_default());
        let column = |name: String| view! { <th scope="col">{name}</th> };
        columns.into_iter().map(column).collect_view()
    };
    let rows = move || {
        let rows = shown.with(|m| m.as_ref().map(|m| m.rows.clone()).unwrap_or_default());
        let row = |(letter, cells): (&'static str, Vec<MatrixCell>)| {
            let cell = |cell: MatrixCell| {
                let is_empty = cell.count.is_empty();
                view! {
                    <td class:empty=is_empty>
                        <strong>{cell.count}</strong>
                        <span>{cell.share}</span>
                        <small>{cell.advice}</small>
                    </td>
                }
            };
            view! { <tr><th scope="row">{letter}</th>{cells.into_iter().map(cell).collect_view()}</tr> }
        };
        rows.into_iter().map(row).collect_view()
    };
    view! {
        <section class="panel" aria-labelledby="products-matrix">
            <div class="panel-head">
                <h2 id="products-matrix">{move || app.text(Text::ProdMatrix)}</h2>
                <p class="panel-remark">{remark}</p>
            </div>
            <div class="scroll-x" tabindex="0" role="group" aria-labelledby="products-matrix">
                <table class="block products-matrix">
                    <thead><tr><td></td>{head}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
