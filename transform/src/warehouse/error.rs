//! What can go wrong with the warehouse.

use std::path::{Path, PathBuf};

/// Why the warehouse cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WarehouseError {
    /// Another program holds the file open.
    #[error("{}: in use by another program", path.display())]
    InUse {
        /// The warehouse.
        path: PathBuf,
        /// The engine's own words, which often name the program.
        detail: String,
    },
    /// There is no such file.
    #[error("{}: no warehouse here", path.display())]
    NotFound {
        /// Where it should be.
        path: PathBuf,
    },
    /// The file is not a warehouse, or it is damaged.
    #[error("{}: not a readable warehouse: {detail}", path.display())]
    Damaged {
        /// The warehouse.
        path: PathBuf,
        /// The engine's own words.
        detail: String,
    },
    /// A later version of Kooste laid it out.
    #[error("{}: laid out by a newer version of kooste (layout {found}, this program knows {known})", path.display())]
    Newer {
        /// The warehouse.
        path: PathBuf,
        /// Layout of the file.
        found: i32,
        /// Latest layout known.
        known: i32,
    },
    /// A statement of the user that the engine refuses.
    #[error("{detail}")]
    Query {
        /// The engine's own words.
        detail: String,
    },
    /// A format that this build cannot write.
    #[error("this build cannot write `{format}`: it was made without the feature `bundled`")]
    Unsupported {
        /// The format.
        format: &'static str,
    },
    /// An input of ours is wrong: a model, an audit, a comment.
    #[error("{place}: {detail}")]
    Fault {
        /// File or step.
        place: String,
        /// What is wrong with it.
        detail: String,
    },
    /// A model of the programme's own does not fit the warehouse, or its forms do not fit a model.
    #[error("models/{name}.sql: {detail}")]
    Model {
        /// Name of the model.
        name: String,
        /// What is wrong with it.
        detail: String,
    },
    /// Audits found faulty rows.
    #[error("audit `{audit}` failed: {claim}: {rows}")]
    Audit {
        /// Name of the audit.
        audit: &'static str,
        /// What it claims.
        claim: String,
        /// The first faulty rows.
        rows: String,
    },
    /// A file could not be read or written.
    #[error("{}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Anything else of the engine.
    #[error(transparent)]
    Engine(#[from] duckdb::Error),
}

impl WarehouseError {
    /// Turns a failure to open `path` into its kind.
    pub(crate) fn of_opening(path: &Path, error: &duckdb::Error) -> Self {
        let detail = error.to_string();
        let path = path.to_owned();
        if is_lock_conflict(&detail) {
            WarehouseError::InUse { path, detail }
        } else {
            WarehouseError::Damaged { path, detail }
        }
    }

    /// Whether the disk refused to take or give bytes, e.g. because it is full.
    #[must_use]
    pub fn is_disk_fault(&self) -> bool {
        match self {
            WarehouseError::Engine(error) => is_disk_fault(&error.to_string()),
            WarehouseError::Io { .. } => true,
            _ => false,
        }
    }

    /// An input or output error of a file.
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Self {
        WarehouseError::Io {
            path: path.to_owned(),
            source,
        }
    }
}

/// DuckDB has no code for a lock held by somebody else, only words; Windows words it differently.
fn is_lock_conflict(detail: &str) -> bool {
    detail.contains("Could not set lock on file")
        || detail.contains("Conflicting lock is held")
        || detail.contains("being used by another process")
        || detail.contains("already open in another")
}

/// DuckDB has no code for these either. A failed write while a transaction ends comes in the words of the second line.
fn is_disk_fault(detail: &str) -> bool {
    detail.contains("IO Error")
        || detail.contains("No space left on device")
        || detail.contains("File too large")
}
