//! Dates, times and durations in the ISO forms that workbooks use, as days since 1899-12-30.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

const SECONDS_OF_DAY: f64 = 86_400.0;

/// `2018-10-05`, `2018-10-05T13:30:00.5Z` or `13:30:00` as days.
pub(super) fn days(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('Z');
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return since_epoch(date.and_time(NaiveTime::MIN));
    }
    for form in [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
    ] {
        if let Ok(moment) = NaiveDateTime::parse_from_str(text, form) {
            return since_epoch(moment);
        }
    }
    let time = ["%H:%M:%S%.f", "%H:%M"]
        .iter()
        .find_map(|form| NaiveTime::parse_from_str(text, form).ok())?;
    let seconds = (time - NaiveTime::MIN).num_milliseconds();
    Some(seconds as f64 / 1000.0 / SECONDS_OF_DAY)
}

/// `PT13H30M00S` as days.
pub(super) fn duration_days(text: &str) -> Option<f64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let rest = text.strip_prefix('P')?;
    let (date, time) = rest.split_once('T').unwrap_or((rest, ""));
    let mut seconds = parts(date, &[('D', SECONDS_OF_DAY)])?;
    seconds += parts(time, &[('H', 3600.0), ('M', 60.0), ('S', 1.0)])?;
    let days = seconds / SECONDS_OF_DAY;
    Some(if negative { -days } else { days })
}

/// Sums `12H30M`: numbers, each with its unit.
fn parts(text: &str, units: &[(char, f64)]) -> Option<f64> {
    let mut sum = 0.0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        let unit = rest[end..].chars().next()?;
        let (_, seconds) = units.iter().find(|(letter, _)| *letter == unit)?;
        sum += rest[..end].replace(',', ".").parse::<f64>().ok()? * seconds;
        rest = &rest[end + 1..];
    }
    Some(sum)
}

fn since_epoch(moment: NaiveDateTime) -> Option<f64> {
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    Some((moment - epoch).num_milliseconds() as f64 / 1000.0 / SECONDS_OF_DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_are_counted_from_the_end_of_1899() {
        assert_eq!(days("2018-10-05"), Some(43_378.0));
        assert_eq!(days("2018-10-05T12:00:00"), Some(43_378.5));
        assert_eq!(days("18:00:00"), Some(0.75));
        assert_eq!(days("18:00"), Some(0.75));
        assert_eq!(days("lokakuu"), None);
    }

    #[test]
    fn durations_may_pass_a_day() {
        assert_eq!(duration_days("PT36H00M00S"), Some(1.5));
        assert_eq!(duration_days("P1DT12H"), Some(1.5));
        assert_eq!(duration_days("1.5"), None);
    }
}
