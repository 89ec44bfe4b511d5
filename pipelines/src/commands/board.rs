//! The board of a month as the warehouse holds it: organisations, forms, and the state of each report.

use chrono::NaiveDate;
use kooste_transform::programme::Labels;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;

use crate::failure::Failure;
use crate::language::Language;

const BOARD: &str = include_str!("board.sql");

/// Something with a code and names: an organisation or a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) code: String,
    names: Labels,
}

impl Named {
    /// Its name, or its code where it has none.
    pub(super) fn name(&self, language: Language) -> &str {
        match self.names.get(language.code()) {
            "" => &self.code,
            name => name,
        }
    }
}

/// One report of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Report {
    pub(super) organisation: String,
    pub(super) form: String,
    pub(super) state: String,
    pub(super) timeliness: String,
    pub(super) expected: bool,
}

impl Report {
    /// The key of what the board says.
    pub(super) fn key(&self) -> &'static str {
        match (self.state.as_str(), self.timeliness.as_str()) {
            ("missing", _) => "status-missing",
            ("rejected", _) => "status-rejected",
            ("nil", "late") => "status-nil-late",
            ("nil", _) => "status-nil",
            (_, "late") => "status-late",
            _ => "status-timely",
        }
    }
}

/// The board of one month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Board {
    /// In the order of the region file.
    pub(super) organisations: Vec<Named>,
    /// In the order of the programme.
    pub(super) forms: Vec<Named>,
    pub(super) reports: Vec<Report>,
}

impl Board {
    pub(super) fn is_empty(&self) -> bool {
        self.reports.is_empty()
    }

    pub(super) fn state(&self, organisation: &str, form: &str) -> Option<&Report> {
        self.reports
            .iter()
            .find(|report| report.organisation == organisation && report.form == form)
    }
}

/// Reads the board of a month; it is empty where nothing is owed and nothing came.
pub(super) fn read(warehouse: &Warehouse, month: NaiveDate) -> Result<Board, Failure> {
    let found = warehouse.query(BOARD, &[Value::Date(month)])?;
    let forms = warehouse.query("SELECT form FROM ref.form ORDER BY position", &[])?;
    let mut board = Board::default();
    for row in &found.rows {
        let text = |at: usize| row.get(at).map(ToString::to_string).unwrap_or_default();
        let named = |at: usize| Named {
            code: text(at),
            names: Labels {
                fi: text(at + 1),
                sv: text(at + 2),
                en: text(at + 3),
            },
        };
        add(&mut board.organisations, named(0));
        add(&mut board.forms, named(4));
        board.reports.push(Report {
            organisation: text(0),
            form: text(4),
            state: text(8),
            timeliness: text(9),
            expected: row.get(10) == Some(&Value::Bool(true)),
        });
    }
    let order: Vec<String> = forms
        .rows
        .iter()
        .flatten()
        .map(ToString::to_string)
        .collect();
    board
        .forms
        .sort_by_key(|form| order.iter().position(|code| *code == form.code));
    Ok(board)
}

fn add(known: &mut Vec<Named>, named: Named) {
    if !known.iter().any(|other| other.code == named.code) {
        known.push(named);
    }
}
