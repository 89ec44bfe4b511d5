//! Rows that hold values and are therefore no header (READING.md R7).

use super::flatten::header_text;
use super::matcher::Matcher;
use super::month_list::is_numbered;
use super::month_text::{holds_months, is_month, without_bracket, without_footnote};
use crate::columns::{is_unit, is_years_of_age, looks_like_date, looks_like_number, normalise};
use crate::grid::{CellValue, Row};
use crate::vocabulary::Term;

/// Tells whether a row holds values, so that it is no header: a number or a date that is neither year nor month.
pub(super) fn holds_values(matcher: &Matcher<'_>, row: Row<'_>) -> bool {
    let months = holds_months(row);
    let holds = row.cells().any(|(_, value)| {
        let value_like = match value {
            CellValue::Number(number) => !(2000.0..2100.0).contains(&number),
            CellValue::Percent(_) | CellValue::Bool(_) | CellValue::Uncached => true,
            CellValue::Text(text) => {
                text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
                    && !matcher.is_label(text)
                    && !is_age_group(text)
                    && !is_span(text)
                    && !matcher.is_total(text)
                    && (looks_like_date(value) || looks_like_number(value))
                    && !is_year(text)
            }
            CellValue::Date(_) => true,
            CellValue::Blank | CellValue::Error(_) => false,
        };
        value_like && !names_month(matcher, value) && !(months && is_month(value))
    });
    holds && !is_numbered(matcher, row)
}

/// `0-6 v`, `7–12-vuotiaat`, `13-17 år`: a part of the people counted, not a value.
fn is_age_group(text: &str) -> bool {
    let unit = text
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '+' | ' '))
        .trim_end_matches('.');
    is_years_of_age(unit) && text.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// `1-10/2018`, `1.1.–31.10.2018`, `2017–2018`: the time of a running total.
fn is_span(text: &str) -> bool {
    let is_day = |text: &str| {
        let parts = text.trim().split('.').filter(|part| !part.is_empty());
        parts.clone().count() >= 2 && parts.clone().all(|part| part.trim().parse::<u32>().is_ok())
    };
    let ends = text.split_once(['-', '–', '—']);
    is_span_of_months(text)
        || ends.is_some_and(|(first, last)| {
            is_year(first) && is_year(last)
                || is_day(first)
                    && is_day(last)
                    && last
                        .trim_end_matches('.')
                        .split('.')
                        .next_back()
                        .is_some_and(is_year)
        })
}

/// `1-10/2018`: the months of a running total.
fn is_span_of_months(text: &str) -> bool {
    let is_month = |text: &str| {
        let text = text.trim();
        matches!(text.len(), 1 | 2) && text.bytes().all(|sign| sign.is_ascii_digit())
    };
    let span = text.split_once('/').filter(|(_, year)| is_year(year));
    span.and_then(|(months, _)| months.split_once(['-', '–']))
        .is_some_and(|(first, last)| is_month(first) && is_month(last))
}

fn is_year(text: &str) -> bool {
    text.trim()
        .parse()
        .is_ok_and(|year: i32| (2000..2100).contains(&year))
}

fn names_month(matcher: &Matcher<'_>, value: CellValue<'_>) -> bool {
    let is_named = |text: &str| {
        let terms = matcher.terms(text);
        terms.iter().any(|term| matches!(term, Term::Month { .. }))
    };
    match value {
        CellValue::Date(_) => is_named(&header_text(value)),
        CellValue::Text(text) => {
            is_named(text) || {
                let bare = without_footnote(text).trim_end_matches(['%', '€']);
                is_named(without_bracket(bare, |unit| is_unit(&normalise(unit))).unwrap_or(bare))
            }
        }
        _ => false,
    }
}
