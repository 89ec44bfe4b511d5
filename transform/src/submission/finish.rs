//! The end of a reading: judging reports as a whole, joint reports, accepted issues.

use std::sync::Arc;

use kooste_ingest::document::Document;
use kooste_ingest::issue::{Code, Issue, Severity};
use kooste_ingest::table::How;

use super::context::Context;
use super::reading::{FileReading, FoundIssue, ReportReading, Submission};
use super::sheets::ReadSheet;
use crate::decisions::{Decision, DecisionKind};
use crate::evidence::{Guidance, Month, is_within};
use crate::rows::Outcome;

/// What was noticed while decoding, as issues.
pub(super) fn remarks(document: &Document, names: &[Option<Arc<str>>]) -> Vec<Issue> {
    let issue = |remark: &kooste_ingest::document::Remark| {
        let sheet = names.get(remark.sheet).cloned().flatten();
        let issue = Issue::new(remark.code)
            .sheet(sheet)
            .found(remark.found.clone());
        match remark.cell {
            Some((row, column)) => issue.cell(row, column),
            None => issue,
        }
    };
    document.remarks.iter().map(issue).collect()
}

/// Judges the reports as a whole: too many rows set aside (READING.md R38), a list without a single value (R16).
pub(super) fn judge(outcome: &mut Outcome, context: &Context) {
    outcome.block_flawed();
    for report in (0_u32..).take(outcome.reports.len()) {
        let reading = &outcome.reports[report as usize];
        if reading.nil {
            continue;
        }
        let by_structure = reading
            .blocked
            .is_some_and(|code| code != Code::RejectShareExceeded && code != Code::RequiredValue);
        let (faulty, rows) = outcome.reject_share(report);
        let limit = context.region.reporting.max_reject_share;
        if !by_structure && f64::from(faulty) > limit * f64::from(rows) {
            let issue = Issue::new(Code::RejectShareExceeded)
                .found(format!("{faulty}/{rows}"))
                .expected(limit.to_string());
            outcome.issue(Some(report), issue);
            outcome.block(report, Code::RejectShareExceeded);
        } else if !by_structure && outcome.is_without_values(report) && rows > 0 {
            outcome.issue(
                Some(report),
                Issue::new(Code::RequiredValue).reason("no_values"),
            );
            outcome.block(report, Code::RequiredValue);
        }
    }
}

/// A file in which nothing was found that could be a report says so.
pub(super) fn explain_silence(outcome: &mut Outcome) {
    let is_error = |found: &FoundIssue| found.issue.severity == Severity::Error;
    if outcome.reports.is_empty() && !outcome.issues.iter().any(is_error) {
        outcome.issue(None, Issue::new(Code::FormNotFound).reason("no_table"));
    }
}

/// The reading of `submission` so far as rows tell it.
pub(super) fn reading(
    submission: Submission,
    mut outcome: Outcome,
    sheets: &[ReadSheet],
    guidance: &Guidance,
    context: &Context,
) -> FileReading {
    outcome.seal();
    cover_joint_reports(&mut outcome, context);
    for at in &guidance.decided_by {
        outcome.decisions_used[*at] += 1;
    }
    count_hints(&mut outcome, sheets, context);
    accept(&mut outcome, context);
    FileReading {
        reports: outcome.reports,
        facts: outcome.facts.into_iter().flatten().collect(),
        ledger: outcome.ledger,
        columns: outcome.columns,
        issues: outcome.issues,
        quarantine: outcome.quarantine,
        notes: outcome.notes,
        decisions_used: outcome.decisions_used,
        ..FileReading::empty(submission)
    }
}

/// The other organisations of a joint report have a report of their own with the same state (READING.md R25).
fn cover_joint_reports(outcome: &mut Outcome, context: &Context) {
    let organisations = &context.organisations;
    for at in (0_u32..).take(outcome.reports.len()) {
        let leader = outcome.key(at).organisation;
        for member in organisations.joint(leader) {
            if *member != leader {
                let report = ReportReading {
                    organisation: Arc::clone(organisations.code(*member)),
                    covered_by: Some(at),
                    ..outcome.reports[at as usize].clone()
                };
                outcome.reports.push(report);
            }
        }
    }
}

/// Counts the decisions about columns and sheets that decided something here.
fn count_hints(outcome: &mut Outcome, sheets: &[ReadSheet], context: &Context) {
    let decisions = context.decisions.decisions.iter();
    for (decision, used) in decisions.zip(&mut outcome.decisions_used) {
        let same = |text: &str| text.trim().to_lowercase() == decision.found.trim().to_lowercase();
        let times = match decision.kind {
            DecisionKind::Column => outcome
                .columns
                .iter()
                .filter(|column| column.how == Some(How::Decision) && same(&column.label))
                .count(),
            DecisionKind::Sheet => sheets
                .iter()
                .filter(|sheet| sheet.name.as_deref().is_some_and(same))
                .count(),
            _ => 0,
        };
        *used += u32::try_from(times).unwrap_or(u32::MAX);
    }
}

/// Marks the issues that a decision accepts.
fn accept(outcome: &mut Outcome, context: &Context) {
    let decisions = context.decisions.decisions.iter().enumerate();
    for (at, decision) in decisions.filter(|(_, one)| one.kind == DecisionKind::Accept) {
        for issue in &mut outcome.issues {
            let report = issue.report.map(|report| &outcome.reports[report as usize]);
            if accepts(decision, &issue.issue, report, context) {
                issue.accepted = true;
                outcome.decisions_used[at] += 1;
            }
        }
    }
}

fn accepts(
    decision: &Decision,
    issue: &Issue,
    report: Option<&ReportReading>,
    context: &Context,
) -> bool {
    if decision.found != issue.code.name() {
        return false;
    }
    let field = decision.field.as_deref();
    let field_fits = field.is_none() || field == issue.field.as_deref();
    let Some(report) = report else {
        let is_unscoped = decision.organisation.is_none()
            && decision.form.is_none()
            && decision.from.is_none()
            && decision.until.is_none();
        return field_fits && is_unscoped;
    };
    let form = &context.programme.forms[report.form].code;
    let fits = |scope: Option<&str>, value: &str| scope.is_none_or(|scope| scope == value);
    field_fits
        && fits(decision.organisation.as_deref(), &report.organisation)
        && fits(decision.form.as_deref(), form)
        && is_within(
            decision.from.as_deref(),
            decision.until.as_deref(),
            Month::of(report.period),
        )
}
