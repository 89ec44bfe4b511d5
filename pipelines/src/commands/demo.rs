//! `kooste demo`: a workspace of the built-in example reports, run from end to end.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, NaiveDateTime};
use include_dir::Dir;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use serde_json::json;

use super::{Outcome, init, run};
use crate::builtin;
use crate::cli::DemoArgs;
use crate::failure::{Exit, Failure, Phrase};
use crate::settings::project::Project;
use crate::settings::workspace::Workspace;
use crate::stages::{self, Pages};
use crate::ui::Ui;

/// Marks a folder as a demo, so that it may be written over.
const MARK: &str = ".kooste-demo";

const MISSING: &str = include_str!("missing.sql");

pub(super) fn run(arguments: &DemoArgs, ui: &Ui) -> Outcome {
    let region_file = builtin::region(&arguments.region)?;
    let folder = &arguments.dir;
    prepare(folder, &arguments.region)?;
    let workspace = init::make(folder, region_file)?;
    let files = copy_reports(&arguments.region, &workspace.inbox())?;
    ui.say(
        "demo-made",
        &[
            ("path", folder.display().to_string().into()),
            ("files", files.into()),
        ],
    );
    let project = Project::open(workspace, ui.messages())?;
    let mut done = stages::run(&project, Pages::Changed, ui)?;
    if done.outcome.run_id.is_none() {
        // The demo was there already: what it wrote is shown again.
        let months = stages::reported_months(&project)?;
        done.pages = stages::write_pages(&project, &months, ui)?;
    }
    if ui.json() {
        let mut object = run::object(&done, Exit::Done, ui);
        object["workspace"] = json!(folder.display().to_string());
        ui.object(&object);
        return Ok(Exit::Done);
    }
    run::tell(&done, ui);
    tell_missing(&project.workspace, ui)?;
    ui.say("demo-pages", &[]);
    for page in &done.pages {
        ui.data(&page.display().to_string());
    }
    ui.say(
        "demo-next",
        &[("path", folder.display().to_string().into())],
    );
    Ok(Exit::Done)
}

/// Empties the folder of an earlier demo; refuses any other folder with something in it, and a demo in which somebody
/// has worked since.
fn prepare(folder: &Path, region: &str) -> Result<(), Failure> {
    let mark = folder.join(MARK);
    let io = |cause| Failure::io("failure-write", folder, cause);
    let earlier = fs::read_to_string(&mark).ok();
    if earlier.is_none() && !init::is_free(folder) {
        return Err(Failure::usage("failure-folder-not-empty")
            .with("path", folder.display().to_string())
            .hint(Phrase::new("hint-demo-folder")));
    }
    if let Some(changed) = earlier
        .as_deref()
        .and_then(|name| changed(folder, name.trim()))
    {
        return Err(Failure::usage("failure-demo-changed")
            .with("path", folder.display().to_string())
            .with("file", changed.display().to_string())
            .hint(Phrase::new("hint-demo-folder")));
    }
    if earlier.is_some_and(|name| name.trim() != region) {
        for part in ["inbox", "archive", "reports"] {
            remove(&folder.join(part)).map_err(io)?;
        }
        remove(&Workspace::at(folder).warehouse()).map_err(io)?;
    }
    fs::create_dir_all(folder).map_err(io)?;
    fs::write(&mark, format!("{region}\n")).map_err(io)
}

/// A file of an earlier demo that is not what the demo made of it: settings, or anything in the inbox.
fn changed(folder: &Path, region: &str) -> Option<PathBuf> {
    let workspace = Workspace::at(folder);
    let settings = [
        (workspace.region_file(), builtin::region(region).ok()),
        (workspace.decisions_file(), Some(init::BLANK_DECISIONS)),
    ];
    let is_changed = |path: &PathBuf, made: Option<&[u8]>| {
        fs::read(path).is_ok_and(|there| made != Some(there.as_slice()))
    };
    let of_settings = settings
        .into_iter()
        .find(|(path, made)| is_changed(path, made.map(str::as_bytes)));
    if let Some((path, _)) = of_settings {
        return Some(path);
    }
    let inbox = workspace.inbox();
    let reports = builtin::REPORTS.get_dir(region);
    let made = |path: &Path| {
        let below = path.strip_prefix(&inbox).ok()?;
        let report = reports?.get_file(reports?.path().join("inbox").join(below))?;
        Some(report.contents())
    };
    files_below(&inbox)
        .into_iter()
        .find(|path| is_changed(path, made(path)))
}

/// All files below a folder, in the order of their paths; links are not followed.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut rest = vec![folder.to_path_buf()];
    while let Some(next) = rest.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let found = if is_folder { &mut rest } else { &mut files };
            found.push(entry.path());
        }
    }
    files.sort();
    files
}

fn remove(path: &Path) -> std::io::Result<()> {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    match removed {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Copies the example reports of a region and sets the times at which they arrived; tells how many there are.
fn copy_reports(region: &str, inbox: &Path) -> Result<usize, Failure> {
    let Some(folder) = builtin::REPORTS.get_dir(region) else {
        return Err(Failure::usage("failure-unknown-region").with("name", region));
    };
    let arrivals = arrivals(folder)?;
    for (path, received) in &arrivals {
        let source = folder.get_file(folder.path().join(path));
        let bytes = source.map(include_dir::File::contents).ok_or_else(|| {
            Failure::fault(anyhow::anyhow!("{region}/manifest.csv names `{path}`"))
        })?;
        let target = target(inbox, path);
        place(&target, bytes, *received)
            .map_err(|cause| Failure::io("failure-write", &target, cause))?;
    }
    Ok(arrivals.len())
}

/// `inbox/2018-10/espoo.xlsx` of the manifest, below the inbox.
fn target(inbox: &Path, path: &str) -> PathBuf {
    let below = path.strip_prefix("inbox/").unwrap_or(path);
    below
        .split('/')
        .fold(inbox.to_path_buf(), |folder, part| folder.join(part))
}

/// Writes a file unless it is there already with these bytes.
fn place(target: &Path, bytes: &[u8], received: SystemTime) -> std::io::Result<()> {
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent)?;
    }
    if !fs::read(target).is_ok_and(|there| there == bytes) {
        fs::write(target, bytes)?;
    }
    File::options()
        .write(true)
        .open(target)?
        .set_modified(received)
}

/// Path and time of arrival (UTC) of every example report.
fn arrivals(folder: &'static Dir<'static>) -> Result<Vec<(String, SystemTime)>, Failure> {
    let manifest = folder
        .get_file(folder.path().join("manifest.csv"))
        .map(include_dir::File::contents)
        .unwrap_or_default();
    let mut reader = csv::Reader::from_reader(manifest);
    let mut arrivals = Vec::new();
    for record in reader.records() {
        let record = record.map_err(Failure::fault)?;
        let received = NaiveDateTime::parse_from_str(&record[1], "%Y-%m-%dT%H:%M:%S")
            .map_err(Failure::fault)?;
        let received: DateTime<chrono::Utc> = received.and_utc();
        arrivals.push((record[0].to_owned(), received.into()));
    }
    Ok(arrivals)
}

/// Tells how many owed reports came in the whole project, and who did not report in its last month.
fn tell_missing(workspace: &Workspace, ui: &Ui) -> Result<(), Failure> {
    let warehouse = Warehouse::open_read(&workspace.warehouse())?;
    let found = warehouse.query(MISSING, &[])?;
    let names: Vec<String> = found
        .rows
        .iter()
        .filter_map(|row| row.get(language_column(ui)).map(ToString::to_string))
        .collect();
    let month = found
        .rows
        .first()
        .and_then(|row| row.first())
        .and_then(Value::date);
    if let Some(month) = month {
        ui.say(
            "demo-missing",
            &[
                ("month", crate::settings::month::format(month).into()),
                ("names", names.join(", ").into()),
            ],
        );
    }
    Ok(())
}

/// Column of `missing.sql` with the name in the language spoken.
fn language_column(ui: &Ui) -> usize {
    1 + crate::language::Language::ALL
        .iter()
        .position(|language| *language == ui.messages().language())
        .unwrap_or(0)
}
