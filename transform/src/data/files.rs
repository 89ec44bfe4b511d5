//! Access to data files, be they in a folder or built into the program.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// A set of text files, named by their path below a root, with `/`.
pub trait Files {
    /// The text of a file; none if there is no such file.
    ///
    /// # Errors
    /// When the file is there but cannot be read as UTF-8 text.
    fn text(&self, path: &str) -> io::Result<Option<Cow<'_, str>>>;

    /// The paths of all files, sorted.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    fn paths(&self) -> io::Result<Vec<String>>;
}

/// Files below a folder of the file system.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The files below `root`.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Folder { root: root.into() }
    }
}

impl Files for Folder {
    fn text(&self, path: &str) -> io::Result<Option<Cow<'_, str>>> {
        match std::fs::read_to_string(self.root.join(path)) {
            Ok(text) => Ok(Some(Cow::Owned(text))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn paths(&self) -> io::Result<Vec<String>> {
        let mut paths = Vec::new();
        for entry in walkdir::WalkDir::new(&self.root).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() {
                paths.push(relative(&self.root, entry.path()));
            }
        }
        paths.sort();
        Ok(paths)
    }
}

/// `path` below `root`, with `/` on every system.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

/// Files held in memory: what is built into the program, and tests.
#[derive(Debug, Clone, Default)]
pub struct InMemory<'a> {
    files: BTreeMap<String, Cow<'a, str>>,
}

impl<'a> InMemory<'a> {
    /// Adds a file.
    #[must_use]
    pub fn with(mut self, path: impl Into<String>, text: impl Into<Cow<'a, str>>) -> Self {
        self.files.insert(path.into(), text.into());
        self
    }
}

impl Files for InMemory<'_> {
    fn text(&self, path: &str) -> io::Result<Option<Cow<'_, str>>> {
        Ok(self
            .files
            .get(path)
            .map(|text| Cow::Borrowed(text.as_ref())))
    }

    fn paths(&self) -> io::Result<Vec<String>> {
        Ok(self.files.keys().cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_lists_its_files_with_slashes_in_order() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("models")).unwrap();
        std::fs::write(folder.path().join("models/b.sql"), "SELECT 1").unwrap();
        std::fs::write(folder.path().join("a.csv"), "x").unwrap();
        let files = Folder::new(folder.path());
        assert_eq!(files.paths().unwrap(), ["a.csv", "models/b.sql"]);
        assert_eq!(files.text("a.csv").unwrap().as_deref(), Some("x"));
        assert_eq!(files.text("c.csv").unwrap(), None);
    }
}
