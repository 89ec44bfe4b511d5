//! The labels and synonyms of all forms, prepared for quick comparison.

use std::collections::HashMap;

use super::normalise::{normalise, squeeze, without_diacritics};
use super::stem::stems;
use super::units::{is_unit, without_unit};
use crate::vocabulary::{FieldKind, FormWords};

/// A label or synonym of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Index of the form.
    pub(crate) form: usize,
    /// Index of the field in the form.
    pub(crate) field: usize,
    /// Whether it is an official label.
    pub(crate) official: bool,
}

/// All labels and synonyms by what they look like when folded.
#[derive(Debug, Default)]
pub(crate) struct Words {
    exact: HashMap<String, Vec<Word>>,
    stemmed: HashMap<String, Vec<Word>>,
    folded: HashMap<String, Vec<Word>>,
    bare: HashMap<String, Vec<Word>>,
    /// Fields of counts, decimals and money by form.
    measured: Vec<(usize, usize)>,
    /// Required text fields by form: what a record is called.
    names: Vec<(usize, usize)>,
    /// Days that a record may lack, by form.
    optional_days: Vec<(usize, usize)>,
    /// Normalised text of every word, in the order of the programme.
    all: Vec<(String, Word)>,
    /// Length in bytes of the longest key, so that long texts are not even looked up.
    longest: usize,
}

impl Words {
    /// Prepares the words of the forms.
    pub(crate) fn new(forms: &[FormWords]) -> Self {
        let mut words = Words::default();
        for (form, form_words) in forms.iter().enumerate() {
            for (field, field_words) in form_words.fields.iter().enumerate() {
                if field_words.required && field_words.kind == FieldKind::Text {
                    words.names.push((form, field));
                }
                if !field_words.required && field_words.kind == FieldKind::Date {
                    words.optional_days.push((form, field));
                }
                if matches!(
                    field_words.kind,
                    FieldKind::Count | FieldKind::Decimal | FieldKind::Money
                ) {
                    words.measured.push((form, field));
                }
                let labels = field_words.labels.iter().map(|text| (text, true));
                let synonyms = field_words.synonyms.iter().map(|text| (text, false));
                for (text, official) in labels.chain(synonyms) {
                    let word = Word {
                        form,
                        field,
                        official,
                    };
                    words.add(normalise(text), &word);
                }
            }
        }
        words
    }

    fn add(&mut self, normalised: String, word: &Word) {
        if normalised.is_empty() {
            return;
        }
        // A label with a unit of its own (`Summa (€)`) is known without it, too.
        if let Some(bare) = without_unit(&normalised).filter(|bare| !is_unit(bare)) {
            push(&mut self.bare, squeeze(bare), word);
        }
        let squeezed = squeeze(&normalised);
        let folded = without_diacritics(&squeezed);
        self.longest = self.longest.max(squeezed.len());
        push(&mut self.stemmed, stems(&normalised), word);
        push(&mut self.folded, folded, word);
        push(&mut self.exact, squeezed, word);
        self.all.push((normalised, word.clone()));
    }

    /// Words that equal a squeezed label.
    pub(crate) fn exact(&self, squeezed: &str) -> &[Word] {
        lookup(&self.exact, squeezed)
    }

    /// Words that equal a label after stemming.
    pub(crate) fn stemmed(&self, stems: &str) -> &[Word] {
        lookup(&self.stemmed, stems)
    }

    /// Words that equal a squeezed label but for a unit of their own.
    pub(crate) fn bare(&self, squeezed: &str) -> &[Word] {
        lookup(&self.bare, squeezed)
    }

    /// Words that equal a label without diacritics.
    pub(crate) fn folded(&self, folded: &str) -> &[Word] {
        lookup(&self.folded, folded)
    }

    /// Normalised text of every word, in the order of the programme.
    pub(crate) fn all(&self) -> &[(String, Word)] {
        &self.all
    }

    /// Tells whether a field is the name of the form's records.
    pub(crate) fn is_record_name(&self, form: usize, field: usize) -> bool {
        self.names.contains(&(form, field))
    }

    /// Tells whether a field is a day that a record may lack.
    pub(crate) fn is_optional_day(&self, form: usize, field: usize) -> bool {
        self.optional_days.contains(&(form, field))
    }

    /// Tells whether a field holds numbers that count or measure something.
    pub(crate) fn is_measured(&self, form: usize, field: usize) -> bool {
        self.measured.contains(&(form, field))
    }

    /// Tells whether a text of this many bytes can be a label at all, even with an addition or in two languages.
    pub(crate) fn may_be_label(&self, bytes: usize) -> bool {
        bytes > 0 && bytes <= 4 * self.longest
    }
}

/// Adds a word, an official label before synonyms; a field stands once.
fn push(map: &mut HashMap<String, Vec<Word>>, key: String, word: &Word) {
    let entries = map.entry(key).or_default();
    let same = |entry: &&mut Word| entry.form == word.form && entry.field == word.field;
    match entries.iter_mut().find(same) {
        Some(entry) => entry.official |= word.official,
        None => entries.push(word.clone()),
    }
}

fn lookup<'a>(map: &'a HashMap<String, Vec<Word>>, key: &str) -> &'a [Word] {
    map.get(key).map_or(&[], Vec::as_slice)
}
