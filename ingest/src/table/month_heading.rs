//! Headings of months with more than the month in them (READING.md R13): `Kustannukset lokakuu 2018`, `Syyskuun tapahtumat`,
//! `LOKAKUU (5 kpl)`, and the row `Kuukausi: | lokakuu 2018`.

use super::matcher::Matcher;
use super::pairs::pairs;
use crate::grid::{CellValue, Grid, Row};
use crate::vocabulary::Term;

/// Words of a longer text are prose.
const MOST_WORDS: usize = 6;

/// Words for what is reported, beside the names of forms.
const REPORTED: [&str; 16] = [
    "raportti",
    "raportointi",
    "kuukausiraportti",
    "toteuma",
    "toteutuma",
    "tapahtumat",
    "toiminta",
    "kulut",
    "menot",
    "luvut",
    "rapport",
    "utfall",
    "händelser",
    "verksamhet",
    "report",
    "events",
];

/// The month of a text of which the rest names what is reported, or is a remark in brackets.
pub(super) fn month_among_words(matcher: &Matcher<'_>, text: &str) -> Option<Term> {
    let text = match text.trim_end().strip_suffix(')') {
        Some(open) => open.rsplit_once('(').map_or(text, |(before, _)| before),
        None => text,
    };
    let text = text.trim_matches(|sign: char| !sign.is_alphanumeric());
    let month = |text: &str| {
        let terms = matcher.terms(text);
        terms
            .iter()
            .find(|term| matches!(term, Term::Month { .. }))
            .cloned()
    };
    let starts: Vec<usize> = text
        .match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .take(MOST_WORDS)
        .collect();
    if starts.len() >= MOST_WORDS {
        return None;
    }
    let beside = starts.iter().find_map(|at| {
        let (before, behind) = text.split_at(*at);
        let sides = [(before, behind.trim()), (behind.trim(), before)];
        let told = sides.iter().find(|(rest, _)| is_reported(matcher, rest));
        told.and_then(|(_, told)| month(told))
    });
    beside.or_else(|| month(text))
}

/// Tells whether words name a form or what is reported.
fn is_reported(matcher: &Matcher<'_>, words: &str) -> bool {
    let words = words.trim_matches(|sign: char| !sign.is_alphanumeric());
    REPORTED.contains(&words.to_lowercase().as_str())
        || matcher
            .terms(words)
            .iter()
            .any(|term| matches!(term, Term::Form(_)))
}

/// The month of a row that holds nothing but the label of a month and its value.
pub(super) fn month_of_row(matcher: &Matcher<'_>, grid: &Grid, row: Row<'_>) -> Option<Term> {
    let mut filled = row.filled();
    let (_, CellValue::Text(_)) = filled.next()? else {
        return None;
    };
    let (_, value @ (CellValue::Text(_) | CellValue::Date(_))) = filled.next()? else {
        return None;
    };
    // Nearly all rows hold more than two cells.
    if filled.next().is_some() {
        return None;
    }
    let text = value.text();
    let terms = matcher.terms(&text);
    let month = terms
        .iter()
        .find(|term| matches!(term, Term::Month { .. }))?;
    let found = pairs(matcher, grid, row);
    let asks = |names: &[String]| names.iter().any(|name| name == "period");
    matches!(found.as_slice(), [pair] if asks(&pair.names)).then(|| month.clone())
}
