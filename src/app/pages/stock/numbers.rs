//! A small input for a number, kept when it is left, with what is wrong with it beside it.

use crate::app::context::use_app;
use crate::i18n::Text;
use leptos::prelude::*;

/// What was typed is no number of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotANumber;

/// A number that is kept when the input is left.
#[component]
pub(super) fn NumberInput<T: Send + Sync + 'static>(
    /// Names it for those who do not see what it stands beside.
    #[prop(into)]
    label: Signal<String>,
    /// What it shows.
    #[prop(into)]
    value: Signal<String>,
    /// What it shows grey where nothing was typed.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Reads what was typed.
    read: fn(&str) -> Result<T, NotANumber>,
    /// Keeps it.
    #[prop(into)]
    keep: Callback<T>,
    /// What is said where it is no number.
    #[prop(default = Text::RulesNotNumber)]
    wrong_text: Text,
) -> impl IntoView {
    let app = use_app();
    let is_wrong = RwSignal::new(false);
    let change = move |event| match read(&event_target_value(&event)) {
        Ok(value) => {
            is_wrong.set(false);
            keep.run(value);
        }
        Err(NotANumber) => is_wrong.set(true),
    };
    view! {
        <input
            class="input amount" inputmode="decimal" autocomplete="off" aria-label=move || label.get()
            placeholder=move || placeholder.get() prop:value=move || value.get()
            aria-invalid=move || is_wrong.get().to_string() on:change=change
        />
        <Show when=move || is_wrong.get()>
            <small class="field-error" role="alert">{move || app.text(wrong_text)}</small>
        </Show>
    }
}

/// A number of any size, its decimals after a point; nothing where nothing was typed.
fn plain(text: &str) -> Result<Option<f64>, NotANumber> {
    let text: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, ',' | '，' | '¥' | '%' | ' '))
        .map(|c| if c == '−' { '-' } else { c })
        .collect();
    if text.is_empty() {
        return Ok(None);
    }
    let number: f64 = text.parse().map_err(|_| NotANumber)?;
    number.is_finite().then_some(Some(number)).ok_or(NotANumber)
}

/// Units from 0 on; nothing where nothing was typed.
pub(super) fn units(text: &str) -> Result<Option<i64>, NotANumber> {
    match plain(text)? {
        Some(units) if units.fract() != 0.0 || !(0.0..=1e9).contains(&units) => Err(NotANumber),
        units => Ok(units.map(|units| units as i64)),
    }
}

/// A whole number from 1 to a million; nothing where nothing was typed.
pub(super) fn count(text: &str) -> Result<Option<u32>, NotANumber> {
    match units(text)? {
        Some(0) => Ok(None),
        Some(units) => u32::try_from(units)
            .ok()
            .filter(|units| *units <= 1_000_000)
            .map(Some)
            .ok_or(NotANumber),
        None => Ok(None),
    }
}

/// A whole number below nothing or above; 0 where nothing was typed.
pub(super) fn signed(text: &str) -> Result<i32, NotANumber> {
    match plain(text)? {
        Some(n) if n.fract() != 0.0 || n.abs() > 10_000.0 => Err(NotANumber),
        n => Ok(n.map_or(0, |n| n as i32)),
    }
}

/// Percent as thousandths, from 0 on; nothing where nothing was typed.
pub(super) fn permille(text: &str) -> Result<Option<u32>, NotANumber> {
    match plain(text)? {
        Some(percent) if !(0.0..=1_000.0).contains(&percent) => Err(NotANumber),
        percent => Ok(percent.map(|percent| (percent * 10.0).round() as u32)),
    }
}

/// An amount in 元 as 分; nothing where nothing was typed.
pub(super) fn fen(text: &str) -> Result<Option<i64>, NotANumber> {
    crate::screens::plan::typed::fen(text).map_err(|_| NotANumber)
}
