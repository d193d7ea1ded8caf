//! Files that the operator hands over: chosen in a dialog, or dropped as files and folders.

use crate::import::unpack::is_table_name;
use crate::platform::browser_file::BrowserFile;
use crate::workspace::source::Source;
use leptos::prelude::document;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
    HtmlInputElement,
};

/// A file of the operator's machine, or a table taken out of one. But for its head, it is read in the workers only.
#[derive(Clone, Debug)]
pub struct LocalFile(pub(crate) File);

impl LocalFile {
    /// Its name, without the folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size.
    pub fn size_bytes(&self) -> u64 {
        self.0.size() as u64
    }

    /// Its first bytes; none of a file that cannot be read.
    pub async fn head(&self, len: usize) -> Vec<u8> {
        let file = BrowserFile::new(self.0.clone());
        file.read(0, len as u64).await.unwrap_or_default()
    }
}

/// What stands in a file input, which is emptied so that the same file can be chosen again.
pub fn take_chosen(input_id: &str) -> Vec<LocalFile> {
    let Some(input) = document()
        .get_element_by_id(input_id)
        .and_then(|e| e.dyn_into::<HtmlInputElement>().ok())
    else {
        return Vec::new();
    };
    let files = input.files().map(listed).unwrap_or_default();
    input.set_value("");
    files
}

/// Of the files of a folder, those that can be tables, in the order of their names.
pub fn tables_of_folder(mut files: Vec<LocalFile>) -> Vec<LocalFile> {
    files.retain(|file| is_table_name(&file.name()));
    files.sort_by_key(LocalFile::name);
    files
}

/// Whether what is dragged holds files.
pub fn carries_files(event: &web_sys::DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().includes(&JsValue::from_str("Files"), 0))
}

/// Shows at the pointer that dropping copies.
pub fn show_copy(event: &web_sys::DragEvent) {
    if let Some(data) = event.data_transfer() {
        data.set_drop_effect("copy");
    }
}

/// What was dropped: files, and the tables in folders. The browser empties the event when its handler returns, so that
/// everything is taken before the first wait.
pub fn dropped(event: &web_sys::DragEvent) -> impl Future<Output = Vec<LocalFile>> + use<> {
    let taken = event.data_transfer().map(take).unwrap_or_default();
    async move {
        let mut files = taken.files;
        for folder in taken.folders {
            let mut found = Vec::new();
            walk(folder, &mut found).await;
            files.extend(tables_of_folder(found));
        }
        files
    }
}

#[derive(Default)]
struct Taken {
    files: Vec<LocalFile>,
    folders: Vec<FileSystemDirectoryEntry>,
}

fn take(data: DataTransfer) -> Taken {
    let items = data.items();
    let mut folders = Vec::new();
    let mut files = Vec::new();
    for i in 0..items.length() {
        let Some(item) = items.get(i) else { continue };
        match item.webkit_get_as_entry().ok().flatten() {
            Some(entry) if entry.is_directory() => folders.push(entry.unchecked_into()),
            _ => files.extend(item.get_as_file().ok().flatten().map(LocalFile)),
        }
    }
    if files.is_empty() && folders.is_empty() {
        files = data.files().map(listed).unwrap_or_default();
    }
    Taken { files, folders }
}

fn listed(list: FileList) -> Vec<LocalFile> {
    (0..list.length())
        .filter_map(|i| list.get(i).map(LocalFile))
        .collect()
}

/// All files below a folder. What cannot be read is passed over: the import says what it got.
async fn walk(folder: FileSystemDirectoryEntry, found: &mut Vec<LocalFile>) {
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        let reader = folder.create_reader();
        loop {
            // The reader hands out a hundred at a time and an empty list at the end.
            let batch = promised(|done, fail| {
                let _ = reader.read_entries_with_callback_and_callback(done, fail);
            })
            .await;
            let entries: Vec<FileSystemEntry> = batch
                .map(|list| {
                    js_sys::Array::from(&list)
                        .iter()
                        .map(JsCast::unchecked_into)
                        .collect()
                })
                .unwrap_or_default();
            if entries.is_empty() {
                break;
            }
            for entry in entries {
                if entry.is_directory() {
                    folders.push(entry.unchecked_into());
                } else {
                    let entry: FileSystemFileEntry = entry.unchecked_into();
                    let file = promised(|done, fail| {
                        entry.file_with_callback_and_callback(done, fail);
                    })
                    .await;
                    found.extend(file.ok().map(|f| LocalFile(f.unchecked_into())));
                }
            }
        }
    }
}

/// A call with two callbacks as something to wait for.
async fn promised(
    call: impl FnOnce(&js_sys::Function, &js_sys::Function),
) -> Result<JsValue, JsValue> {
    let call = Rc::new(RefCell::new(Some(call)));
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        let call = call.borrow_mut().take();
        if let Some(call) = call {
            call(&resolve, &reject);
        }
    });
    JsFuture::from(promise).await
}
