//! Indicators, from `mart.indicator_month`.

use chrono::NaiveDate;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use rust_decimal::Decimal;

use super::records::ask;
use crate::error::ReportError;

/// An indicator of the region in a month.
#[derive(Debug, Clone)]
pub struct IndicatorMonth {
    /// First day of the month.
    pub month: NaiveDate,
    /// Indicator.
    pub indicator: String,
    /// `flow`, `stock` or `average`.
    pub time: String,
    /// Value; none if nobody gave one.
    pub value: Option<Decimal>,
    /// Value of the month before.
    pub previous: Option<Decimal>,
    /// Value over the organisations that gave it in both months.
    pub comparable_value: Option<Decimal>,
    /// Their value of the month before.
    pub comparable_previous: Option<Decimal>,
    /// How many organisations that is.
    pub reporters_comparable: u64,
    /// Organisations that gave it.
    pub with_value: u64,
    /// Reports of indicators owed.
    pub expected: u64,
    /// Values that are not exact.
    pub approximate: u64,
}

const INDICATORS: &str = "
    SELECT period, indicator, time, value, previous, comparable_value, comparable_previous,
        reporters_comparable, reporters_with_value, reports_expected, approximate_values
    FROM mart.indicator_month
    WHERE period <= CAST(? AS DATE)
    ORDER BY indicator NULLS LAST, period NULLS LAST";

/// All months up to this one: what was published of a cumulative figure depends on them.
pub(super) fn indicators(
    warehouse: &Warehouse,
    month: NaiveDate,
) -> Result<Vec<IndicatorMonth>, ReportError> {
    let parameters = [Value::Date(month)];
    ask(
        warehouse,
        "mart.indicator_month",
        INDICATORS,
        &parameters,
        |row| {
            Ok(IndicatorMonth {
                month: row.date("period")?,
                indicator: row.text("indicator")?,
                time: row.text("time")?,
                value: row.number("value")?,
                previous: row.number("previous")?,
                comparable_value: row.number("comparable_value")?,
                comparable_previous: row.number("comparable_previous")?,
                reporters_comparable: row.count("reporters_comparable")?,
                with_value: row.count("reporters_with_value")?,
                expected: row.count("reports_expected")?,
                approximate: row.count("approximate_values")?,
            })
        },
    )
}
