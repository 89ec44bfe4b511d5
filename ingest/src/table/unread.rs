//! Rows that look like a table but have no header that any form knows: they are not passed over in silence.
//!
//! Issues: `form-not-found` where labels stand above but belong to no form, `header-not-found` where none do.

use super::matcher::Matcher;
use super::nil::nil_cells;
use super::pairs::pairs;
use super::rows::Body;
use super::{Column, RowKind, Shape, Table, TableRow};
use crate::columns::{Candidate, Fit, fit, looks_like_date, looks_like_number};
use crate::grid::{CellValue, Grid, Row};
use crate::issue::{Code, Issue};
use crate::vocabulary::{FieldKind, Term};

/// The rows of a sheet without any header as a table of no known form; none where they are only prose,
/// keys with values, or lists of choices.
pub(super) fn unread_table(matcher: &Matcher<'_>, grid: &Grid) -> Option<Table> {
    let records: Vec<Row<'_>> = grid
        .rows()
        .filter(|row| is_record(matcher, grid, *row))
        .collect();
    let first = *records.first()?;
    if records.len() < 2 {
        return None;
    }
    let labelled = is_labels(first);
    let code = if labelled {
        Code::FormNotFound
    } else {
        Code::HeaderNotFound
    };
    let columns = columns(grid, first, labelled);
    let found: Vec<&str> = columns.iter().map(|column| column.label.as_str()).collect();
    let issue = Issue::new(code)
        .row(first.number())
        .found(found.join(" | "));
    let numbers: Vec<u32> = records.iter().map(|row| row.number()).collect();
    let kind = |number: u32| match numbers.binary_search(&number) {
        Ok(0) if labelled => RowKind::Header,
        Ok(_) => RowKind::Data,
        Err(_) if grid.row(number).is_blank() => RowKind::Blank,
        Err(_) => RowKind::Note,
    };
    Some(Table {
        number: 1,
        form: None,
        shape: Shape::Records,
        header: labelled.then(|| (first.number(), first.number())),
        rows: (1..=grid.last_row())
            .map(|number| TableRow {
                number,
                kind: kind(number),
            })
            .collect(),
        columns,
        titles: Vec::new(),
        ambiguous: Vec::new(),
        answered: Vec::new(),
        issues: vec![issue],
    })
}

/// Issues for blocks of values among the notes around tables: rows that belong to no table of theirs.
pub(super) fn unread_blocks(matcher: &Matcher<'_>, grid: &Grid, notes: &[u32]) -> Vec<Issue> {
    const FEWEST_ROWS: usize = 3;
    let mut issues = Vec::new();
    let mut block: Vec<Row<'_>> = Vec::new();
    let mut close = |block: &mut Vec<Row<'_>>| {
        let valued = block.iter().filter(|row| holds_value(**row)).count();
        if block.len() >= FEWEST_ROWS && valued >= 2 {
            let labelled = is_labels(block[0]);
            let code = if labelled {
                Code::FormNotFound
            } else {
                Code::HeaderNotFound
            };
            let texts: Vec<String> = block[0]
                .filled()
                .map(|(_, value)| value.text().trim().to_owned())
                .collect();
            issues.push(
                Issue::new(code)
                    .row(block[0].number())
                    .found(texts.join(" | ")),
            );
        }
        block.clear();
    };
    for number in notes {
        let row = grid.row(*number);
        let follows = block.last().is_none_or(|last| last.number() + 1 == *number);
        if !follows {
            close(&mut block);
        }
        if is_record(matcher, grid, row) {
            block.push(row);
        } else {
            close(&mut block);
        }
    }
    close(&mut block);
    issues
}

/// An issue for a table whose records require nothing but a name, where the names are numbers, dates and codes: its header
/// is the row of something else, as of activities that stand side by side.
pub(super) fn ghost_records(body: &Body<'_>, rows: &[TableRow]) -> Option<Issue> {
    const LONGEST_CODE: usize = 3;
    if body
        .form
        .fields
        .iter()
        .filter(|field| field.required)
        .count()
        > 1
    {
        return None;
    }
    let named = body
        .columns
        .iter()
        .find(|column| body.is_name(column.index))?;
    let data = rows.iter().filter(|row| row.kind == RowKind::Data);
    let mut names = data
        .map(|row| body.grid.get(row.number, named.index))
        .filter(|value| !value.is_blank())
        .peekable();
    let is_code = |term: &Term| matches!(term, Term::Code { .. });
    let is_no_name = |value: CellValue<'_>| {
        let text = value.text();
        // `Ryhmä 1` is the name of a group.
        let is_worded = text.trim_start().starts_with(char::is_alphabetic);
        looks_like_number(value) && !is_worded
            || looks_like_date(value)
            || text.trim().len() <= LONGEST_CODE && body.matcher.terms(&text).iter().any(is_code)
    };
    names.peek()?;
    if !names.all(is_no_name) {
        return None;
    }
    let header = rows.iter().find(|row| row.kind == RowKind::Header)?.number;
    let labels: Vec<&str> = body
        .columns
        .iter()
        .map(|column| column.label.as_str())
        .collect();
    Some(
        Issue::new(Code::HeaderNotFound)
            .row(header)
            .found(labels.join(" | ")),
    )
}

/// Several cells that are neither keys with values nor say that nothing was done. Keys whose values are what
/// the form asks for are a record written downwards, which nothing reads.
fn is_record(matcher: &Matcher<'_>, grid: &Grid, row: Row<'_>) -> bool {
    let filled = row.filled().count();
    filled >= 2
        && nil_cells(matcher, row).is_empty()
        && (pairs(matcher, grid, row).is_empty()
            || is_upright_record(matcher, row)
            || is_row_of_labels(matcher, row))
}

/// Labels of fields and nothing else, too many for keys above their values.
fn is_row_of_labels(matcher: &Matcher<'_>, row: Row<'_>) -> bool {
    const FEWEST: usize = 3;
    let filled = || row.filled();
    filled().count() >= FEWEST
        && filled()
            .all(|(_, value)| matches!(value, CellValue::Text(text) if matcher.is_label(text)))
}

/// `Päivämäärä | 5.10.2018`: a label of a count or code with a value of its kind beside it.
fn is_upright_record(matcher: &Matcher<'_>, row: Row<'_>) -> bool {
    let mut cells = row.filled();
    let (Some((_, CellValue::Text(label))), Some((_, value)), None) =
        (cells.next(), cells.next(), cells.next())
    else {
        return false;
    };
    let lexicon = &*matcher.vocabulary.lexicon;
    matcher
        .named(label)
        .iter()
        .filter(|c| Candidate::is_named(c))
        .any(|candidate| {
            let kind = &matcher.vocabulary.forms[candidate.form].fields[candidate.field].kind;
            match kind {
                FieldKind::Count | FieldKind::Decimal | FieldKind::Money => {
                    looks_like_number(value)
                }
                FieldKind::Code(_) | FieldKind::CodeList(_) => {
                    fit(kind, &[value], lexicon) == Fit::For
                }
                _ => false,
            }
        })
}

fn is_labels(row: Row<'_>) -> bool {
    row.filled().all(|(_, value)| {
        matches!(value, CellValue::Text(text) if text.chars().any(char::is_alphabetic))
            && !looks_like_number(value)
    })
}

fn holds_value(row: Row<'_>) -> bool {
    row.cells()
        .any(|(_, value)| looks_like_number(value) || looks_like_date(value))
}

fn columns(grid: &Grid, first: Row<'_>, labelled: bool) -> Vec<Column> {
    let column = |index: u32, label: String| Column {
        index,
        label,
        field: None,
        how: None,
        score: 0.0,
        axes: Vec::new(),
    };
    if !labelled {
        return (0..grid.width())
            .map(|index| column(index, String::new()))
            .collect();
    }
    let label = |value: CellValue<'_>| crate::columns::flat_label(&value.text()).into_owned();
    first
        .filled()
        .map(|(index, value)| column(index, label(value)))
        .collect()
}
