//! Which report a row belongs to, and whether that report may load (READING.md R2, R38).

use std::sync::Arc;

use kooste_ingest::issue::{Code, Issue};

use super::outcome::{Outcome, ReportKey};
use crate::evidence::{Evidence, Month, is_in_window, owes};
use crate::submission::Context;

/// A report as the rows of one table see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Home {
    /// Index of the report.
    pub report: u32,
    /// Why none of its rows loads.
    pub blocked: Option<Code>,
}

/// Organisation and month of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub organisation: usize,
    /// Whether the row or a heading above it names the organisation, not only what stands around the table.
    pub is_named: bool,
    /// Whether a heading names it: what stands above the heading no longer holds.
    pub is_restated: bool,
    pub month: Month,
}

/// Finds the homes of the rows of one table.
pub(crate) struct Settler<'a> {
    pub context: &'a Context,
    pub evidence: &'a Evidence,
    pub form: usize,
    pub sheet: Option<Arc<str>>,
    /// The months that the table itself carries.
    pub own_months: Vec<Month>,
    /// Whether what stands above the table tells the month of its first rows, headings that of the others.
    pub heads_first: bool,
    /// A heading of the table that names a municipality like the title above it, which alone says whose the table is.
    pub other_place: Option<String>,
    homes: Vec<(Place, Home)>,
}

impl<'a> Settler<'a> {
    pub(crate) fn new(context: &'a Context, evidence: &'a Evidence, form: usize) -> Self {
        Settler {
            context,
            evidence,
            form,
            sheet: None,
            own_months: Vec::new(),
            heads_first: false,
            other_place: None,
            homes: Vec::new(),
        }
    }

    /// The home of a row; its report is made and judged when first met.
    pub(crate) fn home(&mut self, outcome: &mut Outcome, place: Place) -> Home {
        if let Some((_, home)) = self.homes.iter().find(|(known, _)| *known == place) {
            return *home;
        }
        let home = self.judge(outcome, place);
        self.homes.push((place, home));
        home
    }

    /// The reports that rows of the table met, each once, in the order met.
    pub(crate) fn reports(&self) -> Vec<u32> {
        let mut reports: Vec<u32> = Vec::new();
        for (_, home) in &self.homes {
            if !reports.contains(&home.report) {
                reports.push(home.report);
            }
        }
        reports
    }

    /// The home already met with this organisation and month.
    pub(crate) fn known(&self, place: Place) -> Option<Home> {
        let is_same =
            |known: &Place| known.organisation == place.organisation && known.month == place.month;
        let found = self.homes.iter().find(|(known, _)| is_same(known));
        found.map(|(_, home)| *home)
    }

    /// The home that a row of the table met first.
    pub(crate) fn first_home(&self) -> Option<Home> {
        self.homes.first().map(|(_, home)| *home)
    }

    /// The report that a row of the table met first.
    pub(crate) fn first_report(&self) -> Option<u32> {
        self.homes.first().map(|(_, home)| home.report)
    }

    fn judge(&self, outcome: &mut Outcome, place: Place) -> Home {
        let organisations = &self.context.organisations;
        let organisation = organisations.leader(place.organisation);
        let period = place.month;
        let key = ReportKey {
            form: self.form,
            organisation,
            period,
        };
        let report = outcome.report(key, organisations.code(organisation));
        let own = place.is_named.then_some(organisation);
        let faults = [
            self.evidence
                .organisation_conflict(own, place.is_restated, organisations),
            self.evidence
                .title_conflict(self.other_place.as_deref().filter(|_| own.is_none())),
            self.evidence
                .organisation_unknown()
                .filter(|_| own.is_none()),
            self.evidence
                .period_conflict(period, &self.own_months, self.heads_first),
            self.out_of_window(period),
        ];
        for fault in faults.into_iter().flatten() {
            outcome.block(report, fault.code);
            outcome.issue_once(Some(report), fault.sheet(self.sheet.clone()));
        }
        if self.evidence.period_is_derived {
            let issue = Issue::new(Code::ValueDerived)
                .reason("period")
                .suggestion(period.to_string());
            outcome.issue_once(Some(report), issue.sheet(self.sheet.clone()));
        }
        if let Some(issue) = self.evidence.period_corrected(period) {
            outcome.issue_once(Some(report), issue.sheet(self.sheet.clone()));
        }
        if !self.is_owed(organisation, period) && self.out_of_window(period).is_none() {
            let issue = Issue::new(Code::OrganisationNotExpected)
                .found(organisations.code(organisation).to_string())
                .expected(period.to_string());
            outcome.issue_once(Some(report), issue);
        }
        let blocked = outcome.reports[report as usize].blocked;
        Home { report, blocked }
    }

    fn out_of_window(&self, period: Month) -> Option<Issue> {
        let region = &self.context.region;
        let window = format!("{}–{}", region.region.first_month, region.region.last_month);
        (!is_in_window(region, period)).then(|| {
            Issue::new(Code::PeriodOutOfWindow)
                .found(period.to_string())
                .expected(window)
        })
    }

    /// A joint report is owed when one of its organisations owes it.
    pub(crate) fn is_owed(&self, organisation: usize, period: Month) -> bool {
        let region = &self.context.region;
        let form = &self.context.programme.forms[self.form].code;
        let members = self.context.organisations.joint(organisation);
        members
            .iter()
            .any(|member| owes(region, &region.organisations[*member], form, period))
    }
}
