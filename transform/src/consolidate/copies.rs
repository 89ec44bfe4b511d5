//! The same bytes under several paths (READING.md R31).
//!
//! The path is evidence too, so the same content can be read as different reports. If the readings agree, or only one
//! of them fits its path, the content has decided: it is loaded once, and a path that claims otherwise gets
//! `report-identical`. If they differ the content says nothing, and none is loaded.

use std::collections::BTreeSet;

use kooste_ingest::issue::{Code, Issue};

use super::report::Key;
use crate::submission::{FileReading, FoundIssue, ReportReading};

/// What becomes of one path of a content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Its reading is the content's.
    Content,
    /// The path is noted, nothing else.
    Path,
    /// It claims to be another report: rejected with `report-identical`.
    Copy,
}

/// The reports of a reading that can be loaded.
pub(super) fn usable(reading: &FileReading) -> BTreeSet<Key> {
    reading
        .reports
        .iter()
        .filter(|report| report.blocked.is_none())
        .map(key)
        .collect()
}

/// The roles of the readings of one content, in the order of their paths. `loaded` holds the reports for which the
/// content is loaded already; none if it is new.
pub(super) fn roles(readings: &[FileReading], loaded: Option<&BTreeSet<Key>>) -> Vec<Role> {
    let claims: Vec<BTreeSet<Key>> = readings.iter().map(usable).collect();
    let different: BTreeSet<&BTreeSet<Key>> = claims
        .iter()
        .chain(loaded)
        .filter(|claim| !claim.is_empty())
        .collect();
    let settled = (different.len() == 1)
        .then(|| different.first().copied())
        .flatten();
    let already = loaded.is_some_and(|loaded| !loaded.is_empty());
    let mut content = loaded.is_some() && (already || settled.is_none());
    let mut roles = Vec::with_capacity(readings.len());
    for (reading, claim) in readings.iter().zip(&claims) {
        let fits = match settled {
            Some(settled) => claim == settled,
            // Loaded for one: what claims the same is known, what claims other reports is a copy.
            None if already => Some(claim) == loaded,
            None => different.is_empty(),
        };
        let says_other = !fits && (!claim.is_empty() || !reading.reports.is_empty());
        let role = match (fits, says_other) {
            (true, _) if !content => Role::Content,
            (true, _) | (false, false) => Role::Path,
            (false, true) => Role::Copy,
        };
        content |= role == Role::Content;
        roles.push(role);
    }
    roles
}

/// Keeps out every report of a copy and says why. A report in `told`, as the content or another copy tells it, is no other
/// version of it: what is said of it here is said of the file alone.
pub(super) fn reject(reading: &mut FileReading, other_path: &str, told: &mut BTreeSet<Key>) {
    for (at, report) in reading.reports.iter_mut().enumerate() {
        report.blocked = Some(Code::ReportIdentical);
        let issue = Issue::new(Code::ReportIdentical)
            .reason("copy")
            .found(reading.submission.path.clone())
            .expected(other_path.to_owned());
        reading.issues.push(FoundIssue {
            issue,
            report: u32::try_from(at).ok(),
            accepted: false,
        });
    }
    reading.facts.clear();
    keep_new(reading, told);
}

/// Keeps the reports that are not in `told` yet, and adds them.
fn keep_new(reading: &mut FileReading, told: &mut BTreeSet<Key>) {
    let mut places: Vec<Option<u32>> = Vec::with_capacity(reading.reports.len());
    let mut kept = 0;
    reading.reports.retain(|report| {
        let is_new = told.insert(key(report));
        places.push(is_new.then_some(kept));
        kept += u32::from(is_new);
        is_new
    });
    let moved = |at: u32| places.get(at as usize).copied().flatten();
    for report in &mut reading.reports {
        report.covered_by = report.covered_by.and_then(moved);
    }
    for found in &mut reading.issues {
        found.report = found.report.and_then(moved);
    }
}

fn key(report: &ReportReading) -> Key {
    (report.organisation.to_string(), report.form, report.period)
}
