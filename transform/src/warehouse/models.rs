//! Models: one SQL file each, whose result becomes a table of schema `mart` (see `models/README.md`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::error::WarehouseError;
use super::grain;
use super::open::Warehouse;
use super::side_by_side::side_by_side;
use super::sql_files::{MODELS, SqlFile};
use crate::hex::hex;
use crate::programme::Programme;

/// A model with what its header declares.
struct Parsed<'m> {
    model: SqlFile<'m>,
    table_comment: String,
    column_comments: Vec<(String, String)>,
    depends: BTreeSet<String>,
    /// Fact tables that it reads.
    facts: BTreeSet<String>,
}

/// The models of the program and those of a programme's own.
fn all(programme: &Programme) -> Vec<SqlFile<'_>> {
    let own = programme.models.iter().map(|model| SqlFile {
        name: &model.name,
        sql: model.sql.trim_end().trim_end_matches(';'),
    });
    MODELS.iter().copied().chain(own).collect()
}

/// Hash of all models, which tells whether their tables must be made anew.
pub(crate) fn hash(programme: &Programme) -> String {
    let mut digest = Sha256::new();
    for model in all(programme) {
        digest.update(model.name.as_bytes());
        digest.update([0]);
        digest.update(model.sql.as_bytes());
        digest.update([0]);
    }
    hex(&digest.finalize())
}

/// Makes the tables of all models anew, with their comments; tables of models that are gone are dropped.
///
/// # Errors
///
/// [`WarehouseError::Model`] for a model of the programme's own that does not fit its forms or lacks comments, and for one
/// of the program that reads a form which the programme does not have; [`WarehouseError::Fault`] for any other.
pub(crate) fn create(warehouse: &Warehouse, programme: &Programme) -> Result<(), WarehouseError> {
    for table in grain::there(warehouse)? {
        warehouse.execute(&format!("DROP TABLE mart.\"{table}\""))?;
    }
    for parsed in in_order(&all(programme))? {
        let model = parsed.model;
        parsed.check_facts(programme)?;
        if is_own(model) {
            parsed.check_comments(warehouse)?;
        }
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
pub(crate) fn refresh(warehouse: &Warehouse, programme: &Programme) -> Result<(), WarehouseError> {
    for parsed in in_order(&all(programme))? {
        fill(warehouse, parsed.model)?;
    }
    Ok(())
}

/// Fills the empty tables of all models of a warehouse that nobody else sees yet, two at a time, and commits what the
/// open transaction holds and them; none is open afterwards.
///
/// # Errors
///
/// [`WarehouseError::Fault`]; the warehouse is of no use then.
pub(crate) fn fill_first(
    warehouse: &Warehouse,
    programme: &Programme,
) -> Result<(), WarehouseError> {
    let models = in_order(&all(programme))?;
    let is_read = |name: &str| models.iter().any(|other| other.depends.contains(name));
    // A second connection sees what is committed: first come those that others read.
    let (read, others): (Vec<&Parsed<'_>>, Vec<&Parsed<'_>>) =
        models.iter().partition(|parsed| is_read(parsed.model.name));
    for parsed in read {
        fill(warehouse, parsed.model)?;
    }
    warehouse.execute("COMMIT")?;
    side_by_side(warehouse, &others, |warehouse, parsed| {
        fill(warehouse, parsed.model)
    })
}

/// Fills the table of one model of the program anew.
pub(crate) fn refresh_one(warehouse: &Warehouse, name: &str) -> Result<(), WarehouseError> {
    let mut models = MODELS.iter().filter(|model| model.name == name);
    models.try_for_each(|model| fill(warehouse, *model))
}

fn fill(warehouse: &Warehouse, model: SqlFile<'_>) -> Result<(), WarehouseError> {
    let sql = format!(
        "DELETE FROM mart.\"{0}\";\nINSERT INTO mart.\"{0}\"\n{1}\n;",
        model.name, model.sql
    );
    run(warehouse, model, &sql)
}

fn run(warehouse: &Warehouse, model: SqlFile<'_>, sql: &str) -> Result<(), WarehouseError> {
    warehouse.execute(sql).map_err(|error| match error {
        WarehouseError::Engine(error) if is_own(model) => unfit(model, error.to_string()),
        error if error.is_disk_fault() => error,
        error => fault(model, &error.to_string()),
    })
}

/// Whether a model is the programme's own.
fn is_own(model: SqlFile<'_>) -> bool {
    !grain::marts().any(|mart| mart == model.name)
}

fn fault(model: SqlFile<'_>, detail: &str) -> WarehouseError {
    WarehouseError::Fault {
        place: format!("models/{}.sql", model.name),
        detail: detail.to_owned(),
    }
}

fn unfit(model: SqlFile<'_>, detail: impl Into<String>) -> WarehouseError {
    WarehouseError::Model {
        name: model.name.to_owned(),
        detail: detail.into(),
    }
}

impl Parsed<'_> {
    /// Checks that the programme has the forms whose facts the model reads.
    fn check_facts(&self, programme: &Programme) -> Result<(), WarehouseError> {
        let kept = |table: &String| {
            let mut forms = programme.forms.iter();
            forms.any(|form| form.table == *table || form.link_table.as_ref() == Some(table))
        };
        match self.facts.iter().find(|table| !kept(table)) {
            Some(table) => Err(unfit(
                self.model,
                format!("reads core.{table}, but no form of the programme is kept there"),
            )),
            None => Ok(()),
        }
    }

    /// Checks that it is one SELECT, and that it says what it and each of its columns is.
    fn check_comments(&self, warehouse: &Warehouse) -> Result<(), WarehouseError> {
        if self.table_comment.is_empty() {
            return Err(unfit(self.model, "has no line `-- table:`"));
        }
        let sql = format!("SELECT * FROM (\n{}\n) LIMIT 0", self.model.sql);
        let found = warehouse
            .query(&sql, &[])
            .map_err(|error| unfit(self.model, error.to_string()))?;
        let said = |column: &String| self.column_comments.iter().any(|(name, _)| name == column);
        match found.columns.iter().find(|column| !said(column)) {
            Some(column) => Err(unfit(
                self.model,
                format!("has no line `-- column {column}:`"),
            )),
            None => Ok(()),
        }
    }
}

fn parse(model: SqlFile<'_>) -> Parsed<'_> {
    let mut parsed = Parsed {
        model,
        table_comment: String::new(),
        column_comments: Vec::new(),
        depends: BTreeSet::new(),
        facts: BTreeSet::new(),
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
        } else if let Some(text) = line.strip_prefix("inputs:") {
            let inputs = text.split(',').map(str::trim);
            let facts = inputs.filter_map(|input| input.strip_prefix("core."));
            parsed.facts.extend(facts.map(str::to_owned));
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
fn in_order<'m>(models: &[SqlFile<'m>]) -> Result<Vec<Parsed<'m>>, WarehouseError> {
    let mut waiting: BTreeMap<&str, Parsed<'_>> = models
        .iter()
        .map(|model| (model.name, parse(*model)))
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
                |model| {
                    let detail = "depends on a model that is unknown or depends on it";
                    if is_own(model) {
                        unfit(model, detail)
                    } else {
                        fault(model, detail)
                    }
                },
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

    fn model(name: &'static str, sql: &'static str) -> SqlFile<'static> {
        SqlFile { name, sql }
    }

    fn names(models: &[SqlFile<'_>]) -> Vec<String> {
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
        let parsed = parse(model);
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
