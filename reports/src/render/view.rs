//! The page as the template sees it: everything already in words.

use serde::Serialize;

use super::chart::{self, Size};
use crate::summary::page::{
    Block, Cell, Change, Chart, ChartKind, Direction, Figure, Page, Quote, Section, State, Table,
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

/// A cell in words.
#[derive(Serialize)]
struct CellView {
    text: String,
    class: String,
    /// What a sign stands for, for those who hear the page.
    meaning: Option<String>,
    icon: Option<&'static str>,
}

#[derive(Serialize)]
struct ChartView<'a> {
    id: &'static str,
    title: &'a str,
    wide: String,
    narrow: String,
    legend: Vec<LegendView<'a>>,
    table: TableView<'a>,
    table_open: bool,
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
    rest: Option<&'a str>,
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
                    BlockView::of(block, &format!("{}-{number}", section.id), words)
                })
                .collect(),
        }
    }
}

impl<'a> BlockView<'a> {
    fn of(block: &'a Block, id: &str, words: &Words) -> Self {
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
                chart: ChartView::of(chart, words),
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
            rest: quote.rest.as_deref(),
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
                .map(|row| RowView {
                    heading: &row.heading,
                    cells: row
                        .cells
                        .iter()
                        .map(|cell| CellView::of(cell, words))
                        .collect(),
                    total: row.total,
                })
                .collect(),
            notes: &table.notes,
            states: table
                .rows
                .iter()
                .any(|row| row.cells.iter().any(|cell| matches!(cell, Cell::State(_)))),
        }
    }
}

impl<'a> ChartView<'a> {
    fn of(chart: &'a Chart, words: &Words) -> Self {
        let several = chart.series.len() > 1;
        ChartView {
            id: chart.id,
            title: &chart.title,
            wide: chart::svg(chart, Size::Wide, words),
            narrow: chart::svg(chart, Size::Narrow, words),
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
            table: TableView::of(&chart.table, &format!("{}-data", chart.id), words),
            table_open: chart.table_open,
        }
    }
}

impl CellView {
    fn of(cell: &Cell, words: &Words) -> Self {
        let numbers = &words.numbers;
        match cell {
            Cell::Text(text) => CellView::plain(text.clone(), ""),
            Cell::Number(value, decimals) => {
                CellView::plain(numbers.decimal(*value, *decimals), "number")
            }
            Cell::Difference(value, decimals) => {
                CellView::plain(numbers.signed(*value, *decimals), "number")
            }
            Cell::Percent(value, decimals) => {
                CellView::plain(numbers.percent(*value, *decimals), "number")
            }
            Cell::Euros(value, decimals) => {
                CellView::plain(numbers.euros(*value, *decimals), "number")
            }
            Cell::AtLeast(value) => CellView {
                meaning: Some(words.say("cell-at-least")),
                ..CellView::plain(
                    format!("≥\u{a0}{}", numbers.decimal(*value, 0)),
                    "number bound",
                )
            },
            Cell::Small(highest) => CellView {
                meaning: Some(words.say("cell-small")),
                ..CellView::plain(format!("1–{highest}"), "number small")
            },
            Cell::Hidden => CellView {
                meaning: Some(words.say("cell-hidden")),
                ..CellView::plain("••".to_owned(), "number hidden")
            },
            Cell::Missing => CellView {
                meaning: Some(words.say("cell-missing")),
                ..CellView::plain("…".to_owned(), "number missing")
            },
            Cell::None => CellView::plain("–".to_owned(), "number none"),
            Cell::State(State::NotExpected) => CellView {
                meaning: Some(words.say("state-none")),
                ..CellView::plain("–".to_owned(), "state none")
            },
            Cell::State(state) => CellView {
                icon: Some(state.name()),
                ..CellView::plain(
                    words.say(&format!("state-{}", state.name())),
                    &format!("state {}", state.name()),
                )
            },
        }
    }

    fn plain(text: String, class: &str) -> Self {
        CellView {
            text,
            class: class.to_owned(),
            meaning: None,
            icon: None,
        }
    }
}
