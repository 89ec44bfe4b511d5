//! The monthly consolidation: from the inbox to the warehouse, in one transaction.

mod apart;
pub(crate) mod archive;
mod cases;
mod cells;
mod changes;
mod copies;
mod cumulative;
mod decision_log;
mod difference_notes;
mod differences;
mod duties;
mod essence;
mod figure_changes;
mod growing;
mod identical;
mod inbox;
mod issue_log;
mod known;
mod layouts;
mod ordered;
mod outcome;
mod outliers;
mod parts;
mod plan;
mod prepare;
mod preview;
mod reading;
mod reference;
mod remarks;
mod renewals;
mod replay;
mod report;
mod run;
pub(crate) mod series;
mod settle;
mod state;
mod task;
mod unreadable;
mod unused;
mod writer;

pub use archive::location;
pub use duties::owed_in;
pub use outcome::{ConsolidateError, RunOptions, RunOutcome};
pub use preview::{Change, Preview, PreviewReport, Version, preview, preview_with};
pub use reading::Reader;
pub use state::State;
pub use task::{consolidate, consolidate_with};

#[cfg(test)]
mod tests;
