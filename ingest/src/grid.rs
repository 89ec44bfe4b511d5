//! A sheet as read: cells with their kind, text and place, stored compactly row by row.
//!
//! Blank cells and blank rows cost nothing, so two far corners of a sheet are two cells.

use std::borrow::Cow;

/// What one cell holds, as the file says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CellValue<'a> {
    /// Nothing.
    Blank,
    /// Text as in the file, untrimmed. Every cell of a text file is text.
    Text(&'a str),
    /// A number of a workbook.
    Number(f64),
    /// A number that the workbook shows in percent: `0.2` is shown as `20 %`.
    Percent(f64),
    /// A date or time of a workbook in days since 1899-12-30, whatever epoch the file uses.
    Date(f64),
    /// A truth value.
    Bool(bool),
    /// An error value of a workbook, as its text (`#REF!`).
    Error(&'a str),
    /// A formula whose result the file does not hold.
    Uncached,
}

impl<'a> CellValue<'a> {
    /// Tells whether there is nothing to read: no value or only white space.
    #[must_use]
    pub fn is_blank(self) -> bool {
        match self {
            CellValue::Blank => true,
            CellValue::Text(text) => text.chars().all(char::is_whitespace),
            _ => false,
        }
    }

    /// The cell as text: a number in its shortest form, a date as ISO, an uncached formula as nothing.
    #[must_use]
    pub fn text(self) -> Cow<'a, str> {
        match self {
            CellValue::Blank | CellValue::Uncached => Cow::Borrowed(""),
            CellValue::Text(text) | CellValue::Error(text) => Cow::Borrowed(text),
            CellValue::Number(number) | CellValue::Percent(number) => {
                Cow::Owned(number.to_string())
            }
            CellValue::Date(days) => Cow::Owned(iso_moment(days)),
            CellValue::Bool(true) => Cow::Borrowed("TRUE"),
            CellValue::Bool(false) => Cow::Borrowed("FALSE"),
        }
    }
}

/// The moment `days` after 1899-12-30 as `2018-10-05` or, with a time of day, `2018-10-05 13:30:00`.
fn iso_moment(days: f64) -> String {
    match moment(days) {
        Some(moment) if moment.time() == chrono::NaiveTime::MIN => {
            moment.format("%Y-%m-%d").to_string()
        }
        Some(moment) => moment.format("%Y-%m-%d %H:%M:%S").to_string(),
        None => days.to_string(),
    }
}

/// The moment `days` after 1899-12-30, to the second; none beyond the years that a workbook can show.
#[must_use]
pub fn moment(days: f64) -> Option<chrono::NaiveDateTime> {
    const LAST_SERIAL: f64 = 2_958_466.0; // 10000-01-01
    if !(0.0..LAST_SERIAL).contains(&days) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded by LAST_SERIAL")]
    let seconds = (days * 86_400.0).round() as i64;
    let start = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?;
    start.checked_add_signed(chrono::Duration::seconds(seconds))
}

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

/// One stored cell; `payload` is a number's bits or start and length of a text in the arena.
#[derive(Debug, Clone, Copy)]
struct Entry {
    column: u32,
    kind: Kind,
    payload: u64,
}

#[derive(Debug, Clone, Copy)]
struct RowEntry {
    number: u32,
    first: u32,
    end: u32,
    fields: u32,
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

/// A text kept in the arena of one grid; several cells may share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextSpan {
    start: u32,
    length: u32,
}

impl TextSpan {
    /// The text of `length` bytes that begins `start` bytes into the arena.
    #[must_use]
    pub fn new(start: u32, length: u32) -> Self {
        TextSpan { start, length }
    }

    /// Tells whether the text is empty.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.length == 0
    }
}

/// The cells of one sheet.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    text: String,
    entries: Vec<Entry>,
    rows: Vec<RowEntry>,
    merged: Vec<Region>,
    last_row: u32,
    width: u32,
    disordered: bool,
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

    /// Gives the grid its arena: the text that the cells pushed as spans stand in.
    #[must_use]
    pub fn with_arena(mut self, text: String) -> Self {
        debug_assert!(self.text.is_empty());
        self.text = text;
        self
    }

    /// Bytes of the arena; a span reaches no further than 4 GiB, so readers refuse what would pass that.
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        self.text.len()
    }

    /// Goes to the row `number` whatever the row before it was; [`Grid::settle`] puts all in order.
    pub fn go_to_row(&mut self, number: u32) {
        match self.rows.last() {
            Some(row) if row.number == number => return,
            Some(row) if row.number > number => self.disordered = true,
            _ => {}
        }
        let at = narrow(self.entries.len());
        self.rows.push(RowEntry {
            number,
            first: at,
            end: at,
            fields: 0,
        });
        self.last_row = self.last_row.max(number);
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

    /// Keeps a text for [`Grid::push_span`].
    pub fn intern(&mut self, text: &str) -> TextSpan {
        let start = narrow(self.text.len());
        self.text.push_str(text);
        TextSpan {
            start,
            length: narrow(text.len()),
        }
    }

    /// Adds a cell with a text of the arena to the row last started. An empty one is not stored.
    pub fn push_span(&mut self, column: u32, span: TextSpan) {
        self.push_text(column, Kind::Text, span);
    }

    /// Adds an error value whose text stands in the arena to the row last started.
    pub fn push_error_span(&mut self, column: u32, span: TextSpan) {
        self.push_text(column, Kind::Error, span);
    }

    fn push_text(&mut self, column: u32, kind: Kind, span: TextSpan) {
        if span.is_empty() {
            return;
        }
        self.push_entry(Entry {
            column,
            kind,
            payload: (u64::from(span.start) << 32) | u64::from(span.length),
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
            CellValue::Text(text) => (Kind::Text, self.store(text)),
            CellValue::Error(text) => (Kind::Error, self.store(text)),
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

    fn store(&mut self, text: &str) -> u64 {
        let start = self.text.len() as u64;
        self.text.push_str(text);
        (start << 32) | text.len() as u64
    }

    /// Replaces the text of a cell; used to mask personal data before anything else looks at it.
    pub fn replace_text(&mut self, row: u32, column: u32, text: &str) {
        let payload = self.store(text);
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

    /// The merged regions, in the order of the file.
    #[must_use]
    pub fn merged(&self) -> &[Region] {
        &self.merged
    }

    /// The rows that hold a cell, in order.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        self.rows.iter().map(|entry| Row {
            grid: self,
            entry: *entry,
        })
    }

    /// The rows from `number` (from 1) on that hold a cell, in order.
    pub fn rows_from(&self, number: u32) -> impl Iterator<Item = Row<'_>> {
        let start = self.rows.partition_point(|row| row.number < number);
        self.rows[start..].iter().map(|entry| Row {
            grid: self,
            entry: *entry,
        })
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
        Row { grid: self, entry }
    }

    /// The cell in row `row` (from 1) and column `column` (from 0).
    #[must_use]
    pub fn get(&self, row: u32, column: u32) -> CellValue<'_> {
        self.row(row).get(column)
    }

    fn value(&self, entry: Entry) -> CellValue<'_> {
        let number = || f64::from_bits(entry.payload);
        match entry.kind {
            Kind::Text => CellValue::Text(self.slice(entry.payload)),
            Kind::Error => CellValue::Error(self.slice(entry.payload)),
            Kind::Number => CellValue::Number(number()),
            Kind::Percent => CellValue::Percent(number()),
            Kind::Date => CellValue::Date(number()),
            Kind::Bool => CellValue::Bool(entry.payload == 1),
            Kind::Uncached => CellValue::Uncached,
        }
    }

    fn slice(&self, payload: u64) -> &str {
        let start = (payload >> 32) as usize;
        let length = (payload & 0xffff_ffff) as usize;
        &self.text[start..start + length]
    }
}

/// A place in the arena or among the cells; readers refuse a file before it passes 4 GiB.
#[expect(clippy::cast_possible_truncation, reason = "bounded by the readers")]
fn narrow(place: usize) -> u32 {
    debug_assert!(u32::try_from(place).is_ok());
    place as u32
}

/// One row of a [`Grid`].
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    grid: &'a Grid,
    entry: RowEntry,
}

impl<'a> Row<'a> {
    /// Number of the row, from 1.
    #[must_use]
    pub fn number(self) -> u32 {
        self.entry.number
    }

    /// How many fields the record has, blank ones included; 0 in workbooks, where rows have no end. A record with more
    /// fields than its header has an unquoted delimiter in some text, and its values stand in the wrong columns.
    #[must_use]
    pub fn fields(self) -> u32 {
        self.entry.fields
    }

    /// The cells with a value and their columns (from 0), in order.
    pub fn cells(
        self,
    ) -> impl DoubleEndedIterator<Item = (u32, CellValue<'a>)> + ExactSizeIterator {
        self.entries()
            .iter()
            .map(move |entry| (entry.column, self.grid.value(*entry)))
    }

    /// The cell in `column` (from 0).
    #[must_use]
    pub fn get(self, column: u32) -> CellValue<'a> {
        // A cell stands at most where its column says, and in most rows only few places before that.
        const NEAR: usize = 6;
        let entries = self.entries();
        let end = entries.len().min(column as usize + 1);
        let (far, near) = entries[..end].split_at(end.saturating_sub(NEAR));
        let nearest = near.iter().rev().find(|entry| entry.column <= column);
        let found = match nearest {
            Some(entry) => Some(entry).filter(|entry| entry.column == column),
            None => far
                .binary_search_by_key(&column, |entry| entry.column)
                .ok()
                .map(|at| &far[at]),
        };
        found.map_or(CellValue::Blank, |entry| self.grid.value(*entry))
    }

    /// Tells whether no cell of the row holds anything but white space.
    #[must_use]
    pub fn is_blank(self) -> bool {
        self.cells().all(|(_, value)| value.is_blank())
    }

    fn entries(self) -> &'a [Entry] {
        &self.grid.entries[self.entry.first as usize..self.entry.end as usize]
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
    fn a_span_of_the_arena_is_a_cell() {
        let mut grid = Grid::default();
        grid.start_row(1);
        grid.push_span(0, TextSpan::new(0, 5));
        grid.push_span(1, TextSpan::new(6, 5));
        let grid = grid.with_arena("Kunta;Espoo".to_owned());
        assert_eq!(grid.get(1, 1), CellValue::Text("Espoo"));
    }

    #[test]
    fn a_replaced_text_leaves_no_trace_in_the_cell() {
        let mut grid = Grid::default();
        grid.start_row(1);
        grid.push(0, CellValue::Text("salaisuus"));
        grid.replace_text(1, 0, "[peitetty]");
        assert_eq!(grid.get(1, 0), CellValue::Text("[peitetty]"));
    }

    #[test]
    fn dates_print_as_iso() {
        assert_eq!(CellValue::Date(43_378.0).text(), "2018-10-05");
        assert_eq!(CellValue::Date(43_378.5).text(), "2018-10-05 12:00:00");
    }
}
