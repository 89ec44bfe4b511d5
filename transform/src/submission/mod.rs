//! One file of the inbox: what it is read with, how it is read, and what it turned out to be.

mod context;
mod finish;
mod masking;
mod read;
mod reading;
mod sender;
mod sheets;

pub use context::Context;
pub(crate) use read::refused_unread;
pub use read::{Inspection, decode, inspect, read_submission};
pub use reading::{
    ColumnDecision, FileReading, FoundIssue, LedgerRow, Quarantined, ReportReading, Submission,
    ValueNote,
};
pub use sender::Sender;
pub use sheets::{LISTS_SHEET, ReadSheet};

#[cfg(test)]
mod tests;
