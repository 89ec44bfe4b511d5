//! Decisions in force that never matched anything (`decision-unused`).

use std::collections::BTreeSet;

use chrono::NaiveDate;

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
    let used = identities(
        warehouse,
        "SELECT DISTINCT found, coalesce(means, ''), coalesce(organisation_code, ''), coalesce(form, '') \
         FROM meta.decision WHERE values_decided > 0 ORDER BY 1, 2, 3, 4",
    )?;
    let said = identities(
        warehouse,
        "SELECT DISTINCT found, coalesce(expected, ''), '', '' FROM meta.issue \
         WHERE code = 'decision-unused' AND resolved_run IS NULL ORDER BY 1, 2",
    )?;
    let is_unused = |decision: &&Decision| {
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        let (found, means) = (decision.found.clone(), text(&decision.means));
        let scope = [text(&decision.organisation), text(&decision.form)];
        let [organisation, form] = scope;
        let bare = [found.clone(), means.clone(), String::new(), String::new()];
        months
            .iter()
            .any(|month| is_in_force(decision, Month::of(*month)))
            && !used.contains(&[found, means, organisation, form])
            && !said.contains(&bare)
    };
    Ok(decisions.decisions.iter().filter(is_unused).collect())
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
