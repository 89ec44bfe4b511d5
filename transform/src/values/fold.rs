//! Folding of text for comparison: regardless of case, spacing, punctuation and form of the characters.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The words of a text in lower case, letters and digits only, separated by single spaces.
#[must_use]
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let push = |out: &mut String, character: char| {
        if character.is_ascii_alphanumeric() {
            out.push(character.to_ascii_lowercase());
        } else if character.is_alphanumeric() {
            push_lower_case(out, character);
        } else if !out.is_empty() && !out.ends_with(' ') && !is_invisible(character) {
            out.push(' ');
        }
    };
    if text.chars().any(needs_composing) {
        text.nfkc().for_each(|character| push(&mut out, character));
    } else {
        text.chars().for_each(|character| push(&mut out, character));
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Appends a letter in lower case. Those of Latin-1 have their lower case 32 places on; reports are full of `Ä` and `Ö`.
fn push_lower_case(out: &mut String, letter: char) {
    match letter {
        'À'..='Ö' | 'Ø'..='Þ' => out.extend(char::from_u32(u32::from(letter) + 32)),
        'ß'..='ö' | 'ø'..='ÿ' => out.push(letter),
        _ => out.extend(letter.to_lowercase()),
    }
}

/// A text with its letters and their marks in one (NFC), as most systems write them.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// The letters and digits of a text in lower case, without anything between.
#[must_use]
pub fn key(text: &str) -> String {
    let mut folded = words(text);
    folded.retain(|character| character != ' ');
    folded
}

/// The same without dots and rings: `hämeenlinna` → `hameenlinna`. Takes a folded text.
#[must_use]
pub fn without_diacritics(folded: &str) -> String {
    folded
        .chars()
        .map(|character| match character {
            'å' | 'ä' | 'á' | 'à' => 'a',
            'ö' | 'ø' | 'ó' | 'õ' => 'o',
            'é' | 'è' => 'e',
            'ü' => 'u',
            other => other,
        })
        .collect()
}

/// A text without white space and invisible characters around it.
#[must_use]
pub fn trim(text: &str) -> &str {
    if let (Some(b'!'..=b'~'), Some(b'!'..=b'~')) =
        (text.as_bytes().first(), text.as_bytes().last())
    {
        return text;
    }
    text.trim_matches(|character: char| character.is_whitespace() || is_invisible(character))
}

/// Characters that show nothing and mean nothing: zero-width spaces and joiners, byte order mark, soft hyphen.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}'
    )
}

/// Characters from combining marks on may have a composed or plainer form.
fn needs_composing(character: char) -> bool {
    character >= '\u{0300}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_two_bytes_folds_to_its_lower_case() {
        for letter in '\u{80}'..'\u{300}' {
            if letter.is_alphanumeric() && !needs_composing(letter) {
                assert_eq!(
                    words(&letter.to_string()),
                    letter.to_lowercase().to_string()
                );
            }
        }
    }

    #[test]
    fn case_spacing_and_punctuation_fall_away() {
        assert_eq!(
            words("  Toimiva lapsi & perhe (TLP) "),
            "toimiva lapsi perhe tlp"
        );
        assert_eq!(key("Äänekoski\u{a0}–Suolahti"), "äänekoskisuolahti");
        assert_eq!(key("A\u{308}a\u{308}nekoski"), "äänekoski");
        assert_eq!(key("Ⅳ"), "iv");
        assert_eq!(words("perhe\u{ad}keskus"), "perhekeskus");
        assert_eq!(without_diacritics("hämeenkyrö"), "hameenkyro");
        assert_eq!(trim("\u{feff} x\u{200b}\u{a0}"), "x");
    }
}
