//! The monthly consolidation: from the inbox to the warehouse, in one transaction.

mod archive;
mod changes;
mod copies;
mod cumulative;
mod duties;
mod identical;
mod inbox;
mod issue_log;
mod known;
mod layouts;
mod ordered;
mod outcome;
mod plan;
mod prepare;
mod reading;
mod remarks;
mod report;
mod run;
mod settle;
mod state;
mod unused;
mod writer;

pub use archive::location;
pub use duties::owed_in;
pub use outcome::{ConsolidateError, RunOptions, RunOutcome};
pub use reading::Reader;
pub use run::{consolidate, consolidate_with};
pub use state::State;

#[cfg(test)]
mod tests;
