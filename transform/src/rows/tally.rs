//! Counts what becomes of every row of a table; the sum is checked when the table is done.

use kooste_ingest::table::{RowKind, TableRow};

use crate::submission::LedgerRow;

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Loaded,
    Quarantined,
    Total,
    Heading,
    Blank,
    Note,
}

impl Fate {
    /// The fate of a row that holds no values; none for those that do.
    pub(crate) fn of_kind(kind: &RowKind) -> Option<Self> {
        match kind {
            RowKind::Header | RowKind::RepeatedHeader | RowKind::Section(_) => Some(Fate::Heading),
            RowKind::Blank => Some(Fate::Blank),
            RowKind::Note => Some(Fate::Note),
            RowKind::Data | RowKind::TotalCandidate => None,
        }
    }
}

/// Adds a row to the ledger.
pub(crate) fn count(ledger: &mut LedgerRow, fate: Fate) {
    ledger.rows_read += 1;
    let counter = match fate {
        Fate::Loaded => &mut ledger.rows_loaded,
        Fate::Quarantined => &mut ledger.rows_quarantined,
        Fate::Total => &mut ledger.rows_total,
        Fate::Heading => &mut ledger.rows_heading,
        Fate::Blank => &mut ledger.rows_blank,
        Fate::Note => &mut ledger.rows_note,
    };
    *counter += 1;
}

/// The ledger of a sheet without tables: notes and blanks only.
pub(crate) fn of_notes(sheet: u16, rows: &[TableRow]) -> LedgerRow {
    let mut ledger = LedgerRow {
        sheet,
        table_number: 1,
        ..LedgerRow::default()
    };
    for row in rows {
        count(&mut ledger, Fate::of_kind(&row.kind).unwrap_or(Fate::Note));
    }
    ledger
}
