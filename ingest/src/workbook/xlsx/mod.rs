//! Office Open XML workbooks, each sheet in one pass over its part.

mod book;
mod escape;
mod read;
mod sheet;
mod strings;
mod styles;

pub(super) use book::sheet_parts;
pub(crate) use read::read_xlsx;
pub(super) use sheet::address;
