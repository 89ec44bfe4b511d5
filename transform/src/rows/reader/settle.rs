//! From the result of a value's reader to the record: slot, issues, notes.

use kooste_ingest::grid::CellValue;

use super::At;
use crate::facts::{MissingReason, Quality};
use crate::rows::record::{Record, Remark, Slot};
use crate::values::Parsed;
use crate::values::privacy::mask_contacts;

/// Puts a result into the record; tells whether it is plain: an exact value of which nothing else is to be said.
pub(super) fn settle<'g, T>(
    parsed: Parsed<T>,
    cell: CellValue<'_>,
    at: At<'_>,
    record: &mut Record<'g>,
    slot: impl FnOnce(T) -> Slot<'g>,
) -> bool {
    let is_plain = parsed.is_plain();
    if let Some(value) = parsed.value {
        record.slots[at.field] = slot(value);
        if is_plain {
            return true;
        }
    } else {
        let vague = parsed.quality == Some(Quality::Vague);
        let reason = if vague {
            MissingReason::Unknown
        } else {
            MissingReason::NotReported
        };
        record.slots[at.field] = Slot::Missing(parsed.missing.unwrap_or(reason));
    }
    let raw = cell.text();
    let raw = raw.trim();
    let missing_reason = match &record.slots[at.field] {
        Slot::Missing(MissingReason::NotReported) => None,
        Slot::Missing(reason) => Some(*reason).filter(|_| at.notes_states),
        _ => None,
    };
    if parsed.quality.is_some() || missing_reason.is_some() {
        record.remarks.push(Remark {
            field: at.field,
            raw: mask_contacts(raw).into_owned(),
            quality: parsed.quality,
            low: parsed.low,
            high: parsed.high,
            missing_reason,
            axes: Vec::new(),
        });
    }
    for finding in parsed.findings {
        if finding.reason == "first-of-several" {
            // The others stay with the row (READING.md R26).
            record.extra.entry(at.label, raw);
        }
        let issue = finding
            .issue(mask_contacts(raw))
            .cell(record.row, at.column)
            .field(at.code);
        record.issues.push(issue);
    }
    false
}
