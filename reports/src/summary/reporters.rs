//! Section 2: who reported.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::course::Monthly;
use super::ids;
use super::page::{Block, Cell, Chart, ChartKind, Column, Row, Section, Series, State, Table};
use super::scene::Scene;
use crate::figures::{BoardEntry, Rate};

pub(super) fn section(scene: &Scene) -> Section {
    let month = scene.figures.month;
    let rates = &scene.figures.rates;
    let of_level = |level: &str| {
        let level = level.to_owned();
        rates
            .iter()
            .filter(move |rate| rate.month == month && rate.level == level)
    };
    let mut blocks = vec![Block::Table(board(scene))];
    blocks.push(Block::Table(by_form(
        scene,
        of_level("form"),
        of_level("region").next(),
    )));
    if scene.figures.trend.len() > 1 {
        blocks.push(Block::Chart(Box::new(trend(scene))));
    }
    let lead = of_level("region")
        .filter(|rate| rate.expected > 0)
        .map(|rate| lead(scene, rate))
        .collect();
    Section {
        id: "reporters",
        number: 2,
        title: scene.say("reporters"),
        lead,
        blocks,
    }
}

fn lead(scene: &Scene, rate: &Rate) -> String {
    let percent =
        |share: Option<Decimal>| scene.words.numbers.percent(share.unwrap_or_default(), 0);
    scene.words.tell(
        "reporters-lead",
        &[
            ("rate", percent(rate.rate).into()),
            ("on-time", percent(rate.rate_on_time).into()),
            ("nil", rate.nil.into()),
            ("rejected", rate.rejected.into()),
            (
                "missing",
                (rate.expected - rate.actual - rate.rejected).into(),
            ),
        ],
    )
}

/// Organisations in rows, forms in columns, the state of each report in the cells.
fn board(scene: &Scene) -> Table {
    let language = scene.words.language;
    let names = &scene.figures.names;
    let forms: Vec<&str> = names
        .forms
        .iter()
        .map(|(form, _)| form.as_str())
        .filter(|form| scene.figures.board.iter().any(|entry| entry.form == *form))
        .collect();
    let mut organisations: Vec<(&str, &str)> = names
        .organisations
        .iter()
        .map(|entry| (entry.name.in_language(language), entry.code.as_str()))
        .collect();
    organisations.sort_by(|left, right| scene.words.order.compare(left.0, right.0));
    let mut columns = vec![Column::words(scene.say("organisation"))];
    columns.extend(
        forms
            .iter()
            .map(|form| Column::words(names.form(form, language))),
    );
    columns.push(Column::numbers(scene.say("reporting-rate")));
    columns.extend(scene.course_column());
    let rows = organisations
        .into_iter()
        .map(|(name, code)| {
            let mut cells: Vec<Cell> = forms
                .iter()
                .map(|form| Cell::State(state_of(&scene.figures.board, code, form)))
                .collect();
            let of = |rate: &Rate| {
                rate.level == "organisation" && rate.organisation.as_deref() == Some(code)
            };
            let rate = rate_in(scene, scene.figures.month, of);
            cells.push(Cell::percent(rate.and_then(|rate| rate.rate), 0));
            cells.extend(course(scene, of));
            let mut figures = vec![None; forms.len()];
            figures.push(rate.and_then(|rate| ids::rate(rate, "reporting_rate")));
            Row::new(name, cells).traced(figures)
        })
        .collect();
    Table {
        caption: scene.filled(
            "board-caption",
            &[("month", scene.words.month(scene.figures.month))],
        ),
        columns,
        rows,
        notes: vec![scene.say("board-note")],
        shown: None,
    }
}

fn state_of(board: &[BoardEntry], organisation: &str, form: &str) -> State {
    let entry = board
        .iter()
        .find(|entry| entry.organisation == organisation && entry.form == form);
    let Some(entry) = entry else {
        return State::NotExpected;
    };
    match (entry.state.as_str(), entry.timeliness.as_str()) {
        ("nil", _) => State::Nil,
        ("rejected", _) => State::Rejected,
        ("missing", _) => State::Missing,
        ("accepted_with_issues", "late") => State::LateWithIssues,
        ("accepted_with_issues", _) => State::TimelyWithIssues,
        (_, "late") => State::Late,
        _ => State::Timely,
    }
}

/// A rate in a month of the trend.
fn rate_in<'a>(scene: &'a Scene, month: NaiveDate, of: impl Fn(&Rate) -> bool) -> Option<&'a Rate> {
    let mut rates = scene.figures.rates.iter();
    rates.find(|rate| rate.month == month && of(rate))
}

/// A reporting rate over the months of the trend.
fn course(scene: &Scene, of: impl Fn(&Rate) -> bool) -> Option<Cell> {
    let course = scene.course(|month| {
        let rate = rate_in(scene, month, &of).and_then(|rate| rate.rate);
        Cell::percent(rate, 0)
    });
    course.map(Cell::Course)
}

/// The measures that tables of rates show, as the mart names them: five, then two more by form.
const MEASURES: [&str; 7] = [
    "expected_reports",
    "actual_reports",
    "actual_reports_on_time",
    "reporting_rate",
    "reporting_rate_on_time",
    "nil_reports",
    "rejected_reports",
];

fn traced(rate: &Rate) -> Vec<Option<String>> {
    MEASURES.map(|measure| ids::rate(rate, measure)).into()
}

fn by_form<'a>(
    scene: &Scene,
    forms: impl Iterator<Item = &'a Rate>,
    region: Option<&Rate>,
) -> Table {
    let language = scene.words.language;
    let count = |count: u64| Cell::Number(Decimal::from(count), 0);
    let cells = |rate: &Rate| {
        let mut cells = vec![
            count(rate.expected),
            count(rate.actual),
            count(rate.on_time),
            Cell::percent(rate.rate, 0),
            Cell::percent(rate.rate_on_time, 0),
            count(rate.nil),
            count(rate.rejected),
        ];
        let of = |other: &Rate| other.level == rate.level && other.form == rate.form;
        cells.extend(course(scene, of));
        cells
    };
    let found: Vec<&Rate> = forms.collect();
    let mut rows: Vec<Row> = scene
        .figures
        .names
        .forms
        .iter()
        .filter_map(|(form, name)| {
            let rate = found
                .iter()
                .find(|rate| rate.form.as_deref() == Some(form))?;
            Some(Row::new(name.in_language(language), cells(rate)).traced(traced(rate)))
        })
        .collect();
    rows.extend(
        region.map(|rate| Row::total(scene.say("all-forms"), cells(rate)).traced(traced(rate))),
    );
    let mut columns = vec![Column::words(scene.say("form"))];
    columns.extend(
        [
            "expected",
            "received",
            "on-time",
            "reporting-rate",
            "reporting-rate-on-time",
            "nil-reports",
            "rejected-reports",
        ]
        .map(|key| Column::numbers(scene.say(key))),
    );
    columns.extend(scene.course_column());
    Table {
        caption: scene.say("by-form-caption"),
        columns,
        rows,
        notes: vec![scene.say("by-form-note")],
        shown: None,
    }
}

fn trend(scene: &Scene) -> Chart {
    let months = scene.figures.trend.clone();
    let rates: Vec<Option<&Rate>> = months
        .iter()
        .map(|month| rate_in(scene, *month, |rate| rate.level == "region"))
        .collect();
    let series = |key: &str, pick: fn(&Rate) -> Option<Decimal>| Series {
        name: scene.say(key),
        values: rates.iter().map(|rate| rate.and_then(pick)).collect(),
        forecast: false,
    };
    let count = |count: Option<u64>| Cell::number(count.map(Decimal::from), 0);
    let cells = rates
        .iter()
        .map(|rate| {
            vec![
                count(rate.map(|rate| rate.expected)),
                count(rate.map(|rate| rate.actual)),
                count(rate.map(|rate| rate.on_time)),
                Cell::percent(rate.and_then(|rate| rate.rate), 0),
                Cell::percent(rate.and_then(|rate| rate.rate_on_time), 0),
            ]
        })
        .collect();
    let columns = [
        "expected",
        "received",
        "on-time",
        "reporting-rate",
        "reporting-rate-on-time",
    ]
    .map(|key| Column::numbers(scene.say(key)));
    let data = Monthly {
        series: vec![
            series("reporting-rate", |rate| rate.rate),
            series("reporting-rate-on-time", |rate| rate.rate_on_time),
        ],
        columns: columns.into(),
        cells,
        figures: (rates.iter())
            .map(|rate| rate.map_or_else(Vec::new, traced))
            .collect(),
        months,
    };
    let chart = scene.monthly_chart("rates", "trend-rates", ChartKind::Lines, "%".into(), data);
    Chart {
        maximum: Some(Decimal::ONE_HUNDRED),
        ..chart
    }
}
