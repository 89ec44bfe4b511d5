//! Narrative without a header: questions as headings with text below, or beside their answers
//! (READING.md R11).

use super::matcher::Matcher;
use super::questions::{Question, answered, questions, strip_number};
use super::{Column, How, RowKind, Shape, Table, TableRow};
use crate::grid::{CellValue, Grid, Row};
use crate::issue::{Code, Issue};
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
    let mut questions = questions(matcher, grid, list);
    let beside = answers_beside(grid, &questions);
    let answered = match beside {
        Some(_) => Vec::new(),
        None => answered(matcher, grid, list, &questions),
    };
    questions.extend(answered.iter().cloned());
    questions.sort_by_key(|question| question.row);
    if questions.len() < FEWEST {
        return None;
    }
    let numbered = questions.iter().all(|question| {
        let text = grid.get(question.row, question.column).text();
        strip_number(&text).len() < text.trim().len()
    });
    let layout = Layout {
        grid,
        questions: &questions,
        answered: &answered,
        numbered,
    };
    Some(layout.table(beside, at, key, value))
}

/// The column of the answers, if they stand beside most questions.
fn answers_beside(grid: &Grid, questions: &[Question]) -> Option<u32> {
    let next = |question: &Question| {
        let row = grid.row(question.row);
        row.filled()
            .map(|(other, _)| other)
            .find(|other| *other > question.column)
    };
    let beside: Vec<u32> = questions.iter().filter_map(next).collect();
    let first = *beside.first()?;
    (beside.len() * 2 > questions.len() && beside.iter().all(|other| *other == first))
        .then_some(first)
}

struct Layout<'a> {
    grid: &'a Grid,
    questions: &'a [Question],
    /// Those that stand with their answers in one cell.
    answered: &'a [Question],
    /// Whether all questions bear a number.
    numbered: bool,
}

impl Layout<'_> {
    fn table(&self, beside: Option<u32>, form: usize, key: usize, value: usize) -> Table {
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
            .map(|question| question.column)
            .min()
            .unwrap_or(0);
        let (shape, columns) = match beside {
            Some(answers) => (
                Shape::Records,
                self.with_others(vec![column(left, key), column(answers, value)]),
            ),
            None => (Shape::Headings, vec![column(self.text_column(left), value)]),
        };
        let issues = columns.iter().filter(|column| column.field.is_none());
        let issues = issues.map(|column| self.unlabelled(column.index)).collect();
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
            answered: self.answered_rows(),
            issues,
        }
    }

    /// The columns with those that hold something else beside the questions.
    fn with_others(&self, mut columns: Vec<Column>) -> Vec<Column> {
        for question in self.questions {
            for (index, _) in self.grid.row(question.row).filled() {
                if !columns.iter().any(|column| column.index == index) {
                    columns.push(Column {
                        index,
                        label: String::new(),
                        field: None,
                        how: None,
                        score: 0.0,
                        axes: Vec::new(),
                    });
                }
            }
        }
        columns.sort_by_key(|column| column.index);
        columns
    }

    fn unlabelled(&self, column: u32) -> Issue {
        let row = self.questions.first().map_or(1, |question| question.row);
        Issue::new(Code::ExtraLabel)
            .cell(row, column)
            .reason("unlabelled")
    }

    fn answered_rows(&self) -> Vec<(u32, Term)> {
        let rows = self.answered.iter();
        rows.map(|question| (question.row, question.term.clone()))
            .collect()
    }

    /// The column of the texts below the headings.
    fn text_column(&self, heading: u32) -> u32 {
        let first = self.questions.first().map_or(0, |question| question.row);
        let headed = |number: u32| self.questions.iter().any(|question| question.row == number);
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
            && self
                .questions
                .iter()
                .any(|question| question.column == column)
    }

    /// The row of the first question, also of one that nobody knows: what stands below it must not be lost.
    fn first_asked(&self, shape: Shape) -> u32 {
        let known = self.questions.first().map_or(0, |question| question.row);
        let mut above = self.grid.rows().take_while(|row| row.number() < known);
        let unknown = above.find(|row| shape == Shape::Headings && self.asks(*row));
        unknown.map_or(known, |row| row.number())
    }

    fn kind(&self, number: u32, first: u32, shape: Shape, columns: &[Column]) -> RowKind {
        let row = self.grid.row(number);
        if row.is_blank() {
            return RowKind::Blank;
        }
        let of_row = |question: &&Question| question.row == number;
        if self.answered.iter().any(|question| of_row(&question)) {
            return RowKind::Data;
        }
        match (self.questions.iter().find(of_row), shape) {
            (Some(question), Shape::Headings) => RowKind::Section(vec![question.term.clone()]),
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
                let mut named = columns.iter().filter(|column| column.field.is_some());
                let answers = named
                    .next_back()
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
