//! Writing the summary of a month in its languages.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use kooste_transform::reference::Boundaries;
use kooste_transform::warehouse::Warehouse;
#[cfg(feature = "pdf")]
use rayon::prelude::*;

use super::page::Page;
use super::scene::Scene;
use super::{
    about, areas, family_centres, in_short, money, municipalities, own_words, pilots, reporters,
    revisions,
};
use crate::branding::Branding;
use crate::error::ReportError;
use crate::figures::{Figures, Outlines};
use crate::files;
use crate::language::Language;
use crate::manifest;
#[cfg(feature = "pdf")]
use crate::render::pdf;
use crate::render::{html, workbook};
use crate::suppression::{People, Suppression};
use crate::words::Words;

/// In which languages and forms the summary is written, and how it looks.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// Codes of the languages (`fi`, `sv`, `en`).
    pub languages: &'a [String],
    /// The look of the region.
    pub branding: &'a Branding,
    /// Whether PDFs are written, too; without the feature `pdf` there are none.
    pub with_pdf: bool,
}

/// Writes the summary of a month as `summary.<language>.html` into `folder`, one file per language, with a map where
/// boundaries are given, as `summary.<language>.pdf`, as `summary.xlsx` in all languages, and `manifest.json`; returns
/// the files in that order. A file appears whole or not at all; the same warehouse gives the same bytes.
///
/// # Errors
///
/// [`ReportError`] if the warehouse cannot be read, a language has no texts, or a file cannot be written.
pub fn write(
    warehouse: &Warehouse,
    boundaries: Option<&Boundaries>,
    month: NaiveDate,
    edition: &Edition,
    folder: &Path,
) -> Result<Vec<PathBuf>, ReportError> {
    let languages = Language::of_codes(edition.languages)?;
    let mut figures = Figures::read(warehouse, month)?;
    figures.outlines = boundaries.map(Outlines::of).transpose()?;
    files::folder(folder)?;
    let words: Vec<Words> = languages
        .iter()
        .map(|language| Words::of(*language))
        .collect();
    let people = People::of(&figures);
    let pages: Vec<Page> = words
        .iter()
        .map(|words| compose_shown(&figures, &people, words, &languages))
        .collect();
    let pairs: Vec<(&Page, &Words)> = pages.iter().zip(&words).collect();
    let made_on = figures.run.as_ref().map_or(month, |run| run.finished_on);
    let mut written = rendered(&pairs, edition, made_on)?;
    let manifest = manifest::manifest(&figures, &people, &written)?;
    written.push((MANIFEST.to_owned(), manifest));
    let mut paths = Vec::new();
    for (name, bytes) in &written {
        let path = folder.join(name);
        files::replace(&path, bytes)?;
        paths.push(path);
    }
    Ok(paths)
}

/// The pages in every format, each file with its name.
fn rendered(
    pages: &[(&Page, &Words)],
    edition: &Edition,
    made_on: NaiveDate,
) -> Result<Vec<NamedFile>, ReportError> {
    let others = || {
        Ok((
            web(pages, edition)?,
            workbook::workbook(pages, made_on, edition.branding.accent)?,
        ))
    };
    let (printed, others): (_, Result<_, ReportError>) = printed(pages, edition, made_on, others)?;
    let (mut written, workbook) = others?;
    written.extend(printed);
    written.push((WORKBOOK.to_owned(), workbook));
    Ok(written)
}

/// The pages as PDF, set on other threads while `others` are made on this one.
#[cfg(feature = "pdf")]
fn printed<T>(
    pages: &[(&Page, &Words)],
    edition: &Edition,
    made_on: NaiveDate,
    others: impl FnOnce() -> T,
) -> Result<(Vec<NamedFile>, T), ReportError> {
    if !edition.with_pdf {
        return Ok((Vec::new(), others()));
    }
    // Words stay on their thread: with them the pages become data, which any thread can set.
    let typesetter = pdf::Typesetter::new(edition.branding);
    let sheets: Vec<pdf::Sheet> = (pages.iter())
        .map(|(page, words)| typesetter.sheet(page, words, made_on))
        .collect::<Result<_, _>>()?;
    let set = |sheet: &pdf::Sheet| -> Result<NamedFile, ReportError> {
        Ok((sheet.file_name(), typesetter.set(sheet)?))
    };
    let mut printed = Ok(Vec::new());
    let others = rayon::in_place_scope(|scope| {
        scope.spawn(|_| printed = sheets.par_iter().map(set).collect());
        others()
    });
    pdf::forget_old_pages();
    Ok((printed?, others))
}

#[cfg(not(feature = "pdf"))]
fn printed<T>(
    _: &[(&Page, &Words)],
    _: &Edition,
    _: NaiveDate,
    others: impl FnOnce() -> T,
) -> Result<(Vec<NamedFile>, T), ReportError> {
    Ok((Vec::new(), others()))
}

/// The pages as HTML.
fn web(pages: &[(&Page, &Words)], edition: &Edition) -> Result<Vec<NamedFile>, ReportError> {
    let page = |(page, words): &(&Page, &Words)| {
        let html = html::branded(page, words, edition.branding)?;
        Ok((file_name(page.language), html.into_bytes()))
    };
    pages.iter().map(page).collect()
}

/// The page of a month in one language; `languages` are those it is written in.
#[must_use]
pub fn compose(figures: &Figures, words: &Words, languages: &[Language]) -> Page {
    compose_shown(figures, &People::of(figures), words, languages)
}

/// The same, with what is shown of counts of people, which is decided once for all languages.
fn compose_shown(
    figures: &Figures,
    people: &People,
    words: &Words,
    languages: &[Language],
) -> Page {
    let scene = Scene {
        figures,
        words,
        rule: Suppression::new(figures.names.region.min_count),
        people,
    };
    let region = &figures.names.region;
    let month = words.month(figures.month);
    let name = region.name.in_language(words.language).to_owned();
    let mut facts = Vec::new();
    let rate = figures
        .rates
        .iter()
        .find(|rate| rate.level == "region" && rate.month == figures.month);
    if let Some(rate) = rate {
        let reports = scene.of("reports-of", rate.actual, rate.expected);
        facts.push((words.say("fact-coverage"), reports));
    }
    if let Some(run) = &figures.run {
        let stamp = scene.filled(
            "fact-run-text",
            &[("run", run.run.to_string()), ("time", scene.run_time(run))],
        );
        facts.push((words.say("fact-run"), stamp));
    }
    let sections = vec![
        in_short::section(&scene),
        reporters::section(&scene),
        areas::section(&scene),
        municipalities::section(&scene),
        family_centres::section(&scene),
        pilots::section(&scene),
        money::section(&scene),
        own_words::section(&scene),
        revisions::section(&scene),
        about::section(&scene),
    ];
    Page {
        language: words.language,
        title: region.project.in_language(words.language).to_owned(),
        subtitle: scene.filled("subtitle", &[("region", name), ("month", month)]),
        facts,
        languages: languages
            .iter()
            .map(|language| (*language, file_name(*language)))
            .collect(),
        sections,
        footer: words.say("footer"),
    }
}

/// Name and content of a file.
type NamedFile = (String, Vec<u8>);

/// Name of the workbook, which holds all languages.
const WORKBOOK: &str = "summary.xlsx";
/// Name of the list of files with the proof of what is hidden.
const MANIFEST: &str = "manifest.json";

fn file_name(language: Language) -> String {
    format!("summary.{}.html", language.code())
}
