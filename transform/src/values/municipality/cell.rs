//! From a cell to the codes of one or several municipalities.
//!
//! Reasons of the issues made here (expected and suggestion are names with codes, as `Espoo (049)`):
//! `municipality-unknown`: none, `code-and-name` (they contradict each other, expected: both), `several` (in a field
//! for one); `value-corrected`: `merged-municipality`, `misspelt`, `remainder` (only a part of the text is the name); `municipality-outside-region`: none.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;

use super::MunicipalityIndex;
use super::index::Found;
use crate::calendar::Month;
use crate::values::list;
use crate::values::state::missing;
use crate::values::{Finding, Parsed, fold};

impl MunicipalityIndex {
    /// Reads one municipality as it was in `month`; its code.
    #[must_use]
    pub fn one(&self, cell: CellValue<'_>, month: Month) -> Parsed<Arc<str>> {
        let parsed = self.several(cell, month);
        match parsed.value.as_deref() {
            Some([_, _, ..]) => {
                let finding = Finding::new(Code::MunicipalityUnknown, "several");
                Parsed::unreadable(finding)
            }
            Some([code]) => {
                let code = Arc::clone(code);
                parsed.map(|_| code)
            }
            _ => parsed.map(|_| Arc::from("")),
        }
    }

    /// Reads the municipalities of a cell as they were in `month`; their codes, each once, in the order of the cell.
    /// Those that are unknown are left out, each with its issue.
    #[must_use]
    pub fn several(&self, cell: CellValue<'_>, month: Month) -> Parsed<Vec<Arc<str>>> {
        let date = month.first_day();
        if let CellValue::Text(text) = cell
            && let Some(code) = self.written(text, date)
        {
            let parsed = Parsed::exact(vec![Arc::clone(code)]);
            return self.with_outside(parsed);
        }
        if let Some(missing) = missing(cell) {
            return missing;
        }
        let text = cell.text();
        let text = fold::trim(&text);
        let parts = self.parts(text, date);
        let found = parts.iter().map(|part| self.find(part, date)).collect();
        self.collected(found, date)
    }

    /// The parts of a list, each to be read by itself; the whole if it is no list.
    fn parts<'a>(&self, text: &'a str, date: NaiveDate) -> Vec<&'a str> {
        if self.is_settled(text, date) {
            return vec![text];
        }
        let parts = list::split(text, |part| self.is_settled(part, date));
        if parts.len() > 1 {
            return parts;
        }
        // `Helsinki Espoo Vantaa`, `Inkoo–Siuntio`: only if every word is a name, or every one a code; the numbers of
        // `Lohja 5.10.` are neither.
        let words: Vec<_> = text
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let numbers = words.iter().filter(|word| is_number(word)).count();
        let all_named = (numbers == 0 || numbers == words.len())
            && words.iter().all(|word| self.is_settled(word, date));
        if words.len() > 1 && all_named {
            words
        } else {
            vec![text]
        }
    }

    fn collected(&self, parts: Vec<Found>, date: NaiveDate) -> Parsed<Vec<Arc<str>>> {
        let mut codes: Vec<Arc<str>> = Vec::new();
        let mut findings = Vec::new();
        for part in parts {
            let (code, finding) = self.judged(part, date);
            findings.extend(finding);
            if let Some(code) = code.filter(|code| !codes.contains(code)) {
                codes.push(code);
            }
        }
        if codes.is_empty() {
            let mut parsed = Parsed::missing(crate::facts::MissingReason::Error);
            parsed.findings = findings;
            return parsed;
        }
        let mut parsed = Parsed::exact(codes);
        parsed.findings = findings;
        self.with_outside(parsed)
    }

    fn judged(&self, found: Found, date: NaiveDate) -> (Option<Arc<str>>, Option<Finding>) {
        let corrected = |code: Arc<str>, reason| {
            let shown = self.shown(&code, date);
            let finding = Finding::new(Code::ValueCorrected, reason).suggestion(shown);
            (Some(code), Some(finding))
        };
        match found {
            Found::Exact(code) => (Some(code), None),
            Found::Merged(code) => corrected(code, "merged-municipality"),
            Found::Typo(code) => corrected(code, "misspelt"),
            Found::Head(code) => corrected(code, "remainder"),
            Found::Contradiction(code, name) => {
                let both = format!("{} / {}", self.shown(&code, date), self.shown(&name, date));
                let finding =
                    Finding::new(Code::MunicipalityUnknown, "code-and-name").expected(both);
                (None, Some(finding))
            }
            Found::Unknown(near) => {
                let near: Vec<_> = near.iter().map(|code| self.shown(code, date)).collect();
                let finding =
                    Finding::new(Code::MunicipalityUnknown, "").suggestion(near.join(", "));
                (None, Some(finding))
            }
        }
    }

    /// `Espoo (049)`.
    fn shown(&self, code: &str, date: NaiveDate) -> String {
        match self.reference().municipality(code, date.year()) {
            Some(row) => format!("{} ({code})", row.name_fi),
            None => code.to_owned(),
        }
    }

    fn with_outside(&self, mut parsed: Parsed<Vec<Arc<str>>>) -> Parsed<Vec<Arc<str>>> {
        let outside = parsed
            .value
            .iter()
            .flatten()
            .any(|code| !self.is_of_region(code));
        if outside {
            parsed
                .findings
                .push(Finding::new(Code::MunicipalityOutsideRegion, ""));
        }
        parsed
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}
