//! Narratives whose questions stand as headings with the answers below (READING.md R11).

use std::borrow::Cow;

use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::{RowKind, TableRow};
use kooste_ingest::vocabulary::FieldKind;

use super::record::Slot;
use super::table::TableReader;
use super::tally::{self, Fate};

/// The rows of text below one heading.
#[derive(Default)]
struct Answer {
    rows: Vec<u32>,
    text: String,
}

impl TableReader<'_, '_> {
    /// Reads all rows and adds facts and ledger to the outcome.
    pub(crate) fn read_headings(mut self) {
        let table = self.place.table;
        let mut answer = Answer::default();
        for row in &table.rows {
            match Fate::of_kind(&row.kind) {
                None => {
                    if let Some(question) = self.asked_in(row.number) {
                        self.load_answer(&mut answer);
                        self.enter(&question);
                    }
                    self.take_line(row, &mut answer);
                }
                Some(fate) => {
                    if let RowKind::Section(terms) = &row.kind {
                        self.load_answer(&mut answer);
                        match terms.as_slice() {
                            [] => self.enter_unasked(row.number),
                            _ => {
                                self.note_misspelt(row.number);
                                self.enter(row);
                            }
                        }
                    }
                    tally::count(&mut self.ledger, fate);
                }
            }
        }
        self.load_answer(&mut answer);
        self.finish();
    }

    /// Says of a heading that only nearly names its question which one was taken.
    fn note_misspelt(&mut self, row: u32) {
        let mut filled = self.place.grid.row(row).filled();
        let key = self.form.fields.iter().find_map(|field| match &field.kind {
            FieldKind::Code(list) => Some((&field.code, self.place.context.words.list(list)?)),
            _ => None,
        });
        let (Some((column, value)), Some((code, list))) = (filled.next(), key) else {
            return;
        };
        let found = list.one(value).findings.into_iter();
        for finding in found.filter(|finding| finding.reason == "misspelt") {
            let text = super::json::cleaned(&value.text());
            let issue = finding.issue(text).cell(row, column).field(code);
            let issue = self.on_sheet(issue);
            let home = self.nearby_home().map(|home| home.report);
            self.outcome.issue(home, issue);
        }
    }

    /// The question of a row that holds its answer as well, as a heading.
    fn asked_in(&self, row: u32) -> Option<TableRow> {
        let answered = &self.place.table.answered;
        let (number, term) = answered.iter().find(|(number, _)| *number == row)?;
        Some(TableRow {
            number: *number,
            kind: RowKind::Section(vec![term.clone()]),
        })
    }

    /// Enters a question that is none of the programme's: what stands below it answers nothing that is known.
    fn enter_unasked(&mut self, row: u32) {
        self.sections.end_values();
        let mut filled = self.place.grid.row(row).filled();
        let Some((column, value)) = filled.next() else {
            return;
        };
        let mut issue = Issue::new(Code::CodeUnknown)
            .cell(row, column)
            .found(super::json::cleaned(&value.text()));
        let fields = &mut self.form.fields.iter();
        if let Some(key) = fields.find(|field| matches!(field.kind, FieldKind::Code(_))) {
            issue = issue.field(&key.code);
        }
        let issue = self.on_sheet(issue);
        let home = self.nearby_home().map(|home| home.report);
        self.outcome.issue(home, issue);
    }

    /// Adds the texts of a row; behind a question that stands in it only what follows the colon.
    fn take_line(&self, row: &TableRow, answer: &mut Answer) {
        let mut words: Vec<Cow<'_, str>> = Vec::new();
        for (_, value) in self.place.grid.row(row.number).filled() {
            words.push(value.text());
        }
        if let (Some(_), [only]) = (self.asked_in(row.number), &mut words[..])
            && let Some((_, text)) = only.split_once(':')
        {
            *only = Cow::Owned(text.trim_start().to_owned());
        }
        if !answer.text.is_empty() {
            answer.text.push('\n');
        }
        answer.text.push_str(&words.join(" "));
        answer.rows.push(row.number);
    }

    fn load_answer(&mut self, answer: &mut Answer) {
        let Answer { rows, text } = std::mem::take(answer);
        let Some(first) = rows.first() else {
            return;
        };
        self.record.clear(*first, self.form.fields.len());
        if let Some(measure) = self.plan.measure {
            let text = Cow::Owned(super::json::cleaned(&text));
            self.record.slots[measure] = Slot::Text(self.record.lasting(text));
        }
        self.sections.apply(self.form, &mut self.record);
        let fate = self.load_single();
        tally::count(&mut self.ledger, fate);
        for row in &rows[1..] {
            tally::count(&mut self.ledger, fate);
            if fate == Fate::Quarantined {
                self.set_aside_with_last(*row);
            }
        }
    }
}
