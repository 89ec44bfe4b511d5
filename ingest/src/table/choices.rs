//! Lists of choices for drop-downs: labels of fields above the values they allow. They are no report.

use super::find::Band;
use super::matcher::Matcher;
use crate::columns::Candidate;
use crate::grid::{CellValue, Grid, Row};
use crate::vocabulary::{FieldKind, Term};

/// Rows of a column that are looked at.
const SAMPLE: usize = 30;

/// Tells whether a header stands above lists of choices: all its labels name fields of codes, and every column
/// holds codes of its list, each once.
pub(super) fn is_choices(matcher: &Matcher<'_>, grid: &Grid, band: &Band) -> bool {
    let last = band.last();
    let mut columns = 0;
    let mut longest = 0;
    for header in &band.headers {
        let form = &matcher.vocabulary.forms[header.form];
        for label in &header.labels {
            let named = matcher.named(&label.flat());
            let own = |candidate: &&Candidate| candidate.form == header.form;
            let Some(candidate) = named.iter().find(own) else {
                return false;
            };
            let (FieldKind::Code(list) | FieldKind::CodeList(list)) =
                &form.fields[candidate.field].kind
            else {
                return false;
            };
            let Some(length) = codes_once(matcher, grid, (last + 1, label.index), list) else {
                return false;
            };
            longest = longest.max(length);
            columns += 1;
        }
    }
    columns >= 2 && longest >= 2
}

/// The length of a column if it holds codes of the list, each at most once.
fn codes_once(
    matcher: &Matcher<'_>,
    grid: &Grid,
    (first, column): (u32, u32),
    list: &str,
) -> Option<usize> {
    let mut seen: Vec<String> = Vec::new();
    let cells = grid
        .rows_from(first)
        .map(|row| row.get(column))
        .filter(|value| !value.is_blank());
    for value in cells.take(SAMPLE) {
        let CellValue::Text(text) = value else {
            return None;
        };
        let of_list = |term: &Term| match term {
            Term::Code { list: own, code } if own == list => Some(code.clone()),
            _ => None,
        };
        let code = matcher.terms(text).iter().find_map(of_list)?;
        if seen.contains(&code) {
            return None;
        }
        seen.push(code);
    }
    Some(seen.len())
}

/// Tells whether a row holds nothing but labels and words of the programme, or a single text.
pub(super) fn holds_only_choices(matcher: &Matcher<'_>, row: Row<'_>) -> bool {
    let filled = || row.filled();
    let alone = filled().nth(1).is_none();
    filled().all(|(_, value)| match value {
        CellValue::Text(text) => alone || matcher.is_label(text) || !matcher.terms(text).is_empty(),
        _ => false,
    })
}
