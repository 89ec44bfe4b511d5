//! What lies beside the file of a warehouse: what the engine keeps there, and the file that is to take its place.

use std::fs;
use std::path::{Path, PathBuf};

/// The log into which a client writes what it has not brought into the file yet.
pub(super) fn log(path: &Path) -> PathBuf {
    with_ending(path, ".wal")
}

/// The name under which a warehouse is written; what a run that died left there is taken away.
pub(super) fn vacant(path: &Path) -> PathBuf {
    let new = with_ending(path, ".new");
    remove(&new);
    new
}

/// Takes away a file and what the engine keeps beside it. What cannot be removed is found and removed by the next run.
pub(crate) fn remove(path: &Path) {
    drop(fs::remove_file(path));
    drop(fs::remove_file(log(path)));
    drop(fs::remove_dir_all(with_ending(path, ".tmp")));
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
