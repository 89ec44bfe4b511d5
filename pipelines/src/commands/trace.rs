//! `kooste trace`: from a figure, a row or a fact to file, sheet, cell and the text found there.

use std::path::Path;

use kooste_ingest::place::{Place, column_letters};
use kooste_transform::figures;
use kooste_transform::trace::{Formula, FoundCell, Part, Source, Subject, Trace, trace};
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::Outcome;
use super::run::in_language;
use crate::cli::TraceArgs;
use crate::failure::{Exit, Failure, Phrase};
use crate::messages::Argument;
use crate::settings::month;
use crate::settings::project::Project;
use crate::settings::workspace::Workspace;
use crate::ui::Ui;

/// Sources shown unless all are asked for.
const SHOWN: usize = 20;

pub(super) fn run(arguments: &TraceArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let project = Project::open(Workspace::open(folder)?, ui.messages())?;
    let warehouse = Warehouse::open_read(&project.workspace.warehouse())?;
    let shown = if ui.verbose() || ui.json() {
        usize::MAX
    } else {
        SHOWN
    };
    let root = &project.workspace.root;
    let asked = arguments.asked.trim();
    let found = trace(root, &warehouse, &project.context, asked, shown)?;
    let Some(found) = found else {
        return Err(Failure::usage("failure-trace")
            .with("asked", asked)
            .hint(Phrase::new("hint-trace")));
    };
    if ui.json() {
        ui.object(&object(&found, ui));
    } else {
        tell(&found, ui);
    }
    Ok(Exit::Done)
}

fn tell(found: &Trace, ui: &Ui) {
    tell_subject(found, ui);
    if !found.known {
        line(ui, "trace-unknown", &[]);
        return;
    }
    if let Some(formula) = &found.formula {
        tell_formula(formula, ui);
    }
    let count = found.sources_total;
    if count == 0 && found.formula.is_some() {
        return;
    }
    match sum(&found.values).filter(|_| found.adds_up) {
        Some(sum) => line(
            ui,
            "trace-sum",
            &[
                ("count", count.into()),
                ("sum", sum.normalize().to_string().into()),
            ],
        ),
        None => line(ui, "trace-sources", &[("count", count.into())]),
    }
    for source in &found.sources {
        tell_source(source, ui);
    }
    if let Some(more @ 1..) = count.checked_sub(found.sources.len()) {
        line(ui, "trace-more", &[("count", more.into())]);
    }
}

/// How a figure is computed from others, each of which can be traced.
fn tell_formula(formula: &Formula, ui: &Ui) {
    let value = shown(&formula.value);
    line(
        ui,
        "trace-formula",
        &[
            ("expression", formula.expression.as_str().into()),
            ("parts", formula.parts.len().into()),
            ("value", value.into()),
        ],
    );
    for part in &formula.parts {
        let (address, id) = part.address();
        line(
            ui,
            "trace-number",
            &[
                ("column", address.into()),
                ("id", id.into()),
                ("value", shown(&part.value).into()),
            ],
        );
    }
}

fn tell_subject(found: &Trace, ui: &Ui) {
    match &found.subject {
        Subject::Figure { value, .. } => {
            if let Some((address, id)) = &found.address {
                line(
                    ui,
                    "trace-figure",
                    &[
                        ("address", address.as_str().into()),
                        ("id", id.as_str().into()),
                        ("value", shown(value).into()),
                    ],
                );
            }
        }
        Subject::Row { mart, key, figures } => {
            line(
                ui,
                "trace-row",
                &[("address", format!("{mart}:{}", key.join(",")).into())],
            );
            for (column, value) in figures {
                line(
                    ui,
                    "trace-number",
                    &[
                        ("column", column.as_str().into()),
                        ("id", id(mart, column, key).into()),
                        ("value", shown(value).into()),
                    ],
                );
            }
        }
        Subject::Facts { table, .. } => {
            line(ui, "trace-row", &[("address", table.as_str().into())])
        }
        Subject::Report { report_id } => {
            line(ui, "trace-row", &[("address", report_id.as_str().into())]);
        }
    }
}

fn tell_source(source: &Source, ui: &Ui) {
    tell_place("trace-place", source, ui);
    tell_remarks(source, ui);
    if let Some(base) = &source.subtracted {
        tell_place("trace-subtracted", base, ui);
        tell_remarks(base, ui);
    }
    match (&source.original, &source.submission_id) {
        (Some(path), _) => {
            line(
                ui,
                "trace-original",
                &[("path", path.display().to_string().into())],
            );
        }
        (None, Some(_)) => line(ui, "trace-no-original", &[]),
        (None, None) => {}
    }
    if !source.current {
        line(ui, "trace-superseded", &[]);
    }
}

/// Where a value stands, and the cells of it.
fn tell_place(key: &str, source: &Source, ui: &Ui) {
    let missing = || ui.messages().text("trace-missing");
    let value = match &source.value {
        Value::Null => String::new(),
        value => ui
            .messages()
            .format("trace-gives", &[("value", shown(value).into())]),
    };
    line(
        ui,
        key,
        &[
            ("place", place(source).unwrap_or_else(missing).into()),
            ("report", source.report_id.as_str().into()),
            ("value", value.into()),
        ],
    );
    for cell in &source.cells {
        tell_cell(source, cell, ui);
    }
}

/// What is to be known of the values: notes, issues, decisions.
fn tell_remarks(source: &Source, ui: &Ui) {
    for note in &source.notes {
        let state = note.quality.as_deref().or(note.missing_reason.as_deref());
        line(
            ui,
            "trace-note",
            &[
                ("field", note.field.as_str().into()),
                ("found", note.raw.as_str().into()),
                ("state", state.unwrap_or_default().into()),
            ],
        );
    }
    for issue in &source.issues {
        line(
            ui,
            "trace-issue",
            &[("message", in_language(&issue.messages, ui).into())],
        );
    }
    for [number, found, means, by, why] in &source.decisions {
        line(
            ui,
            "trace-decision",
            &[
                ("number", number.as_str().into()),
                ("found", found.as_str().into()),
                ("means", means.as_str().into()),
                ("by", by.as_str().into()),
                ("why", why.as_str().into()),
            ],
        );
    }
}

fn tell_cell(source: &Source, cell: &FoundCell, ui: &Ui) {
    let letters = column_letters(cell.column_index);
    let decided = source
        .columns
        .iter()
        .find(|column| column.column == letters);
    let how = decided
        .and_then(|column| column.how.as_deref())
        .unwrap_or("–");
    let (key, above, text) = match &cell.above {
        None => ("trace-cell", "", cell.text.as_str()),
        Some((above, text)) => ("trace-cell-above", above.as_str(), text.as_str()),
    };
    line(
        ui,
        key,
        &[
            ("cell", cell.cell.as_str().into()),
            ("text", text.into()),
            ("label", cell.label.as_str().into()),
            ("field", cell.field.as_str().into()),
            ("how", how.into()),
            ("above", above.into()),
        ],
    );
}

fn line(ui: &Ui, key: &str, arguments: &[Argument<'_>]) {
    ui.data(&ui.messages().format(key, arguments));
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::from("–"),
        Value::Decimal(number) => number.normalize().to_string(),
        value => value.to_string(),
    }
}

fn sum(values: &[Value]) -> Option<Decimal> {
    values
        .iter()
        .try_fold(Decimal::ZERO, |sum, value| match value {
            Value::Decimal(number) => Some(sum + number),
            Value::Int(number) => Some(sum + Decimal::from(*number)),
            _ => None,
        })
}

fn id(mart: &str, column: &str, key: &[String]) -> String {
    let key: Vec<&str> = key.iter().map(String::as_str).collect();
    figures::id(mart, column, &key)
}

/// `inbox/2018-10/espoo.xlsx › Toiminta!F17`, or the row where no single cell is meant; none for a missing report.
fn place(source: &Source) -> Option<String> {
    let column = match source.cells.as_slice() {
        [cell] => Some(cell.column_index),
        _ => None,
    };
    let place = Place {
        file: source.path.clone()?,
        sheet: source.sheet.clone(),
        row: source.row.and_then(|row| u32::try_from(row).ok()),
        column,
    };
    Some(place.to_string())
}

fn object(found: &Trace, ui: &Ui) -> Json {
    let (kind, key, value, figures) = match &found.subject {
        Subject::Figure { value, .. } => ("figure", None, value.json(), Json::Null),
        Subject::Row { mart, key, figures } => {
            let numbers = figures.iter().map(|(column, value)| {
                json!({ "column": column, "id": id(mart, column, key), "value": value.json() })
            });
            let address = format!("{mart}:{}", key.join(","));
            ("row", Some(address), Json::Null, numbers.collect())
        }
        Subject::Facts { table, .. } => ("fact", Some(table.clone()), Json::Null, Json::Null),
        Subject::Report { report_id } => {
            ("report", Some(report_id.clone()), Json::Null, Json::Null)
        }
    };
    let address = found.address.as_ref();
    json!({
        "exit_code": 0,
        "kind": kind,
        "address": address.map(|(address, _)| address.clone()).or(key),
        "id": address.map(|(_, id)| id),
        "value": value,
        "figures": figures,
        "adds_up": found.adds_up,
        "formula": found.formula.as_ref().map(formula_object),
        "known": found.known,
        "sum": sum(&found.values).filter(|_| found.adds_up).map(|sum| Value::Decimal(sum.normalize()).json()),
        "sources": found.sources.iter().map(|source| source_object(source, ui)).collect::<Vec<_>>(),
    })
}

fn formula_object(formula: &Formula) -> Json {
    let part = |part: &Part| {
        let (address, id) = part.address();
        json!({ "address": address, "id": id, "value": part.value.json() })
    };
    json!({
        "expression": formula.expression,
        "parts": formula.parts.iter().map(part).collect::<Vec<_>>(),
        "value": formula.value.json(),
    })
}

fn source_object(source: &Source, ui: &Ui) -> Json {
    json!({
        "table": source.table,
        "report_id": source.report_id,
        "organisation": source.organisation,
        "form": source.form,
        "month": month::format(source.period),
        "current": source.current,
        "path": source.path,
        "original": source.original.as_ref().map(|path| path.display().to_string()),
        "submission_id": source.submission_id,
        "sheet": source.sheet,
        "row": source.row,
        "field": source.field,
        "value": source.value.json(),
        "subtracted": source.subtracted.as_ref().map(|base| source_object(base, ui)),
        "cells": source.cells.iter().map(|cell| json!({
            "cell": cell.cell,
            "label": cell.label,
            "field": cell.field,
            "text": cell.text,
            "above": cell.above.as_ref().map(|(cell, text)| json!({ "cell": cell, "text": text })),
        })).collect::<Vec<_>>(),
        "columns": source.columns.iter().map(|column| json!({
            "column": column.column,
            "label": column.label,
            "field": column.field,
            "how": column.how,
            "score": column.score,
        })).collect::<Vec<_>>(),
        "notes": source.notes.iter().map(|note| json!({
            "field": note.field,
            "found": note.raw,
            "quality": note.quality,
            "missing_reason": note.missing_reason,
        })).collect::<Vec<_>>(),
        "issues": source.issues.iter().map(|issue| json!({
            "code": issue.code,
            "cell": issue.cell,
            "message": in_language(&issue.messages, ui),
        })).collect::<Vec<_>>(),
        "decisions": source.decisions.iter().map(|[number, found, means, by, why]| json!({
            "number": number, "found": found, "means": means, "by": by, "why": why,
        })).collect::<Vec<_>>(),
    })
}
