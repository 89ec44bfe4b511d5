//! Text that is not UTF-8: Windows-1252, ISO-8859-15, what older programs wrote, or lines of both kinds in one file.

use encoding_rs::{Encoding, ISO_8859_15, WINDOWS_1252};

use crate::document::Refusal;
use crate::format::unknown_encoding;
use crate::issue::Code;
use crate::text::encoding::{Decoded, LineRemark};
use crate::text::mojibake::word_around;
use crate::text::older::Older;

/// Decodes bytes that are not UTF-8 as a whole.
///
/// # Errors
/// `encoding-error`/`unknown` for text in an encoding that cannot be told.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if let Some(older) = Older::of(bytes) {
        return Ok(Decoded {
            text: older.decode(bytes),
            encoding: older.name(),
            remarks: Vec::new(),
        });
    }
    let encoding = encoding(bytes)?;
    if holds_utf8(bytes) {
        return Ok(mixed(bytes, encoding));
    }
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Ok(Decoded {
        text: text.into_owned(),
        encoding: name(encoding),
        remarks: Vec::new(),
    })
}

fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == ISO_8859_15 {
        "iso-8859-15"
    } else {
        "windows-1252"
    }
}

/// Which of the two encodings; where the text makes sense in neither, what the detector finds is reported, not trusted.
fn encoding(bytes: &[u8]) -> Result<&'static Encoding, Refusal> {
    let (valid, _) = split_valid(bytes);
    let high = || valid.iter().flat_map(|part| part.iter().copied());
    let has_upper_controls = high().any(|byte| (0x80..0xa0).contains(&byte));
    if !has_upper_controls && looks_like_latin_9(bytes) {
        return Ok(ISO_8859_15);
    }
    if is_plausible(bytes) {
        return Ok(WINDOWS_1252);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    if guess == WINDOWS_1252 {
        return Ok(guess);
    }
    Err(unknown_encoding(guess.name().to_ascii_lowercase()))
}

/// The parts of `bytes` that are not UTF-8, and whether some other part holds a character of several bytes.
fn split_valid(bytes: &[u8]) -> (Vec<&[u8]>, bool) {
    let mut invalid = Vec::new();
    let mut holds_utf8 = false;
    for chunk in bytes.utf8_chunks() {
        holds_utf8 |= !chunk.valid().is_ascii();
        if !chunk.invalid().is_empty() {
            invalid.push(chunk.invalid());
        }
    }
    (invalid, holds_utf8)
}

fn holds_utf8(bytes: &[u8]) -> bool {
    split_valid(bytes).1
}

/// The euro sign of ISO-8859-15, or its letters Š, š, Ž, ž inside words.
fn looks_like_latin_9(bytes: &[u8]) -> bool {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphabetic() || *b >= 0xc0);
    (0..bytes.len()).any(|at| match bytes[at] {
        0xa4 => true,
        0xa6 | 0xa8 | 0xb4 | 0xb8 => {
            is_letter(bytes.get(at + 1)) && (at == 0 || is_letter(bytes.get(at - 1)))
        }
        _ => false,
    })
}

/// Text makes sense in Windows-1252 if its signs do not stand inside words, where other encodings have letters.
fn is_plausible(bytes: &[u8]) -> bool {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let mut odd = 0_usize;
    let mut letters = 0_usize;
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
        match byte {
            // Not in the encoding at all.
            0x81 | 0x8d | 0x8f | 0x90 | 0x9d => return false,
            // Letters of the Nordic and other western languages.
            0xc4 | 0xc5 | 0xd6 | 0xe4 | 0xe5 | 0xf6 | 0xe9 | 0xc9 | 0xfc | 0xdc | 0xe1 | 0xe8
            | 0xf8 | 0xe6 | 0xd8 | 0xc6 | 0x8a | 0x9a | 0x8e | 0x9e => letters += 1,
            // An apostrophe stands inside words.
            0x92 | 0xb4 => {}
            _ => {
                let before = at.checked_sub(1).and_then(|before| bytes.get(before));
                let inside = is_letter(before) && is_letter(bytes.get(at + 1));
                odd += usize::from(inside);
            }
        }
    }
    odd == 0 || odd * 4 <= letters
}

/// Decodes a file in which both UTF-8 and a single-byte encoding stand, each part as what it is.
fn mixed(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut remarks = Vec::new();
    for (number, line) in (1..).zip(byte_lines(bytes)) {
        let start = text.len();
        let mut first = None;
        for chunk in line.utf8_chunks() {
            text.push_str(chunk.valid());
            if !chunk.invalid().is_empty() {
                first.get_or_insert(text.len() - start);
                text.push_str(&encoding.decode_without_bom_handling(chunk.invalid()).0);
            }
        }
        if let Some(at) = first {
            let word = word_around(&text[start..], at);
            remarks.push(LineRemark {
                code: Code::EncodingMojibake,
                line: number,
                found: word.to_owned(),
                repaired: word.to_owned(),
            });
        }
    }
    Decoded {
        text,
        encoding: "utf-8",
        remarks,
    }
}

/// The lines of bytes, each with its line end.
fn byte_lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = match memchr::memchr2(b'\n', b'\r', rest) {
            Some(at) if rest[at] == b'\r' && rest.get(at + 1) == Some(&b'\n') => at + 2,
            Some(at) => at + 1,
            None => rest.len(),
        };
        let (line, after) = rest.split_at(end);
        rest = after;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes).unwrap();
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn nordic_letters_are_windows_1252() {
        assert_eq!(
            decoded(b"P\xe4iv\xe4;\x80 5"),
            ("Päivä;€ 5".into(), "windows-1252")
        );
    }

    #[test]
    fn the_euro_and_the_letters_of_latin_9_tell_it() {
        assert_eq!(decoded(b"12 \xa4"), ("12 €".into(), "iso-8859-15"));
        assert_eq!(
            decoded(b"\xa8akki p\xe4iv\xe4"),
            ("šakki päivä".into(), "iso-8859-15")
        );
    }

    #[test]
    fn lines_of_two_encodings_are_both_read() {
        let decoded = decode(b"p\xc3\xa4iv\xc3\xa4\nyst\xe4v\xe4;x\n").unwrap();
        assert_eq!(decoded.text, "päivä\nystävä;x\n");
        let remark = &decoded.remarks[0];
        assert_eq!((remark.line, remark.found.as_str()), (2, "ystävä"));
    }

    #[test]
    fn letters_of_another_alphabet_are_refused_not_guessed() {
        // `Привет, как дела` in Windows-1251.
        let refusal = decode(b"\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0\x81")
            .err()
            .unwrap();
        assert_eq!(refusal.code, Code::EncodingError);
    }
}
