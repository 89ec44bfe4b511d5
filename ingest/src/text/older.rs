//! Encodings of older programs in which Nordic text still arrives: code page 850 of DOS and Mac OS Roman (READING.md R4).
//!
//! They are told by their letters ä, ö and å inside words, where Windows-1252 has quotes and signs that no word holds.

use encoding_rs::MACINTOSH;

/// The upper half of code page 850.
const CODE_PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// An older encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Older {
    /// Code page 850.
    Dos,
    /// Mac OS Roman.
    Mac,
}

impl Older {
    /// The encoding of bytes whose words hold ä, ö or å of one of them, and none of Windows-1252.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let mut dos = 0_usize;
        let mut mac = 0_usize;
        let high = bytes.iter().copied().enumerate();
        for (at, byte) in high.filter(|(_, byte)| !byte.is_ascii()) {
            if matches!(byte, 0xc4 | 0xc5 | 0xd6 | 0xe4 | 0xe5 | 0xf6) {
                return None;
            }
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            let after = bytes.get(at + 1);
            let is_small = before.is_some_and(u8::is_ascii_lowercase);
            let goes_on = after.is_some_and(|next| next.is_ascii_lowercase() || *next == byte);
            dos += usize::from(is_small && goes_on && matches!(byte, 0x84 | 0x86 | 0x94));
            // `Š` and `Œ` of Windows-1252 do not stand behind a small letter.
            mac += usize::from(is_small && matches!(byte, 0x8a | 0x8c));
        }
        match (dos, mac) {
            (1.., 0) => Some(Older::Dos),
            (0, 1..) => Some(Older::Mac),
            _ => None,
        }
    }

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Older::Dos => "ibm850",
            Older::Mac => "macintosh",
        }
    }

    /// The text of bytes.
    pub(crate) fn decode(self, bytes: &[u8]) -> String {
        match self {
            Older::Mac => MACINTOSH.decode_without_bom_handling(bytes).0.into_owned(),
            Older::Dos => {
                let upper: Vec<char> = CODE_PAGE_850.chars().collect();
                let letter = |byte: &u8| match byte.checked_sub(0x80) {
                    Some(at) => upper[usize::from(at)],
                    None => char::from(*byte),
                };
                bytes.iter().map(letter).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_inside_words_tell_older_encodings_r4() {
        for (bytes, name, text) in [
            (
                &b"P\x84iv\x84;Ty\x94paja;\x99ja"[..],
                "ibm850",
                "Päivä;Työpaja;Öja",
            ),
            (&b"P\x8aiv\x8a;Ty\x9apaja"[..], "macintosh", "Päivä;Työpaja"),
        ] {
            let older = Older::of(bytes).unwrap();
            assert_eq!((older.name(), &*older.decode(bytes)), (name, text));
        }
        assert_eq!(CODE_PAGE_850.chars().count(), 128);
    }

    #[test]
    fn quotes_and_letters_of_windows_1252_tell_none_r4() {
        for bytes in [
            &b"\x84Kahvila\x94 ja \x8aakki"[..],
            &b"p\xe4iv\xe4 \x94hei\x94hei"[..],
            &b"12 \x80; plain"[..],
        ] {
            assert_eq!(Older::of(bytes), None);
        }
    }
}
