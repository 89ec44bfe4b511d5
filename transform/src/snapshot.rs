//! The state in which a month was closed: the tables of `ref` and `meta` are kept beside the originals; facts never
//! change, so that they are taken from the warehouse of today by the versions that stood then, and the marts are
//! computed anew.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use flate2::Compression;
use flate2::read::{GzDecoder, GzEncoder};

use crate::programme::Programme;
use crate::warehouse::{Warehouse, WarehouseError, beside, models};

/// Schemas of which all tables are kept.
const KEPT: &str = "'meta', 'ref'";

/// Name that tells the archive the kind of file.
pub(crate) const FILE_NAME: &str = "snapshot.gz";

/// The tables of a warehouse that are kept, compressed; `scratch` is a file that is not there and is not left.
pub(crate) fn take(warehouse: &Warehouse, scratch: &Path) -> Result<Vec<u8>, WarehouseError> {
    beside::remove(scratch);
    let taken = fill(warehouse, scratch).and_then(|()| {
        let compress = || {
            let mut bytes = Vec::new();
            GzEncoder::new(fs::File::open(scratch)?, Compression::default())
                .read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        compress().map_err(|source| WarehouseError::io(scratch, source))
    });
    beside::remove(scratch);
    taken
}

fn fill(warehouse: &Warehouse, scratch: &Path) -> Result<(), WarehouseError> {
    let tables = tables(warehouse, "current_database()")?;
    let attached = quoted(scratch);
    warehouse.execute(&format!(
        "ATTACH {attached} AS snapshot (STORAGE_VERSION 'v1.4.0'); CREATE SCHEMA snapshot.meta; CREATE SCHEMA snapshot.ref"
    ))?;
    let filled = tables.iter().try_for_each(|name| {
        warehouse.execute(&format!(
            "CREATE TABLE snapshot.{name} AS SELECT * FROM {name}"
        ))
    });
    warehouse.execute("DETACH snapshot")?;
    filled
}

/// Makes the warehouse in which a snapshot was taken as a new file in `folder`, which has to be empty: facts come from
/// `warehouse`, nothing is written there.
pub(crate) fn restore(
    bytes: &[u8],
    warehouse: &Path,
    programme: &Programme,
    folder: &Path,
) -> Result<Warehouse, WarehouseError> {
    let unpacked = folder.join("snapshot.duckdb");
    let unpack = || {
        io::copy(
            &mut GzDecoder::new(bytes),
            &mut fs::File::create(&unpacked)?,
        )
    };
    unpack().map_err(|source| WarehouseError::io(&unpacked, source))?;
    let then = Warehouse::create(&folder.join("warehouse.duckdb"), programme, None)?;
    then.execute(&format!(
        "ATTACH {} AS snapshot (READ_ONLY); ATTACH {} AS today (READ_ONLY)",
        quoted(&unpacked),
        quoted(warehouse)
    ))?;
    let here = tables(&then, "current_database()")?;
    for name in tables(&then, "'snapshot'")?.intersection(&here) {
        if name != "meta.schema_version" {
            let columns = names(&shared_columns(&then, name, "snapshot")?);
            then.execute(&format!(
                "DELETE FROM {name}; INSERT INTO {name} ({columns}) SELECT {columns} FROM snapshot.{name}"
            ))?;
        }
    }
    for form in &programme.forms {
        let name = format!("store.\"{}\"", form.table);
        let shared = shared_columns(&then, &format!("store.{}", form.table), "today")?;
        take_types(&then, &name, &shared)?;
        let columns = names(&shared);
        then.execute(&format!(
            "INSERT INTO {name} ({columns}) SELECT {columns} FROM today.{name} AS fact WHERE fact.version_key IN ( \
               SELECT report.version_key FROM meta.report AS report)"
        ))?;
    }
    then.execute("DETACH snapshot; DETACH today")?;
    models::create(&then, programme)?;
    Ok(then)
}

fn tables(warehouse: &Warehouse, database: &str) -> Result<BTreeSet<String>, WarehouseError> {
    let found = warehouse.query(
        &format!(
            "SELECT schema_name || '.' || table_name FROM duckdb_tables() \
             WHERE database_name = {database} AND schema_name IN ({KEPT}) ORDER BY 1"
        ),
        &[],
    )?;
    Ok(found.rows.iter().map(|row| row[0].to_string()).collect())
}

/// A column of a table that is here and in another database.
struct Shared {
    name: String,
    /// Its type here and there.
    types: [String; 2],
}

/// The columns that a table, as `schema.table`, has here and in another database: layouts and programmes gain columns.
fn shared_columns(
    warehouse: &Warehouse,
    table: &str,
    database: &str,
) -> Result<Vec<Shared>, WarehouseError> {
    let found = warehouse.query(
        &format!(
            "SELECT here.column_name, here.data_type, there.data_type \
             FROM duckdb_columns() AS here JOIN duckdb_columns() AS there \
             ON there.schema_name = here.schema_name AND there.table_name = here.table_name \
               AND there.column_name = here.column_name \
             WHERE here.database_name = current_database() AND there.database_name = '{database}' \
               AND here.schema_name || '.' || here.table_name = '{table}' ORDER BY here.column_index"
        ),
        &[],
    )?;
    let shared = found.rows.iter().map(|row| Shared {
        name: row[0].to_string(),
        types: [row[1].to_string(), row[2].to_string()],
    });
    Ok(shared.collect())
}

fn names(columns: &[Shared]) -> String {
    let names = columns.iter().map(|column| format!("\"{}\"", column.name));
    names.collect::<Vec<_>>().join(", ")
}

/// Gives the columns of an empty table here the types that they have there: those of codes hold codes that the programme
/// has given up.
fn take_types(then: &Warehouse, table: &str, columns: &[Shared]) -> Result<(), WarehouseError> {
    for Shared { name, types } in columns {
        let [here, there] = types;
        if here != there {
            then.execute(&format!(
                "ALTER TABLE {table} ALTER COLUMN \"{name}\" TYPE {there}"
            ))?;
        }
    }
    Ok(())
}

fn quoted(path: &Path) -> String {
    format!("'{}'", path.to_string_lossy().replace('\'', "''"))
}
