//! From the rows of a table to facts: reading cells, filling down, sums, constraints, quarantine and the ledger.

mod append;
mod check;
mod contradictions;
mod derive;
mod digest;
mod fill;
mod heading_rows;
mod headings;
mod json;
mod load;
mod outcome;
mod plan;
mod prefilled;
mod reader;
mod record;
mod repeats;
mod running_totals;
mod sections;
mod settle;
mod sheet;
mod silent_months;
mod table;
mod tally;
mod ticks;
mod total_row;
mod totals;
mod width;
mod years;

pub(crate) use outcome::{Blocks, Outcome};
pub(crate) use sheet::{SheetPlace, first_row, read_sheet_rows};
