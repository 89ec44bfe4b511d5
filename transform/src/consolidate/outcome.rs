//! What a run is told and what it tells.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};

use super::settle::Settled;
use crate::warehouse::WarehouseError;

/// What a run is told besides its context. The clock comes in here, so that a run can be repeated.
#[derive(Debug, Clone)]
pub struct RunOptions {
    /// Time of the run, UTC.
    pub now: NaiveDateTime,
    /// Version of the program, for `meta.run`.
    pub version: String,
    /// Hash of the texts of region file and decisions; a change writes the reference tables anew.
    pub config_hash: String,
    /// Threads that read files; none: one per core.
    pub threads: Option<usize>,
}

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RunOutcome {
    /// Number of the run; none if nothing had changed, so that nothing was written.
    pub run_id: Option<i32>,
    /// Files found in the inbox.
    pub files: u64,
    /// Contents read for the first time.
    pub files_new: u64,
    /// Files whose content and path were known.
    pub files_unchanged: u64,
    /// Files whose content came under another path as well.
    pub files_known: u64,
    /// New contents without any report that could be used.
    pub files_rejected: u64,
    /// Contents of the archive that were read again and other than before, because rules or decisions changed.
    pub files_again: u64,
    /// Issues of those contents that no longer stand.
    pub issues_cleared: u64,
    /// Rows that became facts in this run.
    pub rows_loaded: u64,
    /// Rows set aside in this run.
    pub rows_quarantined: u64,
    /// Reports that came in this run, by state.
    pub reports: BTreeMap<String, u64>,
    /// Current reports of the whole warehouse, missing ones included, by state.
    pub current_reports: BTreeMap<String, u64>,
    /// Issues noticed in this run, by severity.
    pub issues: BTreeMap<String, u64>,
    /// Months (first days) in which some current report changed.
    pub changed_months: BTreeSet<NaiveDate>,
    /// New files that could not be used at all: path as stored, message in Finnish, Swedish and English.
    pub rejected: Vec<(String, [String; 3])>,
}

impl RunOutcome {
    /// Counts reports and contents that came as rejected, because the month before is missing (READING.md R33).
    pub(super) fn hold_back(&mut self, settled: &Settled, unusable: Vec<(String, [String; 3])>) {
        let renewed = settled.renewed_ids();
        for (report, _) in settled.lacking() {
            let read_as = report.totals.as_ref().map(|totals| totals.state.name());
            if let Some(read_as) = read_as.filter(|_| !renewed.contains(report.id.as_str())) {
                if let Some(count) = self.reports.get_mut(read_as) {
                    *count -= 1;
                }
                *self
                    .reports
                    .entry(report.state.name().to_owned())
                    .or_default() += 1;
            }
        }
        self.reports.retain(|_, count| *count > 0);
        self.files_rejected += unusable.len() as u64;
        self.rejected.extend(unusable);
    }

    /// Whether there were new submissions and none of them could be used (exit code 1).
    #[must_use]
    pub fn nothing_usable(&self) -> bool {
        self.files_new > 0 && self.files_rejected == self.files_new
    }
}

/// Why a run was given up; the warehouse is as it was before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConsolidateError {
    /// The warehouse cannot be used, or we broke a rule of its own.
    #[error(transparent)]
    Warehouse(#[from] WarehouseError),
    /// The inbox cannot be read.
    #[error("{}", path.display())]
    Io {
        /// File or folder.
        path: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The archive cannot be written.
    #[error("{}", path.display())]
    Write {
        /// File or folder.
        path: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The region file says something that cannot be.
    #[error("{key}: {detail}")]
    Region {
        /// Key of the region file.
        key: String,
        /// What is wrong with it.
        detail: String,
    },
}

impl From<duckdb::Error> for ConsolidateError {
    fn from(error: duckdb::Error) -> Self {
        ConsolidateError::Warehouse(WarehouseError::from(error))
    }
}
