//! What a file may still cost: cells, columns and text, counted while it is read (READING.md R37).

use crate::document::{Limits, Refusal};
use crate::format::too_large;
use crate::grid::Grid;

/// The cells a file may still hold, over all its sheets.
pub(super) struct Budget {
    cells_left: usize,
    limits: Limits,
}

impl Budget {
    /// A budget as large as the limits.
    pub(super) fn new(limits: &Limits) -> Self {
        Budget {
            cells_left: limits.cells,
            limits: *limits,
        }
    }

    /// Depth to which elements may be nested.
    pub(super) fn depth(&self) -> usize {
        self.limits.depth
    }

    /// Pays for one cell with a value.
    ///
    /// # Errors
    /// `file-too-large` with reason `columns`, `cells` or `text`.
    pub(super) fn pay(&mut self, grid: &Grid, column: u32) -> Result<(), Refusal> {
        if column >= self.limits.columns {
            return Err(too_large("columns", u64::from(column) + 1));
        }
        if u32::try_from(grid.text_bytes()).is_err() {
            return Err(too_large("text", grid.text_bytes()));
        }
        // A shared text of a megabyte in every cell unpacks to little.
        if grid.spelled_bytes() > self.limits.unpacked_bytes {
            return Err(too_large("text", grid.spelled_bytes()));
        }
        self.cells_left = self
            .cells_left
            .checked_sub(1)
            .ok_or_else(|| too_large("cells", self.limits.cells))?;
        Ok(())
    }
}
