//! Columns of dates (READING.md R21): single days, ranges with an end, lists that count sessions.

use chrono::{Datelike, NaiveDate};
use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;
use kooste_ingest::vocabulary::FieldKind;

use super::settle::settle;
use super::{Ask, At, ColumnCells};
use crate::evidence::Month;
use crate::programme::Form;
use crate::rows::check::days;
use crate::rows::record::{Record, Slot};
use crate::values::date::{DateBounds, DateRule, DateStyle, Span, date};

/// Reads one column of dates.
pub(crate) struct DateReader<'g> {
    bounds: DateBounds,
    /// The field of the last day of a range.
    end: Option<usize>,
    /// The field that counts how often something took place.
    sessions: Option<usize>,
    cells: ColumnCells<'g>,
    /// What the other values of the column show, looked at when a value is ambiguous.
    style: Option<DateStyle>,
}

impl<'g> DateReader<'g> {
    pub(super) fn new(form: &Form, field: usize, cells: ColumnCells<'g>) -> Self {
        let is_start = form.fields[field].required;
        let next_date = |at: &usize| form.fields[*at].kind == FieldKind::Date;
        let is_first = (0..field).all(|at| !next_date(&at));
        let counts_times = |at: &usize| {
            form.fields[*at].kind == FieldKind::Count
                && form.fields[*at].unit.as_deref() == Some("times")
        };
        DateReader {
            bounds: if is_start {
                DateBounds::NearMonth
            } else {
                DateBounds::Century
            },
            end: (field + 1..form.fields.len())
                .find(next_date)
                .filter(|_| is_first),
            sessions: (0..form.fields.len())
                .find(counts_times)
                .filter(|_| is_first),
            cells,
            style: None,
        }
    }

    /// Reads a cell; tells whether the result is plain and concerns no other field.
    pub(super) fn read(
        &mut self,
        value: CellValue<'g>,
        ask: &Ask,
        at: At<'_>,
        record: &mut Record<'g>,
    ) -> bool {
        let mut rule = DateRule {
            month: ask.month,
            bounds: self.bounds,
            style: DateStyle::default(),
        };
        let mut parsed = date(value, &rule);
        if parsed
            .findings
            .iter()
            .any(|finding| finding.code == Code::DateAmbiguous)
        {
            let cells = self.cells;
            let learn = || DateStyle::of_column(cells.iter(), ask.month);
            rule.style = *self.style.get_or_insert_with(learn);
            parsed = date(value, &rule);
        }
        if let Some(span) = parsed.value {
            self.spread(span, record);
        }
        let is_one_day = |span: Span| span.end.is_none() && span.sessions.is_none();
        let is_alone = parsed.value.is_some_and(is_one_day);
        let is_plain = settle(parsed, value, at, record, |span| {
            Slot::Day(days(span.start))
        });
        is_plain && is_alone
    }

    /// Gives the end of a range and the number of days of a list to their fields, where these are blank.
    fn spread(&self, span: Span, record: &mut Record<'_>) {
        let parts = [
            (self.end, span.end.map(|end| Slot::Day(days(end)))),
            (self.sessions, span.sessions.map(Slot::Count)),
        ];
        for part in parts {
            if let (Some(field), Some(slot)) = part
                && record.slots[field] == Slot::BLANK
            {
                record.slots[field] = slot;
            }
        }
    }

    /// The day of a cell; one without a year is the last such day until the month of `arrival`.
    pub(super) fn day(&self, value: CellValue<'_>, arrival: Option<Month>) -> Option<NaiveDate> {
        let rule = |month: Option<Month>| DateRule {
            month,
            bounds: DateBounds::Century,
            style: DateStyle::default(),
        };
        if let Some(span) = date(value, &rule(None)).value {
            return Some(span.start);
        }
        let day = date(value, &rule(Some(arrival?))).value?.start;
        let is_later = Month::of(day) > arrival?;
        Some(if is_later {
            day.with_year(day.year() - 1)?
        } else {
            day
        })
    }
}
