//! Data files of programmes and reference: where they come from and how their tables are read.

mod files;
mod records;

pub use files::{Files, Folder, InMemory};
pub(crate) use records::required_text;
pub use records::{DataError, Record, Records};
