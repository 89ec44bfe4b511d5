//! What one file turned out to be: its reports, facts, ledger and issues. A pure function of bytes, path and
//! settings; the warehouse takes it from here.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::How;
use rust_decimal::Decimal;

use crate::facts::{Facts, MissingReason, Quality};

/// A file as it lies in the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// SHA-256 of the content, hex.
    pub id: String,
    /// Path relative to the workspace, with `/`.
    pub path: String,
    /// Size.
    pub size_bytes: u64,
    /// Time of last change of the file, UTC.
    pub received_at: NaiveDateTime,
}

impl Submission {
    /// Name without folders.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// Organisation × form × period in one file.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportReading {
    /// Organisation whose report it is.
    pub organisation: Arc<str>,
    /// Index of the form.
    pub form: usize,
    /// First day of the month.
    pub period: NaiveDate,
    /// Rows that became facts; a wide row counts once.
    pub rows_loaded: u32,
    /// Rows set aside.
    pub rows_quarantined: u32,
    /// Whether it says that nothing was done.
    pub nil: bool,
    /// The error that keeps the whole report out, if any; its facts are not loaded.
    pub blocked: Option<Code>,
    /// Version said by the file's name: `korjattu`, `v2` … (READING.md R32); 0 where nothing is said.
    pub version: u32,
    /// Hash of all values in order, for copies and unchanged months (READING.md R31 and R34).
    pub values_hash: u64,
    /// Labels, their order, sheet and header row, as one text (READING.md R38).
    pub layout: String,
    /// Relation to earlier reports of the month.
    pub mode: crate::region::Mode,
    /// For an organisation that a joint report covers (READING.md R25): index of the report that holds the facts and
    /// the issues; this one has the same state and submission.
    pub covered_by: Option<u32>,
}

/// An issue and the report it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundIssue {
    /// The issue.
    pub issue: Issue,
    /// Index of its report in [`FileReading::reports`]; none for the whole file.
    pub report: Option<u32>,
    /// Whether a decision accepts it, so that it no longer counts in the report's state.
    pub accepted: bool,
}

/// The ledger of one table: rows read = the sum of all others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerRow {
    /// Index of the sheet.
    pub sheet: u16,
    /// 1 for the first table of the sheet.
    pub table_number: u32,
    /// Rows of the sheet in or nearest to the table.
    pub rows_read: u32,
    /// Rows that became facts.
    pub rows_loaded: u32,
    /// Rows set aside.
    pub rows_quarantined: u32,
    /// Rows recognised as sums.
    pub rows_total: u32,
    /// Header and section rows.
    pub rows_heading: u32,
    /// Rows without content.
    pub rows_blank: u32,
    /// Titles, keys and values, footnotes.
    pub rows_note: u32,
}

impl LedgerRow {
    /// Tells whether every row read is accounted for.
    #[must_use]
    pub fn balances(&self) -> bool {
        self.rows_read
            == self.rows_loaded
                + self.rows_quarantined
                + self.rows_total
                + self.rows_heading
                + self.rows_blank
                + self.rows_note
    }
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnDecision {
    /// Index of the sheet.
    pub sheet: u16,
    /// Table on the sheet.
    pub table_number: u32,
    /// Column of the sheet, from 0.
    pub column: u32,
    /// Label, masked.
    pub label: String,
    /// Code of the field, if any; for a column of a wide table the field of its values.
    pub field: Option<Arc<str>>,
    /// Why.
    pub how: Option<How>,
    /// How sure, 0 to 1.
    pub score: f64,
    /// What the label tells of the values below, as `meta.column_decision.axes` has it.
    pub axes: Vec<String>,
}

/// A row set aside.
#[derive(Debug, Clone, PartialEq)]
pub struct Quarantined {
    /// Index of the sheet.
    pub sheet: u16,
    /// Row, from 1.
    pub row: u32,
    /// Its cells as JSON object, label → text, masked.
    pub raw: String,
    /// Codes of the errors, sorted.
    pub codes: Vec<Code>,
}

/// What is to be known of a value that is not exact or not there.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueNote {
    /// Index of the report.
    pub report: u32,
    /// Index of the sheet.
    pub sheet: u16,
    /// Row, from 1.
    pub row: u32,
    /// Code of the field.
    pub field: Arc<str>,
    /// Text of the cell, masked.
    pub raw: String,
    /// How good.
    pub quality: Option<Quality>,
    /// Lower end of a range.
    pub low: Option<Decimal>,
    /// Upper end of a range.
    pub high: Option<Decimal>,
    /// Why it is missing.
    pub missing_reason: Option<MissingReason>,
    /// Codes that the header of the cell tells; empty where the row tells them.
    pub axes: Vec<Arc<str>>,
}

/// All that one file turned out to be.
#[derive(Debug)]
pub struct FileReading {
    /// The file; its path is masked where it held personal data.
    pub submission: Submission,
    /// Name of the format; none if it could not be told.
    pub format: Option<&'static str>,
    /// Name of the text encoding.
    pub encoding: Option<&'static str>,
    /// Names of the sheets, by index.
    pub sheets: Vec<Option<Arc<str>>>,
    /// Whether the original holds personal identity codes, so that it is not archived (READING.md R30).
    pub personal_data: bool,
    /// The reports found.
    pub reports: Vec<ReportReading>,
    /// Facts, at most one batch per form, in the order of the forms.
    pub facts: Vec<Facts>,
    /// Ledger of all tables of visible sheets.
    pub ledger: Vec<LedgerRow>,
    /// What the columns were taken for.
    pub columns: Vec<ColumnDecision>,
    /// What was noticed.
    pub issues: Vec<FoundIssue>,
    /// Rows set aside.
    pub quarantine: Vec<Quarantined>,
    /// Notes on values.
    pub notes: Vec<ValueNote>,
    /// How often each decision (by index in `decisions.toml`) decided something.
    pub decisions_used: Vec<u32>,
}

impl FileReading {
    /// The reading of a file of which nothing is known.
    pub(super) fn empty(submission: Submission) -> Self {
        FileReading {
            submission,
            format: None,
            encoding: None,
            sheets: Vec::new(),
            personal_data: false,
            reports: Vec::new(),
            facts: Vec::new(),
            ledger: Vec::new(),
            columns: Vec::new(),
            issues: Vec::new(),
            quarantine: Vec::new(),
            notes: Vec::new(),
            decisions_used: Vec::new(),
        }
    }

    /// Tells whether every row of every sheet is accounted for, and every row set aside is kept.
    #[must_use]
    pub fn balances(&self) -> bool {
        let aside: u64 = self
            .ledger
            .iter()
            .map(|row| u64::from(row.rows_quarantined))
            .sum();
        self.ledger.iter().all(LedgerRow::balances) && aside == self.quarantine.len() as u64
    }
}
