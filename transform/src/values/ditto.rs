//! Marks that stand for the value above: `"`, `-"-`, `sama`, `d:o`, `samma som ovan`.

use super::fold;

/// Longest mark, in bytes.
const LONGEST: usize = 24;

const WORDS: &[&str] = &[
    "sama",
    "samat",
    "sama kuin edellä",
    "sama kuin edellinen",
    "sama kuin yllä",
    "kuten edellä",
    "kuten yllä",
    "ks edellä",
    "ks yllä",
    "samma",
    "samma som ovan",
    "som ovan",
    "se ovan",
    "d o",
    "dito",
    "ditto",
    "same",
    "same as above",
    "as above",
];

/// Tells whether a cell holds nothing but a mark for the value above it, in any of the languages. `-` alone is none.
#[must_use]
pub fn is_ditto(text: &str) -> bool {
    match text.as_bytes().first() {
        None => false,
        // Most texts are seen to be none by their first letter.
        Some(first) if first.is_ascii_alphanumeric() => {
            matches!(first | 0x20, b'a' | b'd' | b'k' | b's') && is_word(text)
        }
        Some(_) => is_mark(text.trim()),
    }
}

fn is_mark(text: &str) -> bool {
    if text.is_empty() || text.len() > LONGEST {
        return false;
    }
    let inner = text.trim_matches(|sign: char| is_dash(sign) || sign == ' ');
    match inner.as_bytes().first() {
        None => false,
        Some(first) if first.is_ascii_alphabetic() => is_word(text),
        Some(_) => is_sign(inner, inner.len() < text.len()),
    }
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '–' | '—' | '_')
}

/// Double quotes of any kind; two single ones or commas in their place, or one between dashes.
fn is_sign(inner: &str, between_dashes: bool) -> bool {
    let doubles = |sign: char| matches!(sign, '"' | '”' | '“' | '„' | '″' | '〃' | '»' | '«');
    let halves = |sign: char| matches!(sign, '\'' | '’' | '‘' | '´' | '`' | '′' | ',');
    let count = inner.chars().count();
    let most = if between_dashes { 1..=2 } else { 2..=2 };
    (count <= 2 && inner.chars().all(doubles))
        || (most.contains(&count) && inner.chars().all(halves))
}

fn is_word(text: &str) -> bool {
    text.trim_end().len() <= LONGEST && WORDS.contains(&fold::words(text).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_for_the_value_above_are_told_in_every_language() {
        for mark in [
            "\"",
            "”",
            " '' ",
            ",,",
            "-\"-",
            "– ” –",
            "-,,-",
            "-'-",
            "_\"_",
            "〃",
            "Sama",
            "sama kuin yllä.",
            "d:o",
            "Dito",
            "samma som ovan",
            "ditto",
            "SAMMA ",
            " sama",
        ] {
            assert!(is_ditto(mark), "{mark}");
        }
        for word in WORDS {
            assert!(is_ditto(word), "{word}");
        }
    }

    #[test]
    fn dashes_commas_and_other_words_are_no_marks() {
        for text in [
            "",
            "-",
            "–",
            "--",
            "'",
            ",",
            ".",
            "\"\"\"",
            "sama ryhmä",
            "samaan aikaan",
            "\"Sama\"",
            "5\"",
            "?",
        ] {
            assert!(!is_ditto(text), "{text}");
        }
    }
}
