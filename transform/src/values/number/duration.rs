//! Durations: `1:30`, `1 h 30 min`, `45 min` in a field of hours.

use rust_decimal::Decimal;

use super::digits::{Figures, Mark, figures};
use super::{NumberRule, Stated, Unit};

/// The hours of a text (lower case) that gives hours and minutes; none for anything else.
pub(super) fn hours(text: &str) -> Option<Decimal> {
    clock(text).or_else(|| hours_and_minutes(text))
}

/// `1:30` or `1:30:00`.
fn clock(text: &str) -> Option<Decimal> {
    let mut parts = text.trim().split(':');
    let hours: i64 = parts.next()?.parse().ok()?;
    let minutes = parts.next().filter(|part| part.len() == 2)?;
    let seconds = parts.next().unwrap_or("00");
    if seconds != "00" || parts.next().is_some() {
        return None;
    }
    in_hours(Decimal::from(hours), minutes.parse().ok()?)
}

/// `1 h 30 min`, `1h30`, `2 tuntia 15 minuuttia`.
fn hours_and_minutes(text: &str) -> Option<Decimal> {
    let hours = figures(text).filter(|found| found.ambiguous.is_none())?;
    let rest = text[hours.length..].trim_start();
    let rest = ["tuntia", "tunti", "timmar", "timme", "tim", "h", "t"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))?
        .trim_start_matches(['.', ' ', ',']);
    let rest = ["ja ", "och "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let unit = rest[digits..].trim().trim_end_matches('.');
    let known = matches!(
        unit,
        "" | "min" | "m" | "minuuttia" | "minuuter" | "minuter"
    );
    if !known || digits == 0 {
        return None;
    }
    in_hours(hours.value, rest[..digits].parse().ok()?)
}

/// The two values of `1.30` in a column of hours that nothing tells to be decimal: a time of day is written so in Finnish
/// (READING.md R17). Only quarters of an hour are taken for minutes.
pub(super) fn ambiguous(found: &Figures, rule: &NumberRule) -> Option<(Decimal, Decimal)> {
    if rule.unit != Unit::Hours
        || rule.stated != Stated::AsField
        || found.decimal_mark != Some(Mark::Point)
        || rule.style.has_decimal_hours()
    {
        return None;
    }
    let minutes = found
        .hundredths()
        .filter(|minutes| [15, 30, 45].contains(minutes))?;
    Some((found.value, in_hours(found.value.trunc(), minutes)?))
}

/// The hours of a number below the label `h:min`: `1.30` are one hour and thirty minutes, `2` are two hours; none for
/// `1.5`, which may be either.
pub(super) fn below_clock(number: Decimal) -> Option<Decimal> {
    match number.scale() {
        0 => Some(number),
        2 => in_hours(
            number.trunc(),
            i64::try_from(number.fract().mantissa()).ok()?,
        ),
        _ => None,
    }
}

/// Hours and minutes (0 to 59) as hours.
fn in_hours(hours: Decimal, minutes: i64) -> Option<Decimal> {
    let valid = (0..60).contains(&minutes) && !hours.is_sign_negative();
    valid.then(|| (hours + Decimal::from(minutes) / Decimal::from(60)).normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_minutes_become_hours() {
        for (text, value) in [
            ("1:30", "1.5"),
            ("0:45", "0.75"),
            ("1:30:00", "1.5"),
            ("1 h 30 min", "1.5"),
            ("1h30", "1.5"),
            ("2 tuntia 15 minuuttia", "2.25"),
        ] {
            assert_eq!(
                hours(text).map(|hours| hours.to_string()).as_deref(),
                Some(value),
                "{text}"
            );
        }
        for text in ["1.5", "2 h", "1:75", "1:3", "12:00-14:00", "9-11"] {
            assert_eq!(hours(text), None, "{text}");
        }
    }
}
