//! The texts of a column that are plainly a value: understood once, whichever and however many rows hold them.

use kooste_ingest::grid::{Grid, TextId};

use crate::evidence::Month;
use crate::rows::record::Slot;

/// What the texts of one column mean, as far as they were met.
pub(crate) struct PlainTexts<'g> {
    /// For each text of the grid one more than the place of its value; 0 while it has none.
    places: Vec<u32>,
    values: Vec<Slot<'g>>,
    /// The month in which they mean it.
    month: Option<Month>,
    /// Texts that the grid numbers.
    texts: usize,
}

impl<'g> PlainTexts<'g> {
    /// For a column of `grid` of which nothing is known yet.
    pub(super) fn of(grid: &Grid) -> Self {
        PlainTexts {
            places: Vec::new(),
            values: Vec::new(),
            month: None,
            texts: grid.text_count(),
        }
    }

    /// Forgets what texts meant in another month.
    pub(super) fn turn_to(&mut self, month: Option<Month>) {
        if self.month != month {
            self.month = month;
            self.forget();
        }
    }

    /// Forgets what texts meant.
    pub(super) fn forget(&mut self) {
        self.places.clear();
        self.values.clear();
    }

    /// Puts the value of a text into the slot; tells whether it is known.
    #[inline]
    pub(super) fn recall(&self, text: TextId, slot: &mut Slot<'g>) -> bool {
        let place = self.places.get(text.index()).copied().unwrap_or(0);
        let known = (place as usize)
            .checked_sub(1)
            .and_then(|at| self.values.get(at));
        if let Some(value) = known {
            *slot = *value;
        }
        known.is_some()
    }

    /// Remembers the value of a text.
    pub(super) fn remember(&mut self, text: TextId, value: &Slot<'g>) {
        if self.places.is_empty() {
            self.places.resize(self.texts, 0);
        }
        self.values.push(*value);
        if let (Some(place), Ok(count)) = (
            self.places.get_mut(text.index()),
            u32::try_from(self.values.len()),
        ) {
            *place = count;
        }
    }
}

#[cfg(test)]
mod tests {
    use kooste_ingest::grid::CellValue;

    use super::*;

    #[test]
    fn a_value_is_known_until_the_month_changes() {
        let mut grid = Grid::default();
        grid.start_row(1);
        grid.push(0, CellValue::Text("5.10."));
        let text = grid.row(1).text(0).unwrap();
        let mut plain = PlainTexts::of(&grid);
        let mut slot = Slot::BLANK;
        plain.turn_to(Month::new(2018, 10));
        assert!(!plain.recall(text, &mut slot));
        plain.remember(text, &Slot::Day(17_809));
        plain.turn_to(Month::new(2018, 10));
        assert!(plain.recall(text, &mut slot));
        assert_eq!(slot, Slot::Day(17_809));
        plain.turn_to(Month::new(2018, 11));
        assert!(!plain.recall(text, &mut slot));
    }
}
