//! Year-to-date figures (READING.md R33): of which report a month's figures are the difference.
//!
//! The base is the report of the month before that stands after the run; months in which the form is not owed and nil
//! returns are stepped over, and January and the first month owed are their own. Where no base stands the report is
//! held back, but serves as the base of the next month. When another version of the base comes to stand, the month is
//! computed anew from the figures kept as they were read, as a version of its own: the same in any order of files.

use chrono::NaiveDate;
use kooste_ingest::issue::{Code, Issue};

use super::cases::{Case, Cases, Renewal};
use super::duties::Duties;
use super::report::{Key, Report};
use super::series::FormSeries;
use super::state::State;
use crate::calendar::Month;
use crate::programme::Programme;
use crate::region::Mode;
use crate::submission::{FileReading, FoundIssue};

/// Keeps out the year-to-date reports of forms whose rows cannot be subtracted from each other, unless they are their
/// month's own.
pub(super) fn hold_back(reading: &mut FileReading, programme: &Programme, duties: &Duties) {
    for (at, report) in reading.reports.iter_mut().enumerate() {
        let held = report.mode == Mode::Cumulative
            && report.blocked.is_none()
            && FormSeries::of(&programme.forms[report.form]).is_none()
            && !is_own(duties, &report.organisation, report.form, report.period);
        if held {
            report.blocked = Some(Code::CumulativeBaseMissing);
            reading.issues.push(FoundIssue {
                issue: Issue::new(Code::CumulativeBaseMissing)
                    .reason("rows")
                    .expected(Month::of(report.period).to_string()),
                report: u32::try_from(at).ok(),
                accepted: false,
            });
        }
    }
}

/// Whether the figures of a month run since its own beginning.
fn is_own(duties: &Duties, organisation: &str, form: usize, period: NaiveDate) -> bool {
    let month = Month::of(period);
    month.number() == 1 || month <= duties.first_owed(organisation, form)
}

/// What the figures of a month are the difference to.
#[derive(Debug, PartialEq, Eq)]
enum Base {
    /// Nothing: they are its own.
    Nothing,
    /// The report with this id.
    Report(String),
    /// The report of this month, which does not stand.
    Missing(NaiveDate),
}

/// A report that is held back, with the month of which the figures are missing.
pub(super) type Lacking = (String, NaiveDate);

/// Gives every year-to-date report its base: those that came, and those that stand on another one than before, which
/// come as another version of their own. Returns those that are held back.
pub(super) fn rebase(
    cases: &mut Cases,
    duties: &Duties,
    renewed: &mut Vec<Renewal>,
    run: i32,
) -> Vec<Lacking> {
    let bases = Bases { cases, duties };
    let mut came: Vec<(Key, usize, Base)> = Vec::new();
    let mut stand: Vec<(Key, Report, Base)> = Vec::new();
    let has_totals = |case: &Case| {
        let mut versions = case.standing.iter().chain(&case.arrived);
        versions.any(|report| report.totals.is_some())
    };
    for (key, case) in cases.all.iter().filter(|(_, case)| has_totals(case)) {
        for (at, report) in case.arrived.iter().enumerate() {
            if report.totals.is_some() {
                came.push((key.clone(), at, bases.of(report)));
            }
        }
        let winner = cases
            .winner(case)
            .filter(|report| report.valid_from_run < run);
        if let Some((report, totals)) =
            winner.and_then(|report| Some((report, report.totals.as_ref()?)))
        {
            let base = bases.of(report);
            let was = match &totals.base {
                _ if report.lacks_base() => None,
                None => Some(Base::Nothing),
                Some(id) => Some(Base::Report(id.clone())),
            };
            let still_lacks = was.is_none() && matches!(base, Base::Missing(_));
            if !still_lacks && was.as_ref() != Some(&base) {
                stand.push((key.clone(), report.clone(), base));
            }
        }
    }
    let mut lacking = Vec::new();
    for (key, at, base) in came {
        if let Some(case) = cases.all.get_mut(&key) {
            stand_on(&mut case.arrived[at], base, &mut lacking);
        }
    }
    for (key, old, base) in stand {
        let mut report = old.again(run);
        stand_on(&mut report, base, &mut lacking);
        renewed.push(Renewal {
            older: old.id.clone(),
            newer: report.id.clone(),
            gone_in: None,
        });
        cases.given_up.insert(old.id);
        if let Some(case) = cases.all.get_mut(&key) {
            case.arrived.push(report);
        }
    }
    lacking
}

fn stand_on(report: &mut Report, base: Base, lacking: &mut Vec<Lacking>) {
    let (Some(totals), Some(arrival)) = (&mut report.totals, &mut report.arrival) else {
        return;
    };
    report.state = totals.state;
    arrival.blocked_by = None;
    report.version_key = None;
    totals.base = None;
    match base {
        // The figures as they were read are the month's own.
        Base::Nothing => {
            report.version_key = Some(totals.key).filter(|_| arrival.stored_under.is_none())
        }
        Base::Report(id) => totals.base = Some(id),
        Base::Missing(month) => {
            report.state = State::Rejected;
            arrival.blocked_by = Some(Code::CumulativeBaseMissing.name().to_owned());
            lacking.push((report.id.clone(), month));
        }
    }
}

/// Finds bases.
struct Bases<'a> {
    cases: &'a Cases,
    duties: &'a Duties,
}

impl Bases<'_> {
    fn of(&self, report: &Report) -> Base {
        let stored_under = report
            .arrival
            .as_ref()
            .and_then(|arrival| arrival.stored_under.as_ref());
        let (organisation, form, period) = &report.key;
        let organisation = stored_under.unwrap_or(organisation);
        let is_owed = |month: Month| self.duties.owes(organisation, *form, month);
        let mut at = Month::of(*period);
        loop {
            if is_own(self.duties, organisation, *form, at.first_day()) {
                return Base::Nothing;
            }
            at = at.previous();
            let key = (organisation.clone(), *form, at.first_day());
            match self.cases.standing(&key) {
                // It says that nothing was added.
                Some(found) if found.state == State::Nil => {}
                Some(found) if self.gives_totals(found) => return Base::Report(found.id.clone()),
                None if is_owed(Month::of(*period)) && !is_owed(at) => {}
                _ => return Base::Missing(at.first_day()),
            }
        }
    }

    /// Whether a report tells the sums since the beginning of the year.
    fn gives_totals(&self, report: &Report) -> bool {
        let (organisation, form, period) = &report.key;
        let is_own = || is_own(self.duties, organisation, *form, *period);
        report.is_usable() && (report.totals.is_some() || report.version_key.is_some() && is_own())
    }
}
