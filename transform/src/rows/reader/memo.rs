//! Columns with few different texts in many rows: codes, municipalities, organisations, months. Each text is
//! understood once.

use std::collections::HashMap;

use kooste_ingest::grid::CellValue;

use super::lookup::Lookup;
use super::settle::settle;
use super::{At, ColumnCells, Making};
use crate::evidence::Month;
use crate::rows::digest::BuildQuickHasher;
use crate::rows::record::{Record, Slot};
use crate::values::Parsed;

/// Most texts remembered; a column with more has no repetition worth remembering.
const MOST_ENTRIES: usize = 4096;

/// Reads one column with repeated texts.
pub(crate) struct MemoReader<'g> {
    lookup: Lookup<'g>,
    known: HashMap<Key<'g>, Parsed<Slot<'g>>, BuildQuickHasher>,
}

/// What a cell holds, as far as its meaning depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'g> {
    Text(&'g str),
    Number(u64),
    Date(u64),
    Other,
}

impl<'g> MemoReader<'g> {
    pub(super) fn new(making: Making<'g>, field: usize, cells: ColumnCells<'g>) -> Self {
        MemoReader {
            lookup: Lookup::new(making, field, cells),
            known: HashMap::default(),
        }
    }

    /// Reads a cell; tells whether the result is plain.
    pub(super) fn read(
        &mut self,
        value: CellValue<'g>,
        at: At<'_>,
        record: &mut Record<'g>,
    ) -> bool {
        let parsed = self.parsed(value).clone();
        settle(parsed, value, at, record, |slot| slot)
    }

    /// Takes a year for months that say none; tells whether it is another one, so that texts mean something else.
    pub(super) fn turn_to(&mut self, year: Option<i32>) -> bool {
        let is_other = self.lookup.year != year;
        if is_other {
            self.lookup.year = year;
            self.known.clear();
        }
        is_other
    }

    /// The month of a cell, if it is one.
    pub(super) fn month(&mut self, value: CellValue<'g>) -> Option<Month> {
        match self.parsed(value).value {
            Some(Slot::Month(month)) => Some(month),
            _ => None,
        }
    }

    /// Indices of the decisions that decided something.
    pub(super) fn decided(&self) -> &[usize] {
        self.lookup.decided()
    }

    fn parsed(&mut self, value: CellValue<'g>) -> &Parsed<Slot<'g>> {
        if self.known.len() > MOST_ENTRIES {
            self.known.clear();
        }
        let key = match value {
            CellValue::Text(text) => Key::Text(text),
            CellValue::Number(number) => Key::Number(number.to_bits()),
            CellValue::Date(days) => Key::Date(days.to_bits()),
            _ => Key::Other,
        };
        if key == Key::Other {
            self.known.remove(&key);
        }
        let lookup = &mut self.lookup;
        self.known.entry(key).or_insert_with(|| lookup.parse(value))
    }
}
