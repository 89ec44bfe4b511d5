//! Months, with or without their year (READING.md R23).
//!
//! Reasons of the issues made here: `type-error`: `not-a-month`, `quarter` (more than one month), `year-missing`.

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;

use super::date::{DateBounds, DateRule, DateStyle, date};
use super::month_names::month_named;
use super::state::{State, is_dash, state};
use super::{Finding, Parsed, fold};
use crate::calendar::Month;

/// A month as a text says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaidMonth {
    /// Year, if told.
    pub year: Option<i32>,
    /// Month, 1 to 12.
    pub month: u32,
}

/// Words that may stand beside the name of a month.
const NOISE: [&str; 12] = [
    "kuukausi",
    "kuukauden",
    "kk",
    "månad",
    "månaden",
    "month",
    "i",
    "v",
    "vuosi",
    "vuonna",
    "år",
    "raportti",
];

/// Words for a quarter or half of a year.
const QUARTERS: [&str; 16] = [
    "h1",
    "h2",
    "q1",
    "q2",
    "q3",
    "q4",
    "kvartaali",
    "kvartal",
    "quarter",
    "neljännes",
    "vuosineljännes",
    "neljännesvuosi",
    "puolivuosi",
    "halvår",
    "vuosipuolisko",
    "tertiaali",
];

/// Reads a month; `year` tells the year of a month (1–12) whose cell tells none.
#[must_use]
pub fn month(cell: CellValue<'_>, year: impl FnOnce(u32) -> Option<i32>) -> Parsed<Month> {
    match cell {
        CellValue::Text(text) => of_text(text, year),
        CellValue::Number(number) | CellValue::Percent(number) if number < 210_000.0 => {
            of_text(&shown(number), year)
        }
        CellValue::Date(_) | CellValue::Number(_) | CellValue::Percent(_) => of_date(cell),
        CellValue::Bool(_) => unreadable("not-a-month"),
        CellValue::Blank => State::Blank.parsed(),
        CellValue::Error(_) | CellValue::Uncached => State::FormulaError.parsed(),
    }
}

/// The number as it was typed: `10.2018`, and `201810`.
fn shown(number: f64) -> String {
    number.to_string()
}

fn unreadable(reason: &'static str) -> Parsed<Month> {
    Parsed::unreadable(Finding::new(Code::TypeError, reason))
}

fn of_text(text: &str, year: impl FnOnce(u32) -> Option<i32>) -> Parsed<Month> {
    if let Some(state) = state(CellValue::Text(text)) {
        return state.parsed();
    }
    let text = fold::trim(text);
    match said(text).or_else(|| bare_number(text)) {
        Some(said) => with_year(said, year),
        None if is_quarter(text) => unreadable("quarter"),
        None => of_date(CellValue::Text(text)),
    }
}

fn with_year(said: SaidMonth, year: impl FnOnce(u32) -> Option<i32>) -> Parsed<Month> {
    let year = said.year.or_else(|| year(said.month));
    match year.and_then(|year| Month::new(year, said.month)) {
        Some(month) => Parsed::exact(month),
        None => unreadable("year-missing"),
    }
}

/// The month of a date, or of a range of dates that lies in one month.
fn of_date(cell: CellValue<'_>) -> Parsed<Month> {
    let rule = DateRule {
        month: None,
        bounds: DateBounds::Century,
        style: DateStyle::default(),
    };
    let parsed = date(cell, &rule);
    match parsed.value {
        Some(span)
            if span
                .end
                .is_none_or(|end| Month::of(end) == Month::of(span.start)) =>
        {
            Parsed::exact(Month::of(span.start))
        }
        Some(_) => unreadable("quarter"),
        None => unreadable("not-a-month"),
    }
}

/// The month that the whole of a text names, if it names one: `10/2018`, `2018-10`, `lokakuussa`, `Okt -18`.
/// Bare numbers and dates are no months here.
#[must_use]
pub fn said(text: &str) -> Option<SaidMonth> {
    let text = fold::trim(text);
    // The longest: `raportointikuukausi joulukuussa 2018`.
    if !(3..=48).contains(&text.len()) {
        return None;
    }
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        return in_digits(text).or_else(|| in_words(text));
    }
    in_words(text)
}

/// `10/2018`, `10.2018`, `10-2018`, `10 2018`, `2018-10`, `2018/10`, `201810`, `10/18`.
fn in_digits(text: &str) -> Option<SaidMonth> {
    if text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return valid(&text[..4], &text[4..]);
    }
    let end = text.find(|character: char| !character.is_ascii_digit())?;
    let behind = text[end..].trim_start();
    let mark = behind.chars().next()?;
    let second =
        behind.trim_start_matches(|character| matches!(character, '/' | '.') || is_dash(character));
    let (first, second) = (&text[..end], second.trim_start());
    if behind.len() - second.len() > mark.len_utf8() + 1
        || !second.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    match (first.len(), second.len()) {
        (1 | 2, 4) => valid(second, first),
        (4, 1 | 2) => valid(first, second),
        (1 | 2, 2) if mark == '/' && second > "12" => valid(&format!("20{second}"), first),
        _ => None,
    }
}

fn valid(year: &str, month: &str) -> Option<SaidMonth> {
    let (year, month) = (year.parse().ok()?, month.parse().ok()?);
    let month = Month::new(year, month).filter(|_| (2000..2100).contains(&year))?;
    Some(SaidMonth {
        year: Some(month.year()),
        month: month.number(),
    })
}

/// One name of a month, with or without a year, and nothing else.
fn in_words(text: &str) -> Option<SaidMonth> {
    if !text.contains(char::is_alphabetic) {
        return None;
    }
    let folded = fold::words(text);
    let mut said = SaidMonth {
        year: None,
        month: 0,
    };
    for word in folded.split(' ') {
        let (name, attached) = with_attached_year(word);
        if let Some(month) = month_named(name) {
            // `lokakuu/oktober 2018` says one month twice.
            if said.month != 0 && said.month != month {
                return None;
            }
            said.month = month;
            said.year = said.year.or(attached);
        } else if let Some(year) = year(word).filter(|_| word.len() == 4 || said.month != 0) {
            if said.year.replace(year).is_some_and(|other| other != year) {
                return None;
            }
        } else if !NOISE.contains(&word) {
            return None;
        }
    }
    (said.month != 0).then_some(said)
}

/// `lokakuu2018` and `loka18` as the name and its year.
fn with_attached_year(word: &str) -> (&str, Option<i32>) {
    let digits = word.find(|sign: char| sign.is_ascii_digit());
    match digits.map(|at| word.split_at(at)) {
        Some((name, digits)) if !name.is_empty() && matches!(digits.len(), 2 | 4) => {
            (name, year(digits))
        }
        _ => (word, None),
    }
}

/// A year of four digits, or of two (`-18`), which stands behind the month only: `5 lokakuu` and `11 lokakuu` are days.
fn year(word: &str) -> Option<i32> {
    let number: i32 = word.parse().ok()?;
    match word.len() {
        4 if (2000..2100).contains(&number) => Some(number),
        2 => Some(2000 + number),
        _ => None,
    }
}

/// A bare `10` in a column of months.
fn bare_number(text: &str) -> Option<SaidMonth> {
    let month: u32 = text.strip_suffix('.').unwrap_or(text).parse().ok()?;
    (1..=12)
        .contains(&month)
        .then_some(SaidMonth { year: None, month })
}

fn is_quarter(text: &str) -> bool {
    let folded = fold::words(text);
    let months = folded
        .split(' ')
        .filter(|word| month_named(word).is_some())
        .count();
    months > 1 || names_quarter(text)
}

/// Tells whether words of a text name a quarter or half of a year: `Q3/2018`, `III/2018`, `3. vuosineljännes`.
#[must_use]
pub fn names_quarter(text: &str) -> bool {
    let folded = fold::words(text);
    let words: Vec<_> = folded.split(' ').collect();
    let roman = text.contains('/') && matches!(words.first(), Some(&("i" | "ii" | "iii" | "iv")));
    roman
        || words.iter().any(|word| {
            QUARTERS.contains(word)
                || QUARTERS
                    .iter()
                    .any(|quarter| quarter.len() > 4 && word.contains(quarter))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let parsed = month(CellValue::Text(text), |_| Some(2018));
        match parsed.value {
            Some(month) => month.to_string(),
            None => parsed.findings[0].reason.to_owned(),
        }
    }

    #[test]
    fn months_are_read_however_they_are_written() {
        for text in [
            "10/2018",
            "10.2018",
            "2018-10",
            "201810",
            "2018/10",
            "10-2018",
            "10 / 2018",
            "lokakuu 2018",
            "lokakuun 2018",
            "lokakuussa",
            "loka",
            "Lokakuu -18",
            "loka '18",
            "LOKAKUU",
            "1.10.–31.10.2018",
            "1.-31.10.2018",
            "oktober 2018",
            "okt.",
            "Okt -18",
            "October",
            "i oktober 2018",
            "oktober månad",
            "2018 lokakuu",
            "lokakuu2018",
            "loka18",
            "lokakuu/oktober 2018",
            "oktober 2018 / lokakuu 2018",
            "10/18",
            "5.10.2018",
            "10",
            "2018-10-01",
        ] {
            assert_eq!(read(text), "2018-10", "{text}");
        }
    }

    #[test]
    fn a_day_before_the_month_is_no_year_r23() {
        assert_eq!(said("11 lokakuu 2018"), None);
        assert_eq!(said("11 lokakuu"), None);
        assert_eq!(said("lokakuu 11").and_then(|said| said.year), Some(2011));
    }

    #[test]
    fn more_or_less_than_a_month_is_refused() {
        for text in [
            "Q3/2018",
            "Q3 2018",
            "loka-joulukuu 2018",
            "syyskuu/oktober 2018",
            "III/2018",
            "3. vuosineljännes 2018",
            "kvartal 3",
            "1.10.–31.12.2018",
        ] {
            assert_eq!(read(text), "quarter", "{text}");
        }
        for text in ["2018", "13/2018", "syksy", "0"] {
            assert_eq!(read(text), "not-a-month", "{text}");
        }
        assert_eq!(
            month(CellValue::Text("lokakuu"), |_| None).findings[0].reason,
            "year-missing"
        );
    }

    #[test]
    fn cells_of_workbooks_are_months() {
        let read = |cell| month(cell, |_| None).value.map(|month| month.to_string());
        assert_eq!(read(CellValue::Date(43_374.0)).as_deref(), Some("2018-10"));
        assert_eq!(
            read(CellValue::Number(43_374.0)).as_deref(),
            Some("2018-10")
        );
        assert_eq!(
            read(CellValue::Number(201_810.0)).as_deref(),
            Some("2018-10")
        );
        assert_eq!(read(CellValue::Number(10.2018)).as_deref(), Some("2018-10"));
    }

    #[test]
    fn only_whole_texts_name_a_month() {
        assert_eq!(
            said("Lokakuu 2018"),
            Some(SaidMonth {
                year: Some(2018),
                month: 10
            })
        );
        assert_eq!(
            said("lokakuussa"),
            Some(SaidMonth {
                year: None,
                month: 10
            })
        );
        for text in [
            "10",
            "Lokakuun kokous",
            "5.10.2018",
            "lokamarras",
            "Toukola",
            "2018",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
