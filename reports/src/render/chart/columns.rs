//! Columns over months, series on top of each other.

use rust_decimal::Decimal;

use super::Size;
use super::frame::{Canvas, Plot};
use crate::summary::page::Chart;
use crate::words::Words;

pub(super) fn draw(chart: &Chart, size: Size, words: &Words) -> Canvas {
    let mut canvas = Canvas::new(size.width(), size.height());
    let highest = (0..chart.categories.len())
        .filter_map(|at| sum(chart, at))
        .max()
        .unwrap_or_default();
    let plot = Plot::draw(&mut canvas, chart, size, words, highest);
    let width = plot.slot * Decimal::new(68, 2);
    for at in 0..chart.categories.len() {
        let x = plot.x(at) - width / Decimal::TWO;
        let mut below = Decimal::ZERO;
        for (series, values) in chart.series.iter().enumerate() {
            let Some(value) = values.values.get(at).copied().flatten() else {
                continue;
            };
            if value <= Decimal::ZERO {
                continue;
            }
            let (low, high) = (plot.y(below), plot.y(below + value));
            canvas.bar(series, (x, high), (width, low - high));
            below += value;
        }
        if let Some(sum) = sum(chart, at) {
            let label = words.number(sum, chart.decimals);
            canvas.text("value", plot.x(at), plot.y(sum) - Decimal::from(5), &label);
        }
    }
    canvas
}

fn sum(chart: &Chart, at: usize) -> Option<Decimal> {
    chart
        .series
        .iter()
        .filter_map(|series| series.values.get(at).copied().flatten())
        .fold(None, |sum, value| Some(sum.unwrap_or_default() + value))
}
