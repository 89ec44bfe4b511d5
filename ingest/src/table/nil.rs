//! Texts that say that nothing was done (READING.md R16).

use super::matcher::Matcher;
use super::rows::Body;
use super::{RowKind, TableRow};
use crate::grid::{CellValue, Row};
use crate::vocabulary::Term;

/// Words that a text has at most to be taken for such a one; instructions are longer.
const MOST_WORDS: usize = 8;
/// Rows that a table has at most to be called empty but for such a text.
const MOST_ROWS: usize = 3;

/// Tells whether a text says that nothing was done: the words alone, after a key with colon, or with no more
/// than a month, a place or a form.
pub(super) fn says_nil(matcher: &Matcher<'_>, text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', '!']);
    if text.len() > 120 || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let value = text.split_once(':').map_or(text, |(_, value)| value.trim());
    if is_nil(matcher, text) || is_nil(matcher, value) {
        return true;
    }
    let words: Vec<&str> = value.split_whitespace().collect();
    if gives_cause(matcher, &words) {
        return true;
    }
    if words.len() < 2 || words.len() > MOST_WORDS {
        return false;
    }
    (0..words.len()).any(|start| {
        (start + 1..=words.len()).any(|end| {
            let before = words[..start].join(" ");
            let after = words[end..].join(" ");
            is_nil(matcher, &words[start..end].join(" "))
                && is_setting(matcher, &before)
                && is_setting(matcher, &after)
        })
    })
}

/// `Ei toimintaa lomien vuoksi`, `Ingen verksamhet på grund av semestrar`: the words, and why.
fn gives_cause(matcher: &Matcher<'_>, words: &[&str]) -> bool {
    const CAUSES: [&str; 9] = [
        "vuoksi", "takia", "johdosta", "koska", "grund", "pga", "p.g.a.", "eftersom", "because",
    ];
    let is_cause = |word: &&str| CAUSES.contains(&word.to_lowercase().as_str());
    let is_worded = |word: &&str| !word.contains(|sign: char| sign.is_ascii_digit());
    let Some(cause) = words.iter().rposition(is_cause) else {
        return false;
    };
    words.len() <= MOST_WORDS
        && words.iter().all(is_worded)
        && (2..=cause).any(|end| is_nil(matcher, &words[..end].join(" ")))
}

fn is_nil(matcher: &Matcher<'_>, text: &str) -> bool {
    matcher.terms(text).contains(&Term::Nil)
}

/// A month, a place, a form, or nothing.
fn is_setting(matcher: &Matcher<'_>, text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    text.is_empty()
        || matcher.terms(text).iter().any(|term| {
            matches!(
                term,
                Term::Month { .. } | Term::Municipality(_) | Term::Organisation(_) | Term::Form(_)
            )
        })
}

/// The cells of a row that say so.
pub(super) fn nil_cells(matcher: &Matcher<'_>, row: Row<'_>) -> Vec<(u32, u32, String)> {
    row.cells()
        .filter_map(|(column, value)| match value {
            CellValue::Text(text) if says_nil(matcher, text) => {
                Some((row.number(), column, text.trim().to_owned()))
            }
            _ => None,
        })
        .collect()
}

/// In a table that holds nothing else: turns the rows that say so into notes and returns their cells.
pub(super) fn take_nil_rows(body: &Body<'_>, rows: &mut [TableRow]) -> Vec<(u32, u32, String)> {
    let is_record = |row: &TableRow| row.kind == RowKind::Data;
    if rows.iter().filter(|row| is_record(row)).count() > MOST_ROWS {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut records = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        // `Ei toimintaa lokakuussa` looks like a heading for a month.
        if !is_record(row) && !matches!(row.kind, RowKind::Section(_)) {
            continue;
        }
        let cells = nil_cells(body.matcher, body.grid.row(row.number));
        if cells.is_empty() && is_record(row) {
            return Vec::new();
        }
        if !cells.is_empty() {
            found.extend(cells);
            records.push(at);
        }
    }
    for at in records {
        rows[at].kind = RowKind::Note;
    }
    found
}
