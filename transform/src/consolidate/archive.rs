//! Originals by content hash: `archive/ab/ab12….xlsx`, never changed once written.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

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

/// Keeps a content, unless it is kept already. It is written under another name first, so that a file in the archive
/// is always whole.
pub(super) fn keep(workspace: &Path, hash: &str, file_name: &str, bytes: &[u8]) -> io::Result<()> {
    let target = location(workspace, hash, file_name);
    if fs::metadata(&target).is_ok_and(|found| found.len() == bytes.len() as u64) {
        return Ok(());
    }
    let unfinished = target.with_extension("part");
    if let Err(error) = fs::write(&unfinished, bytes) {
        if error.kind() != io::ErrorKind::NotFound {
            return Err(error);
        }
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&unfinished, bytes)?;
    }
    fs::rename(&unfinished, &target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_is_kept_once_under_its_hash() {
        let workspace = tempfile::tempdir().unwrap();
        keep(workspace.path(), "ab12", "Espoo lokakuu.XLSX", b"content").unwrap();
        keep(workspace.path(), "ab12", "Espoo lokakuu.XLSX", b"content").unwrap();
        let kept = workspace.path().join("archive/ab/ab12.xlsx");
        assert_eq!(fs::read(kept).unwrap(), b"content");
        assert_eq!(
            fs::read_dir(workspace.path().join("archive/ab"))
                .unwrap()
                .count(),
            1
        );
    }
}
