//! Tables: columns and rows.

use super::cell::Cell;
use super::{Section, Traced};

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its caption.
    pub caption: String,
    /// Headings of the columns; the first is that of the rows' headings.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Notes below it.
    pub notes: Vec<String>,
    /// How many rows the page shows; the workbook shows all. None: all.
    pub shown: Option<usize>,
}

impl Table {
    pub(super) fn has_courses(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.any(|cell| matches!(cell, Cell::Course(_)))
    }

    pub(super) fn traced<'a>(&'a self, section: &'a Section, found: &mut Vec<Traced<'a>>) {
        for row in &self.rows {
            let columns = self.columns.iter().skip(1);
            for (at, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
                found.extend(row.figure(at).map(|id| Traced {
                    section,
                    table: &self.caption,
                    row: &row.heading,
                    column: &column.label,
                    cell,
                    id,
                }));
            }
        }
    }
}

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Heading.
    pub label: String,
    /// Whether it holds numbers, which stand to the right.
    pub numeric: bool,
    /// Whether it holds small drawings, by which no rows are sorted.
    pub drawn: bool,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Column {
            label: label.into(),
            numeric: false,
            drawn: false,
        }
    }

    /// A column of small drawings.
    pub fn drawings(label: impl Into<String>) -> Self {
        Column {
            drawn: true,
            ..Column::words(label)
        }
    }

    /// A column of numbers.
    pub fn numbers(label: impl Into<String>) -> Self {
        Column {
            label: label.into(),
            numeric: true,
            drawn: false,
        }
    }
}

/// A row.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its heading.
    pub heading: String,
    /// Its cells, one fewer than columns.
    pub cells: Vec<Cell>,
    /// Ids of the figures in the cells, by which they are traced; as long as the cells, or shorter.
    pub figures: Vec<Option<String>>,
    /// Whether it is a sum.
    pub total: bool,
}

impl Row {
    /// An ordinary row.
    pub fn new(heading: impl Into<String>, cells: Vec<Cell>) -> Self {
        Row {
            heading: heading.into(),
            cells,
            figures: Vec::new(),
            total: false,
        }
    }

    /// A sum.
    pub fn total(heading: impl Into<String>, cells: Vec<Cell>) -> Self {
        Row {
            heading: heading.into(),
            cells,
            figures: Vec::new(),
            total: true,
        }
    }

    /// The row with the ids of the figures in its cells, in their order.
    #[must_use]
    pub fn traced(self, figures: Vec<Option<String>>) -> Self {
        Row { figures, ..self }
    }

    /// The id of the figure in a cell, from 0.
    #[must_use]
    pub fn figure(&self, cell: usize) -> Option<&str> {
        self.figures.get(cell)?.as_deref()
    }
}
