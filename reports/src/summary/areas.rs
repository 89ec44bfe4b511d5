//! Section 3: the development areas.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::course::Monthly;
use super::ids;
use super::page::{Block, Cell, Chart, ChartKind, Column, Row, Section, Series, Table};
use super::scene::Scene;
use crate::figures::{AreaMonth, Code, TypeCount};
use crate::suppression::{GROUPS, column_of, participant_counts};

/// The list of the areas.
const LIST: &str = "development_area";

pub(super) fn section(scene: &Scene) -> Section {
    let month: Vec<&AreaMonth> = scene
        .figures
        .areas
        .iter()
        .filter(|area| area.month == scene.figures.month)
        .collect();
    let mut blocks = Vec::new();
    let mut lead = Vec::new();
    if let Some(first) = month.first() {
        lead.push(scene.filled("covers", &[("coverage", scene.coverage(first.coverage))]));
        blocks.push(Block::Table(activities(scene, &month)));
        blocks.push(Block::Table(participants(scene, &month)));
    }
    let charts = [
        (scene.figures.trend.len() > 1).then(|| trend(scene)),
        types(scene),
    ];
    blocks.extend(Block::charts(charts));
    Section {
        id: "areas",
        number: 3,
        title: scene.say("areas"),
        lead,
        blocks,
    }
}

/// The areas of the programme with their name, in its order.
fn areas<'a>(scene: &'a Scene) -> impl Iterator<Item = (&'a Code, String)> + Clone {
    scene.figures.names.list(LIST).iter().map(|code| {
        let label = code.label.in_language(scene.words.language);
        (code, format!("{} {label}", code.code))
    })
}

fn sum(values: impl Iterator<Item = Option<Decimal>>) -> Option<Decimal> {
    values
        .flatten()
        .fold(None, |sum, value| Some(sum.unwrap_or_default() + value))
}

/// A figure of an area.
type Pick = fn(&AreaMonth) -> Option<Decimal>;

/// Columns of the first table as the mart names them.
const AREA_COLUMNS: [&str; 5] = [
    "activities",
    "sessions",
    "hours",
    "activities_planned",
    "activities_cancelled",
];

fn id_of(scene: &Scene, area: &AreaMonth, column: &str) -> Option<String> {
    let region = &scene.figures.names.region.code;
    ids::area(region, area.month, &area.area, column)
}

fn activities(scene: &Scene, month: &[&AreaMonth]) -> Table {
    let cells = |pick: &dyn Fn(Pick) -> Option<Decimal>| {
        vec![
            Cell::number(pick(|area| area.activities), 0),
            Cell::number(pick(|area| area.sessions), 0),
            Cell::number(pick(|area| area.hours), 1),
            Cell::number(pick(|area| area.planned), 0),
            Cell::number(pick(|area| area.cancelled), 0),
            Cell::number(
                pick(|area| Some(Decimal::from(area.coverage.approximate))),
                0,
            ),
        ]
    };
    let course = |of: &dyn Fn(NaiveDate) -> Option<Decimal>| {
        let course = scene.course(|month| Cell::number(of(month), 0));
        course.map(Cell::Course)
    };
    let mut rows: Vec<Row> = areas(scene)
        .filter_map(|(code, name)| {
            let area = month.iter().find(|area| area.area == code.code)?;
            let figures = AREA_COLUMNS.map(|column| id_of(scene, area, column));
            let mut cells = cells(&|pick| pick(area));
            cells.extend(course(&|month| {
                area_in(scene, month, &code.code)?.activities
            }));
            Some(Row::new(name, cells).traced(figures.into()))
        })
        .collect();
    let whole = |figure| ids::key_figure(scene.figures.month, figure);
    let mut sums = cells(&|pick| AreaMonth::sum(month, pick));
    let in_month = |month: NaiveDate| {
        let areas = scene.figures.areas.iter();
        areas.filter(move |area| area.month == month)
    };
    sums.extend(course(&|month| {
        sum(in_month(month).map(|area| area.activities))
    }));
    let region = Row::total(scene.say("region-total"), sums);
    rows.push(region.traced(["activities", "sessions", "hours"].map(whole).into()));
    let mut columns = vec![Column::words(scene.say("area"))];
    columns.extend(
        [
            "activities",
            "sessions",
            "hours",
            "planned",
            "cancelled",
            "approximate",
        ]
        .map(|key| Column::numbers(scene.say(&format!("column-{key}")))),
    );
    columns.extend(scene.course_column());
    Table {
        caption: scene.say("areas-caption"),
        columns,
        rows,
        notes: vec![scene.say("areas-note")],
        shown: None,
    }
}

/// An area in a month of the trend.
fn area_in<'a>(scene: &'a Scene, month: NaiveDate, area: &str) -> Option<&'a AreaMonth> {
    let mut entries = scene.figures.areas.iter();
    entries.find(|entry| entry.month == month && entry.area == area)
}

/// Participants by group, with small counts hidden over all areas and groups together.
fn participants(scene: &Scene, month: &[&AreaMonth]) -> Table {
    let (shown, _) = participant_counts(scene.figures, scene.figures.month);
    let cells = scene.people.by_area().to_vec();
    let mut notes = vec![scene.say("participants-note")];
    notes.extend(scene.legend(&cells.concat()));
    let given: u64 = month.iter().map(|area| area.with_participants).sum();
    let all = sum(month.iter().map(|area| area.activities)).unwrap_or_default();
    if let Ok(all) = u64::try_from(all) {
        notes.insert(0, scene.of("participants-given", given, all));
    }
    let names = areas(scene)
        .filter(|(code, _)| shown.iter().any(|area| area.area == code.code))
        .map(|(_, name)| name)
        .chain([scene.say("region-total")]);
    let course = |area: Option<&&AreaMonth>| {
        let people = scene.people;
        scene.course(|month| match area {
            Some(area) => people.area_in(month, &area.area),
            None => people.region_in(month),
        })
    };
    let last = cells.len() - 1;
    let mut whole = vec![None; GROUPS.len() - 1];
    whole.push(ids::key_figure(scene.figures.month, "participants"));
    let rows = names
        .zip(cells)
        .enumerate()
        .map(|(at, (heading, cells))| Row {
            heading,
            cells: (cells.into_iter())
                .chain(course(shown.get(at)).map(Cell::Course))
                .collect(),
            figures: match shown.get(at) {
                Some(area) => GROUPS
                    .map(|group| id_of(scene, area, column_of(group)))
                    .into(),
                None => whole.clone(),
            },
            total: at == last,
        })
        .collect();
    let mut columns = vec![Column::words(scene.say("area"))];
    columns.extend(GROUPS.map(|key| Column::numbers(scene.say(&format!("column-{key}")))));
    columns.extend(scene.course_column());
    Table {
        caption: scene.say("participants-caption"),
        columns,
        rows,
        notes,
        shown: None,
    }
}

fn trend(scene: &Scene) -> Chart {
    let months = scene.figures.trend.clone();
    let codes: Vec<&str> = areas(scene).map(|(code, _)| code.code.as_str()).collect();
    let at = |month: NaiveDate, area: &str| area_in(scene, month, area);
    let activities =
        |month: NaiveDate, area: &str| at(month, area).and_then(|entry| entry.activities);
    let series = codes
        .iter()
        .map(|code| Series {
            name: scene.filled("area-short", &[("area", (*code).to_owned())]),
            values: months
                .iter()
                .map(|month| activities(*month, code))
                .collect(),
            forecast: false,
        })
        .collect();
    let cells = months
        .iter()
        .map(|month| {
            let counts = codes.iter().map(|code| activities(*month, code));
            let mut cells: Vec<Cell> = counts.clone().map(|count| Cell::number(count, 0)).collect();
            cells.push(Cell::number(sum(counts), 0));
            let coverage = codes
                .iter()
                .find_map(|code| at(*month, code))
                .map(|entry| entry.coverage);
            cells.push(coverage.map_or(Cell::Missing, |coverage| {
                Cell::Text(scene.reporters(coverage.received, coverage.expected))
            }));
            cells
        })
        .collect();
    let figures = (months.iter())
        .map(|month| {
            let id =
                |code: &&str| at(*month, code).and_then(|area| id_of(scene, area, "activities"));
            let whole = ids::key_figure(*month, "activities");
            codes.iter().map(id).chain([whole]).collect()
        })
        .collect();
    let mut columns: Vec<Column> = codes.iter().map(|code| Column::numbers(*code)).collect();
    columns.push(Column::numbers(scene.say("region-total")));
    columns.push(Column::words(scene.say("coverage-column")));
    let data = Monthly {
        months: months.clone(),
        series,
        columns,
        cells,
        figures,
    };
    let (unit, kind) = (scene.say("column-activities"), ChartKind::Panels);
    scene.monthly_chart("areas-trend", "trend-activities", kind, unit, data)
}

/// Activities of a type in a month, in one area or all; none where the month has no activities of any type.
fn of_type(
    scene: &Scene,
    month: NaiveDate,
    activity_type: &str,
    area: Option<&str>,
) -> Option<Decimal> {
    let entries = scene.figures.types.iter();
    let mut entries = entries.filter(|entry| entry.month == month).peekable();
    entries.peek()?;
    let counts = entries
        .filter(|entry| entry.activity_type == activity_type)
        .filter(|entry| area.is_none_or(|area| entry.area == area))
        .map(|entry| entry.activities);
    Some(counts.sum())
}

/// Activities by type, most first; none where the month has none.
fn types(scene: &Scene) -> Option<Chart> {
    let language = scene.words.language;
    let list = scene.figures.names.list("activity_type");
    let mut types: Vec<(&Code, &str, Decimal)> = list
        .iter()
        .filter_map(|code| {
            let label = code.label.in_language(language);
            let count = of_type(scene, scene.figures.month, &code.code, None)?;
            Some((code, label, count))
        })
        .filter(|(_, _, count)| !count.is_zero())
        .collect();
    if types.is_empty() {
        return None;
    }
    types.sort_by(|left, right| {
        right
            .2
            .cmp(&left.2)
            .then_with(|| scene.words.order.compare(left.1, right.1))
    });
    let ranked: Vec<(&str, Option<Decimal>)> = types
        .iter()
        .map(|(_, label, count)| (*label, Some(*count)))
        .collect();
    let title = scene.say("types-title");
    let table = type_table(scene, title.clone(), &types);
    let unit = (scene.say("column-activities"), 0);
    Some(scene.ranked_chart("types", title, unit, &ranked, table))
}

fn type_table(scene: &Scene, caption: String, types: &[(&Code, &str, Decimal)]) -> Table {
    let codes: Vec<&str> = areas(scene).map(|(code, _)| code.code.as_str()).collect();
    let rows = types
        .iter()
        .map(|(code, label, count)| {
            let of = |month, area: Option<&str>| {
                Cell::number(of_type(scene, month, &code.code, area), 0)
            };
            let in_area = |area: &&str| of(scene.figures.month, Some(area));
            let mut cells: Vec<Cell> = codes.iter().map(in_area).collect();
            cells.push(Cell::Number(*count, 0));
            cells.extend(scene.course(|month| of(month, None)).map(Cell::Course));
            let id = |area: &&str| {
                let told = |entry: &TypeCount| {
                    (entry.month, entry.area.as_str()) == (scene.figures.month, *area)
                        && entry.activity_type == code.code
                };
                let found = scene.figures.types.iter().any(told);
                found.then(|| ids::activity_type(scene.figures.month, area, &code.code))?
            };
            Row::new(*label, cells).traced(codes.iter().map(id).collect())
        })
        .collect();
    let mut columns = vec![Column::words(scene.say("activity-type"))];
    columns.extend(codes.iter().map(|code| Column::numbers(*code)));
    columns.push(Column::numbers(scene.say("region-total")));
    columns.extend(scene.course_column());
    Table {
        caption,
        columns,
        rows,
        notes: Vec::new(),
        shown: None,
    }
}
