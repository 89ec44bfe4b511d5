//! Excel 5 to 2003 workbooks, over calamine; what it does not tell (passwords, styles, how large a sheet would
//! become) is read from the records first.

use std::io::Cursor;

use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls};

use crate::document::{Limits, Refusal, Sheet};
use crate::format::{corrupt, encrypted, format_error};
use crate::grid::{CellValue, Grid, Region};
use crate::workbook::budget::Budget;
use crate::workbook::cell_style::CellStyle;
use crate::workbook::number_format::Shown;
use crate::workbook::xls_records::{Records, SheetRecords, error_text};

/// Reads every worksheet of the workbook, hidden ones too. `stream` is the workbook stream of the compound file `bytes`.
///
/// # Errors
/// `file-encrypted` for a workbook under a password, `format-error` with reason `corrupt` or `no-sheets`,
/// `file-too-large` when a limit is passed.
pub(crate) fn read_xls(
    bytes: &[u8],
    stream: &[u8],
    limits: &Limits,
) -> Result<Vec<Sheet>, Refusal> {
    let records = Records::read(stream)?;
    if records.encrypted {
        return Err(encrypted("xls"));
    }
    records.check_sizes()?;
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => encrypted("xls"),
        error => corrupt(error),
    })?;
    let counts_from_1904 = workbook.has_1904_epoch();
    let mut budget = Budget::new(limits);
    let mut sheets = Vec::new();
    for (index, listed) in workbook.sheets_metadata().to_vec().into_iter().enumerate() {
        if listed.typ != SheetType::WorkSheet {
            continue;
        }
        let range = workbook.worksheet_range(&listed.name).map_err(corrupt)?;
        let reader = RangeReader {
            records: records.sheets.get(index),
            counts_from_1904,
            budget: &mut budget,
        };
        let mut grid = reader.read(&range)?;
        for merged in workbook
            .merge_cells_by_sheet_name(&listed.name)
            .unwrap_or_default()
        {
            grid.merge(Region {
                first_row: merged.start.0.saturating_add(1),
                last_row: merged.end.0.saturating_add(1),
                first_column: merged.start.1,
                last_column: merged.end.1,
            });
        }
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

struct RangeReader<'a> {
    records: Option<&'a SheetRecords>,
    counts_from_1904: bool,
    budget: &'a mut Budget,
}

impl RangeReader<'_> {
    fn read(self, range: &Range<Data>) -> Result<Grid, Refusal> {
        let mut grid = Grid::default();
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, cells) in (first_row..).zip(range.rows()) {
            for (column, data) in (first_column..).zip(cells) {
                if matches!(data, Data::Empty) {
                    continue;
                }
                let style = self.records.map(|sheet| sheet.style(row, column));
                let style = style.unwrap_or(CellStyle::PLAIN);
                self.budget.pay(&grid, column)?;
                grid.go_to_row(row + 1);
                if style.is_struck {
                    grid.strike(row + 1, column);
                }
                match data {
                    Data::Int(number) => style.push(&mut grid, column, *number as f64, false),
                    Data::Float(number) => style.push(&mut grid, column, *number, false),
                    other => grid.push(column, value(other, self.counts_from_1904)),
                }
            }
        }
        for &(row, column) in self.records.iter().flat_map(|sheet| &sheet.uncached) {
            if grid.get(row + 1, column) == CellValue::Blank {
                self.budget.pay(&grid, column)?;
                grid.go_to_row(row + 1);
                grid.push(column, CellValue::Uncached);
            }
        }
        grid.settle();
        Ok(grid)
    }
}

/// The value of anything but a number.
fn value(data: &Data, counts_from_1904: bool) -> CellValue<'_> {
    match data {
        Data::Empty | Data::Int(_) | Data::Float(_) => CellValue::Blank,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            CellValue::Text(text)
        }
        Data::Bool(truth) => CellValue::Bool(*truth),
        Data::Error(error) => CellValue::Error(error_text(error)),
        Data::DateTime(moment) => Shown::Date.value(moment.as_f64(), counts_from_1904),
    }
}
