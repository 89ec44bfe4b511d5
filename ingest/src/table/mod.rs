//! Finding tables on a sheet: what is read, row by row and column by column, before any value is understood.

mod across;
pub mod asides;
mod beside;
mod choices;
mod claim;
mod contest;
pub mod examples;
mod find;
mod flatten;
mod form;
mod header;
mod headings;
mod hints;
mod keyed;
mod leading;
mod matcher;
mod month_heading;
mod month_list;
mod month_row;
mod month_text;
mod narrative;
mod nil;
mod offset;
mod other_headings;
mod pairs;
mod place_column;
pub mod plans;
mod questions;
pub mod raw;
mod reading;
mod resolve;
mod rows;
mod share;
mod sheet;
mod stacked;
mod struck;
mod sum_column;
#[cfg(test)]
pub(crate) mod test_grid;
#[cfg(test)]
mod tests;
mod ticks;
mod title_key;
mod totals;
mod unit_row;
mod unread;
mod value_row;
mod wide;

pub(crate) use form::Trial;
pub use leading::continued;
pub use reading::{Column, How, KeyValue, RowKind, Shape, SheetReading, Table, TableRow};
pub use sheet::{read_sheet, unread};
pub use ticks::ticked;
