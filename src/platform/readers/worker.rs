//! The reader's side: reads the slices that it is asked for, several at a time while it waits for bytes.

use super::Asked;
use crate::import::reader::{ReadSlice, SliceReader};
use crate::platform::browser_file::BrowserFile;
use crate::platform::worker::report_panics;
use crate::protocol::BUILD;
use crate::workspace::source::Source;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

/// Starts to listen, and gives the page a port for whoever has slices to read.
pub fn run(scope: &DedicatedWorkerGlobalScope) {
    report_panics(scope.clone());
    let Ok(channel) = MessageChannel::new() else {
        return; // The page takes no notice of a reader that says nothing.
    };
    let (here, there) = (channel.port1(), channel.port2());
    let listener = {
        let here = here.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let (here, asked) = (here.clone(), event.data());
            spawn_local(async move { answer(&here, &asked).await });
        })
    };
    here.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget(); // It lives as long as the worker.
    let ready = Object::new();
    let _ = Reflect::set(&ready, &"build".into(), &BUILD.into());
    let _ = Reflect::set(&ready, &"port".into(), &there);
    let _ = scope.post_message_with_transfer(&ready, &Array::of1(&there));
}

/// Answers with the bytes of the slice, or without any where it cannot be read here.
async fn answer(port: &MessagePort, asked: &JsValue) {
    let part = |name: &str| Reflect::get(asked, &name.into()).unwrap_or_default();
    let file = part("file").dyn_into().ok();
    let json = part("json").as_string().unwrap_or_default();
    let read = match (file, serde_json::from_str(&json)) {
        (Some(file), Ok(asked)) => read(&BrowserFile::new(file), asked).await,
        _ => None,
    };
    let message = Object::new();
    let transfer = Array::new();
    let _ = Reflect::set(&message, &"id".into(), &part("id"));
    if let Some(read) = read {
        let bytes = Uint8Array::from(&read.to_bytes()[..]);
        transfer.push(&bytes.buffer());
        let _ = Reflect::set(&message, &"bytes".into(), &bytes);
    }
    let _ = port.post_message_with_transferable(&message, &transfer);
}

async fn read(file: &BrowserFile, asked: Asked) -> Option<ReadSlice> {
    let mut reader = SliceReader::new(&asked.plan, asked.slice, asked.file_bytes);
    while let Some((from, len)) = reader.wants() {
        let piece = file.read(from, len).await.ok()?;
        if (piece.len() as u64) < len {
            return None;
        }
        reader.feed(&piece);
    }
    Some(reader.finish())
}
