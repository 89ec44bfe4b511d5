//! The tables, views and macros of the facts, generated from the forms of a programme.
//!
//! Facts lie in schema `store` under the key of their report version and are never changed. Whether a version is
//! current, and in which runs it was, stands in `meta.report`; `core`, `history` and `core.as_of_…` join the two.

use std::collections::BTreeMap;
use std::fmt::Write;

use kooste_ingest::vocabulary::FieldKind;

use super::error::WarehouseError;
use super::open::Warehouse;
use crate::facts::{FactColumn, HOURS_DECIMAL, MONEY_DECIMAL, VALUE_DECIMAL};
use crate::programme::{Field, Form, Programme};

/// Column of the municipalities of a fact.
const LINKS: &str = "municipality_codes";

/// Types of columns, by name, in place of those that the programme gives.
pub(super) type Types = BTreeMap<String, String>;

/// A column: name, type, comment.
#[derive(Clone)]
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

    /// SQL that selects it from the stored table, `fact`; codes as texts.
    fn selected(&self) -> String {
        let name = &self.name;
        match text_type(&self.sql_type) {
            Some(text) => format!("CAST(fact.\"{name}\" AS {text}) AS \"{name}\""),
            None => format!("fact.\"{name}\""),
        }
    }

    /// SQL of its value from what arrives as `arrived`, where numbers stand for codes ([`FactColumn`]).
    fn of_arrived(&self, arrived: &str) -> String {
        let Some(codes) = codes(&self.sql_type) else {
            return arrived.to_owned();
        };
        let codes = format!("CAST([{codes}] AS ENUM({codes})[])");
        match self.sql_type.ends_with("[]") {
            true => format!("list_transform({arrived}, lambda number: ({codes})[number])"),
            false => format!("({codes})[{arrived}]"),
        }
    }
}

/// The codes in the type of a column of codes, ENUM or ENUM[], as they stand there.
fn codes(sql_type: &str) -> Option<&str> {
    let codes = sql_type.strip_prefix("ENUM(")?;
    codes.strip_suffix("[]").unwrap_or(codes).strip_suffix(')')
}

/// The type of the same values as texts, for a type of codes.
fn text_type(sql_type: &str) -> Option<&'static str> {
    codes(sql_type)?;
    Some(if sql_type.ends_with("[]") {
        "VARCHAR[]"
    } else {
        "VARCHAR"
    })
}

/// The type of a column of these codes.
fn enum_of(codes: impl Iterator<Item = impl AsRef<str>>) -> String {
    let quoted = codes.map(|code| format!("'{}'", code.as_ref().replace('\'', "''")));
    format!("ENUM({})", quoted.collect::<Vec<_>>().join(", "))
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
fn stored_columns(programme: &Programme, form: &Form) -> Vec<Column> {
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
            &sql_type(programme, form, at),
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
    if form.link_table.is_some() {
        columns.push(Column::new(
            LINKS,
            "VARCHAR[]",
            "Municipalities where it took place, three digits each; as rows in the table that links them.",
        ));
    }
    columns.push(Column::new(
        "extra",
        "JSON",
        "Cells of columns that match no field, label to text.",
    ));
    columns
}

/// Columns of the views that give the municipalities of a fact a row each.
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
fn sql_type(programme: &Programme, form: &Form, field: usize) -> String {
    let decimal = |(digits, decimals): (u8, i8)| format!("DECIMAL({digits}, {decimals})");
    match FactColumn::for_field(programme, form, field, 0) {
        FactColumn::Text(_) => String::from("VARCHAR"),
        FactColumn::List(_) => String::from("VARCHAR[]"),
        FactColumn::Code(list, _) => enum_of(list.codes()),
        FactColumn::Codes(list, _) => format!("{}[]", enum_of(list.codes())),
        FactColumn::Count(_) => String::from("INTEGER"),
        FactColumn::Date(_) => String::from("DATE"),
        FactColumn::Decimal(_) => match form.fields[field].kind {
            FieldKind::Money => decimal(MONEY_DECIMAL),
            _ if form.fields[field].unit.is_none() => decimal(VALUE_DECIMAL),
            _ => decimal(HOURS_DECIMAL),
        },
    }
}

/// The type of a column of codes that holds what one of type `had` holds and what one of type `wanted` holds; none if they
/// are not both of codes. Texts hold all codes; to others the codes that they lack are added at the end.
///
/// # Errors
///
/// [`WarehouseError`] if the engine refuses.
pub(super) fn joined(
    warehouse: &Warehouse,
    had: &str,
    wanted: &str,
) -> Result<Option<String>, WarehouseError> {
    let (Some(texts), Some(new)) = (text_type(wanted), codes(wanted)) else {
        return Ok(None);
    };
    if had == texts {
        return Ok(Some(had.to_owned()));
    }
    let Some(old) = codes(had).filter(|_| text_type(had) == Some(texts)) else {
        return Ok(None);
    };
    let found = warehouse.query(
        &format!(
            "SELECT [{old}] || list_filter([{new}], lambda code: NOT list_contains([{old}], code))"
        ),
        &[],
    )?;
    let all = found.rows.iter().flat_map(|row| row[0].texts());
    let list = if wanted.ends_with("[]") { "[]" } else { "" };
    Ok(Some(enum_of(all) + list))
}

/// All statements for the facts of one form.
pub(super) fn ddl(programme: &Programme, form: &Form, types: &Types) -> String {
    let mut sql = String::new();
    let about = form.labels.get("en");
    let mut stored = stored_columns(programme, form);
    for column in &mut stored {
        if let Some(sql_type) = types.get(&column.name) {
            column.sql_type.clone_from(sql_type);
        }
    }
    store_table(&mut sql, &form.table, about, &stored);
    Views {
        name: &form.table,
        source: &form.table,
        about: about.to_owned(),
        facts: stored
            .iter()
            .map(|column| (column.selected(), column.clone()))
            .collect(),
        always_versioned: true,
    }
    .write(&mut sql);
    if let Some(link) = &form.link_table {
        let facts = link_columns(form).into_iter().map(|column| {
            let source = match column.name.as_str() {
                "municipality_code" => format!("unnest(fact.\"{LINKS}\") AS municipality_code"),
                name => format!("fact.\"{name}\""),
            };
            (source, column)
        });
        Views {
            name: link,
            source: &form.table,
            about: format!("{about}: municipalities"),
            facts: facts.collect(),
            always_versioned: false,
        }
        .write(&mut sql);
    }
    sql
}

/// The views and the macro over a stored table.
struct Views<'a> {
    /// Name of the views.
    name: &'a str,
    /// The stored table.
    source: &'a str,
    /// What it holds.
    about: String,
    /// What is selected from the stored table.
    facts: Vec<(String, Column)>,
    /// Whether the current rows tell their version too; the history always does.
    always_versioned: bool,
}

impl Views<'_> {
    fn write(&self, sql: &mut String) {
        let (name, source) = (self.name, self.source);
        let from = format!(
            "FROM store.\"{source}\" AS fact JOIN meta.report AS version ON version.version_key = fact.version_key"
        );
        let (list, columns) = self.selected(self.always_versioned);
        let _ = writeln!(
            sql,
            "CREATE VIEW core.\"{name}\" AS SELECT {list} {from} WHERE version.valid_to_run IS NULL;\n\
             CREATE MACRO core.\"as_of_{name}\"(run_id) AS TABLE SELECT {list} {from} WHERE version.valid_from_run <= run_id \
             AND (version.valid_to_run IS NULL OR version.valid_to_run > run_id);"
        );
        let about = format!("{}, current version.", self.about);
        comments(sql, "VIEW", &format!("core.\"{name}\""), &about, &columns);
        let (list, mut columns) = self.selected(true);
        let _ = writeln!(
            sql,
            "CREATE VIEW history.\"{name}\" AS SELECT {list}, version.valid_from_run, version.valid_to_run {from};"
        );
        columns.extend(range_columns());
        let about = format!("{}, all versions.", self.about);
        comments(
            sql,
            "VIEW",
            &format!("history.\"{name}\""),
            &about,
            &columns,
        );
    }

    /// The list of a SELECT and its columns.
    fn selected(&self, versioned: bool) -> (String, Vec<Column>) {
        let versions = if versioned {
            version_columns()
        } else {
            Vec::new()
        };
        let mut list: Vec<String> = versions
            .iter()
            .map(|column| format!("version.\"{}\"", column.name))
            .collect();
        list.extend(self.facts.iter().map(|(source, _)| source.clone()));
        let facts = self.facts.iter().map(|(_, column)| column.clone());
        (list.join(", "), versions.into_iter().chain(facts).collect())
    }
}

/// Columns of `store.<table>`, name and type, in order.
pub(super) fn table_columns(
    programme: &Programme,
    form: &Form,
) -> impl Iterator<Item = (String, String)> {
    let columns = std::iter::once(version_key()).chain(stored_columns(programme, form));
    columns.map(|column| (column.name, column.sql_type))
}

/// What is selected from facts that arrive to be inserted into `store.<table>`, whose columns are named by their places
/// from 0.
pub(super) fn of_arrived(programme: &Programme, form: &Form) -> String {
    let columns = std::iter::once(version_key()).chain(stored_columns(programme, form));
    let values = columns
        .enumerate()
        .map(|(at, column)| column.of_arrived(&format!("\"{at}\"")));
    values.collect::<Vec<_>>().join(", ")
}

/// Names of the views over a stored table.
pub(super) fn views(form: &Form) -> impl Iterator<Item = &str> {
    std::iter::once(form.table.as_str()).chain(form.link_table.as_deref())
}

fn version_key() -> Column {
    Column::new(
        "version_key",
        "INTEGER",
        "Key of the report version, see meta.report.",
    )
}

fn store_table(sql: &mut String, table: &str, about: &str, stored: &[Column]) {
    let mut columns = vec![version_key()];
    columns.extend_from_slice(stored);
    let defined: Vec<String> = columns
        .iter()
        .map(|column| format!("\"{}\" {}", column.name, column.sql_type))
        .collect();
    let _ = writeln!(
        sql,
        "CREATE TABLE store.\"{table}\" ({});",
        defined.join(", ")
    );
    let about = format!("{about}, facts of all versions as they were read.");
    comments(
        sql,
        "TABLE",
        &format!("store.\"{table}\""),
        &about,
        &columns,
    );
}

fn comments(sql: &mut String, kind: &str, name: &str, about: &str, columns: &[Column]) {
    let about = about.replace('\'', "''");
    let _ = writeln!(sql, "COMMENT ON {kind} {name} IS '{about}';");
    for column in columns {
        let comment = column.comment.replace('\'', "''");
        let _ = writeln!(
            sql,
            "COMMENT ON COLUMN {name}.\"{}\" IS '{comment}';",
            column.name
        );
    }
}
