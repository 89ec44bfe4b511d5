//! The key of a table whose columns have none: the title above says which it is, and months or places stand across
//! (READING.md R10).

use super::matcher::Matcher;
use super::resolve::Resolved;
use super::{RowKind, TableRow};
use crate::grid::{CellValue, Grid};
use crate::issue::Code;
use crate::vocabulary::{FieldKind, FormWords, Term};

/// Words of a title that leave its key as it is.
const BESIDE: [&str; 12] = [
    "kunnittain",
    "kuukausittain",
    "kuntakohtaisesti",
    "kuukausi",
    "kunta",
    "kommunvis",
    "månadsvis",
    "per",
    "kommun",
    "månad",
    "by",
    "municipality",
];

/// Turns the nearest title that names a key into a heading, where a table of numbers lacks the column of its keys.
pub(super) fn head_by_title(
    matcher: &Matcher<'_>,
    grid: &Grid,
    form: &FormWords,
    resolved: &Resolved,
    titles: &mut [TableRow],
) {
    let lacks_key = |code: &str| {
        let mut issues = resolved.issues.iter();
        issues.any(|issue| issue.code == Code::MissingLabel && issue.field.as_deref() == Some(code))
    };
    let Some((key, value)) = form.key_and_value() else {
        let mut fields = form.fields.iter();
        if let Some(field) = fields.find(|field| field.required && lacks_key(&field.code))
            && let FieldKind::Code(list) = &field.kind
        {
            head_records(matcher, grid, list, titles);
        }
        return;
    };
    let FieldKind::Code(list) = &form.fields[key].kind else {
        return;
    };
    if form.fields[value].kind == FieldKind::Text || !lacks_key(&form.fields[key].code) {
        return;
    }
    let notes = titles.iter_mut().rev();
    for title in notes.filter(|row| row.kind == RowKind::Note) {
        let texts = grid.row(title.number).filled();
        let mut codes: Vec<Term> = texts
            .filter_map(|(_, value)| match value {
                CellValue::Text(text) => code_of(matcher, list, text),
                _ => None,
            })
            .collect();
        codes.dedup();
        if let [code] = codes.as_slice() {
            title.kind = RowKind::Section(vec![code.clone()]);
        }
        if !codes.is_empty() {
            return;
        }
    }
}

/// Turns the nearest title that names a code which the records lack into their heading: `Kehittämiskokonaisuus: II`.
fn head_records(matcher: &Matcher<'_>, grid: &Grid, list: &str, titles: &mut [TableRow]) {
    let notes = titles.iter_mut().rev();
    for title in notes.filter(|row| row.kind == RowKind::Note) {
        let texts = grid
            .row(title.number)
            .filled()
            .map(|(_, value)| value.text());
        let whole = texts.collect::<Vec<_>>().join(" ");
        // `Perhekeskus` alone may be the title of anything.
        let is_label = |text: &str| matcher.is_label(text.trim_end_matches(':'));
        let is_headed = whole.split_whitespace().next().is_some_and(is_label);
        // A label without a colon in a cell of its own is told from a record only by what it stands above.
        let mut cells = grid.row(title.number).filled();
        let key = cells.next().map(|(_, value)| value.text());
        let is_plain = cells.next().is_none()
            || key.is_some_and(|key| key.trim_end().ends_with(':')) && cells.next().is_none();
        if let Some(code) = code_of(matcher, list, &whole).filter(|_| is_headed && is_plain) {
            title.kind = RowKind::Section(vec![code]);
            return;
        }
    }
}

/// The code of the list that a title names, with months, years or words for "by place" beside it.
fn code_of(matcher: &Matcher<'_>, list: &str, text: &str) -> Option<Term> {
    let value = match text.split_once(':') {
        Some((key, value)) if matcher.is_label(key) => value,
        _ => text,
    };
    let is_month = |part: &str| {
        let terms = matcher.terms(part);
        terms.iter().any(|term| matches!(term, Term::Month { .. }))
    };
    let is_time = |part: &str| part.chars().all(|sign| sign.is_ascii_digit()) || is_month(part);
    let is_beside = |word: &str| {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        BESIDE.contains(&word.to_lowercase().as_str())
            || word.split(['–', '-', '/', '.']).all(is_time)
    };
    let mut words: Vec<&str> = value.split_whitespace().collect();
    loop {
        let terms = matcher.terms(words.join(" ").trim_end_matches([',', '(', '–', '-', ' ']));
        let of_list = |term: &&Term| matches!(term, Term::Code { list: own, .. } if own == list);
        if let Some(code) = terms.iter().find(of_list) {
            return Some(code.clone());
        }
        words.pop().filter(|word| is_beside(word))?;
    }
}
