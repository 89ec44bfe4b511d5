//! How a column writes its numbers: what point and comma mean there (READING.md R17).

use kooste_ingest::grid::CellValue;

use super::digits::{Mark, figures};

/// What the unambiguous values of a column show about point and comma.
///
/// It is needed only where a value is ambiguous: read the column without it first, and look at the other values
/// when [`number`](super::number) answers `number-ambiguous`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NumberStyle {
    point_is_decimal: bool,
    point_is_thousands: bool,
    comma_is_decimal: bool,
    comma_is_thousands: bool,
    /// Whether a point stands before decimals that are no minutes: `1.5`, `1.75`.
    point_is_before_no_minutes: bool,
}

impl NumberStyle {
    /// The evidence of a column's cells.
    #[must_use]
    pub fn of_column<'a>(cells: impl IntoIterator<Item = CellValue<'a>>) -> Self {
        let mut style = NumberStyle::default();
        for cell in cells {
            if let CellValue::Text(text) = cell {
                style.learn(text);
            }
        }
        style
    }

    /// Takes one value as evidence.
    pub fn learn(&mut self, text: &str) {
        let Some(start) = text.find(|character: char| character.is_ascii_digit()) else {
            return;
        };
        let Some(figures) = figures(&text[start..]) else {
            return;
        };
        // `5.10.` is a date, and so is `12.5.2018`; a mark that digits follow is not the end of a number.
        let after = &text[start + figures.length..];
        if after.starts_with(['.', ',', '/', ':']) {
            return;
        }
        match figures.decimal_mark {
            Some(Mark::Point) => {
                self.point_is_decimal = true;
                let is_quarter = matches!(figures.hundredths(), Some(25 | 75));
                let is_minutes = figures
                    .hundredths()
                    .is_some_and(|hundredths| hundredths < 60);
                self.point_is_before_no_minutes |= is_quarter || !is_minutes;
            }
            Some(Mark::Comma) => self.comma_is_decimal = true,
            None => {}
        }
        match figures.thousands_mark {
            Some(Mark::Point) => self.point_is_thousands = true,
            Some(Mark::Comma) => self.comma_is_thousands = true,
            None => {}
        }
    }

    /// Whether `1.30` is a number of hours and not one hour and thirty minutes: only if other values have decimals
    /// behind a point that are no minutes.
    pub(super) fn has_decimal_hours(self) -> bool {
        self.point_is_before_no_minutes
    }

    /// Whether a mark stands before decimals; none if the column does not say, or contradicts itself.
    ///
    /// Where one mark is used for decimals, the other one is not.
    pub(super) fn is_decimal(self, mark: Mark) -> Option<bool> {
        let (decimal, thousands) = match mark {
            Mark::Point => (
                self.point_is_decimal || self.comma_is_thousands,
                self.point_is_thousands || self.comma_is_decimal,
            ),
            Mark::Comma => (
                self.comma_is_decimal || self.point_is_thousands,
                self.comma_is_thousands || self.point_is_decimal,
            ),
        };
        (decimal != thousands).then_some(decimal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(column: &[&str]) -> Option<bool> {
        let cells = column.iter().map(|text| CellValue::Text(text));
        NumberStyle::of_column(cells).is_decimal(Mark::Point)
    }

    #[test]
    fn the_other_values_of_a_column_tell_what_a_point_means() {
        assert_eq!(point(&["12.5", "3"]), Some(true));
        assert_eq!(point(&["1,234,567"]), Some(true));
        assert_eq!(point(&["12,5"]), Some(false));
        assert_eq!(point(&["n. 1.234.567 €"]), Some(false));
    }

    #[test]
    fn a_silent_or_contradictory_column_tells_nothing() {
        assert_eq!(point(&["15", "1.500", "2345", "1 234"]), None);
        assert_eq!(point(&["12.5", "12,5"]), None);
        assert_eq!(point(&["5.10.", "12.5.2018"]), None);
    }
}
