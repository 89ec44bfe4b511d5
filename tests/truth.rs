//! What stands in the warehouse after a run over the example reports is what the truth ledger says, cell by cell.

use std::collections::BTreeMap;
use std::path::Path;

use kooste_fixtures::truth::{self, COLUMNS, Fact, Truth};
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::{Rows, Value};
use rust_decimal::Decimal;

use crate::kit::demo;

/// Form, fact table, link table with the key of the fact.
type Kept = (
    &'static str,
    &'static str,
    Option<(&'static str, &'static str)>,
);

const TABLES: &[Kept] = &[
    (
        "activities",
        "activity",
        Some(("activity_municipality", "activity_id")),
    ),
    ("indicators", "indicator_value", None),
    ("costs", "cost", None),
    ("pilots", "pilot", Some(("pilot_municipality", "pilot_id"))),
    (
        "groups",
        "working_group",
        Some(("working_group_municipality", "group_id")),
    ),
    ("narrative", "narrative", None),
];

/// A value as the truth writes it: lists joined by `|`, decimals without zeros at the end.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::List(items) => {
            let mut texts: Vec<String> = items.iter().map(plain).collect();
            texts.sort();
            texts.join("|")
        }
        Value::Decimal(number) => number.normalize().to_string(),
        other => other.to_string(),
    }
}

/// What the truth writes, in the same form.
pub(crate) fn plain_truth(column: &str, text: &str) -> String {
    let number = ["value", "amount_eur", "grant_eur", "fte_months", "hours"].contains(&column);
    if number && let Ok(decimal) = text.parse::<Decimal>() {
        return decimal.normalize().to_string();
    }
    let list = [
        "municipality",
        "municipality_codes",
        "target_group",
        "language",
        "partners",
    ]
    .contains(&column);
    if list {
        let mut parts: Vec<&str> = text.split('|').collect();
        parts.sort_unstable();
        return parts.join("|");
    }
    text.to_owned()
}

/// One line per fact: place, report, and the values that are not NULL.
type Lines = BTreeMap<String, u32>;

fn line(place: [&str; 5], values: &BTreeMap<String, String>) -> String {
    let values: Vec<String> = values
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    format!("{} | {}", place.join(" "), values.join(" · "))
}

fn expected(truth: &Truth, form: &str) -> Lines {
    let mut lines = Lines::new();
    for fact in truth.facts.iter().filter(|fact| fact.form == form) {
        *lines.entry(expected_line(fact)).or_default() += 1;
    }
    lines
}

fn expected_line(fact: &Fact) -> String {
    let values = fact
        .values
        .iter()
        .map(|(name, value)| (name.clone(), plain_truth(name, value)))
        .collect();
    let row = fact.row.to_string();
    let period = fact.period.to_string();
    line(
        [&fact.path, &fact.sheet, &row, &fact.organisation, &period],
        &values,
    )
}

fn found(warehouse: &Warehouse, form: &str) -> Lines {
    let (_, columns) = COLUMNS.iter().find(|(name, _)| *name == form).unwrap();
    lines(&selected(warehouse, form), columns)
}

/// The facts of a form in all versions: path, sheet, row, organisation, month, and the columns that the truth knows.
pub(crate) fn selected(warehouse: &Warehouse, form: &str) -> Rows {
    let (_, table, links) = TABLES.iter().find(|(name, ..)| *name == form).unwrap();
    let (_, columns) = COLUMNS.iter().find(|(name, _)| *name == form).unwrap();
    let selected: Vec<String> = columns
        .iter()
        .map(|column| match (*column, links) {
            ("municipality", Some((link, key))) => format!(
                "(SELECT list(DISTINCT link.municipality_code ORDER BY link.municipality_code) FROM history.{link} AS link \
                 WHERE link.{key} = fact.{key}) AS municipality"
            ),
            (column, _) => format!("fact.{column}"),
        })
        .collect();
    let sql = format!(
        "SELECT submission.path, coalesce(fact.sheet, ''), fact.row_number, fact.organisation_code, fact.period, {} \
         FROM history.{table} AS fact JOIN meta.submission AS submission USING (submission_id)",
        selected.join(", ")
    );
    warehouse
        .query(&sql, &[])
        .unwrap_or_else(|error| panic!("{error}: {sql}"))
}

fn lines(rows: &Rows, columns: &[&str]) -> Lines {
    let mut lines = Lines::new();
    for row in &rows.rows {
        let place: Vec<String> = row[..5].iter().map(plain).collect();
        let values = columns
            .iter()
            .zip(&row[5..])
            .map(|(name, value)| ((*name).to_owned(), plain(value)))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let place = [&*place[0], &*place[1], &*place[2], &*place[3], &*place[4]];
        *lines.entry(line(place, &values)).or_default() += 1;
    }
    lines
}

/// Compares two sets of lines and shows the first differences.
#[track_caller]
fn agree(what: &str, expected: &Lines, found: &Lines) {
    const SHOWN: usize = 12;
    let missing: Vec<&String> = expected
        .keys()
        .filter(|line| found.get(*line) != expected.get(*line))
        .collect();
    let extra: Vec<&String> = found
        .keys()
        .filter(|line| expected.get(*line) != found.get(*line))
        .collect();
    let show = |lines: &[&String]| {
        lines
            .iter()
            .take(SHOWN)
            .map(|line| format!("  {line}\n"))
            .collect::<String>()
    };
    assert!(
        missing.is_empty() && extra.is_empty(),
        "{what}: {} lines of the truth differ:\n{}{} lines of the warehouse differ:\n{}",
        missing.len(),
        show(&missing),
        extra.len(),
        show(&extra),
    );
}

fn open(folder: &Path) -> Warehouse {
    Warehouse::open_read(&folder.join("warehouse.duckdb")).unwrap()
}

fn compare(region: &'static str) {
    let truth = truth::read(region).unwrap();
    assert!(
        truth.files.len() >= 10,
        "{region} has {} files",
        truth.files.len()
    );
    agree_all(region, &truth, &demo(region));
}

/// Compares all that the truth tells with the warehouse of a workspace.
pub(crate) fn agree_all(region: &str, truth: &Truth, workspace: &Path) {
    let warehouse = open(workspace);
    for (form, _) in COLUMNS {
        agree(
            &format!("{region}, {form}"),
            &expected(truth, form),
            &found(&warehouse, form),
        );
    }
    reports_agree(region, truth, &warehouse);
    notes_agree(region, truth, &warehouse);
    issues_agree(region, truth, &warehouse);
    ledger_agrees(region, truth, &warehouse);
}

fn counted(lines: impl Iterator<Item = String>) -> Lines {
    let mut counted = Lines::new();
    for line in lines {
        *counted.entry(line).or_default() += 1;
    }
    counted
}

fn answer(warehouse: &Warehouse, sql: &str) -> Lines {
    let rows = warehouse
        .query(sql, &[])
        .unwrap_or_else(|error| panic!("{error}: {sql}"));
    counted(
        rows.rows
            .iter()
            .map(|row| row.iter().map(plain).collect::<Vec<_>>().join(" ")),
    )
}

fn reports_agree(region: &str, truth: &Truth, warehouse: &Warehouse) {
    let expected = counted(truth.reports.iter().map(|report| {
        format!(
            "{} {} {} {} {}",
            report.path, report.organisation, report.form, report.period, report.state
        )
    }));
    let found = answer(
        warehouse,
        "SELECT path, organisation_code, form, period, state FROM meta.report WHERE state <> 'missing'",
    );
    agree(&format!("{region}, reports"), &expected, &found);
}

fn notes_agree(region: &str, truth: &Truth, warehouse: &Warehouse) {
    let end = |end: Option<i64>| end.map_or_else(String::new, |number| number.to_string());
    let expected = counted(truth.notes.iter().map(|note| {
        let (low, high) = (end(note.low), end(note.high));
        format!(
            "{} {} {} {} {} {low} {high} {}",
            note.path, note.sheet, note.row, note.field, note.quality, note.missing_reason
        )
    }));
    let found = answer(
        warehouse,
        "SELECT submission.path, coalesce(note.sheet, ''), note.row_number, note.field, coalesce(note.quality, ''), \
         note.low, note.high, coalesce(note.missing_reason, '') \
         FROM meta.value_note AS note JOIN meta.submission AS submission USING (submission_id)",
    );
    agree(&format!("{region}, notes"), &expected, &found);
}

/// Errors and warnings must be exactly those of the truth; of notices and infos those of the truth must be there.
fn issues_agree(region: &str, truth: &Truth, warehouse: &Warehouse) {
    let grave = ["error", "warning"];
    let issues = truth
        .issues
        .iter()
        .filter(|issue| grave.contains(&issue.severity.as_str()));
    let expected = counted(issues.map(|issue| {
        let row = issue.row.map_or_else(String::new, |row| row.to_string());
        format!(
            "{} {} {row} {} {}",
            issue.path, issue.sheet, issue.code, issue.severity
        )
    }));
    let found = answer(
        warehouse,
        "SELECT path, coalesce(sheet, ''), row_number, code, severity FROM meta.issue \
         WHERE severity IN ('error', 'warning') AND path IS NOT NULL",
    );
    agree(&format!("{region}, errors and warnings"), &expected, &found);
    let missing = missing_notices(truth, warehouse);
    assert!(
        missing.is_empty(),
        "{region}: notices that are missing: {missing:#?}"
    );
}

/// The notices and infos of the truth that were not raised, at the place that the truth tells, if it tells one.
fn missing_notices<'a>(truth: &'a Truth, warehouse: &Warehouse) -> Vec<&'a truth::Issue> {
    let sql = "SELECT path, coalesce(sheet, ''), coalesce(CAST(row_number AS VARCHAR), ''), code FROM meta.issue \
         WHERE severity IN ('notice', 'info') AND path IS NOT NULL";
    let rows = warehouse.query(sql, &[]).unwrap();
    let found: Vec<Vec<String>> = rows
        .rows
        .iter()
        .map(|row| row.iter().map(plain).collect())
        .collect();
    let is_raised = |issue: &truth::Issue| {
        let row = issue.row.map_or_else(String::new, |row| row.to_string());
        let wanted = [&issue.path, &issue.sheet, &row, &issue.code];
        let agrees = |raised: &Vec<String>| {
            let mut parts = wanted.iter().zip(raised);
            parts.all(|(wanted, raised)| wanted.is_empty() || *wanted == raised)
        };
        found.iter().any(agrees)
    };
    let light = truth
        .issues
        .iter()
        .filter(|issue| ["notice", "info"].contains(&issue.severity.as_str()));
    light.filter(|issue| !is_raised(issue)).collect()
}

fn ledger_agrees(region: &str, truth: &Truth, warehouse: &Warehouse) {
    let expected = counted(truth.ledger.iter().map(|table| {
        let rows: Vec<String> = table.rows.iter().map(ToString::to_string).collect();
        format!(
            "{} {} {} {}",
            table.path,
            table.sheet,
            table.table_number,
            rows.join(" ")
        )
    }));
    let found = answer(
        warehouse,
        "SELECT submission.path, coalesce(ledger.sheet, ''), table_number, rows_read, rows_loaded, rows_quarantined, \
         rows_total, rows_heading, rows_blank, rows_note \
         FROM meta.ledger AS ledger JOIN meta.submission AS submission USING (submission_id)",
    );
    agree(&format!("{region}, ledger"), &expected, &found);
}

#[test]
fn paakaupunkiseutu_is_read_as_it_was_written() {
    compare("paakaupunkiseutu");
}

#[test]
fn uusimaa_is_read_as_it_was_written() {
    compare("uusimaa");
}

#[test]
fn paijat_hame_is_read_as_it_was_written() {
    compare("paijat-hame");
}

#[test]
fn kanta_hame_is_read_as_it_was_written() {
    compare("kanta-hame");
}
