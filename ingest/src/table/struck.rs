//! Rows struck through: what was planned, cancelled and left standing.
//!
//! A row of which every cell is struck through is no record any more. Where only some are, nobody can tell what holds: they
//! are read as they stand, and said. Reasons of the issues: `row-constraint` `struck` and `struck_cell`.

use super::rows::Body;
use super::{RowKind, TableRow};
use crate::issue::{Code, Issue};

/// Turns the rows of a table that are struck through into notes and returns an issue for each, and for each that is partly so.
pub(super) fn set_aside(body: &Body<'_>, rows: &mut [TableRow]) -> Vec<Issue> {
    let struck = body.grid.struck();
    if struck.is_empty() {
        return Vec::new();
    }
    let is_record =
        |row: &&mut TableRow| matches!(row.kind, RowKind::Data | RowKind::TotalCandidate);
    let mut issues = Vec::new();
    for row in rows.iter_mut().filter(is_record) {
        let is_struck = |column: u32| struck.binary_search(&(row.number, column)).is_ok();
        let cells = body.grid.row(row.number);
        let filled = || cells.filled().filter(|(column, _)| body.covers(*column));
        let Some((column, value)) = filled().find(|(column, _)| is_struck(*column)) else {
            continue;
        };
        let reason = if filled().all(|(column, _)| is_struck(column)) {
            row.kind = RowKind::Note;
            "struck"
        } else {
            "struck_cell"
        };
        let issue = Issue::new(Code::RowConstraint).reason(reason);
        issues.push(issue.cell(row.number, column).found(value.text().trim()));
    }
    issues
}
