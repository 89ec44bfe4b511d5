//! Narrative without a header: questions as headings with text below, or beside their answers
//! (READING.md R11).

use super::matcher::Matcher;
use super::{Column, How, RowKind, Shape, Table, TableRow};
use crate::grid::{CellValue, Grid, Row};
use crate::vocabulary::{FieldKind, FormWords, Term};

/// Questions that a sheet has at least to be read so.
const FEWEST: usize = 2;

/// Reads a sheet without header as questions and answers; none if it does not look so.
pub(super) fn read(matcher: &Matcher<'_>, grid: &Grid) -> Option<Table> {
    matcher
        .vocabulary
        .forms
        .iter()
        .enumerate()
        .find_map(|(at, form)| read_form(matcher, grid, at, form))
}

fn read_form(matcher: &Matcher<'_>, grid: &Grid, at: usize, form: &FormWords) -> Option<Table> {
    let (key, value) = form.key_and_value()?;
    if form.fields[value].kind != FieldKind::Text {
        return None;
    }
    let FieldKind::Code(list) = &form.fields[key].kind else {
        return None;
    };
    let question = |row: Row<'_>| -> Option<(u32, Term)> {
        let (column, cell) = row.cells().find(|(_, value)| !value.is_blank())?;
        let CellValue::Text(text) = cell else {
            return None;
        };
        let terms = matcher.terms(strip_number(text));
        let term = terms
            .iter()
            .find(|term| matches!(term, Term::Code { list: own, .. } if own == list))?;
        Some((column, term.clone()))
    };
    let questions: Vec<(u32, u32, Term)> = grid
        .rows()
        .filter_map(|row| question(row).map(|(column, term)| (row.number(), column, term)))
        .collect();
    if questions.len() < FEWEST {
        return None;
    }
    let layout = Layout {
        grid,
        questions: &questions,
    };
    Some(layout.table(at, key, value))
}

/// `3. Tulokset` is the question `Tulokset`.
fn strip_number(text: &str) -> &str {
    text.trim()
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '))
}

struct Layout<'a> {
    grid: &'a Grid,
    questions: &'a [(u32, u32, Term)],
}

impl Layout<'_> {
    fn table(&self, form: usize, key: usize, value: usize) -> Table {
        let beside = self.answers_beside();
        let column = |index: u32, field: usize| Column {
            index,
            label: String::new(),
            field: Some(field),
            how: Some(How::Fuzzy),
            score: 0.9,
            axes: Vec::new(),
        };
        let left = self
            .questions
            .iter()
            .map(|(_, column, _)| *column)
            .min()
            .unwrap_or(0);
        let (shape, columns) = match beside {
            Some(answers) => (
                Shape::Records,
                vec![column(left, key), column(answers, value)],
            ),
            None => (Shape::Headings, vec![column(self.text_column(left), value)]),
        };
        let rows = (1..=self.grid.last_row())
            .map(|number| TableRow {
                number,
                kind: self.kind(number, shape, &columns),
            })
            .collect();
        Table {
            number: 1,
            form: Some(form),
            shape,
            header: None,
            columns,
            rows,
            titles: Vec::new(),
            ambiguous: Vec::new(),
            issues: Vec::new(),
        }
    }

    /// The column of the answers, if they stand beside most questions.
    fn answers_beside(&self) -> Option<u32> {
        let next = |row: u32, column: u32| {
            let row = self.grid.row(row);
            row.cells()
                .find(|(other, value)| *other > column && !value.is_blank())
                .map(|(other, _)| other)
        };
        let beside: Vec<u32> = self
            .questions
            .iter()
            .filter_map(|(row, column, _)| next(*row, *column))
            .collect();
        let first = *beside.first()?;
        (beside.len() * 2 > self.questions.len() && beside.iter().all(|other| *other == first))
            .then_some(first)
    }

    /// The column of the texts below the headings.
    fn text_column(&self, heading: u32) -> u32 {
        let first = self.questions.first().map_or(0, |(row, ..)| *row);
        let headed = |number: u32| self.questions.iter().any(|(row, ..)| *row == number);
        self.grid
            .rows_from(first)
            .filter(|row| !headed(row.number()))
            .find_map(|row| row.cells().find(|(_, value)| !value.is_blank()))
            .map_or(heading, |(column, _)| column)
    }

    fn kind(&self, number: u32, shape: Shape, columns: &[Column]) -> RowKind {
        let row = self.grid.row(number);
        if row.is_blank() {
            return RowKind::Blank;
        }
        let first = self.questions.first().map_or(0, |(row, ..)| *row);
        let question = self.questions.iter().find(|(row, ..)| *row == number);
        match (question, shape) {
            (Some((_, _, term)), Shape::Headings) => RowKind::Section(vec![term.clone()]),
            (Some(_), Shape::Records) => RowKind::Data,
            (None, _) if number < first => RowKind::Note,
            (None, Shape::Headings) => RowKind::Data,
            (None, Shape::Records) => {
                let held = columns
                    .iter()
                    .any(|column| !row.get(column.index).is_blank());
                let several = row.cells().filter(|(_, value)| !value.is_blank()).count() > 1;
                if held && several {
                    RowKind::Data
                } else {
                    RowKind::Note
                }
            }
        }
    }
}
