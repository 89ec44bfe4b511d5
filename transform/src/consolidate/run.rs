//! One run, step by step.

use std::collections::{BTreeSet, HashMap};
use std::time::Instant;

use chrono::NaiveDate;
use kooste_ingest::issue::Code;

use super::apart::{self, Apart};
use super::archive::Archive;
use super::copies::Loaded;
use super::duties::Duties;
use super::essence::{self, Essence};
use super::identical::{self, Repetition};
use super::issue_log::IssueLog;
use super::known::{self, Known};
use super::outcome::{ConsolidateError, RunOutcome};
use super::outliers::{self, Deviation};
use super::plan::{Job, Kind, Plan};
use super::reading::Reading;
use super::remarks::Words;
use super::report::Report;
use super::settle::{Question, Settled, settle};
use super::task::Task;
use super::writer::{Incoming, Writer, Written};
use super::{
    changes, difference_notes, differences, figure_changes, layouts, ordered, parts, reference,
    renewals, replay, unused,
};
use crate::warehouse::batch::Batch;
use crate::warehouse::{Warehouse, WarehouseError, audits, fitting, models, tables};

/// What comparing reports with each other shows.
pub(super) struct Compared {
    repetitions: Vec<Repetition>,
    deviations: Vec<Deviation>,
    apart: Vec<Apart>,
    parts: Vec<Apart>,
}

/// A task on its way into a warehouse.
pub(super) struct Run<'a> {
    task: Task<'a>,
    duties: Duties,
    /// Where it is written to.
    warehouse: &'a Warehouse,
    /// What earlier runs left: the same one, or for a preview the one on disk.
    before: &'a Warehouse,
    /// Where originals go; for a preview nowhere.
    archive: Option<Archive>,
    /// Whether the warehouse is still to be laid out.
    is_new: bool,
    /// Months that are closed.
    closed: &'a BTreeSet<NaiveDate>,
    /// Whether the marts of a new warehouse are there, still empty.
    has_marts: bool,
    number: i32,
}

impl<'a> Run<'a> {
    /// A run that writes to a new `warehouse` and keeps no originals.
    pub(super) fn new(
        task: Task<'a>,
        warehouse: &'a Warehouse,
        before: &'a Warehouse,
        known: &'a Known,
    ) -> Result<Self, ConsolidateError> {
        Ok(Run {
            task,
            duties: Duties::of(&task.context.region, &task.context.programme)?,
            warehouse,
            before,
            archive: None,
            is_new: true,
            has_marts: false,
            closed: &known.closed,
            number: known.last_run + 1,
        })
    }

    /// The run into a warehouse that stays: one that is still to be laid out, or has its marts already, or neither.
    pub(super) fn keeping_originals(self, is_new: bool, has_marts: bool) -> Self {
        Run {
            archive: Some(Archive::of(self.task.workspace)),
            is_new: is_new && !has_marts,
            has_marts,
            ..self
        }
    }

    /// Whether there is nothing to do: nothing to read, and the settings are those of the last run.
    pub(super) fn is_idle(&self, plan: &Plan, known: &Known) -> bool {
        let nothing_new = plan.jobs.is_empty() && plan.no_longer_unreadable.is_empty();
        let is_known = |(name, value): &(&str, String)| known.setting(name) == Some(value);
        nothing_new && self.settings().iter().all(is_known)
    }

    pub(super) fn all_or_nothing(
        &self,
        plan: &Plan,
        known: &Known,
    ) -> Result<RunOutcome, ConsolidateError> {
        let begun = Instant::now();
        let settings = self.settings();
        let differs = |name: &str| {
            let now = settings.iter().find(|(found, _)| *found == name);
            known.setting(name) != now.map(|(_, value)| value.as_str())
        };
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
        self.task.options.threads.unwrap_or_else(cores).max(1)
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
        let programme = &self.task.context.programme;
        let today = self.task.options.now.date();
        let due = self.duties.last_counted(today, None);
        vec![
            (
                replay::DECISIONS,
                replay::decisions(&self.task.context.decisions),
            ),
            (
                replay::RULES,
                replay::rules(self.task.context, &self.task.options.version),
            ),
            ("config_hash", self.task.options.config_hash.clone()),
            (
                "due_until",
                due.map_or_else(String::new, |month| month.to_string()),
            ),
            ("models_hash", models::hash(programme)),
            ("programme_hash", programme.hash.clone()),
            ("version", self.task.options.version.clone()),
        ]
    }

    fn steps(
        &self,
        plan: &Plan,
        settings: &[(&'static str, String)],
        differs: &dyn Fn(&str) -> bool,
        begun: Instant,
    ) -> Result<RunOutcome, ConsolidateError> {
        let programme = &self.task.context.programme;
        let anew = differs("config_hash") || differs("programme_hash") || differs("version");
        let mut written = self.read_and_write(plan, anew)?;
        let mut outcome = std::mem::take(&mut written.outcome);
        let (next_issue, reread) = (written.next_issue, written.reread.clone());
        let archived = self.archive.as_ref().map(Archive::finish);
        let standing = self.standing()?;
        self.threads(self.engine_threads(&outcome))?;
        let (settled, remarks) = self.settled(standing, written)?;
        self.write_settled(&settled, &remarks, next_issue, &mut outcome)?;
        outcome.issues_cleared = changes::carry_over_issues(self.warehouse, &reread, self.number)?;
        self.task.progress.start("models", 2);
        if self.has_marts {
            // Nobody sees the first warehouse before it has its name: what is committed early can be taken away again.
            models::fill_first(self.warehouse, programme)?;
            self.task.progress.advance(1);
            audits::run_first(self.warehouse, programme)?;
            self.warehouse.execute("BEGIN")?;
        } else {
            let figures = figure_changes::remember(self.warehouse, self.number == 1)?;
            if differs("models_hash") {
                models::create(self.warehouse, programme)?;
            } else {
                models::refresh(self.warehouse, programme)?;
            }
            figure_changes::write(self.warehouse, &figures, self.number)?;
            self.task.progress.advance(1);
            audits::run(self.warehouse, programme)?;
        }
        self.task.progress.finish();
        changes::settings(self.warehouse, settings)?;
        self.run_row(&outcome, begun)?;
        // The rows to be committed rely on the originals.
        if let Some(archived) = archived {
            archived
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        }
        outcome.run_id = Some(self.number);
        outcome.changed_months = settled.months.clone();
        for report in settled.current() {
            let state = report.state.name().to_owned();
            *outcome.current_reports.entry(state).or_default() += 1;
        }
        Ok(outcome)
    }

    /// The reports that are current before the run.
    pub(super) fn standing(&self) -> Result<Vec<Report>, WarehouseError> {
        let programme = &self.task.context.programme;
        Report::current(self.before, &|form| programme.form(form))
    }

    /// Decides which versions stand, and computes the months of year-to-date figures.
    pub(super) fn settled(
        &self,
        standing: Vec<Report>,
        written: Written,
    ) -> Result<(Settled, Compared), WarehouseError> {
        let programme = &self.task.context.programme;
        let mut settled = settle(Question {
            standing,
            arrived: written.arrived,
            dormant: replay::dormant(self.before, programme, &written.reread)?,
            first_acceptable: known::first_acceptable(self.before, programme)?,
            duties: &self.duties,
            programme,
            closed: self.closed,
            reread: written.reread,
            today: self.task.options.now.date(),
            run: self.number,
        });
        let places = outliers::Places {
            new: self.warehouse,
            before: self.before,
            programme,
            decisions: &self.task.context.decisions,
        };
        let mut next_version = written.next_version;
        let computed = differences::compute(&places, &mut settled, &mut next_version)?;
        let mut deviations = computed.said;
        let apart = apart::mark(&mut settled, self.task.context);
        let parts = parts::mark(&mut settled, &apart, self.warehouse, programme)?;
        let repetitions = identical::mark(&mut settled);
        deviations.extend(outliers::mark(&places, &mut settled, &computed.values)?);
        Ok((
            settled,
            Compared {
                repetitions,
                deviations,
                apart,
                parts,
            },
        ))
    }

    /// Readies the warehouse, while the first files are being read: lays it out, begins the transaction, writes the
    /// reference data if it is to be written `anew`.
    fn begin(&self, plan: &Plan, anew: bool) -> Result<Writer<'_>, WarehouseError> {
        // Readers use the cores; a second thread of the engine would only wait for them.
        self.threads(1)?;
        let programme = &self.task.context.programme;
        if self.is_new {
            self.warehouse.lay_out(programme)?;
        }
        self.warehouse.execute("BEGIN")?;
        changes::resolve_contents(self.warehouse, &plan.no_longer_unreadable, self.number)?;
        if anew {
            if !self.is_new && !self.has_marts {
                fitting::fit(self.warehouse, programme)?;
            }
            reference::write(self.warehouse, self.task.context, &self.duties)?;
        }
        let decisions = &self.task.context.decisions;
        Writer::new(self.warehouse, programme, decisions, self.number)
    }

    /// Reads what is to be read and appends it; returns what came.
    pub(super) fn read_and_write(
        &self,
        plan: &Plan,
        anew: bool,
    ) -> Result<Written, ConsolidateError> {
        let programme = &self.task.context.programme;
        let seen = plan.jobs.iter().filter(|job| job.kind != Kind::New);
        let seen = seen.map(|job| &*job.files[0].hash).collect();
        let mut loaded = known::loaded(self.before, programme, &seen)?;
        let loaded = plan.jobs.iter().map(|job| {
            let loaded = loaded.remove(&job.files[0].hash).unwrap_or_default();
            Loaded::of(job.kind, loaded)
        });
        let again = plan.jobs.iter().any(|job| job.kind == Kind::Again);
        let stored: HashMap<String, Essence> = if again {
            essence::stored(self.before, programme)?
        } else {
            HashMap::new()
        };
        let jobs: Vec<(&Job, Option<Loaded>)> = plan.jobs.iter().zip(loaded).collect();
        let reading = Reading {
            archive: self.archive.as_ref(),
            context: self.task.context,
            duties: &self.duties,
            read: self.task.read,
            wording: self.task.wording,
        };
        self.task.progress.start("read", plan.jobs.len() as u64);
        let writer = ordered::in_order(
            &jobs,
            self.reader_threads(),
            &|(job, _)| job.bytes(),
            &|(job, loaded)| reading.job(job, loaded.as_ref(), stored.get(&job.files[0].hash)),
            || Ok(self.begin(plan, anew)?),
            |writer, incoming: Result<Vec<Incoming>, ConsolidateError>| {
                for file in incoming? {
                    writer.file(file)?;
                }
                self.task.progress.advance(1);
                Ok::<(), ConsolidateError>(())
            },
        )?;
        self.task.progress.finish();
        Ok(writer.finish()?)
    }

    fn write_settled(
        &self,
        settled: &Settled,
        compared: &Compared,
        next_issue: i32,
        outcome: &mut RunOutcome,
    ) -> Result<(), WarehouseError> {
        let connection = self.warehouse.connection()?;
        let mut batch = Batch::new(connection, "meta", "report", tables::REPORT)?;
        for report in &settled.new {
            report.write(
                &mut batch,
                &self.task.context.programme.forms[report.key.1].code,
            )?;
        }
        batch.finish()?;
        changes::reports(self.warehouse, &settled.changed)?;
        let gone: Vec<&str> = settled
            .changed
            .iter()
            .chain(&settled.new)
            .filter(|report| report.valid_to_run.is_some() && report.arrival.is_some())
            .filter(|report| !settled.unanswered.contains(&report.id))
            .map(|report| report.id.as_str())
            .collect();
        renewals::carry_over(self.warehouse, &settled.renewed)?;
        difference_notes::write(self.warehouse, &self.task.context.programme, self.number)?;
        changes::resolve_issues(self.warehouse, &gone, self.number)?;
        if !self.is_new {
            changes::resolve_answered(self.warehouse, self.number)?;
        }
        renewals::submissions(self.warehouse, settled)?;
        let words = Words {
            programme: &self.task.context.programme,
            wording: self.task.wording,
        };
        outcome.hold_back(settled, words.unusable(settled));
        let mut log = IssueLog::new(self.warehouse.connection()?, self.number, next_issue)?;
        words.superseded(settled, &mut log)?;
        for (pairs, what) in [
            (&compared.apart, (Code::OrganisationConflict, "sent_apart")),
            (&compared.parts, (Code::RowConstraint, "sent_in_parts")),
        ] {
            words.in_place_of(settled, pairs, what, &mut log)?;
        }
        words.repeated(settled, &compared.repetitions, &mut log)?;
        words.deviating(self.warehouse, settled, &compared.deviations, &mut log)?;
        words.lacking(settled, &mut log)?;
        words.closed(settled, &mut log)?;
        words.changed_layouts(settled, &layouts::changes(settled), &mut log)?;
        let decisions = &self.task.context.decisions;
        unused::resolve(self.warehouse, decisions, self.number)?;
        // A decision that was added since is in force for the reports that are there, too.
        let came = settled.current().filter(|report| report.arrival.is_some());
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
        let started = self.task.options.now;
        let finished = started
            + chrono::Duration::from_std(begun.elapsed())
                .unwrap_or_else(|_| chrono::Duration::zero());
        self.warehouse.execute(&format!(
            "INSERT INTO meta.run VALUES ({}, TIMESTAMP '{}', TIMESTAMP '{}', {}, {}, {}, '{word}')",
            self.number,
            started.format("%Y-%m-%d %H:%M:%S%.6f"),
            finished.format("%Y-%m-%d %H:%M:%S%.6f"),
            changes::quoted(&self.task.options.version),
            changes::quoted(&self.task.options.config_hash),
            changes::quoted(&self.task.context.programme.hash),
        ))
    }
}
