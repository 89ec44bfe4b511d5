//! Costs and funding, from `mart.cost_summary` and `mart.funding`.

use chrono::NaiveDate;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use rust_decimal::Decimal;

use super::records::ask;
use crate::error::ReportError;

/// A cost category in the month.
#[derive(Debug, Clone)]
pub struct CategoryMonth {
    /// Category.
    pub category: String,
    /// Costs of the month.
    pub amount: Option<Decimal>,
    /// Part that the grant pays.
    pub grant: Option<Decimal>,
    /// The reporters' own share.
    pub own: Option<Decimal>,
    /// Person-months.
    pub fte_months: Option<Decimal>,
    /// Costs since the first month.
    pub amount_cumulative: Option<Decimal>,
    /// Part that the grant pays since then.
    pub grant_cumulative: Option<Decimal>,
    /// Own share since then.
    pub own_cumulative: Option<Decimal>,
    /// Person-months since then.
    pub fte_months_cumulative: Option<Decimal>,
    /// Reports of costs owed.
    pub expected: u64,
    /// Those that came and could be used.
    pub received: u64,
}

/// The region's costs against its funding.
#[derive(Debug, Clone)]
pub struct FundingMonth {
    /// First day of the month.
    pub month: NaiveDate,
    /// Costs of the month.
    pub amount: Option<Decimal>,
    /// Costs since the first month.
    pub cumulative: Option<Decimal>,
    /// State grant for the whole time.
    pub state_grant: Option<Decimal>,
    /// Costs that the grant suffices for.
    pub budget: Option<Decimal>,
    /// Grant used so far.
    pub grant_used: Option<Decimal>,
    /// Own share so far.
    pub own_used: Option<Decimal>,
    /// Months after this one.
    pub months_left: u64,
    /// Mean monthly costs of late.
    pub pace: Option<Decimal>,
    /// Costs at the end at that pace.
    pub forecast: Option<Decimal>,
}

const CATEGORIES: &str = "
    SELECT category, amount_eur, grant_calculated_eur, own_eur, fte_months, amount_cumulative_eur,
        grant_calculated_cumulative_eur, own_cumulative_eur, fte_months_cumulative,
        reports_expected, reports_received
    FROM mart.cost_summary
    WHERE period = CAST(? AS DATE)
    ORDER BY category NULLS LAST";

const FUNDING: &str = "
    SELECT period, amount_eur, amount_cumulative_eur, state_grant_eur, budget_eur, grant_used_eur, own_used_eur,
        months_left, pace_eur, forecast_eur
    FROM mart.funding
    WHERE period <= CAST(? AS DATE)
    ORDER BY period NULLS LAST";

pub(super) fn categories(
    warehouse: &Warehouse,
    month: NaiveDate,
) -> Result<Vec<CategoryMonth>, ReportError> {
    let parameters = [Value::Date(month)];
    ask(
        warehouse,
        "mart.cost_summary",
        CATEGORIES,
        &parameters,
        |row| {
            Ok(CategoryMonth {
                category: row.text("category")?,
                amount: row.number("amount_eur")?,
                grant: row.number("grant_calculated_eur")?,
                own: row.number("own_eur")?,
                fte_months: row.number("fte_months")?,
                amount_cumulative: row.number("amount_cumulative_eur")?,
                grant_cumulative: row.number("grant_calculated_cumulative_eur")?,
                own_cumulative: row.number("own_cumulative_eur")?,
                fte_months_cumulative: row.number("fte_months_cumulative")?,
                expected: row.count("reports_expected")?,
                received: row.count("reports_received")?,
            })
        },
    )
}

pub(super) fn funding(
    warehouse: &Warehouse,
    month: NaiveDate,
) -> Result<Vec<FundingMonth>, ReportError> {
    let parameters = [Value::Date(month)];
    ask(warehouse, "mart.funding", FUNDING, &parameters, |row| {
        Ok(FundingMonth {
            month: row.date("period")?,
            amount: row.number("amount_eur")?,
            cumulative: row.number("amount_cumulative_eur")?,
            state_grant: row.number("state_grant_eur")?,
            budget: row.number("budget_eur")?,
            grant_used: row.number("grant_used_eur")?,
            own_used: row.number("own_used_eur")?,
            months_left: row.count("months_left")?,
            pace: row.number("pace_eur")?,
            forecast: row.number("forecast_eur")?,
        })
    })
}
