//! Section 4: municipalities side by side.

use rust_decimal::Decimal;

use super::ids;
use super::map::{Map, shade};
use super::page::{Block, Cell, Chart, Column, Course, DataPlace, Row, Section, Table};
use super::scene::Scene;
use crate::figures::MunicipalityMonth;

/// Cell of a row that holds the activities.
const ACTIVITIES: usize = 0;
/// Cell of a row that holds the activities per 1 000 children.
const PER_1000: usize = 5;

pub(super) fn section(scene: &Scene) -> Section {
    let mut found: Vec<(&str, &MunicipalityMonth)> = scene
        .figures
        .municipalities
        .iter()
        .map(|entry| {
            let names = &scene.figures.names;
            (
                names.municipality(&entry.municipality, scene.words.language),
                entry,
            )
        })
        .collect();
    found.sort_by(|left, right| {
        (right.1.in_region.cmp(&left.1.in_region))
            .then_with(|| scene.words.order.compare(left.0, right.0))
    });
    let mut blocks = Vec::new();
    if found.is_empty() {
        blocks.push(Block::Note(scene.say("municipalities-none")));
    } else {
        let table = table(scene, &found);
        let chart = Block::Chart(Box::new(chart(scene, &found, &table)));
        blocks.push(match map(scene, &found, &table) {
            Some(map) => Block::Pair(vec![Block::Map(Box::new(map)), chart]),
            None => chart,
        });
        blocks.push(Block::Table(table));
    }
    Section {
        id: "municipalities",
        number: 4,
        title: scene.say("municipalities"),
        lead: vec![scene.say("municipalities-lead")],
        blocks,
    }
}

fn table(scene: &Scene, found: &[(&str, &MunicipalityMonth)]) -> Table {
    let rows = found
        .iter()
        .map(|(name, entry)| {
            let heading = if entry.in_region {
                (*name).to_owned()
            } else {
                scene.filled("municipality-outside", &[("name", (*name).to_owned())])
            };
            let mut cells = vec![
                Cell::number(entry.activities, 0),
                Cell::number(entry.activities.map(|_| entry.shared), 0),
                Cell::number(entry.sessions, 0),
                scene.people.municipality(&entry.municipality),
                Cell::number(entry.children, 0),
                Cell::number(entry.per_1000_children, 1),
            ];
            cells.extend(scene.municipality_course(entry).map(Cell::Course));
            cells.push(Cell::Text(scene.municipality_coverage(entry)));
            let id =
                |column: &str| ids::municipality(scene.figures.month, &entry.municipality, column);
            let mut figures: Vec<_> = [
                "activities",
                "activities_shared",
                "sessions",
                "participants_total",
            ]
            .map(id)
            .into();
            figures.extend([None, id("activities_per_1000_children")]);
            Row::new(heading, cells).traced(figures)
        })
        .collect::<Vec<_>>();
    let mut columns = vec![Column::words(scene.say("municipality"))];
    columns.extend(
        [
            "activities",
            "shared",
            "sessions",
            "participants",
            "inhabitants",
            "per-1000",
        ]
        .map(|key| Column::numbers(scene.say(&format!("column-{key}")))),
    );
    columns.extend(scene.course_column());
    columns.push(Column::words(scene.say("coverage-column")));
    let mut notes = vec![scene.say("municipalities-note")];
    let cells: Vec<Cell> = rows.iter().flat_map(|row| row.cells.clone()).collect();
    notes.extend(scene.legend(&cells));
    Table {
        caption: scene.filled(
            "municipalities-caption",
            &[("month", scene.words.month(scene.figures.month))],
        ),
        columns,
        rows,
        notes,
        shown: None,
    }
}

fn chart(scene: &Scene, found: &[(&str, &MunicipalityMonth)], table: &Table) -> Chart {
    let mut ranked: Vec<(&str, Option<Decimal>)> = found
        .iter()
        .filter(|(_, entry)| entry.in_region)
        .map(|(name, entry)| (*name, entry.per_1000_children))
        .collect();
    ranked.sort_by(|left, right| {
        (right.1.cmp(&left.1)).then_with(|| scene.words.order.compare(left.0, right.0))
    });
    let chart = scene.ranked_chart(
        "municipality-chart",
        scene.say("municipalities-chart"),
        (scene.say("column-per-1000"), 1),
        &ranked,
        table.clone(),
    );
    Chart {
        data: DataPlace::Beside,
        ..chart
    }
}

/// The column of the table that the map shows, and its title: activities per 1 000 children, or activities where the
/// children of no municipality are known.
fn mapped(found: &[(&str, &MunicipalityMonth)]) -> (usize, &'static str) {
    let known = found
        .iter()
        .any(|(_, entry)| entry.in_region && entry.per_1000_children.is_some());
    if known {
        (PER_1000, "municipalities-chart")
    } else {
        (ACTIVITIES, "column-activities")
    }
}

/// A map of the region's municipalities made of the table's own cells; none without outlines for any of them.
fn map(scene: &Scene, found: &[(&str, &MunicipalityMonth)], table: &Table) -> Option<Map> {
    let outlines = scene.figures.outlines.as_ref()?;
    let (column, title) = mapped(found);
    let cells: Vec<(String, String, Cell)> = found
        .iter()
        .zip(&table.rows)
        .filter(|((_, entry), _)| entry.in_region)
        .filter_map(|((name, entry), row)| {
            let cell = row.cells.get(column)?.clone();
            Some((entry.municipality.clone(), (*name).to_owned(), cell))
        })
        .collect();
    let map = shade(&cells, outlines);
    if map.places.is_empty() {
        return None;
    }
    let title = scene.filled("map-title", &[("figure", scene.say(title))]);
    let years = [
        ("first", outlines.first_year.to_string()),
        ("last", outlines.last_year.to_string()),
    ];
    let mut notes = vec![scene.filled("map-note", &years)];
    let absent: Vec<String> = cells
        .iter()
        .filter(|(code, _, _)| !outlines.rings.contains_key(code))
        .map(|(_, name, _)| name.clone())
        .collect();
    if !absent.is_empty() {
        notes.push(scene.filled("map-absent", &[("names", absent.join(", "))]));
    }
    Some(Map {
        description: scene.filled("map-description", &[("title", title.clone())]),
        title,
        notes,
        ..map
    })
}

impl Scene<'_> {
    /// Activities in a municipality over the months of the trend.
    fn municipality_course(&self, entry: &MunicipalityMonth) -> Option<Course> {
        self.course(|month| {
            let (now, before) = (
                &self.figures.municipalities,
                &self.figures.municipalities_before,
            );
            let of = |other: &&MunicipalityMonth| {
                (other.month, &other.municipality) == (month, &entry.municipality)
            };
            let found = now.iter().chain(before).find(of);
            Cell::number(found.and_then(|found| found.activities), 0)
        })
    }

    fn municipality_coverage(&self, entry: &MunicipalityMonth) -> String {
        let mut parts = vec![match (entry.expected, entry.received) {
            (0, _) => self.say("municipality-not-expected"),
            (expected, received) if received >= expected => self.say("municipality-reported"),
            (_, 0) => self.say("municipality-silent"),
            (expected, received) => self.reporters(received, expected),
        }];
        if entry.approximate > 0 {
            parts.push(self.counted("coverage-approximate", entry.approximate));
        }
        parts.join(", ")
    }
}
