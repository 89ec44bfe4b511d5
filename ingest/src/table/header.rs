//! Finding the headers of a sheet: by how many labels match fields of one form, and by the contrast to what
//! stands below (READING.md R6 and R7).

use super::flatten::{Label, Part, header_text, labels};
use super::form::{Leaning, Trial, best_form};
use super::keyed::{
    answers_are_numbers, below_corner, is_record, keys_stand_below, keys_stand_left,
};
use super::matcher::Matcher;
use super::month_row::year_behind;
use super::stacked::is_key_row;
use super::unit_row::{add_units, names_units};
use super::value_row::holds_values;
use super::wide::gives;
use crate::columns::Candidate;
use crate::grid::{CellValue, Grid, Row};
use crate::vocabulary::FieldKind;

/// Rows that a header takes at most (READING.md R7).
const MOST_ROWS: u32 = 6;

/// A header that was found.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// First row, from 1.
    pub(super) first: u32,
    /// Last row.
    pub(super) last: u32,
    /// The labels of its columns.
    pub(super) labels: Vec<Label>,
    /// Index of the form.
    pub(super) form: usize,
}

/// A header under examination: its rows and how well they go with a form.
struct Attempt {
    first: u32,
    last: u32,
    labels: Vec<Label>,
    trial: Trial,
}

/// Tries to find a header that begins in row `first` or, below titles, a few rows further down. `strict` asks
/// that all required fields are there or most labels match, as for a second table.
pub(super) fn header_at(
    matcher: &Matcher<'_>,
    grid: &Grid,
    first: u32,
    leaning: &Leaning,
) -> Option<Header> {
    let row = grid.row(first);
    if is_key_and_value(matcher, row) || holds_keys(row) && is_key_row(matcher, grid, row) {
        return None;
    }
    let similar = Leaning {
        similar: true,
        ..leaning.clone()
    };
    let (attempt, leaning) = match best_attempt(matcher, grid, first, leaning) {
        Some(attempt) => (attempt, leaning),
        None if names_any(matcher, grid.row(first)) => {
            (best_attempt(matcher, grid, first, &similar)?, &similar)
        }
        None => return None,
    };
    let attempt = without_titles(matcher, grid, attempt, leaning);
    let attempt = with_groups(matcher, grid, attempt, first, leaning);
    let attempt = with_rows_below(matcher, grid, attempt, leaning);
    Some(Header {
        first: attempt.first,
        last: attempt.last,
        labels: attempt.labels,
        form: attempt.trial.form,
    })
}

/// Tells whether a row is `Kuukausi: | lokakuu 2018` and nothing else; without colon the key must ask for what the value is.
fn is_key_and_value(matcher: &Matcher<'_>, row: Row<'_>) -> bool {
    let mut filled = row.filled();
    let (Some(key), Some(value), None) = (filled.next(), filled.next(), filled.next()) else {
        return false;
    };
    let CellValue::Text(text) = key.1 else {
        return false;
    };
    let asks_for_it = || {
        let terms = matcher.terms(&header_text(value.1));
        let fields = matcher.named(text);
        fields.iter().any(|candidate| {
            let kind = &matcher.vocabulary.forms[candidate.form].fields[candidate.field].kind;
            !matches!(kind, FieldKind::Code(_)) && terms.iter().any(|term| gives(kind, term))
        })
    };
    text.trim_end().ends_with(':') && value.0 == key.0 + 1 || asks_for_it()
}

/// Tells whether a cell of a row ends with a colon: `Organisaatio: | Vihti | | Kuukausi: | 10/2018` may be keys with
/// their values beside.
fn holds_keys(row: Row<'_>) -> bool {
    row.cells()
        .any(|(_, value)| matches!(value, CellValue::Text(text) if text.trim_end().ends_with(':')))
}

/// Tells whether any cell of a row is a label; only then are the others worth a look for likeness.
pub(super) fn names_any(matcher: &Matcher<'_>, row: Row<'_>) -> bool {
    row.cells()
        .any(|(_, value)| matches!(value, CellValue::Text(text) if matcher.is_label(text)))
}

/// The header that a source or decision says begins or ends in row `row`, matching or not.
pub(super) fn header_in_row(
    matcher: &Matcher<'_>,
    grid: &Grid,
    row: u32,
    leaning: &Leaning,
) -> Option<Header> {
    let labels = labels(matcher, grid, row, row);
    let trial = best_form(matcher, &labels, leaning)?;
    let attempt = Attempt {
        first: row,
        last: row,
        labels,
        trial,
    };
    let attempt = with_rows_below(matcher, grid, attempt, leaning);
    Some(Header {
        first: attempt.first,
        last: attempt.last,
        labels: attempt.labels,
        form: attempt.trial.form,
    })
}

fn attempt(
    matcher: &Matcher<'_>,
    grid: &Grid,
    first: u32,
    last: u32,
    leaning: &Leaning,
) -> Option<Attempt> {
    let mut labels = labels(matcher, grid, first, last);
    let trial = form_of(matcher, grid, last, &labels, leaning);
    let is_keyed = |trial: &Trial| {
        keys_stand_left(matcher, grid, last, &labels, trial)
            || trial.complete && keys_stand_below(matcher, grid, last, &labels, trial)
    };
    let found = trial.filter(|trial| trial.is_header() || is_keyed(trial));
    let trial = match found {
        Some(trial) => trial,
        None => {
            let trial = below_corner(matcher, grid, last, &labels, leaning)?;
            // Of what stands in the corner only a year says something of the months.
            let year = year_behind(&labels[0].flat()).map(|year| year.to_string());
            let part = |text| Part { text, group: false };
            labels[0].parts = year.map(part).into_iter().collect();
            trial
        }
    };
    Some(Attempt {
        first,
        last,
        labels,
        trial,
    })
}

/// The form that goes best with the labels of a header that ends in row `last`. Numbers are never answers to questions.
fn form_of(
    matcher: &Matcher<'_>,
    grid: &Grid,
    last: u32,
    labels: &[Label],
    leaning: &Leaning,
) -> Option<Trial> {
    let trial = best_form(matcher, labels, leaning)?;
    if !answers_are_numbers(matcher, grid, last, labels, &trial) {
        return Some(trial);
    }
    let measured = Leaning {
        measured: true,
        ..leaning.clone()
    };
    best_form(matcher, labels, &measured)
}

/// The smallest window of rows from `first` on with the best match.
fn best_attempt(
    matcher: &Matcher<'_>,
    grid: &Grid,
    first: u32,
    leaning: &Leaning,
) -> Option<Attempt> {
    let mut best: Option<Attempt> = None;
    let mut only_titles = true;
    let mut start = first;
    for last in rows_from(grid, first) {
        let row = grid.row(last);
        if row.is_blank() || holds_values(matcher, row) || is_key_and_value(matcher, row) {
            break;
        }
        if let Some(best) = &best
            && (is_heading(matcher, row) || is_record(matcher, row, &best.labels, &best.trial))
        {
            break;
        }
        // A title merged over all columns labels none of them.
        only_titles &= row.filled().count() == 1;
        let next = row.number_after();
        if only_titles && first_filled(row) <= first_filled(grid.row(next)) {
            start = next;
            continue;
        }
        let Some(attempt) = attempt(matcher, grid, start, last, leaning) else {
            continue;
        };
        let all = attempt.trial.matched == attempt.trial.labelled && attempt.trial.complete;
        if best
            .as_ref()
            .is_none_or(|other| attempt.trial.score > other.trial.score + 0.01)
        {
            best = Some(attempt);
        }
        if all {
            break;
        }
    }
    best
}

/// The numbers of a row and those below it, as many as a header takes at most; in a text file a record may take several
/// lines.
fn rows_from(grid: &Grid, first: u32) -> impl Iterator<Item = u32> {
    let next = |row: &u32| Some(grid.row(*row).number_after());
    std::iter::successors(Some(first), next).take(MOST_ROWS as usize)
}

/// The column of the first cell that holds something.
fn first_filled(row: Row<'_>) -> Option<u32> {
    let mut filled = row.filled();
    filled.next().map(|(column, _)| column)
}

/// Tells whether a row below labels holds one text alone that names a month, a place or a code, and is no label: it heads
/// the rows below (READING.md R13).
fn is_heading(matcher: &Matcher<'_>, row: Row<'_>) -> bool {
    let mut filled = row.filled();
    match (filled.next(), filled.next()) {
        (Some((_, value @ (CellValue::Text(_) | CellValue::Date(_)))), None) => {
            let text = header_text(value);
            !matcher.is_label(&text) && !matcher.terms(&text).is_empty()
        }
        _ => false,
    }
}

/// Drops rows at the top that add nothing: titles and notes that stand directly above.
fn without_titles(
    matcher: &Matcher<'_>,
    grid: &Grid,
    mut best: Attempt,
    leaning: &Leaning,
) -> Attempt {
    while best.first < best.last {
        let next = grid.row(best.first).number_after();
        match attempt(matcher, grid, next, best.last, leaning) {
            Some(shorter)
                if shorter.trial.score >= best.trial.score - 0.01
                    || is_lone_title(grid, best.first, &shorter) =>
            {
                best = shorter;
            }
            _ => break,
        }
    }
    best
}

/// Tells whether a row holds one text alone, above a column that has a label of its own: what it names is said of the
/// whole table, not of its columns.
fn is_lone_title(grid: &Grid, row: u32, below: &Attempt) -> bool {
    let mut filled = grid.row(row).filled();
    let (Some((column, _)), None) = (filled.next(), filled.next()) else {
        return false;
    };
    below
        .labels
        .first()
        .is_some_and(|label| column <= label.index)
        && below.labels.iter().any(|label| label.index == column)
}

/// Takes back rows directly above that stand over groups of columns, even if no label needs them.
fn with_groups(
    matcher: &Matcher<'_>,
    grid: &Grid,
    mut best: Attempt,
    top: u32,
    leaning: &Leaning,
) -> Attempt {
    while best.first > top && best.last - best.first + 1 < MOST_ROWS {
        let is_above = |row: &u32| grid.row(*row).number_after() == best.first;
        let above = rows_from(grid, top).find(is_above);
        let Some(row) = above.filter(|row| is_group_row(grid, *row, &best)) else {
            break;
        };
        match attempt(matcher, grid, row, best.last, leaning) {
            Some(taller) if taller.trial.score >= best.trial.score - 0.01 => best = taller,
            _ => break,
        }
    }
    best
}

/// Tells whether a row above a header labels groups of its columns: no text stands at the left edge alone, at
/// least one stands over two columns or more, and none over all.
fn is_group_row(grid: &Grid, row: u32, below: &Attempt) -> bool {
    let columns: Vec<u32> = below.labels.iter().map(|label| label.index).collect();
    let starts: Vec<u32> = grid.row(row).filled().map(|(column, _)| column).collect();
    let (Some(edge), Some(first)) = (columns.first(), starts.first()) else {
        return false;
    };
    let merged = grid.merged().iter().any(|region| {
        region.first_row == row
            && region.first_row == region.last_row
            && region.last_column > region.first_column
            && (region.last_column - region.first_column) as usize + 1 < columns.len()
    });
    let alone_at_edge = starts.len() == 1 && first <= edge;
    let over_several = starts.iter().enumerate().any(|(at, start)| {
        let end = starts.get(at + 1).copied().unwrap_or(u32::MAX);
        columns
            .iter()
            .filter(|column| (*start..end).contains(column))
            .count()
            >= 2
    });
    let key_and_value = starts.len() == 2 && starts[1] == starts[0] + 1 && first <= edge;
    // A text alone at the edge is a title, however many of the columns it is merged over.
    !alone_at_edge && (merged || (!key_and_value && over_several))
}

/// Takes rows directly below that repeat the labels in another language or name units.
fn with_rows_below(
    matcher: &Matcher<'_>,
    grid: &Grid,
    mut best: Attempt,
    leaning: &Leaning,
) -> Attempt {
    while best.last - best.first + 1 < MOST_ROWS {
        let row = grid.row(grid.row(best.last).number_after());
        if row.is_blank() {
            break;
        }
        if names_units(row) && stands_below_labels(row, &best.labels) {
            best.last = row.number();
            add_units(matcher, row, best.trial.form, &mut best.labels);
            continue;
        }
        let of_groups = holds_sub_labels(matcher, row, &best);
        if !holds_labels(matcher, row, &best) && !of_groups {
            break;
        }
        // Goals and results below one label leave it without a field.
        let several = row.filled().count() > 1;
        let least = if of_groups && several {
            1
        } else {
            best.trial.matched
        };
        let labels = labels(matcher, grid, best.first, row.number());
        let Some(trial) = form_of(matcher, grid, row.number(), &labels, leaning) else {
            break;
        };
        if trial.form != best.trial.form || trial.matched < least {
            break;
        }
        best = Attempt {
            first: best.first,
            last: row.number(),
            labels,
            trial,
        };
    }
    best
}

/// Tells whether every cell of a row stands below a label of its own column, not of a group: `€ | htkk` below a month label two.
fn stands_below_labels(row: Row<'_>, labels: &[Label]) -> bool {
    let mut filled = row.filled();
    filled.all(|(column, _)| {
        let label = labels.iter().find(|label| label.index == column);
        label
            .and_then(|label| label.parts.last())
            .is_some_and(|part| !part.group)
    })
}

/// Tells whether most cells of a row name fields of the form: those of the labels above them in another
/// language, or other ones below an axis or a group.
fn holds_labels(matcher: &Matcher<'_>, row: Row<'_>, above: &Attempt) -> bool {
    let form = above.trial.form;
    let of_form = |candidate: &&Candidate| candidate.form == form && candidate.is_named();
    let mut filled = 0;
    let mut same = 0;
    for (column, value) in row.filled() {
        filled += 1;
        let here = matcher.named(&header_text(value));
        let label = above.labels.iter().find(|label| label.index == column);
        let there = label.map(|label| matcher.named(&label.flat()));
        same += usize::from(here.iter().filter(of_form).any(|candidate| {
            let mut others = there
                .iter()
                .flat_map(|there| there.iter())
                .filter(of_form)
                .peekable();
            others.peek().is_none() || others.any(|other| other.field == candidate.field)
        }));
    }
    same >= 2 && same * 2 > filled
}

/// Tells whether a row stands below group labels: texts under columns that have no label of their own yet, and nothing
/// under the first column.
fn holds_sub_labels(matcher: &Matcher<'_>, row: Row<'_>, above: &Attempt) -> bool {
    let Some(left) = above.labels.first().map(|label| label.index) else {
        return false;
    };
    let has_label = |column: u32| {
        let label = above.labels.iter().find(|label| label.index == column);
        let last = label.and_then(|label| label.parts.last());
        last.is_some_and(|part| !part.group)
    };
    let mut filled = row.filled();
    let mut new = 0;
    let all_right = filled.all(|(column, value)| {
        new += usize::from(!has_label(column));
        column > left && matches!(value, CellValue::Text(_))
    });
    all_right && new > 0 && !holds_values(matcher, row)
}
