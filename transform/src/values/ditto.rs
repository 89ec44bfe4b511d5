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
    let text = text.trim();
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

/// Most texts do not begin as any of the words does, and are not folded to see that.
fn is_word(text: &str) -> bool {
    let begins = |word: &str| {
        let mut begin = text.bytes().zip(word.bytes()).take(2);
        let is_same = |(letter, of_word): (u8, u8)| {
            letter.eq_ignore_ascii_case(&of_word)
                || of_word == b' ' && !letter.is_ascii_alphanumeric()
        };
        begin.all(is_same)
    };
    WORDS.iter().any(|word| begins(word)) && WORDS.contains(&fold::words(text).as_str())
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
        ] {
            assert!(is_ditto(mark), "{mark}");
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
