//! `kooste export`: the warehouse as a Data Package.

use std::path::Path;

use kooste_transform::export::{self, Wanted};
use kooste_transform::warehouse::{ExportFormat, WarehouseError};
use serde_json::json;

use super::Outcome;
use super::run::paths;
use crate::cli::{ExportArgs, PackageFormat};
use crate::failure::{Exit, Failure, Phrase};
use crate::settings::workspace::Workspace;
use crate::ui::Ui;

pub(super) fn run(arguments: &ExportArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let warehouse = Workspace::open(folder)?.warehouse();
    let wanted = Wanted {
        format: match arguments.format {
            PackageFormat::Csv => ExportFormat::Csv,
            PackageFormat::Parquet => ExportFormat::Parquet,
        },
        internal: arguments.internal,
    };
    let files =
        export::export(&warehouse, &arguments.dir, wanted).map_err(|error| match error {
            WarehouseError::Io { path, source } if path == arguments.dir => {
                Failure::usage("failure-folder-not-empty")
                    .with("path", path.display().to_string())
                    .hint(Phrase::new("hint-init-folder"))
                    .because(source)
            }
            error => error.into(),
        })?;
    if ui.json() {
        ui.object(
            &json!({ "exit_code": 0, "internal": arguments.internal, "files": paths(&files) }),
        );
        return Ok(Exit::Done);
    }
    ui.say(
        if arguments.internal {
            "export-internal"
        } else {
            "export-public"
        },
        &[("count", files.len().into())],
    );
    for file in &files {
        ui.data(&file.display().to_string());
    }
    Ok(Exit::Done)
}
