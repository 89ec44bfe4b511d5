//! What the texts of a column with few different values mean: decisions first, then the words of the programme, the
//! municipalities and the organisations.

use std::sync::Arc;

use bumpalo::Bump;
use chrono::NaiveDate;
use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;
use kooste_ingest::vocabulary::FieldKind;

use super::decided::Decided;
use super::{ColumnCells, Making};
use crate::evidence::{Evidence, Month, Organisations};
use crate::rows::record::Slot;
use crate::values::code::CodeIndex;
use crate::values::month::{self, month};
use crate::values::municipality::MunicipalityIndex;
use crate::values::organisation::OrganisationIndex;
use crate::values::{Finding, Parsed};

/// Looks up the texts of one column.
pub(crate) struct Lookup<'g> {
    index: Index<'g>,
    kind: &'g FieldKind,
    texts: &'g Bump,
    organisations: &'g Organisations,
    /// The month of the table, for names and mergers of municipalities.
    around: Month,
    /// What tells the year of a month without one.
    evidence: &'g Evidence,
    cells: ColumnCells<'g>,
    /// The year that the column itself says, looked for when a month lacks it.
    said: Option<Option<i32>>,
    /// The year that the table says of the row apart from its month.
    pub(super) year: Option<i32>,
    decided: Decided,
}

/// What a column is looked up in.
enum Index<'g> {
    Code(&'g CodeIndex),
    Codes(&'g CodeIndex),
    Municipality(&'g MunicipalityIndex),
    Municipalities(&'g MunicipalityIndex),
    Organisation(&'g OrganisationIndex),
    Month,
}

/// Bytes of the longest text that is looked up, which could name all municipalities twice: whatever is longer was not
/// meant for the column.
const LONGEST: usize = 8192;

impl Index<'_> {
    /// What is said of a text that means nothing here.
    fn unknown(&self) -> Code {
        match self {
            Index::Code(_) | Index::Codes(_) => Code::CodeUnknown,
            Index::Municipality(_) | Index::Municipalities(_) => Code::MunicipalityUnknown,
            Index::Organisation(_) => Code::OrganisationUnknown,
            Index::Month => Code::TypeError,
        }
    }
}

/// The one year that cells of a column say beside their months, if the months go on from there without a turn of the year.
fn year_in(cells: ColumnCells<'_>) -> Option<i32> {
    let mut year = None;
    let mut last = 0;
    for cell in cells.iter() {
        let CellValue::Text(text) = cell else {
            continue;
        };
        let Some(said) = month::said(text) else {
            continue;
        };
        if said.month < last
            || (year.is_some() && said.year.is_some_and(|other| year != Some(other)))
        {
            return None;
        }
        last = said.month;
        year = year.or(said.year);
    }
    year
}

impl<'g> Lookup<'g> {
    pub(super) fn new(making: Making<'g>, field: usize, cells: ColumnCells<'g>) -> Self {
        let words = &*making.context.words;
        let index = match &making.form.fields[field].kind {
            FieldKind::Code(list) => words.list(list).map(Index::Code),
            FieldKind::CodeList(list) => words.list(list).map(Index::Codes),
            FieldKind::Municipality => Some(Index::Municipality(words.municipalities())),
            FieldKind::MunicipalityList => Some(Index::Municipalities(words.municipalities())),
            FieldKind::Organisation => Some(Index::Organisation(words.organisations())),
            _ => None,
        };
        let first = Month::parse(&making.context.region.region.first_month);
        Lookup {
            index: index.unwrap_or(Index::Month),
            kind: &making.form.fields[field].kind,
            texts: making.texts,
            organisations: &making.context.organisations,
            around: making
                .evidence
                .period
                .or(first)
                .unwrap_or(Month::of(NaiveDate::default())),
            evidence: making.evidence,
            cells,
            said: None,
            year: None,
            decided: Decided::of_field(making, field),
        }
    }

    /// Indices of the decisions that decided something.
    pub(super) fn decided(&self) -> &[usize] {
        self.decided.used()
    }

    pub(super) fn parse(&mut self, value: CellValue<'_>) -> Parsed<Slot<'g>> {
        if let Some(slot) = self.decision(value) {
            return Parsed::exact(slot);
        }
        if value.text().len() > LONGEST {
            return Parsed::unreadable(Finding::new(self.index.unknown(), ""));
        }
        let texts = self.texts;
        let code = |code: Arc<str>| &*texts.alloc_str(&code);
        let codes = |found: Vec<Arc<str>>| {
            Slot::Codes(texts.alloc_slice_fill_iter(found.into_iter().map(code)))
        };
        match &self.index {
            Index::Code(index) => index.one(value).map(|coded| Slot::Code(code(coded.code))),
            Index::Codes(index) => index.several(value).map(codes),
            Index::Municipality(index) => {
                let found = index.one(value, self.around);
                found.map(|found| Slot::Code(code(found)))
            }
            Index::Municipalities(index) => index.several(value, self.around).map(codes),
            Index::Organisation(index) => self.organisation(index.several(value, self.around)),
            Index::Month => {
                let (evidence, cells) = (self.evidence, self.cells);
                let (said, own) = (&mut self.said, self.year);
                let year = |of: u32| {
                    own.or_else(|| *said.get_or_insert_with(|| year_in(cells)))
                        .or_else(|| {
                            let told = evidence.period.filter(|_| !evidence.period_is_arrival);
                            told.map(Month::year)
                        })
                        .or_else(|| evidence.year_across(of))
                };
                month(value, year).map(Slot::Month)
            }
        }
    }

    /// A row has one organisation; several are one only if they report jointly.
    fn organisation(&self, parsed: Parsed<Vec<usize>>) -> Parsed<Slot<'g>> {
        let leaders = parsed
            .value
            .iter()
            .flatten()
            .map(|at| self.organisations.leader(*at));
        let mut leaders: Vec<usize> = leaders.collect();
        leaders.dedup();
        match leaders.as_slice() {
            [_, _, ..] => Parsed::unreadable(Finding::new(Code::OrganisationUnknown, "several")),
            [only] => {
                let only = *only;
                parsed.map(|_| Slot::Organisation(only))
            }
            [] => parsed.map(|_| Slot::BLANK),
        }
    }

    /// What a decision says of the cell, if it names something that there is.
    fn decision(&mut self, value: CellValue<'_>) -> Option<Slot<'g>> {
        let means = self.decided.meaning(&value.text())?;
        let of_code = |code: &str| Slot::of_code(self.texts.alloc_str(code), self.kind, self.texts);
        match &self.index {
            Index::Code(index) | Index::Codes(index) => Some(of_code(index.recognise(means)?)),
            Index::Municipality(_) | Index::Municipalities(_) => Some(of_code(means)),
            Index::Organisation(_) => {
                let organisation = self.organisations.find(means)?;
                Some(Slot::Organisation(self.organisations.leader(organisation)))
            }
            Index::Month => Month::parse(means).map(Slot::Month),
        }
    }
}
