//! Filling a [`Grid`]: rows and cells in the order of the file, texts kept once.

use super::cells::{Entry, Grid, Kind, Region, RowEntry};
use super::texts::{TextId, TextIndex, TextSpan};
use super::value::CellValue;

impl Grid {
    /// Sets memory aside for that many cells.
    pub fn reserve(&mut self, cells: usize) {
        self.entries.reserve(cells);
    }

    /// Starts the row `number` (from 1); rows come in ascending order, blank ones may be left out.
    pub fn start_row(&mut self, number: u32) {
        debug_assert!(self.rows.last().is_none_or(|row| row.number < number));
        self.add_row(number);
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

    /// Notes how many fields the record of the row last started has, blank ones included.
    pub fn set_fields(&mut self, fields: u32) {
        if let Some(row) = self.rows.last_mut() {
            row.fields = fields;
        }
    }

    /// Notes that the sheet goes on to row `number` (trailing blank rows of a text file).
    pub fn extend_to(&mut self, number: u32) {
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

    /// Gives the grid its texts: those that cells were pushed by number of, and the arena they stand in.
    #[must_use]
    pub(crate) fn with_texts(mut self, arena: String, texts: TextIndex) -> Self {
        debug_assert!(self.arena.is_empty());
        self.arena = arena;
        self.texts = texts;
        self
    }

    /// Declares cells as merged; the value stands in the upper left one.
    pub fn merge(&mut self, region: Region) {
        self.merged.push(region);
    }

    /// Declares the value of a cell as struck through.
    pub fn strike(&mut self, row: u32, column: u32) {
        self.struck.push((row, column));
    }

    /// Puts rows and columns in order where the file did not; of two values for one cell the later stays.
    pub fn settle(&mut self) {
        self.struck.sort_unstable();
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
    fn a_replaced_text_leaves_no_trace_in_the_cell() {
        let mut grid = Grid::default();
        grid.start_row(1);
        grid.push(0, CellValue::Text("salaisuus"));
        grid.replace_text(1, 0, "[peitetty]");
        assert_eq!(grid.get(1, 0), CellValue::Text("[peitetty]"));
    }
}
