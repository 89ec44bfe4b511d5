//! Tables side by side whose headers do not stand in the same row (READING.md R1): the one to the right is looked for among
//! the cells that the left one leaves over.

use super::find::{Band, bands};
use super::form::{Leaning, best_form};
use super::header::Header;
use super::matcher::Matcher;
use super::rows::Body;
use super::{RowKind, TableRow};
use crate::grid::{Grid, Region, Row};
use crate::vocabulary::Hints;

/// Adds to bands of a single header those that begin to the right of its table, further down.
pub(super) fn add_offset(
    matcher: &Matcher<'_>,
    grid: &Grid,
    leaning: &Leaning,
    bands: &mut [Band],
) {
    let firsts: Vec<u32> = bands.iter().map(Band::first).collect();
    for (at, band) in bands.iter_mut().enumerate() {
        let end = firsts.get(at + 1).map_or(grid.last_row(), |next| next - 1);
        if let [header] = band.headers.as_slice()
            && let Some(found) = right_of(matcher, grid, leaning, (header, end))
        {
            band.headers.push(found);
        }
    }
}

/// The header of a whole table among the cells right of another one, in the rows from its header to `end`.
fn right_of(
    matcher: &Matcher<'_>,
    grid: &Grid,
    leaning: &Leaning,
    (header, end): (&Header, u32),
) -> Option<Header> {
    let last = header.labels.last()?.index;
    let rows = || {
        let from_header = grid.rows_from(header.first);
        from_header.take_while(|row| row.number() <= end)
    };
    let beyond = |row: Row<'_>| {
        row.filled()
            .rev()
            .take_while(|(column, _)| *column > last + 1)
            .count()
    };
    rows().filter(|row| beyond(*row) > 1).nth(1)?;
    let mut right = Grid::default();
    for row in rows() {
        right.start_row(row.number());
        for (column, value) in row.filled().filter(|(column, _)| *column > last + 1) {
            right.push(column, value);
        }
    }
    let of_right = |region: &&Region| region.first_column > last + 1;
    for region in grid.merged().iter().filter(of_right) {
        right.merge(*region);
    }
    let found = bands(matcher, &right, &Hints::default(), leaning);
    let [Band { headers, repeated }] = found.as_slice() else {
        return None;
    };
    let [found] = headers.as_slice() else {
        return None;
    };
    let trial = best_form(matcher, &found.labels, leaning)?;
    let form = &matcher.vocabulary.forms[found.form];
    let is_whole = trial.complete && trial.form == found.form && form.key_and_value().is_none();
    (is_whole && repeated.is_empty() && found.first > header.first).then(|| found.clone())
}

/// Rows above a header that stand beside the table to its left hold nothing of its own, unless its columns say so.
pub(super) fn leave_to_others(body: &Body<'_>, (first, header): (u32, u32), rows: &mut [TableRow]) {
    for row in rows {
        let mut filled = body.grid.row(row.number).filled();
        let is_own = filled.any(|(column, _)| body.covers(column));
        if (first..header).contains(&row.number) && !is_own {
            row.kind = RowKind::Blank;
        }
    }
}
