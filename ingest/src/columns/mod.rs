//! Matching the labels of columns to the fields of a programme, with reason and score (READING.md R8).

mod assign;
mod content;
mod measures;
mod normalise;
mod score;
mod similarity;
mod stem;
mod units;
mod words;

pub(crate) use assign::best_assignment;
pub(crate) use content::{Fit, fit, looks_like_date, looks_like_number};
pub(crate) use measures::{is_measure, is_share};
pub use normalise::normalise;
pub(crate) use normalise::{flat_label, push_line};
pub(crate) use score::{Candidate, candidates, exact_candidates};
pub use units::explains;
pub(crate) use units::{is_qualified, is_unit, is_years_of_age, without_unit};
pub(crate) use words::Words;
