//! One file of the inbox: what it is read with, how it is read, and what it turned out to be.

mod context;
mod reading;

pub use context::Context;
pub use reading::{
    ColumnDecision, FileReading, FoundIssue, LedgerRow, Quarantined, ReportReading, Submission,
    ValueNote,
};
