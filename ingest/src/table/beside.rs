//! Tables side by side without a column between them (READING.md R1): `Tunnusluku | Arvo | Kustannuslaji | Summa`.

use super::flatten::Label;
use super::form::{Leaning, best_form};
use super::keyed::holds_keys;
use super::matcher::Matcher;
use crate::grid::Grid;

/// Labels within which the first of two adjacent tables ends: more belong to one table, and every place is tried.
const MOST_LABELS: usize = 64;

/// Divides adjacent labels where a whole header of keys and values begins behind another whole header.
pub(super) fn divide(
    matcher: &Matcher<'_>,
    grid: &Grid,
    last: u32,
    labels: Vec<Label>,
) -> Vec<Vec<Label>> {
    let is_whole = |labels: &[Label]| whole_form(matcher, labels).is_some();
    if is_whole(&labels) {
        return vec![labels];
    }
    let begins = |at: usize| {
        let right = &labels[at..];
        is_whole(&labels[..at])
            && whole_form(matcher, right)
                .is_some_and(|form| holds_keys(matcher, grid, last, (form, right[0].index)))
    };
    let found = (2..labels.len().saturating_sub(1).min(MOST_LABELS)).find(|at| begins(*at));
    match found {
        Some(at) => {
            let (left, right) = labels.split_at(at);
            let rest = divide(matcher, grid, last, right.to_vec());
            std::iter::once(left.to_vec()).chain(rest).collect()
        }
        None => vec![labels],
    }
}

/// The form of which all labels are fields, and which lacks none that it requires.
fn whole_form(matcher: &Matcher<'_>, labels: &[Label]) -> Option<usize> {
    let trial = best_form(matcher, labels, &Leaning::default())?;
    let is_whole = trial.complete && trial.is_header() && trial.matched == trial.labelled;
    is_whole.then_some(trial.form)
}
