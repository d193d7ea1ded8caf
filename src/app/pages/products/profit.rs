//! What each item makes, and what was typed of what selling costs.

use super::Shown;
use super::panel::TablePanel;
use crate::analytics::products::fees::Fees;
use crate::app::context::use_app;
use crate::app::tasks::keep_items;
use crate::i18n::Text;
use crate::screens::products::profit::{Fee, remark, table};
use leptos::prelude::*;

/// The sections 单品利润 and 卖一单的费用.
#[component]
pub(super) fn ProfitPanels(products: Shown) -> impl IntoView {
    let app = use_app();
    let fees =
        Memo::new(move |_| products.with(|p| p.as_ref().map(|p| p.fees).unwrap_or_default()));
    let field = move |fee| view! { <FeeField fee fees/> };
    view! {
        <TablePanel id="products-profit" title=Text::ProfitTitle none=Text::ProfitNone remark table products/>
        <section class="panel products-fees screen-only" aria-labelledby="products-fees">
            <div class="panel-head">
                <h2 id="products-fees">{move || app.text(Text::FeesTitle)}</h2>
                <p class="panel-remark">{move || app.text(Text::FeesHow)}</p>
            </div>
            <div class="fees">{Fee::ALL.map(field).collect_view()}</div>
        </section>
    }
}

#[component]
fn FeeField(fee: Fee, fees: Memo<Fees>) -> impl IntoView {
    let app = use_app();
    let wrong = RwSignal::new(None::<Text>);
    let keep = move |event| match fee.put(fees.get_untracked(), &event_target_value(&event)) {
        Ok(typed) => {
            wrong.set(None);
            keep_items::fees(app, typed);
        }
        Err(why) => wrong.set(Some(why)),
    };
    view! {
        <label class="fee">
            <span>{move || app.text(fee.name())}</span>
            <input
                class="input" inputmode="decimal" autocomplete="off"
                prop:value=move || fee.typed(&fees.get())
                aria-invalid=move || wrong.get().is_some().to_string() on:change=keep
            />
            {move || wrong.get().map(|why| view! { <small class="field-error" role="alert">{app.text(why)}</small> })}
        </label>
    }
}
