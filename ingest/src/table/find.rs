//! Where the tables of a sheet begin: titles and notes passed over, repeated headers told from new tables,
//! tables side by side told apart (READING.md R6).

use super::beside::divide;
use super::flatten::{Label, header_text};
use super::form::{Leaning, best_form};
use super::header::{Header, header_at, header_in_row, names_any};
use super::matcher::Matcher;
use super::stacked::is_restated;
use crate::grid::{CellValue, Grid, Row};
use crate::vocabulary::{Hints, Term};

/// Rows below each other without a single label, after which only a row with one, or one after a blank row, can begin the
/// first header: they are the records of a table that is no report.
pub(super) const MOST_UNLABELLED: usize = 200;

/// Headers in the same rows, beside each other, and where they are repeated further down.
#[derive(Debug, Clone)]
pub(super) struct Band {
    /// The headers from left to right; one unless tables stand side by side.
    pub(super) headers: Vec<Header>,
    /// First and last rows of its repetitions.
    pub(super) repeated: Vec<(u32, u32)>,
}

impl Band {
    /// First row of the header.
    pub(super) fn first(&self) -> u32 {
        self.headers
            .iter()
            .map(|header| header.first)
            .min()
            .unwrap_or(1)
    }

    /// Last row of the header.
    pub(super) fn last(&self) -> u32 {
        self.headers
            .iter()
            .map(|header| header.last)
            .max()
            .unwrap_or(1)
    }
}

/// Finds the headers of a sheet from top to bottom.
pub(super) fn bands(
    matcher: &Matcher<'_>,
    grid: &Grid,
    hints: &Hints,
    leaning: &Leaning,
) -> Vec<Band> {
    let rows: Vec<Row<'_>> = grid.rows().filter(|row| !row.is_blank()).collect();
    let mut bands: Vec<Band> = Vec::new();
    let mut leaning = leaning.clone();
    let base = leaning.named.len();
    let mut at = 0;
    let mut unlabelled = 0;
    if let Some(row) = hints.header_row
        && let Some(header) = header_in_row(matcher, grid, row, &leaning)
    {
        at = rows.partition_point(|other| other.number() <= header.last);
        bands.push(band(matcher, grid, header, &leaning));
    }
    while at < rows.len() {
        let is_record = bands
            .last()
            .is_some_and(|band| is_keyed(matcher, band, rows[at]));
        let is_open = !bands.is_empty() || follows_gap(&rows, at);
        unlabelled = if is_open || names_any(matcher, rows[at]) {
            0
        } else {
            unlabelled + 1
        };
        let is_hopeful = unlabelled < MOST_UNLABELLED;
        let found = (!is_record && is_hopeful && may_begin(matcher, &rows, at, !bands.is_empty()))
            .then(|| header_at(matcher, grid, rows[at].number(), &leaning))
            .flatten();
        let Some(header) = found else {
            note_forms(matcher, rows[at], &mut leaning);
            at += 1;
            continue;
        };
        let first = rows.partition_point(|row| row.number() < header.first);
        at = rows.partition_point(|row| row.number() <= header.last);
        match bands.last_mut() {
            Some(last)
                if repeats(matcher, last, &header, &rows[..first])
                    && !is_stacked(matcher, grid, last, &rows[..first]) =>
            {
                last.repeated.push((header.first, header.last));
            }
            _ => bands.push(band(matcher, grid, header, &leaning)),
        }
        leaning.named.truncate(base);
    }
    bands
}

/// Tells whether a row below a header is one of its records: a code of the key, in the column of the keys.
fn is_keyed(matcher: &Matcher<'_>, band: &Band, row: Row<'_>) -> bool {
    let Some((column, CellValue::Text(text))) = row.filled().next() else {
        return false;
    };
    band.headers.iter().any(|header| {
        let form = &matcher.vocabulary.forms[header.form];
        let Some((key, _)) = form.key_and_value() else {
            return false;
        };
        let is_first = header
            .labels
            .first()
            .is_some_and(|label| label.index == column);
        let is_key = |term: &Term| super::wide::gives(&form.fields[key].kind, term);
        // Where the labels are keys themselves, a row of others begins the next table.
        let is_across = header
            .labels
            .first()
            .is_some_and(|label| matcher.terms(&label.flat()).iter().any(is_key));
        is_first && !is_across && matcher.terms(text).iter().any(is_key)
    })
}

/// Remembers the forms that a title names; they lean the choice of the next header's form.
fn note_forms(matcher: &Matcher<'_>, row: Row<'_>, leaning: &mut Leaning) {
    const MOST_WORDS: usize = 12;
    let mut cells = row.filled();
    let (Some((_, CellValue::Text(text))), None) = (cells.next(), cells.next()) else {
        return;
    };
    for part in std::iter::once(text).chain(text.split_whitespace().take(MOST_WORDS)) {
        for term in matcher.terms(part).iter() {
            if let Term::Form(form) = term {
                leaning.named.push(*form);
            }
        }
    }
}

/// Tells cheaply whether a header may begin in a row. Below a header most rows are records: only a first text
/// that is a label, or a row of texts after a gap, is looked at more closely.
fn may_begin(matcher: &Matcher<'_>, rows: &[Row<'_>], at: usize, below_header: bool) -> bool {
    let row = rows[at];
    let mut cells = row.filled();
    let Some((_, first)) = cells.next() else {
        return false;
    };
    if !below_header {
        let hopeful = |row: &Row<'_>| {
            row.cells()
                .any(|(_, value)| names_something(matcher, value))
        };
        return rows[at..].iter().take(3).any(hopeful);
    }
    let gap = follows_gap(rows, at);
    let after_title = at > 0 && is_lone(rows[at - 1]);
    match first {
        CellValue::Text(text) if starts_like_value(text) => false,
        CellValue::Text(_) if gap || after_title => {
            names_something(matcher, first)
                || cells.any(|(_, value)| names_something(matcher, value))
        }
        CellValue::Text(text) => is_short(text) && matcher.is_label(text),
        // A year in the corner of months: `2018 | tammikuu | helmikuu`.
        CellValue::Number(year) if gap || after_title => {
            (2000.0..2100.0).contains(&year)
                && cells.any(|(_, value)| names_something(matcher, value))
        }
        _ => false,
    }
}

fn follows_gap(rows: &[Row<'_>], at: usize) -> bool {
    // Nearly all rows follow the one before, which need not be looked at.
    at > 0
        && rows[at - 1].number() + 1 < rows[at].number()
        && rows[at - 1].number_after() < rows[at].number()
}

fn is_lone(row: Row<'_>) -> bool {
    row.filled().nth(1).is_none()
}

fn starts_like_value(text: &str) -> bool {
    text.trim_start()
        .starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

fn is_short(text: &str) -> bool {
    text.len() <= 100
}

fn names_something(matcher: &Matcher<'_>, value: CellValue<'_>) -> bool {
    match value {
        CellValue::Text(text) => {
            is_short(text) && (matcher.is_label(text) || !matcher.terms(text).is_empty())
        }
        CellValue::Date(_) => !matcher.terms(&header_text(value)).is_empty(),
        _ => false,
    }
}

/// Tells whether a header only repeats the one above: the same labels, and between them no title of its own.
fn repeats(matcher: &Matcher<'_>, band: &Band, header: &Header, above: &[Row<'_>]) -> bool {
    let labels = |labels: &[Label]| -> Vec<(u32, String)> {
        labels
            .iter()
            .map(|label| (label.index, label.flat()))
            .collect()
    };
    let own: Vec<Label> = band
        .headers
        .iter()
        .flat_map(|other| other.labels.clone())
        .collect();
    let same = band.headers.iter().any(|other| other.form == header.form)
        && labels(&own) == labels(&header.labels);
    let titled = above
        .iter()
        .rev()
        .take_while(|row| row.number() > band.last() && is_lone(**row))
        .any(|row| row.cells().any(|(_, value)| is_title(matcher, value)));
    same && !titled
}

/// Tells whether a repeated header begins a table of its own: another month or organisation stands above it.
fn is_stacked(matcher: &Matcher<'_>, grid: &Grid, band: &Band, above: &[Row<'_>]) -> bool {
    let before = above.partition_point(|row| row.number() < band.first());
    let below = above.partition_point(|row| row.number() <= band.last());
    let forms = &matcher.vocabulary.forms;
    let mut headers = band.headers.iter();
    let asks_place = headers.any(|header| forms[header.form].asks_place());
    is_restated(
        matcher,
        grid,
        asks_place,
        [&above[..before], &above[below..]],
    )
}

/// A lone text that is not a heading of the rows below.
fn is_title(matcher: &Matcher<'_>, value: CellValue<'_>) -> bool {
    !value.is_blank()
        && !matcher.terms(&value.text()).iter().any(|term| {
            matches!(
                term,
                Term::Month { .. }
                    | Term::Municipality(_)
                    | Term::Organisation(_)
                    | Term::Code { .. }
            )
        })
}

/// Tells tables side by side apart, and leaves side notes out: columns beyond a gap that match nothing.
fn band(matcher: &Matcher<'_>, grid: &Grid, header: Header, leaning: &Leaning) -> Band {
    let mut segments: Vec<Vec<Label>> = Vec::new();
    for label in &header.labels {
        match segments.last_mut() {
            Some(segment)
                if segment
                    .last()
                    .is_some_and(|last| last.index + 1 == label.index) =>
            {
                segment.push(label.clone());
            }
            _ => segments.push(vec![label.clone()]),
        }
    }
    let segments: Vec<Vec<Label>> = segments
        .into_iter()
        .flat_map(|segment| divide(matcher, grid, header.last, segment))
        .collect();
    let alone = |segment: &Vec<Label>| {
        best_form(matcher, segment, leaning)
            .filter(|trial| trial.is_header() && trial.complete)
            .map(|trial| trial.form)
    };
    let forms: Vec<Option<usize>> = segments.iter().map(alone).collect();
    let headers = if forms.iter().flatten().count() >= 2 {
        let of_segment = |(segment, form): (&Vec<Label>, &Option<usize>)| {
            form.map(|form| Header {
                labels: segment.clone(),
                form,
                ..header.clone()
            })
        };
        without_own_titles(segments.iter().zip(&forms).filter_map(of_segment).collect())
    } else {
        vec![without_side_notes(matcher, header, segments)]
    };
    Band {
        headers,
        repeated: Vec::new(),
    }
}

/// Takes the titles of tables side by side out of their headers: a text over all columns of one of them.
fn without_own_titles(mut headers: Vec<Header>) -> Vec<Header> {
    let is_titled = |header: &Header| {
        let title = header.labels[0].parts.first();
        let under = |label: &Label| label.parts.len() > 1 && label.parts.first() == title;
        title.is_some_and(|title| title.group) && header.labels.iter().all(under)
    };
    if headers.iter().all(is_titled) && headers.iter().all(|header| header.first < header.last) {
        for header in &mut headers {
            header.first += 1;
            header
                .labels
                .iter_mut()
                .for_each(|label| drop(label.parts.remove(0)));
        }
    }
    headers
}

fn without_side_notes(
    matcher: &Matcher<'_>,
    mut header: Header,
    segments: Vec<Vec<Label>>,
) -> Header {
    if segments.len() < 2 {
        return header;
    }
    let fixed = Leaning {
        fixed: Some(header.form),
        ..Leaning::default()
    };
    let matches = |segment: &Vec<Label>| best_form(matcher, segment, &fixed).is_some();
    let first = segments.iter().position(matches).unwrap_or(0);
    let last = segments
        .iter()
        .rposition(matches)
        .unwrap_or(segments.len() - 1);
    header.labels = segments[first..=last].concat();
    header
}
