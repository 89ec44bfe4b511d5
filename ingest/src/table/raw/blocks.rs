//! Where the tables of a sheet begin and end.

use super::apart::apart;
use super::header::flatten;
use super::look::{Looks, columns, filled, names_columns};
use super::records::{Record, Records, records};
use super::surplus::drop_blank;
use crate::grid::Grid;

/// The records of the first table; its header, if it has one, is the first. Records stay as long as they are in the file.
#[must_use]
pub fn raw_table(grid: &Grid) -> Vec<Vec<String>> {
    raw_tables(grid).into_iter().next().unwrap_or_default()
}

/// The records of every table of a sheet, each as [`raw_table`] gives the first.
#[must_use]
pub fn raw_tables(grid: &Grid) -> Vec<Vec<Vec<String>>> {
    let Records { rows, have_width } = records(grid);
    if grid.width() <= 1 {
        return vec![rows];
    }
    let mut tables: Vec<Vec<Record>> = Vec::new();
    for block in blocks(rows, have_width) {
        if tables.len() == 1 && is_preamble(&tables[0], &block) {
            tables.clear();
        }
        tables.push(block);
    }
    if !have_width {
        tables = tables.into_iter().flat_map(apart).collect();
    }
    let first = tables.first().cloned();
    // Behind the first, lone lines and columns are notes.
    tables.retain(|table| table.len() > 1 && table.iter().any(|record| filled(record) > 1));
    if tables.is_empty() {
        tables.extend(first);
    }
    tables
        .into_iter()
        .map(|table| finished(table, have_width))
        .collect()
}

/// Cuts the records into one block for each table, without the titles before it.
fn blocks(mut rows: Vec<Record>, have_width: bool) -> Vec<Vec<Record>> {
    let mut blocks = Vec::new();
    while !rows.is_empty() {
        rows.drain(..first_record(&rows, have_width));
        let Some(width) = leading_width(&rows, have_width) else {
            break;
        };
        let end = end_of_table(&rows, width, have_width).max(1);
        let rest = rows.split_off(end.min(rows.len()));
        blocks.push(std::mem::replace(&mut rows, rest));
    }
    blocks
}

/// Keys with their values above a table, narrower and much shorter than it.
fn is_preamble(block: &[Record], next: &[Record]) -> bool {
    const KEY_AND_VALUE: usize = 2;
    let width = |records: &[Record]| records.iter().map(filled).max().unwrap_or(0);
    width(block) <= KEY_AND_VALUE && width(next) > KEY_AND_VALUE && next.len() >= block.len() * 2
}

/// A block as the table it is: no blank records, one header record, no surplus fields.
fn finished(mut table: Vec<Record>, have_width: bool) -> Vec<Record> {
    table.retain(|record| filled(record) > 0 || record.iter().any(|field| !field.is_empty()));
    let Some(width) = leading_width(&table, have_width) else {
        return table;
    };
    let looks = columns(table.iter(), width, have_width);
    flatten(&mut table, &looks, have_width);
    for record in &mut table {
        while record.len() > width && drop_blank(record, &looks) {}
        if !have_width {
            record.resize(width.max(record.len()), String::new());
        }
    }
    table
}

/// The most frequent count of fields among the records, the larger of two equally frequent ones; where records have no
/// width of their own, the largest.
fn usual_width(records: &[Record], have_width: bool) -> usize {
    let mut widths: Vec<usize> = records.iter().map(Vec::len).collect();
    widths.sort_unstable();
    if !have_width {
        return widths.last().copied().unwrap_or(0);
    }
    let runs = widths.chunk_by(|before, after| before == after);
    runs.max_by_key(|run| run.len()).map_or(0, |run| run[0])
}

/// Where the table begins: after records of at most one filled field, if wider ones follow.
pub(super) fn first_record(records: &[Record], have_width: bool) -> usize {
    if usual_width(records, have_width) < 2 {
        return 0;
    }
    records
        .iter()
        .position(|record| filled(record) > 1)
        .unwrap_or(0)
}

/// The width of the table that begins with the first record.
fn leading_width(records: &[Record], have_width: bool) -> Option<usize> {
    const LOOKED_AT: usize = 8;
    let leading = match have_width {
        true => &records[..records.len().min(LOOKED_AT)],
        false => records,
    };
    Some(usual_width(leading, have_width)).filter(|width| *width > 0)
}

/// Where another table begins: the header stands again, a title or a blank record leads to another header, or from some
/// record on all have another width.
fn end_of_table(records: &[Record], width: usize, have_width: bool) -> usize {
    const LOOKED_AT: usize = 200;
    let looks = columns(records.iter().take(LOOKED_AT), width, have_width);
    let Some(header) = records
        .first()
        .filter(|header| names_columns(header, &looks) || !looks.iter().any(|c| c.is_numeric()))
    else {
        return other_width(records, width, have_width);
    };
    let first_value = first_value(records, &looks);
    (1..records.len())
        .find(|&at| {
            (width > 1 && records[at] == *header)
                || (at > first_value && leads_to_header(&records[at - 1..], &looks))
                || (have_width && is_of_other_width(&records[at..], width))
        })
        .unwrap_or(records.len())
}

fn other_width(records: &[Record], width: usize, have_width: bool) -> usize {
    (1..records.len())
        .find(|&at| have_width && is_of_other_width(&records[at..], width))
        .unwrap_or(records.len())
}

/// The first record below the rows of the header.
fn first_value(records: &[Record], looks: &[Looks]) -> usize {
    let is_above = |record: &Record| filled(record) < 2 || names_columns(record, looks);
    records
        .iter()
        .position(|record| !is_above(record))
        .unwrap_or(records.len())
}

/// After a blank record: any titles, then a record that names columns.
fn leads_to_header(records: &[Record], looks: &[Looks]) -> bool {
    const TITLES: usize = 8;
    let Some((blank, rest)) = records.split_first() else {
        return false;
    };
    if filled(blank) > 0 || rest.first().is_none_or(|next| filled(next) == 0) {
        return false;
    }
    let header = rest.iter().take(TITLES).position(|next| filled(next) > 1);
    header.is_some_and(|at| {
        let has_title = at > 0;
        let has_values = rest[at + 1..].iter().any(|next| {
            let pairs = next.iter().zip(looks);
            pairs
                .filter(|(_, column)| column.is_numeric())
                .any(|(field, _)| super::look::look(field) == super::look::Look::Digits)
        });
        names_columns(&rest[at], looks) && (has_title || has_values)
    })
}

/// The next records agree in another width.
fn is_of_other_width(records: &[Record], width: usize) -> bool {
    const AGREEING: usize = 3;
    let next = &records[..records.len().min(AGREEING)];
    let other = next[0].len();
    other != width && next.len() == AGREEING && next.iter().all(|record| record.len() == other)
}
