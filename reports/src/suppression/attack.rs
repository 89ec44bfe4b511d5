//! What somebody who sees a table can compute about a closed cell: its least and highest possible value, by linear
//! programming over everything the table shows.
//!
//! The attacker knows the rule: a small count is from 1 to `min_count` − 1, a hidden one may be anything but
//! zero, because small sums are hidden as well. Where
//! parts add up to their sum the attacker knows it; where they do not (a group was not told, an activity counts in two
//! municipalities), only which of the two is larger.

use std::cmp::Ordering;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use rust_decimal::Decimal;

use super::Standing;

/// Higher than any count.
const BEYOND: f64 = 1e7;
/// How far the solver may be off.
const TOLERANCE: f64 = 1e-6;

/// Row and column of a cell.
pub(super) type Place = (usize, usize);

/// A table as it is published, with the counts behind it; the last row and column are sums.
pub(super) struct Published<'a> {
    pub(super) counts: &'a [Vec<Option<Decimal>>],
    pub(super) standing: &'a [Vec<Standing>],
    pub(super) min_count: u64,
}

/// The values that a closed cell may have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Interval {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Interval {
    /// The least count, the solver's small errors taken off.
    pub(super) fn lowest(self) -> u64 {
        whole(self.low)
    }

    /// The highest count; none where nothing bounds it.
    pub(super) fn highest(self) -> Option<u64> {
        (self.high < BEYOND / 2.0).then(|| whole(self.high))
    }

    /// Whether every value from `low` to `high` remains possible.
    pub(super) fn covers(self, low: f64, high: f64) -> bool {
        self.low <= low + TOLERANCE && self.high >= high - TOLERANCE
    }
}

impl Published<'_> {
    /// The values that the cell may have; none if the solver finds no answer.
    pub(super) fn interval(&self, at: Place) -> Option<Interval> {
        Some(Interval {
            low: self.extreme(at, OptimizationDirection::Minimize)?,
            high: self.extreme(at, OptimizationDirection::Maximize)?,
        })
    }

    fn extreme(&self, at: Place, direction: OptimizationDirection) -> Option<f64> {
        let mut problem = Problem::new(direction);
        let variables: Vec<Vec<Variable>> = (self.counts.iter().enumerate())
            .map(|(row, line)| {
                let bounded = (0..line.len()).map(|column| {
                    let wanted = if (row, column) == at { 1.0 } else { 0.0 };
                    problem.add_var(wanted, self.bounds((row, column)))
                });
                bounded.collect()
            })
            .collect();
        for line in self.lines() {
            let Some((sum, parts)) = line.split_last() else {
                continue;
            };
            let Some(comparison) = self.comparison(parts, *sum) else {
                continue;
            };
            let mut terms: Vec<(Variable, f64)> = parts
                .iter()
                .map(|(row, column)| (variables[*row][*column], 1.0))
                .collect();
            terms.push((variables[sum.0][sum.1], -1.0));
            problem.add_constraint(terms.as_slice(), comparison, 0.0);
        }
        problem.solve().ok().map(|solution| solution.objective())
    }

    /// What is known of a cell by itself.
    fn bounds(&self, (row, column): Place) -> (f64, f64) {
        let least = Decimal::from(self.min_count);
        match (self.standing[row][column], self.counts[row][column]) {
            (Standing::Open, Some(count)) => (float(count), float(count)),
            (Standing::Open, None) => (0.0, BEYOND),
            (Standing::Small, _) => (1.0, float(least - Decimal::ONE)),
            (Standing::Hidden, _) => (1.0, BEYOND),
        }
    }

    /// Rows and columns, each with its sum last.
    fn lines(&self) -> Vec<Vec<Place>> {
        let columns = self.counts.iter().map(Vec::len).max().unwrap_or(0);
        let rows = (0..self.counts.len()).map(|row| {
            (0..self.counts[row].len())
                .map(|column| (row, column))
                .collect()
        });
        let down = (0..columns).map(|column| {
            (0..self.counts.len())
                .filter(|row| column < self.counts[*row].len())
                .map(|row| (row, column))
                .collect()
        });
        rows.chain(down)
            .filter(|line: &Vec<Place>| line.len() > 1)
            .collect()
    }

    /// How the parts of a line compare with its sum; nothing where the sum is not known.
    fn comparison(&self, parts: &[Place], (row, column): Place) -> Option<ComparisonOp> {
        let sum = self.counts[row][column]?;
        let known: Decimal = parts
            .iter()
            .filter_map(|(row, column)| self.counts[*row][*column])
            .sum();
        Some(match known.cmp(&sum) {
            Ordering::Equal => ComparisonOp::Eq,
            Ordering::Less => ComparisonOp::Le,
            Ordering::Greater => ComparisonOp::Ge,
        })
    }
}

/// The whole number nearest to a result of the solver.
fn whole(value: f64) -> u64 {
    format!("{:.0}", value.max(0.0)).parse().unwrap_or(u64::MAX)
}

/// A count as the solver takes it.
fn float(count: Decimal) -> f64 {
    count.to_string().parse().unwrap_or(BEYOND)
}
