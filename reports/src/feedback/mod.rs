//! Feedback to each reporter: a page ready to be mailed, and its own workbook with the cells to correct marked.

pub(crate) mod letter;
mod marked;
pub(crate) mod ranked;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use kooste_ingest::document::Document;
use kooste_transform::submission::Sender;
use kooste_transform::warehouse::Warehouse;

use crate::error::ReportError;
use crate::files;
use crate::language::Language;
use crate::mail::Mail;
use crate::render::html;
use crate::words::Words;
use marked::Copies;
use ranked::Ranked;

/// Gives the decoded and masked original with this hash, if it is kept and can be read.
pub type Originals<'a> = dyn FnMut(&str) -> Option<Document> + 'a;

/// Tells from its path who sent a file that nobody can read.
pub type Senders<'a> = dyn Fn(&str) -> Option<Sender> + 'a;

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
    senders: &Senders,
) -> Result<Vec<PathBuf>, ReportError> {
    let mail = Mail::read(warehouse, month, languages, senders)?;
    let folder = folder.join("feedback");
    files::folder(&folder)?;
    let words: Vec<Words> = languages
        .iter()
        .map(|language| Words::of(*language))
        .collect();
    let mut written = Vec::new();
    for organisation in mail.organisations() {
        let ranked = Ranked::of(&mail.remarks(organisation));
        let copies = Copies::of(&ranked, originals);
        for words in &words {
            let page = letter::page(&mail, organisation, (&ranked, &copies), words);
            let path = folder.join(letter::file_name(organisation, words.language));
            files::replace(&path, html::page(&page, words)?.as_bytes())?;
            written.push(path);
        }
        if !ranked.told.is_empty() {
            let path = folder.join(format!("{organisation}.xlsx"));
            let bytes = marked::workbook(&mail, organisation, &ranked, &words, &copies)?;
            files::replace(&path, &bytes)?;
            written.push(path);
        }
    }
    Ok(written)
}
