//! Workbooks of Excel 2 to 4: the records of one sheet, without a container around them.

use encoding_rs::WINDOWS_1252;

use crate::document::{Limits, Refusal, Sheet};
use crate::format::{corrupt, encrypted, format_error, unknown_encoding};
use crate::grid::{CellValue, Grid};
use crate::text::Older;
use crate::workbook::budget::Budget;
use crate::workbook::number_format::{Shown, shown_by_code};
use crate::workbook::record::{Record, error_text};
use crate::workbook::xls_records::records;

/// First bytes of a file of Excel 2, 3 or 4: the record that begins a sheet, and its length.
pub(crate) const SIGNATURES: [[u8; 4]; 3] = [[9, 0, 4, 0], [9, 2, 6, 0], [9, 4, 6, 0]];

/// Reads the worksheet. It has no name, and no cells are merged.
///
/// # Errors
/// `file-encrypted` for a sheet under a password; `format-error` with reason `old-excel` for what holds several sheets or
/// none (a workspace, a chart, a macro), or `corrupt`; `encoding-error` for letters of an unknown code page;
/// `file-too-large` when a limit is passed.
pub(crate) fn read_old_xls(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, Refusal> {
    const END: u16 = 0x0a;
    let mut reader = Reader::new(limits);
    let mut depth = 0_usize;
    for (kind, data) in records(bytes, 0) {
        let record = Record { kind, data };
        match kind {
            0x0009 | 0x0209 | 0x0409 => {
                depth += 1;
                if depth == 1 {
                    reader.begin(record)?;
                }
            }
            END if depth <= 1 => return reader.end(),
            END => depth -= 1,
            // A chart on the sheet has cells of its own.
            _ if depth > 1 => {}
            _ => reader.take(record)?,
        }
    }
    Err(corrupt("sheet without end"))
}

struct Reader {
    /// Whether the file is of Excel 2: its cells have three bytes of looks, its texts lengths of one byte.
    is_first: bool,
    /// Number of the code page of its texts.
    code_page: Option<u16>,
    counts_from_1904: bool,
    /// How numbers are shown, by the number of the format.
    formats: Vec<Shown>,
    /// Numbers of formats, by the number of the style.
    styles: Vec<u8>,
    /// Style of the next cell, where its own field is too small for the number.
    next_style: u16,
    /// Row and column of the formula whose result is the next text.
    awaits_text: Option<(u32, u32)>,
    grid: Grid,
    budget: Budget,
}

impl Reader {
    fn new(limits: &Limits) -> Self {
        Reader {
            is_first: false,
            code_page: None,
            counts_from_1904: false,
            formats: Vec::new(),
            styles: Vec::new(),
            next_style: 0,
            awaits_text: None,
            grid: Grid::default(),
            budget: Budget::new(limits),
        }
    }

    fn begin(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        const WORKSHEET: u16 = 0x10;
        if record.u16(2)? != WORKSHEET {
            return Err(format_error("old-excel", ""));
        }
        self.is_first = record.kind == 0x0009;
        Ok(())
    }

    fn end(mut self) -> Result<Vec<Sheet>, Refusal> {
        self.settle_formula()?;
        self.grid.settle();
        Ok(vec![Sheet {
            name: None,
            hidden: false,
            grid: self.grid,
        }])
    }

    fn take(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        match record.kind {
            0x002f => return Err(encrypted("xls")),
            0x0022 => self.counts_from_1904 = record.u16(0)? != 0,
            0x0042 => self.code_page = Some(record.u16(0)?),
            // The number of a format is its place in the list; Excel 4 has a field for it that nobody reads.
            0x001e => self.add_format(record, 1),
            0x041e => self.add_format(record, 3),
            0x0043 => self.styles.push(record.u8(2)? & 0x3f),
            0x0243 | 0x0443 => self.styles.push(record.u8(1)?),
            0x0044 => self.next_style = record.u16(0)?,
            0x0007 | 0x0207 => {
                if let Some(place) = self.awaits_text.take() {
                    let text = self.text(record, 0)?;
                    self.push(place, CellValue::Text(&text))?;
                }
            }
            0x0002..=0x0006 | 0x0203..=0x0206 | 0x0406 | 0x027e => self.cell(record)?,
            _ => {}
        }
        Ok(())
    }

    fn add_format(&mut self, record: Record<'_>, at: usize) {
        let code = record.data.get(at..).unwrap_or_default();
        let code: String = code.iter().map(|byte| char::from(*byte)).collect();
        self.formats.push(shown_by_code(&code));
    }

    fn cell(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        self.settle_formula()?;
        let place = (u32::from(record.u16(0)?), u32::from(record.u16(2)?));
        let shown = self.shown(record)?;
        let at = if self.is_first { 7 } else { 6 };
        let number = |number| shown.value(number, self.counts_from_1904);
        let value = match record.kind {
            0x0002 => number(f64::from(record.u16(at)?)),
            0x0003 | 0x0203 => number(record.f64(at)?),
            0x027e => number(record.packed(at)?),
            0x0004 | 0x0204 => {
                let text = self.text(record, at)?;
                return self.push(place, CellValue::Text(&text));
            }
            0x0005 | 0x0205 => truth_or_error(record.u8(at)?, record.u8(at + 1)? == 0),
            // The result of a formula: a number, or what is none by its last two bytes.
            _ if record.u16(at + 6)? != 0xffff => number(record.f64(at)?),
            _ => match record.u8(at)? {
                0 => {
                    self.awaits_text = Some(place);
                    return Ok(());
                }
                kind @ (1 | 2) => truth_or_error(record.u8(at + 2)?, kind == 1),
                _ => CellValue::Blank,
            },
        };
        self.push(place, value)
    }

    /// How the number of a cell is shown: by its style or, in the oldest files, by itself.
    fn shown(&self, record: Record<'_>) -> Result<Shown, Refusal> {
        /// The number of the style stands in a record before the cell.
        const BEFORE: u8 = 0x3f;
        let style = match (self.is_first, record.u8(4)? & 0x3f) {
            (false, _) => record.u16(4)?,
            (true, BEFORE) => self.next_style,
            (true, style) => u16::from(style),
        };
        let format = match self.styles.get(usize::from(style)) {
            Some(format) => *format,
            None if self.is_first && self.styles.is_empty() => record.u8(5)? & 0x3f,
            None => return Ok(Shown::Number),
        };
        let shown = self.formats.get(usize::from(format));
        Ok(shown.copied().unwrap_or(Shown::Number))
    }

    /// The text at `at`: its length, then a byte a letter.
    fn text(&self, record: Record<'_>, at: usize) -> Result<String, Refusal> {
        let (length, start) = match self.is_first {
            true => (usize::from(record.u8(at)?), at + 1),
            false => (usize::from(record.u16(at)?), at + 2),
        };
        let bytes = record.data.get(start..start + length);
        let bytes = bytes.ok_or_else(|| corrupt("text longer than its record"))?;
        match self.code_page {
            Some(1252 | 0x8001) => Ok(WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
                .into_owned()),
            Some(850) => Ok(Older::Dos.decode(bytes)),
            Some(10_000 | 0x8000) => Ok(Older::Mac.decode(bytes)),
            _ if bytes.is_ascii() => Ok(bytes.iter().map(|byte| char::from(*byte)).collect()),
            Some(other) => Err(unknown_encoding(other.to_string())),
            None => Err(unknown_encoding("")),
        }
    }

    /// A formula whose result should have followed has none.
    fn settle_formula(&mut self) -> Result<(), Refusal> {
        match self.awaits_text.take() {
            Some(place) => self.push(place, CellValue::Uncached),
            None => Ok(()),
        }
    }

    fn push(&mut self, (row, column): (u32, u32), value: CellValue<'_>) -> Result<(), Refusal> {
        self.budget.pay(&self.grid, column)?;
        self.grid.go_to_row(row + 1);
        self.grid.push(column, value);
        Ok(())
    }
}

fn truth_or_error(value: u8, is_truth: bool) -> CellValue<'static> {
    match is_truth {
        true => CellValue::Bool(value != 0),
        false => CellValue::Error(error_text(value)),
    }
}

#[cfg(test)]
mod tests;
