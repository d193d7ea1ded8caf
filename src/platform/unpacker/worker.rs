//! The worker's side: takes one file after the other, and hands out its tables.

use super::{Demo, Said};
use crate::demo;
use crate::import::issues::IssueKind;
use crate::import::unpack::{Part, Step, unpack};
use crate::model::time::Day;
use crate::platform::browser_file::BrowserFile;
use crate::platform::worker::report_panics;
use crate::protocol::BUILD;
use crate::workspace::source::{ReadFailed, Source};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

/// Bytes read at a time.
const PIECE_BYTES: u64 = 16 << 20;
/// A file has to fit into memory together with what comes out of it.
const MAX_FILE_BYTES: u64 = 1 << 30;

/// The demo store is the same for everybody.
const DEMO_SEED: u64 = 20_251_111;

/// Starts to listen, and tells the page so.
pub fn run() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    report_panics(scope.clone());
    let listener = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let (scope, data) = (scope.clone(), event.data());
            let demo = data.as_string().map(|json| serde_json::from_str(&json));
            match demo {
                Some(Ok(Demo { last_day })) => make_demo(&scope, last_day),
                Some(Err(_)) => {} // Not from our page: builds are matched before anything is asked.
                None => spawn_local(async move {
                    take_apart(&scope, &BrowserFile::new(data.unchecked_into())).await;
                }),
            }
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget(); // It lives as long as the worker.
    let build = BUILD.to_owned();
    say(&scope, &Said::Ready { build }, None);
}

async fn take_apart(scope: &DedicatedWorkerGlobalScope, file: &BrowserFile) {
    let name = file.name();
    match load(scope, file).await {
        Ok(bytes) => unpack(&name, &bytes, &mut |step| match step {
            Step::Working => say(scope, &Said::Working, None),
            Step::Part(part) => hand_out(scope, part),
        }),
        Err(kind) => hand_out(
            scope,
            Part {
                name,
                content: Err(kind),
                issues: Vec::new(),
            },
        ),
    }
    say(scope, &Said::Done, None);
}

fn make_demo(scope: &DedicatedWorkerGlobalScope, last_day: Day) {
    for file in demo::files(DEMO_SEED, last_day) {
        let part = Part {
            name: file.name,
            content: Ok(file.bytes),
            issues: Vec::new(),
        };
        hand_out(scope, part);
    }
    say(scope, &Said::Done, None);
}

async fn load(
    scope: &DedicatedWorkerGlobalScope,
    file: &BrowserFile,
) -> Result<Vec<u8>, IssueKind> {
    if file.size() > MAX_FILE_BYTES {
        return Err(IssueKind::TooLarge);
    }
    let mut bytes = Vec::with_capacity(file.size() as usize);
    while (bytes.len() as u64) < file.size() {
        let piece = file.read(bytes.len() as u64, PIECE_BYTES).await;
        let piece = piece.map_err(|ReadFailed| IssueKind::UnreadableFile)?;
        if piece.is_empty() {
            return Err(IssueKind::UnreadableFile);
        }
        bytes.extend_from_slice(&piece);
        say(scope, &Said::Working, None);
    }
    Ok(bytes)
}

fn hand_out(scope: &DedicatedWorkerGlobalScope, part: Part) {
    // The browser keeps the file where it likes; the page holds a handle of it and never the bytes.
    let made = part.content.and_then(|bytes| {
        let pieces = Array::of1(&Uint8Array::from(&bytes[..]));
        File::new_with_u8_array_sequence(&pieces, &part.name).map_err(|_| IssueKind::TooLarge)
    });
    let said = Said::Part {
        name: part.name,
        refused: made.as_ref().err().copied(),
        issues: part.issues,
    };
    say(scope, &said, made.ok());
}

fn say(scope: &DedicatedWorkerGlobalScope, said: &Said, file: Option<File>) {
    let Ok(json) = serde_json::to_string(said) else {
        return;
    };
    let message = Object::new();
    let _ = Reflect::set(&message, &"json".into(), &json.into());
    if let Some(file) = file {
        let _ = Reflect::set(&message, &"file".into(), &JsValue::from(file));
    }
    let _ = scope.post_message(&message);
}
