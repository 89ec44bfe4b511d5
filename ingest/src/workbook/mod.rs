//! Workbooks: the sheets of xlsx, xlsb, xls and ods files as [`Grid`](crate::grid::Grid)s.
//!
//! xls is read over calamine. xlsx, xlsb, ods and the xls of Excel 2 to 4 are read here, each sheet in one pass and under the limits, because there
//! calamine tells no percentages or merged cells, drops errors of formulas, does not tell a formula without a result from a
//! blank cell, and refuses a sheet for one odd element or for its indentation.

mod asides;
mod budget;
mod cell_style;
mod iso;
mod number_format;
mod ods;
mod ods_text;
mod old_xls;
mod record;
mod relations;
mod shared_texts;
mod xls;
mod xls_records;
mod xlsb;
mod xlsx;
mod xml;

pub(crate) use asides::read_asides;
pub(crate) use ods::read_ods;
pub(crate) use old_xls::{SIGNATURES as OLD_XLS, read_old_xls};
pub(crate) use xls::read_xls;
pub(crate) use xlsb::read_xlsb;
pub(crate) use xlsx::read_xlsx;
