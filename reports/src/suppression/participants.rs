//! The participants of a month: areas by groups, and municipalities, which have the region's number in common.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::attack::Place;
use super::people::Closed;
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

/// The participants of a month: areas by groups, and municipalities.
#[derive(Debug, Clone)]
pub(super) struct Participants {
    counts: Vec<Vec<Option<Decimal>>>,
    pub(super) cells: Vec<Vec<Cell>>,
    rows: Vec<String>,
    line: Vec<Option<Decimal>>,
    pub(super) line_cells: Vec<Cell>,
    pub(super) places: Vec<String>,
}

impl Participants {
    pub(super) fn decide(
        rule: Suppression,
        figures: &Figures,
        month: NaiveDate,
        municipalities: &[&MunicipalityMonth],
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
        closed_line.extend(decided.told_by_rest(rule, municipalities));
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

    /// The municipality to hide, the smallest, where the region's number less those of all municipalities would tell a small
    /// count: of the activities in none of them, or, counted more than once, of those in several.
    fn told_by_rest(
        &self,
        rule: Suppression,
        municipalities: &[&MunicipalityMonth],
    ) -> Option<Place> {
        let (region, parts) = self.line.split_last()?;
        let rest = (*region)? - parts.iter().flatten().sum::<Decimal>();
        let sharing = municipalities
            .iter()
            .filter(|entry| !entry.shared.is_zero());
        // An activity of three is counted twice too often.
        let times = Decimal::from(sharing.count().saturating_sub(1).max(1));
        let is_small = rule.is_small(rest) || rule.is_small(-rest / times);
        let hidden = (parts.iter().enumerate()).filter(|(_, count)| rule.hides(**count));
        let smallest = hidden.min_by_key(|(_, count)| **count);
        smallest.filter(|_| is_small).map(|(at, _)| (0, at))
    }

    fn sum(&self) -> Place {
        let row = self.counts.len() - 1;
        (row, self.counts[row].len() - 1)
    }

    pub(super) fn region(&self) -> &Cell {
        let (row, column) = self.sum();
        &self.cells[row][column]
    }

    /// An area in all groups together.
    pub(super) fn area(&self, area: &str) -> Cell {
        let mut rows = self.rows.iter().zip(&self.cells);
        let found = rows.find(|(row, _)| *row == area);
        let cell = found.and_then(|(_, cells)| cells.last());
        cell.cloned().unwrap_or(Cell::Missing)
    }

    /// What is told of a month in a course: the closed sums of areas and region.
    pub(super) fn proof_of_course(&self, rule: Suppression, month: NaiveDate) -> Vec<Closed> {
        let mut proof = self.proof(rule);
        proof.retain(|closed| closed.section == "areas" && closed.column == GROUPS[4]);
        for closed in &mut proof {
            closed.column = format!("{} {}", closed.column, month.format("%Y-%m"));
        }
        proof
    }

    pub(super) fn proof(&self, rule: Suppression) -> Vec<Closed> {
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
    let mut sums: Vec<Option<Decimal>> = (0..GROUPS.len() - 1)
        .map(|at| AreaMonth::sum(&shown, |area| area.groups[at]))
        .collect();
    sums.push(AreaMonth::sum(&shown, |area| area.participants));
    counts.push(sums);
    (shown, counts)
}

pub(super) fn is_open(cell: &Cell) -> bool {
    !matches!(cell, Cell::Small(_) | Cell::Hidden)
}

/// Whether a figure differs from what was told of it by a small count.
pub(super) fn changed_little(rule: Suppression, told: &Revision) -> bool {
    let difference = told.after.unwrap_or_default() - told.before.unwrap_or_default();
    rule.is_small(difference.abs())
}
