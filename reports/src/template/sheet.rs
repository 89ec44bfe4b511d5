//! One form as a sheet to fill in.

use chrono::{Datelike as _, Months, NaiveDate};
use kooste_ingest::vocabulary::FieldKind;
use kooste_transform::programme::{Field, Form};
use kooste_transform::submission::LISTS_SHEET;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, Note, Worksheet,
};

use super::columns::{List, columns, list_of, listed_down};
use super::{Order, in_languages};
use crate::error::ReportError;
use crate::words::Words;

/// Row of the heading, from 0: above it stand title, organisation and month.
const HEAD: u32 = 4;
/// Rows to fill in.
const ROWS: u32 = 200;

/// Fills a sheet with an empty form.
pub(super) struct Filler<'a> {
    order: &'a Order<'a>,
    words: &'a [Words],
    form: &'a Form,
    lists: &'a [List],
    columns: Vec<&'a Field>,
    first_day: ExcelDateTime,
    last_day: ExcelDateTime,
}

impl<'a> Filler<'a> {
    pub(super) fn new(
        order: &'a Order<'a>,
        words: &'a [Words],
        form: &'a Form,
        lists: &'a [List],
    ) -> Result<Self, ReportError> {
        let next = order
            .month
            .checked_add_months(Months::new(1))
            .unwrap_or(order.month);
        Ok(Filler {
            columns: columns(form, order),
            first_day: excel_date(order.month)?,
            last_day: excel_date(next.pred_opt().unwrap_or(next))?,
            order,
            words,
            form,
            lists,
        })
    }

    pub(super) fn fill(&self, sheet: &mut Worksheet) -> Result<(), ReportError> {
        let plain = Format::new()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0xD9_D6_CD));
        self.top(sheet)?;
        let last = HEAD + self.rows();
        for (column, field) in (0..).zip(&self.columns) {
            self.heading(sheet, column, field)?;
            let format = formatted(&plain, &field.kind);
            for row in HEAD + 1..=last {
                sheet.write_blank(row, column, &format)?;
            }
            if let Some(validation) = self.validation(field)? {
                sheet.add_data_validation(HEAD + 1, column, last, column, &validation)?;
            }
            sheet.set_column_width(column, width(&field.kind))?;
        }
        if let Some(list) = self.listed() {
            for (row, entry) in (HEAD + 1..).zip(&list.entries) {
                sheet.write_string_with_format(row, 0, entry, &plain)?;
            }
            sheet.set_column_width(0, 48)?;
        }
        sheet.set_freeze_panes(HEAD + 1, 1)?;
        sheet.set_landscape();
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(HEAD, HEAD)?;
        Ok(())
    }

    /// Title, organisation and month; reading takes the two from here, whatever the file is called.
    fn top(&self, sheet: &mut Worksheet) -> Result<(), ReportError> {
        let bold = Format::new().set_bold();
        // Not the name of the form: that reads much like a heading of its table.
        let title =
            in_languages(&self.order.region.region.project, self.order.languages).join(" / ");
        sheet.write_string_with_format(0, 0, title, &Format::new().set_bold().set_font_size(14))?;
        let first = self.words.first();
        let say = |key: &str| first.map_or_else(String::new, |words| words.say(key));
        let language = self
            .order
            .languages
            .first()
            .map_or("fi", |language| language.code());
        let month = format!("{}/{}", self.order.month.month(), self.order.month.year());
        sheet.write_string_with_format(1, 0, say("template-organisation"), &bold)?;
        let names = (self.order.organisations.iter()).map(|entry| entry.name.get(language));
        sheet.write_string(1, 1, names.collect::<Vec<_>>().join(", "))?;
        sheet.write_string_with_format(2, 0, say("template-month"), &bold)?;
        sheet.write_string(2, 1, month)?;
        Ok(())
    }

    fn rows(&self) -> u32 {
        self.listed().map_or(ROWS, |list| {
            u32::try_from(list.entries.len()).unwrap_or(ROWS)
        })
    }

    fn listed(&self) -> Option<&List> {
        let name = listed_down(self.form, &self.columns)?;
        self.lists.iter().find(|list| list.name == name)
    }

    /// A bilingual heading with a note that tells what to write.
    fn heading(
        &self,
        sheet: &mut Worksheet,
        column: u16,
        field: &Field,
    ) -> Result<(), ReportError> {
        let color = if field.required {
            Color::RGB(0x17_50_7F)
        } else {
            Color::RGB(0x5B_6B_7B)
        };
        let format = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_font_color(Color::White)
            .set_background_color(color)
            .set_border(FormatBorder::Thin);
        let label = joined(&in_languages(&field.labels, self.order.languages));
        sheet.write_string_with_format(HEAD, column, label, &format)?;
        sheet.set_row_height(HEAD, 44)?;
        let note = Note::new(self.hint(field))
            .set_author("Kooste")
            .add_author_prefix(false)
            .set_width(280)
            .set_height(110);
        sheet.insert_note(HEAD, column, &note)?;
        Ok(())
    }

    /// What to write into a column, in the languages of the headings.
    fn hint(&self, field: &Field) -> String {
        let kind = match field.kind {
            FieldKind::Date => "date",
            FieldKind::Code(_) => "code",
            FieldKind::CodeList(_) => "codes",
            FieldKind::Count => "count",
            FieldKind::Decimal => "decimal",
            FieldKind::Money => "money",
            FieldKind::Municipality | FieldKind::MunicipalityList => "municipality",
            FieldKind::TextList => "texts",
            _ => "text",
        };
        let required = if field.required {
            "hint-required"
        } else {
            "hint-optional"
        };
        let texts = self.words.iter().map(|words| {
            format!(
                "{} {}",
                words.say(&format!("hint-{kind}")),
                words.say(required)
            )
        });
        texts.collect::<Vec<_>>().join("\n\n")
    }

    fn validation(&self, field: &Field) -> Result<Option<DataValidation>, ReportError> {
        let validation = match &field.kind {
            FieldKind::Date
                if field.code.as_ref() == "start_date"
                    && self.form.id_column.as_deref() == Some("activity_id") =>
            {
                DataValidation::new()
                    .allow_date(DataValidationRule::Between(
                        self.first_day.clone(),
                        self.last_day.clone(),
                    ))
                    .set_error_style(DataValidationErrorStyle::Warning)
            }
            FieldKind::Date => DataValidation::new().allow_date(DataValidationRule::GreaterThan(
                ExcelDateTime::from_ymd(2000, 1, 1)?,
            )),
            // An estimate in words is read too, so it is asked about and not refused (READING.md R19).
            FieldKind::Count => DataValidation::new()
                .allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0))
                .set_error_style(DataValidationErrorStyle::Warning),
            FieldKind::Decimal => DataValidation::new()
                .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
                .set_error_style(DataValidationErrorStyle::Warning),
            FieldKind::Money => {
                DataValidation::new().allow_decimal_number(DataValidationRule::Between(-1e9, 1e9))
            }
            FieldKind::Code(_) | FieldKind::CodeList(_) => {
                let Some(source) = self.source(field) else {
                    return Ok(None);
                };
                // A list of several is typed after the first is chosen.
                let only = matches!(field.kind, FieldKind::Code(_));
                DataValidation::new()
                    .allow_list_formula(source)
                    .show_error_message(only)
            }
            _ => return Ok(None),
        };
        let hint: String = self.hint(field).chars().take(250).collect();
        Ok(Some(validation.set_input_message(hint)?))
    }

    /// Where the entries of a field's list stand.
    fn source(&self, field: &Field) -> Option<Formula> {
        let name = list_of(field)?;
        let at = self.lists.iter().position(|list| list.name == name)?;
        let letter = char::from(b'A' + u8::try_from(at).ok().filter(|at| *at < 26)?);
        let count = self.lists[at].entries.len();
        Some(Formula::new(format!(
            "='{LISTS_SHEET}'!${letter}$1:${letter}${count}"
        )))
    }
}

/// A bilingual label; a unit that ends all of them is left to the hint, because two labels with units are not read as one.
fn joined(labels: &[String]) -> String {
    let unit = |label: &String| label.rfind(" (").map(|at| label[at..].to_owned());
    let Some(shared) = labels.first().and_then(unit) else {
        return labels.join(" / ");
    };
    if labels.len() == 1 || !labels.iter().all(|label| label.ends_with(&shared)) {
        return labels.join(" / ");
    }
    let bare: Vec<&str> = labels
        .iter()
        .map(|label| label.trim_end_matches(&shared))
        .collect();
    bare.join(" / ")
}

fn excel_date(date: NaiveDate) -> Result<ExcelDateTime, ReportError> {
    Ok(ExcelDateTime::from_ymd(
        u16::try_from(date.year()).unwrap_or(2000),
        u8::try_from(date.month()).unwrap_or(1),
        u8::try_from(date.day()).unwrap_or(1),
    )?)
}

fn formatted(plain: &Format, kind: &FieldKind) -> Format {
    match kind {
        FieldKind::Date => plain.clone().set_num_format("d.m.yyyy"),
        FieldKind::Money => plain.clone().set_num_format("#,##0.00"),
        FieldKind::Text => plain.clone().set_text_wrap().set_align(FormatAlign::Top),
        _ => plain.clone(),
    }
}

fn width(kind: &FieldKind) -> f64 {
    match kind {
        FieldKind::Text => 40.0,
        FieldKind::Code(_) | FieldKind::CodeList(_) => 26.0,
        FieldKind::TextList | FieldKind::MunicipalityList | FieldKind::OrganisationText => 22.0,
        _ => 15.0,
    }
}
