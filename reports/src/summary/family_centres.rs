//! Section 5: family centres, methods and trainings: the indicators, stocks and flows apart.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::course::Monthly;
use super::ids;
use super::page::{Block, Cell, Chart, ChartKind, Column, Row, Section, Series, Table};
use super::scene::{Compared, Scene, decimals_of};
use crate::figures::{Code, Coverage, IndicatorMonth};

/// Stocks that are drawn over the year.
const DRAWN_STOCKS: [&str; 3] = [
    "FAMILY_CENTRES_OPERATING",
    "FAMILY_CENTRES_PREPARING",
    "FAMILY_CENTRES_PLANNED",
];

/// How the codes begin of flows that count people trained in a method.
const TRAINED: &str = "TRAINED_";

pub(super) fn section(scene: &Scene) -> Section {
    let mut blocks = Vec::new();
    let stocks = of_time(scene, &["stock", "average"]);
    let flows = of_time(scene, &["flow"]);
    if stocks.is_empty() && flows.is_empty() {
        blocks.push(Block::Note(scene.say("indicators-none")));
    }
    if !stocks.is_empty() {
        blocks.push(Block::Table(stock_table(scene, &stocks)));
    }
    if !flows.is_empty() {
        blocks.push(Block::Table(flow_table(scene, &flows)));
    }
    let charts = [stock_chart(scene), trained_chart(scene)];
    blocks.extend(Block::charts(charts));
    Section {
        id: "family-centres",
        number: 5,
        title: scene.say("family-centres"),
        lead: vec![scene.say("family-centres-lead")],
        blocks,
    }
}

/// Indicators of the month that somebody has ever reported, in the order of the programme.
fn of_time<'a>(scene: &'a Scene, times: &[&str]) -> Vec<(&'a Code, &'a IndicatorMonth)> {
    let figures = scene.figures;
    figures
        .names
        .list("indicator")
        .iter()
        .filter_map(|code| Some((code, figures.indicator(&code.code)?)))
        .filter(|(_, entry)| times.contains(&entry.time.as_str()))
        .filter(|(code, _)| series_of(scene, &code.code).any(|entry| entry.value.is_some()))
        .collect()
}

fn series_of<'a>(scene: &'a Scene, indicator: &str) -> impl Iterator<Item = &'a IndicatorMonth> {
    scene
        .figures
        .indicators
        .iter()
        .filter(move |entry| entry.indicator == indicator)
}

fn in_month<'a>(scene: &'a Scene, code: &Code, month: NaiveDate) -> Option<&'a IndicatorMonth> {
    series_of(scene, &code.code).find(|entry| entry.month == month)
}

fn coverage(scene: &Scene, entry: &IndicatorMonth) -> Cell {
    Cell::Text(scene.coverage(Coverage {
        expected: entry.expected,
        received: entry.with_value.min(entry.expected),
        nil: 0,
        approximate: entry.approximate,
    }))
}

fn ids_of(entry: &IndicatorMonth, columns: &[&str]) -> Vec<Option<String>> {
    let id = |column: &&str| ids::indicator(entry.month, &entry.indicator, column);
    columns.iter().map(id).collect()
}

fn change(scene: &Scene, code: &Code, entry: &IndicatorMonth) -> Cell {
    let decimals = decimals_of(code.unit.as_deref());
    let compared = Compared::indicator(scene, entry, decimals, code.counts_people);
    let known = entry.comparable_value.is_some() && entry.comparable_previous.is_some();
    match compared.like_for_like(scene.rule) {
        Some(change) => Cell::Difference(change, decimals),
        None if known => Cell::Hidden,
        None => Cell::None,
    }
}

fn stock_table(scene: &Scene, stocks: &[(&Code, &IndicatorMonth)]) -> Table {
    let rows: Vec<Row> = stocks
        .iter()
        .map(|(code, entry)| {
            let label = code.label.in_language(scene.words.language);
            let heading = match entry.time.as_str() {
                "average" => scene.filled("indicator-average", &[("name", label.to_owned())]),
                _ => label.to_owned(),
            };
            let mut cells = vec![scene.indicator(code, entry), change(scene, code, entry)];
            cells.extend(scene.indicator_course(code).map(Cell::Course));
            cells.push(coverage(scene, entry));
            Row::new(heading, cells).traced(ids_of(entry, &["value", "like_for_like_change"]))
        })
        .collect();
    let mut columns = vec![
        Column::words(scene.say("indicator")),
        Column::numbers(scene.say("column-now")),
        Column::numbers(scene.say("column-change")),
    ];
    columns.extend(scene.course_column());
    columns.push(Column::words(scene.say("coverage-column")));
    with_legend(scene, "stocks-caption", columns, rows)
}

fn flow_table(scene: &Scene, flows: &[(&Code, &IndicatorMonth)]) -> Table {
    let rows: Vec<Row> = flows
        .iter()
        .map(|(code, entry)| {
            let cumulative = cumulative(scene, code);
            let mut cells = vec![
                scene.indicator(code, entry),
                change(scene, code, entry),
                cumulative
                    .get(&scene.figures.month)
                    .cloned()
                    .unwrap_or(Cell::Missing),
            ];
            cells.extend(scene.indicator_course(code).map(Cell::Course));
            cells.push(coverage(scene, entry));
            let figures = ids_of(entry, &["value", "like_for_like_change", "cumulative"]);
            Row::new(code.label.in_language(scene.words.language), cells).traced(figures)
        })
        .collect();
    let mut columns = vec![
        Column::words(scene.say("indicator")),
        Column::numbers(scene.say("column-month")),
        Column::numbers(scene.say("column-change")),
        Column::numbers(
            scene.filled(
                "column-since",
                &[(
                    "month",
                    scene
                        .words
                        .short_month(scene.figures.names.region.first_month),
                )],
            ),
        ),
    ];
    columns.extend(scene.course_column());
    columns.push(Column::words(scene.say("coverage-column")));
    with_legend(scene, "flows-caption", columns, rows)
}

fn with_legend(scene: &Scene, caption: &str, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    let cells: Vec<Cell> = rows.iter().flat_map(|row| row.cells.clone()).collect();
    let mut notes = vec![scene.say("change-note")];
    notes.extend(scene.legend(&cells));
    Table {
        caption: scene.filled(
            caption,
            &[(
                "month",
                scene.words.month_in_form(scene.figures.month, "in"),
            )],
        ),
        columns,
        rows,
        notes,
        shown: None,
    }
}

/// The sum of a flow since the region's first month, as it may be shown in each month.
fn cumulative(scene: &Scene, code: &Code) -> BTreeMap<NaiveDate, Cell> {
    let mut sum: Option<Decimal> = None;
    series_of(scene, &code.code)
        .map(|entry| {
            sum = sum.map_or(entry.value, |sum| {
                Some(sum + entry.value.unwrap_or_default())
            });
            let cell = if code.counts_people {
                scene.people.cumulative(&code.code, entry.month)
            } else {
                Cell::number(sum, 0)
            };
            (entry.month, cell)
        })
        .collect()
}

fn stock_chart(scene: &Scene) -> Option<Chart> {
    let months = &scene.figures.trend;
    let list = scene.figures.names.list("indicator");
    let drawn: Vec<&Code> = DRAWN_STOCKS
        .iter()
        .filter_map(|wanted| list.iter().find(|code| code.code == *wanted))
        .filter(|code| !code.counts_people)
        .filter(|code| series_of(scene, &code.code).any(|entry| entry.value.is_some()))
        .collect();
    if drawn.is_empty() || months.len() < 2 {
        return None;
    }
    let at = |code: &Code, month: NaiveDate| in_month(scene, code, month);
    let series: Vec<Series> = drawn
        .iter()
        .map(|code| Series {
            name: code.label.in_language(scene.words.language).to_owned(),
            values: months
                .iter()
                .map(|month| at(code, *month).and_then(|entry| entry.value))
                .collect(),
            forecast: false,
        })
        .collect();
    let cells = months
        .iter()
        .enumerate()
        .map(|(index, month)| {
            let mut cells: Vec<Cell> = series
                .iter()
                .map(|series| Cell::number(series.values[index], 0))
                .collect();
            cells.push(joint_coverage(scene, &drawn, *month));
            cells
        })
        .collect();
    Some(over_months(
        scene,
        "stock-trend",
        "trend-stocks",
        ChartKind::StackedColumns,
        (series, cells),
        &|month| {
            drawn
                .iter()
                .map(|code| ids::indicator(month, &code.code, "value"))
                .collect()
        },
    ))
}

/// Trained people per method, added up; a month whose increase is too small to show draws no point.
fn trained_chart(scene: &Scene) -> Option<Chart> {
    let months = &scene.figures.trend;
    let methods: Vec<&Code> = (of_time(scene, &["flow"]).into_iter())
        .map(|(code, _)| code)
        .filter(|code| code.code.starts_with(TRAINED))
        .collect();
    let trained: Vec<(String, BTreeMap<NaiveDate, Cell>)> = (methods.iter())
        .map(|code| {
            let label = code.label.in_language(scene.words.language);
            (label.to_owned(), cumulative(scene, code))
        })
        .collect();
    if trained.is_empty() || months.len() < 2 {
        return None;
    }
    // A bound is no value: a line through it would tell a number that is not so.
    let exact = |cell: &Cell| match cell {
        Cell::Number(value, _) => Some(*value),
        _ => None,
    };
    let series: Vec<Series> = trained
        .iter()
        .map(|(name, cells)| Series {
            name: name.clone(),
            values: months
                .iter()
                .map(|month| cells.get(month).and_then(exact))
                .collect(),
            forecast: false,
        })
        .collect();
    let cells: Vec<Vec<Cell>> = months
        .iter()
        .map(|month| {
            let mut cells: Vec<Cell> = trained
                .iter()
                .map(|(_, cells)| cells.get(month).cloned().unwrap_or(Cell::Missing))
                .collect();
            cells.push(joint_coverage(scene, &methods, *month));
            cells
        })
        .collect();
    // More lines than styles would look alike.
    let kind = if series.len() > 4 {
        ChartKind::Panels
    } else {
        ChartKind::Lines
    };
    let chart = over_months(
        scene,
        "trained",
        "trend-trained",
        kind,
        (series, cells),
        &|month| {
            (methods.iter())
                .map(|code| ids::indicator(month, &code.code, "cumulative"))
                .collect()
        },
    );
    Some(chart)
}

/// What indicators drawn together cover in a month: from the least to the most of those that have a value.
fn joint_coverage(scene: &Scene, codes: &[&Code], month: NaiveDate) -> Cell {
    let entries = || codes.iter().filter_map(|code| in_month(scene, code, month));
    let given = || entries().filter(|entry| entry.value.is_some());
    let ends = [
        given().min_by_key(|entry| entry.with_value),
        given().max_by_key(|entry| entry.with_value),
    ];
    match ends {
        [Some(least), Some(most)] if least.with_value < most.with_value => {
            Cell::Text(scene.reporters_between(least.with_value, most.with_value, most.expected))
        }
        [Some(one), _] => coverage(scene, one),
        _ => entries()
            .next()
            .map_or(Cell::Missing, |entry| coverage(scene, entry)),
    }
}

/// A chart of indicators with one column for each series and one for what they cover.
fn over_months(
    scene: &Scene,
    id: &'static str,
    title: &str,
    kind: ChartKind,
    (series, cells): (Vec<Series>, Vec<Vec<Cell>>),
    figures: &dyn Fn(NaiveDate) -> Vec<Option<String>>,
) -> Chart {
    let mut columns: Vec<Column> = series
        .iter()
        .map(|series| Column::numbers(series.name.clone()))
        .collect();
    columns.push(Column::words(scene.say("coverage-column")));
    let data = Monthly {
        months: scene.figures.trend.clone(),
        series,
        columns,
        cells,
        figures: (scene.figures.trend.iter())
            .map(|month| figures(*month))
            .collect(),
    };
    scene.monthly_chart(id, title, kind, scene.say("column-count"), data)
}
