//! What is said in passing, at the lower edge. An error stays until it is closed; everything else goes by itself, but not
//! while it is pointed at or holds the focus.

use crate::app::components::icon::{Icon, Picture};
use crate::app::context::{Toast, use_app};
use crate::i18n::Text;
use leptos::prelude::*;
use std::time::Duration;

const STAYS: Duration = Duration::from_secs(6);
/// Something that can be taken back stays longer.
const STAYS_WITH_ACTION: Duration = Duration::from_secs(12);

/// What is being said.
#[component]
pub fn Toasts() -> impl IntoView {
    let app = use_app();
    view! {
        <div class="toasts" role="region" aria-label=move || app.text(Text::Notices)>
            <div aria-live="polite">
                <For each=move || app.toasts.get() key=|toast| toast.id let:toast>
                    <OneToast toast/>
                </For>
            </div>
        </div>
    }
}

#[component]
fn OneToast(toast: Toast) -> impl IntoView {
    let app = use_app();
    let id = toast.id;
    let dismiss = move || app.toasts.update(|toasts| toasts.retain(|t| t.id != id));
    let is_held = RwSignal::new(false);
    let stays = if toast.action.is_some() {
        STAYS_WITH_ACTION
    } else {
        STAYS
    };
    if !toast.error {
        Effect::new(move |_| {
            if is_held.get() {
                return;
            }
            let timer = set_timeout_with_handle(dismiss, stays);
            on_cleanup(move || {
                if let Ok(timer) = timer {
                    timer.clear();
                }
            });
        });
    }
    let action = toast.action.map(|(text, command)| {
        view! {
            <button type="button" class="button small" on:click=move |_| {
                dismiss();
                app.run(command);
            }>
                {move || app.text(text)}
            </button>
        }
    });
    view! {
        <div
            class="toast" class:bad=toast.error role=if toast.error { "alert" } else { "status" }
            on:mouseenter=move |_| is_held.set(true) on:mouseleave=move |_| is_held.set(false)
            on:focusin=move |_| is_held.set(true) on:focusout=move |_| is_held.set(false)
        >
            <p>{toast.text}</p>
            {action}
            <button type="button" class="button quiet square" aria-label=move || app.text(Text::Close)
                on:click=move |_| dismiss()>
                <Picture icon=Icon::Cross/>
            </button>
        </div>
    }
}
