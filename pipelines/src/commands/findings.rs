//! What a run found, with the place of each: the errors, or everything where all is wanted.

use kooste_ingest::issue::Severity;
use kooste_transform::consolidate::RunOutcome;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;

use crate::failure::Failure;
use crate::issue_pages::severity_key;
use crate::settings::project::Project;
use crate::ui::Ui;

const FINDINGS: &str = include_str!("findings.sql");

/// Errors listed unless all is wanted.
const SHOWN: usize = 10;

/// Lists what the run of this outcome found, the gravest first; files of which nothing could be used are told apart.
pub(super) fn tell(project: &Project, outcome: &RunOutcome, ui: &Ui) -> Result<(), Failure> {
    let Some(run) = outcome.run_id else {
        return Ok(());
    };
    let warehouse = Warehouse::open_read(&project.workspace.warehouse())?;
    let found = warehouse.query(FINDINGS, &[Value::Int(run.into())])?;
    let is_apart = |path: &str| outcome.rejected.iter().any(|(known, _)| known == path);
    let language = ui.messages().language().code();
    let message = found
        .columns
        .iter()
        .position(|column| *column == format!("message_{language}"))
        .unwrap_or_default();
    let mut lines: Vec<(Severity, &Value)> = Vec::new();
    for row in &found.rows {
        let severity = row[0].text().and_then(severity);
        let apart = row[1].text().is_some_and(is_apart);
        lines.extend(severity.filter(|_| !apart).zip(row.get(message)));
    }
    if !ui.verbose() {
        lines.retain(|(severity, _)| *severity == Severity::Error);
    }
    let shown = if ui.verbose() { lines.len() } else { SHOWN };
    for (severity, message) in lines.iter().take(shown) {
        let severity = ui.messages().text(severity_key(*severity));
        ui.say_line(&format!("  {severity}: {message}"));
    }
    if let Some(more @ 1..) = lines.len().checked_sub(shown) {
        ui.say("run-rejected-more", &[("count", more.into())]);
    }
    Ok(())
}

fn severity(name: &str) -> Option<Severity> {
    [
        Severity::Error,
        Severity::Warning,
        Severity::Notice,
        Severity::Info,
    ]
    .into_iter()
    .find(|severity| severity.name() == name)
}
