//! Records: text and dialect to the cells of a grid.
//!
//! Cells stand where they are in the text: it becomes the arena of the grid. Only records with quotes are unescaped, by
//! `csv-core`, into a tail behind the text.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::{memchr_iter, memchr2, memchr3};

use crate::document::{Dialect, Limits, Refusal};
use crate::format::{corrupt, too_large};
use crate::grid::{Grid, TextSpan};

/// Splits a text into the cells of a grid; row numbers are the lines that records begin on.
///
/// # Errors
/// `file-too-large` with reason `cells`, `columns` or `text`.
pub(super) fn split(text: String, dialect: &Dialect, limits: &Limits) -> Result<Grid, Refusal> {
    if u32::try_from(text.len().saturating_mul(2)).is_err() {
        return Err(too_large("text", text.len()));
    }
    let mut splitter = Splitter::new(&text, dialect, limits);
    splitter.run()?;
    let Splitter {
        grid, tail, used, ..
    } = splitter;
    let mut arena = text;
    let tail = tail.get(..used).unwrap_or_default();
    arena.push_str(std::str::from_utf8(tail).map_err(corrupt)?);
    Ok(grid.with_arena(arena))
}

struct Splitter<'t> {
    text: &'t [u8],
    at: usize,
    /// Line from 1 that begins at `at`.
    line: u32,
    delimiter: u8,
    quote: Option<u8>,
    reader: Reader,
    grid: Grid,
    cells_left: usize,
    limits: Limits,
    /// Unescaped fields; the first `used` bytes count.
    tail: Vec<u8>,
    used: usize,
    ends: Vec<usize>,
}

impl<'t> Splitter<'t> {
    fn new(text: &'t str, dialect: &Dialect, limits: &Limits) -> Self {
        let mut builder = ReaderBuilder::new();
        builder
            .delimiter(dialect.delimiter)
            .quoting(dialect.quote.is_some())
            .escape(dialect.escape)
            .double_quote(dialect.escape.is_none());
        if let Some(quote) = dialect.quote {
            builder.quote(quote);
        }
        Splitter {
            text: text.as_bytes(),
            at: 0,
            line: 1,
            delimiter: dialect.delimiter,
            quote: dialect.quote,
            reader: builder.build(),
            grid: Grid::default(),
            cells_left: limits.cells,
            limits: *limits,
            tail: Vec::new(),
            used: 0,
            ends: vec![0; 64],
        }
    }

    fn run(&mut self) -> Result<(), Refusal> {
        while self.at < self.text.len() {
            let rest = &self.text[self.at..];
            let end = match self.quote {
                Some(quote) => memchr3(b'\n', b'\r', quote, rest),
                None => memchr2(b'\n', b'\r', rest),
            };
            match end {
                Some(end) if Some(rest[end]) == self.quote => self.quoted_record()?,
                Some(end) => {
                    self.plain_record(end)?;
                    self.at += end;
                    self.pass_line_end();
                }
                None => {
                    self.plain_record(rest.len())?;
                    self.at = self.text.len();
                    self.grid.extend_to(self.line);
                }
            }
        }
        Ok(())
    }

    /// Goes past the line end at `at`.
    fn pass_line_end(&mut self) {
        let length = match self.text.get(self.at..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([b'\r' | b'\n', ..]) => 1,
            _ => return,
        };
        self.grid.extend_to(self.line);
        self.at += length;
        self.line += 1;
    }

    /// Takes the record without quotes in the next `length` bytes.
    fn plain_record(&mut self, length: usize) -> Result<(), Refusal> {
        if length == 0 {
            return Ok(());
        }
        self.grid.start_row(self.line);
        let record = &self.text[self.at..self.at + length];
        let mut start = 0;
        let mut column = 0;
        for end in memchr_iter(self.delimiter, record) {
            self.push(column, self.at + start, end - start)?;
            start = end + 1;
            column += 1;
        }
        self.push(column, self.at + start, length - start)
    }

    fn push(&mut self, column: u32, start: usize, length: usize) -> Result<(), Refusal> {
        if length == 0 {
            return Ok(());
        }
        if column >= self.limits.columns {
            return Err(too_large("columns", u64::from(column) + 1));
        }
        let left = self.cells_left.checked_sub(1);
        self.cells_left = left.ok_or_else(|| too_large("cells", self.limits.cells))?;
        let span = TextSpan::new(offset(start)?, offset(length)?);
        self.grid.push_span(column, span);
        Ok(())
    }

    /// Takes the record that begins at `at` and holds a quote.
    fn quoted_record(&mut self) -> Result<(), Refusal> {
        let (consumed, written, fields) = self.unescape();
        let record = &self.text[self.at..self.at + consumed];
        let lines = line_ends(record);
        self.grid.start_row(self.line);
        let base = self.text.len() + self.used;
        let mut start = 0;
        for column in 0..fields {
            let end = self.ends[column];
            let number = u32::try_from(column).unwrap_or(u32::MAX);
            self.push(number, base + start, end - start)?;
            start = end;
        }
        self.used += written;
        self.grid.extend_to(self.line + lines.saturating_sub(1));
        self.at += consumed;
        self.line += lines;
        if record.ends_with(b"\r") && self.text.get(self.at) == Some(&b'\n') {
            self.at += 1;
        }
        Ok(())
    }

    /// Reads the record at `at` into the tail: bytes read, bytes written, fields.
    fn unescape(&mut self) -> (usize, usize, usize) {
        const ROOM_BYTES: usize = 4096;
        let input = &self.text[self.at..];
        self.reader.reset();
        if self.tail.len() < self.used + ROOM_BYTES {
            self.tail.resize(self.used + ROOM_BYTES, 0);
        }
        let (mut read, mut written, mut fields) = (0, 0, 0);
        loop {
            let output = &mut self.tail[self.used + written..];
            let ends = &mut self.ends[fields..];
            let (result, bytes_in, bytes_out, ended) =
                self.reader.read_record(&input[read..], output, ends);
            read += bytes_in;
            written += bytes_out;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => {
                    let length = self.tail.len();
                    self.tail.resize(length * 2, 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    let length = self.ends.len();
                    self.ends.resize(length * 2, 0);
                }
                ReadRecordResult::Record | ReadRecordResult::End => {
                    return (read, written, fields);
                }
            }
        }
    }
}

fn offset(bytes: usize) -> Result<u32, Refusal> {
    u32::try_from(bytes).map_err(|_| too_large("text", bytes))
}

/// Line ends in a record, a carriage return with its line feed as one.
fn line_ends(record: &[u8]) -> u32 {
    let mut count = 0;
    for at in memchr::memchr2_iter(b'\n', b'\r', record) {
        let is_second = record[at] == b'\n' && at > 0 && record[at - 1] == b'\r';
        count += u32::from(!is_second);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, dialect: Dialect) -> Vec<(u32, u32, String)> {
        let grid = split(text.to_owned(), &dialect, &Limits::default()).unwrap();
        let cells = grid.rows().flat_map(|row| {
            let number = row.number();
            row.cells()
                .map(move |(column, value)| (number, column, value.text().into_owned()))
        });
        cells.collect()
    }

    const SEMICOLON: Dialect = Dialect {
        delimiter: b';',
        quote: Some(b'"'),
        escape: None,
    };

    #[test]
    fn a_record_has_the_number_of_the_line_it_begins_on() {
        let found = cells("a;\"b\nc\"\r\nd;e\r\n\r\nf\n", SEMICOLON);
        let expected = [
            (1, 0, "a"),
            (1, 1, "b\nc"),
            (3, 0, "d"),
            (3, 1, "e"),
            (5, 0, "f"),
        ];
        assert_eq!(
            found,
            expected.map(|(row, column, text)| (row, column, text.to_owned()))
        );
    }

    #[test]
    fn doubled_quotes_are_one_quote() {
        let found = cells("\"sanoi \"\"hei\"\"\";x", SEMICOLON);
        assert_eq!(
            found,
            [(1, 0, "sanoi \"hei\"".to_owned()), (1, 1, "x".to_owned())]
        );
    }

    #[test]
    fn lone_carriage_returns_end_lines() {
        let found = cells("a;b\rc;\"d\"\re", SEMICOLON);
        let places: Vec<_> = found
            .iter()
            .map(|(row, column, _)| (*row, *column))
            .collect();
        assert_eq!(places, [(1, 0), (1, 1), (2, 0), (2, 1), (3, 0)]);
    }

    #[test]
    fn blank_lines_count_as_rows() {
        let grid = split("a;b\n\n\n".to_owned(), &SEMICOLON, &Limits::default()).unwrap();
        assert_eq!(grid.last_row(), 3);
    }

    #[test]
    fn a_long_quoted_field_is_whole() {
        let long = "x".repeat(20_000);
        let found = cells(&format!("\"{long}\";y"), SEMICOLON);
        assert_eq!(found[0].2.len(), 20_000);
        assert_eq!(found[1].2, "y");
    }
}
