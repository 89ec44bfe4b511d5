//! Charts and maps as the template sees them: drawn, with their legend and data.

use serde::Serialize;

use super::table::TableView;
use crate::render::cell::cell_text;
use crate::render::chart::{self, Size};
use crate::render::map;
use crate::summary::map::{Map, Meaning};
use crate::summary::page::{Chart, ChartKind, DataPlace};
use crate::words::Words;

#[derive(Serialize)]
pub(super) struct ChartView<'a> {
    id: &'static str,
    title: &'a str,
    description: &'a str,
    /// For a screen or paper, and for a phone.
    drawings: [String; 2],
    legend: Vec<LegendView<'a>>,
    table: Option<TableView<'a>>,
    table_open: bool,
}

#[derive(Serialize)]
pub(super) struct MapView<'a> {
    id: &'static str,
    title: &'a str,
    description: &'a str,
    drawings: [String; 2],
    /// What the numbers in each drawing mean.
    keys: [Vec<String>; 2],
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

impl<'a> ChartView<'a> {
    pub(super) fn of(chart: &'a Chart, size: Size, words: &Words) -> Self {
        // The name of a series stands above its panel.
        let several = chart.series.len() > 1 && chart.kind != ChartKind::Panels;
        ChartView {
            id: chart.id,
            title: &chart.title,
            description: &chart.description,
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
    pub(super) fn of(map: &'a Map, size: Size, words: &Words) -> Self {
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
        // Beside something else a map is scaled, so that its key does not depend on where it stands.
        let size = if size == Size::Half { Size::Wide } else { size };
        let [large, small] = [size, Size::Narrow].map(|size| map::draw(map, size, words));
        MapView {
            id: map.id,
            title: &map.title,
            description: &map.description,
            keys: [key(&large), key(&small)],
            drawings: [large.svg, small.svg],
            legend: legend.collect(),
            notes: &map.notes,
        }
    }
}

/// The places of a key: `2 Kauniainen: 1,8`.
fn key(drawing: &map::Drawing) -> Vec<String> {
    let places = (1..).zip(&drawing.key);
    let told = places.map(|(number, (name, value))| format!("{number} {name}: {value}"));
    told.collect()
}
