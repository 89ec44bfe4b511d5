//! Pilots as they are known in a month: the last row about each, and the stage it was in before.

use chrono::NaiveDate;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use rust_decimal::Decimal;

use super::records::ask;
use crate::error::ReportError;

/// A pilot as last reported.
#[derive(Debug, Clone)]
pub struct Pilot {
    /// Organisation that reported it.
    pub organisation: String,
    /// Its name.
    pub name: String,
    /// First day of the month of the last report about it.
    pub month: NaiveDate,
    /// Stage.
    pub stage: String,
    /// Stage in the report about it before that; none if it was new.
    pub stage_before: Option<String>,
    /// Municipalities where it takes place.
    pub municipalities: Vec<String>,
    /// Municipality it was adopted from.
    pub origin: Option<String>,
    /// Participants.
    pub participants: Option<Decimal>,
    /// What came out, in the reporter's words.
    pub outcome: Option<String>,
}

// A pilot is told by its organisation and name, as in `mart.pilot_stage`; the last row of a month counts.
const PILOTS: &str = "
    WITH month_last AS (
        SELECT
            fact.organisation_code, LOWER(TRIM(fact.pilot)) AS pilot_name, fact.period, fact.pilot, fact.stage,
            fact.municipality_codes, fact.origin_municipality_code, fact.participants, fact.outcome,
            ROW_NUMBER() OVER (
                PARTITION BY fact.organisation_code, LOWER(TRIM(fact.pilot)), fact.period
                ORDER BY fact.row_number DESC NULLS LAST, fact.sheet DESC NULLS LAST
            ) AS lateness
        FROM core.pilot AS fact
        WHERE fact.period <= CAST(? AS DATE)
    ),
    course AS (
        SELECT
            month_last.organisation_code, month_last.pilot_name, month_last.period, month_last.pilot, month_last.stage,
            month_last.municipality_codes, month_last.origin_municipality_code, month_last.participants,
            month_last.outcome,
            LAG(month_last.stage) OVER (
                PARTITION BY month_last.organisation_code, month_last.pilot_name ORDER BY month_last.period NULLS LAST
            ) AS stage_before,
            ROW_NUMBER() OVER (
                PARTITION BY month_last.organisation_code, month_last.pilot_name
                ORDER BY month_last.period DESC NULLS LAST
            ) AS age
        FROM month_last
        WHERE month_last.lateness = 1
    )
    SELECT organisation_code, period, pilot, stage, stage_before, municipality_codes, origin_municipality_code,
        participants, outcome
    FROM course
    WHERE age = 1
    ORDER BY organisation_code NULLS LAST, pilot_name NULLS LAST";

pub(super) fn pilots(warehouse: &Warehouse, month: NaiveDate) -> Result<Vec<Pilot>, ReportError> {
    let parameters = [Value::Date(month)];
    ask(warehouse, "core.pilot", PILOTS, &parameters, |row| {
        Ok(Pilot {
            organisation: row.text("organisation_code")?,
            name: row.text("pilot")?,
            month: row.date("period")?,
            stage: row.text("stage")?,
            stage_before: row.maybe_text("stage_before")?,
            municipalities: row.texts("municipality_codes")?,
            origin: row.maybe_text("origin_municipality_code")?,
            participants: row.number("participants")?,
            outcome: row.maybe_text("outcome")?,
        })
    })
}
