//! A row of a header that says in what the values below are given: `(h)`, `min`, `1 000 €` (READING.md R7 and R17).

use super::flatten::{Label, Part, header_text};
use super::matcher::Matcher;
use crate::columns::{is_qualified, is_unit, normalise};
use crate::grid::{CellValue, Row};

/// Tells whether a row holds only units, or shows how a date is written: `(h)`, `hlö`; `pp.kk.vvvv` beside any hints.
pub(super) fn names_units(row: Row<'_>) -> bool {
    let shows_date = |(_, value): (u32, CellValue<'_>)| matches!(value, CellValue::Text(text) if is_date_pattern(text));
    row.cells().any(shows_date) || holds_units(row)
}

/// `pp.kk.vvvv`, `dd.mm.åååå`, `dd/mm/yyyy`.
fn is_date_pattern(text: &str) -> bool {
    let letters: Vec<String> = text
        .trim()
        .trim_matches(['(', ')'])
        .to_lowercase()
        .split(['.', '/', '-'])
        .map(ToOwned::to_owned)
        .collect();
    let [day, month, year] = letters.as_slice() else {
        return false;
    };
    let is_one_of = |part: &str, known: &[&str]| known.contains(&part);
    is_one_of(day, &["pp", "dd", "p", "d"])
        && is_one_of(month, &["kk", "mm", "k", "m"])
        && is_one_of(year, &["vvvv", "åååå", "yyyy", "vv", "åå", "yy"])
}

fn holds_units(row: Row<'_>) -> bool {
    row.filled().all(|(_, value)| match value {
        CellValue::Text(text) => {
            let bracketed = text.trim().starts_with('(') && text.trim().ends_with(')');
            bracketed || is_unit(&normalise(text)) || is_thousand_of_unit(text)
        }
        _ => false,
    })
}

/// Tells whether a text is `1 000 €`, `1000 eur` or the like.
fn is_thousand_of_unit(text: &str) -> bool {
    let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let unit = normalise(&text[digits.len()..]);
    let squeezed = digits.split_whitespace().collect::<String>();
    matches!(squeezed.as_str(), "1000" | "1.000") && is_unit(&unit)
}

/// A unit in round brackets, `1 000 €` without its space.
fn unit_text(text: &str) -> Option<String> {
    let unit = text.trim_matches(['(', ')', '[', ']', ' ']);
    let digits = unit.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let squeezed: String = digits.split_whitespace().collect();
    (!unit.is_empty()).then(|| format!("({squeezed}{})", &unit[digits.len()..]))
}

/// Adds the units of a row to the labels above it, `Kesto` over `min` as `Kesto (min)`; what only explains a label that it
/// would hide, as `(valitse listasta)`, is left out.
pub(super) fn add_units(matcher: &Matcher<'_>, row: Row<'_>, form: usize, labels: &mut [Label]) {
    for (column, value) in row.filled() {
        let label = labels.iter_mut().find(|label| label.index == column);
        let Some((label, text)) = label.zip(unit_text(&header_text(value))) else {
            continue;
        };
        let Some(part) = label.parts.last_mut() else {
            continue;
        };
        let whole = format!("{}\n{text}", part.text);
        let field = |label: &str| {
            let found = matcher.candidates(form, label);
            found.first().map(|candidate| candidate.field)
        };
        match field(&part.text) {
            Some(found) if is_qualified(&normalise(&text)) || field(&whole) == Some(found) => {
                part.text = whole;
            }
            // A month or municipality that stands across.
            None if is_unit(&normalise(&text)) => label.parts.push(Part { text, group: false }),
            _ => {}
        }
    }
}
