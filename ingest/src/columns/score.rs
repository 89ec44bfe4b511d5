//! What a label may stand for: the fields of all forms that it names, with reason and score.

use super::normalise::{normalise, parts, squeeze, without_diacritics, without_line_hyphens};
use super::similarity::most_similar;
use super::stem::stems;
use super::units::{counts, explains, is_qualified, is_shared_by, is_unit, without_unit};
use super::words::{Word, Words};
use crate::table::How;

/// A stem of so few letters says nothing where the label is a word of the programme already.
const SHORTEST_INFLECTED: usize = 4;

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
    named_candidates(words, None, label)
}

fn named_candidates(words: &Words, form: Option<usize>, label: &str) -> Vec<Candidate> {
    if !words.may_be_label(label.len()) || is_rate(words, form, label) {
        return Vec::new();
    }
    let tail = label.split_once('/').map(|(_, tail)| normalise(tail));
    if tail.is_some_and(|tail| is_shared_by(&tail)) {
        return common_candidates(words, form, label);
    }
    let whole = whole_candidates(words, form, &normalise(label));
    if !whole.is_empty() {
        return whole;
    }
    let common = common_candidates(words, form, label);
    match without_number(label) {
        Some(rest) if common.is_empty() => {
            let mut found = named(words.exact(&squeeze(&normalise(rest))), 0.02);
            found.retain(|candidate| form.is_none_or(|form| form == candidate.form));
            found
        }
        _ => common,
    }
}

/// `1. pvm` is the label `pvm` with its number; a word in another form is not: `1. kerta` is one of several.
fn without_number(label: &str) -> Option<&str> {
    let rest = label.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let digits = label.len() - rest.len();
    rest.strip_prefix(['.', ')'])
        .filter(|_| matches!(digits, 1 | 2))
}

/// Tells whether a label is a unit for each of another: `€/h`; two names of one unit are none.
fn is_rate(words: &Words, form: Option<usize>, label: &str) -> bool {
    let Some((head, tail)) = label.split_once('/') else {
        return false;
    };
    let (head, tail) = (normalise(head), normalise(tail));
    let are_units = is_unit(&head) && (is_unit(&tail) || is_shared_by(&tail));
    are_units && {
        let of_tail = whole_candidates(words, form, &tail);
        let of_head = whole_candidates(words, form, &head);
        !of_head
            .iter()
            .any(|candidate| same_field(&of_tail, candidate).is_some())
    }
}

/// The fields of `form` that a label stands for, named outright or similar.
pub(crate) fn candidates(words: &Words, form: usize, label: &str) -> Vec<Candidate> {
    let mut found = all_candidates(words, form, label);
    if found
        .iter()
        .any(|found| words.is_measured(form, found.field))
        && is_qualified(&normalise(label))
    {
        found.retain(|found| !words.is_measured(form, found.field));
    }
    found
}

fn all_candidates(words: &Words, form: usize, label: &str) -> Vec<Candidate> {
    let mut found = named_candidates(words, Some(form), label);
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
        let property = property_of_record(words, form, &normalised);
        found.extend(property.map(|field| fuzzy(field, 0.8, false)));
    }
    if found.is_empty() {
        let mut contained = contained_fields(words, form, &normalised);
        contained.retain(|field| {
            !words.is_optional_day(form, *field) || begins_with(words, form, &normalised, *field)
        });
        found.extend(contained.into_iter().map(|field| fuzzy(field, 0.7, true)));
    }
    found
}

/// The fields whose word a normalised text is, if need be without its units.
fn whole_candidates(words: &Words, form: Option<usize>, normalised: &str) -> Vec<Candidate> {
    let mut rest = normalised;
    let mut penalty = 0.0;
    let mut is_counted = false;
    loop {
        let mut found = word_candidates(words, rest, penalty);
        found.retain(|candidate| form.is_none_or(|form| form == candidate.form));
        if !found.is_empty() {
            // `Yhteistyötahojen määrä` counts what the field names.
            found.retain(|found| !is_counted || words.is_measured(found.form, found.field));
            return found;
        }
        let Some(shorter) = without_unit(rest) else {
            return Vec::new();
        };
        is_counted |= counts(rest, shorter);
        rest = shorter;
        penalty = 0.02;
    }
}

/// The fields of which a text is a word, as written or inflected.
fn word_candidates(words: &Words, normalised: &str, penalty: f64) -> Vec<Candidate> {
    let squeezed = squeeze(normalised);
    let mut found = named(words.exact(&squeezed), penalty);
    let bare = named(words.bare(&squeezed), penalty + 0.04);
    let stems = stems(normalised);
    // A word of its own is no form of one as short as `muut`.
    let may_be_inflected = found.is_empty() || stems.chars().count() > SHORTEST_INFLECTED;
    let inflected = named(words.stemmed(&stems), penalty + 0.08);
    let inflected = inflected.into_iter().filter(|_| may_be_inflected);
    for other in bare.into_iter().chain(inflected) {
        if same_field(&found, &other).is_none() {
            found.push(other);
        }
    }
    found
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
fn common_candidates(words: &Words, form: Option<usize>, label: &str) -> Vec<Candidate> {
    let label = without_line_hyphens(label);
    let parts = parts(&label);
    if parts.len() < 2 {
        return Vec::new();
    }
    let mut strange = false;
    let mut qualified = false;
    let mut named_parts: Vec<Vec<Candidate>> = Vec::new();
    let is_ratio = label.contains('/') && !label.contains([' ', '\n']);
    for (at, part) in parts.into_iter().enumerate() {
        let normalised = normalise(part);
        let found = whole_candidates(words, form, &normalised);
        if at > 0 && label.contains('/') && is_shared_by(&normalised) {
            strange = true;
            qualified = true;
        } else if !found.is_empty() {
            named_parts.push(found);
        } else if !is_unit(&normalised) {
            // `Hinta/osallistuja` is no count of people.
            if at == 0 && is_ratio {
                return Vec::new();
            }
            strange = true;
            qualified |= !is_ratio && !explains(&normalised);
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
    if qualified {
        // `Osallistujat (naiset)` are not all of them.
        common.retain(|candidate| !words.is_measured(candidate.form, candidate.field));
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
        for field in fields_of(words, form, token) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
    }
    fields
}

/// Tells whether the first word of a label names a field; for a day that may be missing such a word further on is not
/// enough, since all days look alike: `Ilmoittautuminen päättyy` is not when the activity ends.
fn begins_with(words: &Words, form: usize, normalised: &str, field: usize) -> bool {
    let first = normalised.split(' ').next().unwrap_or_default();
    fields_of(words, form, first).contains(&field)
}

/// `Tapahtuman kuvaus`, `Åtgärdens typ`: the property of the record that the last word names, where the first is
/// the genitive of the record's own name, a required text.
fn property_of_record(words: &Words, form: usize, normalised: &str) -> Option<usize> {
    let (owner, property) = normalised.split_once(' ')?;
    let genitive = owner.ends_with(['n', 's']) && !property.contains(' ');
    let named = fields_of(words, form, owner);
    let is_record = genitive && named.iter().any(|field| words.is_record_name(form, *field));
    match fields_of(words, form, property).as_slice() {
        [field] if is_record && !named.contains(field) => Some(*field),
        _ => None,
    }
}

fn fields_of(words: &Words, form: usize, token: &str) -> Vec<usize> {
    let mut fields = Vec::new();
    for candidate in word_candidates(words, token, 0.0) {
        if candidate.form == form {
            fields.push(candidate.field);
        }
    }
    fields
}
