//! Records with more fields than their table has columns.

use super::look::{Looks, look};
use super::records::Record;

/// Takes out the blank field without which the record fits the columns best; tells whether there was one.
pub(super) fn drop_blank(record: &mut Record, columns: &[Looks]) -> bool {
    let fit = |without: usize| -> usize {
        let rest = record.iter().enumerate().filter(|(at, _)| *at != without);
        let pairs = rest.zip(columns);
        pairs
            .map(|((_, field), column)| column.count(look(field)))
            .sum()
    };
    let blanks = (0..record.len()).filter(|at| record[*at].is_empty());
    match blanks.max_by_key(|at| fit(*at)) {
        Some(at) => {
            record.remove(at);
            true
        }
        None => false,
    }
}
