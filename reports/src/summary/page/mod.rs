//! The page as it is before any format: sections of key figures, sentences, tables, charts, quotes and notes.

mod cell;
mod chart;
mod course;
mod quote;
mod table;

use rust_decimal::Decimal;

use super::map::Map;
use crate::language::Language;

pub use cell::{Cell, State};
pub use chart::{Chart, ChartKind, DataPlace, Series};
pub use course::Course;
pub(super) use quote::CUT;
pub use quote::{Quote, QuoteGroup, Rest};
pub use table::{Column, Row, Table};

/// A whole page in one language.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its language.
    pub language: Language,
    /// Name of the project.
    pub title: String,
    /// What the page is: region and month.
    pub subtitle: String,
    /// Short facts below the title: label and text.
    pub facts: Vec<(String, String)>,
    /// The page in the languages of the region: language and file name; the own one included.
    pub languages: Vec<(Language, String)>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// Last line.
    pub footer: String,
}

/// A figure of the page with the id by which it is traced, and where it stands.
#[derive(Debug, Clone)]
pub struct Traced<'a> {
    /// The section.
    pub section: &'a Section,
    /// Caption of the table; empty for a key figure.
    pub table: &'a str,
    /// What it counts: a row of the table, or the key figure.
    pub row: &'a str,
    /// Column of the table; empty for a key figure.
    pub column: &'a str,
    /// What is shown.
    pub cell: &'a Cell,
    /// Its id.
    pub id: &'a str,
}

impl Page {
    /// The figures that can be traced, in the order in which they stand.
    #[must_use]
    pub fn traced(&self) -> Vec<Traced<'_>> {
        let mut traced = Vec::new();
        for section in &self.sections {
            for block in &section.blocks {
                block.traced(section, &mut traced);
            }
        }
        traced
    }

    /// Whether figures over months are drawn on it.
    #[must_use]
    pub fn has_courses(&self) -> bool {
        let mut blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.any(Block::has_courses)
    }
}

/// A section.
#[derive(Debug, Clone)]
pub struct Section {
    /// Name within the page, e.g. `money`.
    pub id: &'static str,
    /// Number shown.
    pub number: u32,
    /// Title.
    pub title: String,
    /// What it says, in one sentence or two.
    pub lead: Vec<String>,
    /// What it shows.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading within the section.
    Heading(String),
    /// Key figures side by side.
    Figures(Vec<Figure>),
    /// A list of sentences, with a heading.
    Sentences(Vec<String>),
    /// A table.
    Table(Table),
    /// A chart with its data.
    Chart(Box<Chart>),
    /// A map; its data stand in a table of the section.
    Map(Box<Map>),
    /// Blocks side by side where there is room.
    Pair(Vec<Block>),
    /// What reporters wrote, grouped.
    Quotes(Vec<QuoteGroup>),
    /// Terms and what they mean.
    Definitions(Vec<(String, String)>),
    /// A note in small print.
    Note(String),
}

impl Block {
    fn traced<'a>(&'a self, section: &'a Section, found: &mut Vec<Traced<'a>>) {
        match self {
            Block::Figures(figures) => found.extend(figures.iter().filter_map(|figure| {
                Some(Traced {
                    section,
                    table: "",
                    row: &figure.label,
                    column: "",
                    cell: &figure.value,
                    id: figure.id.as_deref()?,
                })
            })),
            Block::Table(table) => table.traced(section, found),
            Block::Chart(chart) if chart.data != DataPlace::Beside => {
                chart.table.traced(section, found);
            }
            Block::Pair(blocks) => (blocks.iter()).for_each(|block| block.traced(section, found)),
            _ => {}
        }
    }

    fn has_courses(&self) -> bool {
        match self {
            Block::Figures(figures) => figures.iter().any(|figure| figure.course.is_some()),
            Block::Table(table) => table.has_courses(),
            Block::Chart(chart) => chart.data != DataPlace::Beside && chart.table.has_courses(),
            Block::Pair(blocks) => blocks.iter().any(Block::has_courses),
            _ => false,
        }
    }

    /// Charts side by side; a single one stands alone.
    pub fn charts(charts: impl IntoIterator<Item = Option<Chart>>) -> Option<Self> {
        let mut blocks: Vec<Block> = charts
            .into_iter()
            .flatten()
            .map(|chart| Block::Chart(Box::new(chart)))
            .collect();
        match blocks.len() {
            0 | 1 => blocks.pop(),
            _ => Some(Block::Pair(blocks)),
        }
    }
}

/// A key figure.
#[derive(Debug, Clone)]
pub struct Figure {
    /// What it counts.
    pub label: String,
    /// The figure.
    pub value: Cell,
    /// Unit behind it, if any.
    pub unit: Option<String>,
    /// How it changed, and over whom; none where nothing can be compared.
    pub change: Option<Change>,
    /// How it went over the months of the trend, where that is known.
    pub course: Option<Course>,
    /// What it covers.
    pub coverage: String,
    /// Its id, by which it is traced.
    pub id: Option<String>,
}

/// How a figure changed.
#[derive(Debug, Clone)]
pub struct Change {
    /// Where to.
    pub direction: Direction,
    /// The change, in words; like for like where figures of reporters are compared.
    pub text: String,
    /// The raw difference, in words.
    pub raw: Option<String>,
}

/// Where a figure went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    Up,
    /// Down.
    Down,
    /// Nowhere.
    Same,
}

impl Direction {
    /// The direction of a difference.
    #[must_use]
    pub fn of(difference: Decimal) -> Self {
        if difference.is_zero() {
            Direction::Same
        } else if difference.is_sign_negative() {
            Direction::Down
        } else {
            Direction::Up
        }
    }
}
