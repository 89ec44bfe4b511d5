//! Weighing the claims of all places: the first that speaks is believed, one that contradicts blocks the report
//! until a decision settles it (READING.md R2).

use std::sync::Arc;

use chrono::NaiveDate;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::vocabulary::{Lexicon, Term};

use super::claims::{Claim, Claims, Source};
use super::guidance::Guidance;
use super::names::mentions;
use super::organisations::Organisations;
use super::period::{Month, PartialMonth, latest_until, month_of_most};
use super::version::version_in_name;

/// Folder of the workspace under which files arrive; its own name says nothing.
const INBOX: &str = "inbox";

/// What the path of a file says.
#[derive(Debug, Clone, Default)]
pub struct FileEvidence {
    pub(crate) claims: Claims,
    /// Month of the nearest folder that names one.
    pub(crate) arrival: Option<Month>,
    /// The organisations that the file's name, or else the nearest folder, names, each for itself.
    pub(crate) members: Vec<usize>,
    /// Version told by the name (READING.md R32).
    pub(crate) version: u32,
}

impl FileEvidence {
    /// The organisation that the path names, if any.
    #[must_use]
    pub fn organisation(&self) -> Option<usize> {
        self.claims.organisations.first().map(|claim| claim.value)
    }

    /// Reads the path of a file relative to the workspace.
    #[must_use]
    pub fn of_path(path: &str, lexicon: &dyn Lexicon, organisations: &Organisations) -> Self {
        let mut parts: Vec<&str> = path.split('/').collect();
        let file_name = parts.pop().unwrap_or_default();
        let stem = file_name
            .rsplit_once('.')
            .map_or(file_name, |(stem, _)| stem);
        let mut evidence = FileEvidence {
            version: version_in_name(file_name),
            ..FileEvidence::default()
        };
        let in_name = mentions(stem, lexicon, organisations);
        evidence.claims.add(Source::File, &in_name, None, file_name);
        evidence.members = in_name.members;
        for folder in parts.iter().rev().filter(|folder| **folder != INBOX) {
            let mut in_folder = mentions(folder, lexicon, organisations);
            let month = in_folder.month.take().and_then(PartialMonth::whole);
            evidence.arrival = evidence.arrival.or(month);
            in_folder.years.clear();
            if evidence.members.is_empty() {
                evidence.members.clone_from(&in_folder.members);
            }
            evidence
                .claims
                .add(Source::Folder, &in_folder, None, folder);
        }
        evidence
    }
}

/// What is known of a table before its rows are read.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// The organisation under which the rows are stored that name none.
    pub organisation: Option<usize>,
    /// The month of the rows that have none of their own.
    pub period: Option<Month>,
    /// Whether a decision or the region file's source settles the organisation.
    pub organisation_settled: bool,
    /// Whether a decision settles the month.
    pub period_settled: bool,
    /// All claims about the organisation outside the table, those believed first before the others.
    pub organisations: Vec<Claim<usize>>,
    /// All claims about the month outside the table, folders left out.
    pub months: Vec<Claim<PartialMonth>>,
    /// Labels that name an organisation unknown to the region.
    pub unknown: Vec<Claim<()>>,
    /// Municipality that a label above the table names.
    pub municipality: Option<Arc<str>>,
    /// The one of several municipalities with a joint report that the sheet is named after.
    pub member: Option<usize>,
    /// Forms that the surroundings name.
    pub forms: Vec<usize>,
    /// Whether the month was taken from the days of the rows.
    pub period_is_derived: bool,
    /// Whether only the month of arrival tells the month: the days of the rows are heard before it.
    pub period_is_arrival: bool,
    years: Vec<i32>,
    arrival: Option<Month>,
}

impl Evidence {
    /// Weighs the claims around a table; `claims` holds those of the sheet and of the path.
    pub(crate) fn weigh(
        mut claims: Claims,
        arrival: Option<Month>,
        guidance: &Guidance,
        organisations: &Organisations,
    ) -> Self {
        claims.take_places(organisations);
        claims.take_several(organisations);
        claims.organisations.sort_by_key(|claim| claim.source);
        claims.months.sort_by_key(|claim| claim.source);
        for claim in &mut claims.organisations {
            claim.value = organisations.leader(claim.value);
        }
        claims.forms.sort_unstable();
        claims.forms.dedup();
        let settled = guidance.organisation.map(|at| organisations.leader(at));
        let told = claims.organisations.first().map(|claim| claim.value);
        let mut evidence = Evidence {
            organisation: settled.or(told),
            organisation_settled: settled.is_some(),
            period_settled: guidance.period.is_some(),
            organisations: claims.organisations,
            months: claims.months,
            unknown: claims.unknown,
            forms: claims.forms,
            municipality: claims.municipality,
            years: claims.years,
            arrival,
            ..Evidence::default()
        };
        evidence.period = guidance.period.or_else(|| evidence.told_month());
        let is_told = evidence
            .months
            .iter()
            .any(|claim| claim.value.month.is_some());
        evidence.period_is_arrival = !is_told && guidance.period.is_none() && arrival.is_some();
        evidence
    }

    /// The month told outside the table: its parts may stand in different places.
    fn told_month(&self) -> Option<Month> {
        let Some(first) = self.months.iter().find(|claim| claim.value.month.is_some()) else {
            return self.arrival;
        };
        let month = first.value.month?;
        self.year_of(month).and_then(|year| Month::new(year, month))
    }

    /// The year of a month told without one.
    pub(crate) fn year_of(&self, month: u32) -> Option<i32> {
        let with_month = |claim: &&Claim<PartialMonth>| {
            claim.value.year.is_some() && claim.value.month.is_none_or(|told| told == month)
        };
        let beside = self
            .months
            .iter()
            .find(with_month)
            .and_then(|claim| claim.value.year);
        let alone = || {
            let first = *self.years.first()?;
            self.years
                .iter()
                .all(|year| *year == first)
                .then_some(first)
        };
        let arrived = || latest_until(month, self.arrival?).map(Month::year);
        beside.or_else(alone).or_else(arrived)
    }

    /// The year of a month that the table itself names without one: as above, or that of any month told.
    pub(crate) fn year_across(&self, month: u32) -> Option<i32> {
        let told = || self.months.iter().find_map(|claim| claim.value.year);
        let settled = || self.period.map(Month::year);
        self.year_of(month).or_else(told).or_else(settled)
    }

    /// Takes the month from the days of the rows, where nothing but the month of arrival tells it; returns it if so.
    pub(crate) fn derive_period(&mut self, days: &[NaiveDate]) -> Option<Month> {
        if self.period.is_some() && !self.period_is_arrival {
            return None;
        }
        let month = month_of_most(days)?;
        let agrees = self
            .months
            .iter()
            .all(|claim| claim.value.agrees_with(month.into()));
        if !agrees {
            return None;
        }
        self.period_is_derived = self.period.replace(month) != Some(month);
        self.period
    }

    /// The issue that blocks a report of `own` (what the table says itself, if anything), if places contradict. A
    /// coordinator may be named around the table of others: it sent it for them. Any other organisation that is named
    /// around a table speaks for itself, and a column may name others as those it worked with. Where the organisation
    /// `is_restated` in a heading, labels and titles of the sheet hold only for the rows before.
    #[must_use]
    pub fn organisation_conflict(
        &self,
        own: Option<usize>,
        is_restated: bool,
        organisations: &Organisations,
    ) -> Option<Issue> {
        if self.organisation_settled {
            return None;
        }
        let believed = own.or(self.organisation)?;
        let other = self.organisations.iter().find(|claim| {
            let sent_it = own.is_some() && organisations.is_coordinator(claim.value);
            let is_over = is_restated && matches!(claim.source, Source::Key | Source::Title);
            claim.value != believed && !sent_it && !is_over
        })?;
        let first = match own {
            Some(_) => organisations.code(believed).to_string(),
            None => self.organisations.first()?.text.clone(),
        };
        Some(conflict(Code::OrganisationConflict, other, first))
    }

    /// The issue that blocks a report where nothing but a bare name above the header says whose it is, and the table goes
    /// on with the like for `other`: nobody knows whether they report or only tell where the work took place.
    #[must_use]
    pub(crate) fn title_conflict(&self, other: Option<&str>) -> Option<Issue> {
        let other = other.filter(|_| !self.organisation_settled)?;
        let first = self.organisations.first()?;
        Some(conflict(
            Code::OrganisationConflict,
            first,
            other.to_owned(),
        ))
    }

    /// The municipality whose bare name above the header is all that says whose the table is.
    pub(crate) fn bare_title<'o>(
        &self,
        lexicon: &dyn Lexicon,
        organisations: &'o Organisations,
    ) -> Option<&'o str> {
        let first = self.organisations.first()?;
        let is_bare = |claim: &Claim<usize>| {
            let terms = lexicon.recognise(&claim.text);
            claim.source == Source::Title
                && terms
                    .iter()
                    .any(|term| matches!(term, Term::Municipality(_)))
        };
        if !self.organisations.iter().all(is_bare) {
            return None;
        }
        organisations.municipality(first.value).map(|code| &**code)
    }

    /// The issue that blocks a report whose organisation the region does not know.
    #[must_use]
    pub fn organisation_unknown(&self) -> Option<Issue> {
        let claim = self
            .unknown
            .first()
            .filter(|_| !self.organisation_settled)?;
        let issue = Issue::new(Code::OrganisationUnknown).found(&claim.text);
        Some(match claim.cell {
            Some((row, column)) => issue.cell(row, column),
            None => issue,
        })
    }

    /// The issue that blocks the report of a month, if places contradict; `own` are the months that the table
    /// itself carries, empty where it carries none.
    #[must_use]
    pub fn period_conflict(&self, month: Month, own: &[Month]) -> Option<Issue> {
        if self.period_settled {
            return None;
        }
        let other = self
            .months
            .iter()
            .find(|claim| !allows(claim, month, own))?;
        let first = self
            .months
            .iter()
            .find(|claim| claim.value.agrees_with(month.into()));
        let first = first.filter(|_| own.is_empty());
        let expected = first.map_or_else(|| month.to_string(), |claim| claim.text.clone());
        Some(conflict(Code::PeriodConflict, other, expected))
    }
}

/// Tells whether a claim lets a report of `month` stand. The name of a file, and a title, may name the last of the
/// months that the table itself carries, any of them, or the month after, in which it was sent.
fn allows(claim: &Claim<PartialMonth>, month: Month, own: &[Month]) -> bool {
    if claim.value.agrees_with(month.into()) {
        return true;
    }
    matches!(claim.source, Source::File | Source::Title)
        && own.iter().any(|carried| {
            claim.value.agrees_with((*carried).into())
                || claim.value.agrees_with(carried.next().into())
        })
}

fn conflict<T>(code: Code, other: &Claim<T>, expected: String) -> Issue {
    let issue = Issue::new(code)
        .reason("sources")
        .found(&other.text)
        .expected(expected);
    match other.cell {
        Some((row, column)) => issue.cell(row, column),
        None => issue,
    }
}
