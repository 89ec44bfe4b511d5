//! From the rows of a table to facts: reading cells, filling down, sums, constraints, quarantine and the ledger.

mod append;
mod digest;
mod fill;
mod json;
mod record;
mod tally;
