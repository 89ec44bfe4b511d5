//! Months of a header that are written as days or numbers: `1.10.2018`, `1.–31.10.2018`, `201810`, `lokakuu *)`
//! (READING.md R23).

use crate::grid::{CellValue, Row};

/// The month, as `2018-10`, that a text names by its first day or by all its days.
pub(super) fn month_of_days(text: &str) -> Option<String> {
    let text = text.trim();
    if !text.starts_with(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let numbers: Vec<u32> = text
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let is_day_text =
        |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-' | '–' | '—' | ' ');
    if !text.contains('.') || !text.chars().all(is_day_text) {
        return None;
    }
    let (month, year, end) = match numbers[..] {
        [1, month, year] => (month, year, None),
        [1, end, month, year] => (month, year, Some(end)),
        [1, first, end, month, year] if first == month => (month, year, Some(end)),
        [1, first, before, end, month, year] if (first, before) == (month, year) => {
            (month, year, Some(end))
        }
        _ => return None,
    };
    let is_last = |end: u32| end == last_day(year, month);
    let is_month = (1..=12).contains(&month) && (2000..2100).contains(&year);
    (is_month && end.is_none_or(is_last)).then(|| format!("{year}-{month:02}"))
}

/// The last day of a month.
fn last_day(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// A text without the mark of a footnote: `lokakuu¹`, `lokakuu *)`, `10/2018 2)`.
pub(super) fn without_footnote(text: &str) -> &str {
    let marks =
        |sign: char| matches!(sign, '*' | '¹' | '²' | '³' | '⁴' | '†') || sign.is_whitespace();
    let bare = text.trim_end_matches(marks);
    let Some(numbered) = bare.strip_suffix(')') else {
        return bare;
    };
    let inner = numbered.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '*');
    let is_mark = inner.len() < numbered.len() && inner.ends_with([' ', '\n']);
    let is_star = numbered.ends_with('*');
    if is_mark || is_star {
        inner.trim_end()
    } else {
        bare
    }
}

/// A text without a unit in brackets behind it, as it is told by `is_unit`: `lokakuu (1000 €)`.
pub(super) fn without_bracket(text: &str, is_unit: impl Fn(&str) -> bool) -> Option<&str> {
    let (head, unit) = text.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    (!head.trim().is_empty() && is_unit(unit)).then(|| head.trim_end())
}

/// Tells whether a row holds several months as numbers (`201810`) or as days; a single one may be a value or a date.
pub(super) fn holds_months(row: Row<'_>) -> bool {
    const SEVERAL: usize = 2;
    row.filled()
        .filter(|(_, value)| is_month(*value))
        .take(SEVERAL)
        .count()
        == SEVERAL
}

/// Tells whether a cell is a month as a number or as days.
pub(super) fn is_month(value: CellValue<'_>) -> bool {
    match value {
        CellValue::Number(number) => {
            let is_whole = number.fract() == 0.0 && (200_001.0..=209_912.0).contains(&number);
            is_whole && (1.0..=12.0).contains(&(number % 100.0))
        }
        CellValue::Text(text) => month_of_days(text).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_told_by_its_first_day_or_by_all_its_days_r23() {
        for text in [
            "1.10.2018",
            "01.10.2018",
            "1.-31.10.2018",
            "1.10.–31.10.2018",
            "1.10.2018 - 31.10.2018",
        ] {
            assert_eq!(month_of_days(text).as_deref(), Some("2018-10"), "{text}");
        }
        for text in [
            "5.10.2018",
            "1.10.–30.10.2018",
            "1.9.–31.10.2018",
            "1 10 2018",
            "1.13.2018",
        ] {
            assert_eq!(month_of_days(text), None, "{text}");
        }
    }

    #[test]
    fn marks_of_footnotes_belong_to_no_month_r23() {
        for text in [
            "lokakuu¹",
            "lokakuu *)",
            "lokakuu*",
            "lokakuu 2)",
            "lokakuu",
        ] {
            assert_eq!(without_footnote(text), "lokakuu", "{text}");
        }
        assert_eq!(without_footnote("Kesto (h)"), "Kesto (h)");
        assert_eq!(without_footnote("(2018)"), "(2018)");
    }
}
