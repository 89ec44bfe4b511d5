//! Records that do not stand below their header: who sorts a whole sheet sorts its header into the records, and a table may
//! go on on the next sheet without one (READING.md R6).

use super::matcher::Matcher;
use super::rows::Body;
use super::{RowKind, Shape, SheetReading, Table, TableRow};
use crate::columns::{Fit, fit};
use crate::document::Sheet;
use crate::grid::Row;
use crate::vocabulary::Vocabulary;

/// Reads a sheet without a header as the continuation of a table on the sheet before it; none unless every row is a whole
/// record in the same columns.
#[must_use]
pub fn continued(table: &Table, sheet: &Sheet, vocabulary: &Vocabulary) -> Option<SheetReading> {
    let form = &vocabulary.forms[table.form?];
    let is_plain = table.columns.iter().all(|column| column.axes.is_empty());
    if form.key_and_value().is_some() || table.shape != Shape::Records || !is_plain {
        return None;
    }
    let body = Body {
        matcher: &Matcher::new(vocabulary),
        grid: &sheet.grid,
        form,
        columns: &table.columns,
        labels: &[],
        beside: false,
    };
    let mut held = sheet.grid.rows().filter(|row| !row.is_blank()).peekable();
    held.peek()?;
    if !held.all(|row| is_whole_record(&body, row)) {
        return None;
    }
    let kind = |number: u32| match sheet.grid.row(number).is_blank() {
        true => RowKind::Blank,
        false => RowKind::Data,
    };
    let row = |number: u32| TableRow {
        number,
        kind: kind(number),
    };
    let table = Table {
        number: 1,
        form: table.form,
        shape: Shape::Records,
        header: None,
        titles: Vec::new(),
        columns: table.columns.clone(),
        rows: (1..=sheet.grid.last_row()).map(row).collect(),
        ambiguous: table.ambiguous.clone(),
        answered: Vec::new(),
        issues: Vec::new(),
    };
    Some(SheetReading {
        tables: vec![table],
        ..SheetReading::default()
    })
}

/// Takes notes directly above a header for its records, as far as they are whole ones; returns the first of them.
pub(super) fn take_records(body: &Body<'_>, header: u32, above: &mut [TableRow]) -> u32 {
    let mut first = header;
    if body.form.key_and_value().is_some() {
        return first;
    }
    for row in above.iter_mut().rev() {
        if row.kind != RowKind::Note || !is_whole_record(body, body.grid.row(row.number)) {
            break;
        }
        row.kind = RowKind::Data;
        first = row.number;
    }
    first
}

/// Tells whether a row holds all that the form requires, nothing beside the columns, and nothing that does not go with
/// its column; two of its cells must be such values and could be no others.
fn is_whole_record(body: &Body<'_>, row: Row<'_>) -> bool {
    const FEWEST: usize = 2;
    let lexicon = &*body.matcher.vocabulary.lexicon;
    let mut certain = 0;
    let mut given = vec![false; body.form.fields.len()];
    for (column, value) in row.filled() {
        let Ok(at) = body
            .columns
            .binary_search_by_key(&column, |column| column.index)
        else {
            return false;
        };
        let Some(field) = body.columns[at].field else {
            continue;
        };
        given[field] = true;
        match fit(&body.form.fields[field].kind, &[value], lexicon) {
            Fit::Against => return false,
            Fit::For => certain += 1,
            Fit::Open => {}
        }
    }
    let mut fields = body.form.fields.iter().zip(given);
    certain >= FEWEST && fields.all(|(field, given)| given || !field.required)
}
