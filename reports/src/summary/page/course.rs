//! A figure over months, small enough to stand in a cell or beside a key figure.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::cell::Cell;

/// A figure over months, in their order; every month is a cell as a page shows it, so that a drawing tells no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The months, each with its cell.
    pub months: Vec<(NaiveDate, Cell)>,
}

impl Course {
    /// The numbers that are shown, month by month; none where a month is missing or hidden.
    pub fn points(&self) -> impl Iterator<Item = Option<Decimal>> + Clone {
        self.months.iter().map(|(_, cell)| cell.shown())
    }

    /// The months with a number.
    #[must_use]
    pub fn shown(&self) -> Vec<(NaiveDate, &Cell, Decimal)> {
        (self.months.iter())
            .filter_map(|(month, cell)| Some((*month, cell, cell.shown()?)))
            .collect()
    }

    /// Bounds of its drawing: from zero, or from the least number where it is below, to the greatest.
    #[must_use]
    pub fn bounds(&self) -> (Decimal, Decimal) {
        self.points()
            .flatten()
            .fold((Decimal::ZERO, Decimal::ZERO), |(low, high), value| {
                (low.min(value), high.max(value))
            })
    }
}
