//! Months that are written in numbers alone: `10-18`, `10 / 2018`, `1018`, a serial, a range of months (READING.md R23).

use super::fold;
use super::month::SaidMonth;
use crate::calendar::Month;

/// Numbers alone: `10-18`, `10.18`, `10 / 2018`, `1018`, `102018`, `10`, a serial.
pub(super) fn in_numbers(text: &str, is_open: impl Fn(Month) -> bool) -> Option<SaidMonth> {
    let is_mark = |sign: char| !sign.is_ascii_digit();
    if text.contains(|sign: char| is_mark(sign) && !is_joint(sign)) {
        return None;
    }
    let parts: Vec<&str> = text
        .split(is_mark)
        .filter(|part| !part.is_empty())
        .collect();
    let whole =
        |year: &str, month: &str| month_of_digits(year, month).filter(|month| is_open(*month));
    let month = match parts.as_slice() {
        [only] => return alone(only, &is_open),
        [month, year] if year.len() == 4 => month_of_digits(year, month)?,
        [year, month] if year.len() == 4 => month_of_digits(year, month)?,
        [one, two] if two.len() == 2 => {
            // `18-10` may stand for a month, `18.10` for a day.
            let by_year = (one.len() == 2 && text.contains(['-', '_'])).then(|| whole(one, two));
            only_one(whole(two, one), by_year.flatten())?
        }
        _ => return None,
    };
    Some(said_whole(month))
}

fn is_joint(sign: char) -> bool {
    matches!(
        sign,
        '-' | '–' | '/' | '.' | ',' | '_' | '\'' | ' ' | '\u{a0}'
    )
}

/// One number: a month, month and year without anything between, or the serial of a day.
fn alone(digits: &str, is_open: &impl Fn(Month) -> bool) -> Option<SaidMonth> {
    let whole =
        |year: &str, month: &str| month_of_digits(year, month).filter(|month| is_open(*month));
    let month = match digits.len() {
        1 | 2 => {
            let month = digits
                .parse()
                .ok()
                .filter(|month| (1..=12).contains(month))?;
            return Some(SaidMonth { year: None, month });
        }
        4 => only_one(
            whole(&digits[2..], &digits[..2]),
            whole(&digits[..2], &digits[2..]),
        ),
        5 => {
            let serial: f64 = digits.parse().ok()?;
            let day = kooste_ingest::grid::moment(serial)?.date();
            Some(Month::of(day)).filter(|month| is_open(*month))
        }
        6 => whole(&digits[2..], &digits[..2]),
        _ => None,
    };
    month.map(said_whole)
}

fn only_one(one: Option<Month>, two: Option<Month>) -> Option<Month> {
    match (one, two) {
        (Some(one), Some(two)) if one != two => None,
        (one, two) => one.or(two),
    }
}

pub(super) fn said_whole(month: Month) -> SaidMonth {
    SaidMonth {
        year: Some(month.year()),
        month: month.number(),
    }
}

/// A month with its year of four digits, or of two.
pub(super) fn month_of_digits(year: &str, month: &str) -> Option<Month> {
    let year: i32 = match year.len() {
        4 => year
            .parse()
            .ok()
            .filter(|year| (2000..2100).contains(year))?,
        2 => 2000 + year.parse::<i32>().ok()?,
        _ => return None,
    };
    let month = Some(month).filter(|month| (1..=2).contains(&month.len()))?;
    Month::new(year, month.parse().ok()?)
}

/// Tells whether numbers name a range of months: `1-10/2018`, `7–9 2018`, and alone `1-10`. `1-10-2018` is a day.
pub(super) fn is_range_of_numbers(text: &str) -> bool {
    let mut parts: Vec<(&str, &str)> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let digits = &rest[start..];
        let end = digits
            .find(|sign: char| !sign.is_ascii_digit())
            .unwrap_or(digits.len());
        parts.push((&rest[..start], &digits[..end]));
        rest = &digits[end..];
    }
    let month = |digits: &str| {
        let number = digits.parse().ok().filter(|_| digits.len() <= 2);
        number.filter(|number: &u32| (1..=12).contains(number))
    };
    let is_dash = |mark: &str| matches!(mark.trim(), "-" | "–" | "—");
    let rises = |first: &str, last: &str| {
        month(first)
            .zip(month(last))
            .is_some_and(|(first, last)| first < last)
    };
    let is_alone =
        text.starts_with(|sign: char| sign.is_ascii_digit()) && fold::trim(rest).is_empty();
    match parts.as_slice() {
        [(_, first), (mark, last)] if is_alone => is_dash(mark) && rises(first, last),
        parts => parts.windows(3).any(|part| {
            let [(_, first), (mark, last), (behind, year)] = part else {
                return false;
            };
            let is_other =
                matches!(behind.trim(), "/" | "." | "" | "_" | "/-") && !behind.is_empty();
            is_dash(mark)
                && is_other
                && rises(first, last)
                && month_of_digits(year, last).is_some()
                && year.len() == 4
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_a_month_where_only_one_is_open_r23() {
        let is_open = |month: Month| (2017..=2018).contains(&month.year());
        let read = |text: &str| in_numbers(text, is_open).map(|said| (said.year, said.month));
        for text in [
            "10-18",
            "18-10",
            "10.18",
            "1018",
            "1810",
            "10 / 2018",
            "102018",
            "43374",
        ] {
            assert_eq!(read(text), Some((Some(2018), 10)), "{text}");
        }
        for text in ["18.10", "10-12", "13", "5-10-2018", "1217-1218"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn ranges_of_months_are_no_days_r23() {
        for text in ["1-10/2018", "7–9 2018", "1-10"] {
            assert!(is_range_of_numbers(text), "{text}");
        }
        for text in ["1-10-2018", "10-1", "10-18", "lapset 1-10"] {
            assert!(!is_range_of_numbers(text), "{text}");
        }
    }
}
