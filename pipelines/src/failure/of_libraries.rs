//! The errors of the libraries in our words: by their kind, with the exit code of the contract.

use std::path::Path;

use chrono::NaiveDate;
use kooste_ingest::document::Refusal;
use kooste_reports::error::ReportError;
use kooste_transform::closing::ClosingError;
use kooste_transform::consolidate::ConsolidateError;
use kooste_transform::warehouse::WarehouseError;

use super::{Exit, Failure, Phrase};
use crate::settings::{branding_file, month};

impl From<WarehouseError> for Failure {
    fn from(error: WarehouseError) -> Self {
        let at = |exit, key, path: &Path| {
            Failure::new(exit, key).with("path", path.display().to_string())
        };
        match &error {
            WarehouseError::InUse { path, .. } => at(Exit::InUse, "failure-warehouse-in-use", path)
                .hint(Phrase::new("hint-close-other"))
                .because(error),
            WarehouseError::NotFound { path } => at(Exit::Usage, "failure-warehouse-missing", path)
                .hint(Phrase::new("hint-run-first")),
            WarehouseError::Damaged { path, .. } => at(Exit::Usage, "failure-warehouse", path)
                .hint(Phrase::new("hint-damaged"))
                .because(error),
            WarehouseError::Newer { path, .. } => {
                at(Exit::Usage, "failure-warehouse", path).because(error)
            }
            WarehouseError::Io { .. } => match error {
                WarehouseError::Io { path, source } => Failure::io("failure-write", &path, source),
                other => Failure::fault(other),
            },
            WarehouseError::Query { .. } => Failure::usage("failure-query")
                .hint(Phrase::new("hint-query"))
                .because(error),
            WarehouseError::Engine(_) if error.is_disk_fault() => Failure::usage("failure-disk")
                .hint(Phrase::new("hint-disk"))
                .because(error),
            WarehouseError::Model { .. } => Failure::usage("failure-model").because(error),
            WarehouseError::Unsupported { .. } => Failure::usage("failure-query").because(error),
            _ => Failure::fault(error),
        }
    }
}

impl From<ConsolidateError> for Failure {
    fn from(error: ConsolidateError) -> Self {
        match error {
            ConsolidateError::Warehouse(error) => error.into(),
            ConsolidateError::Io { path, source } => Failure::io("failure-read", &path, source),
            ConsolidateError::Write { path, source } => Failure::io("failure-write", &path, source),
            ConsolidateError::Region { .. } => Failure::usage("failure-region").because(error),
            other => Failure::fault(other),
        }
    }
}

impl From<ClosingError> for Failure {
    fn from(error: ClosingError) -> Self {
        let of_month = |key, at: &NaiveDate| Failure::usage(key).with("month", month::format(*at));
        match &error {
            ClosingError::NothingReported(at) => of_month("failure-month-without-reports", at),
            ClosingError::Closed(at) => of_month("failure-closed", at),
            ClosingError::NotClosed(at) => of_month("failure-not-closed", at),
            ClosingError::NoSnapshot(at) => of_month("failure-no-snapshot", at),
            ClosingError::Lost(path) => {
                Failure::usage("failure-closed-lost").with("path", path.display().to_string())
            }
            ClosingError::Io { .. } | ClosingError::Warehouse(_) => match error {
                ClosingError::Io { path, source } => Failure::io("failure-write", &path, source),
                ClosingError::Warehouse(error) => error.into(),
                other => Failure::fault(other),
            },
            _ => Failure::fault(error),
        }
    }
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Warehouse { source, .. } => source.into(),
            ReportError::Write { path, source } => Failure::io("failure-write", &path, source),
            ReportError::OwnTemplate { name, line, cause } => {
                let place = if line > 0 {
                    format!(":{line}")
                } else {
                    String::new()
                };
                Failure::usage("failure-own-template")
                    .with("path", format!("{}/{name}{place}", branding_file::FOLDER))
                    .with("cause", cause)
            }
            other => Failure::fault(other),
        }
    }
}

impl Failure {
    /// A file that a command was told to read and that cannot be read, in the words of its issue.
    #[must_use]
    pub fn refused(path: &Path, refusal: &Refusal, messages: &crate::messages::Messages) -> Self {
        let mut failure = Failure::new(Exit::NoUsableInput, "failure-refused");
        failure.excerpts = vec![crate::wording::refusal(path, refusal, messages)];
        failure
    }
}
