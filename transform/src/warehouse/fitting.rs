//! Fits the fact tables of a warehouse to a programme that has changed: a form may have come, and a field may have come,
//! gone or changed its type. What stood in a field that is gone stays with its row in `extra`.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::error::WarehouseError;
use super::fact_tables;
use super::open::Warehouse;
use crate::programme::{Form, Programme};

/// Columns of a table, name and type in order.
type Columns = Vec<(String, String)>;

/// Makes the fact tables as the programme has them, within the transaction that is open. Tables of forms that are gone
/// stay.
///
/// # Errors
///
/// [`WarehouseError`] if the engine refuses.
pub(crate) fn fit(warehouse: &Warehouse, programme: &Programme) -> Result<(), WarehouseError> {
    let mut stored = stored(warehouse)?;
    for form in &programme.forms {
        match stored.remove(&form.table) {
            None => warehouse.execute(&fact_tables::ddl(form))?,
            Some(columns) if columns == wanted(form) => {}
            Some(columns) => warehouse.execute(&rebuild(form, &columns))?,
        }
    }
    Ok(())
}

/// The fact tables that are there.
fn stored(warehouse: &Warehouse) -> Result<BTreeMap<String, Columns>, WarehouseError> {
    let found = warehouse.query(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'store' \
         ORDER BY table_name, column_index",
        &[],
    )?;
    let mut tables: BTreeMap<String, Columns> = BTreeMap::new();
    for row in &found.rows {
        let column = (row[1].to_string(), plain(&row[2].to_string()));
        tables.entry(row[0].to_string()).or_default().push(column);
    }
    Ok(tables)
}

fn wanted(form: &Form) -> Columns {
    let columns = fact_tables::table_columns(form);
    let plainly = columns.map(|(name, sql_type)| (name, plain(&sql_type)));
    plainly.collect()
}

/// A type without spaces: `DECIMAL(10,2)`.
fn plain(sql_type: &str) -> String {
    sql_type.replace(' ', "")
}

/// The statements that make a table anew and bring over what stood in it.
fn rebuild(form: &Form, stored: &Columns) -> String {
    let table = &form.table;
    let mut sql = format!("CREATE TEMP TABLE before AS SELECT * FROM store.\"{table}\";\n");
    for view in fact_tables::views(form) {
        let _ = writeln!(
            sql,
            "DROP VIEW IF EXISTS core.\"{view}\"; DROP VIEW IF EXISTS history.\"{view}\"; \
             DROP MACRO TABLE IF EXISTS core.\"as_of_{view}\";"
        );
    }
    let _ = writeln!(sql, "DROP TABLE store.\"{table}\";");
    sql.push_str(&fact_tables::ddl(form));
    let wanted = wanted(form);
    let brought: Vec<String> = wanted
        .iter()
        .map(|(name, sql_type)| brought(name, sql_type, stored, &wanted))
        .collect();
    let _ = writeln!(
        sql,
        "INSERT INTO store.\"{table}\" SELECT {} FROM before;\nDROP TABLE before;",
        brought.join(", ")
    );
    sql
}

/// What a column of the new table takes from the old one.
fn brought(name: &str, sql_type: &str, stored: &Columns, wanted: &Columns) -> String {
    if name == "extra" {
        return extra(stored, wanted);
    }
    match stored.iter().find(|(known, _)| known == name) {
        None => format!("CAST(NULL AS {sql_type})"),
        Some((_, same)) if same == sql_type => format!("\"{name}\""),
        Some(_) => format!("TRY_CAST(\"{name}\" AS {sql_type})"),
    }
}

/// The unmatched cells of a row, and what stands in columns that are gone or whose type cannot hold it.
fn extra(stored: &Columns, wanted: &Columns) -> String {
    let mut lost = Vec::new();
    for (name, had) in stored {
        match wanted.iter().find(|(known, _)| known == name) {
            None => lost.push(format!("'{name}', \"{name}\"")),
            Some((_, sql_type)) if sql_type != had => lost.push(format!(
                "'{name}', CASE WHEN TRY_CAST(\"{name}\" AS {sql_type}) IS NULL THEN \"{name}\" END"
            )),
            Some(_) => {}
        }
    }
    if lost.is_empty() {
        return String::from("extra");
    }
    // Merging leaves out what is NULL.
    let lost = format!("json_merge_patch('{{}}', json_object({}))", lost.join(", "));
    format!(
        "CASE WHEN {lost} = '{{}}' THEN extra ELSE json_merge_patch(COALESCE(extra, '{{}}'), {lost}) END"
    )
}
