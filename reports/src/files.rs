//! Writing files so that each appears whole or not at all.

use std::io::Write as _;
use std::path::Path;

use crate::error::ReportError;

/// Writes a file under a temporary name, flushes it and moves it into place; a file that holds the same is left alone.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), ReportError> {
    if std::fs::read(path).is_ok_and(|found| found == bytes) {
        return Ok(());
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".tmp");
    let temporary = path.with_file_name(name);
    let written = std::fs::File::create(&temporary)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| std::fs::rename(&temporary, path));
    written.map_err(|source| fault(path, source))
}

/// Makes a folder with those above it.
pub(crate) fn folder(path: &Path) -> Result<(), ReportError> {
    std::fs::create_dir_all(path).map_err(|source| fault(path, source))
}

fn fault(path: &Path, source: std::io::Error) -> ReportError {
    ReportError::Write {
        path: path.to_owned(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::{folder, replace};

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left() {
        let at = tempfile::tempdir().unwrap();
        let below = at.path().join("a/b");
        folder(&below).unwrap();
        let path = below.join("page.html");
        replace(&path, b"old and long").unwrap();
        replace(&path, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(&below).unwrap().count(), 1);
    }
}
