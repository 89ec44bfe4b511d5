//! Remembered decisions (`decisions.toml`): matches settled once, applied the next month, listed when unused.

use serde::Deserialize;

/// The file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decisions {
    /// The decisions, in the order of the file.
    #[serde(default, rename = "decision")]
    pub decisions: Vec<Decision>,
}

/// What a decision settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// What a value means.
    Value,
    /// What a column's label means.
    Column,
    /// What a sheet holds.
    Sheet,
    /// Whose report a file is, and for which month.
    File,
    /// That an issue is accepted.
    Accept,
}

impl DecisionKind {
    /// Its name in `decisions.toml` and the warehouse.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            DecisionKind::Value => "value",
            DecisionKind::Column => "column",
            DecisionKind::Sheet => "sheet",
            DecisionKind::File => "file",
            DecisionKind::Accept => "accept",
        }
    }
}

/// One decision.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What it settles.
    pub kind: DecisionKind,
    /// For a value the field or code list, for a column the field.
    pub field: Option<String>,
    /// What the file says; for an acceptance the issue code.
    pub found: String,
    /// What it means.
    pub means: Option<String>,
    /// Only for this organisation.
    pub organisation: Option<String>,
    /// Only for this form.
    pub form: Option<String>,
    /// From this month, `YYYY-MM`.
    pub from: Option<String>,
    /// Until this month, `YYYY-MM`.
    pub until: Option<String>,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: toml::value::Datetime,
    /// Why.
    pub why: String,
}
