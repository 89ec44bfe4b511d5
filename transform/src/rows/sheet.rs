//! The tables of one sheet, one after the other: evidence around each, its rows, and what an empty one says.

use std::sync::Arc;

use bumpalo::Bump;
use kooste_ingest::grid::Grid;
use kooste_ingest::issue::{Code, Issue, Severity};
use kooste_ingest::table::{RowKind, Shape, SheetReading, Table};
use kooste_ingest::vocabulary::Term;

use super::derive;
use super::outcome::Outcome;
use super::settle::{self, Settler};
use super::table::{Place, TableReader};
use super::tally;
use crate::evidence::{
    Evidence, FileEvidence, Guidance, Month, SheetName, Surroundings, owed_forms,
};
use crate::region::Mode;
use crate::submission::{ColumnDecision, Context};

/// A sheet and what is known before its rows are read.
pub(crate) struct SheetPlace<'g> {
    pub context: &'g Context,
    pub grid: &'g Grid,
    /// Index of the sheet.
    pub sheet: u16,
    pub name: Option<Arc<str>>,
    pub guidance: &'g Guidance,
    pub path: &'g FileEvidence,
    /// What the names of the sheets of the file tell together.
    pub sheets: SheetName,
}

/// Reads the rows of all tables of a sheet into the outcome.
pub(crate) fn read_sheet_rows(
    place: &SheetPlace<'_>,
    reading: &SheetReading,
    outcome: &mut Outcome,
) {
    for issue in &reading.issues {
        outcome.issue(None, issue.clone().sheet(place.name.clone()));
    }
    let mut forms: Vec<usize> = Vec::new();
    let mut idle: Vec<usize> = Vec::new();
    let rows_before = outcome.rows();
    for (at, table) in reading.tables.iter().enumerate() {
        let evidence = weigh(place, reading, at);
        decide_columns(place, table, outcome);
        let rows = outcome.rows();
        read_table(place, table, &evidence, outcome);
        forms.extend(table.form);
        if outcome.rows() == rows && says_nil(table, reading) {
            idle.extend(table.form);
        }
    }
    if reading.tables.is_empty() {
        outcome
            .ledger
            .push(tally::of_notes(place.sheet, &reading.notes));
    }
    let evidence = weigh(place, reading, 0);
    if outcome.rows() > rows_before {
        if !idle.is_empty() {
            say_nothing_was_done(place, &evidence, idle, outcome);
        }
        return;
    }
    if !reading.nil.is_empty() {
        say_nothing_was_done(place, &evidence, forms, outcome);
    } else {
        reject_empty(place, &evidence, &forms, outcome);
    }
}

/// Tells whether nothing was done of what a table among others asks for.
fn says_nil(table: &Table, reading: &SheetReading) -> bool {
    let of_table = |row: u32| table.rows.iter().any(|own| own.number == row);
    reading.nil.iter().any(|(row, ..)| of_table(*row))
}

/// What the places around a table say of it.
fn weigh(place: &SheetPlace<'_>, reading: &SheetReading, table: usize) -> Evidence {
    let surroundings = Surroundings {
        path: place.path,
        sheet: place.name.as_deref(),
        sheets: &place.sheets,
        reading,
        grid: place.grid,
        table,
    };
    let lexicon = &*place.context.vocabulary.lexicon;
    surroundings.weigh(place.guidance, lexicon, &place.context.organisations)
}

fn read_table(place: &SheetPlace<'_>, table: &Table, evidence: &Evidence, outcome: &mut Outcome) {
    let texts = Bump::new();
    let here = Place {
        context: place.context,
        grid: place.grid,
        table,
        sheet: place.sheet,
        sheet_name: place.name.clone(),
        dash_is_zero: place.guidance.dash_is_zero,
        is_cumulative: place.guidance.mode == Mode::Cumulative,
        signed: place.guidance.mode == Mode::Correction,
        texts: &texts,
    };
    let Some(form) = table.form else {
        set_aside(&here, table, outcome);
        return;
    };
    let mut evidence = evidence.clone();
    derive::period(&here, form, &mut evidence);
    let mut reader = TableReader::new(here, form, &evidence, outcome);
    reader.report_structure();
    match table.shape {
        Shape::Records => reader.read(),
        Shape::Headings => reader.read_headings(),
    }
}

/// The rows of a table of no known form are set aside.
fn set_aside(place: &Place<'_>, table: &Table, outcome: &mut Outcome) {
    for issue in &table.issues {
        outcome.issue(None, issue.clone().sheet(place.sheet_name.clone()));
    }
    let of_table = |issue: &&Issue| issue.severity == Severity::Error;
    let code = table
        .issues
        .iter()
        .find(of_table)
        .map_or(Code::FormNotFound, |issue| issue.code);
    let labels = table
        .columns
        .iter()
        .map(|column| (column.index, &*column.label));
    let columns = table.columns.iter().map(|column| column.index);
    let keys: Vec<(u32, String)> = columns.zip(super::json::keys(labels)).collect();
    let mut ledger = crate::submission::LedgerRow {
        sheet: place.sheet,
        table_number: table.number,
        ..Default::default()
    };
    for row in &table.rows {
        let fate = tally::Fate::of_kind(&row.kind).unwrap_or(tally::Fate::Quarantined);
        tally::count(&mut ledger, fate);
        if fate == tally::Fate::Quarantined {
            outcome.quarantine.push(crate::submission::Quarantined {
                sheet: place.sheet,
                row: row.number,
                raw: super::json::row(place.grid.row(row.number), &keys),
                codes: vec![code],
            });
        }
    }
    outcome.ledger.push(ledger);
}

fn decide_columns(place: &SheetPlace<'_>, table: &Table, outcome: &mut Outcome) {
    let form = table.form.map(|form| &place.context.programme.forms[form]);
    outcome
        .columns
        .extend(table.columns.iter().map(|column| ColumnDecision {
            sheet: place.sheet,
            table_number: table.number,
            column: column.index,
            label: column.label.clone(),
            field: form.and_then(|form| Some(form.fields[column.field?].code.clone())),
            how: column.how,
            score: column.score,
            axes: column.axes.iter().filter_map(axis).collect(),
        }));
}

/// What a term of a header tells of the values below it.
fn axis(term: &Term) -> Option<String> {
    match term {
        Term::Month { year, month } => Some(year.map_or_else(
            || format!("{month:02}"),
            |year| format!("{year}-{month:02}"),
        )),
        Term::Municipality(code) | Term::Organisation(code) | Term::Code { code, .. } => {
            Some(code.clone())
        }
        Term::Total => Some(String::from("total")),
        Term::Form(_) | Term::Nil => None,
    }
}

/// A nil return (READING.md R16): of the forms named, or of all that are owed.
fn say_nothing_was_done(
    place: &SheetPlace<'_>,
    evidence: &Evidence,
    mut forms: Vec<usize>,
    outcome: &mut Outcome,
) {
    let (Some(organisation), Some(month)) = (evidence.organisation, evidence.period) else {
        report_missing_evidence(evidence, &place.name, outcome);
        return;
    };
    if forms.is_empty() {
        forms.clone_from(&evidence.forms);
    }
    if forms.is_empty() && outcome.rows() == 0 {
        let context = place.context;
        for member in context.organisations.joint(organisation) {
            let owner = &context.region.organisations[*member];
            forms.extend(owed_forms(
                &context.programme,
                &context.region,
                owner,
                month,
            ));
        }
    }
    forms.sort_unstable();
    forms.dedup();
    for form in forms {
        let mut settler = Settler::new(place.context, evidence, form);
        settler.sheet.clone_from(&place.name);
        let home = settler.home(outcome, around(organisation, month));
        let reading = &mut outcome.reports[home.report as usize];
        if reading.rows_loaded + reading.rows_quarantined == 0 {
            reading.nil = true;
            let issue = Issue::new(Code::NilReport).sheet(place.name.clone());
            outcome.issue_once(Some(home.report), issue);
        }
    }
}

/// An empty template is a rejected report, never a nil return (READING.md R16); of a form that is not owed it is
/// only a sheet left blank.
fn reject_empty(
    place: &SheetPlace<'_>,
    evidence: &Evidence,
    forms: &[usize],
    outcome: &mut Outcome,
) {
    for form in forms {
        let (Some(organisation), Some(month)) = (evidence.organisation, evidence.period) else {
            report_missing_evidence(evidence, &place.name, outcome);
            return;
        };
        let mut settler = Settler::new(place.context, evidence, *form);
        settler.sheet.clone_from(&place.name);
        if !settler.is_owed(organisation, month) {
            continue;
        }
        let home = settler.home(outcome, around(organisation, month));
        let reading = &outcome.reports[home.report as usize];
        if home.blocked.is_none()
            && !reading.nil
            && reading.rows_loaded + reading.rows_quarantined == 0
        {
            let issue = Issue::new(Code::RequiredValue)
                .reason("empty_report")
                .sheet(place.name.clone());
            outcome.issue_once(Some(home.report), issue);
            outcome.block(home.report, Code::RequiredValue);
        }
    }
}

/// Says once per file what nothing tells: whose report it is, or for which month.
pub(super) fn report_missing_evidence(
    evidence: &Evidence,
    sheet: &Option<Arc<str>>,
    outcome: &mut Outcome,
) {
    let mut issues = Vec::new();
    if evidence.organisation.is_none() {
        let unknown = evidence.organisation_unknown();
        issues.push(unknown.unwrap_or_else(|| Issue::new(Code::OrganisationNotFound)));
    }
    if evidence.period.is_none() {
        issues.push(evidence.period_not_found());
    }
    for issue in issues {
        outcome.issue_once(None, issue.sheet(sheet.clone()));
    }
}

/// The place of a report that only the surroundings name.
fn around(organisation: usize, month: Month) -> settle::Place {
    settle::Place {
        organisation,
        is_named: false,
        is_restated: false,
        month,
    }
}

/// The row in which a table begins.
pub(crate) fn first_row(table: &Table) -> u32 {
    let around = |kind: &RowKind| matches!(kind, RowKind::Note | RowKind::Blank);
    let inside = table
        .rows
        .iter()
        .find(|row| !around(&row.kind))
        .map(|row| row.number);
    table.header.map(|(first, _)| first).or(inside).unwrap_or(1)
}
