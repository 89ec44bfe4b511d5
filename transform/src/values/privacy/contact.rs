//! E-mail addresses and telephone numbers in free text.

use std::borrow::Cow;

/// What takes the place of an e-mail address.
pub const EMAIL_MASK: &str = "[sähköposti]";
/// What takes the place of a telephone number.
pub const PHONE_MASK: &str = "[puhelin]";

/// Fewest digits of a telephone number.
const FEWEST_DIGITS: usize = 7;

/// Replaces e-mail addresses and telephone numbers in a free text; the text itself if there are none.
#[must_use]
pub fn mask_contacts(text: &str) -> Cow<'_, str> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let may_have_email = memchr::memchr(b'@', text.as_bytes()).is_some();
    if !may_have_email && digits < FEWEST_DIGITS {
        return Cow::Borrowed(text);
    }
    let mut found = if may_have_email {
        emails(text)
    } else {
        Vec::new()
    };
    if digits >= FEWEST_DIGITS {
        found.extend(phones(text));
    }
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    found.sort_unstable_by_key(|(start, ..)| *start);
    let mut masked = String::with_capacity(text.len());
    let mut copied = 0;
    for (start, end, mask) in found {
        if start >= copied {
            masked.push_str(&text[copied..start]);
            masked.push_str(mask);
            copied = end;
        }
    }
    masked.push_str(&text[copied..]);
    Cow::Owned(masked)
}

/// A stretch of text, as byte offsets, and what takes its place.
type Stretch = (usize, usize, &'static str);

fn emails(text: &str) -> Vec<Stretch> {
    let part = |character: char| {
        character.is_alphanumeric() || matches!(character, '.' | '_' | '-' | '+' | '%')
    };
    let mut found = Vec::new();
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        let name = text[..at].trim_end_matches(part).len();
        let after = &text[at + 1..];
        let end = after
            .find(|character| !part(character))
            .unwrap_or(after.len());
        let host = after[..end].trim_end_matches(['.', '-']);
        let has_domain = host.rsplit_once('.').is_some_and(|(before, last)| {
            !before.is_empty() && last.len() >= 2 && last.chars().all(char::is_alphabetic)
        });
        if name < at && has_domain {
            found.push((name, at + 1 + host.len(), EMAIL_MASK));
        }
    }
    found
}

fn phones(text: &str) -> Vec<Stretch> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let free = at == 0
            || !(bytes[at - 1].is_ascii_alphanumeric()
                || matches!(bytes[at - 1], b'.' | b',' | b'-' | b'/'));
        let inside_number = at >= 2 && bytes[at - 1] == b' ' && bytes[at - 2].is_ascii_digit();
        let begins = matches!(bytes[at], b'+' | b'0' | b'(') && free && !inside_number;
        match begins.then(|| phone(&bytes[at..])).flatten() {
            Some(length) if is_other(&bytes[at..at + length]) => at += length,
            Some(length) => {
                found.push((at, at + length, PHONE_MASK));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The length of the telephone number at the beginning of a text: `+358 40 123 4567`, `040-1234567`, `(09) 310 1691`.
fn phone(bytes: &[u8]) -> Option<usize> {
    let mut digits: Vec<u8> = Vec::new();
    let mut end = 0;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => {
                digits.push(*byte);
                end = at + 1;
            }
            b'+' if at == 0 => {}
            b'(' | b')' if digits.len() <= 4 => {}
            b'/' if begins_subscriber(&digits, &bytes[at + 1..]) => {}
            // One space or hyphen between groups of digits.
            b' ' | b'-' if at > 0 && (bytes[at - 1].is_ascii_digit() || bytes[at - 1] == b')') => {}
            _ => break,
        }
        at += 1;
    }
    let behind = bytes.get(end);
    let ends_free = behind.is_none_or(|byte| !byte.is_ascii_alphanumeric())
        && !(matches!(behind, Some(b'.' | b',' | b'/' | b':'))
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit));
    (ends_free && is_number(bytes[0], &digits)).then_some(end)
}

/// Tells whether a slash behind an area code begins the number of a subscriber: `044/1234567`, `09/310 1691`; `01/2018-12` are
/// months.
fn begins_subscriber(area: &[u8], behind: &[u8]) -> bool {
    let digits = behind
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    area.first() == Some(&b'0')
        && match area.len() {
            3 | 4 => digits >= 3,
            2 => digits >= 6 || (digits == 3 && behind.get(3) == Some(&b' ')),
            _ => false,
        }
}

/// Tells whether what looks like a telephone number is something else.
fn is_other(text: &[u8]) -> bool {
    is_business_id(text) || is_span(text)
}

/// Tells whether a text is a span of times or of days: `0900-1100`, `040918-041218`.
fn is_span(text: &[u8]) -> bool {
    let number = |digits: &[u8]| {
        digits.iter().fold(0_u32, |value, digit| {
            value * 10 + u32::from(digit.wrapping_sub(b'0'))
        })
    };
    let is_time = |part: &[u8]| number(&part[..2]) <= 24 && number(&part[2..]) < 60;
    let is_day = |part: &[u8]| {
        (1..=31).contains(&number(&part[..2])) && (1..=12).contains(&number(&part[2..4]))
    };
    let Some(at) = text.iter().position(|byte| *byte == b'-') else {
        return false;
    };
    let (first, second) = (&text[..at], &text[at + 1..]);
    let are_digits = first.iter().chain(second).all(u8::is_ascii_digit);
    are_digits
        && match (first.len(), second.len()) {
            (4, 4) => is_time(first) && is_time(second) && first < second,
            (6, 6) => is_day(first) && is_day(second),
            _ => false,
        }
}

/// Tells whether a text is a Finnish business id with its check digit: `0201256-6`.
fn is_business_id(text: &[u8]) -> bool {
    const WEIGHTS: [u32; 7] = [7, 9, 10, 5, 8, 4, 2];
    let [digits @ .., b'-', check] = text else {
        return false;
    };
    let is_plain = digits.len() == WEIGHTS.len() && digits.iter().all(u8::is_ascii_digit);
    let value = |digit: &u8| u32::from(digit.wrapping_sub(b'0'));
    let products = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| value(digit) * weight);
    is_plain && (products.sum::<u32>() + value(check)) % 11 == 0
}

/// Finnish numbers begin with 0 and a digit from 1 on; with a plus, any country's number counts.
fn is_number(first: u8, digits: &[u8]) -> bool {
    let national = first != b'+'
        && matches!(digits, [b'0', b'1'..=b'9', ..])
        && (FEWEST_DIGITS..=12).contains(&digits.len());
    let abroad =
        matches!(digits, [b'0', b'0', b'1'..=b'9', ..]) && (10..=16).contains(&digits.len());
    let plus = first == b'+' && (9..=15).contains(&digits.len());
    national || abroad || plus
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_masked() {
        assert_eq!(
            mask_contacts("Ilm. matti.meikalainen@example.fi, p. 040 123 4567."),
            "Ilm. [sähköposti], p. [puhelin]."
        );
        for number in [
            "+358 40 123 4567",
            "040-1234567",
            "0401234567",
            "(09) 310 1691",
            "09 310 1691",
            "00358401234567",
            "0400 123 456",
            "044/1234567",
            "044/123 4567",
            "09/310 1691",
            "040123-456789",
        ] {
            assert_eq!(
                mask_contacts(&format!("puh {number}")),
                "puh [puhelin]",
                "{number}"
            );
        }
    }

    #[test]
    fn dates_sums_and_handles_are_left_alone() {
        for text in [
            "5.10.2018 ja 6.10.2018",
            "05.10.2018–06.10.2018",
            "@lapsenparas",
            "1 234 567 euroa",
            "2017-2018, 2018-2019",
            "osallistujia 15, 20, 30, 40, 50",
            "2018-10-05 2018-11-05",
            "Perhe@koti",
            "y-tunnus 0201256-6",
            "klo 0900-1100",
            "Ryhmä 040918-041218",
            "01/2018-12/2018",
            "09/2018-12",
        ] {
            assert!(matches!(mask_contacts(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
