//! Reads the region file (`kooste.toml`): grammar and keys first, then its sense ([`super::region_check`]).

use std::path::Path;

use kooste_transform::region::RegionFile;

use super::region_check::{self, Known};
use super::toml_fault::{self, Fault, Places};
use crate::failure::Failure;
use crate::messages::Messages;

/// Name of the region file in a workspace.
pub const FILE_NAME: &str = "kooste.toml";

/// Reads the region file at `path`; what the programme and the reference data know is checked later.
///
/// # Errors
/// A file that cannot be read, is no TOML or holds unknown keys.
pub fn read(path: &Path, messages: &Messages) -> Result<(RegionFile, String), Failure> {
    let source = super::read_text(path, "failure-settings-unreadable")?;
    let region = toml_fault::read::<RegionFile>(&source)
        .map_err(|fault| failure(path, &source, &[fault], messages))?;
    Ok((region, source))
}

/// Checks the sense of a region file.
///
/// # Errors
/// All faults at once, each with its place.
pub fn check(
    path: &Path,
    region: &RegionFile,
    source: &str,
    known: &Known<'_>,
    messages: &Messages,
) -> Result<(), Failure> {
    let faults = region_check::faults(region, &Places::of(source), known);
    if faults.is_empty() {
        return Ok(());
    }
    Err(failure(path, source, &faults, messages))
}

/// A failure of settings that shows every fault in its line.
#[must_use]
pub fn failure(path: &Path, source: &str, faults: &[Fault], messages: &Messages) -> Failure {
    let shown = path.display().to_string();
    let mut failure = Failure::usage("failure-settings").with("path", shown.as_str());
    failure.excerpts = faults
        .iter()
        .map(|fault| fault.show(&shown, source, messages))
        .collect();
    failure
}
