//! A record becomes a fact: its slots go straight into the Arrow builders.

use duckdb::arrow::array::{ListBuilder, StringBuilder};

use super::record::{Record, Slot};
use crate::facts::{FactColumn, Facts, MissingReason};
use crate::programme::{Form, Storage};
use crate::values::list;

/// Where a fact belongs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Home {
    /// Index of the report.
    pub report: u32,
    /// Index of the sheet.
    pub sheet: u16,
}

/// Which slot goes into which column of a form's facts.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    stored: Vec<usize>,
    links: Option<usize>,
    stores_states: bool,
}

impl Layout {
    /// The layout of a form.
    pub(crate) fn of_form(form: &Form) -> Self {
        let links = |storage: &Storage| matches!(storage, Storage::MunicipalityLinks);
        Layout {
            stored: form.stored().map(|(field, _, _)| field).collect(),
            links: form.fields.iter().position(|field| links(&field.storage)),
            stores_states: form.stores_states,
        }
    }

    /// Appends a record; `state` tells why the form's measure is missing, if it is.
    pub(crate) fn append(
        &self,
        facts: &mut Facts,
        record: &mut Record<'_>,
        home: Home,
        state: Option<MissingReason>,
    ) {
        facts.report.push(home.report);
        facts.sheet.push(home.sheet);
        facts.row_number.push(record.row);
        for (column, field) in facts.columns.iter_mut().zip(&self.stored) {
            append_slot(column, &record.slots[*field]);
        }
        if self.stores_states {
            facts.missing_reason.push(state);
        }
        if record.extra.is_empty() {
            facts.extra.append_null();
        } else {
            facts.extra.append_value(record.extra.finish());
        }
        if let Some(field) = self.links {
            link(&mut facts.links, &record.slots[field]);
        }
    }
}

/// Adds the municipalities of a fact, each once.
fn link(links: &mut ListBuilder<StringBuilder>, slot: &Slot<'_>) {
    let codes: &[&str] = match slot {
        Slot::Codes(codes) => codes,
        Slot::Code(code) => &[code],
        _ => &[],
    };
    for (at, code) in codes.iter().enumerate() {
        if !codes[..at].contains(code) {
            links.values().append_value(code);
        }
    }
    links.append(true);
}

/// A slot of another kind than its column would be a fault of the plan; it is stored as missing.
fn append_slot(column: &mut FactColumn, slot: &Slot<'_>) {
    match (column, slot) {
        (FactColumn::Text(builder), Slot::Text(text)) => builder.append_value(text),
        (FactColumn::Text(builder), Slot::Code(code)) => builder.append_value(code),
        (FactColumn::Code(list, builder), Slot::Code(code)) => {
            let number = list.number(code);
            debug_assert!(number.is_some(), "a code that is not in its list");
            builder.append_option(number);
        }
        (FactColumn::Codes(list, builder), Slot::Codes(codes)) => {
            for code in codes.iter() {
                let number = list.number(code);
                debug_assert!(number.is_some(), "a code that is not in its list");
                builder.values().append_option(number);
            }
            builder.append(true);
        }
        (FactColumn::Count(builder), Slot::Count(count)) => builder.append_value(*count),
        (FactColumn::Date(builder), Slot::Day(day)) => builder.append_value(*day),
        (FactColumn::Decimal(builder), Slot::Decimal(units)) => {
            builder.append_value((*units).into())
        }
        (FactColumn::List(builder), Slot::Codes(codes)) => {
            codes
                .iter()
                .for_each(|code| builder.values().append_value(code));
            builder.append(true);
        }
        (FactColumn::List(builder), Slot::Texts(text)) => {
            list::split_free(text).for_each(|part| builder.values().append_value(part));
            builder.append(true);
        }
        (FactColumn::Text(builder), slot) => append_null(slot, || builder.append_null()),
        (FactColumn::Code(_, builder), slot) => append_null(slot, || builder.append_null()),
        (FactColumn::Codes(_, builder), slot) => append_null(slot, || builder.append(false)),
        (FactColumn::Count(builder), slot) => append_null(slot, || builder.append_null()),
        (FactColumn::Date(builder), slot) => append_null(slot, || builder.append_null()),
        (FactColumn::Decimal(builder), slot) => append_null(slot, || builder.append_null()),
        (FactColumn::List(builder), slot) => append_null(slot, || builder.append(false)),
    }
}

fn append_null(slot: &Slot<'_>, append: impl FnOnce()) {
    debug_assert!(slot.is_missing(), "a slot of another kind than its column");
    append();
}
