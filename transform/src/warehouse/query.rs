//! Running SQL and handing out values without DuckDB's types.

use std::io::Write;
use std::path::Path;

use chrono::{DateTime, NaiveDate};
use duckdb::arrow::datatypes::DataType;
use duckdb::types::{TimeUnit, Value as Engine, ValueRef};
use duckdb::{Connection, Row, ToSql, params_from_iter};
use rust_decimal::Decimal;

use super::error::WarehouseError;
use super::open::Warehouse;
use super::read::{Rows, Value};

/// What a result can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// RFC 4180, UTF-8, comma, header.
    Csv,
    /// One array of objects.
    Json,
    /// Apache Parquet.
    Parquet,
}

impl Warehouse {
    /// Runs one statement and returns its result.
    ///
    /// # Errors
    ///
    /// [`WarehouseError::Query`] with the engine's words.
    pub fn query(&self, sql: &str, params: &[Value]) -> Result<Rows, WarehouseError> {
        rows(self.connection()?, sql, params).map_err(|error| WarehouseError::Query {
            detail: error.to_string(),
        })
    }

    /// Writes the result of one statement to `target`, which becomes a Parquet file.
    ///
    /// # Errors
    ///
    /// [`WarehouseError::Unsupported`] if this build has no Parquet, else as [`Warehouse::query`].
    pub fn export_parquet(path: &Path, sql: &str, target: &Path) -> Result<(), WarehouseError> {
        let warehouse = Self::open_export(path, target)?;
        if !warehouse.writes_parquet()? {
            return Err(WarehouseError::Unsupported { format: "parquet" });
        }
        let sql = sql.trim().trim_end_matches(';');
        let target = target.to_string_lossy().replace('\'', "''");
        let copy = format!("COPY (\n{sql}\n) TO '{target}' (FORMAT parquet)");
        warehouse.query(&copy, &[])?;
        Ok(())
    }

    /// Tells whether the engine was built with Parquet; nothing is loaded from elsewhere.
    pub(crate) fn writes_parquet(&self) -> Result<bool, WarehouseError> {
        let sql = "SELECT 1 FROM duckdb_functions() WHERE function_name = 'parquet_scan'";
        Ok(!self.query(sql, &[])?.rows.is_empty())
    }
}

fn rows(connection: &Connection, sql: &str, params: &[Value]) -> Result<Rows, duckdb::Error> {
    let mut statement = connection.prepare(sql)?;
    let mut found = statement.query(params_from_iter(params.iter().map(Parameter)))?;
    let columns = match found.as_ref() {
        Some(statement) => statement.column_names(),
        None => Vec::new(),
    };
    // The engine's client cannot give values of a column that is nothing but NULL.
    let nothing: Vec<bool> = match found.as_ref() {
        Some(statement) => (0..columns.len())
            .map(|at| statement.column_type(at) == DataType::Null)
            .collect(),
        None => Vec::new(),
    };
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        rows.push(values(row, &nothing)?);
    }
    Ok(Rows { columns, rows })
}

impl Rows {
    /// Writes the result as CSV (RFC 4180) or JSON (an array of objects, one a line); a NULL is empty or `null`.
    ///
    /// # Errors
    ///
    /// [`WarehouseError::Unsupported`] for Parquet, which only [`Warehouse::export_parquet`] writes; else what `out` says.
    pub fn write(&self, format: ExportFormat, out: &mut dyn Write) -> Result<(), WarehouseError> {
        let io = |error| WarehouseError::io(Path::new("-"), error);
        match format {
            ExportFormat::Csv => self.write_csv(out).map_err(io),
            ExportFormat::Json => self.write_json(out).map_err(io),
            ExportFormat::Parquet => Err(WarehouseError::Unsupported { format: "parquet" }),
        }
    }

    fn write_csv(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(out);
        writer.write_record(&self.columns)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(Value::to_string))?;
        }
        writer.flush()
    }

    fn write_json(&self, out: &mut dyn Write) -> std::io::Result<()> {
        out.write_all(b"[")?;
        for (at, row) in self.rows.iter().enumerate() {
            out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
            let object: serde_json::Map<String, serde_json::Value> = self
                .columns
                .iter()
                .cloned()
                .zip(row.iter().map(Value::json))
                .collect();
            serde_json::to_writer(&mut *out, &object)?;
        }
        out.write_all(b"\n]\n")
    }
}

fn values(row: &Row<'_>, nothing: &[bool]) -> Result<Vec<Value>, duckdb::Error> {
    let one = |(at, nothing): (usize, &bool)| match nothing {
        true => Ok(Value::Null),
        false => Ok(value(row.get_ref(at)?)),
    };
    nothing.iter().enumerate().map(one).collect()
}

fn value(found: ValueRef<'_>) -> Value {
    match found {
        ValueRef::Null => Value::Null,
        ValueRef::Boolean(truth) => Value::Bool(truth),
        ValueRef::TinyInt(number) => Value::Int(number.into()),
        ValueRef::SmallInt(number) => Value::Int(number.into()),
        ValueRef::Int(number) => Value::Int(number.into()),
        ValueRef::BigInt(number) => Value::Int(number),
        ValueRef::UTinyInt(number) => Value::Int(number.into()),
        ValueRef::USmallInt(number) => Value::Int(number.into()),
        ValueRef::UInt(number) => Value::Int(number.into()),
        ValueRef::UBigInt(number) => whole(i128::from(number)),
        ValueRef::HugeInt(number) => whole(number),
        ValueRef::Float(number) => Value::Float(number.into()),
        ValueRef::Double(number) => Value::Float(number),
        ValueRef::Decimal(number) => decimal(number.value(), number.scale().into()),
        ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Date32(days) => date(days).map_or(Value::Null, Value::Date),
        ValueRef::Timestamp(unit, count) => Value::Text(timestamp(unit, count)),
        other => owned(other.to_owned()),
    }
}

/// Nested values come as owned ones only.
fn owned(found: Engine) -> Value {
    match found {
        Engine::Null => Value::Null,
        Engine::List(items) | Engine::Array(items) => {
            Value::List(items.into_iter().map(owned).collect())
        }
        Engine::Text(text) | Engine::Enum(text) => Value::Text(text),
        Engine::Boolean(truth) => Value::Bool(truth),
        Engine::Int(number) => Value::Int(number.into()),
        Engine::BigInt(number) => Value::Int(number),
        Engine::HugeInt(number) => whole(number),
        Engine::Double(number) => Value::Float(number),
        Engine::Decimal(number) => decimal(number.value(), number.scale().into()),
        Engine::Date32(days) => date(days).map_or(Value::Null, Value::Date),
        Engine::Timestamp(unit, count) => Value::Text(timestamp(unit, count)),
        other => Value::Text(format!("{other:?}")),
    }
}

/// A whole number that may be wider than 64 bits, e.g. the sum of a column.
fn whole(number: i128) -> Value {
    i64::try_from(number).map_or_else(|_| decimal(number, 0), Value::Int)
}

/// A decimal; one of more than 28 digits, which no figure here has, is kept as its digits.
fn decimal(units: i128, decimals: u32) -> Value {
    Decimal::try_from_i128_with_scale(units, decimals).map_or_else(
        |_| Value::Text(format!("{units}e-{decimals}")),
        Value::Decimal,
    )
}

fn date(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_signed(chrono::Duration::days(days.into()))
}

fn timestamp(unit: TimeUnit, count: i64) -> String {
    DateTime::from_timestamp_micros(unit.to_micros(count)).map_or_else(String::new, |moment| {
        moment
            .naive_utc()
            .format("%Y-%m-%d %H:%M:%S%.f")
            .to_string()
    })
}

/// A parameter on its way into a statement.
struct Parameter<'a>(&'a Value);

impl ToSql for Parameter<'_> {
    fn to_sql(&self) -> duckdb::Result<duckdb::types::ToSqlOutput<'_>> {
        use duckdb::types::ToSqlOutput;
        Ok(match self.0 {
            Value::Null => ToSqlOutput::Owned(Engine::Null),
            Value::Bool(truth) => ToSqlOutput::Owned(Engine::Boolean(*truth)),
            Value::Int(number) => ToSqlOutput::Owned(Engine::BigInt(*number)),
            Value::Float(number) => ToSqlOutput::Owned(Engine::Double(*number)),
            Value::Decimal(number) => ToSqlOutput::Owned(Engine::Text(number.to_string())),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Date(day) => ToSqlOutput::Owned(Engine::Text(day.to_string())),
            Value::List(_) => {
                return Err(duckdb::Error::ToSqlConversionFailure(
                    "a list cannot be a parameter".into(),
                ));
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit;

    #[test]
    fn a_column_of_nothing_but_null_is_null() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("warehouse.duckdb");
        let warehouse = Warehouse::create(&path, &testkit::context().programme, None).unwrap();
        let found = warehouse.query("SELECT NULL AS a, 1 AS b", &[]).unwrap();
        assert_eq!(found.rows, [[Value::Null, Value::Int(1)]]);
    }

    #[test]
    fn a_result_is_exported_as_parquet_and_nothing_else_is_written_or_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("warehouse.duckdb");
        drop(Warehouse::create(&path, &testkit::context().programme, None).unwrap());
        let target = folder.path().join("result.parquet");
        Warehouse::export_parquet(&path, "SELECT 1 AS one;", &target).unwrap();
        assert_eq!(&std::fs::read(&target).unwrap()[..4], b"PAR1");

        let other = folder.path().join("other.csv");
        std::fs::write(&other, "a\n1\n").unwrap();
        let reading = format!("SELECT * FROM read_csv('{}')", other.display());
        let refused = Warehouse::export_parquet(&path, &reading, &target);
        assert!(matches!(refused, Err(WarehouseError::Query { .. })));
    }
}
