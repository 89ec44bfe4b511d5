//! Personal identity codes are taken out before anything else sees a text (READING.md R30).

use std::borrow::Cow;
use std::sync::Arc;

use kooste_ingest::document::{Document, Sheet};
use kooste_ingest::grid::{CellValue, Grid, Row};
use kooste_ingest::issue::{Code, Issue};

use super::reading::Submission;
use crate::values::privacy::{IDENTITY_MASK, mask_identity, split_identity};
use crate::values::text::unescaped;

/// Masks the path of a file; tells whether there was anything to mask.
pub(super) fn mask_path(submission: &mut Submission) -> bool {
    match masked(&submission.path) {
        Some(masked) => {
            submission.path = masked;
            true
        }
        None => false,
    }
}

/// Masks the names of all sheets and all texts in cells, hidden sheets included, and drops what stands outside cells; an issue for
/// each place.
pub(super) fn mask_document(document: &mut Document) -> Vec<Issue> {
    let mut issues: Vec<Issue> = document.sheets.iter_mut().flat_map(mask_sheet).collect();
    for aside in std::mem::take(&mut document.asides) {
        if masked(&aside.text).is_some() {
            let sheet = aside.sheet.and_then(|index| document.sheets.get(index));
            let name = sheet.and_then(|sheet| sheet.name.as_deref().map(Arc::from));
            issues.push(beside_cells(name, aside.cell));
        }
    }
    issues
}

/// A code in a comment of a cell, or elsewhere in the file.
fn beside_cells(sheet: Option<Arc<str>>, cell: Option<(u32, u32)>) -> Issue {
    let issue = Issue::new(Code::PersonalData).sheet(sheet);
    match cell {
        Some((row, column)) => issue.reason("comment").cell(row, column),
        None => issue.reason("outside_cells"),
    }
}

fn mask_sheet(sheet: &mut Sheet) -> Vec<Issue> {
    let mut issues = Vec::new();
    let renamed = sheet.name.as_deref().and_then(masked);
    let is_renamed = renamed.is_some();
    sheet.name = renamed.or(sheet.name.take());
    let name: Option<Arc<str>> = sheet.name.as_deref().map(Arc::from);
    if is_renamed {
        issues.push(
            Issue::new(Code::PersonalData)
                .reason("sheet_name")
                .sheet(name.clone()),
        );
    }
    for found in find(&sheet.grid) {
        sheet
            .grid
            .replace_text(found.row, found.column, &found.text);
        if !found.text.is_empty() {
            let issue = Issue::new(Code::PersonalData).found(found.text);
            issues.push(issue.sheet(name.clone()).cell(found.row, found.column));
        }
    }
    issues
}

/// A cell with its masked text; an empty one for what belongs to the code in the cell before.
struct Found {
    row: u32,
    column: u32,
    text: String,
}

fn find(grid: &Grid) -> Vec<Found> {
    let mut found = Vec::new();
    // A text that many cells hold is looked at once, and nearly no file goes beyond this.
    let in_texts = |text| may_begin(CellValue::Text(text)) || masked(text).is_some();
    if !grid.texts().any(in_texts)
        && !grid
            .numbers()
            .any(|number| may_begin(CellValue::Number(number)))
    {
        return found;
    }
    for row in grid.rows() {
        for (column, value) in row.cells() {
            if let CellValue::Text(text) = value
                && let Some(text) = masked(text)
            {
                found.push(Found {
                    row: row.number(),
                    column,
                    text,
                });
            } else if may_begin(value) {
                find_split(row, column, &mut found);
            }
        }
    }
    found
}

/// A code split over neighbouring cells begins with five or six digits and perhaps a sign.
fn may_begin(value: CellValue<'_>) -> bool {
    match value {
        CellValue::Text(text) => {
            let text = text.trim();
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            (5..=6).contains(&digits) && text.len() <= digits + 3
        }
        CellValue::Number(number) => (10_000.0..1_000_000.0).contains(&number),
        _ => false,
    }
}

fn find_split(row: Row<'_>, column: u32, found: &mut Vec<Found>) {
    let texts: Vec<Cow<'_, str>> = (column..column + 3).map(|at| row.get(at).text()).collect();
    for count in [2_u32, 3] {
        let cells: Vec<&str> = texts
            .iter()
            .take(count as usize)
            .map(|text| text.trim())
            .collect();
        if split_identity(&cells) {
            let text = |at: u32| {
                if at == column {
                    IDENTITY_MASK.to_owned()
                } else {
                    String::new()
                }
            };
            let cells = (column..column + count).map(|at| Found {
                row: row.number(),
                column: at,
                text: text(at),
            });
            found.extend(cells);
            return;
        }
    }
}

/// The masked text, if there is anything to mask: as it is written, or once its escapes are resolved.
fn masked(text: &str) -> Option<String> {
    if let Cow::Owned(masked) = mask_identity(text) {
        return Some(masked);
    }
    let unescaped = unescaped(text)?;
    match mask_identity(&unescaped) {
        Cow::Owned(masked) => Some(masked),
        Cow::Borrowed(_) => None,
    }
}
