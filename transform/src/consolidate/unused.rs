//! Decisions in force that never matched anything (`decision-unused`).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::changes::quoted;
use crate::calendar::Month;
use crate::decisions::{Decision, Decisions};
use crate::warehouse::{Warehouse, WarehouseError};

/// What tells one decision from another.
type Identity = [String; 4];

/// The decisions in force in one of `months` that decided nothing in this run or an earlier one, and of which that was
/// not said before.
pub(super) fn unused<'d>(
    warehouse: &Warehouse,
    decisions: &'d Decisions,
    months: &BTreeSet<NaiveDate>,
) -> Result<Vec<&'d Decision>, WarehouseError> {
    if decisions.decisions.is_empty() || months.is_empty() {
        return Ok(Vec::new());
    }
    let used = used(warehouse)?;
    let said = identities(
        warehouse,
        "SELECT DISTINCT found, coalesce(expected, ''), '', '' FROM meta.issue \
         WHERE code = 'decision-unused' AND resolved_run IS NULL ORDER BY 1, 2",
    )?;
    let is_unused = |decision: &&Decision| {
        let [found, means, ..] = identity(decision);
        months
            .iter()
            .any(|month| is_in_force(decision, Month::of(*month)))
            && !used.contains(&identity(decision))
            && !said.contains(&[found, means, String::new(), String::new()])
    };
    Ok(decisions.decisions.iter().filter(is_unused).collect())
}

/// Lets go of what was said of decisions that are gone, or have decided something since.
pub(super) fn resolve(
    warehouse: &Warehouse,
    decisions: &Decisions,
    run: i32,
) -> Result<(), WarehouseError> {
    let said = warehouse.query(
        "SELECT issue_id, found, coalesce(expected, '') FROM meta.issue \
         WHERE code = 'decision-unused' AND resolved_run IS NULL ORDER BY issue_id",
        &[],
    )?;
    if said.rows.is_empty() {
        return Ok(());
    }
    let used = used(warehouse)?;
    let stands = |found: &str, means: &str| {
        decisions.decisions.iter().map(identity).any(|decision| {
            decision[0] == found && decision[1] == means && !used.contains(&decision)
        })
    };
    let gone: Vec<String> = (said.rows.iter())
        .filter(|row| !stands(&row[1].to_string(), &row[2].to_string()))
        .map(|row| quoted(&row[0].to_string()))
        .collect();
    if gone.is_empty() {
        return Ok(());
    }
    warehouse.execute(&format!(
        "UPDATE meta.issue SET resolved_run = {run} WHERE CAST(issue_id AS VARCHAR) IN ({})",
        gone.join(", ")
    ))
}

/// The decisions that decided something in any run.
fn used(warehouse: &Warehouse) -> Result<BTreeSet<Identity>, WarehouseError> {
    identities(
        warehouse,
        "SELECT DISTINCT found, coalesce(means, ''), coalesce(organisation_code, ''), coalesce(form, '') \
         FROM meta.decision WHERE values_decided > 0 ORDER BY 1, 2, 3, 4",
    )
}

fn identity(decision: &Decision) -> Identity {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    [
        decision.found.clone(),
        text(&decision.means),
        text(&decision.organisation),
        text(&decision.form),
    ]
}

fn is_in_force(decision: &Decision, month: Month) -> bool {
    let bound = |text: &Option<String>| text.as_deref().and_then(Month::parse);
    bound(&decision.from).is_none_or(|from| from <= month)
        && bound(&decision.until).is_none_or(|until| month <= until)
}

fn identities(warehouse: &Warehouse, sql: &str) -> Result<BTreeSet<Identity>, WarehouseError> {
    let rows = warehouse.query(sql, &[])?.rows;
    let identity = |row: &Vec<crate::warehouse::read::Value>| {
        let text = |at: usize| row[at].to_string();
        [text(0), text(1), text(2), text(3)]
    };
    Ok(rows.iter().map(identity).collect())
}
