//! Reports that say the same as the month before (READING.md R34).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};

use super::report::Report;
use super::settle::Settled;
use super::state::State;

/// A report with the month before that it repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Repetition {
    /// Id of the report.
    pub(super) report: String,
    /// First day of the month that it repeats.
    pub(super) repeats: NaiveDate,
}

/// Finds current reports with the same values as the one of the month before, where one of the two came in this run,
/// and counts that as a warning in their state.
pub(super) fn mark(settled: &mut Settled) -> Vec<Repetition> {
    let came: BTreeSet<&str> = settled
        .new
        .iter()
        .map(|report| report.id.as_str())
        .collect();
    let mut current: BTreeMap<(&str, usize, NaiveDate), (&Report, u64)> = BTreeMap::new();
    for report in settled.current() {
        if let Some(hash) = comparable(report) {
            let key = (report.key.0.as_str(), report.key.1, report.key.2);
            current.insert(key, (report, hash));
        }
    }
    let mut found = Vec::new();
    for ((organisation, form, period), (report, hash)) in &current {
        let Some(repeats) = period.checked_sub_months(Months::new(1)) else {
            continue;
        };
        let Some((before, before_hash)) = current.get(&(*organisation, *form, repeats)) else {
            continue;
        };
        let is_new = came.contains(report.id.as_str()) || came.contains(before.id.as_str());
        if is_new && hash == before_hash {
            found.push(Repetition {
                report: report.id.clone(),
                repeats,
            });
        }
    }
    let ids = found.iter().map(|repetition| repetition.report.clone());
    settled.warn(&ids.collect());
    found
}

/// Hash of the values of a report that has some of its own.
fn comparable(report: &Report) -> Option<u64> {
    let arrival = report.arrival.as_ref()?;
    let loaded = matches!(report.state, State::Accepted | State::AcceptedWithIssues);
    (loaded && arrival.stored_under.is_none() && arrival.rows_loaded > 0)
        .then_some(arrival.values_hash)
}
