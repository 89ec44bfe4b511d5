//! Flags and files resolved: where the workspace is, in which language and manner to speak.

pub mod branding_file;
pub mod clock;
pub mod decisions_file;
pub mod month;
pub mod project;
pub mod region_check;
pub mod region_file;
pub mod toml_fault;
pub mod workspace;

use std::path::Path;

use crate::failure::Failure;

/// Reads a settings file as text.
///
/// # Errors
/// A file that is not there or is no UTF-8, with its path.
pub(crate) fn read_text(path: &Path, key: &'static str) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::InvalidData => {
            Failure::usage("failure-not-text").with("path", path.display().to_string())
        }
        _ => Failure::io(key, path, cause),
    })
}
