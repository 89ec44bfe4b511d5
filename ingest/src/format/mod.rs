//! What a file is, told by its content, and its reading into a [`Document`](crate::document::Document).

mod compound;
mod package;
mod read;
mod refusal;
mod signature;

pub use read::read;

pub(crate) use package::Package;
pub(crate) use refusal::{corrupt, encrypted, format_error, too_large, unknown_encoding};
