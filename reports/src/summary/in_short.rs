//! Section 1: the month in a few figures and sentences.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use super::ids;
use super::page::{Block, Cell, Change, Direction, Figure, Section};
use super::scene::{Compared, Scene, decimals_of, overlap, percent_of};
use crate::figures::{Coverage, KeyFigure};
use crate::words::elative_suffix;

/// Indicators that stand among the key figures; a programme without them shows fewer.
const INDICATORS: [&str; 2] = ["FAMILY_CENTRES_OPERATING", "TRAINED_LP"];

/// A change smaller than this is none of the month's largest, however large in per cent.
const LEAST_CHANGE: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// How many changes are told.
const CHANGES_TOLD: usize = 3;

pub(super) fn section(scene: &Scene) -> Section {
    let mut blocks = vec![Block::Figures(figures(scene))];
    blocks.push(Block::Sentences(sentences(scene)));
    let changes = largest_changes(scene);
    if !changes.is_empty() {
        blocks.push(Block::Heading(scene.say("in-short-changes")));
        blocks.push(Block::Sentences(changes));
        blocks.push(Block::Note(scene.say("in-short-changes-note")));
    }
    Section {
        id: "in-short",
        number: 1,
        title: scene.say("in-short"),
        lead: Vec::new(),
        blocks,
    }
}

fn figures(scene: &Scene) -> Vec<Figure> {
    let mut figures: Vec<Figure> = reporting_rate(scene).into_iter().collect();
    for figure in ["activities", "participants"] {
        figures.extend(key_figure(scene, figure));
    }
    figures.extend(INDICATORS.iter().filter_map(|code| indicator(scene, code)));
    for figure in ["hours", "costs_eur", "fte_months"] {
        figures.extend(key_figure(scene, figure));
    }
    figures
}

fn reporting_rate(scene: &Scene) -> Option<Figure> {
    let of = |month: NaiveDate| {
        let mut rates = scene.figures.rates.iter();
        rates.find(|rate| rate.level == "region" && rate.month == month)
    };
    let rate = of(scene.figures.month)?;
    let before = scene.figures.month.checked_sub_months(Months::new(1));
    let change = rate
        .rate
        .zip(before.and_then(of).and_then(|rate| rate.rate))
        .map(|(now, before)| {
            let change = scene.words.numbers.signed(now - before, 0);
            Change {
                direction: Direction::of((now - before).round()),
                text: scene.filled("change-rate", &[("change", change)]),
                raw: None,
            }
        });
    Some(Figure {
        label: scene.say("reporting-rate"),
        value: Cell::percent(rate.rate, 0),
        unit: None,
        change,
        course: scene.course(|month| Cell::percent(of(month).and_then(|rate| rate.rate), 0)),
        coverage: scene.of("reports-of", rate.actual, rate.expected),
        id: ids::rate(rate, "reporting_rate"),
    })
}

fn key_figure(scene: &Scene, figure: &str) -> Option<Figure> {
    let entry = scene.figures.key_figure(figure)?;
    entry.value?;
    let compared = compared(scene, entry);
    let of = |month: NaiveDate| {
        let value = scene.figures.key_figure_in(month, figure)?.value;
        Some(match figure {
            "costs_eur" => Cell::euros(value, 0),
            "participants" => scene.people.region_in(month),
            _ => Cell::number(value, compared.decimals),
        })
    };
    Some(Figure {
        label: scene.say(&format!("figure-{figure}")),
        value: of(scene.figures.month)?,
        unit: None,
        change: scene.change(&compared),
        course: scene.course(|month| of(month).unwrap_or(Cell::Missing)),
        coverage: scene.coverage(entry.coverage),
        id: ids::key_figure(scene.figures.month, figure),
    })
}

fn compared(scene: &Scene, entry: &KeyFigure) -> Compared {
    let people = entry.figure == "participants";
    let before = entry.month.checked_sub_months(Months::new(1));
    let is_before =
        |other: &&KeyFigure| other.figure == entry.figure && Some(other.month) == before;
    let before = scene.figures.key_figures.iter().find(is_before);
    Compared {
        overlap: before.and_then(|before| {
            overlap(
                before.comparable_value,
                entry.comparable_previous,
                before.value,
            )
        }),
        is_closed: people && !scene.people.is_comparable(),
        value: entry.value,
        previous: entry.previous,
        comparable_value: entry.comparable_value,
        comparable_previous: entry.comparable_previous,
        reporters: entry.reporters_comparable,
        decimals: u32::from(matches!(entry.figure.as_str(), "hours" | "fte_months")),
        people,
        money: entry.figure == "costs_eur",
    }
}

fn indicator(scene: &Scene, code: &str) -> Option<Figure> {
    let entry = scene.figures.indicator(code)?;
    entry.value?;
    let list = scene.figures.names.list("indicator");
    let about = list.iter().find(|known| known.code == code)?;
    let decimals = decimals_of(about.unit.as_deref());
    Some(Figure {
        label: about.label.in_language(scene.words.language).to_owned(),
        value: scene.indicator(about, entry),
        unit: None,
        change: scene.change(&Compared::indicator(
            scene,
            entry,
            decimals,
            about.counts_people,
        )),
        course: scene.indicator_course(about),
        coverage: scene.coverage(Coverage {
            expected: entry.expected,
            received: entry.with_value.min(entry.expected),
            nil: 0,
            approximate: entry.approximate,
        }),
        id: ids::indicator(entry.month, code, "value"),
    })
}

fn sentences(scene: &Scene) -> Vec<String> {
    [
        reports_sentence(scene),
        silent_sentence(scene),
        activities_sentence(scene),
        municipalities_sentence(scene),
        money_sentence(scene),
    ]
    .into_iter()
    .flatten()
    .map(|text| scene.words.sentence(&text))
    .collect()
}

/// How many reports came, and how many on time.
fn reports_sentence(scene: &Scene) -> Option<String> {
    let month = scene.figures.month;
    let rate = scene
        .figures
        .rates
        .iter()
        .find(|rate| rate.level == "region" && rate.month == month && rate.expected > 0)?;
    Some(scene.words.tell(
        "sentence-reports",
        &[
            ("month", scene.words.month_in_form(month, "about").into()),
            ("count", rate.actual.into()),
            ("whole", rate.expected.into()),
            ("ending", elative_suffix(rate.expected).into()),
            ("timely", rate.on_time.into()),
        ],
    ))
}

/// Who of those who owe something sent nothing that could be used.
fn silent_sentence(scene: &Scene) -> Option<String> {
    let mut names: Vec<&str> = scene
        .figures
        .rates
        .iter()
        .filter(|rate| rate.month == scene.figures.month && rate.level == "organisation")
        .filter(|rate| rate.expected > 0 && rate.actual == 0)
        .filter_map(|rate| rate.organisation.as_deref())
        .map(|code| scene.figures.names.organisation(code, scene.words.language))
        .collect();
    names.sort_by(|left, right| scene.words.order.compare(left, right));
    if names.is_empty() {
        return None;
    }
    Some(scene.words.tell(
        "sentence-silent",
        &[
            ("count", names.len().into()),
            ("names", names.join(", ").into()),
        ],
    ))
}

fn activities_sentence(scene: &Scene) -> Option<String> {
    let activities = scene.figures.key_figure("activities")?;
    let count = whole(activities.value?);
    let month = scene.figures.month;
    let beside = |pick: fn(&crate::figures::AreaMonth) -> Option<Decimal>| -> u64 {
        let areas = scene.figures.areas.iter();
        whole(
            areas
                .filter(|area| area.month == month)
                .filter_map(pick)
                .sum(),
        )
    };
    let (planned, cancelled) = (beside(|area| area.planned), beside(|area| area.cancelled));
    let participants = scene.people.region().shown();
    Some(scene.words.tell(
        if participants.is_some() {
            "sentence-activities-participants"
        } else {
            "sentence-activities"
        },
        &[
            ("count", count.into()),
            (
                "participants",
                whole(participants.unwrap_or_default()).into(),
            ),
            ("planned", planned.into()),
            ("cancelled", cancelled.into()),
        ],
    ))
}

fn municipalities_sentence(scene: &Scene) -> Option<String> {
    let all: Vec<_> = scene
        .figures
        .municipalities
        .iter()
        .filter(|entry| entry.in_region)
        .collect();
    let active = all
        .iter()
        .filter(|entry| entry.activities.is_some_and(|count| !count.is_zero()))
        .count();
    let count = u64::try_from(active).ok()?;
    let whole = u64::try_from(all.len()).ok()?;
    (whole > 0).then(|| scene.of("sentence-municipalities", count, whole))
}

fn money_sentence(scene: &Scene) -> Option<String> {
    let funding = scene.figures.funding.last()?;
    if funding.month != scene.figures.month {
        return None;
    }
    let (amount, cumulative) = (funding.amount?, funding.cumulative?);
    let euros = |amount| scene.words.numbers.euros(amount, 0);
    let mut texts = vec![("amount", euros(amount)), ("cumulative", euros(cumulative))];
    let used = funding
        .grant_used
        .and_then(|used| percent_of(used, funding.state_grant));
    if let Some(used) = used {
        texts.push(("percent", scene.share(used)));
        return Some(scene.filled("sentence-money-grant", &texts));
    }
    Some(scene.filled("sentence-money", &texts))
}

/// A change that may be among the month's largest.
struct Candidate {
    weight: Decimal,
    name: String,
    text: String,
}

/// The month's largest changes, like for like and in per cent, each with the figures it goes from and to.
fn largest_changes(scene: &Scene) -> Vec<String> {
    let figures = scene.figures.key_figures.iter();
    let figures = figures.filter(|entry| entry.month == scene.figures.month);
    let figures = figures.map(|entry| {
        let name = scene.say(&format!("figure-{}", entry.figure));
        (name, compared(scene, entry))
    });
    let indicators = scene
        .figures
        .names
        .list("indicator")
        .iter()
        .filter_map(|code| {
            let entry = scene.figures.indicator(&code.code)?;
            let decimals = decimals_of(code.unit.as_deref());
            let name = code.label.in_language(scene.words.language).to_owned();
            let compared = Compared::indicator(scene, entry, decimals, code.counts_people);
            Some((name, compared))
        });
    let mut told = BTreeSet::new();
    let mut candidates: Vec<Candidate> = figures
        .chain(indicators)
        .filter_map(|(name, compared)| candidate(scene, name, &compared))
        .filter(|candidate| told.insert(candidate.name.clone()))
        .collect();
    candidates.sort_by_key(|candidate| (Reverse(candidate.weight), candidate.name.clone()));
    candidates
        .into_iter()
        .take(CHANGES_TOLD)
        .map(|candidate| candidate.text)
        .collect()
}

fn candidate(scene: &Scene, name: String, compared: &Compared) -> Option<Candidate> {
    let difference = compared.like_for_like(scene.rule)?;
    let percent = percent_of(difference, compared.comparable_previous)?;
    if difference.abs() < LEAST_CHANGE {
        return None;
    }
    let number = |value: Option<Decimal>| {
        let value = value.unwrap_or_default();
        if compared.money {
            scene.words.numbers.euros(value, 0)
        } else {
            scene.words.number(value, compared.decimals)
        }
    };
    let text = scene.words.tell(
        "change-told",
        &[
            ("name", name.clone().into()),
            ("percent", scene.signed_percent(percent).into()),
            ("from", number(compared.comparable_previous).into()),
            ("to", number(compared.comparable_value).into()),
            ("count", compared.reporters.into()),
        ],
    );
    Some(Candidate {
        weight: percent.abs(),
        name,
        text,
    })
}

/// A count as a whole number; counts are never negative.
fn whole(count: Decimal) -> u64 {
    use rust_decimal::prelude::ToPrimitive;
    count.to_u64().unwrap_or_default()
}
