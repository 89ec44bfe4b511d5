//! Fits the fact tables of a warehouse to a programme that has changed: a form may have come, and a field may have come,
//! gone or changed its type. What stood in a field that is gone stays with its row in `extra`. Codes that have gone stay in
//! their column, since reports of earlier runs hold them.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::error::WarehouseError;
use super::fact_tables::{self, Types};
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
        let Some(stored) = stored.remove(&form.table) else {
            warehouse.execute(&fact_tables::ddl(programme, form, &Types::new()))?;
            continue;
        };
        let wanted = wanted(warehouse, programme, form, &stored)?;
        if stored.len() != wanted.len() || !stored.iter().zip(&wanted).all(is_same) {
            let types: Types = wanted.iter().cloned().collect();
            let tables = fact_tables::ddl(programme, form, &types);
            warehouse.execute(&rebuild(form, &tables, &stored, &wanted))?;
        }
    }
    Ok(())
}

/// The columns that a table is to have. Those of codes stay as they are, or gain codes at their end: they go on holding
/// what they hold.
fn wanted(
    warehouse: &Warehouse,
    programme: &Programme,
    form: &Form,
    stored: &Columns,
) -> Result<Columns, WarehouseError> {
    let mut wanted: Columns = fact_tables::table_columns(programme, form).collect();
    for (name, sql_type) in &mut wanted {
        let had = stored.iter().find(|(known, _)| known == name);
        if let Some((_, had)) = had.filter(|(_, had)| plain(had) != plain(sql_type))
            && let Some(both) = fact_tables::joined(warehouse, had, sql_type)?
        {
            *sql_type = both;
        }
    }
    Ok(wanted)
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
        let column = (row[1].to_string(), row[2].to_string());
        tables.entry(row[0].to_string()).or_default().push(column);
    }
    Ok(tables)
}

fn is_same((stored, wanted): (&(String, String), &(String, String))) -> bool {
    stored.0 == wanted.0 && plain(&stored.1) == plain(&wanted.1)
}

/// A type as the engine writes it: `DECIMAL(10,2)`.
fn plain(sql_type: &str) -> String {
    match sql_type.starts_with("DECIMAL") {
        true => sql_type.replace(' ', ""),
        false => sql_type.to_owned(),
    }
}

/// The statements that make a table anew, with `tables`, and bring over what stood in it.
fn rebuild(form: &Form, tables: &str, stored: &Columns, wanted: &Columns) -> String {
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
    sql.push_str(tables);
    let brought: Vec<String> = wanted
        .iter()
        .map(|(name, sql_type)| brought(name, sql_type, stored, wanted))
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
        Some((_, had)) if plain(had) == plain(sql_type) => format!("\"{name}\""),
        Some(_) => format!("TRY_CAST(\"{name}\" AS {sql_type})"),
    }
}

/// The unmatched cells of a row, and what stands in columns that are gone or whose type cannot hold it.
fn extra(stored: &Columns, wanted: &Columns) -> String {
    let mut lost = Vec::new();
    for (name, had) in stored {
        match wanted.iter().find(|(known, _)| known == name) {
            None => lost.push(format!("'{name}', \"{name}\"")),
            Some((_, sql_type)) if plain(sql_type) != plain(had) => lost.push(format!(
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
