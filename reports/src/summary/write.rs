//! Writing the summary of a month in its languages.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use kooste_transform::reference::Boundaries;
use kooste_transform::warehouse::Warehouse;

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
use crate::render::{html, workbook};
use crate::suppression::{People, Suppression};
use crate::words::Words;

/// Writes the summary of a month as `summary.<language>.html` into `folder`, one file per language (`fi`, `sv`,
/// `en`), in the look of the region, with a map where boundaries are given, as `summary.xlsx` in all of them, and
/// `manifest.json`; returns the files in that order. A file appears whole or not at all; the same warehouse gives the same bytes.
///
/// # Errors
///
/// [`ReportError`] if the warehouse cannot be read, a language has no texts, or a file cannot be written.
pub fn write(
    warehouse: &Warehouse,
    boundaries: Option<&Boundaries>,
    month: NaiveDate,
    languages: &[String],
    branding: &Branding,
    folder: &Path,
) -> Result<Vec<PathBuf>, ReportError> {
    let languages = Language::of_codes(languages)?;
    let mut figures = Figures::read(warehouse, month)?;
    figures.outlines = boundaries.map(Outlines::of).transpose()?;
    files::folder(folder)?;
    let words: Vec<Words> = languages
        .iter()
        .map(|language| Words::of(*language))
        .collect();
    let pages: Vec<Page> = words
        .iter()
        .map(|words| compose(&figures, words, &languages))
        .collect();
    let pairs: Vec<(&Page, &Words)> = pages.iter().zip(&words).collect();
    let mut written: Vec<(String, Vec<u8>)> = Vec::new();
    for (page, words) in &pairs {
        written.push((
            file_name(page.language),
            html::branded(page, words, branding)?.into_bytes(),
        ));
    }
    let made_on = figures.run.as_ref().map_or(month, |run| run.finished_on);
    written.push((WORKBOOK.to_owned(), workbook::workbook(&pairs, made_on)?));
    let manifest = manifest::manifest(&figures, &written)?;
    written.push((MANIFEST.to_owned(), manifest));
    let mut paths = Vec::new();
    for (name, bytes) in &written {
        let path = folder.join(name);
        files::replace(&path, bytes)?;
        paths.push(path);
    }
    Ok(paths)
}

/// The page of a month in one language; `languages` are those it is written in.
#[must_use]
pub fn compose(figures: &Figures, words: &Words, languages: &[Language]) -> Page {
    let scene = Scene {
        figures,
        words,
        rule: Suppression::new(figures.names.region.min_count),
        people: People::of(figures),
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

/// Name of the workbook, which holds all languages.
const WORKBOOK: &str = "summary.xlsx";
/// Name of the list of files with the proof of what is hidden.
const MANIFEST: &str = "manifest.json";

fn file_name(language: Language) -> String {
    format!("summary.{}.html", language.code())
}
