//! Columns that hold the keys of a form of keys and values, whatever their label says or lacks (READING.md R10).

use super::flatten::Label;
use super::form::{Leaning, Trial, best_form};
use super::matcher::Matcher;
use super::wide::gives;
use crate::columns::{Candidate, Fit, fit, looks_like_number};
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
    let lacks_key = trial.required == 1 && trial.matched * 2 > trial.labelled;
    (is_wide || lacks_key) && holds_keys(matcher, grid, last, (trial.form, left))
}

/// The form of which most labels behind the first are axes and whose keys stand below that one: `Kuukausi | elokuu | syyskuu`
/// above cost categories. What stands in the corner labels what is across, or the table.
pub(super) fn below_corner(
    matcher: &Matcher<'_>,
    grid: &Grid,
    last: u32,
    labels: &[Label],
    leaning: &Leaning,
) -> Option<Trial> {
    let (corner, rest) = labels.split_first().filter(|(_, rest)| rest.len() >= 2)?;
    let forms = &matcher.vocabulary.forms;
    (0..forms.len()).find_map(|form| {
        let is_measured =
            |(_, value): (usize, usize)| forms[form].fields[value].kind != FieldKind::Text;
        let is_open = leaning.fixed.is_none_or(|fixed| fixed == form)
            && forms[form].key_and_value().is_some_and(is_measured);
        if !is_open || !holds_keys(matcher, grid, last, (form, corner.index)) {
            return None;
        }
        let fixed = Leaning {
            fixed: Some(form),
            ..leaning.clone()
        };
        best_form(matcher, rest, &fixed)
            .filter(|trial| trial.across >= 2 && trial.across * 2 > rest.len())
    })
}

/// Tells whether the questions of a form of keys and texts stand across above numbers.
pub(super) fn answers_are_numbers(
    matcher: &Matcher<'_>,
    grid: &Grid,
    last: u32,
    labels: &[Label],
    trial: &Trial,
) -> bool {
    let form = &matcher.vocabulary.forms[trial.form];
    let is_answered = |(_, value): (usize, usize)| form.fields[value].kind == FieldKind::Text;
    if trial.across == 0 || !form.key_and_value().is_some_and(is_answered) {
        return false;
    }
    let rows = grid
        .rows_from(last + 1)
        .filter(|row| !row.is_blank())
        .take(SAMPLE);
    let (mut numbers, mut all) = (0, 0);
    for row in rows {
        for label in labels.iter().skip(1) {
            let value = row.get(label.index);
            all += usize::from(!value.is_blank());
            numbers += usize::from(looks_like_number(value));
        }
    }
    all >= 2 && numbers * 10 >= all * 7
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
