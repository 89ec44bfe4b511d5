//! Records of text files with more fields than their header has columns: an unquoted delimiter in some text, so that
//! the values stand in the wrong columns.
//!
//! Reason of the issue: `type-error` `shifted` (found: fields of the record, expected: fields of the others).

use std::collections::BTreeMap;

use kooste_ingest::grid::{CellValue, Grid, Row};
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::{RowKind, Table};
use kooste_ingest::vocabulary::FieldKind;

use super::table::TableReader;
use super::tally::Fate;

/// How many fields the records of a table have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Width {
    /// Fields of the header; rows of workbooks have no end.
    header: u32,
    /// Fields that most records have.
    usual: u32,
    /// Whether some record has a value beyond the header's last field.
    is_burst: bool,
}

impl Width {
    /// Learns the width of a table.
    pub(crate) fn of_table(grid: &Grid, table: &Table) -> Self {
        let header = table.header.map_or(0, |(first, last)| {
            (first..=last)
                .map(|row| grid.row(row).fields())
                .max()
                .unwrap_or(0)
        });
        if header == 0 {
            return Width {
                header: u32::MAX,
                usual: u32::MAX,
                is_burst: false,
            };
        }
        if !grid.rows().any(|row| row.fields() > header) {
            return Width {
                header,
                usual: header,
                is_burst: false,
            };
        }
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        let data = table.rows.iter().filter(|row| row.kind == RowKind::Data);
        let mut is_burst = false;
        for row in data {
            let row = grid.row(row.number);
            *counts.entry(row.fields()).or_default() += 1;
            is_burst |= holds_beyond(row, header);
        }
        let most = counts.iter().max_by_key(|(_, rows)| **rows);
        Width {
            header,
            usual: most.map_or(header, |(fields, _)| *fields),
            is_burst,
        }
    }

    /// Tells whether a record has a value beyond the header's last field, or more fields than header and other
    /// records.
    pub(crate) fn is_exceeded(self, row: Row<'_>) -> bool {
        row.fields() > self.header && (row.fields() > self.usual || holds_beyond(row, self.header))
    }
}

fn holds_beyond(row: Row<'_>, header: u32) -> bool {
    row.filled().any(|(column, _)| column >= header)
}

/// One to `most` digits and nothing else.
fn is_digits(value: CellValue<'_>, most: usize) -> bool {
    matches!(value, CellValue::Text(text)
        if (1..=most).contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit()))
}

impl TableReader<'_, '_> {
    /// Tells whether the values of a record may stand in the wrong columns: it is too wide, or where others are, its
    /// decimals may have become a field of their own (`12,5` between commas).
    pub(super) fn is_shifted(&self, cells: Row<'_>) -> bool {
        let has_decimals = |field: usize| {
            matches!(
                self.form.fields[field].kind,
                FieldKind::Money | FieldKind::Decimal
            )
        };
        let mut readers = self.plan.readers.iter();
        self.width.is_exceeded(cells)
            || self.width.is_burst
                && readers.any(|reader| {
                    has_decimals(reader.field)
                        && is_digits(cells.get(reader.column), 9)
                        && is_digits(cells.get(reader.column + 1), 2)
                })
    }

    /// Sets a record aside whose values stand in the wrong columns: none of them is what its column says.
    pub(super) fn set_shifted_aside(&mut self, cells: Row<'_>) -> Fate {
        let row = self.record.row;
        self.record.clear(row, self.form.fields.len());
        let issue = Issue::new(Code::TypeError)
            .reason("shifted")
            .row(row)
            .found(cells.fields().to_string())
            .expected(self.width.header.to_string());
        self.record.issues.push(issue);
        self.record.fault(Code::TypeError);
        let report = self.nearby_home().map(|home| home.report);
        self.flush(report, false);
        self.quarantine(report, None)
    }
}
