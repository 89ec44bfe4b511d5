//! `kooste feedback`: writes the feedback to each reporter.

use std::path::Path;

use serde_json::json;

use super::Outcome;
use super::run::{in_project, paths};
use crate::cli::FeedbackArgs;
use crate::failure::Exit;
use crate::settings::project::Project;
use crate::settings::workspace::Workspace;
use crate::stages;
use crate::ui::Ui;

pub(super) fn run(arguments: &FeedbackArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let project = Project::open(Workspace::open(folder)?, ui.messages())?;
    let months = if arguments.months.is_empty() {
        stages::reported_months(&project)?
            .into_iter()
            .next_back()
            .into_iter()
            .collect()
    } else {
        in_project(&arguments.months, &project)?
    };
    if months.is_empty() {
        return Err(super::run::nothing_reported());
    }
    let files = stages::write_feedback(&project, &months, ui)?;
    if ui.json() {
        ui.object(&json!({ "exit_code": 0, "files": paths(&files) }));
    } else {
        for file in &files {
            ui.data(&file.display().to_string());
        }
    }
    Ok(Exit::Done)
}
