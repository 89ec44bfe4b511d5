//! Months, Finnish public holidays and the day on which a report is due.

use std::fmt;
use std::time::SystemTime;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Weekday};

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The last month that there is here.
    pub const LATEST: Month = Month {
        year: 2199,
        month: 12,
    };

    /// The month `month` (1 to 12) of `year` (1900 to 2199); none for other numbers.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let valid = (1900..2200).contains(&year) && (1..=12).contains(&month);
        valid.then_some(Month { year, month })
    }

    /// The month of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Month {
            year: day.year(),
            month: day.month(),
        }
    }

    /// Reads `YYYY-MM`, as region files and decisions write it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
            return None;
        }
        Month::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// Year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// Number of the month, 1 to 12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.month
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day() - Days::new(1)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1)
    }

    /// The month `months` later, or earlier if negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let index = self.index() + months;
        Month {
            year: index.div_euclid(12),
            month: index.rem_euclid(12).unsigned_abs() + 1,
        }
    }

    /// How many months `self` lies after `other`; negative if before.
    #[must_use]
    pub fn months_after(self, other: Self) -> i32 {
        self.index() - other.index()
    }

    /// The months from `self` to `last`, both included, in order.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        let count = last.months_after(self) + 1;
        (0..count.max(0)).map(move |months| self.plus(months))
    }

    /// Tells whether the day lies in the month.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        Month::of(day) == self
    }

    fn index(self) -> i32 {
        // `month` is 1 to 12.
        self.year * 12 + i32::try_from(self.month).unwrap_or(1) - 1
    }
}

/// Writes `YYYY-MM`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Easter Sunday (Gregorian, 1583 and later), by the method of Meeus, Jones and Butcher.
#[must_use]
pub fn easter(year: i32) -> NaiveDate {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let correction = (golden + 11 * epact + 22 * weekday) / 451;
    let days = u64::from((epact + weekday - 7 * correction).unsigned_abs());
    // 22 March is the earliest Easter.
    NaiveDate::from_ymd_opt(year, 3, 22).unwrap_or_default() + Days::new(days)
}

/// Tells whether offices are closed on a day: weekends, public holidays, and the eves of Midsummer and Christmas,
/// which are no public holidays by law but free days in the collective agreements of municipalities and the state.
#[must_use]
pub fn is_free(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || is_holiday(day)
}

/// Public holidays that can fall on a weekday, and the two eves. Midsummer Day and All Saints' Day are always
/// Saturdays, Easter and Whit Sunday are Sundays.
fn is_holiday(day: NaiveDate) -> bool {
    let fixed = matches!(
        (day.month(), day.day()),
        (1, 1 | 6) | (5, 1) | (12, 6 | 24 | 25 | 26)
    );
    let midsummer_eve =
        day.month() == 6 && day.weekday() == Weekday::Fri && (19..=25).contains(&day.day());
    // Good Friday, Easter Monday, Ascension Day.
    let after_easter = (day - easter(day.year())).num_days();
    fixed || midsummer_eve || matches!(after_easter, -2 | 1 | 39)
}

/// The day on which the report of `month` is due: `due_day` of the following month, or its last day if it is
/// shorter, moved to the next working day.
#[must_use]
pub fn due_date(month: Month, due_day: u32) -> NaiveDate {
    let next = month.next();
    let day = due_day.clamp(1, next.last_day().day());
    let mut due = next.first_day() + Days::new(u64::from(day - 1));
    while is_free(due) {
        due = due + Days::new(1);
    }
    due
}

/// A moment of the file system as UTC; one that no calendar of ours knows is the first or the last of those it does,
/// 1970 to 9999.
#[must_use]
pub fn utc(moment: SystemTime) -> NaiveDateTime {
    const LAST_SECOND: u64 = 253_402_300_799;
    let since = moment
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    let seconds = since.as_secs().min(LAST_SECOND);
    let moment = DateTime::from_timestamp(seconds.cast_signed(), since.subsec_nanos());
    moment.unwrap_or_default().naive_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    #[test]
    fn a_time_that_no_calendar_knows_does_not_end_the_run() {
        let epoch = SystemTime::UNIX_EPOCH;
        let seconds = |count: u64| std::time::Duration::from_secs(count);
        for (moment, shown) in [
            (epoch + seconds(1_541_765_000), "2018-11-09 12:03:20"),
            (epoch - seconds(99_999_999_999), "1970-01-01 00:00:00"),
            (epoch + seconds(9_999_999_999_999), "9999-12-31 23:59:59"),
        ] {
            assert_eq!(utc(moment).to_string(), shown);
        }
    }

    #[test]
    fn months_are_read_and_written_as_year_and_month() {
        assert_eq!(month("2018-10").to_string(), "2018-10");
        for wrong in [
            "2018-13", "2018-1", "18-10", "2018/10", "2018-00", "+018-10",
        ] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn months_run_over_the_turn_of_the_year() {
        assert_eq!(month("2018-12").next(), month("2019-01"));
        assert_eq!(month("2019-01").previous(), month("2018-12"));
        assert_eq!(month("2019-02").months_after(month("2018-11")), 3);
        let months: Vec<_> = month("2018-11").through(month("2019-02")).collect();
        assert_eq!(months.len(), 4);
        assert_eq!(months[3], month("2019-02"));
        assert_eq!(month("2019-02").through(month("2018-11")).count(), 0);
        assert_eq!(month("2020-02").last_day(), day("2020-02-29"));
    }

    #[test]
    fn easter_falls_where_the_church_says() {
        assert_eq!(easter(2016), day("2016-03-27"));
        assert_eq!(easter(2018), day("2018-04-01"));
        assert_eq!(easter(2019), day("2019-04-21"));
        assert_eq!(easter(2025), day("2025-04-20"));
        assert_eq!(easter(2038), day("2038-04-25"));
    }

    #[test]
    fn a_report_is_due_on_the_next_working_day() {
        // Saturday 10 November 2018.
        assert_eq!(due_date(month("2018-10"), 10), day("2018-11-12"));
        // Good Friday 2020 falls on 10 April.
        assert_eq!(due_date(month("2020-03"), 10), day("2020-04-14"));
        // Ascension Day 2018 falls on 10 May.
        assert_eq!(due_date(month("2018-04"), 10), day("2018-05-11"));
        // Midsummer Eve 2018 falls on 22 June.
        assert_eq!(due_date(month("2018-05"), 22), day("2018-06-25"));
        assert_eq!(due_date(month("2018-11"), 6), day("2018-12-07"));
        assert_eq!(due_date(month("2018-11"), 24), day("2018-12-27"));
        assert_eq!(due_date(month("2019-01"), 31), day("2019-02-28"));
    }
}
