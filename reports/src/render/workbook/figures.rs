//! Key figures as a table, and the list of the ids by which figures are traced.

use super::sheet::Writer;
use crate::error::ReportError;
use crate::render::cell::cell_text;
use crate::summary::page::{Cell, Column, Figure, Page, Row, Table, Traced};
use crate::words::Words;

/// Key figures as a table.
pub(super) fn figures_table(words: &Words, figures: &[Figure]) -> Table {
    let courses = figures.iter().filter_map(|figure| figure.course.as_ref());
    let months = courses.map(|course| course.months.len() as u64).max();
    let rows = figures.iter().map(|figure| {
        let change = figure.change.as_ref();
        let text = |text: Option<&String>| text.map_or(Cell::None, |text| Cell::Text(text.clone()));
        let label = match &figure.unit {
            Some(unit) => format!("{}, {unit}", figure.label),
            None => figure.label.clone(),
        };
        let mut cells = vec![
            figure.value.clone(),
            text(change.map(|change| &change.text)),
            text(change.and_then(|change| change.raw.as_ref())),
            Cell::Text(figure.coverage.clone()),
            text(figure.id.as_ref()),
        ];
        if months.is_some() {
            let course = figure.course.clone();
            cells.insert(1, course.map_or(Cell::None, Cell::Course));
        }
        Row::new(label, cells)
    });
    let mut columns = vec![
        Column::words(words.say("key-figure")),
        Column::numbers(words.say("key-figure-value")),
        Column::words(words.say("column-change")),
        Column::words(words.say("key-figure-raw")),
        Column::words(words.say("coverage-column")),
        Column::words(words.say("figure-id")),
    ];
    if let Some(months) = months {
        let label = words.tell("column-course", &[("count", months.into())]);
        columns.insert(2, Column::drawings(label));
    }
    Table {
        caption: words.say("key-figures"),
        columns,
        rows: rows.collect(),
        notes: Vec::new(),
        shown: None,
    }
}

impl Writer<'_> {
    /// The sheet that lists every figure that can be traced.
    pub(super) fn ids(&mut self, page: &Page, traced: &[Traced]) -> Result<(), ReportError> {
        let widths = [44.0, 44.0, 44.0, 28.0, 15.0, 15.0];
        self.begin(page, &self.words.say("figure-ids-sheet"), &widths)?;
        self.line(&self.words.say("figure-follow"), &self.formats.line)?;
        self.row += 1;
        let text = |text: &str| match text {
            "" => Cell::None,
            text => Cell::Text(text.to_owned()),
        };
        let rows: Vec<Row> = (traced.iter())
            .map(|figure| {
                let section = format!("{} {}", figure.section.number, figure.section.title);
                let cells = vec![
                    text(figure.table),
                    text(figure.row),
                    text(figure.column),
                    Cell::Text(cell_text(figure.cell, self.words)),
                    text(figure.id),
                ];
                Row::new(section, cells)
            })
            .collect();
        let columns = [
            "figure-ids-section",
            "figure-ids-table",
            "figure-ids-row",
            "figure-ids-column",
            "key-figure-value",
            "figure-id",
        ];
        let columns = columns.map(|key| Column::words(self.words.say(key)));
        self.grid(&columns, &rows)
    }
}
