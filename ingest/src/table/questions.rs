//! Which rows of a narrative without header ask a question (READING.md R11): `2. Tulokset`, `Tulokset / Resultat`,
//! `Haasteet (mikä oli vaikeaa?)`, a misspelt one in their column, or one with its answer: `Haasteet: kiire`.

use super::matcher::Matcher;
use crate::grid::{CellValue, Grid, Row};
use crate::vocabulary::Term;

/// Longest text that is looked at for a misspelt question.
const LONGEST: usize = 60;

/// A question in the first cell of a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Question {
    /// Row of the sheet, from 1.
    pub(super) row: u32,
    /// Column of the sheet, from 0.
    pub(super) column: u32,
    /// The code of the question.
    pub(super) term: Term,
}

/// The questions of a code list on a sheet, from top to bottom.
pub(super) fn questions(matcher: &Matcher<'_>, grid: &Grid, list: &str) -> Vec<Question> {
    let mut found: Vec<Question> = Vec::new();
    let mut last_filled = 0;
    for row in grid.rows().filter(|row| !row.is_blank()) {
        let before = std::mem::replace(&mut last_filled, row.number());
        let Some((column, text)) = first_text(row) else {
            continue;
        };
        let Some(term) = asked(matcher, list, strip_number(text)) else {
            continue;
        };
        // Right below a heading the same words are its answer: `Jatkuu`.
        let repeats = |last: &Question| last.row == before && last.term == term;
        if !found.last().is_some_and(repeats) {
            found.push(Question {
                row: row.number(),
                column,
                term,
            });
        }
    }
    add_misspelt(matcher, grid, list, &mut found);
    found
}

/// The questions that stand with their answers in one cell, alone on their rows, and are asked nowhere else.
pub(super) fn answered(
    matcher: &Matcher<'_>,
    grid: &Grid,
    list: &str,
    asked: &[Question],
) -> Vec<Question> {
    let mut found: Vec<Question> = Vec::new();
    for row in grid.rows() {
        let Some((column, text)) = first_text(row).filter(|_| is_alone(row)) else {
            continue;
        };
        let Some((head, _)) = strip_number(text).split_once(':') else {
            continue;
        };
        let is_known = |term: &Term| asked.iter().chain(&found).any(|other| other.term == *term);
        let is_row = |other: &Question| other.row == row.number();
        if let Some(term) = code(matcher, list, head)
            && !is_known(&term)
            && !asked.iter().any(is_row)
        {
            found.push(Question {
                row: row.number(),
                column,
                term,
            });
        }
    }
    found
}

/// `3. Tulokset` is the question `Tulokset`.
pub(super) fn strip_number(text: &str) -> &str {
    text.trim()
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '))
}

/// Adds texts alone in the column of the questions that nearly name one which is not asked otherwise.
fn add_misspelt(matcher: &Matcher<'_>, grid: &Grid, list: &str, found: &mut Vec<Question>) {
    let columns: Vec<u32> = found.iter().map(|question| question.column).collect();
    for row in grid.rows() {
        let Some((column, text)) = first_text(row).filter(|_| is_alone(row)) else {
            continue;
        };
        let text = strip_number(text);
        if text.len() > LONGEST || text.ends_with(['.', '!']) || !columns.contains(&column) {
            continue;
        }
        let near = matcher.vocabulary.lexicon.nearly(list, text);
        let is_asked = |term: &Term| found.iter().any(|other| other.term == *term);
        if let Some(term) = near.filter(|term| !is_asked(term)) {
            found.push(Question {
                row: row.number(),
                column,
                term,
            });
        }
    }
    found.sort_by_key(|question| question.row);
}

/// The question that a text asks: by its name, in several languages, or with an explanation behind it.
fn asked(matcher: &Matcher<'_>, list: &str, text: &str) -> Option<Term> {
    if let Some(term) = code(matcher, list, text) {
        return Some(term);
    }
    let text = text.trim_end();
    let explained = match text.find(['(', ':', '–', '/', '|']) {
        Some(end) if text[end..].starts_with(['/', '|']) => {
            let rest = &text[end + 1..];
            return code(matcher, list, &text[..end])
                .filter(|term| asked(matcher, list, rest).as_ref() == Some(term));
        }
        Some(end) if text[end..].starts_with('(') => text.ends_with(')').then_some(end),
        other => other.filter(|_| text.ends_with('?')),
    };
    code(matcher, list, &text[..explained?])
}

fn code(matcher: &Matcher<'_>, list: &str, text: &str) -> Option<Term> {
    let terms = matcher.terms(text);
    let mut terms = terms.iter();
    terms
        .find(|term| matches!(term, Term::Code { list: own, .. } if own == list))
        .cloned()
}

fn first_text(row: Row<'_>) -> Option<(u32, &str)> {
    match row.filled().next()? {
        (column, CellValue::Text(text)) => Some((column, text)),
        _ => None,
    }
}

fn is_alone(row: Row<'_>) -> bool {
    let filled = row.filled();
    filled.take(2).count() == 1
}
