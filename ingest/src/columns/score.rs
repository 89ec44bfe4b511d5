//! What a label may stand for: the fields of all forms that it names, with reason and score.

use super::normalise::{
    is_unit, normalise, parts, squeeze, without_diacritics, without_line_hyphens, without_units,
};
use super::similarity::most_similar;
use super::stem::{stem, stems};
use super::words::{Word, Words};
use crate::table::How;

/// A field that a label may stand for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Candidate {
    /// Index of the form.
    pub(crate) form: usize,
    /// Index of the field.
    pub(crate) field: usize,
    /// Why.
    pub(crate) how: How,
    /// How sure, 0 to 1.
    pub(crate) score: f64,
    /// Whether the cells below must bear it out, because the label alone says too little.
    pub(crate) needs_content: bool,
}

impl Candidate {
    /// Tells whether the label names the field as the programme does, in whatever form.
    pub(crate) fn is_named(&self) -> bool {
        self.how != How::Fuzzy
    }
}

/// The fields that a label names outright: by an official label or synonym in any inflection, also with a unit
/// or in several languages at once.
pub(crate) fn exact_candidates(words: &Words, label: &str) -> Vec<Candidate> {
    if !words.may_be_label(label.len()) {
        return Vec::new();
    }
    let normalised = normalise(label);
    let whole = whole_candidates(words, &normalised);
    if !whole.is_empty() {
        return whole;
    }
    common_candidates(words, label)
}

/// The fields of `form` that a label stands for, named outright or similar.
pub(crate) fn candidates(words: &Words, form: usize, label: &str) -> Vec<Candidate> {
    let mut found = exact_candidates(words, label);
    found.retain(|candidate| candidate.form == form);
    if found.iter().any(Candidate::is_named) || !words.may_be_label(label.len()) {
        return found;
    }
    let normalised = normalise(label);
    let folded = without_diacritics(&squeeze(&normalised));
    let fuzzy = |field, score, needs_content| Candidate {
        form,
        field,
        how: How::Fuzzy,
        score,
        needs_content,
    };
    let of_form = |word: &&Word| word.form == form;
    for word in words.folded(&folded).iter().filter(of_form) {
        found.push(fuzzy(word.field, 0.87, false));
    }
    if found.is_empty() {
        let abbreviated = label.trim_end().ends_with('.');
        let similar = most_similar(words, form, &normalised, abbreviated);
        found.extend(similar.map(|(field, likeness)| fuzzy(field, 0.9 * likeness, false)));
    }
    if found.is_empty() {
        let contained = contained_fields(words, form, &normalised);
        found.extend(contained.into_iter().map(|field| fuzzy(field, 0.7, true)));
    }
    found
}

/// The fields whose word a normalised text is.
fn whole_candidates(words: &Words, normalised: &str) -> Vec<Candidate> {
    let exact = words.exact(&squeeze(normalised));
    if !exact.is_empty() {
        let mut found = named(exact, 0.0);
        for other in named(words.stemmed(&stems(normalised)), 0.06) {
            if same_field(&found, &other).is_none() {
                found.push(other);
            }
        }
        return found;
    }
    if let Some(rest) = without_units(normalised) {
        let exact = words.exact(&squeeze(rest));
        if !exact.is_empty() {
            return named(exact, 0.02);
        }
    }
    let stemmed = words.stemmed(&stems(normalised));
    if !stemmed.is_empty() {
        return named(stemmed, 0.06);
    }
    without_units(normalised).map_or_else(Vec::new, |rest| named(words.stemmed(&stems(rest)), 0.08))
}

fn named(words: &[Word], penalty: f64) -> Vec<Candidate> {
    let candidate = |word: &Word| Candidate {
        form: word.form,
        field: word.field,
        how: if word.official {
            How::Label
        } else {
            How::Synonym
        },
        score: if word.official { 1.0 } else { 0.95 } - penalty,
        needs_content: false,
    };
    words.iter().map(candidate).collect()
}

/// The fields that all parts of a label in several languages name. Parts that name different fields leave the
/// choice to the cells below; a part that names nothing makes the label only similar.
fn common_candidates(words: &Words, label: &str) -> Vec<Candidate> {
    let label = without_line_hyphens(label);
    let parts = parts(&label);
    if parts.len() < 2 {
        return Vec::new();
    }
    let mut strange = false;
    let mut named_parts: Vec<Vec<Candidate>> = Vec::new();
    for part in parts {
        let normalised = normalise(part);
        let found = whole_candidates(words, &normalised);
        if !found.is_empty() {
            named_parts.push(found);
        } else if !is_unit(&normalised) {
            strange = true;
        }
    }
    let Some((first, rest)) = named_parts.split_first() else {
        return Vec::new();
    };
    let mut common = first.clone();
    for part in rest {
        common.retain_mut(|candidate| match same_field(part, candidate) {
            Some(other) if other.score > candidate.score => {
                *candidate = other.clone();
                true
            }
            other => other.is_some(),
        });
    }
    let forced = common.is_empty();
    if forced {
        common = named_parts.concat();
    }
    if forced || strange {
        for candidate in &mut common {
            candidate.how = How::Fuzzy;
            candidate.score = if forced { 0.7 } else { 0.8 };
            candidate.needs_content = forced;
        }
    }
    common
}

fn same_field<'a>(candidates: &'a [Candidate], wanted: &Candidate) -> Option<&'a Candidate> {
    candidates
        .iter()
        .find(|candidate| candidate.form == wanted.form && candidate.field == wanted.field)
}

/// The fields that single words of a longer label name.
fn contained_fields(words: &Words, form: usize, normalised: &str) -> Vec<usize> {
    let mut fields = Vec::new();
    if !normalised.contains(' ') {
        return fields;
    }
    for token in normalised
        .split(' ')
        .filter(|token| token.chars().count() >= 4)
    {
        let exact = words.exact(token);
        let found = if exact.is_empty() {
            words.stemmed(stem(token))
        } else {
            exact
        };
        for word in found.iter().filter(|word| word.form == form) {
            if !fields.contains(&word.field) {
                fields.push(word.field);
            }
        }
    }
    fields
}
