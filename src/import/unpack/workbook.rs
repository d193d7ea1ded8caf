//! Workbooks, by calamine. Sheets of `.xlsx` and `.xlsb` are streamed cell by cell; those of `.xls` and `.ods` are small
//! enough to be read whole, which is all that calamine offers for them.

use super::sheet::{Sheet, SheetWriter};
use super::{Unpacking, text, within};
use crate::import::issues::IssueKind;
use calamine::{
    Data, DataRef, Ods, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
    Xlsx, XlsxError,
};
use memchr::memmem::find;
use std::io::Cursor;

/// Cells between two signs of life.
const CELLS_PER_SIGN: u32 = 200_000;

/// What kind of workbook a ZIP archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zipped {
    /// `.xlsx`, `.xlsm`.
    Xlsx,
    /// `.xlsb`.
    Xlsb,
    /// `.ods`.
    Ods,
}

/// The sheets of a workbook on their way out: the first one waits until it is known whether there is another.
pub(super) struct Sheets<'a, 'b> {
    unpacking: &'a mut Unpacking<'b>,
    name: &'a str,
    waiting: Option<(String, Sheet)>,
    handed_out: usize,
}

impl<'a, 'b> Sheets<'a, 'b> {
    pub fn new(unpacking: &'a mut Unpacking<'b>, name: &'a str) -> Sheets<'a, 'b> {
        Sheets {
            unpacking,
            name,
            waiting: None,
            handed_out: 0,
        }
    }

    pub fn is_alive(&mut self) {
        self.unpacking.is_alive();
    }

    pub fn push(&mut self, sheet_name: &str, sheet: Sheet) -> Result<(), IssueKind> {
        self.unpacking.is_alive();
        // A formula that came to nothing is no data, but the sheet is not empty.
        if sheet.filled == 0 && sheet.issues.is_empty() {
            return Ok(());
        }
        if let Some((first_name, first)) = self.waiting.take() {
            self.hand_out(&first_name, first)?;
        }
        if self.handed_out > 0 {
            return self.hand_out(sheet_name, sheet);
        }
        self.waiting = Some((sheet_name.to_owned(), sheet));
        Ok(())
    }

    fn refuse(&mut self, sheet_name: &str, kind: IssueKind) {
        self.handed_out += 1;
        self.unpacking.refuse(&within(self.name, sheet_name), kind);
    }

    fn hand_out(&mut self, sheet_name: &str, sheet: Sheet) -> Result<(), IssueKind> {
        self.handed_out += 1;
        let name = within(self.name, sheet_name);
        self.unpacking.part(&name, sheet.bytes, sheet.issues)
    }

    pub fn finish(mut self) -> Result<(), IssueKind> {
        match self.waiting.take() {
            Some((_, sheet)) if self.handed_out == 0 => {
                self.unpacking.part(self.name, sheet.bytes, sheet.issues)
            }
            Some((sheet_name, sheet)) => self.hand_out(&sheet_name, sheet),
            None if self.handed_out == 0 => Err(IssueKind::EmptyWorkbook),
            None => Ok(()),
        }
    }
}

/// Takes an OLE file apart.
pub(super) fn unpack_ole(
    unpacking: &mut Unpacking<'_>,
    name: &str,
    bytes: &[u8],
) -> Result<(), IssueKind> {
    // A workbook of today with a password is an OLE file around what is encrypted.
    let package: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if find(bytes, &package).is_some() {
        return Err(IssueKind::Protected);
    }
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => IssueKind::Protected,
        _ => IssueKind::CorruptWorkbook,
    })?;
    let names = visible(&book);
    let mut sheets = Sheets::new(unpacking, name);
    for sheet_name in names {
        match book.worksheet_range(&sheet_name) {
            Ok(range) => sheets.push(&sheet_name, dense(&range)?)?,
            Err(_) => sheets.refuse(&sheet_name, IssueKind::CorruptWorkbook),
        }
    }
    sheets.finish()
}

/// Takes a workbook apart that is a ZIP archive.
pub(super) fn unpack_zipped(
    unpacking: &mut Unpacking<'_>,
    name: &str,
    bytes: &[u8],
    kind: Zipped,
) -> Result<(), IssueKind> {
    let mut sheets = Sheets::new(unpacking, name);
    match kind {
        Zipped::Xlsx => xlsx(&mut sheets, bytes)?,
        Zipped::Xlsb => xlsb(&mut sheets, bytes)?,
        Zipped::Ods => ods(&mut sheets, bytes)?,
    }
    sheets.finish()
}

fn xlsx(sheets: &mut Sheets<'_, '_>, bytes: &[u8]) -> Result<(), IssueKind> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => IssueKind::Protected,
        _ => IssueKind::CorruptWorkbook,
    })?;
    for sheet_name in visible(&book) {
        let Ok(mut cells) = book.worksheet_cells_reader(&sheet_name) else {
            sheets.refuse(&sheet_name, IssueKind::CorruptWorkbook);
            continue;
        };
        let next = |place: &mut (u32, u32)| match cells.next_cell() {
            Ok(Some(cell)) => {
                *place = cell.get_position();
                Next::Cell(cell.get_value().clone())
            }
            Ok(None) => Next::End,
            // Errors of formulas that are younger than calamine's list, and cells that are not what they say.
            Err(XlsxError::CellError(error)) => Next::Unreadable(error),
            Err(
                XlsxError::ParseFloat(_)
                | XlsxError::CellTAttribute(_)
                | XlsxError::Unrecognized { .. }
                | XlsxError::Unexpected(_),
            ) => Next::Unreadable(String::new()),
            Err(_) => Next::Cut,
        };
        let sheet = streamed(sheets, next)?;
        sheets.push(&sheet_name, sheet)?;
    }
    Ok(())
}

fn xlsb(sheets: &mut Sheets<'_, '_>, bytes: &[u8]) -> Result<(), IssueKind> {
    let mut book = Xlsb::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsbError::Password => IssueKind::Protected,
        _ => IssueKind::CorruptWorkbook,
    })?;
    for sheet_name in visible(&book) {
        let Ok(mut cells) = book.worksheet_cells_reader(&sheet_name) else {
            sheets.refuse(&sheet_name, IssueKind::CorruptWorkbook);
            continue;
        };
        let next = |place: &mut (u32, u32)| match cells.next_cell() {
            Ok(Some(cell)) => {
                *place = cell.get_position();
                Next::Cell(cell.get_value().clone())
            }
            Ok(None) => Next::End,
            Err(XlsbError::CellError(_)) => Next::Unreadable(String::new()),
            Err(_) => Next::Cut,
        };
        let sheet = streamed(sheets, next)?;
        sheets.push(&sheet_name, sheet)?;
    }
    Ok(())
}

fn ods(sheets: &mut Sheets<'_, '_>, bytes: &[u8]) -> Result<(), IssueKind> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::OdsError::Password => IssueKind::Protected,
        calamine::OdsError::CellLimitExceeded { .. } => IssueKind::TooLarge,
        _ => IssueKind::CorruptWorkbook,
    })?;
    for sheet_name in visible(&book) {
        match book.worksheet_range(&sheet_name) {
            Ok(range) => sheets.push(&sheet_name, dense(&range)?)?,
            Err(_) => sheets.refuse(&sheet_name, IssueKind::CorruptWorkbook),
        }
    }
    Ok(())
}

fn visible<'a, R: Reader<Cursor<&'a [u8]>>>(book: &R) -> Vec<String> {
    book.sheets_metadata()
        .iter()
        .filter(|s| s.typ == SheetType::WorkSheet && s.visible == SheetVisible::Visible)
        .map(|s| s.name.clone())
        .collect()
}

/// What a streaming reader says.
enum Next<'a> {
    Cell(DataRef<'a>),
    /// A cell that cannot be read; the next ones can.
    Unreadable(String),
    End,
    /// Nothing comes any more, but something should.
    Cut,
}

/// `next` also tells where the cell stands.
fn streamed<'a>(
    sheets: &mut Sheets<'_, '_>,
    mut next: impl FnMut(&mut (u32, u32)) -> Next<'a>,
) -> Result<Sheet, IssueKind> {
    let mut sheet = SheetWriter::new();
    let mut place = (0, 0);
    let mut count = 0;
    loop {
        match next(&mut place) {
            Next::Cell(value) => sheet.value(place.0, place.1, &value)?,
            // It stands behind the last one that could be read.
            Next::Unreadable(error) => sheet.error_text(place.0, place.1 + 1, &error),
            Next::End => break,
            Next::Cut => {
                sheet.cut();
                break;
            }
        }
        count += 1;
        if count % CELLS_PER_SIGN == 0 {
            sheets.is_alive();
        }
    }
    sheet.finish()
}

fn dense(range: &Range<Data>) -> Result<Sheet, IssueKind> {
    let mut sheet = SheetWriter::new();
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        sheet.value(
            first_row + row as u32,
            first_column + column as u32,
            &text::borrowed(value),
        )?;
    }
    sheet.finish()
}
