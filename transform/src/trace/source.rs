//! Where one fact comes from, with every decision on the way.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

use super::cells::{self, FoundCell, Wanted};
use super::known::{Known, owned};
use super::lineage::Contribution;
use crate::consolidate::archive;
use crate::consolidate::series::FormSeries;
use crate::hex::sha256;
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
    /// For the difference of two year-to-date figures (READING.md R33) the one that was subtracted.
    pub subtracted: Option<Box<Source>>,
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
    known: Known,
    /// By content: where it lies and, where cells of it were asked for, what is in it.
    originals: HashMap<String, Option<(PathBuf, Option<Inspection>)>>,
}

impl<'a> Sources<'a> {
    /// Asks the warehouse what it knows about these.
    pub(super) fn of(
        workspace: &'a Path,
        warehouse: &'a Warehouse,
        context: &'a Context,
        from: &[Contribution],
    ) -> Result<Self, WarehouseError> {
        Ok(Sources {
            workspace,
            warehouse,
            context,
            known: Known::load(warehouse, from)?,
            originals: HashMap::new(),
        })
    }

    /// Follows a fact, and what was subtracted from it; none if its report is not there.
    ///
    /// # Errors
    ///
    /// [`WarehouseError`] if the warehouse cannot be asked.
    pub(super) fn follow(&mut self, from: &Contribution) -> Result<Option<Source>, WarehouseError> {
        let Some(mut source) = self.follow_one(from) else {
            return Ok(None);
        };
        let base = subtracted(self.warehouse, &self.known, self.context, from)?;
        source.subtracted = base.and_then(|base| self.follow_one(&base)).map(Box::new);
        Ok(Some(source))
    }

    fn follow_one(&mut self, from: &Contribution) -> Option<Source> {
        let row = self.known.reports.get(&from.report_id)?;
        let mut source = Source {
            table: from.table.clone(),
            report_id: from.report_id.clone(),
            organisation: row[1].to_string(),
            form: row[2].to_string(),
            period: row[3].date()?,
            submission_id: owned(&row[4]),
            path: owned(&row[5]),
            original: None,
            current: row[6] == Value::Bool(true),
            sheet: from.sheet.clone(),
            row: from.row,
            field: from.field.clone(),
            value: from.value.clone(),
            subtracted: None,
            cells: Vec::new(),
            columns: Vec::new(),
            notes: self.notes(from),
            issues: Vec::new(),
            decisions: Vec::new(),
        };
        if let Some(id) = source.submission_id.clone() {
            source.columns = self.columns(&id, from);
            source.issues = self.issues(&id, from);
            source.decisions = self.known.decisions.get(&id).cloned().unwrap_or_default();
            self.original(&id, from, &mut source);
        }
        Some(source)
    }

    fn notes(&self, from: &Contribution) -> Vec<Noted> {
        let notes = self.known.notes.get(&from.report_id);
        notes
            .into_iter()
            .flatten()
            .filter(|(sheet, row, axes, note)| {
                *sheet == from.sheet
                    && *row == from.row
                    && axes.iter().all(|code| from.axes.contains(code))
                    && from.field.as_ref().is_none_or(|field| *field == note.field)
            })
            .map(|(_, _, _, note)| note.clone())
            .collect()
    }

    fn columns(&self, id: &str, from: &Contribution) -> Vec<Decided> {
        let columns = self.known.columns.get(id);
        columns
            .into_iter()
            .flatten()
            .filter(|(sheet, column)| {
                (from.row.is_none() || *sheet == from.sheet)
                    && (from.field.is_none() || from.field == column.field)
            })
            .map(|(_, column)| column.clone())
            .collect()
    }

    fn issues(&self, id: &str, from: &Contribution) -> Vec<Noticed> {
        let issues = self.known.issues.get(id);
        issues
            .into_iter()
            .flatten()
            .filter(|(sheet, row, report, _)| match from.row {
                Some(_) => *sheet == from.sheet && *row == from.row,
                None => report.as_ref() == Some(&from.report_id),
            })
            .map(|(_, _, _, issue)| issue.clone())
            .collect()
    }

    fn original(&mut self, id: &str, from: &Contribution, source: &mut Source) {
        let row = from.row.and_then(|row| u32::try_from(row).ok());
        let is_enough = match self.originals.get(id) {
            Some(Some((_, inspection))) => row.is_none() || inspection.is_some(),
            Some(None) => true,
            None => false,
        };
        if !is_enough {
            let read = self.read(id, row.is_some());
            self.originals.insert(id.to_owned(), read);
        }
        let Some(Some((path, inspection))) = self.originals.get(id) else {
            return;
        };
        source.original = Some(path.clone());
        if let (Some(row), Some(inspection)) = (row, inspection) {
            let wanted = Wanted {
                sheet: from.sheet.as_deref(),
                row,
                field: from.field.as_deref(),
                month: (source.period.year(), source.period.month()),
                codes: &from.axes,
            };
            source.cells = cells::find(inspection, &self.context.programme, &wanted);
        }
    }

    /// The original of a content, if the archive has it as it was, and what is in it if that is wanted.
    fn read(&self, id: &str, is_wanted: bool) -> Option<(PathBuf, Option<Inspection>)> {
        let (path, file_name) = self.known.kept.get(id)?;
        let location = archive::location(self.workspace, id, file_name);
        let bytes = std::fs::read(&location).ok()?;
        if sha256(&bytes) != id {
            return None;
        }
        let submission = Submission {
            id: id.to_owned(),
            path: path.clone(),
            size_bytes: bytes.len() as u64,
            received_at: chrono::NaiveDateTime::default(),
        };
        let inspection = is_wanted.then(|| inspect(submission, &bytes, self.context));
        let shown = location.strip_prefix(self.workspace).unwrap_or(&location);
        Some((shown.to_owned(), inspection))
    }
}

/// The row of the month before that was subtracted from a row of year-to-date figures.
fn subtracted(
    warehouse: &Warehouse,
    known: &Known,
    context: &Context,
    from: &Contribution,
) -> Result<Option<Contribution>, WarehouseError> {
    let forms = context.programme.forms.iter();
    let form = forms
        .filter(|form| form.table == from.table)
        .find_map(FormSeries::of);
    let (Some(series), Some((report_id, totals, base))) = (form, known.bases.get(&from.report_id))
    else {
        return Ok(None);
    };
    let same = |name: &&str| format!("base.\"{name}\" IS NOT DISTINCT FROM fact.\"{name}\"");
    let axes: Vec<String> = from
        .axes
        .iter()
        .map(|axis| format!("'{}'", axis.replace('\'', "''")))
        .collect();
    let axes = format!("CAST([{}] AS VARCHAR[])", axes.join(", "));
    let of_fact = |name: &&str| {
        format!(
            "(fact.\"{name}\" IS NULL OR list_contains({axes}, CAST(fact.\"{name}\" AS VARCHAR)))"
        )
    };
    let conditions: Vec<String> = series
        .keys
        .iter()
        .map(same)
        .chain(series.keys.iter().map(of_fact))
        .collect();
    let value = match &from.field {
        Some(field) if series.measures.iter().any(|(_, name)| name == field) => {
            format!("base.\"{field}\"")
        }
        _ => String::from("NULL"),
    };
    let conditions = conditions.join(" AND ");
    let found = warehouse.query(
        &format!(
            "SELECT base.sheet, base.row_number, {value} FROM store.\"{table}\" AS fact \
             JOIN store.\"{table}\" AS base ON base.version_key = {base} \
             WHERE fact.version_key = {totals} AND fact.sheet IS NOT DISTINCT FROM ? AND fact.row_number = ? \
             AND {conditions} ORDER BY base.sheet NULLS FIRST, base.row_number LIMIT 1",
            table = series.table
        ),
        &[
            from.sheet.clone().map_or(Value::Null, Value::Text),
            from.row.map_or(Value::Null, Value::Int),
        ],
    )?;
    Ok(found.rows.into_iter().next().map(|row| Contribution {
        report_id: report_id.clone(),
        sheet: owned(&row[0]),
        row: row[1].int(),
        value: row[2].clone(),
        ..from.clone()
    }))
}
