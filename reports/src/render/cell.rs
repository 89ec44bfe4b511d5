//! A cell in words: what the page shows, what is heard instead of a sign, and how it is styled.

use serde::Serialize;

use super::course::CourseView;
use crate::summary::page::{Cell, State};
use crate::words::Words;

/// The text of a cell as the page shows it.
pub(super) fn cell_text(cell: &Cell, words: &Words) -> String {
    CellView::of(cell, words).text
}

/// A cell in words.
#[derive(Serialize)]
pub(super) struct CellView {
    pub(super) text: String,
    class: String,
    /// What a sign stands for, for those who hear the page.
    meaning: Option<String>,
    icon: Option<&'static str>,
    /// A small line instead of the text.
    course: Option<CourseView>,
}

impl CellView {
    pub(super) fn of(cell: &Cell, words: &Words) -> Self {
        let numbers = &words.numbers;
        match cell {
            Cell::Text(text) => CellView::plain(text.clone(), ""),
            Cell::Number(value, decimals) => {
                CellView::plain(numbers.decimal(*value, *decimals), "number")
            }
            Cell::Difference(value, decimals) => {
                CellView::plain(numbers.signed(*value, *decimals), "number")
            }
            Cell::Percent(value, decimals) => {
                CellView::plain(numbers.percent(*value, *decimals), "number")
            }
            Cell::Euros(value, decimals) => {
                CellView::plain(numbers.euros(*value, *decimals), "number")
            }
            Cell::AtLeast(value) => CellView {
                meaning: Some(words.say("cell-at-least")),
                ..CellView::plain(
                    format!("≥\u{a0}{}", numbers.decimal(*value, 0)),
                    "number bound",
                )
            },
            Cell::Small(highest) => CellView {
                meaning: Some(words.say("cell-small")),
                ..CellView::plain(format!("1–{highest}"), "number small")
            },
            Cell::Hidden => CellView {
                meaning: Some(words.say("cell-hidden")),
                ..CellView::plain("••".to_owned(), "number hidden")
            },
            Cell::Missing => CellView {
                meaning: Some(words.say("cell-missing")),
                ..CellView::plain("…".to_owned(), "number missing")
            },
            Cell::None => CellView::plain("–".to_owned(), "number none"),
            Cell::Course(course) => CellView::drawn(CourseView::of(course, words)),
            Cell::State(State::NotExpected) => CellView {
                meaning: Some(words.say("state-none")),
                ..CellView::plain("–".to_owned(), "state none")
            },
            Cell::State(state) => CellView {
                icon: Some(state.name()),
                ..CellView::plain(
                    words.say(&format!("state-{}", state.name())),
                    &format!("state {}", state.name()),
                )
            },
        }
    }

    fn drawn(course: CourseView) -> Self {
        let cell = CellView::plain(String::new(), "course");
        if course.is_drawn() {
            return CellView {
                course: Some(course),
                ..cell
            };
        }
        CellView {
            text: "–".to_owned(),
            meaning: Some(course.into_words()),
            ..cell
        }
    }

    /// A text in a column of words.
    pub(super) fn of_words(text: &str) -> Self {
        CellView::plain(text.to_owned(), "none")
    }

    fn plain(text: String, class: &str) -> Self {
        CellView {
            text,
            class: class.to_owned(),
            meaning: None,
            icon: None,
            course: None,
        }
    }
}
