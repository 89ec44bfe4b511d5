//! States of nothing, kept apart (READING.md R20): blank, dash, dots, words for "unknown", error values.

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;

use super::{Finding, Parsed, fold};
use crate::facts::MissingReason;

/// What a cell without a value says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing, or white space.
    Blank,
    /// `-`, `–`, `—`: not reported, unless the source says that it is zero.
    Dash,
    /// `..`
    NotApplicable,
    /// `...` or `…`
    Confidential,
    /// `ei tietoa`, `?`, `uppgift saknas`, `N/A`
    Unknown,
    /// An error value of a workbook, in any language, or a formula without a result.
    FormulaError,
}

/// Words that say that nothing is known.
const UNKNOWN: [&str; 27] = [
    "ei tietoa",
    "ei tietoja",
    "ei tiedossa",
    "ei tiedetä",
    "ei tietoa saatavilla",
    "ei saatavilla",
    "ei saatu",
    "tieto puuttuu",
    "tiedot puuttuvat",
    "puuttuu",
    "tuntematon",
    "uppgift saknas",
    "uppgifter saknas",
    "ingen uppgift",
    "inga uppgifter",
    "saknas",
    "okänt",
    "okänd",
    "vet ej",
    "vet inte",
    "ej känt",
    "inte känt",
    "n/a",
    "na",
    "unknown",
    "not known",
    "no data",
];

/// Words that say that the question does not apply.
const NOT_APPLICABLE: [&str; 7] = [
    "ei koske",
    "ei sovellu",
    "ei sovelleta",
    "gäller ej",
    "gäller inte",
    "ej tillämpligt",
    "not applicable",
];

/// Tells what a cell without a value says; none if it holds something to be read.
#[must_use]
pub fn state(cell: CellValue<'_>) -> Option<State> {
    match cell {
        CellValue::Blank => Some(State::Blank),
        CellValue::Error(_) | CellValue::Uncached => Some(State::FormulaError),
        CellValue::Text(text) => of_text(text),
        _ => None,
    }
}

/// The state as a result; none if the cell holds something to be read.
#[must_use]
pub fn missing<T>(cell: CellValue<'_>) -> Option<Parsed<T>> {
    state(cell).map(State::parsed)
}

impl State {
    /// The state as a result: a formula error has an issue, the others have none.
    #[must_use]
    pub fn parsed<T>(self) -> Parsed<T> {
        match self {
            State::Blank | State::Dash => Parsed::missing(MissingReason::NotReported),
            State::NotApplicable => Parsed::missing(MissingReason::NotApplicable),
            State::Confidential => Parsed::missing(MissingReason::Confidential),
            State::Unknown => Parsed::missing(MissingReason::Unknown),
            State::FormulaError => Parsed::unreadable(Finding::new(Code::FormulaError, "")),
        }
    }
}

fn of_text(text: &str) -> Option<State> {
    // Nearly every value begins with a digit or is longer than any of these words.
    let first = text.bytes().next();
    if first.is_some_and(|byte| byte.is_ascii_digit()) || text.len() > 60 {
        return None;
    }
    let text = fold::trim(text);
    match text {
        "" | "'" => Some(State::Blank),
        ".." => Some(State::NotApplicable),
        "..." | "…" | "...." => Some(State::Confidential),
        _ if text.chars().all(is_dash) => Some(State::Dash),
        _ if text.bytes().all(|byte| byte == b'?') => Some(State::Unknown),
        _ if is_error_value(text) => Some(State::FormulaError),
        _ => of_words(text),
    }
}

fn of_words(text: &str) -> Option<State> {
    /// Bytes of the longest of the words.
    const LONGEST: usize = 20;
    let bare =
        text.trim_matches(|character| matches!(character, '(' | ')' | '.' | '!' | '[' | ']'));
    if bare.len() > LONGEST {
        return None;
    }
    let same = |word: &str| {
        word.len() == bare.len()
            && (word.eq_ignore_ascii_case(bare) || *word == bare.to_lowercase())
    };
    if UNKNOWN.iter().any(|word| same(word)) {
        Some(State::Unknown)
    } else if NOT_APPLICABLE.iter().any(|word| same(word)) {
        Some(State::NotApplicable)
    } else {
        None
    }
}

/// Tells whether a character is a dash or a minus sign.
#[must_use]
pub fn is_dash(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Tells whether a text is an error value as spreadsheets write it in any language: `#ARVO!`, `#JAKO/0!`,
/// `#VÄRDEFEL!`, `#N/A`, `#NIMI?`, and LibreOffice's `Err:502`.
#[must_use]
pub fn is_error_value(text: &str) -> bool {
    if let Some(name) = text.strip_prefix('#') {
        let body = name.trim_end_matches(['!', '?']);
        let marked = body.len() < name.len()
            || matches!(body, "N/A" | "N/D" | "NV" | "PUUTTUU" | "SAKNAS" | "I/T");
        let letters = body
            .chars()
            .filter(|character| character.is_uppercase())
            .count();
        return marked
            && letters >= 2
            && body.chars().all(|c| {
                c.is_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '_' | ' ' | '.')
            });
    }
    let code = ["Err:", "Virhe:", "Fel:"]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix));
    code.is_some_and(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<State> {
        state(CellValue::Text(text))
    }

    #[test]
    fn every_word_is_told() {
        for word in UNKNOWN {
            assert_eq!(of(word), Some(State::Unknown), "{word}");
        }
        for word in NOT_APPLICABLE {
            assert_eq!(of(word), Some(State::NotApplicable), "{word}");
        }
    }

    #[test]
    fn the_states_of_nothing_are_kept_apart() {
        for text in ["", "  ", "\u{a0}", "\u{feff}"] {
            assert_eq!(of(text), Some(State::Blank), "{text:?}");
        }
        for text in ["-", "–", "—", " - ", "--", "\u{2212}"] {
            assert_eq!(of(text), Some(State::Dash), "{text}");
        }
        assert_eq!(of(".."), Some(State::NotApplicable));
        assert_eq!(of("..."), Some(State::Confidential));
        assert_eq!(of("…"), Some(State::Confidential));
        for text in [
            "?",
            "Ei tietoa",
            "ei tietoa.",
            "(ei tietoa)",
            "UPPGIFT SAKNAS",
            "N/A",
            "n/a",
            "Okänt",
            "OKÄNT",
        ] {
            assert_eq!(of(text), Some(State::Unknown), "{text}");
        }
        assert_eq!(of("Ei koske"), Some(State::NotApplicable));
        for text in ["0", "5", "Ei tietoa ryhmästä", "nolla", "x", "-5", "a-b"] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn error_values_are_known_in_every_language() {
        for text in [
            "#ARVO!",
            "#JAKO/0!",
            "#VIITTAUS!",
            "#NIMI?",
            "#LUKU!",
            "#PUUTTUU!",
            "#TYHJÄ!",
            "#VALUE!",
            "#DIV/0!",
            "#REF!",
            "#NAME?",
            "#N/A",
            "#NUM!",
            "#NULL!",
            "#SPILL!",
            "#VÄRDEFEL!",
            "#DIVISION/0!",
            "#REFERENS!",
            "#NAMN?",
            "#SAKNAS!",
            "#OGILTIGT!",
            "#SKÄRNING!",
            "#WERT!",
            "#GETTING_DATA!",
            "Err:502",
            "Virhe:502",
        ] {
            assert_eq!(of(text), Some(State::FormulaError), "{text}");
        }
        for text in ["#lape", "#1", "#LAPE", "####", "#metoo!"] {
            assert_eq!(of(text), None, "{text}");
        }
        assert_eq!(state(CellValue::Uncached), Some(State::FormulaError));
        assert_eq!(state(CellValue::Error("#REF!")), Some(State::FormulaError));
        let parsed = missing::<u8>(CellValue::Error("#REF!")).unwrap();
        assert_eq!(parsed.missing, Some(MissingReason::Error));
        assert_eq!(parsed.findings[0].code, Code::FormulaError);
    }
}
