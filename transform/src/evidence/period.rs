//! Months as evidence: told whole, or without the year, or by the year alone.

use chrono::NaiveDate;
use kooste_ingest::grid::CellValue;

use crate::values::date::{DateBounds, DateRule, DateStyle, date};

pub use crate::calendar::Month;

/// A month as far as one place tells it; at least one part is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialMonth {
    /// The year, if told.
    pub year: Option<i32>,
    /// The month, 1 to 12, if told.
    pub month: Option<u32>,
}

impl PartialMonth {
    /// The whole month, if both parts are told.
    #[must_use]
    pub fn whole(self) -> Option<Month> {
        Month::new(self.year?, self.month?)
    }

    /// Tells whether both can speak of the same month.
    #[must_use]
    pub fn agrees_with(self, other: PartialMonth) -> bool {
        let same = |one: Option<i64>, two: Option<i64>| match (one, two) {
            (Some(one), Some(two)) => one == two,
            _ => true,
        };
        same(self.year.map(i64::from), other.year.map(i64::from))
            && same(self.month.map(i64::from), other.month.map(i64::from))
    }
}

impl From<Month> for PartialMonth {
    fn from(month: Month) -> Self {
        PartialMonth {
            year: Some(month.year()),
            month: Some(month.number()),
        }
    }
}

/// The month in which at least four fifths of the days lie (READING.md R2); none for no days.
#[must_use]
pub(crate) fn month_of_most(days: &[NaiveDate]) -> Option<Month> {
    let mut months: Vec<Month> = days.iter().map(|day| Month::of(*day)).collect();
    months.sort_unstable();
    // A month with four fifths of the days holds the middle one.
    let middle = *months.get(months.len() / 2)?;
    let within = months.iter().filter(|month| **month == middle).count();
    (within * 5 >= months.len() * 4).then_some(middle)
}

/// The month of which a text names the first and the last day: `Ajalta 1.10.–31.10.2018`.
#[must_use]
pub(crate) fn all_days(text: &str) -> Option<PartialMonth> {
    let start = text.find(|sign: char| sign.is_ascii_digit())?;
    let end = text.rfind(|sign: char| sign.is_ascii_digit())?;
    let rule = DateRule {
        month: None,
        bounds: DateBounds::Century,
        style: DateStyle::default(),
    };
    let span = date(CellValue::Text(&text[start..=end]), &rule).value?;
    let month = Month::of(span.start);
    let is_whole = span.start == month.first_day() && span.end == Some(month.last_day());
    is_whole.then(|| month.into())
}

/// The latest month `month` that is not after `arrival`: reports of December arrive in January.
#[must_use]
pub(crate) fn latest_until(month: u32, arrival: Month) -> Option<Month> {
    let same_year = Month::new(arrival.year(), month)?;
    if same_year <= arrival {
        return Some(same_year);
    }
    Month::new(arrival.year() - 1, month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn four_fifths_of_the_days_tell_the_month_r2() {
        let october = day(2018, 10, 3);
        let november = day(2018, 11, 3);
        assert_eq!(month_of_most(&[]), None);
        let four_of_five = [october, october, october, october, november];
        assert_eq!(month_of_most(&four_of_five), Month::new(2018, 10));
        assert_eq!(month_of_most(&[october, october, october, november]), None);
    }

    #[test]
    fn first_and_last_day_tell_their_month_r2() {
        let october = Some(PartialMonth::from(Month::new(2018, 10).unwrap()));
        for text in [
            "Ajalta 1.10.2018 - 31.10.2018",
            "1.–31.10.2018 (Espoo)",
            "tiden 1.10–31.10.2018",
        ] {
            assert_eq!(all_days(text), october, "{text}");
        }
        for text in [
            "Päivitetty 5.11.2018",
            "1.10.–30.10.2018",
            "1.9.–31.10.2018",
            "Espoo",
        ] {
            assert_eq!(all_days(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_without_year_lies_before_its_arrival() {
        let january = Month::new(2019, 1).unwrap();
        assert_eq!(latest_until(12, january), Month::new(2018, 12));
        assert_eq!(latest_until(1, january), Some(january));
    }

    #[test]
    fn parts_that_are_not_told_do_not_contradict() {
        let october = PartialMonth {
            year: None,
            month: Some(10),
        };
        let year = PartialMonth {
            year: Some(2018),
            month: None,
        };
        let november = PartialMonth::from(Month::new(2018, 11).unwrap());
        assert!(october.agrees_with(year));
        assert!(!october.agrees_with(november));
    }
}
