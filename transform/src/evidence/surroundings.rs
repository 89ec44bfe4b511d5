//! What stands around a table: the name of its sheet, labels with values, titles, the path of the file.

use std::sync::Arc;

use kooste_ingest::grid::{CellValue, Grid};
use kooste_ingest::table::{KeyValue, SheetReading};
use kooste_ingest::vocabulary::{Lexicon, Term};

use super::claims::{Claim, Claims, Source};
use super::guidance::Guidance;
use super::heard::named_by;
use super::names::{Mentions, mentions};
use super::organisations::Organisations;
use super::period::{PartialMonth, all_days};
use super::resolve::{Around, Evidence, FileEvidence};
use super::sheet_names::SheetName;
use super::short_months::mentions_of_name;
use super::titles::{is_title_of_report, speaking, speaks_of_other};
use crate::rows::first_row;

/// The surroundings of one table.
pub(crate) struct Surroundings<'a> {
    pub path: &'a FileEvidence,
    /// Name of the sheet.
    pub sheet: Option<&'a str>,
    /// What the names of the sheets of the file tell together.
    pub sheets: &'a SheetName,
    pub reading: &'a SheetReading,
    pub grid: &'a Grid,
    /// Index of the table; a sheet without tables is looked at as a whole.
    pub table: usize,
}

/// Fields that a label above a table can name, as the programme calls them.
const ORGANISATION: &str = "organisation";
const MUNICIPALITY: &str = "municipality";
const PERIOD: &str = "period";
const START_DATE: &str = "start_date";
const FORM: &str = "form";
const YEAR: &str = "year";
/// Texts of a sheet without header that are looked at.
const MOST_TITLES: usize = 40;

impl Surroundings<'_> {
    /// Weighs all that is said.
    pub(crate) fn weigh(
        &self,
        guidance: &Guidance,
        lexicon: &dyn Lexicon,
        organisations: &Organisations,
    ) -> Evidence {
        let mut claims = self.path.claims.clone();
        let mentioned = |text: &str| mentions(text, lexicon, organisations);
        if let Some(name) = self.sheet {
            let mut found = mentions_of_name(name, lexicon, organisations);
            found.month = found.month.or(self.sheets.month);
            claims.add(Source::Sheet, &found, None, name);
        }
        let titles = self
            .titles(&mentioned)
            .into_iter()
            .map(|(row, column, title)| {
                let found = self.told_by_title(&title, (row, column), lexicon, &mentioned);
                (found, (row, column), title)
            });
        let titles: Vec<(Mentions, (u32, u32), String)> = titles.collect();
        let is_titled = titles.iter().any(|(found, ..)| found.month.is_some());
        self.add_pairs(&mut claims, is_titled, lexicon, organisations);
        for (found, cell, title) in &titles {
            claims.add(Source::Title, found, Some(*cell), title);
        }
        for (row, column, text) in &self.reading.nil {
            let mut found = mentioned(text);
            found.month = found.month.or_else(|| mentioned(&speaking(text)).month);
            found.several_months = false;
            claims.add(Source::Title, &found, Some((*row, *column)), text);
        }
        self.add_titles_of_sheet(&mut claims, lexicon, &mentioned);
        let around = Around {
            arrival: self.path.arrival,
            is_lone_sheet: self.sheets.is_lone,
            sheet_months: self.sheets.all.clone(),
        };
        let mut evidence = Evidence::weigh(claims, around, guidance, organisations);
        evidence.member = self.member(lexicon, organisations);
        evidence
    }

    /// The one of several municipalities with a joint report that the sheet is named after, with nothing else in its name.
    fn member(&self, lexicon: &dyn Lexicon, organisations: &Organisations) -> Option<usize> {
        let found = named_by(&lexicon.recognise(self.sheet?), organisations)?;
        let is_joint = organisations.joint(found).len() > 1;
        (is_joint && organisations.is_municipality(found)).then_some(found)
    }

    /// What nothing nearer says, the titles above the first table of the sheet may say for all of them.
    fn add_titles_of_sheet(
        &self,
        claims: &mut Claims,
        lexicon: &dyn Lexicon,
        mentioned: &dyn Fn(&str) -> Mentions,
    ) {
        let Some(first) = self.reading.tables.first().filter(|_| self.table > 0) else {
            return;
        };
        let silent_of_month = claims.months.is_empty();
        let silent_of_organisation = claims.organisations.is_empty() && claims.places.is_empty();
        for (row, column, title) in &first.titles {
            let found = self.told_by_title(title, (*row, *column), lexicon, mentioned);
            let told = Mentions {
                month: found.month.filter(|_| silent_of_month),
                several_months: found.several_months && silent_of_month,
                organisation: found.organisation.filter(|_| silent_of_organisation),
                ..Mentions::default()
            };
            claims.add(Source::Title, &told, Some((*row, *column)), title);
        }
    }

    /// What a line above the table mentions. Of its month only the parts tell that may be about the report; that it is of several
    /// months only a line that says little else.
    fn told_by_title(
        &self,
        title: &str,
        cell: (u32, u32),
        lexicon: &dyn Lexicon,
        mentioned: &dyn Fn(&str) -> Mentions,
    ) -> Mentions {
        let mut found = mentioned(title);
        let speaking = speaking(title);
        if speaking != title {
            found.month = mentioned(&speaking).month;
        }
        drop_short_months(&mut found, title);
        found.month = found.month.or_else(|| all_days(&speaking));
        if self.is_labelled_otherwise(cell) {
            found.month = None;
        }
        if found.several_months {
            found.several_months = found.month.is_none() && is_title_of_report(title, lexicon);
        }
        found
    }

    /// Tells whether a text beside a cell dates something else than the report: `Dnro | 12/2018`.
    fn is_labelled_otherwise(&self, (row, column): (u32, u32)) -> bool {
        let cells = self.grid.row(row);
        let mut before = (0..column).rev().map(|before| cells.get(before));
        let label = before.find(|value| !value.is_blank());
        matches!(label, Some(CellValue::Text(text)) if speaks_of_other(text))
    }

    /// Titles above the table, or the notes of a sheet without header; labels with values are no titles.
    fn titles(&self, mentioned: &dyn Fn(&str) -> Mentions) -> Vec<(u32, u32, String)> {
        // `Raportti: Vihti 10/2018` is a title with a word before it, `Vihti: toimenpiteet` one with a word behind.
        let is_title = |pair: &KeyValue| {
            pair.names.iter().any(|name| name == FORM)
                || pair.names.is_empty() && mentioned(&pair.key).names_any()
        };
        let pairs = self.reading.pairs.iter();
        let is_pair = |row: u32| {
            pairs
                .clone()
                .any(|pair| pair.cell.0 == row && !is_title(pair))
        };
        let table = self.reading.tables.get(self.table);
        if let Some(table) = table.filter(|table| table.header.is_some()) {
            let titles = table.titles.iter().filter(|(row, ..)| !is_pair(*row));
            return titles.cloned().collect();
        }
        let end = table.map_or(u32::MAX, first_row);
        let mut titles = Vec::new();
        for row in self.grid.rows().take_while(|row| row.number() < end) {
            for (column, value) in row.cells().filter(|_| !is_pair(row.number())) {
                if let CellValue::Text(text) = value {
                    titles.push((row.number(), column, text.trim().to_owned()));
                }
            }
        }
        titles.truncate(MOST_TITLES);
        titles
    }

    /// Adds what labels say. A month above the first table of the sheet is that of a further one only where no title of that
    /// one tells another (`is_titled`).
    fn add_pairs(
        &self,
        claims: &mut Claims,
        is_titled: bool,
        lexicon: &dyn Lexicon,
        organisations: &Organisations,
    ) {
        let first = self.reading.tables.first().filter(|_| self.table > 0);
        let is_of_first =
            |pair: &KeyValue| first.is_some_and(|table| pair.cell.0 < first_row(table));
        let names = |pair: &KeyValue, name: &str| pair.names.iter().any(|known| known == name);
        let pairs: Vec<(&KeyValue, Mentions, Vec<Term>)> = self
            .pairs()
            .map(|pair| {
                let found = mentions(&pair.value, lexicon, organisations);
                (pair, found, lexicon.recognise(&pair.value))
            })
            .collect();
        // A key whose value names no organisation (`Raportoija: Maija Meikäläinen`) is silent.
        let says_whose = pairs.iter().any(|(pair, found, whole)| {
            names(pair, ORGANISATION)
                && (named_by(whole, organisations).is_some() || found.names_any())
        });
        for (pair, found, whole) in pairs {
            // A municipality tells whose report it is only where no organisation is named.
            let is_place = names(pair, MUNICIPALITY) && !names(pair, ORGANISATION);
            if names(pair, ORGANISATION) || (is_place && !says_whose) {
                let value = named_by(&whole, organisations).or(found.organisation);
                if is_place && value.is_none() {
                    add_outside(claims, pair, &whole);
                }
                let is_known_word = is_official(pair) || names_a_place(&whole);
                let must_be_known = found.other || (!is_place && is_known_word);
                if value.is_none() && !found.several.is_empty() {
                    claims.several.push(Claim {
                        source: Source::Key,
                        value: found.several,
                        cell: Some(pair.cell),
                        text: pair.value.clone(),
                    });
                } else {
                    add_organisation(claims, pair, value, (is_place, must_be_known));
                }
            }
            if names(pair, MUNICIPALITY) {
                claims.municipality = claims
                    .municipality
                    .take()
                    .or(municipality_of(&whole, organisations));
            }
            if is_titled && names(pair, PERIOD) && is_of_first(pair) {
                continue;
            }
            if names(pair, PERIOD) {
                self.add_stated(claims, pair, organisations);
                claims.years.extend(&found.years);
            } else if names(pair, START_DATE) {
                let month = month_of(&whole).or(found.month);
                add_month(claims, pair, month.or_else(|| all_days(&pair.value)));
                claims.years.extend(&found.years);
            }
            if names(pair, YEAR) {
                claims.years.extend(&found.years);
            }
            if names(pair, FORM) {
                claims.forms.extend(found.forms);
            }
        }
    }

    /// The labels that are about the table: those above it, the nearest of a kind, or anywhere around a single one.
    fn pairs(&self) -> impl Iterator<Item = &KeyValue> {
        let tables = &self.reading.tables;
        let start = |at: usize| tables.get(at).map_or(u32::MAX, first_row);
        let (above, here) = match self.table.checked_sub(1) {
            Some(previous) => (start(previous), start(self.table)),
            None => (0, start(self.table)),
        };
        let is_single = tables.len() < 2;
        let pairs = &self.reading.pairs;
        let is_own = move |pair: &KeyValue| is_single || (above..here).contains(&pair.cell.0);
        pairs.iter().filter(move |pair| {
            let is_repeated_here = || {
                pairs
                    .iter()
                    .any(|other| is_own(other) && other.names == pair.names)
            };
            is_own(pair) || (pair.cell.0 < start(0) && !is_repeated_here())
        })
    }
}

fn month_of(terms: &[Term]) -> Option<PartialMonth> {
    terms.iter().find_map(|term| match term {
        Term::Month { year, month } => Some(PartialMonth {
            year: *year,
            month: Some(*month),
        }),
        _ => None,
    })
}

/// Tells whether the label is the official word for an organisation that reports; other words may stand before a
/// person or a unit.
fn is_official(pair: &KeyValue) -> bool {
    const OFFICIAL: [&str; 2] = ["organisaatio", "organisation"];
    OFFICIAL.contains(&&*pair.key.trim().to_lowercase())
}

fn names_a_place(terms: &[Term]) -> bool {
    terms
        .iter()
        .any(|term| matches!(term, Term::Municipality(_) | Term::Organisation(_)))
}

fn municipality_of(terms: &[Term], organisations: &Organisations) -> Option<Arc<str>> {
    terms.iter().find_map(|term| match term {
        Term::Municipality(code) => Some(Arc::from(code.as_str())),
        Term::Organisation(code) => {
            let organisation = organisations.find(code)?;
            let own = organisations.municipality(organisation).cloned();
            own.filter(|_| organisations.is_municipality(organisation))
        }
        _ => None,
    })
}

/// Adds a municipality for which no organisation of the region stands, if that is all that the value says.
fn add_outside(claims: &mut Claims, pair: &KeyValue, whole: &[Term]) {
    if claims.outside.is_none() && matches!(whole, [Term::Municipality(_)]) {
        claims.outside = Some(Claim {
            source: Source::Key,
            value: (),
            cell: Some(pair.cell),
            text: pair.value.clone(),
        });
    }
}

fn add_organisation(
    claims: &mut Claims,
    pair: &KeyValue,
    value: Option<usize>,
    (is_place, must_be_known): (bool, bool),
) {
    let (source, cell, text) = (Source::Key, Some(pair.cell), pair.value.clone());
    match value {
        Some(value) if is_place => claims.places.push(Claim {
            source,
            value,
            cell,
            text,
        }),
        Some(value) => claims.organisations.push(Claim {
            source,
            value,
            cell,
            text,
        }),
        None if must_be_known && !pair.value.trim().is_empty() => {
            claims.unknown.push(Claim {
                source,
                value: (),
                cell,
                text,
            });
        }
        None => {}
    }
}

pub(super) fn add_month(claims: &mut Claims, pair: &KeyValue, month: Option<PartialMonth>) {
    if let Some(value) = month {
        let (source, cell, text) = (Source::Key, Some(pair.cell), pair.value.clone());
        claims.months.push(Claim {
            source,
            value,
            cell,
            text,
        });
    }
}

/// In prose a short word is hardly a month: `touko`, `maj`, `May`.
fn drop_short_months(found: &mut Mentions, title: &str) {
    const LONGEST_SHORT: usize = 5;
    let is_long = |word: &str| word.chars().count() > LONGEST_SHORT;
    let has_year = found.month.is_some_and(|month| month.year.is_some());
    if !has_year && !title.split_whitespace().any(is_long) {
        found.month = None;
    }
}
