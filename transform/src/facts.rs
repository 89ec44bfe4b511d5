//! Facts of one form on their way into the warehouse, column by column as Arrow builders.

use std::sync::Arc;

use duckdb::arrow::array::{
    Date32Builder, Decimal128Builder, Int32Builder, ListBuilder, StringBuilder, UInt16Builder,
};
use duckdb::arrow::datatypes::DataType;
use kooste_ingest::vocabulary::FieldKind;

use crate::programme::{CodeList, Form, Programme};

/// Digits and decimals of values (`core.indicator_value.value`).
pub const VALUE_DECIMAL: (u8, i8) = (18, 4);
/// Digits and decimals of money.
pub const MONEY_DECIMAL: (u8, i8) = (14, 2);
/// Digits and decimals of hours and person-months.
pub const HOURS_DECIMAL: (u8, i8) = (10, 2);

/// A column under construction.
#[derive(Debug)]
pub enum FactColumn {
    /// VARCHAR: texts, municipalities.
    Text(StringBuilder),
    /// VARCHAR[].
    List(ListBuilder<StringBuilder>),
    /// ENUM: codes of a list, by number.
    Code(Numbering, UInt16Builder),
    /// ENUM[].
    Codes(Numbering, ListBuilder<UInt16Builder>),
    /// INTEGER.
    Count(Int32Builder),
    /// DATE.
    Date(Date32Builder),
    /// DECIMAL, in units of its last decimal.
    Decimal(Decimal128Builder),
}

impl FactColumn {
    /// An empty column for a field of a form, with room for some rows.
    #[must_use]
    pub fn for_field(programme: &Programme, form: &Form, field: usize, rows: usize) -> Self {
        /// Bytes of a usual text.
        const TEXT: usize = 32;
        let text = || StringBuilder::with_capacity(rows, rows * TEXT);
        let decimal = |(digits, decimals): (u8, i8)| {
            let builder = Decimal128Builder::with_capacity(rows);
            FactColumn::Decimal(builder.with_data_type(DataType::Decimal128(digits, decimals)))
        };
        let field = &form.fields[field];
        if let Some(numbering) = numbered(programme, &field.kind).map(Numbering::of) {
            let numbers = UInt16Builder::with_capacity(rows);
            return match field.kind {
                FieldKind::Code(_) => FactColumn::Code(numbering, numbers),
                _ => FactColumn::Codes(numbering, ListBuilder::with_capacity(numbers, rows)),
            };
        }
        match field.kind {
            FieldKind::Count => FactColumn::Count(Int32Builder::with_capacity(rows)),
            FieldKind::Date | FieldKind::Month => {
                FactColumn::Date(Date32Builder::with_capacity(rows))
            }
            FieldKind::Money => decimal(MONEY_DECIMAL),
            // The indicators' value is wider than hours and person-months.
            FieldKind::Decimal if field.unit.is_none() => decimal(VALUE_DECIMAL),
            FieldKind::Decimal => decimal(HOURS_DECIMAL),
            FieldKind::MunicipalityList | FieldKind::CodeList(_) | FieldKind::TextList => {
                FactColumn::List(ListBuilder::with_capacity(text(), rows))
            }
            _ => FactColumn::Text(text()),
        }
    }
}

/// The list whose codes a field takes, if their numbers stand for them on the way into the warehouse: lists are short, and
/// their codes stand in every row. A list with more codes than there are numbers is stored as texts.
fn numbered<'p>(programme: &'p Programme, kind: &FieldKind) -> Option<&'p CodeList> {
    let (FieldKind::Code(name) | FieldKind::CodeList(name)) = kind else {
        return None;
    };
    let list = programme.list(name)?;
    u16::try_from(list.entries.len()).is_ok().then_some(list)
}

/// The numbers of the codes of a list: their places in it, from 1.
#[derive(Debug)]
pub struct Numbering(Vec<Arc<str>>);

impl Numbering {
    fn of(list: &CodeList) -> Self {
        let codes = list.entries.iter().map(|entry| Arc::clone(&entry.code));
        Numbering(codes.collect())
    }

    /// The codes, in the order of their numbers.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|code| &**code)
    }

    /// The number of a code.
    #[must_use]
    pub fn number(&self, code: &str) -> Option<u16> {
        // Most others differ in length or in the last letter, which is seen at once.
        let last = code.as_bytes().last();
        let is_like = |known: &str| known.len() == code.len() && known.as_bytes().last() == last;
        let mut codes = self.0.iter();
        let at = codes.position(|known| is_like(known) && **known == *code)?;
        u16::try_from(at + 1).ok()
    }
}

/// Facts of one form from one file.
#[derive(Debug)]
pub struct Facts {
    /// Index of the form.
    pub form: usize,
    /// For each fact the index of its report in [`crate::submission::FileReading::reports`].
    pub report: Vec<u32>,
    /// For each fact the index of its sheet in the document.
    pub sheet: Vec<u16>,
    /// For each fact its row, from 1.
    pub row_number: Vec<u32>,
    /// One column per stored field ([`Form::stored`]), in that order.
    pub columns: Vec<FactColumn>,
    /// Why a value is missing; filled for forms that store states, else empty.
    pub missing_reason: Vec<Option<MissingReason>>,
    /// Unmatched cells as JSON object, label → text.
    pub extra: StringBuilder,
    /// For each fact its municipalities, each once, in the order of the file; filled for forms with a link table.
    pub links: ListBuilder<StringBuilder>,
}

impl Facts {
    /// No facts yet, with room for those of some rows.
    #[must_use]
    pub fn new(programme: &Programme, form: usize, rows: usize) -> Self {
        let programme_form = &programme.forms[form];
        Facts {
            form,
            report: Vec::with_capacity(rows),
            sheet: Vec::with_capacity(rows),
            row_number: Vec::with_capacity(rows),
            columns: programme_form
                .stored()
                .map(|(field, _, _)| FactColumn::for_field(programme, programme_form, field, rows))
                .collect(),
            missing_reason: Vec::new(),
            extra: StringBuilder::new(),
            links: ListBuilder::new(StringBuilder::new()),
        }
    }

    /// Count of facts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.report.len()
    }

    /// Tells whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.report.is_empty()
    }
}

/// Why a value is missing (READING.md R20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MissingReason {
    /// Blank or a dash.
    NotReported,
    /// `..`
    NotApplicable,
    /// `...`
    Confidential,
    /// `ei tietoa`, `?`
    Unknown,
    /// Unreadable, or an error value of the workbook.
    Error,
}

impl MissingReason {
    /// The name stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            MissingReason::NotReported => "not_reported",
            MissingReason::NotApplicable => "not_applicable",
            MissingReason::Confidential => "confidential",
            MissingReason::Unknown => "unknown",
            MissingReason::Error => "error",
        }
    }
}

/// How good a value is that is not exact (READING.md R19).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Quality {
    /// About.
    Approximate,
    /// At least.
    LowerBound,
    /// At most.
    UpperBound,
    /// From … to …
    Range,
    /// A word without a number.
    Vague,
}

impl Quality {
    /// The name stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Quality::Approximate => "approximate",
            Quality::LowerBound => "lower_bound",
            Quality::UpperBound => "upper_bound",
            Quality::Range => "range",
            Quality::Vague => "vague",
        }
    }
}
