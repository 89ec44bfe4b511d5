//! Text files: encoding, dialect and records (READING.md R4).

mod dialect;
mod encoding;
mod mojibake;
mod older;
mod read;
mod records;
mod single_byte;
mod wrapped;

pub(crate) use older::Older;
pub(crate) use read::read;
