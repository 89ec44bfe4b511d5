//! Small counts of people: what is shown instead of them, and what else is hidden so that they cannot be
//! computed back from a table.
//!
//! A count from 1 to `min_count` − 1 is shown as such a range, never as zero. Where the rest of a line and its sum
//! would tell more than that range, further cells of the line are hidden too.

use rust_decimal::Decimal;

use crate::summary::page::Cell;

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
        let mut standing: Vec<Vec<Standing>> = counts
            .iter()
            .map(|row| row.iter().map(|count| self.standing(*count)).collect())
            .collect();
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
        self.cells(counts, &standing)
    }

    /// Counts of people as one line of a table whose last count is the sum of the others.
    #[must_use]
    pub fn line(self, counts: &[Option<Decimal>]) -> Vec<Cell> {
        self.table(&[counts.to_vec()]).concat()
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
        let hidden_sum: Decimal = closed(Standing::Small)
            .filter_map(|(row, column)| counts[*row][*column])
            .sum();
        let (least, most) = (Decimal::ONE, Decimal::from(self.highest_hidden()));
        let others = Decimal::from(small as u64) - Decimal::ONE;
        hidden_sum - others * most <= least && hidden_sum - others * least >= most
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

    /// A cumulative count of people over its months, so that no month's small increase can be told from two of
    /// them: it stays at what was shown last until it has grown by nothing or by `min_count`.
    #[must_use]
    pub fn cumulative(self, totals: &[Option<Decimal>]) -> Vec<Cell> {
        let mut shown = Decimal::ZERO;
        totals
            .iter()
            .map(|total| {
                let Some(total) = *total else {
                    return Cell::Missing;
                };
                if total < shown || !self.is_small(total - shown) {
                    shown = total;
                    return Cell::Number(total, 0);
                }
                if shown.is_zero() {
                    Cell::Small(self.highest_hidden())
                } else {
                    Cell::AtLeast(shown)
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::Suppression;
    use crate::summary::page::Cell;

    fn counts(rows: &[&[i64]]) -> Vec<Vec<Option<Decimal>>> {
        rows.iter()
            .map(|row| {
                row.iter()
                    .map(|count| Some(Decimal::from(*count)))
                    .collect()
            })
            .collect()
    }

    fn shown(rows: &[Vec<Cell>]) -> Vec<Vec<String>> {
        let word = |cell: &Cell| match cell {
            Cell::Number(number, _) => number.to_string(),
            Cell::Small(highest) => format!("1-{highest}"),
            Cell::Hidden => "x".to_owned(),
            other => format!("{other:?}"),
        };
        rows.iter()
            .map(|row| row.iter().map(word).collect())
            .collect()
    }

    #[test]
    fn zero_small_and_missing_look_different() {
        let rule = Suppression::new(5);
        assert_eq!(
            rule.cell(Some(Decimal::ZERO)),
            Cell::Number(Decimal::ZERO, 0)
        );
        assert_eq!(rule.cell(Some(Decimal::from(4))), Cell::Small(4));
        assert_eq!(
            rule.cell(Some(Decimal::from(5))),
            Cell::Number(Decimal::from(5), 0)
        );
        assert_eq!(rule.cell(None), Cell::Missing);
    }

    #[test]
    fn one_small_cell_takes_the_next_smallest_of_its_row_along() {
        let table = Suppression::new(5).table(&counts(&[&[3, 20, 9, 0, 32]]));
        assert_eq!(shown(&table), [["1-4", "20", "x", "0", "32"]]);
    }

    #[test]
    fn rows_and_columns_are_protected_together() {
        let table =
            Suppression::new(5).table(&counts(&[&[3, 20, 23], &[30, 8, 38], &[33, 28, 61]]));
        assert_eq!(
            shown(&table),
            [["1-4", "x", "23"], ["x", "x", "38"], ["33", "28", "61"]]
        );
    }

    #[test]
    fn two_small_cells_whose_sum_gives_them_away_are_not_enough() {
        let table = Suppression::new(5).table(&counts(&[&[1, 1, 40, 42]]));
        assert_eq!(shown(&table), [["1-4", "1-4", "x", "42"]]);
        let table = Suppression::new(5).table(&counts(&[&[2, 3, 40, 45]]));
        assert_eq!(shown(&table), [["1-4", "1-4", "40", "45"]]);
    }

    #[test]
    fn a_sum_is_hidden_when_nothing_else_can_be() {
        let table = Suppression::new(5).table(&counts(&[&[4, 4, 0, 8]]));
        assert_eq!(shown(&table), [["1-4", "1-4", "0", "x"]]);
    }

    #[test]
    fn a_cumulative_count_does_not_tell_a_small_increase() {
        let totals: Vec<_> = [3, 12, 14, 16, 18, 18]
            .map(|total| Some(Decimal::from(total)))
            .into();
        assert_eq!(
            Suppression::new(5).cumulative(&totals),
            [
                Cell::Small(4),
                Cell::Number(Decimal::from(12), 0),
                Cell::AtLeast(Decimal::from(12)),
                Cell::AtLeast(Decimal::from(12)),
                Cell::Number(Decimal::from(18), 0),
                Cell::Number(Decimal::from(18), 0),
            ]
        );
    }
}
