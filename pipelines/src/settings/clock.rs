//! The moment of a run, so that a run can be repeated to the byte.

use chrono::{DateTime, NaiveDateTime, Utc};

/// The variable of reproducible builds: seconds since 1970 that stand in for the clock.
const FIXED: &str = "SOURCE_DATE_EPOCH";

/// Now in UTC, or the moment that `SOURCE_DATE_EPOCH` says.
#[must_use]
pub fn now() -> NaiveDateTime {
    moment(std::env::var(FIXED).ok().as_deref()).unwrap_or_else(|| Utc::now().naive_utc())
}

fn moment(seconds: Option<&str>) -> Option<NaiveDateTime> {
    let seconds = seconds?.trim().parse().ok()?;
    Some(DateTime::from_timestamp(seconds, 0)?.naive_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_seconds_fixes_the_clock() {
        let told = moment(Some("1541412000")).map(|moment| moment.to_string());
        assert_eq!(told.as_deref(), Some("2018-11-05 10:00:00"));
        assert_eq!(moment(Some("yesterday")), None);
        assert_eq!(moment(None), None);
    }
}
