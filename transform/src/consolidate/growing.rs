//! Figures that only grow over the months of a year, as running totals do (READING.md R33): suspected and said, never
//! converted.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;

/// Months in a row that are the least to tell.
pub(super) const MONTHS: usize = 4;
/// Steps up, over all series of an organisation, that chance does not make without one down.
const STEPS: usize = 9;

/// The month since which all `series` of an organisation have only grown up to `last`, within its year; none where one
/// fell, or where they are too few to tell.
pub(super) fn grown_since<'s>(
    series: impl Iterator<Item = &'s BTreeMap<NaiveDate, Decimal>>,
    last: NaiveDate,
) -> Option<NaiveDate> {
    let mut since = last;
    let mut longest = 0;
    let mut steps = 0;
    for values in series {
        let mut month = last;
        let mut months = usize::from(values.contains_key(&last));
        while let Some(before) = before(month).filter(|_| months > 0) {
            let (Some(value), Some(earlier)) = (values.get(&month), values.get(&before)) else {
                break;
            };
            if value < earlier {
                return None;
            }
            steps += usize::from(value > earlier);
            months += 1;
            month = before;
        }
        if months > longest {
            (longest, since) = (months, month);
        }
    }
    (longest >= MONTHS && steps >= STEPS).then_some(since)
}

/// The month before, if it is of the same year.
fn before(month: NaiveDate) -> Option<NaiveDate> {
    let before = month.checked_sub_months(Months::new(1))?;
    (before.year() == month.year()).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2018, number, 1).unwrap()
    }

    fn series(first: u32, values: &[i64]) -> BTreeMap<NaiveDate, Decimal> {
        let values = values.iter().map(|value| Decimal::from(*value));
        (first..).map(month).zip(values).collect()
    }

    fn since(all: &[BTreeMap<NaiveDate, Decimal>], last: u32) -> Option<u32> {
        grown_since(all.iter(), month(last)).map(|month| month.month())
    }

    #[test]
    fn several_figures_that_only_grow_are_suspected_r33() {
        let costs = [
            series(1, &[100, 210, 300, 420]),
            series(1, &[10, 10, 30, 42]),
            series(1, &[5, 6, 7, 8]),
            series(2, &[1, 2, 3]),
        ];
        assert_eq!(since(&costs, 4), Some(1));
        assert_eq!(since(&costs[..2], 4), None, "too few steps");
        assert_eq!(
            since(&[series(1, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10])], 10),
            Some(1)
        );
    }

    #[test]
    fn one_fall_or_a_new_year_says_otherwise_r33() {
        let mut costs = vec![series(1, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10])];
        costs.push(series(9, &[7, 6]));
        assert_eq!(since(&costs, 10), None);
        let winter = BTreeMap::from([
            (
                NaiveDate::from_ymd_opt(2017, 12, 1).unwrap(),
                Decimal::from(90),
            ),
            (month(1), Decimal::from(91)),
        ]);
        assert_eq!(since(&[winter], 1), None);
    }
}
