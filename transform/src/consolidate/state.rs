//! States of reports.

/// State of a report, better ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Loaded, nothing to complain.
    Accepted,
    /// Loaded, with an error or a warning.
    AcceptedWithIssues,
    /// Says that nothing was done.
    Nil,
    /// Came, and nothing of it could be loaded.
    Rejected,
    /// Did not come.
    Missing,
}

impl State {
    const ALL: [State; 5] = [
        State::Accepted,
        State::AcceptedWithIssues,
        State::Nil,
        State::Rejected,
        State::Missing,
    ];

    /// The name stored in `meta.report`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            State::Accepted => "accepted",
            State::AcceptedWithIssues => "accepted_with_issues",
            State::Nil => "nil",
            State::Rejected => "rejected",
            State::Missing => "missing",
        }
    }

    /// The state with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether the duty to report is fulfilled.
    #[must_use]
    pub fn is_acceptable(self) -> bool {
        self <= State::Nil
    }
}
