//! What is to be told to the reporters about a month: the state of their reports and what to correct in them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::Name;
use super::records::{Record, ask};
use crate::error::ReportError;

/// What is to be told about a month.
#[derive(Debug, Clone, Default)]
pub struct Correspondence {
    /// Reports owed or there, by organisation and form.
    pub reports: Vec<OwedReport>,
    /// What reporters should correct in them, errors first.
    pub remarks: Vec<Remark>,
    /// Files that no report came of, so that nobody is known to have sent them; of all months.
    pub strays: Vec<Remark>,
    /// Share of an organisation in the region's activities of the last twelve months, in per cent.
    pub weights: BTreeMap<String, Decimal>,
}

/// A report of the month.
#[derive(Debug, Clone)]
pub struct OwedReport {
    /// Organisation.
    pub organisation: String,
    /// Form.
    pub form: String,
    /// `accepted`, `accepted_with_issues`, `nil`, `rejected` or `missing`.
    pub state: String,
    /// `timely`, `late` or `missing`.
    pub timeliness: String,
    /// Whether it is owed.
    pub expected: bool,
    /// Last day on which it is on time.
    pub due_on: Option<NaiveDate>,
    /// Day on which it came.
    pub received_on: Option<NaiveDate>,
    /// Hash of the file that it is in.
    pub submission: Option<String>,
    /// Rows that count.
    pub rows_loaded: u64,
    /// Rows set aside.
    pub rows_quarantined: u64,
}

/// Something to correct.
#[derive(Debug, Clone)]
pub struct Remark {
    /// Code of the issue.
    pub code: String,
    /// `error`, `warning` or `notice`.
    pub severity: String,
    /// Organisation; empty for a stray file.
    pub organisation: String,
    /// Hash of the file.
    pub submission: String,
    /// File.
    pub path: String,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Row, from 1.
    pub row: Option<u32>,
    /// Cell, as `F17`.
    pub cell: Option<String>,
    /// What stands there, masked.
    pub found: Option<String>,
    /// What is wrong and what to do, with the place.
    pub message: Name,
}

impl Remark {
    /// Name of the file without its folders.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Whether the file as a whole cannot be read.
    #[must_use]
    pub fn is_of_file(&self) -> bool {
        const OF_FILE: [&str; 4] = [
            "encoding-error",
            "format-error",
            "file-encrypted",
            "file-too-large",
        ];
        self.sheet.is_none() && self.row.is_none() && OF_FILE.contains(&self.code.as_str())
    }

    /// Whether it stands in the way of reading a file, sheet, table or column as a whole.
    #[must_use]
    pub fn is_of_structure(&self) -> bool {
        const OF_STRUCTURE: [&str; 16] = [
            "encoding-error",
            "format-error",
            "file-encrypted",
            "file-too-large",
            "form-not-found",
            "header-not-found",
            "header-error",
            "missing-label",
            "duplicate-label",
            "label-ambiguous",
            "period-not-found",
            "period-out-of-window",
            "organisation-not-found",
            "organisation-conflict",
            "report-identical",
            "reject-share-exceeded",
        ];
        let of_report = self.code == "period-conflict" && self.cell.is_none();
        self.severity == "error" && (of_report || OF_STRUCTURE.contains(&self.code.as_str()))
    }
}

const REPORTS: &str = "
    SELECT report.organisation_code, report.form, report.state, report.timeliness, report.expected, report.due_on,
        report.received_on, report.submission_id, report.rows_loaded, report.rows_quarantined
    FROM meta.report AS report
    LEFT JOIN ref.organisation AS organisation
        ON organisation.organisation_code = report.organisation_code
    LEFT JOIN ref.form AS form
        ON form.form = report.form
    WHERE report.period = CAST(? AS DATE) AND report.valid_to_run IS NULL AND report.superseded_by IS NULL
    ORDER BY organisation.position NULLS LAST, report.organisation_code NULLS LAST, form.position NULLS LAST,
        report.form NULLS LAST, report.report_id NULLS LAST";

// An issue of a whole file is told to everybody whose report of the month is in it. Issues of a version that gave way
// stand only while it is the last word of its sender, which could not be used.
const REMARKS: &str = "
    WITH of_month AS (
        SELECT DISTINCT report.organisation_code, report.report_id, report.submission_id,
            report.valid_to_run IS NULL AND report.superseded_by IS NULL AS stands
        FROM meta.report AS report
        WHERE report.period = CAST(? AS DATE)
    ),
    sent AS (
        SELECT of_month.organisation_code, of_month.submission_id
        FROM of_month
        WHERE of_month.stands
    ),
    told AS (
        SELECT of_month.organisation_code, issue.issue_id
        FROM meta.issue AS issue
        INNER JOIN of_month
            ON of_month.report_id = issue.report_id
        UNION
        SELECT sent.organisation_code, issue.issue_id
        FROM meta.issue AS issue
        INNER JOIN sent
            ON sent.submission_id = issue.submission_id
        WHERE issue.report_id IS NULL
    )
    SELECT issue.code, issue.severity, told.organisation_code, issue.submission_id, issue.path, issue.sheet, issue.row_number,
        issue.cell, issue.found, issue.message_fi, issue.message_sv, issue.message_en
    FROM told
    INNER JOIN meta.issue AS issue
        ON issue.issue_id = told.issue_id
    WHERE issue.responsibility = 'reporter' AND issue.severity <> 'info' AND issue.resolved_run IS NULL
        AND NOT COALESCE(issue.accepted, FALSE)
    ORDER BY told.organisation_code NULLS LAST,
        CASE issue.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END NULLS LAST,
        issue.path NULLS LAST, issue.sheet NULLS FIRST, issue.code NULLS LAST, issue.row_number NULLS FIRST,
        issue.issue_id NULLS LAST";

const STRAYS: &str = "
    SELECT issue.code, issue.severity, '' AS organisation_code, issue.submission_id, issue.path, issue.sheet, issue.row_number,
        issue.cell, issue.found, issue.message_fi, issue.message_sv, issue.message_en
    FROM meta.issue AS issue
    WHERE issue.severity = 'error' AND issue.resolved_run IS NULL AND issue.report_id IS NULL
        AND NOT COALESCE(issue.accepted, FALSE)
        AND issue.submission_id IS NOT NULL
        AND NOT EXISTS (
            SELECT 1 FROM meta.report AS report WHERE report.submission_id = issue.submission_id
        )
    ORDER BY issue.path NULLS LAST, issue.sheet NULLS FIRST, issue.code NULLS LAST, issue.issue_id NULLS LAST";

const WEIGHTS: &str = "
    WITH done AS (
        SELECT fact.organisation_code, COUNT(*) AS activities
        FROM core.activity AS fact
        WHERE fact.period <= CAST(? AS DATE) AND fact.period > CAST(CAST(? AS DATE) - INTERVAL 12 MONTH AS DATE)
            AND COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
        GROUP BY fact.organisation_code
    )
    SELECT done.organisation_code,
        CAST(100.0 * done.activities / NULLIF((SELECT SUM(every.activities) FROM done AS every), 0) AS DECIMAL(5, 1))
            AS weight
    FROM done
    ORDER BY done.organisation_code NULLS LAST";

impl Correspondence {
    /// Reads what is to be told about a month.
    ///
    /// # Errors
    ///
    /// [`ReportError::Warehouse`] and [`ReportError::Column`].
    pub fn read(warehouse: &Warehouse, month: NaiveDate) -> Result<Self, ReportError> {
        let of_month = [Value::Date(month)];
        let until_month = [month, month].map(Value::Date);
        let weights = ask(warehouse, "core.activity", WEIGHTS, &until_month, |row| {
            Ok((
                row.text("organisation_code")?,
                row.number("weight")?.unwrap_or_default(),
            ))
        })?;
        Ok(Correspondence {
            reports: ask(warehouse, "meta.report", REPORTS, &of_month, report)?,
            remarks: ask(warehouse, "meta.issue", REMARKS, &of_month, remark)?,
            strays: ask(warehouse, "meta.issue", STRAYS, &[], remark)?,
            weights: weights.into_iter().collect(),
        })
    }
}

fn report(row: &Record) -> Result<OwedReport, ReportError> {
    Ok(OwedReport {
        organisation: row.text("organisation_code")?,
        form: row.text("form")?,
        state: row.text("state")?,
        timeliness: row.text("timeliness")?,
        expected: row.truth("expected")?,
        due_on: row.maybe_date("due_on")?,
        received_on: row.maybe_date("received_on")?,
        submission: row.maybe_text("submission_id")?,
        rows_loaded: row.maybe_count("rows_loaded")?,
        rows_quarantined: row.maybe_count("rows_quarantined")?,
    })
}

fn remark(row: &Record) -> Result<Remark, ReportError> {
    Ok(Remark {
        code: row.text("code")?,
        severity: row.text("severity")?,
        organisation: row.text("organisation_code")?,
        submission: row.text("submission_id")?,
        path: row.maybe_text("path")?.unwrap_or_default(),
        sheet: row.maybe_text("sheet")?,
        row: row.number("row_number")?.and_then(|row| row.to_u32()),
        cell: row.maybe_text("cell")?,
        found: row.maybe_text("found")?,
        message: Name {
            fi: row.text("message_fi")?,
            sv: row.text("message_sv")?,
            en: row.text("message_en")?,
        },
    })
}
