//! Rows that hold values and are therefore no header (READING.md R7).

use super::flatten::header_text;
use super::matcher::Matcher;
use crate::columns::{is_years_of_age, looks_like_date, looks_like_number};
use crate::grid::{CellValue, Row};
use crate::vocabulary::Term;

/// Tells whether a row holds values, so that it is no header: a number or a date that is neither year nor month.
pub(super) fn holds_values(matcher: &Matcher<'_>, row: Row<'_>) -> bool {
    row.cells().any(|(_, value)| {
        let value_like = match value {
            CellValue::Number(number) => !(2000.0..2100.0).contains(&number),
            CellValue::Percent(_) | CellValue::Bool(_) | CellValue::Uncached => true,
            CellValue::Text(text) => {
                text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
                    && !matcher.is_label(text)
                    && !is_age_group(text)
                    && !is_span_of_months(text)
                    && (looks_like_date(value) || looks_like_number(value))
                    && !is_year(text)
            }
            CellValue::Date(_) => true,
            CellValue::Blank | CellValue::Error(_) => false,
        };
        value_like && !names_month(matcher, value)
    })
}

/// `0-6 v`, `7–12-vuotiaat`, `13-17 år`: a part of the people counted, not a value.
fn is_age_group(text: &str) -> bool {
    let unit = text
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '+' | ' '))
        .trim_end_matches('.');
    is_years_of_age(unit) && text.trim_start().starts_with(|c: char| c.is_ascii_digit())
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
    matches!(value, CellValue::Text(_) | CellValue::Date(_))
        && matcher
            .terms(&header_text(value))
            .iter()
            .any(|term| matches!(term, Term::Month { .. }))
}
