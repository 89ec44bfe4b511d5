//! What a cell holds.

use std::borrow::Cow;

/// What one cell holds, as the file says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CellValue<'a> {
    /// Nothing.
    Blank,
    /// Text as in the file, untrimmed. Every cell of a text file is text.
    Text(&'a str),
    /// A number of a workbook.
    Number(f64),
    /// A number that the workbook shows in percent: `0.2` is shown as `20 %`.
    Percent(f64),
    /// A date or time of a workbook in days since 1899-12-30, whatever epoch the file uses.
    Date(f64),
    /// A truth value.
    Bool(bool),
    /// An error value of a workbook, as its text (`#REF!`).
    Error(&'a str),
    /// A formula whose result the file does not hold.
    Uncached,
}

impl<'a> CellValue<'a> {
    /// Tells whether there is nothing to read: no value or only white space.
    #[must_use]
    #[inline]
    pub fn is_blank(self) -> bool {
        match self {
            CellValue::Blank => true,
            CellValue::Text(text) => match text.as_bytes().first() {
                // Nearly every text is seen to be none by its first byte.
                Some(b'!'..=b'~') => false,
                _ => text.chars().all(char::is_whitespace),
            },
            _ => false,
        }
    }

    /// The cell as text: a number in its shortest form, a date as ISO, an uncached formula as nothing.
    #[must_use]
    pub fn text(self) -> Cow<'a, str> {
        match self {
            CellValue::Blank | CellValue::Uncached => Cow::Borrowed(""),
            CellValue::Text(text) | CellValue::Error(text) => Cow::Borrowed(text),
            CellValue::Number(number) | CellValue::Percent(number) => {
                Cow::Owned(number.to_string())
            }
            CellValue::Date(days) => Cow::Owned(iso_moment(days)),
            CellValue::Bool(true) => Cow::Borrowed("TRUE"),
            CellValue::Bool(false) => Cow::Borrowed("FALSE"),
        }
    }
}

/// The moment `days` after 1899-12-30 as `2018-10-05` or, with a time of day, `2018-10-05 13:30:00`.
fn iso_moment(days: f64) -> String {
    match moment(days) {
        Some(moment) if moment.time() == chrono::NaiveTime::MIN => {
            moment.format("%Y-%m-%d").to_string()
        }
        Some(moment) => moment.format("%Y-%m-%d %H:%M:%S").to_string(),
        None => days.to_string(),
    }
}

/// The moment `days` after 1899-12-30, to the second; none beyond the years that a workbook can show.
#[must_use]
pub fn moment(days: f64) -> Option<chrono::NaiveDateTime> {
    const LAST_SERIAL: f64 = 2_958_466.0; // 10000-01-01
    if !(0.0..LAST_SERIAL).contains(&days) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded by LAST_SERIAL")]
    let seconds = (days * 86_400.0).round() as i64;
    let start = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?;
    start.checked_add_signed(chrono::Duration::seconds(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_print_as_iso() {
        assert_eq!(CellValue::Date(43_378.0).text(), "2018-10-05");
        assert_eq!(CellValue::Date(43_378.5).text(), "2018-10-05 12:00:00");
    }
}
