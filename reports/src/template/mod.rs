//! Blank report templates: a workbook per organisation and month with a sheet for each form that it owes.
//!
//! Organisation and month stand above each table, headings are bilingual, codes are chosen from lists, dates and numbers
//! are checked on entry, and every heading explains itself. What is filled in is read back without an issue.

mod columns;
mod sheet;

use chrono::NaiveDate;
use kooste_transform::programme::{Form, Programme};
use kooste_transform::region::{Organisation, RegionFile};
use kooste_transform::submission::LISTS_SHEET;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use crate::error::ReportError;
use crate::language::Language;
use crate::words::Words;
use columns::{List, lists};
use sheet::Filler;

/// Longest name of a sheet.
const NAME_LENGTH: usize = 31;
/// Date that the file bears, so that the same settings give the same bytes.
const MADE: (u16, u8, u8) = (2018, 1, 1);

/// What a template is made for.
pub struct Order<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// The region.
    pub region: &'a RegionFile,
    /// Who reports; several where they report jointly (READING.md R25).
    pub organisations: &'a [&'a Organisation],
    /// First day of the month.
    pub month: NaiveDate,
    /// Indexes of the forms owed.
    pub forms: &'a [usize],
    /// Languages of the headings; the first is that of the lists.
    pub languages: &'a [Language],
}

/// The template as a workbook.
///
/// # Errors
///
/// [`ReportError::Workbook`] if a name is not one that a workbook can hold.
pub fn workbook(order: &Order) -> Result<Vec<u8>, ReportError> {
    let words: Vec<Words> = order
        .languages
        .iter()
        .map(|language| Words::of(*language))
        .collect();
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(MADE.0, MADE.1, MADE.2)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let forms: Vec<&Form> = order
        .forms
        .iter()
        .map(|form| &order.programme.forms[*form])
        .collect();
    let lists = lists(&forms, order);
    for form in &forms {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name(form, order.languages))?;
        Filler::new(order, &words, form, &lists)?.fill(sheet)?;
    }
    if !lists.is_empty() {
        write_lists(workbook.add_worksheet(), &lists)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Name of a form's sheet in the languages of the headings, as far as there is room.
fn name(form: &Form, languages: &[Language]) -> String {
    let names = in_languages(&form.labels, languages).join(", ");
    let name = if names.chars().count() <= NAME_LENGTH {
        names
    } else {
        form.labels.fi.clone()
    };
    name.chars().take(NAME_LENGTH).collect()
}

/// A text in the languages, each once.
fn in_languages(
    labels: &kooste_transform::programme::Labels,
    languages: &[Language],
) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for language in languages {
        let text = labels.get(language.code()).to_owned();
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

/// The sheet of lists, which nobody needs to see and reading passes over.
fn write_lists(sheet: &mut Worksheet, lists: &[List]) -> Result<(), ReportError> {
    sheet.set_name(LISTS_SHEET)?;
    sheet.set_hidden(true);
    for (column, list) in (0..).zip(lists) {
        for (row, entry) in (0..).zip(&list.entries) {
            sheet.write_string(row, column, entry)?;
        }
    }
    Ok(())
}
