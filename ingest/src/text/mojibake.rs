//! UTF-8 that was once taken for Windows-1252 (`Ã¤` for `ä`), and signs of Windows-1252 that were taken for control
//! characters (U+0096 for `–`): found and put right where it is certain.

use crate::issue::Code;
use crate::text::encoding::LineRemark;

/// Characters at the start of what a letter, a space or a quotation mark of Latin scripts becomes.
const LEADS: [char; 5] = ['Ã', 'Â', 'â', 'Å', 'Ä'];

/// Puts text right; none if there is nothing to put right.
pub(super) fn repair(text: &str) -> Option<(String, Vec<LineRemark>)> {
    let suspicious = |text: &str| {
        let bytes = text.as_bytes();
        // All leads but `â` begin with the byte C3 and go on with one of these, or are followed by such.
        let is_lead = |at: usize| {
            matches!(bytes.get(at + 1), Some(0x82..=0x85 | 0xa2))
                && matches!(bytes.get(at + 2), Some(0xc2 | 0xc5 | 0xc6 | 0xcb | 0xe2))
        };
        // The letters of Finnish and Swedish have none of the bytes that follow.
        let follows = memchr::memchr3(0xc2, 0xc5, 0xc6, bytes).is_some()
            || memchr::memchr2(0xcb, 0xe2, bytes).is_some();
        follows && (holds_controls(text) || memchr::memchr_iter(0xc3, bytes).any(is_lead))
    };
    if !suspicious(text) {
        return None;
    }
    let mut repaired = String::with_capacity(text.len());
    let mut remarks = Vec::new();
    for (number, line) in (1..).zip(lines(text)) {
        // Text may have gone wrong twice.
        let once = repair_line(line);
        let twice = once.as_ref().and_then(|(text, _)| repair_line(text));
        let Some((fixed, at)) = once else {
            repaired.push_str(line);
            continue;
        };
        let fixed = twice.map_or(fixed, |(text, _)| text);
        remarks.push(LineRemark {
            code: Code::EncodingMojibake,
            line: number,
            found: word_around(line, at).to_owned(),
            // What stands before the first faulty character did not change.
            repaired: word_around(&fixed, at).to_owned(),
        });
        repaired.push_str(&fixed);
    }
    (!remarks.is_empty()).then_some((repaired, remarks))
}

/// The lines of a text, each with its line end.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let bytes = rest.as_bytes();
        let end = match memchr::memchr2(b'\n', b'\r', bytes) {
            Some(at) if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') => at + 2,
            Some(at) => at + 1,
            None => bytes.len(),
        };
        let (line, after) = rest.split_at(end);
        rest = after;
        Some(line)
    })
}

/// The word of `line` that stands at byte `at`.
pub(super) fn word_around(line: &str, at: usize) -> &str {
    let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, ';' | ',' | '|' | '"');
    let start = line[..at].rfind(is_end).map_or(0, |found| found + 1);
    let end = line[at..]
        .find(is_end)
        .map_or(line.len(), |found| at + found);
    &line[start..end]
}

/// A line with its faulty characters put right, and where the first of them stands; none if it has none.
fn repair_line(line: &str) -> Option<(String, usize)> {
    let mut fixed = String::new();
    let mut first = None;
    let mut rest = line;
    let is_odd = |character: char| LEADS.contains(&character) || is_control(character);
    while let Some(at) = rest.find(is_odd) {
        let (before, from) = rest.split_at(at);
        fixed.push_str(before);
        if let Some((character, length)) = faulty(from).or_else(|| sign(from)) {
            first.get_or_insert(line.len() - from.len());
            fixed.push(character);
            rest = &from[length..];
        } else {
            let lead = from.chars().next()?;
            fixed.push(lead);
            rest = &from[lead.len_utf8()..];
        }
    }
    fixed.push_str(rest);
    first.map(|at| (fixed, at))
}

/// The control characters that texts do not hold: U+0080 to U+009F.
fn is_control(character: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&character)
}

/// In UTF-8 they are the byte C2 with one from 80 to 9F.
fn holds_controls(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(0xc2, bytes).any(|at| {
        bytes
            .get(at + 1)
            .is_some_and(|next| (0x80..=0x9f).contains(next))
    })
}

/// The sign of Windows-1252 that a control character at the start of `text` stands for, and the bytes it takes.
fn sign(text: &str) -> Option<(char, usize)> {
    let control = text
        .chars()
        .next()
        .filter(|character| is_control(*character))?;
    let byte = u8::try_from(u32::from(control)).ok()?;
    let (decoded, _) =
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&byte));
    let sign = decoded.chars().next().filter(|sign| !is_control(*sign))?;
    Some((sign, control.len_utf8()))
}

/// The character that the faulty ones at the start of `text` stand for, and the bytes they take.
fn faulty(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0_u8; 4];
    let mut length = 0;
    let mut count = 0;
    for character in text.chars() {
        bytes[count] = windows_1252_byte(character)?;
        length += character.len_utf8();
        count += 1;
        match std::str::from_utf8(&bytes[..count]) {
            Ok(decoded) => {
                let decoded = decoded.chars().next()?;
                return is_expected(decoded).then_some((decoded, length));
            }
            Err(error) if error.error_len().is_some() || count == bytes.len() => return None,
            Err(_) => {}
        }
    }
    None
}

/// Characters that reports hold: Latin letters with marks, typographic signs, the euro.
fn is_expected(character: char) -> bool {
    matches!(character, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{2044}' | '\u{20ac}' | '\u{2122}' | '\u{2212}' | '\u{2264}' | '\u{2265}')
}

/// The byte of a character in Windows-1252, or in ISO-8859-1 where that leaves it out.
fn windows_1252_byte(character: char) -> Option<u8> {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match u8::try_from(u32::from(character)) {
        Ok(byte) => Some(byte),
        Err(_) => (0x80..)
            .zip(UPPER)
            .find(|(_, upper)| *upper == character)
            .map(|(byte, _)| byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faulty_letters_and_signs_are_put_right_r4() {
        let (text, remarks) = repair("Kunta;PÃ¤ivÃ¤\nSjundeÃ¥;3â€“4 kpl\nEspoo;ei\n").unwrap();
        assert_eq!(text, "Kunta;Päivä\nSjundeå;3–4 kpl\nEspoo;ei\n");
        let places: Vec<_> = remarks.iter().map(|r| (r.line, r.found.as_str())).collect();
        assert_eq!(places, [(1, "PÃ¤ivÃ¤"), (2, "SjundeÃ¥")]);
    }

    #[test]
    fn right_and_faulty_text_may_stand_in_one_line() {
        let (text, _) = repair("Hämeenlinna;JanakkalaÃ¤n\n").unwrap();
        assert_eq!(text, "Hämeenlinna;Janakkalaän\n");
    }

    #[test]
    fn text_gone_wrong_twice_is_put_right_r4() {
        let (text, _) = repair("pÃƒÂ¤ivÃƒÂ¤").unwrap();
        assert_eq!(text, "päivä");
    }

    #[test]
    fn right_text_stays_r4() {
        for text in ["Äänekoski, Åland, São Paulo", "Ã", "â 5 €", "ÅÄÖ", "Â§"] {
            let repaired = repair(text).map(|(text, _)| text);
            assert!(repaired.is_none() || text == "Â§", "{text}: {repaired:?}");
        }
    }

    #[test]
    fn control_characters_are_the_signs_they_were_in_windows_1252() {
        let (text, remarks) = repair("Huhti \u{96} kesä \u{91}x\u{92}\nä\n").unwrap();
        assert_eq!(text, "Huhti – kesä ‘x’\nä\n");
        assert_eq!(remarks.len(), 1);
        assert!(repair("ä \u{81}").is_none());
    }
}
