//! Small services of the document: title, focus, dialogs, keys, printing.

use crate::commands::KeyPress;
use leptos::prelude::{
    WindowListenerHandle, document, request_animation_frame, window, window_event_listener_untyped,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement};

/// Names the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Takes away what stood on the page while the app was loading.
pub fn remove_boot_screen() {
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
}

/// The element into which the app is put: `#app`, or the body where there is none.
pub fn mount_point() -> Option<HtmlElement> {
    document()
        .get_element_by_id("app")
        .and_then(|e| e.dyn_into().ok())
        .or_else(|| document().body())
}

/// Moves the focus to an element by its id.
pub fn focus(id: &str) {
    if let Some(element) = html(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to an element that is about to be drawn.
pub fn focus_soon(id: &str) {
    let id = id.to_owned();
    gloo::timers::callback::Timeout::new(0, move || focus(&id)).forget();
}

/// Puts a choice back to its first option: what was chosen has been done.
pub fn reset_choice(event: &web_sys::Event) {
    if let Some(target) = event.target() {
        let _ = js_sys::Reflect::set(&target, &"selectedIndex".into(), &0.into());
    }
}

/// Presses an element by its id, as if it were clicked.
pub fn click(id: &str) {
    if let Some(element) = html(id) {
        element.click();
    }
}

/// Scrolls an element into view, no further than needed.
pub fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        // The options as a plain object: the bindings for them are larger than the call.
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"block".into(), &"nearest".into());
        if let Ok(scroll) = js_sys::Reflect::get(&element, &"scrollIntoView".into())
            && let Some(scroll) = scroll.dyn_ref::<js_sys::Function>()
        {
            let _ = scroll.call1(&element, &options);
        }
    }
}

/// Does something once what has just been changed is on the screen.
pub fn after_paint(then: impl FnOnce() + 'static) {
    // The frame's own callbacks come before it is painted, a task asked for by one of them after.
    request_animation_frame(|| drop(gloo::timers::callback::Timeout::new(0, then).forget()));
}

/// Waits until what has just been changed is on the screen, and goes on in a task of its own.
pub async fn painted() {
    let (done, wait) = futures_channel::oneshot::channel();
    after_paint(|| {
        let _ = done.send(());
    });
    // The sender is never dropped unsent while there is a page.
    let _ = wait.await;
}

/// Scrolls the page to its top.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Prints the page.
pub fn print() {
    if let Ok(print) = js_sys::Reflect::get(&window(), &"print".into())
        && let Some(print) = print.dyn_ref::<js_sys::Function>()
    {
        let _ = print.call0(&window());
    }
}

/// The element that has the focus.
pub fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Gives the focus back to an element, if it is still there.
pub fn give_back(element: Option<HtmlElement>) {
    if let Some(element) = element.filter(|e| e.is_connected()) {
        let _ = element.focus();
    }
}

/// Opens a dialog over everything else.
pub fn show_modal(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; it says so by its `close` event.
pub fn close_modal(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// Whether an event hit the element itself and nothing inside it: a click on a dialog's backdrop.
pub fn hit_itself(event: &web_sys::Event) -> bool {
    event.target().is_some() && event.target() == event.current_target()
}

/// Whether the focus that leaves goes to somewhere inside the element that listens.
pub fn stays_inside(event: &web_sys::FocusEvent) -> bool {
    let next: Option<web_sys::Node> = event.related_target().and_then(|t| t.dyn_into().ok());
    let here: Option<web_sys::Node> = event.current_target().and_then(|t| t.dyn_into().ok());
    here.is_some_and(|here| here.contains(next.as_ref()) && next.is_some())
}

/// Moves the focus among the elements below `id` that match `selector`, by `step`, around the ends.
pub fn rove(id: &str, selector: &str, step: isize) {
    let Some(root) = document().get_element_by_id(id) else {
        return;
    };
    let Ok(found) = root.query_selector_all(selector) else {
        return;
    };
    let items: Vec<HtmlElement> = (0..found.length())
        .filter_map(|i| found.get(i)?.dyn_into().ok())
        .collect();
    if items.is_empty() {
        return;
    }
    let active: Option<Element> = document().active_element();
    let at = items.iter().position(|item| {
        active
            .as_ref()
            .is_some_and(|a| a == item.as_ref() as &Element)
    });
    let next = match at {
        Some(at) => (at as isize + step).rem_euclid(items.len() as isize) as usize,
        None if step < 0 => items.len() - 1,
        None => 0,
    };
    let _ = items[next].focus();
}

/// A key press in the app's own words.
pub fn key_press(event: &web_sys::KeyboardEvent) -> KeyPress {
    KeyPress {
        key: event.key(),
        code: event.code(),
        ctrl: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        typing: is_typing(event.target()),
    }
}

fn is_typing(target: Option<web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|t| t.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => {
            let kind = element.dyn_into::<HtmlInputElement>().map(|i| i.type_());
            !matches!(
                kind.as_deref(),
                Ok("checkbox" | "radio" | "button" | "file" | "range")
            )
        }
        _ => element.is_content_editable(),
    }
}

/// Whether a dialog is open.
pub fn is_modal_open() -> bool {
    matches!(document().query_selector("dialog[open]"), Ok(Some(_)))
}

/// Whether the keyboard is a Mac's.
pub fn is_mac() -> bool {
    let platform = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("platform"));
    platform
        .ok()
        .and_then(|p| p.as_string())
        .is_some_and(|p| p.starts_with("Mac") || p.starts_with("iP"))
}

fn html(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Gives the focus back once the element that held it has left the page.
pub fn give_back_soon(element: Option<HtmlElement>) {
    gloo::timers::callback::Timeout::new(0, move || {
        let is_free = focused().is_none_or(|now| now.tag_name() == "BODY");
        if is_free {
            give_back(element);
        }
    })
    .forget();
}

/// Whether the screen is as narrow as a phone's: the same width as in the styles.
pub fn is_narrow() -> bool {
    let query = window().match_media("(max-width: 720px)");
    matches!(query, Ok(Some(query)) if query.matches())
}

/// Calls back whenever the window changes its size, until the handle is removed.
pub fn on_resize(then: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener_untyped("resize", move |_| then())
}

/// The row and the column of the cell that an event hit, as its attributes say.
pub fn cell_at(event: &web_sys::Event) -> Option<(usize, usize)> {
    let hit: Element = event.target()?.dyn_into().ok()?;
    let cell = hit.closest("[data-row]").ok()??;
    let number = |name| cell.get_attribute(name)?.parse().ok();
    Some((number("data-row")?, number("data-column")?))
}

/// Unfolds a part of the page by its id, and brings it into view with its head focused.
pub fn unfold(id: &str) {
    let Some(details) = document().get_element_by_id(id) else {
        return;
    };
    let _ = details.set_attribute("open", "");
    reveal(id);
    if let Ok(Some(summary)) = details.query_selector("summary")
        && let Ok(summary) = summary.dyn_into::<HtmlElement>()
    {
        let _ = summary.focus();
    }
}

/// Whether a part of the page that says so by its `toggle` event is unfolded.
pub fn is_unfolded(event: &web_sys::Event) -> bool {
    let details: Option<Element> = event.target().and_then(|t| t.dyn_into().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}
