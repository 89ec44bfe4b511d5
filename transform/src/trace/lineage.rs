//! The facts behind a figure, as `lineage/<mart>.sql` says (see its README).

use crate::warehouse::read::Value;
use crate::warehouse::sql_files::LINEAGE;
use crate::warehouse::{Warehouse, WarehouseError, grain};

/// One fact behind a figure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Contribution {
    /// Fact table without schema, or `report`.
    pub(super) table: String,
    /// Report it belongs to.
    pub(super) report_id: String,
    /// Sheet; none in text files.
    pub(super) sheet: Option<String>,
    /// Row, from 1; none for a report as a whole.
    pub(super) row: Option<i64>,
    /// Codes that choose between the columns of a wide table.
    pub(super) axes: Vec<String>,
    /// Field that gives the value; none for the row as a whole.
    pub(super) field: Option<String>,
    /// What it gives to the figure.
    pub(super) value: Value,
}

/// How the facts make the figure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lineage {
    /// The facts, in order.
    pub(super) contributions: Vec<Contribution>,
    /// Whether their values add up to the figure.
    pub(super) adds_up: bool,
}

/// A figure of a lineage file: how it is written in the header.
struct Declared<'a> {
    adds_up: bool,
    value: &'a str,
    condition: &'a str,
}

/// The columns of a mart whose facts add up to them and that are followed from run to run, in the order of the file.
pub(crate) fn columns(mart: &str) -> Vec<&'static str> {
    declared_as("-- figure ", mart)
}

/// The columns whose facts make up a row of a mart.
pub(super) fn adding(mart: &str) -> Vec<&'static str> {
    let figures = columns(mart);
    if figures.is_empty() {
        declared_as("-- sum ", mart)
    } else {
        figures
    }
}

fn declared_as(how: &str, mart: &str) -> Vec<&'static str> {
    sql(mart)
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.strip_prefix(how)?.split_once(':'))
        .map(|(column, _)| column)
        .collect()
}

/// The marts that have a lineage, sorted.
pub(crate) fn marts() -> impl Iterator<Item = &'static str> {
    LINEAGE.iter().map(|file| file.name)
}

/// The form whose reports give the figures of a mart; none where a column `form` of the mart tells it.
pub(crate) fn form(mart: &str) -> Option<&'static str> {
    let text = sql(mart)?;
    text.lines()
        .find_map(|line| line.strip_prefix("-- form:"))
        .map(str::trim)
}

/// The facts behind a figure; none if nothing is declared about it.
pub(super) fn of(
    warehouse: &Warehouse,
    mart: &str,
    column: &str,
    key: &[String],
) -> Result<Option<Lineage>, WarehouseError> {
    let Some(text) = sql(mart) else {
        return Ok(None);
    };
    let Some(declared) = declared(text, column) else {
        return Ok(None);
    };
    let field = declared.value.strip_prefix("fact.");
    let mut query = text
        .replace(
            "{field}",
            &field.map_or_else(|| String::from("CAST(NULL AS VARCHAR)"), quoted),
        )
        .replace("{value}", declared.value)
        .replace("{column}", &quoted(column))
        .replace("{condition}", declared.condition);
    for (name, value) in grain::grain(mart).unwrap_or_default().iter().zip(key) {
        query = query.replace(&format!("{{{name}}}"), &literal(value));
    }
    let query = query.replace("meta.value_note", notes(warehouse)?);
    let found = warehouse.query(&query, &[])?;
    Ok(Some(Lineage {
        contributions: found.rows.into_iter().filter_map(contribution).collect(),
        adds_up: declared.adds_up,
    }))
}

/// The notes on values; those of earlier layouts do not tell the values of a row apart.
pub(super) fn notes(warehouse: &Warehouse) -> Result<&'static str, WarehouseError> {
    Ok(if warehouse.layout()? < 4 {
        "(SELECT *, CAST([] AS VARCHAR[]) AS axes FROM meta.value_note)"
    } else {
        "meta.value_note"
    })
}

/// A value of a key as SQL writes it.
pub(super) fn literal(value: &str) -> String {
    if value.is_empty() {
        String::from("NULL")
    } else {
        quoted(value)
    }
}

fn sql(mart: &str) -> Option<&'static str> {
    let file = LINEAGE.iter().find(|file| file.name == mart)?;
    Some(file.sql)
}

fn declared<'a>(text: &'a str, column: &str) -> Option<Declared<'a>> {
    text.lines().find_map(|line| {
        let adding = line
            .strip_prefix("-- figure ")
            .or_else(|| line.strip_prefix("-- sum "));
        let (adds_up, rest) = match adding {
            Some(rest) => (true, rest),
            None => (false, line.strip_prefix("-- derived ")?),
        };
        let (_, rest) = rest.split_once(':').filter(|(name, _)| *name == column)?;
        let (value, condition) = rest.split_once(" where ").unwrap_or((rest, "TRUE"));
        Some(Declared {
            adds_up,
            value: value.trim(),
            condition: condition.trim(),
        })
    })
}

fn contribution(row: Vec<Value>) -> Option<Contribution> {
    let text = |at: usize| row[at].text().map(str::to_owned);
    Some(Contribution {
        table: text(0)?,
        report_id: text(1)?,
        sheet: text(2),
        row: row[3].int(),
        axes: row[4].texts(),
        field: text(5),
        value: row[6].clone(),
    })
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::warehouse::sql_files::MODELS;

    #[test]
    fn every_lineage_is_that_of_a_mart() {
        for file in LINEAGE {
            assert!(
                MODELS.iter().any(|model| model.name == file.name),
                "{}",
                file.name
            );
            assert!(!adding(file.name).is_empty(), "{}", file.name);
        }
    }

    #[test]
    fn the_header_tells_value_and_condition() {
        let text = "-- figure sessions: fact.sessions where fact.status = 'done'\n-- derived own_eur: fact.amount_eur\n";
        let sessions = declared(text, "sessions").unwrap();
        assert_eq!(
            (sessions.adds_up, sessions.value, sessions.condition),
            (true, "fact.sessions", "fact.status = 'done'")
        );
        let own = declared(text, "own_eur").unwrap();
        assert_eq!(
            (own.adds_up, own.value, own.condition),
            (false, "fact.amount_eur", "TRUE")
        );
        assert!(declared(text, "session").is_none());
    }
}
