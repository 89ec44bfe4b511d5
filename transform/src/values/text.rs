//! Texts: trimmed, unescaped, composed, without control characters (READING.md R29).

use std::borrow::Cow;

use kooste_ingest::grid::CellValue;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::state::missing;
use super::{Parsed, fold};

/// Reads a free text.
#[must_use]
pub fn text(cell: CellValue<'_>) -> Parsed<Cow<'_, str>> {
    if let Some(missing) = missing(cell) {
        return missing;
    }
    match cell {
        CellValue::Text(text) => Parsed::exact(clean(text)),
        other => Parsed::exact(other.text()),
    }
}

/// The text without white space around it, escapes, control characters and decomposed letters. Lines end in LF.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    let trimmed = fold::trim(text);
    if is_clean(trimmed) {
        return Cow::Borrowed(trimmed);
    }
    let unescaped = unescape(trimmed).replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = unescaped
        .nfc()
        .filter_map(|character| match character {
            '\n' => Some('\n'),
            '\t' => Some(' '),
            _ if character.is_control() || fold::is_invisible(character) => None,
            _ => Some(character),
        })
        .collect();
    Cow::Owned(fold::trim(&kept).to_owned())
}

fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Below U+0300 every letter is composed; 0xC2 leads controls and the soft hyphen.
    let is_plain =
        |byte: u8| (byte >= b' ' || byte == b'\n') && !matches!(byte, b'&' | 0x7f | 0xc2 | 0xcc..);
    // Without a way out of the loop, sixteen bytes are looked at in one step.
    let plain = bytes
        .iter()
        .fold(true, |plain, byte| plain & is_plain(*byte));
    let escaped = || memchr::memchr(b'_', bytes).is_some() && text.contains("_x");
    if plain {
        return !escaped();
    }
    let kept = |character: char| {
        (!character.is_control() || character == '\n')
            && character != '&'
            && !fold::is_invisible(character)
    };
    !escaped() && text.chars().all(kept) && is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// The text with its escapes resolved, also those that hold escapes; none if it has none.
#[must_use]
pub fn unescaped(text: &str) -> Option<String> {
    const DEEPEST: usize = 4;
    memchr::memchr2(b'&', b'_', text.as_bytes())?;
    let mut current = text.to_owned();
    for _ in 0..DEEPEST {
        let next = unescape(&current);
        if next == current {
            break;
        }
        current = next;
    }
    (current != text).then_some(current)
}

/// Resolves character references of HTML (`&amp;`, `&#228;`) and escapes of Excel (`_x000D_`).
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '_']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = if rest.starts_with('&') {
            reference(rest)
        } else {
            excel_escape(rest)
        };
        match found {
            Some((character, length)) => {
                out.push(character);
                rest = &rest[length..];
            }
            None => {
                out.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// A character reference at the beginning of a text, and its length.
fn reference(text: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 10;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let character = match &text[1..end] {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "auml" => 'ä',
        "ouml" => 'ö',
        "aring" => 'å',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Aring" => 'Å',
        "eacute" => 'é',
        "euro" => '€',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        number => {
            let digits = number.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((character, end + 1))
}

/// `_x000D_` at the beginning of a text, and its length.
fn excel_escape(text: &str) -> Option<(char, usize)> {
    const LENGTH: usize = 7;
    let hex = text.get(..LENGTH)?.strip_prefix("_x")?.strip_suffix('_')?;
    let code = u32::from_str_radix(hex, 16).ok()?;
    Some((char::from_u32(code)?, LENGTH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cleaned_and_otherwise_kept() {
        assert_eq!(clean("  Perhekahvila \u{a0}"), "Perhekahvila");
        assert_eq!(clean("Perhe &amp; koti &#228;&#xe4;"), "Perhe & koti ää");
        assert_eq!(clean("A\u{308}iti"), "Äiti");
        assert_eq!(clean("rivi_x000D_\nrivi"), "rivi\nrivi");
        assert_eq!(clean("rivi\r\nrivi\u{7}\tx"), "rivi\nrivi x");
        assert_eq!(clean("R&D a_b & _x & &foo;"), "R&D a_b & _x & &foo;");
        assert_eq!(clean("=1+1"), "=1+1");
        assert!(matches!(clean("Äidit ja isät"), Cow::Borrowed(_)));
        let long = "ä".repeat(40_000);
        assert_eq!(clean(&long).len(), 80_000);
    }

    #[test]
    fn a_number_is_its_text() {
        assert_eq!(text(CellValue::Number(5.0)).value.as_deref(), Some("5"));
    }
}
