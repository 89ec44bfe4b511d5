//! Figures of earlier months that changed since they were told, from `mart.revision`.

use chrono::NaiveDate;
use kooste_transform::figures;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use rust_decimal::Decimal;

use super::records::{Record, ask};
use crate::error::ReportError;

/// A figure that is told again, because it is another one than the last report told.
#[derive(Debug, Clone)]
pub struct Revision {
    /// Table of schema mart.
    pub mart: String,
    /// Its column.
    pub column: String,
    /// Values of the grain of the mart.
    pub key: Vec<String>,
    /// First day of the month of the figure.
    pub month: NaiveDate,
    /// Value as told; none if there was none.
    pub before: Option<Decimal>,
    /// Value now; none if there is none.
    pub after: Option<Decimal>,
    /// `correction`, `resubmission`, `rule_change` or `late_report`.
    pub cause: String,
    /// Run since which it holds.
    pub run: u64,
    /// Whether its month was closed.
    pub after_close: bool,
}

impl Revision {
    /// Its id, by which it is traced.
    #[must_use]
    pub fn id(&self) -> String {
        let key: Vec<&str> = self.key.iter().map(String::as_str).collect();
        figures::id(&self.mart, &self.column, &key)
    }

    /// A value of its key, from 0; empty where it does not apply.
    #[must_use]
    pub fn part(&self, at: usize) -> &str {
        self.key.get(at).map_or("", String::as_str)
    }
}

// Several runs may change a figure between two reports: the first value and the last are told.
const REVISIONS: &str = "
    WITH step AS (
        SELECT
            change.mart, change.figure, change.key, change.period, change.before, change.after, change.cause,
            change.since_run, change.after_close,
            ROW_NUMBER() OVER (
                PARTITION BY change.mart, change.figure, change.key ORDER BY change.since_run NULLS LAST
            ) AS from_first,
            ROW_NUMBER() OVER (
                PARTITION BY change.mart, change.figure, change.key ORDER BY change.since_run DESC NULLS LAST
            ) AS from_last
        FROM mart.revision AS change
        WHERE change.reported_in = CAST(? AS DATE)
    )
    SELECT
        last_step.mart, last_step.figure, last_step.key, last_step.period, first_step.before, last_step.after,
        last_step.cause, last_step.since_run, last_step.after_close
    FROM step AS last_step
    INNER JOIN step AS first_step
        ON first_step.mart = last_step.mart
        AND first_step.figure = last_step.figure
        AND first_step.key = last_step.key
        AND first_step.from_first = 1
    WHERE last_step.from_last = 1
        AND first_step.before IS DISTINCT FROM last_step.after
    ORDER BY
        last_step.period DESC NULLS LAST, last_step.mart NULLS LAST, last_step.figure NULLS LAST,
        last_step.key NULLS LAST";

// Counts of people: what reports told of a month before it changed, run by run.
const TOLD: &str = "
    SELECT mart, figure, key, period, before, after, cause, since_run, after_close
    FROM mart.revision
    WHERE period <= CAST(? AS DATE)
        AND (figure LIKE 'participants%' OR mart = 'indicator_month'
            OR (mart = 'key_figure' AND key LIKE '%,participants'))
    ORDER BY since_run NULLS LAST, mart NULLS LAST, figure NULLS LAST, key NULLS LAST";

/// What the report of the month tells of earlier months.
pub(super) fn revisions(
    warehouse: &Warehouse,
    month: NaiveDate,
) -> Result<Vec<Revision>, ReportError> {
    let parameters = [Value::Date(month)];
    ask(warehouse, "mart.revision", REVISIONS, &parameters, revision)
}

/// The changes of counts of people of this and earlier months since they were first told.
pub(super) fn told(warehouse: &Warehouse, month: NaiveDate) -> Result<Vec<Revision>, ReportError> {
    let parameters = [Value::Date(month)];
    ask(warehouse, "mart.revision", TOLD, &parameters, revision)
}

fn revision(row: &Record) -> Result<Revision, ReportError> {
    Ok(Revision {
        mart: row.text("mart")?,
        column: row.text("figure")?,
        key: row.text("key")?.split(',').map(str::to_owned).collect(),
        month: row.date("period")?,
        before: row.number("before")?,
        after: row.number("after")?,
        cause: row.text("cause")?,
        run: row.count("since_run")?,
        after_close: row.count("after_close")? == 1,
    })
}
