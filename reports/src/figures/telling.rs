//! What reporters wrote, and what is to be known about the figures of the month.

use chrono::NaiveDate;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;

use super::records::ask;
use crate::error::ReportError;

/// An answer in the reporter's own words.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Organisation that wrote it.
    pub organisation: String,
    /// Question.
    pub question: String,
    /// Municipalities it is about.
    pub municipalities: Vec<String>,
    /// The words.
    pub answer: String,
}

/// How often a value of the month is not exact, by quality.
#[derive(Debug, Clone)]
pub struct QualityCount {
    /// `approximate`, `lower_bound`, `upper_bound`, `range` or `vague`.
    pub quality: String,
    /// How many values.
    pub values: u64,
}

/// The run that made the figures.
#[derive(Debug, Clone)]
pub struct RunStamp {
    /// Number of the run.
    pub run: u64,
    /// Day on which it ended, UTC.
    pub finished_on: NaiveDate,
    /// Time at which it ended, UTC: `08:14`.
    pub finished_time: String,
    /// Version of Kooste.
    pub version: String,
    /// First digits of the hash of the settings.
    pub config_hash: String,
    /// First digits of the hash of the programme.
    pub programme_hash: String,
}

const ANSWERS: &str = "
    SELECT organisation_code, question, municipality_codes, answer
    FROM core.narrative
    WHERE period = CAST(? AS DATE)
    ORDER BY organisation_code NULLS LAST, question NULLS LAST, sheet NULLS FIRST, row_number NULLS LAST, answer NULLS LAST";

const QUALITIES: &str = "
    SELECT note.quality, COUNT(*) AS noted_values
    FROM meta.value_note AS note
    INNER JOIN meta.report AS report
        ON report.report_id = note.report_id
    WHERE report.period = CAST(? AS DATE)
        AND report.valid_to_run IS NULL
        AND report.superseded_by IS NULL
        AND note.quality IS NOT NULL
    GROUP BY note.quality
    ORDER BY note.quality NULLS LAST";

const QUARANTINED: &str = "
    SELECT COALESCE(SUM(rows_quarantined), 0) AS rows_quarantined
    FROM meta.report
    WHERE period = CAST(? AS DATE) AND valid_to_run IS NULL AND superseded_by IS NULL AND stored_under IS NULL";

const RUN: &str = "
    SELECT run_id, CAST(finished_at AS DATE) AS finished_on, strftime(finished_at, '%H:%M') AS finished_time,
        version, config_hash, programme_hash
    FROM meta.run
    ORDER BY run_id DESC NULLS LAST
    LIMIT 1";

pub(super) fn answers(warehouse: &Warehouse, month: NaiveDate) -> Result<Vec<Answer>, ReportError> {
    let parameters = [Value::Date(month)];
    ask(warehouse, "core.narrative", ANSWERS, &parameters, |row| {
        Ok(Answer {
            organisation: row.text("organisation_code")?,
            question: row.text("question")?,
            municipalities: row.texts("municipality_codes")?,
            answer: row.text("answer")?,
        })
    })
}

pub(super) fn qualities(
    warehouse: &Warehouse,
    month: NaiveDate,
) -> Result<Vec<QualityCount>, ReportError> {
    let parameters = [Value::Date(month)];
    ask(
        warehouse,
        "meta.value_note",
        QUALITIES,
        &parameters,
        |row| {
            Ok(QualityCount {
                quality: row.text("quality")?,
                values: row.count("noted_values")?,
            })
        },
    )
}

pub(super) fn rows_quarantined(
    warehouse: &Warehouse,
    month: NaiveDate,
) -> Result<u64, ReportError> {
    let parameters = [Value::Date(month)];
    let found = ask(warehouse, "meta.report", QUARANTINED, &parameters, |row| {
        row.count("rows_quarantined")
    })?;
    Ok(found.into_iter().next().unwrap_or_default())
}

pub(crate) fn last_run(warehouse: &Warehouse) -> Result<Option<RunStamp>, ReportError> {
    let short = |hash: String| hash.chars().take(8).collect();
    let found = ask(warehouse, "meta.run", RUN, &[], |row| {
        Ok(RunStamp {
            run: row.count("run_id")?,
            finished_on: row.date("finished_on")?,
            finished_time: row.text("finished_time")?,
            version: row.text("version")?,
            config_hash: short(row.text("config_hash")?),
            programme_hash: short(row.text("programme_hash")?),
        })
    })?;
    Ok(found.into_iter().next())
}
