//! Who reported, from `mart.board` and `mart.reporting_rate`.

use chrono::NaiveDate;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use rust_decimal::Decimal;

use super::records::ask;
use crate::error::ReportError;

/// A report of the month: owed, or there without being owed.
#[derive(Debug, Clone)]
pub struct BoardEntry {
    /// Form.
    pub form: String,
    /// Organisation.
    pub organisation: String,
    /// `accepted`, `accepted_with_issues`, `nil`, `rejected` or `missing`.
    pub state: String,
    /// `timely`, `late` or `missing`.
    pub timeliness: String,
    /// Whether it is owed.
    pub expected: bool,
}

/// DHIS2's five measures.
#[derive(Debug, Clone)]
pub struct Rate {
    /// First day of the month.
    pub month: NaiveDate,
    /// `region`, `form` or `organisation`.
    pub level: String,
    /// Form, where one is meant.
    pub form: Option<String>,
    /// Organisation, where one is meant.
    pub organisation: Option<String>,
    /// Reports owed.
    pub expected: u64,
    /// Owed reports that came and could be used.
    pub actual: u64,
    /// Those that came on time.
    pub on_time: u64,
    /// In per cent of those owed; none where nothing was owed.
    pub rate: Option<Decimal>,
    /// On time, in per cent of those owed; none where nothing was owed.
    pub rate_on_time: Option<Decimal>,
    /// Owed reports that say that nothing was done.
    pub nil: u64,
    /// Owed reports that came and could not be used.
    pub rejected: u64,
}

const BOARD: &str = "
    SELECT form, organisation_code, state, timeliness, expected
    FROM mart.board
    WHERE period = CAST(? AS DATE)
    ORDER BY form NULLS LAST, organisation_code NULLS LAST";

const RATES: &str = "
    SELECT period, level, form, organisation_code, expected_reports, actual_reports, actual_reports_on_time,
        reporting_rate, reporting_rate_on_time, nil_reports, rejected_reports
    FROM mart.reporting_rate
    WHERE level <> 'report' AND period BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)
    ORDER BY period NULLS LAST, level NULLS LAST, form NULLS FIRST, organisation_code NULLS FIRST";

pub(super) fn board(
    warehouse: &Warehouse,
    month: NaiveDate,
) -> Result<Vec<BoardEntry>, ReportError> {
    ask(
        warehouse,
        "mart.board",
        BOARD,
        &[Value::Date(month)],
        |row| {
            Ok(BoardEntry {
                form: row.text("form")?,
                organisation: row.text("organisation_code")?,
                state: row.text("state")?,
                timeliness: row.text("timeliness")?,
                expected: row.count("expected")? == 1,
            })
        },
    )
}

pub(super) fn rates(
    warehouse: &Warehouse,
    first: NaiveDate,
    month: NaiveDate,
) -> Result<Vec<Rate>, ReportError> {
    let parameters = [first, month].map(Value::Date);
    ask(
        warehouse,
        "mart.reporting_rate",
        RATES,
        &parameters,
        |row| {
            Ok(Rate {
                month: row.date("period")?,
                level: row.text("level")?,
                form: row.maybe_text("form")?,
                organisation: row.maybe_text("organisation_code")?,
                expected: row.count("expected_reports")?,
                actual: row.count("actual_reports")?,
                on_time: row.count("actual_reports_on_time")?,
                rate: row.number("reporting_rate")?,
                rate_on_time: row.number("reporting_rate_on_time")?,
                nil: row.count("nil_reports")?,
                rejected: row.count("rejected_reports")?,
            })
        },
    )
}
