//! The warehouse as a Data Package: one CSV or Parquet file a table, and `datapackage.json` with a Table Schema.
//!
//! What is published holds the marts and the reference tables. Counts of people are hidden there, together with whatever
//! they could be computed back from (see [`published`]); all tables with all values come only with `internal`.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::hex::sha256;
use crate::warehouse::{ExportFormat, Warehouse, WarehouseError, grain};

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// CSV or Parquet.
    pub format: ExportFormat,
    /// Whether all tables and values are, for use within the organisation.
    pub internal: bool,
}

/// A column of a table with what its COMMENT says.
struct Column {
    name: String,
    sql_type: String,
    comment: String,
}

/// A table or view of the warehouse.
struct Table {
    schema: String,
    name: String,
    comment: String,
    columns: Vec<Column>,
}

/// Writes the package into `folder`, which must be new, empty or hold an earlier package; returns the files in order.
///
/// # Errors
///
/// [`WarehouseError`] if the warehouse cannot be read, this build cannot write the format, or a file cannot be written.
pub fn export(
    warehouse: &Path,
    folder: &Path,
    wanted: Wanted,
) -> Result<Vec<PathBuf>, WarehouseError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| WarehouseError::io(&path, source)
    };
    let package = folder.join("datapackage.json");
    let is_free = package.is_file()
        || fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    if !is_free {
        return Err(WarehouseError::io(
            folder,
            std::io::Error::other("holds something else"),
        ));
    }
    fs::create_dir_all(folder).map_err(io(folder))?;
    let folder = fs::canonicalize(folder).map_err(io(folder))?;
    let warehouse = Warehouse::open_export_folder(warehouse, &folder)?;
    if wanted.format == ExportFormat::Parquet && !warehouse.writes_parquet()? {
        return Err(WarehouseError::Unsupported { format: "parquet" });
    }
    let least = warehouse.query("SELECT min_count FROM ref.region", &[])?;
    let least = least.rows.first().and_then(|row| row[0].int()).unwrap_or(0);
    let mut resources = Vec::new();
    let mut files = Vec::new();
    for table in tables(&warehouse)? {
        let hidden = match published(&table, least) {
            _ if wanted.internal => Hidden::default(),
            Some(hidden) => hidden,
            None => continue,
        };
        let path = write(&warehouse, &table, &hidden, &folder, wanted.format)?;
        let bytes = fs::read(&path).map_err(io(&path))?;
        resources.push(resource(&table, &hidden, &path, &bytes, wanted.format));
        files.push(path);
    }
    let region = warehouse.query("SELECT region_code, name_en FROM ref.region", &[])?;
    let part = |at: usize| {
        let row = region.rows.first();
        row.map_or_else(String::new, |row| row[at].to_string())
    };
    let described = json!({
        "profile": if wanted.format == ExportFormat::Csv { "tabular-data-package" } else { "data-package" },
        "name": format!("kooste-{}", part(0)),
        "title": part(1),
        "resources": resources,
    });
    let mut file = fs::File::create(folder.join("datapackage.json")).map_err(io(&folder))?;
    writeln!(file, "{described:#}").map_err(io(&folder))?;
    files.push(folder.join("datapackage.json"));
    Ok(files)
}

/// What is hidden of a table: for each column the condition under which it is, as SQL.
#[derive(Default)]
struct Hidden {
    columns: Vec<(String, String)>,
}

/// What is hidden of a table in what is published; none for one that is not published at all.
///
/// The rule needs no knowledge of which cells could be combined: where one count of people of a month is below `least`,
/// or differs by less from what a report told of it before, all of that month's counts are hidden, in all tables, parts and
/// sums alike, so that no row, column, table or version tells one, nor the pages of the summary together with them.
/// Figures that tell a month by the difference of two (cumulative, previous, comparable) are left out for counts of people.
fn published(table: &Table, least: i64) -> Option<Hidden> {
    let people: Vec<&str> = table
        .columns
        .iter()
        .map(|column| column.name.as_str())
        .filter(|name| name.starts_with("participants"))
        .collect();
    let small = |column: &str| format!("(\"{column}\" > 0 AND \"{column}\" < {least})");
    let month = format!("period IN ({})", months_with_small_counts(least));
    let hide = |columns: &[&str], condition: &str| {
        let columns = columns
            .iter()
            .map(|name| ((*name).to_owned(), condition.to_owned()));
        columns.collect::<Vec<_>>()
    };
    let columns = match (table.schema.as_str(), table.name.as_str()) {
        ("ref", _) => Vec::new(),
        // Before and after of a count would tell what a report hid; what a model of the programme's own tells of people
        // is not known.
        ("mart", "revision") => return None,
        ("mart", name) if !grain::marts().any(|mart| mart == name) => return None,
        ("mart", "key_figure") => {
            let is_people = "figure = 'participants'";
            let mut hidden = hide(&["value"], &format!("{is_people} AND {month}"));
            let derived = ["previous", "comparable_value", "comparable_previous"];
            hidden.extend(hide(&derived, is_people));
            hidden
        }
        ("mart", "indicator_month") => {
            let is_people = "EXISTS (SELECT 1 FROM ref.code AS code WHERE code.list = 'indicator' \
                AND code.code = indicator AND code.privacy = 'persons')";
            let told = format!(
                "EXISTS (SELECT 1 FROM mart.revision AS told WHERE told.mart = 'indicator_month' \
                 AND told.figure = 'value' AND told.key = concat(indicator_month.period, ',', indicator_month.indicator) \
                 AND {})",
                changed_little(least)
            );
            let condition = format!("{is_people} AND ({} OR {told})", small("value"));
            let mut hidden = hide(&["value"], &condition);
            let derived = [
                "previous",
                "comparable_value",
                "comparable_previous",
                "like_for_like_change",
                "cumulative",
            ];
            hidden.extend(hide(&derived, is_people));
            hidden
        }
        ("mart", _) if people.is_empty() => Vec::new(),
        ("mart", _) => hide(&people, &month),
        _ => return None,
    };
    Some(Hidden { columns })
}

/// The marts with counts of people of a month, and these columns.
const PEOPLE: [(&str, &[&str]); 4] = [
    ("activity_type_month", &["participants_total"]),
    ("key_figure", &["value"]),
    (
        "monthly_summary",
        &[
            "participants_total",
            "participants_children",
            "participants_parents",
            "participants_professionals",
            "participants_other",
        ],
    ),
    ("municipality_summary", &["participants_total"]),
];

/// SQL for the months in which a count of participants is small, or differs by a small one from what was told before.
fn months_with_small_counts(least: i64) -> String {
    let small = |(mart, columns): &(&str, &[&str])| {
        let is_people = if *mart == "key_figure" {
            "told.figure = 'participants' AND "
        } else {
            ""
        };
        let any: Vec<String> = columns
            .iter()
            .map(|name| format!("(told.{name} > 0 AND told.{name} < {least})"))
            .collect();
        format!(
            "SELECT told.period FROM mart.{mart} AS told WHERE {is_people}({})",
            any.join(" OR ")
        )
    };
    let mut parts: Vec<String> = PEOPLE.iter().map(small).collect();
    parts.push(format!(
        "SELECT told.period FROM mart.revision AS told WHERE (told.figure LIKE 'participants%' \
         OR (told.mart = 'key_figure' AND told.key LIKE '%,participants')) AND {}",
        changed_little(least)
    ));
    // What the municipalities leave of the region is in none of them, or, below it, in several and counted as often.
    parts.push(format!(
        "SELECT region.period FROM mart.key_figure AS region \
         INNER JOIN (SELECT period, sum(participants_total) AS participants, \
           greatest(count(*) FILTER (WHERE activities_shared > 0) - 1, 1) AS times \
           FROM mart.municipality_summary GROUP BY period) AS parts ON parts.period = region.period \
         WHERE region.figure = 'participants' AND region.value <> parts.participants \
           AND region.value - parts.participants < {least} \
           AND parts.participants - region.value < {least} * parts.times"
    ));
    parts.join(" UNION ALL ")
}

/// SQL for a change by less than the least count that is shown.
fn changed_little(least: i64) -> String {
    format!("abs(coalesce(told.after, 0) - coalesce(told.before, 0)) < {least}")
}

fn tables(warehouse: &Warehouse) -> Result<Vec<Table>, WarehouseError> {
    let found = warehouse.query(
        "SELECT col.schema_name, col.table_name, coalesce(tab.comment, view.comment, ''), col.column_name, col.data_type, \
           coalesce(col.comment, '') \
         FROM duckdb_columns() AS col \
         LEFT JOIN duckdb_tables() AS tab ON tab.schema_name = col.schema_name AND tab.table_name = col.table_name \
         LEFT JOIN duckdb_views() AS view ON view.schema_name = col.schema_name AND view.view_name = col.table_name \
         WHERE col.schema_name IN ('core', 'history', 'mart', 'meta', 'ref') AND NOT col.internal \
         ORDER BY col.schema_name, col.table_name, col.column_index",
        &[],
    )?;
    let mut tables: Vec<Table> = Vec::new();
    for row in &found.rows {
        let (schema, name) = (row[0].to_string(), row[1].to_string());
        let is_next = tables
            .last()
            .is_none_or(|last| last.schema != schema || last.name != name);
        if is_next {
            tables.push(Table {
                schema,
                name,
                comment: row[2].to_string(),
                columns: Vec::new(),
            });
        }
        if let Some(table) = tables.last_mut() {
            table.columns.push(Column {
                name: row[3].to_string(),
                sql_type: row[4].to_string(),
                comment: row[5].to_string(),
            });
        }
    }
    Ok(tables)
}

fn write(
    warehouse: &Warehouse,
    table: &Table,
    hidden: &Hidden,
    folder: &Path,
    format: ExportFormat,
) -> Result<PathBuf, WarehouseError> {
    let is_csv = format == ExportFormat::Csv;
    let ending = if is_csv { "csv" } else { "parquet" };
    let target = folder.join(format!("{}_{}.{ending}", table.schema, table.name));
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|column| {
            let shown = shown(column, is_csv);
            match hidden.columns.iter().find(|(name, _)| *name == column.name) {
                Some((_, condition)) => {
                    format!(
                        "CASE WHEN {condition} THEN NULL ELSE {shown} END AS \"{}\"",
                        column.name
                    )
                }
                None => format!("{shown} AS \"{}\"", column.name),
            }
        })
        .collect();
    let order = match table.schema.as_str() {
        "core" | "history"
            if table
                .columns
                .iter()
                .any(|column| column.name == "row_number") =>
        {
            "report_id NULLS LAST, sheet NULLS FIRST, row_number NULLS LAST"
        }
        _ => "ALL",
    };
    let options = if is_csv {
        "FORMAT csv, HEADER true"
    } else {
        "FORMAT parquet"
    };
    let path = target.to_string_lossy().replace('\'', "''");
    let sql = format!(
        "COPY (SELECT {} FROM {}.\"{}\" ORDER BY {order}) TO '{path}' ({options})",
        columns.join(", "),
        table.schema,
        table.name
    );
    warehouse.query(&sql, &[])?;
    Ok(target)
}

/// A column as it is written: what CSV has no form for as JSON or ISO text.
fn shown(column: &Column, is_csv: bool) -> String {
    let name = format!("\"{}\"", column.name);
    match column.sql_type.as_str() {
        "TIMESTAMP" if is_csv => format!("strftime({name}, '%Y-%m-%dT%H:%M:%SZ')"),
        list if is_csv && list.ends_with("[]") => format!("CAST(to_json({name}) AS VARCHAR)"),
        _ => name,
    }
}

fn resource(
    table: &Table,
    hidden: &Hidden,
    path: &Path,
    bytes: &[u8],
    format: ExportFormat,
) -> Json {
    let is_csv = format == ExportFormat::Csv;
    let fields: Vec<Json> = table
        .columns
        .iter()
        .map(|column| {
            let mut field = json!({
                "name": column.name,
                "type": field_type(&column.sql_type),
                "description": column.comment,
            });
            if hidden.columns.iter().any(|(name, _)| *name == column.name) {
                field["suppressed"] = json!(true);
            }
            field
        })
        .collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    let key = (table.schema == "mart")
        .then(|| grain::grain(&table.name))
        .flatten();
    // A key of a Table Schema must be filled; levels of a grain that do not apply are not.
    if let Some(key) = key.filter(|_| table.name != "reporting_rate") {
        schema["primaryKey"] = json!(key);
    }
    let digest = sha256(bytes);
    json!({
        "profile": if is_csv { "tabular-data-resource" } else { "data-resource" },
        "name": format!("{}.{}", table.schema, table.name),
        "path": path.file_name().unwrap_or_default().to_string_lossy(),
        "format": if is_csv { "csv" } else { "parquet" },
        "mediatype": if is_csv { "text/csv" } else { "application/vnd.apache.parquet" },
        "encoding": "utf-8",
        "description": table.comment,
        "bytes": bytes.len(),
        "hash": format!("sha256:{digest}"),
        "schema": schema,
    })
}

fn field_type(sql_type: &str) -> &'static str {
    match sql_type {
        "INTEGER" | "BIGINT" | "HUGEINT" | "UBIGINT" => "integer",
        "DOUBLE" => "number",
        "BOOLEAN" => "boolean",
        "DATE" => "date",
        "TIMESTAMP" => "datetime",
        "JSON" => "object",
        decimal if decimal.starts_with("DECIMAL") => "number",
        list if list.ends_with("[]") => "array",
        _ => "string",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(schema: &str, name: &str, columns: &[&str]) -> Table {
        Table {
            schema: schema.to_owned(),
            name: name.to_owned(),
            comment: String::new(),
            columns: columns
                .iter()
                .map(|name| Column {
                    name: (*name).to_owned(),
                    sql_type: String::from("BIGINT"),
                    comment: String::new(),
                })
                .collect(),
        }
    }

    #[test]
    fn facts_and_their_history_are_not_published() {
        for schema in ["core", "history", "meta"] {
            assert!(published(&table(schema, "activity", &["participants_total"]), 5).is_none());
        }
        assert!(published(&table("mart", "revision", &["before"]), 5).is_none());
    }

    #[test]
    fn one_small_count_hides_all_counts_of_people_of_its_month() {
        let mart = table(
            "mart",
            "monthly_summary",
            &["activities", "participants_total", "participants_children"],
        );
        let hidden = published(&mart, 5).unwrap();
        let names: Vec<&str> = hidden
            .columns
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(names, ["participants_total", "participants_children"]);
        assert_eq!(hidden.columns[0].1, hidden.columns[1].1);
        for told in [
            "FROM mart.monthly_summary AS told WHERE ((told.participants_total > 0 AND told.participants_total < 5)",
            "FROM mart.municipality_summary",
            "FROM mart.activity_type_month",
            "FROM mart.key_figure AS told WHERE told.figure = 'participants' AND ",
            "abs(coalesce(told.after, 0) - coalesce(told.before, 0)) < 5",
            "parts.participants - region.value < 5 * parts.times",
        ] {
            assert!(hidden.columns[0].1.contains(told), "{told}");
        }
    }

    #[test]
    fn types_of_the_engine_have_types_of_a_table_schema() {
        assert_eq!(field_type("DECIMAL(18,4)"), "number");
        assert_eq!(field_type("VARCHAR[]"), "array");
        assert_eq!(field_type("VARCHAR"), "string");
    }
}
