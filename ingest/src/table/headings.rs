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
        let (column, cell) = row.filled().next()?;
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
    let numbered = questions.iter().all(|(row, column, _)| {
        let text = grid.get(*row, *column).text();
        strip_number(&text).len() < text.trim().len()
    });
    let layout = Layout {
        grid,
        questions: &questions,
        numbered,
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
    /// Whether all questions bear a number.
    numbered: bool,
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
        let first = self.first_asked(shape);
        let rows = (1..=self.grid.last_row())
            .map(|number| TableRow {
                number,
                kind: self.kind(number, first, shape, &columns),
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
            row.filled()
                .find(|(other, _)| *other > column)
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
            .find_map(|row| row.filled().next())
            .map_or(heading, |(column, _)| column)
    }

    /// Tells whether a text alone in the column of the questions asks something that is none of them.
    fn asks(&self, row: Row<'_>) -> bool {
        const LONGEST: usize = 120;
        let mut filled = row.filled();
        let (Some((column, CellValue::Text(text))), None) = (filled.next(), filled.next()) else {
            return false;
        };
        let text = text.trim();
        let below = self.grid.row(row.number() + 1);
        let asks = text.ends_with('?')
            || (self.numbered && strip_number(text).len() < text.len() && !text.ends_with('.'));
        asks && text.len() <= LONGEST
            && !below.is_blank()
            && self.questions.iter().any(|(_, other, _)| *other == column)
    }

    /// The row of the first question, also of one that nobody knows: what stands below it must not be lost.
    fn first_asked(&self, shape: Shape) -> u32 {
        let known = self.questions.first().map_or(0, |(row, ..)| *row);
        let mut above = self.grid.rows().take_while(|row| row.number() < known);
        let unknown = above.find(|row| shape == Shape::Headings && self.asks(*row));
        unknown.map_or(known, |row| row.number())
    }

    fn kind(&self, number: u32, first: u32, shape: Shape, columns: &[Column]) -> RowKind {
        let row = self.grid.row(number);
        if row.is_blank() {
            return RowKind::Blank;
        }
        let question = self.questions.iter().find(|(row, ..)| *row == number);
        match (question, shape) {
            (Some((_, _, term)), Shape::Headings) => RowKind::Section(vec![term.clone()]),
            (Some(_), Shape::Records) => RowKind::Data,
            (None, Shape::Headings) if self.asks(row) => RowKind::Section(Vec::new()),
            (None, _) if number < first => RowKind::Note,
            (None, Shape::Headings) => RowKind::Data,
            (None, Shape::Records) => {
                // Beside no question: the answer above goes on, and so a text alone in its column is data as well.
                let held = columns
                    .iter()
                    .any(|column| !row.get(column.index).is_blank());
                let filled = row.filled();
                let answers = columns
                    .last()
                    .is_some_and(|column| !row.get(column.index).is_blank());
                if answers || (held && filled.count() > 1) {
                    RowKind::Data
                } else {
                    RowKind::Note
                }
            }
        }
    }
}
