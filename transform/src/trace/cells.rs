//! The cells of an original that a fact was read from.

use kooste_ingest::grid::Grid;
use kooste_ingest::place::cell_address;
use kooste_ingest::table::{Column, RowKind, Table};
use kooste_ingest::vocabulary::Term;

use crate::programme::Programme;
use crate::submission::Inspection;

/// A cell as it stands in the original, masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCell {
    /// Its address, e.g. `F17`.
    pub cell: String,
    /// Its column, from 0.
    pub column_index: u32,
    /// Label of the column.
    pub label: String,
    /// Field that the column was taken for.
    pub field: String,
    /// The text found there.
    pub text: String,
    /// For a blank cell the one above that holds for it too (READING.md R14): address and text.
    pub above: Option<(String, String)>,
}

/// What is looked for.
pub(super) struct Wanted<'a> {
    /// Sheet; none in text files.
    pub(super) sheet: Option<&'a str>,
    /// Row, from 1.
    pub(super) row: u32,
    /// Field; none for all of the row.
    pub(super) field: Option<&'a str>,
    /// Month of the report, 1 to 12, with its year.
    pub(super) month: (i32, u32),
    /// Codes of the fact, which choose between the columns of a wide table.
    pub(super) codes: &'a [String],
}

/// The cells of a row that gave the field, or all fields.
pub(super) fn find(
    inspection: &Inspection,
    programme: &Programme,
    wanted: &Wanted<'_>,
) -> Vec<FoundCell> {
    let Some(document) = &inspection.document else {
        return Vec::new();
    };
    let mut cells = Vec::new();
    for sheet in &inspection.sheets {
        if sheet.name.as_deref() != wanted.sheet {
            continue;
        }
        let grid = &document.sheets[usize::from(sheet.index)].grid;
        let holds = |table: &&Table| table.rows.iter().any(|row| row.number == wanted.row);
        for table in sheet.reading.tables.iter().filter(holds) {
            cells.extend(of_table(table, grid, programme, wanted));
        }
    }
    cells
}

fn of_table(
    table: &Table,
    grid: &Grid,
    programme: &Programme,
    wanted: &Wanted<'_>,
) -> Vec<FoundCell> {
    let Some(form) = table.form.map(|form| &programme.forms[form]) else {
        return Vec::new();
    };
    let fits = |column: &&Column| {
        let code = column.field.map(|field| &*form.fields[field].code);
        let is_field = wanted.field.is_none_or(|field| code == Some(field));
        code.is_some() && is_field && column.axes.iter().all(|axis| is_of(axis, wanted))
    };
    table
        .columns
        .iter()
        .filter(fits)
        .map(|column| {
            let value = grid.get(wanted.row, column.index);
            FoundCell {
                cell: cell_address(wanted.row, column.index),
                column_index: column.index,
                label: column.label.clone(),
                field: column
                    .field
                    .map(|field| form.fields[field].code.to_string())
                    .unwrap_or_default(),
                text: value.text().into_owned(),
                above: if value.is_blank() {
                    above(table, grid, wanted.row, column.index)
                } else {
                    None
                },
            }
        })
        .collect()
}

/// Whether what a header says about the values below holds for the fact.
fn is_of(axis: &Term, wanted: &Wanted<'_>) -> bool {
    let named = |code: &str| wanted.codes.iter().any(|known| known == code);
    match axis {
        Term::Month { year, month } => {
            *month == wanted.month.1 && year.is_none_or(|year| year == wanted.month.0)
        }
        Term::Municipality(code) | Term::Organisation(code) | Term::Code { code, .. } => {
            named(code)
        }
        Term::Total => false,
        _ => true,
    }
}

/// The nearest cell above in the same column of the table that says something.
fn above(table: &Table, grid: &Grid, row: u32, column: u32) -> Option<(String, String)> {
    let is_data = |kind: &RowKind| *kind == RowKind::Data;
    table
        .rows
        .iter()
        .rev()
        .filter(|other| other.number < row && is_data(&other.kind))
        .map(|other| (other.number, grid.get(other.number, column)))
        .find(|(_, value)| !value.is_blank())
        .map(|(number, value)| (cell_address(number, column), value.text().into_owned()))
}
