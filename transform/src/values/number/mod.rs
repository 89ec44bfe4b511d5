//! Numbers: counts, decimals and money (READING.md R17–R19 and R28).

mod cell;
mod digits;
mod duration;
mod float;
mod modifiers;
mod numerals;
mod phrase;
mod rule;
mod stated;
mod style;
mod units;

pub use cell::{count, number};
pub use rule::{NumberRule, Unit};
pub use stated::{Stated, stated, stated_by_title, stated_by_unit};
pub use style::NumberStyle;

#[cfg(test)]
mod tests;
