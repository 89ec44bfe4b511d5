//! Ids of the figures that the page shows, by which `kooste trace` finds the facts behind them.

use chrono::NaiveDate;
use kooste_transform::figures::id;

use crate::figures::Rate;

/// The first day of a month as keys of figures have it.
fn day(month: NaiveDate) -> String {
    month.format("%Y-%m-%d").to_string()
}

/// A main figure.
pub(super) fn key_figure(month: NaiveDate, figure: &str) -> Option<String> {
    Some(id("key_figure", "value", &[&day(month), figure]))
}

/// A column of a development area.
pub(super) fn area(region: &str, month: NaiveDate, area: &str, column: &str) -> Option<String> {
    Some(id("monthly_summary", column, &[region, &day(month), area]))
}

/// Activities of a type in an area.
pub(super) fn activity_type(month: NaiveDate, area: &str, activity_type: &str) -> Option<String> {
    let key = [&day(month), area, activity_type];
    Some(id("activity_type_month", "activities", &key))
}

/// A measure of reporting.
pub(super) fn rate(rate: &Rate, column: &str) -> Option<String> {
    let form = rate.form.as_deref().unwrap_or_default();
    let organisation = rate.organisation.as_deref().unwrap_or_default();
    let key = [&day(rate.month), rate.level.as_str(), form, organisation];
    Some(id("reporting_rate", column, &key))
}

/// A column of a municipality.
pub(super) fn municipality(month: NaiveDate, municipality: &str, column: &str) -> Option<String> {
    Some(id(
        "municipality_summary",
        column,
        &[&day(month), municipality],
    ))
}

/// A column of an indicator.
pub(super) fn indicator(month: NaiveDate, indicator: &str, column: &str) -> Option<String> {
    Some(id("indicator_month", column, &[&day(month), indicator]))
}

/// A column of a cost category.
pub(super) fn cost(month: NaiveDate, category: &str, column: &str) -> Option<String> {
    Some(id("cost_summary", column, &[&day(month), category]))
}

/// A column of the region's funding.
pub(super) fn funding(month: NaiveDate, column: &str) -> Option<String> {
    Some(id("funding", column, &[&day(month)]))
}

/// Pilots in a stage.
pub(super) fn pilots(month: NaiveDate, stage: &str) -> Option<String> {
    Some(id("pilot_stage", "pilots", &[&day(month), stage]))
}
