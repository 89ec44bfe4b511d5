//! Codes of lists (READING.md R26).

mod cell;
mod index;

pub use cell::Coded;
pub use index::CodeIndex;

#[cfg(test)]
mod tests;
