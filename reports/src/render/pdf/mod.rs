//! The page as PDF: tagged, checked against PDF/UA-1 and PDF/A-2a, set by Typst from the same view as the web page.
//!
//! All words reach the template as data, so that nothing of what reporters wrote is ever markup.

mod letters;
mod picture;
#[cfg(test)]
mod tests;
mod world;

use chrono::{Datelike as _, NaiveDate};
use serde_json::Value;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::{World as _, WorldExt as _};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::chart::Size;
use super::view::PageView;
use crate::branding::{Branding, PAPER_TEMPLATE};
use crate::error::ReportError;
use crate::summary::page::Page;
use crate::words::Words;
use world::{PageWorld, Shared};

/// How many further pages keep what the typesetter computed for a page: those of the other languages of a month use it again.
const KEPT_PAGES: usize = 2;

/// Sets pages as PDF; made once for all languages, which may be set at the same time.
pub struct Typesetter(Shared);

/// A page in the words of its language, ready to be set.
pub struct Sheet {
    language: &'static str,
    data: Value,
    options: PdfOptions,
}

impl Sheet {
    /// `summary.<language>.pdf`.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("summary.{}.pdf", self.language)
    }
}

impl Typesetter {
    /// Reads the fonts and the template, which are built in, and takes colour, logo and template of a region.
    #[must_use]
    pub fn new(branding: &Branding) -> Self {
        Typesetter(Shared::new(branding))
    }

    /// The page in words. `made_on` is the date of the document; the clock is not asked, so that the same page always
    /// gives the same bytes.
    ///
    /// # Errors
    ///
    /// [`ReportError::Pdf`] if the page cannot be written as data.
    pub fn sheet(
        &self,
        page: &Page,
        words: &Words,
        made_on: NaiveDate,
    ) -> Result<Sheet, ReportError> {
        // Charts stand side by side, or as large as if they did.
        let view = PageView::of(page, Size::Paper, words);
        let mut data = serde_json::to_value(view).map_err(unwritten)?;
        data["branding"] = self.0.branding();
        picture::dress(&mut data);
        let is_whole = letters::fit(&mut data, |letter| self.0.has(letter));
        let told = (!is_whole).then(|| words.say("pdf-unknown-signs"));
        data["unknown_signs"] = told.into();
        Ok(Sheet {
            language: page.language.code(),
            data,
            options: options(page, made_on)?,
        })
    }

    /// The sheet as the bytes of a PDF, the same on any number of threads.
    ///
    /// # Errors
    ///
    /// [`ReportError::Pdf`] if the template is at fault, or the document is not as accessible as PDF/UA-1 asks;
    /// [`ReportError::OwnTemplate`] if that template is a region's own.
    pub fn set(&self, sheet: &Sheet) -> Result<Vec<u8>, ReportError> {
        let set = |data: &Value| {
            let world = PageWorld::new(&self.0, data)?;
            let document = document(&world)?;
            typst_pdf::pdf(&document, &sheet.options).map_err(|faults| fault(&world, &faults))
        };
        match set(&sheet.data) {
            // A logo that is no picture is told instead, as browsers do.
            Err(_) if !sheet.data["branding"]["logo"].is_null() => {
                let mut data = sheet.data.clone();
                data["branding"]["logo"]["format"] = Value::Null;
                set(&data)
            }
            made => made,
        }
    }
}

fn document(world: &PageWorld) -> Result<PagedDocument, ReportError> {
    let document = typst::compile::<PagedDocument>(world);
    document.output.map_err(|faults| fault(world, &faults))
}

/// Forgets what the typesetter computed for pages long done, so that many months do not fill the memory.
pub fn forget_old_pages() {
    typst::comemo::evict(KEPT_PAGES);
}

fn options(page: &Page, made_on: NaiveDate) -> Result<PdfOptions, ReportError> {
    let date = u8::try_from(made_on.month())
        .ok()
        .zip(u8::try_from(made_on.day()).ok())
        .and_then(|(month, day)| Datetime::from_ymd_hms(made_on.year(), month, day, 0, 0, 0));
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|fault| ReportError::Pdf(fault.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(format!(
            "{} {} {}",
            page.title,
            page.subtitle,
            page.language.code()
        )),
        creator: Smart::Custom(Some("Kooste".to_owned())),
        timestamp: date.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

fn unwritten(fault: serde_json::Error) -> ReportError {
    ReportError::Pdf(fault.to_string())
}

/// What the typesetter says first, with the line of the template.
fn fault(world: &PageWorld, faults: &[SourceDiagnostic]) -> ReportError {
    let line_of = |fault: &SourceDiagnostic| {
        let range = world.range(fault.span)?;
        let source = world.source(world.main()).ok()?;
        source.lines().byte_to_line(range.start)
    };
    let first = faults.first();
    let line = first.and_then(line_of).map_or(0, |line| line + 1);
    let cause = first.map_or_else(String::new, |fault| fault.message.to_string());
    if world.shared().is_own() {
        return ReportError::OwnTemplate {
            name: PAPER_TEMPLATE,
            line,
            cause,
        };
    }
    ReportError::Pdf(if line > 0 {
        format!("line {line}: {cause}")
    } else {
        cause
    })
}
