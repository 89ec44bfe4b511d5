//! Rows that a template puts below its header and into its records: numbers of the columns, and choices that nobody made
//! (READING.md R6 and R15).

use super::RowKind;
use super::rows::Body;
use crate::columns::normalise;
use crate::grid::{CellValue, Row};

/// What the cells of a template say before somebody chooses, folded.
const UNCHOSEN: [&str; 10] = [
    "valitse",
    "valitse listasta",
    "valitse luettelosta",
    "valitse tästä",
    "valitse arvo",
    "välj",
    "välj ur listan",
    "välj här",
    "select",
    "choose",
];

/// Tells whether a text only asks to choose: `Valitse…`, `- välj -`.
fn is_unchosen(text: &str) -> bool {
    const LONGEST: usize = 40;
    // Asked of every row, so the first letter is looked at before the text is folded.
    let first = text.chars().find(|sign| sign.is_alphanumeric());
    let may = first.is_some_and(|first| matches!(first, 'v' | 'V' | 's' | 'S' | 'c' | 'C'));
    may && text.len() <= LONGEST && UNCHOSEN.contains(&normalise(text).as_str())
}

/// Tells whether a row holds nothing but choices that nobody made, and numbers in columns without a field.
pub(super) fn is_unfilled(body: &Body<'_>, row: Row<'_>) -> bool {
    let mut unchosen = false;
    let mut filled = row.filled().filter(|(column, _)| body.covers(*column));
    filled.all(|(column, value)| match value {
        CellValue::Text(text) if is_unchosen(text) => {
            unchosen = true;
            true
        }
        CellValue::Number(_) => body.kind_of(column).is_none(),
        CellValue::Text(text) => {
            body.kind_of(column).is_none() && text.bytes().all(|sign| sign.is_ascii_digit())
        }
        _ => false,
    }) && unchosen
}

/// Takes a row directly below the header that numbers its columns for a note.
pub(super) fn note_numbers(body: &Body<'_>, first: u32, kinds: &mut [RowKind]) {
    if let Some(kind @ RowKind::Data) = kinds.first_mut()
        && numbers_columns(body, body.grid.row(first))
    {
        *kind = RowKind::Note;
    }
}

/// Tells whether a row numbers the columns, from one or from A, without a gap.
fn numbers_columns(body: &Body<'_>, row: Row<'_>) -> bool {
    const FEWEST: usize = 3;
    let own = || row.filled().filter(|(column, _)| body.covers(*column));
    let is_at = |(at, (_, value)): (u32, (u32, CellValue<'_>))| match value {
        CellValue::Number(number) => (number - f64::from(at + 1)).abs() < f64::EPSILON,
        CellValue::Text(text) => {
            let text = text.trim_matches(|sign: char| !sign.is_alphanumeric());
            let letter = char::from_u32(u32::from('A') + at).map(String::from);
            text == (at + 1).to_string() || Some(text.to_uppercase()) == letter
        }
        _ => false,
    };
    own().count() >= FEWEST
        && own().count() + 1 >= body.columns.len()
        && (0..).zip(own()).all(is_at)
}
