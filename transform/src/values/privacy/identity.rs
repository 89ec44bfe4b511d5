//! Finnish personal identity codes (henkilötunnus): day, month and year of birth, a sign of the century, three
//! digits and a check character. All signs in use since 2023 count, in either case, with spaces or characters that show nothing
//! between, and with points in the date.

use std::borrow::Cow;

use crate::values::fold::is_invisible;
use crate::values::state::is_dash;

/// What takes the place of an identity code.
pub const IDENTITY_MASK: &str = "[henkilötunnus]";

/// Check characters, by the remainder of the nine digits divided by 31.
const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// Digits of an identity code without the check character.
const DIGITS: usize = 9;

/// Replaces every identity code in a text; the text itself if there is none.
#[must_use]
pub fn mask_identity(text: &str) -> Cow<'_, str> {
    // Nine digits, a sign and a check character: nearly every cell ends here.
    if text.len() < DIGITS + 2 || digits_in(text) < DIGITS {
        return Cow::Borrowed(text);
    }
    let mut masked = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        match identity(&text[start..]) {
            Some(length) => {
                masked.push_str(&text[copied..start]);
                masked.push_str(IDENTITY_MASK);
                copied = start + length;
                at = copied;
            }
            None => at = start + 1,
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    masked.push_str(&text[copied..]);
    Cow::Owned(masked)
}

fn digits_in(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Where the next run of digits begins; an identity code does not begin within one.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len())
        .find(|at| bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[at - 1].is_ascii_digit()))
}

/// The characters of a text that show something, with the offset behind each.
fn visible(text: &str) -> impl Iterator<Item = (char, usize)> {
    text.char_indices()
        .filter(|(_, character)| {
            !(character.is_whitespace() || character.is_control() || is_hidden(*character))
        })
        .map(|(at, character)| (character, at + character.len_utf8()))
}

/// Characters that show nothing, whether or not cleaning takes them out of a text.
fn is_hidden(character: char) -> bool {
    is_invisible(character)
        || matches!(
            character,
            '\u{034f}' | '\u{061c}' | '\u{180e}' | '\u{2061}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        )
}

/// The length of the identity code at the beginning of a text.
fn identity(text: &str) -> Option<usize> {
    let mut characters = visible(text).peekable();
    let day = digits(&mut characters, 2)?;
    let is_pointed = characters.next_if(|(sign, _)| *sign == '.').is_some();
    let month = digits(&mut characters, 2)?;
    if is_pointed {
        characters.next_if(|(sign, _)| *sign == '.')?;
    }
    let born = (day * 100 + month) * 100 + digits(&mut characters, 2)?;
    let (sign, _) = characters.next()?;
    let number = digits(&mut characters, 3)?;
    let (check, end) = characters.next()?;
    let next = text[end..].chars().next();
    let alone = next.is_none_or(|next| !next.is_alphanumeric());
    (is_century(sign) && is_valid(born, number, check) && alone).then_some(end)
}

fn digits(characters: &mut impl Iterator<Item = (char, usize)>, count: usize) -> Option<u32> {
    (0..count).try_fold(0, |value, _| {
        Some(value * 10 + characters.next()?.0.to_digit(10)?)
    })
}

fn is_century(sign: char) -> bool {
    let sign = sign.to_ascii_uppercase();
    sign == '+' || is_dash(sign) || matches!(sign, 'Y' | 'X' | 'W' | 'V' | 'U' | 'A'..='F')
}

/// Checks date and check character; numbers from 900 on are temporary codes, but personal all the same.
fn is_valid(born: u32, number: u32, check: char) -> bool {
    let (day, month) = (born / 10_000, born / 100 % 100);
    let remainder = (u64::from(born) * 1000 + u64::from(number)) % 31;
    let expected = usize::try_from(remainder)
        .ok()
        .and_then(|at| CHECKS.get(at));
    (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && number >= 2
        && expected.is_some_and(|expected| char::from(*expected) == check.to_ascii_uppercase())
}

/// Tells whether the texts of two or three neighbouring cells are together an identity code: `131052` and `-308T`,
/// `131052-` and `308T`, `131052`, `-` and `308T`. A number cell may have lost the zero at its beginning.
#[must_use]
pub fn split_identity(cells: &[&str]) -> bool {
    const LONGEST: usize = 24;
    if !(2..=3).contains(&cells.len())
        || cells
            .iter()
            .any(|cell| cell.is_empty() || cell.len() > LONGEST)
    {
        return false;
    }
    let joined = cells.concat();
    if !(DIGITS..=DIGITS + 4).contains(&digits_in(&joined)) {
        return false;
    }
    let joined = joined.trim();
    let padded = format!("0{joined}");
    // Neither cell may be one by itself, and together they are nothing else.
    [joined, padded.as_str()]
        .iter()
        .any(|text| identity(text) == Some(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Made-up codes of the Digital and Population Data Services Agency's own documentation and numbers from 900 on,
    // which are never given to anybody.
    const CODES: [&str; 4] = ["131052-308T", "010101-9061", "131052A308T", "131052+308T"];

    #[test]
    fn identity_codes_are_masked_in_all_their_spellings() {
        for code in CODES.iter().filter(|code| identity(code).is_some()) {
            assert_eq!(mask_identity(code), IDENTITY_MASK);
        }
        for sign in [
            '+', '-', 'Y', 'X', 'W', 'V', 'U', 'A', 'B', 'C', 'D', 'E', 'F', '–', '\u{2212}',
        ] {
            let code = format!("131052{sign}308T");
            assert_eq!(mask_identity(&code), IDENTITY_MASK, "{code}");
        }
        for code in [
            "131052-308t",
            "131052 - 308T",
            "131052- 308T",
            "131052 -308 T",
            "1 3 1 0 5 2 - 3 0 8 T",
            "131052a308t",
        ] {
            assert_eq!(mask_identity(code), IDENTITY_MASK, "{code}");
        }
        for hidden in [
            '\u{200b}', '\u{ad}', '\u{200c}', '\u{2060}', '\u{feff}', '\u{200e}', '\u{7}',
            '\u{fe0f}',
        ] {
            let code = format!("131052{hidden}-3{hidden}08T");
            assert_eq!(mask_identity(&code), IDENTITY_MASK, "{code:?}");
        }
        assert_eq!(mask_identity("s. 13.10.52-308T"), "s. [henkilötunnus]");
        assert_eq!(
            mask_identity("Asiakas 131052-308T, toinen 131052-308T."),
            "Asiakas [henkilötunnus], toinen [henkilötunnus]."
        );
        assert_eq!(
            mask_identity("raportti_131052-308T.xlsx"),
            "raportti_[henkilötunnus].xlsx"
        );
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "131052-308U",
            "13.1052-308T",
            "13.10.52-308U",
            "131352-308T",
            "2018-10-05 12:00:00",
            "040 123 4567",
            "1131052-308T",
            "131052-308Tx",
            "131052308T",
            "5.10.2018–6.10.2018",
            "FI21 1234 5600 0007 85",
        ] {
            assert!(matches!(mask_identity(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn an_identity_code_over_neighbouring_cells_is_found() {
        assert!(split_identity(&["131052", "-308T"]));
        assert!(split_identity(&["131052-", "308T"]));
        assert!(split_identity(&["131052", "-", "308T"]));
        assert!(split_identity(&["131052", "A308t"]));
        assert!(!split_identity(&["131052", "308T"]));
        assert!(!split_identity(&["131052", "-308U"]));
        assert!(!split_identity(&["5", "12"]));
    }
}
