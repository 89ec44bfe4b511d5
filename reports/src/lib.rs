//! Tells people what the warehouse holds: the summary page of the steering group.
//!
//! Only reads, and the same warehouse always gives the same bytes. [`figures`] asks the marts, [`summary`] lays
//! out the page free of any format, [`render`] makes a file of it.

pub mod branding;
pub mod chase;
pub mod error;
pub mod feedback;
pub mod figures;
mod files;
pub mod language;
mod mail;
pub mod manifest;
pub mod render;
pub mod summary;
pub mod suppression;
pub mod template;
#[cfg(test)]
mod testkit;
pub mod words;
