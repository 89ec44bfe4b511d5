//! Tables as the template sees them.

use serde::Serialize;

use crate::render::cell::CellView;
use crate::summary::page::{Cell, Row, Table};
use crate::words::Words;

#[derive(Serialize)]
pub(super) struct TableView<'a> {
    id: String,
    caption: &'a str,
    columns: Vec<ColumnView<'a>>,
    rows: Vec<RowView<'a>>,
    notes: &'a [String],
    /// How many rows are left out, in words.
    more: Option<String>,
    states: bool,
}

#[derive(Serialize)]
struct ColumnView<'a> {
    label: &'a str,
    numeric: bool,
    drawn: bool,
}

#[derive(Serialize)]
struct RowView<'a> {
    heading: &'a str,
    cells: Vec<TracedView<'a>>,
    total: bool,
}

/// A cell with the id of the figure in it.
#[derive(Serialize)]
struct TracedView<'a> {
    #[serde(flatten)]
    cell: CellView,
    id: Option<&'a str>,
}

impl<'a> TableView<'a> {
    pub(super) fn of(table: &'a Table, id: &str, words: &Words) -> Self {
        TableView {
            id: id.to_owned(),
            caption: &table.caption,
            columns: table
                .columns
                .iter()
                .map(|column| ColumnView {
                    label: &column.label,
                    numeric: column.numeric,
                    drawn: column.drawn,
                })
                .collect(),
            rows: table
                .rows
                .iter()
                .take(table.shown.unwrap_or(usize::MAX))
                .map(|row| RowView {
                    heading: &row.heading,
                    cells: cells(table, row, words),
                    total: row.total,
                })
                .collect(),
            notes: &table.notes,
            more: table
                .shown
                .and_then(|shown| table.rows.len().checked_sub(shown))
                .filter(|more| *more > 0)
                .map(|more| words.tell("table-more", &[("count", more.into())])),
            states: table
                .rows
                .iter()
                .any(|row| row.cells.iter().any(|cell| matches!(cell, Cell::State(_)))),
        }
    }
}

fn cells<'a>(table: &Table, row: &'a Row, words: &Words) -> Vec<TracedView<'a>> {
    let columns = table.columns.iter().skip(1);
    (row.cells.iter().zip(columns).enumerate())
        .map(|(at, (cell, column))| TracedView {
            cell: match cell {
                // A dash stands where the words of its column stand.
                Cell::None if !column.numeric => CellView::of_words("–"),
                cell => CellView::of(cell, words),
            },
            id: row.figure(at),
        })
        .collect()
}
