//! What a row must hold (READING.md R15), and whether it lies in its month (R21, R22).

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use kooste_ingest::issue::{Code, Issue, Severity};

use super::record::Slot;
use super::table::TableReader;
use crate::evidence::Month;
use crate::facts::MissingReason;

/// Days from 0001-01-01 to 1970-01-01, plus one: `NaiveDate` counts from the former.
const EPOCH: i32 = 719_163;

/// The day so many days after 1970-01-01.
pub(crate) fn day(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH)?)
}

/// The days from 1970-01-01 to a day.
pub(crate) fn days(day: NaiveDate) -> i32 {
    use chrono::Datelike as _;
    day.num_days_from_ce() - EPOCH
}

impl TableReader<'_, '_> {
    /// Notes a fault for every required field without a value. The measure of a form that stores states may be
    /// missing; that of a wide row is looked at column by column (`with_measure` unset).
    pub(super) fn check_required(&mut self, with_measure: bool) {
        for at in 0..self.plan.required.len() {
            let field = self.plan.required[at];
            let is_measure = self.plan.measure == Some(field);
            if is_measure && (!with_measure || self.form.stores_states) {
                continue;
            }
            if let Slot::Missing(reason) = self.record.slots[field] {
                self.lacks(field, reason);
            }
        }
    }

    fn lacks(&mut self, field: usize, reason: MissingReason) {
        let code = &self.form.fields[field].code;
        if reason == MissingReason::Error {
            let is_of_field = |issue: &&Issue| issue.field.as_ref() == Some(code);
            let cause = self.record.issues.iter().find(is_of_field).map(|issue| issue.code);
            self.record.fault(cause.unwrap_or(Code::TypeError));
            return;
        }
        let mut issue = Issue::new(Code::RequiredValue).field(code).row(self.record.row);
        issue.column = self.plan.column_of(field);
        self.record.issues.push(issue);
        self.record.fault(Code::RequiredValue);
    }

    /// Compares the day on which the record's activity starts with its report's month: another month is a warning,
    /// more than a year away is no date of this report.
    pub(super) fn check_start(&mut self, period: Option<Month>) {
        let (Some(field), Some(period)) = (self.plan.start, period) else {
            return;
        };
        let Slot::Day(days) = self.record.slots[field] else {
            return;
        };
        let Some(date) = day(days) else {
            return;
        };
        if Month::of(date) == period {
            return;
        }
        let code = if is_far(date, period) { Code::TypeError } else { Code::PeriodConflict };
        let mut issue = Issue::new(code)
            .reason("other_month")
            .severity(if code == Code::TypeError { Severity::Error } else { Severity::Warning })
            .field(&Arc::clone(&self.form.fields[field].code))
            .row(self.record.row)
            .found(date.to_string())
            .expected(period.to_string());
        issue.column = self.plan.column_of(field);
        self.record.issues.push(issue);
        if code == Code::TypeError {
            self.record.slots[field] = Slot::Missing(MissingReason::Error);
            self.record.fault(code);
        }
    }
}

/// More than a year from the month's first or last day.
fn is_far(date: NaiveDate, period: Month) -> bool {
    let year = Days::new(366);
    let earliest = period.first_day().checked_sub_days(year);
    let latest = period.next().first_day().checked_add_days(year);
    earliest.is_none_or(|earliest| date < earliest) || latest.is_none_or(|latest| date > latest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970() {
        assert_eq!(days(NaiveDate::from_ymd_opt(1970, 1, 2).unwrap()), 1);
        assert_eq!(day(17_809), NaiveDate::from_ymd_opt(2018, 10, 5));
    }

    #[test]
    fn a_year_from_the_month_is_far_r21() {
        let october = Month::new(2018, 10).unwrap();
        let far = |year, month, day| is_far(NaiveDate::from_ymd_opt(year, month, day).unwrap(), october);
        assert!(!far(2017, 10, 5));
        assert!(!far(2019, 10, 31));
        assert!(far(2017, 9, 1));
        assert!(far(2019, 12, 1));
    }
}
