//! What a run would do, without doing it (`kooste plan`).
//!
//! The steps are those of a run, up to the decision which versions stand: files are read into a warehouse in memory
//! that is thrown away, and weighed against the reports of the one on disk, which is only read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;

use super::known::Known;
use super::outcome::{ConsolidateError, RunOptions};
use super::remarks::Words;
use super::report::{Key, Report};
use super::run::Run;
use super::settle::Settled;
use super::state::State;
use super::task::{Task, existing};
use super::writer::Written;
use crate::progress::Progress;
use crate::submission::{Context, Submission, read_submission};
use crate::warehouse::Warehouse;
use crate::wording::Wording;

/// What becomes of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It came and stands; nothing had come before.
    New,
    /// What stands now is another version, or in another state.
    Changed,
    /// It came, and a version that is there already goes before it.
    Outranked,
    /// It came and cannot be used.
    Rejected,
    /// It is due by now and did not come.
    Missing,
    /// It stays as it is.
    Unchanged,
}

impl Change {
    /// Its name in results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Change::New => "new",
            Change::Changed => "changed",
            Change::Outranked => "outranked",
            Change::Rejected => "rejected",
            Change::Missing => "missing",
            Change::Unchanged => "unchanged",
        }
    }
}

/// A version of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its state.
    pub state: State,
    /// Path of its file; none for a missing report.
    pub path: Option<String>,
    /// Rows that are facts.
    pub rows_loaded: u32,
    /// Rows set aside.
    pub rows_quarantined: u32,
}

impl Version {
    fn of(report: &Report) -> Self {
        let arrival = report.arrival.as_ref();
        Version {
            state: report.state,
            path: arrival.map(|arrival| arrival.path.clone()),
            rows_loaded: arrival.map_or(0, |arrival| arrival.rows_loaded),
            rows_quarantined: arrival.map_or(0, |arrival| arrival.rows_quarantined),
        }
    }
}

/// What becomes of one report: organisation × form × month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewReport {
    /// Organisation.
    pub organisation: String,
    /// Code of the form.
    pub form: String,
    /// First day of the month.
    pub period: NaiveDate,
    /// What becomes of it.
    pub change: Change,
    /// The version that stands before the run; none if nothing was known of the report.
    pub before: Option<Version>,
    /// The version that came, or the one that stands after the run.
    pub after: Option<Version>,
}

/// What a run would do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Preview {
    /// Files found in the inbox.
    pub files: u64,
    /// Contents that would be read.
    pub files_new: u64,
    /// Files whose content and path are known.
    pub files_unchanged: u64,
    /// Files whose content came under another path as well.
    pub files_known: u64,
    /// Files that could not be used at all: path, message in Finnish, Swedish and English.
    pub rejected: Vec<(String, [String; 3])>,
    /// Contents of the archive that would be read again.
    pub read_again: u64,
    /// Reports, in order of organisation, form and month.
    pub reports: Vec<PreviewReport>,
    /// Months in which some current report would change.
    pub changed_months: BTreeSet<NaiveDate>,
}

/// Tells what a run would do; writes nothing.
///
/// # Errors
///
/// As [`super::consolidate`].
pub fn preview(
    workspace: &Path,
    context: &Context,
    wording: &dyn Wording,
    options: &RunOptions,
    progress: &dyn Progress,
) -> Result<Preview, ConsolidateError> {
    let read = |submission: Submission, bytes: &[u8]| read_submission(submission, bytes, context);
    preview_with(workspace, context, &read, wording, options, progress)
}

/// As [`preview`], with another reader: for tests.
///
/// # Errors
///
/// As [`super::consolidate`].
pub fn preview_with(
    workspace: &Path,
    context: &Context,
    read: super::Reader<'_>,
    wording: &dyn Wording,
    options: &RunOptions,
    progress: &dyn Progress,
) -> Result<Preview, ConsolidateError> {
    let task = Task {
        workspace,
        context,
        read,
        wording,
        options,
        progress,
    };
    let (files, warehouse) = task.find(|| existing(Warehouse::open_read(&task.path())));
    let (files, warehouse) = (files?, warehouse?);
    let scratch = Warehouse::empty(Path::new(":memory:"), options.threads)?;
    let is_first = warehouse.is_none();
    let nothing = Known::default();
    let (before, known) = match &warehouse {
        Some((warehouse, known)) => (warehouse, known),
        None => (&scratch, &nothing),
    };
    let run = Run::new(task, &scratch, before, known)?;
    let plan = task.plan(files, before, known)?;
    let mut preview = Preview {
        files: plan.files,
        files_unchanged: plan.unchanged,
        files_known: plan.known_elsewhere(),
        ..Preview::default()
    };
    let mut written = Written::default();
    if is_first || !plan.jobs.is_empty() {
        written = run.read_and_write(&plan, false)?;
        preview.files_new = written.outcome.files_new;
        preview.rejected = std::mem::take(&mut written.outcome.rejected);
        preview.read_again = written.outcome.files_again;
    }
    let standing = run.standing()?;
    let seen: BTreeMap<Key, Version> = standing
        .iter()
        .filter(|report| !report.is_correction())
        .map(|report| (report.key.clone(), Version::of(report)))
        .collect();
    let (settled, _) = run.settled(standing, written)?;
    let words = Words {
        programme: &context.programme,
        wording,
    };
    preview.rejected.extend(words.unusable(&settled));
    preview.reports = reports(&settled, &seen, context);
    preview.changed_months = settled.months;
    Ok(preview)
}

fn reports(
    settled: &Settled,
    seen: &BTreeMap<Key, Version>,
    context: &Context,
) -> Vec<PreviewReport> {
    let stands = |report: &Report| report.valid_to_run.is_none();
    let new = settled.new.iter().map(|report| {
        let change = match (report.state, seen.get(&report.key)) {
            (State::Missing, _) => Change::Missing,
            (State::Rejected, _) => Change::Rejected,
            _ if !stands(report) => Change::Outranked,
            (_, Some(before)) if before.path.is_some() => Change::Changed,
            _ => Change::New,
        };
        (report, change)
    });
    let standing = |report: &Report| {
        let version = Version::of(report);
        match seen.get(&report.key) {
            Some(before) if *before == version => Change::Unchanged,
            _ => Change::Changed,
        }
    };
    let rest = settled
        .changed
        .iter()
        .chain(&settled.unchanged)
        .filter(|report| stands(report))
        .map(|report| (report, standing(report)));
    let mut reports: Vec<PreviewReport> = new
        .chain(rest)
        .map(|(report, change)| PreviewReport {
            organisation: report.key.0.clone(),
            form: context.programme.forms[report.key.1].code.to_string(),
            period: report.key.2,
            change,
            before: seen.get(&report.key).cloned(),
            after: Some(Version::of(report)),
        })
        .collect();
    reports.sort_by(|one, other| {
        let key = |report: &PreviewReport| {
            (
                report.organisation.clone(),
                report.form.clone(),
                report.period,
                report.after.as_ref().and_then(|after| after.path.clone()),
            )
        };
        key(one).cmp(&key(other))
    });
    reports
}
