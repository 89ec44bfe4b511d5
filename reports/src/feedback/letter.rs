//! The page ready to be mailed: what came, what to correct, and thanks.

use crate::feedback::ranked::Ranked;
use crate::figures::{OwedReport, Remark};
use crate::language::Language;
use crate::mail::Mail;
use crate::summary::page::{Block, Cell, Column, Page, Row, Section, State, Table};
use crate::words::Words;

/// Remarks that the page lists; the workbook lists all that are told.
const SHOWN: usize = 25;

/// Name of an organisation's page.
pub(super) fn file_name(organisation: &str, language: Language) -> String {
    format!("{organisation}.{}.html", language.code())
}

/// The page of an organisation.
pub(super) fn page(mail: &Mail, organisation: &str, ranked: &Ranked, words: &Words) -> Page {
    let name = mail.names.organisation(organisation, words.language);
    let month = words.month(mail.month);
    let title = words.tell(
        "feedback-title",
        &[("name", name.into()), ("month", month.into())],
    );
    let sections = vec![
        to_correct(ranked, words),
        reports(mail, organisation, words),
    ];
    let texts = (title, words.say("feedback-footer"));
    mail.page(words, texts, sections, |language| {
        file_name(organisation, language)
    })
}

fn to_correct(ranked: &Ranked, words: &Words) -> Section {
    let mut lead = vec![summary(ranked, words)];
    if ranked.structure_alone {
        lead.push(words.say("feedback-structure"));
    }
    let mut blocks = Vec::new();
    if !ranked.told.is_empty() {
        let rows: Vec<Row> = ranked
            .told
            .iter()
            .map(|remark| row(remark, words))
            .collect();
        let mut notes = Vec::new();
        if ranked.left_out > 0 {
            notes.push(words.tell("feedback-left-out", &[("count", ranked.left_out.into())]));
        }
        blocks.push(Block::Table(Table {
            caption: words.say("feedback-list"),
            columns: vec![
                Column::words(words.say("feedback-place")),
                Column::words(words.say("feedback-severity")),
                Column::words(words.say("feedback-found")),
                Column::words(words.say("feedback-message")),
            ],
            rows,
            notes,
            shown: Some(SHOWN),
        }));
        blocks.push(Block::Note(words.say("feedback-workbook")));
    }
    Section {
        id: "to-correct",
        number: 1,
        title: words.say("feedback-to-correct"),
        lead,
        blocks,
    }
}

/// How much there is to correct, or praise.
pub(crate) fn summary(ranked: &Ranked, words: &Words) -> String {
    if ranked.told.is_empty() {
        return words.say("feedback-none");
    }
    let count = |severity: &str| ranked.count(severity).into();
    words.tell(
        "feedback-summary",
        &[
            ("errors", count("error")),
            ("warnings", count("warning")),
            ("notices", count("notice")),
        ],
    )
}

fn row(remark: &Remark, words: &Words) -> Row {
    let cells = vec![
        Cell::Text(words.say(&format!("severity-{}", remark.severity))),
        remark.found.clone().map_or(Cell::None, Cell::Text),
        Cell::Text(told(remark, words.language)),
    ];
    Row::new(place(remark), cells)
}

/// Where it is: `espoo.xlsx › Toiminta!F17`.
pub(crate) fn place(remark: &Remark) -> String {
    let file = remark.file_name();
    match (&remark.sheet, &remark.cell) {
        (Some(sheet), Some(cell)) => format!("{file} › {sheet}!{cell}"),
        (Some(sheet), None) => format!("{file} › {sheet}"),
        (None, Some(cell)) => format!("{file} › {cell}"),
        (None, None) => file.to_owned(),
    }
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
