//! The sheets of a file: which are read, and the tables found on them.

use std::sync::Arc;

use kooste_ingest::document::Document;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::{RowKind, SheetReading, TableRow, read_sheet};

use super::context::Context;
use crate::evidence::Guidance;

/// What a decision calls a sheet that is to be left out.
const IGNORE: &str = "ignore";

/// A sheet that was read.
#[derive(Debug, Clone)]
pub struct ReadSheet {
    /// Index in the file.
    pub index: u16,
    /// Name.
    pub name: Option<Arc<str>>,
    /// What was found on it.
    pub reading: SheetReading,
}

/// Finds the tables of all sheets that are to be read, and says which are not.
pub(super) fn read_sheets(
    document: &Document,
    names: &[Option<Arc<str>>],
    guidance: &Guidance,
    context: &Context,
) -> (Vec<ReadSheet>, Vec<Issue>) {
    let mut sheets = Vec::new();
    let mut issues = Vec::new();
    if let Some(wanted) = missing_sheet(names, guidance) {
        issues.push(Issue::new(Code::SheetNotFound).expected(wanted));
    }
    for ((index, sheet), name) in (0_u16..).zip(&document.sheets).zip(names) {
        if sheet.grid.cell_count() == 0 {
            continue;
        }
        if sheet.hidden {
            issues.push(Issue::new(Code::SheetHiddenWithData).sheet(name.clone()));
            continue;
        }
        let reading = if is_left_out(name.as_deref(), guidance) {
            left_out(&sheet.grid)
        } else {
            read_sheet(sheet, &context.vocabulary, &guidance.hints)
        };
        sheets.push(ReadSheet { index, name: name.clone(), reading });
    }
    (sheets, issues)
}

/// The only sheet to be read, if the file has none of that name; no other takes its place (READING.md R36).
fn missing_sheet<'a>(names: &[Option<Arc<str>>], guidance: &'a Guidance) -> Option<&'a str> {
    let wanted = guidance.hints.sheet.as_deref()?;
    let is_there = names.iter().flatten().any(|name| is_same(name, wanted));
    (!is_there).then_some(wanted)
}

fn is_left_out(name: Option<&str>, guidance: &Guidance) -> bool {
    let hints = &guidance.hints;
    let name = name.unwrap_or_default();
    let other_is_wanted = hints.sheet.as_deref().is_some_and(|wanted| !is_same(name, wanted));
    let ignored = |(sheet, form): &(String, String)| form == IGNORE && is_same(sheet, name);
    other_is_wanted || hints.sheets.iter().any(ignored)
}

fn is_same(one: &str, two: &str) -> bool {
    one.trim().to_lowercase() == two.trim().to_lowercase()
}

/// A sheet that is not to be read: its rows are notes.
fn left_out(grid: &kooste_ingest::grid::Grid) -> SheetReading {
    let kind = |number| if grid.row(number).is_blank() { RowKind::Blank } else { RowKind::Note };
    let notes = (1..=grid.last_row())
        .map(|number| TableRow { number, kind: kind(number) })
        .collect();
    SheetReading { notes, ..SheetReading::default() }
}
