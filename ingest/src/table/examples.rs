//! Rows and sheets that only show how a report is filled in: `Esimerkki`, `Esim.`, `Exempel`.
//!
//! Templates have such rows below the header, and nobody deletes them. They are no records of their sender, so they do not
//! load; each has an issue, as only its sender can know. Reasons of the issues: `row-constraint` `example`,
//! `sheet-hidden-with-data` `example`.

use super::rows::Body;
use super::{RowKind, TableRow};
use crate::grid::{CellValue, Grid, Row};
use crate::issue::{Code, Issue};
use crate::vocabulary::FieldKind;

/// Words that mark an example alone or before a colon; prose may begin with them, too.
const WORDS: [&str; 6] = [
    "esimerkki",
    "esimerkkejä",
    "esimerkit",
    "exempel",
    "example",
    "examples",
];
/// Words that mark one whatever follows.
const ROWS: [&str; 6] = [
    "esimerkkirivi",
    "esimerkkitäyttö",
    "täyttöesimerkki",
    "mallirivi",
    "mallitäyttö",
    "exempelrad",
];
/// Abbreviations that do so, too.
const SHORT: [&str; 5] = ["esim", "t.ex", "t ex", "e.g", "for example"];
/// Names of sheets that hold examples or drafts begin with one of these.
const SHEETS: [&str; 13] = [
    "esimerkki",
    "esim",
    "täyttöesimerkki",
    "malli",
    "mallipohja",
    "mallilomake",
    "exempel",
    "mall",
    "modell",
    "example",
    "luonnos",
    "utkast",
    "draft",
];
/// Words that a heading above examples has at most.
const MOST_WORDS: usize = 6;

/// Tells whether the name of a sheet says that it holds an example or a draft.
#[must_use]
pub fn is_example_sheet(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|sign: char| !sign.is_alphabetic());
    let first = words.find(|word| !word.is_empty());
    first.is_some_and(|word| SHEETS.contains(&word))
}

/// Tells whether a text of a sheet may mark an example; nearly no sheet has one, so this is asked before any row.
pub(super) fn may_stand_on(grid: &Grid) -> bool {
    grid.texts()
        .any(|text| Mark::of(text).is_some() || heads_examples(text))
}

/// Turns the rows of a table that are examples into notes and returns an issue for each; `title` is the text above the
/// header.
pub(super) fn set_aside<'a>(
    body: &Body<'a>,
    title: Option<&'a str>,
    rows: &mut [TableRow],
) -> Vec<Issue> {
    let form = body.form;
    let is_prose = |(_, value): (usize, usize)| form.fields[value].kind == FieldKind::Text;
    if form.key_and_value().is_some_and(is_prose) {
        return Vec::new();
    }
    let mut issues = Vec::new();
    let heading = title.filter(|title| heads_examples(title));
    let mut above = heading.map_or(Above::Nothing, Above::Heading);
    for row in rows.iter_mut().filter(|row| row.kind != RowKind::Header) {
        let cells = body.grid.row(row.number);
        let mut filled = cells.filled().filter(|(column, _)| body.covers(*column));
        let (first, second) = (filled.next(), filled.next());
        let Some((column, value)) = first else {
            above = above.after_blank();
            continue;
        };
        if second.is_none() {
            above = match value {
                CellValue::Text(text) if heads_examples(text) => Above::Heading(text),
                _ => Above::Nothing,
            };
            if above != Above::Nothing {
                row.kind = RowKind::Note;
            }
            continue;
        }
        if !matches!(row.kind, RowKind::Data | RowKind::TotalCandidate) {
            continue;
        }
        let mark = marked(body, cells, column).or_else(|| above.text().map(|text| (column, text)));
        let Some((column, text)) = mark else {
            continue;
        };
        above = above.after_example();
        row.kind = RowKind::Note;
        let issue = Issue::new(Code::RowConstraint).reason("example");
        issues.push(issue.cell(row.number, column).found(text.trim()));
    }
    issues
}

/// What stands above a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above<'a> {
    /// No heading of examples.
    Nothing,
    /// Such a heading, and no row below it yet.
    Heading(&'a str),
    /// Such a heading with examples, which a blank row ends.
    Examples(&'a str),
}

impl<'a> Above<'a> {
    fn after_blank(self) -> Self {
        match self {
            Above::Examples(_) => Above::Nothing,
            other => other,
        }
    }

    fn after_example(self) -> Self {
        self.text().map_or(self, Above::Examples)
    }

    fn text(self) -> Option<&'a str> {
        match self {
            Above::Nothing => None,
            Above::Heading(text) | Above::Examples(text) => Some(text),
        }
    }
}

/// How a text marks an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// It says nothing else: `Esimerkki`, `(esim.)`.
    Alone,
    /// It says so before or behind something: `Esim. 1.10.2018`, `Esimerkki: Perhekahvila`, `Perhekahvila (esimerkki)`.
    Beside,
}

impl Mark {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::before(text).or_else(|| Self::behind(text))
    }

    fn before(text: &str) -> Option<Self> {
        let lower = beginning(text)?.to_lowercase();
        let word = WORDS.iter().find_map(|word| {
            let rest = lower.strip_prefix(word)?;
            let divided = [":", ")", "]", " –", " -"]
                .iter()
                .any(|sign| rest.starts_with(sign));
            match rest.contains(char::is_alphabetic) {
                false => Some(Mark::Alone),
                true => divided.then_some(Mark::Beside),
            }
        });
        let telling = || {
            let words = ROWS.iter().chain(&SHORT);
            let mut rests = words.filter_map(|word| lower.strip_prefix(word));
            let rest = rests.find(|rest| !rest.starts_with(char::is_alphanumeric))?;
            Some(match rest.contains(char::is_alphanumeric) {
                false => Mark::Alone,
                true => Mark::Beside,
            })
        };
        word.or_else(telling)
    }

    fn behind(text: &str) -> Option<Self> {
        let (_, last) = text.strip_suffix(')')?.rsplit_once('(')?;
        (Mark::before(last)? == Mark::Alone).then_some(Mark::Beside)
    }
}

/// A text from its first letter or digit, if one of the words above may stand there: nearly all texts are told by that.
fn beginning(text: &str) -> Option<&str> {
    const BEGINNINGS: [&[u8; 2]; 8] = [b"es", b"ex", b"e.", b"t.", b"t ", b"t\xc3", b"ma", b"fo"];
    let text = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let first = text.as_bytes().first_chunk::<2>()?;
    let first = first.map(|byte| byte.to_ascii_lowercase());
    BEGINNINGS.contains(&&first).then_some(text)
}

/// Tells whether a text alone on its row heads examples: `Esimerkki täytöstä:`.
fn heads_examples(text: &str) -> bool {
    let Some(lower) = beginning(text).map(str::to_lowercase) else {
        return false;
    };
    let first = lower
        .split(|sign: char| !sign.is_alphabetic())
        .next()
        .unwrap_or_default();
    (WORDS.contains(&first) || ROWS.contains(&first))
        && lower.split_whitespace().count() <= MOST_WORDS
}

/// The cell that marks a row as an example: the first one, what was done, or any that says nothing else.
fn marked<'a>(body: &Body<'a>, row: Row<'a>, first: u32) -> Option<(u32, &'a str)> {
    let mut filled = row.filled().filter(|(column, _)| body.covers(*column));
    filled.find_map(|(column, value)| {
        let CellValue::Text(text) = value else {
            return None;
        };
        let tells = match Mark::of(text)? {
            Mark::Alone => true,
            Mark::Beside => first == column || body.is_name(column),
        };
        tells.then_some((column, text))
    })
}
