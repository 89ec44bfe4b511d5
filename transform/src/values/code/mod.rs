//! Codes of lists (READING.md R26).

mod cell;
mod index;
mod phrase;

pub use cell::Coded;
pub use index::CodeIndex;

#[cfg(test)]
mod tests;
