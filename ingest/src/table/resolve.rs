//! From the labels of a header to columns with fields: reasons, scores, and what is wrong with them
//! (READING.md R8 and R9).
//!
//! Reasons of the issues: `extra-label` `unlabelled` (a column with values below a blank header); the others
//! have none.

use std::sync::Arc;

use super::Column;
use super::across::{find_by_content, mark_axes};
use super::claim::{Claim, prefer_whole_labels};
use super::contest::{assign, conflicts, leave_derived, same_axes, weigh_content};
use super::flatten::Label;
use super::matcher::Matcher;
use super::place_column::claim_organisation;
use super::sum_column::{claim_measure, claim_sums};
use super::ticks::mark_ticks;
use super::wide::gives;
use crate::columns::normalise;
use crate::grid::{CellValue, Grid};
use crate::issue::{Code, Issue};
use crate::vocabulary::{FieldWords, FormWords, Hints, Term};

/// The columns of a table with what was noticed about them.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    /// The columns, in order.
    pub(super) columns: Vec<Column>,
    /// Fields claimed by several columns.
    pub(super) ambiguous: Vec<usize>,
    /// What was noticed.
    pub(super) issues: Vec<Issue>,
}

/// Where a header stands and what it is for.
pub(super) struct Place<'a> {
    pub(super) grid: &'a Grid,
    /// First and last row of the header.
    pub(super) header: (u32, u32),
    /// Last row of the table.
    pub(super) last: u32,
    /// Index of the form.
    pub(super) form: usize,
}

/// Gives the labels of a header their fields in the form.
pub(super) fn resolve(
    matcher: &Matcher<'_>,
    hints: &Hints,
    place: &Place<'_>,
    labels: &[Label],
) -> Resolved {
    let form = &matcher.vocabulary.forms[place.form];
    let mut claims: Vec<Claim<'_>> = labels
        .iter()
        .map(|label| Claim::new(matcher, hints, place.form, label))
        .collect();
    prefer_whole_labels(matcher, place.form, &mut claims);
    mark_axes(matcher, place, &mut claims);
    mark_ticks(matcher, place, &mut claims);
    find_by_content(matcher, place, &mut claims);
    leave_derived(matcher, form, &mut claims);
    weigh_content(matcher, place, &mut claims);
    claim_sums(matcher, form, place.form, &mut claims);
    claim_measure(matcher, place, &mut claims);
    claim_organisation(matcher, place.form, &mut claims);
    let fields = assign(form, &claims);
    finish(matcher, place, &claims, fields)
}

/// Builds the columns and says what is wrong with them.
fn finish(
    matcher: &Matcher<'_>,
    place: &Place<'_>,
    claims: &[Claim<'_>],
    mut fields: Vec<Option<usize>>,
) -> Resolved {
    let form = &matcher.vocabulary.forms[place.form];
    let mut resolved = Resolved::default();
    let mut contested = conflicts(matcher, place, claims, &mut fields);
    contested.extend(same_axes(place, claims));
    for (field, columns) in &contested {
        let issues = conflict_issues(&form.fields[*field], place, claims, columns);
        resolved.issues.extend(issues);
        resolved.ambiguous.push(*field);
    }
    resolved.ambiguous.sort_unstable();
    resolved.ambiguous.dedup();
    let losers: Vec<usize> = contested
        .into_iter()
        .flat_map(|(_, columns)| columns)
        .collect();
    for (at, claim) in claims.iter().enumerate() {
        let lost = losers.contains(&at);
        let mut column = column(claim, fields[at].filter(|_| !lost));
        if lost {
            column.field = None;
            column.axes.clear();
        }
        if claim.is_open() && column.field.is_none() && !lost {
            resolved.issues.push(extra_label(place, &column));
        }
        resolved.columns.push(column);
    }
    resolved
        .issues
        .extend(missing_labels(form, place, &resolved));
    resolved
}

fn column(claim: &Claim<'_>, field: Option<usize>) -> Column {
    let mut column = Column {
        index: claim.label.index,
        label: claim.text.clone(),
        field: None,
        how: None,
        score: 0.0,
        axes: Vec::new(),
    };
    if let Some((field, how)) = claim.settled {
        column.field = field;
        column.how = Some(how);
        column.score = 1.0;
        return column;
    }
    if claim.control {
        column.label = claim.label.flat();
        column.axes.push(Term::Total);
        return column;
    }
    let chosen = if claim.axes.terms.is_empty() {
        field.and_then(|field| claim.candidate(field))
    } else {
        column.label = claim.label.flat();
        column.axes.clone_from(&claim.axes.terms);
        claim.value.as_ref()
    };
    if let Some(chosen) = chosen {
        column.field = Some(chosen.field);
        column.how = Some(chosen.how);
        column.score = chosen.score.clamp(0.0, 1.0);
    }
    column
}

fn extra_label(place: &Place<'_>, column: &Column) -> Issue {
    let issue = Issue::new(Code::ExtraLabel).cell(place.header.1, column.index);
    if column.label.is_empty() {
        issue.reason("unlabelled")
    } else {
        issue.found(column.label.clone())
    }
}

/// Says at each claimant who the others are; a repeated label only at its repetitions.
fn conflict_issues(
    field: &FieldWords,
    place: &Place<'_>,
    claims: &[Claim<'_>],
    columns: &[usize],
) -> Vec<Issue> {
    let mut issues = Vec::new();
    for (rank, at) in columns.iter().enumerate() {
        let text = &claims[*at].text;
        let others: Vec<&str> = columns
            .iter()
            .filter(|other| *other != at)
            .map(|other| claims[*other].text.as_str())
            .collect();
        let folded = normalise(text);
        let repeated = others.iter().any(|other| normalise(other) == folded);
        if repeated && rank == 0 {
            continue;
        }
        let code = if repeated {
            Code::DuplicateLabel
        } else {
            Code::LabelAmbiguous
        };
        let issue = Issue::new(code)
            .cell(place.header.1, claims[*at].label.index)
            .field(&field.code)
            .found(text.clone())
            .expected(official_labels(field))
            .suggestion(others.join(" | "));
        issues.push(issue);
    }
    issues
}

/// Required fields that no column and no axis gives.
fn missing_labels(form: &FormWords, place: &Place<'_>, resolved: &Resolved) -> Vec<Issue> {
    let broken = (place.header.0..=place.header.1)
        .flat_map(|row| place.grid.row(row).cells())
        .any(|(_, value)| matches!(value, CellValue::Error(_)));
    let code = if broken {
        Code::HeaderError
    } else {
        Code::MissingLabel
    };
    let is_given = |at: usize, field: &FieldWords| {
        let by_axis = |column: &Column| column.axes.iter().any(|term| gives(&field.kind, term));
        resolved.ambiguous.contains(&at)
            || resolved
                .columns
                .iter()
                .any(|column| column.field == Some(at) || by_axis(column))
    };
    form.fields
        .iter()
        .enumerate()
        .filter(|(at, field)| field.required && !is_given(*at, field))
        .map(|(_, field)| {
            Issue::new(code)
                .row(place.header.0)
                .field(&field.code)
                .expected(official_labels(field))
        })
        .collect()
}

/// The official labels of a field in all languages.
fn official_labels(field: &FieldWords) -> String {
    let mut labels: Vec<&str> = Vec::new();
    for label in &field.labels {
        if !label.is_empty() && !labels.contains(&label.as_str()) {
            labels.push(label);
        }
    }
    labels.join(" / ")
}

/// Names the sheet in every issue.
pub(super) fn on_sheet(issues: &mut [Issue], sheet: Option<&Arc<str>>) {
    for issue in issues {
        issue.sheet = sheet.cloned();
    }
}
