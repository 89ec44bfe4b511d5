//! `kooste check`: a verdict on files without a warehouse.

use std::fs;
use std::path::Path;

use kooste_ingest::issue::Severity;
use kooste_transform::submission::{Context, FileReading, FoundIssue};
use serde_json::{Value as Json, json};

use super::Outcome;
use super::reading::{self, Setting};
use crate::cli::CheckArgs;
use crate::failure::{Exit, Failure};
use crate::issue_pages::severity_key;
use crate::settings::month;
use crate::ui::Ui;

/// Issues shown per file unless `-v` asks for all.
const SHOWN: usize = 20;

pub(super) fn run(arguments: &CheckArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let setting = Setting::open(folder, ui.messages())?;
    let mut verdicts = Vec::new();
    for path in &arguments.files {
        let bytes = fs::read(path).map_err(|cause| Failure::io("failure-read", path, cause))?;
        let (reading, context) = setting.read(path, &bytes);
        let verdict = Verdict::of(&reading);
        if ui.json() {
            verdicts.push((verdict, object(path, &reading, verdict, context, ui)));
        } else {
            tell(path, &reading, verdict, context, ui);
            verdicts.push((verdict, Json::Null));
        }
    }
    let exit = exit(&verdicts, arguments.strict);
    if ui.json() {
        let files: Vec<Json> = verdicts.into_iter().map(|(_, object)| object).collect();
        ui.object(&json!({ "exit_code": exit.code(), "files": files }));
    }
    Ok(exit)
}

/// What a file is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// Nothing to put right.
    Good,
    /// Usable; something is probably wrong.
    Doubtful,
    /// Usable in part: something is missing because of an error.
    Partial,
    /// Nothing of it can be used.
    Unusable,
}

impl Verdict {
    fn of(reading: &FileReading) -> Self {
        let usable = reading
            .reports
            .iter()
            .any(|report| report.blocked.is_none());
        let worst = reading
            .issues
            .iter()
            .filter(|found| !found.accepted)
            .map(|found| found.issue.severity)
            .min();
        match worst {
            _ if !usable => Verdict::Unusable,
            Some(Severity::Error) => Verdict::Partial,
            Some(Severity::Warning) => Verdict::Doubtful,
            _ => Verdict::Good,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Verdict::Good => "check-good",
            Verdict::Doubtful => "check-doubtful",
            Verdict::Partial => "check-partial",
            Verdict::Unusable => "check-unusable",
        }
    }

    /// The word of the JSON result.
    fn name(self) -> &'static str {
        match self {
            Verdict::Good => "good",
            Verdict::Doubtful => "doubtful",
            Verdict::Partial => "partial",
            Verdict::Unusable => "unusable",
        }
    }
}

fn exit(verdicts: &[(Verdict, Json)], strict: bool) -> Exit {
    let is = |wanted| move |(verdict, _): &(Verdict, Json)| *verdict == wanted;
    if verdicts.iter().all(is(Verdict::Unusable)) {
        return Exit::NoUsableInput;
    }
    let rejected =
        verdicts.iter().any(is(Verdict::Unusable)) || verdicts.iter().any(is(Verdict::Partial));
    if strict && rejected {
        Exit::Rejected
    } else {
        Exit::Done
    }
}

fn tell(path: &Path, reading: &FileReading, verdict: Verdict, context: &Context, ui: &Ui) {
    let messages = ui.messages();
    ui.data(&messages.format(
        verdict.key(),
        &[("path", path.display().to_string().into())],
    ));
    for report in &reading.reports {
        let key = if report.nil {
            "check-report-nil"
        } else {
            "check-report"
        };
        ui.data(&messages.format(
            key,
            &[
                (
                    "organisation",
                    reading::organisation_name(context, &report.organisation, messages).into(),
                ),
                (
                    "form",
                    reading::form_name(context, report.form, messages).into(),
                ),
                ("month", month::format(report.period).into()),
                ("loaded", report.rows_loaded.into()),
                ("quarantined", report.rows_quarantined.into()),
            ],
        ));
    }
    let issues = ranked(&reading.issues, ui.verbose());
    let shown = if ui.verbose() { issues.len() } else { SHOWN };
    for found in issues.iter().take(shown) {
        let severity = messages.text(severity_key(found.issue.severity));
        let message = reading::message(path, found, context, messages);
        ui.data(&format!("  {severity}: {message}"));
    }
    if let Some(more @ 1..) = issues.len().checked_sub(shown) {
        ui.data(&messages.format("check-more", &[("count", more.into())]));
    }
}

/// The gravest first, in the order of the file; what needs no move is left out unless all are wanted.
fn ranked(issues: &[FoundIssue], all: bool) -> Vec<&FoundIssue> {
    let mut ranked: Vec<&FoundIssue> = issues
        .iter()
        .filter(|found| all || found.issue.severity < Severity::Info)
        .collect();
    ranked.sort_by_key(|found| found.issue.severity);
    ranked
}

fn object(
    path: &Path,
    reading: &FileReading,
    verdict: Verdict,
    context: &Context,
    ui: &Ui,
) -> Json {
    let reports: Vec<Json> = reading
        .reports
        .iter()
        .map(|report| reading::report_object(report, context))
        .collect();
    let issues: Vec<Json> = ranked(&reading.issues, true)
        .into_iter()
        .map(|found| reading::issue_object(path, found, context, ui.messages()))
        .collect();
    json!({
        "path": path.display().to_string(),
        "verdict": verdict.name(),
        "format": reading.format,
        "reports": reports,
        "issues": issues,
    })
}
