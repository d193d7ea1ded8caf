//! Handing the Thursday sheet to whoever buys: to the clipboard or as an Excel file.

use crate::analytics::stock::answer::SheetView;
use crate::app::context::App;
use crate::grid::{tsv, xlsx};
use crate::i18n::Text;
use crate::platform::{clipboard, download};
use crate::screens::stock::sheet_table::table;
use leptos::prelude::*;
use leptos::task::spawn_local;

const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Puts it on the clipboard, and says so.
pub fn copy(app: App, sheet: &SheetView) {
    let lang = app.lang.get_untracked();
    let text = tsv::write(&table(sheet, lang), lang);
    spawn_local(async move {
        match clipboard::write(&text).await {
            true => app.toast(Text::SheetCopied.get(lang)),
            false => app.toast_error(Text::SheetNotCopied.get(lang)),
        }
    });
}

/// Saves it as a workbook.
pub fn excel(app: App, sheet: &SheetView) {
    let lang = app.lang.get_untracked();
    let name = format!("{} {}", Text::SheetFile.get(lang), sheet.sheet.when.review);
    let book = xlsx::write(&table(sheet, lang), &name, lang);
    download::bytes(&format!("{name}.xlsx"), EXCEL, &book);
}
