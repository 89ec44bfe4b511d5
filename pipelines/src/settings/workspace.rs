//! The folders and files of a workspace (contract `INTERFACE.md`, "Workspace").

use std::path::{Path, PathBuf};

use super::{decisions_file, region_file};
use crate::failure::{Failure, Phrase};

/// A folder with a region file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// The folder.
    pub root: PathBuf,
}

impl Workspace {
    /// The workspace in a folder, or in the current one.
    ///
    /// # Errors
    /// A folder without a region file.
    pub fn open(folder: Option<&Path>) -> Result<Self, Failure> {
        let workspace = Workspace::at(folder.unwrap_or(Path::new(".")));
        if workspace.region_file().is_file() {
            return Ok(workspace);
        }
        Err(Failure::usage("failure-not-a-workspace")
            .with("path", workspace.root.display().to_string())
            .hint(Phrase::new("hint-init")))
    }

    /// The paths of a workspace in a folder, whether there is one or not.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Workspace {
            root: folder.to_path_buf(),
        }
    }

    /// The region file.
    #[must_use]
    pub fn region_file(&self) -> PathBuf {
        self.root.join(region_file::FILE_NAME)
    }

    /// The remembered decisions.
    #[must_use]
    pub fn decisions_file(&self) -> PathBuf {
        self.root.join(decisions_file::FILE_NAME)
    }

    /// Whatever arrived.
    #[must_use]
    pub fn inbox(&self) -> PathBuf {
        self.root.join("inbox")
    }

    /// The warehouse.
    #[must_use]
    pub fn warehouse(&self) -> PathBuf {
        self.root.join("warehouse.duckdb")
    }

    /// The reports, one folder per month.
    #[must_use]
    pub fn reports(&self) -> PathBuf {
        self.root.join("reports")
    }
}
