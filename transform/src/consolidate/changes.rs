//! Writes what a run changes in rows that were there: versions that gave way, their issues, settings.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::report::{CONTRADICTIONS, Report};
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

/// Marks the issues of versions that could not be used in earlier runs as no longer standing, where a version of this run
/// answers them: a later one, the same content or what stands at its path now.
pub(super) fn resolve_answered(warehouse: &Warehouse, run: i32) -> Result<(), WarehouseError> {
    let contradictions = CONTRADICTIONS.map(|code| quoted(code.name())).join(", ");
    let later = "(newer.stated_version, newer.received_at, newer.path, newer.submission_id) > \
        (refused.stated_version, refused.received_at, refused.path, refused.submission_id)";
    warehouse.execute(&format!(
        "UPDATE meta.issue SET resolved_run = {run} WHERE resolved_run IS NULL AND report_id IN ( \
           SELECT refused.report_id FROM meta.report AS refused JOIN meta.report AS newer \
             USING (organisation_code, form, period) \
           WHERE refused.state = 'rejected' AND refused.valid_to_run < {run} \
             AND newer.valid_from_run = {run} AND newer.submission_id IS NOT NULL AND newer.mode <> 'correction' \
             AND (newer.submission_id = refused.submission_id OR newer.path = refused.path \
               OR ({later} AND COALESCE(refused.blocked_by, '') NOT IN ({contradictions}))))"
    ))
}

/// Marks the issues of these contents as no longer standing.
pub(super) fn resolve_contents(
    warehouse: &Warehouse,
    contents: &[String],
    run: i32,
) -> Result<(), WarehouseError> {
    for chunk in contents.chunks(ROWS) {
        let ids: Vec<String> = chunk.iter().map(|id| quoted(id)).collect();
        warehouse.execute(&format!(
            "UPDATE meta.issue SET resolved_run = {run} WHERE resolved_run IS NULL AND submission_id IN ({})",
            ids.join(", ")
        ))?;
    }
    Ok(())
}

/// Lets issues of contents that were read again stand as they were noticed first; returns how many no longer stand.
pub(super) fn carry_over_issues(
    warehouse: &Warehouse,
    reread: &BTreeSet<String>,
    run: i32,
) -> Result<u64, WarehouseError> {
    if reread.is_empty() {
        return Ok(0);
    }
    let ids: Vec<String> = reread.iter().map(|id| quoted(id)).collect();
    let same = "earlier.submission_id = later.submission_id AND earlier.code = later.code \
        AND earlier.sheet IS NOT DISTINCT FROM later.sheet AND earlier.cell IS NOT DISTINCT FROM later.cell \
        AND earlier.row_number IS NOT DISTINCT FROM later.row_number AND earlier.field IS NOT DISTINCT FROM later.field \
        AND earlier.found IS NOT DISTINCT FROM later.found AND earlier.accepted = later.accepted";
    let ids = ids.join(", ");
    warehouse.execute(&format!(
        "CREATE OR REPLACE TEMP TABLE carried AS SELECT later.issue_id, min(earlier.first_run) AS first_run, \
           list(earlier.issue_id) AS earlier_ids \
         FROM meta.issue AS later JOIN meta.issue AS earlier ON {same} \
         WHERE later.first_run = {run} AND later.resolved_run IS NULL AND earlier.resolved_run = {run} \
           AND earlier.first_run < {run} AND later.submission_id IN ({ids}) GROUP BY later.issue_id;\n\
         UPDATE meta.issue AS later SET first_run = carried.first_run FROM temp.carried \
         WHERE later.issue_id = carried.issue_id;\n\
         DELETE FROM meta.issue WHERE resolved_run = {run} \
           AND issue_id IN (SELECT unnest(carried.earlier_ids) FROM temp.carried);\n\
         DROP TABLE temp.carried"
    ))?;
    let cleared = warehouse.query(
        &format!(
            "SELECT count(*) FROM meta.issue WHERE resolved_run = {run} AND first_run < {run} AND submission_id IN ({ids})"
        ),
        &[],
    )?;
    let count = cleared.rows.first().and_then(|row| row[0].int());
    Ok(count
        .and_then(|count| u64::try_from(count).ok())
        .unwrap_or(0))
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

/// The rows of these contents, as SQL; all rows where so many are named that looking at all is faster.
pub(super) fn of_contents(ids: &BTreeSet<&str>) -> String {
    const NAMED: usize = 100;
    if ids.len() > NAMED {
        return String::from("submission_id IS NOT NULL");
    }
    let ids: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
    format!("submission_id IN ({})", ids.join(", "))
}

/// A text as SQL writes it.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
