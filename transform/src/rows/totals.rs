//! Sums as control totals (READING.md R12): what a total row says is compared with the rows above it.

use rust_decimal::Decimal;

/// A sum, and whether a value that could not be read is missing from it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sum {
    units: i128,
    is_doubtful: bool,
}

/// Sums of one column over the rows that a total may cover.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sums {
    /// Since the last total row.
    since_total: Sum,
    /// Since the last heading row.
    since_heading: Sum,
    /// Since the beginning.
    all: Sum,
}

impl Sums {
    fn each(&mut self) -> [&mut Sum; 3] {
        [
            &mut self.since_total,
            &mut self.since_heading,
            &mut self.all,
        ]
    }
}

/// Running sums of the numeric columns of a table, in units of their last decimal.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    sums: Vec<Sums>,
    /// Sums by column of the blocks above that a total row ended, the last ones last; a total of blocks makes one of them.
    blocks: Vec<Vec<Sum>>,
    rows_since_total: u32,
    rows: u32,
}

/// A column whose total does not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mismatch {
    /// Index of the column among the numeric ones.
    pub column: usize,
    /// Sum of the rows above.
    pub expected: i128,
}

impl Totals {
    /// Sums of `columns` numeric columns; none are kept for a table that has no total row.
    pub(crate) fn new(columns: usize) -> Self {
        Totals {
            sums: vec![Sums::default(); columns],
            ..Totals::default()
        }
    }

    /// Adds the value of a column in an ordinary row.
    pub(crate) fn add(&mut self, column: usize, units: i128) {
        for sum in self.sums[column].each() {
            sum.units = sum.units.saturating_add(units);
        }
    }

    /// Notes that a column has a value in an ordinary row that cannot be read: nothing is compared with its sums.
    pub(crate) fn doubt(&mut self, column: usize) {
        for sum in self.sums[column].each() {
            sum.is_doubtful = true;
        }
    }

    /// Notes that an ordinary row was added.
    pub(crate) fn row_done(&mut self) {
        self.rows += 1;
        self.rows_since_total += 1;
    }

    /// Starts the sums below a heading row.
    pub(crate) fn enter_heading(&mut self) {
        let sums = self.sums.iter_mut();
        sums.for_each(|sums| sums.since_heading = Sum::default());
    }

    /// Compares a labelled total row with the rows above and starts the next subtotal. The scope with the most
    /// agreement is meant; among equals the nearest.
    pub(crate) fn check(&mut self, found: &[Option<i128>]) -> Vec<Mismatch> {
        let nearest = [
            self.mismatches(found, |sums| sums.since_total),
            self.mismatches(found, |sums| sums.since_heading),
        ];
        let all = self.mismatches(found, |sums| sums.all);
        let over_blocks = self.agreeing_blocks(found);
        let scopes = nearest
            .into_iter()
            .filter(|_| self.rows_since_total > 0)
            .chain(over_blocks.map(|_| Vec::new()))
            .chain([all]);
        let meant = scopes.min_by_key(Vec::len).unwrap_or_default();
        self.close_block(over_blocks.unwrap_or(0));
        meant
    }

    /// How many of the last blocks a total row adds up, together with the rows since; none if no number of them agrees.
    fn agreeing_blocks(&self, found: &[Option<i128>]) -> Option<usize> {
        let mut sums: Vec<Sum> = self.sums.iter().map(|sums| sums.since_total).collect();
        let mut blocks = (1..).zip(self.blocks.iter().rev());
        blocks.find_map(|(count, block)| {
            for (sum, more) in sums.iter_mut().zip(block) {
                sum.units = sum.units.saturating_add(more.units);
                sum.is_doubtful |= more.is_doubtful;
            }
            let agrees = |(found, sum): (&Option<i128>, &Sum)| {
                sum.is_doubtful || found.is_none_or(|found| found == sum.units)
            };
            found.iter().zip(&sums).all(agrees).then_some(count)
        })
    }

    /// Ends a block with the rows since the last total row and that many blocks before them.
    fn close_block(&mut self, over: usize) {
        /// Blocks below each other that a total may add up.
        const MOST: usize = 32;
        let mut block: Vec<Sum> = self.sums.iter().map(|sums| sums.since_total).collect();
        let first = self.blocks.len().saturating_sub(over);
        for inner in self.blocks.drain(first..) {
            for (sum, more) in block.iter_mut().zip(inner) {
                sum.units = sum.units.saturating_add(more.units);
                sum.is_doubtful |= more.is_doubtful;
            }
        }
        if self.rows_since_total > 0 || over > 0 {
            self.blocks.push(block);
        }
        if self.blocks.len() > MOST {
            self.blocks.remove(0);
        }
        let sums = self.sums.iter_mut();
        sums.for_each(|sums| sums.since_total = Sum::default());
        self.rows_since_total = 0;
    }

    /// Tells whether no sum above agrees with any number of a row.
    pub(crate) fn disagree(&self, found: &[Option<i128>]) -> bool {
        let differs = |(found, sums): (&Option<i128>, &Sums)| {
            let scopes = [sums.since_total, sums.since_heading, sums.all];
            found.is_none_or(|found| scopes.iter().all(|sum| sum.units != found))
        };
        found.iter().any(Option::is_some)
            && self.agreeing_blocks(found).is_none()
            && found.iter().zip(&self.sums).all(differs)
    }

    /// Tells whether an ordinary row was added.
    pub(crate) fn has_rows(&self) -> bool {
        self.rows > 0
    }

    /// Compares a total row that stands above all rows with all of them.
    pub(crate) fn check_all(&self, found: &[Option<i128>]) -> Vec<Mismatch> {
        self.mismatches(found, |sums| sums.all)
    }

    /// Tells whether a row without a label is the sum of all rows above it in every numeric column that it fills in.
    pub(crate) fn is_sum_of_all(&self, found: &[Option<i128>]) -> bool {
        self.rows > 1
            && found.iter().flatten().any(|units| *units != 0)
            && found.iter().zip(&self.sums).all(|(found, sums)| {
                found.is_none_or(|units| units == sums.all.units && !sums.all.is_doubtful)
            })
    }

    fn mismatches(&self, found: &[Option<i128>], scope: impl Fn(&Sums) -> Sum) -> Vec<Mismatch> {
        let columns = found.iter().zip(&self.sums).enumerate();
        columns
            .filter_map(|(column, (found, sums))| {
                let sum = scope(sums);
                let expected = sum.units;
                ((*found)? != expected && !sum.is_doubtful).then_some(Mismatch { column, expected })
            })
            .collect()
    }
}

/// A number of units of the last of `decimals` decimals, as text without needless zeros.
pub(crate) fn print(units: i128, decimals: u32) -> String {
    match Decimal::try_from_i128_with_scale(units, decimals) {
        Ok(number) => number.normalize().to_string(),
        Err(_) => units.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_rows(rows: &[i128]) -> Totals {
        let mut totals = Totals::new(1);
        for units in rows {
            totals.add(0, *units);
            totals.row_done();
        }
        totals
    }

    #[test]
    fn subtotals_and_the_grand_total_agree_r12() {
        let mut totals = with_rows(&[3, 4]);
        assert_eq!(totals.check(&[Some(7)]), []);
        totals.add(0, 5);
        totals.row_done();
        assert_eq!(totals.check(&[Some(5)]), []);
        assert_eq!(totals.check(&[Some(12)]), []);
    }

    #[test]
    fn sums_of_sums_agree_without_a_grand_total_r12() {
        let mut totals = Totals::new(1);
        let mut add = |rows: &[i128], sums: &[i128]| {
            for units in rows {
                totals.add(0, *units);
                totals.row_done();
            }
            for sum in sums {
                assert_eq!(totals.check(&[Some(*sum)]), [], "{sum}");
            }
        };
        add(&[12, 31], &[43]);
        add(&[9, 27], &[36, 79]);
        add(&[1, 2], &[3]);
        add(&[4], &[4, 7]);
        assert_eq!(totals.check(&[Some(86)]), []);
    }

    #[test]
    fn a_difference_tells_the_sum_expected_r12() {
        let expected = [Mismatch {
            column: 0,
            expected: 7,
        }];
        assert_eq!(with_rows(&[3, 4]).check(&[Some(8)]), expected);
    }

    #[test]
    fn nothing_is_compared_with_a_sum_that_lacks_a_value_r12() {
        let mut totals = with_rows(&[3, 4]);
        totals.doubt(0);
        assert_eq!(totals.check(&[Some(12)]), []);
        assert!(!totals.is_sum_of_all(&[Some(7)]));
    }

    #[test]
    fn a_total_above_all_rows_is_compared_with_those_below_r12() {
        assert!(!Totals::new(1).has_rows());
        let totals = with_rows(&[3, 4]);
        assert_eq!(totals.check_all(&[Some(7)]), []);
        assert_eq!(totals.check_all(&[Some(8)]).len(), 1);
    }

    #[test]
    fn an_unlabelled_sum_needs_two_rows_and_every_column_r12() {
        assert!(with_rows(&[3, 4]).is_sum_of_all(&[Some(7)]));
        assert!(!with_rows(&[7]).is_sum_of_all(&[Some(7)]));
        assert!(!with_rows(&[3, 4]).is_sum_of_all(&[Some(8)]));
        assert!(!with_rows(&[3, 4]).is_sum_of_all(&[None]));
    }

    #[test]
    fn units_print_as_decimals() {
        assert_eq!(print(12_500, 4), "1.25");
        assert_eq!(print(-300, 2), "-3");
        assert_eq!(print(40, 0), "40");
    }
}
