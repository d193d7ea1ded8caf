//! A line of text to be typed, with its label and what is wrong with it.

use leptos::prelude::*;

/// A line of text.
#[component]
pub fn TextField(
    /// Names it in the document; unique.
    id: &'static str,
    /// What is to be typed.
    #[prop(into)]
    label: Signal<String>,
    /// What was typed.
    value: RwSignal<String>,
    /// An example.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// A remark where nothing is wrong.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// Whether what is typed is hidden.
    #[prop(optional)]
    secret: bool,
    /// Whether the focus goes here when the dialog opens.
    #[prop(default = true)]
    first: bool,
    /// How long it may be.
    #[prop(default = 60)]
    longest: u32,
) -> impl IntoView {
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id class="input" type=if secret { "password" } else { "text" } autocomplete=if secret { "new-password" } else { "off" }
                maxlength=longest autofocus=first
                placeholder=placeholder prop:value=value aria-describedby=described
                aria-invalid=move || error.get().is_some().to_string()
                on:input=move |ev| value.set(event_target_value(&ev))
            />
            <p
                class=move || if error.get().is_some() { "field-error" } else { "field-hint" }
                id=error_id aria-live="polite"
            >
                {move || error.get().or_else(|| hint.get())}
            </p>
        </div>
    }
}
