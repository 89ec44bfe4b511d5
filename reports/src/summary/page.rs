//! The page as it is before any format: sections of key figures, sentences, tables, charts, quotes and notes.

use rust_decimal::Decimal;

use super::map::Map;
use crate::language::Language;

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

/// A section.
#[derive(Debug, Clone)]
pub struct Section {
    /// Name within the page, e.g. `money`.
    pub id: &'static str,
    /// Number shown; sections of other issues leave gaps.
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
    /// What it covers.
    pub coverage: String,
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

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number with so many decimals.
    Number(Decimal, u32),
    /// A difference with its sign.
    Difference(Decimal, u32),
    /// At least this number.
    AtLeast(Decimal),
    /// Per cent.
    Percent(Decimal, u32),
    /// Euros with so many decimals.
    Euros(Decimal, u32),
    /// A count of people that is too small to show: from 1 to this.
    Small(u64),
    /// Hidden because a small count could be computed from it.
    Hidden,
    /// Nobody gave it.
    Missing,
    /// It cannot be: nothing was expected.
    None,
    /// The state of a report.
    State(State),
}

impl Cell {
    /// A number, or missing.
    #[must_use]
    pub fn number(value: Option<Decimal>, decimals: u32) -> Self {
        value.map_or(Cell::Missing, |value| Cell::Number(value, decimals))
    }

    /// Euros, or missing.
    #[must_use]
    pub fn euros(value: Option<Decimal>, decimals: u32) -> Self {
        value.map_or(Cell::Missing, |value| Cell::Euros(value, decimals))
    }

    /// A share in per cent, or nothing where nothing was expected.
    #[must_use]
    pub fn percent(value: Option<Decimal>, decimals: u32) -> Self {
        value.map_or(Cell::None, |value| Cell::Percent(value, decimals))
    }

    /// The number in the cell, if it is shown.
    #[must_use]
    pub fn shown(&self) -> Option<Decimal> {
        match self {
            Cell::Number(value, _)
            | Cell::Difference(value, _)
            | Cell::AtLeast(value)
            | Cell::Percent(value, _)
            | Cell::Euros(value, _) => Some(*value),
            _ => None,
        }
    }
}

/// The state of a report on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Came on time.
    Timely,
    /// Came on time, with errors or warnings.
    TimelyWithIssues,
    /// Came late.
    Late,
    /// Came late, with errors or warnings.
    LateWithIssues,
    /// Says that nothing was done.
    Nil,
    /// Came and cannot be used.
    Rejected,
    /// Did not come.
    Missing,
    /// Is not owed.
    NotExpected,
}

impl State {
    /// Name of the state, as in texts and styles.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            State::Timely => "timely",
            State::TimelyWithIssues => "timely-issues",
            State::Late => "late",
            State::LateWithIssues => "late-issues",
            State::Nil => "nil",
            State::Rejected => "rejected",
            State::Missing => "missing",
            State::NotExpected => "none",
        }
    }
}

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its caption.
    pub caption: String,
    /// Headings of the columns; the first is that of the rows' headings.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Notes below it.
    pub notes: Vec<String>,
    /// How many rows the page shows; the workbook shows all. None: all.
    pub shown: Option<usize>,
}

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Heading.
    pub label: String,
    /// Whether it holds numbers, which stand to the right.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Column {
            label: label.into(),
            numeric: false,
        }
    }

    /// A column of numbers.
    pub fn numbers(label: impl Into<String>) -> Self {
        Column {
            label: label.into(),
            numeric: true,
        }
    }
}

/// A row.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its heading.
    pub heading: String,
    /// Its cells, one fewer than columns.
    pub cells: Vec<Cell>,
    /// Whether it is a sum.
    pub total: bool,
}

impl Row {
    /// An ordinary row.
    pub fn new(heading: impl Into<String>, cells: Vec<Cell>) -> Self {
        Row {
            heading: heading.into(),
            cells,
            total: false,
        }
    }

    /// A sum.
    pub fn total(heading: impl Into<String>, cells: Vec<Cell>) -> Self {
        Row {
            heading: heading.into(),
            cells,
            total: true,
        }
    }
}

/// A chart; its data stand in a table beside it.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Name within the page.
    pub id: &'static str,
    /// Title.
    pub title: String,
    /// What it shows, in words, for those who do not see it.
    pub description: String,
    /// Its form.
    pub kind: ChartKind,
    /// What the numbers count, shown at the axis.
    pub unit: String,
    /// Names along the axis.
    pub categories: Vec<String>,
    /// Series of as many values.
    pub series: Vec<Series>,
    /// A line to compare with, with its name.
    pub target: Option<(String, Decimal)>,
    /// Highest value of the axis where it is given, e.g. 100 for per cent.
    pub maximum: Option<Decimal>,
    /// Decimals of the numbers drawn.
    pub decimals: u32,
    /// The data.
    pub table: Table,
    /// Where the data stand.
    pub data: DataPlace,
}

/// Where the data of a chart stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataPlace {
    /// Below the chart.
    Open,
    /// Below the chart, to be unfolded.
    Folded,
    /// In a table of the same section.
    Beside,
}

/// Form of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Columns over months, series on top of each other.
    StackedColumns,
    /// Lines over months.
    Lines,
    /// Horizontal bars, one series.
    Bars,
}

/// A series of a chart.
#[derive(Debug, Clone)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// Values; none where there is none.
    pub values: Vec<Option<Decimal>>,
    /// Whether it is a forecast, which is drawn as such.
    pub forecast: bool,
}

/// What reporters wrote about one place.
#[derive(Debug, Clone)]
pub struct QuoteGroup {
    /// Place or organisation.
    pub heading: String,
    /// The words.
    pub quotes: Vec<Quote>,
}

/// A piece of a reporter's text.
#[derive(Debug, Clone)]
pub struct Quote {
    /// Question it answers.
    pub question: String,
    /// The words, one paragraph each.
    pub paragraphs: Vec<String>,
    /// Language it is written in, where known.
    pub language: Option<&'static str>,
    /// What the page does not show at once.
    pub rest: Option<Rest>,
}

impl Quote {
    /// All the words, paragraph by paragraph.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = self.paragraphs.join("\n");
        if let Some(rest) = &self.rest {
            words.truncate(words.strip_suffix(CUT).map_or(words.len(), str::len));
            words.push_str(&rest.joint);
            words.push_str(&rest.paragraphs.join("\n"));
        }
        words
    }
}

/// What stands where a text is cut.
pub(super) const CUT: &str = " …";

/// The rest of a long text.
#[derive(Debug, Clone)]
pub struct Rest {
    /// How much it is, in words.
    pub told: String,
    /// What stood where the text was cut: a space or the end of a line.
    pub joint: String,
    /// The words, one paragraph each.
    pub paragraphs: Vec<String>,
}
