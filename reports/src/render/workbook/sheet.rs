//! A section as a sheet, block below block.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Format, FormatAlign, Note, Table as NativeTable, TableColumn, TableStyle, Worksheet,
};

use super::chart;
use super::courses::Courses;
use super::figures::figures_table;
use super::formats::{Formats, as_total};
use super::texts::{as_float, clipped, lines_of, parts, unlike};
use crate::error::ReportError;
use crate::render::cell::cell_text;
use crate::summary::page::{
    Block, Cell, Chart, Column, DataPlace, Page, QuoteGroup, Row, Section, Table,
};
use crate::words::Words;

/// Widths of the first column and of the others, in letters.
const WIDTHS: (f64, f64) = (44.0, 15.0);
/// Width of a column with texts at most, in letters.
const WIDEST: f64 = 40.0;
/// Height of a line, points.
pub(crate) const LINE_POINTS: u32 = 15;
/// Height of a line with a title, points: not every program makes room by itself.
pub(crate) const TITLE_POINTS: u32 = 24;
/// Columns that get a width.
const COLUMNS: u16 = 16;

/// Prints a sheet as wide as an A4 page, with what it is and the page at its foot.
pub(super) fn on_paper(sheet: &mut Worksheet, title: &str) {
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    // `&` begins a code in a footer; doubled it is itself.
    sheet.set_footer(format!("&L{}&R&P / &N", title.replace('&', "&&")));
}

/// Writes one sheet from top to bottom.
pub(super) struct Writer<'a> {
    pub(super) sheet: &'a mut Worksheet,
    pub(super) words: &'a Words,
    pub(super) formats: &'a Formats,
    /// The next free row.
    pub(super) row: u32,
    /// Widths of the columns, in letters.
    widths: Vec<f64>,
    /// Figures over months that were drawn so far.
    pub(super) courses: &'a mut Courses,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        sheet: &'a mut Worksheet,
        words: &'a Words,
        formats: &'a Formats,
        courses: &'a mut Courses,
    ) -> Self {
        Writer {
            sheet,
            words,
            formats,
            row: 0,
            widths: vec![WIDTHS.1; COLUMNS.into()],
            courses,
        }
    }

    fn widen(&mut self, column: u16, width: f64) -> Result<(), ReportError> {
        self.sheet.set_column_width(column, width)?;
        if let Some(known) = self.widths.get_mut(usize::from(column)) {
            *known = width;
        }
        Ok(())
    }

    /// The whole sheet of a section.
    pub(super) fn section(&mut self, page: &Page, section: &Section) -> Result<(), ReportError> {
        let title = format!("{} {}", section.number, section.title);
        self.begin(page, &title, &self.widths_of(&section.blocks))?;
        self.courses.section = title;
        for sentence in &section.lead {
            self.line(sentence, &self.formats.line)?;
        }
        self.row += 1;
        for block in &section.blocks {
            self.block(block)?;
        }
        Ok(())
    }

    /// Widths of the columns in which the texts of all tables of a sheet find room.
    fn widths_of(&self, blocks: &[Block]) -> Vec<f64> {
        let mut widths = vec![WIDTHS.1; COLUMNS.into()];
        widths[0] = WIDTHS.0;
        let mut tables = Vec::new();
        for block in blocks {
            match block {
                Block::Table(table) => tables.push(table.clone()),
                Block::Chart(chart) => tables.push(chart.table.clone()),
                Block::Figures(figures) => tables.push(figures_table(self.words, figures)),
                Block::Pair(blocks) => {
                    for (width, wanted) in widths.iter_mut().zip(self.widths_of(blocks)) {
                        *width = width.max(wanted);
                    }
                }
                _ => {}
            }
        }
        for row in tables.iter().flat_map(|table| &table.rows) {
            for (width, cell) in widths.iter_mut().skip(1).zip(&row.cells) {
                if let Cell::Text(text) = cell {
                    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
                    *width = width.max(f64::from(letters).min(WIDEST));
                }
            }
        }
        widths
    }

    /// Sets up the sheet and writes its title; columns without a width get the ordinary one.
    pub(super) fn begin(
        &mut self,
        page: &Page,
        title: &str,
        widths: &[f64],
    ) -> Result<(), ReportError> {
        self.sheet.set_screen_gridlines(false);
        for column in 0..COLUMNS {
            let width = widths.get(usize::from(column)).copied();
            self.widen(column, width.unwrap_or(WIDTHS.1))?;
        }
        self.sheet.set_landscape();
        on_paper(self.sheet, &page.subtitle);
        self.sheet.set_row_height(self.row, TITLE_POINTS)?;
        self.line(title, &self.formats.title)?;
        self.line(&page.subtitle, &self.formats.soft)
    }

    fn block(&mut self, block: &Block) -> Result<(), ReportError> {
        match block {
            Block::Heading(text) => self.line(text, &self.formats.heading),
            Block::Figures(figures) => self.table(&figures_table(self.words, figures)),
            Block::Sentences(sentences) => {
                for sentence in sentences {
                    self.line(sentence, &self.formats.line)?;
                }
                self.row += 1;
                Ok(())
            }
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Map(map) => {
                let told = self.words.say("map-elsewhere");
                self.line(&format!("{}: {told}", map.title), &self.formats.soft)?;
                self.row += 1;
                Ok(())
            }
            Block::Pair(blocks) => blocks.iter().try_for_each(|block| self.block(block)),
            Block::Quotes(groups) => self.quotes(groups),
            Block::Definitions(terms) => self.definitions(terms),
            Block::Note(text) => {
                self.line(text, &self.formats.soft)?;
                self.row += 1;
                Ok(())
            }
        }
    }

    /// A text on a row of its own.
    pub(super) fn line(&mut self, text: &str, format: &Format) -> Result<(), ReportError> {
        for part in parts(text) {
            self.sheet
                .write_string_with_format(self.row, 0, part, format)?;
            self.row += 1;
        }
        Ok(())
    }

    /// A native table under its caption, with its notes.
    fn table(&mut self, table: &Table) -> Result<(), ReportError> {
        self.line(&table.caption, &self.formats.heading)?;
        self.courses.table.clone_from(&table.caption);
        self.grid(&table.columns, &table.rows)?;
        for note in &table.notes {
            self.line(note, &self.formats.soft)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Head and rows as a native table.
    pub(super) fn grid(&mut self, columns: &[Column], rows: &[Row]) -> Result<(), ReportError> {
        let (first, last) = (self.row, self.row + u32::try_from(rows.len()).unwrap_or(0));
        let Some(last_column) = u16::try_from(columns.len())
            .ok()
            .and_then(|count| count.checked_sub(1))
        else {
            return Ok(());
        };
        if rows.is_empty() {
            return Ok(());
        }
        let labels = unlike(columns).into_iter().zip(columns);
        let heads: Vec<TableColumn> = labels
            .map(|(label, column)| self.head(label, column))
            .collect();
        let native = NativeTable::new()
            .set_columns(&heads)
            .set_style(TableStyle::Light1)
            .set_autofilter(rows.len() > 8);
        self.sheet.add_table(first, 0, last, last_column, &native)?;
        self.sheet.set_row_height(first, 32)?;
        for (at, row) in (first + 1..).zip(rows) {
            let heading = self.formats.text.clone();
            let heading = if row.total {
                as_total(heading)
            } else {
                heading
            };
            self.sheet
                .write_string_with_format(at, 0, clipped(&row.heading), &heading)?;
            let mut lines = lines_of(&row.heading, self.widths[0]);
            for (column, cell) in (1..).zip(&row.cells) {
                match cell {
                    Cell::Course(course) => {
                        if row.total {
                            let format = as_total(self.formats.line.clone());
                            self.sheet.write_blank(at, column, &format)?;
                        }
                        self.courses
                            .draw(self.sheet, (at, column), &row.heading, course)?;
                    }
                    cell => self.cell((at, column), cell, row.total)?,
                }
                if let (Cell::Text(text), Some(width)) =
                    (cell, self.widths.get(usize::from(column)))
                {
                    lines = lines.max(lines_of(text, *width));
                }
            }
            if lines > 1 {
                self.sheet.set_row_height(at, LINE_POINTS * lines)?;
            }
        }
        self.row = last + 1;
        Ok(())
    }

    /// The heading of a column, over its numbers if it has some.
    fn head(&self, label: String, column: &Column) -> TableColumn {
        let head = self.formats.head.clone();
        let head = if column.numeric {
            head.set_align(FormatAlign::Right)
        } else {
            head
        };
        TableColumn::new().set_header(label).set_header_format(head)
    }

    fn cell(
        &mut self,
        (row, column): (u32, u16),
        cell: &Cell,
        total: bool,
    ) -> Result<(), ReportError> {
        let formats = self.formats;
        let (number, format) = match cell {
            Cell::Number(value, decimals) => (Some(*value), formats.number(*decimals)),
            Cell::Difference(value, decimals) => (Some(*value), formats.difference(*decimals)),
            Cell::AtLeast(value) => (Some(*value), formats.at_least()),
            Cell::Percent(value, decimals) => (
                Some(*value / Decimal::ONE_HUNDRED),
                formats.percent(*decimals),
            ),
            Cell::Euros(value, decimals) => (Some(*value), formats.euros(*decimals)),
            // Away from the number before it.
            Cell::Text(_) => {
                let text = formats.text.clone().set_align(FormatAlign::Left);
                (None, text.set_indent(1))
            }
            Cell::State(state) => (None, formats.state(*state)),
            Cell::Small(_) | Cell::Hidden | Cell::Missing | Cell::None | Cell::Course(_) => {
                (None, formats.sign())
            }
        };
        let format = if total { as_total(format) } else { format };
        match number {
            Some(number) => {
                self.sheet
                    .write_number_with_format(row, column, as_float(number), &format)?;
            }
            None => {
                let text = cell_text(cell, self.words);
                self.sheet
                    .write_string_with_format(row, column, clipped(&text), &format)?;
            }
        }
        if matches!(cell, Cell::Hidden) {
            let note = Note::new(self.words.say("legend-hidden"))
                .set_author("Kooste")
                .add_author_prefix(false);
            self.sheet.insert_note(row, column, &note)?;
        }
        Ok(())
    }

    /// A native chart with what it draws beside it, and its data as a table unless they stand elsewhere.
    fn chart(&mut self, chart: &Chart) -> Result<(), ReportError> {
        self.line(&chart.title, &self.formats.heading)?;
        let drawn = chart::data(chart, self.words);
        let place = self.row;
        self.grid(&drawn.columns, &drawn.rows)?;
        if let Some(native) = chart::native(chart, self.sheet.name(), place) {
            let beside = u16::try_from(drawn.columns.len() + 1).unwrap_or(COLUMNS);
            self.sheet.insert_chart(place, beside, &native)?;
            self.row = self.row.max(place + chart::ROWS);
        }
        self.row += 1;
        let told = chart
            .table
            .rows
            .iter()
            .any(|row| row.cells.iter().any(|cell| cell.shown().is_none()));
        if chart.data != DataPlace::Beside && told {
            // Signs that the drawn numbers cannot tell: hidden, small, not known.
            self.table(&chart.table)?;
        }
        Ok(())
    }

    /// Every word that reporters wrote: the web page may shorten, the workbook does not.
    fn quotes(&mut self, groups: &[QuoteGroup]) -> Result<(), ReportError> {
        let mut rows = Vec::new();
        for group in groups {
            for quote in &group.quotes {
                for part in parts(&quote.words()) {
                    let cells = vec![
                        Cell::Text(quote.question.clone()),
                        Cell::Text(part.to_owned()),
                    ];
                    rows.push(Row::new(&group.heading, cells));
                }
            }
        }
        self.widen(1, 30.0)?;
        self.widen(2, 100.0)?;
        let columns = ["own-words-place", "own-words-question", "own-words-answer"];
        self.grid(
            &columns.map(|key| Column::words(self.words.say(key))),
            &rows,
        )
    }

    fn definitions(&mut self, terms: &[(String, String)]) -> Result<(), ReportError> {
        for (term, text) in terms {
            self.sheet
                .write_string_with_format(self.row, 0, term, &self.formats.text)?;
            self.sheet
                .write_string_with_format(self.row, 1, text, &self.formats.line)?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }
}
