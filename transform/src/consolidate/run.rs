//! One run, step by step.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use super::duties::Duties;
use super::identical::{self, Repetition};
use super::inbox;
use super::issue_log::IssueLog;
use super::known::{self, Known};
use super::outcome::{ConsolidateError, RunOptions, RunOutcome};
use super::plan::{Job, Plan, plan};
use super::reading::{Reader, Reading};
use super::remarks::Words;
use super::report::{Key, Report};
use super::settle::{Question, Settled, settle};
use super::writer::{Incoming, Writer, Written};
use super::{changes, layouts, ordered, unused};
use crate::evidence::Organisations;
use crate::progress::Progress;
use crate::submission::{Context, Submission, read_submission};
use crate::warehouse::batch::Batch;
use crate::warehouse::reference_tables::{self, DutyRow, Setting};
use crate::warehouse::{Warehouse, WarehouseError, audits, geography, models, tables};
use crate::wording::Wording;

/// Runs the consolidation of a workspace: reads what is new in `inbox/` and brings `warehouse.duckdb` up to date in one
/// transaction. If nothing changed, nothing is written.
///
/// # Errors
///
/// [`ConsolidateError`]; the warehouse is then as it was before.
pub fn consolidate(
    workspace: &Path,
    context: &Context,
    wording: &dyn Wording,
    options: &RunOptions,
    progress: &dyn Progress,
) -> Result<RunOutcome, ConsolidateError> {
    let read = |submission: Submission, bytes: &[u8]| read_submission(submission, bytes, context);
    consolidate_with(workspace, context, &read, wording, options, progress)
}

/// As [`consolidate`], with another reader: for tests and benchmarks.
///
/// # Errors
///
/// As [`consolidate`].
pub fn consolidate_with(
    workspace: &Path,
    context: &Context,
    read: Reader<'_>,
    wording: &dyn Wording,
    options: &RunOptions,
    progress: &dyn Progress,
) -> Result<RunOutcome, ConsolidateError> {
    let duties = Duties::of(&context.region, &context.programme)?;
    let path = workspace.join("warehouse.duckdb");
    let (files, found) = rayon::join(
        || inbox::files(workspace),
        || existing(&path, options.threads),
    );
    let (files, found) = (files?, found?);
    let is_new = found.is_none();
    let (warehouse, known, has_marts) = match found {
        Some((warehouse, known)) => (warehouse, known, false),
        None => {
            let programme = &context.programme;
            let (warehouse, is_ready) = Warehouse::start(&path, programme, options.threads)?;
            (warehouse, Known::default(), is_ready)
        }
    };
    let run = Run {
        workspace,
        context,
        read,
        wording,
        options,
        progress,
        duties,
        warehouse: &warehouse,
        is_new: is_new && !has_marts,
        has_marts,
        number: known.last_run + 1,
    };
    let plan = plan(files, &known);
    let mut outcome = run.all_or_nothing(&plan, &known)?;
    outcome.files = plan.files;
    outcome.files_unchanged = plan.unchanged;
    Ok(outcome)
}

/// The warehouse of earlier runs with what it knows; none before the first run.
fn existing(
    path: &Path,
    threads: Option<usize>,
) -> Result<Option<(Warehouse, Known)>, WarehouseError> {
    match Warehouse::open(path, threads) {
        Err(WarehouseError::NotFound { .. }) => Ok(None),
        opened => {
            let warehouse = opened?;
            let known = Known::load(&warehouse)?;
            Ok(Some((warehouse, known)))
        }
    }
}

struct Run<'a> {
    workspace: &'a Path,
    context: &'a Context,
    read: Reader<'a>,
    wording: &'a dyn Wording,
    options: &'a RunOptions,
    progress: &'a dyn Progress,
    duties: Duties,
    warehouse: &'a Warehouse,
    /// Whether the warehouse is still to be laid out.
    is_new: bool,
    /// Whether the marts of a new warehouse are there, still empty.
    has_marts: bool,
    number: i32,
}

impl Run<'_> {
    fn all_or_nothing(&self, plan: &Plan, known: &Known) -> Result<RunOutcome, ConsolidateError> {
        let settings = self.settings();
        let differs = |name: &str| {
            let now = settings.iter().find(|(found, _)| *found == name);
            known.setting(name) != now.map(|(_, value)| value.as_str())
        };
        if plan.jobs.is_empty() && !settings.iter().any(|(name, _)| differs(name)) {
            return Ok(RunOutcome::default());
        }
        let begun = Instant::now();
        let done = self.steps(plan, &settings, &differs, begun);
        match &done {
            Ok(_) => self.warehouse.execute("COMMIT")?,
            // The first error is the one to tell; closing the file rolls back as well.
            Err(_) => drop(self.warehouse.execute("ROLLBACK")),
        }
        done
    }

    fn reader_threads(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        self.options.threads.unwrap_or_else(cores).max(1)
    }

    /// Threads of the engine for models and audits. It divides its work by row groups: where there are few, a second
    /// thread only makes the first one wait for it.
    fn engine_threads(&self, outcome: &RunOutcome) -> usize {
        const FEW_ROWS: u64 = 122_880;
        const SMALL_BYTES: u64 = 16 << 20;
        let file_bytes = std::fs::metadata(self.warehouse.path()).map_or(0, |file| file.len());
        if outcome.rows_loaded < FEW_ROWS && file_bytes < SMALL_BYTES {
            1
        } else {
            self.reader_threads()
        }
    }

    /// Sets the threads of the engine.
    fn threads(&self, count: usize) -> Result<(), WarehouseError> {
        self.warehouse.execute(&format!("SET threads = {count}"))
    }

    /// What tells whether a run without new files has anything to do.
    fn settings(&self) -> Vec<(&'static str, String)> {
        let today = self.options.now.date();
        let due = self.duties.last_counted(today, None);
        vec![
            ("config_hash", self.options.config_hash.clone()),
            (
                "due_until",
                due.map_or_else(String::new, |month| month.to_string()),
            ),
            ("models_hash", models::hash()),
            ("programme_hash", self.context.programme.hash.clone()),
            ("version", self.options.version.clone()),
        ]
    }

    fn steps(
        &self,
        plan: &Plan,
        settings: &[(&'static str, String)],
        differs: &dyn Fn(&str) -> bool,
        begun: Instant,
    ) -> Result<RunOutcome, ConsolidateError> {
        let anew = differs("config_hash") || differs("programme_hash") || differs("version");
        let Written {
            arrived,
            mut outcome,
            next_issue,
        } = self.read_and_write(plan, anew)?;
        let standing = Report::current(self.warehouse, &|form| self.context.programme.form(form))?;
        let first_acceptable = known::first_acceptable(self.warehouse, &self.context.programme)?;
        self.threads(self.engine_threads(&outcome))?;
        let mut settled = settle(Question {
            standing,
            arrived,
            first_acceptable,
            duties: &self.duties,
            programme: &self.context.programme,
            today: self.options.now.date(),
            run: self.number,
        });
        let repetitions = identical::mark(&mut settled);
        self.write_settled(&settled, &repetitions, next_issue, &mut outcome)?;
        self.progress.start("models", 2);
        if differs("models_hash") && !self.has_marts {
            models::create(self.warehouse)?;
        } else {
            models::refresh(self.warehouse)?;
        }
        self.progress.advance(1);
        audits::run(self.warehouse, &self.context.programme)?;
        self.progress.finish();
        changes::settings(self.warehouse, settings)?;
        self.run_row(&outcome, begun)?;
        outcome.run_id = Some(self.number);
        outcome.changed_months = settled.months.clone();
        for report in settled.current() {
            let state = report.state.name().to_owned();
            *outcome.current_reports.entry(state).or_default() += 1;
        }
        Ok(outcome)
    }

    /// Readies the warehouse, while the first files are being read: lays it out, begins the transaction, writes the
    /// reference data if it is to be written `anew`.
    fn begin(&self, anew: bool) -> Result<Writer<'_>, WarehouseError> {
        // Readers use the cores; a second thread of the engine would only wait for them.
        self.threads(1)?;
        let programme = &self.context.programme;
        if self.is_new {
            self.warehouse.lay_out(programme)?;
        }
        self.warehouse.execute("BEGIN")?;
        if anew {
            self.reference()?;
        }
        let decisions = &self.context.decisions;
        Writer::new(self.warehouse, programme, decisions, self.number)
    }

    fn read_and_write(&self, plan: &Plan, anew: bool) -> Result<Written, ConsolidateError> {
        let programme = &self.context.programme;
        let loaded = plan
            .jobs
            .iter()
            .map(|job| {
                let hash = &job.files[0].hash;
                job.known
                    .then(|| known::loaded_reports(self.warehouse, programme, hash))
                    .transpose()
            })
            .collect::<Result<Vec<_>, _>>()?;
        let jobs: Vec<(&Job, Option<BTreeSet<Key>>)> = plan.jobs.iter().zip(loaded).collect();
        let reading = Reading {
            workspace: self.workspace,
            context: self.context,
            read: self.read,
            wording: self.wording,
        };
        self.progress.start("read", plan.jobs.len() as u64);
        let writer = ordered::in_order(
            &jobs,
            self.reader_threads(),
            &|(job, _)| job.bytes(),
            &|(job, loaded)| reading.job(job, loaded.as_ref()),
            || Ok(self.begin(anew)?),
            |writer, incoming: Result<Vec<Incoming>, ConsolidateError>| {
                for file in incoming? {
                    writer.file(file)?;
                }
                self.progress.advance(1);
                Ok::<(), ConsolidateError>(())
            },
        )?;
        self.progress.finish();
        Ok(writer.finish()?)
    }

    fn reference(&self) -> Result<(), WarehouseError> {
        let (programme, region) = (&self.context.programme, &self.context.region);
        let organisations = Organisations::new(region);
        let duties = self.duties.duties.iter();
        let setting = Setting {
            programme,
            region,
            span: (self.duties.first.first_day(), self.duties.last.first_day()),
            duties: duties
                .map(|duty| DutyRow {
                    organisation: &duty.organisation,
                    form: &programme.forms[duty.form].code,
                    every: duty.every,
                    from: duty.from.first_day(),
                    until: duty.until.first_day(),
                })
                .collect(),
            calendar: self
                .duties
                .months()
                .map(|month| (month.first_day(), self.duties.due_on(month.first_day())))
                .collect(),
            stored_under: (0..region.organisations.len())
                .map(|at| &*region.organisations[organisations.leader(at)].code)
                .collect(),
        };
        reference_tables::write(self.warehouse, &setting)?;
        geography::write(self.warehouse, &self.context.reference)
    }

    fn write_settled(
        &self,
        settled: &Settled,
        repetitions: &[Repetition],
        next_issue: i32,
        outcome: &mut RunOutcome,
    ) -> Result<(), WarehouseError> {
        let connection = self.warehouse.connection();
        let mut batch = Batch::new(connection, "meta", "report", tables::REPORT)?;
        for report in &settled.new {
            report.write(&mut batch, &self.context.programme.forms[report.key.1].code)?;
        }
        batch.finish()?;
        changes::reports(self.warehouse, &settled.changed)?;
        let gone: Vec<&str> = settled
            .changed
            .iter()
            .chain(&settled.new)
            .filter(|report| report.valid_to_run.is_some() && report.arrival.is_some())
            .map(|report| report.id.as_str())
            .collect();
        changes::resolve_issues(self.warehouse, &gone, self.number)?;
        let words = Words {
            programme: &self.context.programme,
            wording: self.wording,
        };
        let mut log = IssueLog::new(self.warehouse.connection(), self.number, next_issue)?;
        words.superseded(settled, &mut log)?;
        words.repeated(settled, repetitions, &mut log)?;
        words.changed_layouts(settled, &layouts::changes(settled), &mut log)?;
        let decisions = &self.context.decisions;
        let came = settled.new.iter().filter(|report| report.arrival.is_some());
        let months = came.map(|report| report.key.2).collect();
        let unused = unused::unused(self.warehouse, decisions, &months)?;
        words.unused(&unused, &mut log)?;
        let (_, counts) = log.finish()?;
        for (severity, count) in counts {
            *outcome.issues.entry(severity).or_default() += count;
        }
        Ok(())
    }

    fn run_row(&self, outcome: &RunOutcome, begun: Instant) -> Result<(), WarehouseError> {
        let word = if outcome.nothing_usable() {
            "none"
        } else if outcome.files_rejected > 0 || outcome.reports.contains_key("rejected") {
            "partial"
        } else {
            "done"
        };
        let started = self.options.now;
        let finished = started
            + chrono::Duration::from_std(begun.elapsed())
                .unwrap_or_else(|_| chrono::Duration::zero());
        self.warehouse.execute(&format!(
            "INSERT INTO meta.run VALUES ({}, TIMESTAMP '{}', TIMESTAMP '{}', {}, {}, {}, '{word}')",
            self.number,
            started.format("%Y-%m-%d %H:%M:%S%.6f"),
            finished.format("%Y-%m-%d %H:%M:%S%.6f"),
            changes::quoted(&self.options.version),
            changes::quoted(&self.options.config_hash),
            changes::quoted(&self.context.programme.hash),
        ))
    }
}
