//! Models: one SQL file each, whose result becomes a table of schema `mart` (see `models/README.md`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::error::WarehouseError;
use super::open::Warehouse;
use super::sql_files::{MODELS, SqlFile};

/// A model with what its header declares.
struct Parsed<'m> {
    model: &'m SqlFile,
    table_comment: String,
    column_comments: Vec<(String, String)>,
    depends: BTreeSet<String>,
}

/// Hash of all models, which tells whether their tables must be made anew.
pub(crate) fn hash() -> String {
    let mut digest = Sha256::new();
    for model in MODELS {
        digest.update(model.name.as_bytes());
        digest.update([0]);
        digest.update(model.sql.as_bytes());
        digest.update([0]);
    }
    let mut text = String::new();
    for byte in digest.finalize() {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Makes the tables of all models anew, with their comments; tables of models that are gone are dropped.
pub(crate) fn create(warehouse: &Warehouse) -> Result<(), WarehouseError> {
    let stale = warehouse.query(
        "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'mart' ORDER BY table_name",
        &[],
    )?;
    for row in &stale.rows {
        warehouse.execute(&format!("DROP TABLE mart.\"{}\"", row[0]))?;
    }
    for parsed in in_order(MODELS)? {
        let model = parsed.model;
        let mut sql = format!(
            "CREATE TABLE mart.\"{}\" AS\n{}\n;\n",
            model.name, model.sql
        );
        let comment = parsed.table_comment.replace('\'', "''");
        let _ = writeln!(
            sql,
            "COMMENT ON TABLE mart.\"{}\" IS '{comment}';",
            model.name
        );
        for (column, comment) in &parsed.column_comments {
            let comment = comment.replace('\'', "''");
            let _ = writeln!(
                sql,
                "COMMENT ON COLUMN mart.\"{}\".\"{column}\" IS '{comment}';",
                model.name
            );
        }
        run(warehouse, model, &sql)?;
    }
    Ok(())
}

/// Fills the tables of all models anew; their columns and comments stay.
pub(crate) fn refresh(warehouse: &Warehouse) -> Result<(), WarehouseError> {
    for parsed in in_order(MODELS)? {
        let model = parsed.model;
        let sql = format!(
            "DELETE FROM mart.\"{0}\";\nINSERT INTO mart.\"{0}\"\n{1}\n;",
            model.name, model.sql
        );
        run(warehouse, model, &sql)?;
    }
    Ok(())
}

/// Fills the table of one model anew.
pub(crate) fn refresh_one(warehouse: &Warehouse, name: &str) -> Result<(), WarehouseError> {
    for model in MODELS.iter().filter(|model| model.name == name) {
        let sql = format!(
            "DELETE FROM mart.\"{0}\";\nINSERT INTO mart.\"{0}\"\n{1}\n;",
            model.name, model.sql
        );
        run(warehouse, model, &sql)?;
    }
    Ok(())
}

fn run(warehouse: &Warehouse, model: &SqlFile, sql: &str) -> Result<(), WarehouseError> {
    warehouse
        .execute(sql)
        .map_err(|error| fault(model, &error.to_string()))
}

fn fault(model: &SqlFile, detail: &str) -> WarehouseError {
    WarehouseError::Fault {
        place: format!("models/{}.sql", model.name),
        detail: detail.to_owned(),
    }
}

fn parse(model: &SqlFile) -> Parsed<'_> {
    let mut parsed = Parsed {
        model,
        table_comment: String::new(),
        column_comments: Vec::new(),
        depends: BTreeSet::new(),
    };
    for line in model.sql.lines() {
        let Some(line) = line.trim_start().strip_prefix("--") else {
            continue;
        };
        let line = line.trim();
        if let Some(text) = line.strip_prefix("table:") {
            text.trim().clone_into(&mut parsed.table_comment);
        } else if let Some(text) = line.strip_prefix("depends:") {
            parsed.depends.extend(
                text.split(',')
                    .map(|name| name.trim().trim_start_matches("mart.").to_owned())
                    .filter(|name| !name.is_empty()),
            );
        } else if let Some((name, text)) = line
            .strip_prefix("column ")
            .and_then(|text| text.split_once(':'))
        {
            parsed
                .column_comments
                .push((name.trim().to_owned(), text.trim().to_owned()));
        }
    }
    parsed
}

/// The models, each after those it depends on, else in alphabetical order.
fn in_order(models: &[SqlFile]) -> Result<Vec<Parsed<'_>>, WarehouseError> {
    let mut waiting: BTreeMap<&str, Parsed<'_>> = models
        .iter()
        .map(|model| (model.name, parse(model)))
        .collect();
    let mut done: BTreeSet<String> = BTreeSet::new();
    let mut ordered = Vec::with_capacity(models.len());
    while !waiting.is_empty() {
        let ready = waiting
            .iter()
            .find(|(_, parsed)| parsed.depends.is_subset(&done))
            .map(|(name, _)| *name);
        let next = match ready {
            Some(name) => waiting.remove(name),
            None => None,
        };
        let Some(parsed) = next else {
            let stuck = waiting.values().next().map(|parsed| parsed.model);
            return Err(stuck.map_or_else(
                || WarehouseError::Fault {
                    place: String::from("models"),
                    detail: String::from("no model can be built"),
                },
                |model| fault(model, "depends on a model that is unknown or depends on it"),
            ));
        };
        done.insert(parsed.model.name.to_owned());
        ordered.push(parsed);
    }
    Ok(ordered)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(name: &'static str, sql: &'static str) -> SqlFile {
        SqlFile { name, sql }
    }

    fn names(models: &[SqlFile]) -> Vec<String> {
        in_order(models)
            .unwrap()
            .into_iter()
            .map(|parsed| parsed.model.name.to_owned())
            .collect()
    }

    #[test]
    fn a_model_is_built_after_those_it_depends_on() {
        let models = [
            model("a", "-- depends: c, mart.b\nSELECT 1"),
            model("b", "SELECT 1"),
            model("c", "-- depends: b\nSELECT 1"),
        ];
        assert_eq!(names(&models), ["b", "c", "a"]);
    }

    #[test]
    fn a_circle_names_its_model() {
        let models = [
            model("a", "-- depends: b\nSELECT 1"),
            model("b", "-- depends: a\nSELECT 1"),
        ];
        let error = in_order(&models).err().unwrap();
        assert_eq!(
            error.to_string(),
            "models/a.sql: depends on a model that is unknown or depends on it"
        );
    }

    #[test]
    fn comments_stand_in_the_header() {
        let model = model(
            "a",
            "-- table: One row per month.\n-- grain: month\n-- column period: First day: of the month.\nSELECT 1",
        );
        let parsed = parse(&model);
        assert_eq!(parsed.table_comment, "One row per month.");
        assert_eq!(
            parsed.column_comments,
            [(
                String::from("period"),
                String::from("First day: of the month.")
            )]
        );
    }
}
