//! The same bytes under several paths (READING.md R31).
//!
//! The path is evidence too, so the same content can be read as different reports. If the readings agree, or only one
//! of them fits its path, the content has decided: it is loaded once, and a path that claims otherwise gets
//! `report-identical`. If they differ the content says nothing, and none is loaded.

use std::collections::BTreeSet;

use kooste_ingest::issue::{Code, Issue};

use super::plan::Kind;
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

/// What a content is loaded for already.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    /// Its reports; none if nothing of it could be loaded.
    pub(super) reports: BTreeSet<Key>,
    /// All that it was taken for, what could not be loaded and what copies claimed among them; nothing for a content that is
    /// read again, as all of that gives way.
    pub(super) noted: BTreeSet<Key>,
    /// What copies claimed: where nothing of it could be loaded, another name for one of them settles nothing.
    pub(super) disputed: BTreeSet<Key>,
    /// The path under which it was.
    pub(super) path: Option<String>,
}

impl Loaded {
    /// What bears on a reading of this kind.
    pub(super) fn of(kind: Kind, loaded: Loaded) -> Option<Loaded> {
        match kind {
            Kind::New => None,
            Kind::Path => Some(loaded),
            Kind::Again => (!loaded.reports.is_empty()).then(|| Loaded {
                noted: BTreeSet::new(),
                ..loaded
            }),
        }
    }
}

/// The reports of a reading that can be loaded.
fn usable(reading: &FileReading) -> BTreeSet<Key> {
    let can_be_loaded = |report: &&ReportReading| report.blocked.is_none();
    reading
        .reports
        .iter()
        .filter(can_be_loaded)
        .map(key)
        .collect()
}

fn key(report: &ReportReading) -> Key {
    (report.organisation.to_string(), report.form, report.period)
}

/// The roles of the readings of one content, in the order of their paths. `loaded` tells for what the content is loaded
/// already; none if it is new. `main` is the reading, of a content that is read again, under whose path it was.
pub(super) fn roles(
    readings: &[FileReading],
    loaded: Option<&Loaded>,
    main: Option<usize>,
) -> Vec<Role> {
    if let Some(main) = main {
        return roles_beside(readings, main);
    }
    let disputed = loaded.map(|loaded| &loaded.disputed);
    let loaded = loaded.map(|loaded| &loaded.reports);
    let claims: Vec<BTreeSet<Key>> = readings.iter().map(usable).collect();
    let already = loaded.is_some_and(|loaded| !loaded.is_empty());
    let different: BTreeSet<&BTreeSet<Key>> = claims
        .iter()
        .chain(loaded)
        .chain(disputed.filter(|_| !already))
        .filter(|claim| !claim.is_empty())
        .collect();
    let settled = (different.len() == 1)
        .then(|| different.first().copied())
        .flatten();
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

/// The roles beside a reading that is the content's.
fn roles_beside(readings: &[FileReading], main: usize) -> Vec<Role> {
    let content = usable(&readings[main]);
    let role = |(at, reading): (usize, &FileReading)| {
        let claim = usable(reading);
        if at == main {
            Role::Content
        } else if claim == content || (claim.is_empty() && reading.reports.is_empty()) {
            Role::Path
        } else {
            Role::Copy
        }
    };
    readings.iter().enumerate().map(role).collect()
}

/// Keeps out the reports that copies claim to be, and says why. What else was noticed is said of the content. A report that
/// the content is anyway, that another copy claimed, or that a copy names and contradicts at once is not noted again.
pub(super) fn reject(readings: &mut [FileReading], roles: &[Role], loaded: Option<&Loaded>) {
    let content = roles.iter().position(|role| *role == Role::Content);
    let mut known: BTreeSet<Key> = loaded.map_or_else(BTreeSet::new, |loaded| loaded.noted.clone());
    known.extend(content.map_or_else(BTreeSet::new, |at| usable(&readings[at])));
    let paths: Vec<String> = readings
        .iter()
        .map(|reading| reading.submission.path.clone())
        .collect();
    for (at, reading) in readings.iter_mut().enumerate() {
        if roles[at] != Role::Copy {
            continue;
        }
        let stored = loaded.and_then(|loaded| loaded.path.as_ref());
        let other = content
            .map(|content| &paths[content])
            .or(stored)
            .or_else(|| paths.iter().find(|path| **path != paths[at]));
        reject_one(reading, &known, other.map_or("", String::as_str));
        known.extend(reading.reports.iter().map(key));
    }
}

fn reject_one(reading: &mut FileReading, known: &BTreeSet<Key>, other_path: &str) {
    let claimed = usable(reading);
    reading
        .reports
        .retain(|report| claimed.contains(&key(report)) && !known.contains(&key(report)));
    let say = |report: Option<u32>| FoundIssue {
        issue: Issue::new(Code::ReportIdentical)
            .reason("copy")
            .found(reading.submission.path.clone())
            .expected(other_path.to_owned()),
        report,
        accepted: false,
    };
    let count = u32::try_from(reading.reports.len()).unwrap_or(u32::MAX);
    reading.issues = if count == 0 {
        vec![say(None)]
    } else {
        (0..count).map(|at| say(Some(at))).collect()
    };
    for report in &mut reading.reports {
        report.blocked = Some(Code::ReportIdentical);
        report.covered_by = None;
    }
    reading.facts.clear();
    reading.notes.clear();
}
