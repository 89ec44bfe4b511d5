//! Results of the warehouse, read column by column under their names.

use chrono::NaiveDate;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::{Rows, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::error::ReportError;

/// Asks the warehouse and turns each row of the answer into a `T`.
pub(super) fn ask<T>(
    warehouse: &Warehouse,
    table: &'static str,
    sql: &str,
    parameters: &[Value],
    read: impl Fn(&Record) -> Result<T, ReportError>,
) -> Result<Vec<T>, ReportError> {
    let answer = warehouse
        .query(sql, parameters)
        .map_err(|source| ReportError::Warehouse {
            mart: table,
            source,
        })?;
    (0..answer.rows.len())
        .map(|row| {
            read(&Record {
                table,
                answer: &answer,
                row,
            })
        })
        .collect()
}

/// One row of an answer.
pub(super) struct Record<'a> {
    table: &'static str,
    answer: &'a Rows,
    row: usize,
}

impl Record<'_> {
    /// A date that is always there.
    pub(super) fn date(&self, column: &'static str) -> Result<NaiveDate, ReportError> {
        match self.value(column) {
            Some(Value::Date(date)) => Ok(*date),
            _ => Err(self.fault(column, "a date")),
        }
    }

    /// A text that is always there.
    pub(super) fn text(&self, column: &'static str) -> Result<String, ReportError> {
        self.maybe_text(column)?
            .ok_or_else(|| self.fault(column, "a text"))
    }

    /// A text or NULL.
    pub(super) fn maybe_text(&self, column: &'static str) -> Result<Option<String>, ReportError> {
        match self.value(column) {
            Some(Value::Text(text)) => Ok(Some(text.clone())),
            Some(Value::Null) => Ok(None),
            _ => Err(self.fault(column, "a text or NULL")),
        }
    }

    /// Texts of a list.
    pub(super) fn texts(&self, column: &'static str) -> Result<Vec<String>, ReportError> {
        match self.value(column) {
            Some(Value::Null) => Ok(Vec::new()),
            Some(list @ Value::List(_)) => Ok(list.texts()),
            _ => Err(self.fault(column, "a list")),
        }
    }

    /// A count that is always there.
    pub(super) fn count(&self, column: &'static str) -> Result<u64, ReportError> {
        self.number(column)?
            .and_then(|number| number.to_u64())
            .ok_or_else(|| self.fault(column, "a count"))
    }

    /// A date or NULL.
    pub(super) fn maybe_date(
        &self,
        column: &'static str,
    ) -> Result<Option<NaiveDate>, ReportError> {
        match self.value(column) {
            Some(Value::Date(date)) => Ok(Some(*date)),
            Some(Value::Null) => Ok(None),
            _ => Err(self.fault(column, "a date or NULL")),
        }
    }

    /// A count, nothing being zero.
    pub(super) fn maybe_count(&self, column: &'static str) -> Result<u64, ReportError> {
        let number = self.number(column)?.unwrap_or_default();
        number
            .to_u64()
            .ok_or_else(|| self.fault(column, "a count or NULL"))
    }

    /// A truth value, nothing being false.
    pub(super) fn truth(&self, column: &'static str) -> Result<bool, ReportError> {
        match self.value(column) {
            Some(Value::Bool(truth)) => Ok(*truth),
            Some(Value::Null) => Ok(false),
            _ => Err(self.fault(column, "a truth value")),
        }
    }

    /// A number or NULL.
    pub(super) fn number(&self, column: &'static str) -> Result<Option<Decimal>, ReportError> {
        match self.value(column) {
            Some(Value::Int(number)) => Ok(Some(Decimal::from(*number))),
            Some(Value::Decimal(number)) => Ok(Some(*number)),
            Some(Value::Null) => Ok(None),
            _ => Err(self.fault(column, "an exact number or NULL")),
        }
    }

    fn value(&self, column: &str) -> Option<&Value> {
        let at = self.answer.columns.iter().position(|name| name == column)?;
        self.answer.rows[self.row].get(at)
    }

    fn fault(&self, column: &'static str, expected: &'static str) -> ReportError {
        ReportError::Column {
            mart: self.table,
            column,
            expected,
        }
    }
}
