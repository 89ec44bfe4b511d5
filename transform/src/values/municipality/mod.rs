//! Municipalities: codes, names in both languages and all cases, several in a cell (READING.md R24 and R25).

mod cell;
mod index;
mod stems;

pub use index::MunicipalityIndex;
pub(crate) use stems::{stems, stems_of_form};

#[cfg(test)]
mod tests;
