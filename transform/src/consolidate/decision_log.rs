//! `meta.decision` while a run appends to it.

use duckdb::Connection;

use crate::decisions::Decisions;
use crate::submission::FileReading;
use crate::warehouse::batch::Batch;
use crate::warehouse::{WarehouseError, tables};

/// Appends what decisions decided, file by file, and counts it.
pub(super) struct DecisionLog<'c> {
    batch: Batch<'c>,
    decisions: &'c Decisions,
    used: Vec<u64>,
    run: i32,
}

impl<'c> DecisionLog<'c> {
    /// Starts appending.
    pub(super) fn new(
        connection: &'c Connection,
        decisions: &'c Decisions,
        run: i32,
    ) -> Result<Self, WarehouseError> {
        Ok(DecisionLog {
            batch: Batch::new(connection, "meta", "decision", tables::DECISION)?,
            used: vec![0; decisions.decisions.len()],
            decisions,
            run,
        })
    }

    /// Appends what they decided in a file.
    pub(super) fn push(&mut self, reading: &FileReading) -> Result<(), WarehouseError> {
        for (at, count) in reading.decisions_used.iter().enumerate() {
            if *count > 0 && at < self.used.len() {
                self.used[at] += u64::from(*count);
                self.row(at, Some(&reading.submission.id), *count)?;
            }
        }
        Ok(())
    }

    /// Appends those that decided nothing, and hands everything to DuckDB.
    pub(super) fn finish(mut self) -> Result<(), WarehouseError> {
        for at in 0..self.used.len() {
            if self.used[at] == 0 {
                self.row(at, None, 0)?;
            }
        }
        self.batch.finish()
    }

    fn row(
        &mut self,
        at: usize,
        submission_id: Option<&str>,
        count: u32,
    ) -> Result<(), WarehouseError> {
        let decision = &self.decisions.decisions[at];
        self.batch.push(&[
            (u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1)).into(),
            decision.kind.name().into(),
            decision.field.as_deref().into(),
            decision.found.as_str().into(),
            decision.means.as_deref().into(),
            decision.organisation.as_deref().into(),
            decision.form.as_deref().into(),
            decision.from.as_deref().into(),
            decision.until.as_deref().into(),
            decision.by.as_str().into(),
            decision.on.to_string().as_str().into(),
            decision.why.as_str().into(),
            self.run.into(),
            submission_id.into(),
            count.into(),
        ])
    }
}
