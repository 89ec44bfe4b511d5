//! All that has been read from a file so far: reports, facts, ledger, issues.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kooste_ingest::issue::{Code, Issue};

use super::contradictions::ToldValues;
use super::digest::Digest;
use super::repeats::Seen;
use crate::evidence::Month;
use crate::facts::Facts;
use crate::programme::Programme;
use crate::region::Mode;
use crate::submission::{
    ColumnDecision, FoundIssue, LedgerRow, Quarantined, ReportReading, ValueNote,
};

/// Which report: form, organisation (the leader of a joint one) and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ReportKey {
    pub form: usize,
    pub organisation: usize,
    pub period: Month,
}

/// Reports that must not load, with the reason; known from an earlier reading of the same file.
pub(crate) type Blocks = BTreeMap<ReportKey, Code>;

/// What has been gathered.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub reports: Vec<ReportReading>,
    pub facts: Vec<Option<Facts>>,
    pub ledger: Vec<LedgerRow>,
    pub columns: Vec<ColumnDecision>,
    pub issues: Vec<FoundIssue>,
    pub quarantine: Vec<Quarantined>,
    pub notes: Vec<ValueNote>,
    pub decisions_used: Vec<u32>,
    /// Facts of the tables that were read.
    pub(super) seen: Seen,
    /// What they told.
    pub(super) told: ToldValues,
    keys: Vec<ReportKey>,
    index: BTreeMap<ReportKey, u32>,
    digests: Vec<Digest>,
    has_values: Vec<bool>,
    faulty: Vec<u32>,
    /// What is wrong with a table of a report of which nothing loads, and how many rows such tables hold.
    flaws: Vec<Option<Code>>,
    unread: Vec<u32>,
    raised: BTreeSet<(Option<u32>, Code, String)>,
    blocks: Blocks,
    /// What every report of the file has in common.
    mode: Mode,
    version: u32,
}

impl Outcome {
    /// Nothing yet; `blocks` keeps out the reports of which an earlier reading found that they must not load.
    pub(crate) fn new(programme: &Programme, decisions: usize, blocks: Blocks) -> Self {
        Outcome {
            facts: programme.forms.iter().map(|_| None).collect(),
            decisions_used: vec![0; decisions],
            blocks,
            ..Outcome::default()
        }
    }

    /// Sets what the file as a whole says of its reports.
    pub(crate) fn with_file(mut self, mode: Mode, version: u32) -> Self {
        self.mode = mode;
        self.version = version;
        self
    }

    /// The report with this key; a new one where there was none.
    pub(crate) fn report(&mut self, key: ReportKey, organisation: &Arc<str>) -> u32 {
        if let Some(report) = self.index.get(&key) {
            return *report;
        }
        let at = u32::try_from(self.reports.len()).unwrap_or(u32::MAX);
        self.index.insert(key, at);
        self.keys.push(key);
        self.digests.push(Digest::default());
        self.has_values.push(false);
        self.faulty.push(0);
        self.flaws.push(None);
        self.unread.push(0);
        self.reports.push(ReportReading {
            organisation: Arc::clone(organisation),
            form: key.form,
            period: key.period.first_day(),
            rows_loaded: 0,
            rows_quarantined: 0,
            nil: false,
            blocked: self.blocks.get(&key).copied(),
            version: self.version,
            values_hash: 0,
            layout: String::new(),
            mode: self.mode,
            covered_by: None,
        });
        at
    }

    /// Rows loaded or set aside so far.
    pub(crate) fn rows(&self) -> u32 {
        self.ledger
            .iter()
            .map(|table| table.rows_loaded + table.rows_quarantined)
            .sum()
    }

    /// The key of a report.
    pub(crate) fn key(&self, report: u32) -> ReportKey {
        self.keys[report as usize]
    }

    /// Adds the layout of one of its tables to a report.
    pub(crate) fn add_layout(&mut self, report: u32, layout: &str) {
        let text = &mut self.reports[report as usize].layout;
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(layout);
    }

    /// Keeps a report from loading; the first reason stays.
    pub(crate) fn block(&mut self, report: u32, code: Code) {
        let blocked = &mut self.reports[report as usize].blocked;
        *blocked = Some(blocked.unwrap_or(code));
    }

    /// Notes that a table of a report loads nothing (READING.md R9); the first reason stays.
    pub(crate) fn flaw(&mut self, report: u32, code: Code) {
        let flaw = &mut self.flaws[report as usize];
        *flaw = Some(flaw.unwrap_or(code));
    }

    /// Counts a row of such a table.
    pub(crate) fn count_unread(&mut self, report: u32) {
        self.unread[report as usize] += 1;
    }

    /// Keeps out the reports of which no table loads anything, for what is wrong with the first.
    pub(crate) fn block_flawed(&mut self) {
        for at in 0..self.reports.len() {
            let report = &mut self.reports[at];
            if report.rows_loaded == 0 && !report.nil {
                report.blocked = report.blocked.or(self.flaws[at]);
            }
        }
    }

    /// Adds an issue.
    pub(crate) fn issue(&mut self, report: Option<u32>, issue: Issue) {
        self.issues.push(FoundIssue {
            issue,
            report,
            accepted: false,
        });
    }

    /// Adds an issue unless the same was raised for that report already; tells whether it is new.
    pub(crate) fn issue_once(&mut self, report: Option<u32>, issue: Issue) -> bool {
        let key = (report, issue.code, issue.found.clone());
        let is_new = self.raised.insert(key);
        if is_new {
            self.issue(report, issue);
        }
        is_new
    }

    /// Adds a row's values to the hash of its report.
    pub(crate) fn digest(&mut self, report: u32, values: u64) {
        self.digests[report as usize].number(values);
    }

    /// Notes that a report holds at least one value of its form's measure.
    pub(crate) fn has_value(&mut self, report: u32) {
        self.has_values[report as usize] = true;
    }

    /// Counts a row that is itself at fault.
    pub(crate) fn count_faulty(&mut self, report: u32) {
        self.faulty[report as usize] += 1;
    }

    /// Rows at fault, and all rows, of the tables of a report that can be read.
    pub(crate) fn reject_share(&self, report: u32) -> (u32, u32) {
        let at = report as usize;
        let reading = &self.reports[at];
        let rows = reading.rows_loaded + reading.rows_quarantined;
        (self.faulty[at], rows - self.unread[at])
    }

    /// Tells whether a report holds any value.
    pub(crate) fn is_without_values(&self, report: u32) -> bool {
        !self.has_values[report as usize]
    }

    /// Which reports turned out to be blocked.
    pub(crate) fn blocks(&self) -> Blocks {
        let blocked = |(report, key): (&ReportReading, &ReportKey)| Some((*key, report.blocked?));
        self.reports
            .iter()
            .zip(&self.keys)
            .filter_map(blocked)
            .collect()
    }

    /// Tells whether a fact was stored for a report that is blocked.
    pub(crate) fn has_blocked_facts(&self) -> bool {
        self.reports
            .iter()
            .any(|report| report.blocked.is_some() && report.rows_loaded > 0)
    }

    /// Writes the hashes into the reports.
    pub(crate) fn seal(&mut self) {
        for (report, digest) in self.reports.iter_mut().zip(&self.digests) {
            report.values_hash = digest.finish();
        }
    }
}
