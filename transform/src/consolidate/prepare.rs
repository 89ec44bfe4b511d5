//! What a reader thread does after reading: facts become Arrow arrays, issues become words, states are settled.
//! Only the key of the report version is missing, which the writer gives.

use std::collections::BTreeSet;
use std::sync::Arc;

use duckdb::arrow::array::{
    Array, ArrayRef, BooleanArray, Int32Array, Int64Array, StringArray, new_null_array,
};
use duckdb::arrow::compute::filter;
use duckdb::arrow::datatypes::DataType;
use kooste_ingest::issue::{Issue, Severity};
use kooste_ingest::place::Place;

use super::state::State;
use crate::facts::{FactColumn, Facts, MissingReason};
use crate::programme::{Form, Programme};
use crate::submission::{FileReading, ReportReading};
use crate::wording::Wording;

/// Messages in Finnish, Swedish and English.
pub(super) type Messages = [String; 3];

/// A file ready to be written.
pub(super) struct Prepared {
    /// What was read; its facts have moved to `facts`.
    pub(super) reading: FileReading,
    /// Facts of the reports that are loaded.
    pub(super) facts: Vec<PreparedFacts>,
    /// For each report its state.
    pub(super) states: Vec<State>,
    /// For each issue its messages.
    pub(super) messages: Vec<Messages>,
    /// Whether the original lies in the archive.
    pub(super) archived: bool,
}

/// Facts of one form as arrays of equal length.
pub(super) struct PreparedFacts {
    /// Index of the form.
    pub(super) form: usize,
    /// For each fact the index of its report.
    pub(super) report: Vec<u32>,
    /// The columns of the store table after the key of the version.
    pub(super) columns: Vec<ArrayRef>,
}

/// Prepares a reading.
pub(super) fn prepare(
    mut reading: FileReading,
    programme: &Programme,
    wording: &dyn Wording,
) -> Prepared {
    let states = states(&reading);
    let messages = reading
        .issues
        .iter()
        .map(|found| {
            let form = found
                .report
                .and_then(|at| reading.reports.get(at as usize))
                .map(|report| report.form);
            let place = place(reading.submission.file_name(), &found.issue);
            messages(programme, form, &found.issue, &place, wording)
        })
        .collect();
    let base = fact_number_base(&reading.submission.id);
    let facts = std::mem::take(&mut reading.facts)
        .into_iter()
        .filter(|facts| !facts.is_empty())
        .map(|facts| arrays(facts, &reading, &programme.forms, base))
        .filter(|facts| !facts.report.is_empty())
        .collect();
    Prepared {
        reading,
        facts,
        states,
        messages,
        archived: false,
    }
}

/// The messages of an issue in the three languages.
pub(super) fn messages(
    programme: &Programme,
    form: Option<usize>,
    issue: &Issue,
    place: &Place,
    wording: &dyn Wording,
) -> Messages {
    let field = issue.field.as_deref().and_then(|code| {
        let forms = match form {
            Some(form) => &programme.forms[form..=form],
            None => &programme.forms[..],
        };
        forms
            .iter()
            .find_map(|form| form.field(code).map(|at| &form.fields[at]))
    });
    ["fi", "sv", "en"].map(|language| wording.message(language, issue, place, field))
}

fn place(file: &str, issue: &Issue) -> Place {
    Place {
        file: file.to_owned(),
        sheet: issue.sheet.as_deref().map(str::to_owned),
        row: issue.row,
        column: issue.column,
    }
}

/// The states of a file's reports. A warning about the whole file counts for each of them, one about a sheet for
/// each that has facts on it (READING.md R38).
fn states(reading: &FileReading) -> Vec<State> {
    let mut troubled = vec![false; reading.reports.len()];
    for found in &reading.issues {
        let grave = matches!(found.issue.severity, Severity::Error | Severity::Warning);
        if !grave || found.accepted {
            continue;
        }
        match found.report {
            Some(at) => {
                if let Some(flag) = troubled.get_mut(at as usize) {
                    *flag = true;
                }
            }
            None => mark_sheet(reading, found.issue.sheet.as_deref(), &mut troubled),
        }
    }
    let own: Vec<State> = reading
        .reports
        .iter()
        .zip(&troubled)
        .map(|(report, troubled)| state(report, *troubled))
        .collect();
    reading
        .reports
        .iter()
        .zip(&own)
        .map(|(report, state)| match report.covered_by {
            Some(at) => own.get(at as usize).copied().unwrap_or(*state),
            None => *state,
        })
        .collect()
}

fn state(report: &ReportReading, troubled: bool) -> State {
    if report.blocked.is_some() {
        State::Rejected
    } else if report.nil {
        State::Nil
    } else if report.rows_loaded == 0 && report.covered_by.is_none() {
        State::Rejected
    } else if troubled {
        State::AcceptedWithIssues
    } else {
        State::Accepted
    }
}

/// Marks the reports that have facts on the sheet, or all where none has.
fn mark_sheet(reading: &FileReading, sheet: Option<&str>, troubled: &mut [bool]) {
    let on_sheet = reports_on(reading, sheet);
    for (at, flag) in troubled.iter_mut().enumerate() {
        *flag |= on_sheet.is_empty() || on_sheet.contains(&at);
    }
}

fn reports_on(reading: &FileReading, sheet: Option<&str>) -> BTreeSet<usize> {
    let Some(sheet) = sheet else {
        return BTreeSet::new();
    };
    let Some(index) = reading
        .sheets
        .iter()
        .position(|name| name.as_deref() == Some(sheet))
    else {
        return BTreeSet::new();
    };
    let mut reports = BTreeSet::new();
    for facts in &reading.facts {
        for (fact_sheet, report) in facts.sheet.iter().zip(&facts.report) {
            if usize::from(*fact_sheet) == index {
                reports.insert(*report as usize);
            }
        }
    }
    reports
}

/// Numbers of facts are 36 bits of the content's hash above 27 bits of sheet and row: stable when the warehouse is
/// built anew, close together for one file. An audit watches that no two contents share the 36 bits.
fn fact_number_base(submission_id: &str) -> i64 {
    let digits = submission_id.get(..9).unwrap_or("0");
    i64::from_str_radix(digits, 16).unwrap_or(0) << 27
}

/// Numbers of facts in the order of a file; several facts of a row take the next free numbers.
fn fact_numbers(base: i64, sheets: &[u16], rows: &[u32]) -> Vec<i64> {
    let mut last = 0;
    sheets
        .iter()
        .zip(rows)
        .map(|(sheet, row)| {
            let place = (i64::from(*sheet).min(127) << 20) + i64::from(*row);
            last = place.max(last + 1);
            base + last
        })
        .collect()
}

fn arrays(facts: Facts, reading: &FileReading, forms: &[Form], base: i64) -> PreparedFacts {
    let form = &forms[facts.form];
    let loaded: Vec<bool> = facts
        .report
        .iter()
        .map(|at| reading.reports[*at as usize].blocked.is_none())
        .collect();
    let numbers = form
        .id_column
        .as_ref()
        .map(|_| fact_numbers(base, &facts.sheet, &facts.row_number));
    let (form_index, mut report) = (facts.form, facts.report.clone());
    let mut columns = columns(facts, form, reading, numbers);
    if loaded.contains(&false) {
        let mask = BooleanArray::from(loaded.clone());
        columns = columns.iter().map(|column| keep(column, &mask)).collect();
        let mut at = loaded.iter();
        report.retain(|_| at.next().copied().unwrap_or(false));
    }
    PreparedFacts {
        form: form_index,
        report,
        columns,
    }
}

fn keep(column: &ArrayRef, mask: &BooleanArray) -> ArrayRef {
    // Filtering fails only for a mask of another length, and both have one entry a fact.
    filter(column, mask).unwrap_or_else(|_| new_null_array(column.data_type(), mask.true_count()))
}

fn columns(
    facts: Facts,
    form: &Form,
    reading: &FileReading,
    numbers: Option<Vec<i64>>,
) -> Vec<ArrayRef> {
    let count = facts.len();
    let mut columns: Vec<ArrayRef> = Vec::with_capacity(facts.columns.len() + 5);
    columns.push(sheet_names(&facts.sheet, &reading.sheets));
    columns.push(Arc::new(Int32Array::from_iter_values(
        facts
            .row_number
            .iter()
            .map(|row| i32::try_from(*row).unwrap_or(i32::MAX)),
    )));
    if let Some(numbers) = numbers {
        columns.push(Arc::new(Int64Array::from(numbers)));
    }
    columns.extend(facts.columns.into_iter().map(finished));
    if form.stores_states {
        let reasons = facts.missing_reason.iter();
        columns.push(if facts.missing_reason.len() == count {
            Arc::new(
                reasons
                    .map(|why| why.map(MissingReason::name))
                    .collect::<StringArray>(),
            )
        } else {
            new_null_array(&DataType::Utf8, count)
        });
    }
    let mut links = facts.links;
    if form.link_table.is_some() {
        columns.push(Arc::new(links.finish()));
    }
    let mut extra = facts.extra;
    let extra = extra.finish();
    columns.push(if extra.len() == count {
        Arc::new(extra)
    } else {
        new_null_array(&DataType::Utf8, count)
    });
    columns
}

fn sheet_names(sheets: &[u16], names: &[Option<Arc<str>>]) -> ArrayRef {
    if names.iter().all(Option::is_none) {
        return new_null_array(&DataType::Utf8, sheets.len());
    }
    let name = |sheet: &u16| names.get(usize::from(*sheet)).and_then(Option::as_deref);
    Arc::new(sheets.iter().map(name).collect::<StringArray>())
}

fn finished(column: FactColumn) -> ArrayRef {
    match column {
        FactColumn::Text(mut builder) => Arc::new(builder.finish()),
        FactColumn::List(mut builder) => Arc::new(builder.finish()),
        FactColumn::Code(_, mut builder) => Arc::new(builder.finish()),
        FactColumn::Codes(_, mut builder) => Arc::new(builder.finish()),
        FactColumn::Count(mut builder) => Arc::new(builder.finish()),
        FactColumn::Date(mut builder) => Arc::new(builder.finish()),
        FactColumn::Decimal(mut builder) => Arc::new(builder.finish()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_numbered_by_sheet_and_row_and_never_twice() {
        let numbers = fact_numbers(1 << 27, &[0, 0, 0, 1, 1], &[5, 5, 6, 5, 9]);
        let below: Vec<i64> = numbers.iter().map(|number| number - (1 << 27)).collect();
        assert_eq!(below, [5, 6, 7, 1_048_581, 1_048_585]);
    }

    #[test]
    fn the_base_of_numbers_comes_from_the_content() {
        assert_eq!(fact_number_base("00000000ffff"), 15 << 27);
        assert_eq!(fact_number_base("fffffffffff") >> 27, 0xf_ffff_ffff);
    }
}
