//! What is to be consolidated, and where it starts from.

use std::path::{Path, PathBuf};

use super::inbox::{self, InboxFile};
use super::known::Known;
use super::outcome::{ConsolidateError, RunOptions, RunOutcome};
use super::plan::{Plan, plan};
use super::reading::Reader;
use super::replay;
use super::run::Run;
use crate::progress::Progress;
use crate::submission::{Context, Submission, read_submission};
use crate::warehouse::claim::Claim;
use crate::warehouse::unfinished::Unfinished;
use crate::warehouse::{Warehouse, WarehouseError};
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
    let task = Task {
        workspace,
        context,
        read,
        wording,
        options,
        progress,
    };
    let claim = Claim::of(&task.path())?;
    let open = || match existing(Warehouse::open_read(&task.path()))? {
        Some((before, known)) => Ok(Target::Known(before, known)),
        None => Unfinished::first(&claim, &context.programme, options.threads).map(Target::First),
    };
    let (files, target) = task.find(open);
    match target? {
        Target::Known(before, known) => {
            let plan = task.plan(files?, &before, &known)?;
            let idle = Run::new(task, &before, &before, &known)?.is_idle(&plan, &known);
            if idle && !before.is_older()? {
                return Ok(plan.counted(RunOutcome::default()));
            }
            let copy = Unfinished::copy(&claim, before, options.threads)?;
            copy.finish(|copy| {
                if idle {
                    return Ok(plan.counted(RunOutcome::default()));
                }
                task.carry_out(copy, &known, &plan)
            })
        }
        // A first run that dies leaves no warehouse, not an empty one.
        Target::First(unfinished) => unfinished.finish(|unfinished| {
            let known = Known::default();
            let plan = task.plan(files?, unfinished.warehouse(), &known)?;
            task.carry_out(unfinished, &known, &plan)
        }),
    }
}

/// What a run starts from.
enum Target<'a> {
    /// The warehouse of earlier runs, open for reading, with what it knows.
    Known(Warehouse, Known),
    /// The first one.
    First(Unfinished<'a>),
}

/// What is to be consolidated and how.
#[derive(Clone, Copy)]
pub(super) struct Task<'a> {
    pub(super) workspace: &'a Path,
    pub(super) context: &'a Context,
    pub(super) read: Reader<'a>,
    pub(super) wording: &'a dyn Wording,
    pub(super) options: &'a RunOptions,
    pub(super) progress: &'a dyn Progress,
}

impl<'a> Task<'a> {
    pub(super) fn path(&self) -> PathBuf {
        self.workspace.join("warehouse.duckdb")
    }

    /// Looks into the inbox and opens the warehouse, both at once.
    pub(super) fn find<W: Send>(
        &self,
        open: impl FnOnce() -> Result<W, WarehouseError> + Send,
    ) -> (
        Result<Vec<InboxFile>, ConsolidateError>,
        Result<W, WarehouseError>,
    ) {
        rayon::join(|| inbox::files(self.workspace), open)
    }

    /// What is to be read: what is new in the inbox, and what of the archive is to be read again.
    pub(super) fn plan(
        &self,
        files: Vec<InboxFile>,
        before: &Warehouse,
        known: &Known,
    ) -> Result<Plan, ConsolidateError> {
        let version = &self.options.version;
        let again = replay::jobs(self.workspace, before, known, self.context, version, &files)?;
        let mut plan = plan(files, known);
        plan.read_again(again);
        Ok(plan)
    }

    fn carry_out(
        self,
        unfinished: &Unfinished<'_>,
        known: &Known,
        plan: &Plan,
    ) -> Result<RunOutcome, ConsolidateError> {
        let warehouse = unfinished.warehouse();
        let run = Run::new(self, warehouse, warehouse, known)?
            .keeping_originals(unfinished.is_first(), unfinished.has_marts());
        let outcome = run.all_or_nothing(plan, known)?;
        Ok(plan.counted(outcome))
    }
}

/// The warehouse of earlier runs with what it knows; none before the first run.
pub(super) fn existing(
    opened: Result<Warehouse, WarehouseError>,
) -> Result<Option<(Warehouse, Known)>, WarehouseError> {
    match opened {
        Err(WarehouseError::NotFound { .. }) => Ok(None),
        opened => {
            let warehouse = opened?;
            let known = Known::load(&warehouse)?;
            Ok(Some((warehouse, known)))
        }
    }
}
