//! Binary workbooks of Excel 2007, streamed over calamine.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsb};

use crate::document::{Limits, Refusal, Sheet};
use crate::format::{corrupt, format_error};
use crate::grid::{CellValue, Grid};
use crate::workbook::budget::Budget;
use crate::workbook::xls_records::error_text;

/// Days between the two epochs that workbooks count dates from.
const DAYS_TO_1904: f64 = 1462.0;

/// Reads every worksheet of the workbook, hidden ones too.
///
/// # Errors
/// `format-error` with reason `corrupt` or `no-sheets`, `file-too-large` when a limit is passed.
pub(crate) fn read_xlsb(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, Refusal> {
    let mut workbook: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(corrupt)?;
    let counts_from_1904 = workbook.has_1904_epoch();
    let mut budget = Budget::new(limits);
    let mut sheets = Vec::new();
    for listed in workbook.sheets_metadata().to_vec() {
        if listed.typ != SheetType::WorkSheet {
            continue;
        }
        let mut grid = Grid::default();
        let mut cells = workbook
            .worksheet_cells_reader(&listed.name)
            .map_err(corrupt)?;
        while let Some(cell) = cells.next_cell().map_err(corrupt)? {
            let (row, column) = cell.get_position();
            let value = value(cell.get_value(), counts_from_1904);
            if value != CellValue::Blank {
                budget.pay(&grid, column)?;
                grid.go_to_row(row.saturating_add(1));
                grid.push(column, value);
            }
        }
        grid.settle();
        sheets.push(Sheet {
            name: Some(listed.name),
            hidden: listed.visible != SheetVisible::Visible,
            grid,
        });
    }
    if sheets.is_empty() {
        return Err(format_error("no-sheets", ""));
    }
    Ok(sheets)
}

fn value<'v>(data: &'v DataRef<'_>, counts_from_1904: bool) -> CellValue<'v> {
    match data {
        DataRef::Empty => CellValue::Blank,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            CellValue::Text(text)
        }
        DataRef::SharedString(text) => CellValue::Text(text),
        DataRef::Int(number) => CellValue::Number(*number as f64),
        DataRef::Float(number) => CellValue::Number(*number),
        DataRef::Bool(truth) => CellValue::Bool(*truth),
        DataRef::Error(error) => CellValue::Error(error_text(error)),
        DataRef::DateTime(moment) => {
            let days = moment.as_f64();
            // A time of day has no epoch.
            let shift = counts_from_1904 && days >= 1.0;
            CellValue::Date(if shift { days + DAYS_TO_1904 } else { days })
        }
    }
}
