//! Reading single files outside a run: for `check` and `inspect`.

use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use kooste_ingest::document::Limits;
use kooste_ingest::place::Place;
use kooste_transform::calendar::utc;
use kooste_transform::decisions::Decisions;
use kooste_transform::submission::{
    self, Context, FileReading, FoundIssue, Inspection, ReportReading, Submission, read_submission,
};
use kooste_transform::wording::Wording;
use serde_json::{Value as Json, json};

use crate::builtin;
use crate::failure::Failure;
use crate::messages::Messages;
use crate::settings::month;
use crate::settings::project::{self, Project};
use crate::settings::workspace::Workspace;
use crate::wording::FluentWording;

/// What files are read with: the workspace if there is one, else the built-in regions.
pub(super) struct Setting {
    contexts: Vec<Context>,
}

impl Setting {
    /// The workspace in `folder` or the current one; none there means all built-in regions.
    pub(super) fn open(folder: Option<&Path>, messages: &Messages) -> Result<Self, Failure> {
        let here = Workspace::at(folder.unwrap_or(Path::new(".")));
        if folder.is_some() || here.region_file().is_file() {
            let project = Project::open(Workspace::open(folder)?, messages)?;
            return Ok(Setting {
                contexts: vec![project.context],
            });
        }
        let reference = Arc::new(builtin::reference()?);
        let mut contexts = Vec::new();
        for region in builtin::regions()? {
            let programme = project::builtin_programme(&region.region.programme)?;
            contexts.push(project::context(
                programme,
                Arc::clone(&reference),
                region,
                Decisions::default(),
            ));
        }
        Ok(Setting { contexts })
    }

    /// Reads a file in the region in which most of it can be used; all regions being equal, in the first.
    pub(super) fn read(&self, path: &Path, bytes: &[u8]) -> (FileReading, &Context) {
        let submission = of_file(path, bytes);
        let readings = self
            .contexts
            .iter()
            .map(|context| (read_submission(submission.clone(), bytes, context), context));
        let mut best: Option<(FileReading, &Context)> = None;
        for candidate in readings {
            let better = best
                .as_ref()
                .is_none_or(|(reading, _)| worth(&candidate.0) > worth(reading));
            if better {
                best = Some(candidate);
            }
        }
        best.expect("there is a built-in region or a workspace")
    }

    /// Reads a file as [`Setting::read`] does and keeps the steps.
    pub(super) fn inspect(&self, path: &Path, bytes: &[u8]) -> (Inspection, &Context) {
        let (_, context) = self.read(path, bytes);
        (
            submission::inspect(of_file(path, bytes), bytes, context),
            context,
        )
    }

    /// The limits of files, which no built-in region sets otherwise.
    pub(super) fn limits(&self) -> &Limits {
        &self.contexts[0].limits
    }
}

/// Usable reports and loaded rows, then as few issues as possible.
fn worth(reading: &FileReading) -> (usize, u32, std::cmp::Reverse<usize>) {
    let usable = reading
        .reports
        .iter()
        .filter(|report| report.blocked.is_none());
    let rows = usable.clone().map(|report| report.rows_loaded).sum();
    (
        usable.count(),
        rows,
        std::cmp::Reverse(reading.issues.len()),
    )
}

/// A file outside an inbox; the folders of its path are evidence as they are in one.
fn of_file(path: &Path, bytes: &[u8]) -> Submission {
    let modified = std::fs::metadata(path).and_then(|data| data.modified());
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    Submission {
        id: project::sha256(&[bytes]),
        path: parts.join("/"),
        size_bytes: bytes.len() as u64,
        received_at: utc(modified.unwrap_or(SystemTime::UNIX_EPOCH)),
    }
}

/// The name of an organisation in the language spoken, or its code.
pub(super) fn organisation_name(context: &Context, code: &str, messages: &Messages) -> String {
    context
        .region
        .organisations
        .iter()
        .find(|organisation| organisation.code == code)
        .map_or(code, |organisation| {
            organisation.name.get(messages.language().code())
        })
        .to_owned()
}

/// The name of a form in the language spoken.
pub(super) fn form_name(context: &Context, form: usize, messages: &Messages) -> String {
    let labels = &context.programme.forms[form].labels;
    labels.get(messages.language().code()).to_owned()
}

/// The place of an issue in a file.
pub(super) fn place(path: &Path, found: &FoundIssue) -> Place {
    let issue = &found.issue;
    Place {
        file: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        sheet: issue.sheet.as_deref().map(str::to_owned),
        row: issue.row,
        column: issue.column,
    }
}

/// The message of an issue in the language spoken.
pub(super) fn message(
    path: &Path,
    found: &FoundIssue,
    context: &Context,
    messages: &Messages,
) -> String {
    let field = found.issue.field.as_deref().and_then(|code| {
        let fields = context.programme.forms.iter().flat_map(|form| &form.fields);
        fields.into_iter().find(|field| &*field.code == code)
    });
    FluentWording.message(
        messages.language().code(),
        &found.issue,
        &place(path, found),
        field,
    )
}

/// A report as JSON (`docs/json.md`).
pub(super) fn report_object(report: &ReportReading, context: &Context) -> Json {
    json!({
        "organisation": &*report.organisation,
        "form": &*context.programme.forms[report.form].code,
        "month": month::format(report.period),
        "nil": report.nil,
        "rows_loaded": report.rows_loaded,
        "rows_quarantined": report.rows_quarantined,
        "blocked": report.blocked.map(|code| code.name()),
    })
}

/// An issue as JSON (`docs/json.md`).
pub(super) fn issue_object(
    path: &Path,
    found: &FoundIssue,
    context: &Context,
    messages: &Messages,
) -> Json {
    let issue = &found.issue;
    json!({
        "code": issue.code.name(),
        "severity": issue.severity.name(),
        "responsibility": issue.code.responsibility().name(),
        "sheet": issue.sheet.as_deref(),
        "cell": place(path, found).cell(),
        "row": issue.row,
        "field": issue.field.as_deref(),
        "found": issue.found,
        "expected": issue.expected,
        "suggestion": issue.suggestion,
        "message": message(path, found, context, messages),
    })
}
