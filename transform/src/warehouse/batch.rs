//! Rows on their way into a table, collected column by column and appended as Arrow batches.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use duckdb::Appender;
use duckdb::arrow::array::{
    ArrayRef, BooleanBuilder, Date32Builder, Decimal128Builder, Float64Builder, Int32Builder,
    Int64Builder, ListBuilder, StringBuilder, TimestampMicrosecondBuilder, UInt64Builder,
};
use duckdb::arrow::datatypes::DataType;
use duckdb::arrow::record_batch::RecordBatch;
use rust_decimal::Decimal;

use super::error::WarehouseError;
use super::facts_in::ROWS_PER_CHUNK;

/// Type of a column.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// VARCHAR or JSON.
    Text,
    /// VARCHAR[].
    List,
    /// INTEGER.
    Int,
    /// BIGINT.
    Long,
    /// UBIGINT.
    Hash,
    /// BOOLEAN.
    Bool,
    /// DOUBLE.
    Float,
    /// DATE.
    Date,
    /// TIMESTAMP.
    Time,
    /// DECIMAL.
    Decimal(u8, i8),
}

#[derive(Debug)]
enum Builder {
    Text(StringBuilder),
    List(ListBuilder<StringBuilder>),
    Int(Int32Builder),
    Long(Int64Builder),
    Hash(UInt64Builder),
    Bool(BooleanBuilder),
    Float(Float64Builder),
    Date(Date32Builder),
    Time(TimestampMicrosecondBuilder),
    Decimal(Decimal128Builder, u32),
}

impl Builder {
    fn new(kind: Kind) -> Self {
        match kind {
            Kind::Text => Builder::Text(StringBuilder::new()),
            Kind::List => Builder::List(ListBuilder::new(StringBuilder::new())),
            Kind::Int => Builder::Int(Int32Builder::new()),
            Kind::Long => Builder::Long(Int64Builder::new()),
            Kind::Hash => Builder::Hash(UInt64Builder::new()),
            Kind::Bool => Builder::Bool(BooleanBuilder::new()),
            Kind::Float => Builder::Float(Float64Builder::new()),
            Kind::Date => Builder::Date(Date32Builder::new()),
            Kind::Time => Builder::Time(TimestampMicrosecondBuilder::new()),
            Kind::Decimal(digits, decimals) => Builder::Decimal(
                Decimal128Builder::new().with_data_type(DataType::Decimal128(digits, decimals)),
                u32::try_from(decimals).unwrap_or(0),
            ),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Builder::Text(builder) => Arc::new(builder.finish()),
            Builder::List(builder) => Arc::new(builder.finish()),
            Builder::Int(builder) => Arc::new(builder.finish()),
            Builder::Long(builder) => Arc::new(builder.finish()),
            Builder::Hash(builder) => Arc::new(builder.finish()),
            Builder::Bool(builder) => Arc::new(builder.finish()),
            Builder::Float(builder) => Arc::new(builder.finish()),
            Builder::Date(builder) => Arc::new(builder.finish()),
            Builder::Time(builder) => Arc::new(builder.finish()),
            Builder::Decimal(builder, _) => Arc::new(builder.finish()),
        }
    }

    fn append(&mut self, cell: &Cell<'_>) -> bool {
        match (self, cell) {
            (Builder::Text(builder), Cell::Text(value)) => builder.append_option(*value),
            (Builder::List(builder), Cell::List(values)) => {
                for value in *values {
                    builder.values().append_value(value);
                }
                builder.append(true);
            }
            (Builder::Int(builder), Cell::Int(value)) => builder.append_option(*value),
            (Builder::Long(builder), Cell::Long(value)) => builder.append_option(*value),
            (Builder::Hash(builder), Cell::Hash(value)) => builder.append_option(*value),
            (Builder::Bool(builder), Cell::Bool(value)) => builder.append_value(*value),
            (Builder::Float(builder), Cell::Float(value)) => builder.append_value(*value),
            (Builder::Date(builder), Cell::Date(value)) => {
                builder.append_option(value.map(days_since_epoch));
            }
            (Builder::Time(builder), Cell::Time(value)) => {
                builder.append_option(value.map(|moment| moment.and_utc().timestamp_micros()));
            }
            (Builder::Decimal(builder, decimals), Cell::Decimal(value)) => {
                builder.append_option(value.map(|number| units(number, *decimals)));
            }
            _ => return false,
        }
        true
    }
}

/// Days from 1970-01-01, as DATE is kept.
pub(crate) fn days_since_epoch(day: NaiveDate) -> i32 {
    i32::try_from(day.signed_duration_since(NaiveDate::default()).num_days()).unwrap_or(0)
}

/// A decimal in units of its last decimal.
fn units(number: Decimal, decimals: u32) -> i128 {
    let mut scaled = number;
    scaled.rescale(decimals);
    scaled.mantissa()
}

/// One value of a row.
#[derive(Debug)]
pub(crate) enum Cell<'a> {
    /// VARCHAR or JSON.
    Text(Option<&'a str>),
    /// VARCHAR[].
    List(&'a [&'a str]),
    /// INTEGER.
    Int(Option<i32>),
    /// BIGINT.
    Long(Option<i64>),
    /// UBIGINT.
    Hash(Option<u64>),
    /// BOOLEAN.
    Bool(bool),
    /// DOUBLE.
    Float(f64),
    /// DATE.
    Date(Option<NaiveDate>),
    /// TIMESTAMP.
    Time(Option<NaiveDateTime>),
    /// DECIMAL.
    Decimal(Option<Decimal>),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(value: &'a str) -> Self {
        Cell::Text(Some(value))
    }
}

impl<'a> From<Option<&'a str>> for Cell<'a> {
    fn from(value: Option<&'a str>) -> Self {
        Cell::Text(value)
    }
}

/// A count of rows; one beyond INTEGER, which no file allowed here reaches, is kept at its end.
impl From<u32> for Cell<'_> {
    fn from(value: u32) -> Self {
        Cell::Int(Some(i32::try_from(value).unwrap_or(i32::MAX)))
    }
}

impl From<i32> for Cell<'_> {
    fn from(value: i32) -> Self {
        Cell::Int(Some(value))
    }
}

impl From<bool> for Cell<'_> {
    fn from(value: bool) -> Self {
        Cell::Bool(value)
    }
}

impl From<NaiveDate> for Cell<'_> {
    fn from(value: NaiveDate) -> Self {
        Cell::Date(Some(value))
    }
}

impl From<NaiveDateTime> for Cell<'_> {
    fn from(value: NaiveDateTime) -> Self {
        Cell::Time(Some(value))
    }
}

/// A table being appended to.
pub(crate) struct Batch<'c> {
    table: &'static str,
    appender: Appender<'c>,
    names: Vec<&'static str>,
    builders: Vec<Builder>,
    rows: usize,
}

impl<'c> Batch<'c> {
    /// Starts appending to `schema.table` with all of its columns in order.
    pub(crate) fn new(
        connection: &'c duckdb::Connection,
        schema: &str,
        table: &'static str,
        columns: &[(&'static str, Kind)],
    ) -> Result<Self, WarehouseError> {
        Ok(Batch {
            table,
            appender: connection.appender_to_db(table, schema)?,
            names: columns.iter().map(|(name, _)| *name).collect(),
            builders: columns
                .iter()
                .map(|(_, kind)| Builder::new(*kind))
                .collect(),
            rows: 0,
        })
    }

    /// Adds a row of as many cells as there are columns.
    pub(crate) fn push(&mut self, cells: &[Cell<'_>]) -> Result<(), WarehouseError> {
        let fits = cells.len() == self.builders.len()
            && self
                .builders
                .iter_mut()
                .zip(cells)
                .all(|(builder, cell)| builder.append(cell));
        if !fits {
            return Err(WarehouseError::Fault {
                place: self.table.to_owned(),
                detail: format!("a row does not fit the columns: {cells:?}"),
            });
        }
        self.rows += 1;
        if self.rows >= ROWS_PER_CHUNK {
            self.send()?;
        }
        Ok(())
    }

    fn send(&mut self) -> Result<(), WarehouseError> {
        if self.rows == 0 {
            return Ok(());
        }
        let columns = self
            .names
            .iter()
            .zip(&mut self.builders)
            .map(|(name, builder)| (*name, builder.finish(), true));
        let batch = RecordBatch::try_from_iter_with_nullable(columns).map_err(|error| {
            WarehouseError::Fault {
                place: self.table.to_owned(),
                detail: error.to_string(),
            }
        })?;
        self.appender.append_record_batch(batch)?;
        self.rows = 0;
        Ok(())
    }

    /// Hands everything to DuckDB and reports what it refuses.
    pub(crate) fn finish(mut self) -> Result<(), WarehouseError> {
        self.send()?;
        Ok(self.appender.flush()?)
    }
}
