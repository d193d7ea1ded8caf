//! A dialog over everything else: the browser's own, so that the focus stays inside, Esc closes it, and the rest of the
//! page is out of reach. The focus goes back to where it was.

use crate::app::components::icon::{Icon, Picture};
use crate::app::context::use_app;
use crate::i18n::Text;
use crate::platform::dom;
use leptos::html;
use leptos::prelude::*;

/// A dialog that is open for as long as it is on the page.
#[component]
pub fn Dialog(
    /// Names it in the document; unique.
    id: &'static str,
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// Called when it has been closed, whoever closed it.
    #[prop(into)]
    close: Callback<()>,
    /// `full`, `wide`, `narrow`, or nothing.
    #[prop(default = "")]
    class: &'static str,
    /// Whether it stays when something beside it is pressed: there is work in it.
    #[prop(optional)]
    stays: bool,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let node = NodeRef::<html::Dialog>::new();
    let title_id = format!("{id}-title");
    let named_by = title_id.clone();
    hold_open(node);
    let shut = move || {
        if let Some(dialog) = node.get_untracked() {
            dom::close_modal(&dialog);
        }
    };
    view! {
        <dialog
            id=id class=format!("dialog {class}") node_ref=node aria-labelledby=named_by
            on:close=move |_| close.run(()) on:mousedown=move |ev| if !stays && dom::hit_itself(&ev) { shut() }
        >
            <div class="dialog-card">
                <header class="dialog-head">
                    <h2 id=title_id>{title}</h2>
                    <button type="button" class="button quiet square" aria-label=move || app.text(Text::Close)
                        on:click=move |_| shut()>
                        <Picture icon=Icon::Cross/>
                    </button>
                </header>
                {children()}
            </div>
        </dialog>
    }
}

/// Opens the dialog as soon as it is on the page, and gives the focus back when it goes.
pub fn hold_open(node: NodeRef<html::Dialog>) {
    let before = StoredValue::new_local(dom::focused());
    Effect::new(move |_| {
        if let Some(dialog) = node.get() {
            dom::show_modal(&dialog);
        }
    });
    on_cleanup(move || {
        let before = before.try_with_value(Clone::clone).flatten();
        dom::give_back_soon(before);
    });
}
