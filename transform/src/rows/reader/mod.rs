//! Reading the cells of one column: one compiled reader per column, chosen by the kind of its field.

mod date;
mod decided;
mod ditto;
mod lookup;
mod memo;
mod number;
mod plain;
mod settle;
mod text;
mod unit_column;

use std::sync::Arc;

use bumpalo::Bump;
use kooste_ingest::grid::{CellValue, Grid, Row};
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::{RowKind, Table};
use kooste_ingest::vocabulary::FieldKind;

use self::date::DateReader;
use self::ditto::Dittos;
use self::memo::MemoReader;
use self::number::NumberReader;
use self::plain::PlainTexts;
use super::fill::Fill;
use super::record::Record;
use super::years::RowYears;
use crate::evidence::{Evidence, Month};
use crate::programme::Form;
use crate::submission::Context;
use crate::values::privacy::mask_contacts;

/// What the cells of a row are understood with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ask {
    /// The month of the row, as far as it is known before the row is read.
    pub month: Option<Month>,
    /// Whether a dash means zero.
    pub dash_is_zero: bool,
    /// Whether numbers may be negative, because they are added to a report (READING.md R33).
    pub signed: bool,
}

/// The form, the table and the settings that readers are made from, and headings understood with.
#[derive(Clone, Copy)]
pub(crate) struct Making<'g> {
    pub context: &'g Context,
    pub form: &'g Form,
    pub grid: &'g Grid,
    pub table: &'g Table,
    pub evidence: &'g Evidence,
    /// The year of months that say none, where the table says one apart from them.
    pub year: Option<i32>,
    /// Where texts of values lie ([`Record::texts`]).
    pub texts: &'g Bump,
}

/// The cells of a column in the rows that hold values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ColumnCells<'g> {
    grid: &'g Grid,
    table: &'g Table,
    column: u32,
}

impl<'g> ColumnCells<'g> {
    /// Column of the sheet, from 0.
    pub(crate) fn column(self) -> u32 {
        self.column
    }

    /// The cells, from top to bottom.
    pub(crate) fn iter(self) -> impl Iterator<Item = CellValue<'g>> {
        let data = self
            .table
            .rows
            .iter()
            .filter(|row| row.kind == RowKind::Data);
        data.map(move |row| self.grid.get(row.number, self.column))
    }
}

/// Reads one column.
pub(crate) struct ColumnReader<'g> {
    /// Column of the sheet, from 0.
    pub column: u32,
    /// Field, by index.
    pub field: usize,
    /// What blank cells mean.
    pub fill: Fill,
    above: Option<u32>,
    code: Arc<str>,
    /// Label of the column as JSON key.
    label: String,
    /// Whether a missing value is stored as a state with the fact, so that it needs no note.
    stores_states: bool,
    /// What marks for "as above" stand for; numbers are never meant by them.
    dittos: Option<Dittos<'g>>,
    kind: Kind<'g>,
    plain: PlainTexts<'g>,
    /// The years that the table says apart from its months; only the column of the month has them.
    pub years: RowYears,
}

enum Kind<'g> {
    Number(Box<NumberReader<'g>>),
    Date(Box<DateReader<'g>>),
    /// Codes, municipalities, organisations, months: few different texts in many rows.
    Memo(Box<MemoReader<'g>>),
    /// A text.
    Text,
    /// Several free texts.
    Texts,
}

impl<'g> ColumnReader<'g> {
    /// Makes the reader of `column` for a field.
    pub(crate) fn new(
        making: Making<'g>,
        field: usize,
        (column, label): (u32, String),
        is_measure: bool,
    ) -> Self {
        let cells = ColumnCells {
            grid: making.grid,
            table: making.table,
            column,
        };
        let words = &making.form.fields[field];
        let kind = match words.kind {
            FieldKind::Count | FieldKind::Decimal | FieldKind::Money => Kind::Number(Box::new(
                NumberReader::new(making, field, cells, is_measure),
            )),
            FieldKind::Date => Kind::Date(Box::new(DateReader::new(making.form, field, cells))),
            FieldKind::Text | FieldKind::OrganisationText => Kind::Text,
            FieldKind::TextList => Kind::Texts,
            _ => Kind::Memo(Box::new(MemoReader::new(making, field, cells))),
        };
        ColumnReader {
            column,
            field,
            fill: Fill::Never,
            above: None,
            code: Arc::clone(&words.code),
            label,
            stores_states: making.form.stores_states && is_measure,
            dittos: (!matches!(kind, Kind::Number(_))).then(|| Dittos::of(cells, !is_measure)),
            kind,
            plain: PlainTexts::of(making.grid),
            years: RowYears::default(),
        }
    }

    /// Reads the column's cell of a row into the record.
    pub(crate) fn read(
        &mut self,
        row: Row<'g>,
        grid: &'g Grid,
        ask: &Ask,
        record: &mut Record<'g>,
    ) {
        self.turn_to_year(row.number());
        let row = self.source(row, grid);
        if self.recall(row, ask, record) {
            return;
        }
        let marks = self.dittos.as_mut().filter(|dittos| dittos.is_mark(row));
        let Some(dittos) = marks else {
            return self.read_new(row, ask, record, true);
        };
        let Some(above) = dittos.above(row) else {
            // Further down the mark may stand for something.
            return self.read_new(row, ask, record, false);
        };
        if !self.recall(above, ask, record) {
            self.read_new(above, ask, record, true);
        }
        let shown = |row: Row<'_>| mask_contacts(row.get(self.column).text().trim()).into_owned();
        let issue = Issue::new(Code::ValueCorrected)
            .reason("ditto")
            .cell(record.row, self.column)
            .field(&self.code)
            .found(shown(row))
            .suggestion(shown(above));
        record.issues.push(issue);
    }

    /// Reads a cell whose text was plain before; tells whether it was.
    #[inline]
    fn recall(&mut self, row: Row<'g>, ask: &Ask, record: &mut Record<'g>) -> bool {
        if let Kind::Date(_) = self.kind {
            // A day without a year means another day in another month.
            self.plain.turn_to(ask.month);
        }
        let text = row.text(self.column);
        text.is_some_and(|text| self.plain.recall(text, &mut record.slots[self.field]))
    }

    /// Reads a cell and remembers what its text means, if it `is_lasting` and plain.
    fn read_new(&mut self, row: Row<'g>, ask: &Ask, record: &mut Record<'g>, is_lasting: bool) {
        let value = row.get(self.column);
        if value.is_blank() {
            return;
        }
        let at = At {
            column: self.column,
            field: self.field,
            code: &self.code,
            label: &self.label,
            notes_states: !self.stores_states,
        };
        let is_plain = match &mut self.kind {
            Kind::Text => text::read(value, at, record),
            Kind::Texts => text::read_list(value, at, record),
            Kind::Number(reader) => reader.read(value, ask, at, record),
            Kind::Date(reader) => reader.read(value, ask, at, record),
            Kind::Memo(reader) => reader.read(value, at, record),
        };
        if let Some(text) = row.text(self.column)
            && is_plain
            && is_lasting
        {
            self.plain.remember(text, &record.slots[self.field]);
        }
    }

    /// The row, or the one above whose value a blank cell stands for.
    fn source(&mut self, row: Row<'g>, grid: &'g Grid) -> Row<'g> {
        if self.fill == Fill::Never {
            return row;
        }
        if !row.get(self.column).is_blank() {
            self.above = Some(row.number());
            return row;
        }
        let above = self.fill.source(row.number(), self.above);
        above.map_or(row, |above| grid.row(above))
    }

    /// Forgets the value above.
    pub(crate) fn reset_fill(&mut self) {
        self.above = None;
    }

    /// Tells whether the column holds numbers that can be summed.
    pub(crate) fn is_numeric(&self) -> bool {
        matches!(self.kind, Kind::Number(_))
    }

    /// Decimals of the column's numbers.
    pub(crate) fn decimals(&self) -> u32 {
        match &self.kind {
            Kind::Number(reader) => reader.decimals(),
            _ => 0,
        }
    }

    /// The number of a row in units of the last decimal; none if there is none to be read.
    pub(crate) fn units(&self, row: Row<'_>, ask: &Ask) -> Option<i128> {
        match &self.kind {
            Kind::Number(reader) => reader.units(row.get(self.column), ask),
            _ => None,
        }
    }

    /// Tells whether a row has a number here that cannot be read.
    pub(crate) fn is_unreadable(&self, row: Row<'_>, ask: &Ask) -> bool {
        match &self.kind {
            Kind::Number(reader) => reader.is_unreadable(row.get(self.column), ask),
            _ => false,
        }
    }

    /// Indices of the decisions that decided values of the column.
    pub(crate) fn decided(&self) -> &[usize] {
        match &self.kind {
            Kind::Memo(reader) => reader.decided(),
            _ => &[],
        }
    }

    /// Forgets what months without a year meant in another year.
    fn turn_to_year(&mut self, row: u32) {
        if self.years.is_empty() {
            return;
        }
        let year = self.years.at(row);
        if let Kind::Memo(reader) = &mut self.kind
            && reader.turn_to(year)
        {
            self.plain.forget();
        }
    }

    /// The month of a row, from the column of the month.
    pub(crate) fn month(&mut self, row: Row<'g>) -> Option<Month> {
        self.turn_to_year(row.number());
        match &mut self.kind {
            Kind::Memo(reader) => reader.month(row.get(self.column)),
            _ => None,
        }
    }

    /// The day of a row from a column of dates, if it tells its year itself or lies before `arrival`.
    pub(crate) fn day(&self, row: Row<'g>, arrival: Option<Month>) -> Option<chrono::NaiveDate> {
        match &self.kind {
            Kind::Date(reader) => reader.day(row.get(self.column), arrival),
            _ => None,
        }
    }
}

/// Where a value stands.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    /// Column of the sheet, from 0.
    pub column: u32,
    /// Field, by index.
    pub field: usize,
    /// Code of the field.
    pub code: &'a Arc<str>,
    /// Label of the column as JSON key.
    pub label: &'a str,
    /// Whether a state of nothing gets a note (READING.md R20).
    pub notes_states: bool,
}
