//! The cells of one sheet, row by row.

use super::row::Row;
use super::texts::{TextId, TextIndex, TextSpan};
use super::value::CellValue;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
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
    kind: Kind,
    payload: u64,
}

impl Entry {
    pub(super) fn text(&self) -> Option<TextId> {
        (self.kind == Kind::Text).then(|| TextId::from_payload(self.payload))
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct RowEntry {
    pub(super) number: u32,
    first: u32,
    end: u32,
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
    arena: String,
    texts: TextIndex,
    entries: Vec<Entry>,
    rows: Vec<RowEntry>,
    merged: Vec<Region>,
    last_row: u32,
    width: u32,
    disordered: bool,
    spelled_bytes: u64,
}

impl Grid {
    /// Sets memory aside for that many cells.
    pub fn reserve(&mut self, cells: usize) {
        self.entries.reserve(cells);
    }

    /// Notes how many fields the record of the row last started has, blank ones included.
    pub fn set_fields(&mut self, fields: u32) {
        if let Some(row) = self.rows.last_mut() {
            row.fields = fields;
        }
    }

    /// Gives the grid its texts: those that cells were pushed by number of, and the arena they stand in.
    #[must_use]
    pub(crate) fn with_texts(mut self, arena: String, texts: TextIndex) -> Self {
        debug_assert!(self.arena.is_empty());
        self.arena = arena;
        self.texts = texts;
        self
    }

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
    pub fn text(&self, id: TextId) -> &str {
        let span = self.texts.span(id);
        &self.arena[span.start()..span.end()]
    }

    /// Goes to the row `number` whatever the row before it was; [`Grid::settle`] puts all in order.
    pub fn go_to_row(&mut self, number: u32) {
        match self.rows.last() {
            Some(row) if row.number == number => return,
            Some(row) if row.number > number => self.disordered = true,
            _ => {}
        }
        self.add_row(number);
    }

    /// Puts rows and columns in order where the file did not; of two values for one cell the later stays.
    pub fn settle(&mut self) {
        if !self.disordered {
            return;
        }
        let mut cells: Vec<(u32, Entry)> = Vec::with_capacity(self.entries.len());
        for row in &self.rows {
            let entries = &self.entries[row.first as usize..row.end as usize];
            cells.extend(entries.iter().map(|entry| (row.number, *entry)));
        }
        cells.sort_by_key(|(row, entry)| (*row, entry.column));
        self.rows.clear();
        self.entries.clear();
        self.disordered = false;
        let mut place = None;
        for (row, entry) in cells {
            if place == Some((row, entry.column)) {
                self.entries.pop();
                if let Some(last) = self.rows.last_mut() {
                    last.end -= 1;
                }
            }
            place = Some((row, entry.column));
            self.go_to_row(row);
            self.push_entry(entry);
        }
    }

    /// Keeps a text for [`Grid::push_text`].
    pub fn intern(&mut self, text: &str) -> TextId {
        let arena = self.arena.as_bytes();
        let span = TextSpan::new(narrow(arena.len()), narrow(text.len()));
        let at = |known: TextSpan| &arena[known.start()..known.end()];
        let id = self.texts.id(text.as_bytes(), span, at);
        if self.texts.span(id) == span {
            self.arena.push_str(text);
        }
        id
    }

    /// Adds a cell with a text of the grid to the row last started; an empty one is not to be added.
    pub fn push_text(&mut self, column: u32, text: TextId) {
        self.push_numbered(column, Kind::Text, text);
    }

    /// Adds an error value with a text of the grid to the row last started; an empty one is not to be added.
    pub fn push_error(&mut self, column: u32, text: TextId) {
        self.push_numbered(column, Kind::Error, text);
    }

    fn push_numbered(&mut self, column: u32, kind: Kind, text: TextId) {
        self.spelled_bytes += self.texts.length(text);
        self.push_entry(Entry {
            column,
            kind,
            payload: text.payload(),
        });
    }

    fn push_entry(&mut self, entry: Entry) {
        self.width = self.width.max(entry.column + 1);
        if let Some(row) = self.rows.last_mut() {
            if row.end > row.first {
                let before = self.entries.last().map(|before| before.column);
                self.disordered |= before >= Some(entry.column);
            }
            row.end += 1;
        }
        self.entries.push(entry);
    }

    /// Starts the row `number` (from 1); rows come in ascending order, blank ones may be left out.
    pub fn start_row(&mut self, number: u32) {
        debug_assert!(self.rows.last().is_none_or(|row| row.number < number));
        self.add_row(number);
    }

    fn add_row(&mut self, number: u32) {
        let at = narrow(self.entries.len());
        self.rows.push(RowEntry {
            number,
            first: at,
            end: at,
            fields: 0,
        });
        self.last_row = self.last_row.max(number);
    }

    /// Adds a cell to the row last started; columns come in ascending order. A blank is not stored.
    pub fn push(&mut self, column: u32, value: CellValue<'_>) {
        let (kind, payload) = match value {
            CellValue::Blank => return,
            CellValue::Text("") => return,
            CellValue::Text(text) => {
                let text = self.intern(text);
                return self.push_text(column, text);
            }
            CellValue::Error(text) => {
                let text = self.intern(text);
                return self.push_error(column, text);
            }
            CellValue::Number(number) => (Kind::Number, number.to_bits()),
            CellValue::Percent(number) => (Kind::Percent, number.to_bits()),
            CellValue::Date(days) => (Kind::Date, days.to_bits()),
            CellValue::Bool(truth) => (Kind::Bool, u64::from(truth)),
            CellValue::Uncached => (Kind::Uncached, 0),
        };
        self.push_entry(Entry {
            column,
            kind,
            payload,
        });
    }

    /// Declares cells as merged; the value stands in the upper left one.
    pub fn merge(&mut self, region: Region) {
        self.merged.push(region);
    }

    /// Notes that the sheet goes on to row `number` (trailing blank rows of a text file).
    pub fn extend_to(&mut self, number: u32) {
        self.last_row = self.last_row.max(number);
    }

    /// Replaces the text of a cell; used to mask personal data before anything else looks at it.
    pub fn replace_text(&mut self, row: u32, column: u32, text: &str) {
        let payload = self.intern(text).payload();
        let Ok(at) = self.rows.binary_search_by_key(&row, |entry| entry.number) else {
            return;
        };
        let (first, end) = (self.rows[at].first as usize, self.rows[at].end as usize);
        if let Some(entry) = self.entries[first..end]
            .iter_mut()
            .find(|entry| entry.column == column)
        {
            entry.kind = Kind::Text;
            entry.payload = payload;
        }
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
        let entry = match self
            .rows
            .binary_search_by_key(&number, |entry| entry.number)
        {
            Ok(at) => self.rows[at],
            Err(_) => RowEntry {
                number,
                first: 0,
                end: 0,
                fields: 0,
            },
        };
        Row::new(self, entry)
    }

    /// The cell in row `row` (from 1) and column `column` (from 0).
    #[must_use]
    pub fn get(&self, row: u32, column: u32) -> CellValue<'_> {
        self.row(row).get(column)
    }

    /// The stored cells of a row.
    pub(super) fn entries(&self, row: RowEntry) -> &[Entry] {
        &self.entries[row.first as usize..row.end as usize]
    }

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

/// A place in the arena or among the cells; readers refuse a file before it passes 4 GiB.
#[expect(clippy::cast_possible_truncation, reason = "bounded by the readers")]
fn narrow(place: usize) -> u32 {
    debug_assert!(u32::try_from(place).is_ok());
    place as u32
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
    fn cells_out_of_order_are_settled_and_the_later_value_stays() {
        let mut grid = Grid::default();
        for (row, column, number) in [(3, 1, 1.0), (3, 0, 2.0), (1, 4, 3.0), (3, 1, 4.0)] {
            grid.go_to_row(row);
            grid.push(column, CellValue::Number(number));
        }
        grid.settle();
        let cells: Vec<_> = grid
            .rows()
            .flat_map(|row| row.cells().map(move |(column, _)| (row.number(), column)))
            .collect();
        assert_eq!(cells, [(1, 4), (3, 0), (3, 1)]);
        assert_eq!(grid.get(3, 1), CellValue::Number(4.0));
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

    #[test]
    fn a_replaced_text_leaves_no_trace_in_the_cell() {
        let mut grid = Grid::default();
        grid.start_row(1);
        grid.push(0, CellValue::Text("salaisuus"));
        grid.replace_text(1, 0, "[peitetty]");
        assert_eq!(grid.get(1, 0), CellValue::Text("[peitetty]"));
    }
}
