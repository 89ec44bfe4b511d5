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

/// Numbers the different texts of an arena.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextIndex {
    spans: Vec<TextSpan>,
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
