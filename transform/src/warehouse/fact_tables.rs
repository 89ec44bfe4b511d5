//! The tables, views and macros of the facts, generated from the forms of a programme.
//!
//! Facts lie in schema `store` under the key of their report version and are never changed. Whether a version is
//! current, and in which runs it was, stands in `meta.report`; `core`, `history` and `core.as_of_…` join the two.

use std::fmt::Write;

use kooste_ingest::vocabulary::FieldKind;

use crate::facts::{FactColumn, HOURS_DECIMAL, MONEY_DECIMAL, VALUE_DECIMAL};
use crate::programme::{Field, Form};

/// A column: name, type, comment.
struct Column {
    name: String,
    sql_type: String,
    comment: String,
}

impl Column {
    fn new(name: &str, sql_type: &str, comment: &str) -> Self {
        Column {
            name: name.to_owned(),
            sql_type: sql_type.to_owned(),
            comment: comment.to_owned(),
        }
    }
}

/// Columns that the version gives to each of its facts.
fn version_columns() -> Vec<Column> {
    vec![
        Column::new("report_id", "VARCHAR", "Report it belongs to."),
        Column::new(
            "organisation_code",
            "VARCHAR",
            "Organisation whose report it is.",
        ),
        Column::new("period", "DATE", "First day of the month of the report."),
        Column::new("submission_id", "VARCHAR", "Content it came in."),
    ]
}

/// Columns of `store.<table>` after the key of the version, in the order in which facts are appended.
fn stored_columns(form: &Form) -> Vec<Column> {
    let mut columns = vec![
        Column::new("sheet", "VARCHAR", "Sheet; NULL in text files."),
        Column::new(
            "row_number",
            "INTEGER",
            "Row as in the spreadsheet, or line at which the record starts, from 1.",
        ),
    ];
    if let Some(id) = &form.id_column {
        columns.push(Column::new(
            id,
            "BIGINT",
            "Number of the fact, the same whenever the same content is read.",
        ));
    }
    for (at, field, name) in form.stored() {
        columns.push(Column::new(
            name,
            &sql_type(form, at),
            &field_comment(field),
        ));
    }
    if form.stores_states {
        columns.push(Column::new(
            "missing_reason",
            "VARCHAR",
            "Why there is no value: not_reported, not_applicable, confidential, unknown or error; NULL if there is one.",
        ));
    }
    columns.push(Column::new(
        "extra",
        "JSON",
        "Cells of columns that match no field, label to text.",
    ));
    columns
}

/// Columns of `store.<link table>` after the key of the version.
fn link_columns(form: &Form) -> Vec<Column> {
    let id = form.id_column.as_deref().unwrap_or("row_number");
    vec![
        Column::new(id, "BIGINT", "Number of the fact."),
        Column::new(
            "municipality_code",
            "VARCHAR",
            "Municipality where it took place, three digits.",
        ),
    ]
}

fn range_columns() -> Vec<Column> {
    vec![
        Column::new(
            "valid_from_run",
            "INTEGER",
            "Run since which it is the current version.",
        ),
        Column::new(
            "valid_to_run",
            "INTEGER",
            "Run since which it no longer is; NULL while it is.",
        ),
    ]
}

fn field_comment(field: &Field) -> String {
    let label = field.labels.get("en");
    let mut comment = match &field.unit {
        Some(unit) => format!("{label} ({unit})"),
        None => label.to_owned(),
    };
    if let FieldKind::Code(list) | FieldKind::CodeList(list) = &field.kind {
        let _ = write!(comment, "; codes of ref.code, list {list}");
    }
    comment.push('.');
    comment
}

/// Type of a field's column, as [`FactColumn::for_field`] builds it.
fn sql_type(form: &Form, field: usize) -> String {
    let decimal = |(digits, decimals): (u8, i8)| format!("DECIMAL({digits}, {decimals})");
    match FactColumn::for_field(form, field) {
        FactColumn::Text(_) => String::from("VARCHAR"),
        FactColumn::List(_) => String::from("VARCHAR[]"),
        FactColumn::Count(_) => String::from("INTEGER"),
        FactColumn::Date(_) => String::from("DATE"),
        FactColumn::Decimal(_) => match form.fields[field].kind {
            FieldKind::Money => decimal(MONEY_DECIMAL),
            _ if form.fields[field].unit.is_none() => decimal(VALUE_DECIMAL),
            _ => decimal(HOURS_DECIMAL),
        },
    }
}

/// All statements for the facts of one form.
pub(super) fn ddl(form: &Form) -> String {
    let mut sql = String::new();
    let about = form.labels.get("en");
    family(&mut sql, &form.table, about, &stored_columns(form), true);
    if let Some(link) = &form.link_table {
        let about = format!("{about}: municipalities");
        family(&mut sql, link, &about, &link_columns(form), false);
    }
    sql
}

/// The stored table with its views and its macro.
fn family(sql: &mut String, table: &str, about: &str, stored: &[Column], with_version: bool) {
    store_table(sql, table, about, stored);
    let mut columns = if with_version {
        version_columns()
    } else {
        Vec::new()
    };
    let version_count = columns.len();
    columns.extend(stored.iter().map(|column| Column {
        name: column.name.clone(),
        sql_type: column.sql_type.clone(),
        comment: column.comment.clone(),
    }));
    let list = select_list(&columns, version_count);
    let from = format!(
        "FROM store.\"{table}\" AS fact JOIN meta.report AS version ON version.version_key = fact.version_key"
    );
    let _ = writeln!(
        sql,
        "CREATE VIEW core.\"{table}\" AS SELECT {list} {from} WHERE version.valid_to_run IS NULL;"
    );
    comments(
        sql,
        "VIEW",
        "core",
        table,
        &format!("{about}, current version."),
        &columns,
    );
    let _ = writeln!(
        sql,
        "CREATE MACRO core.\"as_of_{table}\"(run_id) AS TABLE SELECT {list} {from} \
         WHERE version.valid_from_run <= run_id AND (version.valid_to_run IS NULL OR version.valid_to_run > run_id);"
    );
    let mut all = if with_version {
        Vec::new()
    } else {
        version_columns()
    };
    let version_count = version_count + all.len();
    all.extend(columns);
    let mut list = select_list(&all, version_count);
    list.push_str(", version.valid_from_run, version.valid_to_run");
    all.extend(range_columns());
    let _ = writeln!(
        sql,
        "CREATE VIEW history.\"{table}\" AS SELECT {list} {from};"
    );
    comments(
        sql,
        "VIEW",
        "history",
        table,
        &format!("{about}, all versions."),
        &all,
    );
}

fn store_table(sql: &mut String, table: &str, about: &str, stored: &[Column]) {
    let mut columns = vec![Column::new(
        "version_key",
        "INTEGER",
        "Key of the report version, see meta.report.",
    )];
    columns.extend(stored.iter().map(|column| Column {
        name: column.name.clone(),
        sql_type: column.sql_type.clone(),
        comment: column.comment.clone(),
    }));
    let defined: Vec<String> = columns
        .iter()
        .map(|column| format!("\"{}\" {}", column.name, column.sql_type))
        .collect();
    let _ = writeln!(
        sql,
        "CREATE TABLE store.\"{table}\" ({});",
        defined.join(", ")
    );
    comments(
        sql,
        "TABLE",
        "store",
        table,
        &format!("{about}, facts of all versions as they were read."),
        &columns,
    );
}

fn select_list(columns: &[Column], of_version: usize) -> String {
    let named: Vec<String> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let source = if at < of_version { "version" } else { "fact" };
            format!("{source}.\"{}\"", column.name)
        })
        .collect();
    named.join(", ")
}

fn comments(
    sql: &mut String,
    kind: &str,
    schema: &str,
    table: &str,
    about: &str,
    columns: &[Column],
) {
    let about = about.replace('\'', "''");
    let _ = writeln!(sql, "COMMENT ON {kind} {schema}.\"{table}\" IS '{about}';");
    for column in columns {
        let comment = column.comment.replace('\'', "''");
        let _ = writeln!(
            sql,
            "COMMENT ON COLUMN {schema}.\"{table}\".\"{}\" IS '{comment}';",
            column.name
        );
    }
}
