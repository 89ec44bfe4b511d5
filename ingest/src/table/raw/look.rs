//! What fields look like, and the columns of a table by it.

use super::records::Record;

/// What a field looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Nothing but white space and signs.
    Blank,
    /// More digits than letters.
    Digits,
    /// Anything else.
    Text,
}

pub(super) fn look(field: &str) -> Look {
    let letters = field.chars().filter(|c| c.is_alphabetic()).count();
    let digits = field.chars().filter(char::is_ascii_digit).count();
    match (letters, digits) {
        (0, 0) if field.trim().is_empty() => Look::Blank,
        (letters, digits) if digits > letters => Look::Digits,
        _ => Look::Text,
    }
}

/// Count of fields with anything in them.
pub(super) fn filled(record: &Record) -> usize {
    record
        .iter()
        .filter(|field| !field.trim().is_empty())
        .count()
}

/// How often the fields of a column look like this.
#[derive(Clone, Copy, Default)]
pub(super) struct Looks {
    blank: usize,
    digits: usize,
    text: usize,
}

impl Looks {
    pub(super) fn count(self, look: Look) -> usize {
        match look {
            Look::Blank => self.blank,
            Look::Digits => self.digits,
            Look::Text => self.text,
        }
    }

    /// Whether most of what the column holds is digits.
    pub(super) fn is_numeric(self) -> bool {
        self.digits > self.text
    }
}

/// The columns of a table by its records of that width, or by all where records have no width of their own.
pub(super) fn columns<'r>(
    records: impl Iterator<Item = &'r Record>,
    width: usize,
    have_width: bool,
) -> Vec<Looks> {
    let mut columns = vec![Looks::default(); width];
    for record in records.filter(|record| !have_width || record.len() == width) {
        for (column, field) in columns.iter_mut().zip(record) {
            match look(field) {
                Look::Blank => column.blank += 1,
                Look::Digits => column.digits += 1,
                Look::Text => column.text += 1,
            }
        }
    }
    columns
}

/// Whether a record names columns: words stand where the values are mostly digits, and no digits do.
pub(super) fn names_columns(record: &Record, columns: &[Looks]) -> bool {
    let mut has_words = false;
    for (field, _) in record
        .iter()
        .zip(columns)
        .filter(|(_, column)| column.is_numeric())
    {
        match look(field) {
            Look::Digits => return false,
            Look::Text => has_words = true,
            Look::Blank => {}
        }
    }
    has_words && filled(record) > 1
}
