//! What is shown instead of small counts, and what somebody could compute of them.

use rust_decimal::Decimal;

use super::attack::Published;
use super::{Standing, Suppression, places};
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
    let table = Suppression::new(5).table(&counts(&[&[3, 20, 23], &[30, 8, 38], &[33, 28, 61]]));
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

fn sums(months: &[i64], hidden: &[usize]) -> Vec<Cell> {
    let counts: Vec<_> = months
        .iter()
        .map(|count| Some(Decimal::from(*count)))
        .collect();
    let hidden: Vec<bool> = (0..months.len()).map(|at| hidden.contains(&at)).collect();
    Suppression::new(5).cumulative(&counts, &hidden)
}

fn exactly(count: i64) -> Cell {
    Cell::Number(Decimal::from(count), 0)
}

#[test]
fn a_sum_over_months_tells_no_small_month() {
    let at_least = |count: i64| Cell::AtLeast(Decimal::from(count));
    // 12 was shown in the second month, so a sum of 15 would tell that the first were 3.
    assert_eq!(
        sums(&[3, 12, 4, 0, 9, 20], &[]),
        [
            Cell::Small(4),
            at_least(12),
            at_least(12),
            at_least(12),
            at_least(21),
            at_least(41)
        ]
    );
    // Two small months that may be 1 and 4 either way give the sum back.
    assert_eq!(
        sums(&[3, 12, 2, 0, 4, 20], &[]),
        [
            Cell::Small(4),
            at_least(12),
            exactly(17),
            exactly(17),
            at_least(17),
            at_least(37)
        ]
    );
}

#[test]
fn a_month_that_differs_little_from_what_was_told_is_never_told_by_sums() {
    assert_eq!(
        sums(&[12, 14, 8], &[1]),
        [exactly(12), Cell::Hidden, Cell::Hidden]
    );
    assert_eq!(sums(&[14], &[0]), [Cell::Hidden]);
}

/// A table of parts with their sums, from a seed.
fn random(seed: &mut u64) -> Vec<Vec<Option<Decimal>>> {
    let mut next = |below: u64| {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        i64::try_from(*seed % below).unwrap()
    };
    let (rows, columns) = (next(4) + 1, next(4) + 2);
    let mut table: Vec<Vec<i64>> = (0..rows)
        .map(|_| {
            let part = |kind: i64, small: i64, large: i64| match kind {
                0..3 => 0,
                3..6 => small + 1,
                _ => large + 5,
            };
            (0..columns)
                .map(|_| part(next(10), next(4), next(40)))
                .collect()
        })
        .collect();
    for row in &mut table {
        row.push(row.iter().sum());
    }
    let sums = (0..=usize::try_from(columns).unwrap())
        .map(|column| table.iter().map(|row| row[column]).sum());
    let sums = sums.collect();
    table.push(sums);
    let rows: Vec<&[i64]> = table.iter().map(Vec::as_slice).collect();
    counts(&rows)
}

#[test]
fn integer_programming_finds_no_small_count_in_a_thousand_tables() {
    let rule = Suppression::new(5);
    let (mut seed, mut attacked) = (88_172_645_463_325_252_u64, 0);
    for _ in 0..1000 {
        let counts = random(&mut seed);
        let cells = rule.table(&counts);
        let standing: Vec<Vec<Standing>> = (cells.iter())
            .map(|row| row.iter().map(Standing::of).collect())
            .collect();
        let published = Published {
            counts: &counts,
            standing: &standing,
            min_count: 5,
        };
        for (row, column) in places(&counts) {
            if standing[row][column] == Standing::Small {
                let interval = published.interval((row, column)).unwrap();
                assert_eq!(
                    (interval.low, interval.high),
                    (1, 4),
                    "{counts:?} {cells:?} {row} {column} {interval:?}"
                );
                attacked += 1;
            }
        }
    }
    assert!(attacked > 2000, "{attacked}");
}

#[test]
fn a_pair_of_small_counts_across_is_not_given_away_by_its_sums() {
    let table = Suppression::new(5).table(&counts(&[&[4, 29, 33], &[44, 1, 45], &[48, 30, 78]]));
    let open = table
        .concat()
        .iter()
        .filter(|cell| matches!(cell, Cell::Number(..)))
        .count();
    assert_eq!(open, 1, "only the sum of all is left: {table:?}");
}
