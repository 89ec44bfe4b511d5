//! Facts on their way into the store, one Arrow batch per form and file.

use std::sync::Arc;

use duckdb::arrow::array::{ArrayRef, Int32Array};
use duckdb::arrow::datatypes::{Field, Schema};
use duckdb::arrow::record_batch::RecordBatch;
use duckdb::{Appender, Connection};

use super::error::WarehouseError;
use crate::programme::{Form, Programme};

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
        let batch = batch(&form.table, keys, columns)?;
        Ok(form.facts.append_record_batch(batch)?)
    }

    /// Hands everything to DuckDB and reports what it refuses.
    pub(crate) fn finish(self) -> Result<(), WarehouseError> {
        for mut form in self.forms {
            form.facts.flush()?;
        }
        Ok(())
    }
}

/// The columns behind the keys as one batch; DuckDB takes them by place, so they need no names.
fn batch(
    table: &str,
    keys: Vec<i32>,
    mut columns: Vec<ArrayRef>,
) -> Result<RecordBatch, WarehouseError> {
    columns.insert(0, Arc::new(Int32Array::from(keys)));
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
