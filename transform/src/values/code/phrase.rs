//! Parts of a list that say more than a label: `lasten vanhemmat`, `lapset vanhempineen`, `nuorten ohjaajat` (READING.md R25).
//!
//! The last word is the head, and a genitive before it says whose: the codes of those words are not meant. Without such a
//! word all codes count that the words name.

use super::CodeIndex;
use crate::values::fold;
use crate::values::state::is_dash;

/// What the words of a part name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The entries, each once, in the order of the text.
    pub(super) entries: Vec<usize>,
    /// Whether the words say no more than the entries.
    pub(super) is_sure: bool,
    /// Whether the words are about others than they name: `nuorten ohjaajat`, `ei lapset`.
    pub(super) is_of_others: bool,
}

/// Words that leave out what they stand with.
const WITHOUT: [&str; 13] = [
    "ei", "ej", "inte", "not", "no", "ilman", "utan", "without", "paitsi", "utom", "except",
    "kuin", "än",
];

/// Words that change nothing about who is meant.
const BESIDE: [&str; 24] = [
    "vain",
    "myös",
    "sekä",
    "pääosin",
    "pääasiassa",
    "lähinnä",
    "erityisesti",
    "mukana",
    "kaikki",
    "kaikille",
    "alla",
    "all",
    "för",
    "med",
    "sina",
    "deras",
    "samt",
    "till",
    "bara",
    "endast",
    "for",
    "with",
    "kieli",
    "språk",
];

/// A word with what it names.
struct Word {
    entry: Option<usize>,
    is_genitive: bool,
    /// Whether a sign or number stands between it and the word before.
    is_divided: bool,
}

impl CodeIndex {
    /// What the words of a part of a list name.
    pub(super) fn phrase(&self, part: &str) -> Phrase {
        let Some(words) = self.phrase_words(part) else {
            return Phrase {
                is_of_others: true,
                ..Phrase::default()
            };
        };
        let Some(last) = words.last() else {
            return Phrase::default();
        };
        let is_owner = |at: usize| words[at].is_genitive && at + 1 < words.len();
        if last.entry.is_none() && (0..words.len()).any(is_owner) {
            return Phrase {
                is_of_others: true,
                ..Phrase::default()
            };
        }
        let mut entries: Vec<usize> = Vec::new();
        let all_genitive = words.iter().all(|word| word.is_genitive);
        let mut is_sure = true;
        for (at, word) in words.iter().enumerate() {
            match word.entry {
                Some(_) if is_owner(at) && !all_genitive => {}
                Some(entry) => {
                    // `nuoret vanhemmat` may be both, or parents who are young.
                    is_sure &= entries.is_empty() || word.is_divided;
                    if !entries.contains(&entry) {
                        entries.push(entry);
                    }
                }
                None => is_sure = false,
            }
        }
        Phrase {
            entries,
            is_sure,
            is_of_others: false,
        }
    }

    /// Which parts only begin the phrase of a later one: `lasten` of `lasten ja nuorten vanhemmat`.
    pub(super) fn begun(&self, parts: &[&str]) -> Vec<bool> {
        let mut is_headed = false;
        let begun = parts.iter().rev().map(|part| {
            let words = self.phrase_words(part);
            match words.as_deref().unwrap_or_default() {
                [word] if word.is_genitive => is_headed,
                [first, .., last] => {
                    is_headed = first.is_genitive && !last.is_genitive;
                    false
                }
                _ => {
                    is_headed = false;
                    false
                }
            }
        });
        let mut begun: Vec<bool> = begun.collect();
        begun.reverse();
        begun
    }

    /// The words of a part but for numbers of a list and words that change nothing; none if one leaves something out.
    fn phrase_words(&self, part: &str) -> Option<Vec<Word>> {
        /// Words of the longest part that is looked at.
        const MOST: usize = 12;
        let mut words: Vec<Word> = Vec::new();
        let mut is_divided = false;
        for token in part.split_whitespace().take(MOST) {
            let ends_item = token.ends_with(['.', ')']) && is_item_number(token);
            if ends_item || token.chars().all(|sign| !sign.is_alphanumeric()) {
                is_divided = true;
                continue;
            }
            let text = fold::words(token);
            if WITHOUT.contains(&text.as_str()) {
                return None;
            }
            if BESIDE.contains(&text.as_str()) {
                is_divided |= !words.is_empty();
                continue;
            }
            for (number, piece) in self.pieces(token).into_iter().enumerate() {
                let mut word = self.phrase_word(piece);
                word.is_divided |= is_divided || number > 0;
                words.push(word);
            }
            is_divided = token.ends_with([':', '.', '|', '\\']);
        }
        Some(words)
    }

    /// `lapset–vanhemmat` and `lapset.nuoret` are two words if both name something; `nuoriso-ohjaajat` is one.
    fn pieces<'a>(&self, token: &'a str) -> Vec<&'a str> {
        let pieces: Vec<&str> = token
            .split(|sign: char| is_dash(sign) || matches!(sign, '.' | '\\' | '•' | '·'))
            .filter(|piece| !piece.is_empty())
            .collect();
        let names = |piece: &&str| self.phrase_word(piece).entry.is_some();
        if pieces.len() > 1 && pieces.iter().all(names) {
            pieces
        } else {
            vec![token]
        }
    }

    fn phrase_word(&self, token: &str) -> Word {
        let text = fold::words(token);
        let is_one = !text.contains(' ');
        let entry = self
            .whole(token)
            .or_else(|| self.keywords(&text).first().copied().filter(|_| is_one))
            // `vanhempineen`: with their parents.
            .or_else(|| self.whole(text.strip_suffix("ineen")?));
        Word {
            entry,
            is_genitive: entry.is_some() && self.is_genitive(&text),
            is_divided: text.ends_with("ineen"),
        }
    }

    /// Tells whether a word (folded) says whose, `lasten`, `barnens`; `barnen` and `personalen` are no genitives.
    fn is_genitive(&self, word: &str) -> bool {
        let is_label = |word: &str| self.word(word).is_some();
        let is_definite = word.strip_suffix("en").is_some_and(is_label);
        word.ends_with(['n', 's']) && !is_label(word) && !is_definite && !word.ends_with("ineen")
    }
}

/// Tells whether a word is the number of a list: `1)`, `2.`, `a)`.
fn is_item_number(token: &str) -> bool {
    let item = token.trim_matches(['.', ')', '(']);
    let is_number = item.len() <= 2 && item.bytes().all(|byte| byte.is_ascii_digit());
    is_number || (item.len() == 1 && token.ends_with(')'))
}
