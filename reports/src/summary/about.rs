//! Section 10: about the figures.

use super::page::{Block, Cell, Column, Row, Section, Table};
use super::scene::Scene;
use crate::figures::BoardEntry;

pub(super) fn section(scene: &Scene) -> Section {
    let mut blocks = vec![
        Block::Heading(scene.say("about-definitions")),
        Block::Definitions(definitions(scene)),
    ];
    blocks.push(Block::Heading(scene.say("about-missing")));
    blocks.push(missing(scene));
    blocks.push(Block::Heading(scene.say("about-values")));
    blocks.push(Block::Sentences(values(scene)));
    blocks.push(Block::Heading(scene.say("about-sources")));
    blocks.push(Block::Sentences(sources(scene)));
    Section {
        id: "about",
        number: 10,
        title: scene.say("about"),
        lead: Vec::new(),
        blocks,
    }
}

fn definitions(scene: &Scene) -> Vec<(String, String)> {
    [
        "activity",
        "participants",
        "coverage",
        "like-for-like",
        "reporting-rate",
        "stock-flow",
        "shared",
        "money",
        "forecast",
    ]
    .map(|key| {
        (
            scene.say(&format!("definition-{key}")),
            scene.say(&format!("definition-{key}.text")),
        )
    })
    .into()
}

/// Which owed reports are not behind the figures, form by form.
fn missing(scene: &Scene) -> Block {
    let (names, language) = (&scene.figures.names, scene.words.language);
    let reporters = |form: &str, state: &str| -> Vec<&str> {
        let of = |entry: &&BoardEntry| entry.expected && entry.form == form && entry.state == state;
        let mut found: Vec<&str> = scene
            .figures
            .board
            .iter()
            .filter(of)
            .map(|entry| names.organisation(&entry.organisation, language))
            .collect();
        found.sort_by(|left, right| scene.words.order.compare(left, right));
        found
    };
    let rows: Vec<Row> = names
        .forms
        .iter()
        .map(|(form, name)| {
            let cells = ["missing", "rejected"].map(|state| reporters(form, state));
            (name.in_language(language), cells)
        })
        .filter(|(_, cells)| cells.iter().any(|reporters| !reporters.is_empty()))
        .map(|(form, cells)| {
            let cell = |reporters: Vec<&str>| match reporters.len() {
                0 => Cell::None,
                count => Cell::Text(format!("{count}: {}", reporters.join(", "))),
            };
            Row::new(form, cells.map(cell).into())
        })
        .collect();
    if rows.is_empty() {
        return Block::Note(scene.say("about-missing-none"));
    }
    Block::Table(Table {
        caption: scene.say("about-missing-caption"),
        columns: vec![
            Column::words(scene.say("form")),
            Column::words(scene.say("column-missing")),
            Column::words(scene.say("column-rejected")),
        ],
        rows,
        notes: Vec::new(),
        shown: None,
    })
}

/// Approximations, rows set aside, suppression.
fn values(scene: &Scene) -> Vec<String> {
    let mut sentences: Vec<String> = scene
        .figures
        .qualities
        .iter()
        .map(|entry| scene.counted(&format!("quality-{}", entry.quality), entry.values))
        .collect();
    if sentences.is_empty() {
        sentences.push(scene.say("quality-none"));
    }
    if scene.figures.rows_quarantined > 0 {
        sentences.push(scene.counted("about-quarantined", scene.figures.rows_quarantined));
    }
    if scene.rule.min_count() > 1 {
        let count = scene.rule.min_count();
        let highest = scene.rule.highest_hidden();
        sentences.push(scene.words.tell(
            "about-suppression",
            &[("count", count.into()), ("highest", highest.into())],
        ));
    }
    sentences
}

fn sources(scene: &Scene) -> Vec<String> {
    let mut sentences = vec![
        scene.say("about-source-reports"),
        scene.say("about-source-statistics"),
    ];
    if let Some(outlines) = &scene.figures.outlines {
        let source = [("source", outlines.attribution.clone())];
        sentences.push(scene.filled("about-source-boundaries", &source));
    }
    if let Some(run) = &scene.figures.run {
        sentences.push(scene.filled(
            "about-run",
            &[
                ("run", run.run.to_string()),
                ("time", scene.run_time(run)),
                ("version", run.version.clone()),
                ("config", run.config_hash.clone()),
                ("programme", run.programme_hash.clone()),
            ],
        ));
    }
    sentences
}
