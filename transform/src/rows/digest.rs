//! A hash of values that is the same on every machine and in every release, since the warehouse keeps it.

use std::hash::{BuildHasherDefault, Hasher};

/// Folds bytes and numbers into 64 bits; the order counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Digest(0xcbf2_9ce4_8422_2325)
    }
}

impl Digest {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

    /// Adds a number.
    pub(crate) fn number(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(Self::MULTIPLIER);
        self.0 = mixed ^ (mixed >> 29);
    }

    /// Adds a text; its length is part of it, so that two texts in a row cannot be taken for two others.
    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Adds bytes with their count.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.number(u64::from_le_bytes(*word));
        }
        // The rest with zeros behind it; the bytes before the end are read again rather than the rest copied.
        let last = match (bytes.last_chunk::<8>(), rest.len()) {
            (_, 0) => 0,
            (Some(end), count) => u64::from_le_bytes(*end) >> (8 * (8 - count)),
            (None, _) => rest
                .iter()
                .rev()
                .fold(0, |number, byte| number << 8 | u64::from(*byte)),
        };
        self.number(last);
        self.number(bytes.len() as u64);
    }

    /// The hash so far.
    pub(crate) fn finish(self) -> u64 {
        self.0
    }
}

/// Hashes the keys of small maps inside one file: quick rather than proof against chosen keys.
#[derive(Debug, Default)]
pub(crate) struct QuickHasher(Digest);

/// Makes [`QuickHasher`]s.
pub(crate) type BuildQuickHasher = BuildHasherDefault<QuickHasher>;

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0.bytes(bytes);
    }

    fn write_u8(&mut self, number: u8) {
        self.0.number(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.0.number(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0.number(number);
    }

    fn write_isize(&mut self, number: isize) {
        self.0.number(number.cast_unsigned() as u64);
    }

    fn finish(&self) -> u64 {
        self.0.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> u64 {
        let mut digest = Digest::default();
        for text in texts {
            digest.text(text);
        }
        digest.finish()
    }

    #[test]
    fn bytes_are_taken_as_words_with_zeros_behind_the_last() {
        let text = "Lapset puheeksi, 12";
        for end in 0..=text.len() {
            let mut words = Digest::default();
            for word in text.as_bytes()[..end].chunks(8) {
                let mut padded = [0; 8];
                padded[..word.len()].copy_from_slice(word);
                words.number(u64::from_le_bytes(padded));
            }
            if end % 8 == 0 {
                words.number(0);
            }
            words.number(end as u64);
            assert_eq!(of(&[&text[..end]]), words.finish(), "{end}");
        }
    }

    #[test]
    fn order_and_borders_of_texts_count() {
        assert_eq!(of(&["perhekahvila", "12"]), of(&["perhekahvila", "12"]));
        assert_ne!(of(&["12", "perhekahvila"]), of(&["perhekahvila", "12"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["", "a"]), of(&["a", ""]));
    }
}
