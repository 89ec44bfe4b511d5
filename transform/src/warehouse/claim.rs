//! The right to write a warehouse: one program at a time has it.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::beside;
use super::error::WarehouseError;
use super::open::Warehouse;

/// The right to write a warehouse, until it is dropped or the program ends, however it ends.
///
/// Readers need none: what is written is another file until it is whole. The empty file `.warehouse.duckdb.lock` stays
/// where it is, as a file that comes and goes could be claimed twice.
#[derive(Debug)]
pub(crate) struct Claim {
    target: PathBuf,
    source: Option<File>,
    _lock: File,
}

impl Claim {
    /// Claims the warehouse at `path`, which need not be there yet.
    ///
    /// # Errors
    ///
    /// [`WarehouseError::InUse`] if another program has the right, [`WarehouseError::Damaged`] if what another client
    /// left in the engine's log cannot be brought into the file, [`WarehouseError::Io`] if the folder cannot be written.
    pub(crate) fn of(path: &Path) -> Result<Self, WarehouseError> {
        // A link goes on leading to the file elsewhere.
        let target = match fs::symlink_metadata(path) {
            Ok(found) if found.is_symlink() => {
                fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
            }
            _ => path.to_owned(),
        };
        let lock = lock(path, &target)?;
        let source = if target.exists() {
            if beside::log(&target).exists() {
                drop(Warehouse::empty(&target, Some(1))?);
            }
            Some(File::open(&target).map_err(|source| WarehouseError::io(&target, source))?)
        } else {
            // Without its file it says nothing, and the engine would bring it into the new one.
            drop(fs::remove_file(beside::log(&target)));
            None
        };
        Ok(Claim {
            target,
            source,
            _lock: lock,
        })
    }

    /// The file of the warehouse.
    pub(super) fn target(&self) -> &Path {
        &self.target
    }

    /// The same file to copy from, if it is there. It stays open as long as the claim: closing any handle of a file
    /// ends the locks that the engine holds on it.
    pub(super) fn source(&self) -> Option<&File> {
        self.source.as_ref()
    }
}

fn lock(path: &Path, target: &Path) -> Result<File, WarehouseError> {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".lock");
    let beside = target.with_file_name(name);
    let file = File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .open(&beside)
        .map_err(|source| WarehouseError::io(&beside, source))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(WarehouseError::InUse {
            path: path.to_owned(),
            detail: String::from("another run is writing it"),
        }),
        Err(TryLockError::Error(source)) => Err(WarehouseError::io(&beside, source)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_may_write() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("warehouse.duckdb");
        let claim = Claim::of(&path).unwrap();
        let second = Claim::of(&path);
        assert!(matches!(second, Err(WarehouseError::InUse { .. })));
        drop(claim);
        Claim::of(&path).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_to_what_is_claimed() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("real.duckdb");
        fs::write(&real, b"").unwrap();
        let link = folder.path().join("warehouse.duckdb");
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let claim = Claim::of(&link).unwrap();
        assert_eq!(claim.target(), fs::canonicalize(&real).unwrap());
        assert!(matches!(
            Claim::of(&real),
            Err(WarehouseError::InUse { .. })
        ));
    }
}
