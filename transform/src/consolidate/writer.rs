//! The one writer of a run: takes prepared files in the order of their paths and appends them.

use std::collections::{BTreeMap, BTreeSet};

use kooste_ingest::issue::Code;
use kooste_ingest::place::column_letters;

use super::copies::Role;
use super::decision_log::DecisionLog;
use super::issue_log::{IssueLog, IssuePlace};
use super::known;
use super::outcome::RunOutcome;
use super::prepare::{Prepared, PreparedFacts};
use super::report::{Arrival, Key, Report, Timeliness, Totals, report_id};
use super::series::FormSeries;
use super::state::State;
use crate::decisions::Decisions;
use crate::programme::Programme;
use crate::region::Mode;
use crate::submission::{FileReading, LedgerRow, ReportReading};
use crate::warehouse::batch::{Batch, Cell};
use crate::warehouse::facts_in::FactsIn;
use crate::warehouse::{Warehouse, WarehouseError, tables};

/// A file on its way to the writer.
pub(super) struct Incoming {
    /// What it holds.
    pub(super) file: Prepared,
    /// Whether it is its content's own reading or only another path.
    pub(super) role: Role,
    /// Whether no earlier run noted its path.
    pub(super) is_new: bool,
    /// Whether the content was read before without use, so that its rows are to be replaced.
    pub(super) again: bool,
    /// Whether it comes from the archive, because what it was read by changed.
    pub(super) replay: bool,
}

/// What a writer leaves.
#[derive(Default)]
pub(super) struct Written {
    /// Reports that came, in the order of the files.
    pub(super) arrived: Vec<Report>,
    /// What is told of the run.
    pub(super) outcome: RunOutcome,
    /// Number of the next issue.
    pub(super) next_issue: i32,
    /// Contents that were read again, other than before.
    pub(super) reread: BTreeSet<String>,
    /// Next free key of the store.
    pub(super) next_version: i32,
}

/// Appends to all tables of a run.
pub(super) struct Writer<'c> {
    warehouse: &'c Warehouse,
    programme: &'c Programme,
    facts: FactsIn<'c>,
    submission: Batch<'c>,
    submission_path: Batch<'c>,
    ledger: Batch<'c>,
    column_decision: Batch<'c>,
    issues: IssueLog<'c>,
    quarantine: Batch<'c>,
    value_note: Batch<'c>,
    decisions: DecisionLog<'c>,
    run: i32,
    next_version: i32,
    reread: BTreeSet<String>,
    arrived: Vec<Report>,
    outcome: RunOutcome,
}

impl<'c> Writer<'c> {
    /// Starts appending in the open transaction.
    pub(super) fn new(
        warehouse: &'c Warehouse,
        programme: &'c Programme,
        decisions: &'c Decisions,
        run: i32,
    ) -> Result<Self, WarehouseError> {
        let connection = warehouse.connection()?;
        let meta = |table, columns| Batch::new(connection, "meta", table, columns);
        Ok(Writer {
            warehouse,
            programme,
            facts: FactsIn::new(connection, programme)?,
            submission: meta("submission", tables::SUBMISSION)?,
            submission_path: meta("submission_path", tables::SUBMISSION_PATH)?,
            ledger: meta("ledger", tables::LEDGER)?,
            column_decision: meta("column_decision", tables::COLUMN_DECISION)?,
            issues: IssueLog::new(
                connection,
                run,
                1 + known::number(warehouse, "SELECT max(issue_id) FROM meta.issue")?,
            )?,
            quarantine: meta("quarantine", tables::QUARANTINE)?,
            value_note: meta("value_note", tables::VALUE_NOTE)?,
            decisions: DecisionLog::new(connection, decisions, run)?,
            run,
            next_version: 1
                + known::number(
                    warehouse,
                    "SELECT max(greatest(coalesce(version_key, 0), coalesce(totals_key, 0))) FROM meta.report",
                )?,
            reread: BTreeSet::new(),
            arrived: Vec::new(),
            outcome: RunOutcome::default(),
        })
    }

    /// Appends one file.
    pub(super) fn file(&mut self, incoming: Incoming) -> Result<(), WarehouseError> {
        let Incoming {
            mut file,
            role,
            is_new,
            again,
            replay,
        } = incoming;
        let submission = &file.reading.submission;
        if replay || again {
            self.reread.insert(submission.id.clone());
        }
        if is_new {
            self.submission_path.push(&[
                submission.id.as_str().into(),
                submission.path.as_str().into(),
                submission.received_at.into(),
                self.run.into(),
            ])?;
        }
        if role == Role::Path {
            return Ok(());
        }
        if again {
            self.forget(&submission.id, replay)?;
        }
        let facts = std::mem::take(&mut file.facts);
        let places = self.reports(&file, &facts);
        if role == Role::Content {
            self.content(&file, replay)?;
            for facts in facts {
                self.append_facts(facts, &places)?;
            }
            self.notes(&file.reading, &places)?;
        }
        self.file_issues(&file, &places)
    }

    /// Hands everything to DuckDB; returns what came.
    pub(super) fn finish(mut self) -> Result<Written, WarehouseError> {
        self.decisions.finish()?;
        self.facts.finish()?;
        let (next_issue, issues) = self.issues.finish()?;
        for batch in [
            self.submission,
            self.submission_path,
            self.ledger,
            self.column_decision,
            self.quarantine,
            self.value_note,
        ] {
            batch.finish()?;
        }
        self.outcome.issues = issues;
        Ok(Written {
            arrived: self.arrived,
            outcome: self.outcome,
            next_issue,
            reread: self.reread,
            next_version: self.next_version,
        })
    }

    /// Takes back what an earlier run noted about a content that it could not use, or read by other rules.
    fn forget(&self, submission_id: &str, replay: bool) -> Result<(), WarehouseError> {
        let id = submission_id.replace('\'', "''");
        let mut tables = vec!["submission", "ledger", "column_decision", "quarantine"];
        // Notes of a reading that was used belong to its reports, which stay in the history.
        if !replay {
            tables.push("value_note");
        }
        for table in tables {
            self.warehouse.execute(&format!(
                "DELETE FROM meta.{table} WHERE submission_id = '{id}'"
            ))?;
        }
        self.warehouse.execute(&format!(
            "UPDATE meta.issue SET resolved_run = {} WHERE submission_id = '{id}' AND resolved_run IS NULL",
            self.run
        ))
    }

    fn content(&mut self, file: &Prepared, replay: bool) -> Result<(), WarehouseError> {
        let reading = &file.reading;
        let submission = &reading.submission;
        let state = file.states.iter().min().copied().unwrap_or(State::Rejected);
        if replay {
            self.outcome.files_again += 1;
        } else {
            self.outcome.files_new += 1;
            if state == State::Rejected {
                self.rejected(file);
            }
        }
        self.submission.push(&[
            submission.id.as_str().into(),
            submission.path.as_str().into(),
            submission.file_name().into(),
            Cell::Long(i64::try_from(submission.size_bytes).ok()),
            reading.format.into(),
            reading.encoding.into(),
            submission.received_at.into(),
            self.run.into(),
            state.name().into(),
            reading.personal_data.into(),
            file.archived.into(),
        ])?;
        for row in &reading.ledger {
            self.ledger_row(reading, row)?;
        }
        for column in &reading.columns {
            let axes: Vec<&str> = column.axes.iter().map(String::as_str).collect();
            self.column_decision.push(&[
                submission.id.as_str().into(),
                sheet(reading, column.sheet).into(),
                column.table_number.into(),
                column_letters(column.column).as_str().into(),
                column.label.as_str().into(),
                column.field.as_deref().into(),
                column.how.map(kooste_ingest::table::How::name).into(),
                Cell::Float(column.score),
                Cell::List(&axes),
            ])?;
        }
        self.decisions.push(reading)
    }

    fn rejected(&mut self, file: &Prepared) {
        self.outcome.files_rejected += 1;
        let first = file
            .reading
            .issues
            .iter()
            .zip(&file.messages)
            .min_by_key(|(found, _)| found.issue.severity);
        let messages = first.map_or_else(Default::default, |(_, messages)| messages.clone());
        let path = file.reading.submission.path.clone();
        self.outcome.rejected.push((path, messages));
    }

    fn ledger_row(&mut self, reading: &FileReading, row: &LedgerRow) -> Result<(), WarehouseError> {
        self.outcome.rows_loaded += u64::from(row.rows_loaded);
        self.outcome.rows_quarantined += u64::from(row.rows_quarantined);
        self.ledger.push(&[
            reading.submission.id.as_str().into(),
            sheet(reading, row.sheet).into(),
            row.table_number.into(),
            row.rows_read.into(),
            row.rows_loaded.into(),
            row.rows_quarantined.into(),
            row.rows_total.into(),
            row.rows_heading.into(),
            row.rows_blank.into(),
            row.rows_note.into(),
        ])
    }

    /// Makes the reports of a file; for each report of the reading its id and the key of its facts.
    fn reports(&mut self, file: &Prepared, facts: &[PreparedFacts]) -> Vec<(String, Option<i32>)> {
        let reading = &file.reading;
        let mut with_facts = vec![false; reading.reports.len()];
        for report in facts.iter().flat_map(|facts| &facts.report) {
            with_facts[*report as usize] = true;
        }
        let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
        let mut places: Vec<(String, Option<i32>)> = Vec::with_capacity(reading.reports.len());
        for (at, found) in reading.reports.iter().enumerate() {
            let key = (found.organisation.to_string(), found.form, found.period);
            // A report told twice by one file is one report.
            if let Some(first) = seen.get(&key) {
                places.push(places[*first].clone());
                continue;
            }
            seen.insert(key.clone(), at);
            let version_key = with_facts[at].then(|| self.next_version());
            let leader = found.covered_by.and_then(|at| places.get(at as usize)?.1);
            let report = self.report(file, (found, file.states[at]), key, (version_key, leader));
            places.push((report.id.clone(), version_key));
            let count = self.outcome.reports.entry(report.state.name().to_owned());
            *count.or_default() += 1;
            self.arrived.push(report);
        }
        places
    }

    fn next_version(&mut self) -> i32 {
        self.next_version += 1;
        self.next_version - 1
    }

    fn report(
        &self,
        file: &Prepared,
        (found, state): (&ReportReading, State),
        key: Key,
        (version_key, leader): (Option<i32>, Option<i32>),
    ) -> Report {
        let submission = &file.reading.submission;
        let form = &self.programme.forms[found.form].code;
        let blocked_by = match (state, found.blocked) {
            (State::Rejected, Some(code)) => Some(code.name().to_owned()),
            (State::Rejected, None) => Some(Code::RequiredValue.name().to_owned()),
            _ => None,
        };
        let stored_under = found
            .covered_by
            .and_then(|at| file.reading.reports.get(at as usize))
            .map(|report| report.organisation.to_string());
        let subtracts = found.mode == Mode::Cumulative && found.blocked.is_none();
        let totals = version_key
            .or(leader)
            .filter(|_| subtracts && FormSeries::of(&self.programme.forms[found.form]).is_some());
        let mut id = report_id(
            &found.organisation,
            form,
            found.period,
            Some(&submission.id),
        );
        if self.reread.contains(&submission.id) {
            // Another reading of the same content is another version.
            id = format!("{id}.{}", self.run);
        }
        Report {
            id,
            key,
            state,
            arrival: Some(Arrival {
                submission_id: submission.id.clone(),
                path: submission.path.clone(),
                received_at: submission.received_at,
                stated_version: found.version,
                mode: found.mode,
                blocked_by,
                stored_under,
                rows_loaded: found.rows_loaded,
                rows_quarantined: found.rows_quarantined,
                values_hash: found.values_hash,
                layout: found.layout.clone(),
            }),
            due_on: found.period,
            timeliness: Timeliness::Missing,
            closed: false,
            expected: false,
            superseded_by: None,
            version_key,
            totals: totals.map(|key| Totals {
                key,
                state,
                base: None,
            }),
            valid_from_run: self.run,
            valid_to_run: None,
        }
    }

    fn append_facts(
        &mut self,
        facts: PreparedFacts,
        places: &[(String, Option<i32>)],
    ) -> Result<(), WarehouseError> {
        // Every report that has facts was given a key.
        let key = |at: &u32| places[*at as usize].1.unwrap_or(0);
        let keys = facts.report.iter().map(key).collect();
        self.facts.append(facts.form, keys, facts.columns)
    }

    fn notes(
        &mut self,
        reading: &FileReading,
        places: &[(String, Option<i32>)],
    ) -> Result<(), WarehouseError> {
        for row in &reading.quarantine {
            let codes: Vec<&str> = row.codes.iter().map(|code| code.name()).collect();
            self.quarantine.push(&[
                reading.submission.id.as_str().into(),
                sheet(reading, row.sheet).into(),
                row.row.into(),
                row.raw.as_str().into(),
                Cell::List(&codes),
            ])?;
        }
        for note in &reading.notes {
            let axes: Vec<&str> = note.axes.iter().map(|code| &**code).collect();
            let Some((report_id, _)) = places.get(note.report as usize) else {
                continue;
            };
            let form = reading.reports[note.report as usize].form;
            self.value_note.push(&[
                self.programme.forms[form].table.as_str().into(),
                report_id.as_str().into(),
                reading.submission.id.as_str().into(),
                sheet(reading, note.sheet).into(),
                note.row.into(),
                (&*note.field).into(),
                note.raw.as_str().into(),
                note.quality.map(crate::facts::Quality::name).into(),
                Cell::Decimal(note.low),
                Cell::Decimal(note.high),
                note.missing_reason
                    .map(crate::facts::MissingReason::name)
                    .into(),
                Cell::List(&axes),
            ])?;
        }
        Ok(())
    }

    fn file_issues(
        &mut self,
        file: &Prepared,
        places: &[(String, Option<i32>)],
    ) -> Result<(), WarehouseError> {
        let submission = &file.reading.submission;
        for (found, messages) in file.reading.issues.iter().zip(&file.messages) {
            let report = found.report.and_then(|at| places.get(at as usize));
            let place = IssuePlace {
                report_id: report.map(|(id, _)| id.as_str()),
                submission_id: Some(&submission.id),
                path: Some(&submission.path),
                accepted: found.accepted,
            };
            self.issues.push(&found.issue, messages, place)?;
        }
        Ok(())
    }
}

fn sheet(reading: &FileReading, index: u16) -> Option<&str> {
    reading
        .sheets
        .get(usize::from(index))
        .and_then(Option::as_deref)
}
