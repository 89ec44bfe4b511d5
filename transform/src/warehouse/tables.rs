//! Columns of the fixed tables that are appended to, in the order of `schema/meta.sql`.

use super::batch::Kind::{self, Bool, Date, Decimal, Float, Hash, Int, List, Long, Text, Time};

/// `meta.submission`.
pub(crate) const SUBMISSION: &[(&str, Kind)] = &[
    ("submission_id", Text),
    ("path", Text),
    ("file_name", Text),
    ("size_bytes", Long),
    ("format", Text),
    ("encoding", Text),
    ("received_at", Time),
    ("run_id", Int),
    ("state", Text),
    ("personal_data", Bool),
    ("archived", Bool),
];

/// `meta.submission_path`.
pub(crate) const SUBMISSION_PATH: &[(&str, Kind)] = &[
    ("submission_id", Text),
    ("path", Text),
    ("received_at", Time),
    ("first_run", Int),
];

/// `meta.report`.
pub(crate) const REPORT: &[(&str, Kind)] = &[
    ("report_id", Text),
    ("organisation_code", Text),
    ("form", Text),
    ("period", Date),
    ("submission_id", Text),
    ("state", Text),
    ("due_on", Date),
    ("received_on", Date),
    ("timeliness", Text),
    ("closed", Bool),
    ("superseded_by", Text),
    ("expected", Bool),
    ("version_key", Int),
    ("valid_from_run", Int),
    ("valid_to_run", Int),
    ("stored_under", Text),
    ("stated_version", Int),
    ("mode", Text),
    ("blocked_by", Text),
    ("rows_loaded", Int),
    ("rows_quarantined", Int),
    ("received_at", Time),
    ("path", Text),
    ("values_hash", Hash),
    ("layout", Text),
    ("totals_key", Int),
    ("totals_state", Text),
    ("base_report_id", Text),
];

/// `meta.ledger`.
pub(crate) const LEDGER: &[(&str, Kind)] = &[
    ("submission_id", Text),
    ("sheet", Text),
    ("table_number", Int),
    ("rows_read", Int),
    ("rows_loaded", Int),
    ("rows_quarantined", Int),
    ("rows_total", Int),
    ("rows_heading", Int),
    ("rows_blank", Int),
    ("rows_note", Int),
];

/// `meta.column_decision`.
pub(crate) const COLUMN_DECISION: &[(&str, Kind)] = &[
    ("submission_id", Text),
    ("sheet", Text),
    ("table_number", Int),
    ("column_letter", Text),
    ("label", Text),
    ("field", Text),
    ("how", Text),
    ("score", Float),
    ("axes", List),
];

/// `meta.issue`.
pub(crate) const ISSUE: &[(&str, Kind)] = &[
    ("issue_id", Int),
    ("code", Text),
    ("severity", Text),
    ("responsibility", Text),
    ("report_id", Text),
    ("submission_id", Text),
    ("path", Text),
    ("sheet", Text),
    ("cell", Text),
    ("row_number", Int),
    ("field", Text),
    ("found", Text),
    ("expected", Text),
    ("suggestion", Text),
    ("message_fi", Text),
    ("message_sv", Text),
    ("message_en", Text),
    ("first_run", Int),
    ("resolved_run", Int),
    ("reason", Text),
    ("accepted", Bool),
];

/// `meta.quarantine`.
pub(crate) const QUARANTINE: &[(&str, Kind)] = &[
    ("submission_id", Text),
    ("sheet", Text),
    ("row_number", Int),
    ("raw", Text),
    ("codes", List),
];

/// `meta.value_note`.
pub(crate) const VALUE_NOTE: &[(&str, Kind)] = &[
    ("table_name", Text),
    ("report_id", Text),
    ("submission_id", Text),
    ("sheet", Text),
    ("row_number", Int),
    ("field", Text),
    ("raw", Text),
    ("quality", Text),
    ("low", Decimal(18, 4)),
    ("high", Decimal(18, 4)),
    ("missing_reason", Text),
    ("axes", List),
];

/// `meta.decision`.
pub(crate) const DECISION: &[(&str, Kind)] = &[
    ("decision_number", Int),
    ("kind", Text),
    ("field", Text),
    ("found", Text),
    ("means", Text),
    ("organisation_code", Text),
    ("form", Text),
    ("from_month", Text),
    ("until_month", Text),
    ("decided_by", Text),
    ("decided_on", Text),
    ("why", Text),
    ("run_id", Int),
    ("submission_id", Text),
    ("values_decided", Int),
];
