//! Small multiples: a panel of columns over months for each series, all on one scale.

use rust_decimal::Decimal;

use super::Size;
use super::frame::Canvas;
use super::scale::Scale;
use crate::summary::page::{Chart, Series};
use crate::words::Words;

/// Empty ground between two panels.
const GAP: i64 = 16;
/// Ground above the columns of a panel, for its name and a value, and below them, for the months.
const HEAD: i64 = 34;
const FOOT: i64 = 26;
/// Ground at the right edge, into which the name of the last month may reach.
const EDGE: i64 = 14;

/// What all panels share, and where they stand.
struct Panels<'a> {
    chart: &'a Chart,
    words: &'a Words,
    scale: Scale,
    across: usize,
    left: i64,
    width: i64,
    height: i64,
}

/// Left edge of a panel and the foot of its columns.
type Corner = (i64, i64);

pub(super) fn draw(chart: &Chart, size: Size, words: &Words) -> Canvas {
    let panels = Panels::of(chart, size, words);
    let mut canvas = Canvas::new(size.width(), panels.down(chart.series.len()) + 4);
    for (at, series) in chart.series.iter().enumerate() {
        let (left, foot) = panels.corner(at);
        let above = Decimal::from(foot - panels.height - HEAD + 12);
        panels.rules(&mut canvas, (left, foot), at % panels.across == 0);
        canvas.text("panel-name", Decimal::from(left), above, &series.name);
        panels.columns(&mut canvas, (left, foot), series);
        panels.months(&mut canvas, (left, foot));
    }
    canvas
}

impl<'a> Panels<'a> {
    fn of(chart: &'a Chart, size: Size, words: &'a Words) -> Self {
        let (most, height) = match size {
            Size::Wide => (4, 150),
            Size::Half | Size::Paper => (2, 92),
            Size::Narrow => (2, 84),
        };
        let values = chart.series.iter().flat_map(|series| &series.values);
        let highest = values.flatten().max().copied().unwrap_or_default();
        let scale = Scale::up_to(chart.maximum.unwrap_or(highest), chart.decimals == 0);
        let across = chart.series.len().clamp(1, most);
        let widest = words.number(scale.top(), 0).chars().count();
        let left = 14 + 8 * i64::try_from(widest).unwrap_or(8);
        let count = i64::try_from(across).unwrap_or(1);
        Panels {
            chart,
            words,
            scale,
            across,
            left,
            width: (size.width() - left - EDGE - GAP * (count - 1)) / count,
            height,
        }
    }

    /// The height of the rows in which so many panels stand.
    fn down(&self, panels: usize) -> i64 {
        let rows = i64::try_from(panels.div_ceil(self.across)).unwrap_or(1);
        rows * (HEAD + self.height + FOOT)
    }

    fn corner(&self, at: usize) -> Corner {
        let column = i64::try_from(at % self.across).unwrap_or_default();
        let left = self.left + column * (self.width + GAP);
        (left, self.down(at + 1) - FOOT)
    }

    /// The lines of the scale, with their numbers before the first panel of a row.
    fn rules(&self, canvas: &mut Canvas, (left, foot): Corner, is_first: bool) {
        let (start, end) = (Decimal::from(left), Decimal::from(left + self.width));
        for tick in self.scale.ticks() {
            let y = Decimal::from(foot) - self.length(tick);
            let class = if tick.is_zero() { "axis" } else { "grid" };
            canvas.line(class, (start, y), (end, y));
            if is_first {
                let (x, label) = (start - Decimal::from(6), self.words.number(tick, 0));
                canvas.text("tick", x, y + Decimal::from(4), &label);
            }
        }
    }

    fn length(&self, value: Decimal) -> Decimal {
        self.scale.along(value, Decimal::from(self.height))
    }

    /// The columns of a panel, with the number of the highest and of the last one.
    fn columns(&self, canvas: &mut Canvas, (left, foot): Corner, series: &Series) {
        let count = Decimal::from(series.values.len().max(1) as u64);
        let slot = Decimal::from(self.width) / count;
        let width = slot * Decimal::new(7, 1);
        let told = told(series);
        for (at, value) in series.values.iter().enumerate() {
            let Some(value) = value else { continue };
            let place = Decimal::from(at as u64) + Decimal::new(5, 1);
            let (middle, length) = (Decimal::from(left) + slot * place, self.length(*value));
            let top = Decimal::from(foot) - length;
            if !length.is_zero() {
                canvas.bar(0, (middle - width / Decimal::TWO, top), (width, length));
            }
            if told.contains(&at) {
                let label = self.words.number(*value, self.chart.decimals);
                canvas.text("value", middle, top - Decimal::from(4), &label);
            }
        }
    }

    /// The first and the last month.
    fn months(&self, canvas: &mut Canvas, (left, foot): Corner) {
        let y = Decimal::from(foot + 14);
        if let [first, .., last] = &self.chart.categories[..] {
            canvas.text("first-month", Decimal::from(left), y, first);
            canvas.text("last-month", Decimal::from(left + self.width), y, last);
        }
    }
}

/// The months whose numbers are written: the last one that has one, and the highest where it stands apart from it.
fn told(series: &Series) -> Vec<usize> {
    let values = series.values.iter().enumerate();
    let known: Vec<(usize, Decimal)> = values
        .filter_map(|(at, value)| Some((at, (*value)?)))
        .collect();
    let Some((last, _)) = known.last() else {
        return Vec::new();
    };
    let highest = known.iter().max_by_key(|(at, value)| (*value, *at));
    let apart = highest.filter(|(at, _)| at + 2 < *last);
    apart
        .map(|(at, _)| *at)
        .into_iter()
        .chain([*last])
        .collect()
}
