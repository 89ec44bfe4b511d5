//! Section 9: which figures of earlier months are others than the last report told, and why.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::page::{Block, Cell, Column, Row, Section, Table};
use super::scene::{Scene, decimals_of};
use crate::figures::Revision;

/// Rows that the page shows; the workbook has all.
const SHOWN: usize = 15;

/// Marts in the order in which their figures matter to the steering group.
const MARTS: [&str; 9] = [
    "key_figure",
    "funding",
    "indicator_month",
    "monthly_summary",
    "municipality_summary",
    "cost_summary",
    "pilot_stage",
    "activity_type_month",
    "reporting_rate",
];

pub(super) fn section(scene: &Scene) -> Section {
    let (unsafe_ones, mut told): (Vec<&Revision>, Vec<&Revision>) =
        (scene.figures.revisions.iter()).partition(|revision| people_below_region(revision));
    let rank = |revision: &Revision| MARTS.iter().position(|mart| *mart == revision.mart);
    told.sort_by_key(|revision| {
        (
            Reverse(revision.month),
            rank(revision).unwrap_or(MARTS.len()),
        )
    });
    let mut blocks = Vec::new();
    let mut lead = Vec::new();
    if scene.figures.revisions.is_empty() {
        let key = if has_report_before(scene) {
            "revisions-none"
        } else {
            "revisions-first"
        };
        blocks.push(Block::Note(scene.say(key)));
    } else {
        lead.push(scene.counted("revisions-lead", count(scene.figures.revisions.len())));
    }
    if !told.is_empty() {
        blocks.push(Block::Table(table(scene, &told)));
    }
    if !unsafe_ones.is_empty() {
        let note = scene.counted("revisions-people", count(unsafe_ones.len()));
        blocks.push(Block::Note(note));
    }
    Section {
        id: "revisions",
        number: 9,
        title: scene.say("revisions"),
        lead,
        blocks,
    }
}

/// Whether anything came for an earlier month.
fn has_report_before(scene: &Scene) -> bool {
    let mut rates = scene.figures.rates.iter();
    rates.any(|rate| rate.month < scene.figures.month && rate.actual > 0)
}

fn count(length: usize) -> u64 {
    length as u64
}

/// Whether it counts people in an area or a municipality: two versions of such a table would tell small counts.
fn people_below_region(revision: &Revision) -> bool {
    revision.column.starts_with("participants")
}

fn table(scene: &Scene, told: &[&Revision]) -> Table {
    let rows: Vec<Row> = told.iter().map(|revision| row(scene, revision)).collect();
    let cells: Vec<Cell> = rows.iter().flat_map(|row| row.cells.clone()).collect();
    let mut notes = vec![scene.say("revisions-note")];
    if told.iter().any(|revision| revision.after_close) {
        notes.push(scene.say("revisions-closed-note"));
    }
    notes.extend(scene.legend(&cells));
    Table {
        caption: scene.say("revisions-caption"),
        columns: vec![
            Column::words(scene.say("revisions-figure")),
            Column::words(scene.say("month")),
            Column::numbers(scene.say("revisions-before")),
            Column::numbers(scene.say("revisions-after")),
            Column::numbers(scene.say("column-change")),
            Column::words(scene.say("revisions-cause")),
        ],
        rows,
        notes,
        shown: Some(SHOWN),
    }
}

fn row(scene: &Scene, revision: &Revision) -> Row {
    let (before, after, change) = values(scene, revision);
    let cause = scene.say(&format!("revisions-{}", revision.cause.replace('_', "-")));
    let cause = if revision.after_close {
        scene.filled("revisions-closed", &[("cause", cause)])
    } else {
        cause
    };
    let run = [("cause", cause), ("run", revision.run.to_string())];
    let cells = vec![
        Cell::Text(scene.words.short_month(revision.month)),
        before,
        after,
        change,
        Cell::Text(scene.filled("revisions-cause-text", &run)),
    ];
    let figures = vec![None, None, Some(revision.id())];
    Row::new(name(scene, revision), cells).traced(figures)
}

/// The values before and after and their difference; of people nothing that would tell a small count, and no more than
/// the other sections tell.
fn values(scene: &Scene, revision: &Revision) -> (Cell, Cell, Cell) {
    let unit = Unit::of(scene, revision);
    let difference = (revision.after.zip(revision.before)).map(|(after, before)| after - before);
    let tells =
        |value: Option<Decimal>| value.is_some_and(|value| scene.rule.is_small(value.abs()));
    let is_told = tells(revision.before) || tells(revision.after) || tells(difference);
    if unit.people && (is_told || !is_shown(scene, revision)) {
        let before = if is_first_change(scene, revision) {
            scene.rule.cell(revision.before)
        } else {
            Cell::Hidden
        };
        return (before, Cell::Hidden, Cell::Hidden);
    }
    let change = difference.map_or(Cell::None, |value| Cell::Difference(value, unit.decimals));
    (
        unit.cell(revision.before),
        unit.cell(revision.after),
        change,
    )
}

/// Whether the page shows this count of people of that month elsewhere.
fn is_shown(scene: &Scene, revision: &Revision) -> bool {
    let (people, month) = (scene.people, revision.month);
    let cell = match (revision.mart.as_str(), revision.column.as_str()) {
        ("key_figure", _) => people.region_in(month),
        ("indicator_month", "cumulative") => people.cumulative(revision.part(1), month),
        ("indicator_month", _) => people.indicator(revision.part(1), month),
        _ => return true,
    };
    matches!(cell, Cell::Number(..))
}

/// Whether the value before is the one that was told first, so that earlier pages show it.
fn is_first_change(scene: &Scene, revision: &Revision) -> bool {
    let is_same = |told: &&Revision| {
        (&told.mart, &told.column, &told.key) == (&revision.mart, &revision.column, &revision.key)
    };
    let first = scene.figures.told_before.iter().find(is_same);
    first.is_none_or(|first| first.before == revision.before)
}

/// How a figure is written.
struct Unit {
    decimals: u32,
    euros: bool,
    percent: bool,
    people: bool,
}

impl Unit {
    fn of(scene: &Scene, revision: &Revision) -> Self {
        let column = revision.column.as_str();
        let mut unit = Unit {
            decimals: u32::from(column.starts_with("hours") || column.starts_with("fte_months")),
            euros: column.ends_with("_eur"),
            percent: column.starts_with("reporting_rate"),
            people: false,
        };
        match (revision.mart.as_str(), revision.part(1)) {
            ("key_figure", "costs_eur") => unit.euros = true,
            ("key_figure", figure) => {
                unit.decimals = u32::from(matches!(figure, "hours" | "fte_months"));
                unit.people = figure == "participants";
            }
            ("indicator_month", code) => {
                let mut list = scene.figures.names.list("indicator").iter();
                let about = list.find(|known| known.code == code);
                unit.decimals = decimals_of(about.and_then(|about| about.unit.as_deref()));
                unit.people = about.is_none_or(|about| about.counts_people);
            }
            _ => {}
        }
        unit
    }

    fn cell(&self, value: Option<Decimal>) -> Cell {
        if self.euros {
            Cell::euros(value, 0)
        } else if self.percent {
            value.map_or(Cell::Missing, |value| Cell::Percent(value, 0))
        } else {
            Cell::number(value, self.decimals)
        }
    }
}

/// What the figure counts, and of whom: `Toimenpiteet, osa-alue II`.
fn name(scene: &Scene, revision: &Revision) -> String {
    let (names, language) = (&scene.figures.names, scene.words.language);
    let part = |at: usize| revision.part(at);
    let column = || scene.say(&format!("revised-{}", revision.column));
    let of = match revision.mart.as_str() {
        "key_figure" => return scene.say(&format!("figure-{}", part(1))),
        "monthly_summary" => scene.filled("area-short", &[("area", part(2).to_owned())]),
        "municipality_summary" => names.municipality(part(1), language).to_owned(),
        "cost_summary" => names.code("cost_category", part(1), language).to_owned(),
        "pilot_stage" => names.code("pilot_stage", part(1), language).to_owned(),
        "activity_type_month" => {
            let area = scene.filled("area-short", &[("area", part(1).to_owned())]);
            let kind = names.code("activity_type", part(2), language);
            format!("{area}, {kind}")
        }
        "indicator_month" if revision.column == "value" => {
            return names.code("indicator", part(1), language).to_owned();
        }
        "indicator_month" => names.code("indicator", part(1), language).to_owned(),
        "reporting_rate" => match (part(2), part(3)) {
            ("", "") => scene.say("region-total"),
            (form, "") => names.form(form, language).to_owned(),
            ("", organisation) => names.organisation(organisation, language).to_owned(),
            (form, organisation) => format!(
                "{}, {}",
                names.organisation(organisation, language),
                names.form(form, language)
            ),
        },
        _ => scene.say("region-total"),
    };
    format!("{of}: {}", column())
}
