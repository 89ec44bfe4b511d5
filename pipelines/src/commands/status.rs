//! `kooste status`: who has reported, as a board of organisations and forms, with the rates of the month.

use std::path::Path;

use chrono::NaiveDate;
use comfy_table::Table;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use serde_json::{Value as Json, json};

use super::{Outcome, board};
use crate::cli::{Month, StatusArgs};
use crate::failure::{Exit, Failure};
use crate::messages::Messages;
use crate::settings::month;
use crate::settings::workspace::Workspace;
use crate::stages;
use crate::ui::Ui;

const RATES: &str = include_str!("rates.sql");

pub(super) fn run(arguments: &StatusArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let path = Workspace::open(folder)?.warehouse();
    let warehouse = Warehouse::open_read(&path)?;
    let Some(month) = wanted(arguments.month, &warehouse)? else {
        return Err(Failure::usage("failure-nothing-reported"));
    };
    let board = board::read(&warehouse, month)?;
    if board.is_empty() {
        return Err(
            Failure::usage("failure-month-without-reports").with("month", month::format(month))
        );
    }
    let rates = rates(&warehouse, month)?;
    if ui.json() {
        ui.object(&object(month, &board, &rates));
    } else {
        ui.data(
            &ui.messages()
                .format("status-title", &[("month", month::format(month).into())]),
        );
        ui.data(&table(&board, ui.messages()).to_string());
        ui.data(&rates.say(ui.messages()));
    }
    Ok(Exit::Done)
}

/// The month typed, else the last one that anybody reported on.
fn wanted(typed: Option<Month>, warehouse: &Warehouse) -> Result<Option<NaiveDate>, Failure> {
    if let Some(Month(month)) = typed {
        return Ok(Some(month));
    }
    let found = warehouse.query(stages::REPORTED_MONTHS, &[])?;
    Ok(found
        .rows
        .last()
        .and_then(|row| row.first().and_then(Value::date)))
}

/// The region's reporting rates of a month, in per cent; none where nothing was expected.
struct Rates {
    expected: i64,
    actual: i64,
    on_time: i64,
    rate: Value,
    rate_on_time: Value,
}

fn rates(warehouse: &Warehouse, month: NaiveDate) -> Result<Rates, Failure> {
    let found = warehouse.query(RATES, &[Value::Date(month)])?;
    let mut cells = found
        .rows
        .into_iter()
        .next()
        .unwrap_or_default()
        .into_iter();
    let mut next = || cells.next().unwrap_or(Value::Null);
    Ok(Rates {
        expected: next().int().unwrap_or(0),
        actual: next().int().unwrap_or(0),
        on_time: next().int().unwrap_or(0),
        rate: next(),
        rate_on_time: next(),
    })
}

impl Rates {
    fn say(&self, messages: &Messages) -> String {
        let percent = |rate: &Value| match rate {
            Value::Null => "–".to_owned(),
            rate => messages.percent(&rate.to_string()),
        };
        messages.format(
            "status-rates",
            &[
                ("expected", self.expected.into()),
                ("actual", self.actual.into()),
                ("ontime", self.on_time.into()),
                ("rate", percent(&self.rate).into()),
                ("rateontime", percent(&self.rate_on_time).into()),
            ],
        )
    }
}

fn table(board: &board::Board, messages: &Messages) -> Table {
    let language = messages.language();
    let mut table = crate::ui::table();
    let mut header = vec![messages.text("status-organisation")];
    header.extend(
        board
            .forms
            .iter()
            .map(|form| form.name(language).to_owned()),
    );
    table.set_header(header);
    for organisation in &board.organisations {
        let mut row = vec![organisation.name(language).to_owned()];
        for form in &board.forms {
            let state = board.state(&organisation.code, &form.code);
            row.push(state.map_or_else(|| "·".to_owned(), |state| messages.text(state.key())));
        }
        table.add_row(row);
    }
    table
}

fn object(month: NaiveDate, board: &board::Board, rates: &Rates) -> Json {
    let reports: Vec<Json> = board
        .reports
        .iter()
        .map(|report| {
            json!({
                "organisation": report.organisation,
                "form": report.form,
                "state": report.state,
                "timeliness": report.timeliness,
                "expected": report.expected,
            })
        })
        .collect();
    json!({
        "exit_code": 0,
        "month": month::format(month),
        "expected_reports": rates.expected,
        "actual_reports": rates.actual,
        "actual_reports_on_time": rates.on_time,
        "reporting_rate": rates.rate.json(),
        "reporting_rate_on_time": rates.rate_on_time.json(),
        "reports": reports,
    })
}
