//! Whether the browser keeps what is stored, and how much room there is.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// What the browser says about keeping the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Whether it can promise anything at all.
    pub can_promise: bool,
    /// Whether it has promised not to clear the data by itself.
    pub promised: bool,
    /// Whether it was asked in this session.
    pub asked: bool,
    /// Bytes in use by the app.
    pub used_bytes: Option<u64>,
    /// Bytes that it allows at most.
    pub quota_bytes: Option<u64>,
}

impl Keeping {
    /// Whether it makes sense to ask.
    pub fn can_ask(self) -> bool {
        self.can_promise && !self.promised
    }
}

fn manager() -> Option<StorageManager> {
    // Missing outside of secure contexts, whatever the bindings say.
    let storage = js_sys::Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    (!storage.is_undefined()).then(|| window().navigator().storage())
}

/// What the browser says now.
pub async fn look(asked: bool) -> Keeping {
    let Some(manager) = manager() else {
        return Keeping::default();
    };
    let mut keeping = Keeping {
        asked,
        ..Keeping::default()
    };
    if let Ok(promise) = manager.persisted()
        && let Ok(answer) = JsFuture::from(promise).await
    {
        keeping.can_promise = true;
        keeping.promised = answer.is_truthy();
    }
    if let Ok(promise) = manager.estimate()
        && let Ok(answer) = JsFuture::from(promise).await
    {
        let estimate = StorageEstimate::from(answer);
        keeping.used_bytes = estimate.get_usage().map(|n| n as u64);
        keeping.quota_bytes = estimate.get_quota().map(|n| n as u64);
    }
    keeping
}

/// Asks it to keep the data, and what it says then.
pub async fn ask() -> Keeping {
    if let Some(manager) = manager()
        && let Ok(promise) = manager.persist()
    {
        let _ = JsFuture::from(promise).await;
    }
    look(true).await
}
