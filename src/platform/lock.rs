//! What only one tab may do at a time, by the browser's own locks. They are let go by themselves when a tab or a worker ends.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    // web-sys has it among what is not stable yet.
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &JsValue,
    ) -> Result<Promise, JsValue>;
}

/// A lock, as long as it is kept.
pub struct Held(Function);

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// What came of asking for a lock.
pub enum Lock {
    /// It is ours.
    Held(Held),
    /// Another tab has it.
    Taken,
    /// This browser has no locks, or none for this page.
    Unknown,
}

/// Takes a lock if it is free.
pub async fn take(name: &str) -> Lock {
    ask(name, true).await
}

/// Takes a lock as soon as it is free; those who wait get it in the order in which they came. `None` where this browser has
/// no locks.
pub async fn wait(name: &str) -> Option<Held> {
    match ask(name, false).await {
        Lock::Held(held) => Some(held),
        Lock::Taken | Lock::Unknown => None,
    }
}

async fn ask(name: &str, if_available: bool) -> Lock {
    let Some(locks) = manager() else {
        return Lock::Unknown;
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &if_available.into());
    let mut request = None;
    let granted = Promise::new(&mut |answer, _| {
        // The browser keeps the lock until the promise that it gets back is settled.
        let on_granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() {
                let _ = answer.call1(&JsValue::NULL, &JsValue::NULL);
                return JsValue::UNDEFINED;
            }
            Promise::new(&mut |release, _| {
                let _ = answer.call1(&JsValue::NULL, &release);
            })
            .into()
        });
        request = locks.request(name, &options, &on_granted).ok();
    });
    let Some(request) = request else {
        return Lock::Unknown;
    };
    // The request itself ends first only when it is refused.
    let first = Promise::race(&Array::of2(&granted, &request));
    match JsFuture::from(first).await.map(JsCast::dyn_into) {
        Ok(Ok(release)) => Lock::Held(Held(release)),
        Ok(Err(_)) => Lock::Taken,
        Err(_) => Lock::Unknown,
    }
}

fn manager() -> Option<LockManager> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}
