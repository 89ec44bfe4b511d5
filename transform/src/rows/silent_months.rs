//! Lists of months that are filled in up to now (READING.md R16): a month without any value is no report.

use kooste_ingest::grid::Grid;
use kooste_ingest::table::{RowKind, Table};
use kooste_ingest::vocabulary::FieldKind;

use super::plan::Plan;
use super::reader::ColumnReader;
use crate::evidence::Month;
use crate::programme::Form;

impl<'g> Plan<'g> {
    /// The months in the column of the month of which no row holds a value, in a table where another month has some: a
    /// list of months that is filled in up to now (READING.md R16).
    pub(crate) fn silent_months(
        &mut self,
        form: &Form,
        grid: &'g Grid,
        table: &Table,
    ) -> Vec<Month> {
        let of_values = self.groups.iter().filter(|group| !group.axes.total);
        let across = of_values.flat_map(|group| &group.readers);
        let measures: Vec<u32> = self
            .readers
            .iter()
            .filter(|reader| {
                !matches!(
                    form.fields[reader.field].kind,
                    FieldKind::Month
                        | FieldKind::Organisation
                        | FieldKind::Municipality
                        | FieldKind::Code(_)
                )
            })
            .chain(across)
            .map(|reader| reader.column)
            .collect();
        let is_month = |reader: &&mut ColumnReader<'g>| Some(reader.field) == self.period;
        let Some(reader) = self.readers.iter_mut().find(is_month) else {
            return Vec::new();
        };
        let (mut silent, mut told, mut month) = (Vec::new(), Vec::new(), None);
        for row in table.rows.iter().filter(|row| row.kind == RowKind::Data) {
            let row = grid.row(row.number);
            month = reader.month(row).or(month);
            let has_value = measures.iter().any(|column| !row.get(*column).is_blank());
            let known: &mut Vec<Month> = if has_value { &mut told } else { &mut silent };
            if let Some(month) = month.filter(|month| !known.contains(month)) {
                known.push(month);
            }
        }
        silent.retain(|month| !told.contains(month));
        if told.is_empty() { Vec::new() } else { silent }
    }
}
