//! Likeness of a label to the words of one form, for labels that no folding makes equal.

use super::normalise::{squeeze, without_diacritics};
use super::words::Words;

/// Letters that a label has at least, before likeness says anything.
const SHORTEST: usize = 6;
/// Likeness that the best field needs.
const ENOUGH: f64 = 0.8;
/// How far the next field must stay behind.
const MARGIN: f64 = 0.1;

/// The field of `form` whose words a normalised label is like, with the likeness 0 to 1; none without a
/// clear winner. `abbreviated` says that the label ends in a full stop.
pub(crate) fn most_similar(
    words: &Words,
    form: usize,
    normalised: &str,
    abbreviated: bool,
) -> Option<(usize, f64)> {
    let label = without_diacritics(&squeeze(normalised));
    if abbreviated && let Some(field) = only_completion(words, form, &label) {
        return Some((field, ENOUGH));
    }
    let length = label.chars().count();
    if length < SHORTEST {
        return None;
    }
    let mut best: Option<(usize, f64)> = None;
    let mut next = 0.0_f64;
    for (text, word) in words.all().iter().filter(|(_, word)| word.form == form) {
        let text = without_diacritics(&squeeze(text));
        let other = text.chars().count();
        if other < SHORTEST || length.abs_diff(other) * 10 > length.max(other) * 3 {
            continue;
        }
        let edits = strsim::damerau_levenshtein(&label, &text);
        if edits > most_edits(length) || !label.starts_with(|first| text.starts_with(first)) {
            continue;
        }
        #[expect(clippy::cast_precision_loss, reason = "letters of a label")]
        let likeness = 1.0 - edits as f64 / length.max(other) as f64;
        match best {
            Some((field, top)) if field == word.field => best = Some((field, top.max(likeness))),
            Some((_, top)) if likeness <= top => next = next.max(likeness),
            _ => {
                next = best.map_or(next, |(_, top)| next.max(top));
                best = Some((word.field, likeness));
            }
        }
    }
    best.filter(|(_, likeness)| *likeness >= ENOUGH && likeness - next >= MARGIN)
}

/// Letters that a slip may change in a label of this length; what differs by more, or begins otherwise, is another word:
/// `Etäosallistujia`, `Kohdekunta` beside `Lähdekunta`.
fn most_edits(letters: usize) -> usize {
    match letters {
        ..8 => 1,
        8..16 => 2,
        _ => 3,
    }
}

/// The only field that has a word beginning with an abbreviation of at least four letters.
fn only_completion(words: &Words, form: usize, label: &str) -> Option<usize> {
    if label.chars().count() < 4 {
        return None;
    }
    let mut found = None;
    for (text, word) in words.all().iter().filter(|(_, word)| word.form == form) {
        if without_diacritics(&squeeze(text)).starts_with(label) {
            match found {
                Some(field) if field != word.field => return None,
                _ => found = Some(word.field),
            }
        }
    }
    found
}
