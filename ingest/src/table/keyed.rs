//! Columns that hold the keys of a form of keys and values, whatever their label says or lacks (READING.md R10).

use super::flatten::Label;
use super::form::Trial;
use super::matcher::Matcher;
use super::wide::gives;
use crate::columns::{Candidate, Fit, fit};
use crate::grid::{CellValue, Grid, Row};
use crate::vocabulary::FieldKind;

/// Cells of a column of keys that are looked at.
const SAMPLE: usize = 12;

/// Tells whether a column below a header holds the keys of a form.
pub(super) fn holds_keys(
    matcher: &Matcher<'_>,
    grid: &Grid,
    last: u32,
    (form, column): (usize, u32),
) -> bool {
    let form = &matcher.vocabulary.forms[form];
    let Some((key, _)) = form.key_and_value() else {
        return false;
    };
    let rows = grid.rows_from(last + 1).map(|row| row.get(column));
    let cells: Vec<CellValue<'_>> = rows
        .filter(|value| !value.is_blank())
        .take(SAMPLE)
        .collect();
    fit(&form.fields[key].kind, &cells, &*matcher.vocabulary.lexicon) == Fit::For
}

/// Tells whether every label is an axis, or most labels name fields with the value among them, and the unlabelled column
/// before them holds the keys: a table whose first column has no label.
pub(super) fn keys_stand_left(
    matcher: &Matcher<'_>,
    grid: &Grid,
    last: u32,
    labels: &[Label],
    trial: &Trial,
) -> bool {
    let Some(left) = labels.first().and_then(|label| label.index.checked_sub(1)) else {
        return false;
    };
    let is_wide = trial.across >= 2 && trial.matched == trial.labelled;
    let lacks_key = trial.required == 1 && trial.matched >= 2 && trial.matched * 2 > trial.labelled;
    (is_wide || lacks_key) && holds_keys(matcher, grid, last, (trial.form, left))
}

/// Tells whether the first column holds the keys of numbers, so that labels of the form may be few among others.
pub(super) fn keys_stand_below(
    matcher: &Matcher<'_>,
    grid: &Grid,
    last: u32,
    labels: &[Label],
    trial: &Trial,
) -> bool {
    let form = &matcher.vocabulary.forms[trial.form];
    let is_number = |(_, value): (usize, usize)| form.fields[value].kind != FieldKind::Text;
    let first = labels.first().map(|label| label.index);
    form.key_and_value().is_some_and(is_number)
        && first.is_some_and(|first| holds_keys(matcher, grid, last, (trial.form, first)))
}

/// Tells whether a row below a whole header holds a key under the label of the keys: it is a record, and no row of the
/// header.
pub(super) fn is_record(
    matcher: &Matcher<'_>,
    row: Row<'_>,
    labels: &[Label],
    trial: &Trial,
) -> bool {
    let form = &matcher.vocabulary.forms[trial.form];
    let Some((key, _)) = form.key_and_value().filter(|_| trial.complete) else {
        return false;
    };
    let is_key = |candidate: &Candidate| {
        candidate.form == trial.form && candidate.field == key && candidate.is_named()
    };
    let names_key = |label: &&Label| matcher.named(&label.flat()).iter().any(is_key);
    let Some(label) = labels.iter().find(names_key) else {
        return false;
    };
    matches!(row.get(label.index), CellValue::Text(text)
        if matcher.terms(text).iter().any(|term| gives(&form.fields[key].kind, term)))
}
