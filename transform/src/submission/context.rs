//! What files are read with: the same for all files of a run.

use std::sync::Arc;

use kooste_ingest::document::Limits;
use kooste_ingest::vocabulary::Vocabulary;

use super::words::Words;
use crate::decisions::Decisions;
use crate::evidence::{Guidance, Organisations, Patterns};
use crate::programme::Programme;
use crate::reference::Reference;
use crate::region::RegionFile;

/// Programme, region and settings, with what is prepared from them once.
pub struct Context {
    /// The programme.
    pub programme: Programme,
    /// The region.
    pub region: RegionFile,
    /// The words that reading uses.
    pub vocabulary: Vocabulary,
    /// Remembered decisions.
    pub decisions: Decisions,
    /// Limits of files.
    pub limits: Limits,
    pub(crate) organisations: Organisations,
    pub(crate) words: Words,
    patterns: Patterns,
}

impl Context {
    /// Prepares a context.
    #[must_use]
    pub fn new(
        programme: Programme,
        region: RegionFile,
        reference: Arc<Reference>,
        vocabulary: Vocabulary,
        decisions: Decisions,
        limits: Limits,
    ) -> Self {
        Context {
            organisations: Organisations::new(&region),
            patterns: Patterns::new(&region, &decisions),
            words: Words::new(&programme, &region, reference),
            programme,
            region,
            vocabulary,
            decisions,
            limits,
        }
    }

    /// The organisations of the region, by index.
    #[must_use]
    pub fn organisations(&self) -> &Organisations {
        &self.organisations
    }

    /// What sources and decisions settle for the file at `path`; `told` is the organisation its path names.
    #[must_use]
    pub fn guidance(&self, path: &str, told: Option<usize>) -> Guidance {
        let settings = (&self.region, &self.decisions);
        Guidance::collect(path, told, settings, &self.patterns, &self.organisations)
    }
}
