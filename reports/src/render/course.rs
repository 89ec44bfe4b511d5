//! A figure over months as a small line: where it goes, and what is told to those who do not see it.

use rust_decimal::Decimal;
use serde::Serialize;

use super::cell::cell_text;
use super::chart::place;
use crate::summary::page::Course;
use crate::words::Words;

/// Width and height of the drawing, and the empty ground around the line.
const SIZE: (i64, i64) = (96, 16);
const MARGIN: i64 = 3;

/// A small line in words and places: `x,y` in units of the drawing, from above.
#[derive(Serialize)]
pub(super) struct CourseView {
    width: i64,
    height: i64,
    /// Where zero lies, from above.
    ground: String,
    /// What it shows.
    told: String,
    /// Months in a row that have numbers, at least two.
    lines: Vec<String>,
    /// Months that have a number and stand alone.
    dots: Vec<String>,
    /// The last month, if it has a number.
    last: Option<String>,
}

impl CourseView {
    pub(super) fn of(course: &Course, words: &Words) -> Self {
        let points = places(course);
        let runs = points.split(Option::is_none);
        let runs: Vec<Vec<&str>> = runs
            .map(|run| run.iter().flatten().map(String::as_str).collect())
            .collect();
        let of_length = |wanted: fn(usize) -> bool| {
            let found = runs.iter().filter(move |run| wanted(run.len()));
            found.map(|run| run.join(" ")).collect()
        };
        CourseView {
            width: SIZE.0,
            height: SIZE.1,
            ground: place(height_of(course, Decimal::ZERO)),
            told: told(course, words),
            lines: of_length(|length| length > 1),
            dots: of_length(|length| length == 1),
            last: points.last().cloned().flatten(),
        }
    }

    /// Whether there is anything to draw.
    pub(super) fn is_drawn(&self) -> bool {
        !self.lines.is_empty() || !self.dots.is_empty()
    }

    /// What it shows, in words.
    pub(super) fn into_words(self) -> String {
        self.told
    }
}

/// Where a number lies from above.
fn height_of(course: &Course, value: Decimal) -> Decimal {
    let (low, high) = course.bounds();
    // Nothing but zeros lies at the foot.
    let (range, high) = if high == low {
        (Decimal::ONE, Decimal::ONE)
    } else {
        (high - low, high)
    };
    Decimal::from(MARGIN) + Decimal::from(SIZE.1 - 2 * MARGIN) * (high - value) / range
}

/// Where the months lie; none where a month has no number.
fn places(course: &Course) -> Vec<Option<String>> {
    let width = SIZE.0 - 2 * MARGIN;
    let steps = Decimal::from(course.months.len().saturating_sub(1).max(1) as u64);
    let margin = Decimal::from(MARGIN);
    (0_u64..)
        .zip(course.points())
        .map(|(at, value)| {
            let x = margin + Decimal::from(width) * Decimal::from(at) / steps;
            let y = height_of(course, value?);
            Some(format!("{},{}", place(x), place(y)))
        })
        .collect()
}

/// From when to when, the least, greatest and last number with their months, and how many months have none.
fn told(course: &Course, words: &Words) -> String {
    let month =
        |at: Option<&(_, _)>| at.map_or_else(String::new, |(month, _)| words.short_month(*month));
    let (first, last) = (month(course.months.first()), month(course.months.last()));
    let shown = course.shown();
    let gaps = (course.months.len() - shown.len()) as u64;
    let least = shown
        .iter()
        .min_by_key(|(month, _, value)| (*value, *month));
    let most = shown
        .iter()
        .max_by_key(|(month, _, value)| (*value, *month));
    let (Some(least), Some(most), Some(latest)) = (least, most, shown.last()) else {
        let arguments = [("first", first.into()), ("last", last.into())];
        return words.tell("course-empty", &arguments);
    };
    let mut arguments = vec![
        ("first", first.into()),
        ("last", last.into()),
        ("gaps", gaps.into()),
    ];
    let told = [
        ("least", "least-month", least),
        ("most", "most-month", most),
        ("latest", "latest-month", latest),
    ];
    for (value, at, (month, cell, _)) in told {
        arguments.push((value, cell_text(cell, words).into()));
        arguments.push((at, words.short_month(*month).into()));
    }
    words.tell("course-told", &arguments)
}

#[cfg(test)]
mod tests {
    use super::CourseView;
    use crate::language::Language;
    use crate::summary::page::{Cell, Course};
    use crate::testkit::month;
    use crate::words::Words;

    fn course(cells: &[Cell]) -> Course {
        let months = (1..).map(|number| month(2018, number));
        Course {
            months: months.zip(cells.iter().cloned()).collect(),
        }
    }

    fn number(value: i64) -> Cell {
        Cell::Number(value.into(), 0)
    }

    #[test]
    fn a_line_breaks_at_months_that_are_missing_or_hidden_and_never_falls_to_zero() {
        let words = Words::of(Language::English);
        let cells = [
            number(10),
            number(20),
            Cell::Missing,
            number(5),
            Cell::Small(4),
            Cell::Hidden,
        ];
        let view = CourseView::of(&course(&cells), &words);
        assert_eq!(view.lines, ["3,8 21,3"]);
        assert_eq!(view.dots, ["57,10.5"]);
        assert_eq!(view.last, None);
        assert_eq!(
            view.told,
            "1/18–6/18: lowest 5 (4/18), highest 20 (2/18), last 5 (4/18); 3 months without a figure"
        );
    }

    #[test]
    fn a_line_starts_at_zero_or_below() {
        let words = Words::of(Language::Finnish);
        let same = CourseView::of(&course(&[number(7), number(7)]), &words);
        assert_eq!(same.lines, ["3,3 93,3"]);
        let nothing = CourseView::of(&course(&[number(0), number(0)]), &words);
        assert_eq!(nothing.lines, ["3,13 93,13"]);
        let below = CourseView::of(&course(&[number(-10), number(10)]), &words);
        assert_eq!(
            (below.lines, below.last),
            (vec!["3,13 93,3".to_owned()], Some("93,3".to_owned()))
        );
    }

    #[test]
    fn months_without_any_number_draw_nothing() {
        let words = Words::of(Language::Swedish);
        let view = CourseView::of(&course(&[Cell::Missing, Cell::Hidden]), &words);
        assert!(!view.is_drawn());
        assert_eq!(view.into_words(), "1/18–2/18: inget tal att visa");
    }
}
