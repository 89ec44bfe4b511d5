//! `kooste template`: makes blank report templates.

use std::path::{Path, PathBuf};

use chrono::{Months, NaiveDate};
use kooste_reports::language::Language;
use kooste_reports::template::{self, Order};
use kooste_transform::consolidate::owed_in;
use kooste_transform::reference::Municipality;
use kooste_transform::region::Organisation;
use serde_json::json;

use super::Outcome;
use super::run::{in_project, paths};
use crate::cli::TemplateArgs;
use crate::failure::{Exit, Failure};
use crate::settings::month;
use crate::settings::project::Project;
use crate::settings::toml_fault::nearest_hint;
use crate::settings::workspace::Workspace;
use crate::stages;
use crate::ui::Ui;

pub(super) fn run(arguments: &TemplateArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let project = Project::open(Workspace::open(folder)?, ui.messages())?;
    known(&arguments.organisation, &project)?;
    let month = match &arguments.month {
        Some(month) => in_project(std::slice::from_ref(month), &project)?[0],
        None => next_month(&project)?,
    };
    let files = write(&project, month, &arguments.organisation)?;
    if ui.json() {
        ui.object(&json!({ "exit_code": 0, "files": paths(&files) }));
    } else {
        for file in &files {
            ui.data(&file.display().to_string());
        }
    }
    Ok(Exit::Done)
}

/// Refuses a code that the region file does not have.
fn known(codes: &[String], project: &Project) -> Result<(), Failure> {
    let organisations = &project.region().organisations;
    let names: Vec<&str> = organisations
        .iter()
        .map(|entry| entry.code.as_str())
        .collect();
    match codes.iter().find(|code| !names.contains(&code.as_str())) {
        None => Ok(()),
        Some(code) => Err(Failure::usage("failure-organisation")
            .with("code", code.as_str())
            .hint(nearest_hint(code, &names))),
    }
}

/// The month after the last one that anybody reported on; the project's first month before any report.
fn next_month(project: &Project) -> Result<NaiveDate, Failure> {
    let region = &project.region().region;
    let first = month::parse(&region.first_month).unwrap_or_default();
    let last = month::parse(&region.last_month).unwrap_or(first);
    if !project.workspace.warehouse().is_file() {
        return Ok(first);
    }
    let reported = stages::reported_months(project)?;
    let next = reported
        .last()
        .and_then(|last| last.checked_add_months(Months::new(1)));
    Ok(next.unwrap_or(first).min(last))
}

/// The organisations, those that report jointly together: one file is filled in for all of them (READING.md R25).
fn reporters(project: &Project) -> Vec<Vec<&Organisation>> {
    let all = &project.region().organisations;
    let known = project.context.organisations();
    (0..all.len())
        .filter(|at| known.leader(*at) == *at)
        .map(|at| known.joint(at).iter().map(|member| &all[*member]).collect())
        .collect()
}

/// The languages of the region, Swedish first for a municipality where most people speak it.
fn in_order(
    languages: &[Language],
    organisations: &[&Organisation],
    project: &Project,
) -> Vec<Language> {
    let reference = &project.context.reference;
    let is_swedish = |entry: &&Organisation| {
        let code = entry.municipality.as_deref();
        let place = code.and_then(|code| reference.latest_municipality(code));
        place.is_some_and(Municipality::is_swedish)
    };
    let mut languages = languages.to_vec();
    if organisations.first().is_some_and(is_swedish) {
        languages.sort_by_key(|language| *language != Language::Swedish);
    }
    languages
}

fn write(project: &Project, at: NaiveDate, wanted: &[String]) -> Result<Vec<PathBuf>, Failure> {
    let (region, programme) = (project.region(), &project.context.programme);
    let languages = Language::of_codes(&region.region.languages)?;
    let folder = project
        .workspace
        .reports()
        .join(month::format(at))
        .join("template");
    std::fs::create_dir_all(&folder)
        .map_err(|cause| Failure::io("failure-write", &folder, cause))?;
    let mut files = Vec::new();
    for organisations in reporters(project) {
        let is_wanted = |entry: &&Organisation| wanted.contains(&entry.code);
        if !wanted.is_empty() && !organisations.iter().any(is_wanted) {
            continue;
        }
        let mut forms = Vec::new();
        for organisation in &organisations {
            forms.extend(owed_in(region, programme, &organisation.code, at)?);
        }
        forms.sort_unstable();
        forms.dedup();
        if forms.is_empty() {
            continue;
        }
        let bytes = template::workbook(&Order {
            programme,
            region,
            organisations: &organisations,
            month: at,
            forms: &forms,
            languages: &in_order(&languages, &organisations, project),
        })?;
        let codes: Vec<&str> = (organisations.iter())
            .map(|entry| entry.code.as_str())
            .collect();
        let path = folder.join(format!("{}.xlsx", codes.join("-")));
        std::fs::write(&path, bytes).map_err(|cause| Failure::io("failure-write", &path, cause))?;
        files.push(path);
    }
    Ok(files)
}
