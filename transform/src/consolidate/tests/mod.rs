//! Whole runs over made-up readings: each file of the inbox says in a small language of its own what it is.
//!
//! A line `organisation form month rows [nil] [blocked] [refused] [value=N]` is a report; its facts are as many rows, their decimals
//! N hundredths (or ten thousandths of an indicator). `vN` in the file name is its stated version.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use kooste_ingest::document::Limits;
use kooste_ingest::issue::{Code, Issue};
use rust_decimal::Decimal;

use super::*;
use crate::data::Folder;
use crate::decisions::Decisions;
use crate::facts::{FactColumn, Facts, Quality};
use crate::programme::Programme;
use crate::progress::Silent;
use crate::region::Mode;
use crate::submission::{
    Context, FileReading, FoundIssue, LedgerRow, ReportReading, Submission, ValueNote,
};
use crate::testkit::{reference, region};
use crate::warehouse::{Warehouse, WarehouseError};
use crate::wording::CodesOnly;

mod cumulative;
mod outliers;
mod replay;
mod safety;
mod versions;

struct Workspace {
    folder: tempfile::TempDir,
    context: Context,
}

impl Workspace {
    fn new() -> Self {
        let programmes = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pipelines/programmes/lape");
        let programme = Programme::load(&Folder::new(programmes)).unwrap();
        let (decisions, limits) = (Decisions::default(), Limits::default());
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("inbox")).unwrap();
        Workspace {
            folder,
            context: Context::new(
                programme,
                region(),
                Arc::new(reference()),
                decisions,
                limits,
            ),
        }
    }

    /// Puts a file into the inbox as if it had come at noon of a day.
    fn put(&self, path: &str, text: &str, day: &str) {
        let file = self.folder.path().join("inbox").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        let moment = noon(day).and_utc();
        let file = fs::File::options().write(true).open(file).unwrap();
        file.set_modified(moment.into()).unwrap();
    }

    fn try_run(&self, day: &str) -> Result<RunOutcome, ConsolidateError> {
        let read = |submission: Submission, bytes: &[u8]| reading(submission, bytes, &self.context);
        self.run_with(&read, &options(day))
    }

    fn run_with(
        &self,
        read: Reader<'_>,
        options: &RunOptions,
    ) -> Result<RunOutcome, ConsolidateError> {
        consolidate_with(
            self.folder.path(),
            &self.context,
            read,
            &CodesOnly,
            options,
            &Silent,
        )
    }

    fn run(&self, day: &str) -> RunOutcome {
        self.try_run(day).unwrap()
    }

    /// The result of a query, a line a row, values separated by a blank.
    fn ask(&self, sql: &str) -> Vec<String> {
        let warehouse = Warehouse::open_read(&self.folder.path().join("warehouse.duckdb")).unwrap();
        let found = warehouse.query(sql, &[]).unwrap();
        found
            .rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    }
}

fn options(day: &str) -> RunOptions {
    RunOptions {
        now: noon(day),
        version: String::from("0.1.0"),
        config_hash: String::from("c"),
        threads: Some(2),
    }
}

fn noon(day: &str) -> NaiveDateTime {
    day.parse::<NaiveDate>()
        .unwrap()
        .and_hms_opt(12, 0, 0)
        .unwrap()
}

/// Reads the language of these tests.
fn reading(submission: Submission, bytes: &[u8], context: &Context) -> FileReading {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let mut reading = FileReading {
        format: Some("csv"),
        encoding: Some("utf-8"),
        sheets: vec![None],
        personal_data: text.contains("secret"),
        reports: Vec::new(),
        facts: Vec::new(),
        ledger: Vec::new(),
        columns: Vec::new(),
        issues: Vec::new(),
        quarantine: Vec::new(),
        notes: Vec::new(),
        decisions_used: Vec::new(),
        submission,
    };
    for line in text.lines() {
        add_report(&mut reading, line, context);
    }
    if reading.reports.is_empty() {
        reading.format = None;
        reading.issues.push(FoundIssue {
            issue: Issue::new(Code::FormatError).reason("corrupt"),
            report: None,
            accepted: false,
        });
    }
    reading
}

/// What keeps a report out.
fn blocked_by(flags: &[&str]) -> Option<Code> {
    let codes = [
        ("blocked", Code::PeriodConflict),
        ("refused", Code::RejectShareExceeded),
    ];
    let code = codes.iter().find(|(flag, _)| flags.contains(flag));
    code.map(|(_, code)| *code)
}

fn add_report(reading: &mut FileReading, line: &str, context: &Context) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [organisation, form, month, rows, flags @ ..] = &words[..] else {
        return;
    };
    let path = &reading.submission.path;
    let organisation = match *organisation {
        "from-path" => path.rsplit('/').next().unwrap().split('.').next().unwrap(),
        named => named,
    };
    let stated = path
        .split_once(" v")
        .and_then(|(_, rest)| rest.get(..1)?.parse().ok());
    let form = context.programme.form(form).unwrap();
    let rows: u32 = rows.parse().unwrap();
    let at = u32::try_from(reading.reports.len()).unwrap();
    let flag = |start: &str| flags.iter().find_map(|flag| flag.strip_prefix(start));
    let value: i32 = flag("value=").map_or(12_345, |value| value.parse().unwrap());
    let blocked = blocked_by(flags);
    reading.reports.push(ReportReading {
        organisation: Arc::from(organisation),
        form,
        period: format!("{month}-01").parse().unwrap(),
        rows_loaded: rows,
        rows_quarantined: 0,
        nil: flags.contains(&"nil"),
        blocked,
        version: stated.unwrap_or(0),
        values_hash: (u64::from(rows) << 32) | u64::from(value.unsigned_abs()) | 1 << 63,
        layout: flag("layout=").map_or_else(String::new, |label| format!("Taul1!1: Pvm | {label}")),
        mode: match () {
            () if flags.contains(&"cumulative") => Mode::Cumulative,
            () if flags.contains(&"correction") => Mode::Correction,
            () => Mode::Replace,
        },
        covered_by: None,
    });
    if flags.contains(&"covered") {
        reading.reports.push(ReportReading {
            organisation: Arc::from("siuntio"),
            covered_by: Some(at),
            ..reading.reports[at as usize].clone()
        });
    }
    if flags.contains(&"warned") {
        reading.issues.push(FoundIssue {
            issue: Issue::new(Code::RowConstraint).cell(2, 3).found("7"),
            report: Some(at),
            accepted: false,
        });
    }
    let notes = flags.contains(&"about").then(|| about(at));
    reading.notes.extend(notes);
    reading.ledger.push(LedgerRow {
        table_number: at + 1,
        rows_read: rows + 1,
        rows_loaded: rows,
        rows_heading: 1,
        ..LedgerRow::default()
    });
    add_facts(reading, form, at, (rows, value), context);
}

/// A note that the first amount of a report is about so much.
fn about(report: u32) -> ValueNote {
    ValueNote {
        report,
        sheet: 0,
        row: 2,
        field: Arc::from("amount_eur"),
        raw: String::from("noin"),
        quality: Some(Quality::Range),
        low: Some(Decimal::ONE),
        high: Some(Decimal::TWO),
        missing_reason: None,
        axes: Vec::new(),
    }
}

fn add_facts(
    reading: &mut FileReading,
    form: usize,
    at: u32,
    (rows, value): (u32, i32),
    context: &Context,
) {
    let programme_form = &context.programme.forms[form];
    if reading.facts.iter().all(|facts| facts.form != form) {
        reading.facts.push(Facts::new(&context.programme, form, 0));
    }
    let facts = reading
        .facts
        .iter_mut()
        .find(|facts| facts.form == form)
        .unwrap();
    for row in 0..rows {
        facts.report.push(at);
        facts.sheet.push(0);
        facts.row_number.push(row + 2);
        for column in &mut facts.columns {
            match column {
                FactColumn::Text(builder) => builder.append_value("II"),
                FactColumn::List(builder) => {
                    builder.values().append_value("MLL");
                    builder.append(true);
                }
                FactColumn::Code(list, builder) => {
                    let number = ["II", "salaries", "TRAINED_LP", "done"]
                        .iter()
                        .find_map(|code| list.number(code));
                    builder.append_value(number.unwrap_or(1));
                }
                FactColumn::Codes(list, builder) => {
                    let number = list.number("children").unwrap_or(1);
                    builder.values().append_value(number);
                    builder.append(true);
                }
                FactColumn::Count(builder) => builder.append_value(7),
                FactColumn::Date(builder) => builder.append_value(17_805),
                FactColumn::Decimal(builder) => builder.append_value(value.into()),
            }
        }
        if programme_form.stores_states {
            facts.missing_reason.push(None);
        }
        facts.extra.append_value("{\"Muu\":\"x\"}");
        if programme_form.link_table.is_some() {
            facts.links.values().append_value("049");
            facts.links.append(true);
        }
    }
}

const REPORTS: &str = "SELECT report_id, state, timeliness, valid_from_run, valid_to_run \
    FROM meta.report WHERE organisation_code = 'espoo' AND form = 'activities' AND period = DATE '2018-10-01' \
    ORDER BY valid_from_run, report_id";
