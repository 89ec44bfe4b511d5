//! The vocabulary as one sheet uses it: what was looked up once is remembered, for the sheet without a lock.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::columns::{Candidate, candidates, exact_candidates};
use crate::vocabulary::{Term, Vocabulary};

/// Longer texts (bytes) are prose: they name nothing as a whole.
const LONGEST: usize = 1000;

/// What a sheet's texts were found to mean.
type Known<V> = RefCell<HashMap<String, Arc<[V]>, RandomState>>;

/// Looks up labels and terms, each text once.
pub(super) struct Matcher<'a> {
    /// The words of the programme.
    pub(super) vocabulary: &'a Vocabulary,
    named: Known<Candidate>,
    terms: Known<Term>,
}

impl<'a> Matcher<'a> {
    /// Starts with nothing remembered.
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        Matcher {
            vocabulary,
            named: RefCell::default(),
            terms: RefCell::default(),
        }
    }

    /// Tells whether a text is short enough to name anything.
    pub(super) fn may_name(text: &str) -> bool {
        text.len() <= LONGEST
    }

    /// The fields of all forms that a label names outright.
    pub(super) fn named(&self, label: &str) -> Arc<[Candidate]> {
        if !Self::may_name(label) {
            return Arc::default();
        }
        let words = self.vocabulary.words();
        let find = || exact_candidates(words, label).into();
        known(&self.named, label, || {
            self.vocabulary.named.recall(label, find)
        })
    }

    /// The fields of one form that a label stands for, named outright or similar.
    pub(super) fn candidates(&self, form: usize, label: &str) -> Arc<[Candidate]> {
        let words = self.vocabulary.words();
        let find = || candidates(words, form, label).into();
        self.vocabulary.similar[form].recall(label, find)
    }

    /// What a whole text names; a colon at its end does not count.
    pub(super) fn terms(&self, text: &str) -> Arc<[Term]> {
        let text = text.trim().trim_end_matches(':').trim_end();
        if !Self::may_name(text) {
            return Arc::default();
        }
        let find = || self.vocabulary.lexicon.recognise(text).into();
        known(&self.terms, text, find)
    }

    /// Tells whether a whole text is a word that labels a sum.
    pub(super) fn is_total(&self, text: &str) -> bool {
        self.terms(text).contains(&Term::Total)
    }

    /// Tells whether a label names a field of any form.
    pub(super) fn is_label(&self, text: &str) -> bool {
        self.named(text)
            .iter()
            .any(|candidate| !candidate.needs_content)
    }
}

/// What is known of a text, or what `find` says.
fn known<V>(known: &Known<V>, text: &str, find: impl FnOnce() -> Arc<[V]>) -> Arc<[V]> {
    if let Some(found) = known.borrow().get(text) {
        return Arc::clone(found);
    }
    let found = find();
    known
        .borrow_mut()
        .insert(text.to_owned(), Arc::clone(&found));
    found
}
