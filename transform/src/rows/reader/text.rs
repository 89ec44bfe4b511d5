//! Columns of free text (READING.md R29): cleaned, and rid of contact data (R30).

use std::borrow::Cow;

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::{Code, Issue};

use super::At;
use super::settle::settle;
use crate::rows::record::{Record, Slot};
use crate::values::Parsed;
use crate::values::privacy::mask_contacts;
use crate::values::text::text;

/// Reads a text; tells whether the result is plain.
pub(super) fn read<'g>(value: CellValue<'g>, at: At<'_>, record: &mut Record<'g>) -> bool {
    let (parsed, is_masked) = masked(text(value), at, record);
    let parsed = parsed.map(|text| record.lasting(text));
    settle(parsed, value, at, record, Slot::Text) && !is_masked
}

/// Reads several texts in one cell, which are split when they are stored; tells whether the result is plain.
pub(super) fn read_list<'g>(value: CellValue<'g>, at: At<'_>, record: &mut Record<'g>) -> bool {
    let (parsed, is_masked) = masked(text(value), at, record);
    let parsed = parsed.map(|text| record.lasting(text));
    settle(parsed, value, at, record, Slot::Texts) && !is_masked
}

/// The text without e-mail addresses and telephone numbers, and whether it had any; these are an issue, but never
/// quoted.
fn masked<'g>(
    mut parsed: Parsed<Cow<'g, str>>,
    at: At<'_>,
    record: &mut Record<'g>,
) -> (Parsed<Cow<'g, str>>, bool) {
    let masked = parsed
        .value
        .as_deref()
        .and_then(|text| match mask_contacts(text) {
            Cow::Owned(masked) => Some(masked),
            Cow::Borrowed(_) => None,
        });
    let is_masked = masked.is_some();
    if let Some(masked) = masked {
        let issue = Issue::new(Code::ContactData)
            .cell(record.row, at.column)
            .field(at.code);
        record.issues.push(issue.found(masked.clone()));
        parsed.value = Some(Cow::Owned(masked));
    }
    (parsed, is_masked)
}
