//! How the columns of a table are read: one compiled reader per column with a field, groups of columns for the
//! values of a wide table (READING.md R10), and the columns that match nothing (R9).

use std::sync::Arc;

use kooste_ingest::grid::Grid;
use kooste_ingest::table::{Column, RowKind, Table};
use kooste_ingest::vocabulary::{FieldKind, Term};

use super::fill::Fill;
use super::json;
use super::reader::{ColumnReader, Making};
use super::sections::municipality_field;
use super::ticks::Ticks;
use super::years::{RowYears, years_of_list};
use crate::evidence::{Evidence, Month, Organisations};
use crate::programme::{Field, Form, Storage};

/// What a wide column's header says of every value below it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Axes<'g> {
    /// The month.
    pub month: Option<Month>,
    /// The municipality, by its code.
    pub municipality: Option<&'g str>,
    /// The organisation, in a form without municipalities: whose report the values belong to.
    pub organisation: Option<usize>,
    /// Whether it names an organisation that does not report to the region.
    pub organisation_unknown: bool,
    /// Codes of fields, by index.
    pub codes: Vec<(usize, &'g str)>,
    /// Whether it labels a sum over the other columns.
    pub total: bool,
    /// Whether it names a month whose year nothing tells.
    pub month_without_year: bool,
}

impl Axes<'_> {
    /// The codes that tell the values apart from others of the same row and report.
    pub(crate) fn told(&self) -> Vec<Arc<str>> {
        let codes = self.codes.iter().map(|(_, code)| *code);
        codes.chain(self.municipality).map(Arc::from).collect()
    }
}

/// Columns of a wide table that tell of the same thing; together they make one fact per row.
pub(crate) struct Group<'g> {
    pub axes: Axes<'g>,
    /// Readers of the values.
    pub readers: Vec<ColumnReader<'g>>,
    /// Whether the table holds any value in these columns.
    pub has_values: bool,
}

/// How a table is read.
pub(crate) struct Plan<'g> {
    /// The field whose value the form is about: an amount, a value, an answer.
    pub measure: Option<usize>,
    /// Fields that every record must have.
    pub required: Vec<usize>,
    /// The day on which a record's activity starts: a required date.
    pub start: Option<usize>,
    /// The field of the month.
    pub period: Option<usize>,
    /// The field of the organisation.
    pub organisation: Option<usize>,
    /// The field of the municipalities.
    pub municipality: Option<usize>,
    /// Whether the table tells municipalities, in a column or across.
    pub has_municipalities: bool,
    /// Columns that hold one field for all records.
    pub readers: Vec<ColumnReader<'g>>,
    /// Columns of a wide table.
    pub groups: Vec<Group<'g>>,
    /// Columns of ticks.
    pub ticks: Vec<Ticks<'g>>,
    /// Columns that match nothing, with their labels as JSON keys.
    pub unmatched: Vec<(u32, String)>,
    /// All columns with their labels as JSON keys.
    pub keys: Vec<(u32, String)>,
    /// The years that the table says apart from its months.
    pub years: RowYears,
}

impl<'g> Plan<'g> {
    /// Makes the plan of a table.
    pub(crate) fn new(making: Making<'g>) -> Self {
        let Making {
            context,
            form,
            grid,
            table,
            evidence,
            year: _,
            texts: _,
        } = making;
        let mut plan = Plan::of_form(form);
        let labels = table
            .columns
            .iter()
            .map(|column| (column.index, &*column.label));
        let columns = table.columns.iter().map(|column| column.index);
        plan.keys = columns.zip(json::keys(labels)).collect();
        let rows = DataRows { grid, table };
        plan.years = RowYears::of_table(grid, table);
        let years = plan.years_across(&rows, evidence);
        for (at, column) in table.columns.iter().enumerate() {
            let field = plan.field_of(column, table).filter(|field| {
                // Where a decision settles whose report it is, the column does not.
                !evidence.organisation_settled || plan.organisation != Some(*field)
            });
            let Some(field) = field else {
                plan.unmatched.push(plan.keys[at].clone());
                continue;
            };
            if let Some(ticks) = Ticks::of_column(column, field, form) {
                plan.ticks.push(ticks);
                continue;
            }
            let mut reader = ColumnReader::new(
                making,
                field,
                plan.keys[at].clone(),
                plan.measure == Some(field),
            );
            if plan.period == Some(field) {
                reader.years.clone_from(&plan.years);
            }
            if !column.axes.is_empty() {
                let axes = axes(column, form, &years, &context.organisations);
                plan.add_to_group(axes, reader, rows.has_value(column.index));
                continue;
            }
            plan.readers.push(reader);
        }
        plan.fill_down(form, grid, table);
        plan.finish(&rows);
        plan
    }

    /// The years of the months across that say none, of those with values first.
    fn years_across(&self, rows: &DataRows<'_>, evidence: &Evidence) -> Vec<(u32, Option<i32>)> {
        let header = rows.table.header.map_or(0, |(_, last)| last);
        let above = self.years.at(header);
        let listed = |with_values: bool| {
            let mut months: Vec<u32> = Vec::new();
            for column in &rows.table.columns {
                let month = column.axes.iter().find_map(|term| match term {
                    Term::Month { year: None, month } => Some(*month),
                    _ => None,
                });
                let is_wanted = |month: &u32| {
                    !months.contains(month) && (!with_values || rows.has_value(column.index))
                };
                months.extend(month.filter(is_wanted));
            }
            months
        };
        let mut years = years_of_list(&listed(true), above, evidence);
        let all = listed(false);
        for (month, year) in years_of_list(&all, above, evidence) {
            if !years.iter().any(|(known, _)| *known == month) {
                years.push((month, year));
            }
        }
        years
    }

    /// Finds out which blank cells mean "as above".
    fn fill_down(&mut self, form: &Form, grid: &Grid, table: &Table) {
        let filling = |reader: &&mut ColumnReader<'_>| form.fields[reader.field].fills_down;
        let readers: Vec<&mut ColumnReader<'_>> = self.readers.iter_mut().filter(filling).collect();
        let columns: Vec<u32> = readers.iter().map(|reader| reader.column).collect();
        let fills = Fill::of_columns(grid, &table.rows, &columns);
        for (reader, fill) in readers.into_iter().zip(fills) {
            reader.fill = fill;
        }
        let answers = self.measure.map(|at| &form.fields[at].kind) == Some(&FieldKind::Text);
        for reader in &mut self.readers {
            let field = &form.fields[reader.field];
            // A question merged over the rows of its answer, or written once above them.
            if !field.fills_down && matches!(field.kind, FieldKind::Code(_)) {
                let column = reader.column;
                reader.fill = if answers && field.required {
                    Fill::of_columns(grid, &table.rows, &[column]).swap_remove(0)
                } else {
                    Fill::of_merged(grid, column)
                };
            }
        }
    }

    fn of_form(form: &Form) -> Self {
        let field = |wanted: &dyn Fn(&Field) -> bool| form.fields.iter().position(wanted);
        Plan {
            measure: measure(form),
            required: (0..form.fields.len())
                .filter(|at| form.fields[*at].required)
                .collect(),
            start: field(&|field| field.required && field.kind == FieldKind::Date),
            period: field(&|field| field.storage == Storage::Period),
            organisation: field(&|field| field.storage == Storage::Organisation),
            municipality: municipality_field(form),
            has_municipalities: false,
            readers: Vec::new(),
            groups: Vec::new(),
            ticks: Vec::new(),
            unmatched: Vec::new(),
            keys: Vec::new(),
            years: RowYears::default(),
        }
    }

    /// The field of a column; a column across without a field holds the measure.
    fn field_of(&self, column: &Column, table: &Table) -> Option<usize> {
        let across = self.measure.filter(|_| !column.axes.is_empty());
        column
            .field
            .filter(|field| !table.ambiguous.contains(field))
            .or(across)
    }

    /// Settles what depends on all columns: what stands across is not asked of every row.
    fn finish(&mut self, rows: &DataRows<'_>) {
        let across = |field: &usize| {
            self.groups
                .iter()
                .any(|group| group.axes.codes.iter().any(|(known, _)| known == field))
        };
        self.required.retain(|field| !across(field));
        // A value may be understood by the codes of its row: they are read first.
        let measure = self.measure;
        self.readers
            .sort_by_key(|reader| Some(reader.field) == measure);
        let named_across = self
            .groups
            .iter()
            .any(|group| group.axes.municipality.is_some());
        // A column that nobody filled in says no more than none.
        let has_column = self.municipality.is_some_and(|field| {
            let mut columns = self.readers.iter().filter(|reader| reader.field == field);
            columns.any(|reader| rows.has_value(reader.column))
        });
        self.has_municipalities = named_across || has_column;
    }

    fn add_to_group(&mut self, axes: Axes<'g>, reader: ColumnReader<'g>, has_values: bool) {
        // A group holds a field once; the same axes again are another fact.
        let same = |group: &&mut Group<'_>| {
            group.axes == axes
                && group
                    .readers
                    .iter()
                    .all(|known| known.field != reader.field)
        };
        match self.groups.iter_mut().find(same) {
            Some(group) => {
                group.readers.push(reader);
                group.has_values |= has_values;
            }
            None => self.groups.push(Group {
                axes,
                readers: vec![reader],
                has_values,
            }),
        }
    }

    /// Tells whether the records carry their values across.
    pub(crate) fn is_wide(&self) -> bool {
        !self.groups.is_empty()
    }

    /// The months across, of columns that hold any value: one without is no report (READING.md R16).
    pub(crate) fn months_across(&self) -> impl Iterator<Item = Month> {
        self.groups
            .iter()
            .filter(|group| group.has_values)
            .filter_map(|group| group.axes.month)
    }

    /// Tells whether a field has a column of its own.
    pub(crate) fn has_column(&self, field: usize) -> bool {
        self.readers.iter().any(|reader| reader.field == field)
    }

    /// Indices of the decisions that decided values of the table, as often as they did.
    pub(crate) fn decided(&self) -> impl Iterator<Item = usize> {
        self.readers
            .iter()
            .flat_map(|reader| reader.decided().iter().copied())
    }

    /// The column of a field, where it has one of its own.
    pub(crate) fn column_of(&self, field: usize) -> Option<u32> {
        let reader = self.readers.iter().find(|reader| reader.field == field)?;
        Some(reader.column)
    }

    /// Forgets the values above: what comes below belongs to something else.
    pub(crate) fn reset_fill(&mut self) {
        self.readers.iter_mut().for_each(ColumnReader::reset_fill);
    }

    /// The months that the column of the month holds.
    pub(crate) fn months_in_column(&mut self, grid: &'g Grid, table: &Table) -> Vec<Month> {
        let Some(reader) = self
            .readers
            .iter_mut()
            .find(|reader| Some(reader.field) == self.period)
        else {
            return Vec::new();
        };
        let data = table.rows.iter().filter(|row| row.kind == RowKind::Data);
        data.filter_map(|row| reader.month(grid.row(row.number)))
            .collect()
    }

    /// All readers of numbers, plain ones first, in a fixed order.
    pub(crate) fn numeric(&self) -> impl Iterator<Item = &ColumnReader<'g>> {
        let across = self.groups.iter().flat_map(|group| &group.readers);
        self.readers
            .iter()
            .chain(across)
            .filter(|reader| reader.is_numeric())
    }
}

/// The field whose value a form is about: the required number, else the last required text.
fn measure(form: &Form) -> Option<usize> {
    let is_number = |kind: &FieldKind| {
        matches!(
            kind,
            FieldKind::Count | FieldKind::Decimal | FieldKind::Money
        )
    };
    let required = |wanted: &dyn Fn(&FieldKind) -> bool| {
        form.fields
            .iter()
            .rposition(|field| field.required && wanted(&field.kind))
    };
    required(&is_number).or_else(|| required(&|kind| *kind == FieldKind::Text))
}

fn axes<'g>(
    column: &'g Column,
    form: &Form,
    years: &[(u32, Option<i32>)],
    organisations: &Organisations,
) -> Axes<'g> {
    let mut axes = Axes::default();
    for term in &column.axes {
        match term {
            Term::Month { year, month } if axes.month.is_none() => {
                let of_list = || years.iter().find(|(known, _)| known == month)?.1;
                let year = year.or_else(of_list);
                axes.month = year.and_then(|year| Month::new(year, *month));
                axes.month_without_year = axes.month.is_none();
            }
            Term::Municipality(code) if municipality_field(form).is_some() => {
                axes.municipality.get_or_insert(code.as_str());
            }
            Term::Municipality(code) | Term::Organisation(code) => {
                let found = match term {
                    Term::Municipality(_) => organisations.of_municipality(code),
                    _ => organisations.find(code),
                };
                axes.organisation = axes.organisation.or(found);
                axes.organisation_unknown = axes.organisation.is_none();
            }
            Term::Code { list, code } => {
                let is_of = |kind: &FieldKind| *kind == FieldKind::Code(list.clone());
                let field = form.fields.iter().position(|field| is_of(&field.kind));
                let is_new = |field: &usize| axes.codes.iter().all(|(known, _)| known != field);
                if let Some(field) = field.filter(is_new) {
                    axes.codes.push((field, code));
                }
            }
            Term::Total => axes.total = true,
            _ => {}
        }
    }
    axes
}

struct DataRows<'g> {
    grid: &'g Grid,
    table: &'g Table,
}

impl DataRows<'_> {
    /// Tells whether any row holds more than a blank or a dash in this column.
    fn has_value(&self, column: u32) -> bool {
        let data = self
            .table
            .rows
            .iter()
            .filter(|row| row.kind == RowKind::Data);
        data.map(|row| self.grid.get(row.number, column))
            .any(|value| {
                !value.is_blank() && !matches!(&*value.text().trim().to_owned(), "-" | "–" | "—")
            })
    }
}
