//! A workspace with all that reading and telling need: region, decisions, programme and reference data.

use std::path::Path;
use std::sync::Arc;

use chrono::Datelike;
use kooste_ingest::document::Limits;
use kooste_transform::data::Folder;
use kooste_transform::decisions::Decisions;
use kooste_transform::hex::hex;
use kooste_transform::programme::Programme;
use kooste_transform::reference::Reference;
use kooste_transform::region::RegionFile;
use kooste_transform::submission::Context;
use sha2::{Digest, Sha256};

use super::region_check::Known;
use super::workspace::Workspace;
use super::{decisions_file, month, region_file};
use crate::builtin;
use crate::failure::Failure;
use crate::messages::Messages;

/// A workspace whose settings are in order.
pub struct Project {
    /// Its folders and files.
    pub workspace: Workspace,
    /// What files are read with.
    pub context: Context,
    /// Hash of the texts of region file and decisions.
    pub config_hash: String,
}

impl Project {
    /// Reads and checks the settings of a workspace.
    ///
    /// # Errors
    /// What is wrong with them, with places and hints.
    pub fn open(workspace: Workspace, messages: &Messages) -> Result<Self, Failure> {
        let path = workspace.region_file();
        let (region, source) = region_file::read(&path, messages)?;
        let programme = programme(&region.region.programme, &workspace.root)?;
        let reference = Arc::new(builtin::reference()?);
        let known = Known {
            forms: programme.forms.iter().map(|form| &*form.code).collect(),
            fields: (programme.forms.iter())
                .flat_map(|form| &form.fields)
                .map(|field| &*field.code)
                .collect(),
            municipality: &|code| {
                years(&region).any(|year| reference.municipality(code, year).is_some())
            },
        };
        region_file::check(&path, &region, &source, &known, messages)?;
        let decisions_path = workspace.decisions_file();
        let decisions = decisions_file::read(&decisions_path, &region, &programme, messages)?;
        let config_hash = hash(&source, &decisions_path);
        Ok(Project {
            context: context(programme, reference, region, decisions),
            workspace,
            config_hash,
        })
    }

    /// The region file as read.
    #[must_use]
    pub fn region(&self) -> &RegionFile {
        &self.context.region
    }
}

/// What files are read with, for a region and the decisions taken in it.
#[must_use]
pub fn context(
    programme: Programme,
    reference: Arc<Reference>,
    region: RegionFile,
    decisions: Decisions,
) -> Context {
    let limits = limits(&region);
    Context::new(programme, region, reference, decisions, limits)
}

/// The years of a project, from its first month to its last.
fn years(region: &RegionFile) -> impl Iterator<Item = i32> {
    let year = |text: &str| month::parse(text).map(|day| day.year());
    let (first, last) = (&region.region.first_month, &region.region.last_month);
    year(first).unwrap_or(0)..=year(last).unwrap_or(0)
}

/// The built-in programme of this name, or one of the user's own in a folder of the workspace.
fn programme(name: &str, root: &Path) -> Result<Programme, Failure> {
    match builtin::programme(name) {
        Some(programme) => programme,
        None => Programme::load(&Folder::new(root.join(name))).map_err(|cause| {
            Failure::usage("failure-programme")
                .with("name", name)
                .because(cause)
        }),
    }
}

/// A programme that must be built in.
///
/// # Errors
/// A name that is none of the built-in programmes'.
pub fn builtin_programme(name: &str) -> Result<Programme, Failure> {
    builtin::programme(name)
        .unwrap_or_else(|| Err(Failure::usage("failure-programme").with("name", name)))
}

/// The default limits, where the region file says nothing else (READING.md R37).
fn limits(region: &RegionFile) -> Limits {
    let default = Limits::default();
    let set = &region.limits;
    Limits {
        file_bytes: set.file_bytes.unwrap_or(default.file_bytes),
        unpacked_bytes: set.unpacked_bytes.unwrap_or(default.unpacked_bytes),
        cells: set.cells.unwrap_or(default.cells),
        columns: set.columns.unwrap_or(default.columns),
        ..default
    }
}

fn hash(region: &str, decisions: &Path) -> String {
    // Decisions that are not there count as empty ones; unreadable ones were refused before.
    let decisions = std::fs::read(decisions).unwrap_or_default();
    sha256(&[region.as_bytes(), &[0], &decisions])
}

/// SHA-256 of the parts one after another, hex.
#[must_use]
pub fn sha256(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    hex(&digest.finalize())
}
