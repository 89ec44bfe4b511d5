//! A column beside the values that says in what each of them is given: `Yksikkö` (READING.md R17).

use kooste_ingest::grid::{CellValue, Grid};

use super::Making;
use crate::values::fold;
use crate::values::number::{Stated, Unit, stated_by_unit};

/// Labels of such a column, folded.
const LABELS: [&str; 7] = [
    "yksikkö",
    "yks",
    "yksiköt",
    "mittayksikkö",
    "enhet",
    "måttenhet",
    "unit",
];

/// The column of a table that holds units.
pub(super) struct UnitColumn<'g> {
    grid: &'g Grid,
    column: u32,
}

impl<'g> UnitColumn<'g> {
    /// The column without a field that is labelled so.
    pub(super) fn of_table(making: Making<'g>) -> Option<Self> {
        let is_unit = |label: &str| LABELS.contains(&&*fold::words(label));
        let free = |column: &&kooste_ingest::table::Column| {
            column.field.is_none() && column.axes.is_empty() && is_unit(&column.label)
        };
        let column = making.table.columns.iter().find(free)?.index;
        let grid = making.grid;
        Some(UnitColumn { grid, column })
    }

    /// What it says of the value in a row, of a field that counts `unit`.
    pub(super) fn stated(&self, row: u32, unit: Unit) -> Stated {
        match self.grid.get(row, self.column) {
            CellValue::Text(text) => stated_by_unit(text, unit),
            _ => Stated::AsField,
        }
    }
}
