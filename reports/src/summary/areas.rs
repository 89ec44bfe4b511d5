//! Section 3: the development areas.

use rust_decimal::Decimal;

use super::page::{Block, Cell, Chart, ChartKind, Column, Row, Section, Series, Table};
use super::scene::Scene;
use crate::figures::{AreaMonth, Code};

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
    if scene.figures.trend.len() > 1 {
        blocks.push(Block::Chart(trend(scene)));
    }
    if !scene.figures.types.is_empty() {
        blocks.push(Block::Chart(types(scene)));
    }
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

fn activities(scene: &Scene, month: &[&AreaMonth]) -> Table {
    let cells = |pick: &dyn Fn(fn(&AreaMonth) -> Option<Decimal>) -> Option<Decimal>| {
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
    let mut rows: Vec<Row> = areas(scene)
        .filter_map(|(code, name)| {
            let area = month.iter().find(|area| area.area == code.code)?;
            Some(Row::new(name, cells(&|pick| pick(area))))
        })
        .collect();
    rows.push(Row::total(
        scene.say("region-total"),
        cells(&|pick| sum(month.iter().map(|area| pick(area)))),
    ));
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
    Table {
        caption: scene.say("areas-caption"),
        columns,
        rows,
        notes: vec![scene.say("areas-note")],
    }
}

/// Participants by group, with small counts hidden over all areas and groups together.
fn participants(scene: &Scene, month: &[&AreaMonth]) -> Table {
    let shown: Vec<(String, &AreaMonth)> = areas(scene)
        .filter_map(|(code, name)| {
            let area = month.iter().find(|area| area.area == code.code)?;
            Some((name, *area))
        })
        .collect();
    let line = |area: &AreaMonth| {
        let mut line = area.groups.to_vec();
        line.push(area.participants);
        line
    };
    let mut counts: Vec<Vec<Option<Decimal>>> = shown.iter().map(|(_, area)| line(area)).collect();
    let sums = (0..5)
        .map(|at| sum(counts.iter().map(|row| row[at])))
        .collect();
    counts.push(sums);
    let cells = scene.rule.table(&counts);
    let mut notes = vec![scene.say("participants-note")];
    notes.extend(scene.legend(&cells.concat()));
    let given: u64 = month.iter().map(|area| area.with_participants).sum();
    let all = sum(month.iter().map(|area| area.activities)).unwrap_or_default();
    if let Ok(all) = u64::try_from(all) {
        notes.insert(0, scene.of("participants-given", given, all));
    }
    let names = shown
        .into_iter()
        .map(|(name, _)| name)
        .chain([scene.say("region-total")]);
    let last = cells.len() - 1;
    let rows = names
        .zip(cells)
        .enumerate()
        .map(|(at, (heading, cells))| Row {
            heading,
            cells,
            total: at == last,
        })
        .collect();
    let mut columns = vec![Column::words(scene.say("area"))];
    columns.extend(
        [
            "children",
            "parents",
            "professionals",
            "others",
            "participants",
        ]
        .map(|key| Column::numbers(scene.say(&format!("column-{key}")))),
    );
    Table {
        caption: scene.say("participants-caption"),
        columns,
        rows,
        notes,
    }
}

fn trend(scene: &Scene) -> Chart {
    let months = &scene.figures.trend;
    let value = |month, area: &str| {
        scene
            .figures
            .areas
            .iter()
            .find(|entry| entry.month == month && entry.area == area)
    };
    let series: Vec<Series> = areas(scene)
        .map(|(code, _)| Series {
            name: scene.filled("area-short", &[("area", code.code.clone())]),
            values: months
                .iter()
                .map(|month| value(*month, &code.code).and_then(|entry| entry.activities))
                .collect(),
            forecast: false,
        })
        .collect();
    let rows = months
        .iter()
        .map(|month| {
            let found: Vec<_> = areas(scene)
                .map(|(code, _)| value(*month, &code.code))
                .collect();
            let counts: Vec<Option<Decimal>> = found
                .iter()
                .map(|entry| entry.and_then(|entry| entry.activities))
                .collect();
            let coverage = found.iter().flatten().next().map(|entry| entry.coverage);
            let mut cells: Vec<Cell> = counts.iter().map(|count| Cell::number(*count, 0)).collect();
            cells.push(Cell::number(sum(counts.into_iter()), 0));
            cells.push(Cell::Text(coverage.map_or_else(String::new, |coverage| {
                scene.reporters(coverage.received, coverage.expected)
            })));
            Row::new(scene.words.month(*month), cells)
        })
        .collect();
    let mut columns = vec![Column::words(scene.say("month"))];
    columns.extend(areas(scene).map(|(code, _)| Column::numbers(code.code.clone())));
    columns.push(Column::numbers(scene.say("region-total")));
    columns.push(Column::words(scene.say("coverage-column")));
    let title = scene.say("trend-activities");
    Chart {
        id: "areas-trend",
        description: scene.course(&title, &series, 0),
        kind: ChartKind::StackedColumns,
        unit: scene.say("column-activities"),
        categories: months
            .iter()
            .map(|month| scene.words.short_month(*month))
            .collect(),
        series,
        target: None,
        maximum: None,
        decimals: 0,
        table_open: false,
        table: Table {
            caption: title.clone(),
            columns,
            rows,
            notes: Vec::new(),
        },
        title,
    }
}

/// Activities by type, most first.
fn types(scene: &Scene) -> Chart {
    let language = scene.words.language;
    let codes: Vec<String> = areas(scene).map(|(code, _)| code.code.clone()).collect();
    let count = |activity_type: &str, area: Option<&str>| -> Decimal {
        scene
            .figures
            .types
            .iter()
            .filter(|entry| entry.activity_type == activity_type)
            .filter(|entry| area.is_none_or(|area| entry.area == area))
            .map(|entry| entry.activities)
            .sum()
    };
    let mut types: Vec<(Decimal, &str, &str)> = scene
        .figures
        .names
        .list("activity_type")
        .iter()
        .map(|code| {
            (
                count(&code.code, None),
                code.label.in_language(language),
                code.code.as_str(),
            )
        })
        .filter(|(count, _, _)| !count.is_zero())
        .collect();
    types.sort_by(|left, right| {
        right
            .0
            .cmp(&left.0)
            .then_with(|| scene.words.order.compare(left.1, right.1))
    });
    let rows = types
        .iter()
        .map(|(sum, label, code)| {
            let mut cells: Vec<Cell> = codes
                .iter()
                .map(|area| Cell::Number(count(code, Some(area)), 0))
                .collect();
            cells.push(Cell::Number(*sum, 0));
            Row::new(*label, cells)
        })
        .collect();
    let mut columns = vec![Column::words(scene.say("activity-type"))];
    columns.extend(codes.iter().map(|code| Column::numbers(code.clone())));
    columns.push(Column::numbers(scene.say("region-total")));
    let title = scene.say("types-title");
    let ranked: Vec<(&str, Option<Decimal>)> = types
        .iter()
        .map(|(count, label, _)| (*label, Some(*count)))
        .collect();
    Chart {
        id: "types",
        description: scene.ranking(&title, &ranked, 0),
        kind: ChartKind::Bars,
        unit: scene.say("column-activities"),
        categories: types
            .iter()
            .map(|(_, label, _)| (*label).to_owned())
            .collect(),
        series: vec![Series {
            name: scene.say("column-activities"),
            values: types.iter().map(|(count, _, _)| Some(*count)).collect(),
            forecast: false,
        }],
        target: None,
        maximum: None,
        decimals: 0,
        table_open: false,
        table: Table {
            caption: title.clone(),
            columns,
            rows,
            notes: Vec::new(),
        },
        title,
    }
}
