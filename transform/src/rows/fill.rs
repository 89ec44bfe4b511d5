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
    /// Finds out how each of `columns` fills down from the rows of its table.
    pub(crate) fn of_columns(grid: &Grid, rows: &[TableRow], columns: &[u32]) -> Vec<Self> {
        let mut patterns = vec![Pattern::default(); columns.len()];
        let mut stored = grid.rows().peekable();
        for row in rows {
            while stored.next_if(|next| next.number() < row.number).is_some() {}
            match row.kind {
                RowKind::Data => {
                    let cells = stored.next_if(|next| next.number() == row.number);
                    for (pattern, column) in patterns.iter_mut().zip(columns) {
                        let value = cells.map_or(CellValue::Blank, |cells| cells.get(*column));
                        pattern.learn(value);
                    }
                    // Nothing below makes groups of what repeats.
                    if patterns.iter().all(|pattern| pattern.repeats) {
                        break;
                    }
                }
                RowKind::Section(_) | RowKind::TotalCandidate | RowKind::RepeatedHeader => {
                    for pattern in &mut patterns {
                        pattern.above = CellValue::Blank;
                        pattern.before = CellValue::Blank;
                    }
                }
                RowKind::Header | RowKind::Blank | RowKind::Note => {}
            }
        }
        let of_column = |(pattern, column): (&Pattern<'_>, &u32)| match pattern.shows_groups
            && !pattern.repeats
            && !pattern.starts_blank
        {
            true => Fill::Groups,
            false => Fill::of_merged(grid, *column),
        };
        patterns.iter().zip(columns).map(of_column).collect()
    }

    /// How a column fills down by its merged cells alone.
    pub(crate) fn of_merged(grid: &Grid, column: u32) -> Self {
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

/// What the rows of a column show so far: the pattern of groups has two or more different values followed by blanks. Who
/// writes the same value twice in successive rows writes it always, so that a blank is missing.
#[derive(Debug, Clone, Copy)]
struct Pattern<'g> {
    above: CellValue<'g>,
    first_group: CellValue<'g>,
    shows_groups: bool,
    /// The value of the row just above; blank where that is.
    before: CellValue<'g>,
    repeats: bool,
    /// Whether a record stands above all values: a column that begins without one is not written by groups.
    starts_blank: bool,
}

impl Default for Pattern<'_> {
    fn default() -> Self {
        Pattern {
            above: CellValue::Blank,
            first_group: CellValue::Blank,
            shows_groups: false,
            before: CellValue::Blank,
            repeats: false,
            starts_blank: false,
        }
    }
}

impl<'g> Pattern<'g> {
    fn learn(&mut self, value: CellValue<'g>) {
        self.repeats |= !value.is_blank() && value == self.before;
        self.before = value;
        if !value.is_blank() {
            self.above = value;
        } else if self.above.is_blank() {
            self.starts_blank |= self.first_group.is_blank();
        } else {
            if self.first_group.is_blank() {
                self.first_group = self.above;
            }
            self.shows_groups |= self.first_group != self.above;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kooste_ingest::grid::Region;

    fn of_column(grid: &Grid, rows: &[TableRow]) -> Fill {
        Fill::of_columns(grid, rows, &[0]).remove(0)
    }

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
        assert_eq!(of_column(&grid, &rows), Fill::Groups);
        assert_eq!(Fill::Groups.source(6, Some(4)), Some(4));
    }

    #[test]
    fn a_lone_blank_is_missing_r14() {
        let (grid, rows) = column(&["Espoo", "", "Vantaa", "Kerava", "Helsinki"]);
        assert_eq!(of_column(&grid, &rows), Fill::Never);
    }

    #[test]
    fn blanks_among_values_that_are_repeated_are_missing_r14() {
        let (grid, rows) = column(&["II", "II", "", "III", "", "I"]);
        assert_eq!(of_column(&grid, &rows), Fill::Never);
    }

    #[test]
    fn a_column_that_starts_blank_shows_no_groups_r14() {
        let (grid, rows) = column(&["", "I", "", "IV", "", "II"]);
        assert_eq!(of_column(&grid, &rows), Fill::Never);
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
        let fill = of_column(&grid, &rows);
        assert_eq!(fill, Fill::Merged(vec![(1, 2)]));
        assert_eq!(fill.source(2, None), Some(1));
        assert_eq!(fill.source(3, Some(1)), None);
    }
}
