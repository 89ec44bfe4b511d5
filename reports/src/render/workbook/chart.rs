//! Native charts with text alternatives, and the numbers that they draw.

use rust_xlsxwriter::{
    Chart as NativeChart, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType,
    ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, Color,
};

use crate::summary::page::{Cell, Chart, ChartKind, Column, Row, Table};
use crate::words::Words;

/// Rows that a chart covers.
pub(super) const ROWS: u32 = 18;

/// Longest text alternative that Excel takes, in characters.
const ALT_LENGTH: usize = 255;

/// Colours of series.
pub(super) const COLORS: [Color; 4] = [
    Color::RGB(0x1F_5F_96),
    Color::RGB(0xB3_55_0A),
    Color::RGB(0x23_79_5A),
    Color::RGB(0x7D_45_91),
];

/// What a chart draws, as a table: categories, then a column per series.
pub(super) fn data(chart: &Chart, words: &Words) -> Table {
    let mut columns = vec![Column::words(chart.unit.clone())];
    columns.extend(
        chart
            .series
            .iter()
            .map(|series| Column::numbers(series.name.clone())),
    );
    if let Some((name, _)) = &chart.target {
        columns.push(Column::numbers(name.clone()));
    }
    let rows = chart.categories.iter().enumerate().map(|(at, category)| {
        let mut cells: Vec<Cell> = (chart.series.iter())
            .map(|series| Cell::number(series.values.get(at).copied().flatten(), chart.decimals))
            .collect();
        if let Some((_, target)) = &chart.target {
            cells.push(Cell::Number(*target, chart.decimals));
        }
        Row::new(category.clone(), cells)
    });
    let rows: Vec<Row> = rows.collect();
    if columns[0].label.is_empty() {
        columns[0].label = words.say("month");
    }
    Table {
        caption: String::new(),
        columns,
        rows,
        notes: Vec::new(),
        shown: None,
    }
}

/// The chart over its data, whose head stands in this row; none where there is nothing to draw.
pub(super) fn native(chart: &Chart, sheet: String, head: u32) -> Option<NativeChart> {
    let count = u32::try_from(chart.categories.len())
        .ok()
        .filter(|count| *count > 0)?;
    let mut native = NativeChart::new(match chart.kind {
        ChartKind::StackedColumns | ChartKind::Panels => ChartType::ColumnStacked,
        ChartKind::Lines => ChartType::Line,
        ChartKind::Bars => ChartType::Bar,
    });
    let (first, last) = (head + 1, head + count);
    let series = chart.series.iter().map(|series| series.forecast);
    for (at, forecast) in series.chain(chart.target.iter().map(|_| true)).enumerate() {
        let column = u16::try_from(at + 1).ok()?;
        native
            .add_series()
            .set_name((sheet.as_str(), head, column))
            .set_categories((sheet.as_str(), first, 0, last, 0))
            .set_values((sheet.as_str(), first, column, last, column))
            .set_format(&mut look(chart.kind, at, forecast));
    }
    native.title().set_name(&chart.title);
    if chart.kind == ChartKind::Bars {
        // Bars lie: their values are along the horizontal axis. The first name stands on top, as in the table.
        native.x_axis().set_name(&chart.unit);
        native.y_axis().set_reverse();
    } else {
        native.y_axis().set_name(&chart.unit);
    }
    if chart.series.len() + usize::from(chart.target.is_some()) > 1 {
        native.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        native.legend().set_hidden();
    }
    native
        .set_alt_text(brief(&chart.description))
        .set_width(620)
        .set_height(340);
    Some(native)
}

/// A text alternative of the length that Excel takes, up to its last whole sentence or word.
fn brief(text: &str) -> &str {
    let Some((end, _)) = text.char_indices().nth(ALT_LENGTH) else {
        return text;
    };
    let head = &text[..end];
    head.rfind(". ")
        .map(|at| at + 1)
        .or_else(|| head.rfind(' '))
        .map_or(head, |at| &head[..at])
}

/// Colour with a pattern or a dash beside it.
fn look(kind: ChartKind, at: usize, forecast: bool) -> ChartFormat {
    let color = COLORS[at % COLORS.len()];
    let mut format = ChartFormat::new();
    if kind == ChartKind::Lines {
        let dash = match (forecast, at % COLORS.len()) {
            (true, _) => ChartLineDashType::Dash,
            (_, 1) => ChartLineDashType::LongDash,
            (_, 2) => ChartLineDashType::RoundDot,
            (_, 3) => ChartLineDashType::LongDashDot,
            _ => ChartLineDashType::Solid,
        };
        format.set_line(
            ChartLine::new()
                .set_color(color)
                .set_width(2.25)
                .set_dash_type(dash),
        );
        return format;
    }
    let pattern = match at % COLORS.len() {
        1 => ChartPatternFillType::DiagonalStripesWideUpwards,
        2 => ChartPatternFillType::DottedDiamond,
        3 => ChartPatternFillType::HorizontalStripesNarrow,
        _ => {
            format.set_solid_fill(ChartSolidFill::new().set_color(color));
            return format;
        }
    };
    format.set_pattern_fill(
        ChartPatternFill::new()
            .set_pattern(pattern)
            .set_foreground_color(color)
            .set_background_color(Color::White),
    );
    format
}

#[cfg(test)]
mod tests {
    use super::brief;

    #[test]
    fn a_long_text_alternative_ends_with_a_sentence() {
        let text = format!("Yksi lause. {}", "sana ".repeat(60));
        assert_eq!(brief(&text), "Yksi lause.");
        assert_eq!(brief(&"sana ".repeat(60)).chars().count(), 254);
        assert_eq!(brief("Lyhyt."), "Lyhyt.");
    }
}
