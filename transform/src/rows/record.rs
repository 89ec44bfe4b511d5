//! One row understood: a value or a reason for every field, what was noticed, and whether it can load.

use std::borrow::Cow;
use std::sync::Arc;

use bumpalo::Bump;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::vocabulary::FieldKind;
use rust_decimal::Decimal;

use super::digest::Digest;
use super::json::JsonObject;
use crate::evidence::Month;
use crate::facts::{MissingReason, Quality};

/// Value of one field. Its texts lie in the grid or beside it, so that copying it costs nothing: most cells of a file say
/// what others said before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Slot<'g> {
    /// Nothing, and why.
    Missing(MissingReason),
    /// A text, cleaned.
    Text(&'g str),
    /// Several free texts in one, still to be split.
    Texts(&'g str),
    /// A code, or a municipality's code.
    Code(&'g str),
    /// Several codes.
    Codes(&'g [&'g str]),
    /// A whole number.
    Count(i32),
    /// A day, in days since 1970-01-01.
    Day(i32),
    /// A decimal, in units of its column's last decimal.
    Decimal(i64),
    /// An organisation of the region, by index.
    Organisation(usize),
    /// A month.
    Month(Month),
}

impl<'g> Slot<'g> {
    pub(crate) const BLANK: Slot<'static> = Slot::Missing(MissingReason::NotReported);

    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Slot::Missing(_))
    }

    /// One code, or a municipality's, as a field of this kind takes it: alone or in a list.
    pub(crate) fn of_code(code: &'g str, kind: &FieldKind, texts: &'g Bump) -> Self {
        match kind {
            FieldKind::Code(_) | FieldKind::Municipality => Slot::Code(code),
            _ => Slot::Codes(texts.alloc_slice_copy(&[code])),
        }
    }

    fn digest(&self, digest: &mut Digest) {
        match self {
            Slot::Missing(reason) => digest.number(*reason as u64),
            Slot::Text(text) | Slot::Texts(text) => digest.text(text),
            Slot::Code(code) => digest.text(code),
            Slot::Codes(codes) => {
                digest.number(codes.len() as u64);
                codes.iter().for_each(|code| digest.text(code));
            }
            Slot::Count(number) | Slot::Day(number) => {
                digest.number(u64::from(number.cast_unsigned()))
            }
            Slot::Decimal(units) => {
                let units = i128::from(*units).cast_unsigned();
                #[expect(clippy::cast_possible_truncation, reason = "both halves are added")]
                for half in [units as u64, (units >> 64) as u64] {
                    digest.number(half);
                }
            }
            // Whose report it is and for which month is not part of its values.
            Slot::Organisation(_) | Slot::Month(_) => digest.number(0),
        }
    }
}

/// What is to be known of a value that is not exact or not there, still without its report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Remark {
    pub field: usize,
    pub raw: String,
    pub quality: Option<Quality>,
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub missing_reason: Option<MissingReason>,
    /// Codes that the header of the cell tells.
    pub axes: Vec<Arc<str>>,
}

/// A row understood; reused from row to row.
#[derive(Debug)]
pub(crate) struct Record<'g> {
    /// Where texts lie that are not in the grid as they are stored; all go with the table.
    pub texts: &'g Bump,
    /// Row of the sheet, from 1.
    pub row: u32,
    /// One value per field of the form.
    pub slots: Vec<Slot<'g>>,
    /// What was noticed; mostly nothing.
    pub issues: Vec<Issue>,
    /// Notes on values; mostly none.
    pub remarks: Vec<Remark>,
    /// Cells of unmatched columns.
    pub extra: JsonObject,
    /// Why the row cannot load; mostly empty.
    pub faults: Vec<Code>,
}

impl<'g> Record<'g> {
    /// An empty record.
    pub(crate) fn new(texts: &'g Bump) -> Self {
        Record {
            texts,
            row: 0,
            slots: Vec::new(),
            issues: Vec::new(),
            remarks: Vec::new(),
            extra: JsonObject::default(),
            faults: Vec::new(),
        }
    }

    /// A text that lasts as long as the record.
    pub(crate) fn lasting(&self, text: Cow<'g, str>) -> &'g str {
        match text {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => self.texts.alloc_str(&text),
        }
    }

    /// Makes the record ready for the next row of a form with `fields` fields.
    pub(crate) fn clear(&mut self, row: u32, fields: usize) {
        self.row = row;
        self.slots.clear();
        self.slots.resize(fields, Slot::BLANK);
        self.issues.clear();
        self.remarks.clear();
        self.extra.clear();
        self.faults.clear();
    }

    /// Notes a fault that sets the row aside; each code once.
    pub(crate) fn fault(&mut self, code: Code) {
        if !self.faults.contains(&code) {
            self.faults.push(code);
        }
    }

    /// Hash of what the record is of: its codes and municipalities.
    pub(crate) fn subject(&self) -> u64 {
        let mut digest = Digest::default();
        let codes = |slot: &&Slot<'_>| matches!(slot, Slot::Code(_) | Slot::Codes(_));
        self.slots
            .iter()
            .filter(codes)
            .for_each(|slot| slot.digest(&mut digest));
        digest.finish()
    }

    /// Tells whether words say more of the record than its codes do.
    pub(crate) fn has_words(&self) -> bool {
        let is_text = |slot: &Slot<'_>| matches!(slot, Slot::Text(_) | Slot::Texts(_));
        !self.extra.is_empty() || self.slots.iter().any(is_text)
    }

    /// Hash of the value of one field.
    pub(crate) fn value(&self, field: usize) -> u64 {
        let mut digest = Digest::default();
        self.slots[field].digest(&mut digest);
        digest.finish()
    }

    /// Hash of the values of all fields but organisation and month, and of the cells of unmatched columns.
    pub(crate) fn digest(&self) -> u64 {
        let mut digest = Digest::default();
        for slot in &self.slots {
            slot.digest(&mut digest);
        }
        if !self.extra.is_empty() {
            digest.text(self.extra.entries());
        }
        digest.finish()
    }
}
