//! Bytes to text: which encoding a file is in, told in the order of READING.md R4, never with a replacement character.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::document::Refusal;
use crate::format::format_error;
use crate::issue::Code;
use crate::text::{mojibake, single_byte};

/// A line whose text was put right, or could not be.
pub(super) struct LineRemark {
    /// What was noticed.
    pub(super) code: Code,
    /// Line from 1.
    pub(super) line: u32,
    /// The text concerned, as it was.
    pub(super) found: String,
    /// The text concerned, as it is now.
    pub(super) repaired: String,
}

/// The text of a file.
pub(super) struct Decoded {
    /// The text.
    pub(super) text: String,
    /// Name of the encoding.
    pub(super) encoding: &'static str,
    /// What was noticed, line by line.
    pub(super) remarks: Vec<LineRemark>,
}

/// Tells the encoding and decodes.
///
/// # Errors
/// `format-error`/`binary` for what is no text, `encoding-error` for text in an encoding that cannot be told.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if let Some((encoding, skip)) = Encoding::for_bom(bytes) {
        if encoding != UTF_8 {
            return utf16(&bytes[skip..], encoding);
        }
        return eight_bit(&bytes[skip..]);
    }
    match utf16_without_mark(bytes) {
        Some(encoding) => utf16(bytes, encoding),
        None => eight_bit(bytes),
    }
}

fn eight_bit(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if is_binary(bytes) {
        return Err(format_error("binary", ""));
    }
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => Ok(utf8(text)),
        Err(_) => single_byte::decode(bytes),
    }
}

fn utf8(text: &str) -> Decoded {
    let (text, mut remarks) = match mojibake::repair(text) {
        Some((repaired, remarks)) => (repaired, remarks),
        None => (text.to_owned(), Vec::new()),
    };
    remarks.extend(replacement_characters(&text));
    Decoded {
        text,
        encoding: "utf-8",
        remarks,
    }
}

/// Lines in which the sender's program had already lost characters.
fn replacement_characters(text: &str) -> Vec<LineRemark> {
    const REPLACEMENT: &str = "\u{fffd}";
    if memchr::memmem::find(text.as_bytes(), REPLACEMENT.as_bytes()).is_none() {
        return Vec::new();
    }
    (1..)
        .zip(mojibake::lines(text))
        .filter(|(_, line)| line.contains(REPLACEMENT))
        .map(|(line, text)| {
            let word = mojibake::word_around(text, text.find(REPLACEMENT).unwrap_or(0));
            LineRemark {
                code: Code::EncodingError,
                line,
                found: word.to_owned(),
                repaired: word.to_owned(),
            }
        })
        .collect()
}

fn utf16(bytes: &[u8], encoding: &'static Encoding) -> Result<Decoded, Refusal> {
    // A lone last byte is not half a character but a cut file; a line end of one byte may stand there.
    let even = &bytes[..bytes.len() & !1];
    match encoding.decode_without_bom_handling_and_without_replacement(even) {
        Some(text) if !text.contains('\0') => {
            let mut decoded = utf8(&text);
            decoded.encoding = if encoding == UTF_16LE {
                "utf-16le"
            } else {
                "utf-16be"
            };
            Ok(decoded)
        }
        _ => Err(Refusal {
            code: Code::EncodingError,
            reason: "utf-16",
            found: String::new(),
        }),
    }
}

/// UTF-16 without a byte-order mark: nearly every other byte of the beginning is zero, always the same one.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 2048;
    const LEAST_UNITS: usize = 4;
    let (units, _) = bytes[..bytes.len().min(LOOKED_AT)].as_chunks::<2>();
    let zeros = |at: usize| units.iter().filter(|unit| unit[at] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = units.len() * 2 / 3;
    if units.len() < LEAST_UNITS {
        None
    } else if second > many && first == 0 {
        Some(UTF_16LE)
    } else if first > many && second == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Text holds no zero byte and hardly any control character.
fn is_binary(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 8192;
    if memchr::memchr(0, bytes).is_some() {
        return true;
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let controls = head
        .iter()
        .filter(|byte| matches!(byte, 1..=8 | 0x0e..=0x19 | 0x1b..=0x1f))
        .count();
    controls * 20 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes).unwrap();
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn a_byte_order_mark_is_not_text_r4() {
        assert_eq!(
            decoded(b"\xef\xbb\xbfp\xc3\xa4iv\xc3\xa4"),
            ("päivä".into(), "utf-8")
        );
        assert_eq!(decoded(b"\xff\xfep\0\xe4\0"), ("pä".into(), "utf-16le"));
        assert_eq!(decoded(b"\xfe\xff\0p\0\xe4"), ("pä".into(), "utf-16be"));
    }

    #[test]
    fn utf16_is_told_without_a_mark_r4() {
        let bytes: Vec<u8> = "Kunta;Päivä\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decoded(&bytes), ("Kunta;Päivä\n".into(), "utf-16le"));
        let bytes: Vec<u8> = "Kunta;Päivä\n"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(decoded(&bytes), ("Kunta;Päivä\n".into(), "utf-16be"));
    }

    #[test]
    fn bytes_of_a_program_are_no_text() {
        let refusal = decode(b"\x7fELF\x02\x01\x01\0\0").err().unwrap();
        assert_eq!(
            (refusal.code, refusal.reason),
            (Code::FormatError, "binary")
        );
    }

    #[test]
    fn broken_utf16_is_refused() {
        let refusal = decode(b"\xff\xfe\x00\xd8p\0").err().unwrap();
        assert_eq!(
            (refusal.code, refusal.reason),
            (Code::EncodingError, "utf-16")
        );
    }

    #[test]
    fn a_replacement_character_of_the_sender_is_reported_r4() {
        let decoded = decode("Kunta\np\u{fffd}iv\u{fffd} x\n".as_bytes()).unwrap();
        let remark = &decoded.remarks[0];
        assert_eq!((remark.code, remark.line), (Code::EncodingError, 2));
        assert_eq!(remark.found, "p\u{fffd}iv\u{fffd}");
    }
}
