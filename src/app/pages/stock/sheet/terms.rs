//! How an item is bought: typed once, remembered.

use crate::analytics::stock::change::StockChange;
use crate::analytics::stock::desk::ItemTerms;
use crate::app::context::use_app;
use crate::app::pages::stock::Shown;
use crate::app::pages::stock::numbers::{NumberInput, count, permille};
use crate::app::tasks::change_stock;
use crate::i18n::Text;
use crate::screens::stock::days;
use leptos::prelude::*;

/// Supplier, minimum, box, lead time and service level of an item.
#[component]
pub(in crate::app::pages::stock) fn TermsForm(
    stock: Shown,
    /// The item's code.
    item: String,
) -> impl IntoView {
    let app = use_app();
    let code = StoredValue::new(item);
    let typed = Memo::new(move |_| {
        code.with_value(|code| {
            stock.with(|view| {
                let terms = view.as_ref().and_then(|view| view.desk.terms.get(code));
                terms.cloned().unwrap_or_default()
            })
        })
    });
    let by_table = Memo::new(move |_| {
        code.with_value(|code| {
            stock.with(|view| {
                let terms = view.as_ref().and_then(|view| view.table_terms.get(code));
                terms.cloned().unwrap_or_default()
            })
        })
    });
    let change = move |change: &dyn Fn(&mut ItemTerms)| {
        let mut terms = typed.get_untracked();
        change(&mut terms);
        if terms != typed.get_untracked() {
            let item = code.get_value();
            change_stock::one(app, StockChange::Terms { item, terms });
        }
    };
    let suppliers = move || {
        let names = stock.with(|view| view.as_ref().map(|view| view.suppliers.clone()));
        let option = |name: String| view! { <option value=name></option> };
        names
            .unwrap_or_default()
            .into_iter()
            .map(option)
            .collect_view()
    };
    let list_id = code
        .with_value(|code| format!("suppliers-{}", crate::analytics::stock::gather::mark(code)));
    let of_list = list_id.clone();
    let label = move |text: Text| Signal::derive(move || app.text(text).to_owned());
    let shown = move |of: fn(&ItemTerms) -> Option<u32>| {
        let text = move |terms: Memo<ItemTerms>| {
            Signal::derive(move || terms.with(|t| of(t).map(|n| n.to_string()).unwrap_or_default()))
        };
        (text(typed), text(by_table))
    };
    let field = move |text: Text,
                      of: fn(&ItemTerms) -> Option<u32>,
                      put: fn(&mut ItemTerms, Option<u32>)| {
        let (value, placeholder) = shown(of);
        let keep = Callback::new(move |n: Option<u32>| change(&|terms| put(terms, n)));
        view! {
            <label class="stock-field">
                <span>{move || app.text(text)}</span>
                <NumberInput label=label(text) value placeholder read=count keep/>
            </label>
        }
    };
    let service = Signal::derive(move || {
        typed.with(|t| {
            let percent = t.service_permille.map(|n| days(f64::from(n) / 10.0));
            percent.unwrap_or_default()
        })
    });
    let usual_service = Signal::derive(move || {
        let usual = stock.with(|view| view.as_ref().map(|v| v.desk.rules.service_permille));
        usual.map(|n| days(f64::from(n) / 10.0)).unwrap_or_default()
    });
    let keep_service = Callback::new(move |n: Option<u32>| {
        change(&|terms| terms.service_permille = n.map(|n| n.clamp(500, 999)));
    });
    let keep_supplier = move |event| {
        let name = event_target_value(&event).trim().to_owned();
        change(&|terms| terms.supplier = (!name.is_empty()).then(|| name.clone()));
    };
    view! {
        <h3>{move || app.text(Text::SheetBuying)}</h3>
        <div class="row stock-terms">
            <label class="stock-field">
                <span>{move || app.text(Text::TermsSupplier)}</span>
                <input
                    class="input" list=of_list autocomplete="off" aria-label=move || app.text(Text::TermsSupplier)
                    placeholder=move || by_table.get().supplier.unwrap_or_default()
                    prop:value=move || typed.get().supplier.unwrap_or_default() on:change=keep_supplier
                />
                <datalist id=list_id>{suppliers}</datalist>
            </label>
            {field(Text::TermsMin, |t| t.min_units, |t, n| t.min_units = n)}
            {field(Text::TermsBox, |t| t.box_units, |t, n| t.box_units = n)}
            {field(Text::TermsLead, |t| t.lead_days, |t, n| t.lead_days = n)}
            <label class="stock-field">
                <span>{move || app.text(Text::TermsService)}</span>
                <NumberInput label=label(Text::TermsService) value=service placeholder=usual_service read=permille keep=keep_service/>
            </label>
            <label class="stock-check">
                <input
                    type="checkbox" prop:checked=move || typed.get().is_discontinued
                    on:change=move |event| {
                        let is = event_target_checked(&event);
                        change(&|terms| terms.is_discontinued = is);
                    }
                />
                {move || app.text(Text::TermsStop)}
            </label>
        </div>
        <p class="hint">{move || app.text(Text::TermsFromTable)}</p>
    }
}
