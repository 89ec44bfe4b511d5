//! `kooste doctor`: checks settings and warehouse, and repairs what can be derived.

use std::path::Path;

use kooste_transform::doctor::{self, Finding};
use kooste_transform::warehouse::{Warehouse, WarehouseError};
use serde_json::json;

use super::Outcome;
use crate::cli::DoctorArgs;
use crate::failure::{Exit, Failure};
use crate::settings::clock;
use crate::settings::project::Project;
use crate::settings::workspace::Workspace;
use crate::ui::Ui;

pub(super) fn run(arguments: &DoctorArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let project = Project::open(Workspace::open(folder)?, ui.messages())?;
    let mut found = examine(&project)?;
    let before = found.len();
    if arguments.repair && project.workspace.warehouse().exists() {
        doctor::repair(&project.workspace.root, &project.context.programme, &found)?;
        found = examine(&project)?;
    }
    let exit = if found.iter().any(|one| one.ailment.is_grave()) {
        Exit::Usage
    } else {
        Exit::Done
    };
    if ui.json() {
        ui.object(&json!({
            "exit_code": exit.code(),
            "repaired": before.saturating_sub(found.len()),
            "findings": found.iter().map(|one| json!({
                "kind": one.ailment.name(),
                "grave": one.ailment.is_grave(),
                "place": one.place,
                "detail": one.detail,
                "message": words(one, ui),
            })).collect::<Vec<_>>(),
        }));
        return Ok(exit);
    }
    if let Some(repaired @ 1..) = before.checked_sub(found.len()) {
        ui.data(
            &ui.messages()
                .format("doctor-repaired", &[("count", repaired.into())]),
        );
    }
    if found.is_empty() {
        ui.data(&ui.messages().text("doctor-well"));
    }
    for one in &found {
        ui.data(&words(one, ui));
    }
    Ok(exit)
}

fn examine(project: &Project) -> Result<Vec<Finding>, Failure> {
    let root = &project.workspace.root;
    let warehouse = match Warehouse::open_read(&project.workspace.warehouse()) {
        Err(WarehouseError::NotFound { .. }) => None,
        opened => Some(opened?),
    };
    let today = clock::now().date();
    Ok(doctor::examine(
        root,
        warehouse.as_ref(),
        &project.context,
        today,
    )?)
}

fn words(found: &Finding, ui: &Ui) -> String {
    let kind = found.ailment.name();
    ui.messages().format(
        &format!("doctor-{kind}"),
        &[
            ("place", found.place.as_str().into()),
            ("detail", found.detail.as_str().into()),
        ],
    )
}
