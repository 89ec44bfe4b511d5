//! Which blank cells mean "as above" (READING.md R14): cells merged with one above, and columns that show the
//! pattern of groups.

use kooste_ingest::grid::{CellValue, Grid};
use kooste_ingest::table::{RowKind, TableRow};

/// How a column fills down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fill {
    /// A blank is missing.
    Never,
    /// A blank inside one of these merged runs of rows (first, last) takes the value of the first.
    Merged(Vec<(u32, u32)>),
    /// A blank takes the last value above.
    Groups,
}

impl Fill {
    /// Finds out how `column` fills down from the rows of its table.
    pub(crate) fn of_column(grid: &Grid, rows: &[TableRow], column: u32) -> Self {
        if shows_groups(grid, rows, column) {
            return Fill::Groups;
        }
        let merged: Vec<(u32, u32)> = grid
            .merged()
            .iter()
            .filter(|region| (region.first_column..=region.last_column).contains(&column))
            .filter(|region| region.first_row < region.last_row)
            .map(|region| (region.first_row, region.last_row))
            .collect();
        if merged.is_empty() {
            Fill::Never
        } else {
            Fill::Merged(merged)
        }
    }

    /// The row whose value a blank cell in `row` takes; `above` is the last row with a value.
    pub(crate) fn source(&self, row: u32, above: Option<u32>) -> Option<u32> {
        match self {
            Fill::Never => None,
            Fill::Groups => above,
            Fill::Merged(runs) => runs
                .iter()
                .find(|(first, last)| (*first + 1..=*last).contains(&row))
                .map(|(first, _)| *first),
        }
    }
}

/// Two or more different values are followed by blanks.
fn shows_groups(grid: &Grid, rows: &[TableRow], column: u32) -> bool {
    let mut above = CellValue::Blank;
    let mut first_group = CellValue::Blank;
    for row in rows {
        match row.kind {
            RowKind::Data => {}
            RowKind::Section(_) | RowKind::TotalCandidate | RowKind::RepeatedHeader => {
                above = CellValue::Blank;
                continue;
            }
            _ => continue,
        }
        let value = grid.get(row.number, column);
        if !value.is_blank() {
            above = value;
        } else if !above.is_blank() {
            if first_group.is_blank() {
                first_group = above;
            } else if first_group != above {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use kooste_ingest::grid::Region;

    fn column(values: &[&str]) -> (Grid, Vec<TableRow>) {
        let mut grid = Grid::default();
        let mut rows = Vec::new();
        for (number, value) in (1_u32..).zip(values) {
            grid.start_row(number);
            grid.push(0, CellValue::Text(value));
            rows.push(TableRow {
                number,
                kind: RowKind::Data,
            });
        }
        (grid, rows)
    }

    #[test]
    fn two_groups_fill_down_r14() {
        let (grid, rows) = column(&["Espoo", "", "Vantaa", "Kerava", "", ""]);
        assert_eq!(Fill::of_column(&grid, &rows, 0), Fill::Groups);
        assert_eq!(Fill::Groups.source(6, Some(4)), Some(4));
    }

    #[test]
    fn a_lone_blank_is_missing_r14() {
        let (grid, rows) = column(&["Espoo", "", "Vantaa", "Kerava", "Helsinki"]);
        assert_eq!(Fill::of_column(&grid, &rows, 0), Fill::Never);
    }

    #[test]
    fn merged_cells_fill_down_r14() {
        let (mut grid, rows) = column(&["Espoo", "", "Vantaa"]);
        grid.merge(Region {
            first_row: 1,
            last_row: 2,
            first_column: 0,
            last_column: 0,
        });
        let fill = Fill::of_column(&grid, &rows, 0);
        assert_eq!(fill, Fill::Merged(vec![(1, 2)]));
        assert_eq!(fill.source(2, None), Some(1));
        assert_eq!(fill.source(3, Some(1)), None);
    }
}
