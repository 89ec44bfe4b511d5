//! Rows whose label says that they are sums; arithmetic decides later (READING.md R12).

use super::rows::Body;
use crate::columns::{looks_like_date, looks_like_number};
use crate::grid::{CellValue, Row};
use crate::vocabulary::FieldKind;

/// Words that a label of a sum has at most: `Kaikki yhteensä Uudenmaan kunnat lokakuu 2018`.
const MOST_WORDS: usize = 6;

/// Tells whether a row is labelled as a sum: its first text is, or begins or ends with, such a word, and
/// nothing else in it but numbers speaks of a record.
pub(super) fn labels_sum(body: &Body<'_>, row: Row<'_>) -> bool {
    let mut cells = row
        .cells()
        .filter(|(column, value)| body.covers(*column) && !value.is_blank() && !is_number(*value));
    let Some((column, CellValue::Text(text))) = cells.next() else {
        return false;
    };
    if !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let is_text = |value: CellValue<'_>| matches!(value, CellValue::Text(_) | CellValue::Date(_));
    let mut alone = || !cells.any(|(_, value)| is_text(value));
    let in_text = matches!(body.kind_of(column), Some(FieldKind::Text));
    is_sum_label(body, text) && ((!in_text && body.matcher.is_total(text)) || alone())
}

/// Tells whether a text is, begins or ends with a word that labels a sum.
fn is_sum_label(body: &Body<'_>, text: &str) -> bool {
    let text = text.trim();
    let Some(last) = text.split_whitespace().next_back() else {
        return false;
    };
    let first = text.split_whitespace().next().unwrap_or(last);
    let word = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        word.chars().count() >= 3 && body.matcher.is_total(word)
    };
    text.split_whitespace().count() <= MOST_WORDS
        && (word(first) || word(last) || body.matcher.is_total(text))
}

fn is_number(value: CellValue<'_>) -> bool {
    match value {
        CellValue::Number(_) | CellValue::Percent(_) => true,
        CellValue::Text(text) => {
            let digit = text.trim_start().starts_with(|c: char| c.is_ascii_digit());
            digit && !looks_like_date(value) && looks_like_number(value)
        }
        _ => false,
    }
}
