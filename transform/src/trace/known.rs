//! What the warehouse knows about the reports and contents behind a figure.

use std::collections::{BTreeSet, HashMap};

use super::lineage::{self, Contribution};
use super::source::{Decided, Noted, Noticed};
use crate::warehouse::read::Value;
use crate::warehouse::{Warehouse, WarehouseError};

/// A column decision with its sheet.
pub(super) type ColumnOf = (Option<String>, Decided);
/// A note with its sheet, its row and the codes that tell its value from others of the row.
pub(super) type NoteOf = (Option<String>, Option<i64>, Vec<String>, Noted);
/// An issue with its sheet, row and report.
pub(super) type IssueOf = (Option<String>, Option<i64>, Option<String>, Noticed);

/// What the warehouse knows about the sources shown, asked for at once.
#[derive(Default)]
pub(super) struct Known {
    /// By report: its row of `meta.report`.
    pub(super) reports: HashMap<String, Vec<Value>>,
    /// By report.
    pub(super) notes: HashMap<String, Vec<NoteOf>>,
    /// By content.
    pub(super) columns: HashMap<String, Vec<ColumnOf>>,
    /// By content.
    pub(super) issues: HashMap<String, Vec<IssueOf>>,
    /// By content.
    pub(super) decisions: HashMap<String, Vec<[String; 5]>>,
    /// By report that is the difference of two: its base, and the keys of the figures of both.
    pub(super) bases: HashMap<String, (String, i64, i64)>,
    /// By content: path and file name of those in the archive.
    pub(super) kept: HashMap<String, (String, String)>,
}

impl Known {
    pub(super) fn load(
        warehouse: &Warehouse,
        from: &[Contribution],
    ) -> Result<Self, WarehouseError> {
        let mut known = Known::default();
        let reports = quoted(from.iter().map(|one| one.report_id.as_str()));
        if reports.is_empty() {
            return Ok(known);
        }
        let ask = |sql: String| Ok::<_, WarehouseError>(warehouse.query(&sql, &[])?.rows);
        known.load_bases(warehouse, &reports)?;
        let bases = known.bases.values().map(|(base, _, _)| base.as_str());
        let reports = quoted(bases.chain(from.iter().map(|one| one.report_id.as_str())));
        let rows = ask(format!(
            "SELECT report_id, organisation_code, form, period, submission_id, path, valid_to_run IS NULL \
             FROM meta.report WHERE report_id IN ({reports}) ORDER BY valid_from_run"
        ))?;
        for row in rows {
            known.reports.insert(row[0].to_string(), row);
        }
        for row in ask(format!(
            "SELECT report_id, sheet, row_number, field, raw, quality, missing_reason, axes FROM {} \
             WHERE report_id IN ({reports}) ORDER BY field, raw",
            lineage::notes(warehouse)?
        ))? {
            let note = Noted {
                field: row[3].to_string(),
                raw: row[4].to_string(),
                quality: owned(&row[5]),
                missing_reason: owned(&row[6]),
            };
            let notes = known.notes.entry(row[0].to_string()).or_default();
            notes.push((owned(&row[1]), row[2].int(), row[7].texts(), note));
        }
        let contents = known.reports.values().filter_map(|row| row[4].text());
        let contents = quoted(contents);
        if !contents.is_empty() {
            known.load_contents(&contents, &ask)?;
        }
        Ok(known)
    }

    /// What year-to-date figures were subtracted from; earlier layouts did not know of them.
    fn load_bases(&mut self, warehouse: &Warehouse, reports: &str) -> Result<(), WarehouseError> {
        if warehouse.layout()? < 3 {
            return Ok(());
        }
        let found = warehouse.query(
            &format!(
                "SELECT report.report_id, base.report_id, report.totals_key, coalesce(base.totals_key, base.version_key) \
                 FROM meta.report AS report JOIN meta.report AS base ON base.report_id = report.base_report_id \
                 WHERE report.report_id IN ({reports}) ORDER BY report.report_id"
            ),
            &[],
        )?;
        for row in &found.rows {
            if let (Some(totals), Some(base)) = (row[2].int(), row[3].int()) {
                self.bases
                    .insert(row[0].to_string(), (row[1].to_string(), totals, base));
            }
        }
        Ok(())
    }

    fn load_contents(
        &mut self,
        contents: &str,
        ask: &dyn Fn(String) -> Result<Vec<Vec<Value>>, WarehouseError>,
    ) -> Result<(), WarehouseError> {
        for row in ask(format!(
            "SELECT submission_id, sheet, column_letter, label, field, how, score FROM meta.column_decision \
             WHERE submission_id IN ({contents}) \
             ORDER BY sheet NULLS FIRST, table_number, length(column_letter), column_letter"
        ))? {
            let column = Decided {
                column: row[2].to_string(),
                label: row[3].to_string(),
                field: owned(&row[4]),
                how: owned(&row[5]),
                score: match row[6] {
                    Value::Float(score) => score,
                    _ => 0.0,
                },
            };
            let columns = self.columns.entry(row[0].to_string()).or_default();
            columns.push((owned(&row[1]), column));
        }
        for row in ask(format!(
            "SELECT submission_id, sheet, row_number, report_id, code, cell, message_fi, message_sv, message_en \
             FROM meta.issue WHERE submission_id IN ({contents}) AND resolved_run IS NULL ORDER BY issue_id"
        ))? {
            let issue = Noticed {
                code: row[4].to_string(),
                cell: owned(&row[5]),
                messages: [6, 7, 8].map(|at: usize| row[at].to_string()),
            };
            let issues = self.issues.entry(row[0].to_string()).or_default();
            issues.push((owned(&row[1]), row[2].int(), owned(&row[3]), issue));
        }
        for row in ask(format!(
            "SELECT DISTINCT submission_id, decision_number, found, means, decided_by, why FROM meta.decision \
             WHERE submission_id IN ({contents}) ORDER BY ALL"
        ))? {
            let decisions = self.decisions.entry(row[0].to_string()).or_default();
            decisions.push([1, 2, 3, 4, 5].map(|at: usize| row[at].to_string()));
        }
        for row in ask(format!(
            "SELECT submission_id, path, file_name FROM meta.submission WHERE submission_id IN ({contents}) AND archived"
        ))? {
            let names = (row[1].to_string(), row[2].to_string());
            self.kept.insert(row[0].to_string(), names);
        }
        Ok(())
    }
}

/// The text of a value; none for NULL.
pub(super) fn owned(value: &Value) -> Option<String> {
    value.text().map(str::to_owned)
}

/// Texts as a list of SQL, each once.
fn quoted<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let texts: BTreeSet<&str> = texts.collect();
    let texts: Vec<String> = texts
        .into_iter()
        .map(|text| format!("'{}'", text.replace('\'', "''")))
        .collect();
    texts.join(", ")
}
