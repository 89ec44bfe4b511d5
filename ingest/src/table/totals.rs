//! Rows whose label says that they are sums; arithmetic decides later (READING.md R12).

use super::rows::Body;
use crate::columns::{looks_like_number, normalise};
use crate::grid::{CellValue, Row};
use crate::vocabulary::{FieldKind, Term};

/// Words that a label of a sum has at most: `Kaikki yhteensä Uudenmaan kunnat lokakuu 2018`.
const MOST_WORDS: usize = 6;

/// Bytes of a text that is nothing but a word for a sum, at most.
const LONGEST_WORD: usize = 24;

/// Tells whether a column says for whom or when, so that a sum of it stands beside: `Askola | Yhteensä | 7`.
fn is_place(body: &Body<'_>, column: u32) -> bool {
    matches!(
        body.kind_of(column),
        Some(
            FieldKind::Municipality
                | FieldKind::MunicipalityList
                | FieldKind::Organisation
                | FieldKind::Month
        )
    )
}

/// Tells whether a row is labelled as a sum: its first text is, or begins or ends with, such a word, and
/// nothing else in it but numbers speaks of a record.
pub(super) fn labels_sum(body: &Body<'_>, row: Row<'_>) -> bool {
    let mut cells = row
        .filled()
        .filter(|(column, value)| body.covers(*column) && !is_number(*value));
    let Some((column, CellValue::Text(text))) = cells.next() else {
        return false;
    };
    if !text.chars().any(char::is_alphabetic) {
        return false;
    }
    if names_sum_of_keys(body, row) {
        return true;
    }
    let is_text = |value: CellValue<'_>| matches!(value, CellValue::Text(_) | CellValue::Date(_));
    if is_place(body, column) {
        let others = row
            .filled()
            .filter(|(other, _)| *other > column && body.covers(*other));
        let mut named = others.filter(|(_, value)| is_text(*value) && !is_number(*value));
        if let (Some((name, CellValue::Text(text))), None) = (named.next(), named.next())
            && body.is_name(name)
            && text.len() <= LONGEST_WORD
            && body.matcher.is_total(text)
        {
            return true;
        }
    }
    let mut alone = || !cells.any(|(_, value)| is_text(value));
    let in_text = matches!(body.kind_of(column), Some(FieldKind::Text));
    is_sum_label(body, text)
        && ((!in_text && body.matcher.is_total(text)) || alone())
        && !names_record(body, row.number(), column, text)
}

/// Tells whether a word for a sum stands in the column of months, places or keys of a form of keys and numbers, behind other keys:
/// `LAVA-arvioinnit | Yhteensä | 3`.
fn names_sum_of_keys(body: &Body<'_>, row: Row<'_>) -> bool {
    let is_measured = body
        .form
        .key_and_value()
        .is_some_and(|(_, value)| body.form.fields[value].kind != FieldKind::Text);
    let is_key = |column: u32| {
        let kind = body.kind_of(column);
        matches!(
            kind,
            Some(
                FieldKind::Month
                    | FieldKind::Municipality
                    | FieldKind::Organisation
                    | FieldKind::Code(_)
            )
        )
    };
    is_measured
        && row.filled().any(|(column, value)| match value {
            CellValue::Text(text) => {
                is_key(column)
                    && (body.matcher.terms(text)[..] == [Term::Total] || is_whole_area(text))
                    && !names_record(body, row.number(), column, text)
            }
            _ => false,
        })
}

/// Tells whether a text stands for all places together; in other forms something may take place there.
fn is_whole_area(text: &str) -> bool {
    const WORDS: [&str; 5] = [
        "koko alue",
        "koko hanke",
        "koko maakunta",
        "hela området",
        "hela projektet",
    ];
    WORDS.contains(&&*normalise(text))
}

/// Tells whether a row holds averages or extremes of the others: its first text says so, and all else are numbers.
pub(super) fn labels_average(row: Row<'_>) -> bool {
    const WORDS: [&str; 13] = [
        "keskiarvo",
        "ka",
        "mediaani",
        "minimi",
        "maksimi",
        "medelvärde",
        "medeltal",
        "genomsnitt",
        "median",
        "average",
        "mean",
        "minimum",
        "maximum",
    ];
    let mut texts = row.filled().filter(|(_, value)| !is_number(*value));
    let Some((_, CellValue::Text(text))) = texts.next() else {
        return false;
    };
    let text = text.trim().trim_end_matches([':', '.']);
    text.starts_with(char::is_alphabetic)
        && WORDS.contains(&text.to_lowercase().as_str())
        && texts.next().is_none()
}

/// Tells whether a text names a record of a form of keys and values, with a word for a sum beside its key, as in
/// `Perhekeskuksen asiakkaat yhteensä`; below or above other records of the same key it is their sum.
pub(super) fn names_record(body: &Body<'_>, number: u32, column: u32, text: &str) -> bool {
    let key = body.form.key_and_value().map(|(key, _)| key);
    let kind = key.map(|key| &body.form.fields[key].kind);
    let Some(FieldKind::Code(list)) = kind.filter(|_| body.kind_of(column) == kind) else {
        return false;
    };
    let code_of = |text: &str| {
        let terms = body.matcher.terms(text);
        terms.iter().find_map(|term| match term {
            Term::Code { list: named, code } if named == list => Some(code.clone()),
            _ => None,
        })
    };
    let Some(code) = without_sum(body, text).and_then(code_of) else {
        return false;
    };
    let names = |row: Row<'_>| code_of(&row.get(column).text()).as_ref() == Some(&code);
    let mut above = body.grid.rows().take_while(|row| row.number() < number);
    let below = body.grid.rows_from(number + 1).zip(number + 1..);
    let mut below = below
        .take_while(|(row, next)| row.number() == *next && !row.is_blank())
        .map(|(row, _)| row);
    !above.any(names) && !below.any(names)
}

/// What is left of a text without the word for a sum before or behind it.
fn without_sum<'t>(body: &Body<'_>, text: &'t str) -> Option<&'t str> {
    let text = text.trim();
    let behind = text.rsplit_once(char::is_whitespace);
    let before = text.split_once(char::is_whitespace);
    let rest = match (before, behind) {
        (_, Some((rest, word))) if is_sum_word(body, word) => rest,
        (Some((word, rest)), _) if is_sum_word(body, word) => rest,
        _ => return None,
    };
    Some(rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '(' | '-' | '–')))
}

/// Tells whether a text is, begins or ends with a word that labels a sum.
fn is_sum_label(body: &Body<'_>, text: &str) -> bool {
    let text = text.trim();
    let Some(last) = text.split_whitespace().next_back() else {
        return false;
    };
    let first = text.split_whitespace().next().unwrap_or(last);
    text.split_whitespace().count() <= MOST_WORDS
        && (is_sum_word(body, first) || is_sum_word(body, last) || body.matcher.is_total(text))
}

fn is_sum_word(body: &Body<'_>, word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    word.chars().count() >= 3 && body.matcher.is_total(word)
}

fn is_number(value: CellValue<'_>) -> bool {
    match value {
        CellValue::Number(_) | CellValue::Percent(_) => true,
        CellValue::Text(text) => {
            let digit = text.trim_start().starts_with(|c: char| c.is_ascii_digit());
            digit && looks_like_number(value)
        }
        _ => false,
    }
}
