//! Records: text and dialect to the cells of a grid.
//!
//! Cells stand where they are in the text, which becomes the arena of the grid; only fields with escaped quotes are copied,
//! into a tail behind it. A quote that opens a field and is closed nowhere sensible is text: it never swallows the records
//! that follow.

use memchr::{memchr, memchr2, memchr2_iter, memchr3};

use crate::document::{Dialect, Limits, Refusal};
use crate::format::too_large;
use crate::grid::{Grid, TextIndex, TextSpan};

/// Bytes of text that a cell takes, its delimiter included; a little below what reports hold.
const USUAL_CELL_BYTES: usize = 10;

/// Splits a text into the cells of a grid; row numbers are the lines that records begin on.
///
/// # Errors
/// `file-too-large` with reason `cells`, `columns` or `text`.
pub(super) fn split(text: String, dialect: &Dialect, limits: &Limits) -> Result<Grid, Refusal> {
    if u32::try_from(text.len().saturating_mul(2)).is_err() {
        return Err(too_large("text", text.len()));
    }
    let mut splitter = Splitter {
        text: &text,
        at: 0,
        line: 1,
        dialect: *dialect,
        grid: Grid::default(),
        texts: TextIndex::default(),
        cells_left: limits.cells,
        limits: *limits,
        tail: String::new(),
        is_unclosed: false,
    };
    splitter.grid.reserve(text.len() / USUAL_CELL_BYTES);
    splitter.run()?;
    let Splitter {
        grid, texts, tail, ..
    } = splitter;
    let mut arena = text;
    arena.push_str(&tail);
    Ok(grid.with_texts(arena, texts))
}

struct Splitter<'t> {
    text: &'t str,
    at: usize,
    /// Line from 1 that begins at `at`.
    line: u32,
    dialect: Dialect,
    grid: Grid,
    texts: TextIndex,
    cells_left: usize,
    limits: Limits,
    /// Unescaped fields.
    tail: String,
    /// Some quote was closed nowhere; from there on quotes are looked for within their line only.
    is_unclosed: bool,
}

/// A quoted field: where its content stands, whether that holds escapes, and where the field ends.
struct Quoted {
    start: usize,
    end: usize,
    is_escaped: bool,
    after: usize,
}

impl<'t> Splitter<'t> {
    fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    fn run(&mut self) -> Result<(), Refusal> {
        while self.at < self.text.len() {
            let rest = &self.bytes()[self.at..];
            let found = match self.dialect.quote {
                Some(quote) => memchr3(b'\n', b'\r', quote, rest),
                None => memchr2(b'\n', b'\r', rest),
            };
            let end = found.unwrap_or(rest.len());
            match rest.get(end) {
                Some(byte) if Some(*byte) == self.dialect.quote => self.record_with_quotes()?,
                _ => self.plain_record(end)?,
            }
            self.pass_line_end();
        }
        Ok(())
    }

    /// Goes past the line end at `at`, if one is there.
    fn pass_line_end(&mut self) {
        self.grid.extend_to(self.line);
        let length = match &self.bytes()[self.at..] {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return,
        };
        self.at += length;
        self.line += 1;
    }

    /// Takes the record without quotes in the next `length` bytes.
    fn plain_record(&mut self, length: usize) -> Result<(), Refusal> {
        let (start, end) = (self.at, self.at + length);
        self.at = end;
        if length == 0 {
            return Ok(());
        }
        self.grid.start_row(self.line);
        let mut from = start;
        let mut column = 0;
        places(self.dialect.delimiter, &self.bytes()[start..end]).try_for_each(|found| {
            self.push(column, from, start + found)?;
            from = start + found + 1;
            column += 1;
            Ok::<(), Refusal>(())
        })?;
        self.push(column, from, end)?;
        self.grid.set_fields(column + 1);
        Ok(())
    }

    /// Takes the record that begins at `at` and holds a quote, field by field.
    fn record_with_quotes(&mut self) -> Result<(), Refusal> {
        self.grid.start_row(self.line);
        let begin = self.at;
        let mut column = 0;
        loop {
            match self.quoted_field() {
                Some(field) => {
                    self.push_quoted(column, &field)?;
                    self.at = field.after;
                }
                None => {
                    let end = self.plain_field_end();
                    self.push(column, self.at, end)?;
                    self.at = end;
                }
            }
            column += 1;
            if self.bytes().get(self.at) != Some(&self.dialect.delimiter) {
                break;
            }
            self.at += 1;
        }
        self.grid.set_fields(column);
        self.line += line_ends(&self.bytes()[begin..self.at]);
        Ok(())
    }

    fn plain_field_end(&self) -> usize {
        let found = memchr3(
            self.dialect.delimiter,
            b'\n',
            b'\r',
            &self.bytes()[self.at..],
        );
        found.map_or(self.text.len(), |found| self.at + found)
    }

    /// The quoted field at `at`; none if no quote opens it or none closes it.
    fn quoted_field(&mut self) -> Option<Quoted> {
        let quote = self.dialect.quote?;
        let text = self.bytes();
        let start = past_spaces(text, self.at);
        if text.get(start) != Some(&quote) {
            return None;
        }
        let start = start + 1;
        let limit = self.quote_limit(start);
        let escape = self.dialect.escape.unwrap_or(quote);
        let mut is_escaped = false;
        let mut from = start;
        while let Some(found) = memchr2(quote, escape, &text[from..limit]) {
            let at = from + found;
            let next = text.get(at + 1);
            if (text[at] == escape && next == Some(&quote)) || text[at] != quote {
                is_escaped = true;
                from = (at + 2).min(limit);
                continue;
            }
            let after = past_spaces(text, at + 1);
            if self.ends_field(after) {
                return Some(Quoted {
                    start,
                    end: at,
                    is_escaped,
                    after,
                });
            }
            // A quote behind a delimiter opens another field: the first one was no opening quote.
            if at > start && text[at - 1] == self.dialect.delimiter {
                return None;
            }
            from = at + 1;
        }
        self.is_unclosed = true;
        None
    }

    /// How far a closing quote is looked for.
    fn quote_limit(&self, start: usize) -> usize {
        let end = self.text.len();
        if self.is_unclosed {
            memchr2(b'\n', b'\r', &self.bytes()[start..]).map_or(end, |found| start + found)
        } else {
            end
        }
    }

    fn ends_field(&self, at: usize) -> bool {
        match self.bytes().get(at) {
            None | Some(b'\n' | b'\r') => true,
            Some(byte) => *byte == self.dialect.delimiter,
        }
    }

    fn push_quoted(&mut self, column: u32, field: &Quoted) -> Result<(), Refusal> {
        if !field.is_escaped {
            return self.push(column, field.start, field.end);
        }
        let quote = self.dialect.quote.unwrap_or(b'"');
        let escape = self.dialect.escape.unwrap_or(quote);
        let from = self.tail.len();
        let mut rest = &self.text[field.start..field.end];
        while let Some(at) = memchr(escape, rest.as_bytes()) {
            self.tail.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            // Only a quote or the escape itself is meant by an escape; elsewhere it is text.
            match rest.as_bytes().first() {
                Some(next) if *next == quote || *next == escape => {
                    self.tail.push(char::from(*next));
                    rest = &rest[1..];
                }
                _ => self.tail.push(char::from(escape)),
            }
        }
        self.tail.push_str(rest);
        let base = self.text.len();
        self.push(column, base + from, base + self.tail.len())
    }

    fn push(&mut self, column: u32, start: usize, end: usize) -> Result<(), Refusal> {
        if start == end {
            return Ok(());
        }
        if column >= self.limits.columns {
            return Err(too_large("columns", u64::from(column) + 1));
        }
        let left = self.cells_left.checked_sub(1);
        self.cells_left = left.ok_or_else(|| too_large("cells", self.limits.cells))?;
        let span = TextSpan::new(offset(start), offset(end - start));
        let (text, tail) = (self.text.as_bytes(), self.tail.as_bytes());
        let at = |span: TextSpan| match span.start().checked_sub(text.len()) {
            Some(from) => &tail[from..span.end() - text.len()],
            None => &text[span.start()..span.end()],
        };
        let id = self.texts.id(at(span), span, at);
        self.grid.push_text(column, id);
        Ok(())
    }
}

/// Where a byte stands, in order. Fields are so short that eight bytes at a time find their ends sooner than a search that is
/// begun anew for each.
fn places(byte: u8, bytes: &[u8]) -> impl Iterator<Item = usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const SEVEN_BITS: u64 = 0x7f * ONES;
    let (words, rest) = bytes.as_chunks::<8>();
    let behind = bytes.len() - rest.len();
    let in_words = words.iter().enumerate().flat_map(move |(at, word)| {
        let other = u64::from_le_bytes(*word) ^ (ONES * u64::from(byte));
        // The highest bit of every byte that is the one looked for, and no other bit.
        let mut found = !(((other & SEVEN_BITS) + SEVEN_BITS) | other | SEVEN_BITS);
        std::iter::from_fn(move || {
            let place = (found != 0).then(|| 8 * at + found.trailing_zeros() as usize / 8);
            found &= found.saturating_sub(1);
            place
        })
    });
    let in_rest = (behind..bytes.len()).filter(move |at| bytes[*at] == byte);
    in_words.chain(in_rest)
}

fn past_spaces(text: &[u8], mut at: usize) -> usize {
    while text.get(at) == Some(&b' ') {
        at += 1;
    }
    at
}

/// A place in the text or behind it in the tail, which is no longer than the text.
#[expect(
    clippy::cast_possible_truncation,
    reason = "`split` refuses a text of half that size"
)]
fn offset(bytes: usize) -> u32 {
    debug_assert!(u32::try_from(bytes).is_ok());
    bytes as u32
}

/// Line ends in a record, a carriage return with its line feed as one.
fn line_ends(record: &[u8]) -> u32 {
    let mut count = 0;
    for at in memchr2_iter(b'\n', b'\r', record) {
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

    #[test]
    fn a_stray_quote_is_text_and_swallows_nothing() {
        let text = "Nimi;Määrä\n\"Kerho;5\nKahvila;\"ulkona; pihalla\"\n\"\"Hei;6\n";
        let found = cells(text, SEMICOLON);
        let expected = [
            (1, 0, "Nimi"),
            (1, 1, "Määrä"),
            (2, 0, "\"Kerho"),
            (2, 1, "5"),
            (3, 0, "Kahvila"),
            (3, 1, "ulkona; pihalla"),
            (4, 0, "\"\"Hei"),
            (4, 1, "6"),
        ];
        assert_eq!(
            found,
            expected.map(|(row, column, text)| (row, column, text.to_owned()))
        );
    }

    #[test]
    fn quotes_inside_a_quoted_field_need_not_be_doubled() {
        let found = cells("\"Kahvila \"Perhe\", ulkona\";12", SEMICOLON);
        assert_eq!(found[0].2, "Kahvila \"Perhe\", ulkona");
        assert_eq!(found[1].2, "12");
    }

    #[test]
    fn escaped_quotes_are_quotes_and_other_backslashes_stay() {
        let dialect = Dialect {
            escape: Some(b'\\'),
            ..SEMICOLON
        };
        let found = cells("\"sanoi \\\"hei\\\" C:\\tmp\";x", dialect);
        assert_eq!(found[0].2, "sanoi \"hei\" C:\\tmp");
        assert_eq!(found[1].2, "x");
    }

    #[test]
    fn the_fields_of_a_record_are_counted_with_the_blank_ones() {
        let grid = split("a;;\n\"b\";\n".to_owned(), &SEMICOLON, &Limits::default()).unwrap();
        let fields: Vec<_> = grid.rows().map(|row| row.fields()).collect();
        assert_eq!(fields, [3, 2]);
    }

    proptest::proptest! {
        #[test]
        fn a_byte_is_found_wherever_it_stands(bytes: Vec<u8>, byte: u8, few in 0_u8..4) {
            for bytes in [bytes.clone(), bytes.iter().map(|byte| byte % (few + 1)).collect()] {
                for byte in [byte, few] {
                    let found: Vec<usize> = places(byte, &bytes).collect();
                    let expected: Vec<usize> = memchr::memchr_iter(byte, &bytes).collect();
                    proptest::prop_assert_eq!(found, expected);
                }
            }
        }
    }
}
