//! Narratives without a header on a sheet that holds other tables, above the first or below the last of them (READING.md R1 and
//! R11).

use super::Table;
use super::find::Band;
use super::headings;
use super::matcher::Matcher;
use super::questions::{Span, asked, filled_rows, first_text, is_alone, strip_number};
use crate::grid::{CellValue, Grid};
use crate::vocabulary::{FieldKind, FormWords, Term};

/// Rows of the longest narrative beside a table.
const MOST_ROWS: u32 = 400;
/// Cells of a row of a narrative: question and answer.
const MOST_CELLS: usize = 2;

/// The narrative below the last table of a sheet, with the first of its rows: behind a blank row, where no row below it holds
/// more than a question and an answer.
pub(super) fn below(
    matcher: &Matcher<'_>,
    grid: &Grid,
    band: &Band,
    last: u32,
) -> Option<(u32, Table)> {
    let list = question_list(matcher)?;
    let header = band.headers.iter().map(|header| header.last).max()?;
    let is_narrow =
        |number: u32| grid.row(number).filled().take(MOST_CELLS + 1).count() <= MOST_CELLS;
    let lowest = header.max(last.saturating_sub(MOST_ROWS));
    let top = (lowest + 1..=last)
        .rev()
        .take_while(|number| is_narrow(*number))
        .last()?;
    let asks = |number: u32| {
        let text = first_text(grid.row(number));
        text.is_some_and(|(_, text)| asked(matcher, list, strip_number(text)).is_some())
    };
    let is_blank = |number: u32| grid.row(number).is_blank();
    // A title or the name of a month or place may stand above the first question.
    let first = (top..=last).find(|number| {
        let above = (header + 1..*number).rev();
        let titled = above
            .take_while(|row| !is_blank(*row) && is_alone(grid.row(*row)))
            .count();
        let behind = u32::try_from(titled).map_or(header, |titled| *number - 1 - titled);
        asks(*number) && behind > header && is_blank(behind)
    })?;
    let start = (header + 1..first).rev().find(|number| is_blank(*number))? + 1;
    let forms = band
        .headers
        .iter()
        .map(|header| &matcher.vocabulary.forms[header.form]);
    let is_record = |number: u32| {
        forms
            .clone()
            .any(|form| names_key(matcher, grid, form, number))
    };
    if (first..=last).any(is_record) {
        return None;
    }
    Some((start, headings::read(matcher, grid, (start, last), &[])?))
}

/// The narrative above the first table of a sheet, and the last of its rows: up to the blank row above the titles of the table,
/// or its last question with the answer beside it.
pub(super) fn above(matcher: &Matcher<'_>, grid: &Grid, first_header: u32) -> Option<(u32, Table)> {
    let list = question_list(matcher)?;
    let span: Span = (
        1.max(first_header.saturating_sub(MOST_ROWS)),
        first_header.checked_sub(1)?,
    );
    let questions: Vec<u32> = filled_rows(grid, span)
        .filter(|row| {
            let text = first_text(*row);
            text.is_some_and(|(_, text)| asked(matcher, list, strip_number(text)).is_some())
        })
        .map(|row| row.number())
        .collect();
    let (first, last) = (*questions.first()?, *questions.last()?);
    let is_narrow = filled_rows(grid, (first, last)).all(|row| row.filled().count() <= MOST_CELLS);
    if questions.len() < headings::FEWEST || !is_narrow {
        return None;
    }
    let is_blank = |number: &u32| grid.row(*number).is_blank();
    let end = match (last + 1..first_header).rev().find(is_blank) {
        Some(blank) => blank,
        None if !is_alone(grid.row(last)) => last,
        None => return None,
    };
    Some((end, headings::read(matcher, grid, (1, end), &[])?))
}

/// The code list of the questions of the form that asks for texts.
fn question_list<'m>(matcher: &'m Matcher<'_>) -> Option<&'m str> {
    matcher.vocabulary.forms.iter().find_map(|form| {
        let (key, value) = form.key_and_value()?;
        match (&form.fields[key].kind, &form.fields[value].kind) {
            (FieldKind::Code(list), FieldKind::Text) => Some(&**list),
            _ => None,
        }
    })
}

/// Tells whether a row begins with a code that records of a form are called by.
fn names_key(matcher: &Matcher<'_>, grid: &Grid, form: &FormWords, number: u32) -> bool {
    let key = form.key_and_value().map(|(key, _)| &form.fields[key].kind);
    let Some(FieldKind::Code(list)) = key else {
        return false;
    };
    let is_key = |term: &Term| matches!(term, Term::Code { list: own, .. } if own == &**list);
    match grid.row(number).filled().next() {
        Some((_, CellValue::Text(text))) => matcher.terms(text).iter().any(is_key),
        _ => false,
    }
}
