//! The two spellings that nearly every file uses, read from bytes: `2018-10-05` and `5.10.2018`.

use chrono::NaiveDate;

/// Reads `yyyy-MM-dd` or `d.M.yyyy`; none for any other text and for days that do not exist.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    match bytes {
        [_, _, _, _, b'-', _, _, b'-', _, _] => iso(bytes),
        _ if (8..=10).contains(&bytes.len()) => pointed(bytes),
        _ => None,
    }
}

fn iso(bytes: &[u8]) -> Option<NaiveDate> {
    let year = number(&bytes[..4])?;
    NaiveDate::from_ymd_opt(
        year.cast_signed(),
        number(&bytes[5..7])?,
        number(&bytes[8..])?,
    )
}

fn pointed(bytes: &[u8]) -> Option<NaiveDate> {
    let day_end = bytes.iter().position(|byte| *byte == b'.')?;
    let rest = &bytes[day_end + 1..];
    let month_end = rest.iter().position(|byte| *byte == b'.')?;
    let year = &rest[month_end + 1..];
    if !(1..=2).contains(&day_end) || !(1..=2).contains(&month_end) || year.len() != 4 {
        return None;
    }
    let (day, month) = (number(&bytes[..day_end])?, number(&rest[..month_end])?);
    NaiveDate::from_ymd_opt(number(year)?.cast_signed(), month, day)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, byte| {
        byte.is_ascii_digit()
            .then(|| value * 10 + u32::from(byte - b'0'))
    })
}
