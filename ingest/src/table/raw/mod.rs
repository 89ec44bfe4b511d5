//! The tables of a sheet as text, nothing normalised: what `kooste table --raw` prints.
//!
//! Knows no programme and no words: it tells a header from values by the columns in which values are mostly digits. Titles,
//! keys with values above a table and blank rows are left out; a header of several rows becomes one label per column; a
//! record with more fields than its columns loses blank ones where the rest then fits the columns best; tables side by side in
//! a workbook stand for themselves where they are clearly two.

mod apart;
mod blocks;
mod header;
mod look;
mod records;
mod surplus;

pub use blocks::{raw_table, raw_tables};

#[cfg(test)]
mod tests;
