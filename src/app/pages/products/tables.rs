//! The tables below the ranking.

use super::Shown;
use super::panel::TablePanel;
use super::profit::ProfitPanels;
use crate::i18n::Text;
use crate::screens::products::tables::{
    low, low_remark, newcomers, newcomers_remark, pairs, pairs_remark, price_bands,
};
use leptos::prelude::*;

/// Low conversion, new items, price bands, bought together.
#[component]
pub(super) fn Tables(products: Shown) -> impl IntoView {
    view! {
        <TablePanel
            id="products-low" title=Text::ProdLowTitle none=Text::ProdLowNone
            remark=low_remark table=low products
        />
        <ProfitPanels products/>
        <TablePanel
            id="products-new" title=Text::ProdNewTitle none=Text::ProdNewNone
            remark=newcomers_remark table=newcomers products
        />
        <TablePanel
            id="products-bands" title=Text::ProdBandsTitle none=Text::ProdBandsNone
            remark=|_, lang| Text::ProdBandsRemark.get(lang).to_owned() table=price_bands products
        />
        <TablePanel
            id="products-pairs" title=Text::ProdPairsTitle none=Text::ProdPairsNone
            remark=pairs_remark table=pairs products
        />
    }
}
