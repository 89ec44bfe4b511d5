//! The steering group's summary of a month: its definition, free of any format, and writing it.

mod about;
pub(crate) mod areas;
mod course;
mod family_centres;
mod in_short;
pub mod map;
mod money;
pub(crate) mod municipalities;
mod own_words;
pub mod page;
mod pilots;
mod reporters;
mod scene;
#[cfg(test)]
mod tests;
mod write;

pub use write::{compose, write};
