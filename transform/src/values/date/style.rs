//! How a column writes its dates (READING.md R21): the order around slashes, and whether `16.12` is a day.

use kooste_ingest::grid::CellValue;

use super::items::{Item, items};
use super::tokens::tokens;
use crate::calendar::Month;

/// What the clear values of a column show about the unclear ones.
///
/// It is needed only where a value is ambiguous: read the column without it first, and look at the other values
/// when [`date`](super::date) answers `date-ambiguous`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DateStyle {
    day_first: bool,
    month_first: bool,
    pointed: bool,
    /// Values like `16.12`, and how many of them lie in the report's month.
    like_numbers: u32,
    in_month: u32,
}

/// So many values like `16.12`, all in the report's month, are no coincidence.
const ENOUGH_IN_MONTH: u32 = 3;

impl DateStyle {
    /// The evidence of a column's cells in a report of `month`.
    #[must_use]
    pub fn of_column<'a>(
        cells: impl IntoIterator<Item = CellValue<'a>>,
        month: Option<Month>,
    ) -> Self {
        let mut style = DateStyle::default();
        for cell in cells {
            match cell {
                CellValue::Text(text) => style.learn(text, month),
                CellValue::Number(number) => style.learn_number(number, month),
                _ => {}
            }
        }
        style
    }

    fn learn(&mut self, text: &str, month: Option<Month>) {
        let Some(items) = tokens(text).and_then(|tokens| items(&tokens)) else {
            return;
        };
        for item in &items {
            if item.like_number {
                self.count(item, month);
            } else if let Some(day_first) = item.day_first {
                // The value itself shows its order: one of the two numbers is above 12.
                self.day_first |= day_first;
                self.month_first |= !day_first;
            } else if text.contains('.') && item.month.is_some() {
                self.pointed = true;
            }
        }
    }

    fn learn_number(&mut self, number: f64, month: Option<Month>) {
        for item in day_month(number) {
            if month.is_none_or(|month| item.month == Some(month.number())) {
                self.count(&item, month);
                return;
            }
        }
        if number > 0.0 && number < 32.0 && number.fract() > 0.0 {
            self.like_numbers += 1;
        }
    }

    fn count(&mut self, item: &Item, month: Option<Month>) {
        self.like_numbers += 1;
        if month.is_some_and(|month| item.month == Some(month.number())) {
            self.in_month += 1;
        }
    }

    /// Whether the day stands before the month around slashes; none if the column does not say.
    pub(super) fn is_day_first(self) -> Option<bool> {
        (self.day_first != self.month_first).then_some(self.day_first)
    }

    /// Whether numbers like `16.12` are days and months here.
    pub(super) fn is_day_month(self) -> bool {
        self.pointed || (self.in_month >= ENOUGH_IN_MONTH && self.in_month == self.like_numbers)
    }
}

/// What a number like `16.12` can mean as day and month; `16.1` can be January and, its zero lost, October.
pub(super) fn day_month(number: f64) -> Vec<Item> {
    let text = number.to_string();
    let Some((day, month)) = text.split_once('.') else {
        return Vec::new();
    };
    let Ok(day) = day.parse::<u32>() else {
        return Vec::new();
    };
    let lost_zero = if month.len() == 1 {
        Some(format!("{month}0"))
    } else {
        None
    };
    let months = [Some(month.to_owned()), lost_zero];
    months
        .into_iter()
        .flatten()
        .filter(|month| month.len() <= 2)
        .filter_map(|month| month.parse::<u32>().ok())
        .filter(|month| (1..=12).contains(month) && (1..=31).contains(&day))
        .map(|month| Item {
            day,
            month: Some(month),
            year: None,
            order_open: false,
            day_first: None,
            like_number: true,
            to_next: false,
        })
        .collect()
}
