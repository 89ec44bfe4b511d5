//! The warehouse: one DuckDB file.

mod arriving;
pub(crate) mod audits;
pub(crate) mod batch;
pub(crate) mod beside;
pub(crate) mod claim;
mod engine_values;
mod error;
mod fact_tables;
pub(crate) mod facts_in;
pub(crate) mod fitting;
pub(crate) mod geography;
pub(crate) mod grain;
#[cfg(test)]
mod model_tests;
pub(crate) mod models;
mod open;
mod query;
pub mod read;
pub(crate) mod reference_tables;
mod schema;
mod side_by_side;
pub(crate) mod sql_files;
pub(crate) mod tables;
mod template;
pub(crate) mod unfinished;

pub use error::WarehouseError;
pub use open::Warehouse;
pub use query::ExportFormat;
pub use template::Template;
