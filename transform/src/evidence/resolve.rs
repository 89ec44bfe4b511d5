//! Weighing the claims of all places: the first that speaks is believed, one that contradicts blocks the report
//! until a decision settles it (READING.md R2).

use std::sync::Arc;

use chrono::NaiveDate;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::plans::is_plan_file;
use kooste_ingest::vocabulary::{Lexicon, Term};

use super::claims::{Claim, Claims, Source, Unread};
use super::guidance::Guidance;
use super::names::mentions;
use super::organisations::Organisations;
use super::period::{Month, PartialMonth, latest_until, month_of_most};
use super::short_months::mentions_of_name;
use super::version::version_in_name;
use crate::region::Mode;

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
    /// Whether the name says that the file holds plans and no results.
    pub(crate) is_plan: bool,
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
            is_plan: is_plan_file(stem),
            ..FileEvidence::default()
        };
        let in_name = mentions_of_name(stem, lexicon, organisations);
        evidence.claims.add(Source::File, &in_name, None, file_name);
        let mut without_year = None;
        evidence.members = in_name.members;
        for folder in parts.iter().rev().filter(|folder| **folder != INBOX) {
            let mut in_folder = mentions(folder, lexicon, organisations);
            let month = in_folder.month.take();
            let by_parent = || Month::new(only_year(folder)?, without_year?);
            let whole = month.and_then(PartialMonth::whole).or_else(by_parent);
            evidence.arrival = evidence.arrival.or(whole);
            without_year = month
                .and_then(|month| month.month)
                .or_else(|| number_of_month(folder))
                .or(without_year);
            in_folder.several_months = false;
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

/// The year of a name that says nothing else. The folders of such a folder may be its months: `2018/10`, `2018/lokakuu`.
pub(super) fn only_year(name: &str) -> Option<i32> {
    let year = name
        .trim()
        .parse()
        .ok()
        .filter(|_| name.trim().len() == 4)?;
    (2000..2100).contains(&year).then_some(year)
}

/// The month after whose number a folder is named.
fn number_of_month(folder: &str) -> Option<u32> {
    let month = folder
        .trim()
        .parse()
        .ok()
        .filter(|_| folder.trim().len() <= 2)?;
    (1..=12).contains(&month).then_some(month)
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
    /// Municipality of a label above the table for which no organisation of the region stands.
    outside: Option<Claim<()>>,
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
    /// Months that were misspelt and read all the same.
    pub misspelt: Vec<Claim<PartialMonth>>,
    /// Places that speak of the month and tell none.
    unread: Vec<Claim<Unread>>,
    /// Whether a place asked for the month states more than one, which no other place puts right (READING.md R23).
    is_refused: bool,
    /// Whether the sheets beside this one tell months of their own and this one none.
    is_lone_sheet: bool,
    /// Months of the sheets of the file, if there are several.
    sheet_months: Vec<PartialMonth>,
    years: Vec<i32>,
    arrival: Option<Month>,
}

/// What the path and the other sheets of its file say of a table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Around {
    /// The month of arrival.
    pub arrival: Option<Month>,
    /// Whether the sheets beside this one tell months of their own and this one none.
    pub is_lone_sheet: bool,
    /// Months of the sheets of the file, if there are several.
    pub sheet_months: Vec<PartialMonth>,
}

impl Around {
    /// What is known where no sheet can be looked at.
    pub(crate) fn of_path(arrival: Option<Month>) -> Self {
        Around {
            arrival,
            is_lone_sheet: false,
            sheet_months: Vec::new(),
        }
    }
}

impl Evidence {
    /// Weighs the claims around a table; `claims` holds those of the sheet and of the path.
    pub(crate) fn weigh(
        mut claims: Claims,
        around: Around,
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
            outside: claims.outside,
            forms: claims.forms,
            municipality: claims.municipality,
            years: claims.years,
            misspelt: claims.misspelt,
            unread: claims.unread,
            is_lone_sheet: around.is_lone_sheet,
            sheet_months: around.sheet_months,
            arrival: around.arrival,
            ..Evidence::default()
        };
        evidence.settle_period(guidance);
        evidence
    }

    /// The month that is believed: a folder is heard only where nothing else speaks of the month.
    fn settle_period(&mut self, guidance: &Guidance) {
        let is_stated =
            |claim: &Claim<Unread>| (claim.source, claim.value) == (Source::Key, Unread::Several);
        // Running totals are of the months up to the one they are reported for.
        self.is_refused = guidance.period.is_none()
            && guidance.mode != Mode::Cumulative
            && self.unread.iter().any(is_stated);
        let is_told = self.months.iter().any(|claim| claim.value.month.is_some());
        let is_spoken_of = is_told || !self.unread.is_empty() || self.is_lone_sheet;
        let told = || match (is_told, is_spoken_of) {
            (true, _) => self.told_month(),
            (false, true) => None,
            (false, false) => self.arrival,
        };
        let told = guidance.period.or_else(told);
        self.period_is_arrival = !is_spoken_of && guidance.period.is_none() && told.is_some();
        self.period = told.filter(|_| !self.is_refused);
    }

    /// The month told outside the table: its parts may stand in different places.
    fn told_month(&self) -> Option<Month> {
        let month = self.months.iter().find_map(|claim| claim.value.month)?;
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
        let until = |latest: Option<Month>| latest_until(month, latest?).map(Month::year);
        let latest_told = || self.months.iter().find_map(|claim| claim.value.whole());
        let latest = || until(latest_told()).or_else(|| until(self.arrival));
        beside.or_else(alone).or_else(latest)
    }

    /// The year of a month that the table itself names without one: as above, or that of any month told.
    pub(crate) fn year_across(&self, month: u32) -> Option<i32> {
        let told = || self.months.iter().find_map(|claim| claim.value.year);
        let settled = || self.period.map(Month::year);
        self.year_of(month).or_else(told).or_else(settled)
    }

    /// The year that is told of any month, of the months of the table or of none in particular.
    pub(crate) fn told_year(&self) -> Option<i32> {
        let of_months = self.months.iter().find_map(|claim| claim.value.year);
        let alone = || self.years.first().copied();
        let settled = || self.period.filter(|_| self.period_settled).map(Month::year);
        of_months.or_else(alone).or_else(settled)
    }

    /// Takes the month from the days of the rows, where nothing but the month of arrival tells it; returns it if so.
    pub(crate) fn derive_period(&mut self, days: &[NaiveDate]) -> Option<Month> {
        if self.is_refused || (self.period.is_some() && !self.period_is_arrival) {
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

    /// The month near which days without a year lie.
    pub(crate) fn month_nearby(&self) -> Option<Month> {
        self.period.or(self.arrival)
    }

    /// The issue of rows whose month nothing tells: what the place says that was asked for it, if it says something.
    #[must_use]
    pub fn period_not_found(&self) -> Issue {
        let Some(claim) = self.unread.iter().min_by_key(|claim| claim.source) else {
            let reason = if self.is_lone_sheet { "sheet" } else { "" };
            return Issue::new(Code::PeriodNotFound).reason(reason);
        };
        let issue = match (claim.source, claim.value) {
            (Source::Key, Unread::Several) => Issue::new(Code::TypeError).reason("several-months"),
            (Source::Key, Unread::Unreadable) => Issue::new(Code::TypeError).reason("not-a-month"),
            _ => Issue::new(Code::PeriodNotFound).reason("several"),
        };
        let issue = match issue.code {
            Code::TypeError => issue.field(&Arc::from("period")),
            _ => issue,
        };
        let issue = issue.found(&claim.text);
        match claim.cell {
            Some((row, column)) => issue.cell(row, column),
            None => issue,
        }
    }

    /// The issue of a misspelt month that was read.
    #[must_use]
    pub fn period_corrected(&self, month: Month) -> Option<Issue> {
        let is_of = |claim: &&Claim<PartialMonth>| claim.value.agrees_with(month.into());
        let claim = self.misspelt.iter().find(is_of)?;
        let issue = Issue::new(Code::ValueCorrected)
            .field(&Arc::from("period"))
            .found(&claim.text)
            .suggestion(month.to_string());
        Some(match claim.cell {
            Some((row, column)) => issue.cell(row, column),
            None => issue,
        })
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
        // A workbook of the coordinator with a sheet for each municipality is named after the coordinator.
        let is_of_sheet =
            |first: &Claim<usize>| first.source == Source::Sheet && first.value == believed;
        let names_sheet = own.is_none() && self.organisations.first().is_some_and(is_of_sheet);
        let other = self.organisations.iter().find(|claim| {
            let is_around = own.is_some() || names_sheet && claim.source > Source::Sheet;
            let sent_it = is_around && organisations.is_coordinator(claim.value);
            let is_over = is_restated && matches!(claim.source, Source::Key | Source::Title);
            claim.value != believed && !sent_it && !is_over
        });
        let first = match own {
            Some(_) => organisations.code(believed).to_string(),
            None => self.organisations.first().map(|claim| claim.text.clone())?,
        };
        if let Some(other) = other {
            return Some(conflict(Code::OrganisationConflict, other, first));
        }
        // A municipality's report for another one, which belongs to no region of ours.
        let is_other = own.is_none() && organisations.is_municipality(believed);
        let outside = self.outside.as_ref().filter(|_| is_other)?;
        Some(conflict(Code::OrganisationConflict, outside, first))
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
    /// itself carries, empty where it carries none. A label above may head the first rows (`heads_first`), headings of other months
    /// the ones below.
    #[must_use]
    pub fn period_conflict(&self, month: Month, own: &[Month], heads_first: bool) -> Option<Issue> {
        if self.period_settled {
            return None;
        }
        let other = self.months.iter().find(|claim| {
            let heads = heads_first
                && claim.source == Source::Key
                && own.iter().any(|own| claim.value.agrees_with((*own).into()));
            !allows(claim, month, own) && !heads && !self.is_of_sheets(claim)
        })?;
        let first = self
            .months
            .iter()
            .find(|claim| claim.value.agrees_with(month.into()));
        let first = first.filter(|_| own.is_empty());
        let expected = first.map_or_else(|| month.to_string(), |claim| claim.text.clone());
        Some(conflict(Code::PeriodConflict, other, expected))
    }
}

impl Evidence {
    /// Tells whether the name of a file gives one of the months of its sheets, or the one after.
    fn is_of_sheets(&self, claim: &Claim<PartialMonth>) -> bool {
        let follows = |month: &PartialMonth| {
            let before = month.month.map(|month| month % 12 + 1);
            PartialMonth {
                month: before,
                year: None,
            }
            .agrees_with(claim.value)
        };
        let is_one = |month: &PartialMonth| month.agrees_with(claim.value) || follows(month);
        claim.source == Source::File && self.sheet_months.iter().any(is_one)
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
