//! Columns of free text (READING.md R29): cleaned, and rid of contact data.

use std::borrow::Cow;

use kooste_ingest::grid::CellValue;

use super::At;
use crate::rows::record::{Record, Slot};

/// Reads several texts in one cell; they are split when they are stored.
pub(super) fn read_list<'g>(value: CellValue<'g>, at: At<'_>, record: &mut Record<'g>) {
    read(value, at, record);
    if let Slot::Text(text) = std::mem::replace(&mut record.slots[at.field], Slot::BLANK) {
        record.slots[at.field] = Slot::Texts(text);
    }
}

/// Reads a text.
pub(super) fn read<'g>(value: CellValue<'g>, at: At<'_>, record: &mut Record<'g>) {
    record.slots[at.field] = match value {
        CellValue::Text(text) => Slot::Text(Cow::Borrowed(text.trim())),
        other => Slot::Text(other.text()),
    };
}
