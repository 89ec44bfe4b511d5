//! What a row must hold (READING.md R15), and whether it lies in its month (R22).

use chrono::NaiveDate;
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

    /// Notes the fault of a field that must have a value.
    pub(super) fn lacks(&mut self, field: usize, reason: MissingReason) {
        let code = &self.form.fields[field].code;
        if reason == MissingReason::Error {
            let is_of_field = |issue: &&Issue| issue.field.as_ref() == Some(code);
            let cause = self
                .record
                .issues
                .iter()
                .find(is_of_field)
                .map(|issue| issue.code);
            self.record.fault(cause.unwrap_or(Code::TypeError));
            return;
        }
        let mut issue = Issue::new(Code::RequiredValue)
            .field(code)
            .row(self.record.row);
        issue.column = self.plan.column_of(field);
        self.record.issues.push(issue);
        self.record.fault(Code::RequiredValue);
    }

    /// Compares the day on which the record's activity starts with its report's month: another month is a warning
    /// (a day more than a year away was refused when its cell was read).
    pub(super) fn check_start(&mut self, period: Option<Month>) {
        let (Some(field), Some(period)) = (self.plan.start, period) else {
            return;
        };
        let Slot::Day(days) = self.record.slots[field] else {
            return;
        };
        let Some(date) = day(days).filter(|date| !period.contains(*date)) else {
            return;
        };
        let mut issue = Issue::new(Code::PeriodConflict)
            .reason("other_month")
            .severity(Severity::Warning)
            .field(&self.form.fields[field].code)
            .row(self.record.row)
            .found(date.to_string())
            .expected(period.to_string());
        issue.column = self.plan.column_of(field);
        self.record.issues.push(issue);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970() {
        assert_eq!(days(NaiveDate::from_ymd_opt(1970, 1, 2).unwrap()), 1);
        assert_eq!(day(17_809), NaiveDate::from_ymd_opt(2018, 10, 5));
    }
}
