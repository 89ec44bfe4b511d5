//! Settles which reports are current after a run: new versions against standing ones, and what is missing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::cases::{Case, Cases, Renewal};
use super::cumulative::{self, Lacking};
use super::duties::Duties;
use super::report::{Key, Report, Timeliness};
use super::state::State;
use crate::programme::Programme;

/// What there is to settle.
pub(super) struct Question<'a> {
    /// Current reports before the run, missing ones included.
    pub(super) standing: Vec<Report>,
    /// What came in the run.
    pub(super) arrived: Vec<Report>,
    /// Usable versions that gave way in earlier runs, where what stands was read again.
    pub(super) dormant: Vec<Report>,
    /// For reports with an acceptable version before the run the day on which the first one came.
    pub(super) first_acceptable: BTreeMap<Key, NaiveDate>,
    /// What is owed.
    pub(super) duties: &'a Duties,
    /// Forms.
    pub(super) programme: &'a Programme,
    /// Months that are closed.
    pub(super) closed: &'a BTreeSet<NaiveDate>,
    /// Contents that were read again: what they were read as before gives way.
    pub(super) reread: BTreeSet<String>,
    /// Day of the run.
    pub(super) today: NaiveDate,
    /// Number of the run.
    pub(super) run: i32,
}

/// A version that gave way to another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Supersession {
    /// Id of the version that gave way.
    pub(super) older: String,
    /// Id of the one that stands.
    pub(super) newer: String,
}

/// The answer.
#[derive(Default)]
pub(super) struct Settled {
    /// Rows to add.
    pub(super) new: Vec<Report>,
    /// Rows that changed, as they are now.
    pub(super) changed: Vec<Report>,
    /// Rows that stay as they are.
    pub(super) unchanged: Vec<Report>,
    /// Usable versions that gave way in this run.
    pub(super) superseded: Vec<Supersession>,
    /// Ids of versions that could not be used and that nothing answered: their issues stand.
    pub(super) unanswered: BTreeSet<String>,
    /// Versions that are others' contents anew.
    pub(super) renewed: Vec<Renewal>,
    /// Year-to-date reports without the report of the month before.
    pub(super) lacking: Vec<Lacking>,
    /// Months in which something changed.
    pub(super) months: BTreeSet<NaiveDate>,
}

impl Settled {
    /// Reports that are current now.
    pub(super) fn current(&self) -> impl Iterator<Item = &Report> {
        self.all().filter(|report| report.valid_to_run.is_none())
    }

    /// All reports.
    pub(super) fn all(&self) -> impl Iterator<Item = &Report> {
        self.new.iter().chain(&self.changed).chain(&self.unchanged)
    }

    /// Counts a warning in the states of the reports with these ids.
    pub(super) fn warn(&mut self, ids: &BTreeSet<String>) {
        let is_warned =
            |report: &Report| report.state == State::Accepted && ids.contains(&report.id);
        let unchanged = std::mem::take(&mut self.unchanged);
        let (warned, rest): (Vec<Report>, Vec<Report>) = unchanged.into_iter().partition(is_warned);
        self.months.extend(warned.iter().map(|report| report.key.2));
        self.unchanged = rest;
        self.changed.extend(warned);
        for report in self.new.iter_mut().chain(&mut self.changed) {
            if is_warned(report) {
                report.state = State::AcceptedWithIssues;
            }
        }
    }

    /// The versions of this run that are held back for the report of a month before.
    pub(super) fn lacking(&self) -> impl Iterator<Item = (&Report, NaiveDate)> {
        let months: BTreeMap<&str, NaiveDate> = self
            .lacking
            .iter()
            .map(|(id, month)| (id.as_str(), *month))
            .collect();
        self.new
            .iter()
            .filter_map(move |report| Some((report, *months.get(report.id.as_str())?)))
    }

    /// Ids of the versions that are others' contents anew.
    pub(super) fn renewed_ids(&self) -> BTreeSet<&str> {
        self.renewed
            .iter()
            .map(|renewal| renewal.newer.as_str())
            .collect()
    }
}

/// Settles all reports.
pub(super) fn settle(question: Question<'_>) -> Settled {
    let last_with_data = question
        .standing
        .iter()
        .chain(&question.arrived)
        .filter(|report| report.is_usable())
        .map(|report| report.key.2)
        .max();
    let last_counted = question.duties.last_counted(question.today, last_with_data);
    let owed = question.duties.owed();
    let counted = |key: &Key| Some(key.2) <= last_counted;
    let mut cases = Cases::of(
        question.standing,
        question.arrived,
        question.dormant,
        question.reread,
    );
    for key in owed.iter().filter(|key| counted(key)) {
        cases.all.entry(key.clone()).or_default();
    }
    let mut settled = Settled {
        renewed: cases.revive(question.run),
        ..Settled::default()
    };
    settled.lacking = cumulative::rebase(
        &mut cases,
        question.duties,
        &mut settled.renewed,
        question.run,
    );
    for (key, case) in std::mem::take(&mut cases.all) {
        let expected = owed.contains(&key);
        let terms = Terms {
            expected,
            closed: question.closed.contains(&key.2),
            counted: expected && counted(&key),
            due_on: question.duties.due_on(key.2),
            first_acceptable: question.first_acceptable.get(&key).copied(),
            form: &question.programme.forms[key.1].code,
            run: question.run,
        };
        decide(key, case, &cases, &terms, &mut settled);
    }
    settled
}

/// What is known of a report before its versions are weighed.
struct Terms<'a> {
    expected: bool,
    closed: bool,
    /// Owed, and its month is counted already.
    counted: bool,
    due_on: NaiveDate,
    first_acceptable: Option<NaiveDate>,
    form: &'a str,
    run: i32,
}

fn decide(key: Key, case: Case, cases: &Cases, terms: &Terms<'_>, settled: &mut Settled) {
    let winner = cases.winner(&case).map(|report| report.id.clone());
    let timeliness = timeliness(cases.candidates(&case), terms);
    let unanswered = cases.unanswered(&case).map(|report| report.id.clone());
    settled.unanswered.extend(unanswered);
    let mut has_missing = false;
    for before in case.standing {
        let mut report = before.clone();
        report.expected = terms.expected;
        report.due_on = terms.due_on;
        let stands = if report.arrival.is_none() {
            has_missing = terms.counted && winner.is_none();
            has_missing
        } else {
            report.timeliness = timeliness;
            !cases.gives_way(&report)
                && (report.is_correction() || Some(&report.id) == winner.as_ref())
        };
        if !stands {
            give_way(&mut report, winner.as_deref(), terms.run, settled);
        }
        if report == before {
            settled.unchanged.push(report);
        } else {
            settled.months.insert(report.key.2);
            settled.changed.push(report);
        }
    }
    for mut report in case.arrived {
        report.expected = terms.expected;
        report.closed = terms.closed;
        report.due_on = terms.due_on;
        report.timeliness = timeliness;
        if !report.is_correction() && Some(&report.id) != winner.as_ref() {
            give_way(&mut report, winner.as_deref(), terms.run, settled);
        }
        settled.months.insert(report.key.2);
        settled.new.push(report);
    }
    if terms.counted && winner.is_none() && !has_missing {
        settled.months.insert(key.2);
        settled.new.push(Report {
            closed: terms.closed,
            ..Report::missing(key, terms.form, terms.due_on, terms.run)
        });
    }
}

fn give_way(report: &mut Report, winner: Option<&str>, run: i32, settled: &mut Settled) {
    report.valid_to_run = Some(run);
    report.superseded_by = winner.map(str::to_owned);
    let content = |id: &str| {
        id.rsplit('/')
            .next()
            .and_then(|last| last.get(..8))
            .map(str::to_owned)
    };
    // Another reading of the same content is no newer report.
    let is_other = winner.is_some_and(|winner| content(winner) != content(&report.id));
    if let (true, true, Some(winner)) = (report.state.is_acceptable(), is_other, winner) {
        settled.superseded.push(Supersession {
            older: report.id.clone(),
            newer: winner.to_owned(),
        });
    }
}

/// By the first acceptable version, whatever came after it.
fn timeliness<'r>(reports: impl Iterator<Item = &'r Report>, terms: &Terms<'_>) -> Timeliness {
    let first = reports
        .filter(|report| report.state.is_acceptable())
        .filter_map(|report| Some(report.arrival.as_ref()?.received_at.date()))
        .chain(terms.first_acceptable)
        .min();
    match first {
        None => Timeliness::Missing,
        Some(day) if day <= terms.due_on => Timeliness::Timely,
        Some(_) => Timeliness::Late,
    }
}
