//! Whole-program tests, in one binary so that DuckDB is linked once. `KOOSTE_UPDATE=1` writes the golden files
//! and generated pages anew; look at the difference before it is committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops at once")]

mod kit;

mod analysts;
mod closing;
mod command_line;
mod copies;
mod crash;
mod crate_graph;
mod cumulative;
mod demo;
mod determinism;
mod doctor;
mod empty_warehouse;
mod generated_pages;
mod hostile;
mod house_rules;
mod json_results;
mod languages;
mod layouts;
mod measure;
mod messy;
mod newcomers;
#[cfg(feature = "pdf")]
mod pdf;
mod plan;
mod programmes;
mod reading_commands;
mod replay;
mod rules;
mod safety;
mod settings;
mod summary;
mod template;
mod trace;
mod truth;
mod values;
