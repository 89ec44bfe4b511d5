//! One worksheet of a binary workbook: cells with their kinds and the merged regions.

use crate::document::Refusal;
use crate::format::corrupt;
use crate::grid::{CellValue, Grid, Region};
use crate::workbook::budget::Budget;
use crate::workbook::cell_style::CellStyle;
use crate::workbook::record::{Record, error_text};
use crate::workbook::shared_texts::SheetTexts;
use crate::workbook::xlsb::book::Book;
use crate::workbook::xlsb::records::records;

/// Row of the largest sheet there can be, from 0.
const LAST_ROW: u32 = 1_048_575;
/// Where the value of a cell begins in its record.
const VALUE: usize = 8;

/// Reads a worksheet part.
///
/// # Errors
/// `format-error`/`corrupt` for what is no worksheet, `file-too-large` when a limit is passed.
pub(super) fn read_sheet(part: &[u8], book: &Book, budget: &mut Budget) -> Result<Grid, Refusal> {
    const ROW: u16 = 0x00;
    const MERGED: u16 = 0xb0;
    let mut reader = SheetReader {
        book,
        budget,
        texts: SheetTexts::new(&book.texts),
        grid: Grid::default(),
        row: 0,
    };
    for record in records(part) {
        let record = record?;
        match record.kind {
            ROW => {
                reader.row = record.u32(0)?;
                if reader.row > LAST_ROW {
                    return Err(corrupt(format!("row {}", reader.row)));
                }
            }
            MERGED => reader.grid.merge(Region {
                first_row: record.u32(0)?.saturating_add(1),
                last_row: record.u32(4)?.saturating_add(1),
                first_column: record.u32(8)?,
                last_column: record.u32(12)?,
            }),
            0x02..=0x0b | 0x3e => reader.cell(record)?,
            _ => {}
        }
    }
    reader.grid.settle();
    Ok(reader.grid)
}

struct SheetReader<'b> {
    book: &'b Book,
    budget: &'b mut Budget,
    texts: SheetTexts<'b>,
    grid: Grid,
    /// Row from 0.
    row: u32,
}

impl SheetReader<'_> {
    fn cell(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        let column = record.u32(0)?;
        self.budget.pay(&self.grid, column)?;
        self.grid.go_to_row(self.row + 1);
        let style = (record.u32(4)? & 0x00ff_ffff) as usize;
        let style = *self.book.styles.get(style).unwrap_or(&CellStyle::PLAIN);
        if style.is_struck {
            self.grid.strike(self.row + 1, column);
        }
        let from_1904 = self.book.counts_from_1904;
        let mut text = String::new();
        let value = match record.kind {
            0x02 | 0x05 | 0x09 => {
                let number = match record.kind {
                    0x02 => record.packed(VALUE)?,
                    _ => record.f64(VALUE)?,
                };
                style.push(&mut self.grid, column, number, from_1904);
                return Ok(());
            }
            0x03 | 0x0b => CellValue::Error(error_text(record.u8(VALUE)?)),
            0x04 | 0x0a => CellValue::Bool(record.u8(VALUE)? != 0),
            0x07 => {
                let index = record.u32(VALUE)? as usize;
                self.texts.push(&mut self.grid, column, index);
                return Ok(());
            }
            kind => {
                // A text with runs begins with their flags.
                let at = if kind == 0x3e { VALUE + 1 } else { VALUE };
                record.text(at, &mut text)?;
                CellValue::Text(&text)
            }
        };
        self.grid.push(column, value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Limits;
    use crate::workbook::number_format::Shown;
    use crate::workbook::shared_texts::SharedTexts;

    /// A record of a cell: type, column, style, value.
    fn cell(kind: u8, column: u8, style: u8, value: &[u8]) -> Vec<u8> {
        let length = u8::try_from(8 + value.len()).unwrap();
        let mut record = vec![kind, length, column, 0, 0, 0, style, 0, 0, 0];
        record.extend_from_slice(value);
        record
    }

    #[test]
    fn cells_come_with_their_kinds_errors_of_formulas_too() {
        let mut texts = SharedTexts::default();
        texts.open().push_str("Espoo");
        texts.close();
        let book = Book {
            sheets: Vec::new(),
            counts_from_1904: false,
            texts,
            styles: [Shown::Number, Shown::Percent, Shown::Date]
                .map(|shown| CellStyle {
                    shown,
                    is_struck: shown == Shown::Percent,
                    ..CellStyle::PLAIN
                })
                .to_vec(),
        };
        let mut part = vec![0x00, 4, 2, 0, 0, 0];
        part.extend(cell(0x07, 0, 0, &[0, 0, 0, 0]));
        part.extend(cell(0x05, 1, 1, &0.2_f64.to_le_bytes()));
        part.extend(cell(0x02, 2, 2, &((43_378_u32 << 2) | 2).to_le_bytes()));
        part.extend(cell(0x0b, 3, 0, &[0x07]));
        part.extend(cell(0x06, 4, 0, &[1, 0, 0, 0, 0xe4, 0]));
        let mut budget = Budget::new(&Limits::default());
        let grid = read_sheet(&part, &book, &mut budget).unwrap();
        let cells: Vec<_> = grid.row(3).cells().map(|(_, value)| value).collect();
        let expected = [
            CellValue::Text("Espoo"),
            CellValue::Percent(0.2),
            CellValue::Date(43_378.0),
            CellValue::Error("#DIV/0!"),
            CellValue::Text("ä"),
        ];
        assert_eq!(cells, expected);
        assert_eq!(grid.struck(), [(3, 1)]);
    }
}
