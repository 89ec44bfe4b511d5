//! Rows of a template that nobody filled in (READING.md R15): what stands in them was there before.

use kooste_ingest::grid::CellValue;
use kooste_ingest::table::RowKind;
use kooste_ingest::vocabulary::FieldKind;

use super::record::Slot;
use super::table::TableReader;

impl TableReader<'_, '_> {
    /// Tells whether the current row, which lacks required values, holds nothing but what a template puts there:
    /// organisation, month or municipality, a running number, a sum of nothing, a code that is the same in every row, a question.
    pub(super) fn is_prefilled(&self) -> bool {
        if !self.record.lacks_only_values() {
            return false;
        }
        let cells = self.place.grid.row(self.record.row);
        self.plan.readers.iter().all(|reader| {
            cells.get(reader.column).is_blank()
                || self.record.slots[reader.field] == Slot::BLANK
                || self.is_given(reader.field, reader.column)
        }) && self
            .plan
            .unmatched
            .iter()
            .all(|(column, _)| is_running_number(cells.get(*column)))
            && self
                .plan
                .groups
                .iter()
                .flat_map(|group| &group.readers)
                .all(|reader| cells.get(reader.column).is_blank())
    }

    fn is_given(&self, field: usize, column: u32) -> bool {
        let words = &self.form.fields[field];
        match words.kind {
            FieldKind::Organisation
            | FieldKind::Month
            | FieldKind::Municipality
            | FieldKind::MunicipalityList => true,
            FieldKind::Count => {
                !words.sum_of.is_empty() && self.record.slots[field] == Slot::Count(0)
            }
            FieldKind::Code(_) | FieldKind::CodeList(_) => {
                self.is_same_everywhere(column) || self.is_question(field)
            }
            _ => false,
        }
    }

    /// Tells whether a field is the key of a form of keys and texts: a question that nobody answered.
    fn is_question(&self, field: usize) -> bool {
        let words = &self.place.context.vocabulary.forms[self.settler.form];
        let key = words.key_and_value();
        key.is_some_and(|(key, value)| key == field && words.fields[value].kind == FieldKind::Text)
    }

    /// Tells whether at least three rows hold the same in a column, and none anything else.
    fn is_same_everywhere(&self, column: u32) -> bool {
        let grid = self.place.grid;
        let rows = self
            .place
            .table
            .rows
            .iter()
            .filter(|row| row.kind == RowKind::Data);
        let mut values = rows
            .map(|row| grid.get(row.number, column))
            .filter(|value| !value.is_blank());
        let Some(first) = values.next() else {
            return false;
        };
        let mut more = 0;
        for value in values {
            if value != first {
                return false;
            }
            more += 1;
        }
        more >= 2
    }
}

fn is_running_number(value: CellValue<'_>) -> bool {
    let text = value.text();
    let digits = text.trim().trim_end_matches('.');
    text.trim().is_empty() || (digits.len() <= 4 && digits.parse::<u32>().is_ok())
}
