//! Charts as SVG: `role="img"` with title and description, colours by CSS classes with a pattern or a dash beside
//! each, numbers with fixed decimals, so that the same figures always give the same bytes.

mod bars;
mod columns;
mod frame;
mod lines;
mod panels;
mod scale;

use crate::summary::page::{Chart, ChartKind};
use crate::words::Words;
use frame::Canvas;
pub(super) use frame::place;

/// For how wide a place a chart is drawn; the page shows the one that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// A screen.
    Wide,
    /// One of two places side by side.
    Half,
    /// Half of a sheet of paper, where everything is smaller.
    #[cfg_attr(
        not(any(feature = "pdf", test)),
        expect(dead_code, reason = "only PDFs are set on paper")
    )]
    Paper,
    /// A phone.
    Narrow,
}

impl Size {
    pub(super) fn name(self) -> &'static str {
        match self {
            Size::Wide => "wide",
            Size::Half => "half",
            Size::Paper => "paper",
            Size::Narrow => "narrow",
        }
    }

    /// One of two places side by side within this one.
    pub(super) fn halved(self) -> Self {
        match self {
            Size::Wide => Size::Half,
            other => other,
        }
    }

    fn width(self) -> i64 {
        match self {
            Size::Wide => 880,
            Size::Half | Size::Paper => 500,
            Size::Narrow => 360,
        }
    }

    /// Height of a chart over months.
    fn height(self) -> i64 {
        match self {
            Size::Half | Size::Paper => 240,
            Size::Wide | Size::Narrow => 280,
        }
    }
}

/// The chart as an SVG element.
pub(super) fn svg(chart: &Chart, size: Size, words: &Words) -> String {
    let mut canvas = match chart.kind {
        ChartKind::StackedColumns => columns::draw(chart, size, words),
        ChartKind::Lines => lines::draw(chart, size, words),
        ChartKind::Bars => bars::draw(chart, size, words),
        ChartKind::Panels => panels::draw(chart, size, words),
    };
    element(chart, size, &mut canvas)
}

fn element(chart: &Chart, size: Size, canvas: &mut Canvas) -> String {
    let (name, width, height) = (size.name(), canvas.width, canvas.height);
    let id = format!("{}-{name}", chart.id);
    let title = escape(&chart.title);
    let description = escape(&chart.description);
    let marks = canvas.take();
    format!(
        "<svg class=\"chart {name}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {width} {height}\">\
         <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{description}</desc>{marks}</svg>"
    )
}

/// Text as it may stand in an element or an attribute.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Size, svg};
    use crate::language::Language;
    use crate::summary::page::{Chart, ChartKind, DataPlace, Series, Table};
    use crate::words::Words;

    fn chart(kind: ChartKind) -> Chart {
        let values = [Some(3), None, Some(12)];
        Chart {
            id: "test",
            title: "Kokeilu <1>".to_owned(),
            description: "Kolme & kaksitoista".to_owned(),
            kind,
            unit: "kpl".to_owned(),
            categories: vec!["8/18".into(), "9/18".into(), "10/18".into()],
            series: vec![Series {
                name: "Sarja".to_owned(),
                values: values.map(|value| value.map(Decimal::from)).into(),
                forecast: false,
            }],
            target: None,
            maximum: None,
            decimals: 0,
            table: Table {
                caption: String::new(),
                columns: Vec::new(),
                rows: Vec::new(),
                notes: Vec::new(),
                shown: None,
            },
            data: DataPlace::Folded,
        }
    }

    #[test]
    fn every_chart_has_a_role_a_title_and_a_description_as_text() {
        let words = Words::of(Language::Finnish);
        let kinds = [
            ChartKind::StackedColumns,
            ChartKind::Lines,
            ChartKind::Bars,
            ChartKind::Panels,
        ];
        for kind in kinds {
            for size in [Size::Wide, Size::Half, Size::Paper, Size::Narrow] {
                let svg = svg(&chart(kind), size, &words);
                assert!(svg.contains("role=\"img\""));
                assert!(svg.contains(">Kokeilu &lt;1&gt;</title>"));
                assert!(svg.contains(">Kolme &amp; kaksitoista</desc>"));
            }
        }
    }

    #[test]
    fn a_line_breaks_where_a_value_is_missing() {
        let words = Words::of(Language::Finnish);
        let svg = svg(&chart(ChartKind::Lines), Size::Wide, &words);
        assert_eq!(
            svg.matches("<polyline").count(),
            0,
            "two single points, no line"
        );
        assert_eq!(svg.matches("class=\"point").count(), 2);
    }

    #[test]
    fn panels_share_one_scale_and_leave_missing_months_empty() {
        let words = Words::of(Language::English);
        let mut panels = chart(ChartKind::Panels);
        let half = |value: &Option<Decimal>| value.map(|value| value / Decimal::TWO);
        let values = panels.series[0].values.iter().map(half).collect();
        panels.series.push(Series {
            name: "Half".to_owned(),
            values,
            forecast: false,
        });
        let svg = svg(&panels, Size::Half, &words);
        let heights: Vec<&str> = (svg.split("class=\"mark f1\"").skip(1))
            .filter_map(|bar| bar.split("height=\"").nth(1)?.split('"').next())
            .collect();
        // 3 and 12 of 15, then half of each: no column stands for the month between.
        assert_eq!(heights, ["18.4", "73.6", "9.2", "36.8"]);
        assert_eq!(svg.matches("class=\"panel-name\"").count(), 2);
    }

    #[test]
    fn a_chart_without_any_value_is_an_empty_frame() {
        let words = Words::of(Language::Finnish);
        let mut empty = chart(ChartKind::StackedColumns);
        empty.series[0].values = vec![None, None, None];
        let svg = svg(&empty, Size::Wide, &words);
        assert!(!svg.contains("class=\"mark"), "{svg}");
    }
}
