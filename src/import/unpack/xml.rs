//! Workbooks as XML of 2003 (SpreadsheetML), which older programs write under the name `.xls`.
//!
//! They are read with the tokenizer of web pages, which forgives what hand-made XML gets wrong. Names come in small letters.

use super::markup::{StartTag, attribute, decoded, local, number, tokens};
use super::sheet::{Sheet, SheetWriter};
use super::workbook::Sheets;
use super::{Unpacking, text};
use crate::import::issues::IssueKind;
use html5gum::Token;

/// Rows between two signs of life.
const ROWS_PER_SIGN: u32 = 20_000;

/// Takes the workbook apart.
pub(super) fn unpack(
    unpacking: &mut Unpacking<'_>,
    name: &str,
    bytes: &[u8],
) -> Result<(), IssueKind> {
    let page = decoded(bytes);
    let mut sheets = Sheets::new(unpacking, name);
    let mut open: Option<Worksheet> = None;
    for Ok(token) in tokens(&page, false) {
        match token {
            Token::StartTag(tag) => {
                let name = local(&tag.name);
                if name == b"worksheet" {
                    end_sheet(&mut sheets, open.take(), true)?;
                    open = Some(Worksheet::new(&tag));
                } else if let Some(sheet) = &mut open {
                    sheet.start(name, &tag)?;
                    if tag.self_closing {
                        sheet.end(name)?;
                    }
                    if name == b"row" && sheet.row % ROWS_PER_SIGN == 0 {
                        sheets.is_alive();
                    }
                }
            }
            Token::EndTag(tag) => match local(&tag.name) {
                b"worksheet" => end_sheet(&mut sheets, open.take(), false)?,
                name => open.as_mut().map_or(Ok(()), |sheet| sheet.end(name))?,
            },
            Token::String(text) => {
                if let Some(sheet) = &mut open {
                    sheet.push(&String::from_utf8_lossy(&text));
                }
            }
            // `<![CDATA[…]]>` is no more than a strange comment to a page.
            Token::Comment(text) => {
                let inner = text.strip_prefix(b"[CDATA[");
                let inner = inner.and_then(|t| t.strip_suffix(b"]]"));
                if let (Some(sheet), Some(inner)) = (&mut open, inner) {
                    sheet.push(&String::from_utf8_lossy(inner));
                }
            }
            _ => {}
        }
    }
    end_sheet(&mut sheets, open, true)?;
    sheets.finish()
}

fn end_sheet(
    sheets: &mut Sheets<'_, '_>,
    open: Option<Worksheet>,
    is_cut: bool,
) -> Result<(), IssueKind> {
    let Some(mut open) = open else { return Ok(()) };
    if is_cut {
        open.sheet.cut();
    }
    if open.is_hidden {
        return Ok(());
    }
    let name = std::mem::take(&mut open.name);
    let sheet: Sheet = open.sheet.finish()?;
    sheets.push(&name, sheet)
}

struct Worksheet {
    name: String,
    sheet: SheetWriter,
    /// The row that is read or comes next, from 0.
    row: u32,
    /// The cell that is read or comes next, from 0.
    column: u32,
    /// Columns that the cell being read takes besides its own.
    merged: u32,
    /// What the cell being read holds.
    kind: String,
    text: String,
    collects: bool,
    is_hidden: bool,
}

impl Worksheet {
    fn new(tag: &StartTag) -> Worksheet {
        let name = attribute(tag, "ss:name").or_else(|| attribute(tag, "name"));
        Worksheet {
            name: name.unwrap_or_default().into_owned(),
            sheet: SheetWriter::new(),
            row: 0,
            column: 0,
            merged: 0,
            kind: String::new(),
            text: String::new(),
            collects: false,
            is_hidden: false,
        }
    }

    fn start(&mut self, name: &[u8], tag: &StartTag) -> Result<(), IssueKind> {
        let place = |tag: &StartTag| {
            let index = number(tag, "ss:index").or_else(|| number(tag, "index"))?;
            index.checked_sub(1)
        };
        match name {
            b"row" => {
                self.row = place(tag).unwrap_or(self.row);
                self.column = 0;
            }
            b"cell" => {
                self.column = place(tag).unwrap_or(self.column);
                self.merged = number(tag, "ss:mergeacross").unwrap_or(0).min(16_384);
            }
            b"data" | b"visible" => {
                let kind = attribute(tag, "ss:type").or_else(|| attribute(tag, "type"));
                self.kind = kind.unwrap_or_default().into_owned();
                self.text.clear();
                self.collects = true;
            }
            _ => {}
        }
        Ok(())
    }

    fn push(&mut self, text: &str) {
        if self.collects {
            self.text.push_str(text);
        }
    }

    fn end(&mut self, name: &[u8]) -> Result<(), IssueKind> {
        match name {
            b"row" => self.row = self.row.saturating_add(1),
            b"cell" => self.column = self.column.saturating_add(1 + self.merged),
            b"data" => {
                self.collects = false;
                self.take_data()?;
            }
            b"visible" => {
                self.collects = false;
                self.is_hidden |= self.text.trim().starts_with("SheetHidden")
                    || self.text.trim().starts_with("SheetVeryHidden");
            }
            _ => {}
        }
        Ok(())
    }

    fn take_data(&mut self) -> Result<(), IssueKind> {
        let mut shown = String::new();
        match self.kind.as_str() {
            "Number" => {
                let bare = self.text.trim();
                match bare.parse::<f64>() {
                    // Excel never writes more than fifteen digits: another program did, and they are true.
                    Ok(n) if !bare.bytes().all(|b| b.is_ascii_digit()) => {
                        text::push_number(n, &mut shown);
                    }
                    _ => shown.push_str(bare),
                }
            }
            "DateTime" => text::push_iso_date(self.text.trim(), &mut shown),
            "Boolean" if self.text.trim() == "1" => shown.push_str("TRUE"),
            "Boolean" => shown.push_str("FALSE"),
            "Error" => {
                self.sheet.error_text(self.row, self.column, &self.text);
                return Ok(());
            }
            _ => return self.sheet.text(self.row, self.column, &self.text),
        }
        self.sheet.text(self.row, self.column, &shown)
    }
}
