//! Writes what a run changes in rows that were there: versions that gave way, their issues, settings.

use std::fmt::Write;

use super::report::Report;
use crate::warehouse::{Warehouse, WarehouseError};

/// Rows per statement.
const ROWS: usize = 1000;

/// Writes the changed part of reports that were current before the run.
pub(super) fn reports(warehouse: &Warehouse, changed: &[Report]) -> Result<(), WarehouseError> {
    for chunk in changed.chunks(ROWS) {
        let mut values = String::new();
        for report in chunk {
            let separator = if values.is_empty() { "" } else { ",\n" };
            let _ = write!(
                values,
                "{separator}({}, {}, {}, {}, DATE '{}', {}, {})",
                quoted(&report.id),
                report
                    .valid_to_run
                    .map_or_else(|| String::from("NULL::INTEGER"), |run| run.to_string()),
                report
                    .superseded_by
                    .as_deref()
                    .map_or_else(|| String::from("NULL::VARCHAR"), quoted),
                report.expected,
                report.due_on,
                quoted(report.timeliness_name()),
                quoted(report.state.name()),
            );
        }
        warehouse.execute(&format!(
            "UPDATE meta.report AS report SET valid_to_run = change.valid_to_run, \
             superseded_by = change.superseded_by, expected = change.expected, due_on = change.due_on, \
             timeliness = change.timeliness, state = change.state \
             FROM (VALUES {values}) AS change(report_id, valid_to_run, superseded_by, expected, due_on, timeliness, state) \
             WHERE report.report_id = change.report_id AND report.valid_to_run IS NULL"
        ))?;
    }
    Ok(())
}

/// Marks the issues of these reports as no longer standing.
pub(super) fn resolve_issues(
    warehouse: &Warehouse,
    reports: &[&str],
    run: i32,
) -> Result<(), WarehouseError> {
    for chunk in reports.chunks(ROWS) {
        let ids: Vec<String> = chunk.iter().map(|id| quoted(id)).collect();
        warehouse.execute(&format!(
            "UPDATE meta.issue SET resolved_run = {run} WHERE resolved_run IS NULL AND report_id IN ({})",
            ids.join(", ")
        ))?;
    }
    Ok(())
}

/// Replaces the settings by these.
pub(super) fn settings(
    warehouse: &Warehouse,
    settings: &[(&str, String)],
) -> Result<(), WarehouseError> {
    let rows: Vec<String> = settings
        .iter()
        .map(|(name, value)| format!("({}, {})", quoted(name), quoted(value)))
        .collect();
    warehouse.execute(&format!(
        "DELETE FROM meta.setting; INSERT INTO meta.setting VALUES {}",
        rows.join(", ")
    ))
}

/// A text as SQL writes it.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
