//! The steering group's summary of a month: its definition, free of any format, and writing it.

mod about;
mod areas;
mod course;
mod family_centres;
mod ids;
mod in_short;
pub mod map;
mod money;
mod municipalities;
mod own_words;
pub mod page;
mod pilots;
mod reporters;
mod revisions;
mod scene;
#[cfg(test)]
mod tests;
mod write;

pub use write::{Edition, compose, write};
