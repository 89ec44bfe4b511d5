//! Tables side by side whose headers do not stand in the same row (READING.md R1): the lower one is looked for among the
//! cells that the other one leaves over, to its right and to its left.

use std::ops::Range;

use super::find::{Band, bands};
use super::form::{Leaning, best_form};
use super::header::Header;
use super::matcher::Matcher;
use super::rows::Body;
use super::{RowKind, TableRow};
use crate::grid::{Grid, Region, Row};
use crate::vocabulary::Hints;

/// Adds to bands of a single header one that begins beside its table, further down.
pub(super) fn add_offset(
    matcher: &Matcher<'_>,
    grid: &Grid,
    leaning: &Leaning,
    bands: &mut [Band],
) {
    let firsts: Vec<u32> = bands.iter().map(Band::first).collect();
    for (at, band) in bands.iter_mut().enumerate() {
        let end = firsts.get(at + 1).map_or(grid.last_row(), |next| next - 1);
        let [header] = band.headers.as_slice() else {
            continue;
        };
        let (Some(first), Some(last)) = (header.labels.first(), header.labels.last()) else {
            continue;
        };
        let right = last.index + 2..u32::MAX;
        let left = 0..first.index.saturating_sub(1);
        // Nearly all tables take up all columns, so that no row need be looked at.
        let is_wide = |side: &Range<u32>| side.start + 1 < side.end.min(grid.width());
        let mut sides = [right, left].into_iter().filter(is_wide);
        let found =
            sides.find_map(|side| beside(matcher, grid, leaning, (header.first, end, side)));
        band.headers.extend(found);
    }
}

/// The header of a whole table among the cells of some columns, in the rows from another header to `end`.
fn beside(
    matcher: &Matcher<'_>,
    grid: &Grid,
    leaning: &Leaning,
    (first, end, side): (u32, u32, Range<u32>),
) -> Option<Header> {
    let rows = || {
        let from_header = grid.rows_from(first);
        from_header.take_while(|row| row.number() <= end)
    };
    let held = |row: &Row<'_>| row.filled().filter(|(at, _)| side.contains(at)).count();
    rows().filter(|row| held(row) > 1).nth(1)?;
    let mut own = Grid::default();
    for row in rows() {
        own.start_row(row.number());
        for (column, value) in row.filled().filter(|(at, _)| side.contains(at)) {
            own.push(column, value);
        }
    }
    let of_side = |region: &&Region| side.contains(&region.first_column);
    for region in grid.merged().iter().filter(of_side) {
        own.merge(*region);
    }
    let found = bands(matcher, &own, &Hints::default(), leaning);
    let [Band { headers, repeated }] = found.as_slice() else {
        return None;
    };
    let [found] = headers.as_slice() else {
        return None;
    };
    let trial = best_form(matcher, &found.labels, leaning)?;
    let form = &matcher.vocabulary.forms[found.form];
    let is_whole = trial.complete && trial.form == found.form && form.key_and_value().is_none();
    (is_whole && repeated.is_empty() && found.first > first).then(|| found.clone())
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
