//! A new warehouse has another name until its first run is through, so that a run that dies leaves none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::WarehouseError;
use super::open::Warehouse;
use crate::flush;
use crate::programme::Programme;

/// A warehouse on the way to its name.
#[derive(Debug)]
pub(crate) struct Unfinished {
    warehouse: Warehouse,
    /// Whether it has its tables and marts, still empty.
    has_marts: bool,
    /// Its name for now.
    here: PathBuf,
    /// The name it is to have.
    target: PathBuf,
}

impl Unfinished {
    /// Makes a new file; one that an earlier run left is taken away first.
    pub(crate) fn start(
        target: &Path,
        programme: &Programme,
        threads: Option<usize>,
    ) -> Result<Self, WarehouseError> {
        let here = with_ending(target, ".new");
        if here.exists() {
            // Another program that is making it has it locked.
            if let Err(WarehouseError::InUse { detail, .. }) = Warehouse::empty(&here, threads) {
                return Err(WarehouseError::InUse {
                    path: target.to_owned(),
                    detail,
                });
            }
            remove(&here);
        }
        let (warehouse, has_marts) = Warehouse::start(&here, programme, threads)?;
        Ok(Unfinished {
            warehouse,
            has_marts,
            here,
            target: target.to_owned(),
        })
    }

    /// The warehouse.
    pub(crate) fn warehouse(&self) -> &Warehouse {
        &self.warehouse
    }

    /// Whether it has its tables and marts, still empty.
    pub(crate) fn has_marts(&self) -> bool {
        self.has_marts
    }

    /// Gives it its name.
    pub(crate) fn keep(self) -> Result<(), WarehouseError> {
        self.warehouse.connection()?;
        drop(self.warehouse);
        let failed = |source| WarehouseError::io(&self.target, source);
        if with_ending(&self.here, ".wal").exists() {
            return Err(failed(io::Error::other("not all of it could be written")));
        }
        fs::rename(&self.here, &self.target).map_err(failed)?;
        match self.target.parent() {
            Some(folder) if folder != Path::new("") => {
                flush::folders(folder, &[folder]).map_err(failed)
            }
            _ => Ok(()),
        }
    }

    /// Takes it away.
    pub(crate) fn discard(self) {
        // What is still being opened would be there again afterwards.
        drop(self.warehouse.connection());
        drop(self.warehouse);
        remove(&self.here);
    }
}

/// Takes away a file and what the engine keeps beside it. What cannot be removed is found and removed by the next run.
fn remove(path: &Path) {
    drop(fs::remove_file(path));
    drop(fs::remove_file(with_ending(path, ".wal")));
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warehouse_has_its_name_only_when_it_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("warehouse.duckdb");
        // What a run that died would leave.
        fs::write(folder.path().join("warehouse.duckdb.new"), b"half").unwrap();
        let programme = crate::testkit::context().programme;
        let unfinished = Unfinished::start(&target, &programme, Some(1)).unwrap();
        unfinished
            .warehouse()
            .execute("CREATE TABLE one (a INTEGER)")
            .unwrap();
        assert!(!target.exists());
        unfinished.keep().unwrap();
        assert!(target.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_run_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("warehouse.duckdb");
        let programme = crate::testkit::context().programme;
        let unfinished = Unfinished::start(&target, &programme, Some(1)).unwrap();
        unfinished.discard();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
