//! Texts below and between records that are none: signatures, telephone numbers, lines drawn, footnotes.

use crate::grid::{CellValue, Row};

pub(super) fn is_worded(text: &str) -> bool {
    let first = text.trim_start().chars().next();
    first.is_some_and(|first| first.is_alphabetic() || first == '[')
}

/// Digits of a telephone number: `040 123 4567`, `+358 40 1234567`; no amount begins so.
pub(super) fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    text.trim_start().starts_with(['0', '+'])
        && digits >= 7
        && text
            .chars()
            .all(|sign| sign.is_ascii_digit() || matches!(sign, '+' | '-' | ' '))
}

/// `Allekirjoitus`, `puh. 019 369 1234`, `maija@lohja.fi`, `www.lohja.fi`.
pub(super) fn is_signature(text: &str) -> bool {
    const SIGNED: [&str; 8] = [
        "allekirjoit",
        "laatija",
        "laatinut",
        "hyväksynyt",
        "tarkastanut",
        "terveisin",
        "underskrift",
        "sammanställ",
    ];
    const TELEPHONE: [&str; 5] = ["puh", "gsm", "tel", "mob", "tfn"];
    let lower = text.trim().to_lowercase();
    let digits = lower.bytes().filter(u8::is_ascii_digit).count();
    lower.contains('@')
        || SIGNED.iter().any(|word| lower.starts_with(word))
        || lower.starts_with("www.")
        || is_phone(text)
        || digits >= 5 && TELEPHONE.iter().any(|word| lower.starts_with(word))
}

/// A text alone on a row that by its shape is no record and heads none: `Huom. …`, `(ei muita)`, `*) arvio`, `Sivu 1/1`,
/// `Tiedot päivitetty 31.10.`
#[must_use]
pub fn is_remark(text: &str) -> bool {
    const ALWAYS: [&str; 4] = ["huom", "obs", "anm", "nb"];
    const MARKED: [&str; 9] = [
        "huomio",
        "huomioitavaa",
        "huomautus",
        "observera",
        "anmärkning",
        "note",
        "lähde",
        "källa",
        "source",
    ];
    const PAGES: [&str; 3] = ["sivu", "sida", "page"];
    const MADE: [&str; 8] = [
        "päivitetty",
        "muokattu",
        "tulostettu",
        "uppdaterad",
        "uppdaterat",
        "updated",
        "printed",
        "utskriven",
    ];
    let text = text.trim();
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let word = first.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let is_marked = word.len() < first.len();
    text.starts_with('*')
        || text.starts_with('(') && text.ends_with(')')
        || is_numbered_remark(text)
        || ALWAYS.contains(&word)
        || MARKED.contains(&word) && is_marked
        || PAGES.contains(&word) && second.starts_with(|sign: char| sign.is_ascii_digit())
        || MADE.contains(&word)
        || MADE.contains(&second)
            && matches!(word, "tiedot" | "viimeksi" | "pohja" | "senast" | "last")
}

/// A line drawn below labels: `-----` in every cell.
pub(super) fn is_ruling(row: Row<'_>) -> bool {
    const SHORTEST: usize = 3;
    let is_line = |text: &str| {
        let text = text.trim();
        text.len() >= SHORTEST
            && text
                .chars()
                .all(|sign| matches!(sign, '-' | '=' | '_' | ':' | '+'))
    };
    let mut filled = row.filled();
    filled.all(|(_, value)| matches!(value, CellValue::Text(text) if is_line(text)))
}

/// `1) arvio`: a footnote below a table.
pub(super) fn is_numbered_remark(text: &str) -> bool {
    let rest = text.trim_start().trim_start_matches(|digit: char| {
        digit.is_ascii_digit() || matches!(digit, '¹' | '²' | '³')
    });
    rest.len() < text.trim_start().len()
        && (rest.starts_with(") ") || text.starts_with(['¹', '²', '³']))
}
