//! The rows above the values of a table: what stands before its header goes, a header of several rows becomes one.

use super::look::{Looks, names_columns};
use super::records::Record;

/// Rows that a header takes at most (READING.md R7).
const MOST_ROWS: usize = 6;

/// Puts the header of a table into its first record.
pub(super) fn flatten(records: &mut Vec<Record>, columns: &[Looks], have_width: bool) {
    let width = columns.len();
    let fits = |record: &Record| !have_width || record.len() == width;
    // A record of another width is a title if a header follows it, else it is the header itself.
    let other = records.iter().take_while(|record| !fits(record)).count();
    let has_header = |at: usize| {
        records
            .get(at)
            .is_some_and(|record| names_columns(record, columns))
    };
    if other > 0 && other < MOST_ROWS && has_header(other) {
        records.drain(..other);
    }
    let rows = records
        .iter()
        .take(MOST_ROWS)
        .take_while(|record| fits(record) && names_columns(record, columns))
        .count();
    if rows < 2 || rows == records.len() {
        return;
    }
    let header = joined(&records[..rows], width);
    records.splice(..rows, [header]);
}

/// One label per column: the labels above one another, those of a group repeated over its columns.
fn joined(rows: &[Record], width: usize) -> Record {
    let field = |row: usize, column: usize| rows[row].get(column).map_or("", |field| field.trim());
    let mut labels = vec![String::new(); width];
    for row in 0..rows.len() {
        let mut group = "";
        let is_named_below =
            |column: usize| (row + 1..rows.len()).any(|r| !field(r, column).is_empty());
        for (column, label) in labels.iter_mut().enumerate() {
            let own = field(row, column);
            if !own.is_empty() {
                group = if is_named_below(column) { own } else { "" };
            } else if !is_named_below(column) {
                group = "";
            }
            let part = if own.is_empty() { group } else { own };
            if !part.is_empty() {
                if !label.is_empty() {
                    label.push(' ');
                }
                label.push_str(part);
            }
        }
    }
    labels
}
