//! One worksheet: cells with their kinds and the merged regions, in one pass over its part.

use quick_xml::events::{BytesStart, Event};

use crate::document::Refusal;
use crate::format::corrupt;
use crate::grid::{CellValue, Grid, Region};
use crate::workbook::budget::Budget;
use crate::workbook::cell_style::CellStyle;
use crate::workbook::iso;
use crate::workbook::shared_texts::SheetTexts;
use crate::workbook::xlsx::book::Book;
use crate::workbook::xlsx::escape::unescape;
use crate::workbook::xlsx::strings::rich_text;
use crate::workbook::xml::{Xml, attribute};

/// Rows of the largest sheet there can be.
const LAST_ROW: u32 = 1_048_576;

/// Reads a worksheet part.
///
/// # Errors
/// `format-error`/`corrupt` for what is no worksheet, `file-too-large` when a limit is passed.
pub(super) fn read_sheet(text: &str, book: &Book, budget: &mut Budget) -> Result<Grid, Refusal> {
    let mut reader = SheetReader {
        xml: Xml::new(text, budget.depth()),
        book,
        budget,
        grid: Grid::default(),
        shared: SheetTexts::new(&book.strings),
        row: 0,
        column: 0,
        text: String::new(),
    };
    reader.read()?;
    reader.grid.settle();
    Ok(reader.grid)
}

/// What kind of value a cell declares.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Number,
    Shared,
    Text,
    Bool,
    Error,
    Date,
}

/// The attributes of a cell.
struct Head {
    style: CellStyle,
    kind: Kind,
}

struct SheetReader<'a, 'b> {
    xml: Xml<'a>,
    book: &'b Book,
    budget: &'b mut Budget,
    grid: Grid,
    shared: SheetTexts<'b>,
    /// Row from 1.
    row: u32,
    /// Column from 0 of the next cell without an address.
    column: u32,
    text: String,
}

impl SheetReader<'_, '_> {
    fn read(&mut self) -> Result<(), Refusal> {
        loop {
            match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => self.start_row(&element)?,
                    "c" => self.read_cell(&element)?,
                    "mergeCell" => {
                        if let Some(region) = attribute(&element, "ref").and_then(|r| region(&r)) {
                            self.grid.merge(region);
                        }
                    }
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn start_row(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let stated = attribute(element, "r").and_then(|number| number.trim().parse().ok());
        // A row without a number, or with an impossible one, follows the row before it.
        self.row = stated.filter(|row| *row > 0).unwrap_or(self.row + 1);
        self.column = 0;
        if self.row > LAST_ROW {
            return Err(corrupt(format!("row {}", self.row)));
        }
        Ok(())
    }

    fn read_cell(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let head = self.head(element);
        let outside = self.xml.depth() - 1;
        let mut has_formula = false;
        let mut has_value = false;
        self.text.clear();
        while self.xml.depth() > outside {
            let Event::Start(inner) = self.xml.next()? else {
                continue;
            };
            match inner.local_name().as_ref() {
                "v" if !has_value => {
                    self.xml.text(&mut self.text)?;
                    has_value = !self.text.is_empty();
                }
                // Text in the cell itself comes before a repeated `v`.
                "is" => {
                    self.text.clear();
                    rich_text(&mut self.xml, &mut self.text)?;
                    has_value = true;
                }
                "f" => {
                    has_formula = true;
                    self.xml.skip()?;
                }
                _ => self.xml.skip()?,
            }
        }
        if has_value {
            self.push(&head)?;
        } else if has_formula && head.kind != Kind::Text {
            self.place()?;
            self.grid.push(self.column, CellValue::Uncached);
        }
        self.column += 1;
        Ok(())
    }

    /// Reads the attributes of a cell and goes to its column.
    fn head(&mut self, element: &BytesStart<'_>) -> Head {
        let mut head = Head {
            style: CellStyle::PLAIN,
            kind: Kind::Number,
        };
        for attribute in element.attributes().with_checks(false).flatten() {
            let value = attribute.value.as_ref();
            match attribute.key.as_ref() {
                "r" => {
                    if let Some((row, column)) = address(value) {
                        self.row = row;
                        self.column = column;
                    }
                }
                "s" => {
                    let style = value.parse::<usize>().unwrap_or(0);
                    head.style = *self.book.styles.get(style).unwrap_or(&CellStyle::PLAIN);
                }
                "t" => {
                    head.kind = match value {
                        "s" => Kind::Shared,
                        "str" | "inlineStr" | "is" => Kind::Text,
                        "b" => Kind::Bool,
                        "e" => Kind::Error,
                        "d" => Kind::Date,
                        _ => Kind::Number,
                    };
                }
                _ => {}
            }
        }
        head
    }

    /// Goes to the row of the cell and pays for it.
    fn place(&mut self) -> Result<(), Refusal> {
        self.budget.pay(&self.grid, self.column)?;
        self.grid.go_to_row(self.row.max(1));
        Ok(())
    }

    fn push(&mut self, head: &Head) -> Result<(), Refusal> {
        self.place()?;
        if head.style.is_struck {
            self.grid.strike(self.row.max(1), self.column);
        }
        let text = self.text.as_str();
        let value = match head.kind {
            Kind::Shared => return self.push_shared(),
            Kind::Text => {
                unescape(&mut self.text, 0);
                CellValue::Text(&self.text)
            }
            Kind::Error => CellValue::Error(text.trim()),
            Kind::Bool => match text.trim() {
                "1" | "true" | "TRUE" => CellValue::Bool(true),
                "0" | "false" | "FALSE" => CellValue::Bool(false),
                _ => CellValue::Text(text),
            },
            Kind::Date => {
                let days = iso::days(text).or_else(|| iso::duration_days(text));
                days.map_or(CellValue::Text(text), CellValue::Date)
            }
            Kind::Number => match text.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    let from_1904 = self.book.counts_from_1904;
                    head.style
                        .push(&mut self.grid, self.column, number, from_1904);
                    return Ok(());
                }
                _ => CellValue::Text(text),
            },
        };
        self.grid.push(self.column, value);
        Ok(())
    }

    /// Pushes the shared text that the cell names.
    fn push_shared(&mut self) -> Result<(), Refusal> {
        let index = self.text.trim().parse::<usize>();
        let index = index.map_err(|_| corrupt(format!("shared text `{}`", self.text)))?;
        self.shared.push(&mut self.grid, self.column, index);
        Ok(())
    }
}

/// The row (from 1) and column (from 0) of an address such as `B17` or `$B$17`.
pub(in crate::workbook) fn address(text: &str) -> Option<(u32, u32)> {
    let mut column: u32 = 0;
    let mut row: u32 = 0;
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            b'$' => {}
            _ => return None,
        }
    }
    ((1..=LAST_ROW).contains(&row) && column > 0).then(|| (row, column - 1))
}

/// The cells of a range such as `A1:C2`.
fn region(text: &str) -> Option<Region> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first_row, first_column) = address(first)?;
    let (last_row, last_column) = address(last)?;
    Some(Region {
        first_row,
        last_row,
        first_column,
        last_column,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_give_row_and_column() {
        assert_eq!(address("A1"), Some((1, 0)));
        assert_eq!(address("XFD1048576"), Some((1_048_576, 16_383)));
        assert_eq!(address("$AA$3"), Some((3, 26)));
        assert_eq!(address("A0"), None);
        assert_eq!(address("17"), None);
    }
}
