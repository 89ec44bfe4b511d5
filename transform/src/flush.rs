//! Brings files and the names in folders to the disk.
//!
//! Each flush of a single file waits for the disk; where many are to be flushed and the system can flush a whole file
//! system, that is one wait instead of hundreds.

use std::fs::File;
use std::io;
use std::path::Path;

/// More than this many are flushed together.
const SINGLY: usize = 4;

/// Flushes the contents of these files, which lie on the file system of `root`.
pub(crate) fn files(root: &Path, files: &[&Path]) -> io::Result<()> {
    if files.len() > SINGLY && whole(root)? {
        return Ok(());
    }
    files.iter().try_for_each(|path| {
        // Some systems flush only what is open for writing.
        File::options().write(true).open(path)?.sync_all()
    })
}

/// Flushes the names in these folders, which lie on the file system of `root`.
pub(crate) fn folders(root: &Path, folders: &[&Path]) -> io::Result<()> {
    if folders.len() > SINGLY && whole(root)? {
        return Ok(());
    }
    folders.iter().try_for_each(|path| folder(path))
}

/// Flushes a whole file system, if the system can; tells whether it did.
#[cfg(target_os = "linux")]
fn whole(root: &Path) -> io::Result<bool> {
    rustix::fs::syncfs(File::open(root)?)?;
    Ok(true)
}

#[cfg(not(target_os = "linux"))]
fn whole(_: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(unix)]
fn folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Only Unix can open a folder to flush it.
#[cfg(not(unix))]
fn folder(_: &Path) -> io::Result<()> {
    Ok(())
}
