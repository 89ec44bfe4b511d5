//! From a cell to one code or several of a list.
//!
//! Reasons of the issues made here:
//! `code-unknown`: none (suggestion: the nearest labels), `several` (two codes where one belongs), `code-and-label`
//! (they contradict each other);
//! `value-corrected`: `misspelt`, `remainder` (only a part of the text is the code), `first-of-several`; the suggestion is
//! the label of the code taken.

use std::sync::Arc;

use kooste_ingest::columns::{explains, normalise};
use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;

use super::CodeIndex;
use crate::values::state::{is_dash, missing};
use crate::values::{Finding, Parsed, fold, list, remark, words};

/// A code, and others that stood beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The code taken.
    pub code: Arc<str>,
    /// All codes of the cell, if there are several; they belong into `extra`.
    pub all: Vec<Arc<str>>,
}

/// What a text that is not just a label names.
enum Named {
    /// One entry; whether something else stands beside it.
    One(usize, bool),
    Several(Vec<usize>),
    /// A code and a label of different entries.
    Contradiction,
    Nothing,
}

impl CodeIndex {
    /// Reads one code.
    #[must_use]
    pub fn one(&self, cell: CellValue<'_>) -> Parsed<Coded> {
        if let CellValue::Text(text) = cell
            && let Some(code) = self.written(text)
        {
            return Parsed::exact(coded(code));
        }
        if let Some(missing) = missing(cell) {
            return missing;
        }
        let text = cell.text();
        let text = fold::trim(&text);
        match self.named_or_numbered(text) {
            Named::One(at, false) => Parsed::exact(coded(&self.entries[at].code)),
            Named::One(at, true) => self.corrected(at, "remainder"),
            Named::Several(all) if self.takes_first => self.first_of(&all),
            Named::Several(_) => Parsed::unreadable(Finding::new(Code::CodeUnknown, "several")),
            Named::Contradiction => {
                Parsed::unreadable(Finding::new(Code::CodeUnknown, "code-and-label"))
            }
            Named::Nothing => match without_number(text).and_then(|rest| self.whole(rest)) {
                Some(at) => self.corrected(at, ""),
                None => match self.misspelt_item(text) {
                    Some(at) => self.corrected(at, "misspelt"),
                    None => Parsed::unreadable(self.unknown(text)),
                },
            },
        }
    }

    /// Reads several codes, each once, in the order of the cell. Unknown ones are left out, each with its issue.
    #[must_use]
    pub fn several(&self, cell: CellValue<'_>) -> Parsed<Vec<Arc<str>>> {
        if let CellValue::Text(text) = cell
            && let Some(code) = self.written(text)
        {
            return Parsed::exact(vec![Arc::clone(code)]);
        }
        if let Some(missing) = missing(cell) {
            return missing;
        }
        let text = cell.text();
        let mut codes: Vec<Arc<str>> = Vec::new();
        let mut findings = Vec::new();
        let parts = list::split(&text, |part| self.whole(part).is_some());
        let begun = self.begun(&parts);
        for (part, _) in parts.iter().zip(begun).filter(|(_, begun)| !begun) {
            let (found, finding) = self.part(part);
            findings.extend(finding);
            for at in found {
                let code = &self.entries[at].code;
                if !codes.contains(code) {
                    codes.push(Arc::clone(code));
                }
            }
        }
        let mut parsed = if codes.is_empty() {
            Parsed::missing(crate::facts::MissingReason::Error)
        } else {
            Parsed::exact(codes)
        };
        parsed.findings = findings;
        parsed
    }

    /// The entries that a part of a list names.
    fn part(&self, part: &str) -> (Vec<usize>, Option<Finding>) {
        if let Some(at) = self.whole(part) {
            return (vec![at], None);
        }
        let bare = remark::without_remark(part).and_then(|bare| self.whole(bare));
        if let Some(at) = bare {
            return (vec![at], Some(self.correction(at, "")));
        }
        let phrase = self.phrase(part);
        match phrase.entries.as_slice() {
            _ if phrase.is_of_others => (Vec::new(), Some(self.unknown(part))),
            [] => match self.misspelt(part) {
                Some(at) => (vec![at], Some(self.correction(at, "misspelt"))),
                None => (Vec::new(), Some(self.unknown(part))),
            },
            _ if phrase.is_sure => (phrase.entries, None),
            found => {
                let labels = found.iter().map(|at| self.entries[*at].labels.fi.as_str());
                let labels: Vec<&str> = labels.collect();
                let finding = Finding::new(Code::ValueCorrected, "").suggestion(labels.join(", "));
                (phrase.entries, Some(finding))
            }
        }
    }

    /// The entry that a text nearly names, if need be behind its number in a list.
    fn misspelt_item(&self, text: &str) -> Option<usize> {
        let item = numbered(text).filter(|_| !self.takes_first && !begins_with_count(text));
        self.misspelt(item.unwrap_or(text))
            .filter(|_| !holds_number(text))
    }

    /// What a text names, if need be behind its number in a list: `2. Tulokset`. Numbers may be the codes themselves where
    /// the first of several is taken.
    fn named_or_numbered(&self, text: &str) -> Named {
        let named = self.named(text);
        if self.takes_first || matches!(named, Named::One(_, false)) {
            return named;
        }
        match numbered(text).map(|rest| self.named(rest)) {
            // `5 keskustelua` of what is counted may be its value.
            Some(Named::One(at, _)) if self.counts(at) && begins_with_count(text) => named,
            Some(found @ Named::One(..)) => found,
            _ => named,
        }
    }

    fn named(&self, text: &str) -> Named {
        if let Some(at) = self.whole(text) {
            return Named::One(at, false);
        }
        let summed = words::beside_total(&fold::words(text));
        if let Some(at) = summed.and_then(|rest| self.whole(&rest)) {
            return Named::One(at, false);
        }
        let mut found: Vec<usize> = Vec::new();
        let mut rest: Vec<&str> = Vec::new();
        for part in list::split(text, |part| self.whole(part).is_some()) {
            match self.named_part(part) {
                Ok(entries) if entries.is_empty() => rest.push(part),
                Ok(entries) => entries.into_iter().for_each(|at| {
                    if !found.contains(&at) {
                        found.push(at);
                    }
                }),
                Err(()) => return Named::Contradiction,
            }
        }
        match found.as_slice() {
            [] => self.first_chunk(text),
            [one] if self.is_another(*one, &rest.join(" ")) => Named::Nothing,
            [one] => Named::One(*one, !rest.is_empty()),
            _ => Named::Several(found),
        }
    }

    /// The entries of a part: its label, its code with a label behind it, or its keywords. An error if code and
    /// label contradict each other.
    fn named_part(&self, part: &str) -> Result<Vec<usize>, ()> {
        if let Some(at) = self.whole(part) {
            return Ok(vec![at]);
        }
        let words = fold::words(part);
        let by_keyword = self.keywords(&words);
        if by_keyword.is_empty() && !self.takes_first {
            return Ok(Vec::new());
        }
        // `II Perhekeskus`, `Kokonaisuus 2`; a lone small `i` is a Swedish word.
        let mut codes: Vec<usize> = part
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| *word != "i" && word.chars().count() <= 3)
            .filter_map(|word| self.word(&fold::key(word)))
            .collect();
        codes.dedup();
        match (codes.as_slice(), by_keyword.as_slice()) {
            ([], _) => Ok(by_keyword),
            (_, []) => Ok(codes),
            ([code], found) if found.contains(code) => Ok(codes),
            _ => Err(()),
        }
    }

    /// `Koulutus (LP)`, `Koulutus: osa 2`, `Koulutus – etänä`, `Päättynyt 5/2018`: the label before the first sign or number.
    fn first_chunk(&self, text: &str) -> Named {
        let is_number = |(_, sign): &(usize, char)| sign.is_ascii_digit();
        let number = text.char_indices().find(is_number).map(|(at, _)| at);
        let end = text
            .find(['(', ':', '–', '—'])
            .into_iter()
            .chain(text.find(" - "))
            .chain(number)
            .min();
        let Some((at, rest)) = end.and_then(|end| Some((self.whole(&text[..end])?, &text[end..])))
        else {
            return Named::Nothing;
        };
        // A number behind the name of what is counted is its value.
        let is_value = end == number && self.counts(at);
        if is_value || self.is_another(at, rest) {
            return Named::Nothing;
        }
        Named::One(at, true)
    }

    /// Tells whether of a thing that is counted the rest of a text says that only some are (`LP-koulutetut (naiset)`,
    /// `Asiakasperheet, joista uusia`), or how many: `LP-koulutetut: 5`.
    fn is_another(&self, at: usize, rest: &str) -> bool {
        self.counts(at) && (holds_number(rest) || !(rest.is_empty() || explains(&normalise(rest))))
    }

    /// Tells whether a code stands for something that is counted.
    fn counts(&self, at: usize) -> bool {
        self.entries[at].attributes.contains_key("unit")
    }

    fn first_of(&self, all: &[usize]) -> Parsed<Coded> {
        let codes = all
            .iter()
            .map(|at| Arc::clone(&self.entries[*at].code))
            .collect();
        let first = all[0];
        let value = Coded {
            code: Arc::clone(&self.entries[first].code),
            all: codes,
        };
        Parsed::exact(value).with(self.correction(first, "first-of-several"))
    }

    fn corrected(&self, at: usize, reason: &'static str) -> Parsed<Coded> {
        Parsed::exact(coded(&self.entries[at].code)).with(self.correction(at, reason))
    }

    fn correction(&self, at: usize, reason: &'static str) -> Finding {
        Finding::new(Code::ValueCorrected, reason).suggestion(self.entries[at].labels.fi.clone())
    }

    /// An unknown text with the labels that are nearest to it.
    fn unknown(&self, text: &str) -> Finding {
        const LIKE: f64 = 0.5;
        const MOST: usize = 3;
        let near: Vec<_> = self
            .ranked(&fold::words(text))
            .into_iter()
            .take_while(|(likeness, _)| *likeness >= LIKE)
            .take(MOST)
            .map(|(_, at)| self.entries[at].labels.fi.as_str())
            .collect();
        Finding::new(Code::CodeUnknown, "").suggestion(near.join(" / "))
    }
}

/// `2. Tulokset`, `b) Tulokset`, `01 Matkakulut`, `4.1 Matkakulut`: the text behind the number of a list or its section.
fn numbered(text: &str) -> Option<&str> {
    let end = text.find([' ', '\u{a0}'])?;
    let (number, rest) = text.split_at(end);
    let mut parts = number.trim_end_matches(['.', ')']).split('.');
    let is_part =
        |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = matches!(number.as_bytes(), [b'a'..=b'z' | b'A'..=b'Z', b')']);
    (is_letter || parts.all(is_part)).then(|| rest.trim_start())
}

/// Tells whether a text begins with a bare number, which may be how many: `5 keskustelua`; `05` and `5.` are none.
fn begins_with_count(text: &str) -> bool {
    let number = text.split([' ', '\u{a0}']).next().unwrap_or_default();
    !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// `4100 Henkilösivukulut`, `4300–4399 Palvelujen ostot`: the text behind the number of an account.
fn without_number(text: &str) -> Option<&str> {
    const FEWEST_DIGITS: usize = 3;
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || is_dash(sign));
    let digits = text[..text.len() - rest.len()]
        .bytes()
        .filter(u8::is_ascii_digit)
        .count();
    let rest = rest.strip_prefix([' ', '\u{a0}', '.', ':'])?;
    (digits >= FEWEST_DIGITS)
        .then(|| rest.trim_start_matches(|sign: char| sign == ' ' || is_dash(sign)))
}

/// Tells whether a number stands behind a colon or an equals sign: a value in the cell of its key.
fn holds_number(text: &str) -> bool {
    let value = text
        .split_once([':', '='])
        .map(|(_, value)| value.trim_start());
    value.is_some_and(|value| value.starts_with(|first: char| first.is_ascii_digit()))
}

fn coded(code: &Arc<str>) -> Coded {
    Coded {
        code: Arc::clone(code),
        all: Vec::new(),
    }
}
