//! A panic is a fault of ours: it ends with words and exit code 70, and shows where it happened, never with which
//! values, which may come from a report.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};

use super::Failure;

/// Where the last panic happened. Reader threads isolate theirs, so only the last one that got through counts.
static PLACE: Mutex<String> = Mutex::new(String::new());

/// Does the work of a command and turns a panic into a failure.
///
/// # Errors
/// Whatever the work says, or a fault of ours.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string);
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place.unwrap_or_default();
    }));
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Err(Failure::fault(anyhow::anyhow!("panic at {place}")))
    })
}
