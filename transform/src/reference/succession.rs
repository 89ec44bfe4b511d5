//! Which municipality stands for an earlier one at a date (READING.md R24).

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::Reference;

/// What became of a municipality by a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Successor {
    /// It exists at that date.
    Itself,
    /// It has become a part of another one.
    Merged(Arc<str>),
    /// It was divided among several, or ceded: nobody can say which one is meant.
    Divided,
    /// No municipality has or had this code.
    Unknown,
}

/// Mergers follow one another; so many in a row never happened.
const LONGEST_CHAIN: usize = 12;

impl Reference {
    /// What became of the municipality `code` by a date.
    #[must_use]
    pub fn successor(&self, code: &str, date: NaiveDate) -> Successor {
        if self.municipality(code, date.year()).is_some() {
            return Successor::Itself;
        }
        let mut current: Arc<str> = Arc::from(code);
        for _ in 0..LONGEST_CHAIN {
            let mut heirs: Vec<&Option<Arc<str>>> = self
                .mergers
                .iter()
                .filter(|merger| *merger.code == *current && merger.date <= date)
                .map(|merger| &merger.successor)
                // A new municipality that kept the code of one of its parts is the same step once more.
                .filter(|heir| heir.as_deref() != Some(&*current))
                .collect();
            heirs.dedup();
            match heirs.as_slice() {
                [] => return Successor::Unknown,
                [Some(heir)] => current = Arc::clone(heir),
                _ => return Successor::Divided,
            }
            if self.municipality(&current, date.year()).is_some() {
                return Successor::Merged(current);
            }
        }
        Successor::Unknown
    }
}
