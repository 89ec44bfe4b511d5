//! Where one fact comes from, with every decision on the way.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use sha2::{Digest, Sha256};

use super::cells::{self, FoundCell, Wanted};
use super::lineage::Contribution;
use crate::consolidate::archive;
use crate::submission::{Context, Inspection, Submission, inspect};
use crate::warehouse::read::Value;
use crate::warehouse::{Warehouse, WarehouseError};

/// Why a column was taken for a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// Letters of the column.
    pub column: String,
    /// Its label.
    pub label: String,
    /// The field; none if none matched.
    pub field: Option<String>,
    /// label, synonym, fuzzy, decision or source.
    pub how: Option<String>,
    /// How sure, 0 to 1.
    pub score: f64,
}

/// What is to be known of a value that is not exact or not there (`meta.value_note`).
#[derive(Debug, Clone, PartialEq)]
pub struct Noted {
    /// Field.
    pub field: String,
    /// Text of the cell.
    pub raw: String,
    /// approximate, lower_bound, upper_bound, range or vague.
    pub quality: Option<String>,
    /// Why there is no value.
    pub missing_reason: Option<String>,
}

/// An issue of the row or, for a report, of all of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Noticed {
    /// Code.
    pub code: String,
    /// Cell, where one is meant.
    pub cell: Option<String>,
    /// Message in Finnish, Swedish and English.
    pub messages: [String; 3],
}

/// One fact, or one report, and what it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Fact table without schema, or `report`.
    pub table: String,
    /// Report it belongs to.
    pub report_id: String,
    /// Organisation.
    pub organisation: String,
    /// Form.
    pub form: String,
    /// First day of the month.
    pub period: NaiveDate,
    /// Content it came in; none for a missing report.
    pub submission_id: Option<String>,
    /// Path under which it came.
    pub path: Option<String>,
    /// The original, if the archive has it whole.
    pub original: Option<PathBuf>,
    /// Whether this version of the report stands.
    pub current: bool,
    /// Sheet; none in text files.
    pub sheet: Option<String>,
    /// Row, from 1; none for a report as a whole.
    pub row: Option<i64>,
    /// Field that gives the value; none for the row as a whole.
    pub field: Option<String>,
    /// What it gives to the figure; NULL where no figure was asked for.
    pub value: Value,
    /// The cells it was read from; none where the original is not kept.
    pub cells: Vec<FoundCell>,
    /// What the columns of its sheet were taken for.
    pub columns: Vec<Decided>,
    /// Notes on its values.
    pub notes: Vec<Noted>,
    /// Issues.
    pub issues: Vec<Noticed>,
    /// Decisions of `decisions.toml` that decided something in the file: number, what was found, what it means, who and why.
    pub decisions: Vec<[String; 5]>,
}

/// Finds sources; reads every original once.
pub(super) struct Sources<'a> {
    workspace: &'a Path,
    warehouse: &'a Warehouse,
    context: &'a Context,
    originals: HashMap<String, Option<(PathBuf, Inspection)>>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(workspace: &'a Path, warehouse: &'a Warehouse, context: &'a Context) -> Self {
        Sources {
            workspace,
            warehouse,
            context,
            originals: HashMap::new(),
        }
    }

    /// Follows a fact; none if its report is not there.
    pub(super) fn follow(&mut self, from: &Contribution) -> Result<Option<Source>, WarehouseError> {
        let found = self.ask(
            "SELECT organisation_code, form, period, submission_id, path, valid_to_run IS NULL FROM meta.report \
             WHERE report_id = ? ORDER BY valid_from_run DESC",
            &[text(&from.report_id)],
        )?;
        let Some(row) = found.first() else {
            return Ok(None);
        };
        let Some(period) = row[2].date() else {
            return Ok(None);
        };
        let owned = |value: &Value| value.text().map(str::to_owned);
        let mut source = Source {
            table: from.table.clone(),
            report_id: from.report_id.clone(),
            organisation: row[0].to_string(),
            form: row[1].to_string(),
            period,
            submission_id: owned(&row[3]),
            path: owned(&row[4]),
            original: None,
            current: row[5] == Value::Bool(true),
            sheet: from.sheet.clone(),
            row: from.row,
            field: from.field.clone(),
            value: from.value.clone(),
            cells: Vec::new(),
            columns: Vec::new(),
            notes: self.notes(from)?,
            issues: Vec::new(),
            decisions: Vec::new(),
        };
        if let Some(id) = source.submission_id.clone() {
            source.columns = self.columns(&id, from)?;
            source.issues = self.issues(&id, from)?;
            source.decisions = self.decisions(&id)?;
            self.original(&id, from, &mut source)?;
        }
        Ok(Some(source))
    }

    fn ask(&self, sql: &str, parameters: &[Value]) -> Result<Vec<Vec<Value>>, WarehouseError> {
        Ok(self.warehouse.query(sql, parameters)?.rows)
    }

    fn notes(&self, from: &Contribution) -> Result<Vec<Noted>, WarehouseError> {
        let rows = self.ask(
            "SELECT field, raw, quality, missing_reason FROM meta.value_note \
             WHERE report_id = ? AND sheet IS NOT DISTINCT FROM ? AND row_number = ? ORDER BY field, raw",
            &[text(&from.report_id), sheet(from), number(from)],
        )?;
        let notes = rows.iter().map(|row| Noted {
            field: row[0].to_string(),
            raw: row[1].to_string(),
            quality: row[2].text().map(str::to_owned),
            missing_reason: row[3].text().map(str::to_owned),
        });
        let is_meant = |note: &Noted| from.field.as_ref().is_none_or(|field| *field == note.field);
        Ok(notes.filter(is_meant).collect())
    }

    fn columns(&self, id: &str, from: &Contribution) -> Result<Vec<Decided>, WarehouseError> {
        let rows = self.ask(
            "SELECT column_letter, label, field, how, score FROM meta.column_decision \
             WHERE submission_id = ? AND (sheet IS NOT DISTINCT FROM ? OR ?) \
             ORDER BY sheet NULLS FIRST, table_number, length(column_letter), column_letter",
            &[text(id), sheet(from), Value::Bool(from.row.is_none())],
        )?;
        let columns = rows.iter().map(|row| Decided {
            column: row[0].to_string(),
            label: row[1].to_string(),
            field: row[2].text().map(str::to_owned),
            how: row[3].text().map(str::to_owned),
            score: match row[4] {
                Value::Float(score) => score,
                _ => 0.0,
            },
        });
        let is_meant = |column: &Decided| from.field.is_none() || from.field == column.field;
        Ok(columns.filter(is_meant).collect())
    }

    fn issues(&self, id: &str, from: &Contribution) -> Result<Vec<Noticed>, WarehouseError> {
        let rows = self.ask(
            "SELECT code, cell, message_fi, message_sv, message_en FROM meta.issue \
             WHERE submission_id = ? AND resolved_run IS NULL \
             AND ((sheet IS NOT DISTINCT FROM ? AND row_number = ?) OR (? AND report_id = ?)) ORDER BY issue_id",
            &[
                text(id),
                sheet(from),
                number(from),
                Value::Bool(from.row.is_none()),
                text(&from.report_id),
            ],
        )?;
        Ok(rows
            .iter()
            .map(|row| Noticed {
                code: row[0].to_string(),
                cell: row[1].text().map(str::to_owned),
                messages: [row[2].to_string(), row[3].to_string(), row[4].to_string()],
            })
            .collect())
    }

    fn decisions(&self, id: &str) -> Result<Vec<[String; 5]>, WarehouseError> {
        let rows = self.ask(
            "SELECT DISTINCT decision_number, found, means, decided_by, why FROM meta.decision \
             WHERE submission_id = ? ORDER BY ALL",
            &[text(id)],
        )?;
        Ok(rows
            .iter()
            .map(|row| [0, 1, 2, 3, 4].map(|at: usize| row[at].to_string()))
            .collect())
    }

    fn original(
        &mut self,
        id: &str,
        from: &Contribution,
        source: &mut Source,
    ) -> Result<(), WarehouseError> {
        if !self.originals.contains_key(id) {
            let read = self.read(id)?;
            self.originals.insert(id.to_owned(), read);
        }
        let Some(Some((path, inspection))) = self.originals.get(id) else {
            return Ok(());
        };
        source.original = Some(path.clone());
        if let Some(row) = from.row.and_then(|row| u32::try_from(row).ok()) {
            let wanted = Wanted {
                sheet: from.sheet.as_deref(),
                row,
                field: from.field.as_deref(),
                month: (source.period.year(), source.period.month()),
                codes: &from.axes,
            };
            source.cells = cells::find(inspection, &self.context.programme, &wanted);
        }
        Ok(())
    }

    /// The original of a content, if the archive has it as it was.
    fn read(&self, id: &str) -> Result<Option<(PathBuf, Inspection)>, WarehouseError> {
        let rows = self.ask(
            "SELECT path, file_name, size_bytes FROM meta.submission WHERE submission_id = ? AND archived",
            &[text(id)],
        )?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        let path = archive::location(self.workspace, id, &row[1].to_string());
        let Ok(bytes) = std::fs::read(&path) else {
            return Ok(None);
        };
        if hex(&Sha256::digest(&bytes)) != id {
            return Ok(None);
        }
        let submission = Submission {
            id: id.to_owned(),
            path: row[0].to_string(),
            size_bytes: bytes.len() as u64,
            received_at: chrono::NaiveDateTime::default(),
        };
        let inspection = inspect(submission, &bytes, self.context);
        let shown = path.strip_prefix(self.workspace).unwrap_or(&path);
        Ok(Some((shown.to_owned(), inspection)))
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn sheet(from: &Contribution) -> Value {
    from.sheet.clone().map_or(Value::Null, Value::Text)
}

fn number(from: &Contribution) -> Value {
    from.row.map_or(Value::Null, Value::Int)
}
