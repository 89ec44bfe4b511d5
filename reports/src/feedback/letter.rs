//! The page ready to be mailed: what came, what to correct, and thanks.

use std::collections::BTreeSet;

use kooste_ingest::place::{Place, column_index};

use super::marked::Copies;
use crate::feedback::ranked::{Entry, Ranked};
use crate::figures::{OwedReport, Remark};
use crate::language::Language;
use crate::mail::Mail;
use crate::summary::page::{Block, Cell, Column, Page, Row, Section, State, Table};
use crate::words::Words;

/// Entries that the page lists; the workbook lists all that are told.
const SHOWN: usize = 25;

/// Name of an organisation's page.
pub(super) fn file_name(organisation: &str, language: Language) -> String {
    format!("{organisation}.{}.html", language.code())
}

/// The page of an organisation.
pub(super) fn page(
    mail: &Mail,
    organisation: &str,
    (ranked, copies): (&Ranked, &Copies),
    words: &Words,
) -> Page {
    let name = mail.names.organisation(organisation, words.language);
    let month = words.month(mail.month);
    let title = words.tell(
        "feedback-title",
        &[("name", name.into()), ("month", month.into())],
    );
    let sections = vec![
        to_correct(mail, organisation, (ranked, copies), words),
        reports(mail, organisation, words),
    ];
    let texts = (title, words.say("feedback-footer"));
    mail.page(words, texts, sections, |language| {
        file_name(organisation, language)
    })
}

fn to_correct(
    mail: &Mail,
    organisation: &str,
    (ranked, copies): (&Ranked, &Copies),
    words: &Words,
) -> Section {
    let mut blocks = Vec::new();
    if !ranked.told.is_empty() {
        let rows: Vec<Row> = ranked.told.iter().map(|entry| row(entry, words)).collect();
        blocks.push(Block::Table(Table {
            caption: words.say("feedback-list"),
            columns: vec![
                Column::words(words.say("feedback-place")),
                Column::words(words.say("feedback-severity")),
                Column::words(words.say("feedback-found")),
                Column::words(words.say("feedback-message")),
            ],
            rows,
            notes: left_out(ranked, words).into_iter().collect(),
            shown: Some(SHOWN),
        }));
        blocks.push(Block::Note(enclosed(ranked, copies, words)));
    }
    Section {
        id: "to-correct",
        number: 1,
        title: words.say("feedback-to-correct"),
        lead: lead(mail, organisation, ranked, words),
        blocks,
    }
}

/// How much there is to correct or praise, and what has not come.
pub(super) fn lead(mail: &Mail, organisation: &str, ranked: &Ranked, words: &Words) -> Vec<String> {
    let owed = || {
        let reports = mail.correspondence.reports.iter();
        reports.filter(|report| report.organisation == organisation && report.expected)
    };
    let has_come = |report: &&OwedReport| report.state != "missing";
    let came = owed().any(|report| has_come(&report)) || owed().next().is_none();
    let missing: Vec<&str> = owed()
        .filter(|report| !has_come(report))
        .map(|report| mail.names.form(&report.form, words.language))
        .collect();
    let mut lead = Vec::new();
    lead.extend(unread(ranked, words));
    if !ranked.told.is_empty() {
        lead.push(summary(ranked, words));
    } else if !came {
        lead.push(words.say("feedback-nothing"));
    } else if missing.is_empty() {
        lead.push(words.say("feedback-none"));
    } else {
        lead.push(words.say("feedback-none-so-far"));
    }
    if ranked.structure_alone {
        lead.push(words.say("feedback-structure"));
    }
    if !missing.is_empty() && (came || !ranked.told.is_empty()) {
        let forms = missing.join(", ");
        lead.push(words.tell("feedback-missing", &[("forms", forms.into())]));
    }
    lead
}

/// The files that came and cannot be read at all.
fn unread(ranked: &Ranked, words: &Words) -> Option<String> {
    let files: BTreeSet<&str> = (ranked.remarks())
        .filter(|remark| remark.is_of_file())
        .map(Remark::file_name)
        .collect();
    let names: Vec<&str> = files.iter().copied().collect();
    let told = [
        ("count", names.len().into()),
        ("files", names.join(", ").into()),
    ];
    (!names.is_empty()).then(|| words.tell("feedback-unread", &told))
}

/// How many remarks are not told.
pub(super) fn left_out(ranked: &Ranked, words: &Words) -> Option<String> {
    let count = ranked.left_out;
    (count > 0).then(|| words.tell("feedback-left-out", &[("count", count.into())]))
}

/// What the workbook is and what is to be done with it.
fn enclosed(ranked: &Ranked, copies: &Copies, words: &Words) -> String {
    let is_copied = |remark: &Remark| copies.holds(&remark.submission);
    let workbook = if ranked.remarks().all(is_copied) {
        "feedback-workbook"
    } else if ranked.remarks().any(is_copied) {
        "feedback-workbook-some"
    } else {
        "feedback-workbook-list"
    };
    let is_to_send = ranked.count("error") + ranked.count("warning") > 0;
    let next = if is_to_send {
        "feedback-send"
    } else {
        "feedback-send-nothing"
    };
    format!("{} {}", words.say(workbook), words.say(next))
}

/// How much there is to correct.
fn summary(ranked: &Ranked, words: &Words) -> String {
    let count = |severity: &str| ranked.count(severity).into();
    let (errors, warnings, notices) = (count("error"), count("warning"), count("notice"));
    words.tell(
        "feedback-summary",
        &[
            ("errors", errors),
            ("warnings", warnings),
            ("notices", notices),
        ],
    )
}

fn row(entry: &Entry, words: &Words) -> Row {
    let remark = entry.first();
    let cells = vec![
        Cell::Text(words.say(&format!("severity-{}", remark.severity))),
        (remark.found.clone())
            .filter(|_| !remark.is_of_file())
            .map_or(Cell::None, Cell::Text),
        Cell::Text(told(remark, words.language)),
    ];
    Row::new(places(entry, words), cells)
}

/// Where an entry is: `espoo.xlsx › Talkoot!C5, C6, C7, C8, C9, C10 … (40 solua)`.
pub(crate) fn places(entry: &Entry, words: &Words) -> String {
    let (named, unnamed) = entry.places();
    if unnamed == 0 {
        return named;
    }
    let count = entry.remarks().len();
    words.tell(
        "feedback-places",
        &[("named", named.into()), ("count", count.into())],
    )
}

/// Where the first cell of an entry is, and how many there are: `espoo.xlsx › Talkoot!C5 … (40 solua)`.
pub(super) fn first_place(entry: &Entry, words: &Words) -> String {
    let named = place(entry.first());
    match entry.remarks().len() {
        1 => named,
        count => words.tell(
            "feedback-places",
            &[("named", named.into()), ("count", count.into())],
        ),
    }
}

/// Where it is: `espoo.xlsx › Toiminta!F17`, or `espoo.xlsx › Toiminta!17` for a row.
pub(crate) fn place(remark: &Remark) -> String {
    let letters =
        |cell: &str| column_index(cell.trim_end_matches(|letter: char| letter.is_ascii_digit()));
    let place = Place {
        file: remark.file_name().to_owned(),
        sheet: remark.sheet.clone(),
        row: remark.row,
        column: remark.cell.as_deref().and_then(letters),
    };
    place.to_string()
}

/// What is wrong and what to do; the place, which stands beside it, is taken off.
pub(crate) fn told(remark: &Remark, language: Language) -> String {
    let message = remark.message.in_language(language);
    let rest = message
        .strip_prefix(&place(remark))
        .and_then(|rest| rest.strip_prefix(": "));
    rest.unwrap_or(message).to_owned()
}

fn reports(mail: &Mail, organisation: &str, words: &Words) -> Section {
    let rows: Vec<Row> = (mail.correspondence.reports.iter())
        .filter(|report| report.organisation == organisation)
        .map(|report| {
            let date =
                |date: Option<_>| date.map_or(Cell::None, |date| Cell::Text(words.date(date)));
            let cells = vec![
                Cell::State(state(report)),
                date(report.due_on),
                date(report.received_on.filter(|_| report.submission.is_some())),
                Cell::Number(report.rows_loaded.into(), 0),
                Cell::Number(report.rows_quarantined.into(), 0),
            ];
            Row::new(mail.names.form(&report.form, words.language), cells)
        })
        .collect();
    Section {
        id: "reports",
        number: 2,
        title: words.say("feedback-reports"),
        lead: Vec::new(),
        blocks: vec![Block::Table(Table {
            caption: words.tell(
                "feedback-reports-caption",
                &[("month", words.month(mail.month).into())],
            ),
            columns: vec![
                Column::words(words.say("form")),
                Column::words(words.say("feedback-state")),
                Column::words(words.say("feedback-due")),
                Column::words(words.say("feedback-received")),
                Column::numbers(words.say("feedback-loaded")),
                Column::numbers(words.say("feedback-quarantined")),
            ],
            rows,
            notes: Vec::new(),
            shown: None,
        })],
    }
}

/// The state of a report as the board shows it.
pub(crate) fn state(report: &OwedReport) -> State {
    let late = report.timeliness == "late";
    match report.state.as_str() {
        "accepted" if late => State::Late,
        "accepted" => State::Timely,
        "accepted_with_issues" if late => State::LateWithIssues,
        "accepted_with_issues" => State::TimelyWithIssues,
        "nil" => State::Nil,
        "rejected" => State::Rejected,
        _ if report.expected => State::Missing,
        _ => State::NotExpected,
    }
}
