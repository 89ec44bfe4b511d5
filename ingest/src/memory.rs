//! What texts were found to mean, remembered for all files that are read with the same words: a month of reports uses
//! the same few hundred labels and names again and again.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use foldhash::fast::RandomState;

/// Results of a pure function of a text. It never changes a result, whatever the order of the calls.
#[derive(Debug)]
pub(crate) struct Memory<V> {
    known: RwLock<HashMap<String, V, RandomState>>,
    /// Most texts remembered; those that come later are looked up each time.
    most: usize,
    /// Bytes of the longest text remembered.
    longest: usize,
}

impl<V> Memory<V> {
    /// Remembers up to `most` texts of up to `longest` bytes.
    pub(crate) fn new(most: usize, longest: usize) -> Self {
        Memory {
            known: RwLock::default(),
            most,
            longest,
        }
    }
}

/// Of labels and names; longer texts are prose, which does not come again.
impl<V> Default for Memory<V> {
    fn default() -> Self {
        Memory::new(1 << 15, 160)
    }
}

impl<V: Clone> Memory<V> {
    /// The result for a text: the one remembered, or that of `find`.
    pub(crate) fn recall(&self, text: &str, find: impl FnOnce() -> V) -> V {
        if text.len() > self.longest {
            return find();
        }
        // A thread that panicked left the map whole: values are inserted complete.
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = known.get(text) {
            return value.clone();
        }
        let is_full = known.len() >= self.most;
        drop(known);
        let value = find();
        if !is_full {
            let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
            known.insert(text.to_owned(), value.clone());
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_looked_up_once_and_prose_each_time() {
        let memory = Memory::default();
        assert_eq!(memory.recall("Kunta", || 1), 1);
        assert_eq!(memory.recall("Kunta", || 2), 1);
        let prose = "sanallinen kuvaus ".repeat(10);
        assert_eq!(memory.recall(&prose, || 3), 3);
        assert_eq!(memory.recall(&prose, || 4), 4);
    }
}
