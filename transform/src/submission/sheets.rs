//! The sheets of a file: which are read, and the tables found on them.

use std::sync::Arc;

use kooste_ingest::document::Document;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::examples::is_example_sheet;
use kooste_ingest::table::plans::is_plan_sheet;
use kooste_ingest::table::{RowKind, SheetReading, Table, continued, read_sheet, unread};

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
        let mut reading = read_sheet(sheet, &context.vocabulary, &guidance.hints);
        if !sheet.hidden
            && let Some(table) = table_before(&sheets, &reading)
            && let Some(going_on) = continued(table, sheet, &context.vocabulary)
        {
            reading = going_on;
        }
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
    issues.extend(leave_others_out(document, &mut sheets, guidance));
    (sheets, issues)
}

/// The last table of the sheet before one that has none of its own, neither table nor words for nothing done: it may go
/// on there.
fn table_before<'s>(sheets: &'s [ReadSheet], reading: &SheetReading) -> Option<&'s Table> {
    let has_own = reading.tables.iter().any(|table| table.form.is_some());
    let before = sheets
        .last()
        .filter(|_| !has_own && reading.nil.is_empty())?;
    before.reading.tables.last()
}

/// Leaves out the sheets whose names say that they hold examples or drafts, or plans and figures of another time, where another
/// sheet has a table of the same form, filled in or not, and nobody decided what they are; returns an issue for each.
fn leave_others_out(
    document: &Document,
    sheets: &mut [ReadSheet],
    guidance: &Guidance,
) -> Vec<Issue> {
    let other = |sheet: &ReadSheet| {
        let name = sheet.name.as_deref().unwrap_or_default();
        let hints = &guidance.hints;
        let decided = hints
            .sheets
            .iter()
            .any(|(decided, _)| is_same(decided, name));
        let reason = if is_example_sheet(name) {
            "example"
        } else {
            is_plan_sheet(name).then_some("plan")?
        };
        (!decided && hints.sheet.is_none()).then_some(reason)
    };
    let own = sheets.iter().filter(|sheet| other(sheet).is_none());
    let own: Vec<usize> = own
        .flat_map(|sheet| &sheet.reading.tables)
        .filter_map(|table| table.form)
        .collect();
    let is_own = |table: &Table| {
        let has_records = table.rows.iter().any(|row| row.kind == RowKind::Data);
        has_records && table.form.is_some_and(|form| own.contains(&form))
    };
    let mut issues = Vec::new();
    for sheet in sheets {
        if let Some(reason) = other(sheet)
            && sheet.reading.tables.iter().any(is_own)
        {
            sheet.reading = unread(&document.sheets[usize::from(sheet.index)]);
            let issue = Issue::new(Code::SheetHiddenWithData).reason(reason);
            issues.push(issue.sheet(sheet.name.clone()));
        }
    }
    issues
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
