//! The words that values are understood with, prepared once for all files.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::programme::Programme;
use crate::reference::Reference;
use crate::region::RegionFile;
use crate::values::code::CodeIndex;
use crate::values::municipality::MunicipalityIndex;
use crate::values::organisation::OrganisationIndex;

/// Code lists, municipalities and organisations, ready for look-ups.
pub(crate) struct Words {
    lists: BTreeMap<String, CodeIndex>,
    pub municipalities: Arc<MunicipalityIndex>,
    pub organisations: OrganisationIndex,
}

impl Words {
    /// Prepares the words of a programme, the reference data and a region.
    pub(crate) fn new(
        programme: &Programme,
        region: &RegionFile,
        reference: Arc<Reference>,
    ) -> Self {
        let own = region
            .organisations
            .iter()
            .filter_map(|one| one.municipality.as_deref());
        let municipalities = Arc::new(MunicipalityIndex::new(reference, own));
        let lists = programme.lists.iter();
        Words {
            lists: lists
                .map(|list| (list.name.clone(), CodeIndex::new(list)))
                .collect(),
            organisations: OrganisationIndex::new(region, Arc::clone(&municipalities)),
            municipalities,
        }
    }

    /// The code list of this name.
    pub(crate) fn list(&self, name: &str) -> Option<&CodeIndex> {
        self.lists.get(name)
    }
}
