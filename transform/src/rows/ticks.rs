//! Codes that are ticked across (READING.md R7): a column for each, a mark where it holds.

use kooste_ingest::grid::Row;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::{Column, ticked};
use kooste_ingest::vocabulary::{FieldKind, Term};

use super::record::{Record, Slot};
use crate::programme::Form;

/// A column of ticks.
pub(crate) struct Ticks<'g> {
    pub column: u32,
    pub field: usize,
    /// What is ticked.
    pub codes: Vec<&'g str>,
}

impl<'g> Ticks<'g> {
    /// The ticks of a column whose field takes the codes of its label.
    pub(crate) fn of_column(column: &'g Column, field: usize, form: &Form) -> Option<Self> {
        let (FieldKind::Code(list) | FieldKind::CodeList(list)) = &form.fields[field].kind else {
            return None;
        };
        let code = |term: &'g Term| match term {
            Term::Code { list: own, code } if own == list => Some(code.as_str()),
            _ => None,
        };
        let codes: Option<Vec<&str>> = column.axes.iter().map(code).collect();
        codes.filter(|codes| !codes.is_empty()).map(|codes| Ticks {
            column: column.index,
            field,
            codes,
        })
    }
}

/// Reads what is ticked in a row into the fields that no column of their own gives.
pub(crate) fn read<'g>(ticks: &[Ticks<'g>], row: Row<'g>, form: &Form, record: &mut Record<'g>) {
    for (at, first) in ticks.iter().enumerate() {
        let field = first.field;
        let is_done = ticks[..at].iter().any(|other| other.field == field);
        if is_done || record.slots[field] != Slot::BLANK {
            continue;
        }
        let mut codes: Vec<&'g str> = Vec::new();
        for column in ticks[at..].iter().filter(|other| other.field == field) {
            let value = row.get(column.column);
            match ticked(value) {
                Some(true) => codes.extend(&column.codes),
                Some(false) => {}
                None => record
                    .issues
                    .push(unknown(record, form, column, &value.text())),
            }
        }
        match (codes.as_slice(), &form.fields[field].kind) {
            ([], _) => {}
            ([code], FieldKind::Code(_)) => record.slots[field] = Slot::Code(code),
            (several, FieldKind::Code(_)) => {
                let issue = unknown(record, form, first, &several.join(", "));
                record.issues.push(issue.reason("several"));
            }
            (codes, _) => record.slots[field] = Slot::Codes(record.texts.alloc_slice_copy(codes)),
        }
    }
}

/// An issue for a cell that is no tick, or for several ticks of which one may hold.
fn unknown(record: &Record<'_>, form: &Form, column: &Ticks<'_>, found: &str) -> Issue {
    Issue::new(Code::CodeUnknown)
        .cell(record.row, column.column)
        .field(&form.fields[column.field].code)
        .found(super::json::cleaned(found))
}
