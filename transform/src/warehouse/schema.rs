//! The layout of a warehouse: fixed tables from `schema/*.sql`, fact tables generated from the programme.

use duckdb::Connection;

use super::error::WarehouseError;
use super::fact_tables;
use crate::programme::Programme;

/// The layout this program writes. A change of any table raises it and adds a step to [`migrate`].
pub(super) const VERSION: i32 = 1;

const META: &str = include_str!("../../schema/meta.sql");
const REF: &str = include_str!("../../schema/ref.sql");

const SCHEMAS: &str = "
CREATE SCHEMA ref;
CREATE SCHEMA store;
CREATE SCHEMA core;
CREATE SCHEMA history;
CREATE SCHEMA mart;
CREATE SCHEMA meta;
";

/// Lays out an empty file, all or nothing.
pub(super) fn create(connection: &Connection, programme: &Programme) -> Result<(), WarehouseError> {
    connection.execute_batch(&statements(programme))?;
    Ok(())
}

/// The statements that lay out an empty file.
pub(super) fn statements(programme: &Programme) -> String {
    let facts: String = programme.forms.iter().map(fact_tables::ddl).collect();
    format!(
        "BEGIN;\n{SCHEMAS}\n{META}\n{REF}\n{facts}\nINSERT INTO meta.schema_version VALUES ({VERSION});\nCOMMIT;"
    )
}

/// The layout of an open file.
pub(super) fn version(connection: &Connection) -> Result<i32, duckdb::Error> {
    connection.query_row("SELECT version FROM meta.schema_version", [], |row| {
        row.get(0)
    })
}

/// Brings a file of layout `found` up to [`VERSION`], step by step.
pub(super) fn migrate(_connection: &Connection, found: i32) -> Result<(), WarehouseError> {
    // Layout 1 is the first; step `n` will turn layout `n` into `n + 1` in one transaction.
    if (1..=VERSION).contains(&found) {
        return Ok(());
    }
    Err(WarehouseError::Fault {
        place: String::from("meta.schema_version"),
        detail: format!("no way from layout {found} to {VERSION}"),
    })
}
