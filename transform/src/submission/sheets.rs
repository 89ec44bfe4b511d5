//! The sheets of a file: which are read, and the tables found on them.

use std::sync::Arc;

use kooste_ingest::document::Document;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::{SheetReading, read_sheet};

use super::context::Context;
use crate::evidence::Guidance;

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
        if sheet.grid.cell_count() == 0
            || (sheet.hidden && sheet.name.as_deref() == Some(LISTS_SHEET))
        {
            continue;
        }
        let reading = read_sheet(sheet, &context.vocabulary, &guidance.hints);
        if sheet.hidden {
            issues.extend(reading.issues);
            continue;
        }
        sheets.push(ReadSheet {
            index,
            name: name.clone(),
            reading,
        });
    }
    (sheets, issues)
}

/// Name of the hidden sheet on which a template of ours keeps the lists to choose from; it holds no data of a report.
pub const LISTS_SHEET: &str = "_kooste_lists";

/// The only sheet to be read, if the file has none of that name; no other takes its place (READING.md R36).
fn missing_sheet<'a>(names: &[Option<Arc<str>>], guidance: &'a Guidance) -> Option<&'a str> {
    let wanted = guidance.hints.sheet.as_deref()?;
    let is_there = names.iter().flatten().any(|name| is_same(name, wanted));
    (!is_there).then_some(wanted)
}

fn is_same(one: &str, two: &str) -> bool {
    one.trim().to_lowercase() == two.trim().to_lowercase()
}
