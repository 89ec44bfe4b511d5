//! Claims: what one place says about organisation or month.

use std::sync::Arc;

use super::names::Mentions;
use super::organisations::Organisations;
use super::period::PartialMonth;

/// Where a claim stands, in the order in which the places are heard (READING.md R2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// `decisions.toml`.
    Decision,
    /// A `[[source]]` of the region file.
    Settings,
    /// A column, a heading row or the header of the table.
    Table,
    /// The name of the sheet.
    Sheet,
    /// A label with its value outside the table.
    Key,
    /// A title above the table.
    Title,
    /// The name of the file.
    File,
    /// A folder; for months only the month of arrival.
    Folder,
}

impl Source {
    /// Name printed by `inspect`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Source::Decision => "decision",
            Source::Settings => "source",
            Source::Table => "table",
            Source::Sheet => "sheet",
            Source::Key => "key",
            Source::Title => "title",
            Source::File => "file",
            Source::Folder => "folder",
        }
    }
}

/// What one place says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim<T> {
    /// The kind of place.
    pub source: Source,
    /// What it says.
    pub value: T,
    /// Row (from 1) and column (from 0), for places on the sheet.
    pub cell: Option<(u32, u32)>,
    /// The words that say it.
    pub text: String,
}

/// Why a place that speaks of the month tells none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It names more than one.
    Several,
    /// What it says is no month.
    Unreadable,
}

/// Words of a title; what has more is prose.
const LONGEST_TITLE: usize = 8;

fn words_of(text: &str) -> usize {
    text.split_whitespace().count()
}

/// All that the places around a table say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Claims {
    /// Organisations, by index.
    pub organisations: Vec<Claim<usize>>,
    /// Municipalities of labels and titles, as organisations: they may only tell where the work took place.
    pub places: Vec<Claim<usize>>,
    /// Several organisations of equal standing.
    pub several: Vec<Claim<Vec<usize>>>,
    /// Municipality that a label above the table names.
    pub municipality: Option<Arc<str>>,
    /// Organisations that the region does not know: where a label says whose the report is.
    pub unknown: Vec<Claim<()>>,
    /// Municipality of a label above the table for which no organisation of the region stands.
    pub outside: Option<Claim<()>>,
    /// Months.
    pub months: Vec<Claim<PartialMonth>>,
    /// Places that speak of the month and tell none, so that the month of arrival is no answer.
    pub unread: Vec<Claim<Unread>>,
    /// Months that were misspelt and read all the same.
    pub misspelt: Vec<Claim<PartialMonth>>,
    /// Years named alone.
    pub years: Vec<i32>,
    /// Forms, by index.
    pub forms: Vec<usize>,
}

impl Claims {
    /// Takes over what a name or title mentions.
    pub(crate) fn add(
        &mut self,
        source: Source,
        mentions: &Mentions,
        cell: Option<(u32, u32)>,
        text: &str,
    ) {
        let text = || text.to_owned();
        if let Some(value) = mentions.organisation {
            self.organisations.push(Claim {
                source,
                value,
                cell,
                text: text(),
            });
        }
        if !mentions.several.is_empty() {
            self.several.push(Claim {
                source,
                value: mentions.several.clone(),
                cell,
                text: text(),
            });
        }
        // In prose another body may be named for any reason.
        let is_prose = || source == Source::Title && words_of(&text()) > LONGEST_TITLE;
        if mentions.other && !is_prose() {
            self.unknown.push(Claim {
                source,
                value: (),
                cell,
                text: text(),
            });
        }
        if let Some(value) = mentions.month {
            self.months.push(Claim {
                source,
                value,
                cell,
                text: text(),
            });
        } else if mentions.several_months {
            self.unread.push(Claim {
                source,
                value: Unread::Several,
                cell,
                text: text(),
            });
        }
        self.years.extend(&mentions.years);
        self.forms.extend(&mentions.forms);
    }

    /// Municipalities that may only tell where the work took place count as claims unless an organisation that is
    /// no municipality is named elsewhere: it works there (READING.md R2).
    pub(crate) fn take_places(&mut self, organisations: &Organisations) {
        let is_other = |claim: &Claim<usize>| !organisations.is_municipality(claim.value);
        let is_place = |claim: &Claim<usize>| {
            claim.source == Source::Title && organisations.is_municipality(claim.value)
        };
        if self.organisations.iter().any(is_other) {
            self.organisations.retain(|claim| !is_place(claim));
            self.places.clear();
        }
        self.organisations.append(&mut self.places);
    }

    /// One of several of equal standing is meant where another place names it; else they contradict each other.
    pub(crate) fn take_several(&mut self, organisations: &Organisations) {
        for claim in self.several.drain(..) {
            let is_one = |told: &Claim<usize>| {
                let leader = organisations.leader(told.value);
                claim.value.contains(&leader)
            };
            if self.organisations.iter().any(is_one) {
                continue;
            }
            for value in claim.value {
                self.organisations.push(Claim {
                    source: claim.source,
                    value,
                    cell: claim.cell,
                    text: claim.text.clone(),
                });
            }
        }
    }
}
