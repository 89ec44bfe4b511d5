//! Which figures a run changed, and why: `meta.figure_change`, from the marts before and after.

use crate::trace::lineage;
use crate::warehouse::{Warehouse, WarehouseError, grain, models};

/// The marts whose figures are followed, each with the columns that are figures and were there before.
pub(super) struct Before {
    marts: Vec<(&'static str, Vec<&'static str>)>,
}

/// Keeps the figures as they are before the marts are filled anew. None is there before the first run.
pub(super) fn remember(warehouse: &Warehouse, is_new: bool) -> Result<Before, WarehouseError> {
    let mut before = Before { marts: Vec::new() };
    if is_new {
        return Ok(before);
    }
    let marts = grain::there(warehouse)?;
    for mart in lineage::marts().filter(|mart| marts.contains(*mart)) {
        let there = grain::figures(warehouse, mart)?;
        let grain = grain::grain(mart).unwrap_or_default();
        let columns: Vec<&str> = lineage::columns(mart)
            .into_iter()
            .filter(|column| there.iter().any(|name| name == column))
            .collect();
        if columns.is_empty() {
            continue;
        }
        let kept: Vec<String> = columns
            .iter()
            .map(|name| format!("was.\"{name}\""))
            .collect();
        warehouse.execute(&format!(
            "CREATE OR REPLACE TEMP TABLE \"before_{mart}\" AS \
             SELECT {} AS key, was.period, {} FROM mart.\"{mart}\" AS was",
            grain::key_sql(&grain, "was"),
            kept.join(", ")
        ))?;
        before.marts.push((mart, columns));
    }
    Ok(before)
}

/// Writes what became of them, and the mart that tells it.
pub(super) fn write(
    warehouse: &Warehouse,
    before: &Before,
    run: i32,
) -> Result<(), WarehouseError> {
    if before.marts.is_empty() {
        return Ok(());
    }
    warehouse.execute(&events(run))?;
    for (mart, columns) in &before.marts {
        warehouse.execute(&changes(mart, columns, run))?;
        warehouse.execute(&format!("DROP TABLE temp.\"before_{mart}\""))?;
    }
    warehouse.execute("DROP TABLE temp.event")?;
    models::refresh_one(warehouse, "revision")
}

/// What came or changed in the run, one row a report, with its cause; stronger causes first. A content that was known
/// before counts anew because of a rule; a difference to another report (READING.md R33) for the cause of that one.
fn events(run: i32) -> String {
    let of_report = |other: &str| {
        format!(
            "{other}.organisation_code = now.organisation_code AND {other}.form = now.form AND {other}.period = now.period"
        )
    };
    format!(
        "CREATE OR REPLACE TEMP TABLE event AS WITH came AS ( \
           SELECT now.period, now.form, now.report_id, now.base_report_id, now.state, \
             CASE WHEN now.mode = 'correction' THEN 1 \
                  WHEN known.submission_id IS NOT NULL THEN 3 \
                  WHEN earlier.period IS NOT NULL THEN 2 ELSE 4 END AS cause \
           FROM meta.report AS now \
           LEFT JOIN (SELECT DISTINCT organisation_code, form, period FROM meta.report \
                      WHERE valid_to_run = {run} AND valid_from_run < {run} AND mode <> 'correction' \
                      AND state IN ('accepted', 'accepted_with_issues', 'nil')) AS earlier ON {earlier} \
           LEFT JOIN (SELECT DISTINCT organisation_code, form, period, submission_id FROM meta.report \
                      WHERE valid_from_run < {run}) AS known \
             ON {known} AND known.submission_id = now.submission_id \
           WHERE now.valid_from_run = {run} AND now.valid_to_run IS NULL) \
         SELECT came.period, came.form, came.report_id, \
           CASE WHEN came.cause = 3 THEN coalesce(base.cause, 3) ELSE came.cause END AS cause \
         FROM came LEFT JOIN came AS base ON base.report_id = came.base_report_id \
         WHERE came.state IN ('accepted', 'accepted_with_issues', 'nil')",
        earlier = of_report("earlier"),
        known = of_report("known"),
    )
}

/// A figure's cause is that of the reports of its month; where none came, of earlier ones, which cumulative figures hold
/// too; where none came at all, the way of computing it changed.
fn changes(mart: &str, columns: &[&str], run: i32) -> String {
    let grain = grain::grain(mart).unwrap_or_default();
    let figures: Vec<String> = columns
        .iter()
        .map(|name| {
            format!(
                "{{'figure': '{name}', 'before': CAST(was.\"{name}\" AS DECIMAL(28, 4)), \
                 'after': CAST(now.\"{name}\" AS DECIMAL(28, 4))}}"
            )
        })
        .collect();
    let form = match lineage::form(mart) {
        Some(form) => format!("'{form}'"),
        None => String::from("now.form"),
    };
    let told = "SELECT max(period) FROM mart.board WHERE received = 1";
    let closed = "SELECT 1 FROM meta.closing WHERE closing.period = changed.period AND closing.reopened_at IS NULL";
    format!(
        "INSERT INTO meta.figure_change \
         WITH now AS (SELECT {key} AS key, fact.* FROM mart.\"{mart}\" AS fact), \
         figure AS (SELECT coalesce(now.key, was.key) AS key, coalesce(now.period, was.period) AS period, {form} AS form, \
           unnest([{figures}]) AS change FROM now FULL JOIN temp.\"before_{mart}\" AS was ON was.key = now.key), \
         changed AS (SELECT figure.key, figure.period, figure.form, figure.change.figure AS figure, \
           figure.change.before AS before, figure.change.after AS after FROM figure \
           WHERE figure.change.before IS DISTINCT FROM figure.change.after), \
         month AS (SELECT DISTINCT changed.period, changed.form FROM changed), \
         near AS (SELECT month.period, month.form, max(event.period) AS event_period FROM month \
           LEFT JOIN temp.event AS event ON event.period <= month.period \
           AND (month.form IS NULL OR event.form = month.form) GROUP BY month.period, month.form), \
         reason AS (SELECT near.period, near.form, min(event.cause) AS cause, \
           list(event.report_id ORDER BY event.report_id) FILTER (WHERE event.report_id IS NOT NULL) AS report_ids \
           FROM near LEFT JOIN temp.event AS event ON event.period = near.event_period \
           AND (near.form IS NULL OR event.form = near.form) GROUP BY near.period, near.form) \
         SELECT {run}, '{mart}', changed.figure, changed.key, changed.period, changed.before, changed.after, \
           CASE reason.cause WHEN 1 THEN 'correction' WHEN 2 THEN 'resubmission' WHEN 4 THEN 'late_report' \
             ELSE 'rule_change' END, \
           coalesce(reason.report_ids, []), \
           CASE WHEN EXISTS ({closed}) THEN greatest(({told}), CAST(changed.period + INTERVAL 1 MONTH AS DATE)) \
             ELSE ({told}) END, \
           EXISTS ({closed}) \
         FROM changed LEFT JOIN reason ON reason.period = changed.period \
           AND reason.form IS NOT DISTINCT FROM changed.form \
         ORDER BY changed.period NULLS LAST, changed.key, changed.figure",
        key = grain::key_sql(&grain, "fact"),
        figures = figures.join(", "),
    )
}
