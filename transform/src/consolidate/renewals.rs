//! What is known of a version holds for the one that is made of it: its notes and issues, and the state of its content.

use std::collections::BTreeSet;

use super::cases::Renewal;
use super::changes::quoted;
use super::essence;
use super::settle::Settled;
use crate::warehouse::{Warehouse, WarehouseError};

/// Rows per statement.
const ROWS: usize = 500;

/// Hands issues and notes on from the older versions to the newer ones, whose rows are there already. Issues stand as
/// they were noticed first; what comes from comparing reports is said anew. Reports that stand on an older version stand
/// on the newer one: its figures as they were read are the same.
pub(super) fn carry_over(warehouse: &Warehouse, renewed: &[Renewal]) -> Result<(), WarehouseError> {
    for chunk in renewed.chunks(ROWS) {
        let pairs: Vec<String> = chunk
            .iter()
            .map(|pair| {
                let gone = pair
                    .gone_in
                    .map_or_else(|| String::from("NULL"), |run| run.to_string());
                format!(
                    "({}, {}, {gone}::INTEGER)",
                    quoted(&pair.older),
                    quoted(&pair.newer)
                )
            })
            .collect();
        let pairs = format!(
            "(VALUES {}) AS pair(older, newer, gone_in)",
            pairs.join(", ")
        );
        warehouse.execute(&format!(
            "UPDATE meta.issue AS issue SET report_id = pair.newer, resolved_run = NULL FROM {pairs} \
             WHERE issue.report_id = pair.older AND issue.resolved_run IS NOT DISTINCT FROM pair.gone_in \
               AND ({} OR (pair.gone_in IS NOT NULL AND issue.code = 'deviated-value'));\n\
             UPDATE meta.report AS report SET base_report_id = pair.newer FROM {pairs} \
             WHERE report.base_report_id = pair.older AND pair.gone_in IS NULL AND report.valid_to_run IS NULL;\n\
             INSERT INTO meta.value_note SELECT note.* REPLACE (pair.newer AS report_id) \
             FROM meta.value_note AS note JOIN {pairs} ON pair.older = note.report_id \
             JOIN meta.report AS newer ON newer.report_id = pair.newer \
             WHERE note.submission_id = newer.submission_id ORDER BY pair.newer, note.sheet NULLS FIRST, note.row_number, note.field, note.raw, note.axes",
            essence::of_reading("issue")
        ))?;
    }
    Ok(())
}

/// Puts right the states of the contents with year-to-date reports: the best state of a content's reports.
pub(super) fn submissions(warehouse: &Warehouse, settled: &Settled) -> Result<(), WarehouseError> {
    let contents: BTreeSet<String> = settled
        .new
        .iter()
        .filter(|report| report.totals.is_some())
        .filter_map(|report| Some(quoted(&report.arrival.as_ref()?.submission_id)))
        .collect();
    let contents: Vec<String> = contents.into_iter().collect();
    for chunk in contents.chunks(ROWS) {
        warehouse.execute(&format!(
            "UPDATE meta.submission AS content SET state = best.state FROM ( \
               SELECT report.submission_id, min_by(report.state, CASE report.state WHEN 'accepted' THEN 1 \
                 WHEN 'accepted_with_issues' THEN 2 WHEN 'nil' THEN 3 ELSE 4 END) AS state \
               FROM meta.report AS report WHERE report.submission_id IN ({}) AND report.valid_from_run = ( \
                 SELECT max(later.valid_from_run) FROM meta.report AS later \
                 WHERE later.submission_id = report.submission_id AND later.form = report.form \
                   AND later.organisation_code = report.organisation_code AND later.period = report.period) \
               GROUP BY report.submission_id) AS best \
             WHERE best.submission_id = content.submission_id",
            chunk.join(", ")
        ))?;
    }
    Ok(())
}
