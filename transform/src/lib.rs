//! Turns located tables into typed facts and keeps them in a DuckDB warehouse.
//!
//! The only crate that knows DuckDB. Reading comes from `kooste-ingest`; telling is done by `kooste-reports`.

pub mod calendar;
pub mod closing;
pub mod consolidate;
pub mod data;
pub mod decisions;
pub mod doctor;
pub mod evidence;
pub mod export;
pub mod facts;
pub mod figures;
mod flush;
pub mod hex;
pub mod programme;
pub mod progress;
pub mod reference;
pub mod region;
pub mod rows;
mod snapshot;
pub mod submission;
pub mod trace;
pub mod values;
pub mod versions;
pub mod warehouse;
pub mod wording;

#[cfg(test)]
mod testkit;
