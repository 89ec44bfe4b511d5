//! `kooste init`: makes a new workspace with a region file, an empty inbox and no decisions yet.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::Outcome;
use crate::builtin;
use crate::cli::InitArgs;
use crate::failure::{Exit, Failure, Phrase};
use crate::settings::workspace::Workspace;
use crate::ui::Ui;

const BLANK_REGION: &str = include_str!("../../templates/kooste.toml");
/// The decisions of a new workspace: none.
pub(super) const BLANK_DECISIONS: &str = include_str!("../../templates/decisions.toml");

pub(super) fn run(arguments: &InitArgs, ui: &Ui) -> Outcome {
    let region_file = match &arguments.region {
        Some(name) => builtin::region(name)?,
        None => BLANK_REGION,
    };
    if !is_free(&arguments.dir) {
        return Err(Failure::usage("failure-folder-not-empty")
            .with("path", arguments.dir.display().to_string())
            .hint(Phrase::new("hint-init-folder")));
    }
    let workspace = make(&arguments.dir, region_file)?;
    let shown = workspace.root.display().to_string();
    if ui.json() {
        ui.object(&json!({ "workspace": shown, "region": arguments.region }));
    }
    ui.say("init-done", &[("path", shown.as_str().into())]);
    let next = if arguments.blank {
        "init-next-blank"
    } else {
        "init-next"
    };
    ui.say(next, &[("path", shown.as_str().into())]);
    Ok(Exit::Done)
}

/// Tells whether a folder is empty or not there yet.
pub(super) fn is_free(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

/// Makes the folders and files of a workspace; what is there is written over.
pub(super) fn make(folder: &Path, region_file: &str) -> Result<Workspace, Failure> {
    let workspace = Workspace::at(folder);
    let inbox = workspace.inbox();
    fs::create_dir_all(&inbox).map_err(|cause| Failure::io("failure-write", &inbox, cause))?;
    write(&workspace.region_file(), region_file)?;
    write(&workspace.decisions_file(), BLANK_DECISIONS)?;
    Ok(workspace)
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|cause| Failure::io("failure-write", path, cause))
}
