//! What the headers of the models say about the rows of their marts.

use std::collections::BTreeSet;

use super::error::WarehouseError;
use super::open::Warehouse;
use super::sql_files::MODELS;

/// The columns that tell the rows of a mart apart, in order; none if there is no such mart.
pub(crate) fn grain(mart: &str) -> Option<Vec<&'static str>> {
    let model = MODELS.iter().find(|model| model.name == mart)?;
    let line = model
        .sql
        .lines()
        .find_map(|line| line.strip_prefix("-- grain:"))?;
    Some(line.split(',').map(str::trim).collect())
}

/// The names of all marts, sorted.
pub(crate) fn marts() -> impl Iterator<Item = &'static str> {
    MODELS.iter().map(|model| model.name)
}

/// The marts that are there.
pub(crate) fn there(warehouse: &Warehouse) -> Result<BTreeSet<String>, WarehouseError> {
    let found = warehouse.query(
        "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'mart' ORDER BY table_name",
        &[],
    )?;
    Ok(found.rows.iter().map(|row| row[0].to_string()).collect())
}

/// The columns of a mart that hold numbers and do not belong to its grain, in order; none where the mart is not there,
/// which in a transaction is to be asked first.
pub(crate) fn figures(warehouse: &Warehouse, mart: &str) -> Result<Vec<String>, WarehouseError> {
    let grain = grain(mart).unwrap_or_default();
    let asked = warehouse.query(
        &format!("SELECT name, type FROM pragma_table_info('mart.{mart}') ORDER BY cid"),
        &[],
    );
    // A warehouse of an earlier version may lack the mart.
    let found = match asked {
        Err(WarehouseError::Query { .. }) => return Ok(Vec::new()),
        asked => asked?,
    };
    Ok(found
        .rows
        .iter()
        .filter(|row| is_number(row[1].text().unwrap_or_default()))
        .filter_map(|row| row[0].text())
        .filter(|name| !grain.contains(name))
        .map(str::to_owned)
        .collect())
}

/// Type of a column of a mart.
pub(crate) fn sql_type(
    warehouse: &Warehouse,
    mart: &str,
    column: &str,
) -> Result<String, WarehouseError> {
    let found = warehouse.query(
        &format!("SELECT type FROM pragma_table_info('mart.{mart}') WHERE name = '{column}'"),
        &[],
    )?;
    let row = found.rows.first();
    Ok(row.map_or_else(|| String::from("DECIMAL(28, 4)"), |row| row[0].to_string()))
}

fn is_number(sql_type: &str) -> bool {
    sql_type.starts_with("DECIMAL") || ["INTEGER", "BIGINT", "HUGEINT"].contains(&sql_type)
}

/// SQL for the key of a row of a mart, as [`crate::figures`] writes it.
pub(crate) fn key_sql(grain: &[&str], row: &str) -> String {
    let parts: Vec<String> = grain
        .iter()
        .map(|column| format!("coalesce(CAST({row}.\"{column}\" AS VARCHAR), '')"))
        .collect();
    parts.join(" || ',' || ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_model_says_its_grain() {
        for mart in marts() {
            let grain = grain(mart).unwrap_or_default();
            assert!(!grain.is_empty(), "{mart}");
        }
    }

    #[test]
    fn a_key_is_written_as_the_addresses_of_figures_are() {
        assert_eq!(
            key_sql(&["period", "form"], "row"),
            "coalesce(CAST(row.\"period\" AS VARCHAR), '') || ',' || coalesce(CAST(row.\"form\" AS VARCHAR), '')"
        );
    }
}
