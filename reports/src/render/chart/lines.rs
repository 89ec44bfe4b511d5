//! Lines over months; a line breaks where a value is missing.

use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::Size;
use super::frame::{Canvas, Plot, place};
use crate::summary::page::{Chart, Series};
use crate::words::Words;

pub(super) fn draw(chart: &Chart, size: Size, words: &Words) -> Canvas {
    let mut canvas = Canvas::new(size.width(), size.height());
    let highest = chart
        .series
        .iter()
        .flat_map(|series| series.values.iter().flatten())
        .max()
        .copied()
        .unwrap_or_default();
    let plot = Plot::draw(&mut canvas, chart, size, words, highest);
    if let Some((name, target)) = &chart.target {
        let y = plot.y(*target);
        let right = plot.x(chart.categories.len()) - plot.slot / Decimal::TWO;
        canvas.line("target", (plot.left, y), (right, y));
        canvas.text(
            "target-name",
            plot.left + Decimal::from(4),
            y - Decimal::from(6),
            name,
        );
    }
    // A forecast begins where the facts end; the facts are drawn over it.
    for (number, series) in chart.series.iter().enumerate().rev() {
        line(&mut canvas, &plot, number, series);
    }
    if size != Size::Narrow {
        ends(&mut canvas, &plot, chart, words);
    }
    canvas
}

fn line(canvas: &mut Canvas, plot: &Plot, number: usize, series: &Series) {
    let style = if series.forecast {
        "forecast".to_owned()
    } else {
        format!("l{}", number % 4 + 1)
    };
    let points: Vec<Option<(Decimal, Decimal)>> = series
        .values
        .iter()
        .enumerate()
        .map(|(at, value)| value.map(|value| (plot.x(at), plot.y(value))))
        .collect();
    for run in points.split(Option::is_none) {
        let run: Vec<(Decimal, Decimal)> = run.iter().flatten().copied().collect();
        if run.len() > 1 {
            let mut path = String::new();
            for (x, y) in &run {
                let _ = write!(path, "{},{} ", place(*x), place(*y));
            }
            canvas.mark(&format!(
                "<polyline class=\"mark line {style}\" points=\"{}\"/>",
                path.trim_end()
            ));
        }
        for point in run {
            canvas.mark(&marker(number, &style, point));
        }
    }
}

/// Each series has a shape of its own.
fn marker(number: usize, style: &str, (x, y): (Decimal, Decimal)) -> String {
    let at = |dx: i64, dy: i64| {
        format!(
            "{},{}",
            place(x + Decimal::new(dx, 1)),
            place(y + Decimal::new(dy, 1))
        )
    };
    let class = format!("class=\"point {style}\"");
    match number % 4 {
        0 => format!(
            "<circle {class} cx=\"{}\" cy=\"{}\" r=\"3.5\"/>",
            place(x),
            place(y)
        ),
        1 => format!(
            "<polygon {class} points=\"{} {} {} {}\"/>",
            at(-35, -35),
            at(35, -35),
            at(35, 35),
            at(-35, 35)
        ),
        2 => format!(
            "<polygon {class} points=\"{} {} {}\"/>",
            at(0, -45),
            at(42, 35),
            at(-42, 35)
        ),
        _ => format!(
            "<polygon {class} points=\"{} {} {} {}\"/>",
            at(0, -48),
            at(48, 0),
            at(0, 48),
            at(-48, 0)
        ),
    }
}

/// The last value of each line, written beside its end; labels that would touch are moved apart.
fn ends(canvas: &mut Canvas, plot: &Plot, chart: &Chart, words: &Words) {
    let last = chart.categories.len().saturating_sub(1);
    let mut ends = Vec::new();
    for series in &chart.series {
        let Some(at) = series.values.iter().rposition(Option::is_some) else {
            continue;
        };
        let value = series.values[at].unwrap_or_default();
        let (x, y) = (plot.x(at), plot.y(value));
        if at == last {
            ends.push((x, y, value));
        } else {
            let label = words.number(value, chart.decimals);
            // Above and before the point: a line that goes on from it leads upwards.
            let (x, y) = (x - Decimal::from(4), y - Decimal::from(8));
            canvas.text("inner-end", x, y, &label);
        }
    }
    ends.sort_by_key(|(_, y, value)| (*y, *value));
    ends.dedup();
    let mut free = Decimal::ZERO;
    for (x, y, value) in ends {
        let place = y.max(free);
        free = place + Decimal::from(14);
        let label = words.number(value, chart.decimals);
        canvas.text(
            "end",
            x + Decimal::from(8),
            place + Decimal::from(4),
            &label,
        );
    }
}
