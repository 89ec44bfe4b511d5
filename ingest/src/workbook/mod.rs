//! Workbooks: the sheets of xlsx, xlsb, xls and ods files as [`Grid`](crate::grid::Grid)s.
//!
//! xlsx and ods are read here over `quick-xml`, because the workbook library gives either values or formulas or merged
//! cells in one pass, fills dense ranges, and refuses a sheet for one odd element; xls and xlsb are read over it.

mod budget;
mod iso;
mod number_format;
mod ods;
mod ods_text;
mod xls;
mod xls_records;
mod xlsb;
mod xlsx;
mod xml;

pub(crate) use ods::read_ods;
pub(crate) use xls::read_xls;
pub(crate) use xlsb::read_xlsb;
pub(crate) use xlsx::read_xlsx;
