//! `kooste report`: writes the pages again from what the warehouse holds.

use std::path::Path;

use serde_json::json;

use super::Outcome;
use super::run::{in_project, paths};
use crate::cli::ReportArgs;
use crate::failure::Exit;
use crate::settings::project::Project;
use crate::settings::workspace::Workspace;
use crate::stages;
use crate::ui::Ui;

pub(super) fn run(arguments: &ReportArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let project = Project::open(Workspace::open(folder)?, ui.messages())?;
    let months = if arguments.months.is_empty() {
        stages::reported_months(&project)?
    } else {
        in_project(&arguments.months, &project)?
    };
    let pages = stages::write_pages(&project, &months, ui)?;
    if ui.json() {
        ui.object(&json!({ "exit_code": 0, "pages": paths(&pages) }));
    } else {
        for page in &pages {
            ui.data(&page.display().to_string());
        }
    }
    Ok(Exit::Done)
}
