//! Texts that say that nothing was done (READING.md R16).

use super::matcher::Matcher;
use super::rows::Body;
use super::{RowKind, TableRow};
use crate::grid::{CellValue, Row};
use crate::vocabulary::{FieldKind, Term};

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
    gives_cause(matcher, &words)
        || is_nil_of_setting(matcher, &words)
        || is_nil_with_remark(matcher, value)
}

/// `Ei toimintaa, henkilöstövajaus`, `Ei toimintaa (lomakausi)`: the words and a short remark without numbers or exceptions.
fn is_nil_with_remark(matcher: &Matcher<'_>, text: &str) -> bool {
    const EXCEPT: [&str; 9] = [
        "paitsi", "mutta", "lukuun", "muuta", "utom", "men", "förutom", "except", "but",
    ];
    let Some(end) = text.find([',', '(', ';', '–']).or_else(|| text.find(". ")) else {
        return false;
    };
    let (head, remark) = text.split_at(end);
    let words: Vec<&str> = head.split_whitespace().collect();
    let all_words = text.split_whitespace().count();
    let is_exception = |word: &str| {
        let word = word.trim_matches(|sign: char| !sign.is_alphabetic());
        EXCEPT.contains(&word.to_lowercase().as_str())
    };
    all_words <= MOST_WORDS
        && !remark.contains(|sign: char| sign.is_ascii_digit())
        && !remark.split_whitespace().any(is_exception)
        && (is_nil(matcher, head) || is_nil_of_setting(matcher, &words))
}

/// `Ei toimintaa lokakuussa`, `Vihti: ei toimintaa`: the words with no more than a month, a place or a form.
fn is_nil_of_setting(matcher: &Matcher<'_>, words: &[&str]) -> bool {
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

/// In a table that holds nothing else: turns the rows that say so into notes and returns their cells. The keys of a list that
/// was filled in before are nothing else where no value stands beside them.
pub(super) fn take_nil_rows(body: &Body<'_>, rows: &mut [TableRow]) -> Vec<(u32, u32, String)> {
    let found = take_only_rows(body, rows);
    if found.is_empty() {
        take_list(body, rows)
    } else {
        found
    }
}

/// In a list of keys without a single value, where the words stand above, below or beside it or in a cell for a value.
fn take_list(body: &Body<'_>, rows: &mut [TableRow]) -> Vec<(u32, u32, String)> {
    let Some((key, value)) = body.form.key_and_value() else {
        return Vec::new();
    };
    let is_measured = body.form.fields[value].kind != FieldKind::Text;
    let is_record = |row: &TableRow| matches!(row.kind, RowKind::Data | RowKind::TotalCandidate);
    let holds_value = |row: &TableRow| {
        let mut filled = body.grid.row(row.number).filled();
        // The sum of nothing is nothing.
        let is_sum = row.kind == RowKind::TotalCandidate;
        filled.any(|(column, cell)| is_value(body, key, column, cell) && !(is_sum && is_zero(cell)))
    };
    if !is_measured || rows.iter().any(|row| is_record(row) && holds_value(row)) {
        return Vec::new();
    }
    let of_row = |row: &TableRow| nil_cells(body.matcher, body.grid.row(row.number));
    let found: Vec<Vec<(u32, u32, String)>> = rows.iter().map(of_row).collect();
    if found.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    for (row, cells) in rows.iter_mut().zip(&found) {
        match row.kind {
            RowKind::Data | RowKind::TotalCandidate | RowKind::Section(_) if !cells.is_empty() => {
                row.kind = RowKind::Note;
            }
            RowKind::Data | RowKind::TotalCandidate => row.kind = RowKind::Blank,
            _ => {}
        }
    }
    found.into_iter().flatten().collect()
}

/// Tells whether a cell holds nothing but zeros: `0`, `0,00 €`.
fn is_zero(cell: CellValue<'_>) -> bool {
    match cell {
        CellValue::Number(number) => number == 0.0,
        CellValue::Text(text) => text
            .chars()
            .all(|sign| matches!(sign, '0' | ',' | '.' | '€' | ' ' | '\u{a0}')),
        _ => false,
    }
}

/// Tells whether a cell of a list holds more than what a template puts there: keys, places, months, running numbers.
fn is_value(body: &Body<'_>, key: usize, column: u32, cell: CellValue<'_>) -> bool {
    let own = body.columns.iter().find(|own| own.index == column);
    let may_hold = match own.map(|own| own.field) {
        Some(Some(field)) => {
            let kind = &body.form.fields[field].kind;
            field != key
                && !matches!(
                    kind,
                    FieldKind::Month
                        | FieldKind::Municipality
                        | FieldKind::MunicipalityList
                        | FieldKind::Organisation
                )
        }
        Some(None) => !matches!(cell, CellValue::Text(_)) && !is_left_of_key(body, key, column),
        None => false,
    };
    may_hold
        && match cell {
            CellValue::Text(text) => {
                text.contains(char::is_alphanumeric) && !says_nil(body.matcher, text)
            }
            _ => !cell.is_blank(),
        }
}

/// Tells whether a column stands before that of the keys, as running numbers do.
fn is_left_of_key(body: &Body<'_>, key: usize, column: u32) -> bool {
    let of_key = body.columns.iter().find(|own| own.field == Some(key));
    of_key.is_some_and(|own| column < own.index)
}

/// In a table of few rows that all say so.
fn take_only_rows(body: &Body<'_>, rows: &mut [TableRow]) -> Vec<(u32, u32, String)> {
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
