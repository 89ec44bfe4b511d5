//! Section 7: money.

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use super::course::Monthly;
use super::ids;
use super::page::{
    Block, Cell, Chart, ChartKind, Column, Direction, Figure, Row, Section, Series, Table,
};
use super::scene::{Scene, percent_of};
use crate::figures::{CategoryMonth, Code, FundingMonth};

pub(super) fn section(scene: &Scene) -> Section {
    let mut blocks = Vec::new();
    let month = scene.figures.month;
    let funding = scene
        .figures
        .funding
        .iter()
        .find(|entry| entry.month == month);
    if let Some(funding) = funding.filter(|entry| entry.cumulative.is_some()) {
        blocks.push(Block::Figures(figures(scene, funding)));
        blocks.push(Block::Table(categories(scene)));
        if scene.figures.funding.len() > 1 {
            blocks.push(Block::Chart(Box::new(course(scene, funding))));
        }
        blocks.push(Block::Note(scene.say("money-note")));
    } else {
        blocks.push(Block::Note(scene.say("money-none")));
    }
    Section {
        id: "money",
        number: 7,
        title: scene.say("money"),
        lead: Vec::new(),
        blocks,
    }
}

fn coverage(scene: &Scene) -> String {
    scene
        .figures
        .categories
        .first()
        .map_or_else(String::new, |entry| {
            scene.reporters(entry.received, entry.expected)
        })
}

fn figures(scene: &Scene, funding: &FundingMonth) -> Vec<Figure> {
    let coverage = coverage(scene);
    let figure = |key: &str, column: &str, value: Option<Decimal>, note: String| {
        value.map(|value| Figure {
            id: ids::funding(funding.month, column),
            label: scene.say(key),
            value: Cell::Euros(value, 0),
            unit: None,
            change: None,
            course: None,
            coverage: note,
        })
    };
    let share = |part: Option<Decimal>, whole: Option<Decimal>, key: &str| {
        part.and_then(|part| percent_of(part, whole))
            .map(|percent| scene.share(percent))
            .zip(whole)
            .map_or_else(
                || coverage.clone(),
                |(percent, whole)| {
                    let whole = scene.words.numbers.euros(whole, 0);
                    scene.filled(key, &[("percent", percent), ("whole", whole)])
                },
            )
    };
    let grant = share(funding.grant_used, funding.state_grant, "money-of-grant");
    let own_budget = funding
        .budget
        .zip(funding.state_grant)
        .map(|(budget, grant)| budget - grant);
    let own = share(funding.own_used, own_budget, "money-of-own");
    [
        figure(
            "money-month",
            "amount_eur",
            funding.amount,
            coverage.clone(),
        )
        .map(|figure| Figure {
            course: scene.course(|month| of_month(scene, month)),
            ..figure
        }),
        figure(
            "money-cumulative",
            "amount_cumulative_eur",
            funding.cumulative,
            since(scene),
        ),
        figure(
            "money-grant-used",
            "grant_used_eur",
            funding.grant_used,
            grant,
        ),
        figure("money-own-used", "own_used_eur", funding.own_used, own),
        forecast(scene, funding),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Costs of a month.
fn of_month(scene: &Scene, month: NaiveDate) -> Cell {
    let mut entries = scene.figures.funding.iter();
    let found = entries.find(|entry| entry.month == month);
    Cell::euros(found.and_then(|entry| entry.amount), 0)
}

fn since(scene: &Scene) -> String {
    let first = scene
        .words
        .month_in_form(scene.figures.names.region.first_month, "from");
    scene.filled("money-since", &[("month", first)])
}

/// What the costs come to at the present pace, said to be a forecast.
fn forecast(scene: &Scene, funding: &FundingMonth) -> Option<Figure> {
    let forecast = funding.forecast.filter(|_| funding.months_left > 0)?;
    let euros = |amount| scene.words.numbers.euros(amount, 0);
    let last = scene
        .words
        .month_in_form(scene.figures.names.region.last_month, "of");
    let against = funding.budget.map(|budget| {
        let key = match Direction::of(forecast - budget) {
            Direction::Up => "money-forecast-over",
            Direction::Down => "money-forecast-under",
            Direction::Same => "money-forecast-even",
        };
        let difference = euros((forecast - budget).abs());
        scene.filled(
            key,
            &[("difference", difference), ("budget", euros(budget))],
        )
    });
    let pace = euros(funding.pace.unwrap_or_default());
    let mut coverage = scene.filled("money-forecast-note", &[("month", last), ("pace", pace)]);
    if let Some(against) = against {
        coverage = format!("{coverage} {against}");
    }
    Some(Figure {
        label: scene.say("money-forecast"),
        value: Cell::Euros(forecast, 0),
        unit: None,
        change: None,
        course: None,
        coverage,
        id: ids::funding(funding.month, "forecast_eur"),
    })
}

/// Columns of the table of categories as the mart names them.
const CATEGORY_COLUMNS: [&str; 8] = [
    "amount_eur",
    "grant_calculated_eur",
    "own_eur",
    "amount_cumulative_eur",
    "grant_calculated_cumulative_eur",
    "own_cumulative_eur",
    "fte_months",
    "fte_months_cumulative",
];

/// Ids of the sums over all categories that the marts hold.
fn total_figures(month: NaiveDate) -> Vec<Option<String>> {
    let mut figures = vec![None; CATEGORY_COLUMNS.len()];
    for (at, id) in [
        (0, ids::funding(month, "amount_eur")),
        (3, ids::funding(month, "amount_cumulative_eur")),
        (6, ids::key_figure(month, "fte_months")),
    ] {
        figures[at] = id;
    }
    figures
}

fn categories(scene: &Scene) -> Table {
    let found: Vec<(&Code, &CategoryMonth)> = scene
        .figures
        .names
        .list("cost_category")
        .iter()
        .filter_map(|code| {
            let entries = &scene.figures.categories;
            Some((
                code,
                entries.iter().find(|entry| entry.category == code.code)?,
            ))
        })
        .collect();
    let sum = |pick: fn(&CategoryMonth) -> Option<Decimal>| {
        found
            .iter()
            .filter_map(|(_, entry)| pick(entry))
            .fold(None, |sum: Option<Decimal>, value| {
                Some(sum.unwrap_or_default() + value)
            })
    };
    type Pick = fn(&CategoryMonth) -> Option<Decimal>;
    let euros: [Pick; 6] = [
        |entry| entry.amount,
        |entry| entry.grant,
        |entry| entry.own,
        |entry| entry.amount_cumulative,
        |entry| entry.grant_cumulative,
        |entry| entry.own_cumulative,
    ];
    let months: [Pick; 2] = [
        |entry| entry.fte_months,
        |entry| entry.fte_months_cumulative,
    ];
    let cells = |value: &dyn Fn(Pick) -> Option<Decimal>, blank: bool| -> Vec<Cell> {
        let mut cells: Vec<Cell> = euros
            .iter()
            .map(|pick| Cell::euros(value(*pick), 0))
            .collect();
        cells.extend(months.iter().map(|pick| match value(*pick) {
            None if blank => Cell::None,
            value => Cell::number(value, 1),
        }));
        cells
    };
    let mut rows: Vec<Row> = found
        .iter()
        .map(|(code, entry)| {
            let label = code.label.in_language(scene.words.language);
            let id = |column: &str| ids::cost(scene.figures.month, &entry.category, column);
            Row::new(label, cells(&|pick| pick(entry), true))
                .traced(CATEGORY_COLUMNS.map(id).into())
        })
        .collect();
    let total = Row::total(scene.say("money-total"), cells(&|pick| sum(pick), false));
    rows.push(total.traced(total_figures(scene.figures.month)));
    category_table(scene, rows)
}

fn category_table(scene: &Scene, rows: Vec<Row>) -> Table {
    let mut columns = vec![Column::words(scene.say("cost-category"))];
    columns.extend(
        [
            "amount",
            "grant",
            "own",
            "amount-cumulative",
            "grant-cumulative",
            "own-cumulative",
            "fte",
            "fte-cumulative",
        ]
        .map(|key| Column::numbers(scene.say(&format!("column-{key}")))),
    );
    Table {
        caption: scene.filled(
            "money-caption",
            &[("month", scene.words.month(scene.figures.month))],
        ),
        columns,
        rows,
        notes: vec![scene.filled("covers", &[("coverage", coverage(scene))])],
        shown: None,
    }
}

/// Ids of the costs month by month; none for months ahead.
fn course_figures(past: &[FundingMonth], months: usize) -> Vec<Vec<Option<String>>> {
    let ids = |entry: &FundingMonth| {
        let columns = ["amount_eur", "amount_cumulative_eur"];
        columns
            .map(|column| ids::funding(entry.month, column))
            .into()
    };
    (past.iter().map(ids))
        .chain(std::iter::repeat(Vec::new()))
        .take(months)
        .collect()
}

/// Costs added up over the whole time, with the forecast and the budget.
fn course(scene: &Scene, now: &FundingMonth) -> Chart {
    let past = &scene.figures.funding;
    let ahead = 1..=u32::try_from(now.months_left).unwrap_or_default();
    let next = ahead.filter_map(|step| now.month.checked_add_months(Months::new(step)));
    let months: Vec<NaiveDate> = past.iter().map(|entry| entry.month).chain(next).collect();
    let actual: Vec<Option<Decimal>> = (0..months.len())
        .map(|at| past.get(at).and_then(|entry| entry.cumulative))
        .collect();
    let ahead: Vec<Option<Decimal>> = (1..=months.len())
        .map(|count| {
            let steps = Decimal::from(count.checked_sub(past.len())? as u64);
            Some(now.cumulative? + now.pace? * steps)
        })
        .collect();
    let euros = |value: Option<Decimal>| value.map_or(Cell::None, |value| Cell::Euros(value, 0));
    let cells = (0..months.len())
        .map(|at| {
            let amount = past.get(at).map(|entry| Cell::euros(entry.amount, 0));
            // The line of the forecast starts at the last fact, which is no forecast.
            let forecast = ahead[at].filter(|_| at >= past.len());
            vec![
                amount.unwrap_or(Cell::None),
                euros(actual[at]),
                euros(forecast),
            ]
        })
        .collect();
    let series = |key: &str, values, forecast| Series {
        name: scene.say(key),
        values,
        forecast,
    };
    let data = Monthly {
        columns: ["column-amount", "money-cumulative", "money-forecast"]
            .map(|key| Column::numbers(scene.say(key)))
            .into(),
        cells,
        figures: course_figures(past, months.len()),
        months,
        series: vec![
            series("money-cumulative", actual, false),
            series("money-forecast", ahead, true),
        ],
    };
    let chart = scene.monthly_chart(
        "money-course",
        "money-course",
        ChartKind::Lines,
        "€".into(),
        data,
    );
    Chart {
        target: now.budget.map(|budget| (scene.say("money-budget"), budget)),
        ..chart
    }
}
