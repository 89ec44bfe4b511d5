//! Tables with the same labels below each other, each for another month or organisation that stands above it
//! (READING.md R1): they are tables of their own, not one with a repeated header.

use super::flatten::header_text;
use super::matcher::Matcher;
use super::pairs::{is_settled, pairs};
use crate::grid::{CellValue, Grid, Row};
use crate::vocabulary::Term;

/// Rows above a header that are looked at.
const MOST_ROWS: usize = 8;

/// Tells whether the rows above a header say another month or place than those above the header before it, of which both
/// say something.
pub(super) fn is_restated(
    matcher: &Matcher<'_>,
    grid: &Grid,
    asks_place: bool,
    [before, above]: [&[Row<'_>]; 2],
) -> bool {
    let here = settings(matcher, grid, asks_place, above);
    if here.is_empty() {
        return false;
    }
    let first = settings(matcher, grid, asks_place, before);
    let differ = |first: &[Term], here: &[Term]| {
        !first.is_empty() && !here.is_empty() && first.iter().all(|term| !here.contains(term))
    };
    let by_kind = |terms: Vec<Term>| -> (Vec<Term>, Vec<Term>) {
        let is_month = |term: &Term| matches!(term, Term::Month { .. });
        terms.into_iter().partition(is_month)
    };
    let ((first_months, first_places), (months, places)) = (by_kind(first), by_kind(here));
    differ(&first_months, &months) || differ(&first_places, &places)
}

/// Months, municipalities and organisations that the titles and labels with values directly above a header name.
fn settings(matcher: &Matcher<'_>, grid: &Grid, asks_place: bool, above: &[Row<'_>]) -> Vec<Term> {
    let rows = above.iter().rev().take(MOST_ROWS);
    rows.map_while(|row| setting(matcher, grid, asks_place, *row))
        .flatten()
        .collect()
}

/// What a title or a row of labels with values says; none for a row of a table.
fn setting(
    matcher: &Matcher<'_>,
    grid: &Grid,
    asks_place: bool,
    row: Row<'_>,
) -> Option<Vec<Term>> {
    let told = |text: &str| -> Vec<Term> {
        let place_or_month = |term: &&Term| {
            matches!(
                term,
                Term::Month { .. } | Term::Municipality(_) | Term::Organisation(_)
            )
        };
        matcher
            .terms(text)
            .iter()
            .filter(place_or_month)
            .cloned()
            .collect()
    };
    if is_key_row(matcher, grid, row) {
        let pairs = pairs(matcher, grid, row);
        return Some(pairs.iter().flat_map(|pair| told(&pair.value)).collect());
    }
    let mut filled = row.filled();
    match (filled.next(), filled.next()) {
        (Some((_, value @ (CellValue::Text(_) | CellValue::Date(_)))), None) => {
            // In a form that asks for places a bare name of one heads its rows: it is where the work took place
            // (READING.md R2 and R13).
            let is_month = |term: &Term| matches!(term, Term::Month { .. });
            let mut told = told(&header_text(value));
            told.retain(|term| !asks_place || is_month(term));
            Some(told)
        }
        _ => None,
    }
}

/// Tells whether a row holds nothing but labels with values: `Kunta: | Porvoo`.
pub(super) fn is_key_row(matcher: &Matcher<'_>, grid: &Grid, row: Row<'_>) -> bool {
    let filled = row.filled().count();
    let pairs = pairs(matcher, grid, row);
    let cells: usize = pairs
        .iter()
        .filter(|pair| is_settled(pair) && pair.cell.0 == row.number())
        .map(|pair| {
            let whole = row.get(pair.cell.1).text().trim() != pair.value;
            if whole { 1 } else { 2 }
        })
        .sum();
    filled > 0 && cells == filled
}
