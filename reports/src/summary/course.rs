//! Charts and small drawings over months with their text alternatives and tables, generated from the same data.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::page::{Cell, Chart, ChartKind, Column, Course, DataPlace, Row, Series, Table};
use super::scene::Scene;

/// Data of a chart over months.
pub(super) struct Monthly {
    /// The months.
    pub(super) months: Vec<NaiveDate>,
    /// What is drawn.
    pub(super) series: Vec<Series>,
    /// Columns of the table after that of the months.
    pub(super) columns: Vec<Column>,
    /// Their cells, month by month.
    pub(super) cells: Vec<Vec<Cell>>,
    /// Ids of the figures in them.
    pub(super) figures: Vec<Vec<Option<String>>>,
}

impl Scene<'_> {
    /// A figure over the months of the trend; none where there are too few to draw.
    pub(super) fn course(&self, of: impl Fn(NaiveDate) -> Cell) -> Option<Course> {
        let trend = &self.figures.trend;
        let months = trend.iter().map(|month| (*month, of(*month)));
        (trend.len() > 1).then(|| Course {
            months: months.collect(),
        })
    }

    /// The heading of a column of such figures; none where they are not drawn.
    pub(super) fn course_column(&self) -> Option<Column> {
        let months = self.figures.trend.len();
        let label = || self.counted("column-course", months as u64);
        (months > 1).then(|| Column::drawings(label()))
    }

    /// A chart over months with its data.
    pub(super) fn monthly_chart(
        &self,
        id: &'static str,
        title: &str,
        kind: ChartKind,
        unit: String,
        data: Monthly,
    ) -> Chart {
        let title = self.say(title);
        let legend = self.legend(&data.cells.concat());
        let rows = data.months.iter().zip(data.cells).zip(data.figures);
        let rows = rows
            .map(|((month, cells), figures)| {
                Row::new(self.words.month(*month), cells).traced(figures)
            })
            .collect();
        let mut columns = vec![Column::words(self.say("month"))];
        columns.extend(data.columns);
        let short = |month: &NaiveDate| self.words.short_month(*month);
        Chart {
            id,
            description: self.told_course(&title, &data.series, 0),
            kind,
            unit,
            categories: data.months.iter().map(short).collect(),
            series: data.series,
            target: None,
            maximum: None,
            decimals: 0,
            table: Table {
                caption: title.clone(),
                columns,
                rows,
                notes: legend,
                shown: None,
            },
            data: DataPlace::Folded,
            title,
        }
    }

    /// A chart of ranked values beside their table.
    pub(super) fn ranked_chart(
        &self,
        id: &'static str,
        title: String,
        (unit, decimals): (String, u32),
        ranked: &[(&str, Option<Decimal>)],
        table: Table,
    ) -> Chart {
        Chart {
            id,
            description: self.ranking(&title, ranked, decimals),
            kind: ChartKind::Bars,
            categories: ranked.iter().map(|(name, _)| (*name).to_owned()).collect(),
            series: vec![Series {
                name: unit.clone(),
                values: ranked.iter().map(|(_, value)| *value).collect(),
                forecast: false,
            }],
            unit,
            target: None,
            maximum: None,
            decimals,
            table,
            data: DataPlace::Folded,
            title,
        }
    }

    /// How series go over the months: first, last and highest value of each.
    fn told_course(&self, title: &str, series: &[Series], decimals: u32) -> String {
        let mut sentences = vec![format!("{title}.")];
        for series in series {
            let values: Vec<Decimal> = series.values.iter().flatten().copied().collect();
            let (Some(first), Some(last)) = (values.first(), values.last()) else {
                continue;
            };
            let highest = values.iter().max().unwrap_or(last);
            let number = |value: &Decimal| self.words.number(*value, decimals);
            sentences.push(self.filled(
                "chart-course",
                &[
                    ("name", series.name.clone()),
                    ("first", number(first)),
                    ("last", number(last)),
                    ("highest", number(highest)),
                ],
            ));
        }
        sentences.push(self.say("chart-data-below"));
        sentences.join(" ")
    }

    /// Which of ranked values stand first and last.
    fn ranking(&self, title: &str, ranked: &[(&str, Option<Decimal>)], decimals: u32) -> String {
        let known: Vec<(&str, Decimal)> = ranked
            .iter()
            .filter_map(|(name, value)| Some((*name, (*value)?)))
            .collect();
        let mut sentences = vec![format!("{title}.")];
        if let (Some(first), Some(last)) = (known.first(), known.last()) {
            let number = |value: Decimal| self.words.number(value, decimals);
            sentences.push(self.filled(
                "chart-ranking",
                &[
                    ("first", first.0.to_owned()),
                    ("first-value", number(first.1)),
                    ("last", last.0.to_owned()),
                    ("last-value", number(last.1)),
                ],
            ));
        }
        sentences.push(self.say("chart-data-below"));
        sentences.join(" ")
    }
}
