//! The sheets of a file: which are read, and the tables found on them.

use std::sync::Arc;

use kooste_ingest::document::{Document, Sheet};
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::examples::is_example_sheet;
use kooste_ingest::table::plans::is_plan_sheet;
use kooste_ingest::table::{RowKind, SheetReading, Table, continued, read_sheet, unread};

use super::context::Context;
use crate::evidence::{FileEvidence, Guidance, Named, SheetName};

/// A sheet that was read.
#[derive(Debug, Clone)]
pub struct ReadSheet {
    /// Index in the file.
    pub index: u16,
    /// Name.
    pub name: Option<Arc<str>>,
    /// What was found on it.
    pub reading: SheetReading,
    /// What its name tells beside those of the other sheets.
    pub(crate) told: SheetName,
}

/// Finds the tables of all sheets that are to be read, and says which are not.
pub(super) fn read_sheets(
    document: &Document,
    names: &[Option<Arc<str>>],
    (path, guidance): (&FileEvidence, &Guidance),
    context: &Context,
) -> (Vec<ReadSheet>, Vec<Issue>) {
    let mut sheets = Vec::new();
    let mut issues = Vec::new();
    if let Some(wanted) = missing_sheet(names, guidance) {
        issues.push(Issue::new(Code::SheetNotFound).expected(wanted));
    }
    for ((index, sheet), name) in (0_u16..).zip(&document.sheets).zip(names) {
        let is_ours = sheet.hidden && sheet.name.as_deref() == Some(LISTS_SHEET);
        if sheet.grid.cell_count() == 0 || is_ours || is_contents(sheet) {
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
            told: SheetName::default(),
        });
    }
    issues.extend(leave_others_out(document, &mut sheets, guidance));
    let lexicon = &*context.vocabulary.lexicon;
    let told = SheetName::all(&named(&sheets), path, lexicon, &context.organisations);
    for (sheet, told) in sheets.iter_mut().zip(told) {
        sheet.told = told;
    }
    issues.extend(leave_sums_out(document, &mut sheets, guidance));
    issues.extend(named_as_plans(&sheets, path, guidance));
    (sheets, issues)
}

/// The sheets by their names, with the forms of which they hold records.
fn named(sheets: &[ReadSheet]) -> Vec<Named<'_>> {
    let has_records = |table: &&Table| table.rows.iter().any(|row| row.kind == RowKind::Data);
    let name = |sheet: &'_ ReadSheet| {
        sheet
            .reading
            .tables
            .iter()
            .filter(has_records)
            .filter_map(|table| table.form)
            .collect()
    };
    sheets
        .iter()
        .map(|sheet| Named {
            name: sheet.name.as_deref().unwrap_or_default(),
            forms: name(sheet),
        })
        .collect()
}

/// Leaves out the sheets that are named as the sum of others of their form, each of a month, where nobody decided what they
/// are; returns an issue for each.
fn leave_sums_out(
    document: &Document,
    sheets: &mut [ReadSheet],
    guidance: &Guidance,
) -> Vec<Issue> {
    let mut issues = Vec::new();
    for sheet in sheets.iter_mut().filter(|sheet| sheet.told.is_sum) {
        if !is_decided(sheet, guidance) {
            sheet.reading = unread(&document.sheets[usize::from(sheet.index)]);
            let issue = Issue::new(Code::SheetHiddenWithData).reason("sum");
            issues.push(issue.sheet(sheet.name.clone()));
        }
    }
    issues
}

/// An issue for each sheet with records that is read although its name, or that of the file, says that it holds plans.
fn named_as_plans(sheets: &[ReadSheet], path: &FileEvidence, guidance: &Guidance) -> Vec<Issue> {
    let has_records = |table: &Table| {
        table.form.is_some() && table.rows.iter().any(|row| row.kind == RowKind::Data)
    };
    let is_plan = |sheet: &&ReadSheet| {
        let name = sheet.name.as_deref().unwrap_or_default();
        (path.is_plan || is_plan_sheet(name))
            && !is_decided(sheet, guidance)
            && sheet.reading.tables.iter().any(has_records)
    };
    let issue = |sheet: &ReadSheet| {
        let issue = Issue::new(Code::RowConstraint).reason("plan_named");
        issue.sheet(sheet.name.clone())
    };
    sheets.iter().filter(is_plan).map(issue).collect()
}

/// Tells whether a decision or the region file's source says what a sheet is.
fn is_decided(sheet: &ReadSheet, guidance: &Guidance) -> bool {
    let name = sheet.name.as_deref().unwrap_or_default();
    let hints = &guidance.hints;
    let mut decided = hints.sheets.iter().map(|(decided, _)| decided);
    decided.any(|decided| is_same(decided, name)) || hints.sheet.is_some()
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
        let reason = if is_example_sheet(name) {
            "example"
        } else {
            is_plan_sheet(name).then_some("plan")?
        };
        (!is_decided(sheet, guidance)).then_some(reason)
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

/// Tells whether a sheet is the list of the others that Numbers puts before them.
fn is_contents(sheet: &Sheet) -> bool {
    const NAMES: [&str; 3] = ["Export Summary", "Vientiyhteenveto", "Exportöversikt"];
    let is_named = sheet
        .name
        .as_deref()
        .is_some_and(|name| NAMES.contains(&name));
    is_named && sheet.grid.texts().any(|text| text.contains("Numbers"))
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
