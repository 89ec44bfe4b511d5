//! What the warehouse knows before a run.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::changes::of_contents;
use super::copies::Loaded;
use super::report::Key;
use super::unreadable::Unreadable;
use crate::closing::closed_months;
use crate::programme::Programme;
use crate::warehouse::read::Value;
use crate::warehouse::{Warehouse, WarehouseError};

/// Contents, paths and settings of earlier runs.
#[derive(Debug, Default)]
pub(super) struct Known {
    paths: HashMap<String, HashSet<String>>,
    settings: BTreeMap<String, String>,
    unread: BTreeSet<String>,
    /// Months that are closed.
    pub(super) closed: BTreeSet<NaiveDate>,
    /// Number of the last run; 0 before the first.
    pub(super) last_run: i32,
}

impl Known {
    /// Asks the warehouse.
    pub(super) fn load(warehouse: &Warehouse) -> Result<Self, WarehouseError> {
        let mut known = Known {
            last_run: number(warehouse, "SELECT max(run_id) FROM meta.run")?,
            ..Known::default()
        };
        let paths = warehouse.query("SELECT submission_id, path FROM meta.submission_path", &[])?;
        for row in &paths.rows {
            if let (Some(id), Some(path)) = (row[0].text(), row[1].text()) {
                let paths = known.paths.entry(id.to_owned()).or_default();
                paths.insert(path.to_owned());
            }
        }
        let settings = warehouse.query("SELECT name, value FROM meta.setting", &[])?;
        for row in &settings.rows {
            known
                .settings
                .insert(row[0].to_string(), row[1].to_string());
        }
        known.unread = unread(warehouse)?;
        known.closed = closed_months(warehouse)?;
        Ok(known)
    }

    /// Whether a content was read before.
    pub(super) fn has_content(&self, hash: &str) -> bool {
        self.paths.contains_key(hash)
    }

    /// Whether a content was seen under this path before.
    pub(super) fn has_path(&self, hash: &str, path: &str) -> bool {
        self.paths
            .get(hash)
            .is_some_and(|paths| paths.contains(path))
    }

    /// What stands for contents that could not be read and that were not read well or found gone since.
    pub(super) fn unread(&self) -> &BTreeSet<String> {
        &self.unread
    }

    /// A setting of the last run that changed something.
    pub(super) fn setting(&self, name: &str) -> Option<&str> {
        self.settings.get(name).map(String::as_str)
    }
}

fn unread(warehouse: &Warehouse) -> Result<BTreeSet<String>, WarehouseError> {
    let reasons = Unreadable::ALL.map(|why| format!("'{}'", why.refusal().reason));
    let rows = warehouse.query(
        &format!(
            "SELECT DISTINCT submission_id FROM meta.issue WHERE resolved_run IS NULL AND reason IN ({}) \
             AND submission_id IS NOT NULL",
            reasons.join(", ")
        ),
        &[],
    )?;
    let ids = rows.rows.iter().filter_map(|row| row[0].text());
    Ok(ids.map(str::to_owned).collect())
}

/// A single whole number; 0 for NULL.
pub(super) fn number(warehouse: &Warehouse, sql: &str) -> Result<i32, WarehouseError> {
    let rows = warehouse.query(sql, &[])?;
    let found = rows.rows.first().and_then(|row| row[0].int()).unwrap_or(0);
    Ok(i32::try_from(found).unwrap_or(i32::MAX))
}

/// For each report with an acceptable version the day on which the first one came.
pub(super) fn first_acceptable(
    warehouse: &Warehouse,
    programme: &Programme,
) -> Result<BTreeMap<Key, NaiveDate>, WarehouseError> {
    let rows = warehouse.query(
        "SELECT organisation_code, form, period, min(received_on) FROM meta.report \
         WHERE state IN ('accepted', 'accepted_with_issues', 'nil') GROUP BY organisation_code, form, period",
        &[],
    )?;
    Ok(rows
        .rows
        .iter()
        .filter_map(|row| {
            let form = programme.form(row[1].text()?)?;
            Some((
                (row[0].text()?.to_owned(), form, row[2].date()?),
                row[3].date()?,
            ))
        })
        .collect())
}

/// What these contents are loaded for, joint reports included, and what they were taken for.
pub(super) fn loaded(
    warehouse: &Warehouse,
    programme: &Programme,
    hashes: &BTreeSet<&str>,
) -> Result<HashMap<String, Loaded>, WarehouseError> {
    let mut found: HashMap<String, Loaded> = HashMap::new();
    if hashes.is_empty() {
        return Ok(found);
    }
    let rows = warehouse.query(
        &format!(
            "SELECT submission_id, organisation_code, form, period, path, state = 'rejected', \
               coalesce(blocked_by = 'report-identical', false) FROM meta.report \
             WHERE {} ORDER BY valid_from_run, report_id",
            of_contents(hashes)
        ),
        &[],
    )?;
    for row in &rows.rows {
        let key = || {
            let form = programme.form(row[2].text()?)?;
            Some((row[1].text()?.to_owned(), form, row[3].date()?))
        };
        let (Some(hash), Some(key)) = (row[0].text().filter(|hash| hashes.contains(hash)), key())
        else {
            continue;
        };
        let loaded = found.entry(hash.to_owned()).or_default();
        if row[5] != Value::Bool(true) {
            loaded.reports.insert(key.clone());
            loaded.path = row[4].text().map(str::to_owned);
        }
        if row[6] == Value::Bool(true) {
            loaded.disputed.insert(key.clone());
        }
        loaded.noted.insert(key);
    }
    Ok(found)
}
