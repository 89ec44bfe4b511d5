//! Years that a table says apart from its months (READING.md R13 and R23): in a column `Vuosi`, alone on a row above the
//! months, or by the order of months across.

use kooste_ingest::columns::normalise;
use kooste_ingest::grid::{CellValue, Grid};
use kooste_ingest::table::{Column, RowKind, Table};

use crate::evidence::{Evidence, Month};

/// Labels of a column of years, folded.
const LABELS: [&str; 10] = [
    "",
    "v",
    "vuosi",
    "år",
    "year",
    "vuosiluku",
    "årtal",
    "tilikausi",
    "kausi",
    "räkenskapsår",
];

/// The years in force from row to row.
#[derive(Debug, Clone, Default)]
pub(crate) struct RowYears {
    /// From which row on which year holds, in the order of the rows.
    from: Vec<(u32, i32)>,
}

impl RowYears {
    /// The years of a table, from a column of years or from rows that hold nothing else.
    pub(crate) fn of_table(grid: &Grid, table: &Table) -> Self {
        let column = year_column(grid, table);
        let years = table.rows.iter().filter_map(|row| {
            let year = match (&row.kind, column) {
                (RowKind::Data, Some(column)) => year(grid.get(row.number, column)),
                (RowKind::Section(terms), _) if terms.is_empty() => lone_year(grid, row.number),
                (RowKind::Note, _) => lone_year(grid, row.number),
                _ => None,
            };
            year.map(|year| (row.number, year))
        });
        RowYears {
            from: years.collect(),
        }
    }

    /// The year in force in a row.
    pub(crate) fn at(&self, row: u32) -> Option<i32> {
        let after = self.from.partition_point(|(from, _)| *from <= row);
        let (_, year) = self.from.get(after.checked_sub(1)?)?;
        Some(*year)
    }

    /// Tells whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.from.is_empty()
    }
}

/// The column whose label and cells say that it holds years.
fn year_column(grid: &Grid, table: &Table) -> Option<u32> {
    let is_labelled = |column: &&Column| {
        column.field.is_none()
            && column.axes.is_empty()
            && LABELS.contains(&&*normalise(&column.label))
    };
    let holds_years = |column: &&Column| {
        let data = table.rows.iter().filter(|row| row.kind == RowKind::Data);
        let mut cells = data
            .map(|row| grid.get(row.number, column.index))
            .filter(|cell| !cell.is_blank());
        cells.all(|cell| year(cell).is_some())
    };
    let mut columns = table.columns.iter().filter(is_labelled);
    columns.find(holds_years).map(|column| column.index)
}

/// The year that a row says with nothing beside it: `2017`, `Vuosi 2017`.
fn lone_year(grid: &Grid, row: u32) -> Option<i32> {
    let mut filled = grid.row(row).filled();
    let (Some((_, value)), None) = (filled.next(), filled.next()) else {
        return None;
    };
    year(value).or_else(|| {
        let text = value.text();
        let folded = normalise(&text);
        let (word, digits) = folded.split_once(' ')?;
        LABELS
            .contains(&word)
            .then(|| digits.parse().ok())
            .flatten()
            .filter(is_year)
    })
}

fn year(value: CellValue<'_>) -> Option<i32> {
    let text = value.text();
    let year = text.trim().trim_end_matches(':').parse().ok();
    year.filter(is_year)
}

fn is_year(year: &i32) -> bool {
    (2000..2100).contains(year)
}

/// The year of each of several months that stand across without one; none where nobody can know it. Months in rising order are
/// of one year; where they begin anew, only a month that is told around the table tells which of them is meant.
pub(crate) fn years_of_list(
    months: &[u32],
    above: Option<i32>,
    evidence: &Evidence,
) -> Vec<(u32, Option<i32>)> {
    // A fall by half a year or more is the turn of a year.
    let falls = |pair: &[u32]| pair[1] < pair[0] && pair[0] - pair[1] < 6;
    if months.len() > 1 && months.windows(2).all(falls) {
        let rising: Vec<u32> = months.iter().rev().copied().collect();
        return years_of_list(&rising, above, evidence);
    }
    let turns = months.windows(2).filter(|pair| pair[1] < pair[0]).count();
    let all = |year: Option<i32>| months.iter().map(|month| (*month, year)).collect();
    if turns == 0 {
        let mut years: Vec<Option<i32>> = months
            .iter()
            .map(|month| evidence.year_across(*month))
            .collect();
        years.dedup();
        return match (above, years.as_slice()) {
            (Some(year), _) => all(Some(year)),
            (None, [year]) => all(*year),
            // A month that lies after the arrival of the file is of the year that is told, if any is.
            _ => all(evidence.told_year()),
        };
    }
    let arrived: Vec<(u32, Option<i32>)> = months
        .iter()
        .map(|month| (*month, evidence.year_across(*month)))
        .collect();
    let follows = |pair: &[(u32, Option<i32>)]| {
        let next = pair[0]
            .1
            .map(|year| year + i32::from(pair[1].0 < pair[0].0));
        next.is_some() && next == pair[1].1
    };
    let told = evidence.period.filter(|_| !evidence.period_is_arrival);
    let anchor = told.and_then(|told| {
        Some((
            months.iter().position(|month| *month == told.number())?,
            told,
        ))
    });
    let Some((at, told)) = anchor.filter(|_| turns == 1) else {
        let is_whole = arrived.windows(2).all(follows);
        return if is_whole { arrived } else { all(None) };
    };
    let turn = months
        .windows(2)
        .position(|pair| pair[1] < pair[0])
        .unwrap_or_default();
    let year = |place: usize| Month::year(told) + i32::from(place > turn) - i32::from(at > turn);
    let months = months.iter().enumerate();
    months
        .map(|(place, month)| (*month, Some(year(place))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(period: Option<(i32, u32)>) -> Evidence {
        let with = |mut evidence: Evidence| {
            evidence.period = period.and_then(|(year, month)| Month::new(year, month));
            evidence
        };
        with(Evidence::default())
    }

    #[test]
    fn months_in_rising_order_are_of_one_year_r23() {
        let years = years_of_list(&[8, 9, 10], None, &told(Some((2018, 10))));
        assert_eq!(years, [(8, Some(2018)), (9, Some(2018)), (10, Some(2018))]);
        let years = years_of_list(&[11, 12], Some(2017), &told(Some((2018, 10))));
        assert_eq!(years, [(11, Some(2017)), (12, Some(2017))]);
    }

    #[test]
    fn months_in_falling_order_are_of_one_year_too_r23() {
        let years = years_of_list(&[10, 9, 8], None, &told(Some((2018, 10))));
        assert_eq!(years, [(8, Some(2018)), (9, Some(2018)), (10, Some(2018))]);
    }

    #[test]
    fn where_months_begin_anew_a_month_told_around_them_tells_the_years_r23() {
        let years = years_of_list(&[11, 12, 1], None, &told(Some((2018, 1))));
        assert_eq!(years, [(11, Some(2017)), (12, Some(2017)), (1, Some(2018))]);
        let unknown = years_of_list(&[11, 12, 1], None, &told(None));
        assert_eq!(unknown, [(11, None), (12, None), (1, None)]);
    }
}
