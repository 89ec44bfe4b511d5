//! Small counts of people: what is shown instead of them, and what else is hidden so that they cannot be
//! computed back from a table.
//!
//! A count from 1 to `min_count` − 1 is shown as such a range, never as zero. Where the rest of a line and its sum
//! would tell more than that range, further cells of the line are hidden too. Then the whole table is attacked by integer
//! programming, and more is hidden until every small count may still be anything the rule leaves open.

mod attack;
#[cfg(test)]
mod linear;
mod participants;
mod people;
mod sums;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::summary::page::Cell;
use attack::{Place, Published};
pub(crate) use participants::{GROUPS, column_of, participant_counts};
pub use people::{Closed, People};

/// The rule of a region.
#[derive(Debug, Clone, Copy)]
pub struct Suppression {
    min_count: u64,
}

/// What becomes of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It is shown, or nobody gave it.
    Open,
    /// It is too small.
    Small,
    /// It is hidden to protect a small one.
    Hidden,
}

impl Standing {
    fn of(cell: &Cell) -> Self {
        match cell {
            Cell::Small(_) => Standing::Small,
            Cell::Hidden => Standing::Hidden,
            _ => Standing::Open,
        }
    }
}

/// What a table tells of a closed cell: its count may be any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Told {
    /// Row, from 0.
    pub(crate) row: usize,
    /// Column, from 0.
    pub(crate) column: usize,
    /// Least count.
    pub(crate) low: u64,
    /// Highest count; none where nothing bounds it.
    pub(crate) high: Option<u64>,
}

impl Suppression {
    /// Hides counts below `min_count`; 0 and 1 hide nothing.
    #[must_use]
    pub fn new(min_count: u64) -> Self {
        Suppression { min_count }
    }

    /// The smallest count that is shown.
    #[must_use]
    pub fn min_count(self) -> u64 {
        self.min_count
    }

    /// The highest count that is not shown.
    #[must_use]
    pub fn highest_hidden(self) -> u64 {
        self.min_count.saturating_sub(1)
    }

    /// Tells whether a count of people is too small to show.
    #[must_use]
    pub fn is_small(self, count: Decimal) -> bool {
        count > Decimal::ZERO && count < Decimal::from(self.min_count)
    }

    /// A count of people as a cell of its own.
    #[must_use]
    pub fn cell(self, count: Option<Decimal>) -> Cell {
        match count {
            Some(count) if self.is_small(count) => Cell::Small(self.highest_hidden()),
            count => Cell::number(count, 0),
        }
    }

    /// Counts of people as cells of a table whose last row and last column are the sums of the others; sums
    /// that are known from elsewhere on the page belong there even if the table does not show them.
    #[must_use]
    pub fn table(self, counts: &[Vec<Option<Decimal>>]) -> Vec<Vec<Cell>> {
        self.table_without(counts, &BTreeSet::new())
    }

    /// The same, with the counts at these places (row and column, from 0) hidden for reasons of their own.
    fn table_without(
        self,
        counts: &[Vec<Option<Decimal>>],
        closed: &BTreeSet<Place>,
    ) -> Vec<Vec<Cell>> {
        let mut standing: Vec<Vec<Standing>> = counts
            .iter()
            .map(|row| row.iter().map(|count| self.standing(*count)).collect())
            .collect();
        for (row, column) in closed {
            if counts[*row][*column].is_some() {
                standing[*row][*column] = Standing::Hidden;
            }
        }
        let columns = counts.iter().map(Vec::len).max().unwrap_or(0);
        let mut changed = true;
        while changed {
            changed = false;
            for row in 0..counts.len() {
                let line: Vec<_> = (0..counts[row].len()).map(|column| (row, column)).collect();
                changed |= self.protect(counts, &mut standing, &line);
            }
            for column in 0..columns {
                let line: Vec<_> = (0..counts.len())
                    .filter(|row| column < counts[*row].len())
                    .map(|row| (row, column))
                    .collect();
                changed |= self.protect(counts, &mut standing, &line);
            }
        }
        while let Some(exposed) = self.exposed(counts, &standing) {
            if !Self::hide_near(counts, &mut standing, exposed) {
                break;
            }
        }
        self.cells(counts, &standing)
    }

    /// What the table tells of each of its closed cells.
    pub(crate) fn proof(self, counts: &[Vec<Option<Decimal>>], cells: &[Vec<Cell>]) -> Vec<Told> {
        let standing: Vec<Vec<Standing>> = cells
            .iter()
            .map(|row| row.iter().map(Standing::of).collect())
            .collect();
        let published = Published {
            counts,
            standing: &standing,
            min_count: self.min_count,
        };
        places(counts)
            .into_iter()
            .filter(|(row, column)| standing[*row][*column] != Standing::Open)
            .filter_map(|(row, column)| {
                let interval = published.interval((row, column))?;
                Some(Told {
                    row,
                    column,
                    low: u64::try_from(interval.low).unwrap_or_default(),
                    high: interval.highest(),
                })
            })
            .collect()
    }

    /// The first closed cell about which the table tells more than the rule allows: a small count must remain
    /// anything from 1 to `min_count` − 1, a hidden one any of as many values.
    fn exposed(self, counts: &[Vec<Option<Decimal>>], standing: &[Vec<Standing>]) -> Option<Place> {
        let published = Published {
            counts,
            standing,
            min_count: self.min_count,
        };
        let highest = i64::try_from(self.highest_hidden()).unwrap_or(i64::MAX);
        let told = |at: &Place| match (standing[at.0][at.1], published.interval(*at)) {
            (Standing::Open, _) => false,
            (_, None) => true,
            (Standing::Small, Some(interval)) => interval.low > 1 || interval.high < highest,
            (Standing::Hidden, Some(interval)) => interval.high - interval.low < highest - 1,
        };
        let closed = |(row, column): &Place| standing[*row][*column] != Standing::Open;
        places(counts).into_iter().filter(closed).find(told)
    }

    /// Hides one more cell: in the row or column of an exposed one a small sum of small parts, else the smallest open
    /// count, else such a cell anywhere, else the range of a small count. Tells whether there was one.
    fn hide_near(
        counts: &[Vec<Option<Decimal>>],
        standing: &mut [Vec<Standing>],
        near: Place,
    ) -> bool {
        let is_sum = |(row, column): &Place| {
            (counts.len() > 1 && row + 1 == counts.len()) || column + 1 == counts[*row].len()
        };
        let rank = |at: &Place| match standing[at.0][at.1] {
            Standing::Small if is_sum(at) => Some(0),
            Standing::Open if counts[at.0][at.1] > Some(Decimal::ZERO) => Some(1),
            Standing::Small => Some(3),
            _ => None,
        };
        let chosen = places(counts)
            .into_iter()
            .filter_map(|at| Some((rank(&at)?, at)))
            .min_by_key(|(rank, (row, column))| {
                let apart = *row != near.0 && *column != near.1;
                (
                    *rank == 3,
                    apart,
                    *rank,
                    counts[*row][*column],
                    *row,
                    *column,
                )
            });
        let Some((_, (row, column))) = chosen else {
            return false;
        };
        standing[row][column] = Standing::Hidden;
        true
    }

    fn standing(self, count: Option<Decimal>) -> Standing {
        match count {
            Some(count) if self.is_small(count) => Standing::Small,
            _ => Standing::Open,
        }
    }

    /// Hides one more cell of a line (parts, then their sum) if its small counts could be told more closely
    /// than the rule allows.
    fn protect(
        self,
        counts: &[Vec<Option<Decimal>>],
        standing: &mut [Vec<Standing>],
        line: &[(usize, usize)],
    ) -> bool {
        let Some(((sum_row, sum_column), parts)) = line.split_last() else {
            return false;
        };
        if standing[*sum_row][*sum_column] != Standing::Open
            || counts[*sum_row][*sum_column].is_none()
            || self.is_vague(counts, standing, parts)
        {
            return false;
        }
        let open = |(row, column): &&(usize, usize)| {
            standing[*row][*column] == Standing::Open && counts[*row][*column].is_some()
        };
        let (row, column) = parts
            .iter()
            .filter(open)
            .filter(|(row, column)| counts[*row][*column] > Some(Decimal::ZERO))
            .min_by_key(|(row, column)| counts[*row][*column])
            .copied()
            .unwrap_or((*sum_row, *sum_column));
        standing[row][column] = Standing::Hidden;
        true
    }

    /// Tells whether the small counts of a line, its sum being known, may still be anything the rule leaves open;
    /// a single closed cell is what the others leave of the sum.
    fn is_vague(
        self,
        counts: &[Vec<Option<Decimal>>],
        standing: &[Vec<Standing>],
        parts: &[(usize, usize)],
    ) -> bool {
        let closed = |state: Standing| {
            parts
                .iter()
                .filter(move |(row, column)| standing[*row][*column] == state)
        };
        let hidden = closed(Standing::Hidden).count();
        let small = closed(Standing::Small).count();
        if hidden > 0 || small == 0 {
            return hidden + small != 1;
        }
        let small: Vec<Decimal> = closed(Standing::Small)
            .filter_map(|(row, column)| counts[*row][*column])
            .collect();
        self.are_vague(&small)
    }

    fn cells(self, counts: &[Vec<Option<Decimal>>], standing: &[Vec<Standing>]) -> Vec<Vec<Cell>> {
        let cell = |(count, standing): (&Option<Decimal>, &Standing)| match standing {
            Standing::Open => Cell::number(*count, 0),
            Standing::Small => Cell::Small(self.highest_hidden()),
            Standing::Hidden => Cell::Hidden,
        };
        counts
            .iter()
            .zip(standing)
            .map(|(row, standing)| row.iter().zip(standing).map(cell).collect())
            .collect()
    }

    /// The sums of monthly counts of people since the first month, so that no month's count can be told from them and
    /// the months that are shown: a sum is shown where no month up to it is closed, or where the closed ones since the last
    /// shown sum may still be anything the rule leaves open; else the sum of what is known is its lower bound.
    /// Months that are hidden for reasons of their own are never told, and no sum after them is: a bound without them
    /// would stand below sums that were told.
    #[must_use]
    pub fn cumulative(self, months: &[Option<Decimal>], hidden: &[bool]) -> Vec<Cell> {
        let mut known: Option<Decimal> = None;
        let mut closed: Vec<Decimal> = Vec::new();
        let mut is_told = true;
        (months.iter().zip(hidden))
            .map(|(count, hidden)| {
                match count {
                    Some(_) if *hidden => is_told = false,
                    Some(count) if self.is_small(*count) => closed.push(*count),
                    Some(count) => known = Some(known.unwrap_or_default() + *count),
                    None => {}
                }
                if is_told && self.are_vague(&closed) {
                    let sum: Decimal = closed.drain(..).sum();
                    known = known
                        .map(|known| known + sum)
                        .or((!sum.is_zero()).then_some(sum));
                }
                match known {
                    known if is_told && closed.is_empty() => Cell::number(known, 0),
                    Some(known) if is_told && !known.is_zero() => Cell::AtLeast(known),
                    _ if is_told && closed.len() == 1 => Cell::Small(self.highest_hidden()),
                    _ => Cell::Hidden,
                }
            })
            .collect()
    }

    /// Whether small counts whose sum is known may still be anything the rule leaves open.
    fn are_vague(self, counts: &[Decimal]) -> bool {
        let (least, most) = (Decimal::ONE, Decimal::from(self.highest_hidden()));
        let sum: Decimal = counts.iter().sum();
        let others = Decimal::from((counts.len() as u64).saturating_sub(1));
        sum - others * most <= least && sum - others * least >= most
    }
}

/// The places of a table, row by row.
fn places(counts: &[Vec<Option<Decimal>>]) -> Vec<Place> {
    counts
        .iter()
        .enumerate()
        .flat_map(|(row, line)| (0..line.len()).map(move |column| (row, column)))
        .collect()
}
