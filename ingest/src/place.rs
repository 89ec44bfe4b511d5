//! Where something stands: file, sheet, row and column, printed as `espoo.xlsx › Toiminta!F17`.

use std::fmt;

/// The letters of a column, `0` → `A`, `26` → `AA`.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::with_capacity(3);
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The column of these letters, `A` → `0`; none if they are not capital letters, or too many.
#[must_use]
pub fn column_index(letters: &str) -> Option<u32> {
    let after = letters.bytes().try_fold(0_u32, |before, letter| {
        let digit = letter.checked_sub(b'A').filter(|digit| *digit < 26)?;
        before.checked_mul(26)?.checked_add(u32::from(digit) + 1)
    })?;
    after.checked_sub(1)
}

/// The address of a cell in A1 notation; `row` counts from 1, `column` from 0.
#[must_use]
pub fn cell_address(row: u32, column: u32) -> String {
    format!("{}{row}", column_letters(column))
}

/// A place in a submission, as exact as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// File name without folders.
    pub file: String,
    /// Sheet name; none in text files.
    pub sheet: Option<String>,
    /// Row, counted from 1 as a spreadsheet shows it.
    pub row: Option<u32>,
    /// Column, counted from 0.
    pub column: Option<u32>,
}

impl Place {
    /// The A1 address, if both row and column are known.
    #[must_use]
    pub fn cell(&self) -> Option<String> {
        Some(cell_address(self.row?, self.column?))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        let inner = match (self.row, self.column) {
            (Some(row), Some(column)) => Some(cell_address(row, column)),
            (Some(row), None) => Some(row.to_string()),
            (None, Some(column)) => Some(column_letters(column)),
            (None, None) => None,
        };
        match (&self.sheet, inner) {
            (Some(sheet), Some(inner)) => write!(f, " › {sheet}!{inner}"),
            (Some(sheet), None) => write!(f, " › {sheet}"),
            (None, Some(inner)) => write!(f, " › {inner}"),
            (None, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        assert_eq!(column_letters(0), "A");
        assert_eq!(column_letters(25), "Z");
        assert_eq!(column_letters(26), "AA");
        assert_eq!(column_letters(16_383), "XFD");
        for column in [0, 25, 26, 701, 702, 16_383] {
            assert_eq!(column_index(&column_letters(column)), Some(column));
        }
        for odd in ["", "a", "F1", "ZZZZZZZZ"] {
            assert_eq!(column_index(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_place_prints_file_sheet_and_cell() {
        let place = Place {
            file: "espoo.xlsx".into(),
            sheet: Some("Toiminta".into()),
            row: Some(17),
            column: Some(5),
        };
        assert_eq!(place.to_string(), "espoo.xlsx › Toiminta!F17");
    }
}
