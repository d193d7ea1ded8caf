//! The folder for automatic backups: the binding to `public/folder.js`, as no stable binding knows the browser's picker.

use crate::platform::files::LocalFile;
use wasm_bindgen::prelude::*;
use web_sys::Blob;

#[wasm_bindgen]
extern "C" {
    /// Loads `folder.js`. Stands in `public/boot.js`, as a module bound from here would be asked of the worker too.
    #[wasm_bindgen(js_namespace = dianzhang, catch)]
    async fn folder() -> Result<JsValue, JsValue>;

    type Module;

    #[wasm_bindgen(method, js_name = isOffered)]
    fn is_offered(this: &Module) -> bool;
    #[wasm_bindgen(method, catch)]
    async fn look(this: &Module) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn choose(this: &Module) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn allow(this: &Module) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn forget(this: &Module) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn write(this: &Module, name: &str, content: &Blob) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn names(this: &Module) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn remove(this: &Module, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn hold(this: &Module) -> Result<JsValue, JsValue>;
}

/// How it stands with the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Folder {
    /// Not looked for yet.
    #[default]
    Unknown,
    /// This browser has no folders to write to.
    NotOffered,
    /// None is chosen.
    NotChosen,
    /// It has this name, and may be written to.
    Open(String),
    /// It has this name, and the browser wants the operator to allow writing again.
    Shut(String),
}

/// The browser refused, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub String);

/// Only one tab at a time has this.
pub struct Held(js_sys::Function);

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// How it stands with the folder now.
pub async fn look() -> Folder {
    let Ok(module) = module().await else {
        return Folder::NotOffered;
    };
    if !module.is_offered() {
        return Folder::NotOffered;
    }
    // A browser that does not let us remember has nothing to remember.
    let found: Vec<String> = match module.look().await {
        Ok(found) if found.is_object() => texts(&found),
        _ => Vec::new(),
    };
    match found.as_slice() {
        [name, permission] if permission == "granted" => Folder::Open(name.clone()),
        [name, _] => Folder::Shut(name.clone()),
        _ => Folder::NotChosen,
    }
}

/// Lets the operator choose one; `false` when nothing was chosen.
pub async fn choose() -> Result<bool, Refused> {
    let chosen = module().await?.choose().await.map_err(refused)?;
    Ok(chosen.is_truthy())
}

/// Asks the operator, who has just clicked, to allow writing again.
pub async fn allow() -> Result<bool, Refused> {
    let allowed = module().await?.allow().await.map_err(refused)?;
    Ok(allowed.is_truthy())
}

/// Forgets the folder; what is in it stays.
pub async fn forget() -> Result<(), Refused> {
    module().await?.forget().await.map(drop).map_err(refused)
}

/// Writes a file, and gives it back as it is on the disk.
pub async fn write(name: &str, content: &Blob) -> Result<LocalFile, Refused> {
    let written = module()
        .await?
        .write(name, content)
        .await
        .map_err(refused)?;
    written
        .dyn_into()
        .map(LocalFile)
        .map_err(|_| Refused("no file".to_owned()))
}

/// The names of the files in it.
pub async fn names() -> Result<Vec<String>, Refused> {
    module()
        .await?
        .names()
        .await
        .map(|n| texts(&n))
        .map_err(refused)
}

/// Removes a file.
pub async fn remove(name: &str) -> Result<(), Refused> {
    module()
        .await?
        .remove(name)
        .await
        .map(drop)
        .map_err(refused)
}

/// Waits for nobody: `None` when another tab is writing.
pub async fn hold() -> Result<Option<Held>, Refused> {
    let held = module().await?.hold().await.map_err(refused)?;
    Ok(held.dyn_into().ok().map(Held))
}

async fn module() -> Result<Module, Refused> {
    folder().await.map(JsCast::unchecked_into).map_err(refused)
}

fn texts(list: &JsValue) -> Vec<String> {
    js_sys::Array::from(list)
        .iter()
        .filter_map(|text| text.as_string())
        .collect()
}

fn refused(error: JsValue) -> Refused {
    let message = error
        .dyn_ref::<js_sys::Error>()
        .map(|e| String::from(e.message()));
    Refused(message.unwrap_or_else(|| format!("{error:?}")))
}
