//! Figures over months as native sparklines; their numbers stand on a sheet of their own, where they can be read.

use rust_xlsxwriter::{ChartEmptyCells, Sparkline, Worksheet};

use super::chart::COLORS;
use super::sheet::Writer;
use super::texts::as_float;
use crate::error::ReportError;
use crate::summary::page::{Cell, Column, Course, Page, Row};

/// Columns before the months: section, table, row.
const BEFORE: u16 = 3;
/// The row in which the numbers begin, below title, subtitle, a line that explains and the head.
const FIRST: u32 = 5;

/// The figures over months of a page, in the order in which they stand.
pub(super) struct Courses {
    sheet: String,
    rows: Vec<Kept>,
    /// Where the next one stands: section and table.
    pub(super) section: String,
    pub(super) table: String,
}

/// A figure with its section, table and row.
struct Kept {
    place: [String; 3],
    course: Course,
}

impl Courses {
    /// Those of a page, to be written on the sheet with this name.
    pub(super) fn new(sheet: String) -> Self {
        Courses {
            sheet,
            rows: Vec::new(),
            section: String::new(),
            table: String::new(),
        }
    }

    /// Draws a figure into a cell and keeps its numbers.
    pub(super) fn draw(
        &mut self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        heading: &str,
        course: &Course,
    ) -> Result<(), ReportError> {
        let at = FIRST + u32::try_from(self.rows.len()).unwrap_or(0);
        let last = BEFORE + u16::try_from(course.months.len()).unwrap_or(1) - 1;
        let (low, _) = course.bounds();
        let sparkline = Sparkline::new()
            .set_range((self.sheet.as_str(), at, BEFORE, at, last))
            .show_empty_cells_as(ChartEmptyCells::Gaps)
            .show_last_point(true)
            .set_sparkline_color(COLORS[0])
            .set_last_point_color(COLORS[0])
            .set_custom_min(as_float(low));
        sheet.add_sparkline(row, column, &sparkline)?;
        self.rows.push(Kept {
            place: [self.section.clone(), self.table.clone(), heading.to_owned()],
            course: course.clone(),
        });
        Ok(())
    }
}

impl Writer<'_> {
    /// The sheet of the numbers: a row per figure, a column per month; a month without a number is empty.
    pub(super) fn courses(&mut self, page: &Page) -> Result<(), ReportError> {
        let widths = [44.0, 44.0, 44.0];
        self.begin(page, &self.words.say("courses-sheet"), &widths)?;
        self.line(&self.words.say("courses-note"), &self.formats.line)?;
        self.row += 1;
        let heads = ["figure-ids-section", "figure-ids-table", "figure-ids-row"];
        let mut columns: Vec<Column> = heads.map(|key| Column::words(self.words.say(key))).into();
        let months = self.courses.rows.first().map(|kept| &kept.course.months);
        let month = |(month, _): &(_, _)| Column::numbers(self.words.short_month(*month));
        columns.extend(months.into_iter().flatten().map(month));
        let rows: Vec<Row> = self.courses.rows.iter().map(row).collect();
        self.grid(&columns, &rows)
    }
}

fn row(kept: &Kept) -> Row {
    let [section, table, row] = kept.place.clone();
    let mut cells = vec![Cell::Text(table), Cell::Text(row)];
    cells.extend(
        kept.course
            .months
            .iter()
            .map(|(_, cell)| match cell.shown() {
                Some(_) => cell.clone(),
                None => Cell::Text(String::new()),
            }),
    );
    Row::new(section, cells)
}
