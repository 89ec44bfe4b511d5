//! The summary as an Excel workbook: per language a sheet for each section, with native tables and charts.
//!
//! It is made from the same pages as the web page, so it shows and hides the same. Whatever reporters wrote is written
//! as text, never as a formula or a link.

mod chart;
mod courses;
mod figures;
mod formats;
mod sheet;
mod texts;

use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Url, Workbook};

use crate::branding::Color;
use crate::error::ReportError;
use crate::summary::page::{Page, Section};
use crate::words::Words;
use courses::Courses;
use formats::Formats;
pub(crate) use sheet::{LINE_POINTS, TITLE_POINTS};
use sheet::{Writer, on_paper};
pub(crate) use texts::lines_of;

/// Longest name of a sheet that Excel takes.
const NAME_LENGTH: usize = 31;

/// The pages of a month, one per language, as a workbook that bears this date; `accent` is the colour of headings, if it is
/// not ours.
///
/// # Errors
///
/// [`ReportError::Workbook`] if a text or table is not one that a workbook can hold.
pub fn workbook(
    pages: &[(&Page, &Words)],
    made_on: NaiveDate,
    accent: Option<Color>,
) -> Result<Vec<u8>, ReportError> {
    let mut workbook = Workbook::new();
    let year = u16::try_from(made_on.year()).unwrap_or(2000);
    let month = u8::try_from(made_on.month()).unwrap_or(1);
    let day = u8::try_from(made_on.day()).unwrap_or(1);
    let title = pages.first().map_or("", |(page, _)| page.subtitle.as_str());
    workbook.set_properties(
        &DocProperties::new()
            .set_title(title)
            .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?),
    );
    let several = pages.len() > 1;
    contents(&mut workbook, pages, several, accent)?;
    for (page, words) in pages {
        let formats = Formats::of(words.language, accent);
        let name = named(page, &words.say("courses-sheet"), several);
        let mut courses = Courses::new(name.clone());
        for section in &page.sections {
            let sheet = workbook.add_worksheet();
            sheet.set_name(sheet_name(page, section, several))?;
            let mut writer = Writer::new(sheet, words, &formats, &mut courses);
            writer.section(page, section)?;
        }
        if page.has_courses() {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name)?;
            Writer::new(sheet, words, &formats, &mut courses).courses(page)?;
        }
        let traced = page.traced();
        if !traced.is_empty() {
            let sheet = workbook.add_worksheet();
            sheet.set_name(named(page, &words.say("figure-ids-sheet"), several))?;
            Writer::new(sheet, words, &formats, &mut courses).ids(page, &traced)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// The first sheet: what the workbook is, and links to the sections.
fn contents(
    workbook: &mut Workbook,
    pages: &[(&Page, &Words)],
    several: bool,
    accent: Option<Color>,
) -> Result<(), ReportError> {
    let sheet = workbook.add_worksheet();
    let titles: Vec<String> = pages
        .iter()
        .map(|(_, words)| words.say("contents"))
        .collect();
    sheet.set_name(shortened(&titles.join(", ")))?;
    sheet.set_column_width(0, 70)?;
    sheet.set_screen_gridlines(false);
    on_paper(sheet, pages.first().map_or("", |(page, _)| &page.subtitle));
    let mut row = 0;
    for (page, words) in pages {
        let formats = Formats::of(words.language, accent);
        sheet.write_string_with_format(row, 0, &page.title, &formats.soft)?;
        sheet.write_string_with_format(row + 1, 0, &page.subtitle, &formats.title)?;
        sheet.set_row_height(row + 1, TITLE_POINTS)?;
        row += 2;
        for (label, fact) in &page.facts {
            sheet.write_string_with_format(row, 0, format!("{label}: {fact}"), &formats.soft)?;
            row += 1;
        }
        for section in &page.sections {
            let name = sheet_name(page, section, several);
            let target = format!("internal:'{}'!A1", name.replace('\'', "''"));
            let text = format!("{} {}", section.number, section.title);
            sheet.write_url(row, 0, Url::new(target).set_text(text))?;
            row += 1;
        }
        let further = [
            (page.has_courses(), "courses-sheet"),
            (!page.traced().is_empty(), "figure-ids-sheet"),
        ];
        for (_, key) in further.into_iter().filter(|(is_there, _)| *is_there) {
            let title = words.say(key);
            let name = named(page, &title, several);
            let target = format!("internal:'{}'!A1", name.replace('\'', "''"));
            sheet.write_url(row, 0, Url::new(target).set_text(title))?;
            row += 1;
        }
        row += 1;
    }
    Ok(())
}

/// Name of a section's sheet: `fi 3 Kehittämiskokonaisuudet`, without the language where there is one only.
fn sheet_name(page: &Page, section: &Section, several: bool) -> String {
    let name = format!("{} {}", section.number, section.title);
    named(page, &name, several)
}

/// A name of a sheet, with the language before it where there are several.
fn named(page: &Page, name: &str, several: bool) -> String {
    shortened(&if several {
        format!("{} {name}", page.language.code())
    } else {
        name.to_owned()
    })
}

/// A name that Excel takes for a sheet.
fn shortened(name: &str) -> String {
    name.chars()
        .filter(|letter| !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\'))
        .take(NAME_LENGTH)
        .collect::<String>()
        .trim_matches(|letter: char| letter == '\'' || letter.is_whitespace())
        .to_owned()
}

#[cfg(test)]
mod tests;
