//! The order of the stages: read and store what arrived, then write the pages of the months that changed.

use std::path::{Path, PathBuf};

use chrono::{Datelike as _, NaiveDate};
use kooste_ingest::document::Document;
use kooste_reports::language::Language;
use kooste_reports::summary::Edition;
use kooste_reports::{chase, feedback};
use kooste_transform::closing;
use kooste_transform::consolidate::{self, Preview, RunOptions, RunOutcome};
use kooste_transform::submission;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;

use crate::failure::{Failure, Phrase};
use crate::page_stamp;
use crate::settings::month;
use crate::settings::project::Project;
use crate::settings::{branding_file, clock};
use crate::ui::Ui;
use crate::wording::FluentWording;

/// Months with a report that came.
pub const REPORTED_MONTHS: &str = include_str!("reported_months.sql");

/// Name of the file with a hash.
const FILE_NAME: &str = include_str!("file_name.sql");

/// For each reported month the last run that changed what its pages show.
const DUE_PAGES: &str = include_str!("due_pages.sql");

/// Which pages a run writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pages {
    /// None.
    None,
    /// Those of the months in which something changed and that anybody reported on.
    Changed,
    /// Those of these months.
    Of(Vec<NaiveDate>),
}

/// What a run did.
#[derive(Debug)]
pub struct Done {
    /// What was read and stored.
    pub outcome: RunOutcome,
    /// The pages written, months in order.
    pub pages: Vec<PathBuf>,
}

/// Reads the inbox into the warehouse and writes pages.
///
/// # Errors
/// An inbox that is not there, a warehouse that cannot be used, or a page that cannot be written.
pub fn run(project: &Project, pages: Pages, ui: &Ui) -> Result<Done, Failure> {
    let outcome = consolidate(project, ui)?;
    let months = match pages {
        Pages::None => Vec::new(),
        Pages::Changed => due_months(project)?,
        Pages::Of(months) => months,
    };
    let pages = write_pages(project, &months, ui)?;
    Ok(Done { outcome, pages })
}

/// Tells what [`run`] would do to the warehouse; writes nothing.
///
/// # Errors
/// An inbox that is not there, or a warehouse that cannot be read.
pub fn preview(project: &Project, ui: &Ui) -> Result<Preview, Failure> {
    inbox_is_there(project)?;
    Ok(consolidate::preview(
        &project.workspace.root,
        &project.context,
        &FluentWording,
        &options(project),
        ui.progress().as_ref(),
    )?)
}

fn consolidate(project: &Project, ui: &Ui) -> Result<RunOutcome, Failure> {
    inbox_is_there(project)?;
    let outcome = consolidate::consolidate(
        &project.workspace.root,
        &project.context,
        &FluentWording,
        &options(project),
        ui.progress().as_ref(),
    )?;
    Ok(outcome)
}

fn inbox_is_there(project: &Project) -> Result<(), Failure> {
    let inbox = project.workspace.inbox();
    if inbox.is_dir() {
        return Ok(());
    }
    let shown = inbox.display().to_string();
    Err(Failure::usage("failure-inbox")
        .with("path", shown.as_str())
        .hint(Phrase::new("hint-inbox").with("path", shown.as_str())))
}

fn options(project: &Project) -> RunOptions {
    RunOptions {
        now: clock::now(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        config_hash: project.config_hash.clone(),
        threads: None,
    }
}

/// The months that anybody reported on, in order.
///
/// # Errors
/// A warehouse that cannot be read.
pub fn reported_months(project: &Project) -> Result<Vec<NaiveDate>, Failure> {
    let warehouse = Warehouse::open_read(&project.workspace.warehouse())?;
    let found = warehouse.query(REPORTED_MONTHS, &[])?;
    let days = found.rows.iter().filter_map(|row| row.first()?.date());
    Ok(days.collect())
}

/// The open months whose pages show an earlier state than the warehouse: those that changed, and those whose pages a
/// run could not write any more.
fn due_months(project: &Project) -> Result<Vec<NaiveDate>, Failure> {
    let path = project.workspace.warehouse();
    let warehouse = Warehouse::open_read(&path)?;
    let closed = closing::closed_months(&warehouse)?;
    let found = warehouse.query(DUE_PAGES, &[])?;
    let due = found.rows.iter().filter_map(|row| {
        let (at, changed_in) = (row[0].date()?, row[1].int()?);
        let shown = page_stamp::read(&project.workspace.reports().join(month::format(at)));
        (!closed.contains(&at) && shown < Some(changed_in)).then_some(at)
    });
    Ok(due.collect())
}

/// Writes summary and chase list of these months in the region's languages; those of closed months as they were
/// approved.
///
/// # Errors
/// A warehouse that cannot be read, or a page that cannot be written.
pub fn write_pages(
    project: &Project,
    months: &[NaiveDate],
    ui: &Ui,
) -> Result<Vec<PathBuf>, Failure> {
    if months.is_empty() {
        return Ok(Vec::new());
    }
    let warehouse = Warehouse::open_read(&project.workspace.warehouse())?;
    let closed = closing::closed_months(&warehouse)?;
    let found = warehouse.query("SELECT max(run_id) FROM meta.run", &[])?;
    let last_run = found.rows.first().and_then(|row| row[0].int()).unwrap_or(0);
    let edition = Edition {
        languages: &project.region().region.languages,
        branding: &branding_file::read(&project.workspace.root, ui.messages())?,
        with_pdf: true,
    };
    let progress = ui.progress();
    progress.start("reports", months.len() as u64);
    let mut pages = Vec::new();
    for at in months {
        let folder = project.workspace.reports().join(month::format(*at));
        if closed.contains(at) {
            let root = &project.workspace.root;
            pages.extend(closing::write_again(root, &warehouse, *at, &folder)?);
        } else {
            let written = make_pages(project, &warehouse, *at, &edition, &folder)?;
            // Last of all: it says that everything of the month is there.
            page_stamp::write(&folder, last_run)
                .map_err(|cause| Failure::io("failure-write", &folder, cause))?;
            pages.extend(written);
        }
        progress.advance(1);
    }
    progress.finish();
    Ok(pages)
}

/// Writes summary and chase list of a month into `folder`; returns the files.
fn make_pages(
    project: &Project,
    warehouse: &Warehouse,
    at: NaiveDate,
    edition: &Edition,
    folder: &Path,
) -> Result<Vec<PathBuf>, Failure> {
    let boundaries = project.context.reference.boundaries_in(at.year());
    let mut pages = kooste_reports::summary::write(warehouse, boundaries, at, edition, folder)?;
    let spoken = Language::of_codes(edition.languages)?;
    pages.extend(chase::write(warehouse, at, &spoken, folder, &|path| {
        project.context.sender(path)
    })?);
    Ok(pages)
}

/// The months that are closed, in order.
///
/// # Errors
/// A warehouse that cannot be read.
pub fn closed_months(project: &Project) -> Result<Vec<NaiveDate>, Failure> {
    let warehouse = Warehouse::open_read(&project.workspace.warehouse())?;
    Ok(closing::closed_months(&warehouse)?.into_iter().collect())
}

/// Makes summary and chase list of a closed month anew from the warehouse as of its closing; for each file whether it is
/// what was approved, byte for byte. Nothing of the workspace is changed.
///
/// # Errors
/// A month that is not closed, or whose snapshot is not in the archive.
pub fn reproduce(
    project: &Project,
    at: NaiveDate,
    ui: &Ui,
) -> Result<Vec<(String, bool)>, Failure> {
    let scratch = tempfile::tempdir()
        .map_err(|cause| Failure::io("failure-write", &std::env::temp_dir(), cause))?;
    let root = &project.workspace.root;
    let then = closing::as_of_close(root, &project.context.programme, at, scratch.path())?;
    // The region's languages of then.
    let name = |name: &'_ String| {
        Some(
            name.strip_prefix("summary.")?
                .strip_suffix(".html")?
                .to_owned(),
        )
    };
    let mut languages: Vec<String> = then.approved.keys().filter_map(name).collect();
    // Pages name each other in the order of the region.
    let order = &project.region().region.languages;
    let rank = |language: &String| order.iter().position(|known| known == language);
    languages.sort_by_key(|language| rank(language).unwrap_or(usize::MAX));
    let folder = scratch.path().join("pages");
    let edition = Edition {
        languages: &languages,
        branding: &branding_file::read(scratch.path(), ui.messages())?,
        // A month closed by a version or a build without PDFs is made anew without.
        with_pdf: then.approved.keys().any(|name| name.ends_with(".pdf")),
    };
    let made = make_pages(project, &then.warehouse, at, &edition, &folder)?;
    let mut files: Vec<(String, bool)> = made
        .iter()
        .map(|path| {
            let file = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let id = then.approved.get(&file);
            let is_same = id.is_some_and(|id| closing::is_content(path, id));
            (file, is_same)
        })
        .collect();
    // What this build cannot make is not the same: a PDF, where it was built without.
    let is_made = |name: &str| files.iter().any(|(file, _)| file == name);
    let unmade = |name: &&String| name.ends_with(".pdf") && !is_made(name);
    let unmade: Vec<String> = then.approved.keys().filter(unmade).cloned().collect();
    files.extend(unmade.into_iter().map(|file| (file, false)));
    Ok(files)
}

/// Writes the feedback to the reporters of these months in the region's languages.
///
/// # Errors
/// A warehouse that cannot be read, or a file that cannot be written.
pub fn write_feedback(
    project: &Project,
    months: &[NaiveDate],
    ui: &Ui,
) -> Result<Vec<PathBuf>, Failure> {
    let warehouse = Warehouse::open_read(&project.workspace.warehouse())?;
    let languages = Language::of_codes(&project.region().region.languages)?;
    let progress = ui.progress();
    progress.start("reports", months.len() as u64);
    let mut files = Vec::new();
    for at in months {
        let folder = project.workspace.reports().join(month::format(*at));
        let mut originals = |hash: &str| original(project, &warehouse, hash);
        files.extend(feedback::write(
            &warehouse,
            *at,
            &languages,
            &folder,
            &mut originals,
            &|path| project.context.sender(path),
        )?);
        progress.advance(1);
    }
    progress.finish();
    Ok(files)
}

/// The original with this hash from the archive, decoded and masked; none if it is not kept or cannot be read.
fn original(project: &Project, warehouse: &Warehouse, hash: &str) -> Option<Document> {
    let found = warehouse
        .query(FILE_NAME, &[Value::Text(hash.to_owned())])
        .ok()?;
    let Some(Value::Text(file_name)) = found.rows.first()?.first() else {
        return None;
    };
    let path = consolidate::location(&project.workspace.root, hash, file_name);
    let bytes = std::fs::read(path).ok()?;
    submission::decode(&bytes, &project.context)
}
