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
        let mut last = [0_u8; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.number(u64::from_le_bytes(last));
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
    fn order_and_borders_of_texts_count() {
        assert_eq!(of(&["perhekahvila", "12"]), of(&["perhekahvila", "12"]));
        assert_ne!(of(&["12", "perhekahvila"]), of(&["perhekahvila", "12"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["", "a"]), of(&["a", ""]));
    }
}
