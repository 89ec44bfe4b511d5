//! The layout of a warehouse: fixed tables from `schema/*.sql`, fact tables generated from the programme.

use duckdb::Connection;

use super::error::WarehouseError;
use super::fact_tables::{self, Types};
use crate::programme::Programme;

/// The layout this program writes. A change of any table raises it and adds a step to [`migrate`].
pub(super) const VERSION: i32 = 5;

const META: &str = include_str!("../../schema/meta.sql");
const REF: &str = include_str!("../../schema/ref.sql");
const CLOSING: &str = include_str!("../../schema/closing.sql");
const CROSSWALK: &str = include_str!("../../schema/crosswalk.sql");

const TOTALS: &str = include_str!("../../schema/totals.sql");
const SNAPSHOT: &str = include_str!("../../schema/snapshot.sql");
const AXES: &str = include_str!("../../schema/axes.sql");

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
    let facts: String = programme
        .forms
        .iter()
        .map(|form| fact_tables::ddl(programme, form, &Types::new()))
        .collect();
    format!(
        "BEGIN;\n{SCHEMAS}\n{META}\n{REF}\n{CLOSING}\n{TOTALS}\n{SNAPSHOT}\n{AXES}\n{facts}\n{CROSSWALK}\nINSERT INTO meta.schema_version VALUES ({VERSION});\nCOMMIT;"
    )
}

/// The layout of an open file.
pub(super) fn version(connection: &Connection) -> Result<i32, duckdb::Error> {
    connection.query_row("SELECT version FROM meta.schema_version", [], |row| {
        row.get(0)
    })
}

/// What turns layout 1 into 2, layout 2 into 3 … Layout 5 changes nothing that is there: new fact tables keep codes as
/// ENUM, which earlier programs do not expect, and those made before go on as VARCHAR.
const STEPS: &[&[&str]] = &[&[CLOSING, CROSSWALK], &[TOTALS, SNAPSHOT], &[AXES], &[]];

/// Brings a file of layout `found` up to [`VERSION`], in one transaction.
pub(super) fn migrate(connection: &Connection, found: i32) -> Result<(), WarehouseError> {
    let done = usize::try_from(found - 1).ok();
    let Some(steps) = done.and_then(|done| STEPS.get(done..)) else {
        return Err(WarehouseError::Fault {
            place: String::from("meta.schema_version"),
            detail: format!("no way from layout {found} to {VERSION}"),
        });
    };
    if steps.is_empty() {
        return Ok(());
    }
    let migrated = connection.execute_batch(&format!(
        "BEGIN;\n{}\nUPDATE meta.schema_version SET version = {VERSION};\nCOMMIT;",
        steps.concat().join("\n")
    ));
    if migrated.is_err() {
        drop(connection.execute_batch("ROLLBACK"));
    }
    Ok(migrated?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_step_from_every_layout_to_the_next() {
        assert_eq!(i32::try_from(STEPS.len()), Ok(VERSION - 1));
    }
}
