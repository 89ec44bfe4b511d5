//! The ground of a chart: places, axes and the months along them.

use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::scale::Scale;
use super::{Size, escape};
use crate::summary::page::Chart;
use crate::words::Words;

/// Space that a label of a month needs.
const LABEL_WIDTH: i64 = 46;

/// Marks drawn so far, and the size of the whole.
pub(super) struct Canvas {
    pub(super) width: i64,
    pub(super) height: i64,
    marks: String,
}

impl Canvas {
    pub(super) fn new(width: i64, height: i64) -> Self {
        Canvas {
            width,
            height,
            marks: String::new(),
        }
    }

    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.marks)
    }

    /// A mark as written.
    pub(super) fn mark(&mut self, mark: &str) {
        self.marks.push_str(mark);
    }

    /// A text at a place.
    pub(super) fn text(&mut self, class: &str, x: Decimal, y: Decimal, text: &str) {
        let _ = write!(
            self.marks,
            "<text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>",
            place(x),
            place(y),
            escape(text)
        );
    }

    /// A filled rectangle of a series, with its pattern over it.
    pub(super) fn bar(
        &mut self,
        series: usize,
        corner: (Decimal, Decimal),
        size: (Decimal, Decimal),
    ) {
        let (x, y, width, height) = (
            place(corner.0),
            place(corner.1),
            place(size.0),
            place(size.1),
        );
        let series = series % 4 + 1;
        let _ = write!(
            self.marks,
            "<rect class=\"mark f{series}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        );
        if series > 1 {
            let _ = write!(
                self.marks,
                "<rect fill=\"url(#p{series})\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
            );
        }
    }

    /// A straight line.
    pub(super) fn line(&mut self, class: &str, from: (Decimal, Decimal), to: (Decimal, Decimal)) {
        let _ = write!(
            self.marks,
            "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
            place(from.0),
            place(from.1),
            place(to.0),
            place(to.1)
        );
    }
}

/// A place with one decimal, always written the same way.
pub(in crate::render) fn place(value: Decimal) -> String {
    value.round_dp(1).normalize().to_string()
}

/// The area in which columns or lines over months stand.
pub(super) struct Plot {
    pub(super) left: Decimal,
    pub(super) top: Decimal,
    pub(super) height: Decimal,
    pub(super) slot: Decimal,
    pub(super) scale: Scale,
}

impl Plot {
    /// Draws the axes and returns where the marks go.
    pub(super) fn draw(
        canvas: &mut Canvas,
        chart: &Chart,
        size: Size,
        words: &Words,
        highest: Decimal,
    ) -> Self {
        let highest = chart
            .target
            .as_ref()
            .map_or(highest, |(_, target)| highest.max(*target));
        let scale = Scale::up_to(chart.maximum.unwrap_or(highest), chart.decimals == 0);
        let widest = words.number(scale.top(), 0).chars().count();
        let left = Decimal::from(14 + 8 * i64::try_from(widest).unwrap_or(8));
        let right = match size {
            Size::Wide | Size::Half | Size::Paper => Decimal::from(64),
            Size::Narrow => Decimal::from(14),
        };
        let (top, bottom) = (Decimal::from(24), Decimal::from(28));
        let width = Decimal::from(canvas.width) - left - right;
        let height = Decimal::from(canvas.height) - top - bottom;
        let count = Decimal::from(chart.categories.len().max(1) as u64);
        let plot = Plot {
            left,
            top,
            height,
            slot: width / count,
            scale,
        };
        canvas.text("axis-unit", Decimal::ZERO, Decimal::from(12), &chart.unit);
        plot.rules(canvas, width, words);
        plot.months(canvas, chart);
        plot
    }

    /// Where a value lies from above.
    pub(super) fn y(&self, value: Decimal) -> Decimal {
        self.top + self.height - self.scale.along(value, self.height)
    }

    /// Where the middle of a month lies from the left.
    pub(super) fn x(&self, at: usize) -> Decimal {
        self.left + self.slot * Decimal::from(at as u64) + self.slot / Decimal::TWO
    }

    fn rules(&self, canvas: &mut Canvas, width: Decimal, words: &Words) {
        for tick in self.scale.ticks() {
            let y = self.y(tick);
            let class = if tick.is_zero() { "axis" } else { "grid" };
            canvas.line(class, (self.left, y), (self.left + width, y));
            let label = words.number(tick, 0);
            canvas.text(
                "tick",
                self.left - Decimal::from(6),
                y + Decimal::from(4),
                &label,
            );
        }
    }

    fn months(&self, canvas: &mut Canvas, chart: &Chart) {
        let mut every = 1;
        while self.slot * Decimal::from(every) < Decimal::from(LABEL_WIDTH) && every < 12 {
            every += 1;
        }
        let last = chart.categories.len().saturating_sub(1);
        let y = self.top + self.height + Decimal::from(18);
        for (at, name) in chart.categories.iter().enumerate() {
            let back = i64::try_from(last - at).unwrap_or_default();
            if back % every == 0 {
                canvas.text("month", self.x(at), y, name);
            }
        }
    }
}
