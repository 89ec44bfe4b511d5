//! What is shown of all counts of people of a month, decided once for every section, language and format.
//!
//! The tables hang together: the participants of areas and groups and those of municipalities have the region's number as
//! their sum, sums over months are made of the months, a change since the month before tells that month, and what the
//! report told before is known. So one decision is taken over all of them, and every page only shows it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use super::attack::Place;
use super::{Standing, Suppression};
use crate::figures::{AreaMonth, Figures, MunicipalityMonth, Revision};
use crate::summary::page::Cell;

/// Columns of the participants of an area, by name; the last is their sum.
pub(crate) const GROUPS: [&str; 5] = [
    "children",
    "parents",
    "professionals",
    "others",
    "participants",
];

/// What is shown of the counts of people of a month.
#[derive(Debug, Clone)]
pub struct People {
    areas: Participants,
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

/// The participants of a month: areas by groups, and municipalities.
#[derive(Debug, Clone)]
struct Participants {
    counts: Vec<Vec<Option<Decimal>>>,
    cells: Vec<Vec<Cell>>,
    rows: Vec<String>,
    line: Vec<Option<Decimal>>,
    line_cells: Vec<Cell>,
    places: Vec<String>,
}

impl People {
    /// Decides for a month.
    #[must_use]
    pub fn of(figures: &Figures) -> Self {
        let rule = Suppression::new(figures.names.region.min_count);
        let areas = Participants::decide(rule, figures, figures.month, &figures.municipalities);
        let before = figures.month.checked_sub_months(Months::new(1));
        let is_comparable = before.is_some_and(|before| {
            let of_before = &figures.municipalities_before;
            let before = Participants::decide(rule, figures, before, of_before);
            is_open(before.region()) && is_open(areas.region())
        });
        let mut people = People {
            is_comparable,
            indicators: BTreeMap::new(),
            cumulative: BTreeMap::new(),
            pilots: (figures.pilots.iter())
                .map(|pilot| rule.cell(pilot.participants))
                .collect(),
            closed: areas.proof(rule),
            areas,
        };
        people.add_indicators(rule, figures);
        people.add_pilots(rule, figures);
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
            let sums = rule.cumulative(&values, &hidden);
            for (((entry, hidden), sum), value) in series.iter().zip(hidden).zip(sums).zip(values) {
                let cell = match value {
                    Some(_) if hidden => Cell::Hidden,
                    value => rule.cell(value),
                };
                let key = (code.code.clone(), entry.month);
                let is_now = entry.month == figures.month;
                if is_now || figures.trend.contains(&entry.month) {
                    self.close(
                        rule,
                        "family-centres",
                        &code.code,
                        entry.month,
                        "value",
                        &cell,
                    );
                    if entry.time == "flow" {
                        self.close(
                            rule,
                            "family-centres",
                            &code.code,
                            entry.month,
                            "cumulative",
                            &sum,
                        );
                    }
                }
                self.indicators.insert(key.clone(), cell);
                self.cumulative.insert(key, sum);
            }
        }
    }

    fn add_pilots(&mut self, rule: Suppression, figures: &Figures) {
        let pilots: Vec<(String, Cell)> = (figures.pilots.iter().zip(&self.pilots))
            .map(|(pilot, cell)| {
                (
                    format!("{}: {}", pilot.organisation, pilot.name),
                    cell.clone(),
                )
            })
            .collect();
        for (name, cell) in pilots {
            self.close(rule, "pilots", &name, figures.month, "participants", &cell);
        }
    }

    /// Adds a count that hangs together with no other, if it is closed.
    fn close(
        &mut self,
        rule: Suppression,
        section: &'static str,
        row: &str,
        month: NaiveDate,
        column: &str,
        cell: &Cell,
    ) {
        let (is_small, low, high) = match cell {
            Cell::Small(highest) => (true, 1, Some(*highest)),
            Cell::Hidden => (false, 0, None),
            Cell::AtLeast(least) => (false, u64::try_from(*least).unwrap_or_default(), None),
            _ => return,
        };
        debug_assert!(high.is_none_or(|high| high >= rule.highest_hidden()));
        self.closed.push(Closed {
            section,
            row: row.to_owned(),
            column: format!("{column} {}", month.format("%Y-%m")),
            is_small,
            low,
            high,
        });
    }
}

impl Participants {
    fn decide(
        rule: Suppression,
        figures: &Figures,
        month: NaiveDate,
        municipalities: &[MunicipalityMonth],
    ) -> Self {
        let (areas, counts) = participant_counts(figures, month);
        let region = counts.last().and_then(|row| row.last()).copied().flatten();
        let mut line: Vec<Option<Decimal>> = municipalities
            .iter()
            .map(|entry| entry.participants)
            .collect();
        line.push(region);
        let mut decided = Participants {
            rows: areas.iter().map(|area| area.area.clone()).collect(),
            places: municipalities
                .iter()
                .map(|entry| entry.municipality.clone())
                .collect(),
            cells: Vec::new(),
            line_cells: Vec::new(),
            counts,
            line,
        };
        let (mut closed, mut closed_line) = decided.changed(rule, figures, month);
        let (sum, line_sum) = (decided.sum(), (0, decided.line.len() - 1));
        loop {
            decided.cells = rule.table_without(&decided.counts, &closed);
            decided.line_cells = rule
                .table_without(std::slice::from_ref(&decided.line), &closed_line)
                .concat();
            let is_shown = is_open(decided.region());
            let is_shown_there = decided.line_cells.last().is_none_or(is_open);
            if is_shown && is_shown_there {
                return decided;
            }
            // The region's number is one, so it is closed in both; the municipalities would bound it.
            let mut more = closed_line.clone();
            more.extend(
                (0..decided.line.len())
                    .filter(|at| rule.hides(decided.line[*at]))
                    .map(|at| (0, at)),
            );
            if region.is_some_and(|count| !rule.is_small(count)) {
                more.insert(line_sum);
            }
            let is_new = more != closed_line || (is_shown && closed.insert(sum));
            closed_line = more;
            if !is_new {
                return decided;
            }
        }
    }

    /// The places of counts that would tell small ones together with what the report told before: where one differs
    /// little from it, all that differ.
    fn changed(
        &self,
        rule: Suppression,
        figures: &Figures,
        month: NaiveDate,
    ) -> (BTreeSet<Place>, BTreeSet<Place>) {
        let is_of = |told: &&Revision| {
            told.month == month
                && (told.column.starts_with("participants")
                    || (told.mart == "key_figure" && told.part(1) == "participants"))
        };
        let told: Vec<&Revision> = figures.told_before.iter().filter(is_of).collect();
        let (mut table, mut line) = (BTreeSet::new(), BTreeSet::new());
        if !told.iter().any(|told| changed_little(rule, told)) {
            return (table, line);
        }
        let (last_row, last_column) = self.sum();
        for told in told {
            match told.mart.as_str() {
                "monthly_summary" => {
                    let row = self.rows.iter().position(|area| area == told.part(2));
                    let column = GROUPS
                        .iter()
                        .position(|group| column_of(group) == told.column);
                    if let Some((row, column)) = row.zip(column) {
                        for place in [(row, column), (last_row, column)] {
                            table.insert(place);
                        }
                    }
                }
                "municipality_summary" => {
                    line.extend(
                        (self.places.iter().position(|place| place == told.part(1)))
                            .map(|at| (0, at)),
                    );
                }
                _ => {}
            }
        }
        table.insert((last_row, last_column));
        line.insert((0, self.line.len() - 1));
        table.retain(|(row, column)| rule.hides(self.counts[*row][*column]));
        line.retain(|(_, column)| rule.hides(self.line[*column]));
        (table, line)
    }

    fn sum(&self) -> Place {
        let row = self.counts.len() - 1;
        (row, self.counts[row].len() - 1)
    }

    fn region(&self) -> &Cell {
        let (row, column) = self.sum();
        &self.cells[row][column]
    }

    fn proof(&self, rule: Suppression) -> Vec<Closed> {
        let (last, _) = self.sum();
        let closed = |section, row: String, column: &str, cell: &Cell, low, high| Closed {
            section,
            row,
            column: column.to_owned(),
            is_small: Standing::of(cell) == Standing::Small,
            low,
            high,
        };
        let mut proof: Vec<Closed> = (rule.proof(&self.counts, &self.cells).into_iter())
            .map(|told| {
                let row = if told.row == last {
                    "*"
                } else {
                    self.rows[told.row].as_str()
                };
                let cell = &self.cells[told.row][told.column];
                closed(
                    "areas",
                    row.to_owned(),
                    GROUPS[told.column],
                    cell,
                    told.low,
                    told.high,
                )
            })
            .collect();
        let (line, cells) = (std::slice::from_ref(&self.line), [self.line_cells.clone()]);
        proof.extend((rule.proof(line, &cells).into_iter()).filter_map(|told| {
            // The region itself stands among the areas.
            let place = self.places.get(told.column)?.clone();
            let cell = &self.line_cells[told.column];
            Some(closed(
                "municipalities",
                place,
                "participants",
                cell,
                told.low,
                told.high,
            ))
        }));
        proof
    }
}

impl Suppression {
    /// Whether a count can be hidden: it is there, is not zero and is not told to be small anyway.
    fn hides(self, count: Option<Decimal>) -> bool {
        count.is_some_and(|count| !count.is_zero() && !self.is_small(count))
    }
}

/// The column of the mart that holds a group.
pub(crate) fn column_of(group: &str) -> &'static str {
    match group {
        "children" => "participants_children",
        "parents" => "participants_parents",
        "professionals" => "participants_professionals",
        "others" => "participants_other",
        _ => "participants_total",
    }
}

/// The month of each area that has one, in the order of the programme, and their participants by group; the last row
/// and column are sums.
pub(crate) fn participant_counts(
    figures: &Figures,
    month: NaiveDate,
) -> (Vec<&AreaMonth>, Vec<Vec<Option<Decimal>>>) {
    let shown: Vec<&AreaMonth> = (figures.names.list("development_area").iter())
        .filter_map(|code| {
            let of = |area: &&AreaMonth| area.month == month && area.area == code.code;
            figures.areas.iter().find(of)
        })
        .collect();
    let line = |area: &&AreaMonth| {
        let mut line = area.groups.to_vec();
        line.push(area.participants);
        line
    };
    let mut counts: Vec<Vec<Option<Decimal>>> = shown.iter().map(line).collect();
    let sums = (0..GROUPS.len())
        .map(|at| {
            let known = counts.iter().filter_map(|row| row[at]);
            known.fold(None, |sum: Option<Decimal>, count| {
                Some(sum.unwrap_or_default() + count)
            })
        })
        .collect();
    counts.push(sums);
    (shown, counts)
}

fn is_open(cell: &Cell) -> bool {
    !matches!(cell, Cell::Small(_) | Cell::Hidden)
}

/// Whether a figure differs from what was told of it by a small count.
fn changed_little(rule: Suppression, told: &Revision) -> bool {
    let difference = told.after.unwrap_or_default() - told.before.unwrap_or_default();
    rule.is_small(difference.abs())
}
