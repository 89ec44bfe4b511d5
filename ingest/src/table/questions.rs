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

/// Rows of a sheet, from and to.
pub(super) type Span = (u32, u32);

/// The rows of a span that hold anything.
pub(super) fn filled_rows(grid: &Grid, (first, last): Span) -> impl Iterator<Item = Row<'_>> {
    grid.rows_from(first)
        .take_while(move |row| row.number() <= last)
        .filter(|row| !row.is_blank())
}

/// The questions of a code list in rows of a sheet, from top to bottom.
pub(super) fn questions(
    matcher: &Matcher<'_>,
    grid: &Grid,
    list: &str,
    span: Span,
) -> Vec<Question> {
    let mut found: Vec<Question> = Vec::new();
    let mut last_filled = 0;
    for row in filled_rows(grid, span) {
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
    add_misspelt(matcher, grid, list, span, &mut found);
    found
}

/// The questions that stand with their answers in one cell, alone on their rows, and are asked nowhere else.
pub(super) fn answered(
    matcher: &Matcher<'_>,
    grid: &Grid,
    list: &str,
    span: Span,
    asked: &[Question],
) -> Vec<Question> {
    let mut found: Vec<Question> = Vec::new();
    for row in filled_rows(grid, span) {
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

/// `3. Tulokset` and `c) Tulokset` are the question `Tulokset`.
pub(super) fn strip_number(text: &str) -> &str {
    let text = text.trim();
    let lettered = text.as_bytes().get(1) == Some(&b')') && text.is_char_boundary(1);
    let text = if lettered { &text[1..] } else { text };
    text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '))
}

/// Adds texts alone in the column of the questions that nearly name one which is not asked otherwise.
fn add_misspelt(
    matcher: &Matcher<'_>,
    grid: &Grid,
    list: &str,
    span: Span,
    found: &mut Vec<Question>,
) {
    let columns: Vec<u32> = found.iter().map(|question| question.column).collect();
    for row in filled_rows(grid, span) {
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

/// Tells whether a text names several questions at once, so that nobody knows which one is answered: `Haasteet ja jatkotoimet`.
pub(super) fn asks_several(matcher: &Matcher<'_>, list: &str, text: &str) -> bool {
    worded(matcher, list, strip_number(text)).is_some_and(|terms| terms.len() > 1)
}

/// The questions that the words of a short text name, each once, with nothing beside them but a month and words for it: `Kuukauden
/// haasteet`, `HAASTEET LOKAKUUSSA`, `Haasteet ja ongelmat`.
fn worded(matcher: &Matcher<'_>, list: &str, text: &str) -> Option<Vec<Term>> {
    /// Words of the longest such text.
    const MOST: usize = 6;
    const BESIDE: [&str; 16] = [
        "kuukauden",
        "kuukautena",
        "kuussa",
        "kuun",
        "kauden",
        "jakson",
        "tämän",
        "ja",
        "sekä",
        "månadens",
        "periodens",
        "och",
        "samt",
        "the",
        "month's",
        "and",
    ];
    let text = text.trim().trim_end_matches([':', '-', '–', ' ']);
    if text.len() > LONGEST || text.ends_with(['.', '!']) {
        return None;
    }
    let is_month = |word: &str| {
        let terms = matcher.terms(word);
        let of_month = terms.iter().any(|term| matches!(term, Term::Month { .. }));
        of_month || (word.len() == 4 && word.bytes().all(|digit| digit.is_ascii_digit()))
    };
    let words: Vec<&str> = text
        .split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '/' | '&' | '+' | '–'))
        .filter(|word| word.contains(char::is_alphanumeric))
        .collect();
    let mut terms: Vec<Term> = Vec::new();
    for word in words.iter().take(MOST + 1) {
        if BESIDE.contains(&word.to_lowercase().as_str()) || is_month(word) {
            continue;
        }
        let term = code(matcher, list, word)?;
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    (words.len() <= MOST && !terms.is_empty()).then_some(terms)
}

/// The question that a text asks: by its name, in several languages, with an explanation behind it, or among words of the month.
pub(super) fn asked(matcher: &Matcher<'_>, list: &str, text: &str) -> Option<Term> {
    if let Some(term) = code(matcher, list, text) {
        return Some(term);
    }
    if let Some([term]) = worded(matcher, list, text).as_deref() {
        return Some(term.clone());
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

pub(super) fn first_text(row: Row<'_>) -> Option<(u32, &str)> {
    match row.filled().next()? {
        (column, CellValue::Text(text)) => Some((column, text)),
        _ => None,
    }
}

pub(super) fn is_alone(row: Row<'_>) -> bool {
    let filled = row.filled();
    filled.take(2).count() == 1
}
