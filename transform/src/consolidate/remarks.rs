//! Issues that no single file shows: they come from comparing reports.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::place::Place;

use super::apart::Apart;
use super::cells::Columns;
use super::identical::Repetition;
use super::issue_log::{IssueLog, IssuePlace};
use super::layouts::Change;
use super::outliers::Deviation;
use super::prepare::{Messages, messages};
use super::report::Report;
use super::settle::Settled;
use crate::calendar::Month;
use crate::decisions::Decision;
use crate::programme::Programme;
use crate::warehouse::{Warehouse, WarehouseError};
use crate::wording::Wording;

/// What is needed to put a remark into words.
pub(super) struct Words<'a> {
    /// Programme.
    pub(super) programme: &'a Programme,
    /// Words.
    pub(super) wording: &'a dyn Wording,
}

impl Words<'_> {
    /// `report-superseded` for every usable version that gave way (READING.md R32); names the path of the newer one.
    pub(super) fn superseded(
        &self,
        settled: &Settled,
        log: &mut IssueLog<'_>,
    ) -> Result<(), WarehouseError> {
        let reports: BTreeMap<&str, &Report> = settled
            .new
            .iter()
            .chain(&settled.changed)
            .chain(&settled.unchanged)
            .map(|report| (report.id.as_str(), report))
            .collect();
        for pair in &settled.superseded {
            let newer = reports.get(pair.newer.as_str());
            let newer = newer.and_then(|report| report.arrival.as_ref());
            let Some(older) = reports.get(pair.older.as_str()) else {
                continue;
            };
            let path = newer.map_or("", |arrival| arrival.path.as_str());
            self.remark(older, &Issue::new(Code::ReportSuperseded).found(path), log)?;
        }
        Ok(())
    }

    /// An issue of a code and reason for reports that took the place of another one, with its own path and that of the one
    /// that gave way (READING.md R25 and R32).
    pub(super) fn in_place_of(
        &self,
        settled: &Settled,
        pairs: &[Apart],
        (code, reason): (Code, &'static str),
        log: &mut IssueLog<'_>,
    ) -> Result<(), WarehouseError> {
        for pair in pairs {
            if let Some(report) = settled.current().find(|report| report.id == pair.report) {
                let own = report.arrival.as_ref().map(|arrival| arrival.path.clone());
                let issue = Issue::new(code)
                    .reason(reason)
                    .found(own.unwrap_or_default())
                    .expected(pair.other.clone());
                self.remark(report, &issue, log)?;
            }
        }
        Ok(())
    }

    /// `report-identical-to-previous` (READING.md R34); names the month that is repeated.
    pub(super) fn repeated(
        &self,
        settled: &Settled,
        repetitions: &[Repetition],
        log: &mut IssueLog<'_>,
    ) -> Result<(), WarehouseError> {
        let months: BTreeMap<&str, &Repetition> = repetitions
            .iter()
            .map(|repetition| (repetition.report.as_str(), repetition))
            .collect();
        for report in settled.current() {
            if let Some(repetition) = months.get(report.id.as_str()) {
                let issue = Issue::new(Code::ReportIdenticalToPrevious)
                    .found(Month::of(repetition.repeats).to_string());
                self.remark(report, &issue, log)?;
            }
        }
        Ok(())
    }

    /// `period-closed` for every report that came for a closed month; its figures are told as revisions.
    pub(super) fn closed(
        &self,
        settled: &Settled,
        log: &mut IssueLog<'_>,
    ) -> Result<(), WarehouseError> {
        for report in &settled.new {
            if report.closed && report.arrival.is_some() {
                let month = Month::of(report.key.2).to_string();
                self.remark(report, &Issue::new(Code::PeriodClosed).found(month), log)?;
            }
        }
        Ok(())
    }

    /// `deviated-value` (READING.md R35) and what was noticed of differences (R33).
    pub(super) fn deviating(
        &self,
        warehouse: &Warehouse,
        settled: &Settled,
        deviations: &[Deviation],
        log: &mut IssueLog<'_>,
    ) -> Result<(), WarehouseError> {
        let reports: BTreeMap<&str, &Report> = settled
            .all()
            .map(|report| (report.id.as_str(), report))
            .collect();
        let columns = Columns::of(warehouse, &reports, deviations)?;
        for deviation in deviations {
            if let Some(report) = reports.get(deviation.report.as_str()) {
                let issue = columns.located(report, deviation);
                self.remark_as(report, &issue, deviation.accepted, log)?;
            }
        }
        Ok(())
    }

    /// `cumulative-base-missing` for reports that are held back as a whole (READING.md R33); names the month that lacks.
    pub(super) fn lacking(
        &self,
        settled: &Settled,
        log: &mut IssueLog<'_>,
    ) -> Result<(), WarehouseError> {
        for (report, month) in settled.lacking() {
            self.remark(report, &lacking(month), log)?;
        }
        Ok(())
    }

    /// The new contents of which all reports are held back: path and messages.
    pub(super) fn unusable(&self, settled: &Settled) -> Vec<(String, Messages)> {
        let renewed = settled.renewed_ids();
        let came = settled
            .new
            .iter()
            .filter(|report| !renewed.contains(report.id.as_str()));
        let of = |report: &'_ Report| {
            report
                .arrival
                .as_ref()
                .map(|arrival| arrival.submission_id.clone())
        };
        let used: BTreeSet<String> = came
            .filter(|report| report.state.is_acceptable())
            .filter_map(of)
            .collect();
        let mut unusable: BTreeMap<String, (String, Messages)> = BTreeMap::new();
        for (report, month) in settled.lacking() {
            let is_new = !renewed.contains(report.id.as_str());
            if let (true, Some(arrival)) = (is_new, &report.arrival)
                && !used.contains(&arrival.submission_id)
            {
                let issue = lacking(month);
                let texts = messages(
                    self.programme,
                    Some(report.key.1),
                    &issue,
                    &place(report, &issue),
                    self.wording,
                );
                let told = (arrival.path.clone(), texts);
                unusable
                    .entry(arrival.submission_id.clone())
                    .or_insert(told);
            }
        }
        unusable.into_values().collect()
    }

    /// `layout-changed` (READING.md R38).
    pub(super) fn changed_layouts(
        &self,
        settled: &Settled,
        changes: &[Change],
        log: &mut IssueLog<'_>,
    ) -> Result<(), WarehouseError> {
        let mut by_report: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
        for change in changes {
            by_report.entry(&change.report).or_default().push(change);
        }
        for report in settled.current() {
            for change in by_report.remove(report.id.as_str()).into_iter().flatten() {
                self.remark(report, &change.issue, log)?;
            }
        }
        Ok(())
    }

    /// `decision-unused`.
    pub(super) fn unused(
        &self,
        decisions: &[&Decision],
        log: &mut IssueLog<'_>,
    ) -> Result<(), WarehouseError> {
        const FILE: &str = "decisions.toml";
        let file = Place {
            file: FILE.to_owned(),
            ..Place::default()
        };
        for decision in decisions {
            let issue = Issue::new(Code::DecisionUnused)
                .found(decision.found.clone())
                .expected(decision.means.clone().unwrap_or_default());
            let messages = messages(self.programme, None, &issue, &file, self.wording);
            let place = IssuePlace {
                path: Some(FILE),
                ..IssuePlace::default()
            };
            log.push(&issue, &messages, place)?;
        }
        Ok(())
    }

    fn remark(
        &self,
        report: &Report,
        issue: &Issue,
        log: &mut IssueLog<'_>,
    ) -> Result<(), WarehouseError> {
        self.remark_as(report, issue, false, log)
    }

    fn remark_as(
        &self,
        report: &Report,
        issue: &Issue,
        accepted: bool,
        log: &mut IssueLog<'_>,
    ) -> Result<(), WarehouseError> {
        let arrival = report.arrival.as_ref();
        let path = arrival.map(|arrival| arrival.path.as_str());
        let place = place(report, issue);
        let form = Some(report.key.1);
        let messages = messages(self.programme, form, issue, &place, self.wording);
        let place = IssuePlace {
            report_id: Some(&report.id),
            submission_id: arrival.map(|arrival| arrival.submission_id.as_str()),
            path,
            accepted,
        };
        log.push(issue, &messages, place)
    }
}

fn lacking(month: NaiveDate) -> Issue {
    Issue::new(Code::CumulativeBaseMissing)
        .reason("report")
        .expected(Month::of(month).to_string())
}

/// Where an issue of a report stands.
fn place(report: &Report, issue: &Issue) -> Place {
    let path = report.arrival.as_ref().map(|arrival| arrival.path.as_str());
    Place {
        file: path
            .and_then(|path| path.rsplit('/').next())
            .unwrap_or_default()
            .to_owned(),
        sheet: issue.sheet.as_deref().map(str::to_owned),
        row: issue.row,
        column: issue.column,
    }
}
