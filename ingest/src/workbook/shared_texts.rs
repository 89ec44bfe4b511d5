//! The texts that the cells of a workbook share.

use crate::grid::{CellValue, Grid, TextId};

/// The shared texts, one after another in one allocation.
#[derive(Default)]
pub(super) struct SharedTexts {
    text: String,
    ends: Vec<usize>,
}

impl SharedTexts {
    /// Where the next text is to be appended; [`SharedTexts::close`] ends it.
    pub(super) fn open(&mut self) -> &mut String {
        &mut self.text
    }

    /// Ends the text that was appended.
    pub(super) fn close(&mut self) {
        self.ends.push(self.text.len());
    }

    /// Number of texts.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text `index`, from 0.
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.text[start..end])
    }
}

/// The shared texts as one sheet uses them: its grid keeps each but once.
pub(super) struct SheetTexts<'b> {
    texts: &'b SharedTexts,
    kept: Vec<Option<TextId>>,
}

impl<'b> SheetTexts<'b> {
    /// For a sheet that has used none yet.
    pub(super) fn new(texts: &'b SharedTexts) -> Self {
        SheetTexts {
            kept: vec![None; texts.len()],
            texts,
        }
    }

    /// Pushes the text `index` as a cell; one that the file does not hold is a value that it does not hold.
    pub(super) fn push(&mut self, grid: &mut Grid, column: u32, index: usize) {
        let Some(text) = self.texts.get(index) else {
            grid.push(column, CellValue::Uncached);
            return;
        };
        if text.is_empty() {
            return;
        }
        let id = match self.kept[index] {
            Some(id) => id,
            None => *self.kept[index].insert(grid.intern(text)),
        };
        grid.push_text(column, id);
    }
}
