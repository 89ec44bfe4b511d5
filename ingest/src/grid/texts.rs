//! The different texts of a grid: each is kept once and has a number, so that what a text means need be found out only
//! once for all cells that hold it.

use std::hash::{BuildHasher as _, Hasher as _};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// The number of a text in its grid, from 0. Equal numbers are equal texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextId(u32);

impl TextId {
    /// The number as a place in a list with an entry per text of the grid.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }

    pub(super) fn from_payload(payload: u64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "made from 32 bits")]
        TextId(payload as u32)
    }

    pub(super) fn payload(self) -> u64 {
        u64::from(self.0)
    }
}

/// Where a text stands in the arena; readers refuse a file before its arena passes 4 GiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextSpan {
    start: u32,
    length: u32,
}

impl TextSpan {
    /// The text of `length` bytes that begins `start` bytes into the arena.
    pub(crate) fn new(start: u32, length: u32) -> Self {
        TextSpan { start, length }
    }

    /// Where it begins, in bytes.
    pub(crate) fn start(self) -> usize {
        self.start as usize
    }

    /// Where it ends, in bytes.
    pub(crate) fn end(self) -> usize {
        self.start as usize + self.length as usize
    }
}

/// A text that is known, by its hash.
#[derive(Debug, Clone, Copy)]
struct Known {
    hash: u64,
    id: u32,
}

/// A short text that is known, by itself: to compare it nothing else need be looked at.
#[derive(Debug, Clone, Copy)]
struct Short {
    packed: Packed,
    id: u32,
}

/// The bytes of a text of up to 15 bytes, and in the last one their count.
type Packed = [u64; 2];

/// Packs a text, if it is short enough.
#[inline]
fn packed(text: &[u8]) -> Option<Packed> {
    let word = |bytes: &[u8]| bytes.first_chunk().map(|bytes| u64::from_le_bytes(*bytes));
    let half = |bytes: &[u8]| {
        let bytes = bytes.first_chunk().map(|bytes| u32::from_le_bytes(*bytes));
        bytes.map(u64::from)
    };
    let length = text.len();
    let [low, high] = match length {
        8 => [word(text)?, 0],
        // The last bytes again, without those that were taken already.
        9..=15 => [
            word(text)?,
            word(&text[length - 8..])? >> (8 * (16 - length)),
        ],
        4..=7 => [
            half(text)? | half(&text[length - 4..])? << (8 * (length - 4)),
            0,
        ],
        0..=3 => {
            let bytes = text.iter().rev();
            [bytes.fold(0, |all, byte| all << 8 | u64::from(*byte)), 0]
        }
        _ => return None,
    };
    Some([low, high | (length as u64) << 56])
}

#[inline]
fn short_hash(hashes: &RandomState, packed: Packed) -> u64 {
    let mut hasher = hashes.build_hasher();
    hasher.write_u64(packed[0]);
    hasher.write_u64(packed[1]);
    hasher.finish()
}

/// Numbers the different texts of an arena.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextIndex {
    spans: Vec<TextSpan>,
    short: HashTable<Short>,
    known: HashTable<Known>,
    hashes: RandomState,
}

impl TextIndex {
    /// The number of a text, given as its bytes. A new one is placed at `place`; `at` gives the bytes of a place.
    #[inline]
    pub(crate) fn id<'t>(
        &mut self,
        text: &[u8],
        place: TextSpan,
        at: impl Fn(TextSpan) -> &'t [u8],
    ) -> TextId {
        if let Some(packed) = packed(text) {
            let hash = short_hash(&self.hashes, packed);
            if let Some(known) = self.short.find(hash, |known| known.packed == packed) {
                return TextId(known.id);
            }
            let id = self.add(place);
            let hashes = &self.hashes;
            let hash_of = |known: &Short| short_hash(hashes, known.packed);
            self.short
                .insert_unique(hash, Short { packed, id: id.0 }, hash_of);
            return id;
        }
        let mut hasher = self.hashes.build_hasher();
        hasher.write(text);
        let hash = hasher.finish();
        let spans = &self.spans;
        let is_same = |known: &Known| known.hash == hash && at(spans[known.id as usize]) == text;
        if let Some(known) = self.known.find(hash, is_same) {
            return TextId(known.id);
        }
        let id = self.add(place);
        self.known
            .insert_unique(hash, Known { hash, id: id.0 }, |known| known.hash);
        id
    }

    /// A new number for a text, whether it has one already or not.
    pub(super) fn add(&mut self, span: TextSpan) -> TextId {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "fewer than bytes of the arena, which readers bound"
        )]
        let id = TextId(self.spans.len() as u32);
        self.spans.push(span);
        id
    }

    /// How many numbers are given.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// The length of a text in bytes; none of a number that is not given yet.
    pub(super) fn length(&self, id: TextId) -> u64 {
        let span = self.spans.get(id.index());
        span.map_or(0, |span| u64::from(span.length))
    }

    pub(super) fn span(&self, id: TextId) -> TextSpan {
        self.spans[id.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_are_packed_so_that_each_is_told_from_all_others() {
        let long = "8.10.2018 klo 12";
        let mut seen = std::collections::HashMap::new();
        for length in 0..=long.len() {
            for changed in 0..=length {
                let mut text = long.as_bytes()[..length].to_vec();
                if let Some(byte) = text.get_mut(changed) {
                    *byte = 0;
                }
                match packed(&text) {
                    Some(packed) => {
                        let other = seen.insert(packed, text.clone());
                        assert_eq!(other.unwrap_or(text.clone()), text);
                    }
                    None => assert_eq!(length, 16),
                }
            }
        }
    }

    #[test]
    fn a_text_has_one_number_however_long_it_is() {
        let arena = "Espoo;Esbo;Espoo;Kauniainen ja Espoo;Esbo;Kauniainen ja Espoo".as_bytes();
        let mut index = TextIndex::default();
        let mut at = 0;
        let mut numbers = Vec::new();
        for text in arena.split(|byte| *byte == b';') {
            let length = u32::try_from(text.len()).unwrap();
            let place = TextSpan::new(u32::try_from(at).unwrap(), length);
            let bytes = |span: TextSpan| &arena[span.start()..span.end()];
            numbers.push(index.id(text, place, bytes).index());
            at += text.len() + 1;
        }
        assert_eq!(numbers, [0, 1, 0, 2, 1, 2]);
        assert_eq!(index.len(), 3);
    }
}
