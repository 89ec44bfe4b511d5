//! Reports of which two files came in one run, neither a version of the other by name nor by content: parts of one, as of two
//! departments, of which only the later stands (READING.md R32).

use std::collections::{BTreeMap, BTreeSet};

use super::apart::Apart;
use super::report::Report;
use super::settle::Settled;
use crate::programme::Programme;
use crate::warehouse::read::Value;
use crate::warehouse::{Warehouse, WarehouseError};

/// Finds such reports, of forms whose records have names of their own, and counts a warning in their states; `apart` are told
/// already.
pub(super) fn mark(
    settled: &mut Settled,
    apart: &[Apart],
    warehouse: &Warehouse,
    programme: &Programme,
) -> Result<Vec<Apart>, WarehouseError> {
    let came: BTreeMap<&str, &Report> = settled
        .new
        .iter()
        .map(|report| (report.id.as_str(), report))
        .collect();
    let mut found = Vec::new();
    for pair in &settled.superseded {
        let both = came
            .get(pair.newer.as_str())
            .zip(came.get(pair.older.as_str()));
        let Some((newer, older)) = both else {
            continue;
        };
        let is_told = apart.iter().any(|apart| apart.report == newer.id);
        if is_told || !says_no_version(newer) || !says_no_version(older) {
            continue;
        }
        let form = &programme.forms[newer.key.1];
        let keys = newer.version_key.zip(older.version_key);
        if let (Some(id), Some(keys)) = (&form.id_column, keys)
            && !share_records(warehouse, &form.table, id, keys)?
        {
            let other = older.arrival.as_ref();
            found.push(Apart {
                report: newer.id.clone(),
                other: other.map_or_else(String::new, |arrival| arrival.path.clone()),
            });
        }
    }
    let ids: BTreeSet<String> = found.iter().map(|part| part.report.clone()).collect();
    settled.warn(&ids);
    Ok(found)
}

/// Whether a report has records and its file's name says no version.
fn says_no_version(report: &Report) -> bool {
    let arrival = report.arrival.as_ref();
    arrival.is_some_and(|arrival| arrival.stated_version == 0 && arrival.rows_loaded > 0)
}

/// Whether two versions have a record in common.
fn share_records(
    warehouse: &Warehouse,
    table: &str,
    id: &str,
    (newer, older): (i32, i32),
) -> Result<bool, WarehouseError> {
    let records = |key: &str| {
        format!(
            "SELECT * EXCLUDE (version_key, sheet, row_number, \"{id}\", extra) FROM store.\"{table}\" WHERE version_key = {key}"
        )
    };
    let shared = format!(
        "SELECT count(*) FROM ({} INTERSECT {})",
        records("CAST(? AS INTEGER)"),
        records("CAST(? AS INTEGER)")
    );
    let found = warehouse.query(
        &shared,
        &[Value::Int(newer.into()), Value::Int(older.into())],
    )?;
    Ok(found.rows.first().and_then(|row| row[0].int()) != Some(0))
}
