//! What each row below a header is (READING.md R12, R13 and R15).
//!
//! Nearly all rows of a large table are plain data, so quick checks come first: a row with several filled cells
//! is data unless its first text labels a sum or repeats the header.

use super::asides::{is_numbered_remark, is_phone, is_remark, is_ruling, is_signature, is_worded};
use super::flatten::Label;
use super::hints::{is_unfilled, note_numbers};
use super::matcher::Matcher;
use super::month_heading::{month_among_words, month_of_row};
use super::totals::{labels_average, labels_sum, names_record};
use super::{Column, RowKind};
use crate::columns::{Candidate, looks_like_date, looks_like_number, normalise};
use crate::grid::{CellValue, Grid, Row};
use crate::vocabulary::{FieldKind, FormWords, Term};

/// Text longer than this, alone on a row below the last record, is a footnote.
const FOOTNOTE: usize = 60;

/// A table as far as its rows need it.
pub(super) struct Body<'a> {
    pub(super) matcher: &'a Matcher<'a>,
    pub(super) grid: &'a Grid,
    pub(super) form: &'a FormWords,
    pub(super) columns: &'a [Column],
    pub(super) labels: &'a [Label],
    /// Whether other tables stand beside it, so that cells outside its columns are theirs.
    pub(super) beside: bool,
}

impl<'a> Body<'a> {
    /// The kinds of the rows `first` to `last`, of which those in `repeated` are known to repeat the header.
    pub(super) fn kinds(&self, first: u32, last: u32, repeated: &[(u32, u32)]) -> Vec<RowKind> {
        let mut kinds = Vec::with_capacity((last + 1).saturating_sub(first) as usize);
        let mut stored = self.grid.rows_from(first).peekable();
        for number in first..=last {
            while stored.peek().is_some_and(|row| row.number() < number) {
                stored.next();
            }
            let kind = match stored.peek() {
                Some(row) if row.number() == number => {
                    let row = *row;
                    stored.next();
                    let again = repeated
                        .iter()
                        .any(|(from, to)| (*from..=*to).contains(&number));
                    if again {
                        RowKind::RepeatedHeader
                    } else {
                        self.kind(row, stored.peek().copied())
                    }
                }
                _ => RowKind::Blank,
            };
            kinds.push(kind);
        }
        note_numbers(self, first, &mut kinds);
        self.settle_end(first, &mut kinds);
        kinds
    }

    fn kind(&self, row: Row<'a>, next: Option<Row<'a>>) -> RowKind {
        let mut filled = row.filled();
        let mut outside = false;
        let mut inside = filled.by_ref().filter(|(column, _)| {
            let within = self.covers(*column);
            outside |= !within;
            within
        });
        let Some(first) = inside.next() else {
            let note = outside && !self.beside;
            return if note { RowKind::Note } else { RowKind::Blank };
        };
        if is_unfilled(self, row) {
            return RowKind::Blank;
        }
        if inside.next().is_none() {
            return self.lone_cell(row.number(), first, next);
        }
        if self.repeats_header(row, first) {
            return RowKind::RepeatedHeader;
        }
        if is_ruling(row) || labels_average(row) {
            return RowKind::Note;
        }
        if let Some(month) = month_of_row(self.matcher, self.grid, row) {
            return RowKind::Section(vec![month]);
        }
        if labels_sum(self, row) {
            return RowKind::TotalCandidate;
        }
        match first.1 {
            CellValue::Text(text) if text.trim_end().ends_with(':') => self.key_row(row, first.0),
            _ => RowKind::Data,
        }
    }

    /// Tells whether a column lies within the table.
    pub(super) fn covers(&self, column: u32) -> bool {
        let first = self.columns.first().map_or(0, |column| column.index);
        let last = self.columns.last().map_or(0, |column| column.index);
        (first..=last).contains(&column)
    }

    /// The field of the form that a column of the sheet holds.
    pub(super) fn kind_of(&self, column: u32) -> Option<&'a FieldKind> {
        let at = self
            .columns
            .binary_search_by_key(&column, |column| column.index)
            .ok()?;
        self.columns[at]
            .field
            .map(|field| &self.form.fields[field].kind)
    }

    /// Tells whether a column holds what records are called by: a text that each must have.
    pub(super) fn is_name(&self, column: u32) -> bool {
        let own = self.columns.iter().find(|own| own.index == column);
        let field = own.and_then(|own| own.field);
        field.is_some_and(|field| {
            let field = &self.form.fields[field];
            field.required && field.kind == FieldKind::Text
        })
    }

    /// `Laatija: | Maija` at the left edge is a key with its value, not a record.
    fn key_row(&self, row: Row<'_>, first: u32) -> RowKind {
        let filled = row.filled().count();
        let edge = self
            .columns
            .first()
            .is_some_and(|column| column.index == first);
        if filled == 2 && edge && self.columns.len() > 2 {
            self.key_heading(row)
                .map_or(RowKind::Note, RowKind::Section)
        } else {
            RowKind::Data
        }
    }

    fn repeats_header(&self, row: Row<'_>, first: (u32, CellValue<'_>)) -> bool {
        let says = |(column, value): (u32, CellValue<'_>)| match value {
            CellValue::Text(text) => self
                .labels
                .iter()
                .find(|label| label.index == column)
                .is_some_and(|label| label.parts.iter().any(|part| part.text == text.trim())),
            _ => false,
        };
        says(first) && {
            let filled = row.filled();
            let (same, all) = filled.fold((0, 0), |(same, all), cell| {
                (same + usize::from(says(cell)), all + 1)
            });
            same >= 2 && same * 2 > all
        }
    }

    /// A row with one filled cell: a heading, a record of which little is known, a sum without value or a note.
    fn lone_cell(
        &self,
        number: u32,
        (column, value): (u32, CellValue<'_>),
        next: Option<Row<'_>>,
    ) -> RowKind {
        let text = value.text();
        let own = self.kind_of(column);
        if self.is_year((column, value), own)
            && next.is_some_and(|row| self.filled(row.number()) > 1)
        {
            return RowKind::Section(Vec::new());
        }
        if !matches!(value, CellValue::Text(_) | CellValue::Date(_)) {
            return RowKind::Data;
        }
        if self.matcher.is_total(&text) && !names_record(self, number, column, &text) {
            return RowKind::TotalCandidate;
        }
        let terms = self.heading_terms(&text);
        if !terms.is_empty() {
            let owned = own.is_some_and(|kind| terms.iter().any(|term| owns(kind, term)));
            return if owned && !self.heads_group(column, own, next) {
                RowKind::Data
            } else {
                RowKind::Section(terms)
            };
        }
        if let Some(terms) = self.heads_otherwise(&text) {
            return RowKind::Section(terms);
        }
        match own {
            Some(FieldKind::Date) if looks_like_date(value) => RowKind::Data,
            Some(FieldKind::Count | FieldKind::Decimal | FieldKind::Money)
                if looks_like_number(value) =>
            {
                RowKind::Data
            }
            Some(FieldKind::Date | FieldKind::Count | FieldKind::Decimal | FieldKind::Money) => {
                RowKind::Note
            }
            _ if text.trim_start().starts_with('*') => RowKind::Note,
            _ if self.form.key_and_value().is_none() && is_remark(&text) => RowKind::Note,
            _ if self.lies_over_named((number, column), next) => RowKind::Note,
            Some(FieldKind::Text | FieldKind::TextList | FieldKind::OrganisationText) | None => {
                RowKind::Data
            }
            _ if is_numbered_remark(&text) => RowKind::Note,
            _ if self.heads_records((number, column), &text, next) => RowKind::Section(Vec::new()),
            _ => RowKind::Data,
        }
    }

    /// Tells whether a cell alone on a row is the year of the months below: `2017`, `Vuosi 2017`.
    fn is_year(&self, (_, value): (u32, CellValue<'_>), own: Option<&FieldKind>) -> bool {
        let is_number = matches!(
            own,
            Some(FieldKind::Count | FieldKind::Decimal | FieldKind::Money)
        );
        let has_months = self
            .form
            .fields
            .iter()
            .any(|field| field.kind == FieldKind::Month);
        has_months && !is_number && names_year(&value.text())
    }

    /// Tells whether a heading in a column of its own kind stands above rows that leave that column blank.
    fn heads_group(&self, column: u32, own: Option<&FieldKind>, next: Option<Row<'_>>) -> bool {
        let key = self
            .form
            .key_and_value()
            .map(|(key, _)| &self.form.fields[key].kind);
        let is_key = own.is_some() && own == key;
        !is_key
            && next.is_some_and(|row| {
                let mut others = row.filled();
                row.get(column).is_blank() && others.nth(1).is_some()
            })
    }

    /// Tells whether a text in the column of the keys names no key but another word of the programme, or lies over
    /// other columns as well, above records of numbers: `LAPSET PUHEEKSI` over indicators.
    fn heads_records(
        &self,
        (number, column): (u32, u32),
        text: &str,
        next: Option<Row<'_>>,
    ) -> bool {
        let Some((key, value)) = self.form.key_and_value() else {
            return false;
        };
        let is_measured = self.form.fields[value].kind != FieldKind::Text;
        let is_word = |term: &Term| matches!(term, Term::Code { .. } | Term::Form(_));
        is_measured
            && self.kind_of(column) == Some(&self.form.fields[key].kind)
            && (self.matcher.terms(text).iter().any(is_word) || self.is_merged(number, column))
            && next.is_some_and(|row| self.filled(row.number()) > 1)
    }

    /// Tells whether a cell is merged with the next ones of its row.
    pub(super) fn is_merged(&self, number: u32, column: u32) -> bool {
        self.grid.merged().iter().any(|region| {
            (region.first_row, region.first_column) == (number, column)
                && region.last_column > column
        })
    }

    /// What a heading alone on a row names, as far as the form has fields for it. `Kunta: Espoo` counts, too, and
    /// `KOKONAISUUS II: Perhekeskus` where both sides of the colon say the same.
    fn heading_terms(&self, text: &str) -> Vec<Term> {
        let wanted = |text: &str| -> Vec<Term> {
            let mut terms = self.matcher.terms(text).to_vec();
            let fields = &self.form.fields;
            if terms.is_empty() {
                terms.extend(month_among_words(self.matcher, text));
            }
            terms.retain(|term| fields.iter().any(|field| belongs(&field.kind, term)));
            terms
        };
        let Some((key, value)) = text
            .split_once(':')
            .filter(|(_, value)| !value.trim().is_empty())
        else {
            return wanted(text);
        };
        if self.matcher.is_label(key) {
            let mut terms = wanted(value);
            // `Organisaatio: Lohja` says whose the rows are, not where the work took place.
            if self.asks_organisation(key) && terms.iter().any(is_organisation) {
                terms.retain(is_organisation);
            }
            return terms;
        }
        let whole = wanted(text);
        let sides = [wanted(key), wanted(value)];
        match whole.is_empty() && sides[0] == sides[1] {
            true => sides.into_iter().next().unwrap_or_default(),
            false => whole,
        }
    }

    /// Tells whether a label names the form's field of the organisation.
    fn asks_organisation(&self, label: &str) -> bool {
        let kind = |candidate: &Candidate| {
            &self.matcher.vocabulary.forms[candidate.form].fields[candidate.field].kind
        };
        let named = self.matcher.named(label);
        named
            .iter()
            .any(|candidate| candidate.is_named() && *kind(candidate) == FieldKind::Organisation)
    }

    /// Rows after the last record that say too little are notes: footnotes, signatures, sources.
    fn settle_end(&self, first: u32, kinds: &mut [RowKind]) {
        let mut blank_before = false;
        let last_record = (0..kinds.len()).rposition(|at| match kinds[at] {
            RowKind::Data => {
                let number = first + u32_of(at);
                self.filled(number) > 1 && !self.is_contact(number)
            }
            RowKind::TotalCandidate | RowKind::RepeatedHeader => true,
            _ => false,
        });
        let start = last_record.map_or(0, |at| at + 1);
        self.note_signatures(first, kinds);
        for (at, number) in (start..kinds.len()).zip(first + u32_of(start)..) {
            match kinds[at] {
                RowKind::Blank => blank_before = true,
                RowKind::Data
                    if self.is_footnote(number, blank_before) || self.is_contact(number) =>
                {
                    kinds[at] = RowKind::Note;
                }
                RowKind::Section(_) if last_record.is_some() => kinds[at] = RowKind::Note,
                _ => {}
            }
        }
    }

    /// Rows below the last sum that hold words where the table has codes and numbers are notes: `Laatija | Maija`.
    fn note_signatures(&self, first: u32, kinds: &mut [RowKind]) {
        let Some((key, _)) = self.form.key_and_value() else {
            return;
        };
        let key = &self.form.fields[key].kind;
        let is_sum = |kind: &RowKind| *kind == RowKind::TotalCandidate;
        let Some(last_sum) = kinds.iter().rposition(is_sum) else {
            return;
        };
        let rest = last_sum + 1..kinds.len();
        let is_signature = |number: u32| {
            let mut filled = self.grid.row(number).filled();
            filled.all(|(column, value)| match value {
                CellValue::Text(text) if self.kind_of(column) == Some(key) => {
                    !self.heading_terms(text).iter().any(|term| owns(key, term))
                }
                CellValue::Text(text) => {
                    is_phone(text) || !looks_like_number(value) && is_worded(text)
                }
                _ => false,
            })
        };
        let all = rest
            .clone()
            .all(|at| kinds[at] != RowKind::Data || is_signature(first + u32_of(at)));
        if all {
            for kind in &mut kinds[rest] {
                if *kind == RowKind::Data {
                    *kind = RowKind::Note;
                }
            }
        }
    }

    /// A line of a signature: such a word, a telephone number or an address beside nothing that a record of the form holds.
    fn is_contact(&self, number: u32) -> bool {
        let filled = || self.grid.row(number).filled();
        let is_value = |(column, value): (u32, CellValue<'_>)| match self.kind_of(column) {
            Some(FieldKind::Date) => looks_like_date(value),
            Some(FieldKind::Count | FieldKind::Decimal | FieldKind::Money) => {
                looks_like_number(value)
            }
            Some(kind) => {
                let terms = self.matcher.terms(&value.text());
                terms.iter().any(|term| owns(kind, term))
            }
            None => false,
        };
        filled().any(|(_, value)| matches!(value, CellValue::Text(text) if is_signature(text)))
            && !filled().any(is_value)
    }

    pub(super) fn filled(&self, number: u32) -> usize {
        let cells = self.grid.row(number);
        cells
            .filled()
            .filter(|(column, _)| self.covers(*column))
            .take(2)
            .count()
    }

    fn is_footnote(&self, number: u32, blank_before: bool) -> bool {
        let row = self.grid.row(number);
        let Some((column, CellValue::Text(text))) = row.filled().next() else {
            return false;
        };
        let edge = self
            .columns
            .first()
            .is_some_and(|first| first.index == column);
        // `LP-koulutetut: 5` is a record with its value in the wrong cell.
        let key = text.split([':', '=']).next().unwrap_or(text);
        let terms = [self.heading_terms(text), self.heading_terms(key)].concat();
        let known = self
            .kind_of(column)
            .is_some_and(|kind| terms.iter().any(|term| owns(kind, term)));
        let telling =
            text.contains(':') || text.chars().count() > FOOTNOTE || self.is_merged(number, column);
        edge && !known && self.columns.len() > 1 && (blank_before || telling)
    }
}

/// Tells whether a text is a year, alone or behind the word for it.
fn names_year(text: &str) -> bool {
    const WORDS: [&str; 3] = ["vuosi", "år", "year"];
    let folded = normalise(text);
    let digits = folded
        .split_once(' ')
        .filter(|(word, _)| WORDS.contains(word));
    let digits = digits.map_or(&*folded, |(_, digits)| digits);
    let year = digits.parse().ok().filter(|_| digits.len() == 4);
    year.is_some_and(|year: i32| (2000..2100).contains(&year))
}

/// Tells whether a term is a value of such a field.
fn owns(kind: &FieldKind, term: &Term) -> bool {
    belongs(kind, term) && !matches!(kind, FieldKind::Date)
}

/// Tells whether a heading of this meaning says something about such a field.
pub(super) fn belongs(kind: &FieldKind, term: &Term) -> bool {
    match term {
        Term::Organisation(_) => matches!(kind, FieldKind::Organisation),
        Term::Municipality(_) => matches!(
            kind,
            FieldKind::Municipality | FieldKind::MunicipalityList | FieldKind::Organisation
        ),
        Term::Month { .. } => matches!(kind, FieldKind::Month | FieldKind::Date),
        Term::Code { list, .. } => matches!(kind, FieldKind::Code(own) if own == list),
        _ => false,
    }
}

fn u32_of(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Tells whether a term is the name of an organisation.
fn is_organisation(term: &Term) -> bool {
    matches!(term, Term::Organisation(_))
}
