//! Facts on their way into the store, in Arrow batches per form.

use std::sync::Arc;

use duckdb::arrow::array::{Array, ArrayRef, AsArray, Int32Array, ListArray};
use duckdb::arrow::buffer::OffsetBuffer;
use duckdb::arrow::compute::concat_batches;
use duckdb::arrow::datatypes::{DataType, Field, Schema};
use duckdb::arrow::error::ArrowError;
use duckdb::arrow::record_batch::RecordBatch;
use duckdb::{Connection, Statement};

use super::arriving::{self, Arrived};
use super::error::WarehouseError;
use super::fact_tables;
use crate::programme::{Form, Programme};

/// Rows that DuckDB takes at once.
pub(super) const ROWS_PER_CHUNK: usize = 2048;
/// Rows that one statement inserts: so many that planning it is cheap, so few that inserting goes on beside reading.
const ROWS_PER_STATEMENT: usize = 16 * ROWS_PER_CHUNK;

/// Inserts into the fact tables of all forms.
pub(crate) struct FactsIn<'c> {
    connection: &'c Connection,
    forms: Vec<FormIn<'c>>,
}

struct FormIn<'c> {
    table: String,
    /// The statement that inserts what arrives under a number.
    sql: String,
    /// Made when the first facts come.
    insert: Option<Statement<'c>>,
    waiting: Vec<RecordBatch>,
    rows: usize,
}

impl<'c> FactsIn<'c> {
    /// Starts inserting.
    pub(crate) fn new(
        connection: &'c Connection,
        programme: &Programme,
    ) -> Result<Self, WarehouseError> {
        arriving::register(connection)?;
        let form = |form: &Form| FormIn {
            table: form.table.clone(),
            sql: format!(
                "INSERT INTO store.\"{}\" SELECT {} FROM arriving(?)",
                form.table,
                fact_tables::of_arrived(programme, form)
            ),
            insert: None,
            waiting: Vec::new(),
            rows: 0,
        };
        Ok(FactsIn {
            connection,
            forms: programme.forms.iter().map(form).collect(),
        })
    }

    /// Adds facts of a form: for each the key of its version, and the other columns of the store table in order.
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
            form.waiting.push(batch(&form.table, columns)?);
        } else {
            for first in (0..count).step_by(ROWS_PER_CHUNK) {
                let rows = ROWS_PER_CHUNK.min(count - first);
                let part = columns.iter().map(|column| part(column, first, rows));
                form.waiting.push(batch(&form.table, part.collect())?);
            }
        }
        form.rows += count;
        if form.rows < ROWS_PER_STATEMENT {
            return Ok(());
        }
        form.insert(self.connection)
    }

    /// Hands everything to DuckDB.
    pub(crate) fn finish(mut self) -> Result<(), WarehouseError> {
        let mut forms = self.forms.iter_mut();
        forms.try_for_each(|form| form.insert(self.connection))
    }
}

impl<'c> FormIn<'c> {
    /// Inserts what waits.
    fn insert(&mut self, connection: &'c Connection) -> Result<(), WarehouseError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let chunks = joined(&self.waiting).map_err(|error| refused(&self.table, &error))?;
        self.waiting.clear();
        self.rows = 0;
        let arrived = Arrived::new(chunks);
        let insert = match &mut self.insert {
            Some(insert) => insert,
            none => none.insert(connection.prepare(&self.sql)?),
        };
        insert.execute([arrived.number])?;
        Ok(())
    }
}

/// Batches in chunks as full as their sizes allow without dividing one: a chunk costs as much as many rows.
fn joined(batches: &[RecordBatch]) -> Result<Vec<RecordBatch>, ArrowError> {
    let mut chunks = Vec::new();
    let mut rest = batches;
    while let Some(first) = rest.first() {
        let mut rows = 0;
        let fits = |batch: &&RecordBatch| {
            rows += batch.num_rows();
            rows <= ROWS_PER_CHUNK
        };
        let count = rest.iter().take_while(fits).count().max(1);
        let (chunk, others) = rest.split_at(count);
        chunks.push(match chunk {
            [only] => only.clone(),
            several => concat_batches(&first.schema(), several)?,
        });
        rest = others;
    }
    Ok(chunks)
}

/// Some rows of a column. A list takes only their values along: what is handed to the engine is all that a list holds, so
/// that slices of one long list would hand over all of it again and again.
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

/// Columns as one batch, named by their places.
fn batch(table: &str, columns: Vec<ArrayRef>) -> Result<RecordBatch, WarehouseError> {
    let fields: Vec<Field> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| Field::new(at.to_string(), column.data_type().clone(), true))
        .collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns)
        .map_err(|error| refused(table, &error))
}

fn refused(table: &str, error: &ArrowError) -> WarehouseError {
    WarehouseError::Fault {
        place: table.to_owned(),
        detail: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use duckdb::arrow::array::{ListBuilder, StringBuilder};

    use super::*;

    #[test]
    fn small_batches_are_joined_and_none_is_divided() {
        let of = |rows: usize| {
            let column: ArrayRef = Arc::new(Int32Array::from(vec![1; rows]));
            batch("activity", vec![column]).unwrap()
        };
        let batches: Vec<RecordBatch> = [1000, 1000, 500, 2048, 10, 30].map(of).into();
        let chunks = joined(&batches).unwrap();
        let rows: Vec<usize> = chunks.iter().map(RecordBatch::num_rows).collect();
        assert_eq!(rows, [2000, 500, 2048, 40]);
    }

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
