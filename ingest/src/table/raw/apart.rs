//! Tables side by side on a sheet: blank columns between headers with values of their own below (READING.md R1, R6).

use std::collections::HashSet;
use std::ops::Range;

use super::blocks::first_record;
use super::look::{Look, columns, filled, look, names_columns};
use super::records::Record;

/// Cuts a block at blank columns where both sides are clearly tables of their own; in doubt it stays one table.
pub(super) fn apart(block: Vec<Record>) -> Vec<Vec<Record>> {
    let segments = segments(&block);
    if segments.len() < 2 {
        return vec![block];
    }
    let mut tables: Vec<(Range<usize>, Option<Side>)> = Vec::new();
    for columns in segments {
        let side = Side::of(&block, &columns);
        match tables.last_mut() {
            Some((before, left)) if !are_two(left.as_ref(), side.as_ref()) => {
                before.end = columns.end;
                *left = None;
            }
            _ => tables.push((columns, side)),
        }
    }
    if tables.len() < 2 {
        return vec![block];
    }
    let table = |(columns, _): &(Range<usize>, Option<Side>)| {
        let mut records = within(&block, columns);
        records.drain(..first_record(&records, false));
        records
    };
    tables.iter().map(table).collect()
}

/// The columns between those that are blank in every record.
fn segments(block: &[Record]) -> Vec<Range<usize>> {
    let width = block.iter().map(Vec::len).max().unwrap_or(0);
    let mut holds = vec![false; width];
    for record in block {
        for (holds, field) in holds.iter_mut().zip(record) {
            *holds |= !field.trim().is_empty();
        }
    }
    let mut at = 0;
    let runs = holds.chunk_by(|before, after| before == after);
    let placed = runs.map(|run| {
        let first = at;
        at += run.len();
        (run[0], first..at)
    });
    placed
        .filter_map(|(holds, columns)| holds.then_some(columns))
        .collect()
}

fn within(block: &[Record], columns: &Range<usize>) -> Vec<Record> {
    let cut = |record: &Record| {
        let fields = record.iter().skip(columns.start).take(columns.len());
        fields.cloned().collect()
    };
    block.iter().map(cut).collect()
}

/// Both begin with the same label, the keys of either; or both are full rectangles with other numbers of rows, and the
/// right one has keys in words. Columns of one table that only stand apart have the same rows.
fn are_two(left: Option<&Side>, right: Option<&Side>) -> bool {
    /// Fewer rows may be a gap at the end, a total or a note.
    const OTHER_ROWS: usize = 2;
    let (Some(left), Some(right)) = (left, right) else {
        return false;
    };
    let are_rectangles = left.is_keyed_rectangle && right.is_keyed_rectangle;
    left.header_at == right.header_at
        && (left.key == right.key
            || are_rectangles
                && right.has_words_as_keys
                && left.rows.abs_diff(right.rows) >= OTHER_ROWS)
}

/// A side that could be a table of its own: every column has a label, some label stands above digits.
struct Side {
    header_at: usize,
    /// Label of the first column.
    key: String,
    /// Rows below the header.
    rows: usize,
    /// Whether none of their fields is blank and no two of them begin alike.
    is_keyed_rectangle: bool,
    /// Whether all of them begin with words.
    has_words_as_keys: bool,
}

impl Side {
    fn of(block: &[Record], side: &Range<usize>) -> Option<Side> {
        const FEWEST_COLUMNS: usize = 2;
        const FEWEST_ROWS: usize = 2;
        let width = side.len();
        if width < FEWEST_COLUMNS {
            return None;
        }
        let records = within(block, side);
        let header_at = first_record(&records, false);
        let (header, below) = records[header_at..].split_first()?;
        let end = below.iter().rposition(|record| filled(record) > 0)? + 1;
        let rows = &below[..end];
        let has_labels =
            filled(header) == width && names_columns(header, &columns(rows.iter(), width, false));
        if !has_labels || rows.len() < FEWEST_ROWS {
            return None;
        }
        let key = |record: &Record| record.first().map_or("", |key| key.trim()).to_owned();
        let keys: HashSet<String> = rows.iter().map(key).collect();
        let is_full = rows.iter().all(|record| filled(record) == width);
        Some(Side {
            header_at,
            key: key(header),
            rows: rows.len(),
            is_keyed_rectangle: is_full && keys.len() == rows.len(),
            has_words_as_keys: rows.iter().all(|record| look(&key(record)) == Look::Text),
        })
    }
}
