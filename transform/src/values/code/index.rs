//! The words of one code list, prepared for look-ups.

use std::collections::HashMap;
use std::sync::Arc;

use crate::programme::{CodeEntry, CodeList};
use crate::values::{fold, inflection};

/// A code list with its labels, synonyms and keywords.
#[derive(Debug, Clone)]
pub struct CodeIndex {
    pub(super) entries: Vec<CodeEntry>,
    pub(super) takes_first: bool,
    /// Entries by label as the programme writes it.
    written: HashMap<String, usize>,
    /// Entries by folded label; none where two codes share it.
    keys: HashMap<String, Option<usize>>,
    /// Entries by the stems of a label's words.
    stems: HashMap<String, Option<usize>>,
}

/// Labels less alike than this are not taken for misspellings.
const ALIKE: f64 = 0.84;
/// What the best label must be ahead of the best one of another code.
const MARGIN: f64 = 0.1;
/// Shorter labels have no misspellings that could be told from other words.
const SHORTEST_MISSPELT: usize = 5;

impl CodeIndex {
    /// Prepares a list.
    #[must_use]
    pub fn new(list: &CodeList) -> Self {
        let mut index = CodeIndex {
            entries: list.entries.clone(),
            takes_first: list.takes_first,
            written: HashMap::new(),
            keys: HashMap::new(),
            stems: HashMap::new(),
        };
        for (at, entry) in list.entries.iter().enumerate() {
            // `Asiakastyytyväisyys (1–5)` is also known without what is in brackets.
            let bare = texts(entry).filter_map(|text| text.strip_suffix(')')?.split_once(" ("));
            for (text, _) in bare {
                let words = fold::words(text);
                insert(&mut index.stems, inflection::stems(&words), at);
                insert(&mut index.keys, words.replace(' ', ""), at);
            }
            for text in texts(entry) {
                index.written.entry(text.to_owned()).or_insert(at);
                let words = fold::words(text);
                insert(&mut index.stems, inflection::stems(&words), at);
                insert(&mut index.keys, words.replace(' ', ""), at);
            }
        }
        index
    }

    /// The code of a text that stands in the programme just so; the quick way.
    #[must_use]
    pub fn written(&self, text: &str) -> Option<&Arc<str>> {
        self.written.get(text).map(|at| &self.entries[*at].code)
    }

    /// The code that the whole text names, in any case, spacing and inflection.
    #[must_use]
    pub fn recognise(&self, text: &str) -> Option<&Arc<str>> {
        self.whole(text).map(|at| &self.entries[at].code)
    }

    /// The code that a folded text names: its words without spaces, and the stems of its words.
    pub(crate) fn of_folded(&self, key: &str, stems: &str) -> Option<&Arc<str>> {
        let found = match self.keys.get(key) {
            Some(found) => *found,
            None => self.stems.get(stems).copied().flatten(),
        };
        found.map(|at| &self.entries[at].code)
    }

    /// The code that a heading names with more than its label: `II Perhekeskus`, `Kokonaisuus II` where the text is one of
    /// `heads`, or both, `Kokonaisuus II: Perhekeskus`; where it is numbered, by its number as well, `2. Perhekeskus`. `words`
    /// are folded.
    pub(crate) fn headed(
        &self,
        words: &str,
        heads: &[String],
        numbered: bool,
    ) -> Option<&Arc<str>> {
        let after_head = heads.iter().filter_map(|head| {
            let rest = words.strip_prefix(head.as_str())?;
            rest.strip_prefix(' ')
        });
        let shortest = after_head.min_by_key(|rest| rest.len());
        let ends = [
            words.split_once(' '),
            words.rsplit_once(' ').map(|(rest, last)| (last, rest)),
            shortest.and_then(|rest| rest.split_once(' ')),
        ];
        let mut named = ends.into_iter().flatten().filter_map(|(code, rest)| {
            let is_number = code.bytes().all(|sign| sign.is_ascii_digit());
            let is_code = code.chars().count() <= 3
                && (is_number && numbered
                    || self
                        .entries
                        .iter()
                        .any(|entry| fold::key(&entry.code) == code));
            let at = self.word(code).filter(|_| is_code)?;
            let agrees = heads.iter().any(|head| head == rest)
                || self.whole(rest) == Some(at)
                || self.keywords(rest) == [at];
            agrees.then_some(at)
        });
        named.next().map(|at| &self.entries[at].code)
    }

    /// The entry that the whole text names.
    pub(super) fn whole(&self, text: &str) -> Option<usize> {
        let words = fold::words(text);
        // A number of a workbook: `2.0`.
        let words = words
            .strip_suffix(" 0")
            .filter(|_| text.ends_with(".0"))
            .unwrap_or(&words);
        let key = words.replace(' ', "");
        match self.keys.get(&key) {
            // `I-II` are two codes, not `III`.
            Some(_)
                if words.contains(' ')
                    && words.split(' ').all(|word| self.word(word).is_some()) =>
            {
                None
            }
            Some(found) => *found,
            None => self.stems.get(&inflection::stems(words)).copied().flatten(),
        }
    }

    /// The entry whose code or one-word label is exactly this word (folded).
    pub(super) fn word(&self, word: &str) -> Option<usize> {
        self.keys.get(word).copied().flatten()
    }

    /// The entries whose keywords stand in a text (folded words), in the order of the text.
    pub(super) fn keywords(&self, words: &str) -> Vec<usize> {
        let text = format!(" {words} ");
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let first =
                entry
                    .keywords
                    .iter()
                    .filter_map(|keyword| match keyword.strip_suffix('*') {
                        Some(start) => text.find(&format!(" {start}")),
                        None => text.find(&format!(" {keyword} ")),
                    });
            if let Some(position) = first.min() {
                found.push((position, at));
            }
        }
        found.sort_unstable();
        found.into_iter().map(|(_, at)| at).collect()
    }

    /// The one code whose label is nearly this text, ahead of all others.
    #[must_use]
    pub fn nearly(&self, text: &str) -> Option<&Arc<str>> {
        self.misspelt(text).map(|at| &self.entries[at].code)
    }

    /// The one entry whose label is nearly this text, ahead of all others.
    pub(super) fn misspelt(&self, text: &str) -> Option<usize> {
        let words = fold::words(text);
        let negated = ["ei ", "ej ", "inte ", "not "]
            .iter()
            .any(|word| words.starts_with(word));
        if negated || words.len() < SHORTEST_MISSPELT {
            return None;
        }
        let ranked = self.ranked(&words);
        let (best, at) = *ranked.first()?;
        let ahead = ranked
            .get(1)
            .is_none_or(|(second, _)| best - second >= MARGIN);
        (best >= ALIKE && ahead).then_some(at)
    }

    /// The best likeness (0 to 1) of each entry to a text (folded words), best first.
    pub(super) fn ranked(&self, words: &str) -> Vec<(f64, usize)> {
        let key = words.replace(' ', "");
        let likeness = |entry: &CodeEntry| {
            texts(entry)
                .map(fold::key)
                .filter(|label| label.len() >= SHORTEST_MISSPELT)
                .filter(|label| !ends_otherwise(label, &key))
                .map(|label| strsim::normalized_damerau_levenshtein(&label, &key))
                .fold(0.0, f64::max)
        };
        let mut ranked: Vec<_> = self.entries.iter().map(likeness).zip(0..).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked
    }
}

/// Tells whether two texts begin alike and end in other endings: `koulutukset` is no misspelt `koulutetut`.
fn ends_otherwise(label: &str, key: &str) -> bool {
    let alike = label
        .chars()
        .zip(key.chars())
        .take_while(|(one, other)| one == other);
    let alike = alike.count();
    let [label, key] = [label, key].map(|text| text.chars().skip(alike).collect::<String>());
    let is_ending = |text: &str| (3..=6).contains(&text.chars().count());
    is_ending(&label) && is_ending(&key) && strsim::osa_distance(&label, &key) >= 3
}

/// Code, labels and synonyms of an entry.
fn texts(entry: &CodeEntry) -> impl Iterator<Item = &str> {
    let labels = &entry.labels;
    [&*entry.code, &labels.fi, &labels.sv, &labels.en]
        .into_iter()
        .chain(entry.synonyms.iter().map(String::as_str))
        .filter(|text| !text.is_empty())
}

fn insert(map: &mut HashMap<String, Option<usize>>, key: String, at: usize) {
    map.entry(key)
        .and_modify(|known| {
            if *known != Some(at) {
                *known = None;
            }
        })
        .or_insert(Some(at));
}
