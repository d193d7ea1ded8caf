//! What the sheet would say if something were different.

use super::sheet_of;
use crate::analytics::stock::sheet::what_if::WhatIf;
use crate::app::context::use_app;
use crate::app::pages::stock::Shown;
use crate::app::pages::stock::numbers::{NumberInput, permille, signed};
use crate::i18n::Text;
use crate::screens::stock::sheet::{totals, totals_now};
use crate::screens::stock::steps::permille as percent;
use leptos::prelude::*;

/// The service levels to choose from, in thousandths.
const SERVICES: [u32; 6] = [850, 900, 950, 970, 980, 990];

/// The levers.
#[component]
pub(super) fn Levers(stock: Shown, what_if: RwSignal<WhatIf>) -> impl IntoView {
    let app = use_app();
    let is_different = Memo::new(move |_| what_if.get() != WhatIf::default());
    let label = move |text: Text| Signal::derive(move || app.text(text).to_owned());
    let around = |permille: u32| match i64::from(permille) - 1_000 {
        0 => String::new(),
        n => crate::screens::stock::days(n as f64 / 10.0).replace('−', "-"),
    };
    let lead = Signal::derive(move || match what_if.get().more_lead_days {
        0 => String::new(),
        n => n.to_string(),
    });
    let demand = Signal::derive(move || around(what_if.get().demand_permille));
    let price = Signal::derive(move || around(what_if.get().price_permille));
    let elasticity = Signal::derive(move || match what_if.get().elasticity_milli {
        0 => String::new(),
        n => crate::screens::stock::days(f64::from(n) / 1_000.0).replace('−', "-"),
    });
    let service = move |event| {
        let chosen = event_target_value(&event).parse().ok();
        what_if.update(|what_if| what_if.service_permille = chosen);
    };
    let option = move |permille: u32| {
        view! {
            <option value=permille.to_string() selected=move || what_if.get().service_permille == Some(permille)>
                {percent(permille)}
            </option>
        }
    };
    let compared = move || {
        let lang = app.lang.get();
        stock.with(|view| {
            let sheet = sheet_of(view.as_ref()?)?;
            (sheet.what_if != WhatIf::default()).then(|| {
                let as_set = app.say(Text::WhatIfBase, &[&totals(sheet.base, lang)]);
                let would = app.say(Text::WhatIfDiffers, &[&totals(totals_now(sheet), lang)]);
                view! { <p class="stock-compared" role="status"><strong>{would}</strong> <span class="hint">{as_set}</span></p> }
            })
        })
    };
    view! {
        <section class="panel stock-lever" aria-labelledby="stock-what-if">
            <h3 id="stock-what-if">{move || app.text(Text::WhatIfTitle)}</h3>
            <div class="row stock-terms">
                <label class="stock-field">
                    <span>{move || app.text(Text::WhatIfService)}</span>
                    <select class="input" aria-label=move || app.text(Text::WhatIfService) on:change=service>
                        <option value="" selected=move || what_if.get().service_permille.is_none()>
                            {move || app.text(Text::WhatIfAsRules)}
                        </option>
                        {SERVICES.map(option).collect_view()}
                    </select>
                </label>
                <label class="stock-field">
                    <span>{move || app.text(Text::WhatIfLead)}</span>
                    <NumberInput label=label(Text::WhatIfLead) value=lead placeholder="0".to_owned() read=signed
                        keep=move |n: i32| what_if.update(|w| w.more_lead_days = n.clamp(-60, 180))/>
                </label>
                <label class="stock-field">
                    <span>{move || app.text(Text::WhatIfDemand)}</span>
                    <NumberInput label=label(Text::WhatIfDemand) value=demand placeholder="0".to_owned() read=signed
                        keep=move |n: i32| what_if.update(|w| w.demand_permille = changed(n))/>
                </label>
                <label class="stock-field">
                    <span>{move || app.text(Text::WhatIfPrice)}</span>
                    <NumberInput label=label(Text::WhatIfPrice) value=price placeholder="0".to_owned() read=signed
                        keep=move |n: i32| what_if.update(|w| w.price_permille = changed(n).max(10))/>
                </label>
                <label class="stock-field">
                    <span>{move || app.text(Text::WhatIfElasticity)}</span>
                    <NumberInput label=label(Text::WhatIfElasticity) value=elasticity placeholder="0".to_owned() read=elastic
                        keep=move |n: i32| what_if.update(|w| w.elasticity_milli = n)/>
                </label>
                <Show when=move || is_different.get()>
                    <button type="button" class="button small" on:click=move |_| what_if.set(WhatIf::default())>
                        {move || app.text(Text::WhatIfReset)}
                    </button>
                </Show>
            </div>
            {compared}
            <p class="hint">{move || app.text(Text::WhatIfHint)}</p>
        </section>
    }
}

/// A change in percent as thousandths of what it was, never below nothing.
fn changed(percent: i32) -> u32 {
    u32::try_from(1_000 + percent.clamp(-100, 1_000) * 10).unwrap_or(0)
}

/// An elasticity in thousandths; what has no sign lowers demand as prices rise.
fn elastic(text: &str) -> Result<i32, super::super::numbers::NotANumber> {
    let text = text.trim().replace('−', "-");
    let size = permille(text.trim_start_matches(['-', '+']))?.unwrap_or(0) as i32 * 100;
    Ok(match text.starts_with('+') {
        true => size.min(10_000),
        false => -size.min(10_000),
    })
}
