//! Texts alone on a row that head records without saying what the form asks for (READING.md R13).

use super::rows::Body;
use crate::grid::Row;
use crate::vocabulary::{FieldKind, Term};

impl Body<'_> {
    /// What a text heads that the form does not ask for (`Kehittämiskokonaisuus II` over working groups), or nothing where a
    /// label of a required code stands before the colon of a text that is not understood: `Kokonaisuus V: muut`.
    pub(super) fn heads_otherwise(&self, text: &str) -> Option<Vec<Term>> {
        if self.form.key_and_value().is_some() {
            return None;
        }
        let first = text.split([' ', ':']).next().unwrap_or_default();
        let labels = self.matcher.named(first);
        if labels.is_empty() || first.len() == text.trim().len() {
            return None;
        }
        let is_code = |term: &&Term| matches!(term, Term::Code { .. });
        let words = || {
            text.split_whitespace()
                .map(|word| word.trim_matches([':', ',', '(', ')']))
        };
        let terms = self.matcher.terms(text);
        let by_code = terms.iter().filter(is_code).find(|term| {
            words().any(|word| word.len() <= 3 && self.matcher.terms(word).contains(term))
        });
        if let Some(term) = by_code {
            return Some(vec![term.clone()]);
        }
        let asks_code = self.asks_code(first).is_some();
        let has_value = text
            .split_once(':')
            .is_some_and(|(_, value)| !value.trim().is_empty());
        (asks_code && has_value).then(Vec::new)
    }

    /// Tells whether a text merged over other columns stands in the column of the names above a record with its own name: it
    /// names no record itself.
    pub(super) fn lies_over_named(
        &self,
        (number, column): (u32, u32),
        next: Option<Row<'_>>,
    ) -> bool {
        self.form.key_and_value().is_none()
            && self.is_name(column)
            && next.is_some_and(|row| !row.get(column).is_blank() && self.filled(row.number()) > 1)
            && self.is_merged(number, column)
    }

    /// The list of a code that every record must have and for which a label asks.
    fn asks_code(&self, label: &str) -> Option<&str> {
        let named = self.matcher.named(label);
        named.iter().find_map(|candidate| {
            let form = &self.matcher.vocabulary.forms[candidate.form];
            let own = self.form.fields.get(candidate.field);
            let field = own.filter(|field| form.code == self.form.code && field.required)?;
            match &field.kind {
                FieldKind::Code(list) => Some(list.as_str()),
                _ => None,
            }
        })
    }

    /// The code that a label with its value heads the rows below with, as `Kehittämiskokonaisuus: | II`; nothing where the
    /// value names none. None for other labels.
    pub(super) fn key_heading(&self, row: Row<'_>) -> Option<Vec<Term>> {
        if self.form.key_and_value().is_some() {
            return None;
        }
        let mut filled = row.filled();
        let (Some((_, key)), Some((_, value)), None) =
            (filled.next(), filled.next(), filled.next())
        else {
            return None;
        };
        let key = key.text();
        let list = self.asks_code(key.trim().trim_end_matches(':'))?;
        let terms = self.matcher.terms(&value.text());
        let of_list = |term: &&Term| matches!(term, Term::Code { list: own, .. } if own == list);
        Some(terms.iter().find(of_list).cloned().into_iter().collect())
    }
}
