//! One row of a sheet as its readers see it.

use super::cells::{Entry, Grid, RowEntry};
use super::texts::TextId;
use super::value::CellValue;

/// One row of a [`Grid`].
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    grid: &'a Grid,
    entry: RowEntry,
}

impl<'a> Row<'a> {
    pub(super) fn new(grid: &'a Grid, entry: RowEntry) -> Self {
        Row { grid, entry }
    }

    /// Number of the row, from 1.
    #[must_use]
    #[inline]
    pub fn number(self) -> u32 {
        self.entry.number
    }

    /// Number of the row that follows: a record of a text file takes a line more for every break within its texts.
    #[must_use]
    pub fn number_after(self) -> u32 {
        let next = self.number() + 1;
        if self.fields() == 0 {
            return next;
        }
        let breaks = |text: &str| text.matches(['\n', '\r']).count() - text.matches("\r\n").count();
        let lines = self.cells().map(|(_, value)| match value {
            CellValue::Text(text) => breaks(text),
            _ => 0,
        });
        next.saturating_add(u32::try_from(lines.sum::<usize>()).unwrap_or(u32::MAX))
    }

    /// How many fields the record has, blank ones included; 0 in workbooks, where rows have no end. A record with more
    /// fields than its header has an unquoted delimiter in some text, and its values stand in the wrong columns.
    #[must_use]
    pub fn fields(self) -> u32 {
        self.entry.fields
    }

    /// The cells with a value and their columns (from 0), in order.
    #[inline]
    pub fn cells(
        self,
    ) -> impl DoubleEndedIterator<Item = (u32, CellValue<'a>)> + ExactSizeIterator {
        self.entries()
            .iter()
            .map(move |entry| (entry.column, self.grid.value(*entry)))
    }

    /// The cells that hold more than white space, and their columns (from 0), in order.
    #[inline]
    pub fn filled(self) -> impl DoubleEndedIterator<Item = (u32, CellValue<'a>)> {
        self.cells().filter(|(_, value)| !value.is_blank())
    }

    /// The cell in `column` (from 0).
    #[must_use]
    #[inline]
    pub fn get(self, column: u32) -> CellValue<'a> {
        self.entry(column)
            .map_or(CellValue::Blank, |entry| self.grid.value(*entry))
    }

    /// The number of the text in `column` (from 0), if the cell holds one.
    #[must_use]
    #[inline]
    pub fn text(self, column: u32) -> Option<TextId> {
        self.entry(column).and_then(Entry::text)
    }

    #[inline]
    fn entry(self, column: u32) -> Option<&'a Entry> {
        // A cell stands at most where its column says, in full rows just there, in most others few places before.
        const NEAR: usize = 6;
        let entries = self.entries();
        if let Some(entry) = entries.get(column as usize)
            && entry.column == column
        {
            return Some(entry);
        }
        let end = entries.len().min(column as usize + 1);
        let (far, near) = entries[..end].split_at(end.saturating_sub(NEAR));
        let nearest = near.iter().rev().find(|entry| entry.column <= column);
        match nearest {
            Some(entry) => Some(entry).filter(|entry| entry.column == column),
            None => far
                .binary_search_by_key(&column, |entry| entry.column)
                .ok()
                .map(|at| &far[at]),
        }
    }

    /// Tells whether no cell of the row holds anything but white space.
    #[must_use]
    pub fn is_blank(self) -> bool {
        self.filled().next().is_none()
    }

    #[inline]
    fn entries(self) -> &'a [Entry] {
        self.grid.entries(self.entry)
    }
}
