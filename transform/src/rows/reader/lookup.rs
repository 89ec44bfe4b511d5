//! What the texts of a column with few different values mean: decisions first, then the words of the programme.

use std::sync::Arc;

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;
use kooste_ingest::vocabulary::{FieldKind, Term};

use super::decided::Decided;
use super::{ColumnCells, Making};
use crate::rows::record::Slot;
use crate::values::month::month;
use crate::values::{Finding, Parsed, state};

/// Looks up the texts of one column.
pub(crate) struct Lookup<'g> {
    making: Making<'g>,
    kind: FieldKind,
    decided: Decided,
}

impl<'g> Lookup<'g> {
    pub(super) fn new(making: Making<'g>, field: usize, _cells: ColumnCells<'g>) -> Self {
        Lookup {
            making,
            kind: making.form.fields[field].kind.clone(),
            decided: Decided::of_field(making, field),
        }
    }

    /// Indices of the decisions that decided something.
    pub(super) fn decided(&self) -> &[usize] {
        self.decided.used()
    }

    pub(super) fn parse(&mut self, value: CellValue<'_>) -> Parsed<Slot<'static>> {
        if let Some(missing) = state::missing(value) {
            return missing;
        }
        if self.kind == FieldKind::Month {
            return month(value, self.making.evidence.period).map(Slot::Month);
        }
        let text = value.text();
        let terms = self
            .making
            .context
            .vocabulary
            .lexicon
            .recognise(text.trim());
        let organisations = &self.making.context.organisations;
        let slot = terms.iter().find_map(|term| match (&self.kind, term) {
            (FieldKind::Code(list), Term::Code { list: of, code }) if list == of => {
                Some(Slot::Code(Arc::from(code.as_str())))
            }
            (FieldKind::CodeList(list), Term::Code { list: of, code }) if list == of => {
                Some(Slot::Codes(Arc::from([Arc::from(code.as_str())])))
            }
            (FieldKind::Municipality, Term::Municipality(code)) => {
                Some(Slot::Code(Arc::from(code.as_str())))
            }
            (FieldKind::MunicipalityList, Term::Municipality(code)) => {
                Some(Slot::Codes(Arc::from([Arc::from(code.as_str())])))
            }
            (FieldKind::Organisation, Term::Organisation(code)) => {
                organisations.find(code).map(Slot::Organisation)
            }
            _ => None,
        });
        match slot {
            Some(slot) => Parsed::exact(slot),
            None => Parsed::unreadable(Finding::new(Code::CodeUnknown, "")),
        }
    }
}
