//! Facts on their way into the store, one Arrow batch per form and file.

use std::sync::Arc;

use duckdb::arrow::array::{Array, ArrayRef, AsArray, Int32Array, ListArray};
use duckdb::arrow::buffer::OffsetBuffer;
use duckdb::arrow::datatypes::{DataType, Field, Schema};
use duckdb::arrow::record_batch::RecordBatch;
use duckdb::{Appender, Connection};

use super::error::WarehouseError;
use crate::programme::{Form, Programme};

/// Rows that DuckDB takes at once.
pub(super) const ROWS_PER_CHUNK: usize = 2048;

/// Appends to the fact tables of all forms.
pub(crate) struct FactsIn<'c> {
    forms: Vec<FormIn<'c>>,
}

struct FormIn<'c> {
    facts: Appender<'c>,
    table: String,
}

impl<'c> FactsIn<'c> {
    /// Starts appending.
    pub(crate) fn new(
        connection: &'c Connection,
        programme: &Programme,
    ) -> Result<Self, WarehouseError> {
        let open = |form: &Form| -> Result<FormIn<'c>, WarehouseError> {
            Ok(FormIn {
                facts: connection.appender_to_db(&form.table, "store")?,
                table: form.table.clone(),
            })
        };
        Ok(FactsIn {
            forms: programme.forms.iter().map(open).collect::<Result<_, _>>()?,
        })
    }

    /// Appends facts of a form: for each the key of its version, and the other columns of the store table in order.
    pub(crate) fn append(
        &mut self,
        form: usize,
        keys: Vec<i32>,
        columns: Vec<ArrayRef>,
    ) -> Result<(), WarehouseError> {
        let form = &mut self.forms[form];
        let count = keys.len();
        let keys: ArrayRef = Arc::new(Int32Array::from(keys));
        let columns: Vec<ArrayRef> = std::iter::once(keys).chain(columns).collect();
        if count <= ROWS_PER_CHUNK {
            return Ok(form
                .facts
                .append_record_batch(batch(&form.table, columns)?)?);
        }
        for first in (0..count).step_by(ROWS_PER_CHUNK) {
            let rows = ROWS_PER_CHUNK.min(count - first);
            let part = columns.iter().map(|column| part(column, first, rows));
            let batch = batch(&form.table, part.collect())?;
            form.facts.append_record_batch(batch)?;
        }
        Ok(())
    }

    /// Hands everything to DuckDB and reports what it refuses.
    pub(crate) fn finish(self) -> Result<(), WarehouseError> {
        for mut form in self.forms {
            form.facts.flush()?;
        }
        Ok(())
    }
}

/// Some rows of a column. A list takes only their values along: the appender copies all that a list holds, so that
/// slices of one long list would copy all of it again and again.
fn part(column: &ArrayRef, first: usize, rows: usize) -> ArrayRef {
    let slice = column.slice(first, rows);
    let Some(list) = slice.as_list_opt::<i32>() else {
        return slice;
    };
    let (start, end) = (list.value_offsets()[0], list.value_offsets()[rows]);
    let place = |offset: i32| usize::try_from(offset).unwrap_or(0);
    let values = list.values().slice(place(start), place(end - start));
    let offsets = list.value_offsets().iter().map(|offset| offset - start);
    let field = match list.data_type() {
        DataType::List(field) => Arc::clone(field),
        other => Arc::new(Field::new("item", other.clone(), true)),
    };
    Arc::new(ListArray::new(
        field,
        OffsetBuffer::new(offsets.collect()),
        values,
        list.nulls().cloned(),
    ))
}

/// Columns as one batch; DuckDB takes them by place, so they need no names.
fn batch(table: &str, columns: Vec<ArrayRef>) -> Result<RecordBatch, WarehouseError> {
    let fields: Vec<Field> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| Field::new(at.to_string(), column.data_type().clone(), true))
        .collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).map_err(|error| {
        WarehouseError::Fault {
            place: table.to_owned(),
            detail: error.to_string(),
        }
    })
}

#[cfg(test)]
mod tests {
    use duckdb::arrow::array::{ListBuilder, StringBuilder};

    use super::*;

    #[test]
    fn a_part_of_a_list_holds_its_own_values_and_no_others() {
        let mut builder = ListBuilder::new(StringBuilder::new());
        for texts in [&["049", "091"][..], &[], &["235"], &["257", "755"]] {
            texts
                .iter()
                .for_each(|text| builder.values().append_value(text));
            builder.append(!texts.is_empty());
        }
        let whole: ArrayRef = Arc::new(builder.finish());
        let part = part(&whole, 1, 2);
        let list = part.as_list::<i32>();
        assert_eq!(list.values().len(), 1);
        assert!(list.is_null(0));
        assert_eq!(list.value(1).as_string::<i32>().value(0), "235");
    }
}
