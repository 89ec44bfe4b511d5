//! The records of an xls workbook as far as the workbook library leaves them out: whether the file is under a password,
//! the styles of cells, which are formulas without a result, and how large the sheets are before memory is given to them.

use std::collections::HashMap;

use calamine::CellErrorType;

use crate::document::Refusal;
use crate::format::{corrupt, too_large};
use crate::workbook::cell_style::{CellStyle, CellStyles};
use crate::workbook::number_format::Shown;

/// Cells that the dense ranges of all sheets may take, blank ones included.
const DENSE_CELLS: u64 = 8_000_000;

/// The flag of a font that is struck through.
const STRUCK: u16 = 0x8;

/// What the records of one sheet say.
#[derive(Default)]
pub(super) struct SheetRecords {
    /// The cells of a style that matters here: percentages, other units, struck through.
    styled: HashMap<(u32, u32), CellStyle>,
    /// Formulas without a result; rows and columns from 0.
    pub(super) uncached: Vec<(u32, u32)>,
    first: Option<(u32, u32)>,
    last: (u32, u32),
}

impl SheetRecords {
    /// The style of a cell (row and column from 0); dates, which the workbook library tells, are plain.
    pub(super) fn style(&self, row: u32, column: u32) -> CellStyle {
        let style = self.styled.get(&(row, column));
        style.copied().unwrap_or(CellStyle::PLAIN)
    }

    fn put(&mut self, row: u32, column: u32, style: Option<&CellStyle>) {
        self.reach(row, column);
        if let Some(style) = style.filter(|style| **style != CellStyle::PLAIN) {
            self.styled.insert((row, column), *style);
        }
    }

    fn reach(&mut self, row: u32, column: u32) {
        let (first_row, first_column) = self.first.unwrap_or((row, column));
        self.first = Some((first_row.min(row), first_column.min(column)));
        self.last = (self.last.0.max(row), self.last.1.max(column));
    }

    fn dense_cells(&self) -> u64 {
        let Some(first) = self.first else { return 0 };
        u64::from(self.last.0 - first.0 + 1) * u64::from(self.last.1 - first.1 + 1)
    }
}

/// What the records of a workbook say.
#[derive(Default)]
pub(super) struct Records {
    /// Whether the workbook is under a password.
    pub(super) encrypted: bool,
    /// The sheets in the order of the workbook, chart sheets included.
    pub(super) sheets: Vec<SheetRecords>,
}

/// A record: its type and its bytes.
type Record<'a> = (u16, &'a [u8]);

/// The records from `at` on; ends where the stream does.
pub(super) fn records(stream: &[u8], at: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(at..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, after) = (number(rest, 0)?, rest.get(4..)?);
        let length = usize::from(number(rest, 2)?);
        let data = after.get(..length)?;
        rest = &after[length..];
        Some((kind, data))
    })
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

impl Records {
    /// Reads what is needed of every record.
    ///
    /// # Errors
    /// `format-error`/`corrupt` for a list of texts that cannot be as long as it claims.
    pub(super) fn read(stream: &[u8]) -> Result<Self, Refusal> {
        let mut found = Records::default();
        let mut styles = CellStyles::default();
        let mut places = Vec::new();
        let mut wide = true;
        for (kind, data) in records(stream, 0) {
            match kind {
                0x002f if data.iter().any(|byte| *byte != 0) => {
                    // From here on nothing says what it seems to say.
                    found.encrypted = true;
                    return Ok(found);
                }
                0x0809 => wide = number(data, 0) == Some(0x0600),
                0x041e => {
                    if let Some((id, code)) = format(data, wide) {
                        styles.format(u32::from(id), &code);
                    }
                }
                0x0031 => styles.font(number(data, 2).is_some_and(|flags| flags & STRUCK != 0)),
                0x00e0 => {
                    let font = usize::from(number(data, 0).unwrap_or(0));
                    // No font has the number 4.
                    let font = if font > 4 { font - 1 } else { font };
                    styles.style(u32::from(number(data, 2).unwrap_or(0)), font);
                }
                0x0085 => places.push(place(data)),
                0x00fc => check_texts(data, stream.len())?,
                0x000a => break,
                _ => {}
            }
        }
        let mut styles = styles.into_styles();
        for style in &mut styles {
            if style.shown == Shown::Date {
                style.shown = Shown::Number;
            }
        }
        if places.iter().any(|at| *at >= stream.len()) {
            return Err(corrupt("sheet outside the file"));
        }
        for at in places {
            found.sheets.push(sheet(stream, at, &styles)?);
        }
        Ok(found)
    }

    /// Refuses a workbook whose sheets would take too much memory as dense ranges.
    ///
    /// # Errors
    /// `file-too-large` with reason `cells`.
    pub(super) fn check_sizes(&self) -> Result<(), Refusal> {
        let cells: u64 = self.sheets.iter().map(SheetRecords::dense_cells).sum();
        if cells > DENSE_CELLS {
            return Err(too_large("cells", cells));
        }
        Ok(())
    }
}

/// Where the stream of a sheet begins.
fn place(data: &[u8]) -> usize {
    let low = usize::from(number(data, 0).unwrap_or(u16::MAX));
    let high = usize::from(number(data, 2).unwrap_or(u16::MAX));
    (high << 16) | low
}

/// The number of a format and its code.
fn format(data: &[u8], wide: bool) -> Option<(u16, String)> {
    let id = number(data, 0)?;
    let code: String = if !wide {
        data.get(3..)?
            .iter()
            .map(|byte| char::from(*byte))
            .collect()
    } else if data.get(4)? & 1 == 0 {
        data.get(5..)?
            .iter()
            .map(|byte| char::from(*byte))
            .collect()
    } else {
        let units = data.get(5..)?.chunks_exact(2);
        char::decode_utf16(units.map(|unit| u16::from_le_bytes([unit[0], unit[1]])))
            .map(|unit| unit.unwrap_or('?'))
            .collect()
    };
    Some((id, code))
}

/// Refuses a list of shared texts that claims more of them than the stream has bytes.
fn check_texts(data: &[u8], stream_bytes: usize) -> Result<(), Refusal> {
    let low = usize::from(number(data, 4).unwrap_or(0));
    let high = usize::from(number(data, 6).unwrap_or(0));
    let claimed = (high << 16) | low;
    if claimed > stream_bytes {
        return Err(corrupt(format!("{claimed} shared texts")));
    }
    Ok(())
}

/// Reads the cells of the sheet that begins at `at`.
fn sheet(stream: &[u8], at: usize, styles: &[CellStyle]) -> Result<SheetRecords, Refusal> {
    let mut found = SheetRecords::default();
    let mut depth = 0;
    let mut all = records(stream, at).peekable();
    while let Some((kind, data)) = all.next() {
        match kind {
            0x0809 => depth += 1,
            0x000a if depth <= 1 => break,
            0x000a => depth -= 1,
            // A chart on the sheet has cells of its own.
            _ if depth > 1 => {}
            0x0200 => check_dimensions(data)?,
            0x0203 | 0x0204 | 0x00d6 | 0x0205 | 0x027e | 0x00fd | 0x0006 => {
                let Some((row, column)) = number(data, 0).zip(number(data, 2)) else {
                    continue;
                };
                let cell = (u32::from(row), u32::from(column));
                let style = usize::from(number(data, 4).unwrap_or(0));
                found.put(cell.0, cell.1, styles.get(style));
                let is_text = kind == 0x0006 && data.get(6..14).is_some_and(is_text_result);
                let follows = matches!(all.peek(), Some((0x0207 | 0x04bc | 0x0221 | 0x0236, _)));
                if is_text && !follows {
                    found.uncached.push(cell);
                }
            }
            0x00bd => several(data, styles, &mut found)?,
            _ => {}
        }
    }
    Ok(found)
}

/// The result of a formula is a text that a record of its own holds.
fn is_text_result(result: &[u8]) -> bool {
    result[0] == 0 && result[6] == 0xff && result[7] == 0xff
}

/// Several numbers of a row in one record, and the column of the last at its end.
///
/// # Errors
/// `format-error`/`corrupt` for a record of another length than its columns ask for.
fn several(data: &[u8], styles: &[CellStyle], found: &mut SheetRecords) -> Result<(), Refusal> {
    let cells = data.len().saturating_sub(6) / 6;
    let places = number(data, 0).zip(number(data, 2));
    let last = number(data, 4 + cells * 6);
    let Some((row, first)) = places.filter(|(_, first)| {
        let next = usize::from(*first) + cells;
        cells > 0
            && data.len() == 6 + cells * 6
            && last.is_some_and(|last| usize::from(last) + 1 == next)
    }) else {
        return Err(corrupt("numbers of a row that end elsewhere"));
    };
    for (at, column) in (u32::from(first)..).take(cells).enumerate() {
        let style = usize::from(number(data, 4 + at * 6).unwrap_or(0));
        found.put(u32::from(row), column, styles.get(style));
    }
    Ok(())
}

/// Refuses a sheet that claims more cells than a sheet can have: memory is set aside by that claim.
fn check_dimensions(data: &[u8]) -> Result<(), Refusal> {
    let wide = data.len() >= 14;
    let at = |index: usize| u64::from(number(data, index).unwrap_or(0));
    let (rows, columns) = if wide {
        let first = at(0) | (at(2) << 16);
        let last = at(4) | (at(6) << 16);
        (last.saturating_sub(first), at(10).saturating_sub(at(8)))
    } else {
        (at(2).saturating_sub(at(0)), at(6).saturating_sub(at(4)))
    };
    let cells = rows.saturating_mul(columns);
    if cells > DENSE_CELLS {
        return Err(too_large("cells", cells));
    }
    Ok(())
}

/// An error value as Excel writes it.
pub(super) fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::GettingData => "#GETTING_DATA",
        _ => "#VALUE!",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_numbers_in_a_record_fill_the_columns_it_names() {
        let record = |last: u8| {
            let mut data = vec![7, 0, 3, 0];
            data.extend([1, 0, 0, 0, 0, 0].repeat(2));
            data.extend([last, 0]);
            let mut found = SheetRecords::default();
            let percent = CellStyle {
                shown: Shown::Percent,
                ..CellStyle::PLAIN
            };
            several(&data, &[CellStyle::PLAIN, percent], &mut found).map(|()| found)
        };
        let found = record(4).unwrap();
        let shown = [3, 4, 5].map(|column| found.style(7, column).shown);
        assert_eq!(shown, [Shown::Percent, Shown::Percent, Shown::Number]);
        assert!([2, 3, 5].iter().all(|last| record(*last).is_err()));
    }

    #[test]
    fn styles_tell_what_is_struck_through_and_in_which_unit() {
        let mut stream = Vec::new();
        let mut record = |kind: u16, data: &[u8]| {
            stream.extend(kind.to_le_bytes());
            stream.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
            stream.extend_from_slice(data);
        };
        record(0x0809, &[0, 6, 5, 0]);
        // Fonts have the numbers 0 to 3 and 5.
        (0..4).for_each(|_| record(0x0031, &[200, 0, 0, 0]));
        record(0x0031, &[200, 0, 8, 0]);
        record(0x041e, &[164, 0, 5, 0, 0, b'0', b'"', b't', b'e', b'"']);
        for (font, format) in [(0, 0), (5, 0), (3, 164)] {
            record(0x00e0, &[font, 0, format, 0]);
        }
        let place = u8::try_from(4 + 4 + 5 * 8 + 14 + 3 * 8 + 12 + 4).unwrap();
        record(0x0085, &[place, 0, 0, 0, 0, 0, 0, 0]);
        record(0x000a, &[]);
        record(0x0809, &[0, 6, 16, 0]);
        for style in 0..3 {
            record(0x0203, &[4, 0, style, 0, style, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        }
        record(0x000a, &[]);
        let found = Records::read(&stream).unwrap();
        let styles = [0, 1, 2].map(|column| found.sheets[0].style(4, column));
        assert_eq!(
            styles.map(|style| (style.is_struck, style.unit)),
            [(false, None), (true, None), (false, Some("t€"))]
        );
    }
}
