//! The SQL files of this crate: models of the marts, and audits.

/// One file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SqlFile<'f> {
    /// Name without ending.
    pub(crate) name: &'f str,
    /// Text.
    pub(crate) sql: &'f str,
}

include!(concat!(env!("OUT_DIR"), "/sql_files.rs"));
