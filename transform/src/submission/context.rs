//! What files are read with: the same for all files of a run.

use std::sync::Arc;

use kooste_ingest::document::Limits;
use kooste_ingest::vocabulary::Vocabulary;

use crate::decisions::Decisions;
use crate::evidence::{Guidance, Organisations, Patterns};
use crate::programme::Programme;
use crate::programme::lexicon::ProgrammeLexicon;
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
    /// Reference data, which goes into schema `ref` of the warehouse.
    pub reference: Arc<Reference>,
    /// The words that values are understood with; the same as those of the vocabulary.
    pub(crate) words: Arc<ProgrammeLexicon>,
    pub(crate) organisations: Organisations,
    patterns: Patterns,
}

impl Context {
    /// Prepares a context.
    #[must_use]
    pub fn new(
        programme: Programme,
        region: RegionFile,
        reference: Arc<Reference>,
        decisions: Decisions,
        limits: Limits,
    ) -> Self {
        let words = Arc::new(ProgrammeLexicon::new(&programme, &region, &reference));
        Context {
            vocabulary: programme.vocabulary_with(Arc::clone(&words)),
            organisations: Organisations::new(&region),
            patterns: Patterns::new(&region, &decisions),
            words,
            programme,
            region,
            decisions,
            limits,
            reference,
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
