//! All names and codes of municipalities, prepared for look-ups.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::stems::{stems, stems_of_form, with_plain_first_part};
use crate::reference::{Reference, Successor};
use crate::values::fold;

/// Municipalities by code, name, and every case form of a name.
#[derive(Debug)]
pub struct MunicipalityIndex {
    reference: Arc<Reference>,
    /// Municipalities that an organisation of the region stands for; empty if that is not checked.
    region: HashSet<Arc<str>>,
    /// Codes by name as it is written in the reference.
    written: HashMap<String, Arc<str>>,
    /// Codes by folded name.
    names: HashMap<String, Vec<Arc<str>>>,
    /// Codes by stem of a Finnish name.
    stems: HashMap<String, Vec<Arc<str>>>,
    /// Codes by folded name without dots and rings.
    plain: HashMap<String, Vec<Arc<str>>>,
    /// Codes ever used.
    codes: HashMap<u16, Arc<str>>,
}

/// What a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// A municipality of that time.
    Exact(Arc<str>),
    /// A former one, now part of this one.
    Merged(Arc<str>),
    /// A misspelt name of this one.
    Typo(Arc<str>),
    /// A name of this one with something behind it.
    Head(Arc<str>),
    /// A code and a name of different municipalities.
    Contradiction(Arc<str>, Arc<str>),
    /// Nothing; names that are near.
    Unknown(Vec<Arc<str>>),
}

/// Words that may stand beside a name.
const BESIDE: [&str; 36] = [
    "kunta",
    "kunnan",
    "kunnassa",
    "kunnasta",
    "kuntaan",
    "kunnalla",
    "kunnalle",
    "kunnat",
    "kuntien",
    "kunnissa",
    "kaupunki",
    "kaupungin",
    "kaupungissa",
    "kaupungista",
    "kaupunkiin",
    "kaupungille",
    "kaupungit",
    "kaupunkien",
    "kaup",
    "kpki",
    "kommun",
    "kommunen",
    "kommuns",
    "kommunens",
    "kommuner",
    "stad",
    "staden",
    "stads",
    "stadens",
    "städer",
    "i",
    "från",
    "till",
    "municipality",
    "city",
    "of",
];

/// Bytes of the longest text that names a municipality: in both languages, with its code.
const LONGEST: usize = 80;

impl MunicipalityIndex {
    /// Prepares all names of the reference; `region` are the codes that an organisation of the region stands for.
    #[must_use]
    pub fn new<'a>(reference: Arc<Reference>, region: impl IntoIterator<Item = &'a str>) -> Self {
        let mut index = MunicipalityIndex {
            region: region.into_iter().map(Arc::from).collect(),
            written: HashMap::new(),
            names: HashMap::new(),
            stems: HashMap::new(),
            plain: HashMap::new(),
            codes: HashMap::new(),
            reference: Arc::clone(&reference),
        };
        for row in &reference.municipalities {
            index.add(&row.code, &row.name_fi, &row.name_sv);
            index
                .written
                .insert(row.name_fi.clone(), Arc::clone(&row.code));
            index
                .written
                .insert(row.name_sv.clone(), Arc::clone(&row.code));
        }
        for merger in &reference.mergers {
            index.add(&merger.code, &merger.name_fi, &merger.name_sv);
        }
        for former in &reference.former_names {
            former
                .names
                .iter()
                .for_each(|name| index.add(&former.code, name, name));
        }
        index
    }

    fn add(&mut self, code: &Arc<str>, name_fi: &str, name_sv: &str) {
        if let Ok(number) = code.parse() {
            self.codes.insert(number, Arc::clone(code));
        }
        for name in [name_fi, name_sv] {
            let key = fold::key(name);
            insert(&mut self.plain, fold::without_diacritics(&key), code);
            insert(&mut self.names, key, code);
        }
        let bare = name_fi.strip_suffix(" kunta").unwrap_or(name_fi);
        for stem in stems(&fold::key(bare)) {
            insert(&mut self.stems, stem, code);
        }
        // `Pedersören kunta` is inflected like `Pedersöre`.
        stems(&fold::key(name_sv))
            .into_iter()
            .for_each(|stem| insert(&mut self.stems, stem, code));
    }

    /// The reference data behind it.
    #[must_use]
    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    /// Tells whether an organisation of the region stands for the municipality.
    #[must_use]
    pub fn is_of_region(&self, code: &str) -> bool {
        self.region.is_empty() || self.region.contains(code)
    }

    /// The municipality of `date` that a name says exactly as it is written officially; the quick way.
    #[must_use]
    pub fn written(&self, text: &str, date: NaiveDate) -> Option<&Arc<str>> {
        let code = self.written.get(text)?;
        let year = chrono::Datelike::year(&date);
        self.reference
            .municipality(code, year)
            .is_some()
            .then_some(code)
    }

    /// The municipality of `date` that the whole text names, in any case form, without correcting anything.
    #[must_use]
    pub fn recognise(&self, text: &str, date: NaiveDate) -> Option<Arc<str>> {
        match self.named(text, date)? {
            Found::Exact(code) | Found::Merged(code) => Some(code),
            _ => None,
        }
    }

    /// What the whole text names, without correcting anything.
    fn named(&self, text: &str, date: NaiveDate) -> Option<Found> {
        if text.len() > LONGEST {
            return None;
        }
        let words = fold::words(text);
        let words: Vec<_> = words.split(' ').filter(|word| !word.is_empty()).collect();
        self.exact(&words, date)
    }

    /// What a text names, with obvious misspellings put right.
    pub(super) fn find(&self, text: &str, date: NaiveDate) -> Found {
        if let Some(found) = self.named(text, date) {
            return found;
        }
        let words = fold::words(text);
        let names: String = words.split(' ').filter(|word| !is_beside(word)).collect();
        self.head(text, date)
            .unwrap_or_else(|| self.similar(&names, date))
    }

    /// Tells whether a text names a municipality, or a code and a name, without any correction.
    pub(super) fn is_settled(&self, text: &str, date: NaiveDate) -> bool {
        self.named(text, date).is_some()
    }

    /// `Asikkala (Vääksy)`, `Espoo: Leppävaara`, `Lohja 5.10.`: the name before the sign or day.
    fn head(&self, text: &str, date: NaiveDate) -> Option<Found> {
        let sign = text.find(['(', ':']);
        let day = text
            .find(|first: char| first.is_ascii_digit())
            .filter(|at| is_day(&text[*at..]));
        let end = sign.or(day).filter(|end| *end > 0)?;
        self.recognise(&text[..end], date).map(Found::Head)
    }

    /// A code, a name, both, or the name in both languages.
    fn exact(&self, words: &[&str], date: NaiveDate) -> Option<Found> {
        let (numbers, names): (Vec<&str>, Vec<&str>) = words
            .iter()
            .partition(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        let by_name = self.by_words(&names, date);
        let by_code = match numbers.as_slice() {
            [] => None,
            [number] => self.by_code(number, date),
            // `49.0`
            [number, "0" | "00"] if names.is_empty() => self.by_code(number, date),
            _ => return None,
        };
        match (by_code, by_name) {
            (Some(code), Some(name)) if code == name => Some(code),
            (
                Some(Found::Exact(code) | Found::Merged(code)),
                Some(Found::Exact(name) | Found::Merged(name)),
            ) => Some(if code == name {
                Found::Merged(code)
            } else {
                Found::Contradiction(code, name)
            }),
            (Some(code), None) if names.iter().all(|name| is_beside(name)) => Some(code),
            (None, Some(name)) if numbers.is_empty() => Some(name),
            _ => None,
        }
    }

    fn by_code(&self, digits: &str, date: NaiveDate) -> Option<Found> {
        let code = self
            .codes
            .get(&digits.parse().ok().filter(|_| digits.len() <= 3)?)?;
        self.at(std::slice::from_ref(code), date)
    }

    /// A name of one or several words, perhaps with `kunta` or `stad`, perhaps in both languages.
    fn by_words(&self, words: &[&str], date: NaiveDate) -> Option<Found> {
        if words.is_empty() {
            return None;
        }
        let whole = self.by_key(&words.concat(), date);
        if matches!(whole, Some(Found::Exact(_))) {
            return whole;
        }
        // `Lohjan kunta` is the Lohja of today rather than the one that bore that name until 1996.
        let names: Vec<_> = words
            .iter()
            .copied()
            .filter(|word| !is_beside(word))
            .collect();
        let bare = self.by_key(&names.concat(), date);
        if bare.is_some() || whole.is_some() {
            return bare.or(whole);
        }
        (1..names.len()).find_map(|at| {
            let first = self.by_key(&names[..at].concat(), date)?;
            let second = self.by_key(&names[at..].concat(), date)?;
            (first == second).then_some(first)
        })
    }

    /// A folded name in any case.
    fn by_key(&self, key: &str, date: NaiveDate) -> Option<Found> {
        if let Some(codes) = self.names.get(key) {
            return self.at(codes, date);
        }
        let by_stem = |form: &str| {
            stems_of_form(form)
                .filter_map(|stem| self.stems.get(stem))
                .find_map(|codes| self.at(codes, date))
        };
        by_stem(key)
            .or_else(|| by_stem(&with_plain_first_part(key)?))
            .or_else(|| by_stem(key.strip_suffix("tl")?))
            .or_else(|| self.at(self.names.get(key.strip_suffix('s')?)?, date))
    }

    /// The one municipality of `date` among those that share a name: one that exists before former ones.
    fn at(&self, codes: &[Arc<str>], date: NaiveDate) -> Option<Found> {
        let mut merged: Vec<Arc<str>> = Vec::new();
        for code in codes {
            match self.reference.successor(code, date) {
                Successor::Itself => return Some(Found::Exact(Arc::clone(code))),
                Successor::Merged(heir) if !merged.contains(&heir) => merged.push(heir),
                _ => {}
            }
        }
        match merged.as_slice() {
            [heir] => Some(Found::Merged(Arc::clone(heir))),
            _ => None,
        }
    }

    /// The single name within one edit, or two for names over six letters. Outside the region only dots and doubled letters
    /// are put right: a village, `Nummela`, is more often like the name of a municipality far away, `Tammela`, than that name
    /// is misspelt.
    fn similar(&self, key: &str, date: NaiveDate) -> Found {
        if let Some(Found::Exact(code) | Found::Merged(code)) =
            self.plain.get(key).and_then(|codes| self.at(codes, date))
        {
            return Found::Typo(code);
        }
        let length = key.chars().count();
        let year = chrono::Datelike::year(&date);
        let mut within: Vec<Arc<str>> = Vec::new();
        let mut near: Vec<(usize, Arc<str>)> = Vec::new();
        let mut is_doubled = false;
        for row in self.reference.municipalities_in(year) {
            for name in [&row.name_fi, &row.name_sv] {
                let name = fold::key(name);
                let letters = name.chars().count();
                let allowed = allowed_edits(letters.min(length));
                if letters.abs_diff(length) > allowed + 1 {
                    continue;
                }
                let edits = strsim::osa_distance(&name, key);
                if edits <= allowed && !within.contains(&row.code) {
                    within.push(Arc::clone(&row.code));
                }
                is_doubled |= edits <= allowed && undoubled(&name) == undoubled(key);
                if edits <= allowed + 1 {
                    near.push((edits, Arc::clone(&row.code)));
                }
            }
        }
        if let [code] = within.as_slice()
            && (self.is_of_region(code) || is_doubled)
        {
            return Found::Typo(Arc::clone(code));
        }
        near.sort();
        let mut seen = HashSet::new();
        near.retain(|(_, code)| seen.insert(Arc::clone(code)));
        Found::Unknown(near.into_iter().take(3).map(|(_, code)| code).collect())
    }
}

fn allowed_edits(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

fn insert(map: &mut HashMap<String, Vec<Arc<str>>>, key: String, code: &Arc<str>) {
    let codes = map.entry(key).or_default();
    if !codes.contains(code) {
        codes.push(Arc::clone(code));
    }
}

/// A name with one letter for each doubled one.
fn undoubled(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// Tells whether a text is a day and a month: `5.10.`, `5.10.2018`.
fn is_day(text: &str) -> bool {
    let is_sign = |sign: char| sign.is_ascii_digit() || sign == '.';
    let text = text.trim_end();
    text.chars().all(is_sign) && text.matches('.').count() == 2
}

fn is_beside(word: &str) -> bool {
    BESIDE.contains(&word)
}
