//! `kooste report`: writes the pages again from what the warehouse holds.

use std::path::Path;

use serde_json::json;

use super::Outcome;
use super::run::{in_project, paths};
use crate::cli::ReportArgs;
use crate::failure::Exit;
use crate::settings::month;
use crate::settings::project::Project;
use crate::settings::workspace::Workspace;
use crate::stages;
use crate::ui::Ui;

pub(super) fn run(arguments: &ReportArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let project = Project::open(Workspace::open(folder)?, ui.messages())?;
    if arguments.as_of_close {
        return as_of_close(arguments, &project, ui);
    }
    let months = if arguments.months.is_empty() {
        stages::reported_months(&project)?
    } else {
        in_project(&arguments.months, &project)?
    };
    if months.is_empty() {
        return Err(super::run::nothing_reported());
    }
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

/// Makes the reports of closed months anew and tells whether they are what was approved.
fn as_of_close(arguments: &ReportArgs, project: &Project, ui: &Ui) -> Outcome {
    let months = if arguments.months.is_empty() {
        stages::closed_months(project)?
    } else {
        in_project(&arguments.months, project)?
    };
    let mut files = Vec::new();
    for at in months {
        for (file, is_same) in stages::reproduce(project, at, ui)? {
            let words = if is_same {
                "report-same"
            } else {
                "report-differs"
            };
            let place = format!("{}/{file}", month::format(at));
            if !ui.json() {
                ui.data(
                    &ui.messages()
                        .format(words, &[("file", place.as_str().into())]),
                );
            }
            files.push((place, is_same));
        }
    }
    let exit = if files.iter().all(|(_, is_same)| *is_same) {
        Exit::Done
    } else {
        Exit::Usage
    };
    if ui.json() {
        ui.object(&json!({
            "exit_code": exit.code(),
            "files": files.iter().map(|(file, is_same)| json!({ "file": file, "same": is_same })).collect::<Vec<_>>(),
        }));
    }
    Ok(exit)
}
