//! `meta.issue` while a run appends to it.

use std::collections::BTreeMap;

use duckdb::Connection;
use kooste_ingest::issue::Issue;
use kooste_ingest::place::cell_address;

use super::prepare::Messages;
use crate::warehouse::batch::{Batch, Cell};
use crate::warehouse::{WarehouseError, tables};

/// Where an issue stands besides sheet and cell.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct IssuePlace<'a> {
    /// Report it belongs to.
    pub(super) report_id: Option<&'a str>,
    /// Content.
    pub(super) submission_id: Option<&'a str>,
    /// Path.
    pub(super) path: Option<&'a str>,
    /// Whether a decision accepts it.
    pub(super) accepted: bool,
}

/// Appends issues and counts them.
pub(super) struct IssueLog<'c> {
    batch: Batch<'c>,
    run: i32,
    next: i32,
    /// Issues by severity.
    pub(super) counts: BTreeMap<String, u64>,
}

impl<'c> IssueLog<'c> {
    /// Starts with the number `next`.
    pub(super) fn new(
        connection: &'c Connection,
        run: i32,
        next: i32,
    ) -> Result<Self, WarehouseError> {
        Ok(IssueLog {
            batch: Batch::new(connection, "meta", "issue", tables::ISSUE)?,
            run,
            next,
            counts: BTreeMap::new(),
        })
    }

    /// Appends an issue.
    pub(super) fn push(
        &mut self,
        issue: &Issue,
        messages: &Messages,
        place: IssuePlace<'_>,
    ) -> Result<(), WarehouseError> {
        let cell = issue
            .row
            .zip(issue.column)
            .map(|(row, column)| cell_address(row, column));
        let severity = issue.severity.name();
        match self.counts.get_mut(severity) {
            Some(count) => *count += 1,
            None => drop(self.counts.insert(severity.to_owned(), 1)),
        }
        self.batch.push(&[
            self.next.into(),
            issue.code.name().into(),
            severity.into(),
            issue.code.responsibility().name().into(),
            place.report_id.into(),
            place.submission_id.into(),
            place.path.into(),
            issue.sheet.as_deref().into(),
            cell.as_deref().into(),
            Cell::Int(issue.row.and_then(|row| i32::try_from(row).ok())),
            issue.field.as_deref().into(),
            filled(&issue.found).into(),
            filled(&issue.expected).into(),
            filled(&issue.suggestion).into(),
            messages[0].as_str().into(),
            messages[1].as_str().into(),
            messages[2].as_str().into(),
            self.run.into(),
            Cell::Int(None),
            filled(issue.reason).into(),
            place.accepted.into(),
        ])?;
        self.next += 1;
        Ok(())
    }

    /// Hands everything to DuckDB; returns the next number and the counts.
    pub(super) fn finish(self) -> Result<(i32, BTreeMap<String, u64>), WarehouseError> {
        self.batch.finish()?;
        Ok((self.next, self.counts))
    }
}

fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
