//! The warehouse: one DuckDB file.

pub mod read;
