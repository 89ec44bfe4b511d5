//! Cells that say "as above" with a mark: which cell they mean.

use kooste_ingest::grid::{CellValue, Row};
use kooste_ingest::table::RowKind;

use super::ColumnCells;
use crate::values::ditto::is_ditto;

/// The marks of one column.
#[derive(Debug)]
pub(super) struct Dittos<'g> {
    cells: ColumnCells<'g>,
    /// Whether words are marks as well; what a form is about may be `sama` for another reason.
    words: bool,
    /// The last row with a mark, and the row it means.
    last: Option<(u32, u32)>,
}

impl<'g> Dittos<'g> {
    pub(super) fn of(cells: ColumnCells<'g>, words: bool) -> Self {
        Dittos {
            cells,
            words,
            last: None,
        }
    }

    /// Tells whether the cell of `row` holds nothing but a mark.
    pub(super) fn is_mark(&self, row: Row<'g>) -> bool {
        self.marks(row.get(self.cells.column))
    }

    /// The row whose value the mark in `row` stands for; none if there is nothing above it.
    pub(super) fn above(&mut self, row: Row<'g>) -> Option<Row<'g>> {
        let above = self.meant_by(row.number())?;
        self.last = Some((row.number(), above));
        Some(self.cells.grid.row(above))
    }

    /// A heading or a sum ends what stands above; so does a blank.
    fn meant_by(&self, row: u32) -> Option<u32> {
        let rows = &self.cells.table.rows;
        let before = rows.partition_point(|other| other.number < row);
        for other in rows[..before].iter().rev() {
            match other.kind {
                RowKind::Data => {}
                RowKind::Blank | RowKind::Note => continue,
                _ => return None,
            }
            if let Some((_, above)) = self.last.filter(|(marked, _)| *marked == other.number) {
                return Some(above);
            }
            let value = self.cells.grid.get(other.number, self.cells.column);
            if !self.marks(value) {
                return (!value.is_blank()).then_some(other.number);
            }
        }
        None
    }

    fn marks(&self, value: CellValue<'_>) -> bool {
        matches!(value, CellValue::Text(text) if is_ditto(text) && (self.words || !is_word(text)))
    }
}

fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}
