//! The chase list for the agent: who is missing or late and by how many days, what each must correct, ordered by
//! weight in the region's figures, with text ready to send.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use kooste_transform::warehouse::Warehouse;
use rust_decimal::Decimal;

use crate::error::ReportError;
use crate::feedback::Senders;
use crate::feedback::letter::{places, told};
use crate::feedback::ranked::Ranked;
use crate::figures::OwedReport;
use crate::files;
use crate::language::Language;
use crate::mail::Mail;
use crate::render::html;
use crate::summary::page::{Block, Cell, Column, Page, Quote, QuoteGroup, Row, Section, Table};
use crate::words::Words;

/// Corrections named in a text ready to send.
const TOLD: usize = 6;

/// Writes the chase list of a month into `folder` as `chase.<language>.html` and returns the files.
///
/// # Errors
///
/// [`ReportError`] if the warehouse cannot be read or a file cannot be written.
pub fn write(
    warehouse: &Warehouse,
    month: NaiveDate,
    languages: &[Language],
    folder: &Path,
    senders: &Senders,
) -> Result<Vec<PathBuf>, ReportError> {
    let mail = Mail::read(warehouse, month, languages, senders)?;
    files::folder(folder)?;
    let mut written = Vec::new();
    for language in languages {
        let words = Words::of(*language);
        let path = folder.join(file_name(*language));
        files::replace(&path, html::page(&page(&mail, &words), &words)?.as_bytes())?;
        written.push(path);
    }
    Ok(written)
}

fn file_name(language: Language) -> String {
    format!("chase.{}.html", language.code())
}

/// An organisation with something to send or correct.
struct Chased<'a> {
    organisation: &'a str,
    weight: Decimal,
    missing: Vec<&'a OwedReport>,
    late: Vec<&'a OwedReport>,
    ranked: Ranked<'a>,
    /// Days since the first report missing was due.
    days: Option<i64>,
}

fn page(mail: &Mail, words: &Words) -> Page {
    let chased = chased(mail);
    let mut sections = vec![
        overview(mail, &chased, words),
        letters(mail, &chased, words),
    ];
    if !mail.correspondence.strays.is_empty() {
        sections.push(strays(mail, words));
    }
    let name = mail.names.region.name.in_language(words.language);
    let month = words.month(mail.month);
    let title = words.tell(
        "chase-title",
        &[("region", name.into()), ("month", month.into())],
    );
    let texts = (title, words.say("chase-footer"));
    Page {
        facts: (mail.run.iter())
            .map(|run| (words.say("chase-as-of"), words.date(run.finished_on)))
            .collect(),
        ..mail.page(words, texts, sections, file_name)
    }
}

/// Everybody with something to do, by weight in the region's figures, then by days missing, then in the order of the
/// region file.
fn chased(mail: &Mail) -> Vec<Chased<'_>> {
    let today = mail.run.as_ref().map(|run| run.finished_on);
    let correspondence = &mail.correspondence;
    let mut chased: Vec<Chased> = (mail.names.organisations.iter())
        .map(|entry| {
            let organisation = entry.code.as_str();
            let reports = || {
                let of = move |report: &&OwedReport| {
                    report.organisation == organisation && report.expected
                };
                correspondence.reports.iter().filter(of)
            };
            let missing: Vec<&OwedReport> = reports()
                .filter(|report| matches!(report.state.as_str(), "missing" | "rejected"))
                .collect();
            let late = reports().filter(|report| report.timeliness == "late");
            let due = missing.iter().filter_map(|report| report.due_on).min();
            let remarks: Vec<_> = (correspondence.remarks.iter())
                .filter(|remark| remark.organisation == organisation && remark.severity != "notice")
                .collect();
            Chased {
                organisation,
                weight: correspondence
                    .weights
                    .get(organisation)
                    .copied()
                    .unwrap_or_default(),
                days: today
                    .zip(due)
                    .map(|(today, due)| (today - due).num_days())
                    .filter(|days| *days > 0),
                late: late.collect(),
                ranked: Ranked::of(&remarks),
                missing,
            }
        })
        .filter(|entry| {
            !(entry.missing.is_empty() && entry.late.is_empty() && entry.ranked.told.is_empty())
        })
        .collect();
    chased.sort_by(|left, right| {
        let to_do = |entry: &Chased| entry.missing.is_empty() && entry.ranked.told.is_empty();
        (to_do(left).cmp(&to_do(right)))
            .then_with(|| right.weight.cmp(&left.weight))
            .then_with(|| right.days.cmp(&left.days))
    });
    chased
}

fn overview(mail: &Mail, chased: &[Chased], words: &Words) -> Section {
    let rows: Vec<Row> = chased
        .iter()
        .map(|entry| {
            let days = entry
                .days
                .map_or(Cell::None, |days| Cell::Number(days.into(), 0));
            let text = |text: String| {
                if text.is_empty() {
                    Cell::None
                } else {
                    Cell::Text(text)
                }
            };
            let cells = vec![
                Cell::Percent(entry.weight, 1),
                text(forms(mail, &entry.missing, words)),
                days,
                text(late(mail, entry, words)),
                Cell::Number(entry.ranked.count("error").into(), 0),
                Cell::Number(entry.ranked.count("warning").into(), 0),
            ];
            Row::new(
                mail.names.organisation(entry.organisation, words.language),
                cells,
            )
        })
        .collect();
    let to_do = chased
        .iter()
        .filter(|entry| !entry.missing.is_empty() || !entry.ranked.told.is_empty());
    let lead = words.tell("chase-lead", &[("count", to_do.count().into())]);
    let blocks = if rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::Table(Table {
            caption: words.say("chase-list"),
            columns: vec![
                Column::words(words.say("organisation")),
                Column::numbers(words.say("chase-weight")),
                Column::words(words.say("column-missing")),
                Column::numbers(words.say("chase-days")),
                Column::words(words.say("chase-late")),
                Column::numbers(words.say("chase-errors")),
                Column::numbers(words.say("chase-warnings")),
            ],
            rows,
            notes: vec![words.say("chase-note")],
            shown: None,
        })]
    };
    Section {
        id: "overview",
        number: 1,
        title: words.say("chase-overview"),
        lead: vec![lead],
        blocks,
    }
}

/// Forms with the word for a rejected one: `Toimenpiteet, Kustannukset (hylätty)`.
fn forms(mail: &Mail, reports: &[&OwedReport], words: &Words) -> String {
    let named = reports.iter().map(|report| {
        let form = mail.names.form(&report.form, words.language);
        if report.state == "rejected" {
            format!("{form} ({})", words.say("state-rejected"))
        } else {
            form.to_owned()
        }
    });
    named.collect::<Vec<_>>().join(", ")
}

/// Late reports with their days: `Toimenpiteet (4)`.
fn late(mail: &Mail, entry: &Chased, words: &Words) -> String {
    let named = entry.late.iter().map(|report| {
        let form = mail.names.form(&report.form, words.language);
        match report.received_on.zip(report.due_on) {
            Some((received, due)) => format!("{form} ({})", (received - due).num_days()),
            None => form.to_owned(),
        }
    });
    named.collect::<Vec<_>>().join(", ")
}

/// A text for each that has something to send or correct, in the languages of the letters.
fn letters(mail: &Mail, chased: &[Chased], words: &Words) -> Section {
    let wanting = chased
        .iter()
        .filter(|entry| !entry.missing.is_empty() || !entry.ranked.told.is_empty());
    let groups: Vec<QuoteGroup> = wanting
        .map(|entry| QuoteGroup {
            heading: mail
                .names
                .organisation(entry.organisation, words.language)
                .to_owned(),
            quotes: vec![Quote {
                question: words.tell(
                    "chase-subject",
                    &[("month", words.month(mail.month).into())],
                ),
                paragraphs: letter(mail, entry, words),
                language: None,
                rest: None,
            }],
        })
        .collect();
    let blocks = if groups.is_empty() {
        vec![Block::Note(words.say("chase-nothing"))]
    } else {
        vec![Block::Quotes(groups)]
    };
    Section {
        id: "letters",
        number: 2,
        title: words.say("chase-letters"),
        lead: Vec::new(),
        blocks,
    }
}

fn letter(mail: &Mail, entry: &Chased, words: &Words) -> Vec<String> {
    let month = words.month_in_form(mail.month, "of");
    let mut lines = vec![words.say("chase-greeting")];
    if !entry.missing.is_empty() {
        let forms = forms(mail, &entry.missing, words);
        lines.push(words.tell(
            "chase-missing",
            &[
                ("count", entry.missing.len().into()),
                ("month", month.into()),
                ("forms", forms.into()),
            ],
        ));
    }
    if !entry.ranked.told.is_empty() {
        let count = entry.ranked.remarks().count();
        lines.push(words.tell(what_to_do(&entry.ranked), &[("count", count.into())]));
        let mut shown = 0;
        for told_once in entry.ranked.told.iter().take(TOLD) {
            shown += told_once.remarks().len();
            let message = told(told_once.first(), words.language);
            lines.push(format!("– {}: {message}", places(told_once, words)));
        }
        if let Some(more @ 1..) = count.checked_sub(shown) {
            lines.push(words.tell("chase-more", &[("count", more.into())]));
        }
    }
    lines.push(words.say("chase-thanks"));
    lines
}

/// What the places below a letter ask for: a file that can be read, corrections, or only a look.
fn what_to_do(ranked: &Ranked) -> &'static str {
    if ranked.remarks().all(|remark| remark.is_of_file()) {
        "chase-unreadable"
    } else if ranked.count("error") == 0 {
        "chase-check"
    } else if ranked.count("warning") == 0 {
        "chase-correct"
    } else {
        "chase-correct-or-check"
    }
}

fn strays(mail: &Mail, words: &Words) -> Section {
    let rows = (mail.correspondence.strays.iter())
        .map(|remark| {
            let message = Cell::Text(told(remark, words.language));
            Row::new(&remark.path, vec![message])
        })
        .collect();
    Section {
        id: "strays",
        number: 3,
        title: words.say("chase-strays"),
        lead: vec![words.say("chase-strays-lead")],
        blocks: vec![Block::Table(Table {
            caption: words.say("chase-strays-list"),
            columns: vec![
                Column::words(words.say("chase-file")),
                Column::words(words.say("feedback-message")),
            ],
            rows,
            notes: Vec::new(),
            shown: None,
        })],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::NaiveDate;

    use super::{chased, page};
    use crate::figures::Correspondence;
    use crate::language::Language;
    use crate::mail::Mail;
    use crate::render::html;
    use crate::testkit::{HOSTILE, month, number, october, owed, remark};
    use crate::words::Words;

    #[test]
    fn the_heaviest_that_is_missing_stands_first_and_the_rest_by_days() {
        let due = NaiveDate::from_ymd_opt(2018, 11, 10);
        let october = october();
        let correspondence = Correspondence {
            reports: vec![
                owed("espoo", "missing", due),
                owed("vantaa", "missing", due),
                owed("ry", "accepted", due),
            ],
            remarks: vec![remark("ry", "type-error", "error")],
            strays: Vec::new(),
            weights: BTreeMap::from([
                ("vantaa".to_owned(), number("60.0")),
                ("espoo".to_owned(), number("40.0")),
            ]),
        };
        let mail = Mail {
            names: october.names,
            month: month(2018, 10),
            correspondence,
            run: october.run,
            languages: vec![Language::Finnish],
        };
        let order: Vec<_> = chased(&mail)
            .iter()
            .map(|entry| (entry.organisation, entry.days))
            .collect();
        assert_eq!(
            order,
            [("vantaa", Some(2)), ("espoo", Some(2)), ("ry", None)]
        );
        let words = Words::of(Language::Finnish);
        let html = html::page(&page(&mail, &words), &words).unwrap();
        assert!(
            html.contains("Emme ole vielä saaneet lokakuun\u{a0}2018 raporttia: Toimenpiteet.")
        );
        assert!(!html.contains(HOSTILE), "names are text");
    }
}
