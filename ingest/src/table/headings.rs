//! Narrative without a header: questions as headings with text below, or beside their answers
//! (READING.md R11).

use super::matcher::Matcher;
use super::questions::{
    Question, Span, answered, asked, asks_several, filled_rows, first_text, is_alone, questions,
    strip_number,
};
use super::rows::belongs;
use super::{Column, How, RowKind, Shape, Table, TableRow};
use crate::grid::{CellValue, Grid, Row};
use crate::issue::{Code, Issue};
use crate::vocabulary::{FieldKind, FormWords, Term};

/// Questions that a sheet has at least to be read so, unless its name says that it answers some.
pub(super) const FEWEST: usize = 2;

/// Reads rows of a sheet without header as questions and answers; none if they do not look so. `named` are the forms that
/// the name of the sheet names.
pub(super) fn read(
    matcher: &Matcher<'_>,
    grid: &Grid,
    span: Span,
    named: &[usize],
) -> Option<Table> {
    matcher
        .vocabulary
        .forms
        .iter()
        .enumerate()
        .find_map(|(at, form)| {
            let fewest = if named.contains(&at) { 1 } else { FEWEST };
            read_form(matcher, grid, (at, form), span, fewest)
        })
}

fn read_form(
    matcher: &Matcher<'_>,
    grid: &Grid,
    (at, form): (usize, &FormWords),
    span: Span,
    fewest: usize,
) -> Option<Table> {
    let (key, value) = form.key_and_value()?;
    if form.fields[value].kind != FieldKind::Text {
        return None;
    }
    let FieldKind::Code(list) = &form.fields[key].kind else {
        return None;
    };
    let mut questions = questions(matcher, grid, list, span);
    if asks_side_by_side(matcher, grid, list, &questions) {
        return None;
    }
    let beside = answers_beside(grid, &questions);
    let answered = match beside {
        Some(_) => Vec::new(),
        None => answered(matcher, grid, list, span, &questions),
    };
    questions.extend(answered.iter().cloned());
    questions.sort_by_key(|question| question.row);
    if questions.len() < fewest {
        return None;
    }
    let numbered = questions.iter().all(|question| {
        let text = grid.get(question.row, question.column).text();
        strip_number(&text).len() < text.trim().len()
    });
    let in_capitals = questions
        .iter()
        .all(|question| is_in_capitals(&grid.get(question.row, question.column).text()));
    let layout = Layout {
        matcher,
        list,
        settings: settings(matcher, grid, form, span, &questions),
        span,
        grid,
        questions: &questions,
        answered: &answered,
        numbered,
        in_capitals,
    };
    Some(layout.table(beside, at, key, value))
}

/// Tells whether a text is written in capitals: `VIESTINTÄ`.
fn is_in_capitals(text: &str) -> bool {
    const FEWEST: usize = 4;
    let letters = || text.chars().filter(|sign| sign.is_alphabetic());
    letters().count() >= FEWEST && letters().all(char::is_uppercase)
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

/// Tells whether a row asks two questions beside each other: their answers stand below each, which nothing here reads.
fn asks_side_by_side(
    matcher: &Matcher<'_>,
    grid: &Grid,
    list: &str,
    questions: &[Question],
) -> bool {
    questions.iter().any(|question| {
        let mut beside = grid.row(question.row).filled();
        beside.any(|(column, value)| match value {
            CellValue::Text(text) if column > question.column => {
                asked(matcher, list, text).is_some_and(|term| term != question.term)
            }
            _ => false,
        })
    })
}

/// Rows that hold nothing but a month or a place and stand right above a question: what they name holds for the questions below.
/// One alone above all questions is a title.
fn settings(
    matcher: &Matcher<'_>,
    grid: &Grid,
    form: &FormWords,
    span: Span,
    questions: &[Question],
) -> Vec<(u32, Vec<Term>)> {
    let is_asked = |row: u32| questions.iter().any(|question| question.row == row);
    let kinds: Vec<&FieldKind> = form.fields.iter().map(|field| &field.kind).collect();
    let mut found: Vec<(u32, Vec<Term>)> = Vec::new();
    let mut before: Option<Row<'_>> = None;
    let rows: Vec<Row<'_>> = filled_rows(grid, span).collect();
    for (at, row) in rows.iter().enumerate() {
        let above = before.replace(*row);
        let is_above_question = rows.get(at + 1).is_some_and(|next| is_asked(next.number()));
        // Right below a question that nothing else answers it is the answer.
        let is_answer = above.is_some_and(|above| is_asked(above.number()) && is_alone(above));
        if !is_above_question || is_asked(row.number()) || is_answer || !is_alone(*row) {
            continue;
        }
        let Some((_, text)) = first_text(*row) else {
            continue;
        };
        let value = text.split_once(':').map_or(text, |(_, value)| value);
        let mut terms = matcher.terms(value).to_vec();
        terms.retain(|term| kinds.iter().any(|kind| belongs(kind, term)));
        if !terms.is_empty() {
            found.push((row.number(), terms));
        }
    }
    let is_month = |terms: &[Term]| terms.iter().any(|term| matches!(term, Term::Month { .. }));
    let count = |month: bool| {
        found
            .iter()
            .filter(|(_, terms)| is_month(terms) == month)
            .count()
    };
    let (months, places) = (count(true), count(false));
    found.retain(|(_, terms)| {
        if is_month(terms) {
            months > 1
        } else {
            places > 1
        }
    });
    found
}

struct Layout<'a> {
    matcher: &'a Matcher<'a>,
    /// The code list of the questions.
    list: &'a str,
    /// Headings for what stands below them, by row.
    settings: Vec<(u32, Vec<Term>)>,
    /// The rows that are read.
    span: Span,
    grid: &'a Grid,
    questions: &'a [Question],
    /// Those that stand with their answers in one cell.
    answered: &'a [Question],
    /// Whether all questions bear a number.
    numbered: bool,
    /// Whether the questions are written in capitals.
    in_capitals: bool,
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
        let (top, end) = self.span;
        let rows = (top..=end)
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
        let is_setting = |number: u32| self.settings.iter().any(|(row, _)| *row == number);
        filled_rows(self.grid, (first, self.span.1))
            .filter(|row| !headed(row.number()) && !is_setting(row.number()))
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
            || asks_several(self.matcher, self.list, text)
            || (self.numbered && strip_number(text).len() < text.len() && !text.ends_with('.'))
            || (self.in_capitals && is_in_capitals(text));
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
        let setting = self.settings.first().map_or(known, |(row, _)| *row);
        let known = known.min(setting);
        let mut above = filled_rows(self.grid, self.span).take_while(|row| row.number() < known);
        let unknown = above.find(|row| shape == Shape::Headings && self.asks(*row));
        unknown.map_or(known, |row| row.number())
    }

    fn kind(&self, number: u32, first: u32, shape: Shape, columns: &[Column]) -> RowKind {
        let row = self.grid.row(number);
        if row.is_blank() {
            return RowKind::Blank;
        }
        if let Some((_, terms)) = self.settings.iter().find(|(row, _)| *row == number) {
            return RowKind::Section(terms.clone());
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
