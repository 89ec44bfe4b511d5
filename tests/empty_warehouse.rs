//! The empty warehouse that new ones are copied from is what the statements make (`KOOSTE_UPDATE=1` makes it anew).

use std::fs;
use std::path::Path;

use kooste::builtin::{self, EMPTY_WAREHOUSE};
use kooste_transform::warehouse::read::Rows;
use kooste_transform::warehouse::{Template, Warehouse};
use tempfile::TempDir;

use crate::kit::{committed, root};

/// All that a catalog says of its tables, views, macros and columns, and what the tables hold.
const CATALOG: [&str; 5] = [
    "SELECT schema_name, table_name, comment, sql, estimated_size FROM duckdb_tables() ORDER BY ALL",
    "SELECT schema_name, table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()
     WHERE NOT internal ORDER BY ALL",
    "SELECT schema_name, view_name, comment, sql FROM duckdb_views() WHERE NOT internal ORDER BY ALL",
    "SELECT schema_name, function_name, macro_definition FROM duckdb_functions() WHERE NOT internal ORDER BY ALL",
    "SELECT version FROM meta.schema_version",
];

#[test]
fn a_warehouse_from_the_template_is_one_from_the_statements() {
    let folder = TempDir::new().unwrap();
    let programme = builtin::programme("lape").unwrap().unwrap();
    let made = folder.path().join("made.duckdb");
    Template::make(&made, &programme).unwrap();
    if std::env::var_os("KOOSTE_UPDATE").is_some() {
        let layout = root().join("pipelines/warehouse/layout.sha256");
        let now = Template::layout(&programme);
        if fs::read_to_string(&layout).unwrap_or_default() != now {
            let file = root().join("pipelines/warehouse/empty.duckdb.gz");
            fs::write(file, Template::compress(&made).unwrap()).unwrap();
            committed("pipelines/warehouse/layout.sha256", &now);
        }
        return;
    }
    committed(
        "pipelines/warehouse/layout.sha256",
        &Template::layout(&programme),
    );
    let copied = folder.path().join("copied.duckdb");
    EMPTY_WAREHOUSE.unpack(&copied).unwrap();
    for (of_copy, of_made) in catalog(&copied).iter().zip(&catalog(&made)) {
        assert!(!of_made.rows.is_empty());
        assert_eq!(of_copy.rows, of_made.rows);
    }
}

fn catalog(path: &Path) -> Vec<Rows> {
    let warehouse = Warehouse::open_read(path).unwrap();
    let said = CATALOG.iter().map(|sql| warehouse.query(sql, &[]));
    said.collect::<Result<_, _>>().unwrap()
}
