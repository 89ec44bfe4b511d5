//! Year-to-date figures (READING.md R33).
//!
//! Where a source declares them, a month is the difference to the month before. That difference is not built yet, so
//! such a report is kept out with `cumulative-base-missing` instead of being loaded as if it were the month's own;
//! January and the first month owed are their own difference and load.

use chrono::Datelike;
use kooste_ingest::issue::{Code, Issue};

use crate::calendar::Month;
use crate::region::{Mode, RegionFile};
use crate::submission::{FileReading, FoundIssue, ReportReading};

/// Keeps out the reports whose month cannot be told from their year-to-date figures.
pub(super) fn hold_back(reading: &mut FileReading, region: &RegionFile) {
    for (at, report) in reading.reports.iter_mut().enumerate() {
        let held = report.mode == Mode::Cumulative
            && report.blocked.is_none()
            && !is_own_difference(report, region);
        if held {
            report.blocked = Some(Code::CumulativeBaseMissing);
            reading.issues.push(FoundIssue {
                issue: Issue::new(Code::CumulativeBaseMissing)
                    .expected(Month::of(report.period).to_string()),
                report: u32::try_from(at).ok(),
                accepted: false,
            });
        }
    }
}

fn is_own_difference(report: &ReportReading, region: &RegionFile) -> bool {
    let organisation = region
        .organisations
        .iter()
        .find(|organisation| *organisation.code == *report.organisation);
    let from = organisation.and_then(|organisation| organisation.from.as_deref());
    let first = Month::parse(from.unwrap_or(&region.region.first_month));
    report.period.month() == 1 || first == Some(Month::of(report.period))
}
