//! From the labels of a header to columns with fields: reasons, scores, and who stays without
//! (READING.md R8 and R9).

use std::sync::Arc;

use super::flatten::Label;
use super::matcher::Matcher;
use super::wide::{Axes, axes};
use super::{Column, How};
use crate::columns::{Candidate, Fit, best_assignment, fit, flat_label, is_unit, normalise};
use crate::grid::{CellValue, Grid};
use crate::issue::{Code, Issue};
use crate::vocabulary::{FieldWords, FormWords, Hints, Term};

/// Cells of a column that are looked at, where labels say too little.
const SAMPLE: usize = 12;
/// Scores closer than this are no clear winner.
const CLOSE: f64 = 0.04;

/// The columns of a table with what was noticed about them.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    pub(super) columns: Vec<Column>,
    pub(super) ambiguous: Vec<usize>,
    pub(super) issues: Vec<Issue>,
}

/// One label on its way to a field.
struct Claim<'a> {
    label: &'a Label,
    /// What is shown as the label.
    text: String,
    candidates: Vec<Candidate>,
    axes: Axes,
    /// The field of the values of a column with axes.
    value: Option<Candidate>,
    settled: Option<(Option<usize>, How)>,
    control: bool,
    cells: Vec<CellValue<'a>>,
}

/// Where a header stands and what it is for.
pub(super) struct Place<'a> {
    pub(super) grid: &'a Grid,
    /// Rows of the header.
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
        .map(|label| claim(matcher, hints, place, form, label))
        .collect();
    prefer_whole_labels(matcher, place.form, &mut claims);
    mark_axes(matcher, place.form, &mut claims);
    find_key_by_content(matcher, form, &mut claims);
    weigh_content(matcher, form, &mut claims);
    let fields = assign(form, &claims);
    finish(form, place, &claims, fields)
}

fn claim<'a>(
    matcher: &Matcher<'_>,
    hints: &Hints,
    place: &Place<'a>,
    form: &FormWords,
    label: &'a Label,
) -> Claim<'a> {
    let readings = label.readings();
    let mut text = label.flat();
    let mut found = Vec::new();
    for reading in &readings {
        found = matcher.candidates(place.form, reading).to_vec();
        if found.iter().any(Candidate::is_named) {
            text = flat_label(reading).into_owned();
            break;
        }
    }
    let same = |hint: &str, text: &str| normalise(hint) == normalise(text);
    let settled = hints.columns.iter().find_map(|hint| {
        let named = readings.iter().any(|reading| same(&hint.label, reading));
        let field = || {
            form.fields
                .iter()
                .position(|field| *field.code == *hint.field)
        };
        named.then(|| (field(), hint.how))
    });
    Claim {
        label,
        text,
        candidates: found,
        axes: Axes::default(),
        value: None,
        settled,
        control: false,
        cells: sample(place, label.index),
    }
}

fn sample<'a>(place: &Place<'a>, column: u32) -> Vec<CellValue<'a>> {
    (place.header.1 + 1..=place.last)
        .map(|row| place.grid.get(row, column))
        .filter(|value| !value.is_blank())
        .take(SAMPLE)
        .collect()
}

/// Where the same sub-label stands below several groups, the group tells them apart.
fn prefer_whole_labels(matcher: &Matcher<'_>, form: usize, claims: &mut [Claim<'_>]) {
    let texts: Vec<String> = claims.iter().map(|claim| normalise(&claim.text)).collect();
    for at in 0..claims.len() {
        let claim = &mut claims[at];
        let repeated = texts.iter().filter(|text| **text == texts[at]).count() > 1;
        if !repeated || claim.label.readings().len() < 2 {
            continue;
        }
        claim.text = claim.label.flat();
        let whole = claim.label.readings().pop().unwrap_or_default();
        let mut found = matcher.candidates(form, &whole).to_vec();
        if !found.iter().any(Candidate::is_named) {
            for candidate in &mut claim.candidates {
                candidate.how = How::Fuzzy;
                candidate.score -= 0.3;
            }
            found.append(&mut claim.candidates);
        }
        claim.candidates = found;
    }
}

/// Marks columns of a wide table, and the sums that stand at its end.
fn mark_axes(matcher: &Matcher<'_>, form_index: usize, claims: &mut [Claim<'_>]) {
    let form = &matcher.vocabulary.forms[form_index];
    let Some((_, value)) = form.key_and_value() else {
        return;
    };
    let owned: Vec<usize> = claims
        .iter()
        .filter(|claim| claim.label.parts.len() < 2)
        .filter_map(|claim| {
            claim
                .candidates
                .iter()
                .find(|c| c.is_named())
                .map(|c| c.field)
        })
        .filter(|field| *field != value)
        .collect();
    for claim in claims.iter_mut().filter(|claim| claim.settled.is_none()) {
        let single = claim.label.parts.len() < 2;
        if single && claim.candidates.iter().any(Candidate::is_named) {
            continue;
        }
        claim.axes = axes(matcher, form, claim.label, &|field| owned.contains(&field));
    }
    let wide: Vec<usize> = (0..claims.len())
        .filter(|at| !claims[*at].axes.terms.is_empty())
        .collect();
    let Some(first) = wide.first() else {
        return;
    };
    let common = claims[*first].axes.rest.clone();
    let shared = wide.len() > 1 && wide.iter().all(|at| claims[*at].axes.rest == common);
    for at in wide {
        settle_value(matcher, form_index, value, shared, &mut claims[at]);
    }
    for claim in claims
        .iter_mut()
        .filter(|claim| claim.axes.terms.is_empty())
    {
        let total = |text: &str| matcher.is_total(text);
        let sums = claim.label.parts.iter().any(|part| total(&part.text)) || total(&claim.text);
        let other = claim
            .candidates
            .iter()
            .any(|c| c.is_named() && c.field != value);
        claim.control = sums && !other && claim.settled.is_none();
    }
}

/// Finds the field of the values below axes: what is left of the label names it, or nothing but a unit is left,
/// or what is left says the same over all columns. A column of which more is said (`Tavoite`) is none.
fn settle_value(
    matcher: &Matcher<'_>,
    form: usize,
    value: usize,
    shared: bool,
    claim: &mut Claim<'_>,
) {
    let rest = &claim.axes.rest;
    let named = matcher
        .candidates(form, rest)
        .iter()
        .find(|candidate| candidate.is_named())
        .cloned();
    let plain = Candidate {
        form,
        field: value,
        how: How::Label,
        score: 1.0,
        needs_content: false,
    };
    if named.is_some() {
        claim.value = named;
    } else if shared || rest.is_empty() || is_unit(&normalise(rest)) {
        claim.value = Some(plain);
    } else {
        claim.candidates.clear();
        claim.axes = Axes::default();
    }
}

/// A wide table whose first column has no telling label: its cells say that they are the keys.
fn find_key_by_content(matcher: &Matcher<'_>, form: &FormWords, claims: &mut [Claim<'_>]) {
    let Some((key, _)) = form.key_and_value() else {
        return;
    };
    let wide = claims.iter().any(|claim| !claim.axes.terms.is_empty());
    let given = claims.iter().any(|claim| {
        claim.axes.fields.contains(&key) || claim.candidates.iter().any(|c| c.field == key)
    });
    if !wide || given {
        return;
    }
    let lexicon = &*matcher.vocabulary.lexicon;
    let unmatched = claims
        .iter_mut()
        .find(|claim| claim.axes.terms.is_empty() && claim.candidates.is_empty() && !claim.control);
    if let Some(claim) = unmatched
        && fit(&form.fields[key].kind, &claim.cells, lexicon) == Fit::For
    {
        claim.candidates.push(Candidate {
            form: 0,
            field: key,
            how: How::Fuzzy,
            score: 0.75,
            needs_content: false,
        });
    }
}

/// Lets the cells below speak where a label may stand for several fields or says too little alone.
fn weigh_content(matcher: &Matcher<'_>, form: &FormWords, claims: &mut [Claim<'_>]) {
    let lexicon = &*matcher.vocabulary.lexicon;
    let claimed: Vec<Vec<usize>> = claims
        .iter()
        .map(|claim| claim.candidates.iter().map(|c| c.field).collect())
        .collect();
    for (at, claim) in claims.iter_mut().enumerate() {
        let contested = claimed.iter().enumerate().any(|(other, fields)| {
            other != at && fields.iter().any(|field| claimed[at].contains(field))
        });
        let open = claim.candidates.len() > 1 || claim.candidates.iter().any(|c| c.needs_content);
        if !contested && !open {
            continue;
        }
        claim.candidates.retain_mut(|candidate| {
            let fit = fit(&form.fields[candidate.field].kind, &claim.cells, lexicon);
            candidate.score += match fit {
                Fit::For => 0.05,
                Fit::Open => 0.0,
                Fit::Against => -0.3,
            };
            !candidate.needs_content || fit == Fit::For
        });
    }
}

/// The fields of the columns: settled ones, then the best assignment of the others, required fields first.
fn assign(form: &FormWords, claims: &[Claim<'_>]) -> Vec<Option<usize>> {
    let count = form.fields.len();
    let fixed: Vec<usize> = claims
        .iter()
        .filter_map(|claim| claim.settled.and_then(|(field, _)| field))
        .collect();
    let weights: Vec<Vec<f64>> = claims
        .iter()
        .map(|claim| {
            let mut row = vec![0.0; count];
            if claim.settled.is_some() || claim.control || !claim.axes.terms.is_empty() {
                return row;
            }
            for candidate in claim
                .candidates
                .iter()
                .filter(|c| !fixed.contains(&c.field))
            {
                let first = if form.fields[candidate.field].required {
                    0.2
                } else {
                    0.0
                };
                let score: f64 = row[candidate.field];
                row[candidate.field] = score.max(candidate.score + first);
            }
            row
        })
        .collect();
    best_assignment(&weights, count)
}

/// Builds the columns and says what is wrong with them.
fn finish(
    form: &FormWords,
    place: &Place<'_>,
    claims: &[Claim<'_>],
    mut fields: Vec<Option<usize>>,
) -> Resolved {
    let mut resolved = Resolved::default();
    let contested = conflicts(claims, &mut fields);
    for (field, columns) in &contested {
        report_conflict(form, place, claims, *field, columns, &mut resolved.issues);
        resolved.ambiguous.push(*field);
    }
    resolved.ambiguous.sort_unstable();
    resolved.ambiguous.dedup();
    let claimants: Vec<usize> = contested
        .into_iter()
        .flat_map(|(_, columns)| columns)
        .collect();
    for (at, claim) in claims.iter().enumerate() {
        let field = if claimants.contains(&at) {
            None
        } else {
            fields[at]
        };
        let column = column(claim, field);
        let idle = column.field.is_none() && column.axes.is_empty();
        if idle && !claim.control && !claimants.contains(&at) && claim.settled.is_none() {
            let issue = Issue::new(Code::ExtraLabel)
                .cell(place.header.1, claim.label.index)
                .found(column.label.clone());
            resolved.issues.push(issue);
        }
        resolved.columns.push(column);
    }
    report_missing(form, place, &mut resolved);
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
    } else if !claim.axes.terms.is_empty() {
        let value = claim.value.as_ref();
        column.label = claim.label.flat();
        column.field = value.map(|candidate| candidate.field);
        column.how = value.map(|candidate| candidate.how);
        column.score = value.map_or(0.0, |candidate| candidate.score);
        column.axes.clone_from(&claim.axes.terms);
    } else if let Some(field) = field {
        let chosen = claim
            .candidates
            .iter()
            .find(|candidate| candidate.field == field);
        column.field = Some(field);
        column.how = chosen.map(|candidate| candidate.how);
        column.score = chosen.map_or(0.0, |candidate| candidate.score.clamp(0.0, 1.0));
    }
    column
}

/// Fields that several columns claim, with the columns: none of them gets it. A claimant without any value
/// gives way, and so does one that is only similar to one that names the field.
fn conflicts(claims: &[Claim<'_>], fields: &mut [Option<usize>]) -> Vec<(usize, Vec<usize>)> {
    let mut conflicts: Vec<(usize, Vec<usize>)> = Vec::new();
    for at in 0..claims.len() {
        let claim = &claims[at];
        let free = claim.settled.is_none() && claim.axes.terms.is_empty() && !claim.control;
        let Some(best) = best_candidate(claim).filter(|_| free) else {
            continue;
        };
        if fields[at].is_some() {
            if let Some(other) = tied_field(claim, fields, at) {
                conflicts.push((best.field, vec![at]));
                conflicts.push((other, vec![at]));
            }
            continue;
        }
        let holder = fields.iter().position(|field| *field == Some(best.field));
        let Some(holder) = holder else { continue };
        let held = claims[holder]
            .candidates
            .iter()
            .find(|c| c.field == best.field);
        let weaker = held.is_none_or(|held| held.is_named() && !best.is_named());
        if weaker || claim.cells.is_empty() {
            continue;
        }
        if claims[holder].cells.is_empty() {
            fields[holder] = None;
            fields[at] = Some(best.field);
            continue;
        }
        match conflicts.iter_mut().find(|(field, _)| *field == best.field) {
            Some((_, columns)) => columns.push(at),
            None => conflicts.push((best.field, vec![holder, at])),
        }
    }
    conflicts
}

fn best_candidate<'a>(claim: &'a Claim<'_>) -> Option<&'a Candidate> {
    claim
        .candidates
        .iter()
        .max_by(|a, b| a.score.total_cmp(&b.score).then(b.field.cmp(&a.field)))
}

/// Another field that a label may stand for just as well, and that no other column has.
fn tied_field(claim: &Claim<'_>, fields: &[Option<usize>], at: usize) -> Option<usize> {
    let own = fields[at]?;
    let score = claim.candidates.iter().find(|c| c.field == own)?.score;
    claim
        .candidates
        .iter()
        .filter(|other| other.field != own && !fields.contains(&Some(other.field)))
        .find(|other| other.score > score - CLOSE)
        .map(|other| other.field)
}

fn report_conflict(
    form: &FormWords,
    place: &Place<'_>,
    claims: &[Claim<'_>],
    field: usize,
    columns: &[usize],
    issues: &mut Vec<Issue>,
) {
    for (rank, at) in columns.iter().enumerate() {
        let text = &claims[*at].text;
        let others: Vec<&str> = columns
            .iter()
            .filter(|other| *other != at)
            .map(|other| claims[*other].text.as_str())
            .collect();
        let repeated = others
            .iter()
            .any(|other| normalise(other) == normalise(text));
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
            .field(&form.fields[field].code)
            .found(text.clone())
            .expected(expected(&form.fields[field]))
            .suggestion(others.join(" | "));
        issues.push(issue);
    }
}

/// Required fields that no column and no axis gives.
fn report_missing(form: &FormWords, place: &Place<'_>, resolved: &mut Resolved) {
    let axes: Vec<&Term> = resolved
        .columns
        .iter()
        .flat_map(|column| &column.axes)
        .collect();
    let broken = (place.header.0..=place.header.1).any(|row| {
        place
            .grid
            .row(row)
            .cells()
            .any(|(_, value)| matches!(value, CellValue::Error(_)))
    });
    let mut issues = Vec::new();
    for (at, field) in form
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.required)
    {
        let given = resolved
            .columns
            .iter()
            .any(|column| column.field == Some(at))
            || axes
                .iter()
                .any(|term| super::wide::gives(&field.kind, term))
            || resolved.ambiguous.contains(&at);
        if !given {
            let code = if broken {
                Code::HeaderError
            } else {
                Code::MissingLabel
            };
            issues.push(
                Issue::new(code)
                    .row(place.header.0)
                    .field(&field.code)
                    .expected(expected(field)),
            );
        }
    }
    resolved.issues.append(&mut issues);
}

/// The official labels of a field.
fn expected(field: &FieldWords) -> String {
    let mut labels: Vec<&str> = field.labels.iter().map(String::as_str).collect();
    labels.dedup();
    labels.join(" / ")
}

/// Names the sheet in every issue.
pub(super) fn on_sheet(issues: &mut [Issue], sheet: Option<&Arc<str>>) {
    for issue in issues {
        issue.sheet = sheet.cloned();
    }
}
