//! Section 6: pilots by stage, what moved, what became permanent practice, what spreads where.

use rust_decimal::Decimal;

use super::ids;
use super::page::{Block, Cell, Column, Row, Section, Table};
use super::scene::Scene;
use crate::figures::Pilot;

/// Pilots that the page lists; the workbook lists all.
const SHOWN: usize = 12;
/// Stages of which the page tells in words.
const TOLD: [&str; 2] = ["established", "spreading"];

pub(super) fn section(scene: &Scene) -> Section {
    let pilots = sorted(scene);
    let mut blocks = Vec::new();
    if pilots.is_empty() {
        blocks.push(Block::Note(scene.say("pilots-none")));
    } else {
        blocks.push(Block::Table(stages(scene, &pilots)));
        let sentences = sentences(scene, &pilots);
        if !sentences.is_empty() {
            blocks.push(Block::Sentences(sentences));
        }
        blocks.push(Block::Table(listed(scene, &pilots)));
    }
    Section {
        id: "pilots",
        number: 6,
        title: scene.say("pilots"),
        lead: lead(scene, &pilots),
        blocks,
    }
}

/// Pilots by stage, in the order of the programme, and by name.
fn sorted<'a>(scene: &'a Scene) -> Vec<&'a Pilot> {
    let stages = scene.figures.names.list("pilot_stage");
    let rank = |pilot: &Pilot| stages.iter().position(|code| code.code == pilot.stage);
    let mut pilots: Vec<&Pilot> = scene.figures.pilots.iter().collect();
    pilots.sort_by(|left, right| {
        (rank(left).cmp(&rank(right)))
            .then_with(|| scene.words.order.compare(&left.name, &right.name))
            .then_with(|| left.organisation.cmp(&right.organisation))
    });
    pilots
}

/// What the section covers: this month's reports, or the last ones where none were owed this month.
fn lead(scene: &Scene, pilots: &[&Pilot]) -> Vec<String> {
    let month = scene.figures.month;
    let rate = (scene.figures.rates.iter())
        .find(|rate| rate.month == month && rate.form.as_deref() == Some("pilots"));
    let mut lead = Vec::new();
    if let Some(rate) = rate.filter(|rate| rate.expected > 0) {
        let coverage = scene.reporters(rate.actual, rate.expected);
        lead.push(scene.filled("covers", &[("coverage", coverage)]));
    }
    if pilots.iter().any(|pilot| pilot.month < month) {
        lead.push(scene.say("pilots-as-last-told"));
    }
    lead
}

fn moved(scene: &Scene, pilot: &Pilot) -> bool {
    let elsewhere = |before: &String| *before != pilot.stage;
    pilot.month == scene.figures.month && pilot.stage_before.as_ref().is_none_or(elsewhere)
}

fn stages(scene: &Scene, pilots: &[&Pilot]) -> Table {
    let count = |wanted: &dyn Fn(&Pilot) -> bool| {
        let found = pilots.iter().filter(|pilot| wanted(pilot)).count();
        Cell::Number(Decimal::from(found), 0)
    };
    let mut rows: Vec<Row> = (scene.figures.names.list("pilot_stage").iter())
        .map(|code| {
            let cells = vec![
                count(&|pilot| pilot.stage == code.code),
                count(&|pilot| pilot.stage == code.code && moved(scene, pilot)),
            ];
            // The mart counts the pilots told this month; where others stand as they were, no figure of it is shown.
            let told = pilots
                .iter()
                .all(|pilot| pilot.month == scene.figures.month);
            let figure = told.then(|| ids::pilots(scene.figures.month, &code.code));
            let row = Row::new(code.label.in_language(scene.words.language), cells);
            row.traced(vec![figure.flatten()])
        })
        .collect();
    let all = vec![count(&|_| true), count(&|pilot| moved(scene, pilot))];
    rows.push(Row::total(scene.say("pilots-all"), all));
    Table {
        caption: scene.say("pilots-by-stage"),
        columns: vec![
            Column::words(scene.say("pilot-stage")),
            Column::numbers(scene.say("pilots-now")),
            Column::numbers(scene.say("pilots-entered")),
        ],
        rows,
        notes: vec![scene.say("pilots-entered-note")],
        shown: None,
    }
}

/// What moved, what became permanent practice and what spreads where, a sentence each.
fn sentences(scene: &Scene, pilots: &[&Pilot]) -> Vec<String> {
    let mut sentences = Vec::new();
    let changed: Vec<String> = pilots
        .iter()
        .filter(|pilot| pilot.stage_before.is_some() && moved(scene, pilot))
        .map(|pilot| format!("{} ({})", pilot.name, course(scene, pilot)))
        .collect();
    if !changed.is_empty() {
        sentences.push(scene.filled("pilots-moved", &[("names", changed.join(", "))]));
    }
    for stage in TOLD {
        let named: Vec<String> = pilots
            .iter()
            .filter(|pilot| pilot.stage == stage)
            .map(|pilot| match places(scene, pilot) {
                places if places.is_empty() => pilot.name.clone(),
                places => format!("{} ({places})", pilot.name),
            })
            .collect();
        if !named.is_empty() {
            let names = [("names", named.join(", "))];
            sentences.push(scene.filled(&format!("pilots-{stage}"), &names));
        }
    }
    sentences
}

/// The stage, with the one before where it changed: `Käynnissä → Vakiintunut`.
fn course(scene: &Scene, pilot: &Pilot) -> String {
    let name = |stage: &str| {
        let names = &scene.figures.names;
        names
            .code("pilot_stage", stage, scene.words.language)
            .to_owned()
    };
    match &pilot.stage_before {
        Some(before) if *before != pilot.stage => {
            format!("{} → {}", name(before), name(&pilot.stage))
        }
        _ => name(&pilot.stage),
    }
}

/// Where it takes place, with the municipality it was adopted from: `Hämeenlinna → Janakkala`.
fn places(scene: &Scene, pilot: &Pilot) -> String {
    let name = |code: &str| {
        let names = &scene.figures.names;
        names.municipality(code, scene.words.language).to_owned()
    };
    let at: Vec<String> = (pilot.municipalities.iter())
        .map(|code| name(code))
        .collect();
    match &pilot.origin {
        Some(origin) if at.is_empty() => format!("{} →", name(origin)),
        Some(origin) => format!("{} → {}", name(origin), at.join(", ")),
        None => at.join(", "),
    }
}

fn participants(scene: &Scene, pilot: &Pilot) -> Cell {
    let at = (scene.figures.pilots.iter()).position(|known| std::ptr::eq(known, pilot));
    at.map_or(Cell::Missing, |at| scene.people.pilot(at))
}

fn listed(scene: &Scene, pilots: &[&Pilot]) -> Table {
    let text = |text: String| {
        if text.is_empty() {
            Cell::None
        } else {
            Cell::Text(text)
        }
    };
    let (names, language) = (&scene.figures.names, scene.words.language);
    let rows: Vec<Row> = pilots
        .iter()
        .map(|pilot| {
            let cells = vec![
                text(course(scene, pilot)),
                text(places(scene, pilot)),
                Cell::Text(names.organisation(&pilot.organisation, language).to_owned()),
                participants(scene, pilot),
                text(pilot.outcome.clone().unwrap_or_default()),
                Cell::Text(scene.words.short_month(pilot.month)),
            ];
            Row::new(&pilot.name, cells)
        })
        .collect();
    let cells: Vec<Cell> = rows.iter().flat_map(|row| row.cells.clone()).collect();
    Table {
        caption: scene.say("pilots-listed"),
        columns: vec![
            Column::words(scene.say("pilot")),
            Column::words(scene.say("pilot-stage")),
            Column::words(scene.say("pilot-where")),
            Column::words(scene.say("organisation")),
            Column::numbers(scene.say("pilot-participants")),
            Column::words(scene.say("pilot-outcome")),
            Column::words(scene.say("pilot-told")),
        ],
        notes: scene.legend(&cells),
        rows,
        shown: Some(SHOWN),
    }
}

#[cfg(test)]
mod tests {
    use super::section;
    use crate::figures::Pilot;
    use crate::language::Language;
    use crate::summary::page::{Block, Cell};
    use crate::summary::scene::Scene;
    use crate::suppression::{People, Suppression};
    use crate::testkit::{HOSTILE, month, number, october};
    use crate::words::Words;

    fn pilot(name: &str, stage: &str, before: Option<&str>) -> Pilot {
        Pilot {
            organisation: "espoo".into(),
            name: name.into(),
            month: month(2018, 10),
            stage: stage.into(),
            stage_before: before.map(str::to_owned),
            municipalities: vec!["092".into()],
            origin: Some("049".into()),
            participants: Some(number("3")),
            outcome: Some(HOSTILE.into()),
        }
    }

    #[test]
    fn what_moved_is_told_and_small_counts_are_not() {
        let mut figures = october();
        figures.pilots = vec![
            pilot("Etäneuvola", "established", Some("running")),
            pilot("Kompassi", "running", Some("running")),
            Pilot {
                month: month(2018, 9),
                ..pilot("Vanha", "running", None)
            },
        ];
        let words = Words::of(Language::Finnish);
        let scene = Scene {
            figures: &figures,
            words: &words,
            rule: Suppression::new(5),
            people: &People::of(&figures),
        };
        let section = section(&scene);
        let Block::Table(stages) = &section.blocks[0] else {
            panic!("stages first")
        };
        let shown: Vec<(&str, Vec<Cell>)> = (stages.rows.iter())
            .map(|row| (row.heading.as_str(), row.cells.clone()))
            .collect();
        let counts = |now: &str, entered: &str| {
            vec![
                Cell::Number(number(now), 0),
                Cell::Number(number(entered), 0),
            ]
        };
        assert_eq!(
            shown,
            [
                ("running", counts("2", "0")),
                ("established", counts("1", "1")),
                ("Kokeiluja yhteensä", counts("3", "1"))
            ]
        );
        let Block::Sentences(sentences) = &section.blocks[1] else {
            panic!("then sentences")
        };
        assert_eq!(
            sentences,
            &[
                "Vaihetta vaihtoivat: Etäneuvola (running → established).",
                "Pysyvää käytäntöä: Etäneuvola (Espoo → Vantaa).",
            ]
        );
        let Block::Table(listed) = &section.blocks[2] else {
            panic!("then the list")
        };
        assert!(listed.rows.iter().all(|row| row.cells[3] == Cell::Small(4)));
        assert!(section.lead[0].contains("viimeisimmistä"));
    }
}
