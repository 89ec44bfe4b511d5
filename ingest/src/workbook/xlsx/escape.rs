//! The escape `_x000D_` that workbooks use for characters which XML cannot hold.

/// Resolves the escapes of `text` from byte `from` on, in place.
pub(super) fn unescape(text: &mut String, from: usize) {
    if memchr::memmem::find(&text.as_bytes()[from..], b"_x").is_none() {
        return;
    }
    let tail = text.split_off(from);
    let mut rest = tail.as_str();
    while let Some(at) = rest.find("_x") {
        text.push_str(&rest[..at]);
        match escaped(&rest[at..]) {
            Some((character, length)) => {
                text.push(character);
                rest = &rest[at + length..];
            }
            None => {
                text.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    text.push_str(rest);
}

/// The character of `_xHHHH_` at the start of `text`, and the bytes it takes.
fn escaped(text: &str) -> Option<(char, usize)> {
    const LENGTH: usize = 7;
    let digits = text
        .get(2..6)
        .filter(|_| text.as_bytes().get(6) == Some(&b'_'))?;
    let code = u32::from_str_radix(digits, 16).ok()?;
    if let Some(character) = char::from_u32(code) {
        return Some((character, LENGTH));
    }
    // A character beyond the first 65 536 stands as two escapes.
    let low = text.get(LENGTH..).filter(|rest| rest.starts_with("_x"))?;
    let low = u32::from_str_radix(low.get(2..6)?, 16).ok()?;
    let pair = [u16::try_from(code).ok()?, u16::try_from(low).ok()?];
    let character = char::decode_utf16(pair).next()?.ok()?;
    Some((character, 2 * LENGTH))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unescaped(text: &str) -> String {
        let mut text = text.to_owned();
        unescape(&mut text, 0);
        text
    }

    #[test]
    fn escapes_become_their_characters() {
        assert_eq!(unescaped("rivi_x000D_\nrivi"), "rivi\r\nrivi");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescaped("_xD83D__xDE00_"), "\u{1f600}");
    }

    #[test]
    fn what_only_looks_like_an_escape_stays() {
        assert_eq!(unescaped("tiedosto_x1_y2"), "tiedosto_x1_y2");
        assert_eq!(unescaped("_xZZZZ_"), "_xZZZZ_");
    }
}
