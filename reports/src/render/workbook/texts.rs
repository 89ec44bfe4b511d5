//! Texts and numbers as cells of a workbook hold them.

use rust_decimal::Decimal;

use crate::summary::page::Column;

/// Longest text that a cell of a workbook holds.
const LONGEST: usize = 32_000;
/// Lines that a row is high at most; Excel takes 409 points.
const MOST_LINES: u32 = 27;

/// Labels of columns, each unlike the others and none empty, as a native table asks.
pub(super) fn unlike(columns: &[Column]) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for column in columns {
        let mut label = clipped(&column.label).chars().take(250).collect::<String>();
        while label.trim().is_empty()
            || labels
                .iter()
                .any(|other| other.to_lowercase() == label.to_lowercase())
        {
            label.push('\u{a0}');
            if label.trim().is_empty() {
                label.insert(0, '–');
            }
        }
        labels.push(label);
    }
    labels
}

/// A text in pieces that a cell can hold.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut parts = Vec::new();
    while let Some((end, _)) = rest.char_indices().nth(LONGEST) {
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

/// The beginning of a text that is longer than a cell; only headings and names are cut so.
pub(super) fn clipped(text: &str) -> &str {
    text.char_indices()
        .nth(LONGEST)
        .map_or(text, |(end, _)| &text[..end])
}

/// The number as a workbook stores it.
pub(super) fn as_float(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or(f64::NAN)
}

/// Lines that a wrapped text takes in a column of `width` characters; a word may need the end of a line for itself.
pub(crate) fn lines_of(text: &str, width: f64) -> u32 {
    const LEFT_BY_WORDS: f64 = 0.8;
    let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if f64::from(characters) <= width {
        return 1;
    }
    let needed = (f64::from(characters) / (width * LEFT_BY_WORDS)).ceil();
    // A cell is no higher than a sheet allows; what is longer is read in the cell itself.
    (1..=MOST_LINES)
        .find(|lines| f64::from(*lines) >= needed)
        .unwrap_or(MOST_LINES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_longest_wrapped_text() {
        assert_eq!(lines_of("raportti saatu", 15.0), 1);
        assert_eq!(lines_of("raportti saatu, 5 likimääräistä arvoa", 15.0), 4);
        assert_eq!(lines_of(&"vastaus ".repeat(1000), 15.0), MOST_LINES);
    }
}
