//! The words of issues: a seam, because the texts in three languages belong to the command.

use kooste_ingest::issue::Issue;
use kooste_ingest::place::Place;

use crate::programme::Field;

/// Puts an issue into words (READING.md R40): names the place, quotes what was found, says what was expected and
/// suggests what would put it right.
pub trait Wording: Send + Sync {
    /// The message in `language` (`fi`, `sv` or `en`); `field` is the field that the issue names, if any.
    fn message(
        &self,
        language: &str,
        issue: &Issue,
        place: &Place,
        field: Option<&Field>,
    ) -> String;
}

/// Place, code and what was found, without words: for tests and tools without texts.
#[derive(Debug, Clone, Copy, Default)]
pub struct CodesOnly;

impl Wording for CodesOnly {
    fn message(&self, _: &str, issue: &Issue, place: &Place, _: Option<&Field>) -> String {
        if issue.found.is_empty() {
            format!("{place}: {}", issue.code)
        } else {
            format!("{place}: {}: {}", issue.code, issue.found)
        }
    }
}
