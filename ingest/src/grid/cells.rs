//! The cells of one sheet, row by row, and what is asked of them.

use super::row::Row;
use super::texts::{TextId, TextIndex};
use super::value::CellValue;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    Percent,
    Date,
    Bool,
    Error,
    Uncached,
}

/// One stored cell; `payload` is a number's bits or the number of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) column: u32,
    pub(super) kind: Kind,
    pub(super) payload: u64,
}

impl Entry {
    pub(super) fn text(&self) -> Option<TextId> {
        (self.kind == Kind::Text).then(|| TextId::from_payload(self.payload))
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct RowEntry {
    pub(super) number: u32,
    pub(super) first: u32,
    pub(super) end: u32,
    pub(super) fields: u32,
}

/// A rectangle of cells, both corners included; rows count from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// First row.
    pub first_row: u32,
    /// Last row.
    pub last_row: u32,
    /// First column.
    pub first_column: u32,
    /// Last column.
    pub last_column: u32,
}

/// The cells of one sheet.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    pub(super) arena: String,
    pub(super) texts: TextIndex,
    pub(super) entries: Vec<Entry>,
    pub(super) rows: Vec<RowEntry>,
    pub(super) merged: Vec<Region>,
    pub(super) struck: Vec<(u32, u32)>,
    pub(super) last_row: u32,
    pub(super) width: u32,
    pub(super) disordered: bool,
    pub(super) spelled_bytes: u64,
}

impl Grid {
    /// Bytes of all texts; places among them reach no further than 4 GiB, so readers refuse what would pass that.
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        self.arena.len()
    }

    /// Bytes of the texts of all cells, each counted as often as it stands in one; texts that come later, with
    /// [`Grid::with_texts`], do not count.
    #[must_use]
    pub fn spelled_bytes(&self) -> u64 {
        self.spelled_bytes
    }

    /// How many texts the grid numbers; different numbers may be equal texts.
    #[must_use]
    pub fn text_count(&self) -> usize {
        self.texts.len()
    }

    /// The texts of the grid in the order of their numbers, whichever and however many cells hold them.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.texts.len()).map(|at| self.text(TextId::from_payload(at as u64)))
    }

    /// The text of a number.
    #[must_use]
    #[inline]
    pub fn text(&self, id: TextId) -> &str {
        let span = self.texts.span(id);
        &self.arena[span.start()..span.end()]
    }

    /// Number of the last row, blank or not; 0 for an empty sheet.
    #[must_use]
    pub fn last_row(&self) -> u32 {
        self.last_row
    }

    /// One more than the last column with a value.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Count of cells with a value.
    #[must_use]
    pub fn cell_count(&self) -> usize {
        self.entries.len()
    }

    /// The plain numbers of all cells, in order.
    pub fn numbers(&self) -> impl Iterator<Item = f64> {
        let plain = self
            .entries
            .iter()
            .filter(|entry| entry.kind == Kind::Number);
        plain.map(|entry| f64::from_bits(entry.payload))
    }

    /// Rows (from 1) and columns (from 0) of the cells struck through, in order.
    #[must_use]
    pub fn struck(&self) -> &[(u32, u32)] {
        &self.struck
    }

    /// The merged regions, in the order of the file.
    #[must_use]
    pub fn merged(&self) -> &[Region] {
        &self.merged
    }

    /// The rows that hold a cell, in order.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        self.rows.iter().map(|entry| Row::new(self, *entry))
    }

    /// The rows from `number` (from 1) on that hold a cell, in order.
    pub fn rows_from(&self, number: u32) -> impl Iterator<Item = Row<'_>> {
        let start = self.rows.partition_point(|row| row.number < number);
        self.rows[start..]
            .iter()
            .map(|entry| Row::new(self, *entry))
    }

    /// The row `number` (from 1); an empty one where the sheet holds nothing.
    #[must_use]
    pub fn row(&self, number: u32) -> Row<'_> {
        let first = self.rows.first().map_or(0, |row| row.number);
        // In a sheet without gaps a row stands just there.
        let near = number
            .checked_sub(first)
            .and_then(|at| self.rows.get(at as usize));
        let entry = match near.filter(|entry| entry.number == number) {
            Some(entry) => *entry,
            None => self.row_after_gaps(number),
        };
        Row::new(self, entry)
    }

    fn row_after_gaps(&self, number: u32) -> RowEntry {
        let found = self.rows.binary_search_by_key(&number, |row| row.number);
        found.map_or(
            RowEntry {
                number,
                first: 0,
                end: 0,
                fields: 0,
            },
            |at| self.rows[at],
        )
    }

    /// The cell in row `row` (from 1) and column `column` (from 0).
    #[must_use]
    #[inline]
    pub fn get(&self, row: u32, column: u32) -> CellValue<'_> {
        self.row(row).get(column)
    }

    /// The stored cells of a row.
    #[inline]
    pub(super) fn entries(&self, row: RowEntry) -> &[Entry] {
        &self.entries[row.first as usize..row.end as usize]
    }

    #[inline]
    pub(super) fn value(&self, entry: Entry) -> CellValue<'_> {
        let number = || f64::from_bits(entry.payload);
        match entry.kind {
            Kind::Text => CellValue::Text(self.text(TextId::from_payload(entry.payload))),
            Kind::Error => CellValue::Error(self.text(TextId::from_payload(entry.payload))),
            Kind::Number => CellValue::Number(number()),
            Kind::Percent => CellValue::Percent(number()),
            Kind::Date => CellValue::Date(number()),
            Kind::Bool => CellValue::Bool(entry.payload == 1),
            Kind::Uncached => CellValue::Uncached,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_row_and_column() {
        let mut grid = Grid::default();
        grid.start_row(2);
        grid.push(1, CellValue::Text("Kunta"));
        grid.push(3, CellValue::Number(1.5));
        grid.start_row(900_000);
        grid.push(16_383, CellValue::Percent(0.2));
        assert_eq!(grid.get(2, 1), CellValue::Text("Kunta"));
        assert_eq!(grid.get(2, 2), CellValue::Blank);
        assert_eq!(grid.get(3, 0), CellValue::Blank);
        assert_eq!(grid.get(900_000, 16_383), CellValue::Percent(0.2));
        assert_eq!(
            (grid.last_row(), grid.width(), grid.cell_count()),
            (900_000, 16_384, 3)
        );
    }

    #[test]
    fn cells_that_hold_the_same_text_share_its_number() {
        let mut grid = Grid::default();
        grid.start_row(1);
        for (column, text) in (0..).zip(["Espoo", "Esbo", "Espoo"]) {
            grid.push(column, CellValue::Text(text));
        }
        let number = |column| grid.row(1).text(column).unwrap();
        assert_eq!(number(0), number(2));
        assert_ne!(number(0), number(1));
        assert_eq!(grid.text(number(1)), "Esbo");
        assert_eq!((grid.text_count(), grid.text_bytes()), (2, 9));
        assert_eq!(grid.row(1).text(3), None);
    }
}
