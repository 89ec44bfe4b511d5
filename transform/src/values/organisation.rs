//! Organisations of the region by their names, aliases and case forms.
//!
//! Reasons of the issues made here: `organisation-unknown`: none (suggestion: the nearest names);
//! `value-corrected`: `misspelt`.

use std::collections::HashMap;
use std::sync::Arc;

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;

use super::body;
use super::municipality::{MunicipalityIndex, stems, stems_of_form};
use super::state::missing;
use super::{Finding, Parsed, fold, list};
use crate::calendar::Month;
use crate::region::{OrganisationKind, RegionFile};

/// The organisations of a region, prepared for look-ups.
#[derive(Debug)]
pub struct OrganisationIndex {
    municipalities: Arc<MunicipalityIndex>,
    codes: Vec<Arc<str>>,
    /// Names shown in suggestions.
    names: Vec<String>,
    /// Organisations by folded name; none where two share it.
    keys: HashMap<String, Option<usize>>,
    /// Organisations by what the folded name becomes before an ending: `lohjan seurakunna|n`; none where two share it.
    stems: HashMap<String, Option<usize>>,
    /// Organisations that are no municipality by what the words of their names say; none where two share it.
    meanings: HashMap<String, Option<usize>>,
    /// The month whose municipalities count in the names of organisations.
    month: Month,
    /// Organisations that are municipalities, by the municipality's code.
    by_municipality: HashMap<String, usize>,
}

/// Words for the form of an association or company that are often left out.
const FORMS: [&str; 7] = ["ry", "rf", "oy", "ab", "r", "y", "f"];

/// Shorter names have no misspellings that could be told from other names.
const SHORTEST_MISSPELT: usize = 7;

impl OrganisationIndex {
    /// Prepares the organisations of a region.
    #[must_use]
    pub fn new(region: &RegionFile, municipalities: Arc<MunicipalityIndex>) -> Self {
        let mut index = OrganisationIndex {
            municipalities,
            codes: Vec::new(),
            names: Vec::new(),
            keys: HashMap::new(),
            stems: HashMap::new(),
            meanings: HashMap::new(),
            month: Month::parse(&region.region.last_month).unwrap_or(Month::LATEST),
            by_municipality: HashMap::new(),
        };
        for (at, organisation) in region.organisations.iter().enumerate() {
            index.codes.push(Arc::from(organisation.code.as_str()));
            index.names.push(organisation.name.fi.clone());
            let name = &organisation.name;
            let texts = [&organisation.code, &name.fi, &name.sv, &name.en];
            let is_municipality = organisation.kind == OrganisationKind::Municipality;
            for text in texts.into_iter().chain(&organisation.aliases) {
                index.add(text, at);
                if let Some(said) = index.meaning(text).filter(|_| !is_municipality) {
                    insert(&mut index.meanings, said, at);
                }
            }
            if let (OrganisationKind::Municipality, Some(code)) =
                (organisation.kind, &organisation.municipality)
            {
                index.by_municipality.insert(code.clone(), at);
            }
        }
        index
    }

    fn add(&mut self, text: &str, at: usize) {
        for key in [fold::key(text), bare_key(text)] {
            if !key.is_empty() {
                for stem in stems(&key) {
                    insert(&mut self.stems, stem, at);
                }
                insert(&mut self.keys, key, at);
            }
        }
    }

    /// What the words of a body's name say.
    fn meaning(&self, text: &str) -> Option<String> {
        let date = self.month.first_day();
        body::meaning(text, |word| {
            let code = self.municipalities.recognise(word, date)?;
            Some(code.to_string())
        })
    }

    /// The organisation that the whole text names, in any case form; its index in the region file.
    #[must_use]
    pub fn recognise(&self, text: &str, month: Month) -> Option<usize> {
        let key = fold::key(text);
        if let Some(found) = self
            .keys
            .get(&key)
            .or_else(|| self.keys.get(&bare_key(text)))
        {
            return *found;
        }
        let inflected = stems_of_form(&key)
            .chain(key.strip_suffix('s'))
            .find_map(|stem| {
                let known = self.keys.get(stem).or_else(|| self.stems.get(stem));
                known.copied().flatten()
            });
        let meant = || {
            let has_any = !self.meanings.is_empty();
            *self.meanings.get(&has_any.then(|| self.meaning(text))??)?
        };
        inflected.or_else(meant).or_else(|| {
            // A bare number is no organisation.
            let code = text
                .contains(char::is_alphabetic)
                .then(|| self.municipalities.recognise(text, month.first_day()))??;
            self.by_municipality.get(&*code).copied()
        })
    }

    /// Reads the organisations of a cell (several for a joint report), as indices in the region file.
    #[must_use]
    pub fn several(&self, cell: CellValue<'_>, month: Month) -> Parsed<Vec<usize>> {
        if let Some(missing) = missing(cell) {
            return missing;
        }
        let text = cell.text();
        let text = fold::trim(&text);
        if let Some(at) = self.recognise(text, month) {
            return Parsed::exact(vec![at]);
        }
        let parts = list::split(text, |part| self.recognise(part, month).is_some());
        let mut found: Vec<usize> = Vec::new();
        for part in &parts {
            match self.recognise(part, month) {
                Some(at) if !found.contains(&at) => found.push(at),
                Some(_) => {}
                None => return self.unknown(text),
            }
        }
        if found.is_empty() {
            self.unknown(text)
        } else {
            Parsed::exact(found)
        }
    }

    /// A name within one edit of a single organisation is taken for it; others are unknown.
    fn unknown(&self, text: &str) -> Parsed<Vec<usize>> {
        const NEAR: f64 = 0.6;
        let key = fold::key(text);
        let mut near: Vec<(f64, usize)> = Vec::new();
        let mut within: Vec<usize> = Vec::new();
        let mut keys: Vec<_> = self
            .keys
            .iter()
            .filter_map(|(key, at)| Some((key, (*at)?)))
            .collect();
        keys.sort_unstable();
        for (name, at) in keys {
            let long = name.chars().count() >= SHORTEST_MISSPELT;
            if long && strsim::osa_distance(name, &key) <= 1 && !within.contains(&at) {
                within.push(at);
            }
            near.push((strsim::normalized_damerau_levenshtein(name, &key), at));
        }
        if let [at] = within.as_slice() {
            let finding =
                Finding::new(Code::ValueCorrected, "misspelt").suggestion(self.names[*at].clone());
            return Parsed::exact(vec![*at]).with(finding);
        }
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let suggestion = near.first().filter(|(likeness, _)| *likeness >= NEAR);
        let suggestion = suggestion
            .map(|(_, at)| self.names[*at].clone())
            .unwrap_or_default();
        Parsed::unreadable(Finding::new(Code::OrganisationUnknown, "").suggestion(suggestion))
    }

    /// The code of an organisation.
    #[must_use]
    pub fn code(&self, at: usize) -> Option<&Arc<str>> {
        self.codes.get(at)
    }
}

/// Notes that a text names an organisation; none where it names another as well.
fn insert(texts: &mut HashMap<String, Option<usize>>, text: String, at: usize) {
    let known = texts.entry(text).or_insert(Some(at));
    if *known != Some(at) {
        *known = None;
    }
}

/// The folded name without `ry`, `rf`, `oy` …
fn bare_key(text: &str) -> String {
    let words = fold::words(text);
    let kept: Vec<_> = words
        .split(' ')
        .filter(|word| !FORMS.contains(word))
        .collect();
    kept.concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::tests::shipped;
    use crate::testkit::region;

    fn index() -> OrganisationIndex {
        let municipalities = MunicipalityIndex::new(Arc::new(shipped()), []);
        OrganisationIndex::new(&region(), Arc::new(municipalities))
    }

    fn read(text: &str) -> String {
        let index = index();
        let month = Month::parse("2018-10").unwrap();
        let parsed = index.several(CellValue::Text(text), month);
        let codes: Vec<_> = parsed
            .value
            .unwrap_or_default()
            .iter()
            .map(|at| index.codes[*at].to_string())
            .collect();
        let reasons: Vec<_> = parsed
            .findings
            .iter()
            .map(|finding| format!(" {}", finding.code))
            .collect();
        format!("{}{}", codes.join("+"), reasons.concat())
    }

    #[test]
    fn organisations_are_known_by_name_alias_and_case() {
        for text in [
            "Espoo",
            "espoo",
            "Espoon",
            "Espoon kaupunki",
            "Esbo stad",
            "ESBO",
            "Espoossa",
            "i Esbo",
        ] {
            assert_eq!(read(text), "espoo", "{text}");
        }
        for text in ["HUS", "HUSin", "HUS:n", "HUS:ssa", "hus"] {
            assert_eq!(read(text), "hus", "{text}");
        }
        for text in [
            "Nicehearts ry",
            "Nicehearts",
            "Nicehearts ry:n",
            "nicehearts r.y.",
        ] {
            assert_eq!(read(text), "nicehearts", "{text}");
        }
        assert_eq!(read("Inkoo ja Siuntio"), "inkoo+siuntio");
        assert_eq!(read("Ingå kommun / Sjundeå kommun"), "inkoo+siuntio");
    }

    #[test]
    fn unknown_organisations_are_not_guessed() {
        assert_eq!(read("Nicehaerts"), "nicehearts value-corrected");
        for text in ["Tampere", "MLL", "49", "Espoon seurakunta", "Espoo ja MLL"] {
            assert_eq!(read(text), " organisation-unknown", "{text}");
        }
    }
}
