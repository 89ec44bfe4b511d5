//! Dates: single days, ranges and lists of days (READING.md R21).

mod cell;
mod fast;
mod items;
mod resolve;
mod style;
mod tokens;

pub use cell::{DateBounds, DateRule, Span, date};
pub use style::DateStyle;

#[cfg(test)]
mod tests;
