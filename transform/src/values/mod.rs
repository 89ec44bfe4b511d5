//! Values: what a cell means, one kind of value a file. Pure functions of the cell and its rule (READING.md R17–R30).
//!
//! Every reader returns [`Parsed`]: the value or why there is none, how good it is, and what was noticed.

pub mod body;
pub mod code;
pub mod date;
pub mod ditto;
pub mod fold;
pub mod inflection;
pub mod list;
pub mod month;
pub mod month_names;
mod month_numbers;
pub mod municipality;
pub mod number;
pub mod organisation;
mod parsed;
pub mod privacy;
pub mod remark;
pub mod state;
pub mod stated_month;
pub mod text;
pub mod words;

pub use parsed::{Finding, Parsed};
