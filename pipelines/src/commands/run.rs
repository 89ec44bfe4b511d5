//! `kooste run`: the monthly consolidation.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use kooste_transform::consolidate::RunOutcome;
use serde_json::{Value, json};

use super::{Outcome, findings};
use crate::cli::{Month, RunArgs};
use crate::failure::{Exit, Failure, Phrase};
use crate::language::Language;
use crate::settings::month;
use crate::settings::project::Project;
use crate::settings::workspace::Workspace;
use crate::stages::{self, Done, Pages};
use crate::ui::Ui;

pub(super) fn run(arguments: &RunArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let project = Project::open(Workspace::open(folder)?, ui.messages())?;
    let months = in_project(&arguments.months, &project)?;
    let pages = if arguments.no_report {
        Pages::None
    } else if months.is_empty() {
        Pages::Changed
    } else {
        Pages::Of(months)
    };
    let done = stages::run(&project, pages, ui)?;
    let exit = exit(&done.outcome, arguments.strict);
    if ui.json() {
        ui.object(&object(&done, exit, ui));
    } else {
        tell(&done, ui);
        findings::tell(&project, &done.outcome, ui)?;
        for page in &done.pages {
            ui.data(&page.display().to_string());
        }
    }
    Ok(exit)
}

/// The months typed, each within the project's first and last.
pub(super) fn in_project(months: &[Month], project: &Project) -> Result<Vec<NaiveDate>, Failure> {
    let region = &project.region().region;
    let within = |at: NaiveDate| {
        month::parse(&region.first_month).is_none_or(|first| first <= at)
            && month::parse(&region.last_month).is_none_or(|last| at <= last)
    };
    let mut wanted: Vec<NaiveDate> = months.iter().map(|Month(first_day)| *first_day).collect();
    wanted.sort_unstable();
    wanted.dedup();
    match wanted.iter().find(|at| !within(**at)) {
        None => Ok(wanted),
        Some(outside) => Err(Failure::usage("failure-month-outside")
            .with("month", month::format(*outside))
            .with("first", region.first_month.as_str())
            .with("last", region.last_month.as_str())),
    }
}

/// The failure of a command that writes about months where nobody reported on any.
pub(super) fn nothing_reported() -> Failure {
    Failure::usage("failure-nothing-reported").hint(Phrase::new("hint-run-first"))
}

/// How a run ends (contract `INTERFACE.md`, "Exit codes").
fn exit(outcome: &RunOutcome, strict: bool) -> Exit {
    let rejected = outcome.files_rejected > 0
        || outcome.rows_quarantined > 0
        || outcome
            .reports
            .get("rejected")
            .is_some_and(|count| *count > 0);
    if outcome.nothing_usable() {
        Exit::NoUsableInput
    } else if strict && rejected {
        Exit::Rejected
    } else {
        Exit::Done
    }
}

/// Tells in a few lines what a run did.
pub(super) fn tell(done: &Done, ui: &Ui) {
    let outcome = &done.outcome;
    if outcome.run_id.is_none() && outcome.files == 0 {
        ui.say("run-inbox-empty", &[]);
        return;
    }
    if outcome.run_id.is_none() {
        ui.say("run-nothing-new", &[("files", outcome.files.into())]);
        return;
    }
    ui.say(
        "run-files",
        &[
            ("new", outcome.files_new.into()),
            ("unchanged", outcome.files_unchanged.into()),
            ("rejected", outcome.files_rejected.into()),
        ],
    );
    if outcome.files_known > 0 {
        ui.say("files-known", &[("count", outcome.files_known.into())]);
    }
    ui.say(
        "run-rows",
        &[
            ("loaded", outcome.rows_loaded.into()),
            ("quarantined", outcome.rows_quarantined.into()),
        ],
    );
    if outcome.files_again > 0 {
        ui.say(
            "run-again",
            &[
                ("count", outcome.files_again.into()),
                ("cleared", outcome.issues_cleared.into()),
            ],
        );
    }
    tell_reports(outcome, ui);
    let count = |severity: &str| outcome.issues.get(severity).copied().unwrap_or(0);
    ui.say(
        "run-issues",
        &[
            ("errors", count("error").into()),
            ("warnings", count("warning").into()),
            ("notices", count("notice").into()),
        ],
    );
    tell_rejected(outcome, ui);
}

fn tell_reports(outcome: &RunOutcome, ui: &Ui) {
    let count = |state: &str| outcome.current_reports.get(state).copied().unwrap_or(0);
    ui.say(
        "run-reports",
        &[
            (
                "accepted",
                (count("accepted") + count("accepted_with_issues")).into(),
            ),
            ("nil", count("nil").into()),
            ("rejected", count("rejected").into()),
            ("missing", count("missing").into()),
        ],
    );
}

fn tell_rejected(outcome: &RunOutcome, ui: &Ui) {
    const SHOWN: usize = 10;
    if outcome.rejected.is_empty() {
        return;
    }
    ui.say("run-rejected", &[]);
    let shown = if ui.verbose() {
        outcome.rejected.len()
    } else {
        SHOWN
    };
    for (path, texts) in outcome.rejected.iter().take(shown) {
        ui.say_line(&format!("  {path}"));
        ui.say_line(&format!("    {}", in_language(texts, ui)));
    }
    if let Some(more @ 1..) = outcome.rejected.len().checked_sub(shown) {
        ui.say("run-rejected-more", &[("count", more.into())]);
    }
}

/// The text in the language spoken.
pub(super) fn in_language<'a>(texts: &'a [String; 3], ui: &Ui) -> &'a str {
    let at = Language::ALL
        .iter()
        .position(|language| *language == ui.messages().language());
    texts.get(at.unwrap_or(0)).map_or("", String::as_str)
}

/// The result of a run as JSON (`docs/json.md`).
pub(super) fn object(done: &Done, exit: Exit, ui: &Ui) -> Value {
    let outcome = &done.outcome;
    let rejected: Vec<Value> = outcome
        .rejected
        .iter()
        .map(|(path, texts)| json!({ "path": path, "message": in_language(texts, ui) }))
        .collect();
    let months: Vec<String> = outcome
        .changed_months
        .iter()
        .map(|at| month::format(*at))
        .collect();
    json!({
        "exit_code": exit.code(),
        "run_id": outcome.run_id,
        "files": {
            "found": outcome.files,
            "new": outcome.files_new,
            "unchanged": outcome.files_unchanged,
            "rejected": outcome.files_rejected,
            "again": outcome.files_again,
        },
        "rows": { "loaded": outcome.rows_loaded, "quarantined": outcome.rows_quarantined },
        "reports": outcome.reports,
        "current_reports": outcome.current_reports,
        "issues": outcome.issues,
        "issues_cleared": outcome.issues_cleared,
        "changed_months": months,
        "rejected": rejected,
        "pages": paths(&done.pages),
    })
}

/// Paths as they are shown.
pub(super) fn paths(paths: &[PathBuf]) -> Vec<String> {
    paths
        .iter()
        .map(|path| path.display().to_string())
        .collect()
}
