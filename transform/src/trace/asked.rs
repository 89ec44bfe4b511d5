//! What a trace is asked for: an id, or `TABLE:KEY`.

use crate::figures;
use crate::programme::Programme;
use crate::warehouse::read::Value;
use crate::warehouse::{Warehouse, WarehouseError, grain};

/// What was found under an id or a key.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// A number of a mart.
    Figure {
        /// Mart.
        mart: String,
        /// Column.
        column: String,
        /// Values of the mart's grain, as [`figures::address`] writes them.
        key: Vec<String>,
        /// The number; NULL where nobody gave one.
        value: Value,
    },
    /// A row of a mart.
    Row {
        /// Mart.
        mart: String,
        /// Values of its grain.
        key: Vec<String>,
        /// Its columns and numbers, without those of the grain.
        figures: Vec<(String, Value)>,
    },
    /// Facts: one by its number, or all that one row of a sheet gave.
    Facts {
        /// Table, without schema.
        table: String,
        /// Where they are.
        place: FactPlace,
    },
    /// A report.
    Report {
        /// Its `report_id`.
        report_id: String,
    },
}

/// Where facts are.
#[derive(Debug, Clone, PartialEq)]
pub enum FactPlace {
    /// The number of a fact.
    Number(i64),
    /// A row of a report's sheet.
    Row {
        /// Report.
        report_id: String,
        /// Sheet; none in text files.
        sheet: Option<String>,
        /// Row, from 1.
        row: i64,
    },
}

/// Finds what is asked for; none if there is no such thing.
pub(super) fn find(
    warehouse: &Warehouse,
    programme: &Programme,
    asked: &str,
) -> Result<Option<Subject>, WarehouseError> {
    if figures::is_id(asked) {
        return by_id(warehouse, &asked.to_lowercase());
    }
    let Some((table, key)) = asked.split_once(':') else {
        return Ok(None);
    };
    let table = table.trim().strip_prefix("mart.").unwrap_or(table.trim());
    let (mart, column) = table.split_once('.').unwrap_or((table, ""));
    if grain::grain(mart).is_some() {
        return in_mart(warehouse, mart, column, key);
    }
    Ok(
        match table
            .trim_start_matches("core.")
            .trim_start_matches("history.")
        {
            "report" | "meta.report" => Some(Subject::Report {
                report_id: key.trim().to_owned(),
            }),
            table if programme.forms.iter().any(|form| form.table == table) => {
                place(key).map(|place| Subject::Facts {
                    table: table.to_owned(),
                    place,
                })
            }
            _ => None,
        },
    )
}

/// `12`, `REPORT:ROW` or `REPORT:SHEET!ROW`.
fn place(key: &str) -> Option<FactPlace> {
    if let Ok(number) = key.trim().parse() {
        return Some(FactPlace::Number(number));
    }
    let (report_id, place) = key.split_once(':')?;
    let (sheet, row) = match place.rsplit_once('!') {
        Some((sheet, row)) => (Some(sheet.to_owned()), row),
        None => (None, place),
    };
    Some(FactPlace::Row {
        report_id: report_id.trim().to_owned(),
        sheet,
        row: row.trim().parse().ok()?,
    })
}

fn by_id(warehouse: &Warehouse, id: &str) -> Result<Option<Subject>, WarehouseError> {
    for mart in grain::marts() {
        let columns = grain::figures(warehouse, mart)?;
        let grain = grain::grain(mart).unwrap_or_default();
        if columns.is_empty() {
            continue;
        }
        let cases: Vec<String> = columns
            .iter()
            .map(|column| {
                format!(
                    "WHEN left(sha256('{mart}.{column}:' || keyed.key), 10) = ? THEN '{column}'"
                )
            })
            .collect();
        let sql = format!(
            "SELECT named.figure, named.key FROM (SELECT CASE {} END AS figure, keyed.key FROM (SELECT {} AS key \
             FROM mart.\"{mart}\" AS fact) AS keyed) AS named WHERE named.figure IS NOT NULL",
            cases.join(" "),
            grain::key_sql(&grain, "fact"),
        );
        let ids = vec![Value::Text(id.to_owned()); columns.len()];
        let found = warehouse.query(&sql, &ids)?;
        if let Some(row) = found.rows.first() {
            return in_mart(warehouse, mart, &row[0].to_string(), &row[1].to_string());
        }
    }
    Ok(None)
}

fn in_mart(
    warehouse: &Warehouse,
    mart: &str,
    column: &str,
    key: &str,
) -> Result<Option<Subject>, WarehouseError> {
    let grain = grain::grain(mart).unwrap_or_default();
    let key = complete(key, &grain);
    let columns = grain::figures(warehouse, mart)?;
    let is_row = column.is_empty();
    if !is_row && !columns.iter().any(|name| name == column) {
        return Ok(None);
    }
    let wanted: Vec<String> = columns
        .iter()
        .map(|name| format!("fact.\"{name}\""))
        .collect();
    let sql = format!(
        "SELECT {} FROM mart.\"{mart}\" AS fact WHERE {} = ?",
        wanted.join(", "),
        grain::key_sql(&grain, "fact"),
    );
    let found = warehouse.query(&sql, &[Value::Text(key.join(","))])?;
    let Some(row) = found.rows.into_iter().next() else {
        return Ok(None);
    };
    let mut figures: Vec<(String, Value)> = columns.into_iter().zip(row).collect();
    if is_row {
        return Ok(Some(Subject::Row {
            mart: mart.to_owned(),
            key,
            figures,
        }));
    }
    let at = figures.iter().position(|(name, _)| name == column);
    Ok(at.map(|at| Subject::Figure {
        mart: mart.to_owned(),
        column: column.to_owned(),
        key,
        value: figures.swap_remove(at).1,
    }))
}

/// The parts of a key as typed: a month stands for its first day, and what is left off at the end is empty.
fn complete(key: &str, grain: &[&str]) -> Vec<String> {
    let mut parts: Vec<String> = key.split(',').map(|part| part.trim().to_owned()).collect();
    parts.resize(parts.len().max(grain.len()), String::new());
    for (part, column) in parts.iter_mut().zip(grain) {
        if *column == "period" && part.len() == "2018-10".len() {
            part.push_str("-01");
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_named_by_number_or_by_place() {
        assert_eq!(place("12"), Some(FactPlace::Number(12)));
        let row = |sheet: Option<&str>| FactPlace::Row {
            report_id: String::from("espoo/costs/2018-10/ab12cd34"),
            sheet: sheet.map(str::to_owned),
            row: 7,
        };
        assert_eq!(place("espoo/costs/2018-10/ab12cd34:7"), Some(row(None)));
        assert_eq!(
            place("espoo/costs/2018-10/ab12cd34:Kulut!7"),
            Some(row(Some("Kulut")))
        );
        assert_eq!(place("espoo"), None);
    }

    #[test]
    fn a_month_stands_for_its_first_day_and_the_rest_is_empty() {
        assert_eq!(
            complete("2018-10, region", &["period", "level", "form"]),
            ["2018-10-01", "region", ""]
        );
    }
}
