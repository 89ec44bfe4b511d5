//! Columns of dates (READING.md R21).

use chrono::NaiveDate;
use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;

use super::settle::settle;
use super::{Ask, At, ColumnCells};
use crate::programme::Form;
use crate::rows::check::days;
use crate::rows::record::{Record, Slot};
use crate::values::{Finding, Parsed};

/// Reads one column of dates.
pub(crate) struct DateReader<'g> {
    _cells: ColumnCells<'g>,
}

impl<'g> DateReader<'g> {
    pub(super) fn new(_form: &Form, _field: usize, cells: ColumnCells<'g>) -> Self {
        DateReader { _cells: cells }
    }

    pub(super) fn read(&mut self, value: CellValue<'g>, _ask: &Ask, at: At<'_>, record: &mut Record<'g>) {
        let parsed = match self.day(value) {
            Some(day) => Parsed::exact(day),
            None => Parsed::unreadable(Finding::new(Code::TypeError, "date")),
        };
        settle(parsed, value, at, record, |day| Slot::Day(days(day)));
    }

    pub(super) fn day(&mut self, value: CellValue<'g>) -> Option<NaiveDate> {
        let text = value.text();
        NaiveDate::parse_from_str(&text, "%d.%m.%Y")
            .or_else(|_| NaiveDate::parse_from_str(&text, "%Y-%m-%d"))
            .ok()
    }
}
