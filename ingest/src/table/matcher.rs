//! The vocabulary as one sheet uses it: what was looked up once is remembered.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::columns::{Candidate, candidates, exact_candidates};
use crate::vocabulary::{Term, Vocabulary};

/// Candidates of labels in one form, by form and label.
type Similar = HashMap<(usize, String), Rc<[Candidate]>>;

/// Looks up labels and terms, each text once.
pub(super) struct Matcher<'a> {
    /// The words of the programme.
    pub(super) vocabulary: &'a Vocabulary,
    named: RefCell<HashMap<String, Rc<[Candidate]>>>,
    similar: RefCell<Similar>,
    terms: RefCell<HashMap<String, Rc<[Term]>>>,
}

impl<'a> Matcher<'a> {
    /// Starts with nothing remembered.
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        Matcher {
            vocabulary,
            named: RefCell::default(),
            similar: RefCell::default(),
            terms: RefCell::default(),
        }
    }

    /// The fields of all forms that a label names outright.
    pub(super) fn named(&self, label: &str) -> Rc<[Candidate]> {
        if let Some(found) = self.named.borrow().get(label) {
            return Rc::clone(found);
        }
        let found: Rc<[Candidate]> = exact_candidates(self.vocabulary.words(), label).into();
        self.named
            .borrow_mut()
            .insert(label.to_owned(), Rc::clone(&found));
        found
    }

    /// The fields of one form that a label stands for, named outright or similar.
    pub(super) fn candidates(&self, form: usize, label: &str) -> Rc<[Candidate]> {
        let key = (form, label.to_owned());
        if let Some(found) = self.similar.borrow().get(&key) {
            return Rc::clone(found);
        }
        let found: Rc<[Candidate]> = candidates(self.vocabulary.words(), form, label).into();
        self.similar.borrow_mut().insert(key, Rc::clone(&found));
        found
    }

    /// What a whole text names; a colon at its end does not count.
    pub(super) fn terms(&self, text: &str) -> Rc<[Term]> {
        let text = text.trim().trim_end_matches(':').trim_end();
        if let Some(found) = self.terms.borrow().get(text) {
            return Rc::clone(found);
        }
        let found: Rc<[Term]> = self.vocabulary.lexicon.recognise(text).into();
        self.terms
            .borrow_mut()
            .insert(text.to_owned(), Rc::clone(&found));
        found
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
