//! Rows on their way into the warehouse as a table that statements can select from: `arriving(number)`.
//!
//! What an appender does before the same insertion, copying all rows into a buffer of its own, falls away, and the
//! statement may compute columns from those that arrive.

use std::collections::HashMap;
use std::error::Error;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use duckdb::Connection;
use duckdb::arrow::record_batch::RecordBatch;
use duckdb::core::{DataChunkHandle, LogicalTypeHandle, LogicalTypeId};
use duckdb::vtab::arrow::{record_batch_to_duckdb_data_chunk, to_duckdb_logical_type_for_field};
use duckdb::vtab::{BindInfo, InitInfo, TableFunctionInfo, VTab};

/// Name of the table function.
const NAME: &str = "arriving";

/// Batches of the same columns, each of at most as many rows as the engine takes at once.
type Batches = Arc<Vec<RecordBatch>>;

/// What may be selected from, by number. The engine's table functions know of no connection, so all share it.
static ARRIVED: LazyLock<Mutex<HashMap<u64, Batches>>> = LazyLock::new(Mutex::default);
static NEXT: AtomicU64 = AtomicU64::new(1);

fn arrived() -> MutexGuard<'static, HashMap<u64, Batches>> {
    // A thread that panicked left the map whole: entries are inserted complete.
    ARRIVED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes `arriving` known to a connection.
///
/// # Errors
///
/// If the engine refuses.
pub(super) fn register(connection: &Connection) -> Result<(), duckdb::Error> {
    connection.register_table_function::<Arriving>(NAME)
}

/// Rows that can be selected from while this lives.
#[derive(Debug)]
pub(super) struct Arrived {
    /// What `arriving` is to be called with.
    pub(super) number: u64,
}

impl Arrived {
    /// Offers at least one batch.
    pub(super) fn new(batches: Vec<RecordBatch>) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        arrived().insert(number, Arc::new(batches));
        Arrived { number }
    }
}

impl Drop for Arrived {
    fn drop(&mut self) {
        let batches = arrived().remove(&self.number);
        drop(batches);
    }
}

/// The table function.
struct Arriving;

impl VTab for Arriving {
    type BindData = Batches;
    /// The batch that is next.
    type InitData = AtomicUsize;

    fn bind(bind: &BindInfo) -> Result<Batches, Box<dyn Error>> {
        let number = bind.get_parameter(0).to_uint64();
        let batches = arrived().get(&number).cloned();
        let batches = batches.ok_or_else(|| format!("nothing arrived as {number}"))?;
        let first = batches.first().ok_or("no batch arrived")?;
        for field in first.schema().fields() {
            bind.add_result_column(field.name(), to_duckdb_logical_type_for_field(field)?);
        }
        Ok(batches)
    }

    fn init(_: &InitInfo) -> Result<AtomicUsize, Box<dyn Error>> {
        Ok(AtomicUsize::new(0))
    }

    fn func(
        function: &TableFunctionInfo<Self>,
        output: &mut DataChunkHandle,
    ) -> Result<(), Box<dyn Error>> {
        let at = function.get_init_data().fetch_add(1, Ordering::Relaxed);
        match function.get_bind_data().get(at) {
            Some(batch) => record_batch_to_duckdb_data_chunk(batch, output),
            None => {
                output.set_len(0);
                Ok(())
            }
        }
    }

    fn parameters() -> Option<Vec<LogicalTypeHandle>> {
        Some(vec![LogicalTypeHandle::from(LogicalTypeId::UBigint)])
    }
}
