//! Originals by content hash: `archive/ab/ab12….xlsx`, never changed once written.
//!
//! A content is written under another name while files are read; before the transaction that relies on it ends, all of
//! them are on the disk and then under their names, so that a file in the archive is always whole.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;

use super::outcome::ConsolidateError;
use crate::flush;

/// Where a content with this hash and file name is kept in a workspace.
#[must_use]
pub fn location(workspace: &Path, hash: &str, file_name: &str) -> PathBuf {
    let folder = workspace
        .join("archive")
        .join(hash.get(..2).unwrap_or("00"));
    match Path::new(file_name).extension() {
        Some(extension) => folder.join(format!(
            "{hash}.{}",
            extension.to_string_lossy().to_lowercase()
        )),
        None => folder.join(hash),
    }
}

/// The archive of a workspace while a run adds to it.
#[derive(Debug)]
pub(super) struct Archive {
    workspace: PathBuf,
    /// Contents written under another name, with the name they are to have.
    unfinished: Mutex<Vec<(PathBuf, PathBuf)>>,
}

impl Archive {
    /// The archive of this workspace.
    pub(super) fn of(workspace: &Path) -> Self {
        Archive {
            workspace: workspace.to_owned(),
            unfinished: Mutex::default(),
        }
    }

    /// Writes a content, unless it is kept already.
    pub(super) fn keep(
        &self,
        hash: &str,
        file_name: &str,
        bytes: &[u8],
    ) -> Result<(), ConsolidateError> {
        let target = location(&self.workspace, hash, file_name);
        if fs::metadata(&target).is_ok_and(|found| found.len() == bytes.len() as u64) {
            return Ok(());
        }
        let unfinished = target.with_extension("part");
        write(&unfinished, bytes).map_err(|source| failed(&target, source))?;
        self.lock().push((unfinished, target));
        Ok(())
    }

    /// Starts to bring what was written to the disk and under its names; the transaction that relies on it waits for
    /// the end.
    pub(super) fn finish(&self) -> JoinHandle<Result<(), ConsolidateError>> {
        let workspace = self.workspace.clone();
        let unfinished = std::mem::take(&mut *self.lock());
        std::thread::spawn(move || finish(&workspace, &unfinished))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(PathBuf, PathBuf)>> {
        self.unfinished
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::write(path, bytes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, bytes)
        }
        written => written,
    }
}

fn finish(workspace: &Path, unfinished: &[(PathBuf, PathBuf)]) -> Result<(), ConsolidateError> {
    if unfinished.is_empty() {
        return Ok(());
    }
    let archive = workspace.join("archive");
    let written: Vec<&Path> = unfinished.iter().map(|(path, _)| path.as_path()).collect();
    flush::files(&archive, &written).map_err(|source| failed(&archive, source))?;
    let mut folders: BTreeSet<&Path> = BTreeSet::from([workspace, archive.as_path()]);
    for (unfinished, target) in unfinished {
        fs::rename(unfinished, target).map_err(|source| failed(target, source))?;
        folders.extend(target.parent());
    }
    let folders: Vec<&Path> = folders.into_iter().collect();
    flush::folders(&archive, &folders).map_err(|source| failed(&archive, source))
}

fn failed(path: &Path, source: io::Error) -> ConsolidateError {
    ConsolidateError::Write {
        path: path.to_owned(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_is_kept_once_under_its_hash() {
        let workspace = tempfile::tempdir().unwrap();
        let archive = Archive::of(workspace.path());
        for _ in 0..2 {
            archive
                .keep("ab12", "Espoo lokakuu.XLSX", b"content")
                .unwrap();
            archive.finish().join().unwrap().unwrap();
        }
        let kept = workspace.path().join("archive/ab/ab12.xlsx");
        assert_eq!(fs::read(kept).unwrap(), b"content");
        assert_eq!(
            fs::read_dir(workspace.path().join("archive/ab"))
                .unwrap()
                .count(),
            1
        );
    }

    #[test]
    fn a_content_has_its_name_only_once_it_is_on_the_disk() {
        let workspace = tempfile::tempdir().unwrap();
        let archive = Archive::of(workspace.path());
        archive.keep("ab12", "espoo.csv", b"content").unwrap();
        let kept = workspace.path().join("archive/ab/ab12.csv");
        assert!(!kept.exists());
        archive.finish().join().unwrap().unwrap();
        assert!(kept.exists());
    }

    #[test]
    fn many_contents_are_finished_together() {
        let workspace = tempfile::tempdir().unwrap();
        let archive = Archive::of(workspace.path());
        for number in 0..40 {
            let hash = format!("{number:02}ab");
            archive.keep(&hash, "espoo.csv", hash.as_bytes()).unwrap();
        }
        archive.finish().join().unwrap().unwrap();
        for number in 0..40 {
            let path = format!("archive/{number:02}/{number:02}ab.csv");
            assert!(workspace.path().join(path).exists());
        }
    }

    #[test]
    fn an_archive_that_cannot_be_written_is_named() {
        let workspace = tempfile::tempdir().unwrap();
        fs::write(workspace.path().join("archive"), b"a file").unwrap();
        let error = Archive::of(workspace.path())
            .keep("ab12", "espoo.csv", b"content")
            .unwrap_err();
        assert!(error.to_string().ends_with("ab12.csv"), "{error}");
    }
}
