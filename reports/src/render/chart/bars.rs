//! Horizontal bars of one series, with names before them on a wide place and above them on a narrow one.

use rust_decimal::Decimal;

use super::Size;
use super::frame::Canvas;
use super::scale::Scale;
use crate::summary::page::Chart;
use crate::words::Words;

/// Width of a letter of a name, on average.
const LETTER: i64 = 7;

pub(super) fn draw(chart: &Chart, size: Size, words: &Words) -> Canvas {
    let count = i64::try_from(chart.categories.len()).unwrap_or_default();
    let longest = chart
        .categories
        .iter()
        .map(|name| name.chars().count())
        .max();
    let names = 24 + 8 * i64::try_from(longest.unwrap_or_default()).unwrap_or(0);
    let (row, left, thickness) = match size {
        Size::Wide => (24, names.min(290), 14),
        Size::Half | Size::Paper => (22, names.min(260), 13),
        Size::Narrow => (36, 0, 12),
    };
    let mut canvas = Canvas::new(size.width(), row * count + 8);
    let values: &[Option<Decimal>] = chart.series.first().map_or(&[], |series| &series.values);
    let highest = values.iter().flatten().max().copied().unwrap_or_default();
    let scale = Scale::up_to(highest, chart.decimals == 0);
    let length = Decimal::from(size.width() - left - 70) * scale.top() / highest.max(Decimal::ONE);
    for ((at, name), value) in (0..).zip(&chart.categories).zip(values) {
        let top = Decimal::from(row * at + 4);
        let (label_x, label_y, bar_y) = match size {
            Size::Wide | Size::Half | Size::Paper => (
                Decimal::from(left - 10),
                top + Decimal::from(13),
                top + Decimal::TWO,
            ),
            Size::Narrow => (
                Decimal::ZERO,
                top + Decimal::from(12),
                top + Decimal::from(18),
            ),
        };
        canvas.text("bar-name", label_x, label_y, &fitting(name, left));
        let start = Decimal::from(left);
        let end = value.map_or(start, |value| start + scale.along(value, length));
        if end > start {
            canvas.bar(0, (start, bar_y), (end - start, Decimal::from(thickness)));
        }
        let label = value.map_or_else(
            || "…".to_owned(),
            |value| words.number(value, chart.decimals),
        );
        canvas.text(
            "bar-value",
            end + Decimal::from(6),
            bar_y + Decimal::from(11),
            &label,
        );
    }
    canvas
}

/// A name before its bar as far as it fits into this width; above the bar it fits. The table tells it whole.
fn fitting(name: &str, width: i64) -> String {
    let most = usize::try_from((width - 10) / LETTER).unwrap_or_default();
    if width == 0 || name.chars().count() <= most {
        return name.to_owned();
    }
    let shown: String = name.chars().take(most - 1).collect();
    format!("{}…", shown.trim_end())
}
