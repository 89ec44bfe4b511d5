//! Whose report a file, a sheet or a table is, of which form and for which month (READING.md R2).

mod claims;
mod duty;
mod guidance;
mod heard;
mod names;
mod organisations;
mod period;
mod resolve;
mod sheet_names;
mod short_months;
mod standing;
mod stated_period;
mod surroundings;
mod titles;
mod version;

pub use claims::{Claim, Source};
pub(crate) use duty::{is_in_window, is_within};
pub use duty::{owed_forms, owes};
pub use guidance::Guidance;
pub(crate) use guidance::{Patterns, pattern_matches};
pub use names::{Mentions, mentions};
pub use organisations::Organisations;
pub use period::{Month, PartialMonth};
pub(crate) use resolve::Around;
pub use resolve::{Evidence, FileEvidence};
pub(crate) use sheet_names::{Named, SheetName};
pub(crate) use surroundings::Surroundings;
pub use version::version_in_name;
