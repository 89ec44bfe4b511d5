//! The page as the template sees it: everything already in words.

use serde::Serialize;

use super::cell::{CellView, cell_text};
use super::chart::{self, Size};
use super::map;
use crate::summary::map::{Map, Meaning};
use crate::summary::page::{
    Block, Cell, Change, Chart, ChartKind, DataPlace, Direction, Figure, Page, Quote, Section,
    Table,
};
use crate::words::Words;

/// A page in words.
#[derive(Serialize)]
pub(super) struct PageView<'a> {
    language: &'static str,
    title: &'a str,
    subtitle: &'a str,
    facts: &'a [(String, String)],
    languages: Vec<LanguageView<'a>>,
    sections: Vec<SectionView<'a>>,
    footer: &'a str,
    labels: Labels,
}

/// Words of the page around its sections.
#[derive(Serialize)]
struct Labels {
    skip: String,
    contents: String,
    languages: String,
    data: String,
    elsewhere: String,
}

#[derive(Serialize)]
struct LanguageView<'a> {
    code: &'static str,
    name: &'static str,
    file: &'a str,
    own: bool,
}

#[derive(Serialize)]
struct SectionView<'a> {
    id: &'static str,
    number: u32,
    title: &'a str,
    lead: &'a [String],
    blocks: Vec<BlockView<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum BlockView<'a> {
    Heading {
        text: &'a str,
    },
    Figures {
        figures: Vec<FigureView<'a>>,
        columns: &'static str,
    },
    Sentences {
        sentences: &'a [String],
    },
    Table {
        table: TableView<'a>,
    },
    Chart {
        chart: ChartView<'a>,
    },
    Map {
        map: MapView<'a>,
    },
    Pair {
        blocks: Vec<BlockView<'a>>,
    },
    Quotes {
        groups: Vec<QuoteGroupView<'a>>,
    },
    Definitions {
        terms: &'a [(String, String)],
    },
    Note {
        text: &'a str,
    },
}

#[derive(Serialize)]
struct FigureView<'a> {
    label: &'a str,
    value: CellView,
    unit: Option<&'a str>,
    change: Option<ChangeView<'a>>,
    coverage: &'a str,
}

#[derive(Serialize)]
struct ChangeView<'a> {
    direction: &'static str,
    text: &'a str,
    raw: Option<&'a str>,
}

#[derive(Serialize)]
struct TableView<'a> {
    id: String,
    caption: &'a str,
    columns: Vec<ColumnView<'a>>,
    rows: Vec<RowView<'a>>,
    notes: &'a [String],
    /// How many rows are left out, in words.
    more: Option<String>,
    states: bool,
}

#[derive(Serialize)]
struct ColumnView<'a> {
    label: &'a str,
    numeric: bool,
}

#[derive(Serialize)]
struct RowView<'a> {
    heading: &'a str,
    cells: Vec<CellView>,
    total: bool,
}

#[derive(Serialize)]
struct ChartView<'a> {
    id: &'static str,
    title: &'a str,
    /// For a screen or paper, and for a phone.
    drawings: [String; 2],
    legend: Vec<LegendView<'a>>,
    table: Option<TableView<'a>>,
    table_open: bool,
}

#[derive(Serialize)]
struct MapView<'a> {
    id: &'static str,
    title: &'a str,
    drawings: [String; 2],
    legend: Vec<FillView>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct FillView {
    fill: &'static str,
    text: String,
}

#[derive(Serialize)]
struct LegendView<'a> {
    name: &'a str,
    /// Number of the series' style, from 1; 0 for a forecast.
    style: usize,
    line: bool,
}

#[derive(Serialize)]
struct QuoteGroupView<'a> {
    heading: &'a str,
    quotes: Vec<QuoteView<'a>>,
}

#[derive(Serialize)]
struct QuoteView<'a> {
    question: &'a str,
    paragraphs: &'a [String],
    language: Option<&'static str>,
    rest: Option<RestView<'a>>,
}

#[derive(Serialize)]
struct RestView<'a> {
    told: &'a str,
    paragraphs: &'a [String],
}

impl<'a> PageView<'a> {
    pub(super) fn of(page: &'a Page, words: &Words) -> Self {
        PageView {
            language: page.language.code(),
            title: &page.title,
            subtitle: &page.subtitle,
            facts: &page.facts,
            languages: page
                .languages
                .iter()
                .map(|(language, file)| LanguageView {
                    code: language.code(),
                    name: language.own_name(),
                    file,
                    own: *language == page.language,
                })
                .collect(),
            sections: page
                .sections
                .iter()
                .map(|section| SectionView::of(section, words))
                .collect(),
            footer: &page.footer,
            labels: Labels {
                skip: words.say("skip"),
                contents: words.say("contents"),
                languages: words.say("languages"),
                data: words.say("chart-data"),
                elsewhere: words.say("own-words-elsewhere"),
            },
        }
    }
}

impl<'a> SectionView<'a> {
    fn of(section: &'a Section, words: &Words) -> Self {
        SectionView {
            id: section.id,
            number: section.number,
            title: &section.title,
            lead: &section.lead,
            blocks: (1..)
                .zip(&section.blocks)
                .map(|(number, block)| {
                    BlockView::of(
                        block,
                        &format!("{}-{number}", section.id),
                        Size::Wide,
                        words,
                    )
                })
                .collect(),
        }
    }
}

impl<'a> BlockView<'a> {
    fn of(block: &'a Block, id: &str, size: Size, words: &Words) -> Self {
        match block {
            Block::Heading(text) => BlockView::Heading { text },
            Block::Figures(figures) => BlockView::Figures {
                // Rows as even as can be: five figures stand three and two.
                columns: match figures.len() {
                    3 | 5 | 6 | 9 => "three",
                    _ => "four",
                },
                figures: figures
                    .iter()
                    .map(|figure| FigureView::of(figure, words))
                    .collect(),
            },
            Block::Sentences(sentences) => BlockView::Sentences { sentences },
            Block::Table(table) => BlockView::Table {
                table: TableView::of(table, id, words),
            },
            Block::Chart(chart) => BlockView::Chart {
                chart: ChartView::of(chart, size, words),
            },
            Block::Map(map) => BlockView::Map {
                map: MapView::of(map, words),
            },
            Block::Pair(blocks) => BlockView::Pair {
                blocks: (1..)
                    .zip(blocks)
                    .map(|(number, block)| {
                        BlockView::of(block, &format!("{id}-{number}"), Size::Half, words)
                    })
                    .collect(),
            },
            Block::Quotes(groups) => BlockView::Quotes {
                groups: groups
                    .iter()
                    .map(|group| QuoteGroupView {
                        heading: &group.heading,
                        quotes: group.quotes.iter().map(QuoteView::of).collect(),
                    })
                    .collect(),
            },
            Block::Definitions(terms) => BlockView::Definitions { terms },
            Block::Note(text) => BlockView::Note { text },
        }
    }
}

impl<'a> FigureView<'a> {
    fn of(figure: &'a Figure, words: &Words) -> Self {
        FigureView {
            label: &figure.label,
            value: CellView::of(&figure.value, words),
            unit: figure.unit.as_deref(),
            change: figure.change.as_ref().map(ChangeView::of),
            coverage: &figure.coverage,
        }
    }
}

impl<'a> ChangeView<'a> {
    fn of(change: &'a Change) -> Self {
        ChangeView {
            direction: match change.direction {
                Direction::Up => "up",
                Direction::Down => "down",
                Direction::Same => "same",
            },
            text: &change.text,
            raw: change.raw.as_deref(),
        }
    }
}

impl<'a> QuoteView<'a> {
    fn of(quote: &'a Quote) -> Self {
        QuoteView {
            question: &quote.question,
            paragraphs: &quote.paragraphs,
            language: quote.language,
            rest: quote.rest.as_ref().map(|rest| RestView {
                told: &rest.told,
                paragraphs: &rest.paragraphs,
            }),
        }
    }
}

impl<'a> TableView<'a> {
    fn of(table: &'a Table, id: &str, words: &Words) -> Self {
        TableView {
            id: id.to_owned(),
            caption: &table.caption,
            columns: table
                .columns
                .iter()
                .map(|column| ColumnView {
                    label: &column.label,
                    numeric: column.numeric,
                })
                .collect(),
            rows: table
                .rows
                .iter()
                .take(table.shown.unwrap_or(usize::MAX))
                .map(|row| RowView {
                    heading: &row.heading,
                    cells: row
                        .cells
                        .iter()
                        .zip(table.columns.iter().skip(1))
                        .map(|(cell, column)| match cell {
                            // A dash stands where the words of its column stand.
                            Cell::None if !column.numeric => CellView::of_words("–"),
                            cell => CellView::of(cell, words),
                        })
                        .collect(),
                    total: row.total,
                })
                .collect(),
            notes: &table.notes,
            more: table
                .shown
                .and_then(|shown| table.rows.len().checked_sub(shown))
                .filter(|more| *more > 0)
                .map(|more| words.tell("table-more", &[("count", more.into())])),
            states: table
                .rows
                .iter()
                .any(|row| row.cells.iter().any(|cell| matches!(cell, Cell::State(_)))),
        }
    }
}

impl<'a> ChartView<'a> {
    fn of(chart: &'a Chart, size: Size, words: &Words) -> Self {
        let several = chart.series.len() > 1;
        ChartView {
            id: chart.id,
            title: &chart.title,
            drawings: [size, Size::Narrow].map(|size| chart::svg(chart, size, words)),
            legend: chart
                .series
                .iter()
                .enumerate()
                .filter(|_| several)
                .map(|(at, series)| LegendView {
                    name: &series.name,
                    style: if series.forecast { 0 } else { at % 4 + 1 },
                    line: chart.kind == ChartKind::Lines,
                })
                .collect(),
            table: (chart.data != DataPlace::Beside)
                .then(|| TableView::of(&chart.table, &format!("{}-data", chart.id), words)),
            table_open: chart.data == DataPlace::Open,
        }
    }
}

impl<'a> MapView<'a> {
    fn of(map: &'a Map, words: &Words) -> Self {
        let legend = map.legend.iter().map(|(fill, meaning)| FillView {
            fill: fill.name(),
            text: match meaning {
                Meaning::Range(low, high) if low == high => cell_text(low, words),
                Meaning::Range(low, high) => {
                    format!("{}–{}", cell_text(low, words), cell_text(high, words))
                }
                Meaning::Itself => words.say(&format!("map-{}", fill.name())),
            },
        });
        MapView {
            id: map.id,
            title: &map.title,
            drawings: [Size::Wide, Size::Narrow].map(|size| map::svg(map, size, words)),
            legend: legend.collect(),
            notes: &map.notes,
        }
    }
}
