//! The way from what is asked for to its sources.

use std::collections::HashSet;
use std::path::Path;

use super::asked::{self, FactPlace, Subject};
use super::formula::{self, Formula};
use super::lineage::{self, Contribution};
use super::source::{Source, Sources};
use crate::figures;
use crate::submission::Context;
use crate::warehouse::read::Value;
use crate::warehouse::{Warehouse, WarehouseError};

/// Why a trace could not be made.
pub type TraceError = WarehouseError;

/// What was asked for and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// What was found under the id or key.
    pub subject: Subject,
    /// For a figure its address and id.
    pub address: Option<(String, String)>,
    /// Whether the values of the sources add up to the figure (an average is their mean).
    pub adds_up: bool,
    /// For a figure that is computed from others how it is.
    pub formula: Option<Formula>,
    /// Whether anything is known about what it is made of.
    pub known: bool,
    /// Where it comes from: the first of them, as many as were asked for.
    pub sources: Vec<Source>,
    /// How many sources there are.
    pub sources_total: usize,
    /// What they give, one value each, also those that are not followed.
    pub values: Vec<Value>,
}

/// Follows `asked`, a figure's id or `TABLE:KEY`, to its sources, at most `shown` of them; none if there is no such
/// thing. The originals come from the archive of `workspace`.
///
/// # Errors
///
/// [`WarehouseError`] if the warehouse cannot be asked.
pub fn trace(
    workspace: &Path,
    warehouse: &Warehouse,
    context: &Context,
    asked: &str,
    shown: usize,
) -> Result<Option<Trace>, TraceError> {
    let Some(subject) = asked::find(warehouse, &context.programme, asked)? else {
        return Ok(None);
    };
    let formula = match &subject {
        Subject::Figure {
            mart, column, key, ..
        } => formula::of(warehouse, mart, column, key)?,
        _ => None,
    };
    let (contributions, adds_up) = contributions(warehouse, context, &subject)?;
    let known = contributions.is_some() || formula.is_some();
    let contributions = contributions.unwrap_or_default();
    let is_mart = matches!(subject, Subject::Figure { .. } | Subject::Row { .. });
    let first = &contributions[..shown.min(contributions.len())];
    let mut sources = Sources::of(workspace, warehouse, context, first)?;
    let mut followed: Vec<Source> = Vec::with_capacity(first.len());
    for one in first {
        followed.extend(sources.follow(one)?);
    }
    let is_there = !contributions.is_empty() && (shown == 0 || !followed.is_empty());
    if !is_mart && !is_there {
        return Ok(None);
    }
    Ok(Some(Trace {
        address: address(&subject),
        subject,
        adds_up,
        formula,
        known,
        sources: followed,
        sources_total: contributions.len(),
        values: contributions.into_iter().map(|one| one.value).collect(),
    }))
}

fn address(subject: &Subject) -> Option<(String, String)> {
    let Subject::Figure {
        mart, column, key, ..
    } = subject
    else {
        return None;
    };
    let key: Vec<&str> = key.iter().map(String::as_str).collect();
    Some((
        figures::address(mart, column, &key),
        figures::id(mart, column, &key),
    ))
}

/// What the subject is made of, none where nothing is declared about it, and whether that adds up to it.
fn contributions(
    warehouse: &Warehouse,
    context: &Context,
    subject: &Subject,
) -> Result<(Option<Vec<Contribution>>, bool), WarehouseError> {
    match subject {
        Subject::Figure {
            mart, column, key, ..
        } => Ok(match lineage::of(warehouse, mart, column, key)? {
            Some(found) => (Some(found.contributions), found.adds_up),
            None => (None, false),
        }),
        Subject::Row { mart, key, .. } => Ok((Some(of_row(warehouse, mart, key)?), false)),
        Subject::Facts { table, place } => {
            Ok((Some(facts(warehouse, context, table, place)?), false))
        }
        Subject::Report { report_id } => Ok((
            Some(vec![Contribution {
                table: String::from("report"),
                report_id: report_id.clone(),
                sheet: None,
                row: None,
                axes: Vec::new(),
                field: None,
                value: Value::Null,
            }]),
            false,
        )),
    }
}

/// The rows behind all figures of a row of a mart, each once.
fn of_row(
    warehouse: &Warehouse,
    mart: &str,
    key: &[String],
) -> Result<Vec<Contribution>, WarehouseError> {
    let mut rows: Vec<Contribution> = Vec::new();
    let mut seen = HashSet::new();
    for column in lineage::adding(mart) {
        let found = lineage::of(warehouse, mart, column, key)?;
        for mut one in found.into_iter().flat_map(|found| found.contributions) {
            one.field = None;
            one.value = Value::Null;
            let place = (one.table.clone(), one.report_id.clone(), one.sheet.clone());
            if seen.insert((place, one.row, one.axes.clone())) {
                rows.push(one);
            }
        }
    }
    Ok(rows)
}

fn facts(
    warehouse: &Warehouse,
    context: &Context,
    table: &str,
    place: &FactPlace,
) -> Result<Vec<Contribution>, WarehouseError> {
    let form = context
        .programme
        .forms
        .iter()
        .find(|form| form.table == table);
    let (condition, parameters) = match place {
        FactPlace::Number(number) => {
            let Some(id) = form.and_then(|form| form.id_column.as_deref()) else {
                return Ok(Vec::new());
            };
            (format!("fact.\"{id}\" = ?"), vec![Value::Int(*number)])
        }
        FactPlace::Row {
            report_id,
            sheet,
            row,
        } => (
            String::from(
                "fact.report_id = ? AND fact.sheet IS NOT DISTINCT FROM ? AND fact.row_number = ?",
            ),
            vec![
                Value::Text(report_id.clone()),
                sheet.clone().map_or(Value::Null, Value::Text),
                Value::Int(*row),
            ],
        ),
    };
    let found = warehouse.query(
        &format!(
            "SELECT fact.* FROM history.\"{table}\" AS fact WHERE {condition} ORDER BY fact.valid_from_run DESC"
        ),
        &parameters,
    )?;
    let at = |name: &str| found.columns.iter().position(|column| column == name);
    let (report, sheet, row) = (at("report_id"), at("sheet"), at("row_number"));
    Ok(found
        .rows
        .iter()
        .filter_map(|values| {
            Some(Contribution {
                table: table.to_owned(),
                report_id: values[report?].text()?.to_owned(),
                sheet: values[sheet?].text().map(str::to_owned),
                row: values[row?].int(),
                axes: values
                    .iter()
                    .filter_map(Value::text)
                    .map(str::to_owned)
                    .collect(),
                field: None,
                value: Value::Null,
            })
        })
        .collect())
}
