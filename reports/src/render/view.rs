//! The page as the template sees it: everything already in words.

mod picture;
mod table;

use serde::Serialize;

use super::cell::CellView;
use super::chart::Size;
use super::course::CourseView;
use crate::summary::page::{Block, Change, Direction, Figure, Page, Quote, Section};
use crate::words::Words;
use picture::{ChartView, MapView};
use table::TableView;

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
    /// Whether there are figures that can be traced.
    traced: bool,
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
    id: String,
    ids: String,
    follow: String,
    #[serde(rename = "data-of-charts")]
    data_of_charts: String,
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
    course: Option<CourseView>,
    coverage: &'a str,
    id: Option<&'a str>,
}

#[derive(Serialize)]
struct ChangeView<'a> {
    direction: &'static str,
    text: &'a str,
    raw: Option<&'a str>,
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
    /// The page with its charts drawn in this size, and smaller where two stand side by side.
    pub(super) fn of(page: &'a Page, size: Size, words: &Words) -> Self {
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
                .map(|section| SectionView::of(section, size, words))
                .collect(),
            footer: &page.footer,
            traced: !page.traced().is_empty(),
            labels: Labels {
                skip: words.say("skip"),
                contents: words.say("contents"),
                languages: words.say("languages"),
                data: words.say("chart-data"),
                elsewhere: words.say("own-words-elsewhere"),
                id: words.say("figure-id"),
                ids: words.say("figure-ids"),
                follow: words.say("figure-follow"),
                data_of_charts: words.say("chart-data-all"),
            },
        }
    }
}

impl<'a> SectionView<'a> {
    fn of(section: &'a Section, size: Size, words: &Words) -> Self {
        SectionView {
            id: section.id,
            number: section.number,
            title: &section.title,
            lead: &section.lead,
            blocks: (1..)
                .zip(&section.blocks)
                .map(|(number, block)| {
                    BlockView::of(block, &format!("{}-{number}", section.id), size, words)
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
                map: MapView::of(map, size, words),
            },
            Block::Pair(blocks) => BlockView::Pair {
                blocks: (1..)
                    .zip(blocks)
                    .map(|(number, block)| {
                        BlockView::of(block, &format!("{id}-{number}"), size.halved(), words)
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
            course: (figure.course.as_ref())
                .map(|course| CourseView::of(course, words))
                .filter(CourseView::is_drawn),
            coverage: &figure.coverage,
            id: figure.id.as_deref(),
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
