//! Charts, each with its data as a table.

use rust_decimal::Decimal;

use super::table::Table;

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
    /// Columns over months, a panel for each series, all on one scale.
    Panels,
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
