//! The rows of a grid as records of text.

use crate::grid::{Grid, Row};

/// The fields of one row, blank ones included.
pub(super) type Record = Vec<String>;

/// The rows of a sheet in order; a blank one stands for any number of blank rows.
pub(super) struct Records {
    /// The records.
    pub(super) rows: Vec<Record>,
    /// Whether records say themselves how many fields they have, as they do in text files.
    pub(super) have_width: bool,
}

/// Takes the records of a grid.
pub(super) fn records(grid: &Grid) -> Records {
    let have_width = grid.rows().any(|row| row.fields() > 0);
    let mut rows = Vec::with_capacity(grid.rows().len());
    if grid.width() == 1 {
        // Of a single column a blank line is a record.
        rows.extend((1..=grid.last_row()).map(|row| record(grid.row(row))));
        return Records { rows, have_width };
    }
    let mut next = 1;
    for row in grid.rows() {
        if row.number() > next && !rows.is_empty() && !have_width {
            rows.push(vec![String::new()]);
        }
        next = row.number() + 1;
        rows.push(record(row));
    }
    without_padding(&mut rows);
    Records { rows, have_width }
}

fn record(row: Row<'_>) -> Record {
    let cells = row.cells();
    let reach = row.cells().next_back().map_or(0, |(column, _)| column + 1);
    let mut fields = vec![String::new(); row.fields().max(reach).max(1) as usize];
    for (column, value) in cells {
        fields[column as usize] = value.text().into_owned();
    }
    fields
}

/// Takes away the space that belongs to the delimiter: one stands before every number that has a field before it.
fn without_padding(rows: &mut [Record]) {
    let begins_padded = |field: &String| field.starts_with(' ');
    let is_number = |field: &&String| {
        let text = field.trim_start_matches(' ');
        text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
    };
    let mut numbers = rows
        .iter()
        .flat_map(|row| row.iter().skip(1).filter(is_number))
        .peekable();
    if numbers.peek().is_none() || !numbers.all(begins_padded) {
        return;
    }
    for field in rows.iter_mut().flat_map(|row| row.iter_mut().skip(1)) {
        if begins_padded(field) {
            field.remove(0);
        }
    }
}
