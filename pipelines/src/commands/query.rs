//! `kooste query`: read-only SQL on the warehouse.

use std::path::Path;

use comfy_table::CellAlignment;
use kooste_transform::warehouse::read::{Rows, Value};
use kooste_transform::warehouse::{ExportFormat, Warehouse};

use super::Outcome;
use crate::cli::{QueryArgs, QueryFormat};
use crate::failure::{Exit, Failure, Phrase};
use crate::settings::workspace::Workspace;
use crate::ui::Ui;

pub(super) fn run(arguments: &QueryArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    if arguments.sql.trim().is_empty() {
        return Err(Failure::usage("failure-query").hint(Phrase::new("hint-query")));
    }
    let path = Workspace::open(folder)?.warehouse();
    let format = arguments
        .format
        .unwrap_or(match (ui.json(), ui.on_terminal()) {
            (true, _) => QueryFormat::Json,
            (false, true) => QueryFormat::Table,
            (false, false) => QueryFormat::Csv,
        });
    if format == QueryFormat::Parquet {
        return parquet(&path, &arguments.sql, ui);
    }
    let rows = Warehouse::open_read(&path)?.query(&arguments.sql, &[])?;
    match format {
        QueryFormat::Csv => ui.bytes(&written(&rows, ExportFormat::Csv)?),
        QueryFormat::Json => ui.bytes(&written(&rows, ExportFormat::Json)?),
        QueryFormat::Table | QueryFormat::Parquet => ui.data(&table(&rows)),
    }
    Ok(Exit::Done)
}

fn written(rows: &Rows, format: ExportFormat) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    rows.write(format, &mut bytes)?;
    Ok(bytes)
}

/// DuckDB writes Parquet into files only, so the result takes the way over one in the system's temporary folder.
fn parquet(path: &Path, sql: &str, ui: &Ui) -> Outcome {
    if ui.on_terminal() {
        return Err(Failure::usage("failure-query-terminal").hint(Phrase::new("hint-pipe")));
    }
    let folder = tempfile::tempdir().map_err(Failure::fault)?;
    let target = folder.path().join("result.parquet");
    Warehouse::export_parquet(path, sql, &target)?;
    let bytes =
        std::fs::read(&target).map_err(|cause| Failure::io("failure-read", &target, cause))?;
    ui.bytes(&bytes);
    Ok(Exit::Done)
}

/// A result as lines and columns, numbers to the right.
fn table(rows: &Rows) -> String {
    let mut table = crate::ui::table();
    table.set_header(&rows.columns);
    for row in &rows.rows {
        table.add_row(row.iter().map(ToString::to_string));
    }
    for (at, column) in table.column_iter_mut().enumerate() {
        let numeric = |row: &Vec<Value>| {
            matches!(
                row.get(at),
                Some(Value::Int(_) | Value::Decimal(_) | Value::Float(_))
            )
        };
        if rows.rows.iter().any(numeric) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.to_string()
}
