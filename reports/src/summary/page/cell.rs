//! What stands in a cell: words, a number, or a sign for what is not shown or not known.

use rust_decimal::Decimal;

use super::course::Course;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number with so many decimals.
    Number(Decimal, u32),
    /// A difference with its sign.
    Difference(Decimal, u32),
    /// At least this number.
    AtLeast(Decimal),
    /// Per cent.
    Percent(Decimal, u32),
    /// Euros with so many decimals.
    Euros(Decimal, u32),
    /// A count of people that is too small to show: from 1 to this.
    Small(u64),
    /// Hidden because a small count could be computed from it.
    Hidden,
    /// Nobody gave it.
    Missing,
    /// It cannot be: nothing was expected.
    None,
    /// The state of a report.
    State(State),
    /// The same figure over the months of the trend.
    Course(Course),
}

impl Cell {
    /// A number, or missing.
    #[must_use]
    pub fn number(value: Option<Decimal>, decimals: u32) -> Self {
        value.map_or(Cell::Missing, |value| Cell::Number(value, decimals))
    }

    /// Euros, or missing.
    #[must_use]
    pub fn euros(value: Option<Decimal>, decimals: u32) -> Self {
        value.map_or(Cell::Missing, |value| Cell::Euros(value, decimals))
    }

    /// A share in per cent, or nothing where nothing was expected.
    #[must_use]
    pub fn percent(value: Option<Decimal>, decimals: u32) -> Self {
        value.map_or(Cell::None, |value| Cell::Percent(value, decimals))
    }

    /// The number in the cell, if it is shown.
    #[must_use]
    pub fn shown(&self) -> Option<Decimal> {
        match self {
            Cell::Number(value, _)
            | Cell::Difference(value, _)
            | Cell::AtLeast(value)
            | Cell::Percent(value, _)
            | Cell::Euros(value, _) => Some(*value),
            _ => None,
        }
    }
}

/// The state of a report on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Came on time.
    Timely,
    /// Came on time, with errors or warnings.
    TimelyWithIssues,
    /// Came late.
    Late,
    /// Came late, with errors or warnings.
    LateWithIssues,
    /// Says that nothing was done.
    Nil,
    /// Came and cannot be used.
    Rejected,
    /// Did not come.
    Missing,
    /// Is not owed.
    NotExpected,
}

impl State {
    /// Name of the state, as in texts and styles.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            State::Timely => "timely",
            State::TimelyWithIssues => "timely-issues",
            State::Late => "late",
            State::LateWithIssues => "late-issues",
            State::Nil => "nil",
            State::Rejected => "rejected",
            State::Missing => "missing",
            State::NotExpected => "none",
        }
    }
}
