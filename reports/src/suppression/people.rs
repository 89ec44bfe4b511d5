//! What is shown of all counts of people of a month, decided once for every section, language and format.
//!
//! The tables hang together: the participants of areas and groups and those of municipalities have the region's number as
//! their sum, sums over months are made of the months, a change since the month before tells that month, and what the
//! report told before is known. So one decision is taken over all of them, and every page only shows it.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use super::Suppression;
use super::participants::{Participants, changed_little, is_open};
use super::sums::{self, Room};
use crate::figures::{Figures, MunicipalityMonth, Revision};
use crate::summary::page::Cell;

/// What is shown of the counts of people of a month.
#[derive(Debug, Clone)]
pub struct People {
    month: NaiveDate,
    areas: Participants,
    /// Participants in the months of the trend before.
    before: BTreeMap<NaiveDate, Participants>,
    is_comparable: bool,
    indicators: BTreeMap<(String, NaiveDate), Cell>,
    cumulative: BTreeMap<(String, NaiveDate), Cell>,
    pilots: Vec<Cell>,
    /// What somebody who knows all that is published can tell of each closed count.
    pub closed: Vec<Closed>,
}

/// A closed count with the least and highest number that it may be; no highest where nothing bounds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// Section of the page.
    pub section: &'static str,
    /// Row: area, municipality, indicator or pilot; `*` for the region.
    pub row: String,
    /// Column.
    pub column: String,
    /// Whether it is told to be small; else it is hidden.
    pub is_small: bool,
    /// Least number.
    pub low: u64,
    /// Highest number.
    pub high: Option<u64>,
}

impl People {
    /// Decides for a month.
    #[must_use]
    pub fn of(figures: &Figures) -> Self {
        let rule = Suppression::new(figures.names.region.min_count);
        let places: Vec<&MunicipalityMonth> = figures.municipalities.iter().collect();
        let areas = Participants::decide(rule, figures, figures.month, &places);
        let before: BTreeMap<NaiveDate, Participants> = (figures.trend.iter())
            .filter(|month| **month != figures.month)
            .map(|month| {
                let entries = figures.municipalities_before.iter();
                let places: Vec<&MunicipalityMonth> =
                    entries.filter(|entry| entry.month == *month).collect();
                (*month, Participants::decide(rule, figures, *month, &places))
            })
            .collect();
        let last = figures.month.checked_sub_months(Months::new(1));
        let last = last.and_then(|last| before.get(&last));
        let is_comparable =
            is_open(areas.region()) && last.is_some_and(|last| is_open(last.region()));
        let mut closed = areas.proof(rule);
        for (month, participants) in &before {
            closed.extend(participants.proof_of_course(rule, *month));
        }
        let mut people = People {
            month: figures.month,
            is_comparable,
            indicators: BTreeMap::new(),
            cumulative: BTreeMap::new(),
            pilots: (figures.pilots.iter())
                .map(|pilot| rule.cell(pilot.participants))
                .collect(),
            closed,
            areas,
            before,
        };
        people.add_indicators(rule, figures);
        people.add_pilots(figures);
        people
    }

    /// Participants by area, in the order of the programme, and group; the last row is the region, the last column the sum.
    pub(crate) fn by_area(&self) -> &[Vec<Cell>] {
        &self.areas.cells
    }

    /// Participants of a municipality.
    pub(crate) fn municipality(&self, municipality: &str) -> Cell {
        let mut places = self.areas.places.iter().zip(&self.areas.line_cells);
        let found = places.find(|(place, _)| *place == municipality);
        found.map_or(Cell::Missing, |(_, cell)| cell.clone())
    }

    /// Participants of the region.
    pub(crate) fn region(&self) -> Cell {
        self.areas.region().clone()
    }

    /// Participants of the region in a month of the trend; hidden for others.
    pub(crate) fn region_in(&self, month: NaiveDate) -> Cell {
        let found = self.of_month(month);
        found.map_or(Cell::Hidden, |found| found.region().clone())
    }

    /// Participants of an area in a month of the trend; hidden for others.
    pub(crate) fn area_in(&self, month: NaiveDate, area: &str) -> Cell {
        let found = self.of_month(month);
        found.map_or(Cell::Hidden, |found| found.area(area))
    }

    fn of_month(&self, month: NaiveDate) -> Option<&Participants> {
        if month == self.month {
            return Some(&self.areas);
        }
        self.before.get(&month)
    }

    /// Whether the region's participants may be compared with those of the month before.
    pub(crate) fn is_comparable(&self) -> bool {
        self.is_comparable
    }

    /// An indicator that counts people, in a month.
    pub(crate) fn indicator(&self, indicator: &str, month: NaiveDate) -> Cell {
        let found = self.indicators.get(&(indicator.to_owned(), month));
        found.cloned().unwrap_or(Cell::Missing)
    }

    /// Whether such an indicator may be compared with its value of the month before.
    pub(crate) fn is_indicator_comparable(&self, indicator: &str, month: NaiveDate) -> bool {
        let before = month.checked_sub_months(Months::new(1));
        is_open(&self.indicator(indicator, month))
            && before.is_none_or(|before| is_open(&self.indicator(indicator, before)))
    }

    /// The sum of such an indicator since the first month.
    pub(crate) fn cumulative(&self, indicator: &str, month: NaiveDate) -> Cell {
        let found = self.cumulative.get(&(indicator.to_owned(), month));
        found.cloned().unwrap_or(Cell::Missing)
    }

    /// Participants of a pilot, by its place among the figures.
    pub(crate) fn pilot(&self, at: usize) -> Cell {
        self.pilots.get(at).cloned().unwrap_or(Cell::Missing)
    }

    fn add_indicators(&mut self, rule: Suppression, figures: &Figures) {
        let people = figures.names.list("indicator").iter();
        for code in people.filter(|code| code.counts_people) {
            let series = figures.indicators.iter();
            let series: Vec<_> = series
                .filter(|entry| entry.indicator == code.code)
                .collect();
            let values: Vec<Option<Decimal>> = series.iter().map(|entry| entry.value).collect();
            let hidden: Vec<bool> = (series.iter())
                .map(|entry| {
                    let of = |told: &&Revision| {
                        told.mart == "indicator_month"
                            && told.column == "value"
                            && told.month == entry.month
                            && told.part(1) == code.code
                    };
                    let mut told = figures.told_before.iter().filter(of);
                    told.any(|told| changed_little(rule, told))
                })
                .collect();
            let cells: Vec<Cell> = (values.iter().zip(&hidden))
                .map(|(value, hidden)| match value {
                    Some(_) if *hidden => Cell::Hidden,
                    value => rule.cell(*value),
                })
                .collect();
            let sums = rule.cumulative(&values, &hidden);
            let rooms = sums::rooms(&cells, &sums);
            for (((entry, cell), sum), rooms) in series.iter().zip(cells).zip(sums).zip(rooms) {
                let is_now = entry.month == figures.month;
                if is_now || figures.trend.contains(&entry.month) {
                    let is_flow = entry.time == "flow";
                    let value = if is_flow { rooms.0 } else { Room::of(&cell) };
                    let place =
                        |column| ("family-centres", code.code.as_str(), column, entry.month);
                    self.close(place("value"), &cell, value);
                    if is_flow {
                        self.close(place("cumulative"), &sum, rooms.1);
                    }
                }
                let key = (code.code.clone(), entry.month);
                self.indicators.insert(key.clone(), cell);
                self.cumulative.insert(key, sum);
            }
        }
    }

    fn add_pilots(&mut self, figures: &Figures) {
        let pilots: Vec<(String, Cell)> = (figures.pilots.iter().zip(&self.pilots))
            .map(|(pilot, cell)| {
                (
                    format!("{}: {}", pilot.organisation, pilot.name),
                    cell.clone(),
                )
            })
            .collect();
        for (name, cell) in pilots {
            let place = ("pilots", name.as_str(), "participants", figures.month);
            self.close(place, &cell, Room::of(&cell));
        }
    }

    /// Adds a count with what can be told of it, if it is closed: section, row, column and month.
    fn close(
        &mut self,
        (section, row, column, month): (&'static str, &str, &str, NaiveDate),
        cell: &Cell,
        room: Room,
    ) {
        if !matches!(cell, Cell::Small(_) | Cell::Hidden | Cell::AtLeast(_)) {
            return;
        }
        self.closed.push(Closed {
            section,
            row: row.to_owned(),
            column: format!("{column} {}", month.format("%Y-%m")),
            is_small: matches!(cell, Cell::Small(_)),
            low: room.low,
            high: room.high,
        });
    }
}
