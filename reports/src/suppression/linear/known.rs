//! What somebody knows who reads pages, as equations, and what they tell of a count.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use rust_decimal::prelude::ToPrimitive as _;

use crate::summary::page::Cell;

/// Counts below this are not shown.
const LEAST: i64 = 5;
/// Higher than any count.
pub(super) const BEYOND: f64 = 100_000.0;

/// A sum of counts, by number and weight, its relation and what it is compared with.
type Sum = (Vec<(usize, f64)>, ComparisonOp, f64);

/// What somebody knows who reads the pages: counts by name with their bounds, and sums of counts.
#[derive(Default)]
pub(super) struct Known {
    names: Vec<String>,
    bounds: Vec<(f64, f64)>,
    pub(super) sums: Vec<Sum>,
    closed: Vec<(usize, bool)>,
}

impl Known {
    pub(super) fn count(&mut self, name: String) -> usize {
        match self.names.iter().position(|known| *known == name) {
            Some(at) => at,
            None => {
                self.names.push(name);
                self.bounds.push((0.0, BEYOND));
                self.names.len() - 1
            }
        }
    }

    /// A cell that shows a count; `truth` is what it hides.
    pub(super) fn cell(&mut self, name: String, cell: &Cell, truth: i64) {
        let at = self.count(name);
        let (low, high) = match cell {
            Cell::Number(value, _) => {
                let value = value.to_f64().unwrap();
                (value, value)
            }
            Cell::Small(highest) => (1.0, f64::from(u32::try_from(*highest).unwrap())),
            Cell::Hidden => (f64::from(u8::from(truth > 0)), BEYOND),
            other => panic!("{other:?}"),
        };
        // What another page told stays known.
        let known = self.bounds[at];
        self.bounds[at] = (known.0.max(low), known.1.min(high));
        let closed = (at, matches!(cell, Cell::Small(_)));
        if !matches!(cell, Cell::Number(..)) && !self.closed.contains(&closed) {
            self.closed.push(closed);
        }
    }

    /// Parts and their sum: equal if they are, else only which is larger is known.
    pub(super) fn sum(&mut self, parts: &[String], whole: &str, difference: i64) {
        let mut terms: Vec<(usize, f64)> = parts
            .iter()
            .map(|part| (self.count(part.clone()), 1.0))
            .collect();
        terms.push((self.count(whole.to_owned()), -1.0));
        let relation = match difference.signum() {
            0 => ComparisonOp::Eq,
            1 => ComparisonOp::Ge,
            _ => ComparisonOp::Le,
        };
        self.sums.push((terms, relation, 0.0));
    }

    /// The least or highest value of a sum of counts.
    pub(super) fn extreme(&self, of: &[(usize, f64)], direction: OptimizationDirection) -> f64 {
        let mut problem = Problem::new(direction);
        let weight = |at: usize| {
            of.iter()
                .find(|(wanted, _)| *wanted == at)
                .map_or(0.0, |(_, weight)| *weight)
        };
        let variables: Vec<Variable> = (self.bounds.iter().enumerate())
            .map(|(at, bounds)| problem.add_var(weight(at), *bounds))
            .collect();
        for (terms, relation, value) in &self.sums {
            let terms: Vec<(Variable, f64)> = terms
                .iter()
                .map(|(at, weight)| (variables[*at], *weight))
                .collect();
            problem.add_constraint(&terms[..], *relation, *value);
        }
        let solved = problem
            .solve()
            .expect("the truth is a solution")
            .into_solution();
        solved.expect("no time limit is set").objective()
    }

    pub(super) fn interval(&self, of: &[(usize, f64)]) -> (f64, f64) {
        let low = self.extreme(of, OptimizationDirection::Minimize);
        (low, self.extreme(of, OptimizationDirection::Maximize))
    }

    /// Fails where a closed count has less room than the rule demands; tells how many were attacked.
    pub(super) fn attack(&self) -> usize {
        let highest = f64::from(i32::try_from(LEAST - 1).unwrap());
        for (at, is_small) in &self.closed {
            let (low, high) = self.interval(&[(*at, 1.0)]);
            let name = &self.names[*at];
            if *is_small {
                assert!(
                    low < 1.0 + 1e-6 && high > highest - 1e-6,
                    "{name}: {low} to {high}"
                );
            } else {
                assert!(high - low > highest - 1.0 - 1e-6, "{name}: {low} to {high}");
            }
        }
        self.closed.len()
    }
}
