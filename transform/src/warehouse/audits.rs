//! Claims about the warehouse, one SQL file each in `audits/`; a row that comes back breaks the claim.

use super::error::WarehouseError;
use super::open::Warehouse;
use super::side_by_side::side_by_side;
use super::sql_files::AUDITS;
use crate::programme::Programme;

/// Faulty rows named in the error.
const ROWS_SHOWN: usize = 5;

/// Runs all audits; the first broken claim is the error. The first line of each is a comment with its claim. A text
/// with `{facts}` runs once per form.
pub(crate) fn run(warehouse: &Warehouse, programme: &Programme) -> Result<(), WarehouseError> {
    all(programme).try_for_each(|(audit, sql)| check(warehouse, audit, &sql))
}

/// As [`run`], two at a time, in a warehouse whose every change is committed.
pub(crate) fn run_first(
    warehouse: &Warehouse,
    programme: &Programme,
) -> Result<(), WarehouseError> {
    let audits: Vec<(&str, String)> = all(programme).collect();
    side_by_side(warehouse, &audits, |warehouse, (audit, sql)| {
        check(warehouse, audit, sql)
    })
}

/// Runs all audits and returns every broken claim: audit, claim, first rows.
pub(crate) fn broken(
    warehouse: &Warehouse,
    programme: &Programme,
) -> Result<Vec<(&'static str, String, String)>, WarehouseError> {
    let mut broken = Vec::new();
    for (audit, sql) in all(programme) {
        match check(warehouse, audit, &sql) {
            Err(WarehouseError::Audit { audit, claim, rows }) => {
                broken.push((audit, claim, rows));
            }
            checked => checked?,
        }
    }
    Ok(broken)
}

/// Name and text of every audit.
fn all(programme: &Programme) -> impl Iterator<Item = (&'static str, String)> {
    AUDITS.iter().flat_map(|audit| {
        let statements = statements(audit.sql, programme).into_iter();
        statements.map(|sql| (audit.name, sql))
    })
}

fn statements(sql: &str, programme: &Programme) -> Vec<String> {
    if !sql.contains("{facts}") {
        return vec![sql.to_owned()];
    }
    let forms = programme.forms.iter();
    forms
        .map(|form| sql.replace("{facts}", &form.table))
        .collect()
}

fn check(warehouse: &Warehouse, audit: &'static str, sql: &str) -> Result<(), WarehouseError> {
    let found = warehouse
        .query(sql, &[])
        .map_err(|error| WarehouseError::Fault {
            place: format!("audits/{audit}.sql"),
            detail: error.to_string(),
        })?;
    if found.rows.is_empty() {
        return Ok(());
    }
    let rows: Vec<String> = found
        .rows
        .iter()
        .take(ROWS_SHOWN)
        .map(|row| {
            row.iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    Err(WarehouseError::Audit {
        audit,
        claim: claim(sql).to_owned(),
        rows: format!("{} rows, first: {}", found.rows.len(), rows.join("; ")),
    })
}

fn claim(sql: &str) -> &str {
    sql.lines()
        .next()
        .and_then(|line| line.strip_prefix("-- "))
        .unwrap_or_default()
}
