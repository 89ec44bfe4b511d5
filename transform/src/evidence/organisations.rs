//! The organisations of a region, found by code and by municipality, with their joint reports (READING.md R25).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::period::Month;
use crate::region::{OrganisationKind, RegionFile};

/// The organisations of a region file, by index in that file.
#[derive(Debug, Clone, Default)]
pub struct Organisations {
    codes: Vec<Arc<str>>,
    kinds: Vec<OrganisationKind>,
    own_municipality: Vec<Option<Arc<str>>>,
    joint: Vec<Vec<usize>>,
    by_code: BTreeMap<String, usize>,
    by_municipality: BTreeMap<String, usize>,
    municipalities: BTreeSet<String>,
    /// First and last month for which they report.
    window: Option<(Month, Month)>,
}

impl Organisations {
    /// Prepares the organisations of a region file.
    #[must_use]
    pub fn new(region: &RegionFile) -> Self {
        let mut organisations = Organisations::default();
        for (at, organisation) in region.organisations.iter().enumerate() {
            let municipality = organisation.municipality.as_deref().map(Arc::from);
            organisations.codes.push(Arc::from(&*organisation.code));
            organisations.kinds.push(organisation.kind);
            organisations.by_code.insert(organisation.code.clone(), at);
            if let Some(code) = &organisation.municipality {
                organisations.municipalities.insert(code.clone());
                if organisation.kind == OrganisationKind::Municipality {
                    organisations
                        .by_municipality
                        .entry(code.clone())
                        .or_insert(at);
                }
            }
            organisations.own_municipality.push(municipality);
        }
        organisations.joint = joint_groups(region, &organisations.by_code);
        let ends = [&region.region.first_month, &region.region.last_month];
        let [first, last] = ends.map(|month| Month::parse(month));
        organisations.window = first.zip(last);
        organisations
    }

    /// Tells whether the region has reports of a month at all, which decides what numbers without words mean.
    #[must_use]
    pub fn report_for(&self, month: Month) -> bool {
        let window = self.window;
        window.is_some_and(|(first, last)| (first..=last).contains(&month))
    }

    /// Code of an organisation.
    #[must_use]
    pub fn code(&self, organisation: usize) -> &Arc<str> {
        &self.codes[organisation]
    }

    /// The organisation with this code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    /// The organisation that is the municipality with this code.
    #[must_use]
    pub fn of_municipality(&self, municipality: &str) -> Option<usize> {
        self.by_municipality.get(municipality).copied()
    }

    /// Tells whether an organisation of the region stands for this municipality (READING.md R24).
    #[must_use]
    pub fn stands_for(&self, municipality: &str) -> bool {
        self.municipalities.contains(municipality)
    }

    /// Tells whether the organisation is a municipality itself.
    #[must_use]
    pub fn is_municipality(&self, organisation: usize) -> bool {
        self.kinds[organisation] == OrganisationKind::Municipality
    }

    /// Tells whether the organisation coordinates the region's reports, and may send those of others.
    #[must_use]
    pub fn is_coordinator(&self, organisation: usize) -> bool {
        self.kinds[organisation] == OrganisationKind::Coordinator
    }

    /// Code of the municipality for which an organisation stands, if any.
    #[must_use]
    pub fn municipality(&self, organisation: usize) -> Option<&Arc<str>> {
        self.own_municipality[organisation].as_ref()
    }

    /// The organisation under which a report of this one is stored: the first of those that report jointly.
    #[must_use]
    pub fn leader(&self, organisation: usize) -> usize {
        self.joint[organisation][0]
    }

    /// Tells whether any organisations report jointly.
    #[must_use]
    pub fn has_joint(&self) -> bool {
        self.joint.iter().any(|group| group.len() > 1)
    }

    /// All organisations that report jointly with this one, itself included, in the order of the region file.
    #[must_use]
    pub fn joint(&self, organisation: usize) -> &[usize] {
        &self.joint[organisation]
    }

    /// Codes of the municipalities that a report of this organisation is about when it names none.
    pub fn own_municipalities(&self, organisation: usize) -> impl Iterator<Item = &Arc<str>> {
        self.joint[organisation]
            .iter()
            .filter(|member| self.is_municipality(**member))
            .filter_map(|member| self.own_municipality[*member].as_ref())
    }
}

/// For each organisation all that share its joint report; `reports_with` counts in both directions.
fn joint_groups(region: &RegionFile, by_code: &BTreeMap<String, usize>) -> Vec<Vec<usize>> {
    let count = region.organisations.len();
    let mut leader: Vec<usize> = (0..count).collect();
    for (at, organisation) in region.organisations.iter().enumerate() {
        let partner = organisation.reports_with.as_ref();
        let Some(other) = partner.and_then(|code| by_code.get(code)) else {
            continue;
        };
        let (one, two) = (leader[at], leader[*other]);
        for entry in &mut leader {
            if *entry == one || *entry == two {
                *entry = one.min(two);
            }
        }
    }
    (0..count)
        .map(|at| {
            (0..count)
                .filter(|other| leader[*other] == leader[at])
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::region;

    #[test]
    fn a_joint_report_is_led_by_the_first_in_the_region_file_r25() {
        let organisations = Organisations::new(&region());
        let inkoo = organisations.find("inkoo").unwrap();
        let siuntio = organisations.find("siuntio").unwrap();
        assert_eq!(organisations.leader(siuntio), inkoo);
        assert_eq!(organisations.joint(inkoo), [inkoo, siuntio]);
        let own: Vec<&str> = organisations
            .own_municipalities(inkoo)
            .map(|code| &**code)
            .collect();
        assert_eq!(own, ["149", "755"]);
    }

    #[test]
    fn a_municipality_is_found_by_its_code_but_not_an_organisation_placed_there() {
        let organisations = Organisations::new(&region());
        let espoo = organisations.find("espoo").unwrap();
        assert_eq!(organisations.of_municipality("049"), Some(espoo));
        assert!(organisations.stands_for("049"));
        assert!(!organisations.stands_for("837"));
    }
}
