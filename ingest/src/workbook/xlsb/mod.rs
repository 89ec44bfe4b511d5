//! Binary workbooks of Excel 2007, each sheet in one pass over its records.

mod book;
mod read;
mod records;
mod sheet;

pub(crate) use read::read_xlsb;
