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

/// Reads a text.
pub(super) fn read<'g>(value: CellValue<'g>, at: At<'_>, record: &mut Record<'g>) {
    let parsed = masked(text(value), at, record);
    settle(parsed, value, at, record, Slot::Text);
}

/// Reads several texts in one cell; they are split when they are stored.
pub(super) fn read_list<'g>(value: CellValue<'g>, at: At<'_>, record: &mut Record<'g>) {
    let parsed = masked(text(value), at, record);
    settle(parsed, value, at, record, Slot::Texts);
}

/// The text without e-mail addresses and telephone numbers; these are an issue, but never quoted.
fn masked<'g>(
    mut parsed: Parsed<Cow<'g, str>>,
    at: At<'_>,
    record: &mut Record<'g>,
) -> Parsed<Cow<'g, str>> {
    let masked = parsed
        .value
        .as_deref()
        .and_then(|text| match mask_contacts(text) {
            Cow::Owned(masked) => Some(masked),
            Cow::Borrowed(_) => None,
        });
    if let Some(masked) = masked {
        let issue = Issue::new(Code::ContactData)
            .cell(record.row, at.column)
            .field(at.code);
        record.issues.push(issue.found(masked.clone()));
        parsed.value = Some(Cow::Owned(masked));
    }
    parsed
}
