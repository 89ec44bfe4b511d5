//! How well inboxes are read, in figures: cells right, wrong in silence or missing, rows lost, and false alarms.

#![expect(
    clippy::print_stdout,
    reason = "what is wrong stands beside the figures"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::AddAssign;
use std::path::Path;

use kooste_fixtures::truth::{COLUMNS, Truth};
use kooste_transform::warehouse::Warehouse;

use crate::truth::{plain, plain_truth, selected};

/// What was counted over one or more inboxes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Figures {
    /// Cells that the truth knows to mean something.
    pub(crate) cells: u32,
    /// Of these, cells read as they were meant.
    pub(crate) right: u32,
    /// Values other than meant, or meant by nobody, without an error, warning or notice in their row.
    pub(crate) silent: u32,
    /// Values other than meant, in a row with an issue.
    pub(crate) told: u32,
    /// Values that are not there.
    pub(crate) missing: u32,
    /// Of these, values in a row without any issue.
    pub(crate) missing_in_silence: u32,
    /// Rows of the truth that neither loaded nor were set aside.
    pub(crate) lost_rows: u32,
    /// Errors and warnings that the truth does not know.
    pub(crate) false_alarms: u32,
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        self.cells += other.cells;
        self.right += other.right;
        self.silent += other.silent;
        self.told += other.told;
        self.missing += other.missing;
        self.missing_in_silence += other.missing_in_silence;
        self.lost_rows += other.lost_rows;
        self.false_alarms += other.false_alarms;
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: u32| f64::from(part) * 100.0 / f64::from(self.cells.max(1));
        write!(
            f,
            "{} cells, {:.3} % right, {} wrong in silence, {} wrong and told, {} missing ({} in silence), \
             {} rows lost, {:.3} % false alarms",
            self.cells,
            share(self.right),
            self.silent,
            self.told,
            self.missing,
            self.missing_in_silence,
            self.lost_rows,
            share(self.false_alarms),
        )
    }
}

/// Path, sheet and row.
type Place = (String, String, String);
/// Place, organisation, month, and the values that tell facts of one row apart.
type Key = (Place, String, String, String);
type Values = BTreeMap<String, String>;

/// Compares a workspace with its truth; prints what is wrong.
pub(crate) fn measure(truth: &Truth, workspace: &Path) -> Figures {
    let warehouse = Warehouse::open_read(&workspace.join("warehouse.duckdb")).unwrap();
    let told = places(
        &warehouse,
        "SELECT path, sheet, row_number FROM meta.issue WHERE severity <> 'info'",
    );
    let aside = places(
        &warehouse,
        "SELECT path, sheet, row_number FROM meta.quarantine JOIN meta.submission USING (submission_id)",
    );
    let mut figures = Figures::default();
    for (form, _) in COLUMNS {
        let mut found = found(&warehouse, form);
        for fact in truth.facts.iter().filter(|fact| fact.form == *form) {
            let place = (fact.path.clone(), fact.sheet.clone(), fact.row.to_string());
            let values: Values = fact
                .values
                .iter()
                .map(|(name, value)| (name.clone(), plain_truth(name, value)))
                .collect();
            let key = key(
                &place,
                &fact.organisation,
                &fact.period.to_string(),
                form,
                &values,
            );
            figures.cells += u32::try_from(values.len()).unwrap();
            match found.remove(&key) {
                Some(read) => compare(&mut figures, &key, &values, &read, told.contains(&place)),
                None => {
                    figures.missing += u32::try_from(values.len()).unwrap();
                    if !aside.contains(&place) {
                        println!("lost: {key:?}");
                        figures.lost_rows += 1;
                    }
                }
            }
        }
        for (key, values) in found {
            println!("meant by nobody: {key:?} {values:?}");
            figures.silent += u32::try_from(values.len()).unwrap();
        }
    }
    figures.false_alarms = false_alarms(truth, &warehouse);
    figures
}

fn compare(figures: &mut Figures, key: &Key, meant: &Values, read: &Values, told: bool) {
    let names: BTreeSet<&String> = meant.keys().chain(read.keys()).collect();
    for name in names {
        match (meant.get(name), read.get(name)) {
            (Some(meant), Some(read)) if meant == read => figures.right += 1,
            (Some(meant), None) => {
                println!("missing: {key:?} {name}={meant}");
                figures.missing += 1;
                figures.missing_in_silence += u32::from(!told);
            }
            (meant, read) => {
                println!("wrong: {key:?} {name}: {meant:?} read as {read:?}");
                figures.silent += u32::from(!told);
                figures.told += u32::from(told);
            }
        }
    }
}

fn key(place: &Place, organisation: &str, period: &str, form: &str, values: &Values) -> Key {
    let names: &[&str] = match form {
        "indicators" => &["indicator", "municipality_code"],
        "costs" => &["category"],
        "narrative" => &["question"],
        _ => &[],
    };
    let own: Vec<&str> = names
        .iter()
        .filter_map(|name| values.get(*name).map(String::as_str))
        .collect();
    (
        place.clone(),
        organisation.to_owned(),
        period.to_owned(),
        own.join(" "),
    )
}

/// The facts of a form in all versions.
fn found(warehouse: &Warehouse, form: &str) -> BTreeMap<Key, Values> {
    let (_, columns) = COLUMNS.iter().find(|(name, _)| *name == form).unwrap();
    let rows = selected(warehouse, form);
    let facts = rows.rows.iter().map(|row| {
        let place: Vec<String> = row[..5].iter().map(plain).collect();
        let values: Values = columns
            .iter()
            .zip(&row[5..])
            .map(|(name, value)| ((*name).to_owned(), plain(value)))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let at = (place[0].clone(), place[1].clone(), place[2].clone());
        (key(&at, &place[3], &place[4], form, &values), values)
    });
    facts.collect()
}

fn places(warehouse: &Warehouse, sql: &str) -> BTreeSet<Place> {
    let rows = warehouse.query(sql, &[]).unwrap();
    let place = |row: &Vec<_>| (plain(&row[0]), plain(&row[1]), plain(&row[2]));
    rows.rows.iter().map(place).collect()
}

/// Errors and warnings at places where the truth has none of that code.
fn false_alarms(truth: &Truth, warehouse: &Warehouse) -> u32 {
    let known: BTreeSet<(String, String, String, String)> = truth
        .issues
        .iter()
        .map(|issue| {
            let row = issue.row.map_or_else(String::new, |row| row.to_string());
            (
                issue.path.clone(),
                issue.sheet.clone(),
                row,
                issue.code.clone(),
            )
        })
        .collect();
    let sql = "SELECT path, sheet, row_number, code FROM meta.issue \
         WHERE severity IN ('error', 'warning') AND path IS NOT NULL";
    let rows = warehouse.query(sql, &[]).unwrap();
    let mut alarms = 0;
    for row in &rows.rows {
        let issue = (
            plain(&row[0]),
            plain(&row[1]),
            plain(&row[2]),
            plain(&row[3]),
        );
        if !known.contains(&issue) {
            println!("false alarm: {issue:?}");
            alarms += 1;
        }
    }
    alarms
}
