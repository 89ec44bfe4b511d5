//! The cells of values about which something is noticed only beside other reports: outliers (READING.md R35) and
//! differences of year-to-date figures (R33).

use kooste_ingest::issue::Issue;
use kooste_ingest::place::column_index;

use super::changes::quoted;
use super::outliers::Deviation;
use super::report::Report;
use crate::calendar::Month;
use crate::warehouse::{Warehouse, WarehouseError};

/// The issue of a deviation with its column, where the decisions on the columns leave only one.
pub(super) fn located(
    warehouse: &Warehouse,
    report: &Report,
    deviation: &Deviation,
) -> Result<Issue, WarehouseError> {
    let mut issue = deviation.issue.clone();
    if let (Some(arrival), Some(field)) = (&report.arrival, &issue.field) {
        let month = Month::of(report.key.2);
        let told = [
            report.key.0.clone(),
            month.to_string(),
            format!("{:02}", month.number()),
        ];
        let codes = deviation.of.split('/').map(str::to_owned);
        let told: Vec<String> = codes.chain(told).map(|code| quoted(&code)).collect();
        let sheet = issue.sheet.as_deref().map(quoted);
        let found = warehouse.query(
            &format!(
                "SELECT DISTINCT column_letter FROM meta.column_decision WHERE submission_id = {} \
                 AND sheet IS NOT DISTINCT FROM {} AND field = {} AND list_has_all([{}], axes)",
                quoted(&arrival.submission_id),
                sheet.as_deref().unwrap_or("NULL"),
                quoted(field),
                told.join(", ")
            ),
            &[],
        )?;
        if let [row] = &*found.rows {
            issue.column = row[0].text().and_then(column_index);
        }
    }
    Ok(issue)
}
