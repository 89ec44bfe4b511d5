//! OpenDocument spreadsheets: the sheets of `content.xml` in one pass, indented or not.
//!
//! Repeated cells and rows cost nothing where they are blank; where they hold values each is paid for.

use std::collections::HashSet;

use quick_xml::events::{BytesStart, Event};

use crate::document::{Aside, Limits, Refusal, Sheet};
use crate::format::{Package, corrupt, format_error, too_large};
use crate::grid::{CellValue, Grid, Region, TextId};
use crate::workbook::asides::annotations;
use crate::workbook::budget::Budget;
use crate::workbook::iso;
use crate::workbook::number_format::unit_shown;
use crate::workbook::ods_text::cell_text;
use crate::workbook::xml::{Xml, attribute};

/// Rows of the largest sheet there can be.
const LAST_ROW: u32 = 1_048_576;

/// Reads every sheet, hidden ones too, and the comments. Copies of sheets of other files that the file keeps are not its own.
///
/// # Errors
/// `format-error` with reason `corrupt` or `no-sheets`, `file-too-large` when a limit is passed.
pub(crate) fn read_ods(
    package: &mut Package<'_>,
    limits: &Limits,
) -> Result<(Vec<Sheet>, Vec<Aside>), Refusal> {
    let text = package.text("content.xml")?;
    let text = text.ok_or_else(|| corrupt("content.xml: missing"))?;
    let sheets = read_content(&text, limits)?;
    Ok((sheets, annotations(&text, limits.depth)))
}

fn read_content(text: &str, limits: &Limits) -> Result<Vec<Sheet>, Refusal> {
    let mut budget = Budget::new(limits);
    let mut xml = Xml::new(text, limits.depth);
    let mut hidden_styles = HashSet::new();
    let mut struck_styles = HashSet::new();
    let mut sheets = Vec::new();
    let mut style = String::new();
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => style = attribute(&element, "name").unwrap_or_default().into_owned(),
                "table-properties"
                    if attribute(&element, "display").is_some_and(|shown| shown == "false") =>
                {
                    hidden_styles.insert(style.clone());
                }
                "text-properties" if is_line_through(&element) => {
                    struck_styles.insert(style.clone());
                }
                // Deleted cells of the change history.
                "tracked-changes" => xml.skip()?,
                "table" => {
                    let style = attribute(&element, "style-name").unwrap_or_default();
                    let name = attribute(&element, "name").unwrap_or_default().into_owned();
                    let hidden = hidden_styles.contains(style.as_ref());
                    let mut reader = TableReader::new(&mut xml, &mut budget, &struck_styles);
                    if let Some(grid) = reader.read()? {
                        let name = Some(name);
                        sheets.push(Sheet { name, hidden, grid });
                    }
                }
                _ => {}
            },
            Event::Eof if sheets.is_empty() => return Err(format_error("no-sheets", "")),
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

/// The value of a cell; a text is one of the grid's.
#[derive(Clone, Copy)]
enum Kept {
    Text(TextId),
    Error(TextId),
    Value(CellValue<'static>),
}

/// A cell of the row being read, with the columns it fills.
struct RowCell {
    column: u32,
    repeated: u32,
    is_struck: bool,
    kept: Kept,
}

struct TableReader<'x, 'a> {
    xml: &'x mut Xml<'a>,
    budget: &'x mut Budget,
    struck_styles: &'x HashSet<String>,
    grid: Grid,
    /// Row from 1 to be read next.
    row: u32,
    cells: Vec<RowCell>,
    column: u32,
    text: String,
}

impl<'x, 'a> TableReader<'x, 'a> {
    fn new(
        xml: &'x mut Xml<'a>,
        budget: &'x mut Budget,
        struck_styles: &'x HashSet<String>,
    ) -> Self {
        TableReader {
            xml,
            budget,
            struck_styles,
            grid: Grid::default(),
            row: 1,
            cells: Vec::new(),
            column: 0,
            text: String::new(),
        }
    }

    /// Reads to the end of the table just started; none for a copy of a sheet of another file.
    fn read(&mut self) -> Result<Option<Grid>, Refusal> {
        let outside = self.xml.depth() - 1;
        let mut linked = false;
        while self.xml.depth() > outside {
            if let Event::Start(element) = self.xml.next()? {
                match element.local_name().as_ref() {
                    "table-row" => self.read_row(&element)?,
                    "table-source" => linked = true,
                    // Drawings and forms may hold tables and texts of their own.
                    "shapes" | "forms" | "named-expressions" => self.xml.skip()?,
                    _ => {}
                }
            }
        }
        Ok((!linked).then(|| std::mem::take(&mut self.grid)))
    }

    fn read_row(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let repeated = count(element, "number-rows-repeated");
        let outside = self.xml.depth() - 1;
        self.cells.clear();
        self.column = 0;
        while self.xml.depth() > outside {
            if let Event::Start(element) = self.xml.next()? {
                match element.local_name().as_ref() {
                    "table-cell" | "covered-table-cell" => self.read_cell(&element)?,
                    _ => self.xml.skip()?,
                }
            }
        }
        if !self.cells.is_empty() {
            for row in self.row..self.row.saturating_add(repeated) {
                self.push_row(row)?;
            }
        }
        self.row = self.row.saturating_add(repeated);
        Ok(())
    }

    fn push_row(&mut self, row: u32) -> Result<(), Refusal> {
        if row > LAST_ROW {
            return Err(too_large("rows", row));
        }
        self.grid.start_row(row);
        for cell in &self.cells {
            for column in cell.column..cell.column.saturating_add(cell.repeated) {
                self.budget.pay(&self.grid, column)?;
                if cell.is_struck {
                    self.grid.strike(row, column);
                }
                match cell.kept {
                    Kept::Text(text) => self.grid.push_text(column, text),
                    Kept::Error(text) => self.grid.push_error(column, text),
                    Kept::Value(value) => self.grid.push(column, value),
                }
            }
        }
        Ok(())
    }

    fn read_cell(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let repeated = count(element, "number-columns-repeated");
        let head = Head::read(element);
        let style = attribute(element, "style-name").filter(|_| !self.struck_styles.is_empty());
        let is_struck = style.is_some_and(|style| self.struck_styles.contains(&*style));
        self.merge(element);
        self.text.clear();
        cell_text(self.xml, &mut self.text)?;
        let is_empty =
            |value: &CellValue<'_>| matches!(value, CellValue::Text("") | CellValue::Error(""));
        if let Some(value) = head.value(&self.text).filter(|value| !is_empty(value)) {
            let kept = match value {
                CellValue::Number(number) => match unit_shown(&self.text, number) {
                    Some(unit) => Kept::Text(self.grid.intern(&format!("{number} {unit}"))),
                    None => Kept::Value(CellValue::Number(number)),
                },
                CellValue::Text(text) => Kept::Text(self.grid.intern(text)),
                CellValue::Error(text) => Kept::Error(self.grid.intern(text)),
                CellValue::Percent(number) => Kept::Value(CellValue::Percent(number)),
                CellValue::Date(days) => Kept::Value(CellValue::Date(days)),
                CellValue::Bool(truth) => Kept::Value(CellValue::Bool(truth)),
                CellValue::Uncached | CellValue::Blank => Kept::Value(CellValue::Uncached),
            };
            self.cells.push(RowCell {
                column: self.column,
                repeated,
                is_struck,
                kept,
            });
        }
        self.column = self.column.saturating_add(repeated);
        Ok(())
    }

    fn merge(&mut self, element: &BytesStart<'_>) {
        let columns = count(element, "number-columns-spanned");
        let rows = count(element, "number-rows-spanned");
        if columns > 1 || rows > 1 {
            self.grid.merge(Region {
                first_row: self.row,
                last_row: self.row.saturating_add(rows - 1),
                first_column: self.column,
                last_column: self.column.saturating_add(columns - 1),
            });
        }
    }
}

/// Tells whether the properties of a style strike its text through.
fn is_line_through(element: &BytesStart<'_>) -> bool {
    ["text-line-through-style", "text-line-through-type"]
        .iter()
        .any(|name| attribute(element, name).is_some_and(|said| said != "none"))
}

/// A count of repetition or of cells spanned, 1 where there is none.
fn count(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name)
        .and_then(|count| count.parse().ok())
        .map_or(1, |count: u32| count.max(1))
}

/// What the attributes of a cell say about its value.
#[derive(Default)]
struct Head {
    kind: String,
    value: Option<String>,
    is_error: bool,
    has_formula: bool,
}

impl Head {
    fn read(element: &BytesStart<'_>) -> Self {
        let mut head = Head::default();
        for attribute in element.attributes().with_checks(false).flatten() {
            let value = attribute.value.as_ref();
            match (attribute.key.local_name().as_ref(), attribute.key.as_ref()) {
                (_, "calcext:value-type") => head.is_error = value == "error",
                ("value-type", _) => value.clone_into(&mut head.kind),
                ("value" | "date-value" | "time-value" | "boolean-value", _) => {
                    head.value = Some(value.to_owned());
                }
                ("string-value", _) => {
                    head.value = Some(crate::workbook::xml::unescaped(value.into()).into_owned());
                }
                ("formula", _) => head.has_formula = true,
                _ => {}
            }
        }
        head
    }

    /// The value of a cell that shows `text`; none for a blank cell.
    fn value<'t>(&'t self, text: &'t str) -> Option<CellValue<'t>> {
        if self.is_error || (self.has_formula && is_error_text(text)) {
            return Some(CellValue::Error(text));
        }
        let number = || self.value.as_deref().and_then(|value| value.parse().ok());
        let shown = Some(CellValue::Text(text)).filter(|_| !text.is_empty());
        let found = match self.kind.as_str() {
            "float" | "currency" => number().map(CellValue::Number).or(shown),
            "percentage" => number().map(CellValue::Percent).or(shown),
            "boolean" => self
                .value
                .as_deref()
                .map(|value| CellValue::Bool(value == "true")),
            "date" => self
                .value
                .as_deref()
                .and_then(iso::days)
                .map(CellValue::Date)
                .or(shown),
            "time" => {
                let days = self.value.as_deref().and_then(iso::duration_days);
                days.map(CellValue::Date).or(shown)
            }
            "string" => return shown.or(self.value.as_deref().map(CellValue::Text)),
            _ => shown,
        };
        found.or(self.has_formula.then_some(CellValue::Uncached))
    }
}

/// Texts that a formula shows instead of a result: `#DIV/0!`, `#ARVO!`, `Err:502`, `Virhe:502`.
fn is_error_text(text: &str) -> bool {
    let coded = ["Err:", "Virhe:", "Fel:"];
    let capitals = |rest: &str| {
        rest.chars()
            .all(|c| !c.is_lowercase() && !c.is_whitespace())
    };
    text.strip_prefix('#')
        .is_some_and(|rest| rest.len() > 1 && capitals(rest))
        || coded.iter().any(|prefix| text.starts_with(prefix))
}
