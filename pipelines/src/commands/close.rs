//! `kooste close` and `kooste reopen`: months that the steering group approved.

use std::path::Path;

use kooste_transform::closing;
use serde_json::json;

use super::Outcome;
use super::run::{in_project, paths};
use crate::cli::{CloseArgs, ReopenArgs};
use crate::failure::{Exit, Failure};
use crate::settings::project::Project;
use crate::settings::workspace::Workspace;
use crate::settings::{clock, month};
use crate::stages;
use crate::ui::Ui;

pub(super) fn close(arguments: &CloseArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let project = Project::open(Workspace::open(folder)?, ui.messages())?;
    let months = in_project(&[arguments.month], &project)?;
    // What is approved is what the warehouse says now.
    let pages = stages::write_pages(&project, &months, ui)?;
    let at = arguments.month.0;
    let report = project.workspace.reports().join(month::format(at));
    closing::close(&project.workspace.root, at, &report, clock::now())?;
    if ui.json() {
        ui.object(&json!({ "exit_code": 0, "month": month::format(at), "closed": true, "pages": paths(&pages) }));
    } else {
        ui.say("close-done", &[("month", month::format(at).into())]);
    }
    Ok(Exit::Done)
}

pub(super) fn reopen(arguments: &ReopenArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let project = Project::open(Workspace::open(folder)?, ui.messages())?;
    let at = arguments.month.0;
    if arguments.why.trim().is_empty() {
        return Err(Failure::usage("failure-no-reason"));
    }
    closing::reopen(&project.workspace.root, at, &arguments.why, clock::now())?;
    if ui.json() {
        ui.object(&json!({ "exit_code": 0, "month": month::format(at), "closed": false }));
    } else {
        ui.say("reopen-done", &[("month", month::format(at).into())]);
    }
    Ok(Exit::Done)
}
