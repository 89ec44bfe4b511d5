//! Two connections to one warehouse that share a list of things to do.

use std::sync::{Mutex, PoisonError};
use std::thread;

use super::error::WarehouseError;
use super::open::Warehouse;

/// Does something with every item, on this connection and on a second one, each taking the next item that is left;
/// every connection does its part in a transaction of its own.
///
/// # Errors
///
/// The error of the first item that has one; of what was done nothing may be relied on then.
pub(super) fn side_by_side<T: Sync>(
    warehouse: &Warehouse,
    items: &[T],
    carry_out: impl Fn(&Warehouse, &T) -> Result<(), WarehouseError> + Sync,
) -> Result<(), WarehouseError> {
    let left = Mutex::new(items.iter().enumerate());
    let work = |warehouse: &Warehouse| -> Result<(), (usize, WarehouseError)> {
        let of_none = |error| (items.len(), error);
        warehouse.execute("BEGIN").map_err(of_none)?;
        loop {
            let next = left.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((at, item)) = next else {
                break;
            };
            carry_out(warehouse, item).map_err(|error| (at, error))?;
        }
        warehouse.execute("COMMIT").map_err(of_none)
    };
    let second = warehouse.second()?;
    let (here, there) = thread::scope(|scope| {
        let there = scope.spawn(move || work(&second));
        let here = work(warehouse);
        let there = there.join();
        (
            here,
            there.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        )
    });
    let errors = [here.err(), there.err()].into_iter().flatten();
    let first = errors.min_by_key(|(at, _)| *at);
    first.map_or(Ok(()), |(_, error)| Err(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_done_once_and_the_first_error_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let warehouse = Warehouse::empty(&folder.path().join("w.duckdb"), Some(1)).unwrap();
        warehouse
            .execute("CREATE TABLE done (item INTEGER)")
            .unwrap();
        let items: Vec<i32> = (0..40).collect();
        let insert = |warehouse: &Warehouse, item: &i32| {
            warehouse.execute(&format!("INSERT INTO done VALUES ({item})"))
        };
        side_by_side(&warehouse, &items, insert).unwrap();
        let found = warehouse
            .query("SELECT count(*), count(DISTINCT item) FROM done", &[])
            .unwrap();
        assert_eq!(found.rows[0][0].int(), Some(40));
        assert_eq!(found.rows[0][1].int(), Some(40));
        let fails = |_: &Warehouse, item: &i32| {
            if *item < 7 {
                return Ok(());
            }
            Err(WarehouseError::Fault {
                place: item.to_string(),
                detail: String::new(),
            })
        };
        let error = side_by_side(&warehouse, &items, fails).unwrap_err();
        assert!(error.to_string().starts_with('7'), "{error}");
    }
}
