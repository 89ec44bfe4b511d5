//! A reporter's own workbook, copied value by value, with the cells to correct coloured and a note in each; before
//! them a sheet that lists everything with links.
//!
//! The copy is made of the decoded and masked file: values, no formulas, links or macros. What was a text is written
//! as a text, so nothing in it can become a formula.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;
use kooste_ingest::document::{Document, Format as FileFormat, Sheet};
use kooste_ingest::grid::{CellValue, moment};
use kooste_ingest::place::{cell_address, column_index};
use kooste_transform::values::privacy::mask_contacts;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatUnderline, Note, Url, Workbook,
    Worksheet,
};

use super::Originals;
use super::letter::{first_place, lead, left_out, told};
use super::ranked::{Entry, Ranked};
use crate::error::ReportError;
use crate::figures::Remark;
use crate::mail::Mail;
use crate::render::workbook::{LINE_POINTS, TITLE_POINTS, lines_of};
use crate::words::Words;

/// Name of the first sheet, in both languages.
const LIST: &str = "Korjattavaa, Att rätta";
/// Longest text of a cell, and of a note.
const LONGEST: usize = 32_000;
const LONGEST_NOTE: usize = 1_200;
/// Longest text of a link.
const LONGEST_LINK: usize = 250;
/// Longest name of a sheet.
const NAME_LENGTH: usize = 31;

/// A copied sheet: hash of the file and name of the sheet there.
type Place = (String, Option<String>);

struct Formats {
    title: Format,
    head: Format,
    text: Format,
    link: Format,
    date: Format,
    moment: Format,
    percent: Format,
}

impl Formats {
    fn new() -> Self {
        Formats {
            title: Format::new().set_bold().set_font_size(14),
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0xEE_F3_F7)),
            text: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            link: Format::new()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_font_color(Color::RGB(0x05_63_C1))
                .set_underline(FormatUnderline::Single),
            date: Format::new().set_num_format("d.m.yyyy"),
            moment: Format::new().set_num_format("d.m.yyyy hh:mm"),
            percent: Format::new().set_num_format("0\u{a0}%"),
        }
    }

    fn of(&self, value: CellValue) -> Format {
        match value {
            CellValue::Date(days) if days.fract() == 0.0 => self.date.clone(),
            CellValue::Date(_) => self.moment.clone(),
            CellValue::Percent(_) => self.percent.clone(),
            _ => Format::new(),
        }
    }
}

/// The originals that the workbook shows, by their hash.
pub(super) struct Copies {
    documents: BTreeMap<String, Document>,
}

impl Copies {
    /// Takes the originals that are workbooks; of others, and of those that are not kept, the list tells alone.
    pub(super) fn of(ranked: &Ranked, originals: &mut Originals) -> Self {
        let wanted: BTreeSet<&str> = (ranked.remarks())
            .map(|remark| remark.submission.as_str())
            .collect();
        let documents = (wanted.into_iter())
            .filter_map(|hash| Some((hash.to_owned(), originals(hash)?)))
            .filter(|(_, document)| document.format != FileFormat::Text);
        Copies {
            documents: documents.collect(),
        }
    }

    /// Whether the original with this hash is shown.
    pub(super) fn holds(&self, submission: &str) -> bool {
        self.documents.contains_key(submission)
    }

    /// The sheet that a remark is about.
    fn sheet(&self, remark: &Remark) -> Option<&Sheet> {
        let sheets = &self.documents.get(&remark.submission)?.sheets;
        (sheets.iter()).find(|sheet| !sheet.hidden && sheet.name == remark.sheet)
    }

    /// The cell to mark: the one that a remark names, or the first filled one of its row.
    fn cell(&self, remark: &Remark) -> Option<(u32, u16)> {
        if let Some(cell) = &remark.cell {
            return address(cell);
        }
        let grid = &self.sheet(remark)?.grid;
        let row = grid.rows().find(|row| Some(row.number()) == remark.row)?;
        let is_filled = |(_, value): &(u32, CellValue)| !matches!(value, CellValue::Blank);
        let (column, _) = row.cells().find(is_filled)?;
        within(row.number(), column)
    }
}

/// The workbook of an organisation.
pub(super) fn workbook(
    mail: &Mail,
    organisation: &str,
    ranked: &Ranked,
    words: &[Words],
    copies: &Copies,
) -> Result<Vec<u8>, ReportError> {
    let names = sheet_names(&copies.documents);
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    let made = mail.run.as_ref().map_or(mail.month, |run| run.finished_on);
    let (year, month, day) = (made.year(), made.month(), made.day());
    workbook.set_properties(
        &DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(
            u16::try_from(year).unwrap_or(2000),
            u8::try_from(month).unwrap_or(1),
            u8::try_from(day).unwrap_or(1),
        )?),
    );
    let sheet = workbook.add_worksheet();
    sheet.set_name(LIST)?;
    let list = List {
        words,
        names: &names,
        copies,
        formats: &formats,
    };
    list.write(sheet, mail, organisation, ranked)?;
    for (submission, document) in &copies.documents {
        for copied in document.sheets.iter().filter(|sheet| !sheet.hidden) {
            let at = (submission.clone(), copied.name.clone());
            let Some(name) = names.get(&at) else { continue };
            let sheet = workbook.add_worksheet();
            sheet.set_name(name)?;
            copy(sheet, copied, &formats)?;
            let mut remarks: BTreeMap<(u32, u16), Vec<&Remark>> = BTreeMap::new();
            for remark in ranked.remarks() {
                let is_here = (&remark.submission, &remark.sheet) == (&at.0, &at.1);
                if let Some(cell) = copies.cell(remark).filter(|_| is_here) {
                    remarks.entry(cell).or_default().push(remark);
                }
            }
            mark(sheet, copied, &remarks, words, &formats)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// Names of the copied sheets, each once whatever the case of its letters.
fn sheet_names(documents: &BTreeMap<String, Document>) -> BTreeMap<Place, String> {
    let mut names = BTreeMap::new();
    let mut taken = BTreeSet::from([LIST.to_lowercase()]);
    for (submission, document) in documents {
        for sheet in document.sheets.iter().filter(|sheet| !sheet.hidden) {
            let wanted = allowed(sheet.name.as_deref().unwrap_or("1"));
            let mut name = wanted.clone();
            let mut number = 2;
            while !taken.insert(name.to_lowercase()) {
                let end = format!(" ({number})");
                let room = NAME_LENGTH - end.chars().count();
                name = wanted.chars().take(room).collect::<String>() + &end;
                number += 1;
            }
            names.insert((submission.clone(), sheet.name.clone()), name);
        }
    }
    names
}

/// A name as a workbook takes it.
fn allowed(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|letter| {
            if "[]:*?/\\".contains(letter) || letter.is_control() {
                '_'
            } else {
                letter
            }
        })
        .take(NAME_LENGTH)
        .collect();
    let name = name.trim_matches('\'').trim();
    if name.is_empty() {
        "1".to_owned()
    } else {
        name.to_owned()
    }
}

/// Widths of the columns of the list, in letters.
const WIDTHS: [f64; 6] = [54.0, 16.0, 24.0, 70.0, 70.0, 70.0];

/// The first sheet, which lists everything.
struct List<'a> {
    words: &'a [Words],
    names: &'a BTreeMap<Place, String>,
    copies: &'a Copies,
    formats: &'a Formats,
}

impl List<'_> {
    fn write(
        &self,
        sheet: &mut Worksheet,
        mail: &Mail,
        organisation: &str,
        ranked: &Ranked,
    ) -> Result<(), ReportError> {
        let mut row = 0;
        for words in self.words {
            let name = mail.names.organisation(organisation, words.language);
            let month = words.month(mail.month);
            let title = words.tell(
                "feedback-title",
                &[("name", name.into()), ("month", month.into())],
            );
            sheet.write_string_with_format(row, 0, title, &self.formats.title)?;
            sheet.set_row_height(row, TITLE_POINTS)?;
            row += 1;
            let lines = lead(mail, organisation, ranked, words);
            for line in lines.into_iter().chain(left_out(ranked, words)) {
                sheet.write_string(row, 0, line)?;
                row += 1;
            }
        }
        row += 1;
        self.head(sheet, row)?;
        for (row, entry) in (row + 1..).zip(&ranked.told) {
            self.entry(sheet, row, entry)?;
        }
        Ok(())
    }

    fn head(&self, sheet: &mut Worksheet, row: u32) -> Result<(), ReportError> {
        let mut heads = ["feedback-place", "feedback-severity", "feedback-found"]
            .map(|key| in_all(self.words, key))
            .to_vec();
        heads.extend(self.words.iter().map(|words| words.say("feedback-message")));
        for (column, head) in (0..).zip(&heads) {
            sheet.write_string_with_format(row, column, head, &self.formats.head)?;
        }
        sheet.set_freeze_panes(row + 1, 0)?;
        on_paper(sheet);
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        Ok(())
    }

    /// A row of the list, with a link to the cell where its sheet is copied. It is as high as its texts: not every
    /// program makes room by itself.
    fn entry(&self, sheet: &mut Worksheet, row: u32, entry: &Entry) -> Result<(), ReportError> {
        let remark = entry.first();
        let Some(first) = self.words.first() else {
            return Ok(());
        };
        let mut texts = vec![
            first_place(entry, first),
            in_all(self.words, &format!("severity-{}", remark.severity)),
            clipped(remark.found.as_deref().unwrap_or_default(), LONGEST).to_owned(),
        ];
        texts.extend(self.words.iter().map(|words| told(remark, words.language)));
        let at = (remark.submission.clone(), remark.sheet.clone());
        let format = &self.formats.text;
        for (column, text) in (0..).zip(&texts) {
            match self.names.get(&at).filter(|_| column == 0) {
                Some(name) => {
                    let (row_there, column_there) = self.copies.cell(remark).unwrap_or_default();
                    let cell = cell_address(row_there + 1, column_there.into());
                    let target = format!("internal:'{}'!{cell}", name.replace('\'', "''"));
                    let link = Url::new(target).set_text(clipped(text, LONGEST_LINK));
                    sheet.write_url_with_format(row, column, link, &self.formats.link)?;
                }
                None => {
                    sheet.write_string_with_format(row, column, text, format)?;
                }
            }
        }
        let lines = texts.iter().zip(WIDTHS);
        let lines = lines.map(|(text, width)| lines_of(text, width)).max();
        if let Some(lines @ 2..) = lines {
            sheet.set_row_height(row, LINE_POINTS * lines)?;
        }
        Ok(())
    }
}

/// All columns on one sheet of paper, A4 across.
fn on_paper(sheet: &mut Worksheet) {
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
}

/// A text in all languages of the letters.
fn in_all(words: &[Words], key: &str) -> String {
    let texts: Vec<String> = words.iter().map(|words| words.say(key)).collect();
    texts.join(" / ")
}

/// The cells of a sheet with their values.
fn copy(sheet: &mut Worksheet, copied: &Sheet, formats: &Formats) -> Result<(), ReportError> {
    for row in copied.grid.rows() {
        for (column, value) in row.cells() {
            let Some(at) = within(row.number(), column) else {
                continue;
            };
            put(sheet, at, value, &formats.of(value))?;
        }
    }
    on_paper(sheet);
    for column in 0..u16::try_from(copied.grid.width().min(60)).unwrap_or(60) {
        sheet.set_column_width(column, 16)?;
    }
    Ok(())
}

/// Row and column as a workbook counts them, if it has them.
fn within(number: u32, column: u32) -> Option<(u32, u16)> {
    let row = number.checked_sub(1).filter(|row| *row < 1_048_576)?;
    let column = u16::try_from(column)
        .ok()
        .filter(|column| *column < 16_384)?;
    Some((row, column))
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: CellValue,
    format: &Format,
) -> Result<(), ReportError> {
    match value {
        CellValue::Blank | CellValue::Uncached => sheet.write_blank(row, column, format)?,
        CellValue::Number(number) | CellValue::Percent(number) => {
            sheet.write_number_with_format(row, column, number, format)?
        }
        CellValue::Date(days) if moment(days).is_some() => {
            sheet.write_number_with_format(row, column, days, format)?
        }
        CellValue::Bool(truth) => sheet.write_boolean_with_format(row, column, truth, format)?,
        CellValue::Text(_) | CellValue::Error(_) | CellValue::Date(_) => {
            let text = value.text();
            let masked = mask_contacts(&text);
            sheet.write_string_with_format(row, column, clipped(&masked, LONGEST), format)?
        }
    };
    Ok(())
}

/// Colours the cells to correct and puts a note into each; several remarks on a cell share a note.
fn mark(
    sheet: &mut Worksheet,
    copied: &Sheet,
    by_cell: &BTreeMap<(u32, u16), Vec<&Remark>>,
    words: &[Words],
    formats: &Formats,
) -> Result<(), ReportError> {
    for ((row, column), remarks) in by_cell {
        let (row, column) = (*row, *column);
        let worst = remarks
            .iter()
            .map(|remark| remark.severity.as_str())
            .min_by_key(|severity| {
                ["error", "warning", "notice"]
                    .iter()
                    .position(|known| known == severity)
            });
        let color = match worst {
            Some("error") => Color::RGB(0xF8_C9_C9),
            Some("warning") => Color::RGB(0xFC_E4_B8),
            _ => Color::RGB(0xD6_E6_F5),
        };
        let value = copied.grid.get(row + 1, u32::from(column));
        put(
            sheet,
            (row, column),
            value,
            &formats.of(value).set_background_color(color),
        )?;
        let texts: Vec<String> = words
            .iter()
            .flat_map(|words| remarks.iter().map(|remark| told(remark, words.language)))
            .collect();
        let text = texts.join("\n\n");
        let note = Note::new(clipped(&text, LONGEST_NOTE))
            .set_author("Kooste")
            .add_author_prefix(false)
            .set_width(320)
            .set_height(160);
        sheet.insert_note(row, column, &note)?;
    }
    Ok(())
}

/// Row and column of an address such as `F17`, from 0.
fn address(cell: &str) -> Option<(u32, u16)> {
    let digits = cell.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, number) = cell.split_at(digits);
    within(number.parse().ok()?, column_index(letters)?)
}

fn clipped(text: &str, longest: usize) -> &str {
    text.char_indices()
        .nth(longest)
        .map_or(text, |(end, _)| &text[..end])
}
