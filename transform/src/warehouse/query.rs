//! Running SQL and handing out values without DuckDB's types.

use std::io::Write;
use std::path::Path;

use duckdb::arrow::datatypes::DataType;
use duckdb::{Connection, Row, params_from_iter};

use super::engine_values::{Parameter, value};
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
        let names = self.distinct_names();
        out.write_all(b"[")?;
        for (at, row) in self.rows.iter().enumerate() {
            out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
            let object: serde_json::Map<String, serde_json::Value> = names
                .iter()
                .cloned()
                .zip(row.iter().map(Value::json))
                .collect();
            serde_json::to_writer(&mut *out, &object)?;
        }
        out.write_all(b"\n]\n")
    }

    /// The names of the columns; of columns with the same name the later ones get a number, `a`, `a_1`, as an object
    /// has each name once.
    fn distinct_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for column in &self.columns {
            let numbered = (1..).map(|number| format!("{column}_{number}"));
            let free = std::iter::once(column.clone())
                .chain(numbered)
                .find(|name| !names.contains(name));
            names.extend(free);
        }
        names
    }
}

fn values(row: &Row<'_>, nothing: &[bool]) -> Result<Vec<Value>, duckdb::Error> {
    let one = |(at, nothing): (usize, &bool)| match nothing {
        true => Ok(Value::Null),
        false => Ok(value(row.get_ref(at)?)),
    };
    nothing.iter().enumerate().map(one).collect()
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
    fn every_type_is_told_as_the_engine_writes_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("warehouse.duckdb");
        let warehouse = Warehouse::create(&path, &testkit::context().programme, None).unwrap();
        for sql in [
            "INTERVAL '14 months 3 days 04:05:06'",
            "INTERVAL '-2 days'",
            "INTERVAL '-00:00:01.5'",
            "INTERVAL 0 DAY",
            "TIME '10:00:00'",
            "TIME '10:00:00.25'",
            "TIMESTAMP '2018-10-05 10:00:00'",
            "DATE '2018-10-05'",
            "'ab\\x00\\xC4'::BLOB",
            "UUID '9c163b50-7a02-450f-bd8e-a615a5824ab3'",
            "1.50::DECIMAL(9, 2)",
            "7::UTINYINT",
            "12345678901234567890::UHUGEINT",
            "'II'::ENUM('I', 'II')",
            "NULL::INTEGER",
        ] {
            let both = format!("SELECT {sql}, CAST({sql} AS VARCHAR)");
            let found = warehouse.query(&both, &[]).unwrap();
            let [shown, written] = &found.rows[0][..] else {
                panic!("two columns");
            };
            assert_eq!(shown.to_string(), written.to_string(), "{sql}");
        }
        for (sql, expected) in [
            ("[1::TINYINT, NULL]", "[1,null]"),
            (
                "{'a': 1::UTINYINT, 'b': [DATE '2018-10-05']}",
                r#"{"a":1,"b":["2018-10-05"]}"#,
            ),
            ("MAP {'x': 1.5, 'y': 2.0}", r#"{"x":1.5,"y":2.0}"#),
            (
                "MAP {DATE '2018-10-05': INTERVAL 1 DAY}",
                r#"{"2018-10-05":"1 day"}"#,
            ),
            ("union_value(a := 7)", "7"),
        ] {
            let found = warehouse.query(&format!("SELECT {sql}"), &[]).unwrap();
            assert_eq!(found.rows[0][0].json().to_string(), expected, "{sql}");
            assert_eq!(found.rows[0][0].to_string(), expected, "{sql}");
        }
    }

    #[test]
    fn columns_of_the_same_name_are_all_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("warehouse.duckdb");
        let warehouse = Warehouse::create(&path, &testkit::context().programme, None).unwrap();
        let found = warehouse.query("SELECT 1 AS a, 2 AS a_1, 3 AS a", &[]);
        let mut told = Vec::new();
        found.unwrap().write(ExportFormat::Json, &mut told).unwrap();
        let told = String::from_utf8(told).unwrap();
        assert_eq!(told, "[\n{\"a\":1,\"a_1\":2,\"a_2\":3}\n]\n");
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
