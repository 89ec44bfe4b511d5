//! Text files: encoding, dialect and records (READING.md R4).

mod dialect;
mod encoding;
mod mojibake;
mod read;
mod records;
mod single_byte;

pub(crate) use read::read;
