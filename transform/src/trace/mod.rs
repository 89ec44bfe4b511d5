//! From a figure, a row of a mart, a fact or a report down to file, sheet, cell and the text found there.

mod asked;
mod cells;
mod formula;
mod known;
pub(crate) mod lineage;
mod source;
mod trail;

pub use asked::Subject;
pub use cells::FoundCell;
pub use formula::{Formula, Part};
pub use source::{Decided, Noted, Noticed, Source};
pub use trail::{Trace, TraceError, trace};
