//! Months as the region file and the flags write them: `2018-10`.

use chrono::{Datelike, NaiveDate};

/// The first day of a month written as `YYYY-MM`; none for anything else.
#[must_use]
pub fn parse(text: &str) -> Option<NaiveDate> {
    let (year, month) = text.split_once('-')?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)
}

/// A month as `YYYY-MM`.
#[must_use]
pub fn format(month: NaiveDate) -> String {
    format!("{:04}-{:02}", month.year(), month.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_year_and_month_with_all_their_digits_are_a_month() {
        assert_eq!(parse("2018-10"), NaiveDate::from_ymd_opt(2018, 10, 1));
        assert_eq!(parse("2018-1"), None);
        assert_eq!(parse("2018-13"), None);
        assert_eq!(parse("+018-10"), None);
        assert_eq!(parse("10/2018"), None);
    }
}
