//! Feedback to each reporter: a page ready to be mailed, and its own workbook with the cells to correct marked.

pub(crate) mod letter;
mod marked;
pub(crate) mod ranked;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use kooste_ingest::document::Document;
use kooste_transform::warehouse::Warehouse;

use crate::error::ReportError;
use crate::figures::{Correspondence, Names, Remark, RunStamp, last_run};
use crate::files;
use crate::language::Language;
use crate::render::html;
use crate::words::Words;
use ranked::Ranked;

/// Gives the decoded and masked original with this hash, if it is kept and can be read.
pub type Originals<'a> = dyn FnMut(&str) -> Option<Document> + 'a;

/// What the letters of a month are made from.
pub struct Mail<'a> {
    /// Names of the region.
    pub names: &'a Names,
    /// First day of the month.
    pub month: NaiveDate,
    /// What is to be told.
    pub correspondence: &'a Correspondence,
    /// The run whose findings they are.
    pub run: Option<RunStamp>,
    /// Languages of the letters.
    pub languages: Vec<Language>,
}

impl Mail<'_> {
    /// The organisations that owe or sent something, in the order of the region file.
    pub(crate) fn organisations(&self) -> Vec<&str> {
        let concerned = |code: &str| {
            let reports = &self.correspondence.reports;
            reports.iter().any(|report| {
                report.organisation == code && (report.expected || report.submission.is_some())
            })
        };
        self.names
            .organisations
            .iter()
            .map(|entry| entry.code.as_str())
            .filter(|code| concerned(code))
            .collect()
    }

    pub(crate) fn remarks(&self, organisation: &str) -> Vec<&Remark> {
        let of = |remark: &&Remark| remark.organisation == organisation;
        self.correspondence.remarks.iter().filter(of).collect()
    }
}

/// Writes the feedback of a month into `folder/feedback`: `<organisation>.<language>.html` for all that owe or sent a
/// report, and `<organisation>.xlsx` where there is something to correct. Returns the files in that order.
///
/// # Errors
///
/// [`ReportError`] if the warehouse cannot be read or a file cannot be written.
pub fn write(
    warehouse: &Warehouse,
    month: NaiveDate,
    languages: &[Language],
    folder: &Path,
    originals: &mut Originals,
) -> Result<Vec<PathBuf>, ReportError> {
    let names = Names::read(warehouse, month)?;
    let correspondence = Correspondence::read(warehouse, month)?;
    let mail = Mail {
        names: &names,
        month,
        correspondence: &correspondence,
        run: last_run(warehouse)?,
        languages: languages.to_vec(),
    };
    let folder = folder.join("feedback");
    files::folder(&folder)?;
    let words: Vec<Words> = languages
        .iter()
        .map(|language| Words::of(*language))
        .collect();
    let mut written = Vec::new();
    for organisation in mail.organisations() {
        let ranked = Ranked::of(&mail.remarks(organisation));
        for words in &words {
            let page = letter::page(&mail, organisation, &ranked, words);
            let path = folder.join(letter::file_name(organisation, words.language));
            files::replace(&path, html::page(&page, words)?.as_bytes())?;
            written.push(path);
        }
        if !ranked.told.is_empty() {
            let path = folder.join(format!("{organisation}.xlsx"));
            let bytes = marked::workbook(&mail, organisation, &ranked, &words, originals)?;
            files::replace(&path, &bytes)?;
            written.push(path);
        }
    }
    Ok(written)
}
