//! How the sheet is made: kept for all sheets to come.

use crate::analytics::stock::change::StockChange;
use crate::analytics::stock::desk::Rules;
use crate::app::context::use_app;
use crate::app::pages::stock::Shown;
use crate::app::pages::stock::numbers::{NumberInput, fen, permille, units};
use crate::app::tasks::change_stock;
use crate::i18n::Text;
use crate::screens::plan::typed::fen_text;
use crate::screens::stock::days;
use leptos::prelude::*;

/// Service level, usual lead time, budget, costs of ordering and keeping.
#[component]
pub(super) fn RulesForm(stock: Shown) -> impl IntoView {
    let app = use_app();
    let rules = Memo::new(move |_| {
        stock.with(|view| {
            view.as_ref()
                .map_or_else(Rules::default, |view| view.desk.rules)
        })
    });
    let change = move |change: &dyn Fn(&mut Rules)| {
        let mut now = rules.get_untracked();
        change(&mut now);
        if now != rules.get_untracked() {
            change_stock::one(app, StockChange::Rules(now));
        }
    };
    let label = move |text: Text| Signal::derive(move || app.text(text).to_owned());
    let shown = move |of: fn(&Rules) -> String| Signal::derive(move || rules.with(of));
    let usual = Rules::default();
    view! {
        <details class="panel stock-lever">
            <summary>{move || app.text(Text::RulesTitle)}</summary>
            <div class="row stock-terms">
                <label class="stock-field">
                    <span>{move || app.text(Text::RulesService)}</span>
                    <NumberInput label=label(Text::RulesService) read=permille
                        value=shown(|r| days(f64::from(r.service_permille) / 10.0))
                        keep={move |n: Option<u32>| change(&|r| r.service_permille = n.map_or(usual.service_permille, |n| n.clamp(500, 999)))}/>
                </label>
                <label class="stock-field">
                    <span>{move || app.text(Text::RulesLead)}</span>
                    <NumberInput label=label(Text::RulesLead) read=units value=shown(|r| r.lead_days.to_string())
                        keep={move |n: Option<i64>| change(&|r| r.lead_days = n.map_or(usual.lead_days, |n| n.clamp(1, 365) as u32))}/>
                </label>
                <label class="stock-field">
                    <span>{move || app.text(Text::RulesSigma)}</span>
                    <NumberInput label=label(Text::RulesSigma) read=units value=shown(|r| r.lead_sigma_days.to_string())
                        keep={move |n: Option<i64>| change(&|r| r.lead_sigma_days = n.map_or(usual.lead_sigma_days, |n| n.clamp(0, 365) as u32))}/>
                </label>
                <label class="stock-field">
                    <span>{move || app.text(Text::RulesBudget)}</span>
                    <NumberInput label=label(Text::RulesBudget) read=fen value=shown(|r| r.budget_fen.map(fen_text).unwrap_or_default())
                        keep={move |n: Option<i64>| change(&|r| r.budget_fen = n)}/>
                </label>
                <label class="stock-field">
                    <span>{move || app.text(Text::RulesPerOrder)}</span>
                    <NumberInput label=label(Text::RulesPerOrder) read=fen value=shown(|r| r.per_order_fen.map(fen_text).unwrap_or_default())
                        keep={move |n: Option<i64>| change(&|r| r.per_order_fen = n)}/>
                </label>
                <label class="stock-field">
                    <span>{move || app.text(Text::RulesKeeping)}</span>
                    <NumberInput label=label(Text::RulesKeeping) read=permille
                        value=shown(|r| r.keeping_permille.map(|n| days(f64::from(n) / 10.0)).unwrap_or_default())
                        keep={move |n: Option<u32>| change(&|r| r.keeping_permille = n)}/>
                </label>
            </div>
            <p class="hint">{move || app.text(Text::RulesHint)}</p>
        </details>
    }
}
