//! Tables whose layout differs from that of the organisation's previous report (READING.md R38).
//!
//! Months in the names of sheets and columns are no difference: they change with every report.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use kooste_ingest::issue::{Code, Issue};

use super::report::Report;
use super::settle::Settled;
use super::state::State;
use crate::calendar::Month;
use crate::values::month;

/// A difference of a report's layout, as an issue.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    /// Id of the report.
    pub(super) report: String,
    /// What differs, and from which month.
    pub(super) issue: Issue,
}

/// One table as its layout describes it.
#[derive(Debug, PartialEq, Eq)]
struct Layout<'a> {
    sheet: &'a str,
    header_row: &'a str,
    labels: Vec<&'a str>,
}

/// Finds the differences of the reports that came in this run.
pub(super) fn changes(settled: &Settled) -> Vec<Change> {
    let mut by_series: BTreeMap<(&str, usize), BTreeMap<NaiveDate, &Report>> = BTreeMap::new();
    for report in settled.current().filter(|report| has_layout(report)) {
        let series = by_series.entry((report.key.0.as_str(), report.key.1));
        series.or_default().insert(report.key.2, report);
    }
    let came: BTreeSet<&str> = settled
        .new
        .iter()
        .map(|report| report.id.as_str())
        .collect();
    let mut found = Vec::new();
    for series in by_series.values() {
        let pairs = series.values().zip(series.values().skip(1));
        for (before, now) in pairs.filter(|(_, now)| came.contains(now.id.as_str())) {
            found.extend(compared(before, now));
        }
    }
    found
}

fn has_layout(report: &Report) -> bool {
    let is_usable = matches!(report.state, State::Accepted | State::AcceptedWithIssues);
    let arrival = report.arrival.as_ref();
    is_usable && arrival.is_some_and(|arrival| !arrival.layout.is_empty())
}

fn compared(before: &Report, now: &Report) -> Vec<Change> {
    let text = |report: &'_ Report| {
        let arrival = report.arrival.as_ref();
        arrival.map_or_else(String::new, |arrival| arrival.layout.clone())
    };
    let (old, new) = (text(before), text(now));
    let month = Month::of(before.key.2).to_string();
    let pairs = old.lines().zip(new.lines());
    let issues = pairs
        .filter_map(|(old, new)| Some((parsed(old)?, parsed(new)?)))
        .flat_map(|(old, new)| differences(&old, &new));
    issues
        .map(|issue| Change {
            report: now.id.clone(),
            issue: issue.suggestion(month.clone()),
        })
        .collect()
}

/// `Sheet!4: Label | Label`.
fn parsed(line: &str) -> Option<Layout<'_>> {
    let (place, labels) = line.split_once(": ")?;
    let (sheet, header_row) = place.rsplit_once('!')?;
    Some(Layout {
        sheet,
        header_row,
        labels: labels.split(" | ").collect(),
    })
}

fn differences(old: &Layout<'_>, new: &Layout<'_>) -> Vec<Issue> {
    let mut issues = Vec::new();
    let issue = |reason, found: &str, expected: &str| {
        let shown = |text: &str| {
            if text.is_empty() {
                "–".to_owned()
            } else {
                text.to_owned()
            }
        };
        let mut issue = Issue::new(Code::LayoutChanged)
            .reason(reason)
            .sheet((!new.sheet.is_empty()).then(|| Arc::from(new.sheet)))
            .found(shown(found))
            .expected(shown(expected));
        issue.row = new.header_row.parse().ok().filter(|row| *row > 0);
        issue
    };
    if old.sheet != new.sheet && !are_months(old.sheet, new.sheet) {
        issues.push(issue("sheet", new.sheet, old.sheet));
    }
    // Questions as headings have no header.
    let has_headers = [old, new].iter().all(|layout| layout.header_row != "0");
    if has_headers && old.header_row != new.header_row {
        issues.push(issue("header-row", new.header_row, old.header_row));
    }
    let lacking = |labels: &[&str], others: &[&str]| -> Vec<String> {
        let is_strange = |label: &&&str| {
            let is_month = || others.iter().any(|other| are_months(other, label));
            !others.contains(label) && !is_month()
        };
        labels
            .iter()
            .filter(is_strange)
            .map(|label| (*label).to_owned())
            .collect()
    };
    let added = lacking(&new.labels, &old.labels);
    let gone = lacking(&old.labels, &new.labels);
    let are_same = added.is_empty() && gone.is_empty();
    if !are_same {
        issues.push(issue("labels", &added.join(", "), &gone.join(", ")));
    } else if !in_same_order(&old.labels, &new.labels) {
        let (found, expected) = (new.labels.join(", "), old.labels.join(", "));
        issues.push(issue("order", &found, &expected));
    }
    issues
}

fn in_same_order(old: &[&str], new: &[&str]) -> bool {
    let mut pairs = old.iter().zip(new);
    old.len() != new.len() || pairs.all(|(old, new)| old == new || are_months(old, new))
}

/// Tells whether both texts name months and are the same but for these.
fn are_months(one: &str, other: &str) -> bool {
    let one = without_month(one);
    one.is_some() && one == without_month(other)
}

/// A text with a sign for its month and year; none if it has neither.
fn without_month(text: &str) -> Option<String> {
    const SIGN: &str = "#";
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_time = |word: &str| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        is_year(bare) || month::said(bare).is_some()
    };
    if month::said(text).is_some() {
        return Some(SIGN.to_owned());
    }
    let mut words: Vec<&str> = text
        .split_whitespace()
        .map(|word| if is_time(word) { SIGN } else { word })
        .collect();
    words.dedup();
    words.contains(&SIGN).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> Vec<String> {
        let issues = differences(&parsed(old).unwrap(), &parsed(new).unwrap());
        issues
            .iter()
            .map(|issue| {
                format!(
                    "{}: {} before {}",
                    issue.reason, issue.found, issue.expected
                )
            })
            .collect()
    }

    #[test]
    fn sheet_header_row_labels_and_order_are_compared_r38() {
        let before = "Toiminta!4: Pvm | Nimi | Hlö";
        assert_eq!(told(before, before), [""; 0]);
        assert_eq!(
            told(before, "Taul1!5: Pvm | Nimi | Kävijät"),
            [
                "sheet: Taul1 before Toiminta",
                "header-row: 5 before 4",
                "labels: Kävijät before Hlö",
            ]
        );
        assert_eq!(
            told(before, "Toiminta!4: Pvm | Hlö | Nimi"),
            ["order: Pvm, Hlö, Nimi before Pvm, Nimi, Hlö"]
        );
        assert_eq!(
            told(before, "Toiminta!4: Pvm | Nimi | Hlö | Huone"),
            ["labels: Huone before –"]
        );
    }

    #[test]
    fn a_difference_stands_at_the_header_and_headings_have_none_r38() {
        let old = parsed("Toiminta!4: Pvm | Nimi").unwrap();
        let issues = differences(&old, &parsed("Taul1!5: Pvm | Hlö").unwrap());
        for issue in &issues {
            assert_eq!(
                (issue.sheet.as_deref(), issue.row),
                (Some("Taul1"), Some(5))
            );
        }
        assert_eq!(told("Kuvaus!0: Tulokset", "Kuvaus!3: Tulokset"), [""; 0]);
    }

    #[test]
    fn months_in_names_are_no_difference_r38() {
        assert_eq!(
            told(
                "Syyskuu!1: Mittari | elokuu | syyskuu",
                "Lokakuu!1: Mittari | syyskuu | lokakuu"
            ),
            [""; 0]
        );
        assert_eq!(
            told(
                "Raportti elokuu 2018!2: Mittari | elokuu 2018 Tavoite | elokuu 2018 Toteuma | Mål (augusti)",
                "Raportti syyskuu 2018!2: Mittari | syyskuu 2018 Tavoite | syyskuu 2018 Toteuma | Mål (september)"
            ),
            [""; 0]
        );
        assert_eq!(
            told(
                "T!2: elokuu Tavoite | Hlö",
                "T!2: syyskuu Toteuma | Hlö 2018"
            ),
            ["labels: syyskuu Toteuma, Hlö 2018 before elokuu Tavoite, Hlö"]
        );
    }
}
