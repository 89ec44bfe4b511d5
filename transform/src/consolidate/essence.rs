//! What is compared of two readings of a content, so that only what reads otherwise is written again.

use std::collections::{BTreeMap, HashMap};

use kooste_ingest::issue::Code;

use super::differences::DECREASED;
use super::report::{Key, hash, mode_name};
use crate::programme::Programme;
use crate::submission::FileReading;
use crate::warehouse::read::Value;
use crate::warehouse::{Warehouse, WarehouseError};

/// The readings in the warehouse, by content.
pub(super) fn stored(
    before: &Warehouse,
    programme: &Programme,
) -> Result<HashMap<String, Essence>, WarehouseError> {
    let mut essences: HashMap<String, Essence> = HashMap::new();
    let reports = before.query(
        "SELECT submission_id, organisation_code, form, period, values_hash, rows_loaded, rows_quarantined, blocked_by, \
         mode FROM meta.report JOIN meta.submission AS content USING (submission_id) \
         WHERE valid_from_run >= content.run_id ORDER BY valid_from_run",
        &[],
    )?;
    for row in &reports.rows {
        let form = row[2].text().and_then(|form| programme.form(form));
        let (Some(organisation), Some(form), Some(period)) = (row[1].text(), form, row[3].date())
        else {
            continue;
        };
        let count = |at: usize| u32::try_from(row[at].int().unwrap_or(0)).unwrap_or(0);
        let essence = essences.entry(row[0].to_string()).or_default();
        essence.reports.insert(
            (organisation.to_owned(), form, period),
            (
                hash(&row[4]).unwrap_or(0),
                count(5),
                count(6),
                row[7].text().and_then(blocking),
                row[8].to_string(),
            ),
        );
    }
    let issues = before.query(
        &format!(
            "SELECT submission_id, code, coalesce(sheet, ''), coalesce(row_number, 0), coalesce(field, ''), \
             coalesce(found, ''), accepted FROM meta.issue AS issue JOIN meta.submission AS content USING (submission_id) \
             WHERE (resolved_run IS NULL OR resolved_run > content.run_id OR first_run = content.run_id) AND {}",
            of_reading("issue")
        ),
        &[],
    )?;
    for row in &issues.rows {
        let essence = essences.entry(row[0].to_string()).or_default();
        essence.issue((
            row[1].to_string(),
            row[2].to_string(),
            row[3].int().unwrap_or(0),
            row[4].to_string(),
            row[5].to_string(),
            row[6] == Value::Bool(true),
        ));
    }
    let notes = before.query(
        "SELECT note.submission_id, count(*) FROM meta.value_note AS note \
         JOIN meta.report AS report ON report.report_id = note.report_id \
         JOIN meta.submission AS content ON content.submission_id = note.submission_id \
         WHERE report.valid_from_run = content.run_id GROUP BY note.submission_id",
        &[],
    )?;
    for row in &notes.rows {
        let count = u64::try_from(row[1].int().unwrap_or(0)).unwrap_or(0);
        essences.entry(row[0].to_string()).or_default().notes = count;
    }
    Ok(essences)
}

/// What is compared of a reading: its reports, and what was noticed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Essence {
    /// Reports: values, rows loaded and set aside, what keeps it out, mode.
    reports: BTreeMap<Key, (u64, u32, u32, Option<String>, String)>,
    /// Issues: code, sheet, row, field, what was found, whether accepted.
    issues: BTreeMap<(String, String, i64, String, String, bool), u32>,
    /// Notes on values.
    notes: u64,
}

/// What keeps a report out by its own reading: whether a base stands is no part of it.
fn blocking(code: &str) -> Option<String> {
    (code != Code::CumulativeBaseMissing.name()).then(|| code.to_owned())
}

/// SQL that holds for issues that come from reading a file, not from comparing reports.
pub(super) fn of_reading(issue: &str) -> String {
    let codes = COMPARED.map(|code| format!("'{code}'")).join(", ");
    format!("({issue}.code NOT IN ({codes}) AND {issue}.reason IS DISTINCT FROM '{DECREASED}')")
}

/// Issues that come from comparing reports, not from reading a file.
const COMPARED: [&str; 7] = [
    "cumulative-base-missing",
    "layout-changed",
    "report-superseded",
    "report-identical-to-previous",
    "period-closed",
    "deviated-value",
    "report-identical",
];

impl Essence {
    /// That of a new reading.
    pub(super) fn of(reading: &FileReading) -> Self {
        let mut essence = Essence {
            notes: reading.notes.len() as u64,
            ..Essence::default()
        };
        for report in &reading.reports {
            let key = (report.organisation.to_string(), report.form, report.period);
            let blocked = match report.blocked {
                Some(code) => blocking(code.name()),
                None if report.rows_loaded == 0 && !report.nil && report.covered_by.is_none() => {
                    Some(Code::RequiredValue.name().to_owned())
                }
                None => None,
            };
            essence.reports.entry(key).or_insert((
                report.values_hash,
                report.rows_loaded,
                report.rows_quarantined,
                blocked,
                mode_name(report.mode).to_owned(),
            ));
        }
        for found in &reading.issues {
            let issue = &found.issue;
            essence.issue((
                issue.code.name().to_owned(),
                issue.sheet.as_deref().unwrap_or_default().to_owned(),
                issue.row.map_or(0, i64::from),
                issue.field.as_deref().unwrap_or_default().to_owned(),
                issue.found.clone(),
                found.accepted,
            ));
        }
        essence
    }

    fn issue(&mut self, issue: (String, String, i64, String, String, bool)) {
        if !COMPARED.contains(&issue.0.as_str()) {
            *self.issues.entry(issue).or_default() += 1;
        }
    }
}
