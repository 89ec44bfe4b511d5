//! Figures computed from other figures, as `lineage/<mart>.sql` says (see its README): a rate is a quotient of two counts.

use crate::figures;
use crate::warehouse::read::Value;
use crate::warehouse::sql_files::LINEAGE;
use crate::warehouse::{Warehouse, WarehouseError, grain};

/// A figure that another one is computed from.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Mart.
    pub mart: String,
    /// Column.
    pub column: String,
    /// Values of the mart's grain.
    pub key: Vec<String>,
    /// The number.
    pub value: Value,
}

impl Part {
    /// Its address and id.
    #[must_use]
    pub fn address(&self) -> (String, String) {
        let key: Vec<&str> = self.key.iter().map(String::as_str).collect();
        (
            figures::address(&self.mart, &self.column, &key),
            figures::id(&self.mart, &self.column, &key),
        )
    }
}

/// How a figure is computed from others.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// The expression, SQL with the columns of the parts in brackets.
    pub expression: String,
    /// The parts, in order.
    pub parts: Vec<Part>,
    /// What comes out: the figure.
    pub value: Value,
}

/// A term of an expression: `column` of the same row, or `mart.column where CONDITION` of others, whose rows, called
/// `part`, are added up.
struct Term<'t> {
    mart: &'t str,
    column: &'t str,
    condition: Option<&'t str>,
}

impl<'t> Term<'t> {
    fn parse(text: &'t str, mart: &'t str) -> Self {
        let (name, condition) = match text.split_once(" where ") {
            Some((name, condition)) => (name, Some(condition)),
            None => (text, None),
        };
        let (mart, column) = name.trim().split_once('.').unwrap_or((mart, name.trim()));
        Term {
            mart,
            column,
            condition,
        }
    }

    fn parts(&self, warehouse: &Warehouse, key: &[String]) -> Result<Vec<Part>, WarehouseError> {
        let grain = grain::grain(self.mart).unwrap_or_default();
        let row = grain::key_sql(&grain, "part");
        let condition = match self.condition {
            Some(condition) => condition.to_owned(),
            None => format!("{row} = '{}'", key.join(",").replace('\'', "''")),
        };
        let parts: Vec<String> = grain
            .iter()
            .map(|column| format!("coalesce(CAST(part.\"{column}\" AS VARCHAR), '')"))
            .collect();
        let found = warehouse.query(
            &format!(
                "SELECT part.\"{}\", {} FROM mart.\"{}\" AS part WHERE {condition} ORDER BY {row}",
                self.column,
                parts.join(", "),
                self.mart
            ),
            &[],
        )?;
        let part = |row: Vec<Value>| Part {
            mart: self.mart.to_owned(),
            column: self.column.to_owned(),
            key: row[1..].iter().map(ToString::to_string).collect(),
            value: row[0].clone(),
        };
        Ok(found.rows.into_iter().map(part).collect())
    }
}

/// How a figure is computed; none if nothing is declared about that.
pub(super) fn of(
    warehouse: &Warehouse,
    mart: &str,
    column: &str,
    key: &[String],
) -> Result<Option<Formula>, WarehouseError> {
    let Some(declared) = declared(mart, column) else {
        return Ok(None);
    };
    let mut expression = declared.to_owned();
    for (name, value) in grain::grain(mart).unwrap_or_default().iter().zip(key) {
        expression = expression.replace(&format!("{{{name}}}"), &super::lineage::literal(value));
    }
    let (mut sql, mut shown, mut parts) = (String::new(), String::new(), Vec::new());
    let mut rest = expression.as_str();
    while let Some((before, (text, after))) = rest
        .split_once('[')
        .and_then(|(before, rest)| Some((before, rest.split_once(']')?)))
    {
        let term = Term::parse(text, mart);
        let found = term.parts(warehouse, key)?;
        let values: Vec<String> = found
            .iter()
            .filter(|part| part.value != Value::Null)
            .map(|part| part.value.to_string())
            .collect();
        sql.push_str(before);
        sql.push_str(&match values.as_slice() {
            [] => String::from("NULL"),
            values => format!("({})", values.join(" + ")),
        });
        shown.push_str(before);
        shown.push_str(&format!("[{}]", term.column));
        parts.extend(found);
        rest = after;
    }
    sql.push_str(rest);
    shown.push_str(rest);
    let value = evaluated(warehouse, mart, column, &sql)?;
    Ok(Some(Formula {
        expression: shown,
        parts,
        value,
    }))
}

/// The value of an expression in the type of the column.
fn evaluated(
    warehouse: &Warehouse,
    mart: &str,
    column: &str,
    expression: &str,
) -> Result<Value, WarehouseError> {
    let found = warehouse.query(
        &format!(
            "SELECT CAST({expression} AS {}) AS value",
            grain::sql_type(warehouse, mart, column)?
        ),
        &[],
    )?;
    let value = found
        .rows
        .into_iter()
        .next()
        .map(|mut row| row.swap_remove(0));
    Ok(value.unwrap_or(Value::Null))
}

fn declared(mart: &str, column: &str) -> Option<&'static str> {
    let file = LINEAGE.iter().find(|file| file.name == mart)?;
    file.sql.lines().find_map(|line| {
        let (name, expression) = line.strip_prefix("-- computed ")?.split_once(": ")?;
        (name == column).then_some(expression)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_of_the_same_row_unless_it_says_otherwise() {
        let term = Term::parse("actual_reports", "reporting_rate");
        assert_eq!(
            (term.mart, term.column, term.condition),
            ("reporting_rate", "actual_reports", None)
        );
        let term = Term::parse(
            "cost_summary.own_eur where part.period = {period}",
            "funding",
        );
        assert_eq!(
            (term.mart, term.column, term.condition),
            ("cost_summary", "own_eur", Some("part.period = {period}"))
        );
    }

    #[test]
    fn formulas_are_found_by_their_column() {
        assert!(declared("reporting_rate", "reporting_rate").is_some());
        assert!(declared("reporting_rate", "actual_reports").is_none());
    }
}
