//! `kooste plan`: what a run would do, report by report, without doing it.

use std::collections::BTreeSet;
use std::path::Path;

use kooste_transform::consolidate::{Change, Preview, PreviewReport, Version};
use kooste_transform::submission::Context;
use serde_json::{Value as Json, json};

use super::Outcome;
use super::reading::{form_name, organisation_name};
use super::run::in_language;
use crate::failure::Exit;
use crate::settings::month;
use crate::settings::project::Project;
use crate::settings::workspace::Workspace;
use crate::stages;
use crate::ui::Ui;

/// Kinds of change in the order in which they are told.
const TOLD: [Change; 5] = [
    Change::New,
    Change::Changed,
    Change::Rejected,
    Change::Outranked,
    Change::Missing,
];

/// Reports told of each kind unless all are asked for.
const SHOWN: usize = 30;

pub(super) fn run(folder: Option<&Path>, ui: &Ui) -> Outcome {
    let project = Project::open(Workspace::open(folder)?, ui.messages())?;
    let preview = stages::preview(&project, ui)?;
    if ui.json() {
        ui.object(&object(&preview, ui));
    } else {
        tell(&preview, &project.context, ui);
    }
    Ok(Exit::Done)
}

fn tell(preview: &Preview, context: &Context, ui: &Ui) {
    line(
        ui,
        "plan-files",
        &[
            ("found", preview.files.into()),
            ("new", preview.files_new.into()),
            ("unchanged", preview.files_unchanged.into()),
        ],
    );
    if preview.files_known > 0 {
        line(ui, "files-known", &[("count", preview.files_known.into())]);
    }
    if preview.read_again > 0 {
        line(ui, "plan-again", &[("count", preview.read_again.into())]);
    }
    for change in TOLD {
        tell_change(preview, change, context, ui);
    }
    if ui.verbose() {
        tell_change(preview, Change::Unchanged, context, ui);
    } else {
        line(
            ui,
            "plan-unchanged",
            &[("count", of_kind(preview, Change::Unchanged).count().into())],
        );
    }
    for (path, texts) in &preview.rejected {
        ui.data(&format!("  {path}\n    {}", in_language(texts, ui)));
    }
}

fn of_kind(preview: &Preview, change: Change) -> impl Iterator<Item = &PreviewReport> {
    preview
        .reports
        .iter()
        .filter(move |report| report.change == change)
}

fn tell_change(preview: &Preview, change: Change, context: &Context, ui: &Ui) {
    let count = of_kind(preview, change).count();
    if count == 0 {
        return;
    }
    let key = match change {
        Change::New => "plan-new",
        Change::Changed => "plan-changed",
        Change::Rejected => "plan-rejected",
        Change::Outranked => "plan-outranked",
        Change::Missing => "plan-missing",
        Change::Unchanged => "plan-unchanged",
    };
    line(ui, key, &[("count", count.into())]);
    if change == Change::Missing && count > SHOWN && !ui.verbose() {
        return tell_months(of_kind(preview, change), ui);
    }
    let shown = if ui.verbose() { count } else { SHOWN };
    for report in of_kind(preview, change).take(shown) {
        ui.data(&format!("  {}", report_line(report, context, ui)));
    }
    if let Some(more @ 1..) = count.checked_sub(shown) {
        line(ui, "plan-more", &[("count", more.into())]);
    }
}

/// The months of reports instead of the reports: a region that begins lacks those of years.
fn tell_months<'a>(reports: impl Iterator<Item = &'a PreviewReport>, ui: &Ui) {
    let months: BTreeSet<_> = reports.map(|report| report.period).collect();
    if let (Some(first), Some(last)) = (months.first(), months.last()) {
        let months = [
            ("first", month::format(*first).into()),
            ("last", month::format(*last).into()),
        ];
        line(ui, "plan-months", &months);
    }
}

/// A report by its names, with the version that stands and the one that is to stand.
fn report_line(report: &PreviewReport, context: &Context, ui: &Ui) -> String {
    let before = report
        .before
        .as_ref()
        .filter(|before| before.path.is_some());
    let versions = [before, report.after.as_ref()].into_iter().flatten();
    let versions: Vec<String> = versions.map(|version| in_words(version, ui)).collect();
    let form = match context.programme.form(&report.form) {
        Some(form) => form_name(context, form, ui.messages()),
        None => report.form.clone(),
    };
    format!(
        "{}, {form}, {}: {}",
        organisation_name(context, &report.organisation, ui.messages()),
        month::format(report.period),
        versions.join(" → "),
    )
}

fn in_words(version: &Version, ui: &Ui) -> String {
    let state = version.state.name().replace('_', "-");
    let state = ui.messages().text(&format!("plan-state-{state}"));
    match &version.path {
        None => state,
        Some(path) => ui.messages().format(
            "plan-version",
            &[
                ("state", state.into()),
                ("rows", version.rows_loaded.into()),
                ("quarantined", version.rows_quarantined.into()),
                ("path", path.as_str().into()),
            ],
        ),
    }
}

fn line(ui: &Ui, key: &str, arguments: &[crate::messages::Argument<'_>]) {
    ui.data(&ui.messages().format(key, arguments));
}

fn object(preview: &Preview, ui: &Ui) -> Json {
    let version = |version: &Version| {
        json!({
            "state": version.state.name(),
            "path": version.path,
            "rows_loaded": version.rows_loaded,
            "rows_quarantined": version.rows_quarantined,
        })
    };
    json!({
        "exit_code": 0,
        "files": {
            "found": preview.files,
            "new": preview.files_new,
            "unchanged": preview.files_unchanged,
            "read_again": preview.read_again,
            "rejected": preview.rejected.len(),
        },
        "changed_months": preview.changed_months.iter().map(|at| month::format(*at)).collect::<Vec<_>>(),
        "reports": preview.reports.iter().map(|report| json!({
            "organisation": report.organisation,
            "form": report.form,
            "month": month::format(report.period),
            "change": report.change.name(),
            "before": report.before.as_ref().map(version),
            "after": report.after.as_ref().map(version),
        })).collect::<Vec<_>>(),
        "rejected": preview.rejected.iter().map(|(path, texts)| json!({
            "path": path,
            "message": in_language(texts, ui),
        })).collect::<Vec<_>>(),
    })
}
