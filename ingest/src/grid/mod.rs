//! A sheet as read: cells with their kind, text and place, stored compactly row by row.
//!
//! Blank cells and blank rows cost nothing, so two far corners of a sheet are two cells; a text that many cells hold is
//! kept once.

mod cells;
mod fill;
mod row;
mod texts;
mod value;

pub use cells::{Grid, Region};
pub use row::Row;
pub use texts::TextId;
pub(crate) use texts::{TextIndex, TextSpan};
pub use value::{CellValue, moment};
